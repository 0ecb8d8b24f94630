/* The best choice of some parameters: lists of values are tried out, each combination with a search
 * over the continuous ones from several places; whole numbers are then rounded both ways. */
#include "optimise.h"

#include <math.h>
#include <string.h>

#include "sobol.h"
#include "status.h"

enum { STARTS = 4, MOST_COMBINATIONS = 10000, MOST_STEPPED = 8, MOST_POLISHES = 5 };

/* Bounds that are further apart than this are searched by their logarithms. */
static const double FAR_APART = 10;

static bool is_logarithmic(const outlay_variable *v) {
  return v->low > 0 && v->high / v->low > FAR_APART;
}

double outlay_variable_share(const outlay_variable *v, double x) {
  const double share = is_logarithmic(v) ? log(x / v->low) / log(v->high / v->low)
                                         : (x - v->low) / (v->high - v->low);
  return fmax(0, fmin(1, share));
}

double outlay_variable_value(const outlay_variable *v, double share) {
  if (share <= 0) return v->low;
  if (share >= 1) return v->high;
  const double x = is_logarithmic(v) ? v->low * exp(share * log(v->high / v->low))
                                     : v->low + share * (v->high - v->low);
  return fmax(v->low, fmin(v->high, x));
}

/* ---- one trial ---- */

static double violation_of(const outlay_optimising *o, const double *results) {
  double most = -INFINITY;
  for (size_t i = 0; i <= o->constraints; i++) {
    if (!isfinite(results[i])) return INFINITY;
    if (i > 0) most = fmax(most, results[i] / o->scales[i - 1]);
  }
  return o->constraints == 0 ? 0 : most;
}

static bool is_better(const outlay_try *a, const outlay_try *b) {
  const bool holds = a->violation <= 0;
  if (holds != (b->violation <= 0)) return holds;
  return holds ? a->results[0] < b->results[0] : a->violation < b->violation;
}

static void copy_try(const outlay_optimising *o, outlay_try *to, const outlay_try *from) {
  memcpy(to->x, from->x, o->count * sizeof *to->x);
  memcpy(to->results, from->results, (o->constraints + 1) * sizeof *to->results);
  to->violation = from->violation;
}

outlay_status outlay_optimise_try(outlay_optimising *o) {
  const outlay_status status = outlay_trial_run(&o->trial, o->now.x, o->now.results);
  if (status == OUTLAY_ERROR_DOMAIN || status == OUTLAY_ERROR_LIMIT) {
    for (size_t i = 0; i <= o->constraints; i++) o->now.results[i] = INFINITY;
  } else if (status != OUTLAY_OK) {
    return status;
  }
  o->now.violation = violation_of(o, o->now.results);
  if (!o->tried || is_better(&o->now, &o->best)) copy_try(o, &o->best, &o->now);
  o->tried = true;
  return OUTLAY_OK;
}

/* ---- combinations ---- */

static size_t choices_of(const outlay_variable *v) {
  return v->value_count > 0 ? v->value_count : 1;
}

static void choose(const outlay_optimising *o, size_t combination, double *x) {
  for (size_t i = 0; i < o->count; i++) {
    const outlay_variable *v = &o->variables[i];
    if (v->value_count > 0) x[i] = v->values[combination % v->value_count];
    combination /= choices_of(v);
  }
}

/* The place where a search starts: the variables' own, then points that fill the space evenly. */
static void start_at(const outlay_optimising *o, size_t number, double *x) {
  uint32_t dimension = 0;
  for (size_t i = 0; i < o->count; i++) {
    const outlay_variable *v = &o->variables[i];
    if (!outlay_variable_continuous(v)) {
      if (v->value_count == 0) x[i] = v->low;
      continue;
    }
    x[i] = v->start;
    if (number == 0) continue;
    uint64_t directions[8], point = 0;
    outlay_sobol_directions(dimension++ % OUTLAY_SOBOL_DIMENSIONS, 8, directions);
    for (int bit = 0; bit < 8; bit++) {
      if ((number >> bit & 1) != 0) point ^= directions[bit];
    }
    x[i] = outlay_variable_value(v, (double)(point >> 11) * 0x1p-53);
  }
}

static bool has_continuous(const outlay_optimising *o) {
  for (size_t i = 0; i < o->count; i++) {
    if (outlay_variable_continuous(&o->variables[i])) return true;
  }
  return false;
}

/* Begins again from the best place, as long as that helps: a simplex that has become small in a
 * curved valley is large again. */
