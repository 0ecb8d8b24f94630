/* Looking for the least value of one result such that others stay below zero, over parameters of
 * which some are continuous and some have a list of values. */
#ifndef OUTLAY_OPTIMISE_H
#define OUTLAY_OPTIMISE_H

#include "trial.h"

/* A trial's parameters and what came of it: objective, then constraints. */
typedef struct outlay_try {
  double *x;        /* base units */
  double *results;  /* not finite where the model has no value */
  double violation; /* the largest constraint over its scale; at most 0: all hold */
} outlay_try;

typedef struct outlay_optimising {
  outlay_trial trial;
  const outlay_variable *variables;
  size_t count;
  size_t constraints;
  const double *scales; /* of the constraints */
  double scale;         /* of the objective */
  outlay_try now;       /* the last one; its x is where the next one is */
  outlay_try best;      /* the least objective of those where all hold, else the least violation */
  bool tried;
  outlay_status status; /* of what stopped the search */
} outlay_optimising;

/* Evaluates `now.x`; keeps it if it is the best so far. A place where the model has no value is
 * recorded as such, and is no error. */
outlay_status outlay_optimise_try(outlay_optimising *o);

/* Moves the continuous variables of `now.x`, the others staying as they are, from `now.x` to a
 * local optimum; with `least_violation`, to where the constraints are missed by least. */
outlay_status outlay_optimise_locally(outlay_optimising *o, bool least_violation);

/* The share of the way between a variable's bounds, on a logarithmic scale where they are far
 * apart; and back. */
double outlay_variable_share(const outlay_variable *variable, double x);
double outlay_variable_value(const outlay_variable *variable, double share);

static inline bool outlay_variable_continuous(const outlay_variable *variable) {
  return variable->value_count == 0 && variable->low < variable->high;
}

#endif
