/* Running the samples of twin designs, and each group's draws moved from one to the other. */
#include <math.h>
#include <string.h>

#include "evaluate_steps.h"
#include "pool.h"
#include "progress.h"
#include "sensitivity.h"
#include "status.h"

/* Samples of an item of work; replicates are worked through piece by piece. */
enum { PIECE = 4096 };

/* What one thread works in. */
typedef struct worker {
  outlay_workspace a;        /* all values of A */
  outlay_workspace b;        /* those of B, then of A with a group's draws of B */
  outlay_column_memory kept; /* B's draws, in the order of the groups' draws; then the two below */
  double *of_b, *difference; /* the output of B; what is summed */
} worker;

/* The sums of one item. */
typedef struct item_sums {
  outlay_pair_sums pair;
  outlay_group_sums *groups;
  bool failed;
  size_t bad_group;
} item_sums;

typedef struct running {
  outlay_indices *indices;
  const outlay_plan *plan;
  const outlay_design *twins;
  const outlay_options *options;
  uint32_t output;
  size_t chunk;
  uint64_t replicate; /* samples of one */
  uint64_t pieces;    /* of a replicate */
  worker *workers;
  item_sums *window;
  outlay_group_sums *window_groups;
  uint32_t window_size;
  outlay_progress progress;
  double items;
  bool failed;
  size_t bad_group;
} running;

/* ---- sums ---- */

static bool add_sum(const outlay_kernels *kernels, const double *values, size_t n, double shift,
                    double *sum, double *square) {
  double out[4];
  kernels->accumulate(values, n, shift, out);
  if (sum != NULL) *sum += out[0];
  *square += out[1];
  return isfinite(out[0]) && isfinite(out[1]);
}

static bool add_distance(const running *r, worker *w, const double *x, const double *y, size_t n,
                         double *square) {
  r->plan->kernels->binary[OUTLAY_SUBTRACT][OUTLAY_BOTH_VARY](w->difference, x, y, n);
  return add_sum(r->plan->kernels, w->difference, n, 0, NULL, square);
}

/* ---- a chunk ---- */

static double *column(const outlay_workspace *workspace, uint32_t index) {
  return workspace->columns.data + index * workspace->stride;
}

static const double *output_of(const running *r, const outlay_workspace *workspace) {
  return column(workspace, r->output);
}

/* B's draws, as its DRAW steps made them: other steps may have written over them since. */
static void keep_draws(const running *r, worker *w, uint64_t first, size_t n) {
  const outlay_input_groups *groups = &r->indices->groups;
  for (size_t i = 0; i < r->plan->step_count; i++) {
    const outlay_step *step = &r->plan->steps[i];
    if (step->code != OUTLAY_STEP_DRAW) continue;
    double *even = step->out == OUTLAY_NO_COLUMN ? NULL : column(&w->b, step->out);
    double *odd = step->extra == OUTLAY_NO_COLUMN ? NULL : column(&w->b, step->extra);
    outlay_design_draw(&r->twins[1], r->plan->kernels, step, even, odd, first, n);
  }
  for (size_t i = 0; i < groups->draw_count; i++) {
    memcpy(w->kept.data + i * r->chunk, column(&w->b, groups->draws[i].column), n * sizeof(double));
  }
}

/* A and B; afterwards both workspaces have A's values. */
static bool run_twins(const running *r, worker *w, uint64_t first, size_t n, item_sums *sums) {
  if (!outlay_steps_run(r->plan, &w->a, &r->twins[0], first, n) ||
      !outlay_steps_run(r->plan, &w->b, &r->twins[1], first, n)) {
    return false;
  }
  const double *a = output_of(r, &w->a);
  memcpy(w->of_b, output_of(r, &w->b), n * sizeof(double));
  outlay_pair_sums *pair = &sums->pair;
  const outlay_kernels *kernels = r->plan->kernels;
  pair->count += (double)n;
  if (!add_sum(kernels, a, n, r->indices->shift, &pair->a, &pair->aa) ||
      !add_sum(kernels, w->of_b, n, r->indices->shift, &pair->b, &pair->bb) ||
      !add_distance(r, w, a, w->of_b, n, &pair->distance)) {
    sums->failed = true;
  }
  keep_draws(r, w, first, n);
  memcpy(w->b.columns.data, w->a.columns.data,
         (size_t)r->plan->columns * w->a.stride * sizeof(double));
  return true;
}

