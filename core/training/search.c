#include "search.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

#include "memory_model.h"
#include "status.h"

/* One part of the search: the strategies of some degrees of parallelism in one space. */
typedef struct work_item {
  size_t space;
  outlay_degrees degrees;
  uint64_t first; /* index of its first point */
} work_item;

typedef struct job {
  const outlay_workload *workload;
  const outlay_space *spaces;
  const outlay_platform *platforms;
  const outlay_search_options *options;
  work_item *items;
  size_t item_count, item_capacity;
  atomic_size_t next;
  atomic_bool failed;
} job;

typedef struct worker {
  job *job;
  outlay_search_result result;
  pthread_t thread;
  bool started;
  char apart[128]; /* counters of two workers share no cache line */
} worker;

/* ---- the best ---------------------------------------------------------------------------------
 */

static bool better(const outlay_candidate *a, const outlay_candidate *b) {
  return a->value < b->value || (a->value == b->value && a->index < b->index);
}

/* What a candidate must be below to come among the best. */
static double bar(const outlay_search_result *r) {
  return r->count < r->best_capacity ? INFINITY : r->best[r->count - 1].value;
}

static void offer(outlay_search_result *r, const outlay_candidate *c) {
  size_t place = r->count;
  if (r->count == r->best_capacity) {
    if (!better(c, &r->best[r->count - 1])) return;
    place--;
  } else {
    r->count++;
  }
  for (; place > 0 && better(c, &r->best[place - 1]); place--) r->best[place] = r->best[place - 1];
  r->best[place] = *c;
}

/* ---- the front --------------------------------------------------------------------------------
 */

static double device_time(const outlay_candidate *c) {
  return c->token_time * outlay_strategy_devices(&c->strategy);
}

static bool dominates(const outlay_candidate *a, const outlay_candidate *b) {
  return a->token_time <= b->token_time && device_time(a) <= device_time(b) &&
         a->memory <= b->memory;
}

/* Adds a candidate to the front and drops those that it dominates; of equals the first stays. */
static bool offer_front(outlay_search_result *r, const outlay_candidate *c) {
  for (size_t i = 0; i < r->front_count; i++) {
    const outlay_candidate *f = &r->front[i];
    if (dominates(f, c) && !(dominates(c, f) && c->index < f->index)) return true;
  }
  size_t kept = 0;
  for (size_t i = 0; i < r->front_count; i++) {
    if (!dominates(c, &r->front[i])) r->front[kept++] = r->front[i];
  }
  r->front_count = kept;
  if (!outlay_memory_reserve(&r->allocator, (void **)&r->front, &r->front_capacity, kept + 1,
                             sizeof *r->front)) {
    return false;
  }
  r->front[r->front_count++] = *c;
  return true;
}

/* ---- one plan -----------------------------------------------------------------------------------
 */

typedef struct plan_search {
  const job *job;
  const outlay_space *space;
  const outlay_platform *platform;
  outlay_search_result *result;
  outlay_strategy strategy;
  outlay_plan plan;
  outlay_data_time data[4][3]; /* by sharding and network */
  double send[3];              /* by network */
  uint64_t index;
} plan_search;

/* Of the groups that use only the fast network, all ranks together fit in one domain. */
static bool networks_fit(const outlay_strategy *s, const outlay_machine *machine) {
  double fast = 1;
  if (s->tp > 1 && s->tensor_network == OUTLAY_FAST_ONLY) fast *= s->tp;
  if (s->pp > 1 && s->pipeline_network == OUTLAY_FAST_ONLY) fast *= s->pp;
  if (s->dp > 1 && s->data_network == OUTLAY_FAST_ONLY) fast *= s->dp;
  return fast <= machine->domain;
}

static double value_of(const outlay_search_options *o, const outlay_strategy *s,
                       double token_time) {
  if (o->objective == OUTLAY_LEAST_TIME) return token_time;
  return token_time * outlay_strategy_devices(s);
}

