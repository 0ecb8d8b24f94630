#include "plan.h"

#include <math.h>
#include <string.h>

#include "evaluate_steps.h"
#include "plan_build.h"
#include "plan_order.h"
#include "progress.h"
#include "status.h"

void outlay_plan_free(outlay_plan *plan) {
  if (plan == NULL) return;
  const outlay_allocator memory = plan->allocator;
  for (size_t i = 0; i < plan->sampler_count; i++) outlay_shared_sampler_release(plan->samplers[i]);
  outlay_memory_free(&memory, plan->steps, plan->step_capacity, sizeof *plan->steps);
  outlay_memory_free(&memory, plan->sources, plan->source_capacity, sizeof *plan->sources);
  outlay_memory_free(&memory, plan->gathers, plan->gather_capacity, sizeof *plan->gathers);
  outlay_memory_free(&memory, plan->maps, plan->map_capacity, sizeof *plan->maps);
  outlay_memory_free(&memory, plan->fixed, plan->fixed_capacity, sizeof *plan->fixed);
  outlay_memory_free(&memory, plan->samplers, plan->sampler_capacity,
                     sizeof(outlay_shared_sampler *));
  outlay_memory_free(&memory, plan->factors, plan->factor_capacity, sizeof *plan->factors);
  outlay_memory_free(&memory, plan->outputs, plan->output_count, sizeof *plan->outputs);
  outlay_memory_free(&memory, plan->locations, plan->location_count, sizeof *plan->locations);
  outlay_memory_free(&memory, plan, 1, sizeof *plan);
}

static void planning_clear(outlay_planning *p) {
  const outlay_allocator *memory = &p->graph->allocator;
  outlay_memory_free(memory, p->where, p->where_size, sizeof *p->where);
  outlay_memory_free(memory, p->values, p->order.count, sizeof *p->values);
  for (int draw = 0; draw < OUTLAY_STREAM_COUNTS; draw++) {
    outlay_memory_free(memory, p->draws[draw], p->draw_sizes[draw], sizeof *p->draws[draw]);
  }
  outlay_memory_free(memory, p->reach, p->graph->groups.count, sizeof *p->reach);
  outlay_node_list_clear(&p->order, memory);
  outlay_columns_clear(&p->columns);
}

/* ---- stopping: a plan of a million nodes takes a quarter of a second ---- */

static bool is_cancelled(void *context) { return outlay_is_cancelled(context); }

static outlay_status check_cancel(const outlay_planning *p) {
  if (!is_cancelled((void *)(uintptr_t)p->request->cancel)) return OUTLAY_OK;
  return outlay_fail(p->error, OUTLAY_ERROR_CANCELLED, "cancelled");
}

/* ---- what there is to compute ---- */

static bool is_leaf(const outlay_graph *graph, outlay_node node) {
  switch ((outlay_operation)graph->nodes[node].operation) {
    case OUTLAY_CONSTANT:
    case OUTLAY_PARAMETER:
    case OUTLAY_LABELS:
    case OUTLAY_STATISTIC:
      return true;
    default:
      return false;
  }
}

/* Numbers the values of all nodes below the outputs. */
static outlay_status number_values(outlay_planning *p) {
  const outlay_plan_request *request = p->request;
  const outlay_status status =
      outlay_plan_order(p->graph, request->outputs, request->output_count, &p->order, p->error);
  if (status != OUTLAY_OK) return status;
  for (size_t i = 0; i < p->order.count; i++) {
    if (p->order.nodes[i] >= p->where_size) p->where_size = (size_t)p->order.nodes[i] + 1;
  }
  p->where = outlay_memory_new(&p->graph->allocator, p->where_size, sizeof *p->where);
  p->values = outlay_memory_new(&p->graph->allocator, p->order.count, sizeof *p->values);
  if (p->where == NULL || p->values == NULL) return outlay_fail_memory(p->error);
  for (size_t i = 0; i < p->order.count; i++) {
    const outlay_node node = p->order.nodes[i];
    const outlay_node_record *record = outlay_graph_node(p->graph, node);
    p->where[node] =
        record->operation == OUTLAY_ALIAS ? p->where[record->word[0]] : (uint32_t)i + 1;
    p->values[i].sink = OUTLAY_NO_COLUMN;
    p->values[i].exported = request->keep_everything;
  }
  return OUTLAY_OK;
}

