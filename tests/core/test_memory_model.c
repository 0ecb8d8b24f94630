#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "memory_model.h"
#include "model_zoo.h"

static void near(double value, double expected, double relative) {
  if (!(fabs(value - expected) <= relative * fabs(expected))) {
    fail_msg("%.9g is not %.9g within %.2g", value, expected, relative);
  }
}

static outlay_strategy plain(uint32_t tp, uint32_t pp, uint32_t dp) {
  return (outlay_strategy){.tp = tp,
                           .pp = pp,
                           .dp = dp,
                           .cp = 1,
                           .micro_batch = 1,
                           .global_batch = 64 * dp,
                           .precision = OUTLAY_16BIT,
                           .gradient_bytes = 4,
                           .fused_accumulation = true,
                           .software = OUTLAY_SOFTWARE_EAGER};
}

static outlay_machine a100s(double devices) {
  return outlay_machine_of(outlay_accelerator_find("A100-80GB-SXM"), devices, 25e9);
}

/* Korthikanti et al. 2022, equations 1, 2 and 4: s b h (34 + 5 a s / h), its tensor-parallel
 * form s b h (10 + 24 / t + 5 a s / (h t)), and all of it over t with sequence parallelism. */
static void activations_are_korthikantis(void **state) {
  (void)state;
  const double s = 2048, h = 12288, a = 96, scores = 5 * a * s / h;
  outlay_strategy strategy = plain(1, 1, 1);
  near(outlay_activation_bytes(&gpt3_175b, &strategy, false), s * h * (34 + scores), 1e-12);
  strategy.tp = 8;
  near(outlay_activation_bytes(&gpt3_175b, &strategy, false), s * h * (10 + (24 + scores) / 8),
       1e-12);
  strategy.sequence_parallel = true;
  near(outlay_activation_bytes(&gpt3_175b, &strategy, false), s * h * (34 + scores) / 8, 1e-12);
  strategy.recompute = OUTLAY_RECOMPUTE_SELECTIVE;
  near(outlay_activation_bytes(&gpt3_175b, &strategy, false), s * h * 34 / 8, 1e-12);
}

static void state_is_18_bytes_a_weight_or_its_shard(void **state) {
  (void)state;
  const outlay_machine machine = a100s(64);
  outlay_strategy s = plain(8, 1, 8);
  outlay_memory_use use;
  outlay_memory_peak(&gpt3_175b, &machine, &s, &use);
  const double held = use.kinds[OUTLAY_MEMORY_WEIGHTS] + use.kinds[OUTLAY_MEMORY_GRADIENTS] +
                      use.kinds[OUTLAY_MEMORY_OPTIMIZER];
  near(held, 18 * 174.6e9 / 8, 0.001);
  s.zero = 1;
  outlay_memory_peak(&gpt3_175b, &machine, &s, &use);
  const double sharded = use.kinds[OUTLAY_MEMORY_WEIGHTS] + use.kinds[OUTLAY_MEMORY_GRADIENTS] +
                         use.kinds[OUTLAY_MEMORY_OPTIMIZER];
  near(sharded, (6 + 12.0 / 8) * 174.6e9 / 8, 0.001);
  s.zero = 3;
  outlay_memory_peak(&gpt3_175b, &machine, &s, &use);
  near(use.kinds[OUTLAY_MEMORY_WEIGHTS], 2 * 174.6e9 / 64, 0.001);
}

static void micro_batches_in_flight_are_those_of_the_pipeline(void **state) {
  (void)state;
  outlay_strategy s = plain(1, 8, 1);
  assert_true(outlay_micro_batches_held(&s) == 8);
  s.interleave = 4;
  near(outlay_micro_batches_held(&s), 8 * (1 + 7.0 / 32), 1e-12);
  s.global_batch = 4;
  assert_true(outlay_micro_batches_held(&s) == 4);
  s = plain(1, 8, 1);
  s.schedule = OUTLAY_SCHEDULE_DUALPIPE;
  assert_true(outlay_micro_batches_held(&s) == 9);
}

static void kinds_add_up(void **state) {
  (void)state;
  const outlay_machine machine = a100s(64);
  const outlay_strategy s = plain(8, 4, 2);
  outlay_memory_use use;
  outlay_memory_peak(&gpt3_175b, &machine, &s, &use);
  double sum = 0;
  for (int i = 0; i < OUTLAY_MEMORY_KINDS; i++) sum += use.kinds[i];
  near(sum, use.bytes, 1e-12);
  assert_string_equal(outlay_memory_kind_name(OUTLAY_MEMORY_LOGITS), "logits");
}

