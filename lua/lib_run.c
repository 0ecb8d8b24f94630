/* core.run: evaluating nodes, and the results as Lua objects. */
#include <string.h>

#include "field.h"
#include "node.h"
#include "options.h"
#include "raise.h"

typedef struct holder {
  outlay_result *result; /* NULL until the evaluation succeeded */
  size_t outputs;
} holder;

static int holder_collect(lua_State *L) {
  holder *there = luaL_checkudata(L, 1, OUTLAY_RESULT);
  outlay_result_free(there->result);
  there->result = NULL;
  return 0;
}

/* evaluate({nodes}, options or nil) -> result */
static int run_evaluate(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  size_t count = 0;
  lua_settop(L, 2);
  const outlay_node *outputs = outlay_to_nodes(L, session, 1, &count);
  outlay_options options;
  outlay_to_options(L, session, 2, &options);
  holder *there = lua_newuserdata(L, sizeof *there);
  there->result = NULL;
  there->outputs = count;
  luaL_getmetatable(L, OUTLAY_RESULT);
  lua_setmetatable(L, -2);
  outlay_error error;
  const outlay_status status =
      outlay_evaluate(session->graph, outputs, count, &options, &there->result, &error);
  outlay_check(L, status, &error);
  return 1;
}

static holder *to_result(lua_State *L) { return luaL_checkudata(L, 1, OUTLAY_RESULT); }

/* An output and a cell of it, both counted from 1 in Lua. */
static void to_cell(lua_State *L, const holder *there, int index, size_t *output, size_t *cell) {
  const double first = luaL_checknumber(L, index);
  const double second = luaL_optnumber(L, index + 1, 1);
  if (!(first >= 1 && first <= (double)there->outputs)) {
    (void)outlay_raise_argument(L, "the result has no output %g", first);
  }
  *output = (size_t)first - 1;
  if (!(second >= 1 && second <= (double)outlay_result_cells(there->result, *output))) {
    (void)outlay_raise_argument(L, "the output has no cell %g", second);
  }
  *cell = (size_t)second - 1;
}

/* result:cells(output) */
static int result_cells(lua_State *L) {
  const holder *there = to_result(L);
  size_t output = 0;
  size_t cell = 0;
  to_cell(L, there, 2, &output, &cell);
  lua_pushnumber(L, (double)outlay_result_cells(there->result, output));
  return 1;
}

/* result:moments(output, cell) -> table */
static int result_moments(lua_State *L) {
  const holder *there = to_result(L);
  size_t output = 0;
  size_t cell = 0;
  to_cell(L, there, 2, &output, &cell);
  outlay_moments moments;
  memset(&moments, 0, sizeof moments);
  (void)outlay_result_moments(there->result, output, cell, &moments);
  lua_newtable(L);
  outlay_set_number(L, "count", moments.count);
  outlay_set_number(L, "mean", moments.mean);
  outlay_set_number(L, "sd", moments.sd);
  outlay_set_number(L, "standard_error", moments.standard_error);
  outlay_set_number(L, "minimum", moments.minimum);
  outlay_set_number(L, "maximum", moments.maximum);
  return 1;
}

/* result:describe() -> { samples =, sampling =, replicates =, reached =, inputs_beyond =,
 * relative_error = } */
static int result_describe(lua_State *L) {
  const holder *there = to_result(L);
  outlay_result_info info;
  outlay_result_describe(there->result, &info);
  lua_newtable(L);
  outlay_set_number(L, "samples", (double)info.samples);
  lua_pushstring(L, outlay_sampling_name(info.sampling));
  lua_setfield(L, -2, "sampling");
  outlay_set_number(L, "replicates", info.replicates);
  lua_pushboolean(L, info.reached);
  lua_setfield(L, -2, "reached");
  outlay_set_number(L, "inputs_beyond", info.inputs_beyond);
  outlay_set_number(L, "relative_error", info.relative_error);
  return 1;
}

/* result:quantiles(output, cell, {probabilities}) -> list */
static int result_quantiles(lua_State *L) {
  holder *there = to_result(L);
  size_t output = 0;
  size_t cell = 0;
  to_cell(L, there, 2, &output, &cell);
  const size_t count = outlay_list_length(L, 4);
  double *numbers = lua_newuserdata(L, (2 * count + 1) * sizeof *numbers);
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 4, (int)i + 1);
    numbers[i] = luaL_checknumber(L, -1);
    lua_pop(L, 1);
  }
  outlay_error error;
  outlay_check(
      L,
      outlay_result_quantiles(there->result, output, cell, numbers, count, numbers + count, &error),
      &error);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    lua_pushnumber(L, numbers[count + i]);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* result:samples(output, cell, factor) -> list of samples divided by factor, or nil if the
 * column was not kept */
