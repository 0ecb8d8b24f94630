#include "fitting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "predict.h"

const target targets[GROUPS] = {
    [GROUP_A100_MEGATRON] = {0.04, 0.12, 0}, [GROUP_VTRAIN_MULTI] = {0.06, 0.35, 0.09},
    [GROUP_VTRAIN_SINGLE] = {0, 0.40, 0.08}, [GROUP_BLOOM] = {0.08, 0.25, 0},
    [GROUP_MPT] = {0.06, 0.20, 0},           [GROUP_H100_DENSE] = {0.04, 0.12, 0},
    [GROUP_MLPERF] = {0.05, 0.12, 0},        [GROUP_MOE] = {0.10, 0.30, 0},
    [GROUP_SIMUMAX] = {0.06, 0.14, 0},
};

const char *const fitted_families[FAMILIES] = {"A100",  "A100-40GB", "H100", "B200",
                                               "GB200", "B300",      "GB300"};

enum { CONSTANTS = OUTLAY_EFFICIENCY_COUNT };

int family_index(const run *r) {
  const char *family = r->machine.accelerator.family;
  for (int i = 0; i < FAMILIES; i++) {
    if (family != NULL && strcmp(family, fitted_families[i]) == 0) return i;
  }
  return -1;
}

outlay_efficiency prior_efficiency(const char *family) {
  outlay_efficiency e = {.gemm = 0.8,
                         .gemm_fp8 = 0.65,
                         .gemm_fp4 = 0.5,
                         .attention = 0.5,
                         .memory = 0.8,
                         .fast = 0.75,
                         .fabric = 0.75,
                         .host = 10e-6};
  if (strncmp(family, "A100", 4) == 0) e.host = 25e-6;
  if (strncmp(family, "A100", 4) != 0 &&
      strchr(family, 'B') != NULL) { /* Blackwell: a higher peak that power holds down */
    e.gemm = 0.55;
    e.gemm_fp8 = 0.5;
  }
  return e;
}

static double *constant(outlay_efficiency *e, int index) {
  double *const all[CONSTANTS] = {&e->gemm,   &e->gemm_fp8, &e->gemm_fp4, &e->attention,
                                  &e->memory, &e->fast,     &e->fabric,   &e->host};
  return all[index];
}

/* How far, in the logarithm, a constant may stray from its start before it counts as one residual
 * of the data: rates have a narrow physical range, the host's time has not. */
static double prior_sd(int index) { return index == 7 ? 1.0 : 0.4; }

typedef struct problem {
  const run **rows;
  double *weights; /* of the group */
  double *scales;  /* of a residual that still counts in full */
  double *residuals, *jacobian;
  size_t count;
} problem;

static double residual(const run *r, const outlay_efficiency *e) {
  return log(predict(r, e, NULL) / r->measured);
}

static double scale_of(run_group group) {
  const target *t = &targets[group];
  if (t->median > 0) return t->median;
  return t->mape > 0 ? t->mape : 0.1;
}

/* Blackwell's dense runs have no target of their own. The layouts of vtrain-multi differ most. */
static double weight_of(run_group group) {
  if (group == GROUP_BLACKWELL_DENSE) return 0.3;
  return group == GROUP_VTRAIN_MULTI ? 2 : 1;
}

static void choose(problem *p, const runs *all, int family, int without_fold, int without_group) {
  double counts[GROUPS] = {0};
  for (size_t i = 0; i < all->count; i++) {
    const run *r = &all->items[i];
    if (!r->fitted || family_index(r) != family || r->fold == without_fold ||
        (int)r->group == without_group) {
      continue;
    }
    p->rows[p->count++] = r;
    counts[r->group] += 1;
  }
  for (size_t i = 0; i < p->count; i++) {
    const run_group group = p->rows[i]->group;
    p->scales[i] = scale_of(group);
    const double weight = weight_of(group);
    /* A group of few rows weighs less than one of many, but not in proportion. */
    p->weights[i] = 10 * weight / sqrt(counts[group]) / (p->scales[i] * p->scales[i]);
  }
}

static double loss(const problem *p, const outlay_efficiency *e, const outlay_efficiency *prior) {
  double sum = 0;
  for (size_t i = 0; i < p->count; i++) {
    const double r = fabs(residual(p->rows[i], e)), s = p->scales[i];
    sum += p->weights[i] * (r < s ? r * r : 2 * s * r - s * s);
  }
  outlay_efficiency now = *e, start = *prior;
  for (int c = 0; c < CONSTANTS; c++) {
    const double z = log(*constant(&now, c) / *constant(&start, c)) / prior_sd(c);
    sum += 10 * z * z;
  }
  return sum;
}

