/* Telling how far a long computation is, and hearing that it is to stop. */
#ifndef OUTLAY_PROGRESS_H
#define OUTLAY_PROGRESS_H

#include <stdbool.h>

#include "outlay.h"

/* Reports how far the work is, from the calling thread, at most some 20 times a second. */
typedef struct outlay_progress {
  void (*call)(void *context, double fraction); /* may be NULL */
  void *context;
  double begin, end;  /* the part of the whole that this work is */
  double last_report; /* seconds; by outlay_progress_begin */
} outlay_progress;

void outlay_progress_begin(outlay_progress *progress);
/* The whole of a work with these options, which may be NULL; begun. */
outlay_progress outlay_progress_of(const outlay_options *options);
/* `fraction` of this work is done. */
void outlay_progress_report(outlay_progress *progress, double fraction);

static inline bool outlay_is_cancelled(const volatile int32_t *cancel) {
  return cancel != NULL && __atomic_load_n(cancel, __ATOMIC_RELAXED) != 0;
}

#endif
