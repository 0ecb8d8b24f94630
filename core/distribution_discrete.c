/* Discrete choice: value 1, weight 1, value 2, weight 2, ... The quantile function is a staircase
 * over the values in rising order, so that a uniform draw and the value rise together. */
#include <math.h>

#include "distribution_kind.h"
#include "status.h"

static outlay_status discrete_check(const double *p, size_t count, outlay_error *error) {
  double total = 0.0;
  for (size_t i = 1; i < count; i += 2) {
    if (p[i] < 0.0) {
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         "the weight of the value %.6g is %.6g; it must not be negative", p[i - 1],
                         p[i]);
    }
    total += p[i];
  }
  if (total > 0.0 && isfinite(total)) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     total > 0.0 ? "the weights of a discrete choice add up to infinity"
                                 : "the weights of a discrete choice are all zero");
}

/* The pair that comes after pair `last` when they are ordered by value and, where values are equal,
 * as given; `count` for none. last = count begins. */
static size_t next_pair(const double *p, size_t count, size_t last) {
  size_t next = count;
  for (size_t i = 0; i < count; i += 2) {
    const bool after = last == count || p[i] > p[last] || (p[i] == p[last] && i > last);
    if (after && (next == count || p[i] < p[next])) next = i;
  }
  return next;
}

/* The sum of the weights in the order of the values: what thresholds are shares of. */
static double total_weight(const double *p, size_t count) {
  double total = 0.0;
  for (size_t i = next_pair(p, count, count); i < count; i = next_pair(p, count, i)) {
    total += p[i + 1];
  }
  return total;
}

static double discrete_from_draw(const double *p, size_t count, double draw) {
  const double total = total_weight(p, count);
  double sum = 0.0, value = NAN;
  for (size_t i = next_pair(p, count, count); i < count; i = next_pair(p, count, i)) {
    if (p[i + 1] == 0.0) continue;
    value = p[i];
    sum += p[i + 1];
    if (draw < sum / total) break;
  }
  return value;
}

static outlay_tails discrete_tails(const double *p, size_t count, double value) {
  double below = 0.0, above = 0.0;
  for (size_t i = 0; i < count; i += 2) {
    if (p[i] <= value) {
      below += p[i + 1];
    } else {
      above += p[i + 1];
    }
  }
  return (outlay_tails){below / (below + above), above / (below + above)};
}

static double discrete_mean(const double *p, size_t count) {
  double sum = 0.0, total = 0.0;
  for (size_t i = 0; i < count; i += 2) {
    total += p[i + 1];
    sum += p[i] * p[i + 1];
  }
  return sum / total;
}

static double discrete_sd(const double *p, size_t count) {
  const double mean = discrete_mean(p, count);
  double sum = 0.0, total = 0.0;
  for (size_t i = 0; i < count; i += 2) {
    total += p[i + 1];
    sum += p[i + 1] * ((p[i] - mean) * (p[i] - mean));
  }
  return sqrt(sum / total);
}

/* Heap sort of pairs by value, then place: no recursion, no quadratic case. */
static bool pair_less(const double *p, size_t a, size_t b) {
  return p[a] < p[b] || (p[a] == p[b] && a < b);
}

static void sift(const double *p, size_t *order, size_t root, size_t count) {
  for (size_t child = 2 * root + 1; child < count; root = child, child = 2 * root + 1) {
    if (child + 1 < count && pair_less(p, order[child], order[child + 1])) child++;
    if (!pair_less(p, order[root], order[child])) return;
    const size_t pair = order[root];
    order[root] = order[child];
    order[child] = pair;
  }
}

static void sort_pairs(const double *p, size_t *order, size_t count) {
  for (size_t i = count / 2; i > 0; i--) sift(p, order, i - 1, count);
  for (size_t last = count; last > 1; last--) {
    const size_t pair = order[0];
    order[0] = order[last - 1];
    order[last - 1] = pair;
    sift(p, order, 0, last - 1);
  }
}

static outlay_status discrete_prepare(outlay_sampler *sampler, outlay_error *error) {
  const double *p = sampler->parameters;
  const size_t pairs = sampler->count / 2;
  const outlay_status status = outlay_sampler_table(sampler, 2 * pairs, error);
  if (status != OUTLAY_OK) return status;
  size_t *order = outlay_memory_new(&sampler->allocator, pairs, sizeof *order);
  if (order == NULL) return outlay_fail_memory(error);
  size_t used = 0; /* pairs of weight zero are never drawn */
  for (size_t i = 0; i < pairs; i++) {
    if (p[2 * i + 1] > 0.0) order[used++] = 2 * i;
  }
  sort_pairs(p, order, used);
  double *thresholds = sampler->table, *values = sampler->table + pairs;
  double total = 0.0;
  for (size_t j = 0; j < used; j++) {
    total += p[order[j] + 1];
    thresholds[j] = total;
    values[j] = p[order[j]];
  }
  for (size_t j = 0; j < used; j++) thresholds[j] /= total;
  sampler->steps = used;
  outlay_memory_free(&sampler->allocator, order, pairs, sizeof *order);
  return OUTLAY_OK;
}

static void discrete_apply(const outlay_sampler *sampler, const outlay_kernels *kernels,
                           double *out, const double *draw, size_t n) {
  const double *thresholds = sampler->table, *values = sampler->table + sampler->count / 2;
  kernels->steps(out, draw, n, thresholds, values, sampler->steps);
}

const outlay_distribution_kind outlay_kind_discrete = {
    .draw = OUTLAY_DRAW_UNIFORM,
    .count = 2,
    .numbers = 2,
    .repeated = true,
    .parameters = {"value", "weight"},
    .check = discrete_check,
    .from_draw = discrete_from_draw,
    .tails = discrete_tails,
    .mean = discrete_mean,
    .sd = discrete_sd,
    .prepare = discrete_prepare,
    .apply = discrete_apply,
};
