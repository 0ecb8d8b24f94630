/* core.regression: fits of plain numbers. Lists in, tables of numbers out; what they mean (scales,
 * units, dates) is for the library's trend to know.
 *
 * A term's list is a column: x = { {x1 of each row}, {x2 of each row}, ... }. */
#include <stdint.h>
#include <string.h>

#include "field.h"
#include "node.h"
#include "options.h"
#include "raise.h"
#include "special.h"

#define OUTLAY_FITTED "outlay.regression"

typedef struct fitted {
  outlay_regression *fit;
} fitted;

/* ---- reading -----------------------------------------------------------------------------------
 */

static void read_list(lua_State *L, int index, const char *what, size_t count, double *out) {
  if (!lua_istable(L, index) || outlay_list_length(L, index) != count) {
    (void)outlay_raise_argument(L, "regression: %s must have %zu numbers", what, count);
  }
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, index, (int)i + 1);
    if (lua_type(L, -1) != LUA_TNUMBER) {
      (void)outlay_raise_argument(L, "regression: entry %zu of %s is a %s, not a number", i + 1,
                                  what, luaL_typename(L, -1));
    }
    out[i] = lua_tonumber(L, -1);
    lua_pop(L, 1);
  }
}

/* Reads { x = { {...}, ... }, y = {...}, weights = {...} or nil } at index 1; the numbers are in a
 * userdata that is left on the stack. */
static void read_data(lua_State *L, outlay_regression_data *data) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_getfield(L, 1, "x");
  lua_getfield(L, 1, "y");
  lua_getfield(L, 1, "weights");
  const int weights = lua_gettop(L), y = weights - 1, x = weights - 2;
  const size_t terms = outlay_list_length(L, x), count = outlay_list_length(L, y);
  if (terms == 0 || terms > 1000) {
    (void)outlay_raise_argument(L, "regression: x must have 1 to 1000 lists, not %zu", terms);
  }
  double *numbers = lua_newuserdata(L, ((terms + 2) * count + 1) * sizeof *numbers);
  for (size_t j = 0; j < terms; j++) {
    lua_rawgeti(L, x, (int)j + 1);
    read_list(L, lua_gettop(L), "x", count, numbers + j * count);
    lua_pop(L, 1);
  }
  double *to_y = numbers + terms * count, *to_weights = to_y + count;
  read_list(L, y, "y", count, to_y);
  const bool weighted = !lua_isnil(L, weights);
  if (weighted) read_list(L, weights, "weights", count, to_weights);
  *data = (outlay_regression_data){.x = numbers,
                                   .y = to_y,
                                   .weights = weighted ? to_weights : NULL,
                                   .count = count,
                                   .terms = terms};
}

static const char *method_name(size_t i) {
  return outlay_regression_method_name((outlay_regression_method)i);
}

static outlay_regression_method to_method(lua_State *L, int index) {
  return (outlay_regression_method)outlay_to_word(L, index, "method", method_name,
                                                  OUTLAY_REGRESSION_METHODS);
}

/* ---- writing -----------------------------------------------------------------------------------
 */

static void push_list(lua_State *L, const double *numbers, size_t count) {
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    lua_pushnumber(L, numbers[i]);
    lua_rawseti(L, -2, (int)i + 1);
  }
}

static void push_description(lua_State *L, const outlay_regression *fit, size_t rows) {
  outlay_regression_info info;
  outlay_regression_describe(fit, &info);
  const size_t width = info.terms + 1;
  lua_newtable(L);
  outlay_set_text(L, "method", outlay_regression_method_name(info.method));
  outlay_set_number(L, "count", (double)info.count);
  outlay_set_number(L, "degrees", info.degrees);
  outlay_set_number(L, "scale", info.scale);
  outlay_set_number(L, "r_squared", info.r_squared);
  outlay_set_number(L, "deviance", info.deviance);
  outlay_set_number(L, "dispersion", info.dispersion);
  outlay_set_number(L, "level", info.level);
  lua_pushboolean(L, info.is_exact);
  lua_setfield(L, -2, "is_exact");
  outlay_set_number(L, "level_error", info.level_error);
  push_list(L, outlay_regression_means(fit), info.terms);
  lua_setfield(L, -2, "means");
  push_list(L, outlay_regression_coefficients(fit), width);
  lua_setfield(L, -2, "coefficients");
  lua_newtable(L);
  for (size_t i = 0; i < width; i++) {
    push_list(L, outlay_regression_covariance(fit) + i * width, width);
    lua_rawseti(L, -2, (int)i + 1);
  }
  lua_setfield(L, -2, "covariance");
  push_list(L, outlay_regression_fitted(fit), rows);
  lua_setfield(L, -2, "fitted");
}

/* ---- functions ---------------------------------------------------------------------------------
 */

static outlay_regression *to_fit(lua_State *L) {
  const fitted *there = luaL_checkudata(L, 1, OUTLAY_FITTED);
  return there->fit;
}

static int fitted_collect(lua_State *L) {
  fitted *there = luaL_checkudata(L, 1, OUTLAY_FITTED);
  outlay_regression_free(there->fit);
  there->fit = NULL;
  return 0;
}

/* fit(data, method, quantile or nil) -> handle for predict, description */
static int regression_fit(lua_State *L) {
  outlay_regression_data data;
  lua_settop(L, 3);
  const outlay_regression_method method = to_method(L, 2);
  const double quantile = luaL_optnumber(L, 3, 0.5);
  read_data(L, &data);
  fitted *there = lua_newuserdata(L, sizeof *there);
  there->fit = NULL;
  luaL_getmetatable(L, OUTLAY_FITTED);
  lua_setmetatable(L, -2);
  outlay_error error;
  outlay_check(L, outlay_regression_fit(NULL, &data, method, quantile, &there->fit, &error),
               &error);
  push_description(L, there->fit, data.count);
  return 2;
}

