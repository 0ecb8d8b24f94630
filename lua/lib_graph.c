/* core.graph: nodes, operations, axes and what is known of each node. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "field.h"
#include "node.h"
#include "raise.h"

/* A node being made. */
typedef struct making {
  lua_State *L;
  outlay_session *session;
  outlay_graph *graph;
  outlay_node node;
  outlay_error error;
} making;

/* The place of nodes made from here on is the script's current line. */
static making begin(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_script_place place;
  outlay_script_place_of(L, &place);
  making m = {.L = L, .session = session, .graph = session->graph};
  m.error = (outlay_error){.status = OUTLAY_ERROR_MEMORY, .message = "out of memory"};
  outlay_check(L, outlay_graph_place(m.graph, place.file, place.line), &m.error);
  return m;
}

/* Pushes the node that a graph function made, or raises. */
static int finish(const making *m, outlay_status status) {
  outlay_check(m->L, status, &m->error);
  outlay_push_node(m->L, m->node);
  return 1;
}

static const char *operation_name(size_t i) { return outlay_operation_name((outlay_operation)i); }

static outlay_operation to_operation(lua_State *L, int index) {
  return (outlay_operation)outlay_to_word(L, index, "operation", operation_name, OUTLAY_OPERATIONS);
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
  making m = begin(L);
  return finish(&m, outlay_constant(m.graph, luaL_checknumber(L, 1), &m.node, &m.error));
}

/* parameter(value, unit) */
static int graph_parameter(lua_State *L) {
  making m = begin(L);
  const outlay_unit unit = outlay_to_unit(L, m.session, 2);
  return finish(&m, outlay_parameter(m.graph, luaL_checknumber(L, 1), unit, &m.node, &m.error));
}

/* input(distribution, {parameters}) */
static int graph_input(lua_State *L) {
  making m = begin(L);
  const outlay_distribution kind = (outlay_distribution)outlay_to_word(
      L, 1, "distribution", distribution_name, OUTLAY_DISTRIBUTIONS);
  size_t count = 0;
  const outlay_node *parameters = outlay_to_nodes(L, m.session, 2, &count);
  return finish(&m, outlay_input(m.graph, kind, parameters, count, &m.node, &m.error));
}

/* ---- operations ---- */

/* Applies an operation to `count` arguments from stack index `first` on. */
static int apply(lua_State *L, outlay_operation operation, int first, int count) {
  enum { MOST = 3 };
  if (count > MOST) return outlay_raise_argument(L, "too many arguments");
  making m = begin(L);
  outlay_node arguments[MOST] = {0};
  for (int i = 0; i < count; i++) arguments[i] = outlay_to_node(L, m.session, first + i);
  return finish(&m, outlay_apply(m.graph, operation, arguments, (size_t)count, &m.node, &m.error));
}

/* A metamethod; upvalues 2 and 3 are the operation and how many arguments it has. */
static int graph_operator(lua_State *L) {
  return apply(L, (outlay_operation)lua_tointeger(L, lua_upvalueindex(2)), 1,
               (int)lua_tointeger(L, lua_upvalueindex(3)));
}

/* apply(operation, ...) */
static int graph_apply(lua_State *L) { return apply(L, to_operation(L, 1), 2, lua_gettop(L) - 1); }

/* convert(node, money) */
static int graph_convert(lua_State *L) {
  making m = begin(L);
  const outlay_node from = outlay_to_node(L, m.session, 1);
  const outlay_money money = outlay_to_number_of(L, 2, "kind of money");
  return finish(&m, outlay_convert_money(m.graph, from, money, &m.node, &m.error));
}

/* replace(node, from, to) */
static int graph_replace(lua_State *L) {
  making m = begin(L);
  const outlay_node node = outlay_to_node(L, m.session, 1);
  const outlay_node from = outlay_to_node(L, m.session, 2);
  const outlay_node to = outlay_to_node(L, m.session, 3);
  return finish(&m, outlay_replaced(m.graph, node, from, to, &m.node, &m.error));
}

/* fresh(node) */
static int graph_fresh(lua_State *L) {
  making m = begin(L);
  const outlay_node from = outlay_to_node(L, m.session, 1);
  return finish(&m, outlay_fresh(m.graph, from, &m.node, &m.error));
}

/* statistic(kind, probability, node) */
static int graph_statistic(lua_State *L) {
  making m = begin(L);
  const outlay_statistic kind =
      (outlay_statistic)outlay_to_word(L, 1, "statistic", statistic_name, OUTLAY_STATISTICS);
  const outlay_node from = outlay_to_node(L, m.session, 3);
  return finish(
      &m, outlay_statistic_of(m.graph, kind, luaL_checknumber(L, 2), from, &m.node, &m.error));
}

/* ---- axes ---- */

static outlay_axis to_axis(lua_State *L, int index) {
  return outlay_to_number_of(L, index, "axis");
}

/* axis(name, labels, values or nil, unit) -> axis */
static int graph_axis(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const char *name = luaL_checkstring(L, 1);
  lua_settop(L, 4);
  const size_t count = outlay_list_length(L, 2);
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
      return outlay_raise_argument(L, "an axis needs one value for each label");
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
  outlay_check(
      L,
      outlay_axis_new(session->graph, name, labels, values,
                      lua_isnil(L, 4) ? 0 : outlay_to_unit(L, session, 4), count, &axis, &error),
      &error);
  lua_pushnumber(L, axis);
  return 1;
}

