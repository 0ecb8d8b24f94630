/* What only the boot files and the program's own Lua files get. */
#include <string.h>

#include "raise.h"

/* grant(path) */
static int privileged_grant(lua_State *L) {
  if (!outlay_session_grant(outlay_session_of(L), luaL_checkstring(L, 1))) {
    return luaL_error(L, "out of memory");
  }
  return 0;
}

/* The status of an error that Lua code raises: "argument" unless it names another one. Stopping all
 * code is the user's alone. */
static outlay_status status_named(lua_State *L, const char *name) {
  if (strcmp(name, outlay_status_name(OUTLAY_ERROR_CANCELLED)) == 0) {
    (void)outlay_raise_argument(L, "'%s' is no kind of error for a library", name);
  }
  for (int i = OUTLAY_ERROR_MEMORY; i <= OUTLAY_ERROR_LIMIT; i++) {
    if (strcmp(outlay_status_name((outlay_status)i), name) == 0) return (outlay_status)i;
  }
  return OUTLAY_ERROR_ARGUMENT;
}

/* raise(message, advice or nil, kind or nil): an error object at the caller's place */
static int privileged_raise(lua_State *L) {
  lua_settop(L, 3);
  const outlay_status status = status_named(L, luaL_optstring(L, 3, "argument"));
  (void)luaL_checkstring(L, 1);
  (void)luaL_optstring(L, 2, NULL);
  return outlay_raise_texts(L, status, 1, 2);
}

/* frames() -> list of "file:line", without those of the language itself */
static int privileged_frames(lua_State *L) {
  outlay_push_frames(L);
  return 1;
}

/* exit_code(error) */
static int privileged_exit_code(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushinteger(L, outlay_exit_code(L, 1));
  return 1;
}

/* number_apart(on): see outlay_graph_number_apart */
static int privileged_number_apart(lua_State *L) {
  outlay_graph_number_apart(outlay_session_of(L)->graph, lua_toboolean(L, 1));
  return 0;
}

/* limit_memory(bytes or nil) -> the limit in bytes; nil if there is none */
static int privileged_limit_memory(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  if (session->lua_limit == 0) return 0;
  const double bytes = luaL_optnumber(L, 1, (double)session->lua_limit);
  session->lua_limit = bytes < (double)(SIZE_MAX / 2) ? (size_t)bytes : SIZE_MAX / 2;
  lua_pushnumber(L, (double)session->lua_limit);
  return 1;
}

void outlay_add_privileged(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {
      {"grant", privileged_grant},
      {"raise", privileged_raise},
      {"frames", privileged_frames},
      {"exit_code", privileged_exit_code},
      {"number_apart", privileged_number_apart},
      {"limit_memory", privileged_limit_memory},
      {NULL, NULL},
  };
  lua_pushlightuserdata(L, session);
  luaL_setfuncs(L, functions, 1);
}
