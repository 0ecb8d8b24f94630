/* Errors: how a core function says what went wrong. Every failing function ends in
 * `return outlay_fail(error, STATUS, ...)`. */
#ifndef OUTLAY_STATUS_H
#define OUTLAY_STATUS_H

#include "outlay.h"

/* Resets `error` (may be NULL), writes the formatted message and returns `status`. */
__attribute__((format(printf, 3, 4))) outlay_status outlay_fail(outlay_error *error,
                                                                outlay_status status,
                                                                const char *format, ...);

/* Adds what to write instead, after outlay_fail. */
__attribute__((format(printf, 2, 3))) void outlay_advise(outlay_error *error, const char *format,
                                                         ...);

/* The one wording for an allocation that failed. */
outlay_status outlay_fail_memory(outlay_error *error);

#endif
