/* Sobol indices of a value: the public functions, and from sums to indices. */
#include "sensitivity.h"

#include <math.h>
#include <string.h>

#include "locate.h"
#include "status.h"

void outlay_indices_free(outlay_indices *indices) {
  if (indices == NULL) return;
  const outlay_allocator memory = indices->allocator;
  const size_t groups = indices->groups.count;
  outlay_memory_free(&memory, indices->pairs, OUTLAY_REPLICATES, sizeof *indices->pairs);
  outlay_memory_free(&memory, indices->sums, OUTLAY_REPLICATES * groups, sizeof *indices->sums);
  outlay_memory_free(&memory, indices->first, groups, sizeof *indices->first);
  outlay_memory_free(&memory, indices->total, groups, sizeof *indices->total);
  outlay_input_groups_clear(&indices->groups);
  outlay_memory_free(&memory, indices, 1, sizeof *indices);
}

/* ---- from sums to indices ---- */

/* The variance of two columns together, by their means together. */
static double variance_of(double count, double x, double xx, double y, double yy) {
  const double mean = (x + y) / (2 * count);
  return (xx + yy) / (2 * count) - mean * mean;
}

/* With f of A, B and of M, A with B's draws of the group:
 *  - total: half the mean square of A - M over the variance (Jansen, Computer Physics
 *    Communications 117, 1999), the variance from A and M together;
 *  - first order: the correlation of B and M, which share the group's draws alone (Saltelli and
 *    others, Computer Physics Communications 181, 2010, table 2), normalised as by Janon and others
 *    (ESAIM: Probability and Statistics 18, 2014), less 1 - total times that of A and B. The latter
 *    is known to be zero, and errs as the former does by what the group has no part in. */
void outlay_indices_of_sums(const outlay_pair_sums *pair, const outlay_group_sums *group,
                            double *first, double *total) {
  const double n = pair->count;
  const double of_total = variance_of(n, pair->a, pair->aa, group->m, group->mm);
  *total = of_total > 0 ? group->from_a / (2 * n) / of_total : 0;
  const double of_first = variance_of(n, pair->b, pair->bb, group->m, group->mm);
  const double of_pair = variance_of(n, pair->a, pair->aa, pair->b, pair->bb);
  if (!(of_first > 0) || !(of_pair > 0)) {
    *first = 0;
    return;
  }
  const double shared = 1 - group->from_b / (2 * n) / of_first;
  const double known = 1 - pair->distance / (2 * n) / of_pair;
  *first = shared - fmax(0, 1 - *total) * known;
}

static void add_pair(outlay_pair_sums *to, const outlay_pair_sums *from, double sign) {
  to->count += sign * from->count;
  to->a += sign * from->a;
  to->aa += sign * from->aa;
  to->b += sign * from->b;
  to->bb += sign * from->bb;
  to->distance += sign * from->distance;
}

static void add_group(outlay_group_sums *to, const outlay_group_sums *from, double sign) {
  to->m += sign * from->m;
  to->mm += sign * from->mm;
  to->from_a += sign * from->from_a;
  to->from_b += sign * from->from_b;
}

static outlay_index index_of(double value, const double *without, double width) {
  double mean = 0, square = 0;
  for (int r = 0; r < OUTLAY_REPLICATES; r++) mean += without[r] / OUTLAY_REPLICATES;
  for (int r = 0; r < OUTLAY_REPLICATES; r++) {
    square += (without[r] - mean) * (without[r] - mean);
  }
  const double error = sqrt(square * (OUTLAY_REPLICATES - 1) / OUTLAY_REPLICATES);
  return (outlay_index){.value = value,
                        .standard_error = error,
                        .low = value - width * error,
                        .high = value + width * error};
}

/* Errors by the jackknife over replicates (Efron and Stein, Annals of Statistics 9, 1981). */
static void find_indices(outlay_indices *indices, double width) {
  const size_t groups = indices->groups.count;
  outlay_pair_sums all = {0};
  for (int r = 0; r < OUTLAY_REPLICATES; r++) add_pair(&all, &indices->pairs[r], 1);
  for (size_t i = 0; i < groups; i++) {
    outlay_group_sums sum = {0};
    for (size_t r = 0; r < OUTLAY_REPLICATES; r++) {
      add_group(&sum, &indices->sums[r * groups + i], 1);
    }
    double first = 0, total = 0, firsts[OUTLAY_REPLICATES], totals[OUTLAY_REPLICATES];
    outlay_indices_of_sums(&all, &sum, &first, &total);
    for (size_t r = 0; r < OUTLAY_REPLICATES; r++) {
      outlay_pair_sums pair = all;
      outlay_group_sums group = sum;
      add_pair(&pair, &indices->pairs[r], -1);
      add_group(&group, &indices->sums[r * groups + i], -1);
      outlay_indices_of_sums(&pair, &group, &firsts[r], &totals[r]);
    }
    indices->first[i] = index_of(first, firsts, width);
    indices->total[i] = index_of(total, totals, width);
  }
  if (groups == 1) { /* it has all of the variance, which is known without samples */
    indices->first[0] = indices->total[0] = (outlay_index){.value = 1, .low = 1, .high = 1};
  }
  const double mean = (all.a + all.b) / (2 * all.count);
  indices->mean = indices->shift + mean;
  indices->sd = sqrt(fmax(0, (all.aa + all.bb) / (2 * all.count) - mean * mean));
}