static bool run_group(const running *r, worker *w, size_t number, size_t n, item_sums *sums) {
  const outlay_input_groups *groups = &r->indices->groups;
  const outlay_input_group *group = &groups->groups[number];
  for (size_t i = group->draw; i < group->draw + group->draw_count; i++) {
    memcpy(column(&w->b, groups->draws[i].column), w->kept.data + i * r->chunk, n * sizeof(double));
  }
  if (!outlay_steps_run_some(r->plan, &w->b, groups->steps + group->step, group->step_count, n)) {
    return false;
  }
  const double *mixed = output_of(r, &w->b);
  outlay_group_sums *sum = &sums->groups[number];
  if (!add_sum(r->plan->kernels, mixed, n, r->indices->shift, &sum->m, &sum->mm) ||
      !add_distance(r, w, mixed, output_of(r, &w->a), n, &sum->from_a) ||
      !add_distance(r, w, mixed, w->of_b, n, &sum->from_b)) {
    sums->failed = true;
    sums->bad_group = number;
  }
  for (size_t i = group->column; i < group->column + group->column_count; i++) {
    memcpy(column(&w->b, groups->columns[i]), column(&w->a, groups->columns[i]),
           n * sizeof(double));
  }
  return true;
}

static bool run_chunk(const running *r, worker *w, uint64_t first, size_t n, item_sums *sums) {
  if (!run_twins(r, w, first, n, sums)) return false;
  for (size_t i = 0; i < r->indices->groups.count && !sums->failed; i++) {
    if (!run_group(r, w, i, n, sums)) return false;
  }
  return true;
}

/* ---- items ---- */

static bool should_stop(void *context) {
  const running *r = context;
  return outlay_is_cancelled(r->options->cancel);
}

static bool run_item(void *context, uint32_t thread, uint64_t item) {
  running *r = context;
  item_sums *sums = &r->window[item % r->window_size];
  const size_t groups = r->indices->groups.count;
  *sums =
      (item_sums){.groups = r->window_groups + item % r->window_size * groups, .bad_group = groups};
  memset(sums->groups, 0, groups * sizeof *sums->groups);
  const uint64_t begin = item % r->pieces * PIECE;
  const uint64_t left = r->replicate - begin;
  const size_t size = left < PIECE ? (size_t)left : PIECE;
  const uint64_t first = item / r->pieces * r->replicate + begin;
  for (size_t done = 0; done < size && !sums->failed; done += r->chunk) {
    const size_t n = size - done < r->chunk ? size - done : r->chunk;
    if (!run_chunk(r, &r->workers[thread], first + done, n, sums)) return false;
  }
  return !should_stop(r);
}

static bool take_item(void *context, uint64_t item) {
  running *r = context;
  const item_sums *sums = &r->window[item % r->window_size];
  if (sums->failed) {
    r->failed = true;
    r->bad_group = sums->bad_group;
    return false;
  }
  const size_t replicate = (size_t)(item / r->pieces), groups = r->indices->groups.count;
  outlay_pair_sums *pair = &r->indices->pairs[replicate];
  pair->count += sums->pair.count;
  pair->a += sums->pair.a;
  pair->aa += sums->pair.aa;
  pair->b += sums->pair.b;
  pair->bb += sums->pair.bb;
  pair->distance += sums->pair.distance;
  for (size_t i = 0; i < groups; i++) {
    outlay_group_sums *to = &r->indices->sums[replicate * groups + i];
    to->m += sums->groups[i].m;
    to->mm += sums->groups[i].mm;
    to->from_a += sums->groups[i].from_a;
    to->from_b += sums->groups[i].from_b;
  }
  return true;
}

static void report(void *context, uint64_t taken) {
  running *r = context;
  outlay_progress_report(&r->progress, (double)taken / r->items);
}

/* ---- memory ---- */

static bool worker_new(const running *r, worker *w) {
  const size_t draws = r->indices->groups.draw_count;
  if (!outlay_workspace_new(r->plan, r->chunk, &w->a) ||
      !outlay_workspace_new(r->plan, r->chunk, &w->b) ||
      !outlay_column_memory_new(&r->plan->allocator, draws + 2, r->chunk, &w->kept)) {
    return false;
  }
  w->of_b = w->kept.data + draws * r->chunk;
  w->difference = w->of_b + r->chunk;
  w->a.stop = w->b.stop = should_stop;
  w->a.stop_context = w->b.stop_context = (void *)(uintptr_t)r;
  return true;
}

