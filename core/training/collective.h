/* Collectives: how long a group of devices takes to exchange its bytes.
 *
 * `bytes` is the size of the whole (unsharded) buffer on one device, times are seconds. A group
 * of `size` ranks lies `stride` devices apart; where it is larger than a fast domain it is done
 * hierarchically: inside the domains over the fast links, between them over the fabric, each
 * member of a domain carrying its share. */
#ifndef OUTLAY_COLLECTIVE_H
#define OUTLAY_COLLECTIVE_H

#include "outlay.h"

/* Bandwidths are those reached, in one direction of one device. */
typedef struct outlay_network {
  double domain; /* devices of a fast domain */
  double fast_bandwidth, fast_latency;
  double board, board_bandwidth; /* a domain of several boards; 0: of one */
  double fabric_bandwidth, fabric_latency;
} outlay_network;

typedef enum outlay_network_part { OUTLAY_NETWORK_FAST, OUTLAY_NETWORK_FABRIC } outlay_network_part;

/* The network as a group sees it that uses one part only. */
outlay_network outlay_network_only(const outlay_network *network, outlay_network_part part);

typedef struct outlay_group {
  double size, stride;
} outlay_group;

/* Members of the group that share a fast domain. */
double outlay_group_inside(const outlay_network *network, outlay_group group);

/* Ring reduce-scatter or all-gather: (n-1)/n S/B + (n-1) alpha a level (Thakur, Rabenseifner and
 * Gropp, IJHPCA 19(1), 2005). */
double outlay_reduce_scatter(const outlay_network *network, outlay_group group, double bytes);
double outlay_all_gather(const outlay_network *network, outlay_group group, double bytes);
/* The quicker of ring and double binary tree (2 S/B + 2 log2 n alpha; Sanders, Speck and
 * Traeff, Parallel Computing 35(12), 2009). */
double outlay_all_reduce(const outlay_network *network, outlay_group group, double bytes);
/* How a token gets to the experts that it is routed to. */
typedef enum outlay_dispatch {
  OUTLAY_DISPATCH_COPIES = 0, /* one copy for each expert (a plain all-to-all) */
  OUTLAY_DISPATCH_ONCE /* one copy a node over the fabric, forwarded once to each rank (DeepEP) */
} outlay_dispatch;

/* Tokens to ranks that are chosen at random: `bytes` are those of all `copies` (top-k) of this
 * rank's tokens; both networks work at once. `node_limit`: domains that a token may go to, 0: any
 * (DeepSeek-V3, arXiv:2412.19437, section 3.2.2). */
double outlay_all_to_all(const outlay_network *network, outlay_group group, double bytes,
                         double copies, outlay_dispatch dispatch, double node_limit);
/* One message between ranks `stride` apart. */
double outlay_send(const outlay_network *network, double stride, double bytes);

#endif
