/* From a node to the steps that compute it. */
#include <math.h>

#include "graph_input.h"
#include "graph_origin.h"
#include "plan_build.h"
#include "status.h"

/* ---- adding to the plan ---- */

static outlay_status add_step(outlay_planning *p, const outlay_step *step) {
  outlay_plan *plan = p->plan;
  if (!outlay_memory_reserve(&plan->allocator, (void **)&plan->steps, &plan->step_capacity,
                             plan->step_count + 1, sizeof *plan->steps)) {
    return outlay_fail_memory(p->error);
  }
  plan->steps[plan->step_count++] = *step;
  return OUTLAY_OK;
}

static outlay_status fail_size(const outlay_planning *p) {
  return outlay_fail(p->error, OUTLAY_ERROR_LIMIT, "the plan has more parts than can be counted");
}

static outlay_status add_source(outlay_planning *p, outlay_source source) {
  outlay_plan *plan = p->plan;
  if (plan->source_count >= UINT32_MAX) return fail_size(p);
  if (!outlay_memory_reserve(&plan->allocator, (void **)&plan->sources, &plan->source_capacity,
                             plan->source_count + 1, sizeof *plan->sources)) {
    return outlay_fail_memory(p->error);
  }
  plan->sources[plan->source_count++] = source;
  return OUTLAY_OK;
}

/* A table of which cell of a value with axes `to` belongs to each cell of one with `from`. */
static outlay_status make_map(outlay_planning *p, uint32_t from, uint32_t to, uint32_t *map) {
  outlay_plan *plan = p->plan;
  const uint32_t cells = p->graph->axes.sets[from].cells;
  if (plan->map_count == 0) plan->map_count = OUTLAY_MAP_TABLE; /* these numbers are taken */
  if (plan->map_count + cells > UINT32_MAX) return fail_size(p);
  if (!outlay_memory_reserve(&plan->allocator, (void **)&plan->maps, &plan->map_capacity,
                             plan->map_count + cells, sizeof *plan->maps)) {
    return outlay_fail_memory(p->error);
  }
  *map = (uint32_t)plan->map_count;
  plan->map_count += cells;
  for (uint32_t cell = 0; cell < cells; cell++) {
    plan->maps[*map + cell] = outlay_axes_project(&p->graph->axes, from, cell, to);
  }
  return OUTLAY_OK;
}

static outlay_status find_map(outlay_planning *p, uint32_t from, uint32_t to, uint32_t *map) {
  if (from == to) {
    *map = OUTLAY_MAP_SAME;
    return OUTLAY_OK;
  }
  if (from == 0 || p->graph->axes.sets[to].cells == 1) {
    *map = OUTLAY_MAP_FIRST;
    return OUTLAY_OK;
  }
  outlay_plan_map *memo = &p->maps[(from * 31U + to) % OUTLAY_PLAN_MAPS];
  if (memo->map == 0 || memo->from != from || memo->to != to) {
    const outlay_status status = make_map(p, from, to, map);
    if (status != OUTLAY_OK) return status;
    *memo = (outlay_plan_map){.from = from, .to = to, .map = *map};
  }
  *map = memo->map;
  return OUTLAY_OK;
}

static outlay_status add_argument(outlay_planning *p, uint32_t axes, outlay_node argument) {
  outlay_source source = {.location = outlay_planning_value(p, argument)->location};
  const outlay_status status =
      find_map(p, axes, outlay_graph_node(p->graph, argument)->axes, &source.map);
  return status == OUTLAY_OK ? add_source(p, source) : status;
}

/* ---- columns ---- */

static outlay_status give_back(outlay_planning *p, outlay_node node) {
  if (p->request->keep_everything) return OUTLAY_OK;
  return outlay_columns_give(&p->columns, outlay_planning_cells(p, node),
                             outlay_planning_value(p, node)->location, p->error);
}

