/* What a sample of the reference scenario costs. Prints lines NAME THREADS NS_PER_SAMPLE, the least
 * of several rounds, for sampling, evaluation and all statistics of 10^6 samples in Outlay's own
 * language. What comes once, start and building, goes to standard error. eval.sh compares. */
#include <stdio.h>

#include "scenario.h"

enum { ROUNDS = 7 };

static void measure(scenario *s, const char *name, double threads, bool exact) {
  const scenario_options options = {.samples = 1e6, .threads = threads, .exact = exact};
  double best = 1e300;
  for (int i = 0; i < ROUNDS; i++) {
    const double took = scenario_evaluate(s, &options, NULL);
    if (took < best) best = took;
  }
  (void)printf("%s %.0f %.1f\n", name, threads, best / options.samples * 1e9);
}

int main(void) {
  scenario s = scenario_open();
  (void)fprintf(stderr, "start %.2f ms, building the script's graph %.2f ms\n",
                1e3 * s.start_seconds, 1e3 * s.build_seconds);
  for (double threads = 1; threads <= 2; threads++) {
    measure(&s, "outlay_fitted_beta", threads, false);
    measure(&s, "outlay_exact_beta", threads, true);
  }
  scenario_close(&s);
  return 0;
}
