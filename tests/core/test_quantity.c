/* Quantities in text: numbers, magnitudes, intervals, and what is said of the rest. */
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "units_fixture.h"

static outlay_quantity read(outlay_units *units, const char *text) {
  outlay_error error;
  outlay_quantity quantity;
  if (outlay_quantity_parse(units, text, &quantity, &error) != OUTLAY_OK) {
    fail_msg("'%s': %s", text, error.message);
  }
  return quantity;
}

/* `unit` is the text of the unit as it is kept. */
static void assert_plain(outlay_units *units, const char *text, double value, const char *unit) {
  const outlay_quantity quantity = read(units, text);
  outlay_unit_info info;
  outlay_unit_describe(units, quantity.unit, &info);
  if (quantity.low != value || quantity.high != value || quantity.interval != 0 ||
      strcmp(info.text, unit) != 0) {
    fail_msg("'%s' is %.17g to %.17g '%s'", text, quantity.low, quantity.high, info.text);
  }
}

static void assert_interval(outlay_units *units, const char *text, double low, double high,
                            const char *unit) {
  const outlay_quantity quantity = read(units, text);
  outlay_unit_info info;
  outlay_unit_describe(units, quantity.unit, &info);
  if (fabs(quantity.low - low) > 1e-15 * fabs(low) || quantity.high != high ||
      quantity.interval != 1 || strcmp(info.text, unit) != 0) {
    fail_msg("'%s' is %.17g to %.17g '%s'", text, quantity.low, quantity.high, info.text);
  }
}

static void numbers_are_read_exactly(void **state) {
  static const struct {
    const char *text;
    double value;
  } numbers[] = {
      {"0", 0},
      {"-0.0", 0},
      {"1.5", 1.5},
      {".5", 0.5},
      {"5.", 5},
      {"007", 7},
      {"0.1", 0.1},
      {"0.000001", 1e-6},
      {"2e25", 2e25},
      {"2E25", 2e25},
      {"1e+3", 1000},
      {"1e-3", 0.001},
      {"1e\xE2\x88\x92\x33", 0.001},
      {"-3", -3},
      {"+3", 3},
      {"\xE2\x88\x92\x33", -3},
      {"1_000_000", 1e6},
      {"0.000_001", 1e-6},
      {"1,234", 1234},
      {"1,234,567.8", 1234567.8},
      {"12,345", 12345},
      {"9007199254740993", 9007199254740992.0},
      {"1.7976931348623157e308", 1.7976931348623157e308},
      {"2.2250738585072014e-308", 2.2250738585072014e-308},
      {"123456789012345678901234567890", 123456789012345678901234567890.0},
      {" 7\t", 7},
      {"\xC2\xA0\x37", 7},
  };
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    assert_plain(*state, numbers[i].text, numbers[i].value, "");
  }
}

static void magnitudes_multiply_without_rounding(void **state) {
  outlay_units *units = *state;
  assert_plain(units, "30k", 30e3, "");
  assert_plain(units, "30K", 30e3, "");
  assert_plain(units, "5M", 5e6, "");
  assert_plain(units, "5mn", 5e6, "");
  assert_plain(units, "5B", 5e9, "");
  assert_plain(units, "5bn", 5e9, "");
  assert_plain(units, "15.6T", 15.6e12, "");
  assert_plain(units, "1.1M", 1.1e6, "");
  assert_plain(units, "3 thousand", 3e3, "");
  assert_plain(units, "3 million", 3e6, "");
  assert_plain(units, "3million", 3e6, "");
  assert_plain(units, "3 billion", 3e9, "");
  assert_plain(units, "3 bn", 3e9, "");
  assert_plain(units, "3 trillion", 3e12, "");
  assert_plain(units, "3 M", 3e6, "");
  assert_plain(units, "2e3k", 2e6, "");
}

