/* Bends, the frontier, and the bootstrap: found where they are made, and stopped on request. */
#include <stdlib.h>
#include <string.h>

#include "regression_fits.h"

/* ---- bootstrap ---------------------------------------------------------------------------------
 */

static void bootstrap_errors_are_near_least_squares(void **state) {
  (void)state;
  enum { N = 60, R = 2000 };
  double x[N], y[N];
  for (int i = 0; i < N; i++) x[i] = i, y[i] = 0.5 * i + 3 * sin(97.0 * i);
  const outlay_regression_data data = {.x = x, .y = y, .count = N, .terms = 1};
  double *out = malloc(sizeof *out * R * 2), *again = malloc(sizeof *again * R * 2);
  assert_int_equal(
      outlay_regression_bootstrap(NULL, &data, OUTLAY_LEAST_SQUARES, 0, 7, R, NULL, out, NULL),
      OUTLAY_OK);
  assert_int_equal(
      outlay_regression_bootstrap(NULL, &data, OUTLAY_LEAST_SQUARES, 0, 7, 100, NULL, again, NULL),
      OUTLAY_OK);
  assert_memory_equal(out, again, sizeof *out * 200);
  double mean = 0, square = 0;
  for (int i = 0; i < R; i++) mean += out[2 * i + 1] / R;
  for (int i = 0; i < R; i++) square += (out[2 * i + 1] - mean) * (out[2 * i + 1] - mean) / R;
  outlay_regression *fit = fit_of(&data, OUTLAY_LEAST_SQUARES, 0);
  assert_near(mean, outlay_regression_coefficients(fit)[1], 0.01);
  assert_near(sqrt(square), error_of(fit, 1), 0.15);
  outlay_regression_free(fit);
  free(out);
  free(again);
}

/* Resamples of few points are often degenerate. */
static void bootstrap_of_few_points_draws_until_they_differ(void **state) {
  (void)state;
  const double x[3] = {1, 1, 2}, y[3] = {1, 2, 5};
  const outlay_regression_data data = {.x = x, .y = y, .count = 3, .terms = 1};
  double out[200];
  assert_int_equal(
      outlay_regression_bootstrap(NULL, &data, OUTLAY_LEAST_SQUARES, 0, 1, 100, NULL, out, NULL),
      OUTLAY_OK);
  for (int i = 0; i < 200; i++) assert_true(isfinite(out[i]));
}

/* ---- breaks and frontier -----------------------------------------------------------------------
 */

static outlay_status breaks_of(const double *x, const double *y, const double *weights,
                               size_t count, size_t most, outlay_breaks *out, size_t *found) {
  const outlay_regression_data data = {
      .x = x, .y = y, .weights = weights, .count = count, .terms = 1};
  return outlay_find_breaks(NULL, &data, most, NULL, out, found, NULL);
}

static void bends_are_found_where_they_are(void **state) {
  (void)state;
  double x[60], y[60];
  for (int i = 0; i < 60; i++) {
    x[i] = 2000 + 0.5 * i;
    y[i] = x[i] - 2000 + 2 * fmax(x[i] - 2010.3, 0) - 4 * fmax(x[i] - 2021.7, 0) +
           0.05 * sin(1.0 * i * i);
  }
  outlay_breaks out[4];
  size_t found = 0;
  assert_int_equal(breaks_of(x, y, NULL, 60, 3, out, &found), OUTLAY_OK);
  assert_int_equal(found, 4);
  assert_true(out[2].bic < out[1].bic && out[1].bic < out[0].bic && out[2].bic < out[3].bic);
  assert_true(fabs(out[2].places[0] - 2010.3) < 0.1 && fabs(out[2].places[1] - 2021.7) < 0.1);
  assert_near(out[2].slopes[0], 1, 0.02);
  assert_near(out[2].slopes[1], 3, 0.02);
  assert_near(out[2].slopes[2], -1, 0.02);
}

static void straight_noise_has_no_bend(void **state) {
  (void)state;
  double x[40], y[40];
  for (int i = 0; i < 40; i++) x[i] = i, y[i] = 3 * i + sin(91.0 * i);
  outlay_breaks out[3];
  size_t found = 0;
  assert_int_equal(breaks_of(x, y, NULL, 40, 2, out, &found), OUTLAY_OK);
  assert_true(found == 3 && out[0].bic < out[1].bic && out[0].bic < out[2].bic);
}

static void too_few_points_for_a_bend_are_a_line(void **state) {
  (void)state;
  const double x[4] = {1, 2, 3, 4}, y[4] = {1, 2, 4, 4};
  outlay_breaks out[2];
  size_t found = 0;
  assert_int_equal(breaks_of(x, y, NULL, 4, 1, out, &found), OUTLAY_OK);
  assert_int_equal(found, 1);
}

