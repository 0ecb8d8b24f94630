/* Discrete choice: value 1, weight 1, value 2, weight 2, ... The quantile function is a staircase
 * over the values in rising order, so that a uniform draw and the value rise together. */
#include <math.h>
#include <string.h>

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

static bool is_in_order(const double *p, size_t count) {
  for (size_t i = 2; i < count; i += 2) {
    if (p[i] < p[i - 2]) return false;
  }
  return true;
}

/* The pair that comes after pair `last` when they are ordered by value and, where values are equal,
 * as given; `count` for none. last = count begins. */
static size_t next_pair(const double *p, size_t count, size_t last, bool in_order) {
  if (in_order) return last == count ? 0 : last + 2;
  size_t next = count;
  for (size_t i = 0; i < count; i += 2) {
    const bool after = last == count || p[i] > p[last] || (p[i] == p[last] && i > last);
    if (after && (next == count || p[i] < p[next])) next = i;
  }
  return next;
}

/* The sum of the weights in the order of the values: what thresholds are shares of. */
static double total_weight(const double *p, size_t count, bool in_order) {
  double total = 0.0;
  for (size_t i = next_pair(p, count, count, in_order); i < count;
       i = next_pair(p, count, i, in_order)) {
    total += p[i + 1];
  }
  return total;
}

/* Quick where the values are in order: whoever has many draws to make arranges them first. */
static double discrete_from_draw(const double *p, size_t count, double draw) {
  const bool in_order = is_in_order(p, count);
  const double total = total_weight(p, count, in_order);
  double sum = 0.0, value = NAN;
  for (size_t i = next_pair(p, count, count, in_order); i < count;
       i = next_pair(p, count, i, in_order)) {
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

/* Heap sort of pairs by value, then weight: no recursion, no quadratic case, no memory. */
static bool pair_less(const double *a, const double *b) {
  return a[0] < b[0] || (a[0] == b[0] && a[1] < b[1]);
}

static void swap_pairs(double *a, double *b) {
  const double value = a[0], weight = a[1];
  a[0] = b[0];
  a[1] = b[1];
  b[0] = value;
  b[1] = weight;
}

static void sift(double *p, size_t root, size_t pairs) {
  for (size_t child = 2 * root + 1; child < pairs; root = child, child = 2 * root + 1) {
    if (child + 1 < pairs && pair_less(p + 2 * child, p + 2 * child + 2)) child++;
    if (!pair_less(p + 2 * root, p + 2 * child)) return;
    swap_pairs(p + 2 * root, p + 2 * child);
  }
}

static void discrete_arrange(double *p, size_t count) {
  if (is_in_order(p, count)) return;
  const size_t pairs = count / 2;
  for (size_t i = pairs / 2; i > 0; i--) sift(p, i - 1, pairs);
  for (size_t last = pairs; last > 1; last--) {
    swap_pairs(p, p + 2 * last - 2);
    sift(p, 0, last - 1);
  }
}

static outlay_status discrete_prepare(outlay_sampler *sampler, outlay_error *error) {
  const size_t pairs = sampler->count / 2;
  const outlay_status status = outlay_sampler_table(sampler, 2 * pairs, error);
  if (status != OUTLAY_OK) return status;
  double *p = outlay_memory_new(&sampler->allocator, sampler->count, sizeof *p);
  if (p == NULL) return outlay_fail_memory(error);
  memcpy(p, sampler->parameters, sampler->count * sizeof *p);
  discrete_arrange(p, sampler->count);
  double *thresholds = sampler->table, *values = sampler->table + pairs;
  double total = 0.0;
  size_t used = 0; /* pairs of weight zero are never drawn */
  for (size_t i = 0; i < pairs; i++) {
    if (!(p[2 * i + 1] > 0.0)) continue;
    total += p[2 * i + 1];
    thresholds[used] = total;
    values[used++] = p[2 * i];
  }
  for (size_t j = 0; j < used; j++) thresholds[j] /= total;
  sampler->steps = used;
  outlay_memory_free(&sampler->allocator, p, sampler->count, sizeof *p);
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
    .arrange = discrete_arrange,
};
