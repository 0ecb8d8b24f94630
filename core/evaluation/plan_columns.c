#include "plan_columns.h"

#include "status.h"

void outlay_columns_init(outlay_columns *columns, const outlay_allocator *allocator) {
  *columns = (outlay_columns){.allocator = *allocator};
}

void outlay_columns_clear(outlay_columns *columns) {
  for (size_t i = 0; i < columns->run_count; i++) {
    outlay_memory_free(&columns->allocator, columns->runs[i].first, columns->runs[i].capacity,
                       sizeof *columns->runs[i].first);
  }
  outlay_memory_free(&columns->allocator, columns->runs, columns->run_capacity,
                     sizeof *columns->runs);
  outlay_columns_init(columns, &columns->allocator);
}

static outlay_free_runs *find_runs(const outlay_columns *columns, uint32_t length) {
  for (size_t i = 0; i < columns->run_count; i++) {
    if (columns->runs[i].length == length) return &columns->runs[i];
  }
  return NULL;
}

outlay_status outlay_columns_take(outlay_columns *columns, uint32_t length, uint32_t *first,
                                  outlay_error *error) {
  outlay_free_runs *runs = find_runs(columns, length);
  if (runs != NULL && runs->count > 0) {
    *first = runs->first[--runs->count];
    return OUTLAY_OK;
  }
  if (columns->used + length > INT32_MAX) {
    outlay_fail(error, OUTLAY_ERROR_LIMIT, "more than %d cells would be needed at a time",
                INT32_MAX);
    outlay_advise(error, "sum over an axis before the next one comes in");
    return OUTLAY_ERROR_LIMIT;
  }
  *first = (uint32_t)columns->used;
  columns->used += length;
  return OUTLAY_OK;
}

outlay_status outlay_columns_give(outlay_columns *columns, uint32_t length, uint32_t first,
                                  outlay_error *error) {
  outlay_free_runs *runs = find_runs(columns, length);
  if (runs == NULL) {
    if (!outlay_memory_reserve(&columns->allocator, (void **)&columns->runs, &columns->run_capacity,
                               columns->run_count + 1, sizeof *columns->runs)) {
      return outlay_fail_memory(error);
    }
    runs = &columns->runs[columns->run_count++];
    *runs = (outlay_free_runs){.length = length};
  }
  if (!outlay_memory_reserve(&columns->allocator, (void **)&runs->first, &runs->capacity,
                             runs->count + 1, sizeof *runs->first)) {
    return outlay_fail_memory(error);
  }
  runs->first[runs->count++] = first;
  return OUTLAY_OK;
}