static bool in_time(const outlay_search_options *o, double token_time) {
  return o->objective != OUTLAY_LEAST_BY_DEADLINE || token_time * o->tokens <= o->deadline;
}

/* Times the strategies that differ in networks and overlap only. */
static bool time_networks(plan_search *p, double memory) {
  outlay_strategy *s = &p->strategy;
  outlay_search_result *r = p->result;
  const uint32_t overlaps = outlay_space_data_overlap(p->space, s->dp);
  const uint32_t pipelines = outlay_space_networks(p->space, s->pp);
  const uint32_t datas = outlay_space_networks(p->space, s->dp);
  const double tokens = s->global_batch * p->job->workload->sequence;
  for (uint32_t overlap = 0; overlap < 2; overlap++) {
    if ((overlaps >> overlap & 1) == 0) continue;
    s->data_overlap = overlap == 1;
    for (uint32_t pn = 0; pn < 3; pn++) {
      if ((pipelines >> pn & 1) == 0) continue;
      s->pipeline_network = (outlay_placement)pn;
      for (uint32_t dn = 0; dn < 3; dn++) {
        if ((datas >> dn & 1) == 0) continue;
        s->data_network = (outlay_placement)dn;
        const uint64_t index = p->index++;
        if (!networks_fit(s, &p->platform->machine)) {
          r->infeasible++;
          continue;
        }
        double terms[OUTLAY_TERMS];
        const double time =
            outlay_plan_time(&p->plan, p->platform, s, &p->data[s->zero][dn], p->send[pn], terms);
        const double token_time = time / tokens;
        if (!in_time(p->job->options, token_time)) {
          r->infeasible++;
          continue;
        }
        r->feasible++;
        const double value = value_of(p->job->options, s, token_time);
        if (value > bar(r) && !p->job->options->front) continue;
        const outlay_candidate c = {*s, time, token_time, memory, value, index};
        offer(r, &c);
        if (p->job->options->front && !offer_front(r, &c)) return false;
      }
    }
  }
  return true;
}

static uint64_t network_points(const plan_search *p) {
  const uint32_t masks[3] = {outlay_space_data_overlap(p->space, p->strategy.dp),
                             outlay_space_networks(p->space, p->strategy.pp),
                             outlay_space_networks(p->space, p->strategy.dp)};
  uint64_t n = 1;
  for (int i = 0; i < 3; i++) {
    uint64_t bits = 0;
    for (uint32_t m = masks[i]; m != 0; m &= m - 1) bits++;
    n *= bits;
  }
  return n;
}

static bool offloads_fit(const plan_search *p, uint32_t offload, const outlay_memory_use *use) {
  const double layers = p->plan.stages.layers;
  return offload == 0 ||
         (layers > p->space->offload_layers && use->host <= p->platform->machine.host_memory);
}

/* The strategies of one interleaving degree: by sharding and offloading, which memory needs. */
static bool search_chunk(plan_search *p) {
  outlay_strategy *s = &p->strategy;
  const uint64_t each = network_points(p);
  for (uint32_t zero = 0; zero < 4; zero++) {
    if (!outlay_space_shards(p->space, s, zero)) continue;
    s->zero = zero;
    for (uint32_t offload = 0; offload < 8; offload++) {
      if (!outlay_space_offloads(p->space, s, offload)) continue;
      s->offload_weights = (offload & OUTLAY_OFFLOAD_WEIGHTS) != 0;
      s->offload_activations = (offload & OUTLAY_OFFLOAD_ACTIVATIONS) != 0;
      s->offload_optimizer = (offload & OUTLAY_OFFLOAD_OPTIMIZER) != 0;
      outlay_memory_use use;
      outlay_memory_peak(p->job->workload, &p->platform->machine, s, &use);
      if (use.bytes > use.available || !offloads_fit(p, offload, &use)) {
        p->result->infeasible += each;
        p->index += each;
        continue;
      }
      if (!time_networks(p, use.bytes)) return false;
    }
  }
  return true;
}

