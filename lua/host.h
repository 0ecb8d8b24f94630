/* The host: a Lua state with the vocabulary, ready to run scripts.
 *
 * The program in repl/ talks to it through these functions and through the Lua module
 * outlay.boot.session. */
#ifndef OUTLAY_HOST_H
#define OUTLAY_HOST_H

#include <stdbool.h>

#include "raise.h"
#include "session.h"

typedef struct outlay_host outlay_host;

/* NULL when out of memory; a broken standard library is an error from the first call. */
outlay_host *outlay_host_new(void);
void outlay_host_free(outlay_host *host);
lua_State *outlay_host_state(outlay_host *host);

/* Pushes the value of a privileged module: "outlay.boot.*" or "repl.*", which run with all of
 * Lua's own libraries. Answers as outlay_host_call does. */
int outlay_host_require(outlay_host *host, const char *name);

/* Calls the function below its arguments. On failure the error object is on the stack and the
 * answer is an exit code. */
int outlay_host_call(outlay_host *host, int arguments, int results);

/* Stops the running Lua code and evaluation. May be called from a signal handler. */
void outlay_host_interrupt(outlay_host *host);
void outlay_host_interrupt_clear(outlay_host *host);

/* Where evaluations report how far they are; NULL for nowhere. */
void outlay_host_on_progress(outlay_host *host, void (*report)(void *context, double fraction),
                             void *context);

#endif
