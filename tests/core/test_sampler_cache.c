/* The samplers that a graph keeps for later evaluations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory.h"
#include "sampler_cache.h"

enum { KEPT = 60, MANY = 3 * OUTLAY_SAMPLER_PLACES };

static outlay_shared_sampler *get(outlay_sampler_cache *cache, size_t i, bool exact) {
  const outlay_allocator memory = outlay_memory_or_default(NULL);
  const double parameters[] = {(double)i, 1.5 * (double)i + 1};
  outlay_shared_sampler *out = NULL;
  assert_int_equal(
      outlay_shared_sampler_get(cache, &memory, OUTLAY_UNIFORM, parameters, 2, exact, &out, NULL),
      OUTLAY_OK);
  return out;
}

/* With one place for each, two of so many would take it from each other almost surely. */
static void all_samplers_of_a_graph_are_kept(void **state) {
  (void)state;
  outlay_sampler_cache cache = {0};
  outlay_shared_sampler *first[KEPT];
  for (size_t i = 0; i < KEPT; i++) first[i] = get(&cache, i, false);
  for (size_t i = 0; i < KEPT; i++) {
    outlay_shared_sampler *again = get(&cache, i, false);
    assert_ptr_equal(again, first[i]);
    outlay_shared_sampler_release(again);
    outlay_shared_sampler_release(first[i]);
  }
  outlay_sampler_cache_clear(&cache);
}

static void more_samplers_than_places_take_the_places_of_others(void **state) {
  (void)state;
  outlay_sampler_cache cache = {0};
  for (size_t i = 0; i < MANY; i++) {
    outlay_shared_sampler *one = get(&cache, i, false), *exact = get(&cache, i, true);
    assert_ptr_not_equal(one, exact);
    assert_true(one->parameters[0] == (double)i && exact->exact);
    outlay_shared_sampler_release(one);
    outlay_shared_sampler_release(exact);
  }
  outlay_sampler_cache_clear(&cache);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_samplers_of_a_graph_are_kept),
      cmocka_unit_test(more_samplers_than_places_take_the_places_of_others),
  };
  return cmocka_run_group_tests_name("sampler cache", tests, NULL, NULL);
}
