/* Threads for one piece of work: numbered items, done in any order by several threads, their
 * results taken in the order of the items. So what comes of it does not depend on how many
 * threads there are or how fast each one is. */
#ifndef OUTLAY_POOL_H
#define OUTLAY_POOL_H

#include <stdbool.h>

#include "memory.h"

typedef struct outlay_pool_work {
  void *context;
  uint64_t items;
  uint32_t threads; /* the calling thread is one of them, number 0 */
  /* Does an item; its result goes to place item % window. False: stop everything. */
  bool (*item)(void *context, uint32_t thread, uint64_t item);
  /* Takes the results of items 0, 1, 2 ... in this order, one at a time (by any thread).
   * False: no item after this one is needed. */
  bool (*take)(void *context, uint64_t item);
  /* Called by the calling thread alone, after each of its items. May be NULL. */
  void (*report)(void *context, uint64_t taken);
} outlay_pool_work;

/* Places for results that are done and not yet taken. */
uint32_t outlay_pool_window(uint32_t threads);

/* OUTLAY_OK when all items were taken or `take` said that no more are needed,
 * OUTLAY_ERROR_CANCELLED when an item stopped the work, OUTLAY_ERROR_MEMORY. If a thread cannot
 * be had, the others do its share. */
outlay_status outlay_pool_run(const outlay_allocator *allocator, const outlay_pool_work *work);

/* Processors that this process may use. */
uint32_t outlay_pool_processors(void);

#endif
