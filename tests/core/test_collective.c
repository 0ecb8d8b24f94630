#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "collective.h"

/* Domains of 8; 100 bytes a second inside, 10 a device between; no latency unless said. */
static const outlay_network plain = {.domain = 8, .fast_bandwidth = 100, .fabric_bandwidth = 10};

static void near(double value, double expected) {
  if (fabs(value - expected) > 1e-9 * (1 + fabs(expected))) {
    fail_msg("%.9g is not %.9g", value, expected);
  }
}

static void one_rank_needs_no_time(void **state) {
  (void)state;
  near(outlay_all_reduce(&plain, (outlay_group){1, 1}, 1e6), 0);
  near(outlay_all_to_all(&plain, (outlay_group){1, 1}, 1e6, 8, OUTLAY_DISPATCH_ONCE, 0), 0);
}

static void a_ring_sends_each_byte_but_its_own_part(void **state) {
  (void)state;
  near(outlay_reduce_scatter(&plain, (outlay_group){4, 1}, 800), 0.75 * 800 / 100);
  near(outlay_all_gather(&plain, (outlay_group){4, 1}, 800), 0.75 * 800 / 100);
  near(outlay_all_reduce(&plain, (outlay_group){4, 1}, 800), 2 * 0.75 * 800 / 100);
}

static void members_of_a_domain_share_the_way_out(void **state) {
  (void)state;
  /* 16 ranks in two domains: 8 links of 10 each make 80, below the 100 inside. */
  near(outlay_reduce_scatter(&plain, (outlay_group){16, 1}, 1600), 15.0 / 16 * 1600 / 80);
  /* Ranks 8 apart are alone in their domain. */
  near(outlay_reduce_scatter(&plain, (outlay_group){2, 8}, 1600), 0.5 * 1600 / 10);
}

static void latency_counts_hops_of_both_kinds(void **state) {
  (void)state;
  outlay_network n = plain;
  n.fast_latency = 1;
  n.fabric_latency = 10;
  /* 15 hops, one of them from the first domain to the second. */
  near(outlay_reduce_scatter(&n, (outlay_group){16, 1}, 0), 14 * 1 + 1 * 10);
}

static void a_tree_beats_a_ring_of_many_for_small_messages(void **state) {
  (void)state;
  outlay_network n = plain;
  n.fabric_latency = 1;
  const outlay_group group = {1024, 8};
  assert_true(outlay_all_reduce(&n, group, 1) < 2 * outlay_reduce_scatter(&n, group, 1));
  near(outlay_all_reduce(&n, group, 0), 2 * log2(1024));
}

static void boards_of_a_domain_are_joined_by_less(void **state) {
  (void)state;
  outlay_network n = plain;
  n.board = 4;
  n.board_bandwidth = 5;
  near(outlay_all_gather(&n, (outlay_group){4, 1}, 800), 0.75 * 800 / 100);
  near(outlay_all_gather(&n, (outlay_group){8, 1}, 800), 7.0 / 8 * 800 / (4 * 5));
}

static void a_plain_exchange_sends_all_copies(void **state) {
  (void)state;
  const outlay_group group = {16, 1};
  /* Half of 160 bytes is for the other domain. */
  near(outlay_all_to_all(&plain, group, 160, 8, OUTLAY_DISPATCH_COPIES, 0), 80.0 / 10);
  near(outlay_all_to_all(&plain, (outlay_group){8, 1}, 160, 8, OUTLAY_DISPATCH_COPIES, 0),
       160.0 * 7 / 8 / 100);
}

static void dispatch_sends_one_copy_a_node(void **state) {
  (void)state;
  /* Two domains, 8 copies at random: 2 (1 - 2^-8) domains are reached, half of them the other. */
  const outlay_group group = {16, 1};
  const double reached = 2 * (1 - pow(0.5, 8));
  near(outlay_all_to_all(&plain, group, 160, 8, OUTLAY_DISPATCH_ONCE, 0),
       160.0 / 8 * reached / 2 / 10);
}

static void node_limited_routing_bounds_the_fabric(void **state) {
  (void)state;
  const outlay_group group = {64, 1}; /* 8 domains */
  const double free = outlay_all_to_all(&plain, group, 640, 8, OUTLAY_DISPATCH_ONCE, 0);
  const double limited = outlay_all_to_all(&plain, group, 640, 8, OUTLAY_DISPATCH_ONCE, 4);
  near(limited, 640.0 / 8 * 4 * 7 / 8 / 10);
  assert_true(limited < free);
}

static void one_part_of_the_network_can_be_asked_for(void **state) {
  (void)state;
  const outlay_network fast = outlay_network_only(&plain, OUTLAY_NETWORK_FAST);
  const outlay_network fabric = outlay_network_only(&plain, OUTLAY_NETWORK_FABRIC);
  near(outlay_reduce_scatter(&fast, (outlay_group){64, 1}, 640), 63.0 / 64 * 640 / 100);
  near(outlay_reduce_scatter(&fabric, (outlay_group){4, 1}, 640), 0.75 * 640 / 10);
  near(outlay_send(&fast, 64, 100), 1);
  near(outlay_send(&plain, 8, 100), 10);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_rank_needs_no_time),
      cmocka_unit_test(a_ring_sends_each_byte_but_its_own_part),
      cmocka_unit_test(members_of_a_domain_share_the_way_out),
      cmocka_unit_test(latency_counts_hops_of_both_kinds),
      cmocka_unit_test(a_tree_beats_a_ring_of_many_for_small_messages),
      cmocka_unit_test(boards_of_a_domain_are_joined_by_less),
      cmocka_unit_test(a_plain_exchange_sends_all_copies),
      cmocka_unit_test(dispatch_sends_one_copy_a_node),
      cmocka_unit_test(node_limited_routing_bounds_the_fabric),
      cmocka_unit_test(one_part_of_the_network_can_be_asked_for),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
