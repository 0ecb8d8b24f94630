/* Memory: the allocator of a handle, and arrays that grow.
 *
 * Everything that a handle owns is taken from its allocator, so that a test can fail each
 * allocation in turn and an embedder can count them. */
#ifndef OUTLAY_MEMORY_H
#define OUTLAY_MEMORY_H

#include <stdbool.h>

#include "outlay.h"

/* `allocator`, or the C library's where it is NULL. */
outlay_allocator outlay_memory_or_default(const outlay_allocator *allocator);

/* `count` elements of `size` bytes, zeroed; NULL when out of memory or too large. */
void *outlay_memory_new(const outlay_allocator *allocator, size_t count, size_t size);
void outlay_memory_free(const outlay_allocator *allocator, void *pointer, size_t count,
                        size_t size);

/* Makes room in `*array` (of `*capacity` elements of `size` bytes) for `needed` elements,
 * at least doubling. On failure the array is as it was and the answer is false. */
bool outlay_memory_reserve(const outlay_allocator *allocator, void **array, size_t *capacity,
                           size_t needed, size_t size);

#endif
