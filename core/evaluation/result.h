/* The values of some outputs over all samples, and how they came about, so that samples that
 * were not kept can be drawn again. */
#ifndef OUTLAY_RESULT_H
#define OUTLAY_RESULT_H

#include "evaluate_memory.h"
#include "evaluate_pass.h"
#include "plan.h"
#include "statistics.h"

/* Quantiles of some sink columns that were found by drawing the samples again. */
typedef struct outlay_found_quantiles {
  double *probabilities; /* first `count` of these, then as many values of each column */
  size_t count;
  uint32_t first, columns;
} outlay_found_quantiles;

enum { OUTLAY_FOUND_QUANTILES = 16 }; /* that are remembered */

struct outlay_result {
  outlay_allocator allocator;
  outlay_plan *plan; /* owned; its outputs say which cells are where */
  uint64_t samples;
  uint32_t threads; /* as asked for */
  const volatile int32_t *cancel;
  outlay_design design;
  outlay_accumulator *accumulators; /* one for each sink column */
  outlay_accumulator *replicates;   /* the same of each replicate; NULL for Monte Carlo */
  bool reached;                     /* the relative error that was asked for, if any */
  outlay_column_memory columns;     /* kept samples; data is NULL if they were not kept */
  size_t stride;                    /* between kept columns */
  outlay_found_quantiles found[OUTLAY_FOUND_QUANTILES];
  size_t next_found; /* where the next one goes */
};

/* Where a cell of an output is. */
typedef struct outlay_result_cell {
  const double *fixed; /* its only value, for an output without uncertainty */
  uint32_t column;     /* else its sink column */
} outlay_result_cell;

/* OUTLAY_ERROR_ARGUMENT if there is no such output or cell. */
outlay_status outlay_result_find(const outlay_result *result, size_t output, size_t cell,
                                 outlay_result_cell *out, outlay_error *error);

/* Exact quantiles of a sink column that was not kept, by drawing the samples again. They are found
 * for several columns at once and remembered, so that the next columns cost nothing. */
outlay_status outlay_result_redraw(outlay_result *result, uint32_t column,
                                   const double *probabilities, size_t count, double *out,
                                   outlay_error *error);
void outlay_result_forget(outlay_result *result);

/* How many columns there is memory for at a time, when `count` quantiles of each are looked for. */
uint32_t outlay_result_together(const outlay_result *result, size_t count);
/* Quantiles of `columns` sink columns from `first` on: `count` of each, column by column. */
outlay_status outlay_result_select(const outlay_result *result, uint32_t first, uint32_t columns,
                                   const double *probabilities, size_t count, double *out,
                                   outlay_error *error);

/* A pass that draws the samples of a result again. */
outlay_pass outlay_result_again(const outlay_result *result);

#endif
