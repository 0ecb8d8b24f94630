/* One set of Lua API names for Lua 5.4 and for LuaJIT 2.1 (Lua 5.1 with extensions). */
#ifndef OUTLAY_COMPAT_H
#define OUTLAY_COMPAT_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#if LUA_VERSION_NUM < 502

#include <luajit.h>

#ifndef LUA_OK
#define LUA_OK 0
#endif
#define lua_rawlen(L, index) lua_objlen(L, index)

static inline int lua_absindex(lua_State *L, int index) {
  return index > 0 || index <= LUA_REGISTRYINDEX ? index : lua_gettop(L) + index + 1;
}

#define OUTLAY_LUA_NAME LUAJIT_VERSION

#else

#define OUTLAY_LUA_NAME LUA_RELEASE

#endif

#endif