/* One step less will read the argument; true if that was the last and it had columns. */
static bool read_last(const outlay_planning *p, outlay_node argument) {
  outlay_plan_value *value = outlay_planning_value(p, argument);
  return (value->location & OUTLAY_FIXED) == 0 && --value->uses == 0;
}

static outlay_status release_arguments(outlay_planning *p, outlay_node node) {
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(p->graph, node, &count);
  for (size_t i = 0; i < count; i++) {
    if (!read_last(p, arguments[i])) continue;
    const outlay_status status = give_back(p, arguments[i]);
    if (status != OUTLAY_OK) return status;
  }
  return OUTLAY_OK;
}

/* Columns for a result that is worked out cell by cell: those of an argument that is read for
 * the last time and has the same cells, if there is one. */
static outlay_status take_in_place(outlay_planning *p, outlay_node node, uint32_t *out) {
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(p->graph, node, &count);
  const uint32_t axes = outlay_graph_node(p->graph, node)->axes;
  outlay_node last[OUTLAY_MAXIMUM_ARITY];
  size_t last_count = 0;
  bool found = false;
  for (size_t i = 0; i < count; i++) {
    if (!read_last(p, arguments[i])) continue;
    if (!found && !p->request->keep_everything &&
        outlay_graph_node(p->graph, arguments[i])->axes == axes) {
      *out = outlay_planning_value(p, arguments[i])->location;
      found = true;
    } else {
      last[last_count++] = arguments[i];
    }
  }
  outlay_status status = OUTLAY_OK;
  if (!found) {
    status = outlay_columns_take(&p->columns, outlay_planning_cells(p, node), out, p->error);
  }
  for (size_t i = 0; status == OUTLAY_OK && i < last_count; i++) status = give_back(p, last[i]);
  return status;
}

/* Columns that no argument is in. */
static outlay_status take_apart(outlay_planning *p, outlay_node node, uint32_t *out) {
  const outlay_status status =
      outlay_columns_take(&p->columns, outlay_planning_cells(p, node), out, p->error);
  return status == OUTLAY_OK ? release_arguments(p, node) : status;
}

/* ---- operations cell by cell ---- */

static outlay_step_code code_of(outlay_operation operation) {
  if (operation == OUTLAY_WHEN) return OUTLAY_STEP_SELECT;
  const outlay_operation_traits *traits = outlay_operation_describe(operation);
  return traits->arity == 1 ? OUTLAY_STEP_UNARY : OUTLAY_STEP_BINARY;
}

static outlay_status emit_elementwise(outlay_planning *p, outlay_node node, outlay_step *step) {
  const outlay_node_record *record = outlay_graph_node(p->graph, node);
  const outlay_operation operation = (outlay_operation)record->operation;
  step->code = (uint8_t)code_of(operation);
  step->operation = (uint8_t)(operation == OUTLAY_CONVERT ? OUTLAY_MULTIPLY : operation);
  step->absorbs = outlay_operation_describe(operation)->absorbs;
  step->sources = (uint32_t)p->plan->source_count;
  step->count = record->arity;
  for (uint8_t i = 0; i < record->arity; i++) {
    const outlay_status status = add_argument(p, record->axes, record->word[i]);
    if (status != OUTLAY_OK) return status;
  }
  return take_in_place(p, node, &step->out);
}

/* ---- operations over axes ---- */

static outlay_status emit_gather(outlay_planning *p, outlay_node node, outlay_step *step) {
  outlay_plan *plan = p->plan;
  if (plan->gather_count + step->cells > UINT32_MAX) return fail_size(p);
  if (!outlay_memory_reserve(&plan->allocator, (void **)&plan->gathers, &plan->gather_capacity,
                             plan->gather_count + step->cells, sizeof *plan->gathers)) {
    return outlay_fail_memory(p->error);
  }
  step->code = OUTLAY_STEP_GATHER;
  step->sources = (uint32_t)plan->gather_count;
  for (uint32_t cell = 0; cell < step->cells; cell++) {
    const outlay_cell_origin origin = outlay_graph_origin(p->graph, node, cell);
    plan->gathers[plan->gather_count++] =
        outlay_planning_value(p, origin.node)->location + origin.cell;
  }
  return take_apart(p, node, &step->out);
}

