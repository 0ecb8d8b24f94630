/* Errors on their way into Lua: the one place where a core status becomes a Lua error. */
#ifndef OUTLAY_RAISE_H
#define OUTLAY_RAISE_H

#include "session.h"

/* Where the running Lua code stands: the innermost frame that does not belong to the language
 * itself. `file` lives as long as the frame. */
typedef struct outlay_place {
  const char *file; /* "" where there is none */
  uint32_t line;
} outlay_place;
void outlay_place_of(lua_State *L, outlay_place *place);

/* Raises an error object: a table with the fields of outlay_error, the place, and `text`, the
 * text that was parsed (may be NULL). Never returns. */
int outlay_raise(lua_State *L, outlay_session *session, const outlay_error *error,
                 const char *text);

/* Raises unless the status is OUTLAY_OK. */
static inline void outlay_check(lua_State *L, outlay_session *session, outlay_status status,
                                const outlay_error *error) {
  if (status != OUTLAY_OK) (void)outlay_raise(L, session, error, NULL);
}

/* Raises an error about an argument of a bound function. */
__attribute__((format(printf, 3, 4))) int outlay_raise_argument(lua_State *L,
                                                                outlay_session *session,
                                                                const char *format, ...);

#endif
