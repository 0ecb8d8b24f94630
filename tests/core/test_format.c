/* Printing: the digits of numbers and the unit a person would choose. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "units_fixture.h"

static void assert_number(outlay_units *units, double value, double spread, const char *unit,
                          const char *expected) {
  char text[64];
  const outlay_unit number = unit[0] == '\0' ? 0 : parsed_unit(units, unit);
  outlay_unit_info info;
  outlay_unit_describe(units, number, &info);
  const size_t length = outlay_number_format(units, value * info.factor, spread * info.factor,
                                             number, text, sizeof text);
  assert_int_equal(length, strlen(text));
  if (strcmp(text, expected) != 0) {
    fail_msg("%.17g +- %g %s is '%s', not '%s'", value, spread, unit, text, expected);
  }
}

/* A quantity in text, printed in the unit that is chosen with its own unit as the hint or
 * without a hint. */
static void assert_printed(outlay_units *units, const char *text, bool hinted,
                           const char *expected) {
  outlay_quantity quantity;
  outlay_error error;
  if (outlay_quantity_parse(units, text, &quantity, &error) != OUTLAY_OK) {
    fail_msg("'%s': %s", text, error.message);
  }
  outlay_unit_info info;
  outlay_unit_describe(units, quantity.unit, &info);
  const double value = quantity.low * info.factor;
  outlay_unit unit;
  if (outlay_unit_choose(units, value, info.dimension, info.money, hinted ? quantity.unit : 0,
                         &unit, &error) != OUTLAY_OK) {
    fail_msg("'%s': %s", text, error.message);
  }
  char printed[128];
  const size_t length = outlay_number_format(units, value, 0, unit, printed, sizeof printed);
  outlay_unit_describe(units, unit, &info);
  (void)snprintf(printed + length, sizeof printed - length, "%s%s", unit == 0 ? "" : " ",
                 info.text);
  if (strcmp(printed, expected) != 0) {
    fail_msg("%s is printed as '%s', not '%s'", text, printed, expected);
  }
}

/* ---- digits ---- */

static void an_exact_number_prints_without_noise(void **state) {
  outlay_units *units = *state;
  assert_number(units, 0.1 + 0.2, 0, "", "0.3");
  assert_number(units, 40155934, 0, "USD", "40,155,934");
  assert_number(units, 16384, 0, "GPU", "16,384");
  assert_number(units, 0, 0, "USD", "0");
  assert_number(units, -0.0, 0, "USD", "0");
  assert_number(units, -1234.5, 0, "USD", "-1,234.5");
  assert_number(units, 999, 0, "USD", "999");
  assert_number(units, 1000, 0, "USD", "1,000");
  assert_number(units, 100, 0, "USD", "100");
  assert_number(units, 1.0 / 3, 0, "USD", "0.3333333333");
  assert_number(units, 0.0001, 0, "USD", "0.0001");
  assert_number(units, 0.00001, 0, "USD", "1e-5");
  assert_number(units, 1.25e-7, 0, "USD", "1.25e-7");
  assert_number(units, 2e25, 0, "FLOP", "2e25");
  assert_number(units, 3.8e25, 0, "FLOP", "3.8e25");
  assert_number(units, 999999999999999.0, 0, "USD", "1e15");
  assert_number(units, 123456789012.0, 0, "USD", "123,456,789,000");
  assert_number(units, 7, 0, "%", "7");
}

static void digits_follow_the_spread(void **state) {
  outlay_units *units = *state;
  assert_number(units, 41.234, 8.6, "MUSD", "41.2");
  assert_number(units, 41.234, 0.86, "MUSD", "41.23");
  assert_number(units, 41.234, 86, "MUSD", "41");
  assert_number(units, 41.234, 1e-9, "MUSD", "41.23");
  assert_number(units, 41.0, 8.6, "MUSD", "41.0");
  assert_number(units, 3, 40, "MUSD", "3.0");
  assert_number(units, 16384, 512, "GPU", "16,380");
  assert_number(units, 16384, 5120, "GPU", "16,400");
  assert_number(units, 0.03456, 0.002, "", "0.0346");
  assert_number(units, 2.345e25, 1e25, "FLOP", "2.3e25");
  assert_number(units, 0, 5, "USD", "0");
  assert_number(units, 99.97, 2.3, "MUSD", "100.0");
  assert_number(units, -41.234, 8.6, "MUSD", "-41.2");
  assert_number(units, 41.234, NAN, "MUSD", "41.234");
}

