/* What knowing something before a choice is worth. */
#include <math.h>

#include "statistics.h"
#include "status.h"

/* Choices in groups of samples, each in two halves: one decides for the other. */
typedef struct choosing {
  const outlay_choice *choices;
  size_t count, groups;
  bool greatest;
  double *sums;   /* of each half of each group: one a choice */
  double *counts; /* samples of each half of each group */
} choosing;

enum { HALVES = 2 };

static double value_of(const outlay_choice *choice, size_t i) {
  return choice->column != NULL ? choice->column[i] : choice->fixed;
}

static size_t half_of(size_t i) { return i % HALVES; }

static void add_samples(choosing *c, const uint32_t *group_of, size_t n) {
  for (size_t i = 0; i < n; i++) {
    const size_t place = group_of[i] * (size_t)HALVES + half_of(i);
    c->counts[place] += 1;
    for (size_t k = 0; k < c->count; k++) {
      c->sums[place * c->count + k] += value_of(&c->choices[k], i);
    }
  }
}

static size_t best_of(const choosing *c, const double *sums) {
  size_t best = 0;
  for (size_t k = 1; k < c->count; k++) {
    if (c->greatest ? sums[k] > sums[best] : sums[k] < sums[best]) best = k;
  }
  return best;
}

/* The sums over all groups, in the place of the first; the best choice by them. */
static size_t best_of_all(const choosing *c, double *all) {
  for (size_t k = 0; k < c->count; k++) {
    all[k] = 0;
    for (size_t place = 0; place < c->groups * HALVES; place++) {
      all[k] += c->sums[place * c->count + k];
    }
  }
  return best_of(c, all);
}

/* What each sample gains by the choice that the other half of its group makes. */
static void judge(const choosing *c, const uint32_t *group_of, size_t n, size_t best, double *value,
                  double *standard_error) {
  double sum = 0, square = 0;
  for (size_t i = 0; i < n; i++) {
    const size_t other = group_of[i] * (size_t)HALVES + 1 - half_of(i);
    const size_t chosen = c->counts[other] > 0 ? best_of(c, c->sums + other * c->count) : best;
    double gain = value_of(&c->choices[best], i) - value_of(&c->choices[chosen], i);
    if (c->greatest) gain = -gain;
    sum += gain;
    square += gain * gain;
  }
  const double mean = sum / (double)n;
  *value = mean;
  *standard_error = sqrt(fmax(0, square / (double)n - mean * mean) / (double)n);
}

outlay_status outlay_information(const outlay_allocator *allocator, const outlay_choice *choices,
                                 size_t count, const uint32_t *group_of, size_t groups, size_t n,
                                 bool greatest, size_t *best, double *value, double *standard_error,
                                 outlay_error *error) {
  const outlay_allocator memory = outlay_memory_or_default(allocator);
  const size_t places = groups * HALVES;
  choosing c = {.choices = choices, .count = count, .groups = groups, .greatest = greatest};
  c.sums = outlay_memory_new(&memory, (places + 1) * count, sizeof *c.sums);
  c.counts = outlay_memory_new(&memory, places, sizeof *c.counts);
  const bool there = c.sums != NULL && c.counts != NULL;
  if (there) {
    add_samples(&c, group_of, n);
    *best = best_of_all(&c, c.sums + places * count);
    judge(&c, group_of, n, *best, value, standard_error);
  }
  outlay_memory_free(&memory, c.sums, (places + 1) * count, sizeof *c.sums);
  outlay_memory_free(&memory, c.counts, places, sizeof *c.counts);
  return there ? OUTLAY_OK : outlay_fail_memory(error);
}
