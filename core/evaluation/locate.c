#include "locate.h"

#include <math.h>
#include <string.h>

#include "evaluate_steps.h"
#include "graph_origin.h"
#include "status.h"

/* One chunk of samples with the values of all nodes. */
typedef struct scene {
  const outlay_graph *graph;
  outlay_plan *plan;
  outlay_design design;
  outlay_workspace workspace;
  size_t lane; /* of the sample */
} scene;

static double value_at(const scene *s, outlay_node node, uint32_t cell) {
  const outlay_location location = s->plan->locations[node];
  if ((location & OUTLAY_FIXED) != 0) {
    return s->plan->fixed[(location & ~OUTLAY_FIXED) + cell];
  }
  return s->workspace.columns.data[((size_t)location + cell) * s->workspace.stride + s->lane];
}

/* Whether an argument has a part in the value: all but the branch of a WHEN not taken. */
static bool takes_part(const scene *s, outlay_node node, uint32_t cell, size_t index) {
  if (s->graph->nodes[node].operation != OUTLAY_WHEN || index == 0) return true;
  const outlay_cell_origin condition = outlay_graph_origin_at(s->graph, node, cell, 0);
  const bool first = value_at(s, condition.node, condition.cell) != 0;
  return index == (first ? 1U : 2U);
}

/* One step down: to the first argument that is not finite. False if there is none. */
static bool step_down(const scene *s, outlay_node *node, uint32_t *cell) {
  if (s->graph->nodes[*node].operation == OUTLAY_STATISTIC) return false;
  const size_t count = outlay_graph_origins(s->graph, *node, *cell);
  for (size_t i = 0; i < count; i++) {
    if (!takes_part(s, *node, *cell, i)) continue;
    const outlay_cell_origin origin = outlay_graph_origin_at(s->graph, *node, *cell, i);
    if (isfinite(value_at(s, origin.node, origin.cell))) continue;
    *node = origin.node;
    *cell = origin.cell;
    return true;
  }
  return false;
}

static outlay_status describe(const scene *s, const outlay_failure *failure, outlay_node node,
                              outlay_node user, uint32_t cell, outlay_error *error) {
  const outlay_allocator *allocator = &s->graph->allocator;
  const size_t count = s->graph->nodes[node].operation == OUTLAY_STATISTIC
                           ? 0
                           : outlay_graph_origins(s->graph, node, cell);
  double *arguments = outlay_memory_new(allocator, count, sizeof *arguments);
  if (arguments == NULL) return outlay_fail_memory(error);
  for (size_t i = 0; i < count; i++) {
    const outlay_cell_origin origin = outlay_graph_origin_at(s->graph, node, cell, i);
    arguments[i] = value_at(s, origin.node, origin.cell);
  }
  const outlay_culprit culprit = {.graph = s->graph,
                                  .node = node,
                                  .user = user,
                                  .cell = cell,
                                  .sample = failure->sample,
                                  .arguments = arguments,
                                  .count = count};
  outlay_culprit_describe(&culprit, error);
  outlay_memory_free(allocator, arguments, count, sizeof *arguments);
  return OUTLAY_ERROR_DOMAIN;
}

static outlay_status set_scene(const outlay_failure *failure, scene *s, outlay_error *error) {
  const outlay_plan_request request = {
      .graph = failure->graph,
      .outputs = &failure->node,
      .output_count = 1,
      .known = failure->known,
      .known_count = failure->known_count,
      .exact = failure->options != NULL && failure->options->exact != 0,
      .keep_everything = true};
  outlay_node bad = 0;
  outlay_status status = outlay_plan_new(&request, &s->plan, &bad, error);
  if (status != OUTLAY_OK) return status;
  outlay_options standard;
  outlay_options_default(&standard);
  const outlay_options *options = failure->options != NULL ? failure->options : &standard;
  status = outlay_design_new(s->plan, options->sampling, options->seed,
                             outlay_design_samples(options->sampling, options->samples), &s->design,
                             error);
  if (status != OUTLAY_OK) {
    outlay_plan_free(s->plan);
    return status;
  }
  if (!outlay_workspace_new(s->plan, OUTLAY_LANES, &s->workspace)) {
    outlay_design_clear(&s->design);
    outlay_plan_free(s->plan);
    return outlay_fail_memory(error);
  }
  s->lane = (size_t)(failure->sample % OUTLAY_LANES);
  (void)outlay_steps_run(s->plan, &s->workspace, &s->design, failure->sample - s->lane,
                         OUTLAY_LANES);
  return OUTLAY_OK;
}

static void clear_scene(scene *s) {
  outlay_workspace_free(s->plan, &s->workspace);
  outlay_design_clear(&s->design);
  outlay_plan_free(s->plan);
}

outlay_status outlay_locate(const outlay_failure *failure, outlay_error *error) {
  scene s = {.graph = failure->graph};
  const outlay_status status = set_scene(failure, &s, error);
  if (status == OUTLAY_ERROR_LIMIT) {
    /* Too large to keep all values of: the node itself is all that can be said. */
    outlay_fail(error, OUTLAY_ERROR_DOMAIN, "a value is not finite in sample %llu",
                (unsigned long long)failure->sample);
    error->node = failure->node;
    error->sample = failure->sample;
    return OUTLAY_ERROR_DOMAIN;
  }
  if (status != OUTLAY_OK) return status;
  outlay_node node = outlay_graph_resolve(failure->graph, failure->node);
  uint32_t cell = failure->cell;
  outlay_node user = 0;
  for (outlay_node above = node; step_down(&s, &node, &cell); above = node) user = above;
  const outlay_status described = describe(&s, failure, node, user, cell, error);
  clear_scene(&s);
  return described;
}

outlay_status outlay_locate_any(const outlay_graph *graph, const outlay_known *known,
                                size_t known_count, outlay_node node, outlay_error *error) {
  outlay_failure failure = {
      .graph = graph, .known = known, .known_count = known_count, .node = node};
  scene s = {.graph = graph};
  const outlay_status status = set_scene(&failure, &s, error);
  if (status != OUTLAY_OK) return status;
  const uint32_t cells = graph->axes.sets[graph->nodes[node].axes].cells;
  while (failure.cell + 1 < cells && isfinite(value_at(&s, node, failure.cell))) failure.cell++;
  clear_scene(&s);
  return outlay_locate(&failure, error);
}