static void counted_things_are_written_in_millions(void **state) {
  outlay_units *units = *state;
  assert_number(units, 999999, 0, "GPU", "999,999");
  assert_number(units, 1e6, 0, "GPU", "1M");
  assert_number(units, 30.8e6, 0, "GPU-h", "30.8M");
  assert_number(units, 30840000, 2e5, "GPU-h", "30.84M");
  assert_number(units, 39321600, 0, "GPU-h", "39,321,600");
  assert_number(units, 39321600, 5e5, "GPU-h", "39.32M");
  assert_number(units, 15.6e12, 0, "token", "15.6T");
  assert_number(units, 405e9, 0, "parameter", "405B");
  assert_number(units, 405e9, 0, "", "405B");
  assert_number(units, 999999.9, 400, "GPU", "1.000M");
  assert_number(units, 2e15, 0, "token", "2e15");
  assert_number(units, 30.8e6, 0, "USD", "30,800,000");
  assert_number(units, 30.8e6, 0, "Mtoken", "30,800,000");
}

static void what_is_no_number_is_named(void **state) {
  assert_number(*state, NAN, 0, "", "nan");
  assert_number(*state, INFINITY, 0, "", "inf");
  assert_number(*state, -INFINITY, 1, "USD", "-inf");
}

static void a_number_that_does_not_fit_is_cut_and_its_length_told(void **state) {
  char text[5];
  assert_int_equal(
      outlay_number_format(*state, 1234567, 0, parsed_unit(*state, "USD"), text, sizeof text), 9);
  assert_string_equal(text, "1,23");
  assert_int_equal(outlay_number_format(*state, 12, 0, 0, NULL, 0), 2);
}

/* ---- the unit chosen ---- */

typedef struct printing {
  const char *text, *expected;
} printing;

static void assert_all(outlay_units *units, const printing *rows, size_t count, bool hinted) {
  for (size_t i = 0; i < count; i++) assert_printed(units, rows[i].text, hinted, rows[i].expected);
}

static void the_unit_suits_the_size(void **state) {
  static const printing rows[] = {
      {"5 USD", "5 USD"},
      {"9999 USD", "9,999 USD"},
      {"25000 USD", "25 kUSD"},
      {"40155934 USD", "40.155934 MUSD"},
      {"2.5e9 USD", "2.5 BUSD"},
      {"7e13 USD", "70 TUSD"},
      {"-3e7 USD", "-30 MUSD"},
      {"0 USD", "0 USD"},
      {"4e7 USD2024-06", "40 MUSD2024-06"},
      {"4e7 EUR", "40 MEUR"},
      {"2e-7 s", "200 ns"},
      {"0.25 s", "250 ms"},
      {"90 s", "90 s"},
      {"600 s", "10 min"},
      {"7200 s", "2 h"},
      {"54 day", "54 day"},
      {"9 month", "9 month"},
      {"36 month", "3 year"},
      {"100 J", "100 J"},
      {"7.2 MJ", "2 kWh"},
      {"1e12 J", "277.7777778 MWh"},
      {"15000 kW", "15 MW"},
      {"0.2 W", "0.2 W"},
      {"700 W/chip", "700 W/chip"},
      {"16384 chip", "16,384 chip"},
      {"30800000 chip-h", "30.8M chip-h"},
      {"15.6T token", "15.6T token"},
      {"3.8e25 FLOP", "3.8e25 FLOP"},
      {"5e12 FLOP", "5 TFLOP"},
      {"5e14 FLOP", "500 TFLOP"},
      {"989.4e12 FLOP/s", "989.4 TFLOP/s"},
      {"16e18 FLOP/s", "16 EFLOP/s"},
      {"989.4e12 FLOP/s/chip", "989.4 TFLOP/s/chip"},
      {"3.35e12 B/s/chip", "3.35 TB/s/chip"},
      {"80e9 B", "80 GB"},
      {"0.002 USD/chip/s", "7.2 USD/chip-h"},
      {"0.08 USD/kWh", "80 USD/MWh"},
      {"3e-7 USD/token", "0.3 USD/Mtoken"},
      {"2.6e6 token/s", "2.6M token/s"},
      {"400 token/s/chip", "400 token/s/chip"},
      {"2 USD/token", "2 USD/token"},
      {"30000 USD/chip", "30 kUSD/chip"},
      {"210k USD/person-year", "210 kUSD/person-year"},
      {"1e6 USD/month", "12 MUSD/year"},
      {"450 kg/MWh", "450 g/kWh"},
      {"3 kWh/token", "3 kWh/token"},
      {"2 USD/kB", "2,000,000 USD/GB"},
      {"30 %", "0.3"},
      {"12 tCO2", "12 t"},
      {"3 person-year", "3 person-year"},
      {"4 1/h", "96 1/day"},
  };
  assert_all(*state, rows, sizeof rows / sizeof rows[0], false);
}

