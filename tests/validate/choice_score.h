/* Whether the model would have chosen well: of the strategies that were measured for one model on
 * one machine, how much longer the one with the least predicted time took than the best. */
#ifndef OUTLAY_VALIDATE_CHOICE_SCORE_H
#define OUTLAY_VALIDATE_CHOICE_SCORE_H

#include "score.h"

/* Prints a line for each model with many measured strategies; false where the target is missed. */
bool choice_print(const score *scores, size_t count);

#endif
