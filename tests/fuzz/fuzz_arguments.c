/* Any words as a command line, one a line of the input: a request with a known command, or a usage
 * error with a text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds) {
  if (!holds) abort();
}

/* One host for all inputs: it keeps nothing of them. */
static outlay_host *host_with_parser(void) {
  static outlay_host *host;
  if (host == NULL) {
    host = outlay_host_new();
    require(host != NULL);
    require(outlay_host_require(host, "repl.arguments") == OUTLAY_EXIT_OK);
    lua_getfield(outlay_host_state(host), -1, "parse");
    lua_replace(outlay_host_state(host), 1);
    lua_settop(outlay_host_state(host), 1);
  }
  return host;
}

static void push_words(lua_State *L, const char *text, size_t size) {
  lua_newtable(L);
  int count = 0;
  for (size_t begin = 0; begin < size;) {
    const char *newline = memchr(text + begin, '\n', size - begin);
    const size_t end = newline != NULL ? (size_t)(newline - text) : size;
    lua_pushlstring(L, text + begin, end - begin);
    lua_rawseti(L, -2, ++count);
    begin = end + 1;
  }
}

static void require_field(lua_State *L, const char *name, int type, int may_lack) {
  lua_getfield(L, -1, name);
  require(lua_type(L, -1) == type || (may_lack && lua_isnil(L, -1)));
  lua_pop(L, 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  outlay_host *host = host_with_parser();
  lua_State *L = outlay_host_state(host);
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  push_words(L, (const char *)data, size);
  const int code = outlay_host_call(host, 1, 1);
  require(lua_istable(L, -1));
  if (code != OUTLAY_EXIT_OK) {
    require(code == OUTLAY_EXIT_USAGE);
    require_field(L, "message", LUA_TSTRING, 0);
    return 0;
  }
  require_field(L, "command", LUA_TSTRING, 1);
  require_field(L, "overrides", LUA_TTABLE, 0);
  require_field(L, "script_options", LUA_TTABLE, 0);
  require_field(L, "samples", LUA_TNUMBER, 1);
  require_field(L, "format", LUA_TSTRING, 1);
  return 0;
}
