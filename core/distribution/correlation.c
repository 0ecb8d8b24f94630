#include "correlation.h"

#include <math.h>
#include <string.h>

/* What rounding may leave of a variance that is 0. */
static const double tolerance = 1e-10;

bool outlay_correlation_factor(const double *matrix, size_t n, double *factor) {
  for (size_t j = 0; j < n; j++) {
    double rest = matrix[j * n + j];
    for (size_t k = 0; k < j; k++) rest -= factor[j * n + k] * factor[j * n + k];
    if (rest < -tolerance) return false;
    const bool none = rest < tolerance;
    const double pivot = none ? 0.0 : sqrt(rest);
    for (size_t i = j + 1; i < n; i++) {
      double left = matrix[i * n + j];
      for (size_t k = 0; k < j; k++) left -= factor[i * n + k] * factor[j * n + k];
      if (none && fabs(left) > sqrt(tolerance)) return false;
      factor[i * n + j] = none ? 0.0 : left / pivot;
    }
    factor[j * n + j] = pivot;
    for (size_t k = j + 1; k < n; k++) factor[j * n + k] = 0.0;
  }
  return true;
}

/* 2 sin(pi / 6 rank) by the sine's power series (Pearson, "On further methods of determining
 * correlation", Drapers' Company Research Memoirs, Biometric Series 4, 1907). */
double outlay_correlation_of_rank(double rank) {
  const double x = rank * 0x1.0c152382d7366p-1;
  if (fabs(rank) == 1.0) return rank;
  double sum = 0.0;
  for (int k = 21; k >= 3; k -= 2) sum = (1.0 - sum) * x * x / (double)(k * (k - 1));
  return 2.0 * x * (1.0 - sum);
}

/* ---- eigenvalues: Jacobi's rotations (Golub and Van Loan, Matrix Computations, section 8.5) ----
 */

static void rotate(double *a, double *vectors, size_t n, size_t p, size_t q) {
  const double off = a[p * n + q];
  if (off == 0.0) return;
  const double theta = (a[q * n + q] - a[p * n + p]) / (2.0 * off);
  const double size = 1.0 / (fabs(theta) + sqrt(theta * theta + 1.0));
  const double t = theta < 0.0 ? -size : size;
  const double c = 1.0 / sqrt(t * t + 1.0), s = t * c;
  for (size_t k = 0; k < n; k++) {
    const double x = a[k * n + p], y = a[k * n + q];
    a[k * n + p] = c * x - s * y;
    a[k * n + q] = s * x + c * y;
  }
  for (size_t k = 0; k < n; k++) {
    const double x = a[p * n + k], y = a[q * n + k];
    a[p * n + k] = c * x - s * y;
    a[q * n + k] = s * x + c * y;
  }
  for (size_t k = 0; k < n; k++) {
    const double x = vectors[k * n + p], y = vectors[k * n + q];
    vectors[k * n + p] = c * x - s * y;
    vectors[k * n + q] = s * x + c * y;
  }
}

/* `a` becomes diagonal: the eigenvalues. */
static void diagonalise(double *a, double *vectors, size_t n) {
  for (size_t i = 0; i < n * n; i++) vectors[i] = i % (n + 1) == 0 ? 1.0 : 0.0;
  for (int sweep = 0; sweep < 60; sweep++) {
    double off = 0.0;
    for (size_t p = 0; p < n; p++) {
      for (size_t q = p + 1; q < n; q++) off += a[p * n + q] * a[p * n + q];
    }
    if (off < 1e-26) return;
    for (size_t p = 0; p < n; p++) {
      for (size_t q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
    }
  }
}

/* The nearest matrix without eigenvalues below `least`, into `out`; `work` and `vectors` n by n. */
static void clip(const double *matrix, size_t n, double least, double *work, double *vectors,
                 double *out) {
  memcpy(work, matrix, n * n * sizeof *work);
  diagonalise(work, vectors, n);
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j < n; j++) {
      double sum = 0.0;
      for (size_t k = 0; k < n; k++) {
        const double value = work[k * n + k] > least ? work[k * n + k] : least;
        sum += vectors[i * n + k] * value * vectors[j * n + k];
      }
      out[i * n + j] = sum;
    }
  }
}

/* Alternating projections with Dykstra's correction. `work`: four matrices. */
static void project(double *nearest, size_t n, double *work) {
  enum { ROUNDS = 500 };
  const size_t size = n * n;
  double *from = work, *clipped = work + size, *vectors = work + 2 * size,
         *correction = work + 3 * size;
  memset(correction, 0, size * sizeof *correction);
  for (int round = 0; round < ROUNDS; round++) {
    for (size_t i = 0; i < size; i++) from[i] = nearest[i] - correction[i];
    double *scratch = nearest; /* its values are in `from` by now */
    clip(from, n, 0.0, scratch, vectors, clipped);
    double moved = 0.0;
    for (size_t i = 0; i < size; i++) {
      correction[i] = clipped[i] - from[i];
      nearest[i] = i % (n + 1) == 0 ? 1.0 : clipped[i];
      moved = fmax(moved, fabs(nearest[i] - clipped[i]));
    }
    if (moved < 1e-10) return;
  }
}

/* A little towards independence, so that what rounding left is positive semidefinite for sure. */
static void make_sure(double *nearest, size_t n) {
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j < n; j++) {
      if (i != j) nearest[i * n + j] *= 1.0 - 1e-7;
    }
  }
}

bool outlay_correlation_nearest(const outlay_allocator *allocator, const double *matrix, size_t n,
                                double *nearest) {
  const size_t size = 4 * n * n;
  double *work = outlay_memory_new(allocator, size, sizeof *work);
  if (work == NULL) return false;
  memcpy(nearest, matrix, n * n * sizeof *nearest);
  project(nearest, n, work);
  make_sure(nearest, n);
  outlay_memory_free(allocator, work, size, sizeof *work);
  return true;
}