/* ---- one analysis ---- */

outlay_status outlay_sensitivity_check(const outlay_graph *graph, outlay_node node,
                                       outlay_error *error) {
  const outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  if (graph->axes.sets[graph->nodes[node].axes].cells != 1) {
    outlay_fail(error, OUTLAY_ERROR_AXIS, "this is of one value, and the one given has axes");
    outlay_advise(error, "choose with x:at{ ... } or x:sum(axis)");
    return OUTLAY_ERROR_AXIS;
  }
  if (outlay_graph_uncertain(graph, node)) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     "this is of an uncertain value, and the one given is certain");
}

static outlay_status check_request(const outlay_graph *graph, outlay_node node,
                                   const outlay_options *options, double confidence,
                                   outlay_error *error) {
  const outlay_status status = outlay_sensitivity_check(graph, node, error);
  if (status != OUTLAY_OK) return status;
  if (!(confidence > 0 && confidence < 1)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a confidence is between 0 and 1, not %g",
                       confidence);
  }
  const uint64_t most = UINT64_C(1) << 50;
  if (options->samples < 1 || options->samples > most ||
      outlay_design_samples(options->sampling, options->samples) == 0) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the number of samples is from 1 to 2^%d",
                       options->sampling == OUTLAY_MONTE_CARLO ? 50 : OUTLAY_NET_BITS + 4);
  }
  return OUTLAY_OK;
}

/* As many as were asked for, in replicates of whole lanes. */
static uint64_t samples_of(const outlay_options *options) {
  if (options->sampling != OUTLAY_MONTE_CARLO) {
    return outlay_design_samples(options->sampling, options->samples);
  }
  const uint64_t step = (uint64_t)OUTLAY_REPLICATES * OUTLAY_LANES;
  return (options->samples + step - 1) / step * step;
}

/* A value that is not finite. An evaluation says where it begins, if it meets it too. */
static outlay_status fail_domain(outlay_graph *graph, outlay_node node,
                                 const outlay_options *options, const outlay_indices *indices,
                                 size_t group, outlay_error *error) {
  outlay_result *result = NULL;
  const outlay_status status = outlay_evaluate(graph, &node, 1, options, &result, error);
  outlay_result_free(result);
  if (status != OUTLAY_OK) return status;
  outlay_fail(error, OUTLAY_ERROR_DOMAIN, "the value is not finite for some values of its inputs");
  if (error == NULL) return OUTLAY_ERROR_DOMAIN;
  error->node = node;
  if (group < indices->groups.count) {
    const outlay_input_group *moved = &indices->groups.groups[group];
    error->left = indices->groups.inputs[moved->input];
  }
  outlay_advise(error, "evaluate it with more samples, which says where that begins");
  return OUTLAY_ERROR_DOMAIN;
}

outlay_status outlay_sensitivity_plan(outlay_evaluation *evaluation, outlay_node node,
                                      outlay_plan **out) {
  outlay_status status = outlay_evaluate_statistics(evaluation, &node, 1);
  if (status != OUTLAY_OK) return status;
  const outlay_options *options = evaluation->options;
  const outlay_plan_request request = {.graph = evaluation->graph,
                                       .outputs = &node,
                                       .output_count = 1,
                                       .known = evaluation->known,
                                       .known_count = evaluation->known_count,
                                       .exact = options->exact != 0,
                                       .keep_everything = true,
                                       .cancel = options->cancel};
  outlay_node bad = 0;
  status = outlay_plan_new(&request, out, &bad, evaluation->error);
  if (status == OUTLAY_OK || bad == 0) return status;
  return outlay_locate_any(evaluation->graph, evaluation->known, evaluation->known_count, bad,
                           evaluation->error);
}

