/* core.graph: nodes, operations, axes and what is known of each node. */
#include <stdio.h>
#include <string.h>

#include "node.h"
#include "raise.h"

/* The place of nodes made from here on is the script's current line. */
static void mark_place(lua_State *L, outlay_session *session) {
  outlay_place place;
  outlay_place_of(L, &place);
  outlay_error error = {.status = OUTLAY_ERROR_MEMORY, .message = "out of memory"};
  outlay_check(L, session, outlay_graph_place(session->graph, place.file, place.line), &error);
}

/* Pushes the node that a graph function made, or raises. */
static int give(lua_State *L, outlay_session *session, outlay_status status, outlay_node node,
                const outlay_error *error) {
  outlay_check(L, session, status, error);
  outlay_push_node(L, node);
  return 1;
}

static const char *operation_name(size_t i) { return outlay_operation_name((outlay_operation)i); }

static outlay_operation to_operation(lua_State *L, outlay_session *session, int index) {
  return (outlay_operation)outlay_to_word(L, session, index, "operation", operation_name,
                                          OUTLAY_OPERATIONS);
}

static const char *distribution_name(size_t i) {
  return outlay_distribution_name((outlay_distribution)i);
}

static const char *annotation_name(size_t i) {
  static const char *const names[] = {"name", "source", "note", "layer"};
  return names[i];
}

static const char *statistic_name(size_t i) {
  static const char *const names[] = {"mean", "sd", "quantile", "error"};
  return names[i];
}

/* ---- leaves ---- */

static int graph_constant(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status =
      outlay_constant(session->graph, luaL_checknumber(L, 1), &node, &error);
  return give(L, session, status, node, &error);
}

/* parameter(value, unit) */
static int graph_parameter(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_parameter(session->graph, luaL_checknumber(L, 1),
                                                (outlay_unit)luaL_checknumber(L, 2), &node, &error);
  return give(L, session, status, node, &error);
}

/* set_parameter(node, value, unit) */
static int graph_set_parameter(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_error error;
  outlay_check(
      L, session,
      outlay_parameter_set(session->graph, outlay_to_node(L, session, 1), luaL_checknumber(L, 2),
                           (outlay_unit)luaL_checknumber(L, 3), &error),
      &error);
  return 0;
}

/* input(distribution, {parameters}) */
static int graph_input(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_distribution kind = (outlay_distribution)outlay_to_word(
      L, session, 1, "distribution", distribution_name, OUTLAY_DISTRIBUTIONS);
  size_t count = 0;
  const outlay_node *parameters = outlay_to_nodes(L, session, 2, &count);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_input(session->graph, kind, parameters, count, &node, &error);
  return give(L, session, status, node, &error);
}

/* ---- operations ---- */

/* A metamethod or function of one or two arguments; upvalue 2 is the operation. */
static int graph_operator(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_operation operation = (outlay_operation)lua_tointeger(L, lua_upvalueindex(2));
  const int count = (int)lua_tointeger(L, lua_upvalueindex(3));
  outlay_node arguments[2] = {0, 0};
  for (int i = 0; i < count; i++) arguments[i] = outlay_to_node(L, session, i + 1);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status =
      outlay_apply(session->graph, operation, arguments, (size_t)count, &node, &error);
  return give(L, session, status, node, &error);
}

/* apply(operation, ...) */
static int graph_apply(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_operation operation = to_operation(L, session, 1);
  enum { MOST = 3 };
  outlay_node arguments[MOST] = {0};
  const int count = lua_gettop(L) - 1;
  if (count > MOST) return outlay_raise_argument(L, session, "too many arguments");
  for (int i = 0; i < count; i++) arguments[i] = outlay_to_node(L, session, i + 2);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status =
      outlay_apply(session->graph, operation, arguments, (size_t)count, &node, &error);
  return give(L, session, status, node, &error);
}

/* convert(node, money) */
static int graph_convert(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node from = outlay_to_node(L, session, 1);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_convert_money(
      session->graph, from, (outlay_money)luaL_checknumber(L, 2), &node, &error);
  return give(L, session, status, node, &error);
}

