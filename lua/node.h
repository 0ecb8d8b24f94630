/* Nodes as Lua values: userdata that hold a node's number. */
#ifndef OUTLAY_NODE_H
#define OUTLAY_NODE_H

#include "session.h"

void outlay_push_node(lua_State *L, outlay_node node);

/* The node at a stack index; 0 if there is none. */
outlay_node outlay_test_node(lua_State *L, int index);

/* The node at a stack index; a number becomes a constant. Raises for anything else. */
outlay_node outlay_to_node(lua_State *L, outlay_session *session, int index);

/* How many elements the list at a stack index has. Raises for what is no list, and for lengths that
 * no memory could hold: a border that Lua finds in a table with holes may be as large as 2^63. */
size_t outlay_list_length(lua_State *L, int index);

/* The number of an axis, a dimension, a kind of money or a date at a stack index. Raises
 * for what such a number cannot be; whether there is such a thing is for the core to say. */
uint32_t outlay_to_number_of(lua_State *L, int index, const char *what);

/* The text at a stack index, which is a C string too: raises where it has a zero byte in it. */
const char *outlay_to_text(lua_State *L, int index);

/* The number of a unit at a stack index; 0 is no unit. Raises if there is no such unit. */
outlay_unit outlay_to_unit(lua_State *L, outlay_session *session, int index);

/* The nodes of a list at a stack index, in a userdata that is left on the stack. */
outlay_node *outlay_to_nodes(lua_State *L, outlay_session *session, int index, size_t *count);

/* A word from a list, as its position; raises with the list. */
size_t outlay_to_word(lua_State *L, int index, const char *what, const char *(*name)(size_t),
                      size_t count);

#endif