/* axis_describe(axis) -> name, labels */
static int graph_axis_describe(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_axis axis = to_axis(L, 1);
  const size_t count = outlay_axis_size(session->graph, axis);
  if (count == 0) return outlay_raise_argument(L, "there is no axis %u", axis);
  lua_pushstring(L, outlay_axis_name(session->graph, axis));
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    lua_pushstring(L, outlay_axis_label(session->graph, axis, i));
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 2;
}

/* stack(axis, {values}) */
static int graph_stack(lua_State *L) {
  making m = begin(L);
  size_t count = 0;
  const outlay_node *values = outlay_to_nodes(L, m.session, 2, &count);
  return finish(&m, outlay_stack(m.graph, to_axis(L, 1), values, count, &m.node, &m.error));
}

/* labels(axis) */
static int graph_labels(lua_State *L) {
  making m = begin(L);
  return finish(&m, outlay_labels(m.graph, to_axis(L, 1), &m.node, &m.error));
}

/* at(node, axis, label) */
static int graph_at(lua_State *L) {
  making m = begin(L);
  const outlay_node from = outlay_to_node(L, m.session, 1);
  const outlay_axis axis = to_axis(L, 2);
  const char *label = luaL_checkstring(L, 3);
  const int64_t index = outlay_axis_find(m.graph, axis, label);
  if (index < 0) {
    return outlay_raise_argument(L, "axis '%s' has no label '%s'", outlay_axis_name(m.graph, axis),
                                 label);
  }
  return finish(&m, outlay_at(m.graph, from, axis, (size_t)index, &m.node, &m.error));
}

/* A whole number of labels, forwards or back. */
static int32_t to_steps(lua_State *L, int index) {
  const double steps = luaL_checknumber(L, index);
  if (!(steps >= INT32_MIN && steps <= INT32_MAX && steps == floor(steps))) {
    (void)outlay_raise_argument(L, "%g is no number of labels", steps);
  }
  return (int32_t)steps;
}

/* lag(node, axis, steps, fill or nil) */
static int graph_lag(lua_State *L) {
  making m = begin(L);
  const outlay_node from = outlay_to_node(L, m.session, 1);
  const outlay_node fill = lua_isnoneornil(L, 4) ? 0 : outlay_to_node(L, m.session, 4);
  return finish(&m,
                outlay_lag(m.graph, from, to_axis(L, 2), to_steps(L, 3), fill, &m.node, &m.error));
}

/* reduce(operation, node, axis) */
static int graph_reduce(lua_State *L) {
  making m = begin(L);
  const outlay_operation operation = to_operation(L, 1);
  const outlay_node from = outlay_to_node(L, m.session, 2);
  return finish(&m, outlay_reduce(m.graph, operation, from, to_axis(L, 3), &m.node, &m.error));
}

/* ---- what is known of a node ---- */

/* annotate(node, kind, text) -> node */
static int graph_annotate(lua_State *L) {
  making m = begin(L);
  const outlay_node from = outlay_to_node(L, m.session, 1);
  const outlay_annotation kind =
      (outlay_annotation)outlay_to_word(L, 2, "annotation", annotation_name, OUTLAY_ANNOTATIONS);
  return finish(&m,
                outlay_annotate(m.graph, from, kind, luaL_checkstring(L, 3), &m.node, &m.error));
}

/* describe(node) -> table */
static int graph_describe(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node node = outlay_to_node(L, session, 1);
  outlay_node_info info;
  (void)outlay_node_describe(session->graph, node, &info);
  lua_newtable(L);
  outlay_set_number(L, "id", node);
  outlay_set_text(L, "operation", outlay_operation_name(info.operation));
  if (info.operation == OUTLAY_INPUT) {
    outlay_set_text(L, "distribution", outlay_distribution_name((outlay_distribution)info.detail));
  }
  if (info.operation == OUTLAY_STATISTIC) {
    outlay_set_text(L, "statistic", statistic_name((size_t)info.detail));
  }
  outlay_set_number(L, "detail", info.detail);
  outlay_set_number(L, "value", info.value);
  outlay_set_number(L, "dimension", info.dimension);
  outlay_set_number(L, "money", info.money);
  outlay_set_number(L, "unit", info.unit);
  outlay_set_truth(L, "condition", info.condition);
  outlay_set_truth(L, "uncertain", info.uncertain);
  outlay_set_number(L, "axis", info.axis);
  outlay_set_text(L, "file", info.file);
  outlay_set_number(L, "line", info.line);
  for (size_t i = 0; i < OUTLAY_ANNOTATIONS; i++) {
    outlay_set_text(L, annotation_name(i),
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
  outlay_check(L, outlay_inputs_of(session->graph, node, NULL, 0, &count, &error), &error);
  outlay_node *inputs = lua_newuserdata(L, (count + 1) * sizeof *inputs);
  outlay_check(L, outlay_inputs_of(session->graph, node, inputs, count, &count, &error), &error);
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
  return outlay_raise(L, &error, NULL);
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
      {"input", graph_input},
      {"apply", graph_apply},
      {"convert", graph_convert},
      {"replace", graph_replace},
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