/* Seconds a token that no strategy of the plan can be below: its computing alone. */
static double lower_bound(const plan_search *p) {
  const outlay_stage *stage = &p->plan.stages.slowest;
  const double step = outlay_micro_batches(&p->strategy) * (stage->forward + stage->backward);
  return step / (p->strategy.global_batch * p->job->workload->sequence);
}

static uint64_t plan_points(const plan_search *p, size_t chunks) {
  uint64_t shards = 0, offloads = 0;
  for (uint32_t zero = 0; zero < 4; zero++) {
    shards += outlay_space_shards(p->space, &p->strategy, zero);
  }
  for (uint32_t o = 0; o < 8; o++) offloads += outlay_space_offloads(p->space, &p->strategy, o);
  return chunks * shards * offloads * network_points(p);
}

static void fill_communication(plan_search *p) {
  outlay_strategy s = p->strategy;
  for (uint32_t n = 0; n < 3; n++) {
    s.pipeline_network = s.data_network = (outlay_placement)n;
    p->send[n] = outlay_send_time(p->job->workload, p->platform, &s);
    for (uint32_t zero = 0; zero < 4; zero++) {
      s.zero = zero;
      if ((p->space->zero >> zero & 1) == 0 || (p->space->networks >> n & 1) == 0) continue;
      outlay_data_times(p->job->workload, p->platform, &s, &p->plan.weights, &p->data[zero][n]);
    }
  }
}

static bool search_plan(plan_search *p, const uint32_t *interleaves, size_t chunks) {
  const outlay_search_options *o = p->job->options;
  outlay_balance_stages(p->job->workload, p->platform, &p->strategy);
  outlay_plan_make(p->job->workload, p->platform, &p->strategy, &p->plan);
  const double bound = value_of(o, &p->strategy, lower_bound(p));
  if (!o->exhaustive && !o->front && bound > bar(p->result)) {
    const uint64_t points = plan_points(p, chunks);
    p->result->pruned += points;
    p->index += points;
    return true;
  }
  fill_communication(p);
  for (size_t i = 0; i < chunks; i++) {
    p->strategy.interleave = interleaves[i];
    if (!search_chunk(p)) return false;
  }
  return true;
}

/* ---- threads --------------------------------------------------------------------------------- */

static bool cancelled(const job *j) {
  return j->options->cancel != NULL &&
         atomic_load_explicit(j->options->cancel, memory_order_relaxed);
}

static bool search_item(worker *w, const work_item *item) {
  const job *j = w->job;
  const outlay_space *space = &j->spaces[item->space];
  uint32_t interleaves[64];
  const size_t chunks =
      outlay_space_interleaves(space, j->workload, &item->degrees, interleaves, 64);
  uint64_t index = item->first;
  for (outlay_outer outer = {.step = 0};
       outlay_outer_next(space, j->workload, &item->degrees, &outer);) {
    if (cancelled(j)) return true;
    plan_search p = {.job = j,
                     .space = space,
                     .platform = &j->platforms[item->space],
                     .result = &w->result,
                     .strategy = outer.strategy,
                     .index = index};
    if (!search_plan(&p, interleaves, chunks)) return false;
    if (j->options->progress != NULL) {
      atomic_fetch_add_explicit(j->options->progress, p.index - index, memory_order_relaxed);
    }
    index = p.index;
  }
  return true;
}

static void *work(void *context) {
  worker *w = context;
  job *j = w->job;
  for (;;) {
    const size_t next = atomic_fetch_add(&j->next, 1);
    if (next >= j->item_count || atomic_load(&j->failed) || cancelled(j)) return NULL;
    if (!search_item(w, &j->items[next])) atomic_store(&j->failed, true);
  }
}

/* Indexes only order the points: each item may leave gaps. */
static const uint64_t item_room = UINT64_C(1) << 40;

static bool list_items(const outlay_allocator *allocator, job *j, size_t spaces) {
  for (size_t i = 0; i < spaces; i++) {
    for (outlay_degrees d = {0}; outlay_space_next(&j->spaces[i], j->workload, &d);) {
      if (!outlay_memory_reserve(allocator, (void **)&j->items, &j->item_capacity,
                                 j->item_count + 1, sizeof *j->items)) {
        return false;
      }
      j->items[j->item_count] = (work_item){i, d, item_room * j->item_count};
      j->item_count++;
    }
  }
  return true;
}