static void a_quantity_is_a_number_and_a_unit(void **state) {
  outlay_units *units = *state;
  assert_plain(units, "16384 GPU", 16384, "GPU");
  assert_plain(units, "30k USD", 30e3, "USD");
  assert_plain(units, "5kWh", 5, "kWh");
  assert_plain(units, "5 kWh", 5, "kWh");
  assert_plain(units, "38 %", 38, "%");
  assert_plain(units, "38%", 38, "%");
  assert_plain(units, "15.6T token", 15.6e12, "token");
  assert_plain(units, "405B parameter", 405e9, "parameter");
  assert_plain(units, "5 million USD", 5e6, "USD");
  assert_plain(units, "5 M USD", 5e6, "USD");
  assert_plain(units, "5MUSD", 5, "MUSD");
  assert_plain(units, "5h", 5, "h");
  assert_plain(units, "5m", 5, "m");
  assert_plain(units, "5 /h", 5, "1/h");
  assert_plain(units, "5 1/h", 5, "1/h");
  assert_plain(units, "5k per month", 5e3, "1/month");
  assert_plain(units, "5EFLOP/s", 5, "EFLOP/s");
  assert_plain(units, "5\xC2\xA0kW", 5, "kW");
}

static void b_right_behind_a_number_is_a_billion_and_else_a_byte(void **state) {
  outlay_units *units = *state;
  assert_plain(units, "5B", 5e9, "");
  assert_plain(units, "5B USD", 5e9, "USD");
  assert_plain(units, "5 B", 5, "B");
  assert_plain(units, "5 GB", 5, "GB");
  assert_plain(units, "5GB", 5, "GB");
  assert_plain(units, "40 B/token", 40, "B/token");
  assert_plain(units, "40 FLOP/B", 40, "FLOP/B");
  assert_plain(units, "$5B/year", 5e9, "USD/year");
}

static void a_currency_sign_stands_before_its_number(void **state) {
  outlay_units *units = *state;
  assert_plain(units, "$30k", 30e3, "USD");
  assert_plain(units, "-$30k", -30e3, "USD");
  assert_plain(units,
               "\xE2\x82\xAC"
               "5 million",
               5e6, "EUR");
  assert_plain(units, "$2.50/GPU-h", 2.5, "USD/GPU-h");
  assert_plain(units, "$2.50 per GPU-h", 2.5, "USD/GPU-h");
  assert_plain(units, "$1B", 1e9, "USD");
  assert_plain(units, "30k $", 30e3, "USD");
  assert_interval(units, "$20k to $28k", 20e3, 28e3, "USD");
}

static void an_interval_takes_its_unit_from_the_end_or_from_both(void **state) {
  outlay_units *units = *state;
  assert_interval(units, "2e25 to 1e26 FLOP", 2e25, 1e26, "FLOP");
  assert_interval(units, "20k to 28k USD", 20e3, 28e3, "USD");
  assert_interval(units, "20 MUSD to 1 GUSD", 0.02, 1, "GUSD");
  assert_interval(units, "90 min to 2 h", 1.5, 2, "h");
  assert_interval(units, "7 % to 24 %", 7, 24, "%");
  assert_interval(units, "-5 to 5 kW", -5, 5, "kW");
  assert_interval(units, "900k to 1.2M USD", 900e3, 1.2e6, "USD");
  assert_interval(units, "1.2 to 4", 1.2, 4, "");
}

static void a_bound_without_magnitude_is_taken_where_it_can_only_mean_itself(void **state) {
  outlay_units *units = *state;
  assert_interval(units, "500 to 2k GPU", 500, 2000, "GPU");
  assert_interval(units, "900,000 to 1.2M USD", 900e3, 1.2e6, "USD");
  assert_interval(units, "0 to 5k GPU", 0, 5e3, "GPU");
}

typedef struct mistake {
  const char *text;
  outlay_status status;
  uint32_t begin, end;
  const char *advice;
} mistake;