static outlay_status emit_reduction(outlay_planning *p, outlay_node node, outlay_step *step) {
  const outlay_node_record *record = outlay_graph_node(p->graph, node);
  const outlay_axis axis = outlay_graph_axis(record);
  const uint32_t axes = outlay_graph_node(p->graph, record->word[0])->axes;
  const bool rate =
      record->operation == OUTLAY_RATE_OF_RETURN || record->operation == OUTLAY_HAS_RATE_OF_RETURN;
  step->code = axes == record->axes ? OUTLAY_STEP_CUMULATE
               : rate               ? OUTLAY_STEP_RATE_OF_RETURN
                                    : OUTLAY_STEP_REDUCE;
  step->operation = record->operation;
  step->length = p->graph->axes.records[axis].size;
  if (rate && step->length > p->plan->parameters) p->plan->parameters = step->length;
  step->stride = outlay_axes_stride(&p->graph->axes, axes, axis);
  step->sources = (uint32_t)p->plan->source_count;
  step->count = 1;
  const outlay_status status = add_argument(p, record->axes, record->word[0]);
  return status == OUTLAY_OK ? take_apart(p, node, &step->out) : status;
}

/* ---- inputs ---- */

static outlay_plan_draw *draw_of(const outlay_planning *p, outlay_stream_name name) {
  return &p->draws[name.draw][name.stream];
}

static const outlay_stream *stream_of(const outlay_planning *p, outlay_stream_name name) {
  return &p->graph->streams[name.draw].records[name.stream];
}

/* A column for a draw, if it is wanted at all. */
static outlay_status take_draw(outlay_planning *p, outlay_stream_name name, uint32_t *column,
                               uint32_t *dimension) {
  *column = OUTLAY_NO_COLUMN;
  *dimension = 0;
  outlay_plan_draw *draw = draw_of(p, name);
  if (!draw->wanted) return OUTLAY_OK;
  const outlay_status status = outlay_columns_take(&p->columns, 1, &draw->column, p->error);
  if (status != OUTLAY_OK) return status;
  const outlay_stream *stream = stream_of(p, name);
  draw->state = stream->group == 0 ? OUTLAY_DRAW_READY : OUTLAY_DRAW_INDEPENDENT;
  *column = draw->column;
  *dimension = stream->dimension;
  return OUTLAY_OK;
}

/* Draws both streams of a pair when the first of them is needed. */
static outlay_status emit_draw(outlay_planning *p, outlay_stream_name name) {
  outlay_step step = {.code = OUTLAY_STEP_DRAW,
                      .operation = (uint8_t)(name.draw % 2),
                      .cells = 1,
                      .pair = outlay_stream_number(name) / 2};
  name.stream &= ~UINT32_C(1);
  outlay_status status = take_draw(p, name, &step.out, &step.sources);
  name.stream |= 1;
  if (status == OUTLAY_OK) status = take_draw(p, name, &step.extra, &step.count);
  return status == OUTLAY_OK ? add_step(p, &step) : status;
}

/* The factor of the wanted members of a group. */
static outlay_status add_factor(outlay_planning *p, const outlay_group *group, size_t reach,
                                uint32_t *first) {
  outlay_plan *plan = p->plan;
  const size_t size = reach * reach;
  if (plan->factor_count + size > UINT32_MAX) return fail_size(p);
  if (!outlay_memory_reserve(&plan->allocator, (void **)&plan->factors, &plan->factor_capacity,
                             plan->factor_count + size, sizeof *plan->factors)) {
    return outlay_fail_memory(p->error);
  }
  *first = (uint32_t)plan->factor_count;
  for (size_t i = 0; i < size; i++) {
    plan->factors[plan->factor_count++] = group->factor[i / reach * group->count + i % reach];
  }
  return OUTLAY_OK;
}