/* Sums of squares that are all rounding do not tell bends. */
static void points_on_a_line_have_no_bend(void **state) {
  (void)state;
  double x[40], y[40];
  for (int i = 0; i < 40; i++) x[i] = i, y[i] = 0.3 * i + 0.7;
  outlay_breaks out[3];
  size_t found = 0;
  assert_int_equal(breaks_of(x, y, NULL, 40, 2, out, &found), OUTLAY_OK);
  for (size_t i = 1; i < found; i++) assert_true(out[i].bic > out[0].bic);
}

/* The bend is in rows of weight 0 alone; and a row of weight 2 is two rows. */
static void bends_go_by_weights(void **state) {
  (void)state;
  double x[40], y[40], w[40], x2[60], y2[60];
  int n = 0;
  for (int i = 0; i < 40; i++) {
    x[i] = i, y[i] = i + sin(91.0 * i) + (i >= 30 ? 9.0 * (i - 30) : 0);
    w[i] = i >= 30 ? 0 : i % 4 == 0 ? 2 : 1;
    for (int k = 0; k < (int)w[i]; k++) x2[n] = x[i], y2[n++] = y[i];
  }
  outlay_breaks out[2], twice[2];
  size_t found = 0;
  assert_int_equal(breaks_of(x, y, w, 40, 1, out, &found), OUTLAY_OK);
  assert_true(found == 2 && out[0].bic < out[1].bic);
  assert_int_equal(breaks_of(x2, y2, NULL, (size_t)n, 1, twice, &found), OUTLAY_OK);
  assert_near(out[1].slopes[1], twice[1].slopes[1], 1e-6);
  assert_near(out[1].sum_of_squares, twice[1].sum_of_squares, 1e-9);
  assert_int_equal(breaks_of(x, y, NULL, 40, 1, out, &found), OUTLAY_OK);
  assert_true(out[1].bic < out[0].bic);
}

static void count_calls(void *context, double fraction) {
  assert_true(fraction >= 0 && fraction <= 1);
  ++*(int *)context;
}

static void a_search_for_bends_can_be_stopped(void **state) {
  (void)state;
  enum { N = 2000 };
  double *x = malloc(2 * N * sizeof *x), *y = x + N;
  for (int i = 0; i < N; i++) x[i] = i, y[i] = i + sin(91.0 * i);
  const outlay_regression_data data = {.x = x, .y = y, .count = N, .terms = 1};
  outlay_breaks out[3];
  double draws[200];
  size_t found = 0;
  int calls = 0;
  int32_t stop = 0;
  outlay_options options;
  outlay_options_default(&options);
  options.cancel = &stop;
  options.progress = count_calls;
  options.progress_context = &calls;
  assert_int_equal(outlay_find_breaks(NULL, &data, 1, &options, out, &found, NULL), OUTLAY_OK);
  stop = 1;
  assert_int_equal(outlay_find_breaks(NULL, &data, 2, &options, out, &found, NULL),
                   OUTLAY_ERROR_CANCELLED);
  assert_int_equal(outlay_regression_bootstrap(NULL, &data, OUTLAY_LEAST_SQUARES, 0, 1, 100,
                                               &options, draws, NULL),
                   OUTLAY_ERROR_CANCELLED);
  free(x);
}

static void frontier_is_what_was_highest_then(void **state) {
  (void)state;
  const double x[6] = {3, 1, 2, 4, 5, 5}, y[6] = {2, 1, 3, 3, 9, 4};
  static const int32_t records[6] = {0, 1, 1, 0, 1, 0}, top_two[6] = {1, 1, 1, 1, 1, 1};
  int32_t members[6];
  assert_int_equal(outlay_frontier(x, y, 6, 1, members, NULL), OUTLAY_OK);
  assert_memory_equal(members, records, sizeof members);
  assert_int_equal(outlay_frontier(x, y, 6, 2, members, NULL), OUTLAY_OK);
  assert_memory_equal(members, top_two, sizeof members);
}

/* Whatever the order of the rows. */
static void of_equal_values_the_earlier_is_the_record(void **state) {
  (void)state;
  const double x[3] = {3, 1, 2}, y[3] = {5, 5, 5};
  static const int32_t first[3] = {0, 1, 0};
  int32_t members[3];
  assert_int_equal(outlay_frontier(x, y, 3, 1, members, NULL), OUTLAY_OK);
  assert_memory_equal(members, first, sizeof members);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bootstrap_errors_are_near_least_squares),
      cmocka_unit_test(bootstrap_of_few_points_draws_until_they_differ),
      cmocka_unit_test(bends_are_found_where_they_are),
      cmocka_unit_test(straight_noise_has_no_bend),
      cmocka_unit_test(too_few_points_for_a_bend_are_a_line),
      cmocka_unit_test(points_on_a_line_have_no_bend),
      cmocka_unit_test(bends_go_by_weights),
      cmocka_unit_test(a_search_for_bends_can_be_stopped),
      cmocka_unit_test(frontier_is_what_was_highest_then),
      cmocka_unit_test(of_equal_values_the_earlier_is_the_record),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
