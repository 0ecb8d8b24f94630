/* Exact quantiles of samples that are not in memory, by drawing them again, for as many columns at
 * a time as there is memory to work in.
 *
 * An order statistic is known to lie in a bracket, a range of values, with so many samples
 * below it. The first bracket comes from a pilot of the first samples; a pass counts the
 * samples of each bracket in sub-bins and leaves the one sub-bin that holds the order
 * statistic; when few samples are left in a bracket, a pass gathers them. Two passes are the
 * rule, and none where the pilot has all samples. Brackets are ranges of the bit patterns of
 * doubles, in the order of the doubles, so that any distribution, a point mass too, comes to an end
 * in a few passes. */
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "result.h"
#include "selection.h"
#include "status.h"

enum {
  BIN_BITS = 12,
  BINS = 1 << BIN_BITS,
  PILOT_BLOCKS = 16,
  PILOT_MOST = PILOT_BLOCKS * OUTLAY_BLOCK,
  LEAST_GATHERED = 1 << 12, /* samples of a bracket that are gathered */
  MOST_GATHERED = 1 << 18
};

/* Bytes to work in, which bounds how many columns are looked at together. */
static const size_t MOST_WORK = (size_t)64 << 20;

typedef struct bracket {
  uint64_t rank;      /* of the order statistic, from 0 */
  uint64_t low, high; /* keys, both inclusive */
  uint64_t below;     /* samples below `low`, if `counted` */
  uint64_t inside;    /* samples in the bracket, if `counted` */
  uint32_t shift;     /* a bin is 2^shift keys */
  bool counted, solved;
  size_t leader;  /* the bracket with the same range that is looked at for both */
  uint64_t *bins; /* BINS and the count below, for each thread; while counting */
  uint64_t *gathered;
  atomic_size_t gathered_count;
} bracket;

typedef struct selection {
  const outlay_result *result;
  uint32_t first, columns; /* the sink columns that are looked at */
  uint32_t threads;
  bracket *brackets; /* of the first column, then of the next: `each` of one */
  size_t each;
  size_t most_gathered;
  double *pilots; /* of each column */
  size_t pilot;   /* samples of one */
  outlay_error *error;
} selection;

static size_t brackets_of(const selection *s) { return s->columns * s->each; }

/* ---- doubles in the order of integers ---- */

static uint64_t key_of(double value) {
  uint64_t bits;
  value += 0.0; /* one zero only */
  memcpy(&bits, &value, sizeof bits);
  const uint64_t sign = UINT64_C(1) << 63;
  return (bits & sign) != 0 ? ~bits : bits | sign;
}

