#include "host.h"

#include <stdlib.h>
#include <string.h>

#include "boot.h"
#include "limited_state.h"
#include "raise.h"

struct outlay_host {
  outlay_session session;
  lua_State *L;
};

/* ---- life ---- */

static void start_watching(lua_State *L, outlay_session *session);

outlay_host *outlay_host_new(void) {
  outlay_host *host = calloc(1, sizeof *host);
  if (host == NULL) return NULL;
  host->L = outlay_session_open(&host->session) ? outlay_limited_state(&host->session) : NULL;
  if (host->L == NULL) {
    outlay_host_free(host);
    return NULL;
  }
  start_watching(host->L, &host->session);
  outlay_push_boot(host->L, &host->session, OUTLAY_OWN_STATE);
  if (lua_pcall(host->L, 0, 0, 0) != LUA_OK) {
    /* Kept for outlay_host_require, which has someone to tell. */
    lua_setfield(host->L, LUA_REGISTRYINDEX, "outlay.boot_error");
  }
  return host;
}

void outlay_host_free(outlay_host *host) {
  if (host == NULL) return;
  if (host->L != NULL) lua_close(host->L);
  outlay_session_close(&host->session);
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
