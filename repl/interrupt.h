/* Ctrl-C: it stops what the host computes, and clears the line at the prompt. Where neither is
 * going on, it ends the program.
 *
 * A second Ctrl-C ends the program while the computation still runs; where there is a prompt to
 * lose, only within a second of the first. The state is the process's own, since a signal handler
 * has no other. */
#ifndef OUTLAY_INTERRUPT_H
#define OUTLAY_INTERRUPT_H

#include <stdbool.h>

#include "host.h"

/* Handles SIGINT from now on. The host must live as long as the process takes signals. */
void outlay_interrupt_install(outlay_host *host);

/* True once for a Ctrl-C that came while nothing was computed. */
bool outlay_interrupt_taken(void);

/* Pushes the module `program.interrupt`:
 *   protect(f, ...) -> true, the results of f | false, the error object
 *     f is what Ctrl-C stops; after it, nothing is left of an interrupt
 *   go_on(): there is a prompt, so Ctrl-C while nothing is computed does not end the program */
void outlay_open_interrupt(lua_State *L, outlay_host *host);

#endif