/* Draws all wanted members of a group and correlates them; those that no input reads are done. */
static outlay_status emit_group(outlay_planning *p, uint32_t number) {
  const outlay_group *group = &p->graph->groups.groups[number - 1];
  const uint32_t reach = p->reach[number - 1];
  outlay_status status = OUTLAY_OK;
  for (uint32_t i = 0; status == OUTLAY_OK && i < reach; i++) {
    if (draw_of(p, group->members[i])->state == OUTLAY_DRAW_NONE) {
      status = emit_draw(p, group->members[i]);
    }
  }
  outlay_step step = {.code = OUTLAY_STEP_CORRELATE,
                      .cells = 1,
                      .sources = (uint32_t)p->plan->source_count,
                      .count = reach};
  if (status == OUTLAY_OK) status = add_factor(p, group, reach, &step.extra);
  for (uint32_t i = 0; status == OUTLAY_OK && i < reach; i++) {
    const outlay_stream_name name = group->members[i];
    outlay_plan_draw *draw = draw_of(p, name);
    draw->state = OUTLAY_DRAW_READY;
    status = add_source(
        p,
        (outlay_source){.location = draw->column,
                        .map = (name.draw % 2 == OUTLAY_DRAW_NORMAL ? OUTLAY_MEMBER_NORMAL : 0U) |
                               (draw->uses > 0 ? OUTLAY_MEMBER_WANTED : 0U)});
  }
  if (status == OUTLAY_OK) status = add_step(p, &step);
  for (uint32_t i = 0; status == OUTLAY_OK && i < reach; i++) {
    const outlay_plan_draw *draw = draw_of(p, group->members[i]);
    if (draw->uses > 0 || p->request->keep_everything) continue;
    status = outlay_columns_give(&p->columns, 1, draw->column, p->error);
  }
  return status;
}

static outlay_status need_draw(outlay_planning *p, outlay_stream_name name) {
  if (draw_of(p, name)->state == OUTLAY_DRAW_READY) return OUTLAY_OK;
  const uint32_t group = stream_of(p, name)->group;
  return group == 0 ? emit_draw(p, name) : emit_group(p, group);
}

/* The parameters are impossible: says so in the words of the distribution. */
static outlay_status fail_input(outlay_planning *p, outlay_node node) {
  if (p->error == NULL) return OUTLAY_ERROR_DOMAIN;
  p->error->status = OUTLAY_ERROR_DOMAIN;
  p->error->node = node;
  return OUTLAY_ERROR_DOMAIN;
}

static outlay_status make_sampler(outlay_planning *p, outlay_node node,
                                  const outlay_source *sources, uint32_t cell, double *parameters) {
  outlay_plan *plan = p->plan;
  const outlay_node_record *record = outlay_graph_node(p->graph, node);
  const size_t count = record->many.count;
  for (size_t i = 0; i < count; i++) {
    const uint32_t map = sources[i].map;
    const uint32_t from = map == OUTLAY_MAP_SAME    ? cell
                          : map == OUTLAY_MAP_FIRST ? 0
                                                    : plan->maps[map + cell];
    parameters[i] = plan->fixed[(sources[i].location & ~OUTLAY_FIXED) + from];
    if (!isfinite(parameters[i])) {
      p->bad = p->graph->pool[record->many.first + i];
      return OUTLAY_ERROR_DOMAIN;
    }
  }
  const outlay_distribution kind = (outlay_distribution)record->detail;
  if (outlay_graph_check_input(p->graph, kind, &p->graph->pool[record->many.first], parameters,
                               count, p->error) != OUTLAY_OK) {
    return fail_input(p, node);
  }
  const outlay_status status =
      outlay_shared_sampler_get(p->graph->samplers, &plan->allocator, kind, parameters, count,
                                p->request->exact, &plan->samplers[plan->sampler_count], p->error);
  if (status == OUTLAY_ERROR_MEMORY) return status;
  if (status != OUTLAY_OK) return fail_input(p, node);
  plan->sampler_count++;
  return OUTLAY_OK;
}

