/* What all benchmarks share: the clock, the option --tiny, and a line for a goal. */
#ifndef OUTLAY_BENCH_MEASURE_H
#define OUTLAY_BENCH_MEASURE_H

#include <stdbool.h>

/* With OUTLAY_BENCH_CLOCK=cpu the processor time of all threads instead, for a machine that is busy
 * with other work. */
double seconds(void);
bool is_processor_time(void);

/* Whether the only argument is --tiny: the smallest run there is, which shows that the benchmark
 * still works and judges nothing. */
bool is_tiny(int count, char **arguments);

/* Prints GOAL MEASURED at most|at least LIMIT, and met or missed. */
void goal_at_most(const char *what, double measured, double limit);
void goal_at_least(const char *what, double measured, double limit);

#endif
