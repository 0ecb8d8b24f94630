/* core.sensitivity: which inputs a value depends on, by computing it for other inputs. */
#include "field.h"
#include "node.h"
#include "options.h"
#include "raise.h"

#define OUTLAY_INDICES "outlay.indices"

typedef struct holder {
  outlay_indices *indices; /* NULL until the analysis succeeded */
} holder;

static int holder_collect(lua_State *L) {
  holder *there = luaL_checkudata(L, 1, OUTLAY_INDICES);
  outlay_indices_free(there->indices);
  there->indices = NULL;
  return 0;
}

static void set_index(lua_State *L, const char *name, const outlay_index *index) {
  lua_newtable(L);
  outlay_set_number(L, "value", index->value);
  outlay_set_number(L, "standard_error", index->standard_error);
  outlay_set_number(L, "low", index->low);
  outlay_set_number(L, "high", index->high);
  lua_setfield(L, -2, name);
}

/* Pushes { inputs = {nodes}, first =, total = }. */
static void push_group(lua_State *L, const outlay_indices *indices, size_t group) {
  outlay_index first = {0};
  outlay_index total = {0};
  (void)outlay_indices_of(indices, group, &first, &total);
  lua_newtable(L);
  set_index(L, "first", &first);
  set_index(L, "total", &total);
  const size_t count = outlay_indices_inputs(indices, group, NULL, 0);
  outlay_node *inputs = lua_newuserdata(L, (count + 1) * sizeof *inputs);
  (void)outlay_indices_inputs(indices, group, inputs, count);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    outlay_push_node(L, inputs[i]);
    lua_rawseti(L, -2, (int)i + 1);
  }
  lua_setfield(L, -3, "inputs");
  lua_pop(L, 1);
}

/* indices(node, options or nil, confidence) -> { samples =, evaluations =, mean =, sd =, groups =
 * { { inputs =, first = { value =, standard_error =, low =, high = }, total = }, ... } } */
static int sensitivity_indices(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  lua_settop(L, 3);
  const outlay_node node = outlay_to_node(L, session, 1);
  outlay_options options;
  outlay_to_options(L, session, 2, &options);
  const double confidence = luaL_checknumber(L, 3);
  holder *there = lua_newuserdata(L, sizeof *there);
  there->indices = NULL;
  luaL_getmetatable(L, OUTLAY_INDICES);
  lua_setmetatable(L, -2);
  outlay_error error;
  outlay_check(
      L, outlay_sobol_indices(session->graph, node, &options, confidence, &there->indices, &error),
      &error);
  outlay_indices_info info;
  outlay_indices_describe(there->indices, &info);
  lua_newtable(L);
  outlay_set_number(L, "samples", (double)info.samples);
  outlay_set_number(L, "evaluations", (double)info.evaluations);
  outlay_set_number(L, "mean", info.mean);
  outlay_set_number(L, "sd", info.sd);
  lua_newtable(L);
  for (size_t i = 0; i < info.groups; i++) {
    push_group(L, there->indices, i);
    lua_rawseti(L, -2, (int)i + 1);
  }
  lua_setfield(L, -2, "groups");
  return 1;
}

/* swings(node, low, high, options or nil) -> base, { { input =, input_low =, input_high =, low =,
 * high = }, ... } */
static int sensitivity_swings(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  lua_settop(L, 4);
  const outlay_node node = outlay_to_node(L, session, 1);
  const double low = luaL_checknumber(L, 2);
  const double high = luaL_checknumber(L, 3);
  outlay_options options;
  outlay_to_options(L, session, 4, &options);
  outlay_error error;
  size_t count = 0;
  outlay_check(L, outlay_inputs_of(session->graph, node, NULL, 0, &count, &error), &error);
  outlay_swing *swings = lua_newuserdata(L, (count + 1) * sizeof *swings);
  double base = 0;
  outlay_check(L,
               outlay_swings(session->graph, node, low, high, &options, &base, swings, count,
                             &count, &error),
               &error);
  lua_pushnumber(L, base);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    lua_newtable(L);
    outlay_push_node(L, swings[i].input);
    lua_setfield(L, -2, "input");
    if (swings[i].input_low == swings[i].input_low) {
      outlay_set_number(L, "input_low", swings[i].input_low);
      outlay_set_number(L, "input_high", swings[i].input_high);
    }
    outlay_set_number(L, "low", swings[i].low);
    outlay_set_number(L, "high", swings[i].high);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 2;
}

int outlay_open_sensitivity(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {
      {"indices", sensitivity_indices}, {"swings", sensitivity_swings}, {NULL, NULL}};
  (void)luaL_newmetatable(L, OUTLAY_INDICES);
  lua_pushcfunction(L, holder_collect);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
  outlay_session_newlib(L, session, functions);
  return 1;
}
