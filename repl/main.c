/* The program: a host, Ctrl-C, the progress bar, the line editor, and repl/main.lua, which does
 * the rest. */
#include <locale.h>
#include <signal.h>
#include <stdio.h>

#include "host.h"
#include "interrupt.h"
#include "line.h"
#include "progress.h"
#include "terminal.h"

static void push_arguments(lua_State *L, int count, char **arguments) {
  lua_createtable(L, count, 0);
  for (int i = 1; i < count; i++) {
    lua_pushstring(L, arguments[i]);
    lua_rawseti(L, -2, i);
  }
}

/* What repl/main.lua gets as its second argument. */
static void push_program(lua_State *L, outlay_host *host, outlay_progress *progress,
                         const char *path) {
  lua_newtable(L);
  lua_pushstring(L, path);
  lua_setfield(L, -2, "path");
  outlay_open_interrupt(L, host);
  lua_setfield(L, -2, "interrupt");
  outlay_open_line(L);
  lua_setfield(L, -2, "line");
  outlay_open_progress(L, progress);
  lua_setfield(L, -2, "progress");
  outlay_open_terminal(L);
  lua_setfield(L, -2, "terminal");
  lua_pushstring(L, outlay_version());
  lua_setfield(L, -2, "version");
  lua_pushliteral(L, OUTLAY_LUA_NAME);
  lua_setfield(L, -2, "lua");
}

/* repl/main.lua reports its own errors: what arrives here is a program that cannot start. */
static int fail(lua_State *L, int code) {
  const char *message = lua_tostring(L, -1);
  if (message == NULL && luaL_callmeta(L, -1, "__tostring")) message = lua_tostring(L, -1);
  (void)fprintf(stderr, "outlay: %s\n", message != NULL ? message : "the program cannot start");
  return code;
}

static int run(outlay_host *host, outlay_progress *progress, int count, char **arguments) {
  lua_State *L = outlay_host_state(host);
  int code = outlay_host_require(host, "repl.main");
  if (code != OUTLAY_EXIT_OK) return fail(L, code);
  push_arguments(L, count, arguments);
  push_program(L, host, progress, count > 0 ? arguments[0] : "outlay");
  code = outlay_host_call(host, 2, 1);
  if (code != OUTLAY_EXIT_OK) return fail(L, code);
  return (int)lua_tointeger(L, -1);
}

int main(int count, char **arguments) {
  (void)setlocale(LC_CTYPE, ""); /* for the line editor; numbers stay as they are */
  (void)signal(SIGPIPE, SIG_DFL);
  outlay_host *host = outlay_host_new();
  if (host == NULL) {
    (void)fputs("outlay: not enough memory to start\n", stderr);
    return OUTLAY_EXIT_SCRIPT;
  }
  outlay_progress progress = {0};
  outlay_interrupt_install(host);
  outlay_progress_install(&progress, host);
  int code = run(host, &progress, count, arguments);
  (void)signal(SIGINT, SIG_DFL); /* the handler needs the host */
  outlay_host_free(host);
  if (fflush(stdout) != 0 || ferror(stdout)) {
    perror("outlay: standard output cannot be written");
    if (code == OUTLAY_EXIT_OK) code = OUTLAY_EXIT_SCRIPT;
  }
  return code;
}
