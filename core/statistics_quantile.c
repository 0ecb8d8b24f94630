/* Exact quantiles without sorting: a few thousand samples bracket each order statistic, one pass
 * over the column counts what is below the bracket and copies what is inside, and the same is done
 * with the copy until it is short. A bracket that misses (once in some 100,000 columns, or for an
 * order made to mislead) costs a selection from a whole copy. */
#include <math.h>
#include <string.h>

#include "selection.h"
#include "statistics.h"
#include "status.h"

enum {
  PILOT_LEAST = 2048, /* samples that bracket in a whole column */
  PILOT_MOST = 16384,
  PILOT_AGAIN = 512, /* and in what is left of it */
  SHORT = 2048,      /* up to here selection is as quick */
  GROUP = 8,         /* quantiles found in one pass */
  PASS = 4096,       /* values that all brackets of a group see in turn, from the cache */
  PASS_ROOM = PASS + OUTLAY_LANES
};
/* Half the width of a bracket in standard deviations of the pilot's order statistic. */
static const double bracket_width = 4.5;

/* Two neighbouring order statistics (or one of them twice), and a bracket around both. */
typedef struct search {
  size_t ranks[2];
  double fraction;  /* of the way from the first to the second */
  size_t pilots[2]; /* ranks in the pilot of the bracket's ends */
  bool open[2];     /* the bracket has no lower, no upper end */
  double low, high; /* the bracket */
  size_t not_above; /* values up to low */
  double *inside;   /* values between the ends */
  size_t inside_count;
} search;

static search search_for(double probability, size_t n) {
  const double place = probability * (double)(n - 1);
  const size_t rank = (size_t)place;
  const double fraction = place - (double)rank;
  return (search){.ranks = {rank, fraction > 0.0 ? rank + 1 : rank}, .fraction = fraction};
}

double outlay_between(double low, double high, double fraction) {
  const double step = high - low;
  if (isfinite(step)) return low + fraction * step;
  return (1.0 - fraction) * low + fraction * high;
}

/* ---- brackets ---- */

static void take_pilot(const double *values, size_t n, double *pilot, size_t m) {
  const double stride = (double)n / (double)m;
  for (size_t i = 0; i < m; i++) pilot[i] = values[(size_t)((double)i * stride)];
}

/* Which of m pilot values bracket the search's ranks among n. */
static void choose_bracket(search *s, size_t n, size_t m) {
  const double p = ((double)s->ranks[0] + 1.0) / ((double)n + 1.0);
  const double centre = p * (double)m;
  const double reach = bracket_width * sqrt(p * (1.0 - p) * (double)m) + 3.0;
  s->open[0] = centre - reach < 0.0;
  s->open[1] = centre + reach >= (double)m;
  s->pilots[0] = s->open[0] ? 0 : (size_t)(centre - reach);
  s->pilots[1] = s->open[1] ? m - 1 : (size_t)(centre + reach);
}

/* Reads the brackets of all searches from the pilot, which is reordered. */
static void read_brackets(search *searches, size_t count, double *pilot, size_t m) {
  size_t ranks[2 * GROUP];
  for (size_t i = 0; i < 2 * count; i++) {
    const size_t rank = searches[i / 2].pilots[i % 2];
    size_t j = i;
    for (; j > 0 && ranks[j - 1] > rank; j--) ranks[j] = ranks[j - 1];
    ranks[j] = rank;
  }
  outlay_select(pilot, m, ranks, 2 * count);
  for (size_t i = 0; i < count; i++) {
    search *s = &searches[i];
    s->low = s->open[0] ? -INFINITY : pilot[s->pilots[0]];
    s->high = s->open[1] ? INFINITY : pilot[s->pilots[1]];
  }
}

static size_t count_up_to(const outlay_kernels *kernels, const double *values, size_t n,
                          double limit) {
  double nothing[OUTLAY_LANES];
  size_t count = 0;
  (void)kernels->between(nothing, values, n, limit, limit, &count);
  return count;
}