static void texts_that_are_no_quantities_say_where_and_what_to_write(void **state) {
  static const mistake mistakes[] = {
      {"", OUTLAY_ERROR_SYNTAX, 0, 0, "30k USD"},
      {"GPU", OUTLAY_ERROR_SYNTAX, 0, 3, "number first"},
      {"USD 30k", OUTLAY_ERROR_SYNTAX, 0, 3, "number first"},
      {"nan", OUTLAY_ERROR_SYNTAX, 0, 3, ""},
      {"inf USD", OUTLAY_ERROR_SYNTAX, 0, 3, ""},
      {"-", OUTLAY_ERROR_SYNTAX, 0, 1, ""},
      {"$ 30k", OUTLAY_ERROR_SYNTAX, 1, 2, "$30k"},
      {".", OUTLAY_ERROR_SYNTAX, 0, 1, ""},
      {"1,5", OUTLAY_ERROR_SYNTAX, 0, 3, "1.5"},
      {"1,5 USD", OUTLAY_ERROR_SYNTAX, 0, 3, "1.5"},
      {"0,500", OUTLAY_ERROR_SYNTAX, 0, 5, "1.5"},
      {"1234,567", OUTLAY_ERROR_SYNTAX, 0, 8, "1.5"},
      {"1,234,56", OUTLAY_ERROR_SYNTAX, 0, 8, "1.5"},
      {"1_000,000", OUTLAY_ERROR_SYNTAX, 0, 9, "1.5"},
      {"1,000_000", OUTLAY_ERROR_SYNTAX, 0, 9, "1.5"},
      {"1.5,000", OUTLAY_ERROR_SYNTAX, 0, 7, "1.5"},
      {"1.234.567", OUTLAY_ERROR_SYNTAX, 0, 9, "1,234,567"},
      {"1__0", OUTLAY_ERROR_SYNTAX, 0, 2, "between digits"},
      {"1_", OUTLAY_ERROR_SYNTAX, 0, 2, "between digits"},
      {"1e309", OUTLAY_ERROR_SYNTAX, 0, 5, ""},
      {"1e99999999999", OUTLAY_ERROR_SYNTAX, 0, 13, ""},
      {"1e-309", OUTLAY_ERROR_SYNTAX, 0, 6, ""},
      {"1e300 EFLOP", OUTLAY_ERROR_SYNTAX, 0, 11, ""},
      {"1e-305 g", OUTLAY_ERROR_SYNTAX, 0, 8, ""},
      {"5 mwh", OUTLAY_ERROR_UNIT, 2, 5, "did you mean MWh?"},
      {"5 M/s", OUTLAY_ERROR_UNIT, 2, 3, "kW"},
      {"5G", OUTLAY_ERROR_UNIT, 1, 2, "5B"},
      {"5m USD", OUTLAY_ERROR_SYNTAX, 1, 6, "5M"},
      {"5 B USD", OUTLAY_ERROR_SYNTAX, 2, 7, "5B"},
      {"5B/s", OUTLAY_ERROR_SYNTAX, 1, 3, "billion"},
      {"5B per s", OUTLAY_ERROR_SYNTAX, 1, 6, "billion"},
      {"3 000 USD", OUTLAY_ERROR_SYNTAX, 2, 5, ""},
      {"5 GPU h", OUTLAY_ERROR_SYNTAX, 2, 7, "GPU-h"},
      {"$30k USD", OUTLAY_ERROR_SYNTAX, 5, 8, "once"},
      {"$30k GPU", OUTLAY_ERROR_SYNTAX, 5, 8, "once"},
      {"$-30k", OUTLAY_ERROR_SYNTAX, 1, 2, "-$30k"},
      {"20-28 USD", OUTLAY_ERROR_SYNTAX, 2, 3, "20 to 28 USD"},
      {"20\xE2\x80\x93"
       "28 USD",
       OUTLAY_ERROR_SYNTAX, 2, 5, "20 to 28 USD"},
      {"20 \xC2\xB1 3", OUTLAY_ERROR_SYNTAX, 3, 5, "normal"},
      {"20 to 28k USD", OUTLAY_ERROR_SYNTAX, 0, 13, "write 20k to 28k USD"},
      {"0.5 to 2 million", OUTLAY_ERROR_SYNTAX, 0, 16, "0.5 million to 2 million"},
      {"20k to 28 USD", OUTLAY_ERROR_ARGUMENT, 0, 13, "20k to 28k"},
      {"28 to 20 USD", OUTLAY_ERROR_ARGUMENT, 0, 12, "swap"},
      {"5 to 5", OUTLAY_ERROR_ARGUMENT, 0, 6, "once"},
      {"1 to 2 to 3", OUTLAY_ERROR_SYNTAX, 7, 9, ""},
      {"to 5", OUTLAY_ERROR_SYNTAX, 0, 0, ""},
      {"5 to", OUTLAY_ERROR_SYNTAX, 4, 4, ""},
      {"5 USD to 6", OUTLAY_ERROR_SYNTAX, 0, 10, "both bounds"},
      {"5 USD to 6 kW", OUTLAY_ERROR_DIMENSION, 0, 13, "same dimension"},
      {"5 USD to 6 EUR", OUTLAY_ERROR_MONEY, 0, 14, "same currency"},
      {"5 USD2023 to 6 USD2024", OUTLAY_ERROR_MONEY, 0, 22, "same currency"},
  };
  for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
    const mistake *expected = &mistakes[i];
    outlay_error error;
    outlay_quantity quantity = {.low = 42};
    const outlay_status status = outlay_quantity_parse(*state, expected->text, &quantity, &error);
    if (status != expected->status || error.status != status) {
      fail_msg("'%s' gives %s, not %s", expected->text, outlay_status_name(status),
               outlay_status_name(expected->status));
    }
    assert_true(quantity.low == 42);
    if (error.begin != expected->begin || error.end != expected->end) {
      fail_msg("'%s': the error is at %u to %u", expected->text, error.begin, error.end);
    }
    if (error.message[0] == '\0' || strstr(error.advice, expected->advice) == NULL) {
      fail_msg("'%s': %s; the advice is '%s'", expected->text, error.message, error.advice);
    }
  }
}

