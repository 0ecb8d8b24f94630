#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model_zoo.h"
#include "performance_constants.h"
#include "step.h"

static void near(double value, double expected, double relative) {
  if (!(fabs(value - expected) <= relative * fabs(expected))) {
    fail_msg("%.9g is not %.9g within %.2g", value, expected, relative);
  }
}

static outlay_platform platform_of(const char *name, double devices, double fabric) {
  const outlay_accelerator *a = outlay_accelerator_find(name);
  const outlay_machine machine = outlay_machine_of(a, devices, fabric);
  outlay_platform platform;
  outlay_platform_of(&machine, &outlay_fitted_find(a->family)->efficiency, &platform);
  return platform;
}

/* Korthikanti et al. 2022, table 5: 175B on 64 A100 with selective recompute. */
static const outlay_strategy korthikanti = {.tp = 8,
                                            .pp = 8,
                                            .dp = 1,
                                            .cp = 1,
                                            .micro_batch = 1,
                                            .global_batch = 64,
                                            .interleave = 3,
                                            .recompute = OUTLAY_RECOMPUTE_SELECTIVE,
                                            .precision = OUTLAY_16BIT,
                                            .gradient_bytes = 2,
                                            .fused_accumulation = true,
                                            .sequence_parallel = true,
                                            .software = OUTLAY_SOFTWARE_EAGER};

static outlay_step step_of(const outlay_strategy *s) {
  const outlay_platform platform = platform_of("A100-80GB-SXM", 512, 25e9);
  outlay_step step;
  outlay_step_time(&gpt3_175b, &platform, s, &step);
  return step;
}

static void korthikantis_175b_takes_its_published_time(void **state) {
  (void)state;
  near(step_of(&korthikanti).time, 13.75, 0.1);
}

static void terms_add_up_to_the_time(void **state) {
  (void)state;
  const outlay_step step = step_of(&korthikanti);
  double sum = 0;
  for (int i = 0; i < OUTLAY_TERMS; i++) {
    assert_true(step.terms[i] >= 0);
    sum += step.terms[i];
  }
  near(sum, step.time, 1e-12);
  assert_string_equal(outlay_term_name(OUTLAY_TERM_BUBBLE), "bubble");
}

static void interleaving_divides_the_bubble(void **state) {
  (void)state;
  outlay_strategy s = korthikanti;
  s.interleave = 1;
  const double whole = step_of(&s).terms[OUTLAY_TERM_BUBBLE];
  s.interleave = 6;
  near(step_of(&s).terms[OUTLAY_TERM_BUBBLE], whole / 6, 1e-9);
}

static void bubbles_are_as_published(void **state) {
  (void)state;
  /* F = 1, B = 2 (W = 1), 8 stages. */
  near(outlay_bubble(OUTLAY_SCHEDULE_1F1B, 8, 1, 1, 2, 1), 21, 1e-12);
  near(outlay_bubble(OUTLAY_SCHEDULE_1F1B, 8, 3, 1, 2, 1), 7, 1e-12);
  near(outlay_bubble(OUTLAY_SCHEDULE_ZB_H1, 8, 1, 1, 2, 1), 7, 1e-12);
  assert_true(outlay_bubble(OUTLAY_SCHEDULE_ZB_V, 8, 1, 1, 2, 1) == 0);
  near(outlay_bubble(OUTLAY_SCHEDULE_DUALPIPE, 8, 1, 1.5, 3, 1), 3 * (4.5 + 3 - 3), 1e-12);
}

static void full_recompute_repeats_the_forward_pass(void **state) {
  (void)state;
  outlay_strategy s = korthikanti;
  s.recompute = OUTLAY_RECOMPUTE_NONE;
  const outlay_step none = step_of(&s);
  s.recompute = OUTLAY_RECOMPUTE_FULL;
  const outlay_step full = step_of(&s);
  assert_true(none.terms[OUTLAY_TERM_RECOMPUTE] == 0);
  near(full.time / none.time, 4.0 / 3, 0.08);
  near(full.hardware_flops / full.model_flops, 4.0 / 3, 0.02);
  near(none.hfu, none.mfu, 1e-12);
}

static void overlap_hides_communication(void **state) {
  (void)state;
  outlay_strategy s = korthikanti;
  const double exposed = step_of(&s).terms[OUTLAY_TERM_TENSOR];
  s.tensor_overlap = OUTLAY_TENSOR_RING;
  assert_true(step_of(&s).terms[OUTLAY_TERM_TENSOR] < 0.6 * exposed);
  s.dp = 8;
  s.global_batch = 512;
  s.zero = 1;
  const double data = step_of(&s).terms[OUTLAY_TERM_DATA];
  s.data_overlap = true;
  assert_true(step_of(&s).terms[OUTLAY_TERM_DATA] < data);
}

