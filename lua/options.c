#include "options.h"

#include "node.h"
#include "raise.h"

static double option_number(lua_State *L, int index, const char *key, double otherwise) {
  lua_getfield(L, index, key);
  const double value = luaL_optnumber(L, -1, otherwise);
  lua_pop(L, 1);
  return value;
}

static const char *sampling_name(size_t i) { return outlay_sampling_name((outlay_sampling)i); }

/* Reads { sampling=, exact=, relative_error=, most_samples= }. */
static void read_quality(lua_State *L, int index, outlay_options *options) {
  lua_getfield(L, index, "sampling");
  if (!lua_isnil(L, -1)) {
    options->sampling = (outlay_sampling)outlay_to_word(L, lua_gettop(L), "sampling", sampling_name,
                                                        OUTLAY_SAMPLINGS);
  }
  lua_getfield(L, index, "exact");
  options->exact = lua_toboolean(L, -1);
  lua_pop(L, 2);
  options->relative_error = option_number(L, index, "relative_error", 0);
  const double most = option_number(L, index, "most_samples", (double)options->most_samples);
  if (!(most >= 1 && most <= 1e15)) {
    (void)outlay_raise_argument(L, "most_samples must be between 1 and 1e15");
  }
  options->most_samples = (uint64_t)most;
}

void outlay_to_options(lua_State *L, outlay_session *session, int index, outlay_options *options) {
  outlay_options_default(options);
  if (!lua_isnoneornil(L, index)) {
    luaL_checktype(L, index, LUA_TTABLE);
    const double samples = option_number(L, index, "samples", (double)options->samples);
    const double seed = option_number(L, index, "seed", (double)options->seed);
    const double threads = option_number(L, index, "threads", options->threads);
    const double keep = option_number(L, index, "keep_bytes", (double)options->keep_bytes);
    if (!(samples >= 1 && samples <= 1e15)) {
      (void)outlay_raise_argument(L, "samples must be between 1 and 1e15");
    }
    if (!(seed >= 0 && seed <= 9007199254740992.0)) {
      (void)outlay_raise_argument(L, "the seed must be between 0 and 2^53");
    }
    if (!(threads >= 0 && threads <= 1024)) {
      (void)outlay_raise_argument(L, "threads must be between 0 and 1024");
    }
    if (!(keep >= 0 && keep <= 9007199254740992.0)) {
      (void)outlay_raise_argument(L, "keep_bytes must be between 0 and 2^53");
    }
    options->samples = (uint64_t)samples;
    options->seed = (uint64_t)seed;
    options->threads = (uint32_t)threads;
    options->keep_bytes = (uint64_t)keep;
    read_quality(L, index, options);
  }
  options->cancel = &session->cancel;
  options->progress = session->progress;
  options->progress_context = session->progress_context;
}