static void a_text_too_long_is_an_error(void **state) {
  static char text[200001];
  memset(text, '1', sizeof text - 1);
  outlay_quantity quantity;
  assert_int_equal(outlay_quantity_parse(*state, text, &quantity, NULL), OUTLAY_ERROR_LIMIT);
  text[4000] = '\0';
  assert_int_equal(outlay_quantity_parse(*state, text, &quantity, NULL), OUTLAY_ERROR_SYNTAX);
  assert_int_equal(outlay_quantity_parse(*state, NULL, &quantity, NULL), OUTLAY_ERROR_SYNTAX);
}

static void the_locale_does_not_change_what_is_read_or_written(void **state) {
  static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "C.UTF-8"};
  for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
    if (setlocale(LC_ALL, locales[i]) == NULL) continue;
    assert_plain(*state, "1.5 kW", 1.5, "kW");
    char text[32];
    (void)outlay_number_format(*state, 1234.5, 0, 0, text, sizeof text);
    assert_string_equal(text, "1,234.5");
  }
  (void)setlocale(LC_ALL, "C");
}

/* ---- printing and reading are inverse ---- */

static const char *const printed_units[] = {"",
                                            "%",
                                            "ppm",
                                            "USD",
                                            "MUSD2024-06",
                                            "EUR2023/year",
                                            "h",
                                            "GPU",
                                            "GPU-h",
                                            "token",
                                            "Mtoken",
                                            "person-year",
                                            "USD/GPU-h",
                                            "USD/MWh",
                                            "PFLOP/s",
                                            "FLOP",
                                            "B",
                                            "GiB",
                                            "Gbit/s",
                                            "1/h",
                                            "m^(1/2)",
                                            "gCO2/kWh",
                                            "W/GPU",
                                            "USD/Mtoken",
                                            "USD/(kW*month)",
                                            "1/(h-GPU)^2",
                                            "B*h",
                                            "parameter",
                                            "request/s",
                                            "kW-month",
                                            "(FLOP/s)*day"};
enum { PRINTED_UNITS = sizeof printed_units / sizeof printed_units[0] };

/* Ten significant digits at most, so that the printed number is exact. */
static double random_value(uint64_t *random) {
  const double digits = (double)(next_random(random) % UINT64_C(10000000000));
  const int exponent = (int)(next_random(random) % 40) - 20;
  char text[48];
  (void)snprintf(text, sizeof text, "%s%.0fe%d", next_random(random) % 4 == 0 ? "-" : "", digits,
                 exponent);
  double value;
  (void)sscanf(text, "%lf", &value);
  return value;
}