static void a_sharded_optimizer_steps_a_share(void **state) {
  (void)state;
  outlay_strategy s = korthikanti;
  s.dp = 8;
  s.global_batch = 512;
  const double whole = step_of(&s).terms[OUTLAY_TERM_OPTIMIZER];
  s.zero = 1;
  near(step_of(&s).terms[OUTLAY_TERM_OPTIMIZER], whole / 8, 0.01);
}

static void stages_leave_room_for_the_ends(void **state) {
  (void)state;
  outlay_workload w = gpt3_175b;
  outlay_strategy s = {.tp = 8, .pp = 8, .dp = 1, .cp = 1, .micro_batch = 1, .global_batch = 64};
  outlay_stage_split split;
  outlay_stage_split_of(&w, &s, &split);
  assert_true(split.fullest == 12 && split.last == 12);
  /* Llama 3 405B: 126 layers on 16 stages, the first and the last have 7 of 8. */
  w.layers = 126;
  s.pp = 16;
  outlay_stage_split_of(&w, &s, &split);
  assert_true(split.first == 7 && split.middle == 8 && split.last == 7 && split.fullest == 8);
  /* Megatron-Bridge's layout of DeepSeek-V3 on 16 stages: 4, fourteen of 4, 1. */
  w.layers = 61;
  s.first_layers = 4;
  s.last_layers = 1;
  outlay_stage_split_of(&w, &s, &split);
  assert_true(split.middle == 4 && split.fullest == 4);
  assert_true(outlay_stage_split_fits(&w, &s));
  s.first_layers = 50;
  assert_false(outlay_stage_split_fits(&w, &s));
}

/* Forward and backward of the slowest stage. */
static double pace_of(const outlay_workload *w, const outlay_platform *platform,
                      const outlay_strategy *s) {
  outlay_stages stages;
  outlay_stages_of(w, platform, s, &stages);
  return stages.slowest.forward + stages.slowest.backward;
}

static void no_stated_split_is_quicker_than_the_balanced_one(void **state) {
  (void)state;
  static const outlay_schedule schedules[] = {OUTLAY_SCHEDULE_1F1B, OUTLAY_SCHEDULE_DUALPIPE};
  const outlay_platform platform = platform_of("H100-80GB-SXM", 2048, 50e9);
  outlay_workload w = deepseek_v3;
  w.predicted = 1;
  for (size_t i = 0; i < 2; i++) {
    for (uint32_t pp = 2; pp <= 16; pp *= 2) {
      outlay_strategy s = {.tp = 1, .pp = pp, .dp = 2048 / pp, .cp = 1, .ep = 64};
      s.precision = OUTLAY_16BIT;
      s.micro_batch = 1;
      s.global_batch = 15360;
      s.schedule = schedules[i];
      s.split = OUTLAY_SPLIT_BALANCED;
      outlay_balance_stages(&w, &platform, &s);
      assert_true(outlay_stage_split_fits(&w, &s));
      const double best = pace_of(&w, &platform, &s);
      for (s.first_layers = 1; s.first_layers < w.layers; s.first_layers++) {
        for (s.last_layers = 1; s.last_layers < w.layers; s.last_layers++) {
          if (!outlay_stage_split_fits(&w, &s)) continue;
          assert_true(pace_of(&w, &platform, &s) >= best * (1 - 1e-6));
        }
      }
    }
  }
}

static void logits_weigh_on_the_last_stage(void **state) {
  (void)state;
  /* Llama 3's vocabulary of 128,256 on 8 stages: the last one has fewer of 32 layers. */
  const outlay_platform platform = platform_of("H100-80GB-SXM", 8, 50e9);
  outlay_workload w = gpt3_175b;
  w.layers = 32;
  w.vocabulary = 128256;
  w.hidden = 4096;
  w.heads = w.kv_heads = 32;
  w.ffn = 14336;
  outlay_strategy s = {.tp = 1, .pp = 8, .dp = 1, .cp = 1, .micro_batch = 1, .global_batch = 64};
  s.precision = OUTLAY_16BIT;
  s.attention = OUTLAY_ATTENTION_VENDOR;
  const double even = pace_of(&w, &platform, &s);
  s.split = OUTLAY_SPLIT_BALANCED;
  outlay_balance_stages(&w, &platform, &s);
  assert_true(s.last_layers > 0 && s.last_layers < 4);
  assert_true(pace_of(&w, &platform, &s) < even);
}

