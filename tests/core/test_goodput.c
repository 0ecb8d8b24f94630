#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "goodput.h"

static void near(double value, double expected, double relative) {
  if (!(fabs(value - expected) <= relative * fabs(expected))) {
    fail_msg("%.9g is not %.9g within %.2g", value, expected, relative);
  }
}

static void young_is_the_root_of_twice_the_product(void **state) {
  (void)state;
  near(outlay_interval_young(3600, 50), 600, 1e-12);
}

static void daly_is_as_in_his_equation(void **state) {
  (void)state;
  /* Tf = 24 h, Ts = 5 min, by hand: sqrt(2 x 300 x 86400) = 7200; ratio = 300/172800. */
  const double ratio = 300.0 / 172800;
  near(outlay_interval_daly(86400, 300), 7200 * (1 + sqrt(ratio) / 3 + ratio / 9) - 300, 1e-12);
  near(outlay_interval_daly(100, 300), 100, 1e-12);
}

/* The exact optimum is what a fine scan of the wall time finds. */
static void the_optimal_interval_minimises_the_wall_time(void **state) {
  (void)state;
  const double cases[][2] = {{86400, 300}, {3600, 60}, {11000, 5}, {600, 300}, {1e6, 1}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    const double tf = cases[i][0], ts = cases[i][1];
    const double best = outlay_interval_optimal(tf, ts);
    const double least = outlay_wall_factor(tf, ts, 0, best);
    for (double around = 0.5; around < 2; around += 0.05) {
      assert_true(outlay_wall_factor(tf, ts, 0, best * around) >= least * (1 - 1e-12));
    }
    assert_true(outlay_wall_factor(tf, ts, 0, best * 1.01) > least);
    assert_true(outlay_wall_factor(tf, ts, 0, best * 0.99) > least);
    assert_true(outlay_wall_factor(tf, ts, 0, outlay_interval_young(tf, ts)) >= least);
    assert_true(outlay_wall_factor(tf, ts, 0, outlay_interval_daly(tf, ts)) >= least);
  }
  near(outlay_interval_optimal(86400, 300), outlay_interval_daly(86400, 300), 0.001);
}

static void rare_failures_cost_first_order_terms_only(void **state) {
  (void)state;
  /* 1 + Ts/interval + (interval/2 + R)/Tf for Tf far above the rest. */
  near(outlay_wall_factor(1e7, 10, 100, 1000), 1 + 10.0 / 1000 + (505.0 + 100) / 1e7, 1e-5);
}

static void llama3_was_more_than_ninety_per_cent_effective(void **state) {
  (void)state;
  const outlay_reliability r = {.devices = 16384,
                                .failure_rate = outlay_llama3_failure_rate(),
                                .planned_rate = 47 / (54 * 86400.0),
                                .checkpoint = 10,
                                .restart = 600};
  outlay_goodput g;
  assert_int_equal(outlay_goodput_of(&r, 0, &g, NULL), OUTLAY_OK);
  near(g.time_to_failure, 54 * 86400.0 / 419, 1e-12);
  assert_true(g.goodput > 0.9 && g.goodput < 0.95);
}

static void shares_of_the_wall_time_add_up(void **state) {
  (void)state;
  const outlay_reliability r = {
      .devices = 1000, .failure_rate = 1e-7, .checkpoint = 30, .restart = 300};
  outlay_goodput g;
  assert_int_equal(outlay_goodput_of(&r, 0, &g, NULL), OUTLAY_OK);
  near(g.goodput + g.checkpointing + g.lost + g.restarting, 1, 1e-9);
  assert_true(g.lost > 0 && g.checkpointing > 0 && g.restarting > 0);
}

static void more_devices_are_less_effective(void **state) {
  (void)state;
  outlay_reliability r = {.failure_rate = 1e-8, .checkpoint = 30, .restart = 300};
  double before = 1.01;
  for (r.devices = 8; r.devices < 1e6; r.devices *= 8) {
    outlay_goodput g;
    assert_int_equal(outlay_goodput_of(&r, 0, &g, NULL), OUTLAY_OK);
    assert_true(g.goodput < before);
    before = g.goodput;
  }
}

static void without_failures_only_stragglers_count(void **state) {
  (void)state;
  const outlay_reliability r = {.devices = 1, .slow_share = 0.5, .slow_factor = 0.2};
  outlay_goodput g;
  assert_int_equal(outlay_goodput_of(&r, 0, &g, NULL), OUTLAY_OK);
  near(g.factor, 1.1, 1e-12);
  near(outlay_straggler_factor(1e6, 0.01, 0.3), 1.3, 1e-9);
}

static void spares_run_out_as_poisson_says(void **state) {
  (void)state;
  near(outlay_spares_exhausted(1, 0), 1 - exp(-1), 1e-12);
  near(outlay_spares_exhausted(1, 1), 1 - 2 * exp(-1), 1e-12);
  assert_true(outlay_spares_exhausted(0, 0) == 0);
}

static void preemption_adds_to_failures(void **state) {
  (void)state;
  outlay_reliability r = {.devices = 100, .failure_rate = 1e-7, .checkpoint = 10, .restart = 60};
  outlay_goodput without, with;
  assert_int_equal(outlay_goodput_of(&r, 0, &without, NULL), OUTLAY_OK);
  r.preemption_rate = 1e-5;
  assert_int_equal(outlay_goodput_of(&r, 0, &with, NULL), OUTLAY_OK);
  near(with.time_to_failure, 1 / 2e-5, 1e-12);
  assert_true(with.interval < without.interval && with.goodput < without.goodput);
}

static void hopeless_and_faulty_runs_are_refused(void **state) {
  (void)state;
  outlay_error error;
  outlay_goodput g;
  outlay_reliability r = {.devices = 1e6, .failure_rate = 1e-3, .restart = 600};
  assert_int_equal(outlay_goodput_of(&r, 0, &g, &error), OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "leaves no time"));
  r.failure_rate = -1;
  assert_int_equal(outlay_goodput_of(&r, 0, &g, &error), OUTLAY_ERROR_ARGUMENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(young_is_the_root_of_twice_the_product),
      cmocka_unit_test(daly_is_as_in_his_equation),
      cmocka_unit_test(the_optimal_interval_minimises_the_wall_time),
      cmocka_unit_test(rare_failures_cost_first_order_terms_only),
      cmocka_unit_test(llama3_was_more_than_ninety_per_cent_effective),
      cmocka_unit_test(shares_of_the_wall_time_add_up),
      cmocka_unit_test(more_devices_are_less_effective),
      cmocka_unit_test(without_failures_only_stragglers_count),
      cmocka_unit_test(spares_run_out_as_poisson_says),
      cmocka_unit_test(preemption_adds_to_failures),
      cmocka_unit_test(hopeless_and_faulty_runs_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