static void what_is_printed_is_read_back(void **state) {
  outlay_units *units = *state;
  uint64_t random = 3;
  for (int i = 0; i < 50000; i++) {
    const char *unit_text = printed_units[next_random(&random) % PRINTED_UNITS];
    const outlay_unit unit = unit_text[0] == '\0' ? 0 : parsed_unit(units, unit_text);
    outlay_unit_info info;
    outlay_unit_describe(units, unit, &info);
    const double value = random_value(&random);
    char text[128];
    const size_t length =
        outlay_number_format(units, value * info.factor, 0, unit, text, sizeof text);
    (void)snprintf(text + length, sizeof text - length, " %s", info.text);
    const outlay_quantity quantity = read(units, text);
    assert_int_equal(quantity.unit, unit);
    if (fabs(quantity.low - value) > 1e-10 * fabs(value)) {
      fail_msg("%.17g %s was printed as '%s'", value, unit_text, text);
    }
  }
}

static void a_choice_of_unit_keeps_the_value(void **state) {
  outlay_units *units = *state;
  uint64_t random = 4;
  for (int i = 0; i < 20000; i++) {
    outlay_unit_info info, chosen_info;
    const size_t which = 1 + next_random(&random) % (PRINTED_UNITS - 1);
    const outlay_unit unit = parsed_unit(units, printed_units[which]);
    outlay_unit_describe(units, unit, &info);
    const double value = random_value(&random) * info.factor;
    const outlay_unit hint = next_random(&random) % 2 == 0 ? unit : 0;
    outlay_unit chosen;
    assert_int_equal(
        outlay_unit_choose(units, value, info.dimension, info.money, hint, &chosen, NULL),
        OUTLAY_OK);
    outlay_unit_describe(units, chosen, &chosen_info);
    assert_int_equal(chosen_info.dimension, info.dimension);
    assert_int_equal(chosen_info.money, info.money);
    char text[128];
    const size_t length = outlay_number_format(units, value, 0, chosen, text, sizeof text);
    (void)snprintf(text + length, sizeof text - length, " %s", chosen_info.text);
    const outlay_quantity quantity = read(units, text);
    if (fabs(quantity.low * chosen_info.factor - value) > 1e-9 * fabs(value)) {
      fail_msg("%.17g %s was printed as '%s'", value / info.factor, info.text, text);
    }
  }
}

/* ---- memory ---- */

static outlay_status read_all(outlay_units *units) {
  static const char *const texts[] = {"20 MUSD2024 to 1 GUSD2024", "$2.50/GPU-h", "3 kW-month"};
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < sizeof texts / sizeof texts[0]; i++) {
    outlay_quantity quantity;
    status = outlay_quantity_parse(units, texts[i], &quantity, NULL);
  }
  return status;
}

static void a_failed_allocation_leaves_the_registry_usable(void **state) {
  (void)state;
  for (int sticky = 0; sticky < 2; sticky++) {
    bool failed = true;
    for (size_t n = 0; failed; n++) {
      failing_allocator memory;
      failing_allocator_arm(&memory, SIZE_MAX, sticky != 0);
      outlay_units *units;
      assert_int_equal(outlay_units_new(&memory.allocator, &units), OUTLAY_OK);
      memory.countdown = n;
      const outlay_status status = read_all(units);
      failed = memory.failed;
      assert_int_equal(status, failed ? OUTLAY_ERROR_MEMORY : OUTLAY_OK);
      failing_allocator_disarm(&memory);
      memory.failed = false;
      assert_int_equal(read_all(units), OUTLAY_OK);
      outlay_units_free(units);
      assert_int_equal(memory.live, 0);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      units_test(numbers_are_read_exactly),
      units_test(magnitudes_multiply_without_rounding),
      units_test(a_quantity_is_a_number_and_a_unit),
      units_test(b_right_behind_a_number_is_a_billion_and_else_a_byte),
      units_test(a_currency_sign_stands_before_its_number),
      units_test(an_interval_takes_its_unit_from_the_end_or_from_both),
      units_test(a_bound_without_magnitude_is_taken_where_it_can_only_mean_itself),
      units_test(texts_that_are_no_quantities_say_where_and_what_to_write),
      units_test(a_text_too_long_is_an_error),
      units_test(the_locale_does_not_change_what_is_read_or_written),
      units_test(what_is_printed_is_read_back),
      units_test(a_choice_of_unit_keeps_the_value),
      cmocka_unit_test(a_failed_allocation_leaves_the_registry_usable),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
