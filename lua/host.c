#include "host.h"

#include <stdlib.h>
#include <string.h>

#include "embedded.h"
#include "lib_text.h"
#include "limited_state.h"
#include "raise.h"

struct outlay_host {
  outlay_session session;
  lua_State *L;
};

void outlay_session_newlib(lua_State *L, outlay_session *session, const luaL_Reg *functions) {
  lua_newtable(L);
  lua_pushlightuserdata(L, session);
  luaL_setfuncs(L, functions, 1);
}

/* ---- what the boot files get ---- */

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
  set_module(L, session, "run", outlay_open_run);
  set_module(L, session, "train", outlay_open_train);
  set_module(L, session, "files", outlay_open_files);
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

/* Everything that can raise while the host starts; run protected. Leaves the loader's table in
 * the registry. */
static int boot(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  luaL_openlibs(L);
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

/* ---- life ---- */

static void start_watching(lua_State *L, outlay_session *session);

static bool make_session(outlay_session *session) {
  if (outlay_units_new(NULL, &session->units) != OUTLAY_OK) return false;
  return outlay_graph_new(session->units, NULL, &session->graph) == OUTLAY_OK;
}

outlay_host *outlay_host_new(void) {
  outlay_host *host = calloc(1, sizeof *host);
  if (host == NULL) return NULL;
  host->L = make_session(&host->session) ? outlay_limited_state(&host->session) : NULL;
  if (host->L == NULL) {
    outlay_host_free(host);
    return NULL;
  }
  start_watching(host->L, &host->session);
  lua_pushlightuserdata(host->L, &host->session);
  lua_pushcclosure(host->L, boot, 1);
  if (lua_pcall(host->L, 0, 0, 0) != LUA_OK) {
    /* Kept for outlay_host_require, which has someone to tell. */
    lua_setfield(host->L, LUA_REGISTRYINDEX, "outlay.boot_error");
  }
  return host;
}

void outlay_host_free(outlay_host *host) {
  if (host == NULL) return;
  if (host->L != NULL) lua_close(host->L);
  outlay_graph_free(host->session.graph);
  outlay_units_free(host->session.units);
  for (size_t i = 0; i < host->session.granted_count; i++) free(host->session.granted[i]);
  free(host->session.granted);
  free(host);
}

lua_State *outlay_host_state(outlay_host *host) { return host->L; }

/* ---- calling ---- */

int outlay_host_call(outlay_host *host, int arguments, int results) {
  lua_State *L = host->L;
  if (lua_pcall(L, arguments, results, 0) == LUA_OK) return OUTLAY_EXIT_OK;
  return outlay_exit_code(L, -1);
}

int outlay_host_require(outlay_host *host, const char *name) {
  lua_State *L = host->L;
  lua_getfield(L, LUA_REGISTRYINDEX, "outlay.loader");
  if (!lua_istable(L, -1)) {
    lua_pop(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, "outlay.boot_error");
    return OUTLAY_EXIT_SCRIPT;
  }
  lua_getfield(L, -1, "privileged");
  lua_remove(L, -2);
  lua_pushstring(L, name);
  return outlay_host_call(host, 1, 1);
}

/* ---- interrupts and progress ---- */

#if LUA_VERSION_NUM >= 502

/* Hooks belong to a coroutine, and a signal handler cannot know which one runs: so all of them
 * look at the flag now and then. They inherit this hook, and the session's address. */
static void watch_hook(lua_State *L, lua_Debug *frame) {
  (void)frame;
  const outlay_session *session = *(outlay_session **)lua_getextraspace(L);
  if (session->cancel) (void)outlay_raise_interrupt(L);
}

static void watch(lua_State *L) { lua_sethook(L, watch_hook, LUA_MASKCOUNT, 1000); }

static void start_watching(lua_State *L, outlay_session *session) {
  *(outlay_session **)lua_getextraspace(L) = session;
  watch(L);
}

#else

/* LuaJIT has one hook for all coroutines. */
static void watch(lua_State *L) { lua_sethook(L, NULL, 0, 0); }

static void start_watching(lua_State *L, outlay_session *session) {
  (void)L;
  (void)session;
}

#endif

static void stop_hook(lua_State *L, lua_Debug *frame) {
  (void)frame;
  watch(L);
  (void)outlay_raise_interrupt(L);
}

void outlay_host_interrupt(outlay_host *host) {
  host->session.cancel = 1;
  atomic_store(&host->session.stop, true);
  lua_sethook(host->L, stop_hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT, 1);
}

void outlay_host_interrupt_clear(outlay_host *host) {
  host->session.cancel = 0;
  atomic_store(&host->session.stop, false);
  watch(host->L);
}

void outlay_host_on_progress(outlay_host *host, void (*report)(void *context, double fraction),
                             void *context) {
  host->session.progress = report;
  host->session.progress_context = context;
}
