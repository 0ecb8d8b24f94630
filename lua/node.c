#include "node.h"

#include <math.h>
#include <string.h>

#include "raise.h"

typedef struct handle {
  outlay_node node;
} handle;

void outlay_push_node(lua_State *L, outlay_node node) {
  handle *there = lua_newuserdata(L, sizeof *there);
  there->node = node;
  luaL_getmetatable(L, OUTLAY_NODE);
  lua_setmetatable(L, -2);
}

outlay_node outlay_test_node(lua_State *L, int index) {
  const handle *there = luaL_testudata(L, index, OUTLAY_NODE);
  return there == NULL ? 0 : there->node;
}

outlay_node outlay_to_node(lua_State *L, outlay_session *session, int index) {
  const outlay_node there = outlay_test_node(L, index);
  if (there != 0) return there;
  switch (lua_type(L, index)) {
    case LUA_TNUMBER: {
      outlay_node constant = 0;
      outlay_error error;
      outlay_check(L, outlay_constant(session->graph, lua_tonumber(L, index), &constant, &error),
                   &error);
      return constant;
    }
    case LUA_TSTRING:
      (void)outlay_raise_argument(L, "\"%s\" is a text, not a quantity; write q\"%s\"",
                                  lua_tostring(L, index), lua_tostring(L, index));
      break;
    case LUA_TNIL:
    case LUA_TNONE:
      (void)outlay_raise_argument(L, "a quantity or a number is missing here");
      break;
    default:
      (void)outlay_raise_argument(L, "expected a quantity or a number, got a %s",
                                  lua_typename(L, lua_type(L, index)));
  }
  return 0;
}

size_t outlay_list_length(lua_State *L, int index) {
  enum { MOST = 100000000 };
  luaL_checktype(L, index, LUA_TTABLE);
  const size_t length = lua_rawlen(L, index);
  if (length > MOST) (void)outlay_raise_argument(L, "the list is too long, or has holes");
  return length;
}

uint32_t outlay_to_number_of(lua_State *L, int index, const char *what) {
  const double number = luaL_checknumber(L, index);
  if (!(number >= 0 && number <= UINT32_MAX && number == floor(number))) {
    (void)outlay_raise_argument(L, "%g is no %s", number, what);
  }
  return (uint32_t)number;
}

const char *outlay_to_text(lua_State *L, int index) {
  size_t length = 0;
  const char *text = luaL_checklstring(L, index, &length);
  if (strlen(text) != length)
    (void)outlay_raise_argument(L, "'%s' goes on after a zero byte", text);
  return text;
}

outlay_unit outlay_to_unit(lua_State *L, outlay_session *session, int index) {
  const outlay_unit unit = outlay_to_number_of(L, index, "unit");
  outlay_unit_info info;
  outlay_unit_describe(session->units, unit, &info);
  if (unit != 0 && info.text[0] == '\0') {
    (void)outlay_raise_argument(L, "there is no unit %u", unit);
  }
  return unit;
}

outlay_node *outlay_to_nodes(lua_State *L, outlay_session *session, int index, size_t *count) {
  index = lua_absindex(L, index);
  *count = outlay_list_length(L, index);
  outlay_node *nodes = lua_newuserdata(L, (*count + 1) * sizeof *nodes);
  for (size_t i = 0; i < *count; i++) {
    lua_rawgeti(L, index, (int)(i + 1));
    nodes[i] = outlay_to_node(L, session, -1);
    lua_pop(L, 1);
  }
  return nodes;
}

size_t outlay_to_word(lua_State *L, int index, const char *what, const char *(*name)(size_t),
                      size_t count) {
  const char *word = luaL_checkstring(L, index);
  for (size_t i = 0; i < count; i++) {
    if (strcmp(name(i), word) == 0) return i;
  }
  return (size_t)outlay_raise_argument(L, "'%s' is no %s", word, what);
}
