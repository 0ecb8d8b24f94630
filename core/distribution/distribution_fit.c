#include "distribution_fit.h"

#include <math.h>

/* cos((2 j + 1) pi / 22): where an interpolating polynomial's error is nearly least. */
const double outlay_fit_nodes[OUTLAY_FIT_NODES] = {
    -0.98982144188093273, -0.90963199535451837, -0.75574957435425829,
    -0.54064081745559758, -0.28173255684142970, 0.0,
    0.28173255684142970,  0.54064081745559758,  0.75574957435425829,
    0.90963199535451837,  0.98982144188093273,
};

/* First some of cos(j pi / 11), where that error is greatest for a smooth function; then places
 * between them, for one that bends sharply somewhere in the piece. */
const double outlay_fit_checks[OUTLAY_FIT_CHECKS] = {
    -1.0,
    -0.65486073394528506,
    -0.14231483827328514,
    0.41541501300188644,
    0.84125353283118117,
    -0.95,
    -0.84,
    -0.75,
    -0.5,
    -0.35,
    0.07,
    0.2,
    0.31,
    0.55,
    0.7,
    0.95,
};

double outlay_fit_score(double low, double high, size_t pieces, size_t piece, double x) {
  return low + (high - low) * (((double)piece + 0.5 * (x + 1.0)) / (double)pieces);
}

/* Chebyshev coefficients of the polynomial through the values at the nodes. */
static void chebyshev_of(const double *values, double chebyshev[OUTLAY_FIT_NODES]) {
  for (int k = 0; k < OUTLAY_FIT_NODES; k++) chebyshev[k] = 0.0;
  for (int j = 0; j < OUTLAY_FIT_NODES; j++) {
    const double x = outlay_fit_nodes[j];
    double before = x, here = 1.0; /* T[-1] and T[0] */
    for (int k = 0; k < OUTLAY_FIT_NODES; k++) {
      chebyshev[k] += here * values[j];
      const double next = 2.0 * x * here - before;
      before = here;
      here = next;
    }
  }
  for (int k = 0; k < OUTLAY_FIT_NODES; k++) {
    chebyshev[k] *= (k == 0 ? 1.0 : 2.0) / (double)OUTLAY_FIT_NODES;
  }
}

/* The same polynomial by powers. */
static void powers_of(const double chebyshev[OUTLAY_FIT_NODES], double power[OUTLAY_FIT_NODES]) {
  double before[OUTLAY_FIT_NODES] = {0.0}, here[OUTLAY_FIT_NODES] = {1.0};
  before[1] = 1.0; /* T[-1] = T[1] = x */
  for (int i = 0; i < OUTLAY_FIT_NODES; i++) power[i] = 0.0;
  for (int k = 0; k < OUTLAY_FIT_NODES; k++) {
    double next[OUTLAY_FIT_NODES];
    for (int i = 0; i < OUTLAY_FIT_NODES; i++) {
      power[i] += chebyshev[k] * here[i];
      next[i] = (i > 0 ? 2.0 * here[i - 1] : 0.0) - before[i];
    }
    for (int i = 0; i < OUTLAY_FIT_NODES; i++) {
      before[i] = here[i];
      here[i] = next[i];
    }
  }
}

void outlay_fit_polynomial(const double values[OUTLAY_FIT_NODES], double powers[OUTLAY_FIT_NODES]) {
  double chebyshev[OUTLAY_FIT_NODES];
  chebyshev_of(values, chebyshev);
  powers_of(chebyshev, powers);
}

void outlay_fit_set(outlay_piecewise *fit, double low, double high, size_t pieces,
                    const double *values) {
  fit->pieces = pieces;
  fit->scale = (double)pieces / (high - low);
  fit->offset = -low * fit->scale;
  fit->last = nextafter((double)pieces, 0.0);
  for (size_t piece = 0; piece < pieces; piece++) {
    double power[OUTLAY_FIT_NODES];
    outlay_fit_polynomial(values + piece * OUTLAY_FIT_NODES, power);
    for (size_t i = 0; i < OUTLAY_FIT_NODES; i++) {
      fit->by_term[i * pieces + piece] = power[i];
      fit->by_piece[piece * OUTLAY_PIECEWISE_ROW + i] = power[i];
    }
  }
}

/* The first address from `p` on at which a vector does not straddle two cache lines (measured: it
 * saves a quarter of the time). */
static double *align_to_line(double *p) {
  const uintptr_t line = OUTLAY_LANES * sizeof *p;
  return p + (line - (uintptr_t)p % line) % line / sizeof *p;
}

outlay_status outlay_fit_table(outlay_sampler *sampler, size_t pieces, outlay_error *error) {
  const size_t terms = OUTLAY_FIT_NODES * pieces;
  const size_t size = terms + OUTLAY_PIECEWISE_ROW * pieces + OUTLAY_LANES;
  const outlay_status status = outlay_sampler_table(sampler, size, error);
  if (status != OUTLAY_OK) return status;
  sampler->fit.by_term = align_to_line(sampler->table);
  sampler->fit.by_piece = sampler->fit.by_term + terms;
  return OUTLAY_OK;
}

void outlay_fit_apply(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                      const double *draw, size_t n) {
  if (sampler->exact) {
    for (size_t i = 0; i < n; i++) {
      out[i] = outlay_distribution_from_draw(sampler->kind, sampler->parameters, sampler->count,
                                             draw[i]);
    }
  } else if (sampler->knotted.pieces > 0) {
    kernels->knotted(out, draw, n, &sampler->knotted);
  } else {
    kernels->piecewise(out, draw, n, &sampler->fit);
  }
}
