/* What starting the program costs, beside starting Lua: each with an empty script, in turns, the
 * least of some rounds. OUTLAY_PROGRAM names the program.
 *
 *   bench_start [--tiny] */
#define _POSIX_C_SOURCE 200809L

#include <math.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "measure.h"

extern char **environ;

/* Seconds for `program -e ''`; infinite if it cannot be run. */
static double start(const char *program) {
  char name[4096], option[] = "-e", nothing[] = "";
  (void)snprintf(name, sizeof name, "%s", program);
  char *arguments[] = {name, option, nothing, NULL};
  pid_t child = 0;
  int answer = -1;
  const double begin = seconds();
  if (posix_spawnp(&child, program, NULL, NULL, arguments, environ) != 0) return INFINITY;
  if (waitpid(child, &answer, 0) != child || answer != 0) return INFINITY;
  return seconds() - begin;
}

int main(int count, char **arguments) {
  const bool tiny = is_tiny(count, arguments);
  const char *program = getenv("OUTLAY_PROGRAM");
  if (program == NULL) program = "build-release/outlay";
  double ours = INFINITY, lua = INFINITY;
  for (int round = 0; round < (tiny ? 1 : 50); round++) {
    ours = fmin(ours, start(program));
    lua = fmin(lua, start("lua5.4"));
  }
  if (isinf(ours)) {
    (void)fprintf(stderr, "%s does not run\n", program);
    return 1;
  }
  if (tiny) return 0;
  if (isinf(lua)) {
    (void)fputs("lua5.4 does not run, so there is nothing to compare with\n", stderr);
    return 0;
  }
  (void)printf("start of outlay %.2f ms, of lua5.4 %.2f ms\n", 1e3 * ours, 1e3 * lua);
  goal_at_most("start of outlay / start of lua5.4", ours / lua, 3);
  return 0;
}
