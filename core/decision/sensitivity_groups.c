/* Which inputs vary together, and what of a plan their draws reach. */
#include <stdlib.h>
#include <string.h>

#include "sensitivity.h"
#include "status.h"

void outlay_input_groups_clear(outlay_input_groups *groups) {
  const outlay_allocator *memory = &groups->allocator;
  outlay_memory_free(memory, groups->groups, groups->capacity, sizeof *groups->groups);
  outlay_memory_free(memory, groups->draws, groups->draw_capacity, sizeof *groups->draws);
  outlay_memory_free(memory, groups->inputs, groups->input_capacity, sizeof *groups->inputs);
  outlay_memory_free(memory, groups->steps, groups->step_capacity, sizeof *groups->steps);
  outlay_memory_free(memory, groups->columns, groups->column_capacity, sizeof *groups->columns);
  *groups = (outlay_input_groups){.allocator = groups->allocator};
}

/* ---- draws ---- */

static outlay_status add_draw(outlay_input_groups *groups, uint32_t column,
                              outlay_stream_name stream, outlay_error *error) {
  if (column == OUTLAY_NO_COLUMN) return OUTLAY_OK;
  if (!outlay_memory_reserve(&groups->allocator, (void **)&groups->draws, &groups->draw_capacity,
                             groups->draw_count + 1, sizeof *groups->draws)) {
    return outlay_fail_memory(error);
  }
  groups->draws[groups->draw_count++] = (outlay_moved_draw){.column = column, .stream = stream};
  return OUTLAY_OK;
}

static outlay_status find_draws(outlay_input_groups *groups, const outlay_plan *plan,
                                outlay_error *error) {
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < plan->step_count; i++) {
    const outlay_step *step = &plan->steps[i];
    if (step->code != OUTLAY_STEP_DRAW) continue;
    const uint64_t number = 2 * step->pair;
    outlay_stream_name name = {
        .draw = step->operation + (uint32_t)(number / OUTLAY_SERIES_ROOM) * 2,
        .stream = (uint32_t)(number % OUTLAY_SERIES_ROOM)};
    status = add_draw(groups, step->out, name, error);
    name.stream |= 1;
    if (status == OUTLAY_OK) status = add_draw(groups, step->extra, name, error);
  }
  return status;
}

static uint32_t correlated_group(const outlay_graph *graph, outlay_stream_name name) {
  return graph->streams[name.draw].records[name.stream].group;
}

/* ---- inputs ---- */

/* An input, the key of what it draws with, and where it stood. */
typedef struct keyed_input {
  uint64_t key;
  outlay_node input;
  size_t group;
} keyed_input;

/* Correlated streams share a key; streams have one each otherwise. */
static uint64_t key_of(const outlay_graph *graph, outlay_stream_name name) {
  const uint32_t group = correlated_group(graph, name);
  if (group != 0) return UINT64_C(1) << 63 | group;
  return (uint64_t)name.draw << 32 | name.stream;
}

static outlay_stream_name stream_of(const outlay_graph *graph, outlay_node input) {
  return outlay_graph_stream(outlay_graph_node(graph, input));
}

static int by_key(const void *a, const void *b) {
  const keyed_input *left = a, *right = b;
  if (left->key != right->key) return left->key < right->key ? -1 : 1;
  return (left->input > right->input) - (left->input < right->input);
}

/* By the first input of its key, then by itself. */
static int by_group(const void *a, const void *b) {
  const keyed_input *left = a, *right = b;
  if (left->group != right->group) return left->group < right->group ? -1 : 1;
  return (left->input > right->input) - (left->input < right->input);
}

static outlay_status add_groups(outlay_input_groups *groups, const keyed_input *keyed, size_t count,
                                outlay_error *error) {
  for (size_t i = 0; i < count; i++) {
    if (i == 0 || keyed[i].group != keyed[i - 1].group) {
      if (!outlay_memory_reserve(&groups->allocator, (void **)&groups->groups, &groups->capacity,
                                 groups->count + 1, sizeof *groups->groups)) {
        return outlay_fail_memory(error);
      }
      groups->groups[groups->count++] = (outlay_input_group){.input = i};
    }
    groups->groups[groups->count - 1].input_count++;
    groups->inputs[i] = keyed[i].input;
  }
  return OUTLAY_OK;
}

