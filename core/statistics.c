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

/* ---- rank correlation ---- */

/* A value as a number that orders as it does (with -0 as 0), and where it stood. */
typedef struct place {
  uint64_t key, index;
} place;

static uint64_t ordered_key(double value) {
  union {
    double value;
    uint64_t bits;
  } u = {.value = value + 0.0};
  const uint64_t sign = UINT64_C(1) << 63;
  return u.bits & sign ? ~u.bits : u.bits | sign;
}

/* Sorts by key, eight bits at a time from the lowest; a pass in which all agree is skipped. The
 * result is in `places`. */
static void radix_sort(place *places, place *spare, size_t n) {
  place *from = places, *to = spare;
  for (int shift = 0; shift < 64; shift += 8) {
    size_t starts[257] = {0};
    for (size_t i = 0; i < n; i++) starts[(from[i].key >> shift & 255) + 1]++;
    if (starts[(from[0].key >> shift & 255) + 1] == n) continue;
    for (int digit = 0; digit < 256; digit++) starts[digit + 1] += starts[digit];
    for (size_t i = 0; i < n; i++) to[starts[from[i].key >> shift & 255]++] = from[i];
    place *swap = from;
    from = to;
    to = swap;
  }
  if (from == places) return;
  for (size_t i = 0; i < n; i++) places[i] = from[i];
}

/* Ranks from their mean: -(n - 1) / 2 to (n - 1) / 2, equal values sharing the mean of theirs. */
static void rank_column(const double *column, size_t n, place *places, place *spare,
                        double *ranks) {
  for (size_t i = 0; i < n; i++) places[i] = (place){.key = ordered_key(column[i]), .index = i};
  radix_sort(places, spare, n);
  for (size_t begin = 0, end = 0; begin < n; begin = end) {
    while (end < n && places[end].key == places[begin].key) end++;
    const double rank = 0.5 * ((double)begin + (double)(end - 1)) - 0.5 * (double)(n - 1);
    for (size_t i = begin; i < end; i++) ranks[places[i].index] = rank;
  }
}

static double correlate_ranks(const double *a, const double *b, size_t n) {
  double aa = 0.0, bb = 0.0, ab = 0.0;
  for (size_t i = 0; i < n; i++) {
    aa += a[i] * a[i];
    bb += b[i] * b[i];
    ab += a[i] * b[i];
  }
  if (aa == 0.0 || bb == 0.0) return 0.0;
  return fmax(-1.0, fmin(1.0, ab / (sqrt(aa) * sqrt(bb))));
}

outlay_status outlay_rank_correlation(const outlay_allocator *allocator, const double *a,
                                      const double *b, size_t n, double *out, outlay_error *error) {
  const outlay_allocator memory = outlay_memory_or_default(allocator);
  place *places = outlay_memory_new(&memory, n, 2 * sizeof *places);
  double *ranks = outlay_memory_new(&memory, n, 2 * sizeof *ranks);
  const bool there = places != NULL && ranks != NULL;
  if (there && n > 0) {
    rank_column(a, n, places, places + n, ranks);
    rank_column(b, n, places, places + n, ranks + n);
  }
  if (there) *out = correlate_ranks(ranks, ranks + n, n);
  outlay_memory_free(&memory, places, n, 2 * sizeof *places);
  outlay_memory_free(&memory, ranks, n, 2 * sizeof *ranks);
  return there ? OUTLAY_OK : outlay_fail_memory(error);
}
