/* A Lua state whose memory has a limit. */
#ifndef OUTLAY_LIMITED_STATE_H
#define OUTLAY_LIMITED_STATE_H

#include "session.h"

/* A new state; NULL when out of memory. Its session counts what it uses and must outlive it. A
 * LuaJIT that takes no allocator but its own (64 bits without GC64) has its own limit: then
 * session->lua_limit stays 0. */
lua_State *outlay_limited_state(outlay_session *session);

#endif