static outlay_status group_inputs(const outlay_graph *graph, outlay_input_groups *groups,
                                  outlay_error *error) {
  const size_t count = groups->input_count;
  keyed_input *keyed = outlay_memory_new(&groups->allocator, count, sizeof *keyed);
  if (keyed == NULL) return outlay_fail_memory(error);
  for (size_t i = 0; i < count; i++) {
    const outlay_node input = groups->inputs[i];
    keyed[i] = (keyed_input){.key = key_of(graph, stream_of(graph, input)), .input = input};
  }
  qsort(keyed, count, sizeof *keyed, by_key);
  for (size_t i = 0; i < count; i++) {
    const bool same = i > 0 && keyed[i].key == keyed[i - 1].key;
    keyed[i].group = same ? keyed[i - 1].group : keyed[i].input;
  }
  qsort(keyed, count, sizeof *keyed, by_group);
  const outlay_status status = add_groups(groups, keyed, count, error);
  outlay_memory_free(&groups->allocator, keyed, count, sizeof *keyed);
  return status;
}

static outlay_status find_inputs(const outlay_graph *graph, outlay_node output,
                                 outlay_input_groups *groups, outlay_error *error) {
  size_t count = 0;
  outlay_status status = outlay_inputs_of(graph, output, NULL, 0, &count, error);
  if (status != OUTLAY_OK) return status;
  if (!outlay_memory_reserve(&groups->allocator, (void **)&groups->inputs, &groups->input_capacity,
                             count, sizeof *groups->inputs)) {
    return outlay_fail_memory(error);
  }
  return outlay_inputs_of(graph, output, groups->inputs, count, &groups->input_count, error);
}

/* ---- which draws belong to which group ---- */

static int by_number(const void *a, const void *b) {
  const outlay_moved_draw *left = a, *right = b;
  if (left->group != right->group) return left->group < right->group ? -1 : 1;
  return (left->column > right->column) - (left->column < right->column);
}

