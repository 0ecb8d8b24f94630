/* A pass over all samples of a plan: blocks of samples, given to threads.
 *
 * A block is always OUTLAY_BLOCK samples, whatever the chunks it is computed in, so that the
 * statistics of a block have fixed digits; blocks are taken in order. */
#ifndef OUTLAY_EVALUATE_PASS_H
#define OUTLAY_EVALUATE_PASS_H

#include "design.h"
#include "plan.h"
#include "progress.h"

enum { OUTLAY_BLOCK = 4096 };

/* The output columns of a block: column k begins at columns + k * stride. */
typedef struct outlay_block {
  uint64_t number;
  uint64_t first; /* sample */
  size_t n;
  const double *columns;
  size_t stride;
} outlay_block;

typedef struct outlay_pass {
  const outlay_plan *plan;
  const outlay_design *design;
  uint64_t samples;
  uint32_t threads; /* from outlay_pass_threads */
  const volatile int32_t *cancel;
  outlay_progress progress;
  double *columns; /* where all samples of the outputs are to be kept; NULL: nowhere */
  size_t stride;   /* between the columns there, a multiple of OUTLAY_LANES */

  void *context;
  /* Looks at a block; several threads at a time. Results go to place number % window. */
  void (*look)(void *context, uint32_t thread, const outlay_block *block);
  /* Takes the results of block 0, 1, 2 ... May be NULL. False: no later block is needed. */
  bool (*take)(void *context, uint64_t block);
} outlay_pass;

/* Threads worth having: not more than asked for (0: one a processor), than there are blocks, or
 * than there is a sensible amount of memory for. */
uint32_t outlay_pass_threads(const outlay_plan *plan, uint64_t samples, uint32_t asked, bool kept);

/* OUTLAY_ERROR_CANCELLED, OUTLAY_ERROR_MEMORY, or OUTLAY_ERROR_LIMIT if the outputs have too many
 * cells for columns that are not kept. */
outlay_status outlay_pass_run(const outlay_pass *pass, outlay_error *error);

#endif
