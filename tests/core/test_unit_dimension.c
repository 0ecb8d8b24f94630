/* The algebra of dimensions and how they are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "units_fixture.h"

static outlay_dimension random_dimension(outlay_units *units, uint64_t *state) {
  static const char *const bases[] = {"USD", "J", "s", "B", "FLOP", "token", "chip", "person"};
  static const int32_t denominators[] = {1, 1, 2, 3, 4, 6, 12};
  outlay_dimension product = 0;
  for (size_t i = next_random(state) % 4; i > 0; i--) {
    outlay_dimension part = parsed(units, bases[next_random(state) % 8]).dimension;
    const int32_t numerator = (int32_t)(next_random(state) % 9) - 4;
    const int32_t denominator = denominators[next_random(state) % 7];
    assert_int_equal(outlay_dimension_power(units, part, numerator, denominator, &part, NULL), 0);
    assert_int_equal(outlay_dimension_multiply(units, product, part, &product, NULL), 0);
  }
  return product;
}

static outlay_dimension times(outlay_units *units, outlay_dimension a, outlay_dimension b) {
  outlay_dimension out;
  assert_int_equal(outlay_dimension_multiply(units, a, b, &out, NULL), OUTLAY_OK);
  return out;
}

/* ---- dimensions ---- */

static void dimensions_multiply_like_an_abelian_group(void **state) {
  outlay_units *units = *state;
  uint64_t random = 1;
  for (int i = 0; i < 3000; i++) {
    const outlay_dimension a = random_dimension(units, &random);
    const outlay_dimension b = random_dimension(units, &random);
    const outlay_dimension c = random_dimension(units, &random);
    assert_int_equal(times(units, a, b), times(units, b, a));
    assert_int_equal(times(units, times(units, a, b), c), times(units, a, times(units, b, c)));
    assert_int_equal(times(units, a, 0), a);
    outlay_dimension one, inverse, quotient;
    assert_int_equal(outlay_dimension_divide(units, a, a, &one, NULL), OUTLAY_OK);
    assert_int_equal(one, 0);
    assert_int_equal(outlay_dimension_power(units, b, -1, 1, &inverse, NULL), OUTLAY_OK);
    assert_int_equal(outlay_dimension_divide(units, a, b, &quotient, NULL), OUTLAY_OK);
    assert_int_equal(quotient, times(units, a, inverse));
  }
}

static void a_power_is_a_repeated_product(void **state) {
  outlay_units *units = *state;
  uint64_t random = 2;
  for (int i = 0; i < 1000; i++) {
    const outlay_dimension a = random_dimension(units, &random);
    outlay_dimension cube, root;
    assert_int_equal(outlay_dimension_power(units, a, 3, 1, &cube, NULL), OUTLAY_OK);
    assert_int_equal(cube, times(units, a, times(units, a, a)));
    assert_int_equal(outlay_dimension_power(units, cube, 1, 3, &root, NULL), OUTLAY_OK);
    assert_int_equal(root, a);
  }
}

static void a_power_beyond_twelfths_is_an_error(void **state) {
  outlay_units *units = *state;
  const outlay_dimension time = parsed(units, "s").dimension;
  outlay_dimension out;
  outlay_error error;
  assert_int_equal(outlay_dimension_power(units, time, 1, 5, &out, &error), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_dimension_power(units, time, 1, 0, &out, &error), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_dimension_power(units, time, 5, -10, &out, &error), OUTLAY_OK);
  assert_int_equal(outlay_dimension_power(units, out, 1, 12, &out, &error), OUTLAY_ERROR_ARGUMENT);
}

static void an_exponent_that_overflows_is_an_error(void **state) {
  outlay_units *units = *state;
  outlay_dimension out = parsed(units, "s").dimension;
  outlay_error error;
  outlay_status status = OUTLAY_OK;
  int steps = 0;
  for (; status == OUTLAY_OK && steps < 64; steps++) {
    status = outlay_dimension_multiply(units, out, out, &out, &error);
  }
  assert_int_equal(status, OUTLAY_ERROR_LIMIT);
  assert_true(steps > 8 && steps < 16);
  assert_int_equal(outlay_dimension_power(units, out, INT32_MAX, 1, &out, &error),
                   OUTLAY_ERROR_LIMIT);
}

static void a_dimension_that_is_not_there_is_an_error(void **state) {
  outlay_units *units = *state;
  outlay_dimension out;
  assert_int_equal(outlay_dimension_multiply(units, 999999, 0, &out, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_dimension_multiply(units, 0, 999999, &out, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_dimension_power(units, 999999, 1, 1, &out, NULL), OUTLAY_ERROR_ARGUMENT);
}

static void no_number_reads_as_a_quotient_that_is_remembered(void **state) {
  outlay_units *units = *state;
  const outlay_dimension money = parsed(units, "USD").dimension;
  const outlay_dimension time = parsed(units, "h").dimension;
  outlay_dimension out = 0;
  assert_int_equal(outlay_dimension_divide(units, money, time, &out, NULL), OUTLAY_OK);
  const outlay_dimension none = time | UINT32_C(1) << 31;
  assert_int_equal(outlay_dimension_multiply(units, money, none, &out, NULL),
                   OUTLAY_ERROR_ARGUMENT);
}

static void dimensions_are_written_with_positive_powers_first(void **state) {
  outlay_units *units = *state;
  assert_dimension(units, "%", "number");
  assert_dimension(units, "kWh", "Energy");
  assert_dimension(units, "MW", "Power");
  assert_dimension(units, "USD", "Money");
  assert_dimension(units, "USD/month", "Money * Time^-1");
  assert_dimension(units, "1/USD*kWh", "Energy * Money^-1");
  assert_dimension(units, "m^(1/2)/s^2", "Length^(1/2) * Time^-2");
  assert_dimension(units, "FLOP/s/GPU", "FLOP * Time^-1 * Chip^-1");
  assert_dimension(units, "person-year", "Time * Person");
}

static void a_text_that_does_not_fit_is_cut_and_its_length_told(void **state) {
  outlay_units *units = *state;
  char text[8];
  const outlay_dimension dimension = parsed(units, "USD/month").dimension;
  assert_int_equal(outlay_dimension_text(units, dimension, text, sizeof text),
                   strlen("Money * Time^-1"));
  assert_string_equal(text, "Money *");
  assert_int_equal(outlay_dimension_text(units, dimension, NULL, 0), strlen("Money * Time^-1"));
}

static void the_power_of_money_is_told_in_twelfths(void **state) {
  outlay_units *units = *state;
  assert_int_equal(outlay_dimension_money_twelfths(units, parsed(units, "USD/h").dimension), 12);
  assert_int_equal(outlay_dimension_money_twelfths(units, parsed(units, "h/USD").dimension), -12);
  assert_int_equal(outlay_dimension_money_twelfths(units, parsed(units, "USD^(1/2)").dimension), 6);
  assert_int_equal(outlay_dimension_money_twelfths(units, parsed(units, "h").dimension), 0);
  assert_int_equal(outlay_dimension_money_twelfths(units, 0), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      units_test(dimensions_multiply_like_an_abelian_group),
      units_test(a_power_is_a_repeated_product),
      units_test(a_power_beyond_twelfths_is_an_error),
      units_test(an_exponent_that_overflows_is_an_error),
      units_test(a_dimension_that_is_not_there_is_an_error),
      units_test(no_number_reads_as_a_quotient_that_is_remembered),
      units_test(dimensions_are_written_with_positive_powers_first),
      units_test(a_text_that_does_not_fit_is_cut_and_its_length_told),
      units_test(the_power_of_money_is_told_in_twelfths),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
