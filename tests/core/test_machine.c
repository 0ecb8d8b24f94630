#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "machine.h"

static void every_accelerator_is_complete_and_sourced(void **state) {
  (void)state;
  size_t n = 0;
  for (; outlay_accelerator_at(n) != NULL; n++) {
    const outlay_accelerator *a = outlay_accelerator_at(n);
    const outlay_machine m = outlay_machine_of(a, 2 * a->domain, 25e9);
    assert_int_equal(outlay_machine_check(&m, NULL), OUTLAY_OK);
    assert_true(strlen(a->source) > 10);
    assert_ptr_equal(outlay_accelerator_find(a->name), a);
    for (int p = 0; p < OUTLAY_PRECISIONS; p++) {
      assert_true(outlay_peak(a, (outlay_precision)p) > 0);
    }
    if (a->peak[OUTLAY_FP8] > 0) assert_true(a->peak[OUTLAY_FP8] >= a->peak[OUTLAY_16BIT]);
    if (a->peak[OUTLAY_FP4] > 0) assert_true(a->peak[OUTLAY_FP4] > a->peak[OUTLAY_FP8]);
  }
  assert_true(n >= 20);
}

static void an_a100_computes_fp8_at_its_16_bit_rate(void **state) {
  (void)state;
  const outlay_accelerator *a100 = outlay_accelerator_find("A100-80GB-SXM");
  assert_true(outlay_peak(a100, OUTLAY_FP8) == 312e12);
  assert_true(outlay_peak(a100, OUTLAY_TF32) == 156e12);
}

static void unknown_accelerators_are_not_found(void **state) {
  (void)state;
  assert_null(outlay_accelerator_find("A9000"));
}

static void machines_without_a_fabric_are_refused_beyond_a_domain(void **state) {
  (void)state;
  outlay_error error;
  const outlay_accelerator *h100 = outlay_accelerator_find("H100-80GB-SXM");
  outlay_machine m = outlay_machine_of(h100, 8, 0);
  assert_int_equal(outlay_machine_check(&m, &error), OUTLAY_OK);
  m.devices = 16;
  assert_int_equal(outlay_machine_check(&m, &error), OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "fabric"));
  m.devices = 0;
  assert_int_equal(outlay_machine_check(&m, &error), OUTLAY_ERROR_ARGUMENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_accelerator_is_complete_and_sourced),
      cmocka_unit_test(an_a100_computes_fp8_at_its_16_bit_rate),
      cmocka_unit_test(unknown_accelerators_are_not_found),
      cmocka_unit_test(machines_without_a_fabric_are_refused_beyond_a_domain),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
