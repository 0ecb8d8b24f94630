#include "evaluate_pass.h"

#include <stdatomic.h>

#include "evaluate_steps.h"
#include "pool.h"
#include "status.h"

enum { MOST_THREADS = 1024 };

/* Bytes of buffers for output columns that are not kept, all threads together. */
static const uint64_t MOST_BUFFER = UINT64_C(1) << 32;

typedef struct running running;

/* One thread's own things. */
typedef struct worker {
  running *pass;
  outlay_workspace workspace;
  outlay_column_memory buffer; /* a block of the outputs, where they are not kept */
  bool reports;
} worker;

struct running {
  const outlay_pass *pass;
  worker *workers;
  atomic_bool finished; /* no further block is needed */
  /* Of the calling thread: */
  uint64_t blocks, taken;
  outlay_progress progress;
};

static uint64_t blocks_of(uint64_t samples) {
  return samples / OUTLAY_BLOCK + (samples % OUTLAY_BLOCK != 0);
}

uint32_t outlay_pass_threads(const outlay_plan *plan, uint64_t samples, uint32_t asked, bool kept) {
  uint64_t threads = asked == 0 ? outlay_pool_processors() : asked;
  const uint64_t blocks = blocks_of(samples);
  if (threads > MOST_THREADS) threads = MOST_THREADS;
  if (threads > blocks) threads = blocks;
  const uint64_t buffer = kept ? 0 : (uint64_t)plan->sink_columns * OUTLAY_BLOCK;
  const uint64_t each = ((uint64_t)plan->columns * plan->chunk + buffer) * sizeof(double);
  if (each > 0 && threads > MOST_BUFFER / each) threads = MOST_BUFFER / each;
  return threads < 1 ? 1 : (uint32_t)threads;
}

/* ---- progress and cancelling ---- */

static void report(void *context, uint64_t taken) {
  running *r = context;
  r->taken = taken;
  outlay_progress_report(&r->progress, (double)taken / (double)r->blocks);
}

static bool should_stop(void *context) {
  worker *w = context;
  if (w->reports) report(w->pass, w->pass->taken);
  return outlay_is_cancelled(w->pass->pass->cancel) || atomic_load(&w->pass->finished);
}

/* ---- blocks ---- */

static bool run_block(void *context, uint32_t thread, uint64_t number) {
  running *r = context;
  const outlay_pass *pass = r->pass;
  worker *w = &r->workers[thread];
  const uint64_t first = number * OUTLAY_BLOCK;
  const uint64_t left = pass->samples - first;
  outlay_block block = {
      .number = number, .first = first, .n = left < OUTLAY_BLOCK ? (size_t)left : OUTLAY_BLOCK};
  double *columns = w->buffer.data;
  block.stride = OUTLAY_BLOCK;
  if (pass->columns != NULL) {
    columns = pass->columns + first;
    block.stride = pass->stride;
  }
  w->workspace.sink_stride = block.stride;
  const size_t chunk = pass->plan->chunk;
  for (size_t begin = 0; begin < block.n; begin += chunk) {
    const size_t n = block.n - begin < chunk ? block.n - begin : chunk;
    w->workspace.sink = columns + begin;
    if (!outlay_steps_run(pass->plan, &w->workspace, pass->design, first + begin, n)) return false;
  }
  if (should_stop(w)) return false;
  block.columns = columns;
  pass->look(pass->context, thread, &block);
  return true;
}

static bool take_block(void *context, uint64_t number) {
  running *r = context;
  if (r->pass->take == NULL || r->pass->take(r->pass->context, number)) return true;
  atomic_store(&r->finished, true);
  return false;
}

/* ---- the pass ---- */

static bool make_workers(running *r) {
  const outlay_pass *pass = r->pass;
  const outlay_plan *plan = pass->plan;
  for (uint32_t i = 0; i < pass->threads; i++) {
    worker *w = &r->workers[i];
    w->pass = r;
    w->reports = i == 0;
    if (!outlay_workspace_new(plan, plan->chunk, &w->workspace)) return false;
    w->workspace.stop = should_stop;
    w->workspace.stop_context = w;
    if (pass->columns == NULL &&
        !outlay_column_memory_new(&plan->allocator, plan->sink_columns, OUTLAY_BLOCK, &w->buffer)) {
      return false;
    }
  }
  return true;
}

static void free_workers(running *r) {
  const outlay_plan *plan = r->pass->plan;
  for (uint32_t i = 0; i < r->pass->threads; i++) {
    outlay_workspace_free(plan, &r->workers[i].workspace);
    outlay_column_memory_free(&plan->allocator, &r->workers[i].buffer);
  }
}

outlay_status outlay_pass_run(const outlay_pass *pass, outlay_error *error) {
  const outlay_plan *plan = pass->plan;
  if (pass->columns == NULL &&
      (uint64_t)plan->sink_columns * OUTLAY_BLOCK > MOST_BUFFER / sizeof(double)) {
    outlay_fail(error, OUTLAY_ERROR_LIMIT, "outputs of %u cells are too many to work through",
                plan->sink_columns);
    outlay_advise(error, "take fewer samples, keep more bytes, or sum over an axis first");
    return OUTLAY_ERROR_LIMIT;
  }
  running r = {.pass = pass, .blocks = blocks_of(pass->samples), .progress = pass->progress};
  atomic_init(&r.finished, false);
  outlay_progress_begin(&r.progress);
  r.workers = outlay_memory_new(&plan->allocator, pass->threads, sizeof *r.workers);
  if (r.workers == NULL) return outlay_fail_memory(error);
  outlay_status status = OUTLAY_ERROR_MEMORY;
  if (make_workers(&r)) {
    const outlay_pool_work work = {.context = &r,
                                   .items = r.blocks,
                                   .threads = pass->threads,
                                   .item = run_block,
                                   .take = take_block,
                                   .report = report};
    status = outlay_pool_run(&plan->allocator, &work);
  }
  free_workers(&r);
  outlay_memory_free(&plan->allocator, r.workers, pass->threads, sizeof *r.workers);
  if (status == OUTLAY_ERROR_MEMORY) return outlay_fail_memory(error);
  if (status == OUTLAY_ERROR_CANCELLED) return outlay_fail(error, status, "cancelled");
  return OUTLAY_OK;
}