static size_t count_below(const outlay_kernels *kernels, const double *values, size_t n,
                          double limit) {
  return count_up_to(kernels, values, n, nextafter(limit, -INFINITY));
}

/* What is known of a rank once the n values are counted: nothing, the value, or its rank among
 * those inside. Values equal to an end of the bracket are counted only where they are asked for. */
typedef enum outcome { MISSED, KNOWN, INSIDE } outcome;

static outcome locate(const outlay_kernels *kernels, const search *s, int which,
                      const double *values, size_t n, double *value, size_t *rank_inside) {
  const size_t rank = s->ranks[which];
  if (rank < s->not_above) {
    *value = s->low;
    return rank >= count_below(kernels, values, n, s->low) ? KNOWN : MISSED;
  }
  if (rank < s->not_above + s->inside_count) {
    *rank_inside = rank - s->not_above;
    return INSIDE;
  }
  *value = s->high;
  return rank < count_up_to(kernels, values, n, s->high) ? KNOWN : MISSED;
}

/* ---- one search at a time ---- */

/* The values at two ranks (neighbours, or one rank twice) among n, which are reordered; `spare` has
 * room for n + OUTLAY_LANES. */
static void select_pair(const outlay_kernels *kernels, double *values, size_t n, search s,
                        double *spare, double out[2]) {
  while (n > SHORT) {
    double pilot[PILOT_AGAIN];
    take_pilot(values, n, pilot, PILOT_AGAIN);
    choose_bracket(&s, n, PILOT_AGAIN);
    read_brackets(&s, 1, pilot, PILOT_AGAIN);
    s.not_above = 0;
    s.inside_count = kernels->between(spare, values, n, s.low, s.high, &s.not_above);
    size_t ranks[2];
    const outcome first = locate(kernels, &s, 0, values, n, &out[0], &ranks[0]);
    const outcome second = locate(kernels, &s, 1, values, n, &out[1], &ranks[1]);
    if (first == KNOWN && second == KNOWN) return;
    if (first != INSIDE || second != INSIDE || s.inside_count > n / 2) break;
    memcpy(values, spare, s.inside_count * sizeof *values);
    n = s.inside_count;
    memcpy(s.ranks, ranks, sizeof ranks);
  }
  outlay_select(values, n, s.ranks, s.ranks[0] == s.ranks[1] ? 1 : 2);
  out[0] = values[s.ranks[0]];
  out[1] = values[s.ranks[1]];
}

/* The quantile from what the pass over the column left; false where the bracket missed. */
static bool finish(const outlay_kernels *kernels, const search *s, const double *column, size_t n,
                   double *spare, double *out) {
  double values[2], found[2];
  search within = *s;
  outcome outcomes[2];
  for (int i = 0; i < 2; i++)
    outcomes[i] = locate(kernels, s, i, column, n, &values[i], &within.ranks[i]);
  if (outcomes[0] == MISSED || outcomes[1] == MISSED) return false;
  if (outcomes[0] == INSIDE || outcomes[1] == INSIDE) {
    if (outcomes[0] != INSIDE) within.ranks[0] = within.ranks[1];
    if (outcomes[1] != INSIDE) within.ranks[1] = within.ranks[0];
    select_pair(kernels, s->inside, s->inside_count, within, spare, found);
    for (int i = 0; i < 2; i++) {
      if (outcomes[i] == INSIDE) values[i] = found[i];
    }
  }
  *out = outlay_between(values[0], values[1], s->fraction);
  return true;
}

