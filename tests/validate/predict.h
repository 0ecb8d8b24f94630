/* The model's prediction for a run; what is not published is searched over. */
#ifndef OUTLAY_VALIDATE_PREDICT_H
#define OUTLAY_VALIDATE_PREDICT_H

#include "runs.h"

/* Seconds a step, and the step of the strategy that was taken, where `step` is not NULL. */
double predict(const run *r, const outlay_efficiency *efficiency, outlay_step *step);

#endif