static void recompute_and_offload_make_room(void **state) {
  (void)state;
  const outlay_machine machine = a100s(64);
  outlay_strategy s = plain(8, 8, 1);
  outlay_memory_use none, full, away;
  outlay_memory_peak(&gpt3_175b, &machine, &s, &none);
  s.recompute = OUTLAY_RECOMPUTE_FULL;
  outlay_memory_peak(&gpt3_175b, &machine, &s, &full);
  assert_true(full.kinds[OUTLAY_MEMORY_ACTIVATIONS] < 0.2 * none.kinds[OUTLAY_MEMORY_ACTIVATIONS]);
  s.offload_optimizer = true;
  outlay_memory_peak(&gpt3_175b, &machine, &s, &away);
  assert_true(away.kinds[OUTLAY_MEMORY_OPTIMIZER] == 0);
  near(away.host, full.kinds[OUTLAY_MEMORY_OPTIMIZER], 1e-12);
}

static void what_does_not_fit_is_told_how_it_would(void **state) {
  (void)state;
  outlay_error error;
  const outlay_machine machine = a100s(512);
  outlay_strategy s = plain(8, 8, 8);
  assert_int_equal(outlay_memory_check(&gpt3_175b, &machine, &s, &error), OUTLAY_ERROR_LIMIT);
  assert_non_null(strstr(error.message, "activations"));
  assert_non_null(strstr(error.advice, "it fits, and a step is"));
  s.zero = 1;
  s.sequence_parallel = true;
  s.recompute = OUTLAY_RECOMPUTE_SELECTIVE;
  assert_int_equal(outlay_memory_check(&gpt3_175b, &machine, &s, &error), OUTLAY_OK);
  s = plain(8, 1, 64);
  s.attention = OUTLAY_ATTENTION_PORTABLE;
  assert_int_equal(outlay_memory_check(&llama3_405b, &machine, &s, &error), OUTLAY_ERROR_LIMIT);
  assert_non_null(strstr(error.advice, "zero = 3"));
  assert_non_null(strstr(error.advice, ", and "));
  s = plain(1, 1, 1);
  const outlay_machine one = a100s(1);
  assert_int_equal(outlay_memory_check(&llama3_405b, &one, &s, &error), OUTLAY_ERROR_LIMIT);
  assert_non_null(strstr(error.advice, "more devices"));
}

/* DeepSeek-V3 trained on devices of 80 GB (arXiv:2412.19437, sections 3.1 and 3.2.3): 16 stages, 64
 * ranks of experts, ZeRO 1, moments in BF16, norms, SwiGLU and up-projections recomputed, and
 * activations kept in FP8. */
static void deepseek_v3_fits_as_it_was_trained(void **state) {
  (void)state;
  const outlay_workload deepseek = {.layers = 61,
                                    .hidden = 7168,
                                    .heads = 128,
                                    .kv_heads = 128,
                                    .head_dim = 128,
                                    .ffn = 18432,
                                    .gated = true,
                                    .vocabulary = 129280,
                                    .sequence = 4096,
                                    .experts = 256,
                                    .top_k = 8,
                                    .expert_ffn = 2048,
                                    .shared_ffn = 2048,
                                    .dense_layers = 3,
                                    .kv_rank = 512,
                                    .query_rank = 1536,
                                    .rope_dim = 64,
                                    .predicted = 1};
  const outlay_machine machine =
      outlay_machine_of(outlay_accelerator_find("H800-80GB-SXM"), 2048, 50e9);
  outlay_strategy s = {.tp = 1,
                       .pp = 16,
                       .dp = 128,
                       .cp = 1,
                       .ep = 64,
                       .micro_batch = 1,
                       .global_batch = 15360,
                       .schedule = OUTLAY_SCHEDULE_DUALPIPE,
                       .zero = 1,
                       .precision = OUTLAY_FP8,
                       .gradient_bytes = 4,
                       .fused_accumulation = true,
                       .attention = OUTLAY_ATTENTION_VENDOR,
                       .software = OUTLAY_SOFTWARE_FUSED,
                       .fused_loss = true};
  outlay_memory_use kept, used;
  outlay_memory_peak(&deepseek, &machine, &s, &kept);
  assert_true(kept.bytes > 1.5 * 80e9);
  s.recompute_norms = s.recompute_activations = s.recompute_up_projections = true;
  s.quantised_activations = true;
  s.optimizer_bytes = 8;
  outlay_memory_peak(&deepseek, &machine, &s, &used);
  assert_true(used.bytes > 0.7 * 80e9 && used.bytes < 80e9);
  assert_true(used.kinds[OUTLAY_MEMORY_OPTIMIZER] < kept.kinds[OUTLAY_MEMORY_OPTIMIZER]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(activations_are_korthikantis),
      cmocka_unit_test(state_is_18_bytes_a_weight_or_its_shard),
      cmocka_unit_test(micro_batches_in_flight_are_those_of_the_pipeline),
      cmocka_unit_test(kinds_add_up),
      cmocka_unit_test(recompute_and_offload_make_room),
      cmocka_unit_test(what_does_not_fit_is_told_how_it_would),
      cmocka_unit_test(deepseek_v3_fits_as_it_was_trained),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
