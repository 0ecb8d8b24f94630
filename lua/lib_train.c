/* core.train: the training performance model with plain numbers. What is given is checked, field
 * by field: a name that is unknown and a value that is no number are errors that say so.
 *
 * Field names are those of the structures in core/. Seconds, bytes, FLOP/s. */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "fields.h"
#include "goodput.h"
#include "memory_model.h"
#include "performance_constants.h"
#include "raise.h"
#include "search.h"
#include "status.h"

#define OUTLAY_SEARCHED "outlay.searched"

/* ---- structures by their fields ------------------------------------------------------------- */

/* Words are read into enumerations as if they were uint32_t. */
_Static_assert(sizeof(outlay_schedule) == sizeof(uint32_t), "enumerations have 32 bits");

#define OF(type, member, kind) \
  { #member, offsetof(type, member), OUTLAY_FIELD_##kind, NULL }
#define WORDS(type, member, words) \
  { #member, offsetof(type, member), OUTLAY_FIELD_WORD, words }
#define END \
  { NULL, 0, OUTLAY_FIELD_NUMBER, NULL }

static const outlay_field workload_fields[] = {
    OF(outlay_workload, layers, NUMBER),       OF(outlay_workload, hidden, NUMBER),
    OF(outlay_workload, heads, NUMBER),        OF(outlay_workload, kv_heads, NUMBER),
    OF(outlay_workload, head_dim, NUMBER),     OF(outlay_workload, value_dim, NUMBER),
    OF(outlay_workload, query_rank, NUMBER),   OF(outlay_workload, kv_rank, NUMBER),
    OF(outlay_workload, rope_dim, NUMBER),     OF(outlay_workload, ffn, NUMBER),
    OF(outlay_workload, gated, FLAG),          OF(outlay_workload, vocabulary, NUMBER),
    OF(outlay_workload, sequence, NUMBER),     OF(outlay_workload, window, NUMBER),
    OF(outlay_workload, window_share, NUMBER), OF(outlay_workload, tied, FLAG),
    OF(outlay_workload, experts, NUMBER),      OF(outlay_workload, top_k, NUMBER),
    OF(outlay_workload, expert_ffn, NUMBER),   OF(outlay_workload, shared_ffn, NUMBER),
    OF(outlay_workload, dense_layers, NUMBER), OF(outlay_workload, expert_bias, FLAG),
    OF(outlay_workload, predicted, NUMBER),    END};

static const outlay_field machine_fields[] = {
    OF(outlay_machine, devices, NUMBER),
    OF(outlay_machine, domain, NUMBER),
    OF(outlay_machine, fast_bandwidth, NUMBER),
    OF(outlay_machine, fast_latency, NUMBER),
    OF(outlay_machine, board, NUMBER),
    OF(outlay_machine, board_bandwidth, NUMBER),
    OF(outlay_machine, fabric_bandwidth, NUMBER),
    OF(outlay_machine, fabric_latency, NUMBER),
    OF(outlay_machine, host_bandwidth, NUMBER),
    OF(outlay_machine, host_memory, NUMBER),
    {"memory", offsetof(outlay_machine, accelerator.memory), OUTLAY_FIELD_NUMBER, NULL},
    {"memory_bandwidth", offsetof(outlay_machine, accelerator.memory_bandwidth),
     OUTLAY_FIELD_NUMBER, NULL},
    END};

static const outlay_field efficiency_fields[] = {OF(outlay_efficiency, gemm, NUMBER),
                                                 OF(outlay_efficiency, gemm_fp8, NUMBER),
                                                 OF(outlay_efficiency, gemm_fp4, NUMBER),
                                                 OF(outlay_efficiency, attention, NUMBER),
                                                 OF(outlay_efficiency, memory, NUMBER),
                                                 OF(outlay_efficiency, fast, NUMBER),
                                                 OF(outlay_efficiency, fabric, NUMBER),
                                                 OF(outlay_efficiency, host, NUMBER),
                                                 END};

static const char *const schedules[] = {"1f1b", "zb_h1", "zb_v", "dualpipe", NULL};
static const char *const splits[] = {"even", "balanced", NULL};
static const char *const recomputes[] = {"none", "selective", "full", NULL};
static const char *const precisions[] = {"fp32", "tf32", "bf16", "fp8", "fp4", NULL};
static const char *const attentions[] = {"unfused", "portable", "vendor", NULL};
static const char *const softwares[] = {"eager", "fused", "graphed", NULL};
static const char *const overlaps[] = {"exposed", "ring", "pipe", NULL};
static const char *const dispatches[] = {"copies", "once", NULL};
static const char *const expert_kernels[] = {"grouped", "looped", NULL};
static const char *const placements[] = {"placed", "fast", "fabric", NULL};

static const outlay_field strategy_fields[] = {OF(outlay_strategy, tp, WHOLE),
                                               OF(outlay_strategy, pp, WHOLE),
                                               OF(outlay_strategy, dp, WHOLE),
                                               OF(outlay_strategy, cp, WHOLE),
                                               OF(outlay_strategy, ep, WHOLE),
                                               OF(outlay_strategy, etp, WHOLE),
                                               OF(outlay_strategy, micro_batch, WHOLE),
                                               OF(outlay_strategy, global_batch, WHOLE),
                                               OF(outlay_strategy, interleave, WHOLE),
                                               WORDS(outlay_strategy, split, splits),
                                               OF(outlay_strategy, first_layers, WHOLE),
                                               OF(outlay_strategy, last_layers, WHOLE),
                                               WORDS(outlay_strategy, schedule, schedules),
                                               WORDS(outlay_strategy, recompute, recomputes),
                                               OF(outlay_strategy, recompute_norms, FLAG),
                                               OF(outlay_strategy, recompute_activations, FLAG),
                                               OF(outlay_strategy, recompute_up_projections, FLAG),
                                               OF(outlay_strategy, quantised_activations, FLAG),
                                               OF(outlay_strategy, optimizer_bytes, NUMBER),
                                               OF(outlay_strategy, recompute_share, NUMBER),
                                               OF(outlay_strategy, zero, WHOLE),
                                               WORDS(outlay_strategy, precision, precisions),
                                               OF(outlay_strategy, block_scaled, FLAG),
                                               OF(outlay_strategy, gradient_bytes, NUMBER),
                                               OF(outlay_strategy, sequence_parallel, FLAG),
                                               WORDS(outlay_strategy, attention, attentions),
                                               OF(outlay_strategy, fused_accumulation, FLAG),
                                               OF(outlay_strategy, fused_loss, FLAG),
                                               WORDS(outlay_strategy, software, softwares),
                                               WORDS(outlay_strategy, tensor_overlap, overlaps),
                                               OF(outlay_strategy, data_overlap, FLAG),
                                               OF(outlay_strategy, pipeline_overlap, FLAG),
                                               OF(outlay_strategy, expert_overlap, FLAG),
                                               OF(outlay_strategy, scatter_gather, FLAG),
                                               WORDS(outlay_strategy, dispatch, dispatches),
                                               WORDS(outlay_strategy, experts, expert_kernels),
                                               OF(outlay_strategy, node_limit, NUMBER),
                                               OF(outlay_strategy, keep_gathered, FLAG),
                                               WORDS(outlay_strategy, tensor_network, placements),
                                               WORDS(outlay_strategy, pipeline_network, placements),
                                               WORDS(outlay_strategy, data_network, placements),
                                               OF(outlay_strategy, offload_weights, FLAG),
                                               OF(outlay_strategy, offload_activations, FLAG),
                                               OF(outlay_strategy, offload_optimizer, FLAG),
                                               END};

static const outlay_field reliability_fields[] = {OF(outlay_reliability, devices, NUMBER),
                                                  OF(outlay_reliability, failure_rate, NUMBER),
                                                  OF(outlay_reliability, preemption_rate, NUMBER),
                                                  OF(outlay_reliability, planned_rate, NUMBER),
                                                  OF(outlay_reliability, checkpoint, NUMBER),
                                                  OF(outlay_reliability, flush, NUMBER),
                                                  OF(outlay_reliability, restart, NUMBER),
                                                  OF(outlay_reliability, replace, NUMBER),
                                                  OF(outlay_reliability, spares, NUMBER),
                                                  OF(outlay_reliability, repair, NUMBER),
                                                  OF(outlay_reliability, slow_share, NUMBER),
                                                  OF(outlay_reliability, slow_factor, NUMBER),
                                                  END};

/* Limits of a search, over those of the usual space. */
static const outlay_field space_fields[] = {
    OF(outlay_space, most_tp, WHOLE),          OF(outlay_space, most_pp, WHOLE),
    OF(outlay_space, most_cp, WHOLE),          OF(outlay_space, most_ep, WHOLE),
    OF(outlay_space, most_micro_batch, WHOLE), END};

/* Pushes the member of the table at stack index 1. */
static void push_member(lua_State *L, const char *name) {
  if (!lua_istable(L, 1)) (void)outlay_raise_argument(L, "expected a table of arguments");
  lua_getfield(L, 1, name);
}

static void read_member(lua_State *L, const char *name, const outlay_field *fields, void *out) {
  push_member(L, name);
  if (lua_isnil(L, -1)) (void)outlay_raise_argument(L, "%s is missing", name);
  outlay_read_fields(L, -1, name, fields, NULL, out);
  lua_pop(L, 1);
}

/* ---- the subjects of a prediction ----------------------------------------------------------- */

typedef struct subject {
  outlay_workload workload;
  outlay_machine machine;
  outlay_platform platform;
  const outlay_fitted *fitted;
  outlay_strategy strategy;
} subject;

/* Shares of peaks are above 0 and at most 1: a share of 0 would take forever. */
static void check_efficiency(lua_State *L, const outlay_efficiency *efficiency) {
  for (const outlay_field *f = efficiency_fields; f->name != NULL; f++) {
    double share = 0;
    memcpy(&share, (const char *)efficiency + f->offset, sizeof share);
    if (strcmp(f->name, "host") != 0 && !(share > 0 && share <= 1)) {
      (void)outlay_raise_argument(L, "efficiency: %s is %g; it must be above 0 and at most 1",
                                  f->name, share);
    }
  }
}

static const outlay_accelerator *to_accelerator(lua_State *L) {
  lua_getfield(L, -1, "accelerator");
  const char *name = lua_tostring(L, -1);
  const outlay_accelerator *found = name != NULL ? outlay_accelerator_find(name) : NULL;
  if (found == NULL) {
    (void)outlay_raise_argument(L, "machine: there is no accelerator '%s'",
                                name != NULL ? name : "");
  }
  lua_pop(L, 1);
  return found;
}

static void read_peaks(lua_State *L, outlay_accelerator *accelerator) {
  lua_getfield(L, -1, "peak");
  if (!lua_isnil(L, -1)) {
    static const outlay_field peaks[] = {{"fp32", 0, OUTLAY_FIELD_NUMBER, NULL},
                                         {"tf32", sizeof(double), OUTLAY_FIELD_NUMBER, NULL},
                                         {"bf16", 2 * sizeof(double), OUTLAY_FIELD_NUMBER, NULL},
                                         {"fp8", 3 * sizeof(double), OUTLAY_FIELD_NUMBER, NULL},
                                         {"fp4", 4 * sizeof(double), OUTLAY_FIELD_NUMBER, NULL},
                                         END};
    outlay_read_fields(L, -1, "peak", peaks, NULL, accelerator->peak);
  }
  lua_pop(L, 1);
}

static void read_machine(lua_State *L, subject *s) {
  static const char *const others[] = {"accelerator", "peak", "efficiency", NULL};
  push_member(L, "machine");
  if (!lua_istable(L, -1)) (void)outlay_raise_argument(L, "machine must be a table");
  s->machine = outlay_machine_of(to_accelerator(L), 1, 0);
  read_peaks(L, &s->machine.accelerator);
  outlay_read_fields(L, -1, "machine", machine_fields, others, &s->machine);
  s->fitted = outlay_fitted_find(s->machine.accelerator.family);
  outlay_efficiency efficiency = s->fitted->efficiency;
  lua_getfield(L, -1, "efficiency");
  if (!lua_isnil(L, -1)) {
    outlay_read_fields(L, -1, "efficiency", efficiency_fields, NULL, &efficiency);
    check_efficiency(L, &efficiency);
  }
  lua_pop(L, 2);
  outlay_error error;
  outlay_check(L, outlay_machine_check(&s->machine, &error), &error);
  outlay_platform_of(&s->machine, &efficiency, &s->platform);
}

static void read_workload(lua_State *L, outlay_workload *workload) {
  memset(workload, 0, sizeof *workload);
  read_member(L, "workload", workload_fields, workload);
  outlay_error error;
  outlay_check(L, outlay_workload_check(workload, &error), &error);
}

/* Products in a precision that the accelerator has no rate for would be those of a wider one. */
static void check_precision(lua_State *L, const subject *s) {
  const outlay_precision p = s->strategy.precision;
  if ((p != OUTLAY_FP8 && p != OUTLAY_FP4) || s->machine.accelerator.peak[p] > 0) return;
  outlay_error error;
  memset(&error, 0, sizeof error);
  const outlay_status status =
      outlay_fail(&error, OUTLAY_ERROR_ARGUMENT, "%s multiplies no matrices in %s",
                  s->machine.accelerator.name, precisions[p]);
  const bool eight = p == OUTLAY_FP4 && s->machine.accelerator.peak[OUTLAY_FP8] > 0;
  outlay_advise(&error, "write precision = \"%s\", or choose an accelerator that does",
                precisions[eight ? OUTLAY_FP8 : OUTLAY_16BIT]);
  outlay_check(L, status, &error);
}

static void read_subject(lua_State *L, subject *s) {
  lua_settop(L, 1);
  read_workload(L, &s->workload);
  read_machine(L, s);
  s->strategy = (outlay_strategy){.tp = 1,
                                  .pp = 1,
                                  .dp = 1,
                                  .cp = 1,
                                  .micro_batch = 1,
                                  .precision = OUTLAY_16BIT,
                                  .gradient_bytes = 4};
  read_member(L, "strategy", strategy_fields, &s->strategy);
  if (s->strategy.recompute_share > 1) {
    (void)outlay_raise_argument(L, "strategy: recompute_share is %g; it is from 0 to 1",
                                s->strategy.recompute_share);
  }
  if (s->strategy.zero > 3) {
    (void)outlay_raise_argument(L, "strategy: zero is %u; it is from 0 to 3", s->strategy.zero);
  }
  check_precision(L, s);
}

/* ---- writing ------------------------------------------------------------------------------- */

static void push_memory(lua_State *L, const subject *s) {
  outlay_memory_use use;
  outlay_memory_peak(&s->workload, &s->machine, &s->strategy, &use);
  lua_newtable(L);
  outlay_set_number(L, "bytes", use.bytes);
  outlay_set_number(L, "available", use.available);
  outlay_set_number(L, "host", use.host);
  lua_newtable(L);
  for (int i = 0; i < OUTLAY_MEMORY_KINDS; i++) {
    outlay_set_number(L, outlay_memory_kind_name((outlay_memory_kind)i), use.kinds[i]);
  }
  lua_setfield(L, -2, "kinds");
  outlay_error error;
  memset(&error, 0, sizeof error);
  if (outlay_memory_check(&s->workload, &s->machine, &s->strategy, &error) != OUTLAY_OK) {
    outlay_set_text(L, "problem", error.message);
    outlay_set_text(L, "advice", error.advice);
  }
}

/* Measured over predicted time of a family of runs that the constants have not seen, which a
 * script's is; `rows` is 0 where the accelerator's constants are a sibling's. */
static void push_error(lua_State *L, const subject *s) {
  const outlay_fitted *fitted = s->fitted;
  const bool own = strcmp(fitted->family, s->machine.accelerator.family) == 0;
  const outlay_error_spread *spread = outlay_error_of("", s->workload.experts > 0);
  lua_newtable(L);
  outlay_set_text(L, "family", s->machine.accelerator.family);
  outlay_set_text(L, "fitted", fitted->family);
  outlay_set_number(L, "low", spread->low);
  outlay_set_number(L, "high", spread->high);
  outlay_set_number(L, "families", spread->families);
  outlay_set_number(L, "rows", own ? fitted->rows : 0);
}

static void push_terms(lua_State *L, const outlay_step *step) {
  lua_newtable(L);
  for (int i = 0; i < OUTLAY_TERMS; i++) {
    outlay_set_number(L, outlay_term_name((outlay_term)i), step->terms[i]);
  }
}

/* ---- functions ----------------------------------------------------------------------------- */

/* predict{ workload =, machine =, strategy = } -> table */
static int train_predict(lua_State *L) {
  subject s;
  read_subject(L, &s);
  outlay_error error;
  outlay_check(L, outlay_strategy_check(&s.workload, &s.machine, &s.strategy, &error), &error);
  outlay_balance_stages(&s.workload, &s.platform, &s.strategy);
  outlay_step step;
  outlay_step_time(&s.workload, &s.platform, &s.strategy, &step);
  if (!(step.time > 0) || isinf(step.time)) {
    return outlay_raise_argument(L,
                                 "the model has no time for this step: a bandwidth or a "
                                 "rate that it needs is 0");
  }
  lua_newtable(L);
  outlay_set_number(L, "time", step.time);
  outlay_set_number(L, "mfu", step.mfu);
  outlay_set_number(L, "hfu", step.hfu);
  outlay_set_number(L, "tokens", step.tokens);
  outlay_set_number(L, "model_flops", step.model_flops);
  outlay_set_number(L, "hardware_flops", step.hardware_flops);
  outlay_set_number(L, "peak", outlay_peak(&s.machine.accelerator, OUTLAY_16BIT));
  push_terms(L, &step);
  lua_setfield(L, -2, "terms");
  push_memory(L, &s);
  lua_setfield(L, -2, "memory");
  push_error(L, &s);
  lua_setfield(L, -2, "error");
  return 1;
}

/* count(workload) -> parameters in all and active, FLOPs a token by the causal and full count */
static int train_count(lua_State *L) {
  outlay_workload workload;
  read_workload(L, &workload);
  outlay_parameters parameters;
  outlay_flops causal;
  outlay_flops full;
  outlay_count_parameters(&workload, &parameters);
  outlay_count_flops(&workload, OUTLAY_CAUSAL, &causal);
  outlay_count_flops(&workload, OUTLAY_FULL, &full);
  lua_newtable(L);
  outlay_set_number(L, "parameters", parameters.total);
  outlay_set_number(L, "active", parameters.active);
  outlay_set_number(L, "causal_flops", causal.forward + causal.backward);
  outlay_set_number(L, "full_flops", full.forward + full.backward);
  return 1;
}

typedef struct searched {
  outlay_search_result result;
} searched;

static int searched_collect(lua_State *L) {
  searched *there = luaL_checkudata(L, 1, OUTLAY_SEARCHED);
  outlay_search_free(&there->result);
  memset(&there->result, 0, sizeof there->result);
  return 0;
}

/* The terms that make a step slower than the best, greatest first. */
static void push_differences(lua_State *L, const outlay_step *best, const outlay_step *step) {
  outlay_term terms[OUTLAY_TERMS];
  const size_t n = outlay_step_differences(best, step, terms);
  lua_newtable(L);
  for (size_t i = 0; i < n; i++) {
    lua_pushstring(L, outlay_term_name(terms[i]));
    lua_rawseti(L, -2, (int)i + 1);
  }
}

static void push_candidates(lua_State *L, const subject *s, const outlay_candidate *candidates,
                            size_t count) {
  outlay_step best = {0}, step;
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    outlay_push_fields(L, strategy_fields, &candidates[i].strategy);
    lua_newtable(L);
    lua_insert(L, -2);
    lua_setfield(L, -2, "strategy");
    outlay_set_number(L, "time", candidates[i].time);
    outlay_set_number(L, "token_time", candidates[i].token_time);
    outlay_set_number(L, "memory", candidates[i].memory);
    outlay_set_number(L, "value", candidates[i].value);
    outlay_step_time(&s->workload, &s->platform, &candidates[i].strategy, &step);
    if (i == 0) best = step;
    push_terms(L, &step);
    lua_setfield(L, -2, "terms");
    push_differences(L, &best, &step);
    lua_setfield(L, -2, "slower_by");
    lua_rawseti(L, -2, (int)i + 1);
  }
}

typedef struct limits {
  uint32_t global_batch, top, threads;
  bool front;
  uint32_t objective;
  double tokens, deadline;
} limits;

static const char *const objectives[] = {"time", "device_time", "deadline", NULL};
static const outlay_field limit_fields[] = {
    OF(limits, global_batch, WHOLE),      OF(limits, top, WHOLE),
    OF(limits, threads, WHOLE),           OF(limits, front, FLAG),
    OF(limits, tokens, NUMBER),           OF(limits, deadline, NUMBER),
    WORDS(limits, objective, objectives), END};

static void read_limits(lua_State *L, limits *l) {
  static const char *const others[] = {"workload", "machine", "strategy", "space", NULL};
  *l = (limits){.top = 1, .threads = 1};
  outlay_read_fields(L, 1, "search", limit_fields, others, l);
  if (l->global_batch < 1) (void)outlay_raise_argument(L, "search needs global_batch");
  if (l->top < 1 || l->top > 10000) {
    (void)outlay_raise_argument(L, "search: top is %u; it is from 1 to 10,000", l->top);
  }
  if (l->threads > 1024) (void)outlay_raise_argument(L, "search: at most 1024 threads");
}

/* search{ workload =, machine =, strategy = what is not varied, space = limits, global_batch =,
 * top =, front =, objective = } -> { best =, front =, points =, ... } */
static int train_search(lua_State *L) {
  subject s;
  limits l;
  read_subject(L, &s);
  read_limits(L, &l);
  if (s.machine.devices != floor(s.machine.devices) || s.machine.devices > 16777216) {
    return outlay_raise_argument(L,
                                 "search: devices is %g; it must be whole and at most "
                                 "16,777,216",
                                 s.machine.devices);
  }
  outlay_space space =
      outlay_space_usual(&s.workload, &s.strategy, (uint32_t)s.machine.devices, l.global_batch);
  lua_getfield(L, 1, "space");
  if (!lua_isnil(L, -1)) outlay_read_fields(L, -1, "space", space_fields, NULL, &space);
  searched *there = lua_newuserdata(L, sizeof *there);
  memset(there, 0, sizeof *there);
  luaL_getmetatable(L, OUTLAY_SEARCHED);
  lua_setmetatable(L, -2);
  const outlay_search_options options = {.objective = (outlay_objective)l.objective,
                                         .tokens = l.tokens,
                                         .deadline = l.deadline,
                                         .top = l.top,
                                         .front = l.front,
                                         .threads = l.threads,
                                         .cancel = &outlay_session_of(L)->stop};
  outlay_error error;
  outlay_check(
      L, outlay_search(NULL, &s.workload, &space, &s.platform, 1, &options, &there->result, &error),
      &error);
  const outlay_search_result *found = &there->result;
  lua_newtable(L);
  outlay_set_number(L, "points", (double)found->points);
  outlay_set_number(L, "feasible", (double)found->feasible);
  outlay_set_number(L, "infeasible", (double)found->infeasible);
  outlay_set_number(L, "pruned", (double)found->pruned);
  push_candidates(L, &s, found->best, found->count);
  lua_setfield(L, -2, "best");
  push_candidates(L, &s, found->front, found->front_count);
  lua_setfield(L, -2, "front");
  return 1;
}

/* goodput{ devices =, failure_rate =, ..., interval = } -> table */
static int train_goodput(lua_State *L) {
  static const char *const others[] = {"interval", NULL};
  outlay_reliability reliability;
  memset(&reliability, 0, sizeof reliability);
  lua_settop(L, 1);
  outlay_read_fields(L, 1, "goodput", reliability_fields, others, &reliability);
  lua_getfield(L, 1, "interval");
  const double interval = lua_isnil(L, -1) ? 0 : outlay_to_amount(L, -1, "goodput", "interval");
  outlay_goodput g;
  outlay_error error;
  outlay_check(L, outlay_goodput_of(&reliability, interval, &g, &error), &error);
  static const outlay_field fields[] = {
      OF(outlay_goodput, time_to_failure, NUMBER), OF(outlay_goodput, interval, NUMBER),
      OF(outlay_goodput, factor, NUMBER),          OF(outlay_goodput, goodput, NUMBER),
      OF(outlay_goodput, checkpointing, NUMBER),   OF(outlay_goodput, lost, NUMBER),
      OF(outlay_goodput, restarting, NUMBER),      OF(outlay_goodput, straggling, NUMBER),
      OF(outlay_goodput, no_spare, NUMBER),        END};
  outlay_push_fields(L, fields, &g);
  return 1;
}

/* accelerators() -> list of { name =, family =, source = } */
static int train_accelerators(lua_State *L) {
  lua_newtable(L);
  for (size_t i = 0; outlay_accelerator_at(i) != NULL; i++) {
    const outlay_accelerator *a = outlay_accelerator_at(i);
    lua_newtable(L);
    outlay_set_text(L, "name", a->name);
    outlay_set_text(L, "family", a->family);
    outlay_set_text(L, "source", a->source);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* Pushes the names of a structure's fields. */
static void push_names(lua_State *L, const outlay_field *fields) {
  lua_newtable(L);
  for (int i = 0; fields[i].name != NULL; i++) {
    lua_pushstring(L, fields[i].name);
    lua_rawseti(L, -2, i + 1);
  }
}

int outlay_open_train(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {{"predict", train_predict},
                                       {"count", train_count},
                                       {"search", train_search},
                                       {"goodput", train_goodput},
                                       {"accelerators", train_accelerators},
                                       {NULL, NULL}};
  (void)luaL_newmetatable(L, OUTLAY_SEARCHED);
  lua_pushcfunction(L, searched_collect);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
  outlay_session_newlib(L, session, functions);
  lua_pushnumber(L, outlay_llama3_failure_rate());
  lua_setfield(L, -2, "llama3_failure_rate");
  push_names(L, strategy_fields);
  lua_setfield(L, -2, "strategy_fields");
  push_names(L, workload_fields);
  lua_setfield(L, -2, "workload_fields");
  return 1;
}
