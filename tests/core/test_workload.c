#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model_zoo.h"
#include "workload.h"

static void near(double value, double expected, double relative) {
  const double off = value / expected - 1;
  if (off > relative || off < -relative) {
    fail_msg("%.6g is not %.6g within %.2g", value, expected, relative);
  }
}

static outlay_parameters parameters_of(const outlay_workload *w) {
  outlay_parameters p;
  outlay_count_parameters(w, &p);
  return p;
}

static void gpt3_has_175_billion_parameters(void **state) {
  (void)state;
  /* 12 L h^2 + V h by hand: 12 x 96 x 12288^2 = 173.95e9, 51200 x 12288 = 0.63e9. */
  near(parameters_of(&gpt3_175b).total, 174.57e9, 0.001);
}

static void llama3_405b_has_its_published_parameters(void **state) {
  (void)state;
  near(parameters_of(&llama3_405b).total, 405.85e9, 0.001);
}

static void deepseek_v3_has_671_billion_of_which_37_are_active(void **state) {
  (void)state;
  const outlay_parameters p = parameters_of(&deepseek_v3);
  near(p.total, 671e9, 0.005);
  near(p.active, 37e9, 0.03);
}

static void predicting_a_further_token_adds_a_layer_and_logits(void **state) {
  (void)state;
  outlay_workload w = deepseek_v3;
  outlay_flops one, two;
  outlay_count_flops(&w, OUTLAY_CAUSAL, &one);
  const outlay_parameters before = parameters_of(&w);
  w.predicted = 1;
  outlay_count_flops(&w, OUTLAY_CAUSAL, &two);
  /* A mixture layer of 11.5 billion weights and the projection 2 h^2. */
  near(parameters_of(&w).total - before.total, 11.6e9, 0.02);
  near(two.logits, 2 * one.logits, 1e-12);
  near(two.experts, one.experts * 59 / 58, 1e-12);
  near(two.mlp - one.mlp, 2.0 * 3 * 7168 * 2048, 1e-9);
  assert_true(two.forward > one.forward);
}

static void grouped_queries_shrink_only_keys_and_values(void **state) {
  (void)state;
  outlay_workload w = gpt3_175b;
  const double all = parameters_of(&w).attention;
  w.kv_heads = 8;
  near(all - parameters_of(&w).attention, 2.0 * 12288 * (96 - 8) * 128, 1e-12);
}

/* 96 B s L h^2 (1 + s/(6h) + V/(16 L h)) with recompute is 4/3 of what is here but for the logits
 * (Narayanan et al. 2021, equation 3). */
static void full_attention_flops_are_narayanans(void **state) {
  (void)state;
  const double s = 2048, h = 12288, layers = 96, v = 51200;
  outlay_flops f;
  outlay_count_flops(&gpt3_175b, OUTLAY_FULL, &f);
  const double with_recompute = 4 * (f.forward - f.logits) + 3 * f.logits;
  near(with_recompute, 96 * layers * h * h * (1 + s / (6 * h) + v / (16 * layers * h)), 1e-9);
}

static void backward_is_twice_forward(void **state) {
  (void)state;
  outlay_flops f;
  outlay_count_flops(&deepseek_v3, OUTLAY_CAUSAL, &f);
  near(f.backward, 2 * f.forward, 1e-15);
}

static void causal_attention_is_half_of_full_for_long_sequences(void **state) {
  (void)state;
  near(outlay_attended(&llama3_405b, OUTLAY_CAUSAL), (8192 + 1) / 2.0, 1e-15);
  near(outlay_attended(&llama3_405b, OUTLAY_FULL), 8192, 1e-15);
}

static void a_window_limits_what_is_attended(void **state) {
  (void)state;
  outlay_workload w = llama3_405b;
  w.sequence = 4;
  w.window = 2;
  w.window_share = 1;
  /* Tokens see 1, 2, 2, 2 positions. */
  near(outlay_attended(&w, OUTLAY_CAUSAL), 7.0 / 4, 1e-15);
  w.window_share = 0.5;
  near(outlay_attended(&w, OUTLAY_CAUSAL), (7.0 / 4 + 10.0 / 4) / 2, 1e-15);
}

static void expert_flops_count_chosen_experts_only(void **state) {
  (void)state;
  outlay_workload w = deepseek_v3;
  outlay_flops f;
  outlay_count_flops(&w, OUTLAY_CAUSAL, &f);
  near(f.experts, 2.0 * 3 * 7168 * 2048 * 8 * 58, 1e-12);
  w.experts = 512;
  outlay_flops wider;
  outlay_count_flops(&w, OUTLAY_CAUSAL, &wider);
  near(wider.experts, f.experts, 1e-15);
}

static void faulty_workloads_are_refused(void **state) {
  (void)state;
  outlay_error error;
  outlay_workload w = llama3_405b;
  assert_int_equal(outlay_workload_check(&w, &error), OUTLAY_OK);
  w.kv_heads = 200;
  assert_int_equal(outlay_workload_check(&w, &error), OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "kv_heads"));
  w = deepseek_v3;
  w.top_k = 300;
  assert_int_equal(outlay_workload_check(&w, &error), OUTLAY_ERROR_ARGUMENT);
  w = deepseek_v3;
  w.dense_layers = 61;
  assert_int_equal(outlay_workload_check(&w, &error), OUTLAY_ERROR_ARGUMENT);
  w = gpt3_175b;
  w.layers = 0;
  assert_int_equal(outlay_workload_check(&w, NULL), OUTLAY_ERROR_ARGUMENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(gpt3_has_175_billion_parameters),
      cmocka_unit_test(llama3_405b_has_its_published_parameters),
      cmocka_unit_test(deepseek_v3_has_671_billion_of_which_37_are_active),
      cmocka_unit_test(predicting_a_further_token_adds_a_layer_and_logits),
      cmocka_unit_test(grouped_queries_shrink_only_keys_and_values),
      cmocka_unit_test(full_attention_flops_are_narayanans),
      cmocka_unit_test(backward_is_twice_forward),
      cmocka_unit_test(causal_attention_is_half_of_full_for_long_sequences),
      cmocka_unit_test(a_window_limits_what_is_attended),
      cmocka_unit_test(expert_flops_count_chosen_experts_only),
      cmocka_unit_test(faulty_workloads_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
