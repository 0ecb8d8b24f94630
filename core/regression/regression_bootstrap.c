/* The bootstrap of pairs (Efron, Annals of Statistics 7, 1979): rows drawn with replacement. The
 * draws are counted ones, so that replicate number r is the same wherever it is made. */
#include <math.h>

#include "kernels.h"
#include "progress.h"
#include "regression.h"
#include "status.h"

enum { MOST_ATTEMPTS = 100 };

typedef struct resample {
  const outlay_regression_data *from;
  outlay_regression_data data;
  double *x, *y, *weights, *draws; /* draws: the rows' count, rounded up to lanes */
  size_t drawn;
} resample;

/* Stream `number` of uniforms as rows. Pairs of streams are drawn together; the even one is ours.
 */
static void draw_rows(resample *r, uint64_t seed, uint64_t number) {
  const size_t n = r->from->count;
  outlay_kernels_portable()->uniform_pair(r->draws, NULL, seed, number, 0, r->drawn);
  for (size_t i = 0; i < n; i++) {
    size_t row = (size_t)(r->draws[i] * (double)n);
    if (row >= n) row = n - 1;
    for (size_t j = 0; j < r->from->terms; j++) r->x[j * n + i] = r->from->x[j * n + row];
    r->y[i] = r->from->y[row];
    if (r->weights != NULL) r->weights[i] = r->from->weights[row];
  }
}

/* A resample without two different x, say, is drawn anew, from streams no other replicate has. */
static outlay_status replicate(const outlay_allocator *allocator, resample *r,
                               outlay_regression_method method, double quantile, uint64_t seed,
                               uint64_t number, double *out, outlay_error *error) {
  outlay_status status = OUTLAY_OK;
  for (uint64_t attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    draw_rows(r, seed, number * MOST_ATTEMPTS + attempt);
    outlay_regression *fit = NULL;
    status = outlay_regression_fit(allocator, &r->data, method, quantile, &fit, error);
    if (status == OUTLAY_OK) {
      for (size_t j = 0; j <= r->from->terms; j++) out[j] = fit->coefficients[j];
      outlay_regression_free(fit);
      return OUTLAY_OK;
    }
    if (status != OUTLAY_ERROR_ARGUMENT) return status;
  }
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     "too few of the points differ: resamples of them cannot be fitted");
}

outlay_status outlay_regression_bootstrap(const outlay_allocator *allocator,
                                          const outlay_regression_data *data,
                                          outlay_regression_method method, double quantile,
                                          uint64_t seed, size_t replicates,
                                          const outlay_options *options, double *out,
                                          outlay_error *error) {
  /* What is wrong with the points themselves is said of them. */
  outlay_regression *fit = NULL;
  outlay_status status = outlay_regression_fit(allocator, data, method, quantile, &fit, error);
  if (status != OUTLAY_OK) return status;
  outlay_regression_free(fit);
  const outlay_allocator from = outlay_memory_or_default(allocator);
  const size_t n = data->count, drawn = (n + OUTLAY_LANES - 1) / OUTLAY_LANES * OUTLAY_LANES;
  const size_t room = (data->terms + 2) * n + drawn;
  double *memory = outlay_memory_new(&from, room, sizeof *memory);
  if (memory == NULL) return outlay_fail_memory(error);
  resample r = {.from = data, .x = memory, .drawn = drawn};
  r.y = r.x + data->terms * n;
  r.weights = data->weights != NULL ? r.y + n : NULL;
  r.draws = r.y + 2 * n;
  r.data = (outlay_regression_data){
      .x = r.x, .y = r.y, .weights = r.weights, .count = n, .terms = data->terms};
  outlay_progress progress = outlay_progress_of(options);
  for (size_t i = 0; status == OUTLAY_OK && i < replicates; i++) {
    outlay_progress_report(&progress, (double)i / (double)replicates);
    if (options != NULL && outlay_is_cancelled(options->cancel)) {
      status = outlay_fail(error, OUTLAY_ERROR_CANCELLED, "cancelled");
      break;
    }
    status =
        replicate(allocator, &r, method, quantile, seed, i, out + i * (data->terms + 1), error);
  }
  outlay_memory_free(&from, memory, room, sizeof *memory);
  return status;
}
