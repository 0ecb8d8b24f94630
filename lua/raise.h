/* Errors on their way into Lua: the one place where a core status becomes a Lua error, and an
 * error an exit code. */
#ifndef OUTLAY_RAISE_H
#define OUTLAY_RAISE_H

#include "session.h"

/* Exit codes of the program, and what outlay_host_call answers. */
typedef enum outlay_exit {
  OUTLAY_EXIT_OK = 0,
  OUTLAY_EXIT_CHECK = 1,
  OUTLAY_EXIT_USAGE = 2,
  OUTLAY_EXIT_SCRIPT = 3,
  OUTLAY_EXIT_MODEL = 4,
  OUTLAY_EXIT_INTERRUPTED = 130
} outlay_exit;

/* Where the running Lua code stands: the innermost frame that does not belong to the language
 * itself. `file` lives as long as the frame. */
typedef struct outlay_script_place {
  const char *file; /* "" where there is none */
  uint32_t line;
} outlay_script_place;
void outlay_script_place_of(lua_State *L, outlay_script_place *place);

/* Pushes a list of the running frames as "file:line", innermost first, without those that speak for
 * their caller. */
void outlay_push_frames(lua_State *L);

/* Raises an error object: a table with the fields of outlay_error, the place, and `text`, the
 * text that was parsed (may be NULL). Never returns. */
int outlay_raise(lua_State *L, const outlay_error *error, const char *text);

/* The same with the texts at two stack indices as message and advice, however long they are. */
int outlay_raise_texts(lua_State *L, outlay_status status, int message, int advice);

/* Raises unless the status is OUTLAY_OK. */
static inline void outlay_check(lua_State *L, outlay_status status, const outlay_error *error) {
  if (status != OUTLAY_OK) (void)outlay_raise(L, error, NULL);
}

/* Raises an error about an argument of a bound function. */
__attribute__((format(printf, 2, 3))) int outlay_raise_argument(lua_State *L, const char *format,
                                                                ...);

/* Raises what stops all Lua code: no pcall of a script holds it. */
int outlay_raise_interrupt(lua_State *L);

/* The exit code of the error at a stack index. */
outlay_exit outlay_exit_code(lua_State *L, int index);

#endif
