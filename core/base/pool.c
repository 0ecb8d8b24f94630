#if defined(__linux__)
#define _GNU_SOURCE /* sched_getaffinity */
#else
#define _POSIX_C_SOURCE 200809L
#endif

#include "pool.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>

enum { WINDOW_PER_THREAD = 4 };

typedef struct pool {
  const outlay_pool_work *work;
  pthread_mutex_t lock; /* of all that follows */
  pthread_cond_t moved; /* `taken` or `stopped` changed */
  uint64_t next;        /* the first item that nobody has begun */
  uint64_t taken;       /* the first item that is not taken */
  bool *done;           /* by item % window */
  uint32_t window;
  bool stopped, cancelled;
} pool;

typedef struct member {
  pool *pool;
  uint32_t number;
  pthread_t thread;
} member;

uint32_t outlay_pool_window(uint32_t threads) { return threads * WINDOW_PER_THREAD; }

/* The next item, or false when there is none. Waits while results wait to be taken. */
static bool begin_item(pool *p, uint64_t *item) {
  pthread_mutex_lock(&p->lock);
  while (!p->stopped && p->next < p->work->items && p->next - p->taken >= p->window) {
    pthread_cond_wait(&p->moved, &p->lock);
  }
  const bool found = !p->stopped && p->next < p->work->items;
  if (found) *item = p->next++;
  pthread_mutex_unlock(&p->lock);
  return found;
}

static void stop(pool *p) {
  p->stopped = true;
  pthread_cond_broadcast(&p->moved);
}

/* Takes the results that are next in order. */
static void take_results(pool *p) {
  bool moved = false;
  while (p->taken < p->next && p->done[p->taken % p->window] && !p->cancelled) {
    p->done[p->taken % p->window] = false;
    const bool more = p->work->take(p->work->context, p->taken);
    p->taken++;
    moved = true;
    if (!more) {
      p->next = p->taken; /* what was begun after it has no reader any more */
      stop(p);
      return;
    }
  }
  if (moved) pthread_cond_broadcast(&p->moved);
}

static uint64_t end_item(pool *p, uint64_t item, bool fine) {
  pthread_mutex_lock(&p->lock);
  if (!fine) {
    if (!p->stopped) p->cancelled = true;
    stop(p);
  } else if (item < p->next) {
    p->done[item % p->window] = true;
    take_results(p);
  }
  const uint64_t taken = p->taken;
  pthread_mutex_unlock(&p->lock);
  return taken;
}

static void *serve(void *argument) {
  const member *self = argument;
  pool *p = self->pool;
  const outlay_pool_work *work = p->work;
  uint64_t item = 0;
  while (begin_item(p, &item)) {
    const bool fine = work->item(work->context, self->number, item);
    const uint64_t taken = end_item(p, item, fine);
    if (self->number == 0 && work->report != NULL) work->report(work->context, taken);
  }
  return NULL;
}

/* Starts the threads beside the calling one; how many there are. Signals are the calling
 * thread's, so that an interrupt reaches the program's own handler there. */
static uint32_t start(member *members, uint32_t threads) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  uint32_t started = 1;
  while (started < threads &&
         pthread_create(&members[started].thread, NULL, serve, &members[started]) == 0) {
    started++;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}

static outlay_status run(pool *p, member *members) {
  for (uint32_t i = 0; i < p->work->threads; i++) {
    members[i] = (member){.pool = p, .number = i};
  }
  const uint32_t started = start(members, p->work->threads);
  (void)serve(&members[0]);
  for (uint32_t i = 1; i < started; i++) pthread_join(members[i].thread, NULL);
  return p->cancelled ? OUTLAY_ERROR_CANCELLED : OUTLAY_OK;
}

outlay_status outlay_pool_run(const outlay_allocator *allocator, const outlay_pool_work *work) {
  pool p = {.work = work, .window = outlay_pool_window(work->threads)};
  member *members = outlay_memory_new(allocator, work->threads, sizeof *members);
  p.done = outlay_memory_new(allocator, p.window, sizeof *p.done);
  outlay_status status = OUTLAY_ERROR_MEMORY;
  if (members != NULL && p.done != NULL && pthread_mutex_init(&p.lock, NULL) == 0) {
    if (pthread_cond_init(&p.moved, NULL) == 0) {
      status = run(&p, members);
      pthread_cond_destroy(&p.moved);
    }
    pthread_mutex_destroy(&p.lock);
  }
  outlay_memory_free(allocator, members, work->threads, sizeof *members);
  outlay_memory_free(allocator, p.done, p.window, sizeof *p.done);
  return status;
}

uint32_t outlay_pool_processors(void) {
#if defined(__linux__)
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0) {
    return (uint32_t)CPU_COUNT(&set);
  }
#endif
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (uint32_t)count : 1;
}
