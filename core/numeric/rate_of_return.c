#include "rate_of_return.h"

#include <math.h>

enum { MOST_STEPS = 200 };

/* Payments from the first to the last that is not zero; backwards where `step` is -1. */
typedef struct payments {
  const double *first;
  ptrdiff_t step;
  size_t count;
} payments;

static double at(const payments *p, size_t i) { return p->first[(ptrdiff_t)i * p->step]; }

static payments trimmed(const double *list, size_t count) {
  while (count > 0 && list[0] == 0) list++, count--;
  while (count > 0 && list[count - 1] == 0) count--;
  return (payments){.first = list, .step = 1, .count = count};
}

static payments reversed(const payments *p) {
  return (payments){.first = p->first + (p->count - 1), .step = -1, .count = p->count};
}

static bool all_finite(const double *list, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (!isfinite(list[i])) return false;
  }
  return true;
}

/* How often the sign of what `next` is changes from one to the next; zeros have none. */
static size_t changes_of_sign(const payments *p, bool running_total) {
  size_t changes = 0;
  double total = 0, before = 0;
  for (size_t i = 0; i < p->count; i++) {
    total = running_total ? total + at(p, i) : at(p, i);
    if (total == 0) continue;
    if (before != 0 && (before < 0) != (total < 0)) changes++;
    before = total;
  }
  return changes;
}

static double total_of(const payments *p) {
  double total = 0;
  for (size_t i = 0; i < p->count; i++) total += at(p, i);
  return total;
}

static bool is_unique(const payments *p) {
  const size_t changes = changes_of_sign(p, false);
  if (changes < 2) return changes == 1;
  return total_of(p) != 0 && changes_of_sign(p, true) == 1;
}

/* The payments' worth at the discount factor x, and its derivative. */
static double worth(const payments *p, double x, double *slope) {
  double sum = 0, derivative = 0;
  for (size_t i = p->count; i-- > 0;) {
    derivative = derivative * x + sum;
    sum = sum * x + at(p, i);
  }
  *slope = derivative;
  return sum;
}

/* The only x between 0 and 1 at which the worth is zero: Newton's steps, or halves where one leads
 * out of what is left or does not get smaller by half in two (Press et al., Numerical
 * Recipes, 9.4). */
static double root(const payments *p) {
  const bool falls = at(p, 0) > 0;
  double low = 0, high = 1, x = 0.5, step = 1, step_before = 1;
  for (int i = 0; i < MOST_STEPS; i++) {
    double slope = 0;
    const double sum = worth(p, x, &slope);
    if (sum == 0) return x;
    if ((sum > 0) == falls) {
      low = x;
    } else {
      high = x;
    }
    const double newton = -sum / slope;
    const bool good =
        x + newton > low && x + newton < high && fabs(2 * newton) <= fabs(step_before);
    const double next = good ? x + newton : low + 0.5 * (high - low);
    if (next == x) return x;
    step_before = step;
    step = next - x;
    x = next;
  }
  return x;
}

bool outlay_has_rate_of_return(const double *list, size_t count) {
  if (!all_finite(list, count)) return false;
  const payments p = trimmed(list, count);
  return is_unique(&p);
}

double outlay_rate_of_return(const double *list, size_t count) {
  if (!outlay_has_rate_of_return(list, count)) return NAN;
  const payments p = trimmed(list, count);
  const double total = total_of(&p);
  if (total == 0) return 0;
  if ((total > 0) != (at(&p, 0) > 0)) {
    const double x = root(&p);
    return (1 - x) / x;
  }
  const payments back = reversed(&p); /* the rate is below zero: in powers of 1 + r */
  return root(&back) - 1;
}