/* How often each value will be read, and which ones cross from once to each sample. */
static void count_uses(outlay_planning *p) {
  for (size_t i = 0; i < p->order.count; i++) {
    const outlay_node node = p->order.nodes[i];
    const outlay_operation operation = (outlay_operation)p->graph->nodes[node].operation;
    if (operation == OUTLAY_ALIAS || operation == OUTLAY_STATISTIC) continue;
    const bool uncertain = outlay_graph_uncertain(p->graph, node);
    size_t count = 0;
    const outlay_node *arguments = outlay_graph_arguments(p->graph, node, &count);
    for (size_t k = 0; k < count; k++) {
      outlay_plan_value *value = outlay_planning_value(p, arguments[k]);
      if (outlay_graph_uncertain(p->graph, arguments[k]) == uncertain) {
        value->uses++;
      } else {
        value->exported = true;
      }
    }
  }
}

static outlay_status place_outputs(outlay_planning *p) {
  outlay_plan *plan = p->plan;
  plan->outputs =
      outlay_memory_new(&plan->allocator, p->request->output_count, sizeof *plan->outputs);
  if (plan->outputs == NULL) return outlay_fail_memory(p->error);
  plan->output_count = p->request->output_count;
  uint64_t columns = 0;
  for (size_t i = 0; i < plan->output_count; i++) {
    const outlay_node node = p->request->outputs[i];
    outlay_plan_value *value = outlay_planning_value(p, node);
    outlay_plan_output *output = &plan->outputs[i];
    *output = (outlay_plan_output){.node = node,
                                   .cells = outlay_planning_cells(p, node),
                                   .fixed = !outlay_graph_uncertain(p->graph, node)};
    if (output->fixed) {
      value->exported = true;
      continue;
    }
    if (value->sink == OUTLAY_NO_COLUMN) {
      value->sink = (uint32_t)columns;
      columns += output->cells;
      if (columns > INT32_MAX) {
        return outlay_fail(p->error, OUTLAY_ERROR_LIMIT, "the outputs have more than %d cells",
                           INT32_MAX);
      }
    }
    output->first = value->sink;
  }
  plan->sink_columns = (uint32_t)columns;
  return OUTLAY_OK;
}

/* ---- draws ---- */

static void widen_draws(outlay_planning *p, outlay_stream_name name) {
  const size_t needed = (size_t)(name.stream | 1) + 1;
  if (needed > p->draw_sizes[name.draw]) p->draw_sizes[name.draw] = needed;
}

/* How many streams there are, and how many members of each group the inputs need. */
static void find_reach(outlay_planning *p) {
  for (size_t i = 0; i < p->order.count; i++) {
    const outlay_node_record *record = outlay_graph_node(p->graph, p->order.nodes[i]);
    if (record->operation != OUTLAY_INPUT) continue;
    const outlay_stream_name name = outlay_graph_stream(record);
    widen_draws(p, name);
    const outlay_stream *stream = &p->graph->streams[name.draw].records[name.stream];
    if (stream->group == 0) continue;
    uint32_t *reach = &p->reach[stream->group - 1];
    if (*reach < stream->place + 1) *reach = stream->place + 1;
  }
}

/* The draws that are wanted: of the inputs, and of what they are correlated with. */
static outlay_status count_draws(outlay_planning *p) {
  const outlay_allocator *memory = &p->graph->allocator;
  const outlay_groups *groups = &p->graph->groups;
  p->reach = outlay_memory_new(memory, groups->count, sizeof *p->reach);
  if (p->reach == NULL) return outlay_fail_memory(p->error);
  find_reach(p);
  for (size_t i = 0; i < groups->count; i++) {
    for (uint32_t k = 0; k < p->reach[i]; k++) widen_draws(p, groups->groups[i].members[k]);
  }
  for (int draw = 0; draw < OUTLAY_STREAM_COUNTS; draw++) {
    p->draws[draw] = outlay_memory_new(memory, p->draw_sizes[draw], sizeof *p->draws[draw]);
    if (p->draws[draw] == NULL) return outlay_fail_memory(p->error);
  }
  for (size_t i = 0; i < groups->count; i++) {
    for (uint32_t k = 0; k < p->reach[i]; k++) {
      const outlay_stream_name name = groups->groups[i].members[k];
      p->draws[name.draw][name.stream].wanted = true;
    }
  }
  for (size_t i = 0; i < p->order.count; i++) {
    const outlay_node_record *record = outlay_graph_node(p->graph, p->order.nodes[i]);
    if (record->operation != OUTLAY_INPUT) continue;
    const outlay_stream_name name = outlay_graph_stream(record);
    p->draws[name.draw][name.stream].wanted = true;
    p->draws[name.draw][name.stream].uses++;
  }
  return OUTLAY_OK;
}

