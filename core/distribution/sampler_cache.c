#include "sampler_cache.h"

#include <string.h>

#include "status.h"

void outlay_shared_sampler_release(outlay_shared_sampler *shared) {
  if (shared == NULL || atomic_fetch_sub(&shared->owners, 1) > 1) return;
  const outlay_allocator memory = shared->allocator;
  outlay_sampler_free(shared->sampler);
  outlay_memory_free(&memory, shared->parameters, shared->count, sizeof *shared->parameters);
  outlay_memory_free(&memory, shared, 1, sizeof *shared);
}

void outlay_sampler_cache_clear(outlay_sampler_cache *cache) {
  for (size_t i = 0; i < OUTLAY_SAMPLER_PLACES; i++) {
    outlay_shared_sampler_release(cache->places[i]);
    cache->places[i] = NULL;
  }
}

static size_t place_of(outlay_distribution kind, const double *parameters, size_t count) {
  uint64_t hash = (uint64_t)kind + 1;
  for (size_t i = 0; i < count; i++) {
    uint64_t bits;
    memcpy(&bits, &parameters[i], sizeof bits);
    hash = (hash ^ bits) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32;
  }
  return (size_t)(hash % OUTLAY_SAMPLER_PLACES);
}

static bool matches(const outlay_shared_sampler *shared, outlay_distribution kind,
                    const double *parameters, size_t count, bool exact) {
  return shared != NULL && shared->kind == kind && shared->count == count &&
         shared->exact == exact &&
         memcmp(shared->parameters, parameters, count * sizeof *parameters) == 0;
}

/* Where the sampler is, else where it is to go: into a free place of the few that it may be in,
 * else in the place of another. With one place only, two samplers of a graph could take it from
 * each other at every evaluation. */
static outlay_shared_sampler **find_place(outlay_sampler_cache *cache, outlay_distribution kind,
                                          const double *parameters, size_t count, bool exact) {
  enum { CHOICES = 8 };
  const size_t first = place_of(kind, parameters, count);
  outlay_shared_sampler **empty = NULL;
  for (size_t i = 0; i < CHOICES; i++) {
    outlay_shared_sampler **place = &cache->places[(first + i) % OUTLAY_SAMPLER_PLACES];
    if (matches(*place, kind, parameters, count, exact)) return place;
    if (*place == NULL && empty == NULL) empty = place;
  }
  if (empty != NULL) return empty;
  cache->evicted++;
  return &cache->places[(first + cache->evicted % CHOICES) % OUTLAY_SAMPLER_PLACES];
}

static outlay_status make(const outlay_allocator *allocator, outlay_distribution kind,
                          const double *parameters, size_t count, bool exact,
                          outlay_shared_sampler **out, outlay_error *error) {
  outlay_shared_sampler *shared = outlay_memory_new(allocator, 1, sizeof *shared);
  if (shared == NULL) return outlay_fail_memory(error);
  shared->allocator = *allocator;
  shared->kind = kind;
  shared->count = count;
  shared->exact = exact;
  atomic_init(&shared->owners, 1);
  shared->parameters = outlay_memory_new(allocator, count, sizeof *shared->parameters);
  outlay_status status = OUTLAY_OK;
  if (shared->parameters == NULL) {
    status = outlay_fail_memory(error);
  } else {
    memcpy(shared->parameters, parameters, count * sizeof *parameters);
    status = outlay_sampler_new(allocator, kind, parameters, count, exact, &shared->sampler, error);
  }
  if (status != OUTLAY_OK) {
    outlay_memory_free(allocator, shared->parameters, count, sizeof *shared->parameters);
    outlay_memory_free(allocator, shared, 1, sizeof *shared);
    return status;
  }
  *out = shared;
  return OUTLAY_OK;
}

outlay_status outlay_shared_sampler_get(outlay_sampler_cache *cache,
                                        const outlay_allocator *allocator, outlay_distribution kind,
                                        const double *parameters, size_t count, bool exact,
                                        outlay_shared_sampler **out, outlay_error *error) {
  outlay_shared_sampler **place = find_place(cache, kind, parameters, count, exact);
  if (!matches(*place, kind, parameters, count, exact)) {
    outlay_shared_sampler *made = NULL;
    const outlay_status status = make(allocator, kind, parameters, count, exact, &made, error);
    if (status != OUTLAY_OK) return status;
    outlay_shared_sampler_release(*place);
    *place = made;
  }
  atomic_fetch_add(&(*place)->owners, 1);
  *out = *place;
  return OUTLAY_OK;
}
