#include "collective.h"

#include <math.h>

outlay_network outlay_network_only(const outlay_network *network, outlay_network_part part) {
  outlay_network only = *network;
  only.domain = part == OUTLAY_NETWORK_FAST ? INFINITY : 1;
  return only;
}

double outlay_group_inside(const outlay_network *network, outlay_group group) {
  const double room = floor(network->domain / group.stride);
  if (room < 1) return 1;
  return group.size < room ? group.size : room;
}

/* What a ring inside a domain reaches: where it goes over several boards, each member on a board
 * carries its part over its own link to the others. */
static double domain_bandwidth(const outlay_network *network, double inside, double stride) {
  if (network->board <= 0 || inside * stride <= network->board) return network->fast_bandwidth;
  const double members = network->board > stride ? floor(network->board / stride) : 1;
  const double between = members * network->board_bandwidth;
  return between < network->fast_bandwidth ? between : network->fast_bandwidth;
}

/* What a ring through all domains reaches: each member of a domain carries its part of the bytes
 * over its own link to the fabric, so that the slower of both networks sets the pace. */
static double ring_bandwidth(const outlay_network *network, double inside, double outside,
                             double stride) {
  const double fast = domain_bandwidth(network, inside, stride);
  if (outside <= 1) return fast;
  const double fabric = inside * network->fabric_bandwidth;
  return inside <= 1 || fabric < fast ? fabric : fast;
}

/* Once round the ring: most hops are inside a domain, one a domain is over the fabric. */
static double ring_latency(const outlay_network *network, double inside, double outside) {
  const double over_fabric = outside > 1 ? outside : 0;
  const double hops = inside * outside - 1 - (over_fabric > 0 ? over_fabric - 1 : 0);
  return hops * network->fast_latency +
         (over_fabric > 0 ? over_fabric - 1 : 0) * network->fabric_latency;
}

double outlay_reduce_scatter(const outlay_network *network, outlay_group group, double bytes) {
  if (group.size <= 1) return 0;
  const double inside = outlay_group_inside(network, group);
  const double outside = group.size / inside;
  return (group.size - 1) / group.size * bytes /
             ring_bandwidth(network, inside, outside, group.stride) +
         ring_latency(network, inside, outside);
}

double outlay_all_gather(const outlay_network *network, outlay_group group, double bytes) {
  return outlay_reduce_scatter(network, group, bytes);
}

double outlay_all_reduce(const outlay_network *network, outlay_group group, double bytes) {
  const double by_ring = 2 * outlay_reduce_scatter(network, group, bytes);
  const double inside = outlay_group_inside(network, group);
  const double outside = group.size / inside;
  if (outside <= 1) return by_ring;
  const double by_tree =
      2 * bytes / ring_bandwidth(network, inside, outside, group.stride) +
      2 * (log2(outside) * network->fabric_latency + (inside - 1) * network->fast_latency);
  return by_ring < by_tree ? by_ring : by_tree;
}

/* Of `places`, how many different ones `copies` tokens that are thrown at random come to. */
static double different(double places, double copies) {
  return places * (1 - pow(1 - 1 / places, copies));
}

double outlay_all_to_all(const outlay_network *network, outlay_group group, double bytes,
                         double copies, outlay_dispatch dispatch, double node_limit) {
  if (group.size <= 1) return 0;
  const double inside = outlay_group_inside(network, group);
  const double domains = group.size / inside;
  double fabric = bytes * (group.size - inside) / group.size;
  double fast = bytes * (inside - 1) / group.size;
  if (dispatch == OUTLAY_DISPATCH_ONCE) {
    const double each = bytes / copies;
    double reached = different(domains, copies);
    if (node_limit > 0 && reached > node_limit) reached = node_limit;
    fabric = each * reached * (domains - 1) / domains;
    fast = each * different(group.size, copies) * (inside - 1) / inside;
  }
  const double over_fabric =
      fabric > 0 ? fabric / network->fabric_bandwidth + network->fabric_latency : 0;
  const double over_fast = fast / network->fast_bandwidth + network->fast_latency;
  return over_fabric > over_fast ? over_fabric : over_fast;
}

double outlay_send(const outlay_network *network, double stride, double bytes) {
  if (stride < network->domain) return bytes / network->fast_bandwidth + network->fast_latency;
  return bytes / network->fabric_bandwidth + network->fabric_latency;
}
