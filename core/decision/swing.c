/* One input at a time: a value where an input is low and where it is high, and all others in the
 * middle. */
#include <math.h>

#include "evaluate.h"
#include "evaluate_steps.h"
#include "sensitivity.h"
#include "special.h"
#include "status.h"

enum { CHUNK = 512 };

/* Point 0 has all inputs at their medians; then two for each swing. */
typedef struct swinging {
  const outlay_graph *graph;
  const outlay_plan *plan;
  const outlay_input_groups *groups;
  outlay_node node;
  double probabilities[2];
  uint32_t *steps; /* all but those that draw */
  size_t step_count;
  const outlay_moved_draw **draws; /* of each swing */
  outlay_swing *swings;
  size_t count;
  outlay_workspace workspace;
  double base;
  outlay_error *error;
} swinging;

/* The first input of a draw; 0 if none has it. */
static outlay_node input_of(const outlay_graph *graph, const outlay_input_groups *groups,
                            const outlay_moved_draw *draw) {
  const outlay_input_group *group = &groups->groups[draw->group];
  for (size_t i = 0; i < group->input_count; i++) {
    const outlay_node input = groups->inputs[group->input + i];
    const outlay_stream_name name = outlay_graph_stream(outlay_graph_node(graph, input));
    if (name.draw == draw->stream.draw && name.stream == draw->stream.stream) return input;
  }
  return 0;
}

static void list_steps(swinging *s) {
  for (size_t i = 0; i < s->plan->step_count; i++) {
    const uint8_t code = s->plan->steps[i].code;
    if (code == OUTLAY_STEP_DRAW || code == OUTLAY_STEP_CORRELATE) continue;
    s->steps[s->step_count++] = (uint32_t)i;
  }
}

static void list_swings(swinging *s) {
  for (size_t i = 0; i < s->groups->draw_count; i++) {
    const outlay_node input = input_of(s->graph, s->groups, &s->groups->draws[i]);
    if (input == 0) continue;
    s->draws[s->count] = &s->groups->draws[i];
    s->swings[s->count++] = (outlay_swing){.input = input};
  }
}

static double *column(const swinging *s, uint32_t index) {
  return s->workspace.columns.data + index * s->workspace.stride;
}

static double draw_of(const outlay_moved_draw *draw, double score) {
  return draw->stream.draw % 2 == OUTLAY_DRAW_NORMAL ? score : outlay_uniform_of_normal(score);
}

/* The input's own draw, and the medians that those of its group then have. */
static void move(const swinging *s, size_t swing, double score, size_t at) {
  const outlay_moved_draw *moved = s->draws[swing];
  const outlay_input_group *group = &s->groups->groups[moved->group];
  for (size_t i = group->draw; i < group->draw + group->draw_count; i++) {
    const outlay_moved_draw *draw = &s->groups->draws[i];
    const double rho = outlay_streams_correlation(s->graph, moved->stream, draw->stream);
    column(s, draw->column)[at] = draw_of(draw, rho * score);
  }
}

static void place_points(const swinging *s, size_t first, size_t n) {
  for (size_t i = 0; i < s->groups->draw_count; i++) {
    const outlay_moved_draw *draw = &s->groups->draws[i];
    s->plan->kernels->fill(column(s, draw->column), draw_of(draw, 0), n);
  }
  for (size_t i = 0; i < n; i++) {
    const size_t point = first + i;
    if (point == 0) continue;
    move(s, (point - 1) / 2, outlay_normal_quantile(s->probabilities[(point - 1) % 2]), i);
  }
}

static double value_of(const swinging *s, outlay_node node, size_t at) {
  const outlay_location location = s->plan->locations[node];
  if (s->graph->axes.sets[s->graph->nodes[node].axes].cells != 1) return NAN;
  return column(s, location)[at];
}

static outlay_status fail_point(const swinging *s, size_t point) {
  outlay_fail(s->error, OUTLAY_ERROR_DOMAIN, "the value is not finite where %s",
              point == 0 ? "all inputs are at their medians"
                         : "an input is at its low or high value and the others at their medians");
  if (s->error != NULL) {
    s->error->node = s->node;
    if (point > 0) s->error->left = s->swings[(point - 1) / 2].input;
  }
  return OUTLAY_ERROR_DOMAIN;
}