static void dualpipe_shares_both_ends_of_the_pipeline(void **state) {
  (void)state;
  const outlay_platform platform = platform_of("H100-80GB-SXM", 2, 50e9);
  outlay_strategy s = {.tp = 1, .pp = 2, .dp = 1, .cp = 1, .micro_batch = 1, .global_batch = 8};
  s.precision = OUTLAY_16BIT;
  outlay_stages apart, both;
  outlay_stages_of(&gpt3_175b, &platform, &s, &apart);
  s.schedule = OUTLAY_SCHEDULE_DUALPIPE;
  outlay_stages_of(&gpt3_175b, &platform, &s, &both);
  const double all = apart.slowest.forward + apart.slowest.backward + apart.others;
  near(both.slowest.forward + both.slowest.backward, all / 2, 1e-9);
}

static void experts_are_reduced_by_their_own_group(void **state) {
  (void)state;
  const outlay_strategy s = {
      .tp = 2, .pp = 4, .dp = 64, .cp = 1, .ep = 64, .micro_batch = 1, .global_batch = 1024};
  assert_true(outlay_dense_group(&s).size == 64 && outlay_dense_group(&s).stride == 2);
  assert_true(outlay_expert_group(&s).size == 2 && outlay_expert_group(&s).stride == 64);
  outlay_local_weights weights;
  outlay_local_weights_of(&deepseek_v3, &s, &weights);
  near(weights.experts, 16 * 256 / 64.0 * 3 * 7168 * 2048, 1e-12);
}

static void a_small_model_waits_for_its_host(void **state) {
  (void)state;
  const outlay_platform platform = platform_of("A100-80GB-SXM", 8, 25e9);
  const outlay_workload tiny = {.layers = 12,
                                .hidden = 256,
                                .heads = 4,
                                .kv_heads = 4,
                                .head_dim = 64,
                                .ffn = 1024,
                                .vocabulary = 1024,
                                .sequence = 128,
                                .tied = true};
  outlay_strategy s = {.tp = 1,
                       .pp = 1,
                       .dp = 8,
                       .cp = 1,
                       .micro_batch = 1,
                       .global_batch = 8,
                       .gradient_bytes = 2,
                       .precision = OUTLAY_16BIT};
  outlay_step step;
  outlay_step_time(&tiny, &platform, &s, &step);
  assert_true(step.terms[OUTLAY_TERM_STALL] > 0.5 * step.time);
  s.software = OUTLAY_SOFTWARE_GRAPHED;
  outlay_step_time(&tiny, &platform, &s, &step);
  assert_true(step.terms[OUTLAY_TERM_STALL] == 0);
}

static void faulty_strategies_are_refused(void **state) {
  (void)state;
  outlay_error error;
  const outlay_platform platform = platform_of("A100-80GB-SXM", 512, 25e9);
  outlay_strategy s = korthikanti;
  assert_int_equal(outlay_strategy_check(&gpt3_175b, &platform.machine, &s, &error), OUTLAY_OK);
  s.tp = 7;
  assert_int_equal(outlay_strategy_check(&gpt3_175b, &platform.machine, &s, &error),
                   OUTLAY_ERROR_ARGUMENT);
  s = korthikanti;
  s.dp = 9;
  assert_int_equal(outlay_strategy_check(&gpt3_175b, &platform.machine, &s, &error),
                   OUTLAY_ERROR_ARGUMENT);
  s = korthikanti;
  s.micro_batch = 5;
  assert_int_equal(outlay_strategy_check(&gpt3_175b, &platform.machine, &s, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "does not divide"));
  s = korthikanti;
  s.interleave = 13;
  assert_int_equal(outlay_strategy_check(&gpt3_175b, &platform.machine, &s, &error),
                   OUTLAY_ERROR_ARGUMENT);
  s = korthikanti;
  s.ep = 3;
  assert_int_equal(outlay_strategy_check(&deepseek_v3, &platform.machine, &s, &error),
                   OUTLAY_ERROR_ARGUMENT);
}

/* Two micro-batches where one did: what is greater is told by how much, and what is equal is not.
 */
