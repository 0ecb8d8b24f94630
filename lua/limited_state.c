#include "limited_state.h"

#include <stdlib.h>

/* Lua holds the texts and tables of scripts; nodes and samples are the core's. The largest plans we
 * know take some 100 MB, and a list of ten million samples 160 MB. It is what LuaJIT could address
 * for years, and fits the memory of small machines, where the system would end the program without
 * a word. */
static const size_t LIMIT = 2000000000;

static void *resize(void *context, void *block, size_t old, size_t size) {
  outlay_session *session = context;
  if (block == NULL) old = 0; /* Lua says there what the block is for */
  if (size == 0) {
    free(block);
    session->lua_memory -= old;
    return NULL;
  }
  if (size > old && (session->lua_memory > session->lua_limit ||
                     size - old > session->lua_limit - session->lua_memory)) {
    return NULL; /* Lua collects garbage and asks again, or raises "not enough memory" */
  }
  void *moved = realloc(block, size);
  if (moved != NULL) session->lua_memory = session->lua_memory - old + size;
  return moved;
}

lua_State *outlay_limited_state(outlay_session *session) {
  session->lua_limit = LIMIT;
  lua_State *L = lua_newstate(resize, session);
  if (L != NULL) return L;
  session->lua_limit = 0;
  return luaL_newstate();
}
