#define _POSIX_C_SOURCE 200809L /* clock_gettime */

#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

bool is_processor_time(void) {
  const char *clock = getenv("OUTLAY_BENCH_CLOCK");
  return clock != NULL && strcmp(clock, "cpu") == 0;
}

double seconds(void) {
  struct timespec now;
  (void)clock_gettime(is_processor_time() ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

bool is_tiny(int count, char **arguments) {
  return count == 2 && strcmp(arguments[1], "--tiny") == 0;
}

/* The same columns as eval.sh's. */
static void goal(const char *what, double measured, const char *relation, double limit, bool met) {
  (void)printf("%-56s %9.2f  %s %.2f  %s\n", what, measured, relation, limit,
               met ? "met" : "missed");
}

void goal_at_most(const char *what, double measured, double limit) {
  goal(what, measured, "at most", limit, measured <= limit);
}

void goal_at_least(const char *what, double measured, double limit) {
  goal(what, measured, "at least", limit, measured >= limit);
}