static void worker_free(const running *r, worker *w) {
  outlay_workspace_free(r->plan, &w->a);
  outlay_workspace_free(r->plan, &w->b);
  outlay_column_memory_free(&r->plan->allocator, &w->kept);
}

/* Samples at a time: both workspaces are to stay in the cache. The size is part of what fixes the
 * digits, so it depends on the plan alone. */
static size_t choose_chunk(uint32_t columns) {
  enum { CACHE = 1024 * 1024 / sizeof(double), LEAST = 128, MOST = 1024 };
  size_t chunk = MOST;
  while (chunk > LEAST && chunk * columns * 2 > CACHE) chunk /= 2;
  return chunk;
}

/* The value that sums are taken from: the first one, so that squares lose no digits. */
static bool find_shift(const running *r, double *shift) {
  worker *w = &r->workers[0];
  if (!outlay_steps_run(r->plan, &w->a, &r->twins[0], 0, OUTLAY_LANES)) return false;
  const double value = output_of(r, &w->a)[0];
  *shift = isfinite(value) ? value : 0;
  return true;
}

static outlay_status run(running *r, uint32_t threads, outlay_error *error) {
  for (uint32_t i = 0; i < threads; i++) {
    if (!worker_new(r, &r->workers[i])) return outlay_fail_memory(error);
  }
  if (!find_shift(r, &r->indices->shift)) {
    return outlay_fail(error, OUTLAY_ERROR_CANCELLED, "cancelled");
  }
  const outlay_pool_work work = {.context = r,
                                 .items = r->pieces * OUTLAY_REPLICATES,
                                 .threads = threads,
                                 .item = run_item,
                                 .take = take_item,
                                 .report = report};
  r->items = (double)work.items;
  outlay_progress_begin(&r->progress);
  const outlay_status status = outlay_pool_run(&r->plan->allocator, &work);
  if (status == OUTLAY_ERROR_MEMORY) return outlay_fail_memory(error);
  if (status != OUTLAY_OK) return outlay_fail(error, status, "cancelled");
  return r->failed ? OUTLAY_ERROR_DOMAIN : OUTLAY_OK;
}

outlay_status outlay_indices_run(outlay_indices *indices, const outlay_plan *plan,
                                 const outlay_design twins[2], uint32_t output,
                                 const outlay_options *options, size_t *bad_group,
                                 outlay_error *error) {
  const outlay_allocator *memory = &plan->allocator;
  const size_t groups = indices->groups.count;
  const uint64_t replicate = indices->samples / OUTLAY_REPLICATES;
  running r = {
      .indices = indices,
      .plan = plan,
      .twins = twins,
      .options = options,
      .output = output,
      .chunk = choose_chunk(plan->columns),
      .replicate = replicate,
      .pieces = (replicate + PIECE - 1) / PIECE,
      .progress = {.call = options->progress, .context = options->progress_context, .end = 1}};
  uint32_t threads = options->threads == 0 ? outlay_pool_processors() : options->threads;
  if (threads > r.pieces * OUTLAY_REPLICATES) threads = (uint32_t)(r.pieces * OUTLAY_REPLICATES);
  r.window_size = outlay_pool_window(threads);
  r.workers = outlay_memory_new(memory, threads, sizeof *r.workers);
  r.window = outlay_memory_new(memory, r.window_size, sizeof *r.window);
  r.window_groups = outlay_memory_new(memory, r.window_size * groups, sizeof *r.window_groups);
  outlay_status status = OUTLAY_ERROR_MEMORY;
  if (r.workers != NULL && r.window != NULL && r.window_groups != NULL) {
    status = run(&r, threads, error);
  } else {
    (void)outlay_fail_memory(error);
  }
  for (uint32_t i = 0; r.workers != NULL && i < threads; i++) worker_free(&r, &r.workers[i]);
  outlay_memory_free(memory, r.workers, threads, sizeof *r.workers);
  outlay_memory_free(memory, r.window, r.window_size, sizeof *r.window);
  outlay_memory_free(memory, r.window_groups, r.window_size * groups, sizeof *r.window_groups);
  *bad_group = r.bad_group;
  return status;
}
