/* Prints core/numeric/sobol_table.inc: for each dimension a primitive polynomial and a seed of its first
 * directions. Compile with core/numeric/sobol.c (its table may be empty then) and run; it takes a minute.
 *
 * Polynomials are taken in the order of degree and value. For each dimension, of CANDIDATES seeds
 * the one is taken whose projections on two dimensions with those before it are best: the least sum
 * of t(m)^2 for m = 3 .. 14, over the first FIRST dimensions and the LATEST latest, where t(m) is
 * the quality parameter of the first 2^m points (Niederreiter, Random Number Generation and
 * Quasi-Monte Carlo Methods, 1992, section 4.3). */
#include <stdio.h>

#include "sobol.h"

enum { FIRST = 32, LATEST = 24, CANDIDATES = 48, LEAST_M = 3, MOST_M = 14, MOST_DEGREE = 13 };

static uint64_t nets[OUTLAY_SOBOL_DIMENSIONS][MOST_M];

/* x times `factor`, both polynomials, modulo one of this degree. */
static uint32_t multiply(uint32_t x, uint32_t factor, uint32_t modulus, uint32_t degree) {
  uint32_t product = 0;
  for (; factor != 0; factor >>= 1) {
    if ((factor & 1) != 0) product ^= x;
    x <<= 1;
    if ((x >> degree & 1) != 0) x ^= modulus;
  }
  return product;
}

static uint32_t power_of_x(uint32_t exponent, uint32_t modulus, uint32_t degree) {
  uint32_t result = 1, base = degree == 1 ? 2U ^ modulus : 2U;
  for (; exponent != 0; exponent >>= 1) {
    if ((exponent & 1) != 0) result = multiply(result, base, modulus, degree);
    base = multiply(base, base, modulus, degree);
  }
  return result;
}

/* Whether the powers of x run through all 2^degree - 1 residues. */
static int is_primitive(uint32_t polynomial, uint32_t degree) {
  const uint32_t order = (UINT32_C(1) << degree) - 1;
  if ((polynomial & 1) == 0 || power_of_x(order, polynomial, degree) != 1) return 0;
  uint32_t rest = order;
  for (uint32_t prime = 2; prime * prime <= rest; prime++) {
    if (rest % prime != 0) continue;
    if (power_of_x(order / prime, polynomial, degree) == 1) return 0;
    while (rest % prime == 0) rest /= prime;
  }
  return rest == 1 || rest == order || power_of_x(order / rest, polynomial, degree) != 1;
}

/* Row `digit` of the matrix that makes the digits of the first 2^m points. */
static uint32_t row_of(const uint64_t *directions, int m, int digit) {
  uint32_t row = 0;
  for (int bit = 0; bit < m; bit++) row |= (uint32_t)(directions[bit] >> (63 - digit) & 1) << bit;
  return row;
}

/* Adds a row to a basis by highest bits; 0 if it depends on the others. */
static int add_row(uint32_t basis[MOST_M], uint32_t row) {
  while (row != 0) {
    const int highest = 31 - __builtin_clz(row);
    if (basis[highest] == 0) {
      basis[highest] = row;
      return 1;
    }
    row ^= basis[highest];
  }
  return 0;
}

static int quality(const uint64_t *a, const uint64_t *b, int m) {
  int most = m;
  for (int first = 0; first <= m; first++) {
    uint32_t basis[MOST_M] = {0};
    for (int i = 0; i < first; i++) (void)add_row(basis, row_of(a, m, i));
    int second = 0;
    while (first + second < m && add_row(basis, row_of(b, m, second))) second++;
    if (first + second < most) most = first + second;
  }
  return m - most;
}

static long badness(uint32_t dimension, const uint64_t *directions) {
  long sum = 0;
  for (uint32_t other = 0; other < dimension; other++) {
    if (other >= FIRST && other + LATEST < dimension) continue;
    for (int m = LEAST_M; m <= MOST_M; m++) {
      const long t = quality(nets[other], directions, m);
      sum += t * t;
    }
  }
  return sum;
}

static uint32_t best_seed(uint32_t dimension, uint32_t polynomial) {
  uint32_t best = 0;
  long least = -1;
  for (uint32_t seed = 0; seed < CANDIDATES; seed++) {
    uint64_t directions[MOST_M];
    outlay_sobol_recurrence(dimension, polynomial, seed, MOST_M, directions);
    const long bad = badness(dimension, directions);
    if (least >= 0 && bad >= least) continue;
    least = bad;
    best = seed;
  }
  outlay_sobol_recurrence(dimension, polynomial, best, MOST_M, nets[dimension]);
  return best;
}

int main(void) {
  for (int bit = 0; bit < MOST_M; bit++) nets[0][bit] = UINT64_C(1) << (63 - bit);
  uint32_t dimension = 1;
  for (uint32_t degree = 1; degree <= MOST_DEGREE; degree++) {
    for (uint32_t low = 1; low < UINT32_C(1) << degree; low += 2) {
      const uint32_t polynomial = UINT32_C(1) << degree | low;
      if (dimension >= OUTLAY_SOBOL_DIMENSIONS || !is_primitive(polynomial, degree)) continue;
      const uint32_t seed = best_seed(dimension, polynomial);
      printf("{%u, %u},%s", polynomial, seed, dimension % 8 == 0 ? "\n" : " ");
      dimension++;
    }
  }
  printf("\n");
  return dimension == OUTLAY_SOBOL_DIMENSIONS ? 0 : 1;
}