/* ---- values without uncertainty ---- */

outlay_status outlay_planning_fix(outlay_planning *planning, uint32_t cells, uint32_t *first) {
  outlay_plan *plan = planning->plan;
  if (plan->fixed_count + cells > INT32_MAX) {
    return outlay_fail(planning->error, OUTLAY_ERROR_LIMIT,
                       "values without uncertainty have more than %d cells", INT32_MAX);
  }
  if (!outlay_memory_reserve(&plan->allocator, (void **)&plan->fixed, &plan->fixed_capacity,
                             plan->fixed_count + cells, sizeof *plan->fixed)) {
    return outlay_fail_memory(planning->error);
  }
  *first = (uint32_t)plan->fixed_count;
  plan->fixed_count += cells;
  return OUTLAY_OK;
}

static const double *find_known(const outlay_plan_request *request, outlay_node node) {
  size_t low = 0, high = request->known_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (request->known[middle].node < node) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < request->known_count && request->known[low].node == node ? request->known[low].values
                                                                        : NULL;
}

static outlay_status fix_leaf(outlay_planning *p, outlay_node node) {
  const outlay_node_record *record = outlay_graph_node(p->graph, node);
  const uint32_t cells = outlay_planning_cells(p, node);
  uint32_t first = 0;
  const outlay_status status = outlay_planning_fix(p, cells, &first);
  if (status != OUTLAY_OK) return status;
  double *to = p->plan->fixed + first;
  const double *from = &record->number.value;
  if (record->operation == OUTLAY_LABELS) {
    const outlay_axes *axes = &p->graph->axes;
    from = axes->values + axes->records[record->word[OUTLAY_AXIS_WORD]].first_value;
  } else if (record->operation == OUTLAY_STATISTIC) {
    from = find_known(p->request, node);
    if (from == NULL) {
      return outlay_fail(p->error, OUTLAY_ERROR_ARGUMENT, "a statistic was not worked out before");
    }
  }
  memcpy(to, from, cells * sizeof *to);
  outlay_planning_value(p, node)->location = OUTLAY_FIXED | first;
  return OUTLAY_OK;
}

/* Emits the steps of all nodes with or all nodes without uncertainty. */
static outlay_status emit_all(outlay_planning *p, bool uncertain) {
  enum { NODES_BETWEEN_STOPS = 4096 };
  for (size_t i = 0; i < p->order.count; i++) {
    if (i % NODES_BETWEEN_STOPS == 0 && check_cancel(p) != OUTLAY_OK) {
      return OUTLAY_ERROR_CANCELLED;
    }
    const outlay_node node = p->order.nodes[i];
    if (p->graph->nodes[node].operation == OUTLAY_ALIAS ||
        outlay_graph_uncertain(p->graph, node) != uncertain) {
      continue;
    }
    const outlay_status status =
        is_leaf(p->graph, node) ? fix_leaf(p, node) : outlay_plan_emit(p, node);
    if (status != OUTLAY_OK) return status;
  }
  return OUTLAY_OK;
}

static outlay_status need_room(uint64_t columns, uint64_t stride, outlay_error *error) {
  const uint64_t most = UINT64_C(1) << 32; /* bytes */
  if (columns <= most / (stride * sizeof(double))) return OUTLAY_OK;
  outlay_fail(error, OUTLAY_ERROR_LIMIT, "%llu cells would be needed at a time",
              (unsigned long long)columns);
  outlay_advise(error, "sum over an axis before the next one comes in");
  return OUTLAY_ERROR_LIMIT;
}