static outlay_status run_plan(outlay_graph *graph, outlay_node node, const outlay_plan *plan,
                              const outlay_options *options, outlay_indices *indices,
                              outlay_error *error) {
  outlay_status status = outlay_input_groups_new(graph, plan, node, &indices->groups, error);
  if (status != OUTLAY_OK) return status;
  const outlay_allocator *memory = &indices->allocator;
  const size_t groups = indices->groups.count;
  indices->pairs = outlay_memory_new(memory, OUTLAY_REPLICATES, sizeof *indices->pairs);
  indices->sums = outlay_memory_new(memory, OUTLAY_REPLICATES * groups, sizeof *indices->sums);
  indices->first = outlay_memory_new(memory, groups, sizeof *indices->first);
  indices->total = outlay_memory_new(memory, groups, sizeof *indices->total);
  if (indices->pairs == NULL || indices->sums == NULL || indices->first == NULL ||
      indices->total == NULL) {
    return outlay_fail_memory(error);
  }
  outlay_design twins[2];
  status = outlay_design_new_twins(plan, options->sampling, options->seed, indices->samples, twins,
                                   error);
  if (status != OUTLAY_OK) return status;
  size_t bad = 0;
  status = outlay_indices_run(indices, plan, twins, plan->locations[node], options, &bad, error);
  outlay_design_clear(&twins[0]);
  outlay_design_clear(&twins[1]);
  return status == OUTLAY_ERROR_DOMAIN ? fail_domain(graph, node, options, indices, bad, error)
                                       : status;
}

static outlay_status analyse(outlay_graph *graph, outlay_node node, const outlay_options *options,
                             outlay_indices *indices, outlay_error *error) {
  outlay_evaluation evaluation = {.graph = graph, .options = options, .end = 1, .error = error};
  outlay_plan *plan = NULL;
  outlay_status status = outlay_sensitivity_plan(&evaluation, node, &plan);
  if (status == OUTLAY_OK) status = run_plan(graph, node, plan, options, indices, error);
  outlay_plan_free(plan);
  outlay_evaluation_clear(&evaluation);
  return status;
}

outlay_status outlay_sobol_indices(outlay_graph *graph, outlay_node node,
                                   const outlay_options *options, double confidence,
                                   outlay_indices **out, outlay_error *error) {
  outlay_options standard;
  outlay_error unread;
  if (error == NULL) error = &unread;
  if (options == NULL) {
    outlay_options_default(&standard);
    options = &standard;
  }
  outlay_status status = check_request(graph, node, options, confidence, error);
  if (status != OUTLAY_OK) return status;
  const double degrees[3] = {OUTLAY_REPLICATES - 1, 0, 1};
  const double width =
      outlay_distribution_quantile(OUTLAY_STUDENT_T, degrees, 3, 0.5 + 0.5 * confidence);
  outlay_indices *indices = outlay_memory_new(&graph->allocator, 1, sizeof *indices);
  if (indices == NULL) return outlay_fail_memory(error);
  indices->allocator = graph->allocator;
  indices->groups.allocator = graph->allocator;
  indices->samples = samples_of(options);
  status = analyse(graph, node, options, indices, error);
  if (status == OUTLAY_OK) {
    find_indices(indices, width);
    if (indices->sd > 0) {
      *out = indices;
      return OUTLAY_OK;
    }
    status = outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         "the value is the same in all %llu samples, so there is no variance",
                         (unsigned long long)indices->samples);
  }
  outlay_indices_free(indices);
  return status;
}

/* ---- reading ---- */

void outlay_indices_describe(const outlay_indices *indices, outlay_indices_info *out) {
  *out = (outlay_indices_info){.samples = indices->samples,
                               .evaluations = indices->samples * (indices->groups.count + 2),
                               .groups = indices->groups.count,
                               .mean = indices->mean,
                               .sd = indices->sd};
}

outlay_status outlay_indices_of(const outlay_indices *indices, size_t group, outlay_index *first,
                                outlay_index *total) {
  if (group >= indices->groups.count) return OUTLAY_ERROR_ARGUMENT;
  *first = indices->first[group];
  *total = indices->total[group];
  return OUTLAY_OK;
}

size_t outlay_indices_inputs(const outlay_indices *indices, size_t group, outlay_node *out,
                             size_t capacity) {
  if (group >= indices->groups.count) return 0;
  const outlay_input_group *there = &indices->groups.groups[group];
  for (size_t i = 0; out != NULL && i < there->input_count && i < capacity; i++) {
    out[i] = indices->groups.inputs[there->input + i];
  }
  return there->input_count;
}
