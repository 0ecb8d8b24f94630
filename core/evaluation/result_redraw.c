/* Quantiles of samples that were not kept: a caller asks for one column after the other, but they
 * are found for as many at once as there is memory for. */
#include <string.h>

#include "result.h"
#include "status.h"

static size_t size_of(const outlay_found_quantiles *found) {
  return found->count * ((size_t)found->columns + 1);
}

static void clear(const outlay_result *result, outlay_found_quantiles *found) {
  outlay_memory_free(&result->allocator, found->probabilities, size_of(found), sizeof(double));
  *found = (outlay_found_quantiles){0};
}

void outlay_result_forget(outlay_result *result) {
  for (size_t i = 0; i < OUTLAY_FOUND_QUANTILES; i++) clear(result, &result->found[i]);
}

static bool has(const outlay_found_quantiles *found, uint32_t column, const double *probabilities,
                size_t count) {
  return found->count == count && column - found->first < found->columns &&
         memcmp(found->probabilities, probabilities, count * sizeof *probabilities) == 0;
}

/* Finds the quantiles of the columns around one, in the place of those found longest ago. */
static outlay_status find(outlay_result *result, uint32_t column, const double *probabilities,
                          size_t count, const outlay_found_quantiles **out, outlay_error *error) {
  const uint32_t together = outlay_result_together(result, count);
  const uint32_t all = result->plan->sink_columns;
  outlay_found_quantiles found = {.count = count, .first = column - column % together};
  found.columns = all - found.first < together ? all - found.first : together;
  if (count > SIZE_MAX / ((size_t)found.columns + 1)) return outlay_fail_memory(error);
  found.probabilities =
      outlay_memory_new(&result->allocator, size_of(&found), sizeof *found.probabilities);
  if (found.probabilities == NULL) return outlay_fail_memory(error);
  memcpy(found.probabilities, probabilities, count * sizeof *probabilities);
  const outlay_status status = outlay_result_select(
      result, found.first, found.columns, probabilities, count, found.probabilities + count, error);
  if (status != OUTLAY_OK) {
    clear(result, &found);
    return status;
  }
  outlay_found_quantiles *place = &result->found[result->next_found];
  result->next_found = (result->next_found + 1) % OUTLAY_FOUND_QUANTILES;
  clear(result, place);
  *place = found;
  *out = place;
  return OUTLAY_OK;
}

outlay_status outlay_result_redraw(outlay_result *result, uint32_t column,
                                   const double *probabilities, size_t count, double *out,
                                   outlay_error *error) {
  if (count == 0) return OUTLAY_OK;
  const outlay_found_quantiles *found = NULL;
  for (size_t i = 0; found == NULL && i < OUTLAY_FOUND_QUANTILES; i++) {
    if (has(&result->found[i], column, probabilities, count)) found = &result->found[i];
  }
  if (found == NULL) {
    const outlay_status status = find(result, column, probabilities, count, &found, error);
    if (status != OUTLAY_OK) return status;
  }
  memcpy(out, found->probabilities + (column - found->first + 1) * count, count * sizeof *out);
  return OUTLAY_OK;
}