static outlay_status make_samplers(outlay_planning *p, outlay_node node, outlay_step *step) {
  outlay_plan *plan = p->plan;
  const size_t count = outlay_graph_node(p->graph, node)->many.count;
  if (plan->sampler_count + step->cells > UINT32_MAX) return fail_size(p);
  if (!outlay_memory_reserve(&plan->allocator, (void **)&plan->samplers, &plan->sampler_capacity,
                             plan->sampler_count + step->cells, sizeof(outlay_shared_sampler *))) {
    return outlay_fail_memory(p->error);
  }
  double *parameters = outlay_memory_new(&plan->allocator, count, sizeof *parameters);
  if (parameters == NULL) return outlay_fail_memory(p->error);
  step->extra = (uint32_t)plan->sampler_count;
  outlay_status status = OUTLAY_OK;
  const outlay_source *sources = plan->sources + step->sources + 1;
  for (uint32_t cell = 0; status == OUTLAY_OK && cell < step->cells; cell++) {
    status = make_sampler(p, node, sources, cell, parameters);
  }
  outlay_memory_free(&plan->allocator, parameters, count, sizeof *parameters);
  return status;
}

/* The value of a choice, if it is known and the same in all cells. */
static const double *known_value(const outlay_planning *p, const outlay_source *source,
                                 uint32_t cells) {
  const bool one = cells == 1 || source->map == OUTLAY_MAP_FIRST;
  if ((source->location & OUTLAY_FIXED) == 0 || !one) return NULL;
  const uint32_t map = source->map;
  const uint32_t from = map >= OUTLAY_MAP_TABLE ? p->plan->maps[map] : 0;
  return &p->plan->fixed[(source->location & ~OUTLAY_FIXED) + from];
}

/* Puts the pairs of a choice whose weights are uncertain into the order of its values, where these
 * are known: then no sample has to. */
static void order_choice(outlay_planning *p, const outlay_step *step) {
  enum { MOST_ORDERED = 4096 }; /* more of them are left to the samples */
  outlay_source *pairs = p->plan->sources + step->sources + 1;
  const size_t count = (step->count - 1) / 2;
  if (count > MOST_ORDERED) return;
  for (size_t i = 0; i < count; i++) {
    if (known_value(p, &pairs[2 * i], step->cells) == NULL) return;
  }
  for (size_t i = 1; i < count; i++) {
    const outlay_source value = pairs[2 * i], weight = pairs[2 * i + 1];
    const double at = *known_value(p, &value, step->cells);
    size_t j = i;
    for (; j > 0 && *known_value(p, &pairs[2 * j - 2], step->cells) > at; j--) {
      pairs[2 * j] = pairs[2 * j - 2];
      pairs[2 * j + 1] = pairs[2 * j - 1];
    }
    pairs[2 * j] = value;
    pairs[2 * j + 1] = weight;
  }
}

