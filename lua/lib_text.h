/* core.text: see lib_text.c. */
#ifndef OUTLAY_LIB_TEXT_H
#define OUTLAY_LIB_TEXT_H

#include "compat.h"

/* Pushes the module's table: csv, json, parse_json. */
int luaopen_outlay_text(lua_State *L);

#endif
