/* core.distribution: inputs made of others, correlation, and distributions by themselves. */
#include <stdio.h>

#include "node.h"
#include "raise.h"

static const char *distribution_name(size_t i) {
  return outlay_distribution_name((outlay_distribution)i);
}

static outlay_distribution to_distribution(lua_State *L, int index) {
  return (outlay_distribution)outlay_to_word(L, index, "distribution", distribution_name,
                                             OUTLAY_DISTRIBUTIONS);
}

static void mark_place(lua_State *L, outlay_session *session) {
  outlay_script_place place;
  outlay_script_place_of(L, &place);
  outlay_error error = {.status = OUTLAY_ERROR_MEMORY, .message = "out of memory"};
  outlay_check(L, outlay_graph_place(session->graph, place.file, place.line), &error);
}

static int give(lua_State *L, outlay_status status, outlay_node node, const outlay_error *error) {
  outlay_check(L, status, error);
  outlay_push_node(L, node);
  return 1;
}

static outlay_node to_node_or_none(lua_State *L, outlay_session *session, int index) {
  return lua_isnoneornil(L, index) ? 0 : outlay_to_node(L, session, index);
}

/* ---- inputs made of others ---- */

/* mixture({components}, {weights}) */
static int distribution_mixture(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  size_t count = 0, weight_count = 0;
  lua_settop(L, 2);
  const outlay_node *components = outlay_to_nodes(L, session, 1, &count);
  const outlay_node *weights = outlay_to_nodes(L, session, 2, &weight_count);
  if (count != weight_count) {
    return outlay_raise_argument(L, "a mixture needs one weight for each component");
  }
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status =
      outlay_mixture(session->graph, components, weights, count, &node, &error);
  return give(L, status, node, &error);
}

/* truncated(input, low or nil, high or nil) */
static int distribution_truncated(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node input = outlay_to_node(L, session, 1);
  const outlay_node low = to_node_or_none(L, session, 2);
  const outlay_node high = to_node_or_none(L, session, 3);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_truncated(session->graph, input, low, high, &node, &error);
  return give(L, status, node, &error);
}

/* shifted(input, by) */
static int distribution_shifted(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node input = outlay_to_node(L, session, 1);
  const outlay_node by = outlay_to_node(L, session, 2);
  outlay_node node = 0;
  outlay_error error;
  mark_place(L, session);
  const outlay_status status = outlay_shifted(session->graph, input, by, &node, &error);
  return give(L, status, node, &error);
}

/* ---- correlation ---- */