static outlay_status polish(outlay_optimising *o) {
  outlay_status status = OUTLAY_OK;
  for (int i = 0; status == OUTLAY_OK && i < MOST_POLISHES; i++) {
    const double before = o->best.results[0];
    copy_try(o, &o->now, &o->best);
    status = outlay_optimise_locally(o, false);
    if (before - o->best.results[0] <= 1e-6 * o->scale) break;
  }
  return status;
}

static outlay_status search(outlay_optimising *o, size_t combinations) {
  const size_t starts = has_continuous(o) ? STARTS : 1;
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < combinations; i++) {
    for (size_t k = 0; status == OUTLAY_OK && k < starts; k++) {
      start_at(o, k, o->now.x);
      choose(o, i, o->now.x);
      status = outlay_optimise_locally(o, false);
    }
  }
  if (status != OUTLAY_OK || starts == 1) return status;
  if (o->best.violation <= 0) return polish(o);
  copy_try(o, &o->now, &o->best);
  return outlay_optimise_locally(o, true);
}

/* ---- whole numbers of steps ---- */

static bool has_steps(const outlay_variable *v) {
  return v->step > 0 && outlay_variable_continuous(v);
}

static double rounded(const outlay_variable *v, double x, bool up) {
  const double steps = up ? ceil(x / v->step) : floor(x / v->step);
  return fmax(v->low, fmin(v->high, steps * v->step));
}

/* All ways to round the best place's numbers, each with the rest searched anew from there.
 * `variables` are o's; `fixed` has room for as many. */
static outlay_status round_steps(outlay_optimising *o, outlay_variable *variables,
                                 outlay_variable *fixed, double *near) {
  size_t count = 0;
  for (size_t i = 0; i < o->count; i++) count += has_steps(&variables[i]);
  if (count == 0) return OUTLAY_OK;
  if (count > MOST_STEPPED) {
    return outlay_fail(o->trial.error, OUTLAY_ERROR_LIMIT, "up to %d variables can have steps",
                       MOST_STEPPED);
  }
  memcpy(near, o->best.x, o->count * sizeof *near);
  o->variables = fixed;
  o->tried = false; /* numbers between steps do not count */
  outlay_status status = OUTLAY_OK;
  for (size_t way = 0; status == OUTLAY_OK && way < (size_t)1 << count; way++) {
    size_t bit = 0;
    for (size_t i = 0; i < o->count; i++) {
      fixed[i] = variables[i];
      o->now.x[i] = near[i];
      if (!has_steps(&variables[i])) continue;
      o->now.x[i] = rounded(&variables[i], near[i], (way >> bit++ & 1) != 0);
      fixed[i].low = fixed[i].high = o->now.x[i];
    }
    status = outlay_optimise_locally(o, false);
  }
  o->variables = variables;
  return status;
}

/* ---- the public function ---- */

static outlay_status fail_variable(outlay_error *error, size_t number, const char *why) {
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "variable %zu: %s", number + 1, why);
}

static outlay_status check_variables(const outlay_variable *variables, size_t count,
                                     size_t *combinations, outlay_error *error) {
  *combinations = 1;
  for (size_t i = 0; i < count; i++) {
    const outlay_variable *v = &variables[i];
    if (v->value_count > 0) {
      *combinations *= v->value_count;
      if (*combinations > MOST_COMBINATIONS) {
        outlay_fail(error, OUTLAY_ERROR_LIMIT, "there are more than %d combinations of choices",
                    MOST_COMBINATIONS);
        outlay_advise(error, "offer fewer values, or vary fewer things at a time");
        return OUTLAY_ERROR_LIMIT;
      }
    } else if (!isfinite(v->low) || !isfinite(v->high) || v->low > v->high) {
      return fail_variable(error, i, "needs a low and a high bound, low <= high");
    } else if (!(v->start >= v->low && v->start <= v->high)) {
      return fail_variable(error, i, "its start is not between its bounds");
    }
  }
  return OUTLAY_OK;
}

/* The search's own copies: in one piece of memory each. */
typedef struct workspace {
  outlay_variable *variables; /* and as many more */
  outlay_node *nodes;         /* parameters, then outputs */
  double *numbers;
  size_t variable_count, node_count, number_count;
} workspace;