static bool make_result(const outlay_allocator *allocator, size_t top, outlay_search_result *r) {
  *r = (outlay_search_result){.allocator = *allocator, .best_capacity = top};
  r->best = outlay_memory_new(allocator, top, sizeof *r->best);
  return r->best != NULL;
}

void outlay_search_free(outlay_search_result *r) {
  outlay_memory_free(&r->allocator, r->best, r->best_capacity, sizeof *r->best);
  outlay_memory_free(&r->allocator, r->front, r->front_capacity, sizeof *r->front);
  r->best = r->front = NULL;
  r->count = r->best_capacity = r->front_count = r->front_capacity = 0;
}

static bool merge(outlay_search_result *into, const outlay_search_result *from) {
  for (size_t i = 0; i < from->count; i++) offer(into, &from->best[i]);
  for (size_t i = 0; i < from->front_count; i++) {
    if (!offer_front(into, &from->front[i])) return false;
  }
  into->feasible += from->feasible;
  into->infeasible += from->infeasible;
  into->pruned += from->pruned;
  into->points += from->feasible + from->infeasible + from->pruned;
  return true;
}

static void sort_front(outlay_search_result *r) {
  for (size_t i = 1; i < r->front_count; i++) {
    const outlay_candidate c = r->front[i];
    size_t place = i;
    for (; place > 0 && r->front[place - 1].token_time > c.token_time; place--) {
      r->front[place] = r->front[place - 1];
    }
    r->front[place] = c;
  }
}

/* Runs the workers, the first in this thread. */
static bool run(job *j, worker *workers, size_t threads) {
  for (size_t i = 1; i < threads; i++) {
    workers[i].started = pthread_create(&workers[i].thread, NULL, work, &workers[i]) == 0;
  }
  (void)work(&workers[0]);
  for (size_t i = 1; i < threads; i++) {
    if (workers[i].started) (void)pthread_join(workers[i].thread, NULL);
  }
  return !atomic_load(&j->failed);
}

outlay_status outlay_search(const outlay_allocator *given, const outlay_workload *workload,
                            const outlay_space *spaces, const outlay_platform *platforms,
                            size_t count, const outlay_search_options *options,
                            outlay_search_result *out, outlay_error *error) {
  const outlay_allocator allocator = outlay_memory_or_default(given);
  const size_t top = options->top > 0 ? options->top : 1;
  const size_t threads = options->threads > 0 ? options->threads : 1;
  const outlay_status status = outlay_workload_check(workload, error);
  if (status != OUTLAY_OK) return status;
  *out = (outlay_search_result){.allocator = allocator};
  job j = {.workload = workload, .spaces = spaces, .platforms = platforms, .options = options};
  worker *workers = outlay_memory_new(&allocator, threads, sizeof *workers);
  bool good =
      workers != NULL && make_result(&allocator, top, out) && list_items(&allocator, &j, count);
  for (size_t i = 0; good && i < threads; i++) {
    workers[i].job = &j;
    good = make_result(&allocator, top, &workers[i].result);
  }
  good = good && run(&j, workers, threads);
  for (size_t i = 0; workers != NULL && i < threads; i++) {
    if (workers[i].result.best == NULL) continue;
    good = good && merge(out, &workers[i].result);
    outlay_search_free(&workers[i].result);
  }
  outlay_memory_free(&allocator, workers, threads, sizeof *workers);
  outlay_memory_free(&allocator, j.items, j.item_capacity, sizeof *j.items);
  if (!good) {
    outlay_search_free(out);
    return outlay_fail_memory(error);
  }
  sort_front(out);
  if (cancelled(&j)) return outlay_fail(error, OUTLAY_ERROR_CANCELLED, "the search was stopped");
  return OUTLAY_OK;
}
