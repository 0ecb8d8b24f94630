/* The milliseconds that 10^4 samples of the reference scenario and all statistics take: a script's
 * first evaluation, which fits its quantile functions, and those after it. The least of some
 * rounds.
 *
 *   bench_small [--tiny] */
#include <math.h>

#include "measure.h"
#include "scenario.h"

int main(int count, char **arguments) {
  const bool tiny = is_tiny(count, arguments);
  const scenario_options options = {.samples = 1e4};
  double first = INFINITY, again = INFINITY;
  for (int round = 0; round < (tiny ? 2 : 30); round++) {
    scenario s = scenario_open();
    first = fmin(first, scenario_evaluate(&s, &options, NULL));
    for (int i = 0; i < 3; i++) again = fmin(again, scenario_evaluate(&s, &options, NULL));
    scenario_close(&s);
  }
  if (tiny) return 0;
  goal_at_most("10^4 samples for the first time, ms", 1e3 * first, 2);
  goal_at_most("10^4 samples once more, ms", 1e3 * again, 2);
  return 0;
}
