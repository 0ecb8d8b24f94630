/* Local optima by NLopt's COBYLA (Powell, "A direct search optimization method that models the
 * objective and constraint functions by linear interpolation", 1994), which needs no derivatives
 * and is deterministic. Variables go from 0 to 1; objective and constraints are scaled. */
#include <math.h>
#include <nlopt.h>

#include "optimise.h"
#include "status.h"

enum { MOST_TRIALS = 300 };

/* What stands for a value that the model does not have: worse than anything near. */
static const double NOWHERE = 1e3;

/* Constraints are aimed at with this much to spare, so that they hold where the search ends. */
static const double SPARE = 1e-6;

typedef struct searching {
  outlay_optimising *o;
  nlopt_opt optimiser;
  size_t *places; /* of the continuous variables */
  unsigned count;
  bool least_violation; /* then the last coordinate is the violation */
  bool known;           /* `now` is of the coordinates that were asked for last */
} searching;

static void try_at(searching *s, const double *shares) {
  outlay_optimising *o = s->o;
  bool same = s->known;
  for (unsigned i = 0; i < s->count; i++) {
    const double x = outlay_variable_value(&o->variables[s->places[i]], shares[i]);
    same = same && x == o->now.x[s->places[i]];
    o->now.x[s->places[i]] = x;
  }
  if (same) return;
  s->known = true;
  o->status = outlay_optimise_try(o);
  if (o->status != OUTLAY_OK) (void)nlopt_force_stop(s->optimiser);
}

static double scaled(double value, double scale) {
  return isfinite(value) ? value / scale : NOWHERE;
}

static double objective(unsigned n, const double *shares, double *gradient, void *context) {
  searching *s = context;
  (void)gradient;
  if (s->least_violation) return shares[n - 1];
  try_at(s, shares);
  return scaled(s->o->now.results[0], s->o->scale);
}

static void constrain(unsigned m, double *out, unsigned n, const double *shares, double *gradient,
                      void *context) {
  searching *s = context;
  (void)gradient;
  try_at(s, shares);
  for (unsigned i = 0; i < m; i++) {
    out[i] = scaled(s->o->now.results[1 + i], s->o->scales[i]) + SPARE;
    if (s->least_violation) out[i] -= shares[n - 1];
  }
}

static outlay_status run(searching *s, double *shares, double *low, double *high) {
  outlay_optimising *o = s->o;
  const unsigned n = s->count + (s->least_violation ? 1 : 0);
  for (unsigned i = 0; i < s->count; i++) {
    const size_t place = s->places[i];
    low[i] = 0;
    high[i] = 1;
    shares[i] = outlay_variable_share(&o->variables[place], o->now.x[place]);
  }
  if (s->least_violation) {
    low[s->count] = -1;
    high[s->count] = 2 * NOWHERE;
    shares[s->count] = fmin(fmax(0, o->best.violation), NOWHERE) * 1.1;
  }
  s->optimiser = nlopt_create(NLOPT_LN_COBYLA, n);
  if (s->optimiser == NULL) return outlay_fail_memory(o->trial.error);
  double value = 0;
  const bool set = nlopt_set_lower_bounds(s->optimiser, low) > 0 &&
                   nlopt_set_upper_bounds(s->optimiser, high) > 0 &&
                   nlopt_set_min_objective(s->optimiser, objective, s) > 0 &&
                   (o->constraints == 0 ||
                    nlopt_add_inequality_mconstraint(s->optimiser, (unsigned)o->constraints,
                                                     constrain, s, NULL) > 0) &&
                   nlopt_set_xtol_rel(s->optimiser, 1e-6) > 0 &&
                   nlopt_set_initial_step1(s->optimiser, 0.2) > 0 &&
                   nlopt_set_maxeval(s->optimiser, MOST_TRIALS) > 0;
  if (set) (void)nlopt_optimize(s->optimiser, shares, &value);
  nlopt_destroy(s->optimiser);
  return set ? o->status : outlay_fail_memory(o->trial.error);
}

outlay_status outlay_optimise_locally(outlay_optimising *o, bool least_violation) {
  const outlay_allocator *memory = &o->trial.graph->allocator;
  const size_t room = o->count + 1;
  searching s = {.o = o, .least_violation = least_violation};
  s.places = outlay_memory_new(memory, room, sizeof *s.places);
  double *shares = outlay_memory_new(memory, 3 * room, sizeof *shares);
  outlay_status status = OUTLAY_ERROR_MEMORY;
  if (s.places == NULL || shares == NULL) {
    (void)outlay_fail_memory(o->trial.error);
  } else {
    for (size_t i = 0; i < o->count; i++) {
      if (outlay_variable_continuous(&o->variables[i])) s.places[s.count++] = i;
    }
    o->status = OUTLAY_OK;
    status =
        s.count == 0 ? outlay_optimise_try(o) : run(&s, shares, shares + room, shares + 2 * room);
  }
  outlay_memory_free(memory, s.places, room, sizeof *s.places);
  outlay_memory_free(memory, shares, 3 * room, sizeof *shares);
  return status;
}