static outlay_status run(outlay_optimising *o, workspace *w, size_t combinations,
                         outlay_optimum *out) {
  const size_t results = o->constraints + 1;
  o->now = (outlay_try){.x = w->numbers, .results = w->numbers + o->count};
  o->best =
      (outlay_try){.x = o->now.results + results, .results = o->now.results + results + o->count};
  double *near = o->best.results + results;
  start_at(o, 0, o->now.x);
  choose(o, 0, o->now.x);
  o->trial.expected = (double)combinations * (has_continuous(o) ? 60 * STARTS : 1);
  outlay_status status = outlay_optimise_try(o);
  if (status != OUTLAY_OK) return status;
  const double first = fabs(o->now.results[0]);
  o->scale = isfinite(first) && first > 0 ? first : 1;
  status = search(o, combinations);
  if (status == OUTLAY_OK) {
    status = round_steps(o, w->variables, w->variables + o->count, near);
  }
  if (status != OUTLAY_OK) return status;
  memcpy(out->x, o->best.x, o->count * sizeof *out->x);
  out->objective = o->best.results[0];
  for (size_t i = 0; i < o->constraints; i++) out->constraints[i] = o->best.results[i + 1];
  out->feasible = o->best.violation <= 0;
  out->defined = isfinite(o->best.violation) != 0;
  out->trials = o->trial.done;
  return OUTLAY_OK;
}

static bool workspace_new(const outlay_allocator *memory, size_t count, size_t constraints,
                          workspace *w) {
  *w = (workspace){.variable_count = 2 * count,
                   .node_count = count + constraints + 1,
                   .number_count = 3 * count + 2 * (constraints + 1)};
  w->variables = outlay_memory_new(memory, w->variable_count, sizeof *w->variables);
  w->nodes = outlay_memory_new(memory, w->node_count, sizeof *w->nodes);
  w->numbers = outlay_memory_new(memory, w->number_count, sizeof *w->numbers);
  return w->variables != NULL && w->nodes != NULL && w->numbers != NULL;
}

static void workspace_free(const outlay_allocator *memory, workspace *w) {
  outlay_memory_free(memory, w->variables, w->variable_count, sizeof *w->variables);
  outlay_memory_free(memory, w->nodes, w->node_count, sizeof *w->nodes);
  outlay_memory_free(memory, w->numbers, w->number_count, sizeof *w->numbers);
}

outlay_status outlay_optimise(outlay_graph *graph, const outlay_variable *variables, size_t count,
                              outlay_node objective, const outlay_node *constraints,
                              const double *scales, size_t constraint_count,
                              const outlay_options *options, outlay_optimum *out,
                              outlay_error *error) {
  outlay_options standard;
  outlay_error unread;
  if (error == NULL) error = &unread;
  if (options == NULL) {
    outlay_options_default(&standard);
    options = &standard;
  }
  size_t combinations = 1;
  outlay_status status = check_variables(variables, count, &combinations, error);
  for (size_t i = 0; status == OUTLAY_OK && i < constraint_count; i++) {
    if (scales[i] > 0 && isfinite(scales[i])) continue;
    status = outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "constraint %zu has no scale", i + 1);
  }
  if (status != OUTLAY_OK) return status;
  const outlay_allocator *memory = &graph->allocator;
  workspace w;
  if (!workspace_new(memory, count, constraint_count, &w)) {
    workspace_free(memory, &w);
    return outlay_fail_memory(error);
  }
  outlay_node *outputs = w.nodes + count;
  outputs[0] = objective;
  for (size_t i = 0; i < constraint_count; i++) outputs[i + 1] = constraints[i];
  for (size_t i = 0; i < count; i++) {
    w.nodes[i] = variables[i].parameter;
    w.variables[i] = variables[i];
  }
  outlay_optimising o = {
      .variables = w.variables, .count = count, .constraints = constraint_count, .scales = scales};
  status = outlay_trial_begin(&o.trial, graph, w.nodes, count, outputs, constraint_count + 1,
                              options, error);
  if (status == OUTLAY_OK) {
    status = run(&o, &w, combinations, out);
    outlay_trial_end(&o.trial);
  }
  workspace_free(memory, &w);
  return status;
}

outlay_status outlay_trials(outlay_graph *graph, const outlay_node *parameters, size_t count,
                            const outlay_node *outputs, size_t output_count, const double *points,
                            size_t point_count, const outlay_options *options, double *out,
                            outlay_error *error) {
  outlay_options standard;
  outlay_error unread;
  if (error == NULL) error = &unread;
  if (options == NULL) {
    outlay_options_default(&standard);
    options = &standard;
  }
  outlay_trial trial;
  outlay_status status =
      outlay_trial_begin(&trial, graph, parameters, count, outputs, output_count, options, error);
  if (status != OUTLAY_OK) return status;
  trial.expected = (double)point_count;
  for (size_t i = 0; status == OUTLAY_OK && i < point_count; i++) {
    double *values = out + i * output_count;
    status = outlay_trial_run(&trial, points + i * count, values);
    if (status != OUTLAY_ERROR_DOMAIN) continue;
    for (size_t k = 0; k < output_count; k++) values[k] = NAN;
    status = OUTLAY_OK;
  }
  outlay_trial_end(&trial);
  return status;
}