/* Finds the group of each draw, by the key of its first input. */
static outlay_status place_draws(const outlay_graph *graph, outlay_input_groups *groups,
                                 outlay_error *error) {
  keyed_input *keyed = outlay_memory_new(&groups->allocator, groups->count, sizeof *keyed);
  if (keyed == NULL) return outlay_fail_memory(error);
  for (size_t i = 0; i < groups->count; i++) {
    const outlay_node input = groups->inputs[groups->groups[i].input];
    keyed[i] =
        (keyed_input){.key = key_of(graph, stream_of(graph, input)), .input = input, .group = i};
  }
  qsort(keyed, groups->count, sizeof *keyed, by_key);
  for (size_t i = 0; i < groups->draw_count; i++) {
    const uint64_t key = key_of(graph, groups->draws[i].stream);
    size_t low = 0, high = groups->count - 1;
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      if (keyed[middle].key < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    groups->draws[i].group = (uint32_t)keyed[low].group;
  }
  outlay_memory_free(&groups->allocator, keyed, groups->count, sizeof *keyed);
  if (groups->draw_count > 0) {
    qsort(groups->draws, groups->draw_count, sizeof *groups->draws, by_number);
  }
  for (size_t i = groups->draw_count; i-- > 0;) {
    outlay_input_group *group = &groups->groups[groups->draws[i].group];
    group->draw = i;
    group->draw_count++;
  }
  return OUTLAY_OK;
}

/* ---- what they reach ---- */

typedef struct reaching {
  const outlay_plan *plan;
  outlay_input_groups *groups;
  outlay_input_group *group;
  uint8_t *moved; /* by column */
  outlay_error *error;
} reaching;

static bool is_moved(const reaching *r, outlay_location location) {
  return (location & OUTLAY_FIXED) == 0 && r->moved[location] != 0;
}

/* Whether a step reads `cell`'s part of a source that moved. */
static bool source_moved(const reaching *r, const outlay_step *step, const outlay_source *source,
                         uint32_t cell) {
  if ((source->location & OUTLAY_FIXED) != 0) return false;
  const uint32_t from = source->map == OUTLAY_MAP_SAME    ? cell
                        : source->map == OUTLAY_MAP_FIRST ? 0
                                                          : r->plan->maps[source->map + cell];
  const uint32_t length = step->code == OUTLAY_STEP_REDUCE ? step->length : 1;
  for (uint32_t i = 0; i < length; i++) {
    if (is_moved(r, source->location + from + i * step->stride)) return true;
  }
  return false;
}

static bool step_moves(const reaching *r, const outlay_step *step) {
  const outlay_plan *plan = r->plan;
  if (step->code == OUTLAY_STEP_DRAW || step->code == OUTLAY_STEP_STORE) return false;
  if (step->code == OUTLAY_STEP_GATHER) {
    for (uint32_t cell = 0; cell < step->cells; cell++) {
      if (is_moved(r, plan->gathers[step->sources + cell])) return true;
    }
    return false;
  }
  const outlay_source *sources = plan->sources + step->sources;
  if (step->code == OUTLAY_STEP_CORRELATE) return is_moved(r, sources[0].location);
  for (uint32_t i = 0; i < step->count; i++) {
    for (uint32_t cell = 0; cell < step->cells; cell++) {
      if (source_moved(r, step, &sources[i], cell)) return true;
    }
  }
  return false;
}

static outlay_status add_column(reaching *r, uint32_t column) {
  if (r->moved[column] != 0) return OUTLAY_OK;
  outlay_input_groups *groups = r->groups;
  if (!outlay_memory_reserve(&groups->allocator, (void **)&groups->columns,
                             &groups->column_capacity, groups->column_count + 1,
                             sizeof *groups->columns)) {
    return outlay_fail_memory(r->error);
  }
  r->moved[column] = 1;
  groups->columns[groups->column_count++] = column;
  r->group->column_count++;
  return OUTLAY_OK;
}

static outlay_status add_step(reaching *r, uint32_t number) {
  enum { MOST = 1 << 28 };
  outlay_input_groups *groups = r->groups;
  if (groups->step_count >= MOST) {
    outlay_fail(r->error, OUTLAY_ERROR_LIMIT, "too many inputs reach too many operations");
    outlay_advise(r->error, "ask for the indices of a smaller part of the model");
    return OUTLAY_ERROR_LIMIT;
  }
  if (!outlay_memory_reserve(&groups->allocator, (void **)&groups->steps, &groups->step_capacity,
                             groups->step_count + 1, sizeof *groups->steps)) {
    return outlay_fail_memory(r->error);
  }
  groups->steps[groups->step_count++] = number;
  r->group->step_count++;
  const outlay_step *step = &r->plan->steps[number];
  outlay_status status = OUTLAY_OK;
  if (step->code == OUTLAY_STEP_CORRELATE) return status; /* its columns are the draws' */
  for (uint32_t cell = 0; status == OUTLAY_OK && cell < step->cells; cell++) {
    status = add_column(r, step->out + cell);
  }
  return status;
}

static outlay_status reach(reaching *r) {
  outlay_input_groups *groups = r->groups;
  outlay_input_group *group = r->group;
  group->step = groups->step_count;
  group->column = groups->column_count;
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < group->draw_count; i++) {
    status = add_column(r, groups->draws[group->draw + i].column);
  }
  for (size_t i = 0; status == OUTLAY_OK && i < r->plan->step_count; i++) {
    if (step_moves(r, &r->plan->steps[i])) status = add_step(r, (uint32_t)i);
  }
  for (size_t i = 0; i < group->column_count; i++) {
    r->moved[groups->columns[group->column + i]] = 0;
  }
  return status;
}

outlay_status outlay_input_groups_new(const outlay_graph *graph, const outlay_plan *plan,
                                      outlay_node output, outlay_input_groups *out,
                                      outlay_error *error) {
  *out = (outlay_input_groups){.allocator = plan->allocator};
  outlay_status status = find_inputs(graph, output, out, error);
  if (status == OUTLAY_OK) status = group_inputs(graph, out, error);
  if (status == OUTLAY_OK) status = find_draws(out, plan, error);
  if (status == OUTLAY_OK) status = place_draws(graph, out, error);
  if (status == OUTLAY_OK) {
    reaching r = {.plan = plan,
                  .groups = out,
                  .moved = outlay_memory_new(&plan->allocator, plan->columns, 1),
                  .error = error};
    if (r.moved == NULL) status = outlay_fail_memory(error);
    for (size_t i = 0; status == OUTLAY_OK && i < out->count; i++) {
      r.group = &out->groups[i];
      status = reach(&r);
    }
    outlay_memory_free(&plan->allocator, r.moved, plan->columns, 1);
  }
  if (status != OUTLAY_OK) outlay_input_groups_clear(out);
  return status;
}
