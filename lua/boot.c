#include "boot.h"

#include <stdbool.h>
#include <string.h>

#include "embedded.h"
#include "lib_text.h"
#include "node.h"
#include "raise.h"

/* embedded(name) -> text, path; nothing if there is no such module */
static int boot_embedded(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  size_t low = 0;
  size_t high = outlay_embedded_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const outlay_embedded *module = &outlay_embedded_modules[middle];
    const int order = strcmp(name, module->name);
    if (order == 0) {
      lua_pushlstring(L, module->text, module->size);
      lua_pushstring(L, module->path);
      return 2;
    }
    if (order < 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return 0;
}

/* embedded_names() -> list */
static int boot_embedded_names(lua_State *L) {
  lua_newtable(L);
  for (size_t i = 0; i < outlay_embedded_count; i++) {
    lua_pushstring(L, outlay_embedded_modules[i].name);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

static void set_module(lua_State *L, outlay_session *session, const char *name,
                       int (*open)(lua_State *, outlay_session *)) {
  (void)open(L, session);
  lua_setfield(L, -2, name);
}

static void push_metatable(lua_State *L, const char *name, const char *field) {
  luaL_getmetatable(L, name);
  lua_setfield(L, -2, field);
}

/* Pushes the table that the boot loader gets. */
static void push_native(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {
      {"embedded", boot_embedded},
      {"embedded_names", boot_embedded_names},
      {NULL, NULL},
  };
  outlay_session_newlib(L, session, functions);
  outlay_add_privileged(L, session);
  lua_newtable(L);
  set_module(L, session, "unit", outlay_open_unit);
  set_module(L, session, "graph", outlay_open_graph);
  set_module(L, session, "distribution", outlay_open_distribution);
  set_module(L, session, "run", outlay_open_run);
  set_module(L, session, "sensitivity", outlay_open_sensitivity);
  set_module(L, session, "decide", outlay_open_decide);
  set_module(L, session, "files", outlay_open_files);
  set_module(L, session, "train", outlay_open_train);
  set_module(L, session, "regression", outlay_open_regression);
  (void)luaopen_outlay_text(L);
  lua_setfield(L, -2, "text");
  lua_setfield(L, -2, "core");
  push_metatable(L, OUTLAY_NODE, "node_metatable");
  push_metatable(L, OUTLAY_ERROR, "error_metatable");
  push_metatable(L, OUTLAY_INTERRUPT, "interrupt_metatable");
  lua_pushstring(L, outlay_version());
  lua_setfield(L, -2, "version");
  lua_pushstring(L, OUTLAY_LUA_NAME);
  lua_setfield(L, -2, "lua");
  lua_pushboolean(L, lua_toboolean(L, lua_upvalueindex(2)));
  lua_setfield(L, -2, "guest");
}

/* Loads and runs an embedded file; its value replaces the argument (the native table). */
static int run_embedded(lua_State *L) {
  const char *name = lua_tostring(L, lua_upvalueindex(2));
  lua_settop(L, 1);
  lua_pushcfunction(L, boot_embedded);
  lua_pushstring(L, name);
  lua_call(L, 1, 2);
  size_t size = 0;
  const char *text = lua_tolstring(L, 2, &size);
  if (text == NULL) return luaL_error(L, "the program was built without %s", name);
  const char *chunkname = lua_pushfstring(L, "@%s", lua_tostring(L, 3));
  if (luaL_loadbuffer(L, text, size, chunkname) != LUA_OK) return lua_error(L);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static int boot(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const bool guest = lua_toboolean(L, lua_upvalueindex(2));
  if (!guest) luaL_openlibs(L);
  (void)luaL_newmetatable(L, OUTLAY_ERROR);
  (void)luaL_newmetatable(L, OUTLAY_INTERRUPT);
  lua_pop(L, 2);
  lua_pushlightuserdata(L, session);
  lua_pushliteral(L, "outlay.boot.loader");
  lua_pushcclosure(L, run_embedded, 2);
  push_native(L, session);
  lua_call(L, 1, 1);
  lua_setfield(L, LUA_REGISTRYINDEX, "outlay.loader");
  return 0;
}

void outlay_push_boot(lua_State *L, outlay_session *session, outlay_state_kind kind) {
  lua_pushlightuserdata(L, session);
  lua_pushboolean(L, kind == OUTLAY_GUEST);
  lua_pushcclosure(L, boot, 2);
}