/* fresh(node) */
static int graph_fresh(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node from = outlay_to_node(L, session, 1);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_fresh(session->graph, from, &node, &error);
  return give(L, session, status, node, &error);
}

/* statistic(kind, probability, node) */
static int graph_statistic(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_statistic kind = (outlay_statistic)outlay_to_word(L, session, 1, "statistic",
                                                                 statistic_name, OUTLAY_STATISTICS);
  const outlay_node from = outlay_to_node(L, session, 3);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status =
      outlay_statistic_of(session->graph, kind, luaL_checknumber(L, 2), from, &node, &error);
  return give(L, session, status, node, &error);
}

/* ---- axes ---- */

/* axis(name, labels, values or nil, unit) -> axis */
static int graph_axis(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const char *name = luaL_checkstring(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 4);
  const size_t count = lua_rawlen(L, 2);
  const char **labels = lua_newuserdata(L, (count + 1) * sizeof *labels);
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 2, (int)i + 1);
    labels[i] = luaL_checkstring(L, -1); /* the table keeps the string alive */
    lua_pop(L, 1);
  }
  double *values = NULL;
  if (!lua_isnil(L, 3)) {
    luaL_checktype(L, 3, LUA_TTABLE);
    if (lua_rawlen(L, 3) != count) {
      return outlay_raise_argument(L, session, "an axis needs one value for each label");
    }
    values = lua_newuserdata(L, (count + 1) * sizeof *values);
    for (size_t i = 0; i < count; i++) {
      lua_rawgeti(L, 3, (int)i + 1);
      values[i] = luaL_checknumber(L, -1);
      lua_pop(L, 1);
    }
  }
  outlay_axis axis = 0;
  outlay_error error;
  outlay_check(L, session,
               outlay_axis_new(session->graph, name, labels, values,
                               (outlay_unit)luaL_optnumber(L, 4, 0), count, &axis, &error),
               &error);
  lua_pushnumber(L, axis);
  return 1;
}

