/* A session: one Lua state with its units, its graph and what stops it.
 *
 * Every C function that is bound to Lua has its session as the first upvalue. */
#ifndef OUTLAY_SESSION_H
#define OUTLAY_SESSION_H

#include <stdatomic.h>
#include <stdbool.h>

#include "compat.h"
#include "outlay.h"

typedef struct outlay_session {
  outlay_units *units;
  outlay_graph *graph;
  volatile int32_t cancel; /* set from a signal handler */
  atomic_bool stop;        /* the same for the threads of a search */
  void (*progress)(void *context, double fraction);
  void *progress_context;
  char **granted; /* folders and files that core.files may read */
  size_t granted_count;
  size_t lua_memory; /* bytes that the Lua state has */
  size_t lua_limit;  /* and may have; 0: nobody counts */
} outlay_session;

/* Names of metatables in the registry. */
#define OUTLAY_NODE "outlay.node"
#define OUTLAY_RESULT "outlay.result"
#define OUTLAY_ERROR "outlay.error"
#define OUTLAY_INTERRUPT "outlay.interrupt" /* errors that stop all Lua code */

static inline outlay_session *outlay_session_of(lua_State *L) {
  return lua_touserdata(L, lua_upvalueindex(1));
}

/* A session of zeros gets its units and graph: false when out of memory. Closing is for any session
 * that was zeros, opened or not. */
bool outlay_session_open(outlay_session *session);
void outlay_session_close(outlay_session *session);

/* Lets scripts of the session read a file, or what lies in a folder. False when out of
 * memory. */
bool outlay_session_grant(outlay_session *session, const char *path);

/* Pushes a new table of functions that share the session as upvalue 1. */
void outlay_session_newlib(lua_State *L, outlay_session *session, const luaL_Reg *functions);

/* The modules: each pushes its table. */
int outlay_open_unit(lua_State *L, outlay_session *session);
int outlay_open_graph(lua_State *L, outlay_session *session);
int outlay_open_distribution(lua_State *L, outlay_session *session);
int outlay_open_run(lua_State *L, outlay_session *session);
int outlay_open_sensitivity(lua_State *L, outlay_session *session);
int outlay_open_decide(lua_State *L, outlay_session *session);
int outlay_open_train(lua_State *L, outlay_session *session);
int outlay_open_regression(lua_State *L, outlay_session *session);
int outlay_open_files(lua_State *L, outlay_session *session);

/* Adds what only privileged files get to the table at the top of the stack. */
void outlay_add_privileged(lua_State *L, outlay_session *session);

#endif
