/* Starting the standard library in a Lua state. */
#ifndef OUTLAY_BOOT_H
#define OUTLAY_BOOT_H

#include "session.h"

/* Whose Lua state it is. A guest opens no libraries of Lua and leaves the globals, the metatable of
 * texts and the hooks of its host as they are. */
typedef enum outlay_state_kind { OUTLAY_OWN_STATE, OUTLAY_GUEST } outlay_state_kind;

/* Pushes a function without arguments and results, which can raise. It leaves the loader's table
 * in the registry as "outlay.loader"; the session has to outlive the state. */
void outlay_push_boot(lua_State *L, outlay_session *session, outlay_state_kind kind);

#endif
