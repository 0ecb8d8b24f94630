#include "collective.h"

#include <math.h>

double outlay_group_inside(const outlay_network *network, outlay_group group) {
  const double room = floor(network->domain / group.stride);
  if (room < 1) return 1;
  return group.size < room ? group.size : room;
}

static double ring(double ranks, double bytes, double bandwidth, double latency) {
  if (ranks <= 1) return 0;
  return (ranks - 1) / ranks * bytes / bandwidth + (ranks - 1) * latency;
}

static double tree(double ranks, double bytes, double bandwidth, double latency) {
  return 2 * bytes / bandwidth + 2 * log2(ranks) * latency;
}

double outlay_reduce_scatter(const outlay_network *network, outlay_group group, double bytes) {
  const double inside = outlay_group_inside(network, group);
  const double outside = group.size / inside;
  return ring(inside, bytes, network->fast_bandwidth, network->fast_latency) +
         ring(outside, bytes / inside, network->fabric_bandwidth, network->fabric_latency);
}

double outlay_all_gather(const outlay_network *network, outlay_group group, double bytes) {
  return outlay_reduce_scatter(network, group, bytes);
}

double outlay_all_reduce(const outlay_network *network, outlay_group group, double bytes) {
  const double inside = outlay_group_inside(network, group);
  const double outside = group.size / inside;
  double time = 2 * ring(inside, bytes, network->fast_bandwidth, network->fast_latency);
  if (outside > 1) {
    const double share = bytes / inside;
    const double by_ring =
        2 * ring(outside, share, network->fabric_bandwidth, network->fabric_latency);
    const double by_tree =
        tree(outside, share, network->fabric_bandwidth, network->fabric_latency);
    time += by_ring < by_tree ? by_ring : by_tree;
  }
  return time;
}

double outlay_all_to_all(const outlay_network *network, outlay_group group, double bytes,
                         double copies, double node_limit) {
  if (group.size <= 1) return 0;
  const double inside = outlay_group_inside(network, group);
  const double domains = group.size / inside;
  double fabric = bytes * (group.size - inside) / group.size;
  double fast = bytes * (inside - 1) / group.size;
  if (node_limit > 0 && domains > 1 && node_limit < copies) {
    /* One copy to each of the nodes, minus those that are the sender's own; the rest is
     * forwarded inside. */
    fabric = bytes * node_limit / copies * (domains - 1) / domains;
    fast = bytes * (inside - 1) / inside;
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
