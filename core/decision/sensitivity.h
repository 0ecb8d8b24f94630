/* Sensitivity: how much of a value's variance comes from which inputs, by drawing the inputs anew
 * one after the other.
 *
 * Inputs that share a draw or are correlated are one group: what each of them adds by itself is
 * not defined. Samples are those of two twin designs, A and B; "A with B's draws of a group" is had
 * by computing again only the steps that the group's draws reach. */
#ifndef OUTLAY_SENSITIVITY_H
#define OUTLAY_SENSITIVITY_H

#include "design.h"
#include "evaluate.h"

/* OUTLAY_ERROR_AXIS or OUTLAY_ERROR_ARGUMENT unless a node is one uncertain value. */
outlay_status outlay_sensitivity_check(const outlay_graph *graph, outlay_node node,
                                       outlay_error *error);

/* A plan that keeps everything, for computing a node in part; statistics below it are worked out
 * and known. */
outlay_status outlay_sensitivity_plan(outlay_evaluation *evaluation, outlay_node node,
                                      outlay_plan **out);

/* A draw of a plan: the column that it is drawn into. */
typedef struct outlay_moved_draw {
  uint32_t column;
  uint32_t group;
  outlay_stream_name stream;
} outlay_moved_draw;

/* A group of inputs; the numbers are places in the lists below. */
typedef struct outlay_input_group {
  size_t draw, draw_count;
  size_t input, input_count;
  size_t step, step_count;
  size_t column, column_count;
} outlay_input_group;

/* The groups of a plan that keeps everything. */
typedef struct outlay_input_groups {
  outlay_allocator allocator;
  outlay_input_group *groups; /* in the order of their first inputs */
  size_t count, capacity;
  outlay_moved_draw *draws; /* group by group */
  size_t draw_count, draw_capacity;
  outlay_node *inputs; /* group by group, ascending in each */
  size_t input_count, input_capacity;
  uint32_t *steps; /* that the group's draws reach, in the plan's order */
  size_t step_count, step_capacity;
  uint32_t *columns; /* that those steps write, and the draws */
  size_t column_count, column_capacity;
} outlay_input_groups;

/* OUTLAY_ERROR_LIMIT where the lists of steps would be too long. */
outlay_status outlay_input_groups_new(const outlay_graph *graph, const outlay_plan *plan,
                                      outlay_node output, outlay_input_groups *out,
                                      outlay_error *error);
void outlay_input_groups_clear(outlay_input_groups *groups);

/* Sums over some samples, of values less a fixed one: of A and B; of A with B's draws of a group,
 * and its squared distances from A and from B. */
typedef struct outlay_pair_sums {
  double count, a, aa, b, bb, distance; /* distance: squares of a - b */
} outlay_pair_sums;
typedef struct outlay_group_sums {
  double m, mm, from_a, from_b;
} outlay_group_sums;

/* First-order and total index from sums. */
void outlay_indices_of_sums(const outlay_pair_sums *pair, const outlay_group_sums *group,
                            double *first, double *total);

struct outlay_indices {
  outlay_allocator allocator;
  outlay_input_groups groups;
  uint64_t samples;            /* of A, and of B */
  double shift;                /* what the sums' values are less */
  outlay_pair_sums *pairs;     /* of each replicate */
  outlay_group_sums *sums;     /* of each replicate: one a group */
  outlay_index *first, *total; /* of each group */
  double mean, sd;
};

/* Runs the samples; the sums are there afterwards. `output` is a column of the plan. Where a value
 * is not finite, `*bad_group` says with whose draws (the number of groups: none's) and the status
 * is OUTLAY_ERROR_DOMAIN. */
outlay_status outlay_indices_run(outlay_indices *indices, const outlay_plan *plan,
                                 const outlay_design twins[2], uint32_t output,
                                 const outlay_options *options, size_t *bad_group,
                                 outlay_error *error);

#endif