/* A matrix of numbers in rows, in a userdata that is left on the stack. */
static double *to_matrix(lua_State *L, int index, size_t n) {
  luaL_checktype(L, index, LUA_TTABLE);
  double *matrix = lua_newuserdata(L, (n * n + 1) * sizeof *matrix);
  if (outlay_list_length(L, index) != n) {
    (void)outlay_raise_argument(L, "a correlation matrix has a row for each input: %zu rows", n);
  }
  for (size_t i = 0; i < n; i++) {
    lua_rawgeti(L, index, (int)i + 1);
    if (!lua_istable(L, -1) || lua_rawlen(L, -1) != n) {
      (void)outlay_raise_argument(L, "row %zu of a correlation matrix needs %zu numbers", i + 1, n);
    }
    for (size_t j = 0; j < n; j++) {
      lua_rawgeti(L, -1, (int)j + 1);
      if (!lua_isnumber(L, -1)) {
        (void)outlay_raise_argument(
            L, "row %zu, column %zu of a correlation matrix is not a number", i + 1, j + 1);
      }
      matrix[i * n + j] = lua_tonumber(L, -1);
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  return matrix;
}

/* correlate({inputs}, {rows}) */
static int distribution_correlate(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  size_t count = 0;
  lua_settop(L, 2);
  const outlay_node *inputs = outlay_to_nodes(L, session, 1, &count);
  const double *matrix = to_matrix(L, 2, count);
  outlay_error error;
  outlay_check(L, outlay_correlate(session->graph, inputs, count, matrix, &error), &error);
  return 0;
}

/* correlation(a, b): of two inputs' normal scores */
static int distribution_correlation(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node a = outlay_to_node(L, session, 1), b = outlay_to_node(L, session, 2);
  double rho = 0;
  outlay_error error;
  outlay_check(L, outlay_correlation_of(session->graph, a, b, &rho, &error), &error);
  lua_pushnumber(L, rho);
  return 1;
}

/* of_rank(rank): the correlation of scores that gives a rank correlation */
static int distribution_of_rank(lua_State *L) {
  lua_pushnumber(L, outlay_correlation_of_rank(luaL_checknumber(L, 1)));
  return 1;
}

/* ---- distributions by themselves ---- */

/* fit_error(input, exact): the largest error of its samples, relative to the sd */
static int distribution_fit_error(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const outlay_node input = outlay_to_node(L, session, 1);
  double worst = 0;
  outlay_error error;
  outlay_check(L, outlay_input_error(session->graph, input, lua_toboolean(L, 2), &worst, &error),
               &error);
  lua_pushnumber(L, worst);
  return 1;
}

/* quantile(distribution, {parameters}, probability) */
static int distribution_quantile(lua_State *L) {
  const outlay_distribution kind = to_distribution(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  const double probability = luaL_checknumber(L, 3);
  const size_t count = lua_rawlen(L, 2);
  double *parameters = lua_newuserdata(L, (count + 1) * sizeof *parameters);
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 2, (int)i + 1);
    parameters[i] = luaL_checknumber(L, -1);
    lua_pop(L, 1);
  }
  double value = 0;
  outlay_error error;
  outlay_check(L, outlay_quantile_of(kind, parameters, count, probability, &value, &error), &error);
  lua_pushnumber(L, value);
  return 1;
}

static int push_parameters(lua_State *L, const double *parameters) {
  for (int i = 0; i < 4; i++) lua_pushnumber(L, parameters[i]);
  return 4;
}

/* from_quantiles(distribution, p, x, q, y) -> parameters */
static int distribution_from_quantiles(lua_State *L) {
  double parameters[4] = {0};
  outlay_error error;
  outlay_check(
      L,
      outlay_from_quantiles(to_distribution(L, 1), luaL_checknumber(L, 2), luaL_checknumber(L, 3),
                            luaL_checknumber(L, 4), luaL_checknumber(L, 5), parameters, &error),
      &error);
  return push_parameters(L, parameters);
}

/* from_moments(distribution, mean, sd) -> parameters */
static int distribution_from_moments(lua_State *L) {
  double parameters[4] = {0};
  outlay_error error;
  outlay_check(L,
               outlay_from_moments(to_distribution(L, 1), luaL_checknumber(L, 2),
                                   luaL_checknumber(L, 3), parameters, &error),
               &error);
  return push_parameters(L, parameters);
}

/* name(number): of a distribution's number among a composite's parameters; nil if there is none */
static int distribution_name_of(lua_State *L) {
  const double number = luaL_checknumber(L, 1);
  if (!(number >= 0 && number < (double)OUTLAY_DISTRIBUTIONS)) return 0;
  lua_pushstring(L, distribution_name((size_t)number));
  return 1;
}

int outlay_open_distribution(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {
      {"mixture", distribution_mixture},
      {"truncated", distribution_truncated},
      {"shifted", distribution_shifted},
      {"correlate", distribution_correlate},
      {"correlation", distribution_correlation},
      {"of_rank", distribution_of_rank},
      {"fit_error", distribution_fit_error},
      {"quantile", distribution_quantile},
      {"from_quantiles", distribution_from_quantiles},
      {"from_moments", distribution_from_moments},
      {"name", distribution_name_of},
      {NULL, NULL},
  };
  outlay_session_newlib(L, session, functions);
  return 1;
}
