/* Exact quantiles without sorting: a few thousand samples bracket each order statistic, one pass
 * over the column counts what is below the bracket and copies what is inside, and the same is done
 * with the copy until it is short. A bracket that misses (once in some 100,000 columns, or for an
 * order made to mislead) costs a selection from a whole copy. */
#include <math.h>
#include <string.h>

#include "pool.h"
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
  PASS_ROOM = PASS + OUTLAY_LANES,
  PART_LEAST = 1 << 16, /* values that are worth a thread */
  MOST_THREADS = 64
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

/* One value of each of m equal parts, not always at the same place in it: evenly spread samples
 * repeat themselves at powers of two. */
static void take_pilot(const double *values, size_t n, double *pilot, size_t m) {
  const double stride = (double)n / (double)m, golden = 0.61803398874989485;
  for (size_t i = 0; i < m; i++) {
    const double turns = (double)i * golden;
    const size_t place = (size_t)(((double)i + (turns - floor(turns))) * stride);
    pilot[i] = values[place < n ? place : n - 1];
  }
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

/* The column is counted in parts and the searches are finished one by one, both by several threads.
 * What is found is exact, so that the digits depend neither on the parts nor on their order. */
typedef struct group {
  const outlay_allocator *memory;
  const outlay_kernels *kernels;
  const double *column;
  size_t n;
  uint32_t threads;
  size_t count, parts;
  search searches[GROUP];
  search *found;      /* what each part counted: `count` for each */
  double *buffer;     /* a region for each search, then one for each thread; not cleared */
  size_t room;        /* values of a region */
  bool fits[GROUP];   /* what is inside fits into the region */
  bool solved[GROUP]; /* its quantile is found */
  double *out;
} group;

/* How many samples bracket in n. */
static size_t pilot_size(size_t n) {
  const size_t m = n / 64;
  return m < PILOT_LEAST ? PILOT_LEAST : m > PILOT_MOST ? PILOT_MOST : m;
}

static double *region_of(const group *g, size_t number) { return g->buffer + number * g->room; }
static double *spare_of(const group *g, uint32_t thread) { return region_of(g, g->count + thread); }

/* Counts and copies a part of the column for all searches, a stretch of it after the other. A
 * search whose copy would outgrow its room stops with inside_count beyond it. */
static bool count_part(void *context, uint32_t thread, uint64_t number) {
  const group *g = context;
  (void)thread;
  search *found = g->found + (size_t)number * g->count;
  const size_t room = g->room / g->parts;
  for (size_t i = 0; i < g->count; i++) {
    found[i] = g->searches[i];
    found[i].inside = region_of(g, i) + (size_t)number * room;
  }
  const size_t stretches = (g->n + PASS - 1) / PASS;
  const size_t first = stretches * (size_t)number / g->parts;
  const size_t end = stretches * ((size_t)number + 1) / g->parts;
  for (size_t begin = first * PASS; begin < g->n && begin < end * PASS; begin += PASS) {
    const size_t length = g->n - begin < PASS ? g->n - begin : PASS;
    for (size_t i = 0; i < g->count; i++) {
      search *s = &found[i];
      if (s->inside_count + PASS_ROOM > room) continue;
      s->inside_count += g->kernels->between(s->inside + s->inside_count, g->column + begin, length,
                                             s->low, s->high, &s->not_above);
      if (s->inside_count + PASS_ROOM > room) s->inside_count = room;
    }
  }
  return true;
}

/* Adds up what the parts counted, and moves their copies together. */
static void join_parts(group *g, size_t i) {
  search *s = &g->searches[i];
  s->inside = region_of(g, i);
  g->fits[i] = true;
  for (size_t part = 0; part < g->parts; part++) {
    const search *found = &g->found[part * g->count + i];
    if (found->inside_count + PASS_ROOM > g->room / g->parts) g->fits[i] = false;
    s->not_above += found->not_above;
    if (!g->fits[i] || found->inside_count == 0) continue;
    memmove(s->inside + s->inside_count, found->inside, found->inside_count * sizeof(double));
    s->inside_count += found->inside_count;
  }
}

static bool finish_search(void *context, uint32_t thread, uint64_t number) {
  group *g = context;
  const size_t i = (size_t)number;
  g->solved[i] = g->fits[i] && finish(g->kernels, &g->searches[i], g->column, g->n,
                                      spare_of(g, thread), &g->out[i]);
  return true;
}

static bool take_nothing(void *context, uint64_t item) {
  (void)context;
  (void)item;
  return true;
}

/* Does items 0 to count - 1, by as many threads as there are items. */
static outlay_status do_items(group *g, size_t count, bool (*item)(void *, uint32_t, uint64_t)) {
  const uint32_t threads = count < g->threads ? (uint32_t)count : g->threads;
  if (threads > 1) {
    const outlay_pool_work work = {
        .context = g, .items = count, .threads = threads, .item = item, .take = take_nothing};
    return outlay_pool_run(g->memory, &work);
  }
  for (size_t i = 0; i < count; i++) (void)item(g, 0, i);
  return OUTLAY_OK;
}

static outlay_status search_group(group *g, const double *probabilities, outlay_error *error) {
  const size_t m = pilot_size(g->n);
  for (size_t i = 0; i < g->count; i++) {
    g->searches[i] = search_for(probabilities[i], g->n);
    choose_bracket(&g->searches[i], g->n, m);
  }
  take_pilot(g->column, g->n, g->buffer, m);
  read_brackets(g->searches, g->count, g->buffer, m);
  outlay_status status = do_items(g, g->parts, count_part);
  for (size_t i = 0; i < g->count; i++) join_parts(g, i);
  if (status == OUTLAY_OK) status = do_items(g, g->count, finish_search);
  if (status != OUTLAY_OK) return outlay_fail_memory(error);
  for (size_t i = 0; i < g->count && status == OUTLAY_OK; i++) {
    if (g->solved[i]) continue;
    status = finish_from_copy(g->memory, &g->searches[i], g->column, g->n, &g->out[i], error);
  }
  return status;
}

static outlay_status find_group(group *g, const double *probabilities, outlay_error *error) {
  const outlay_allocator *memory = g->memory;
  g->parts = g->n / PART_LEAST;
  if (g->parts > g->threads) g->parts = g->threads;
  if (g->parts < 2) g->parts = g->threads = 1;
  g->room = g->n / 10 + PILOT_MOST + 2 * g->parts * (size_t)PASS_ROOM;
  /* Not cleared: most of it is never written. */
  const size_t size = (g->count + g->threads) * g->room * sizeof(double);
  g->buffer = memory->resize(memory->context, NULL, 0, size);
  g->found = outlay_memory_new(memory, g->parts * g->count, sizeof *g->found);
  const outlay_status status = g->buffer == NULL || g->found == NULL
                                   ? outlay_fail_memory(error)
                                   : search_group(g, probabilities, error);
  outlay_memory_free(memory, g->found, g->parts * g->count, sizeof *g->found);
  if (g->buffer != NULL) (void)memory->resize(memory->context, g->buffer, size, 0);
  return status;
}

outlay_status outlay_quantiles(const outlay_allocator *allocator, uint32_t threads,
                               const double *column, size_t n, const double *probabilities,
                               size_t count, double *out, outlay_error *error) {
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
    group g = {.memory = &memory,
               .kernels = outlay_kernels_best(),
               .column = column,
               .n = n,
               .threads = threads > MOST_THREADS ? MOST_THREADS : threads,
               .count = count - begin < GROUP ? count - begin : GROUP,
               .out = found};
    const outlay_status status = find_group(&g, probabilities + begin, error);
    if (status != OUTLAY_OK) return status;
    memcpy(out + begin, found, g.count * sizeof *found);
  }
  return OUTLAY_OK;
}
