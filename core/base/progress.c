#define _POSIX_C_SOURCE 200809L /* clock_gettime */

#include "progress.h"

#include <time.h>

enum { REPORTS_PER_SECOND = 20 };

static double seconds(void) {
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

void outlay_progress_begin(outlay_progress *progress) {
  if (progress->call != NULL) progress->last_report = seconds();
}

outlay_progress outlay_progress_of(const outlay_options *options) {
  outlay_progress progress = {.end = 1.0};
  if (options != NULL) {
    progress.call = options->progress;
    progress.context = options->progress_context;
  }
  outlay_progress_begin(&progress);
  return progress;
}

void outlay_progress_report(outlay_progress *progress, double fraction) {
  if (progress->call == NULL) return;
  const double now = seconds();
  if (now - progress->last_report < 1.0 / REPORTS_PER_SECOND) return;
  progress->last_report = now;
  progress->call(progress->context, progress->begin + fraction * (progress->end - progress->begin));
}