/* Sources: the draw, then the parameters. */
static outlay_status emit_input(outlay_planning *p, outlay_node node, outlay_step *step) {
  const outlay_node_record *record = outlay_graph_node(p->graph, node);
  const outlay_stream_name stream = outlay_graph_stream(record);
  outlay_plan_draw *draw = draw_of(p, stream);
  outlay_status status = need_draw(p, stream);
  step->sources = (uint32_t)p->plan->source_count;
  step->count = record->many.count + 1;
  if (status == OUTLAY_OK) {
    status = add_source(p, (outlay_source){.location = draw->column, .map = OUTLAY_MAP_FIRST});
  }
  bool each = false;
  for (uint32_t i = 0; status == OUTLAY_OK && i < record->many.count; i++) {
    const outlay_node parameter = p->graph->pool[record->many.first + i];
    each = each || outlay_graph_uncertain(p->graph, parameter);
    status = add_argument(p, record->axes, parameter);
  }
  if (status != OUTLAY_OK) return status;

  step->code = each ? OUTLAY_STEP_SAMPLE_EACH : OUTLAY_STEP_SAMPLE;
  step->operation = record->detail;
  if (each) {
    if (record->detail == OUTLAY_DISCRETE) order_choice(p, step);
    if (record->many.count > p->plan->parameters) p->plan->parameters = record->many.count;
  } else {
    status = make_samplers(p, node, step);
    if (status != OUTLAY_OK) return status;
  }
  /* One draw for all cells. A single cell takes the place of its draw, if no other input reads it.
   */
  const bool last = --draw->uses == 0;
  if (last && step->cells == 1 && !p->request->keep_everything) {
    step->out = draw->column;
    return release_arguments(p, node);
  }
  status = take_apart(p, node, &step->out);
  if (status != OUTLAY_OK || !last || p->request->keep_everything) return status;
  return outlay_columns_give(&p->columns, 1, draw->column, p->error);
}

/* ---- any node ---- */

static outlay_status emit_operation(outlay_planning *p, outlay_node node, outlay_step *step) {
  switch ((outlay_operation)outlay_graph_node(p->graph, node)->operation) {
    case OUTLAY_INPUT:
      return emit_input(p, node, step);
    case OUTLAY_STACK:
    case OUTLAY_AT:
    case OUTLAY_LAG:
      return emit_gather(p, node, step);
    case OUTLAY_SUM:
    case OUTLAY_PRODUCT:
    case OUTLAY_MEAN:
    case OUTLAY_LEAST:
    case OUTLAY_GREATEST:
    case OUTLAY_CUMULATIVE_SUM:
    case OUTLAY_CUMULATIVE_PRODUCT:
    case OUTLAY_RATE_OF_RETURN:
    case OUTLAY_HAS_RATE_OF_RETURN:
      return emit_reduction(p, node, step);
    default:
      return emit_elementwise(p, node, step);
  }
}

/* Sends an output's samples to the sink. */
static outlay_status emit_store(outlay_planning *p, outlay_node node) {
  const outlay_plan_value *value = outlay_planning_value(p, node);
  if (value->sink == OUTLAY_NO_COLUMN) return OUTLAY_OK;
  const outlay_step step = {.code = OUTLAY_STEP_STORE,
                            .cells = outlay_planning_cells(p, node),
                            .out = value->location,
                            .extra = value->sink};
  return add_step(p, &step);
}

/* Sends a value without uncertainty to `fixed`, where it is read from then on. */
static outlay_status emit_export(outlay_planning *p, outlay_node node) {
  outlay_plan_value *value = outlay_planning_value(p, node);
  outlay_step step = {
      .code = OUTLAY_STEP_EXPORT, .cells = outlay_planning_cells(p, node), .out = value->location};
  outlay_status status = outlay_planning_fix(p, step.cells, &step.extra);
  if (status == OUTLAY_OK) status = add_step(p, &step);
  if (status == OUTLAY_OK) status = give_back(p, node);
  value->location = OUTLAY_FIXED | step.extra;
  return status;
}

outlay_status outlay_plan_emit(outlay_planning *planning, outlay_node node) {
  outlay_step step = {.cells = outlay_planning_cells(planning, node)};
  outlay_status status = emit_operation(planning, node, &step);
  if (status == OUTLAY_OK) status = add_step(planning, &step);
  if (status != OUTLAY_OK) return status;
  outlay_plan_value *value = outlay_planning_value(planning, node);
  value->location = step.out;
  const bool uncertain = outlay_graph_uncertain(planning->graph, node);
  if (!uncertain && value->exported) return emit_export(planning, node);
  if (uncertain) status = emit_store(planning, node);
  if (status != OUTLAY_OK || value->uses > 0) return status;
  return give_back(planning, node);
}