static outlay_status read_points(swinging *s, size_t first, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const size_t point = first + i;
    const double value = value_of(s, s->node, i);
    if (!isfinite(value)) return fail_point(s, point);
    if (point == 0) {
      s->base = value;
      continue;
    }
    outlay_swing *swing = &s->swings[(point - 1) / 2];
    const double input = value_of(s, swing->input, i);
    if ((point - 1) % 2 == 0) {
      swing->low = value;
      swing->input_low = input;
    } else {
      swing->high = value;
      swing->input_high = input;
    }
  }
  return OUTLAY_OK;
}

static outlay_status run(swinging *s, const outlay_options *options) {
  if (!outlay_workspace_new(s->plan, CHUNK, &s->workspace)) return outlay_fail_memory(s->error);
  outlay_status status = OUTLAY_OK;
  const size_t points = 1 + 2 * s->count;
  for (size_t first = 0; status == OUTLAY_OK && first < points; first += CHUNK) {
    const size_t n = points - first < CHUNK ? points - first : CHUNK;
    place_points(s, first, n);
    if (outlay_is_cancelled(options->cancel) ||
        !outlay_steps_run_some(s->plan, &s->workspace, s->steps, s->step_count, n)) {
      status = outlay_fail(s->error, OUTLAY_ERROR_CANCELLED, "cancelled");
    } else {
      status = read_points(s, first, n);
    }
  }
  outlay_workspace_free(s->plan, &s->workspace);
  return status;
}

/* ---- the public function ---- */

static outlay_status swing_all(swinging *s, const outlay_options *options, double *base,
                               outlay_swing *out, size_t capacity, size_t *count) {
  const outlay_allocator *memory = &s->plan->allocator;
  const size_t draws = s->groups->draw_count, steps = s->plan->step_count;
  s->steps = outlay_memory_new(memory, steps, sizeof *s->steps);
  s->draws = outlay_memory_new(memory, draws, sizeof *s->draws);
  s->swings = outlay_memory_new(memory, draws, sizeof *s->swings);
  outlay_status status = OUTLAY_OK;
  if (s->steps == NULL || s->draws == NULL || s->swings == NULL) {
    status = outlay_fail_memory(s->error);
  } else {
    list_steps(s);
    list_swings(s);
    status = run(s, options);
  }
  if (status == OUTLAY_OK) {
    *base = s->base;
    *count = s->count;
    for (size_t i = 0; i < s->count && i < capacity; i++) out[i] = s->swings[i];
  }
  outlay_memory_free(memory, s->steps, steps, sizeof *s->steps);
  outlay_memory_free(memory, s->draws, draws, sizeof *s->draws);
  outlay_memory_free(memory, s->swings, draws, sizeof *s->swings);
  return status;
}

outlay_status outlay_swings(outlay_graph *graph, outlay_node node, double low, double high,
                            const outlay_options *options, double *base, outlay_swing *out,
                            size_t capacity, size_t *count, outlay_error *error) {
  outlay_options standard;
  outlay_error unread;
  if (error == NULL) error = &unread;
  if (options == NULL) {
    outlay_options_default(&standard);
    options = &standard;
  }
  outlay_status status = outlay_sensitivity_check(graph, node, error);
  if (status != OUTLAY_OK) return status;
  if (!(low > 0 && low < high && high < 1)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "inputs go from one probability up to another between 0 and 1, not from %g "
                       "to %g",
                       low, high);
  }
  outlay_evaluation evaluation = {.graph = graph, .options = options, .end = 1, .error = error};
  outlay_plan *plan = NULL;
  status = outlay_sensitivity_plan(&evaluation, node, &plan);
  outlay_input_groups groups = {.allocator = graph->allocator};
  if (status == OUTLAY_OK) status = outlay_input_groups_new(graph, plan, node, &groups, error);
  if (status == OUTLAY_OK) {
    swinging s = {.graph = graph,
                  .plan = plan,
                  .groups = &groups,
                  .node = node,
                  .probabilities = {low, high},
                  .error = error};
    status = swing_all(&s, options, base, out, capacity, count);
  }
  outlay_input_groups_clear(&groups);
  outlay_plan_free(plan);
  outlay_evaluation_clear(&evaluation);
  return status;
}
