/* What a sample of the reference scenario costs. Prints lines NAME THREADS NS_PER_SAMPLE, the least
 * of some rounds, for sampling, evaluation and all statistics of 10^6 samples in Outlay's own
 * language, then lines "mean" NAME MEAN STANDARD_ERROR of the outputs. What comes once, start and
 * building, goes to standard error. eval.sh compares.
 *
 *   bench_eval [--tiny] */
#include <stdio.h>

#include "measure.h"
#include "scenario.h"

enum { ROUNDS = 3 };

static void measure(scenario *s, const char *name, scenario_options options, int rounds) {
  double best = 1e300;
  for (int i = 0; i < rounds; i++) {
    const double took = scenario_evaluate(s, &options, NULL);
    if (took < best) best = took;
  }
  if (is_processor_time()) best /= options.threads;
  (void)printf("%s %.0f %.1f\n", name, options.threads, best / options.samples * 1e9);
}

int main(int count, char **arguments) {
  const bool tiny = is_tiny(count, arguments);
  scenario_options options = {.samples = tiny ? 1e4 : 1e6};
  scenario s = scenario_open();
  (void)fprintf(stderr, "start %.2f ms, building the script's graph %.2f ms\n",
                1e3 * s.start_seconds, 1e3 * s.build_seconds);
  for (options.threads = 1; options.threads <= 2; options.threads++) {
    for (int exact = 0; exact <= 1; exact++) {
      options.exact = exact != 0;
      measure(&s, exact ? "outlay_exact_beta" : "outlay_fitted_beta", options, tiny ? 1 : ROUNDS);
    }
  }
  scenario_mean means[SCENARIO_OUTPUTS];
  (void)scenario_evaluate(&s, &options, means);
  for (int i = 0; i < SCENARIO_OUTPUTS; i++) {
    (void)printf("mean %s %.9g %.4g\n", scenario_outputs[i], means[i].mean, means[i].error);
  }
  scenario_close(&s);
  return 0;
}
