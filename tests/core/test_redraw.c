/* Quantiles of samples that were not kept: found for many cells at once by drawing them again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "graph_fixture.h"

enum { CELLS = 150, SAMPLES = 70000 /* more than the pilot takes */ };

static const double probabilities[] = {0.05, 0.5, 0.95};

/* A price that rises along an axis, with a point mass at its floor. */
static outlay_node rising_prices(outlay_graph *g) {
  double factors[CELLS];
  for (int i = 0; i < CELLS; i++) factors[i] = 1 + 0.01 * i;
  const outlay_node factor = stacked(g, numbered_axis(g, "year", CELLS), factors);
  const outlay_node price = binary(g, OUTLAY_MULTIPLY, factor, normal(g, 2, 1));
  return binary(g, OUTLAY_MAXIMUM, price, number(g, 1));
}

static outlay_status quantiles(outlay_result *result, size_t cell, double *out) {
  return outlay_result_quantiles(result, 0, cell, probabilities, 3, out, NULL);
}

static void each_cell_has_the_quantiles_of_its_kept_samples(void **state) {
  outlay_graph *g = *state;
  const outlay_node prices = rising_prices(g);
  outlay_options options = options_of(SAMPLES, 2);
  outlay_result *kept = evaluated(g, &prices, 1, &options);
  options.keep_bytes = 0;
  outlay_result *again = evaluated(g, &prices, 1, &options);
  for (size_t cell = CELLS; cell > 0; cell--) {
    double expected[3], got[3];
    assert_int_equal(quantiles(kept, cell - 1, expected), OUTLAY_OK);
    assert_int_equal(quantiles(again, cell - 1, got), OUTLAY_OK);
    assert_memory_equal(got, expected, sizeof got);
  }
  outlay_result_free(kept);
  outlay_result_free(again);
}

/* Samples cannot be drawn while the evaluation is cancelled, so what is answered was found before.
 */
static void other_cells_cost_no_pass(void **state) {
  outlay_graph *g = *state;
  enum { FEW = 30 };
  const outlay_node prices = rising_prices(g);
  volatile int32_t cancel = 0;
  outlay_options options = options_of(SAMPLES, 2);
  options.keep_bytes = 0;
  options.cancel = &cancel;
  outlay_result *result = evaluated(g, &prices, 1, &options);
  double out[3];
  assert_int_equal(quantiles(result, 0, out), OUTLAY_OK);
  cancel = 1;
  for (size_t cell = 0; cell < FEW; cell++) {
    assert_int_equal(quantiles(result, cell, out), OUTLAY_OK);
  }
  assert_int_equal(outlay_result_quantiles(result, 0, 0, probabilities, 2, out, NULL),
                   OUTLAY_ERROR_CANCELLED);
  cancel = 0;
  /* More sets of probabilities than are remembered. */
  for (int i = 0; i < 20; i++) {
    const double p = i / 20.0;
    assert_int_equal(outlay_result_quantiles(result, 0, 3, &p, 1, out, NULL), OUTLAY_OK);
  }
  assert_int_equal(quantiles(result, 0, out), OUTLAY_OK);
  outlay_result_free(result);
}

/* Fails the allocation of number `n` while quantiles are looked for; false if there was none. */
static bool fail_one(size_t n, bool sticky) {
  failing_allocator memory;
  failing_allocator_arm(&memory, SIZE_MAX, sticky);
  outlay_units *units = NULL;
  outlay_graph *g = NULL;
  assert_int_equal(outlay_units_new(&memory.allocator, &units), OUTLAY_OK);
  assert_int_equal(outlay_graph_new(units, &memory.allocator, &g), OUTLAY_OK);
  const outlay_node x = normal(g, 2, 1);
  outlay_options options = options_of(SAMPLES, 1);
  options.keep_bytes = 0;
  outlay_result *result = evaluated(g, &x, 1, &options);
  double expected[3], got[3];
  memory.countdown = n;
  const outlay_status status = quantiles(result, 0, got);
  failing_allocator_disarm(&memory);
  assert_int_equal(status, memory.failed ? OUTLAY_ERROR_MEMORY : OUTLAY_OK);
  assert_int_equal(quantiles(result, 0, expected), OUTLAY_OK);
  if (status == OUTLAY_OK) assert_memory_equal(got, expected, sizeof got);
  outlay_result_free(result);
  outlay_graph_free(g);
  outlay_units_free(units);
  assert_int_equal(memory.live, 0);
  return memory.failed;
}

static void a_failed_allocation_is_survived(void **state) {
  (void)state;
  size_t n = 0;
  while (fail_one(n, false) && fail_one(n, true)) n++;
  assert_true(n > 15);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      graph_test(each_cell_has_the_quantiles_of_its_kept_samples),
      graph_test(other_cells_cost_no_pass),
      cmocka_unit_test(a_failed_allocation_is_survived),
  };
  return cmocka_run_group_tests_name("redraw", tests, NULL, NULL);
}