static void a_dimension_without_a_usual_unit_is_a_product(void **state) {
  static const printing rows[] = {
      {"8 rack/server", "8 rack/server"},
      {"3 USD*h", "3 USD*h"},
      {"999 USD*h", "999 USD*h"},
      {"1000 USD*h", "1 kUSD*h"},
      {"0 USD*h", "0 USD*h"},
      {"3 m/chip", "3 m/chip"},
      {"5 kW/rack", "5 kW/rack"},
      {"6e15 FLOP/s/rack", "6 PFLOP/s/rack"},
      {"7 1/m^2", "7 1/m^2"},
      {"7 m^(1/2)", "7 m^(1/2)"},
      {"6 FLOP/parameter/token", "6 FLOP/token-parameter"},
      {"1 person/rack/USD", "1 person/USD-rack"},
  };
  assert_all(*state, rows, sizeof rows / sizeof rows[0], false);
}

static void the_authors_unit_wins_unless_its_number_is_awkward(void **state) {
  static const printing rows[] = {
      {"8 USD/kW/month", "8 USD/kW/month"},
      {"30000 USD", "30,000 USD"},
      {"5e6 USD", "5 MUSD"},
      {"5e9 USD", "5 BUSD"},
      {"5e-4 MUSD", "500 USD"},
      {"38 %", "38 %"},
      {"2 GiB", "2 GiB"},
      {"2e7 GiB", "19.07348633 PiB"},
      {"2e7 GB", "20 PB"},
      {"1e5 h", "100,000 h"},
      {"1e7 h", "1,140.771161 year"},
      {"30.8M GPU-hours", "30.8M GPU-hours"},
      {"3.8e25 FLOP", "3.8e25 FLOP"},
      {"3e10 PFLOP", "3e25 FLOP"},
      {"2e7 W/GPU", "20 MW/GPU"},
      {"1e-5 kW/GPU", "0.01 W/GPU"},
      {"2e-5 USD/kWh", "0.02 USD/MWh"},
      {"450 gCO2/kWh", "450 gCO2/kWh"},
      {"5e9 kgCO2", "5 TgCO2"},
  };
  assert_all(*state, rows, sizeof rows / sizeof rows[0], true);
}

static void a_hint_follows_the_kind_of_money(void **state) {
  outlay_units *units = *state;
  const outlay_unit hint = parsed_unit(units, "kUSD2019/GPU");
  const outlay_unit_info info = parsed(units, "kUSD2019/GPU");
  outlay_unit unit;
  outlay_unit_info chosen;
  assert_int_equal(outlay_unit_choose(units, 3e4, info.dimension, money_of(units, "EUR", 2024),
                                      hint, &unit, NULL),
                   OUTLAY_OK);
  outlay_unit_describe(units, unit, &chosen);
  assert_string_equal(chosen.text, "kEUR2024/GPU");
  assert_int_equal(chosen.money, money_of(units, "EUR", 2024));
}

static void a_hint_of_another_dimension_is_passed_over(void **state) {
  outlay_units *units = *state;
  outlay_unit unit;
  outlay_unit_info chosen;
  assert_int_equal(outlay_unit_choose(units, 7200, parsed(units, "s").dimension, 0,
                                      parsed_unit(units, "kWh"), &unit, NULL),
                   OUTLAY_OK);
  outlay_unit_describe(units, unit, &chosen);
  assert_string_equal(chosen.text, "h");
}

static void a_declared_unit_of_money_does_not_stand_for_another_kind(void **state) {
  outlay_units *units = *state;
  assert_int_equal(
      outlay_units_declare(units, "credit", 0.01, parsed_unit(units, "USD2024"), 0, NULL),
      OUTLAY_OK);
  const outlay_unit hint = parsed_unit(units, "credit");
  outlay_unit unit;
  outlay_unit_info chosen;
  assert_int_equal(outlay_unit_choose(units, 5, parsed(units, "USD").dimension,
                                      money_of(units, "EUR", 2024), hint, &unit, NULL),
                   OUTLAY_OK);
  outlay_unit_describe(units, unit, &chosen);
  assert_string_equal(chosen.text, "EUR2024");
}

