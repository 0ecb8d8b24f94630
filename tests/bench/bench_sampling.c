/* How good samples of the reference scenario are. Prints lines NAME SAMPLES STANDARD_ERROR_KUSD NS
 * for the mean of the total, where NS is the time of all samples and statistics divided by the
 * number asked for; then how many Sobol points reach the error of 10^6 independent samples. */
#include <math.h>
#include <stdio.h>

#include "scenario.h"

enum { SEEDS = 8 };

static double measure(scenario *s, const char *sampling, double samples) {
  double square = 0, best = 1e300;
  for (int seed = 1; seed <= SEEDS; seed++) {
    const scenario_options options = {
        .samples = samples, .threads = 1, .seed = seed, .sampling = sampling};
    const double error = scenario_error(s, &options);
    square += error * error / SEEDS;
    const double took = scenario_evaluate(s, &options, NULL);
    if (took < best) best = took;
  }
  (void)printf("outlay_%s %.0f %.1f %.1f\n", sampling, samples, sqrt(square) / 1e3,
               best / samples * 1e9);
  return sqrt(square);
}

int main(void) {
  scenario s = scenario_open();
  (void)measure(&s, "mc", 1 << 16);
  const double goal = measure(&s, "mc", 1e6);
  (void)measure(&s, "lhs", 1 << 16);
  (void)measure(&s, "lhs", 1 << 20);
  double enough = 0;
  for (double samples = 1 << 12; samples <= 1 << 20; samples *= 2) {
    if (measure(&s, "sobol", samples) <= goal && enough == 0) enough = samples;
  }
  (void)printf("sobol_for_mc_1e6 %.0f\n", enough);
  scenario_close(&s);
  return enough > 0 && enough <= 1e5 ? 0 : 1;
}
