/* Every allocation of building and evaluating a graph is failed, once and for good: nothing
 * crashes, nothing leaks, and the graph goes on working afterwards. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "outlay.h"

/* What is made; all calls return a status, so that the first failure ends it. */
typedef struct script {
  outlay_units *units;
  outlay_graph *graph;
  outlay_node total, statistic, grid;
  outlay_error error;
} script;

#define TRY(call)                             \
  do {                                        \
    const outlay_status status_ = (call);     \
    if (status_ != OUTLAY_OK) return status_; \
  } while (0)

static outlay_status apply(script *s, outlay_operation operation, outlay_node a, outlay_node b,
                           outlay_node *out) {
  return outlay_apply(s->graph, operation, (outlay_node[]){a, b}, 2, out, &s->error);
}

static outlay_status quantity(script *s, const char *text, outlay_node *out) {
  outlay_unit unit = 0;
  TRY(outlay_unit_parse(s->units, text, &unit, &s->error));
  return outlay_parameter(s->graph, 3, unit, out, &s->error);
}

static outlay_status build_axes(script *s, outlay_node input) {
  const char *const labels[] = {"2026", "2027", "2028"};
  const double values[] = {2026, 2027, 2028};
  outlay_axis year = 0;
  TRY(outlay_axis_new(s->graph, "year", labels, values, 0, 3, &year, &s->error));
  outlay_node entries[3], stack = 0, lag = 0, numbers = 0, first = 0;
  for (int i = 0; i < 3; i++) {
    outlay_node next = 0;
    TRY(outlay_constant(s->graph, i + 1, &next, &s->error));
    TRY(apply(s, OUTLAY_MULTIPLY, input, next, &entries[i]));
  }
  TRY(outlay_stack(s->graph, year, entries, 3, &stack, &s->error));
  TRY(outlay_lag(s->graph, stack, year, 1, 0, &lag, &s->error));
  TRY(apply(s, OUTLAY_SUBTRACT, stack, lag, &stack));
  TRY(outlay_labels(s->graph, year, &numbers, &s->error));
  TRY(apply(s, OUTLAY_MULTIPLY, stack, numbers, &s->grid));
  TRY(outlay_at(s->graph, s->grid, year, 0, &first, &s->error));
  TRY(outlay_reduce(s->graph, OUTLAY_SUM, s->grid, year, &s->total, &s->error));
  return apply(s, OUTLAY_ADD, s->total, first, &s->total);
}

static outlay_status build(script *s) {
  outlay_node old = 0, new = 0, price = 0, input = 0, copy = 0;
  TRY(outlay_graph_place(s->graph, "run.lua", 1));
  TRY(quantity(s, "USD2019", &old));
  TRY(quantity(s, "USD2024", &new));
  TRY(apply(s, OUTLAY_ADD, old, new, &price));
  TRY(outlay_annotate(s->graph, price, OUTLAY_NAME, "price", &price, &s->error));
  TRY(outlay_annotate(s->graph, price, OUTLAY_NAME, "tariff", &price, &s->error));
  TRY(apply(s, OUTLAY_SUBTRACT, price, old, &old));
  TRY(outlay_input(s->graph, OUTLAY_UNIFORM, (outlay_node[]){old, price}, 2, &input, &s->error));
  TRY(outlay_fresh(s->graph, input, &copy, &s->error));
  TRY(apply(s, OUTLAY_ADD, input, copy, &input));
  TRY(build_axes(s, input));
  return outlay_statistic_of(s->graph, OUTLAY_STATISTIC_QUANTILE, 0.9, s->total, &s->statistic,
                             &s->error);
}

static outlay_status read_result(script *s, outlay_result *result) {
  const double probabilities[2] = {0.05, 0.95};
  double quantiles[2];
  uint64_t counts[3];
  for (size_t i = 0; i < 2; i++) {
    TRY(outlay_result_quantiles(result, i, 0, probabilities, 2, quantiles, &s->error));
    TRY(outlay_result_histogram(result, i, 0, 0, 100, counts, 3, &s->error));
  }
  return OUTLAY_OK;
}

static outlay_status evaluate(script *s, uint64_t keep_bytes) {
  outlay_node outputs[2] = {0, s->grid}, bad = 0, zero = 0;
  TRY(apply(s, OUTLAY_SUBTRACT, s->total, s->statistic, &outputs[0]));
  outlay_options options;
  outlay_options_default(&options);
  options.samples = 5000;
  options.threads = 1;
  options.keep_bytes = keep_bytes;
  outlay_result *result = NULL;
  TRY(outlay_evaluate(s->graph, outputs, 2, &options, &result, &s->error));
  const outlay_status status = read_result(s, result);
  outlay_result_free(result);
  if (status != OUTLAY_OK) return status;
  TRY(outlay_constant(s->graph, 0, &zero, &s->error));
  TRY(apply(s, OUTLAY_DIVIDE, s->total, zero, &bad));
  const outlay_status located = outlay_evaluate(s->graph, &bad, 1, &options, &result, &s->error);
  return located == OUTLAY_ERROR_DOMAIN ? OUTLAY_OK : located;
}