/* Solves the symmetric positive system a x = b of CONSTANTS unknowns in place (Cholesky). */
static void solve(double a[CONSTANTS][CONSTANTS], double b[CONSTANTS]) {
  for (int i = 0; i < CONSTANTS; i++) {
    for (int j = 0; j <= i; j++) {
      double sum = a[i][j];
      for (int k = 0; k < j; k++) sum -= a[i][k] * a[j][k];
      a[i][j] = i == j ? sqrt(sum) : sum / a[j][j];
    }
  }
  for (int i = 0; i < CONSTANTS; i++) {
    for (int k = 0; k < i; k++) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (int i = CONSTANTS - 1; i >= 0; i--) {
    for (int k = i + 1; k < CONSTANTS; k++) b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
}

static void linearise(problem *p, const outlay_efficiency *e) {
  const double step = 0.01;
  for (size_t i = 0; i < p->count; i++) p->residuals[i] = residual(p->rows[i], e);
  for (int c = 0; c < CONSTANTS; c++) {
    outlay_efficiency moved = *e;
    *constant(&moved, c) *= exp(step);
    for (size_t i = 0; i < p->count; i++) {
      p->jacobian[i * CONSTANTS + (size_t)c] =
          (residual(p->rows[i], &moved) - p->residuals[i]) / step;
    }
  }
}

static void normal_equations(const problem *p, const outlay_efficiency *e,
                             const outlay_efficiency *prior, double a[CONSTANTS][CONSTANTS],
                             double b[CONSTANTS]) {
  outlay_efficiency now = *e, start = *prior;
  memset(a, 0, sizeof(double[CONSTANTS][CONSTANTS]));
  memset(b, 0, sizeof(double[CONSTANTS]));
  for (size_t i = 0; i < p->count; i++) {
    const double r = p->residuals[i], *row = &p->jacobian[i * CONSTANTS];
    const double huber = fabs(r) < p->scales[i] ? 1 : p->scales[i] / fabs(r);
    const double w = p->weights[i] * huber;
    for (int c = 0; c < CONSTANTS; c++) {
      b[c] -= w * row[c] * r;
      for (int d = 0; d < CONSTANTS; d++) a[c][d] += w * row[c] * row[d];
    }
  }
  for (int c = 0; c < CONSTANTS; c++) {
    const double precision = 10 / (prior_sd(c) * prior_sd(c));
    a[c][c] += precision;
    b[c] -= precision * log(*constant(&now, c) / *constant(&start, c));
  }
}

static void optimise(problem *p, outlay_efficiency *e, const outlay_efficiency *prior) {
  double damping = 0.01, best = loss(p, e, prior);
  for (int iteration = 0; iteration < 25; iteration++) {
    double a[CONSTANTS][CONSTANTS], b[CONSTANTS];
    linearise(p, e);
    bool better = false;
    for (int attempt = 0; attempt < 6 && !better; attempt++) {
      normal_equations(p, e, prior, a, b);
      for (int c = 0; c < CONSTANTS; c++) a[c][c] *= 1 + damping;
      solve(a, b);
      outlay_efficiency moved = *e;
      for (int c = 0; c < CONSTANTS; c++) {
        *constant(&moved, c) *= exp(fmax(-0.5, fmin(0.5, b[c])));
        if (c < 7) *constant(&moved, c) = fmin(*constant(&moved, c), 1.0);
      }
      const double now = loss(p, &moved, prior);
      better = now < best;
      damping *= better ? 0.3 : 5;
      if (better) {
        const double gain = best - now;
        *e = moved;
        best = now;
        if (gain < 1e-4 * best) return;
      }
    }
    if (!better) return;
  }
}

outlay_efficiency fit_family(const runs *all, int family, int without_fold, int without_group) {
  const outlay_efficiency prior = prior_efficiency(fitted_families[family]);
  outlay_efficiency e = prior;
  problem p = {.rows = calloc(all->count, sizeof *p.rows),
               .weights = calloc(all->count, sizeof *p.weights),
               .scales = calloc(all->count, sizeof *p.scales),
               .residuals = calloc(all->count, sizeof *p.residuals),
               .jacobian = calloc(all->count * CONSTANTS, sizeof *p.jacobian)};
  if (p.rows == NULL || p.weights == NULL || p.scales == NULL || p.residuals == NULL ||
      p.jacobian == NULL) {
    abort();
  }
  choose(&p, all, family, without_fold, without_group);
  if (p.count > 0) optimise(&p, &e, &prior);
  free(p.rows);
  free(p.weights);
  free(p.scales);
  free(p.residuals);
  free(p.jacobian);
  return e;
}