/* axis_describe(axis) -> name, labels */
static int graph_axis_describe(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_axis axis = (outlay_axis)luaL_checknumber(L, 1);
  lua_pushstring(L, outlay_axis_name(session->graph, axis));
  lua_newtable(L);
  const size_t count = outlay_axis_size(session->graph, axis);
  for (size_t i = 0; i < count; i++) {
    lua_pushstring(L, outlay_axis_label(session->graph, axis, i));
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 2;
}

/* stack(axis, {values}) */
static int graph_stack(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  size_t count = 0;
  const outlay_node *values = outlay_to_nodes(L, session, 2, &count);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_stack(session->graph, (outlay_axis)luaL_checknumber(L, 1),
                                            values, count, &node, &error);
  return give(L, session, status, node, &error);
}

/* labels(axis) */
static int graph_labels(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status =
      outlay_labels(session->graph, (outlay_axis)luaL_checknumber(L, 1), &node, &error);
  return give(L, session, status, node, &error);
}

/* at(node, axis, label) */
static int graph_at(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node from = outlay_to_node(L, session, 1);
  const outlay_axis axis = (outlay_axis)luaL_checknumber(L, 2);
  const char *label = luaL_checkstring(L, 3);
  const int64_t index = outlay_axis_find(session->graph, axis, label);
  if (index < 0) {
    return outlay_raise_argument(L, session, "axis '%s' has no label '%s'",
                                 outlay_axis_name(session->graph, axis), label);
  }
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_at(session->graph, from, axis, (size_t)index, &node, &error);
  return give(L, session, status, node, &error);
}

/* lag(node, axis, steps, fill or nil) */
static int graph_lag(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node from = outlay_to_node(L, session, 1);
  const outlay_node fill = lua_isnoneornil(L, 4) ? 0 : outlay_to_node(L, session, 4);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_lag(session->graph, from, (outlay_axis)luaL_checknumber(L, 2),
                                          (int32_t)luaL_checknumber(L, 3), fill, &node, &error);
  return give(L, session, status, node, &error);
}

/* reduce(operation, node, axis) */
static int graph_reduce(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_operation operation = to_operation(L, session, 1);
  const outlay_node from = outlay_to_node(L, session, 2);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_reduce(session->graph, operation, from,
                                             (outlay_axis)luaL_checknumber(L, 3), &node, &error);
  return give(L, session, status, node, &error);
}

/* ---- what is known of a node ---- */

/* annotate(node, kind, text) -> node */
static int graph_annotate(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node from = outlay_to_node(L, session, 1);
  const outlay_annotation kind = (outlay_annotation)outlay_to_word(
      L, session, 2, "annotation", annotation_name, OUTLAY_ANNOTATIONS);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status =
      outlay_annotate(session->graph, from, kind, luaL_checkstring(L, 3), &node, &error);
  return give(L, session, status, node, &error);
}

static void set_field_text(lua_State *L, const char *key, const char *text) {
  if (text == NULL || text[0] == '\0') return;
  lua_pushstring(L, text);
  lua_setfield(L, -2, key);
}

static void set_field_number(lua_State *L, const char *key, double value) {
  lua_pushnumber(L, value);
  lua_setfield(L, -2, key);
}

static void set_field_truth(lua_State *L, const char *key, int value) {
  lua_pushboolean(L, value);
  lua_setfield(L, -2, key);
}

/* describe(node) -> table */
static int graph_describe(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node node = outlay_to_node(L, session, 1);
  outlay_node_info info;
  (void)outlay_node_describe(session->graph, node, &info);
  lua_newtable(L);
  set_field_number(L, "id", node);
  set_field_text(L, "operation", outlay_operation_name(info.operation));
  if (info.operation == OUTLAY_INPUT) {
    set_field_text(L, "distribution", outlay_distribution_name((outlay_distribution)info.detail));
  }
  if (info.operation == OUTLAY_STATISTIC) {
    set_field_text(L, "statistic", statistic_name((size_t)info.detail));
  }
  set_field_number(L, "detail", info.detail);
  set_field_number(L, "value", info.value);
  set_field_number(L, "dimension", info.dimension);
  set_field_number(L, "money", info.money);
  set_field_number(L, "unit", info.unit);
  set_field_truth(L, "condition", info.condition);
  set_field_truth(L, "uncertain", info.uncertain);
  set_field_number(L, "axis", info.axis);
  set_field_text(L, "file", info.file);
  set_field_number(L, "line", info.line);
  for (size_t i = 0; i < OUTLAY_ANNOTATIONS; i++) {
    set_field_text(L, annotation_name(i),
                   outlay_annotation_of(session->graph, node, (outlay_annotation)i));
  }
  lua_newtable(L);
  for (uint32_t i = 0; i < info.argument_count; i++) {
    outlay_push_node(L, outlay_node_argument(session->graph, node, i));
    lua_rawseti(L, -2, (int)i + 1);
  }
  lua_setfield(L, -2, "arguments");
  lua_newtable(L);
  for (uint32_t i = 0; i < info.axis_count; i++) {
    lua_pushnumber(L, outlay_node_axis(session->graph, node, i));
    lua_rawseti(L, -2, (int)i + 1);
  }
  lua_setfield(L, -2, "axes");
  return 1;
}

/* inputs(node) -> uncertain inputs below it */
static int graph_inputs(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node node = outlay_to_node(L, session, 1);
  outlay_error error;
  size_t count = 0;
  outlay_check(L, session, outlay_inputs_of(session->graph, node, NULL, 0, &count, &error), &error);
  outlay_node *inputs = lua_newuserdata(L, (count + 1) * sizeof *inputs);
  outlay_check(L, session, outlay_inputs_of(session->graph, node, inputs, count, &count, &error),
               &error);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    outlay_push_node(L, inputs[i]);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

static int graph_size(lua_State *L) {
  lua_pushnumber(L, (double)outlay_graph_size(outlay_session_of(L)->graph));
  return 1;
}

static int graph_is_node(lua_State *L) {
  lua_pushboolean(L, outlay_test_node(L, 1) != 0);
  return 1;
}

static int graph_id(lua_State *L) {
  lua_pushnumber(L, outlay_to_node(L, outlay_session_of(L), 1));
  return 1;
}

/* ---- the metatable of nodes ---- */

/* Lua would turn the answer of a comparison into one true or false for all samples. */
static int graph_no_comparison(lua_State *L) {
  outlay_error error;
  memset(&error, 0, sizeof error);
  error.status = OUTLAY_ERROR_ARGUMENT;
  (void)snprintf(error.message, sizeof error.message, "quantities cannot be compared by %s",
                 lua_tostring(L, lua_upvalueindex(2)));
  (void)snprintf(error.advice, sizeof error.advice,
                 "write %s; it holds or not sample by sample, "
                 "for when(), prob() and check()",
                 lua_tostring(L, lua_upvalueindex(3)));
  return outlay_raise(L, outlay_session_of(L), &error, NULL);
}

static void push_no_comparison(lua_State *L, outlay_session *session, const char *signs,
                               const char *words) {
  lua_pushlightuserdata(L, session);
  lua_pushstring(L, signs);
  lua_pushstring(L, words);
  lua_pushcclosure(L, graph_no_comparison, 3);
}

static void set_comparison(lua_State *L, outlay_session *session, const char *event,
                           const char *signs, const char *words) {
  push_no_comparison(L, session, signs, words);
  lua_setfield(L, -2, event);
}

static void push_operator(lua_State *L, outlay_session *session, outlay_operation operation,
                          int count) {
  lua_pushlightuserdata(L, session);
  lua_pushinteger(L, (lua_Integer)operation);
  lua_pushinteger(L, count);
  lua_pushcclosure(L, graph_operator, 3);
}

static void make_metatable(lua_State *L, outlay_session *session) {
  static const struct {
    const char *event;
    outlay_operation operation;
    int arguments;
  } operators[] = {
      {"__add", OUTLAY_ADD, 2},    {"__sub", OUTLAY_SUBTRACT, 2}, {"__mul", OUTLAY_MULTIPLY, 2},
      {"__div", OUTLAY_DIVIDE, 2}, {"__pow", OUTLAY_POWER, 2},    {"__unm", OUTLAY_NEGATE, 1},
  };
  (void)luaL_newmetatable(L, OUTLAY_NODE);
  for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
    push_operator(L, session, operators[i].operation, operators[i].arguments);
    lua_setfield(L, -2, operators[i].event);
  }
  set_comparison(L, session, "__lt", "'<' or '>'", "lt(a, b) for a < b, gt(a, b) for a > b");
  set_comparison(L, session, "__le", "'<=' or '>='", "le(a, b) for a <= b, ge(a, b) for a >= b");
  push_no_comparison(L, session, "'==' or '~='", "eq(a, b) for a == b, ne(a, b) for a ~= b");
  lua_setfield(L, -2, "__eq");
}

int outlay_open_graph(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {
      {"constant", graph_constant},
      {"parameter", graph_parameter},
      {"set_parameter", graph_set_parameter},
      {"input", graph_input},
      {"apply", graph_apply},
      {"convert", graph_convert},
      {"fresh", graph_fresh},
      {"statistic", graph_statistic},
      {"axis", graph_axis},
      {"axis_describe", graph_axis_describe},
      {"stack", graph_stack},
      {"labels", graph_labels},
      {"at", graph_at},
      {"lag", graph_lag},
      {"reduce", graph_reduce},
      {"annotate", graph_annotate},
      {"describe", graph_describe},
      {"inputs", graph_inputs},
      {"size", graph_size},
      {"is_node", graph_is_node},
      {"id", graph_id},
      {NULL, NULL},
  };
  make_metatable(L, session);
  lua_pop(L, 1);
  outlay_session_newlib(L, session, functions);
  return 1;
}
