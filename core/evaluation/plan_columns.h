/* Columns for the values of a plan: handed out, taken back, and used again. */
#ifndef OUTLAY_PLAN_COLUMNS_H
#define OUTLAY_PLAN_COLUMNS_H

#include <stdbool.h>

#include "memory.h"

/* Free runs of columns of one length. */
typedef struct outlay_free_runs {
  uint32_t length;
  uint32_t *first;
  size_t count, capacity;
} outlay_free_runs;

typedef struct outlay_columns {
  outlay_allocator allocator;
  outlay_free_runs *runs;
  size_t run_count, run_capacity;
  uint64_t used; /* columns so far */
} outlay_columns;

void outlay_columns_init(outlay_columns *columns, const outlay_allocator *allocator);
void outlay_columns_clear(outlay_columns *columns);

/* `length` columns side by side; OUTLAY_ERROR_LIMIT when there would be more than 2^31. */
outlay_status outlay_columns_take(outlay_columns *columns, uint32_t length, uint32_t *first,
                                  outlay_error *error);
outlay_status outlay_columns_give(outlay_columns *columns, uint32_t length, uint32_t first,
                                  outlay_error *error);

#endif
