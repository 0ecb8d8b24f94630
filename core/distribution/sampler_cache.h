/* Samplers that plans share: making one can mean fitting a quantile function, so a graph keeps
 * the last ones for the evaluations that follow. A plan may outlive its graph and be freed by
 * another thread; whoever is last frees the sampler. */
#ifndef OUTLAY_PLAN_SAMPLER_H
#define OUTLAY_PLAN_SAMPLER_H

#include <stdatomic.h>

#include "distribution.h"

typedef struct outlay_shared_sampler {
  outlay_allocator allocator;
  atomic_uint owners;
  outlay_sampler *sampler;
  outlay_distribution kind;
  size_t count;
  bool exact;
  double *parameters;
} outlay_shared_sampler;

enum { OUTLAY_SAMPLER_PLACES = 256 };

/* Each place holds one sampler, until another takes it. */
typedef struct outlay_sampler_cache {
  outlay_shared_sampler *places[OUTLAY_SAMPLER_PLACES];
  size_t evicted; /* how many were taken away, which chooses the next */
} outlay_sampler_cache;

/* The sampler of these parameters, found or made; the caller becomes an owner. */
outlay_status outlay_shared_sampler_get(outlay_sampler_cache *cache,
                                        const outlay_allocator *allocator, outlay_distribution kind,
                                        const double *parameters, size_t count, bool exact,
                                        outlay_shared_sampler **out, outlay_error *error);
void outlay_shared_sampler_release(outlay_shared_sampler *shared);
void outlay_sampler_cache_clear(outlay_sampler_cache *cache);

#endif
