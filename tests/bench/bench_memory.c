/* The memory that 10^9 samples of the reference scenario take, with exact quantiles of all outputs:
 * more samples than can be kept, so they are drawn again to find them.
 *
 *   bench_memory [--tiny] */
#define _DEFAULT_SOURCE /* getrusage */

#include <stdio.h>
#include <sys/resource.h>

#include "measure.h"
#include "scenario.h"

int main(int count, char **arguments) {
  const bool tiny = is_tiny(count, arguments);
  const scenario_options options = {.samples = tiny ? 1e5 : 1e9, .keep_bytes = 1};
  scenario s = scenario_open();
  const double took = scenario_evaluate(&s, &options, NULL);
  scenario_close(&s);
  struct rusage use;
  (void)getrusage(RUSAGE_SELF, &use);
  (void)printf("%.0f samples with exact quantiles, drawn again for them: %.1f s\n", options.samples,
               took);
  if (!tiny) goal_at_most("memory for 10^9 samples, MB", (double)use.ru_maxrss / 1000, 200);
  return 0;
}
