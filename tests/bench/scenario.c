#include "scenario.h"

#include <stdio.h>
#include <stdlib.h>

#include "measure.h"

const char *const scenario_outputs[SCENARIO_OUTPUTS] = {"compute",   "research",    "people",
                                                        "data_cost", "contingency", "total"};

static int clock_seconds(lua_State *L) {
  lua_pushnumber(L, seconds());
  return 1;
}

/* Calls what is below the arguments. */
static void call(scenario *s, int arguments, int results) {
  if (outlay_host_call(s->host, arguments, results) == OUTLAY_EXIT_OK) return;
  lua_State *L = outlay_host_state(s->host);
  const char *message = lua_tostring(L, -1);
  if (message == NULL && luaL_callmeta(L, -1, "__tostring")) message = lua_tostring(L, -1);
  (void)fprintf(stderr, "%s\n", message != NULL ? message : "an error");
  exit(1);
}

/* Pushes a function of scenario.lua's table. */
static void push_function(scenario *s, const char *name) {
  lua_State *L = outlay_host_state(s->host);
  lua_getfield(L, LUA_REGISTRYINDEX, "bench.scenario");
  lua_getfield(L, -1, name);
  lua_remove(L, -2);
}

scenario scenario_open(void) {
  scenario s = {0};
  const double begin = seconds();
  s.host = outlay_host_new();
  if (s.host == NULL || outlay_host_require(s.host, "outlay.boot.session") != OUTLAY_EXIT_OK) {
    (void)fputs("the host does not start\n", stderr);
    exit(1);
  }
  s.start_seconds = seconds() - begin;
  lua_State *L = outlay_host_state(s.host);
  lua_settop(L, 0);
  if (luaL_loadfile(L, "tests/bench/scenario.lua") != LUA_OK) {
    (void)fprintf(stderr, "%s (run at the project's root)\n", lua_tostring(L, -1));
    exit(1);
  }
  lua_getfield(L, LUA_REGISTRYINDEX, "outlay.loader");
  lua_getfield(L, -1, "privileged");
  lua_remove(L, -2);
  lua_pushcfunction(L, clock_seconds);
  call(&s, 2, 1);
  lua_setfield(L, LUA_REGISTRYINDEX, "bench.scenario");
  scenario_build(&s);
  return s;
}

void scenario_close(scenario *s) { outlay_host_free(s->host); }

void scenario_build(scenario *s) {
  lua_State *L = outlay_host_state(s->host);
  push_function(s, "build");
  call(s, 0, 1);
  s->build_seconds = lua_tonumber(L, -1);
  lua_settop(L, 0);
}

static void set_number(lua_State *L, const char *key, double value) {
  lua_pushnumber(L, value);
  lua_setfield(L, -2, key);
}

/* Calls a function of scenario.lua with options; its two results are on the stack. */
static void call_with(scenario *s, const char *function, const scenario_options *options) {
  lua_State *L = outlay_host_state(s->host);
  push_function(s, function);
  lua_newtable(L);
  set_number(L, "samples", options->samples);
  set_number(L, "threads", options->threads);
  set_number(L, "seed", options->seed == 0 ? 1 : options->seed);
  if (options->keep_bytes > 0) set_number(L, "keep_bytes", options->keep_bytes);
  lua_pushboolean(L, options->exact);
  lua_setfield(L, -2, "exact");
  if (options->sampling != NULL) {
    lua_pushstring(L, options->sampling);
    lua_setfield(L, -2, "sampling");
  }
  call(s, 1, 2);
}

static void forget(lua_State *L) {
  lua_settop(L, 0);
  (void)lua_gc(L, LUA_GCCOLLECT, 0); /* the result's columns */
}

double scenario_evaluate(scenario *s, const scenario_options *options,
                         scenario_mean means[SCENARIO_OUTPUTS]) {
  lua_State *L = outlay_host_state(s->host);
  call_with(s, "evaluate", options);
  const double took = lua_tonumber(L, 1);
  for (int i = 0; means != NULL && i < SCENARIO_OUTPUTS; i++) {
    lua_rawgeti(L, 2, i + 1);
    lua_getfield(L, -1, "mean");
    lua_getfield(L, -2, "standard_error");
    means[i] = (scenario_mean){.mean = lua_tonumber(L, -2), .error = lua_tonumber(L, -1)};
    lua_pop(L, 3);
  }
  forget(L);
  return took;
}

double scenario_indices(scenario *s, const scenario_options *options, int *groups) {
  lua_State *L = outlay_host_state(s->host);
  call_with(s, "indices", options);
  const double took = lua_tonumber(L, 1);
  *groups = (int)lua_tointeger(L, 2);
  forget(L);
  return took;
}
