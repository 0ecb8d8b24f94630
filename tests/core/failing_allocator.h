/* An allocator that fails on purpose and counts what it has given out.
 *
 *   for (size_t n = 0;; n++) {
 *     failing_allocator memory;
 *     failing_allocator_arm(&memory, n, sticky);
 *     ... use &memory.allocator ...
 *     assert_int_equal(memory.live, 0);
 *     if (!memory.failed) break;   (all allocations were tried)
 *   }
 */
#ifndef OUTLAY_TEST_FAILING_ALLOCATOR_H
#define OUTLAY_TEST_FAILING_ALLOCATOR_H

#include <stdbool.h>

#include "outlay.h"

typedef struct failing_allocator {
  outlay_allocator allocator; /* its context is set by failing_allocator_arm */
  size_t countdown;           /* allocations that succeed before one fails */
  bool sticky;                /* all later ones fail too */
  bool failed;                /* one has failed */
  size_t live;                /* bytes given out and not yet returned */
} failing_allocator;

/* Fails the allocation of number `countdown`, counted from 0; SIZE_MAX: none. */
void failing_allocator_arm(failing_allocator *memory, size_t countdown, bool sticky);

/* From now on all allocations succeed. */
void failing_allocator_disarm(failing_allocator *memory);

#endif
