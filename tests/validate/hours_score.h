/* Predicted device-hours of whole trainings, goodput included, against what model cards state. */
#ifndef OUTLAY_VALIDATE_HOURS_SCORE_H
#define OUTLAY_VALIDATE_HOURS_SCORE_H

#include "runs.h"

/* Prints each training and a summary; false where the target is missed. */
bool hours_print(const runs *all);

#endif
