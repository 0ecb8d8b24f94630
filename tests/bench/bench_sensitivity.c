/* What the Sobol indices of the reference scenario's total cost: first-order and total ones of its
 * inputs (two of which are correlated, and one group) from 10^5 samples, with their intervals.
 *
 * Prints lines NAME THREADS SECONDS: of processors' time, which other work on the machine disturbs
 * less, the least of several rounds. Then what the goal says, and how much more as many evaluations
 * of the whole scenario would take, measured in the same run.
 *
 *   bench_sensitivity [--tiny] */
#include <stdio.h>
#include <time.h>

#include "measure.h"
#include "scenario.h"

enum { ROUNDS = 7 };

static double processor_seconds(void) { return (double)clock() / CLOCKS_PER_SEC; }

static void least(double *best, double begin) {
  const double took = processor_seconds() - begin;
  if (took < *best) *best = took;
}

static void measure(scenario *s, const scenario_options *options, bool tiny) {
  double indices = 1e300, evaluation = 1e300;
  int groups = 0;
  for (int i = 0; i < (tiny ? 1 : ROUNDS); i++) {
    double begin = processor_seconds();
    (void)scenario_indices(s, options, &groups);
    least(&indices, begin);
    begin = processor_seconds();
    (void)scenario_evaluate(s, options, NULL);
    least(&evaluation, begin);
  }
  (void)printf("sobol_indices %.0f %.4f\n", options->threads, indices);
  (void)printf("%d_whole_evaluations %.0f %.4f\n", groups + 2, options->threads,
               evaluation * (groups + 2));
  if (tiny) return;
  char what[64];
  (void)snprintf(what, sizeof what, "indices of %d groups, seconds a core, threads: %.0f", groups,
                 options->threads);
  goal_at_most(what, indices, 0.4);
}

int main(int count, char **arguments) {
  const bool tiny = is_tiny(count, arguments);
  scenario s = scenario_open();
  for (double threads = 1; threads <= 2; threads++) {
    const scenario_options options = {.samples = tiny ? 1000 : 1e5, .threads = threads};
    measure(&s, &options, tiny);
  }
  scenario_close(&s);
  return 0;
}
