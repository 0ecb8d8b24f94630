/* Scores: predictions of all runs, and what they come to for each family. */
#ifndef OUTLAY_VALIDATE_SCORE_H
#define OUTLAY_VALIDATE_SCORE_H

#include "fitting.h"

typedef struct score {
  const run *run;
  double predicted;  /* seconds, by the committed constants */
  double low, high;  /* the 80 % interval */
  double ratio;      /* log of measured over predicted, by constants fitted without its fold */
  bool crossed;      /* `ratio` is there */
  bool covered;      /* and in the interval that knew nothing of the fold */
  double left_ratio; /* the same by constants fitted without its family */
  bool left;         /* `left_ratio` is there */
  bool left_covered; /* and in the interval for families unseen, made without it */
  outlay_step step;
} score;

typedef struct summary {
  const char *label;
  run_group group;
  size_t n, covered, intervals;
  size_t left, left_covered; /* rows as of a family unseen, and those in its interval */
  double median, mape, worst, bias;
  double unseen; /* median error of constants fitted without the row's fold */
  const char *worst_id;
} summary;

/* The constants to predict a run with: those committed in the core. */
const outlay_efficiency *committed_efficiency(const run *r);

/* One score for each run, in order; those that are not usable have predicted 0. */
score *score_all(const runs *all);

/* Group of the targets, or else the family's own name. */
const char *label_of(const run *r);
/* Over the scores with this label; memory is not looked at. */
summary summarise(const score *scores, size_t count, const char *label);

/* The quantile of sorted values (type 7). */
double quantile(const double *sorted, size_t n, double probability);
void sort_values(double *values, size_t n);

#endif
