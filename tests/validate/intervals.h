/* Intervals: how far off a prediction may be, from residuals of runs that it did not know. */
#ifndef OUTLAY_VALIDATE_INTERVALS_H
#define OUTLAY_VALIDATE_INTERVALS_H

#include "score.h"

/* Of measured over predicted, an 80 % interval. */
typedef struct spread {
  double low, high;
  size_t rows, families; /* behind it */
} spread;

/* Fills the residuals of constants that did not see a row's fold, or its family. */
void residuals(score *scores, const runs *all);

/* Fills them, the interval of each row, and whether it covers. A few rows, to which nothing can be
 * fitted, take the committed constants and intervals. */
void intervals(score *scores, const runs *all);

/* The interval for further runs of a family that is here, and for a family that is not. */
spread spread_of_group(const score *scores, const runs *all, run_group group);
spread spread_of_unseen(const score *scores, const runs *all, bool mixture);

/* Whether two runs are of one family: a group with a target, or else what one source published of
 * dense models or of mixtures. */
bool same_family(const run *a, const run *b);

#endif
