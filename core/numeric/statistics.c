#include "statistics.h"

#include <math.h>

#include "status.h"

/* ---- moments ---- */

/* Columns are summed by blocks of this many samples, which are merged in their order: so a column
 * gives the same digits whole as it does block by block. */
enum { BLOCK = 4096 };

static void accumulate_block(const outlay_kernels *kernels, const double *column, size_t n,
                             outlay_accumulator *out) {
  /* Deviations from a sample, which is as near as the spread: no digits are lost to a far mean. */
  const double shift = column[0];
  double sums[4];
  kernels->accumulate(column, n, shift, sums);
  const double count = (double)n;
  const double offset = sums[0] / count;
  out->count = count;
  out->mean = shift + offset;
  out->m2 = fmax(0.0, sums[1] - sums[0] * offset);
  out->minimum = sums[2];
  out->maximum = sums[3];
}

void outlay_accumulate(const outlay_kernels *kernels, const double *column, size_t n,
                       outlay_accumulator *out) {
  *out = (outlay_accumulator){.minimum = INFINITY, .maximum = -INFINITY};
  for (size_t begin = 0; begin < n; begin += BLOCK) {
    outlay_accumulator block;
    accumulate_block(kernels, column + begin, n - begin < BLOCK ? n - begin : BLOCK, &block);
    outlay_accumulator_merge(out, &block);
  }
}

void outlay_accumulator_merge(outlay_accumulator *into, const outlay_accumulator *next) {
  if (next->count == 0.0) return;
  if (into->count == 0.0) {
    *into = *next;
    return;
  }
  const double count = into->count + next->count;
  const double step = next->mean - into->mean;
  const double share = next->count / count;
  into->m2 += next->m2 + step * step * (into->count * share);
  into->mean += step * share;
  into->count = count;
  into->minimum = fmin(into->minimum, next->minimum);
  into->maximum = fmax(into->maximum, next->maximum);
}

void outlay_accumulator_moments(const outlay_accumulator *accumulator, outlay_moments *out) {
  const double n = accumulator->count;
  out->count = n;
  out->mean = n > 0.0 ? accumulator->mean : NAN;
  out->sd = n > 0.0 ? sqrt(accumulator->m2 / n) : NAN;
  out->standard_error = n > 1.0 ? sqrt(accumulator->m2 / (n - 1.0) / n) : 0.0;
  out->minimum = accumulator->minimum;
  out->maximum = accumulator->maximum;
}
