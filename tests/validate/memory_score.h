/* The predicted peak memory of the fullest device against what runs published. */
#ifndef OUTLAY_VALIDATE_MEMORY_SCORE_H
#define OUTLAY_VALIDATE_MEMORY_SCORE_H

#include "runs.h"

/* Prints a line for each family that publishes memory; false where the target is missed. */
bool memory_print(const runs *all);

#endif
