/* Exact quantiles of samples that are not in memory, by drawing them again.
 *
 * An order statistic is known to lie in a bracket, a range of values, with so many samples
 * below it. The first bracket comes from a pilot of the first samples; a pass counts the
 * samples of each bracket in sub-bins and leaves the one sub-bin that holds the order
 * statistic; when few samples are left in a bracket, a pass gathers them. Two passes are the
 * rule. Brackets are ranges of the bit patterns of doubles, in the order of the doubles, so
 * that any distribution, a point mass too, comes to an end in a few passes. */
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "result.h"
#include "status.h"

enum {
  BIN_BITS = 12,
  BINS = 1 << BIN_BITS,
  PILOT_BLOCKS = 16,
  MOST_GATHERED = 1 << 18 /* samples of a bracket that are gathered */
};

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
  uint32_t column, threads;
  bracket *brackets;
  size_t count;
  double *pilot;
  outlay_error *error;
} selection;

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

static int by_key(const void *a, const void *b) {
  const uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
  return (left > right) - (left < right);
}

static int by_value(const void *a, const void *b) {
  const double left = *(const double *)a, right = *(const double *)b;
  return (left > right) - (left < right);
}

/* ---- the pilot ---- */

static void copy_block(void *context, uint32_t thread, const outlay_block *block) {
  const selection *s = context;
  (void)thread;
  memcpy(s->pilot + block->first, block->columns + s->column * block->stride,
         block->n * sizeof(double));
}

/* A bracket that holds the order statistic almost surely: five standard deviations of the
 * binomial count of pilot samples below it, to either side. */
static void bracket_by_pilot(const selection *s, size_t pilot, bracket *b) {
  const double part = (double)b->rank / (double)s->result->samples;
  const double middle = part * (double)pilot;
  const double width = 5 * sqrt((double)pilot * part * (1 - part)) + 2;
  b->low = middle - width < 0 ? 0 : key_of(s->pilot[(size_t)(middle - width)]);
  b->high =
      middle + width >= (double)pilot ? UINT64_MAX : key_of(s->pilot[(size_t)(middle + width)]);
}

static outlay_status run_pilot(selection *s) {
  outlay_pass pass = outlay_result_again(s->result);
  const uint64_t most = (uint64_t)PILOT_BLOCKS * OUTLAY_BLOCK;
  if (pass.samples > most) pass.samples = most;
  const size_t pilot = (size_t)pass.samples;
  s->pilot = outlay_memory_new(&s->result->allocator, pilot, sizeof *s->pilot);
  if (s->pilot == NULL) return outlay_fail_memory(s->error);
  pass.context = s;
  pass.look = copy_block;
  const outlay_status status = outlay_pass_run(&pass, s->error);
  if (status == OUTLAY_OK) {
    qsort(s->pilot, pilot, sizeof *s->pilot, by_value);
    for (size_t i = 0; i < s->count; i++) bracket_by_pilot(s, pilot, &s->brackets[i]);
  }
  outlay_memory_free(&s->result->allocator, s->pilot, pilot, sizeof *s->pilot);
  return status;
}

/* ---- a pass: counting or gathering each bracket ---- */

static bool gathers(const bracket *b) { return b->counted && b->inside <= MOST_GATHERED; }

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

static void look_at_block(void *context, uint32_t thread, const outlay_block *block) {
  const selection *s = context;
  uint64_t keys[OUTLAY_BLOCK];
  const double *column = block->columns + s->column * block->stride;
  for (size_t i = 0; i < block->n; i++) keys[i] = key_of(column[i]);
  for (size_t i = 0; i < s->count; i++) {
    bracket *b = &s->brackets[i];
    if (b->gathered != NULL) {
      gather_keys(b, keys, block->n);
    } else if (b->bins != NULL) {
      count_keys(b, thread, keys, block->n);
    }
  }
}

static size_t bins_of(const selection *s) { return (size_t)s->threads * (BINS + 1); }

static void clear_brackets(const selection *s) {
  const outlay_allocator *allocator = &s->result->allocator;
  for (size_t i = 0; i < s->count; i++) {
    bracket *b = &s->brackets[i];
    outlay_memory_free(allocator, b->bins, bins_of(s), sizeof *b->bins);
    outlay_memory_free(allocator, b->gathered, (size_t)b->inside, sizeof *b->gathered);
    b->bins = b->gathered = NULL;
  }
}

/* The first bracket of the same range, often that of the order statistic next to it. */
static size_t leader_of(const selection *s, size_t index) {
  const bracket *b = &s->brackets[index];
  for (size_t i = 0; i < index; i++) {
    const bracket *other = &s->brackets[i];
    if (!other->solved && other->low == b->low && other->high == b->high &&
        gathers(other) == gathers(b)) {
      return i;
    }
  }
  return index;
}

static bool prepare_brackets(const selection *s) {
  const outlay_allocator *allocator = &s->result->allocator;
  for (size_t i = 0; i < s->count; i++) {
    bracket *b = &s->brackets[i];
    if (b->solved) continue;
    b->shift = shift_of(b);
    b->leader = leader_of(s, i);
    if (b->leader != i) continue;
    if (gathers(b)) {
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
  for (size_t i = 0; i < s->count; i++) {
    bracket *b = &s->brackets[i];
    if (b->bins != NULL) add_up_threads(s, b->bins);
    if (b->gathered != NULL) {
      qsort(b->gathered, (size_t)b->inside, sizeof *b->gathered, by_key);
    }
  }
  for (size_t i = 0; i < s->count; i++) {
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
  for (size_t i = 0; i < s->count; i++) {
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
static outlay_status select_all(selection *s, const double *probabilities, size_t count,
                                double *out) {
  const uint64_t last = s->result->samples - 1;
  for (size_t i = 0; i < count; i++) {
    const uint64_t rank = (uint64_t)((double)last * probabilities[i]);
    s->brackets[2 * i].rank = rank < last ? rank : last;
    s->brackets[2 * i + 1].rank = rank < last ? rank + 1 : last;
  }
  outlay_status status = run_pilot(s);
  if (status == OUTLAY_OK) status = run_passes(s);
  if (status != OUTLAY_OK) return status;
  for (size_t i = 0; i < count; i++) {
    const double low = value_of(s->brackets[2 * i].low);
    const double high = value_of(s->brackets[2 * i + 1].low);
    const double position = (double)last * probabilities[i];
    out[i] = outlay_between(low, high, position - floor(position));
  }
  return OUTLAY_OK;
}

outlay_status outlay_result_select(const outlay_result *result, uint32_t column,
                                   const double *probabilities, size_t count, double *out,
                                   outlay_error *error) {
  if (count == 0) return OUTLAY_OK;
  if (count > SIZE_MAX / 2) return outlay_fail_memory(error);
  selection s = {.result = result, .column = column, .count = 2 * count, .error = error};
  s.brackets = outlay_memory_new(&result->allocator, s.count, sizeof *s.brackets);
  if (s.brackets == NULL) return outlay_fail_memory(error);
  const outlay_status status = select_all(&s, probabilities, count, out);
  outlay_memory_free(&result->allocator, s.brackets, s.count, sizeof *s.brackets);
  return status;
}
