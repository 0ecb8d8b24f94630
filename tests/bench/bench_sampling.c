/* How good samples of the reference scenario are. Prints lines NAME SAMPLES STANDARD_ERROR_KUSD NS
 * for the mean of the total, where NS is the time of all samples and statistics divided by the
 * number asked for; then how many Sobol points reach the error of 10^6 independent samples.
 *
 *   bench_sampling [--tiny] */
#include <math.h>
#include <stdio.h>

#include "measure.h"
#include "scenario.h"

enum { SEEDS = 8, TOTAL = SCENARIO_OUTPUTS - 1 };

static double measure(scenario *s, const char *sampling, double samples, int seeds) {
  double square = 0, best = 1e300;
  for (int seed = 1; seed <= seeds; seed++) {
    const scenario_options options = {
        .samples = samples, .threads = 1, .seed = seed, .sampling = sampling};
    scenario_mean means[SCENARIO_OUTPUTS];
    const double took = scenario_evaluate(s, &options, means);
    square += means[TOTAL].error * means[TOTAL].error / seeds;
    if (took < best) best = took;
  }
  (void)printf("outlay_%s %.0f %.1f %.1f\n", sampling, samples, sqrt(square) / 1e3,
               best / samples * 1e9);
  return sqrt(square);
}

int main(int count, char **arguments) {
  const bool tiny = is_tiny(count, arguments);
  const int seeds = tiny ? 2 : SEEDS;
  const double largest = tiny ? 1 << 13 : 1 << 20;
  scenario s = scenario_open();
  (void)measure(&s, "mc", largest / 16, seeds);
  const double goal = measure(&s, "mc", tiny ? 8000 : 1e6, seeds);
  (void)measure(&s, "lhs", largest / 16, seeds);
  (void)measure(&s, "lhs", largest, seeds);
  double enough = INFINITY;
  for (double samples = tiny ? 1 << 10 : 1 << 12; samples <= largest; samples *= 2) {
    if (measure(&s, "sobol", samples, seeds) <= goal && samples < enough) enough = samples;
  }
  scenario_close(&s);
  if (!tiny) goal_at_most("Sobol points with the error of 10^6 samples", enough, 1e5);
  return 0;
}