/* From a copy of the whole column. */
static outlay_status finish_from_copy(const outlay_allocator *memory, const search *s,
                                      const double *column, size_t n, double *out,
                                      outlay_error *error) {
  double *copy = outlay_memory_new(memory, n, sizeof *copy);
  if (copy == NULL) return outlay_fail_memory(error);
  memcpy(copy, column, n * sizeof *copy);
  outlay_select(copy, n, s->ranks, s->ranks[0] == s->ranks[1] ? 1 : 2);
  const double values[2] = {copy[s->ranks[0]], copy[s->ranks[1]]};
  *out = outlay_between(values[0], values[1], s->fraction);
  outlay_memory_free(memory, copy, n, sizeof *copy);
  return OUTLAY_OK;
}

/* ---- a group of searches ---- */

/* Counts and copies for all searches, a stretch of the column after the other. False for a search
 * whose copy would outgrow its room. */
static void pass(const outlay_kernels *kernels, const double *column, size_t n, search *searches,
                 size_t count, size_t room, bool *fits) {
  for (size_t i = 0; i < count; i++) fits[i] = true;
  for (size_t begin = 0; begin < n; begin += PASS) {
    const size_t length = n - begin < PASS ? n - begin : PASS;
    for (size_t i = 0; i < count; i++) {
      search *s = &searches[i];
      fits[i] = fits[i] && s->inside_count + PASS_ROOM <= room;
      if (!fits[i]) continue;
      s->inside_count += kernels->between(s->inside + s->inside_count, column + begin, length,
                                          s->low, s->high, &s->not_above);
    }
  }
}

/* How many samples bracket in n, and how many values a bracket may hold. */
static size_t pilot_size(size_t n) {
  const size_t m = n / 64;
  return m < PILOT_LEAST ? PILOT_LEAST : m > PILOT_MOST ? PILOT_MOST : m;
}
static size_t bracket_room(size_t n) { return n / 10 + PILOT_MOST + 2 * (size_t)PASS_ROOM; }

static outlay_status find_group(const outlay_allocator *memory, const double *column, size_t n,
                                const double *probabilities, size_t count, double *out,
                                outlay_error *error) {
  const outlay_kernels *kernels = outlay_kernels_best();
  const size_t m = pilot_size(n), room = bracket_room(n);
  /* Not cleared: most of it is never written. */
  const size_t size = (count + 1) * room * sizeof(double);
  double *buffer = memory->resize(memory->context, NULL, 0, size);
  if (buffer == NULL) return outlay_fail_memory(error);
  search searches[GROUP];
  for (size_t i = 0; i < count; i++) {
    searches[i] = search_for(probabilities[i], n);
    searches[i].inside = buffer + (i + 1) * room;
    choose_bracket(&searches[i], n, m);
  }
  take_pilot(column, n, buffer, m);
  read_brackets(searches, count, buffer, m);
  bool fits[GROUP];
  pass(kernels, column, n, searches, count, room, fits);
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; i < count && status == OUTLAY_OK; i++) {
    if (fits[i] && finish(kernels, &searches[i], column, n, buffer, &out[i])) continue;
    status = finish_from_copy(memory, &searches[i], column, n, &out[i], error);
  }
  (void)memory->resize(memory->context, buffer, size, 0);
  return status;
}

outlay_status outlay_quantiles(const outlay_allocator *allocator, const double *column, size_t n,
                               const double *probabilities, size_t count, double *out,
                               outlay_error *error) {
  if (n == 0) return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "no samples have no quantiles");
  for (size_t i = 0; i < count; i++) {
    if (probabilities[i] >= 0.0 && probabilities[i] <= 1.0) continue;
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a quantile's probability is %.6g; it must be between 0 and 1",
                       probabilities[i]);
  }
  const outlay_allocator memory = outlay_memory_or_default(allocator);
  for (size_t begin = 0; begin < count; begin += GROUP) {
    double found[GROUP];
    const size_t group = count - begin < GROUP ? count - begin : GROUP;
    const outlay_status status =
        find_group(&memory, column, n, probabilities + begin, group, found, error);
    if (status != OUTLAY_OK) return status;
    memcpy(out + begin, found, group * sizeof *found);
  }
  return OUTLAY_OK;
}
