/* How evaluations are asked for, as a table. */
#ifndef OUTLAY_OPTIONS_H
#define OUTLAY_OPTIONS_H

#include "session.h"

/* Reads { samples=, seed=, threads=, keep_bytes=, sampling=, exact=, relative_error=,
 * most_samples= } at a stack index (nil: the defaults), with the session's cancelling and progress.
 * Raises for what cannot be. */
void outlay_to_options(lua_State *L, outlay_session *session, int index, outlay_options *options);

#endif
