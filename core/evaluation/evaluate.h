/* Evaluating outputs: plan, first pass over the samples, result. */
#ifndef OUTLAY_EVALUATE_H
#define OUTLAY_EVALUATE_H

#include "evaluate_pass.h"
#include "plan.h"
#include "result.h"

/* One evaluation: statistics first, level by level, then the outputs. */
typedef struct outlay_evaluation {
  const outlay_graph *graph;
  const outlay_options *options;
  outlay_known *known; /* statistics worked out so far, ascending by node */
  size_t known_count, known_capacity;
  double begin, end;     /* the part of the whole, for progress */
  double relative_error; /* the largest of the results so far: see outlay_result_info */
  outlay_error *error;
} outlay_evaluation;

/* The outputs, whose statistics are all known. */
outlay_status outlay_evaluate_known(const outlay_evaluation *evaluation, const outlay_node *outputs,
                                    size_t count, outlay_result **out);

/* Works out all statistics below the outputs, and makes them known. */
outlay_status outlay_evaluate_statistics(outlay_evaluation *evaluation, const outlay_node *outputs,
                                         size_t count);
void outlay_evaluation_clear(outlay_evaluation *evaluation);

#endif
