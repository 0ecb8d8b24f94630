/* core.decide: looking for the values of parameters that a question asks for. */
#include <math.h>

#include "field.h"
#include "node.h"
#include "options.h"
#include "raise.h"

/* A field of the table at a stack index; NaN where there is none. */
static double number_or_nan(lua_State *L, int index, const char *key) {
  lua_getfield(L, index, key);
  const double value = lua_isnil(L, -1) ? NAN : luaL_checknumber(L, -1);
  lua_pop(L, 1);
  return value;
}

static void set_finite(lua_State *L, const char *key, double value) {
  if (isfinite(value)) outlay_set_number(L, key, value);
}

/* solve(parameter, value, { start =, low =, high = }, options or nil) -> { found =, value =,
 * standard_error =, trials =, low =, high =, at_low =, at_high = } in base units */
static int decide_solve(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  lua_settop(L, 4);
  const outlay_node parameter = outlay_to_node(L, session, 1);
  const outlay_node value = outlay_to_node(L, session, 2);
  luaL_checktype(L, 3, LUA_TTABLE);
  outlay_options options;
  outlay_to_options(L, session, 4, &options);
  outlay_solution found;
  outlay_error error;
  outlay_check(L,
               outlay_solve(session->graph, parameter, value, number_or_nan(L, 3, "start"),
                            number_or_nan(L, 3, "low"), number_or_nan(L, 3, "high"), &options,
                            &found, &error),
               &error);
  lua_newtable(L);
  outlay_set_truth(L, "found", found.found);
  outlay_set_number(L, "value", found.value);
  set_finite(L, "standard_error", found.standard_error);
  outlay_set_number(L, "trials", (double)found.trials);
  outlay_set_number(L, "low", found.low);
  outlay_set_number(L, "high", found.high);
  outlay_set_number(L, "at_low", found.at_low);
  outlay_set_number(L, "at_high", found.at_high);
  return 1;
}

/* ---- optimise ---- */

/* A list of numbers, in a userdata that is left on the stack. */
static double *to_numbers(lua_State *L, int index, size_t *count) {
  *count = outlay_list_length(L, index);
  double *numbers = lua_newuserdata(L, (*count + 1) * sizeof *numbers);
  for (size_t i = 0; i < *count; i++) {
    lua_rawgeti(L, index, (int)i + 1);
    numbers[i] = luaL_checknumber(L, -1);
    lua_pop(L, 1);
  }
  return numbers;
}

/* The variable at the top of the stack; its list of values is kept in a table at `keep`. */
static void to_variable(lua_State *L, outlay_session *session, int keep, outlay_variable *out) {
  const int index = lua_gettop(L);
  luaL_checktype(L, index, LUA_TTABLE);
  lua_getfield(L, index, "parameter");
  *out = (outlay_variable){.parameter = outlay_to_node(L, session, -1)};
  lua_getfield(L, index, "values");
  if (!lua_isnil(L, -1)) {
    out->values = to_numbers(L, lua_gettop(L), &out->value_count);
    lua_rawseti(L, keep, (int)lua_rawlen(L, keep) + 1);
  } else {
    out->low = number_or_nan(L, index, "low");
    out->high = number_or_nan(L, index, "high");
    out->start = number_or_nan(L, index, "start");
    lua_getfield(L, index, "step");
    out->step = luaL_optnumber(L, -1, 0);
  }
  lua_settop(L, index - 1);
}

static void set_numbers(lua_State *L, const char *key, const double *numbers, size_t count) {
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    lua_pushnumber(L, numbers[i]);
    lua_rawseti(L, -2, (int)i + 1);
  }
  lua_setfield(L, -2, key);
}

/* optimise({ { parameter =, low =, high =, start =, step =, values = }, ... }, objective,
 * {constraints}, {scales}, options or nil) -> { feasible =, defined =, objective =, trials =, x =
 * {numbers}, constraints = {numbers} } in base units */
static int decide_optimise(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  lua_settop(L, 5);
  outlay_options options;
  outlay_to_options(L, session, 5, &options);
  const outlay_node objective = outlay_to_node(L, session, 2);
  const size_t count = outlay_list_length(L, 1);
  size_t constraint_count = 0;
  size_t scale_count = 0;
  lua_newtable(L);
  const int keep = lua_gettop(L);
  outlay_variable *variables = lua_newuserdata(L, (count + 1) * sizeof *variables);
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 1, (int)i + 1);
    to_variable(L, session, keep, &variables[i]);
  }
  const outlay_node *constraints = outlay_to_nodes(L, session, 3, &constraint_count);
  const double *scales = to_numbers(L, 4, &scale_count);
  if (scale_count != constraint_count) {
    return outlay_raise_argument(L, "each constraint has a scale");
  }
  outlay_optimum found = {0};
  found.x = lua_newuserdata(L, (count + 1) * sizeof *found.x);
  found.constraints = lua_newuserdata(L, (constraint_count + 1) * sizeof *found.constraints);
  outlay_error error;
  outlay_check(L,
               outlay_optimise(session->graph, variables, count, objective, constraints, scales,
                               constraint_count, &options, &found, &error),
               &error);
  lua_newtable(L);
  outlay_set_truth(L, "feasible", found.feasible);
  outlay_set_truth(L, "defined", found.defined);
  outlay_set_number(L, "objective", found.objective);
  outlay_set_number(L, "trials", (double)found.trials);
  set_numbers(L, "x", found.x, count);
  set_numbers(L, "constraints", found.constraints, constraint_count);
  return 1;
}

/* trials({parameters}, {outputs}, {{numbers}, ...}, options or nil) -> { {numbers}, ... }; NaN
 * where there is no value */
static int decide_trials(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  lua_settop(L, 4);
  outlay_options options;
  outlay_to_options(L, session, 4, &options);
  size_t count = 0;
  size_t output_count = 0;
  const outlay_node *parameters = outlay_to_nodes(L, session, 1, &count);
  const outlay_node *outputs = outlay_to_nodes(L, session, 2, &output_count);
  const size_t points = outlay_list_length(L, 3);
  double *numbers = lua_newuserdata(L, (points * (count + output_count) + 1) * sizeof *numbers);
  double *results = numbers + points * count;
  for (size_t i = 0; i < points; i++) {
    lua_rawgeti(L, 3, (int)i + 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    for (size_t k = 0; k < count; k++) {
      lua_rawgeti(L, -1, (int)k + 1);
      numbers[i * count + k] = luaL_checknumber(L, -1);
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  outlay_error error;
  outlay_check(L,
               outlay_trials(session->graph, parameters, count, outputs, output_count, numbers,
                             points, &options, results, &error),
               &error);
  lua_newtable(L);
  for (size_t i = 0; i < points; i++) {
    lua_newtable(L);
    for (size_t k = 0; k < output_count; k++) {
      lua_pushnumber(L, results[i * output_count + k]);
      lua_rawseti(L, -2, (int)k + 1);
    }
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

int outlay_open_decide(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {{"solve", decide_solve},
                                       {"optimise", decide_optimise},
                                       {"trials", decide_trials},
                                       {NULL, NULL}};
  outlay_session_newlib(L, session, functions);
  return 1;
}