/* predict(handle, {x of each term}, level) -> value, its error, interval, outcome's interval */
static int regression_predict(lua_State *L) {
  const outlay_regression *fit = to_fit(L);
  outlay_regression_info info;
  if (fit == NULL) return outlay_raise_argument(L, "regression: the fit is gone");
  outlay_regression_describe(fit, &info);
  const double level = luaL_checknumber(L, 3);
  double *x = lua_newuserdata(L, (info.terms + 1) * sizeof *x);
  read_list(L, 2, "x", info.terms, x);
  outlay_prediction p;
  outlay_error error;
  outlay_check(L, outlay_regression_predict(fit, x, level, &p, &error), &error);
  lua_newtable(L);
  outlay_set_number(L, "value", p.value);
  outlay_set_number(L, "standard_error", p.standard_error);
  outlay_set_number(L, "low", p.low);
  outlay_set_number(L, "high", p.high);
  outlay_set_number(L, "outcome_low", p.outcome_low);
  outlay_set_number(L, "outcome_high", p.outcome_high);
  return 1;
}

/* bootstrap(data, method, quantile or nil, seed, replicates) -> list for each coefficient */
static int regression_bootstrap(lua_State *L) {
  outlay_regression_data data;
  lua_settop(L, 6); /* the options, if any */
  const outlay_regression_method method = to_method(L, 2);
  const double quantile = luaL_optnumber(L, 3, 0.5);
  const uint32_t seed = outlay_to_number_of(L, 4, "seed");
  const uint32_t replicates = outlay_to_number_of(L, 5, "number of replicates");
  if (replicates == 0 || replicates > 1000000) {
    return outlay_raise_argument(L, "regression: replicates are 1 to 1,000,000, not %u",
                                 (unsigned)replicates);
  }
  read_data(L, &data);
  const size_t width = data.terms + 1;
  double *draws = lua_newuserdata(L, width * replicates * sizeof *draws);
  outlay_options options;
  outlay_to_options(L, outlay_session_of(L), 6, &options);
  outlay_error error;
  outlay_check(L,
               outlay_regression_bootstrap(NULL, &data, method, quantile, seed, replicates,
                                           &options, draws, &error),
               &error);
  lua_newtable(L);
  for (size_t j = 0; j < width; j++) {
    lua_createtable(L, (int)replicates, 0);
    for (size_t i = 0; i < replicates; i++) {
      lua_pushnumber(L, draws[i * width + j]);
      lua_rawseti(L, -2, (int)i + 1);
    }
    lua_rawseti(L, -2, (int)j + 1);
  }
  return 1;
}

/* breaks({x = {{...}}, y =, weights =}, most) -> list, for 0, 1, ... breaks: { places =, slopes =,
 * bic =, ...
 * } */
static int regression_breaks(lua_State *L) {
  outlay_regression_data data;
  lua_settop(L, 3);
  const uint32_t most = outlay_to_number_of(L, 2, "number of breaks");
  read_data(L, &data);
  outlay_options options;
  outlay_to_options(L, outlay_session_of(L), 3, &options);
  outlay_breaks found[OUTLAY_MOST_BREAKS + 1];
  size_t count = 0;
  outlay_error error;
  outlay_check(L, outlay_find_breaks(NULL, &data, most, &options, found, &count, &error), &error);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    lua_newtable(L);
    push_list(L, found[i].places, found[i].count);
    lua_setfield(L, -2, "places");
    push_list(L, found[i].slopes, found[i].count + 1);
    lua_setfield(L, -2, "slopes");
    outlay_set_number(L, "sum_of_squares", found[i].sum_of_squares);
    outlay_set_number(L, "bic", found[i].bic);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* frontier({x = {{...}}, y =}, top) -> list of true and false */
static int regression_frontier(lua_State *L) {
  outlay_regression_data data;
  lua_settop(L, 2);
  const uint32_t top = outlay_to_number_of(L, 2, "number of the highest");
  read_data(L, &data);
  int32_t *members = lua_newuserdata(L, (data.count + 1) * sizeof *members);
  outlay_error error;
  outlay_check(L, outlay_frontier(data.x, data.y, data.count, top, members, &error), &error);
  lua_createtable(L, (int)data.count, 0);
  for (size_t i = 0; i < data.count; i++) {
    lua_pushboolean(L, members[i]);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* log({numbers}, base) -> list, by the core's own arithmetic: the same digits everywhere */
static int regression_log(lua_State *L) {
  lua_settop(L, 2);
  const size_t count = outlay_list_length(L, 1);
  const double base = luaL_checknumber(L, 2);
  double *numbers = lua_newuserdata(L, (count + 1) * sizeof *numbers);
  read_list(L, 1, "the list", count, numbers);
  for (size_t i = 0; i < count; i++) numbers[i] = outlay_log(numbers[i]) / outlay_log(base);
  push_list(L, numbers, count);
  return 1;
}

int outlay_open_regression(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {{"fit", regression_fit},
                                       {"predict", regression_predict},
                                       {"bootstrap", regression_bootstrap},
                                       {"breaks", regression_breaks},
                                       {"frontier", regression_frontier},
                                       {"log", regression_log},
                                       {NULL, NULL}};
  (void)luaL_newmetatable(L, OUTLAY_FITTED);
  lua_pushcfunction(L, fitted_collect);
  lua_setfield(L, -2, "__gc");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 1);
  outlay_session_newlib(L, session, functions);
  return 1;
}
