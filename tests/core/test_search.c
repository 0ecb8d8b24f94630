#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "memory_model.h"
#include "model_zoo.h"
#include "performance_constants.h"
#include "search.h"

static const outlay_strategy base = {.precision = OUTLAY_16BIT,
                                     .gradient_bytes = 4,
                                     .fused_accumulation = true,
                                     .software = OUTLAY_SOFTWARE_FUSED,
                                     .attention = OUTLAY_ATTENTION_VENDOR};

static outlay_platform platform_of(double devices) {
  const outlay_accelerator *a = outlay_accelerator_find("A100-80GB-SXM");
  const outlay_machine machine = outlay_machine_of(a, devices, 25e9);
  outlay_platform platform;
  outlay_platform_of(&machine, &outlay_fitted_find(a->family)->efficiency, &platform);
  return platform;
}

static outlay_search_result run(const outlay_space *space, const outlay_platform *platform,
                                const outlay_search_options *options) {
  outlay_search_result result;
  assert_int_equal(outlay_search(NULL, &gpt3_175b, space, platform, 1, options, &result, NULL),
                   OUTLAY_OK);
  return result;
}

/* Counted by Calculon's own loops in debugging mode, which enumerate and do not evaluate. */
static void calculons_space_has_its_number_of_points(void **state) {
  (void)state;
  const outlay_space space = outlay_space_calculon(&base, 512, 1024);
  assert_true(outlay_space_count(&space, &gpt3_175b) == 7679648);
}

static void every_point_is_accounted_for(void **state) {
  (void)state;
  const outlay_platform platform = platform_of(64);
  const outlay_space space = outlay_space_calculon(&base, 64, 64);
  const outlay_search_options options = {.top = 3};
  outlay_search_result r = run(&space, &platform, &options);
  assert_true(r.points == outlay_space_count(&space, &gpt3_175b));
  assert_true(r.points == r.feasible + r.infeasible + r.pruned);
  outlay_search_free(&r);
}

/* The best of all strategies, by timing each with the step itself. */
static void bounds_lose_nothing(void **state) {
  (void)state;
  const outlay_platform platform = platform_of(64);
  const outlay_space space = outlay_space_calculon(&base, 64, 128);
  outlay_search_options options = {.top = 20, .exhaustive = true};
  outlay_search_result all = run(&space, &platform, &options);
  options.exhaustive = false;
  outlay_search_result bounded = run(&space, &platform, &options);
  assert_true(bounded.pruned > 0 && all.pruned == 0);
  assert_int_equal(all.count, 20);
  assert_int_equal(bounded.count, 20);
  for (size_t i = 0; i < 20; i++) {
    assert_true(all.best[i].index == bounded.best[i].index);
    assert_true(all.best[i].value == bounded.best[i].value);
    if (i > 0) assert_true(all.best[i].value >= all.best[i - 1].value);
  }
  outlay_search_free(&all);
  outlay_search_free(&bounded);
}

static void found_strategies_are_timed_as_a_step_is(void **state) {
  (void)state;
  const outlay_platform platform = platform_of(64);
  const outlay_space space = outlay_space_calculon(&base, 64, 128);
  const outlay_search_options options = {.top = 50};
  outlay_search_result r = run(&space, &platform, &options);
  for (size_t i = 0; i < r.count; i++) {
    const outlay_candidate *c = &r.best[i];
    outlay_step step;
    outlay_memory_use use;
    assert_int_equal(outlay_strategy_check(&gpt3_175b, &platform.machine, &c->strategy, NULL),
                     OUTLAY_OK);
    outlay_step_time(&gpt3_175b, &platform, &c->strategy, &step);
    outlay_memory_peak(&gpt3_175b, &platform.machine, &c->strategy, &use);
    assert_true(step.time == c->time && use.bytes == c->memory);
    assert_true(use.bytes <= use.available);
  }
  outlay_search_free(&r);
}

static void threads_find_the_same(void **state) {
  (void)state;
  const outlay_platform platform = platform_of(64);
  const outlay_space space = outlay_space_calculon(&base, 64, 128);
  outlay_search_options options = {.top = 20, .front = true};
  outlay_search_result one = run(&space, &platform, &options);
  options.threads = 3;
  outlay_search_result three = run(&space, &platform, &options);
  assert_true(one.points == three.points && one.feasible == three.feasible);
  assert_int_equal(one.front_count, three.front_count);
  for (size_t i = 0; i < 20; i++) assert_true(one.best[i].index == three.best[i].index);
  for (size_t i = 0; i < one.front_count; i++) {
    assert_true(one.front[i].index == three.front[i].index);
  }
  outlay_search_free(&one);
  outlay_search_free(&three);
}

