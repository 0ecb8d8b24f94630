#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "efficiency.h"
#include "performance_constants.h"

static const outlay_efficiency perfect = {.gemm = 1,
                                          .gemm_fp8 = 1,
                                          .gemm_fp4 = 1,
                                          .attention = 1,
                                          .memory = 1,
                                          .fast = 1,
                                          .fabric = 1,
                                          .host = 0};

static outlay_rates rates_of(const char *name) {
  outlay_rates rates;
  outlay_rates_of(outlay_accelerator_find(name), &perfect, &rates);
  return rates;
}

static double share_of_peak(const outlay_rates *r, double m, double n, double k) {
  return 2 * m * n * k / outlay_gemm_time(r, OUTLAY_16BIT, 1, m, n, k, 0) / r->gemm[OUTLAY_16BIT];
}

static void large_products_come_close_to_the_rate(void **state) {
  (void)state;
  const outlay_rates a100 = rates_of("A100-80GB-SXM");
  const double share = share_of_peak(&a100, 16384, 16384, 16384);
  assert_true(share > 0.85 && share < 1);
}

static void one_more_wave_costs_a_wave(void **state) {
  (void)state;
  const outlay_rates a100 = rates_of("A100-80GB-SXM");
  /* 108 multiprocessors: 27 x 4 tiles of 256 x 128 fill one wave, one more row of tiles does not.
   */
  const double full = share_of_peak(&a100, 27.0 * 256, 4.0 * 128, 8192);
  const double over = share_of_peak(&a100, 27.0 * 256 + 256, 4.0 * 128, 8192);
  assert_true(over < 0.85 * full);
}

static void unaligned_rows_are_slow(void **state) {
  (void)state;
  const outlay_rates a100 = rates_of("A100-80GB-SXM");
  const double aligned = share_of_peak(&a100, 2048, 2048, 224);
  const double halfway = share_of_peak(&a100, 2048, 2048, 220);
  const double odd = share_of_peak(&a100, 2048, 2048, 225);
  assert_true(halfway < 0.5 * aligned);
  assert_true(odd < 0.8 * halfway);
}

static void thin_products_are_bound_by_memory(void **state) {
  (void)state;
  const outlay_rates h100 = rates_of("H100-80GB-SXM");
  const double time = outlay_gemm_time(&h100, OUTLAY_16BIT, 1, 16, 8192, 8192, 0);
  const double weights = 2.0 * 8192 * 8192 / 3350e9;
  assert_true(time > weights && time < 1.7 * weights);
}

static void fp8_is_quicker_where_the_accelerator_has_it(void **state) {
  (void)state;
  const outlay_rates h100 = rates_of("H100-80GB-SXM"), a100 = rates_of("A100-80GB-SXM");
  const double m = 8192;
  assert_true(outlay_gemm_time(&h100, OUTLAY_FP8, 1, m, m, m, 0) <
              0.6 * outlay_gemm_time(&h100, OUTLAY_16BIT, 1, m, m, m, 0));
  assert_true(outlay_gemm_time(&a100, OUTLAY_FP8, 1, m, m, m, 0) >
              0.9 * outlay_gemm_time(&a100, OUTLAY_16BIT, 1, m, m, m, 0));
}

static void streaming_takes_its_bytes(void **state) {
  (void)state;
  const outlay_rates h100 = rates_of("H100-80GB-SXM");
  assert_true(outlay_stream_time(&h100, 0) == 0);
  const double time = outlay_stream_time(&h100, 3.35e9);
  assert_true(time > 1e-3 && time < 1.01e-3);
}

/* Shares are shares, and the interval holds the prediction. */
static void fitted_constants_are_physical(void **state) {
  (void)state;
  size_t n = 0;
  for (; outlay_fitted_at(n) != NULL; n++) {
    const outlay_fitted *f = outlay_fitted_at(n);
    const outlay_efficiency *e = &f->efficiency;
    const double shares[] = {e->gemm,   e->gemm_fp8, e->gemm_fp4, e->attention,
                             e->memory, e->fast,     e->fabric};
    for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
      assert_true(shares[i] > 0.1 && shares[i] <= 1);
    }
    assert_true(e->host > 1e-6 && e->host < 1e-4);
    assert_true(f->rows > 0);
  }
  assert_true(n >= 6);
}

/* What one does not know is more uncertain than what one knows. */
static void families_unseen_have_wider_intervals(void **state) {
  (void)state;
  const outlay_error_spread *unseen = outlay_error_of("", false);
  const outlay_error_spread *mixture = outlay_error_of("a family of tomorrow", true);
  const outlay_error_spread *known = outlay_error_of("H100 dense", false);
  assert_string_equal(unseen->family, "");
  assert_true(mixture->mixture && mixture->low < 1 && mixture->high > 1);
  assert_string_equal(known->family, "H100 dense");
  assert_true(known->low < 1 && known->high > 1);
  assert_true(unseen->high / unseen->low > known->high / known->low);
}

static void every_accelerator_has_constants(void **state) {
  (void)state;
  for (size_t i = 0; outlay_accelerator_at(i) != NULL; i++) {
    assert_non_null(outlay_fitted_find(outlay_accelerator_at(i)->family));
  }
  assert_string_equal(outlay_fitted_find("GB300")->family, "GB300");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(large_products_come_close_to_the_rate),
      cmocka_unit_test(one_more_wave_costs_a_wave),
      cmocka_unit_test(unaligned_rows_are_slow),
      cmocka_unit_test(thin_products_are_bound_by_memory),
      cmocka_unit_test(fp8_is_quicker_where_the_accelerator_has_it),
      cmocka_unit_test(streaming_takes_its_bytes),
      cmocka_unit_test(fitted_constants_are_physical),
      cmocka_unit_test(families_unseen_have_wider_intervals),
      cmocka_unit_test(every_accelerator_has_constants),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
