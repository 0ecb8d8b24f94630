/* Fields of the table at the top of the stack. */
#ifndef OUTLAY_FIELD_H
#define OUTLAY_FIELD_H

#include "compat.h"

/* Nothing where there is no text. */
static inline void outlay_set_text(lua_State *L, const char *key, const char *text) {
  if (text == NULL || text[0] == '\0') return;
  lua_pushstring(L, text);
  lua_setfield(L, -2, key);
}

static inline void outlay_set_number(lua_State *L, const char *key, double value) {
  lua_pushnumber(L, value);
  lua_setfield(L, -2, key);
}

static inline void outlay_set_truth(lua_State *L, const char *key, int value) {
  lua_pushboolean(L, value);
  lua_setfield(L, -2, key);
}

#endif
