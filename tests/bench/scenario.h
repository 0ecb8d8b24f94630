/* The reference scenario, in Outlay's own language, for benchmarks. They run at the project's root.
 */
#ifndef OUTLAY_BENCH_SCENARIO_H
#define OUTLAY_BENCH_SCENARIO_H

#include "host.h"

typedef struct scenario {
  outlay_host *host;
  double start_seconds; /* the host: a Lua state with the standard library */
  double build_seconds; /* the script, which builds the graph */
} scenario;

typedef struct scenario_options {
  double samples;
  double threads;
  double seed;          /* 0: 1 */
  double keep_bytes;    /* of samples; 0: as many as usual */
  bool exact;           /* exact quantile functions instead of fitted ones */
  const char *sampling; /* "mc", "lhs" or "sobol"; NULL: mc */
} scenario_options;

enum { SCENARIO_OUTPUTS = 6 };

/* Ends the program with a message if anything fails, as all of these do. */
scenario scenario_open(void);
void scenario_close(scenario *s);

/* Builds the graph anew: inputs of which nothing is known yet. */
void scenario_build(scenario *s);

/* The mean of an output and its standard error. */
typedef struct scenario_mean {
  double mean, error;
} scenario_mean;

/* Seconds for sampling, evaluation and all statistics; `means` of the outputs may be NULL. */
double scenario_evaluate(scenario *s, const scenario_options *options,
                         scenario_mean means[SCENARIO_OUTPUTS]);

/* Seconds for the Sobol indices of the total; how many groups of inputs there are. */
double scenario_indices(scenario *s, const scenario_options *options, int *groups);

/* The outputs' names, in their order. */
extern const char *const scenario_outputs[SCENARIO_OUTPUTS];

#endif
