/* Nodes as Lua values: userdata that hold a node's number. */
#ifndef OUTLAY_NODE_H
#define OUTLAY_NODE_H

#include "session.h"

void outlay_push_node(lua_State *L, outlay_node node);

/* The node at a stack index; 0 if there is none. */
outlay_node outlay_test_node(lua_State *L, int index);

/* The node at a stack index; a number becomes a constant. Raises for anything else. */
outlay_node outlay_to_node(lua_State *L, outlay_session *session, int index);

/* The nodes of a list at a stack index, in a userdata that is left on the stack. */
outlay_node *outlay_to_nodes(lua_State *L, outlay_session *session, int index, size_t *count);

/* A word from a list, as its position; raises with the list. */
size_t outlay_to_word(lua_State *L, outlay_session *session, int index, const char *what,
                      const char *(*name)(size_t), size_t count);

#endif