/* A parameter for which a mean meets a target, and the least one that meets it. */
static outlay_status search(script *s, outlay_node uncertain) {
  outlay_node parameter = 0, factor = 0, mean = 0, target = 0, rest = 0;
  TRY(outlay_parameter(s->graph, 1, 0, &parameter, &s->error));
  TRY(outlay_parameter(s->graph, 1, 0, &factor, &s->error));
  TRY(apply(s, OUTLAY_MULTIPLY, uncertain, factor, &mean));
  TRY(outlay_statistic_of(s->graph, OUTLAY_STATISTIC_MEAN, 0, mean, &mean, &s->error));
  TRY(outlay_replaced(s->graph, mean, factor, parameter, &mean, &s->error));
  TRY(outlay_constant(s->graph, 10, &target, &s->error));
  TRY(apply(s, OUTLAY_SUBTRACT, target, mean, &rest));
  outlay_options options;
  outlay_options_default(&options);
  options.samples = 16;
  options.threads = 1;
  outlay_solution solution;
  TRY(outlay_solve(s->graph, parameter, rest, 1, 0.5, 8, &options, &solution, &s->error));
  const outlay_variable variable = {
      .parameter = parameter, .low = 0.5, .high = 8, .start = 1, .step = 0.5};
  outlay_result *result = NULL;
  TRY(outlay_evaluate(s->graph, (outlay_node[]){uncertain, target}, 2, &options, &result,
                      &s->error));
  size_t best = 0;
  double worth = 0, off = 0;
  const outlay_status informed =
      outlay_result_information(result, (size_t[]){0, 1}, 2, 0, 0, &best, &worth, &off, &s->error);
  outlay_result_free(result);
  if (informed != OUTLAY_OK) return informed;
  double x = 0, constraint = 0;
  outlay_optimum optimum = {.x = &x, .constraints = &constraint};
  return outlay_optimise(s->graph, &variable, 1, parameter, &rest, (double[]){10}, 1, &options,
                         &optimum, &s->error);
}

/* Sensitivity to three inputs, two of them correlated. */
static outlay_status analyse(script *s) {
  outlay_node low = 0, high = 0, inputs[3], total = 0;
  TRY(outlay_constant(s->graph, 1, &low, &s->error));
  TRY(outlay_constant(s->graph, 2, &high, &s->error));
  total = high;
  for (int i = 0; i < 3; i++) {
    TRY(outlay_input(s->graph, OUTLAY_UNIFORM, (outlay_node[]){low, high}, 2, &inputs[i],
                     &s->error));
    TRY(apply(s, OUTLAY_MULTIPLY, total, inputs[i], &total));
  }
  TRY(outlay_correlate(s->graph, inputs, 2, (double[]){1, 0.5, 0.5, 1}, &s->error));
  outlay_options options;
  outlay_options_default(&options);
  options.samples = 128;
  options.threads = 1;
  outlay_indices *indices = NULL;
  TRY(outlay_sobol_indices(s->graph, total, &options, 0.9, &indices, &s->error));
  outlay_indices_free(indices);
  TRY(search(s, total));
  outlay_swing swings[5];
  double base = 0;
  size_t count = 0;
  return outlay_swings(s->graph, total, 0.1, 0.9, &options, &base, swings, 5, &count, &s->error);
}

static outlay_status run(script *s) {
  TRY(build(s));
  TRY(evaluate(s, 1 << 24));
  return evaluate(s, 0);
}

static void set_prices(outlay_units *units) {
  assert_int_equal(outlay_money_set_index(units, "USD", 2019, 100, "an index", NULL), OUTLAY_OK);
  assert_int_equal(outlay_money_set_index(units, "USD", 2024, 125, "an index", NULL), OUTLAY_OK);
}

static void fail_each(outlay_status (*run_script)(script *), bool sticky, bool units_too) {
  for (size_t n = 0;; n++) {
    failing_allocator memory, plain;
    failing_allocator_arm(&plain, SIZE_MAX, false);
    failing_allocator_arm(&memory, SIZE_MAX, sticky);
    script s = {0};
    assert_int_equal(outlay_units_new(units_too ? &memory.allocator : &plain.allocator, &s.units),
                     OUTLAY_OK);
    set_prices(s.units);
    memory.countdown = n;
    outlay_status status = outlay_graph_new(s.units, &memory.allocator, &s.graph);
    if (status == OUTLAY_OK) {
      status = run_script(&s);
      failing_allocator_disarm(&memory);
      if (memory.failed) {
        assert_int_equal(status, OUTLAY_ERROR_MEMORY);
      } else {
        assert_int_equal(status, OUTLAY_OK);
      }
      assert_int_equal(run_script(&s), OUTLAY_OK); /* the same graph goes on */
      outlay_graph_free(s.graph);
    }
    outlay_units_free(s.units);
    assert_int_equal(memory.live, 0);
    assert_int_equal(plain.live, 0);
    if (!memory.failed) {
      assert_true(n > 50);
      return;
    }
  }
}

static void one_failed_allocation_is_survived(void **state) {
  (void)state;
  fail_each(run, false, false);
}

static void no_memory_left_is_survived(void **state) {
  (void)state;
  fail_each(run, true, false);
}

static void a_failure_in_the_units_is_survived_by_the_graph(void **state) {
  (void)state;
  fail_each(run, false, true);
}

static void analyses_survive_failed_allocations(void **state) {
  (void)state;
  fail_each(analyse, false, false);
  fail_each(analyse, true, false);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_failed_allocation_is_survived),
      cmocka_unit_test(no_memory_left_is_survived),
      cmocka_unit_test(a_failure_in_the_units_is_survived_by_the_graph),
      cmocka_unit_test(analyses_survive_failed_allocations),
  };
  return cmocka_run_group_tests_name("allocation", tests, NULL, NULL);
}