/* Computes what the steps so far say, once; then they have served. */
static outlay_status run_once(outlay_planning *p) {
  outlay_plan *plan = p->plan;
  if (plan->step_count > 0) {
    plan->columns = (uint32_t)p->columns.used;
    const outlay_status status = need_room(plan->columns, OUTLAY_LANES, p->error);
    if (status != OUTLAY_OK) return status;
    outlay_workspace workspace;
    if (!outlay_workspace_new(plan, OUTLAY_LANES, &workspace)) return outlay_fail_memory(p->error);
    workspace.stop = is_cancelled;
    workspace.stop_context = (void *)(uintptr_t)p->request->cancel;
    const bool done = outlay_steps_run(plan, &workspace, NULL, 0, OUTLAY_LANES);
    outlay_workspace_free(plan, &workspace);
    if (!done) return outlay_fail(p->error, OUTLAY_ERROR_CANCELLED, "cancelled");
  }
  plan->step_count = plan->source_count = plan->gather_count = 0;
  outlay_columns_clear(&p->columns);
  return OUTLAY_OK;
}

/* ---- the whole ---- */

/* Samples at a time, so that what they need stays in the processor's cache. */
static uint32_t choose_chunk(uint32_t columns) {
  enum { CACHE = 256 * 1024 / sizeof(double), LEAST = 128, MOST = 4096, LARGE = 8 << 20 };
  uint32_t chunk = MOST;
  while (chunk > LEAST && (uint64_t)chunk * columns > CACHE) chunk /= 2;
  while (chunk > OUTLAY_LANES && (uint64_t)chunk * columns > LARGE) chunk /= 2;
  return chunk;
}

static outlay_status keep_locations(outlay_planning *p) {
  outlay_plan *plan = p->plan;
  plan->locations = outlay_memory_new(&plan->allocator, p->where_size, sizeof *plan->locations);
  if (plan->locations == NULL) return outlay_fail_memory(p->error);
  plan->location_count = p->where_size;
  for (size_t i = 0; i < p->where_size; i++) {
    if (p->where[i] != 0) plan->locations[i] = p->values[p->where[i] - 1].location;
  }
  return OUTLAY_OK;
}

static outlay_status build(outlay_planning *p) {
  outlay_plan *plan = p->plan;
  outlay_status status = number_values(p);
  if (status == OUTLAY_OK) status = check_cancel(p);
  if (status != OUTLAY_OK) return status;
  count_uses(p);
  status = place_outputs(p);
  if (status == OUTLAY_OK) status = count_draws(p);
  if (status == OUTLAY_OK) status = emit_all(p, false);
  if (status == OUTLAY_OK) status = run_once(p);
  if (status == OUTLAY_OK) status = emit_all(p, true);
  if (status != OUTLAY_OK) return status;
  plan->columns = (uint32_t)p->columns.used;
  plan->chunk = choose_chunk(plan->columns);
  for (size_t i = 0; i < plan->output_count; i++) {
    outlay_plan_output *output = &plan->outputs[i];
    if (!output->fixed) continue;
    output->first = outlay_planning_value(p, output->node)->location & ~OUTLAY_FIXED;
  }
  status = need_room(plan->columns, plan->chunk, p->error);
  if (status == OUTLAY_OK && p->request->keep_everything) status = keep_locations(p);
  return status;
}

outlay_status outlay_plan_new(const outlay_plan_request *request, outlay_plan **out,
                              outlay_node *bad, outlay_error *error) {
  const outlay_graph *graph = request->graph;
  *bad = 0;
  outlay_plan *plan = outlay_memory_new(&graph->allocator, 1, sizeof *plan);
  if (plan == NULL) return outlay_fail_memory(error);
  plan->allocator = graph->allocator;
  plan->kernels = graph->kernels;
  outlay_planning planning = {.request = request, .graph = graph, .plan = plan, .error = error};
  outlay_columns_init(&planning.columns, &graph->allocator);
  const outlay_status status = build(&planning);
  *bad = planning.bad;
  planning_clear(&planning);
  if (status != OUTLAY_OK) {
    outlay_plan_free(plan);
    return status;
  }
  *out = plan;
  return OUTLAY_OK;
}
