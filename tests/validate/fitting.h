/* Fitting the constants of an accelerator family to measured runs. */
#ifndef OUTLAY_VALIDATE_FITTING_H
#define OUTLAY_VALIDATE_FITTING_H

#include "runs.h"

typedef struct target {
  double median, worst; /* of |predicted / measured - 1|; 0: none */
  double mape;
} target;

extern const target targets[GROUPS];

enum { NO_FOLD = -1, NO_GROUP = -1, FAMILIES = 7 };

extern const char *const fitted_families[FAMILIES];

/* The index of a run's accelerator family, -1 where it is none of the fitted ones. */
int family_index(const run *r);

/* Where fits start, and what they are drawn to where rows say nothing. */
outlay_efficiency prior_efficiency(const char *family);

/* Constants for a family from its fitted rows outside the fold and the group: least squares of the
 * logarithm of predicted over measured, each group of one weight, large residuals weighted down
 * (Huber), by Levenberg-Marquardt steps. Deterministic. */
outlay_efficiency fit_family(const runs *all, int family, int without_fold, int without_group);

#endif
