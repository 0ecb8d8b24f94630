#include "selection.h"

#include <stdint.h>

enum { SMALL = 24 };

static void insertion_sort(double *values, size_t n) {
  for (size_t i = 1; i < n; i++) {
    const double value = values[i];
    size_t j = i;
    for (; j > 0 && values[j - 1] > value; j--) values[j] = values[j - 1];
    values[j] = value;
  }
}

static double median_of_three(double a, double b, double c) {
  const double low = a < b ? a : b, high = a < b ? b : a;
  return c < low ? low : (c > high ? high : c);
}

/* A pivot from nine places that depend on n alone, but on no order that data come in. */
static double choose_pivot(const double *values, size_t n) {
  uint64_t state = n;
  double medians[3];
  for (int i = 0; i < 3; i++) {
    double sample[3];
    for (int j = 0; j < 3; j++) {
      state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
      sample[j] = values[(state >> 33) % n];
    }
    medians[i] = median_of_three(sample[0], sample[1], sample[2]);
  }
  return median_of_three(medians[0], medians[1], medians[2]);
}

/* Puts values below the pivot first, then those equal to it, then the others: [0, *equal),
 * [*equal, *above), [*above, n). */
static void partition(double *values, size_t n, double pivot, size_t *equal, size_t *above) {
  size_t low = 0, here = 0, high = n;
  while (here < high) {
    const double value = values[here];
    if (value < pivot) {
      values[here++] = values[low];
      values[low++] = value;
    } else if (value > pivot) {
      values[here] = values[--high];
      values[high] = value;
    } else {
      here++;
    }
  }
  *equal = low;
  *above = high;
}

/* ranks[i] - base are ranks in `values`. Recursion is as deep as there are ranks to tell apart. */
static void select_ranks(double *values, size_t n, const size_t *ranks, size_t count, size_t base) {
  while (count > 0 && n > SMALL) {
    size_t equal, above;
    partition(values, n, choose_pivot(values, n), &equal, &above);
    size_t left = 0;
    while (left < count && ranks[left] - base < equal) left++;
    size_t settled = left;
    while (settled < count && ranks[settled] - base < above) settled++;
    if (settled == count) { /* none on the right: go on with the left alone */
      n = equal;
      count = left;
      continue;
    }
    if (left > 0) select_ranks(values, equal, ranks, left, base);
    values += above;
    n -= above;
    base += above;
    ranks += settled;
    count -= settled;
  }
  if (count > 0) insertion_sort(values, n);
}

void outlay_select(double *values, size_t n, const size_t *ranks, size_t count) {
  select_ranks(values, n, ranks, count, 0);
}