static void nothing_on_the_front_is_dominated(void **state) {
  (void)state;
  const outlay_platform platform = platform_of(64);
  const outlay_space space = outlay_space_calculon(&base, 64, 64);
  const outlay_search_options options = {.top = 1, .front = true};
  outlay_search_result r = run(&space, &platform, &options);
  assert_true(r.front_count > 2);
  assert_true(r.front[0].token_time == r.best[0].token_time);
  for (size_t i = 1; i < r.front_count; i++) {
    assert_true(r.front[i].token_time >= r.front[i - 1].token_time);
    assert_true(r.front[i].memory < r.front[i - 1].memory);
  }
  outlay_search_free(&r);
}

static outlay_candidate cheapest_by(double deadline) {
  const outlay_platform platforms[] = {platform_of(64), platform_of(1024)};
  const outlay_space spaces[] = {outlay_space_usual(&gpt3_175b, &base, 64, 1536),
                                 outlay_space_usual(&gpt3_175b, &base, 1024, 1536)};
  const outlay_search_options options = {
      .objective = OUTLAY_LEAST_BY_DEADLINE, .tokens = 3e9, .deadline = deadline};
  outlay_search_result r;
  assert_int_equal(outlay_search(NULL, &gpt3_175b, spaces, platforms, 2, &options, &r, NULL),
                   OUTLAY_OK);
  assert_int_equal(r.count, 1);
  const outlay_candidate best = r.best[0];
  assert_true(best.token_time * options.tokens <= deadline);
  outlay_search_free(&r);
  return best;
}

static void a_deadline_buys_the_fewest_device_hours_that_meet_it(void **state) {
  (void)state;
  const outlay_candidate relaxed = cheapest_by(86400 * 30);
  assert_true(outlay_strategy_devices(&relaxed.strategy) == 64);
  const outlay_candidate pressed = cheapest_by(0.3 * relaxed.token_time * 3e9);
  assert_true(outlay_strategy_devices(&pressed.strategy) == 1024);
  assert_true(pressed.value > relaxed.value);
}

static void a_search_can_be_stopped_and_watched(void **state) {
  (void)state;
  const outlay_platform platform = platform_of(64);
  const outlay_space space = outlay_space_calculon(&base, 64, 64);
  atomic_bool cancel;
  atomic_uint_fast64_t progress;
  atomic_init(&cancel, false);
  atomic_init(&progress, 0);
  outlay_search_options options = {.top = 1, .cancel = &cancel, .progress = &progress};
  outlay_search_result r = run(&space, &platform, &options);
  assert_true(atomic_load(&progress) == r.points);
  outlay_search_free(&r);
  atomic_store(&cancel, true);
  outlay_error error;
  assert_int_equal(outlay_search(NULL, &gpt3_175b, &space, &platform, 1, &options, &r, &error),
                   OUTLAY_ERROR_CANCELLED);
  outlay_search_free(&r);
}

/* An allocator that fails at the n-th request, and counts what is not given back. */
typedef struct meter {
  long left, held;
} meter;

static void *metered(void *context, void *pointer, size_t old_size, size_t new_size) {
  meter *m = context;
  if (new_size > 0 && m->left-- <= 0) return NULL;
  m->held += (long)new_size - (long)old_size;
  if (new_size == 0) {
    free(pointer);
    return NULL;
  }
  return realloc(pointer, new_size);
}

static void failed_allocations_leave_nothing_behind(void **state) {
  (void)state;
  const outlay_platform platform = platform_of(64);
  const outlay_space space = outlay_space_calculon(&base, 64, 8);
  const outlay_search_options options = {.top = 2, .front = true, .threads = 2};
  for (long n = 0; n < 100; n++) {
    meter m = {.left = n};
    const outlay_allocator allocator = {metered, &m};
    outlay_search_options one = options;
    one.threads = 1; /* the meter is not for several threads */
    outlay_search_result r;
    const outlay_status status =
        outlay_search(&allocator, &gpt3_175b, &space, &platform, 1, &one, &r, NULL);
    if (status == OUTLAY_OK) {
      outlay_search_free(&r);
      assert_true(m.held == 0);
      assert_true(n > 3);
      return;
    }
    assert_int_equal(status, OUTLAY_ERROR_MEMORY);
    assert_true(m.held == 0);
  }
  fail_msg("the search never succeeded");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(calculons_space_has_its_number_of_points),
      cmocka_unit_test(every_point_is_accounted_for),
      cmocka_unit_test(bounds_lose_nothing),
      cmocka_unit_test(found_strategies_are_timed_as_a_step_is),
      cmocka_unit_test(threads_find_the_same),
      cmocka_unit_test(nothing_on_the_front_is_dominated),
      cmocka_unit_test(a_deadline_buys_the_fewest_device_hours_that_meet_it),
      cmocka_unit_test(a_search_can_be_stopped_and_watched),
      cmocka_unit_test(failed_allocations_leave_nothing_behind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