static int result_samples(lua_State *L) {
  const holder *there = to_result(L);
  size_t output = 0;
  size_t cell = 0;
  to_cell(L, there, 2, &output, &cell);
  const double factor = luaL_optnumber(L, 4, 1);
  size_t count = 0;
  const double *column = outlay_result_samples(there->result, output, cell, &count);
  if (column == NULL) return 0;
  lua_createtable(L, count > INT32_MAX ? INT32_MAX : (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    lua_pushnumber(L, column[i] / factor);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* result:histogram(output, cell, low, high, bins) -> list of counts */
static int result_histogram(lua_State *L) {
  holder *there = to_result(L);
  size_t output = 0;
  size_t cell = 0;
  to_cell(L, there, 2, &output, &cell);
  const double bins = luaL_checknumber(L, 6);
  if (!(bins >= 1 && bins <= 1e6)) {
    return outlay_raise_argument(L, "a histogram has between 1 and 1,000,000 bins");
  }
  const size_t count = (size_t)bins;
  uint64_t *counts = lua_newuserdata(L, count * sizeof *counts);
  outlay_error error;
  outlay_check(L,
               outlay_result_histogram(there->result, output, cell, luaL_checknumber(L, 4),
                                       luaL_checknumber(L, 5), counts, count, &error),
               &error);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    lua_pushinteger(L, (lua_Integer)counts[i]);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

typedef outlay_status measure_of_two(outlay_result *result, size_t output, size_t cell,
                                     size_t other, size_t other_cell, double *out,
                                     outlay_error *error);

/* A number about two outputs, given as (output, cell, other output, other cell). */
static int push_measure(lua_State *L, measure_of_two *of) {
  holder *there = to_result(L);
  size_t output = 0;
  size_t cell = 0;
  size_t other = 0;
  size_t other_cell = 0;
  to_cell(L, there, 2, &output, &cell);
  to_cell(L, there, 4, &other, &other_cell);
  double measured = 0;
  outlay_error error;
  outlay_check(L, of(there->result, output, cell, other, other_cell, &measured, &error), &error);
  lua_pushnumber(L, measured);
  return 1;
}

/* result:rank_correlation(output, cell, other output, other cell) */
static int result_rank_correlation(lua_State *L) {
  return push_measure(L, outlay_result_rank_correlation);
}

/* result:variance_share(output, cell, other output, other cell) */
static int result_variance_share(lua_State *L) {
  return push_measure(L, outlay_result_variance_share);
}

/* result:information({choices' outputs}, about output, greatest) -> number of the best choice
 * without knowing, what knowing is worth, its standard error */
static int result_information(lua_State *L) {
  holder *there = to_result(L);
  const size_t count = outlay_list_length(L, 2);
  size_t *choices = lua_newuserdata(L, (count + 1) * sizeof *choices);
  size_t cell = 0;
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 2, (int)i + 1);
    const int index = lua_gettop(L);
    lua_pushnil(L);
    to_cell(L, there, index, &choices[i], &cell);
    lua_settop(L, index - 1);
  }
  size_t about = 0;
  const int greatest = lua_toboolean(L, 4);
  lua_pushvalue(L, 3);
  lua_pushnil(L);
  to_cell(L, there, lua_gettop(L) - 1, &about, &cell);
  size_t best = 0;
  double value = 0;
  double standard_error = 0;
  outlay_error error;
  outlay_check(L,
               outlay_result_information(there->result, choices, count, about, greatest, &best,
                                         &value, &standard_error, &error),
               &error);
  lua_pushnumber(L, (double)best + 1);
  lua_pushnumber(L, value);
  lua_pushnumber(L, standard_error);
  return 3;
}

int outlay_open_run(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {{"evaluate", run_evaluate}, {NULL, NULL}};
  static const luaL_Reg methods[] = {
      {"cells", result_cells},
      {"moments", result_moments},
      {"describe", result_describe},
      {"quantiles", result_quantiles},
      {"samples", result_samples},
      {"histogram", result_histogram},
      {"rank_correlation", result_rank_correlation},
      {"variance_share", result_variance_share},
      {"information", result_information},
      {NULL, NULL},
  };
  (void)luaL_newmetatable(L, OUTLAY_RESULT);
  lua_pushcfunction(L, holder_collect);
  lua_setfield(L, -2, "__gc");
  outlay_session_newlib(L, session, methods);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  outlay_session_newlib(L, session, functions);
  return 1;
}