static void the_authors_word_for_a_chip_is_used(void **state) {
  outlay_units *units = *state;
  assert_printed(units, "5 chip", false, "5 chip");
  (void)parsed_unit(units, "GPUs/rack");
  assert_printed(units, "5 chip", false, "5 GPU");
  assert_printed(units, "2 USD/chip-h", false, "2 USD/GPU-h");
  assert_printed(units, "5 chip/wafer", false, "5 GPU/wafer");
  assert_printed(units, "5 chip", true, "5 chip");
  assert_printed(units, "5 FTE", false, "5 FTE");
  (void)parsed_unit(units, "TPU");
  assert_printed(units, "5 chip", false, "5 chip");
  assert_printed(units, "5 person", false, "5 FTE");
}

static void money_of_no_kind_cannot_be_printed(void **state) {
  outlay_units *units = *state;
  outlay_unit unit;
  assert_int_equal(outlay_unit_choose(units, 5, parsed(units, "USD").dimension, 0, 0, &unit, NULL),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_unit_choose(units, 5, 999999, 0, 0, &unit, NULL), OUTLAY_ERROR_ARGUMENT);
}

static void a_value_that_is_no_number_still_has_a_unit(void **state) {
  outlay_units *units = *state;
  outlay_unit unit;
  assert_int_equal(outlay_unit_choose(units, NAN, parsed(units, "s").dimension, 0, 0, &unit, NULL),
                   OUTLAY_OK);
  assert_int_equal(
      outlay_unit_choose(units, INFINITY, parsed(units, "s").dimension, 0, unit, &unit, NULL),
      OUTLAY_OK);
}

/* Any dimension has a unit, and the unit parses back to it. */
static void each_dimension_can_be_printed(void **state) {
  static const char *const bases[] = {"USD", "J", "s", "B", "FLOP", "token", "chip", "person"};
  outlay_units *units = *state;
  uint64_t random = 6;
  for (int i = 0; i < 20000; i++) {
    outlay_dimension dimension = 0;
    for (size_t k = next_random(&random) % 6; k > 0; k--) {
      outlay_dimension part = parsed(units, bases[next_random(&random) % 8]).dimension;
      const int32_t range = next_random(&random) % 20 == 0 ? 400 : 30;
      const int32_t power = (int32_t)(next_random(&random) % (uint64_t)(2 * range)) - range;
      assert_int_equal(outlay_dimension_power(units, part, power, 12, &part, NULL), OUTLAY_OK);
      assert_int_equal(outlay_dimension_multiply(units, dimension, part, &dimension, NULL), 0);
    }
    outlay_error error;
    outlay_unit unit;
    const double value = pow(10, (double)(next_random(&random) % 60) - 30);
    if (outlay_unit_choose(units, value, dimension, money_of(units, "EUR", 2024), 0, &unit,
                           &error) != OUTLAY_OK) {
      fail_msg("%s", error.message);
    }
    outlay_unit_info info;
    outlay_unit_describe(units, unit, &info);
    assert_int_equal(info.dimension, dimension);
    if (unit != 0) assert_int_equal(parsed_unit(units, info.text), unit);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      units_test(an_exact_number_prints_without_noise),
      units_test(digits_follow_the_spread),
      units_test(counted_things_are_written_in_millions),
      units_test(what_is_no_number_is_named),
      units_test(a_number_that_does_not_fit_is_cut_and_its_length_told),
      units_test(the_unit_suits_the_size),
      units_test(a_dimension_without_a_usual_unit_is_a_product),
      units_test(the_authors_unit_wins_unless_its_number_is_awkward),
      units_test(a_hint_follows_the_kind_of_money),
      units_test(a_hint_of_another_dimension_is_passed_over),
      units_test(a_declared_unit_of_money_does_not_stand_for_another_kind),
      units_test(the_authors_word_for_a_chip_is_used),
      units_test(money_of_no_kind_cannot_be_printed),
      units_test(a_value_that_is_no_number_still_has_a_unit),
      units_test(each_dimension_can_be_printed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
