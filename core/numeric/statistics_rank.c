/* What ranks tell: how far two columns go together, and how much of one depends on the other. */
#include <math.h>

#include "statistics.h"
#include "status.h"

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

/* ---- the share of a variance ---- */

/* Groups enough to follow a curve, each large enough for a mean. */
static size_t group_count(size_t n) {
  const size_t groups = (size_t)cbrt((double)n);
  return groups < 2 ? 2 : groups;
}

typedef struct group {
  double count, sum;
} group;

/* Which group a rank from the mean falls into; equal values fall into the same. */
static size_t group_of(double rank, size_t n, size_t groups) {
  const double position = (rank + 0.5 * (double)n) / (double)n; /* in (0, 1) */
  const size_t index = (size_t)(position * (double)groups);
  return index < groups ? index : groups - 1;
}

/* One less what is left within the groups over the whole variance, without the bias of many
 * groups (the adjusted correlation ratio, epsilon squared; Kelley 1935). */
static double share_between(const double *y, const double *ranks, size_t n, group *all,
                            size_t groups) {
  double mean = 0.0;
  for (size_t i = 0; i < n; i++) mean += y[i];
  mean /= (double)n;
  double total = 0.0;
  for (size_t i = 0; i < n; i++) {
    const double deviation = y[i] - mean;
    group *g = &all[group_of(ranks[i], n, groups)];
    g->count += 1.0;
    g->sum += deviation;
    total += deviation * deviation;
  }
  double between = 0.0, used = 0.0;
  for (size_t i = 0; i < groups; i++) {
    if (all[i].count == 0.0) continue;
    between += all[i].sum * all[i].sum / all[i].count;
    used += 1.0;
  }
  const double freedom = (double)n - used;
  if (total == 0.0 || freedom <= 0.0) return 0.0;
  const double left = (1.0 - between / total) * ((double)n - 1.0) / freedom;
  return fmax(0.0, fmin(1.0, 1.0 - left));
}

outlay_status outlay_variance_share(const outlay_allocator *allocator, const double *y,
                                    const double *x, size_t n, double *out, outlay_error *error) {
  const outlay_allocator memory = outlay_memory_or_default(allocator);
  const size_t groups = group_count(n);
  place *places = outlay_memory_new(&memory, n, 2 * sizeof *places);
  double *ranks = outlay_memory_new(&memory, n, sizeof *ranks);
  group *all = outlay_memory_new(&memory, groups, sizeof *all);
  const bool there = places != NULL && ranks != NULL && all != NULL;
  if (there && n > 0) rank_column(x, n, places, places + n, ranks);
  if (there) *out = n > 0 ? share_between(y, ranks, n, all, groups) : 0.0;
  outlay_memory_free(&memory, places, n, 2 * sizeof *places);
  outlay_memory_free(&memory, ranks, n, sizeof *ranks);
  outlay_memory_free(&memory, all, groups, sizeof *all);
  return there ? OUTLAY_OK : outlay_fail_memory(error);
}

outlay_status outlay_rank_groups(const outlay_allocator *allocator, const double *x, size_t n,
                                 uint32_t *groups_of, size_t *groups, outlay_error *error) {
  const outlay_allocator memory = outlay_memory_or_default(allocator);
  place *places = outlay_memory_new(&memory, n, 2 * sizeof *places);
  double *ranks = outlay_memory_new(&memory, n, sizeof *ranks);
  const bool there = places != NULL && ranks != NULL;
  *groups = group_count(n);
  if (there && n > 0) rank_column(x, n, places, places + n, ranks);
  for (size_t i = 0; there && i < n; i++) groups_of[i] = (uint32_t)group_of(ranks[i], n, *groups);
  outlay_memory_free(&memory, places, n, 2 * sizeof *places);
  outlay_memory_free(&memory, ranks, n, sizeof *ranks);
  return there ? OUTLAY_OK : outlay_fail_memory(error);
}
