/* The progress bar: on standard error, if that is a terminal, for work that takes over a second.
 *
 *     37 % ━━━━━━━━━━───────────────── 12 s, 20 s left
 */
#ifndef OUTLAY_PROGRESS_H
#define OUTLAY_PROGRESS_H

#include <stdbool.h>

#include "host.h"

/* Zero it before use. */
typedef struct outlay_progress {
  double began;    /* when this piece of work began, in seconds of a monotonic clock */
  double drawn;    /* when the bar was last drawn */
  double fraction; /* how much was done then; 0 between two pieces of work */
  bool visible;
} outlay_progress;

/* Reports of the host's evaluations are drawn from now on. */
void outlay_progress_install(outlay_progress *progress, outlay_host *host);

/* Takes the bar off the screen, before something else is written. */
void outlay_progress_erase(outlay_progress *progress);

/* Pushes the module `program.progress`: erase() */
void outlay_open_progress(lua_State *L, outlay_progress *progress);

#endif
