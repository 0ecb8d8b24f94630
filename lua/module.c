/* The Lua module `outlay`: a session as a guest in a stock Lua's state. See
 * docs/guide/embedding.md. */
#include <string.h>

#include "boot.h"

#if defined(__GNUC__)
#define EXPORTED __attribute__((visibility("default")))
#else
#define EXPORTED
#endif

EXPORTED int luaopen_outlay(lua_State *L);

/* Registry keys. The session is collected with the state, not before. */
#define SESSION "outlay.session"
#define MODULE "outlay.module"

static int collect(lua_State *L) {
  outlay_session *session = lua_touserdata(L, 1);
  outlay_session_close(session);
  memset(session, 0, sizeof *session);
  return 0;
}

static outlay_session *new_session(lua_State *L) {
  outlay_session *session = lua_newuserdata(L, sizeof *session);
  memset(session, 0, sizeof *session);
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, collect);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  if (!outlay_session_open(session)) (void)luaL_error(L, "not enough memory for a session");
  lua_setfield(L, LUA_REGISTRYINDEX, SESSION);
  return session;
}

int luaopen_outlay(lua_State *L) {
  /* Opened again, after package.loaded was cleared: the same session, which nodes belong to. */
  lua_getfield(L, LUA_REGISTRYINDEX, MODULE);
  if (!lua_isnil(L, -1)) return 1;
  lua_pop(L, 1);
  outlay_push_boot(L, new_session(L), OUTLAY_GUEST);
  lua_call(L, 0, 0);
  lua_getfield(L, LUA_REGISTRYINDEX, "outlay.loader");
  lua_getfield(L, -1, "privileged");
  lua_remove(L, -2);
  lua_pushliteral(L, "outlay.boot.module");
  lua_call(L, 1, 1);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, MODULE);
  return 1;
}