static void a_slower_step_says_which_terms_are_greater(void **state) {
  (void)state;
  outlay_step quick = {0}, slow = {0};
  quick.terms[OUTLAY_TERM_GEMM] = slow.terms[OUTLAY_TERM_GEMM] = 5;
  slow.terms[OUTLAY_TERM_TENSOR] = 1;
  slow.terms[OUTLAY_TERM_BUBBLE] = 2;
  slow.terms[OUTLAY_TERM_OPTIMIZER] = 0.01;
  quick.terms[OUTLAY_TERM_DATA] = 0.5;
  outlay_term terms[OUTLAY_TERMS];
  assert_int_equal(outlay_step_differences(&quick, &slow, terms), 2);
  assert_int_equal(terms[0], OUTLAY_TERM_BUBBLE);
  assert_int_equal(terms[1], OUTLAY_TERM_TENSOR);
  assert_int_equal(outlay_step_differences(&quick, &quick, terms), 0);
}

/* Grouped kernels launch less and move less. */
static void experts_one_by_one_are_slower(void **state) {
  (void)state;
  outlay_strategy s = {.tp = 1,
                       .pp = 1,
                       .dp = 8,
                       .cp = 1,
                       .ep = 8,
                       .micro_batch = 1,
                       .global_batch = 64,
                       .precision = OUTLAY_FP8,
                       .gradient_bytes = 2,
                       .zero = 1,
                       .software = OUTLAY_SOFTWARE_FUSED,
                       .fused_accumulation = true};
  const outlay_accelerator *h100 = outlay_accelerator_find("H100-80GB-SXM");
  outlay_machine machine = outlay_machine_of(h100, 8, 50e9);
  outlay_platform there;
  outlay_platform_of(&machine, &outlay_fitted_find(h100->family)->efficiency, &there);
  outlay_step grouped, looped;
  outlay_step_time(&deepseek_v3, &there, &s, &grouped);
  s.experts = OUTLAY_EXPERTS_LOOPED;
  outlay_step_time(&deepseek_v3, &there, &s, &looped);
  assert_true(looped.time > grouped.time);
  assert_true(looped.terms[OUTLAY_TERM_STREAM] > grouped.terms[OUTLAY_TERM_STREAM]);
}

/* Narayanan et al. 2021, table 2: ZeRO-3 of 175B on 1,536 A100 took three times as long as
 * Megatron's layout (66.7 s to 20.8 s); an overlapped one hides most of what it sends. */
static void sharding_matrix_by_matrix_waits_for_each(void **state) {
  (void)state;
  outlay_strategy s = {.tp = 1,
                       .pp = 1,
                       .dp = 1536,
                       .cp = 1,
                       .micro_batch = 1,
                       .global_batch = 1536,
                       .precision = OUTLAY_16BIT,
                       .gradient_bytes = 2,
                       .zero = 3,
                       .recompute = OUTLAY_RECOMPUTE_FULL};
  const outlay_accelerator *a100 = outlay_accelerator_find("A100-80GB-SXM");
  outlay_machine machine = outlay_machine_of(a100, 1536, 25e9);
  outlay_platform there;
  outlay_platform_of(&machine, &outlay_fitted_find(a100->family)->efficiency, &there);
  outlay_step alone, beside;
  outlay_step_time(&gpt3_175b, &there, &s, &alone);
  s.data_overlap = true;
  outlay_step_time(&gpt3_175b, &there, &s, &beside);
  assert_true(alone.time > 0.85 * 66.7 && alone.time < 1.15 * 66.7);
  assert_true(beside.time < 0.5 * alone.time);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(korthikantis_175b_takes_its_published_time),
      cmocka_unit_test(terms_add_up_to_the_time),
      cmocka_unit_test(interleaving_divides_the_bubble),
      cmocka_unit_test(bubbles_are_as_published),
      cmocka_unit_test(full_recompute_repeats_the_forward_pass),
      cmocka_unit_test(overlap_hides_communication),
      cmocka_unit_test(a_sharded_optimizer_steps_a_share),
      cmocka_unit_test(stages_leave_room_for_the_ends),
      cmocka_unit_test(no_stated_split_is_quicker_than_the_balanced_one),
      cmocka_unit_test(logits_weigh_on_the_last_stage),
      cmocka_unit_test(dualpipe_shares_both_ends_of_the_pipeline),
      cmocka_unit_test(experts_are_reduced_by_their_own_group),
      cmocka_unit_test(a_small_model_waits_for_its_host),
      cmocka_unit_test(a_slower_step_says_which_terms_are_greater),
      cmocka_unit_test(experts_one_by_one_are_slower),
      cmocka_unit_test(sharding_matrix_by_matrix_waits_for_each),
      cmocka_unit_test(faulty_strategies_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
