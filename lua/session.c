#include "session.h"

#include <stdlib.h>

void outlay_session_newlib(lua_State *L, outlay_session *session, const luaL_Reg *functions) {
  lua_newtable(L);
  lua_pushlightuserdata(L, session);
  luaL_setfuncs(L, functions, 1);
}

bool outlay_session_open(outlay_session *session) {
  if (outlay_units_new(NULL, &session->units) != OUTLAY_OK) return false;
  return outlay_graph_new(session->units, NULL, &session->graph) == OUTLAY_OK;
}

void outlay_session_close(outlay_session *session) {
  outlay_graph_free(session->graph);
  outlay_units_free(session->units);
  for (size_t i = 0; i < session->granted_count; i++) free(session->granted[i]);
  free(session->granted);
}