static double value_of(uint64_t key) {
  const uint64_t sign = UINT64_C(1) << 63;
  const uint64_t bits = (key & sign) != 0 ? key & ~sign : ~key;
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static int by_rank(const void *a, const void *b) {
  const size_t left = *(const size_t *)a, right = *(const size_t *)b;
  return (left > right) - (left < right);
}

static int by_key(const void *a, const void *b) {
  const uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
  return (left > right) - (left < right);
}

/* ---- the pilot ---- */

static void copy_block(void *context, uint32_t thread, const outlay_block *block) {
  const selection *s = context;
  (void)thread;
  for (size_t k = 0; k < s->columns; k++) {
    memcpy(s->pilots + k * s->pilot + block->first, block->columns + (s->first + k) * block->stride,
           block->n * sizeof(double));
  }
}

/* The ranks in the pilot of a bracket that holds the order statistic almost surely: five standard
 * deviations of the binomial count of pilot samples below it, to either side. Beyond the pilot's
 * ends the bracket is open. */
static void pilot_ranks(const selection *s, const bracket *b, double ranks[2]) {
  if (s->pilot == s->result->samples) {
    ranks[0] = ranks[1] = (double)b->rank;
    return;
  }
  const double part = (double)b->rank / (double)s->result->samples;
  const double middle = part * (double)s->pilot;
  const double width = 5 * sqrt((double)s->pilot * part * (1 - part)) + 2;
  ranks[0] = middle - width;
  ranks[1] = middle + width;
}

static bool in_pilot(const selection *s, double rank) {
  return rank >= 0 && rank < (double)s->pilot;
}

/* Brackets of one column from its pilot, which is reordered; `ranks` has room for two a bracket. */
static void bracket_column(const selection *s, size_t column, size_t *ranks) {
  double *pilot = s->pilots + column * s->pilot;
  bracket *brackets = s->brackets + column * s->each;
  size_t count = 0;
  for (size_t i = 0; i < s->each; i++) {
    double ends[2];
    pilot_ranks(s, &brackets[i], ends);
    for (int end = 0; end < 2; end++) {
      if (in_pilot(s, ends[end])) ranks[count++] = (size_t)ends[end];
    }
  }
  qsort(ranks, count, sizeof *ranks, by_rank);
  outlay_select(pilot, s->pilot, ranks, count);
  for (size_t i = 0; i < s->each; i++) {
    bracket *b = &brackets[i];
    double ends[2];
    pilot_ranks(s, b, ends);
    b->low = in_pilot(s, ends[0]) ? key_of(pilot[(size_t)ends[0]]) : 0;
    b->high = in_pilot(s, ends[1]) ? key_of(pilot[(size_t)ends[1]]) : UINT64_MAX;
    b->solved = s->pilot == s->result->samples;
  }
}

static outlay_status run_pilot(selection *s) {
  const outlay_allocator *allocator = &s->result->allocator;
  outlay_pass pass = outlay_result_again(s->result);
  pass.samples = s->pilot;
  s->pilots = outlay_memory_new(allocator, s->columns * s->pilot, sizeof *s->pilots);
  size_t *ranks = outlay_memory_new(allocator, 2 * s->each, sizeof *ranks);
  pass.context = s;
  pass.look = copy_block;
  const outlay_status status = s->pilots == NULL || ranks == NULL
                                   ? outlay_fail_memory(s->error)
                                   : outlay_pass_run(&pass, s->error);
  for (size_t k = 0; status == OUTLAY_OK && k < s->columns; k++) bracket_column(s, k, ranks);
  outlay_memory_free(allocator, ranks, 2 * s->each, sizeof *ranks);
  outlay_memory_free(allocator, s->pilots, s->columns * s->pilot, sizeof *s->pilots);
  return status;
}

/* ---- a pass: counting or gathering each bracket ---- */

static bool gathers(const selection *s, const bracket *b) {
  return b->counted && b->inside <= s->most_gathered;
}

static uint32_t shift_of(const bracket *b) {
  uint32_t shift = 0;
  while (((b->high - b->low) >> shift) >= BINS) shift++;
  return shift;
}

static void count_keys(bracket *b, uint32_t thread, const uint64_t *keys, size_t n) {
  uint64_t *bins = b->bins + (size_t)thread * (BINS + 1);
  const uint64_t width = b->high - b->low;
  uint64_t below = 0;
  for (size_t i = 0; i < n; i++) below += keys[i] < b->low;
  for (size_t i = 0; i < n; i++) {
    if (keys[i] - b->low <= width) bins[(keys[i] - b->low) >> b->shift]++;
  }
  bins[BINS] += below;
}

static void gather_keys(bracket *b, const uint64_t *keys, size_t n) {
  const uint64_t width = b->high - b->low;
  for (size_t i = 0; i < n; i++) {
    if (keys[i] - b->low > width) continue;
    const size_t place = atomic_fetch_add(&b->gathered_count, 1);
    if (place < b->inside) b->gathered[place] = keys[i];
  }
}

static void look_at_column(const selection *s, size_t column, uint32_t thread,
                           const outlay_block *block) {
  uint64_t keys[OUTLAY_BLOCK];
  const double *values = block->columns + (s->first + column) * block->stride;
  for (size_t i = 0; i < block->n; i++) keys[i] = key_of(values[i]);
  for (size_t i = 0; i < s->each; i++) {
    bracket *b = &s->brackets[column * s->each + i];
    if (b->gathered != NULL) {
      gather_keys(b, keys, block->n);
    } else if (b->bins != NULL) {
      count_keys(b, thread, keys, block->n);
    }
  }
}

static void look_at_block(void *context, uint32_t thread, const outlay_block *block) {
  const selection *s = context;
  for (size_t k = 0; k < s->columns; k++) look_at_column(s, k, thread, block);
}

static size_t bins_of(const selection *s) { return (size_t)s->threads * (BINS + 1); }

static void clear_brackets(const selection *s) {
  const outlay_allocator *allocator = &s->result->allocator;
  for (size_t i = 0; i < brackets_of(s); i++) {
    bracket *b = &s->brackets[i];
    outlay_memory_free(allocator, b->bins, bins_of(s), sizeof *b->bins);
    outlay_memory_free(allocator, b->gathered, (size_t)b->inside, sizeof *b->gathered);
    b->bins = b->gathered = NULL;
  }
}

/* The column's first bracket of the same range, often that of the order statistic next to it. */
static size_t leader_of(const selection *s, size_t index) {
  const bracket *b = &s->brackets[index];
  for (size_t i = index - index % s->each; i < index; i++) {
    const bracket *other = &s->brackets[i];
    if (!other->solved && other->low == b->low && other->high == b->high &&
        gathers(s, other) == gathers(s, b)) {
      return i;
    }
  }
  return index;
}

static bool prepare_brackets(const selection *s) {
  const outlay_allocator *allocator = &s->result->allocator;
  for (size_t i = 0; i < brackets_of(s); i++) {
    bracket *b = &s->brackets[i];
    if (b->solved) continue;
    b->shift = shift_of(b);
    b->leader = leader_of(s, i);
    if (b->leader != i) continue;
    if (gathers(s, b)) {
      atomic_store(&b->gathered_count, 0);
      b->gathered = outlay_memory_new(allocator, (size_t)b->inside, sizeof *b->gathered);
      if (b->gathered == NULL) return false;
    } else {
      b->bins = outlay_memory_new(allocator, bins_of(s), sizeof *b->bins);
      if (b->bins == NULL) return false;
    }
  }
  return true;
}

/* ---- what a pass has shown ---- */

static void solve(bracket *b, uint64_t key) {
  b->low = b->high = key;
  b->solved = true;
}

/* Where the order statistic is after all: beside the bracket. */
static void step_aside(bracket *b, bool down) {
  if (down) {
    b->high = b->low - 1;
    b->low = 0;
  } else {
    b->low = b->high + 1;
    b->high = UINT64_MAX;
  }
  b->counted = false;
}

/* To the sub-bin with the order statistic. */
static void narrow(bracket *b, const uint64_t *bins) {
  uint64_t below = bins[BINS];
  if (b->rank < below) {
    step_aside(b, true);
    return;
  }
  for (uint64_t i = 0; i < BINS; i++) {
    if (b->rank < below + bins[i]) {
      const uint64_t high = b->high;
      b->low += i << b->shift;
      b->high = b->low + ((UINT64_C(1) << b->shift) - 1);
      if (b->high > high || b->high < b->low) b->high = high;
      b->below = below;
      b->inside = bins[i];
      b->counted = true;
      if (b->low == b->high) solve(b, b->low);
      return;
    }
    below += bins[i];
  }
  step_aside(b, false);
}

static void add_up_threads(const selection *s, uint64_t *bins) {
  for (uint32_t thread = 1; thread < s->threads; thread++) {
    for (size_t i = 0; i <= BINS; i++) bins[i] += bins[(size_t)thread * (BINS + 1) + i];
  }
}

static void draw_conclusions(const selection *s) {
  for (size_t i = 0; i < brackets_of(s); i++) {
    bracket *b = &s->brackets[i];
    if (b->bins != NULL) add_up_threads(s, b->bins);
    if (b->gathered != NULL) {
      qsort(b->gathered, (size_t)b->inside, sizeof *b->gathered, by_key);
    }
  }
  for (size_t i = 0; i < brackets_of(s); i++) {
    bracket *b = &s->brackets[i];
    const bracket *leader = &s->brackets[b->leader];
    if (b->solved) continue;
    if (leader->gathered != NULL) {
      solve(b, leader->gathered[b->rank - b->below]);
    } else {
      narrow(b, leader->bins);
    }
  }
}

static bool all_solved(const selection *s) {
  for (size_t i = 0; i < brackets_of(s); i++) {
    if (!s->brackets[i].solved) return false;
  }
  return true;
}

static outlay_status run_passes(selection *s) {
  outlay_status status = OUTLAY_OK;
  while (status == OUTLAY_OK && !all_solved(s)) {
    outlay_pass pass = outlay_result_again(s->result);
    pass.context = s;
    pass.look = look_at_block;
    s->threads = pass.threads;
    status = prepare_brackets(s) ? outlay_pass_run(&pass, s->error) : outlay_fail_memory(s->error);
    if (status == OUTLAY_OK) draw_conclusions(s);
    clear_brackets(s);
  }
  return status;
}

/* ---- quantiles ---- */

/* Type 7 of Hyndman and Fan: between the order statistics around (n - 1) p. */
static void set_ranks(const selection *s, const double *probabilities) {
  const uint64_t last = s->result->samples - 1;
  for (size_t i = 0; i < brackets_of(s); i++) {
    const uint64_t rank = (uint64_t)((double)last * probabilities[i % s->each / 2]);
    s->brackets[i].rank = rank < last ? rank + i % 2 : last;
  }
}

static void read_quantiles(const selection *s, const double *probabilities, double *out) {
  const uint64_t last = s->result->samples - 1;
  for (size_t i = 0; i < brackets_of(s) / 2; i++) {
    const double low = value_of(s->brackets[2 * i].low);
    const double high = value_of(s->brackets[2 * i + 1].low);
    const double position = (double)last * probabilities[i % (s->each / 2)];
    out[i] = outlay_between(low, high, position - floor(position));
  }
}

uint32_t outlay_result_together(const outlay_result *result, size_t count) {
  const size_t samples = result->samples < PILOT_MOST ? (size_t)result->samples : PILOT_MOST;
  const uint32_t threads = outlay_result_again(result).threads;
  const size_t pilot = samples * sizeof(double);
  const size_t bins = (BINS + 1) * sizeof(uint64_t) * threads;
  if (count > MOST_WORK / 2 / bins) return 1;
  const size_t most = MOST_WORK / (pilot > 2 * count * bins ? pilot : 2 * count * bins);
  const uint32_t all = result->plan->sink_columns;
  return most < all ? (uint32_t)most : all;
}

static size_t most_gathered(const selection *s) {
  const size_t most = MOST_WORK / sizeof(uint64_t) / brackets_of(s);
  if (most < LEAST_GATHERED) return LEAST_GATHERED;
  return most < MOST_GATHERED ? most : MOST_GATHERED;
}

outlay_status outlay_result_select(const outlay_result *result, uint32_t first, uint32_t columns,
                                   const double *probabilities, size_t count, double *out,
                                   outlay_error *error) {
  if (count > SIZE_MAX / 2 / columns) return outlay_fail_memory(error);
  selection s = {.result = result,
                 .first = first,
                 .columns = columns,
                 .each = 2 * count,
                 .pilot = result->samples < PILOT_MOST ? (size_t)result->samples : PILOT_MOST,
                 .error = error};
  s.most_gathered = most_gathered(&s);
  s.brackets = outlay_memory_new(&result->allocator, brackets_of(&s), sizeof *s.brackets);
  if (s.brackets == NULL) return outlay_fail_memory(error);
  set_ranks(&s, probabilities);
  outlay_status status = run_pilot(&s);
  if (status == OUTLAY_OK) status = run_passes(&s);
  if (status == OUTLAY_OK) read_quantiles(&s, probabilities, out);
  outlay_memory_free(&result->allocator, s.brackets, brackets_of(&s), sizeof *s.brackets);
  return status;
}
