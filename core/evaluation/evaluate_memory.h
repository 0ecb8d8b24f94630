/* Memory for columns: aligned to 64 bytes, and not cleared, since it is written before it is
 * read and may be large. */
#ifndef OUTLAY_EVALUATE_MEMORY_H
#define OUTLAY_EVALUATE_MEMORY_H

#include <stdbool.h>

#include "memory.h"

typedef struct outlay_column_memory {
  double *data;
  void *block; /* as allocated */
  size_t size;
} outlay_column_memory;

/* `columns` columns of `stride` doubles; false when out of memory or too large. */
bool outlay_column_memory_new(const outlay_allocator *allocator, size_t columns, size_t stride,
                              outlay_column_memory *out);
void outlay_column_memory_free(const outlay_allocator *allocator, outlay_column_memory *memory);

#endif
