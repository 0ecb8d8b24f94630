/* The grammar of units: what parses, to what, and what is said of the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "units_fixture.h"

/* A text that fails: how, at which bytes, and a part of the advice. */
typedef struct mistake {
  const char *text;
  outlay_status status;
  uint32_t begin, end;
  const char *advice;
} mistake;

static void assert_mistake(outlay_units *units, const mistake *expected) {
  outlay_error error;
  outlay_unit unit = 12345;
  const outlay_status status = outlay_unit_parse(units, expected->text, &unit, &error);
  if (status != expected->status || error.status != status) {
    fail_msg("'%s' gives %s, not %s (%s)", expected->text, outlay_status_name(status),
             outlay_status_name(expected->status), status == OUTLAY_OK ? "" : error.message);
  }
  assert_int_equal(unit, 12345);
  if (error.begin != expected->begin || error.end != expected->end) {
    fail_msg("'%s': the error is at %u to %u, not %u to %u", expected->text, error.begin, error.end,
             expected->begin, expected->end);
  }
  assert_true(error.message[0] != '\0');
  if (strstr(error.advice, expected->advice) == NULL) {
    fail_msg("'%s': the advice is '%s', without '%s'", expected->text, error.advice,
             expected->advice);
  }
}

/* ---- units ---- */

static void prefixes_multiply_by_their_power_of_ten_or_two(void **state) {
  outlay_units *units = *state;
  assert_factor(units, "kW", 1e3);
  assert_factor(units, "MW", 1e6);
  assert_factor(units, "GW", 1e9);
  assert_factor(units, "TB", 1e12);
  assert_factor(units, "PFLOP", 1e15);
  assert_factor(units, "EFLOP", 1e18);
  assert_factor(units, "ms", 1e-3);
  assert_factor(units, "us", 1e-6);
  assert_factor(units, "\xC2\xB5s", 1e-6);
  assert_factor(units, "ns", 1e-9);
  assert_factor(units, "kg", 1);
  assert_factor(units, "Mt", 1e9);
  assert_factor(units, "KiB", 1024);
  assert_factor(units, "GiB", 1073741824.0);
  assert_factor(units, "PiB", 1125899906842624.0);
  assert_factor(units, "kUSD", 1e3);
  assert_factor(units, "BUSD", 1e9);
  assert_same_value(units, "BUSD", "GUSD");
  assert_factor(units, "Mtoken", 1e6);
}

static void units_have_their_size_in_base_units(void **state) {
  outlay_units *units = *state;
  assert_factor(units, "kWh", 3.6e6);
  assert_factor(units, "min", 60);
  assert_factor(units, "day", 86400);
  assert_factor(units, "week", 7 * 86400);
  assert_same_value(units, "month", "(year^12)^(1/12)*month/year");
  assert_factor(units, "month", 730.5 * 3600);
  assert_factor(units, "year", 8766 * 3600);
  assert_factor(units, "quarter", 3 * 730.5 * 3600);
  assert_factor(units, "bit", 0.125);
  assert_factor(units, "Gbit/s", 1.25e8);
  assert_factor(units, "%", 0.01);
  assert_factor(units, "ppm", 1e-6);
  assert_factor(units, "tCO2e", 1000);
  assert_factor(units, "gCO2/kWh", 1e-3 / 3.6e6);
  assert_factor(units, "USD/MWh", 1 / 3.6e9);
}

static void names_of_the_same_thing_are_equal(void **state) {
  outlay_units *units = *state;
  static const char *const synonyms[][2] = {
      {"h", "hour"},
      {"h", "hours"},
      {"h", "hr"},
      {"day", "d"},
      {"year", "yr"},
      {"year", "y"},
      {"year", "years"},
      {"B", "byte"},
      {"B", "bytes"},
      {"t", "tonne"},
      {"GPU", "chip"},
      {"TPUs", "accelerator"},
      {"FTE", "people"},
      {"query", "requests"},
      {"$", "USD"},
      {"k\xE2\x82\xAC", "kEUR"},
      {"m\xC2\xB2", "m^2"},
      {"s\xE2\x81\xBB\xC2\xB9", "1/s"},
      {"GPU\xC2\xB7h", "GPU-h"},
      {"GPU\xC3\x97h", "GPU*h"},
      {"USD per GPU", "USD/GPU"},
      {"tokens", "token"},
  };
  for (size_t i = 0; i < sizeof synonyms / sizeof synonyms[0]; i++) {
    assert_same_value(units, synonyms[i][0], synonyms[i][1]);
  }
}

static void a_hyphen_binds_tighter_than_a_slash(void **state) {
  outlay_units *units = *state;
  assert_same_value(units, "USD/GPU-h", "USD/(GPU*h)");
  assert_same_value(units, "USD/GPU-h", "USD/GPU/h");
  assert_same_value(units, "USD/GPU*h", "(USD/GPU)*h");
  assert_same_value(units, "USD/kW-month/GPU", "USD/(kW*month*GPU)");
  assert_same_value(units, "person-year^2", "person*(year^2)");
}

static void factors_may_come_in_any_order_and_nesting(void **state) {
  outlay_units *units = *state;
  assert_same_value(units, "GPU-h", "h-GPU");
  assert_same_value(units, "kW*USD", "USD*kW");
  assert_same_value(units, "((USD/((GPU))))", "USD/GPU");
  assert_same_value(units, "(USD/h)^2", "USD^2/h^2");
  assert_same_value(units, "(USD/h)^-1", "h/USD");
  assert_same_value(units, "(h^2)^(1/2)", "h");
  assert_same_value(units, "1/(h/USD)", "USD/h");
  assert_same_value(units, "/h", "1/h");
  assert_same_value(units, "per month", "1/month");
  assert_same_value(units, " USD /\tGPU\n- h ", "USD/GPU-h");
  assert_same_value(units, "USD/\xC2\xA0GPU", "USD/GPU");
  assert_int_equal(parsed(units, "h^0").dimension, 0);
}

static void the_text_of_a_unit_is_as_written_but_for_blanks_and_signs(void **state) {
  outlay_units *units = *state;
  assert_string_equal(parsed(units, " USD / GPU - hours ").text, "USD/GPU-hours");
  assert_string_equal(parsed(units, "$ per GPU").text, "USD/GPU");
  assert_string_equal(parsed(units, "k\xE2\x82\xAC").text, "kEUR");
  assert_string_equal(parsed(units, "\xC2\xB5s").text, "us");
  assert_string_equal(parsed(units, "m\xC2\xB2").text, "m^2");
  assert_string_equal(parsed(units, "$2024-06").text, "USD2024-06");
  assert_string_equal(parsed(units, "per h").text, "1/h");
  assert_string_equal(parsed(units, "1").text, "");
}

static void one_is_the_unit_of_plain_numbers(void **state) {
  outlay_units *units = *state;
  outlay_unit unit = 7;
  assert_int_equal(outlay_unit_parse(units, " 1 ", &unit, NULL), OUTLAY_OK);
  assert_int_equal(unit, 0);
  outlay_unit_info info;
  outlay_unit_describe(units, 0, &info);
  assert_true(info.factor == 1);
  assert_int_equal(info.dimension, 0);
}

static void the_same_unit_is_the_same_number(void **state) {
  outlay_units *units = *state;
  outlay_unit a, b;
  assert_int_equal(outlay_unit_parse(units, "USD/GPU-h", &a, NULL), OUTLAY_OK);
  assert_int_equal(outlay_unit_parse(units, " $ / GPU-h", &b, NULL), OUTLAY_OK);
  assert_int_equal(a, b);
}

static void a_date_on_a_currency_makes_another_kind_of_money(void **state) {
  outlay_units *units = *state;
  outlay_money year, month, none;
  assert_int_equal(outlay_money_kind(units, "USD", 2024, &year, NULL), OUTLAY_OK);
  assert_int_equal(outlay_money_kind(units, "USD", 202406, &month, NULL), OUTLAY_OK);
  assert_int_equal(outlay_money_kind(units, "USD", 0, &none, NULL), OUTLAY_OK);
  assert_int_equal(parsed(units, "MUSD2024/h").money, year);
  assert_int_equal(parsed(units, "kUSD2024-06").money, month);
  assert_int_equal(parsed(units, "h/USD").money, none);
  assert_int_equal(parsed(units, "kUSD/USD").money, 0);
  assert_int_equal(parsed(units, "kUSD/USD").dimension, 0);
}

static void texts_that_are_no_units_say_where_and_what_to_write(void **state) {
  static const mistake mistakes[] = {
      {"", OUTLAY_ERROR_SYNTAX, 0, 0, "write a unit"},
      {"  ", OUTLAY_ERROR_SYNTAX, 2, 2, "write a unit"},
      {"mwh", OUTLAY_ERROR_UNIT, 0, 3, "did you mean MWh?"},
      {"USD/mwh", OUTLAY_ERROR_UNIT, 4, 7, "did you mean MWh?"},
      {"usd", OUTLAY_ERROR_UNIT, 0, 3, "did you mean USD?"},
      {"usd2024", OUTLAY_ERROR_UNIT, 0, 7, "did you mean USD2024?"},
      {"Gpu", OUTLAY_ERROR_UNIT, 0, 3, "did you mean GPU?"},
      {"GPUS", OUTLAY_ERROR_UNIT, 0, 4, "did you mean GPUs?"},
      {"acelerator", OUTLAY_ERROR_UNIT, 0, 10, "did you mean accelerator?"},
      {"motnh", OUTLAY_ERROR_UNIT, 0, 5, "did you mean month?"},
      {"sec", OUTLAY_ERROR_UNIT, 0, 3, "did you mean s?"},
      {"xyzzy", OUTLAY_ERROR_UNIT, 0, 5, ""},
      {"FLOPS", OUTLAY_ERROR_UNIT, 0, 5, "write FLOP for an amount of work, FLOP/s for a speed"},
      {"2", OUTLAY_ERROR_SYNTAX, 0, 1, "in front"},
      {"tflops", OUTLAY_ERROR_UNIT, 0, 6, "TFLOP/s"},
      {"PFLOPs/GPU", OUTLAY_ERROR_UNIT, 0, 6, "PFLOP/s"},
      {"Gb/s", OUTLAY_ERROR_UNIT, 0, 2, "write GB for bytes, Gbit for bits"},
      {"Gbps", OUTLAY_ERROR_UNIT, 0, 4, "did you mean Gbit/s?"},
      {"ton", OUTLAY_ERROR_UNIT, 0, 3, "1,000 kg"},
      {"\xC2\xA5", OUTLAY_ERROR_UNIT, 0, 2, "JPY or CNY"},
      {"k", OUTLAY_ERROR_UNIT, 0, 1, "kW"},
      {"m2", OUTLAY_ERROR_UNIT, 0, 2, "m^2"},
      {"kGPU", OUTLAY_ERROR_UNIT, 0, 4, "GPU"},
      {"GPU h", OUTLAY_ERROR_SYNTAX, 0, 5, "write GPU-h for the product, GPU/h for the ratio"},
      {"USD/GPU h", OUTLAY_ERROR_SYNTAX, 4, 9, "GPU-h"},
      {"(USD)(h)", OUTLAY_ERROR_SYNTAX, 0, 6, "*"},
      {"USD/1e6 token", OUTLAY_ERROR_SYNTAX, 4, 5, "USD/Mtoken"},
      {"1 h", OUTLAY_ERROR_SYNTAX, 0, 1, "in front"},
      {"USD 2024", OUTLAY_ERROR_SYNTAX, 4, 8, "USD2024"},
      {"USD2024-6", OUTLAY_ERROR_SYNTAX, 0, 9, "two digits"},
      {"USD2024-13", OUTLAY_ERROR_SYNTAX, 0, 10, "two digits"},
      {"USD2024-061", OUTLAY_ERROR_SYNTAX, 0, 11, "two digits"},
      {"USD2024-0", OUTLAY_ERROR_SYNTAX, 0, 9, "two digits"},
      {"USD2024-06x", OUTLAY_ERROR_SYNTAX, 0, 11, "two digits"},
      {"kwh", OUTLAY_ERROR_UNIT, 0, 3, "did you mean kWh?"},
      {"meuro", OUTLAY_ERROR_UNIT, 0, 5, ""},
      {"USD0999", OUTLAY_ERROR_SYNTAX, 0, 7, ""},
      {"a_word_that_is_longer_than_any_name_of_a_unit", OUTLAY_ERROR_UNIT, 0, 45, ""},
      {"USD/", OUTLAY_ERROR_SYNTAX, 4, 4, ""},
      {"USD//h", OUTLAY_ERROR_SYNTAX, 4, 5, "joined"},
      {"*h", OUTLAY_ERROR_SYNTAX, 0, 1, "joined"},
      {"(USD/h", OUTLAY_ERROR_SYNTAX, 0, 1, ""},
      {"USD/h)", OUTLAY_ERROR_SYNTAX, 5, 6, ""},
      {"()", OUTLAY_ERROR_SYNTAX, 1, 2, ""},
      {"h^", OUTLAY_ERROR_SYNTAX, 1, 2, "m^(1/2)"},
      {"h^x", OUTLAY_ERROR_SYNTAX, 1, 3, "m^(1/2)"},
      {"h^1.5", OUTLAY_ERROR_SYNTAX, 1, 5, "m^(1/2)"},
      {"h^(1/5)", OUTLAY_ERROR_SYNTAX, 1, 7, "m^(1/2)"},
      {"h^(1/0)", OUTLAY_ERROR_SYNTAX, 1, 7, "m^(1/2)"},
      {"h^2000", OUTLAY_ERROR_SYNTAX, 1, 6, ""},
      {"h^99999999999", OUTLAY_ERROR_SYNTAX, 1, 13, ""},
      {"m^2^2", OUTLAY_ERROR_SYNTAX, 3, 4, "parentheses"},
      {"PFLOP/s-day", OUTLAY_ERROR_SYNTAX, 6, 11, "(FLOP/s)*day"},
      {"USD/EUR", OUTLAY_ERROR_MONEY, 0, 7, "one currency"},
      {"USD2023/USD2024", OUTLAY_ERROR_MONEY, 0, 15, "one currency"},
      {"YFLOP^20", OUTLAY_ERROR_LIMIT, 0, 8, ""},
      {"h @ GPU", OUTLAY_ERROR_SYNTAX, 2, 3, "joined"},
      {"h\xFF", OUTLAY_ERROR_SYNTAX, 1, 2, "joined"},
      {"h \xE2\x82", OUTLAY_ERROR_SYNTAX, 2, 4, "joined"},
  };
  for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
    assert_mistake(*state, &mistakes[i]);
  }
}

static void a_year_with_a_digit_too_many_is_no_year_of_antiquity(void **state) {
  outlay_error error;
  outlay_unit unit;
  assert_int_equal(outlay_unit_parse(*state, "USD20245", &unit, &error), OUTLAY_ERROR_UNIT);
  assert_string_equal(error.advice, "");
}

static void a_message_never_repeats_broken_or_control_characters(void **state) {
  outlay_error error;
  outlay_unit unit;
  (void)outlay_unit_parse(*state, "h \x1B\xFF", &unit, &error);
  for (const char *c = error.message; *c != '\0'; c++) {
    assert_true((unsigned char)*c >= 0x20 && (unsigned char)*c < 0x80);
  }
  static const char *const broken[] = {
      "h \xC2\x9B",         /* a control character of two bytes */
      "h \xC0\xAF",         /* longer than need be */
      "h \xE0\x80\xAF",     /* the same in three bytes */
      "h \xED\xA0\x80",     /* half of a surrogate pair */
      "h \xF0\x80\x80\xAF", /* longer than need be */
      "h \xF4\x90\x80\x80", /* beyond U+10FFFF */
  };
  for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
    (void)outlay_unit_parse(*state, broken[i], &unit, &error);
    for (const char *c = error.message; *c != '\0'; c++) assert_true((unsigned char)*c < 0x80);
  }
  (void)outlay_unit_parse(*state, "h \xE2\x82\xAC\xE2\x82\xAC", &unit, &error);
  assert_non_null(strstr(error.message, "\xE2\x82\xAC"));
}

static void errors_may_be_ignored(void **state) {
  outlay_unit unit;
  assert_int_equal(outlay_unit_parse(*state, "mwh", &unit, NULL), OUTLAY_ERROR_UNIT);
  assert_int_equal(outlay_unit_parse(*state, NULL, &unit, NULL), OUTLAY_ERROR_SYNTAX);
}

static void deep_nesting_is_an_error_and_no_overflow(void **state) {
  char text[4000];
  memset(text, '(', sizeof text);
  text[sizeof text - 1] = '\0';
  outlay_unit unit;
  assert_int_equal(outlay_unit_parse(*state, text, &unit, NULL), OUTLAY_ERROR_LIMIT);
  memset(text + 50, 0, 1);
  memcpy(text + 50, "h", 2);
  for (size_t i = 51; i < 101; i++) memcpy(text + i, ")", 2);
  assert_int_equal(outlay_unit_parse(*state, text, &unit, NULL), OUTLAY_OK);
}

static void a_long_text_or_product_is_an_error(void **state) {
  static char text[100001];
  memset(text, 'h', sizeof text - 1);
  outlay_unit unit;
  assert_int_equal(outlay_unit_parse(*state, text, &unit, NULL), OUTLAY_ERROR_LIMIT);
  text[4000] = '\0';
  assert_int_equal(outlay_unit_parse(*state, text, &unit, NULL), OUTLAY_ERROR_UNIT);
  for (size_t i = 0; i < 80; i += 2) memcpy(text + i, "B*", 3);
  memcpy(text + 80, "B", 2);
  assert_int_equal(outlay_unit_parse(*state, text, &unit, NULL), OUTLAY_ERROR_LIMIT);
  memcpy(text + 60, "B", 2);
  assert_int_equal(outlay_unit_parse(*state, text, &unit, NULL), OUTLAY_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      units_test(prefixes_multiply_by_their_power_of_ten_or_two),
      units_test(units_have_their_size_in_base_units),
      units_test(names_of_the_same_thing_are_equal),
      units_test(a_hyphen_binds_tighter_than_a_slash),
      units_test(factors_may_come_in_any_order_and_nesting),
      units_test(the_text_of_a_unit_is_as_written_but_for_blanks_and_signs),
      units_test(one_is_the_unit_of_plain_numbers),
      units_test(the_same_unit_is_the_same_number),
      units_test(a_date_on_a_currency_makes_another_kind_of_money),
      units_test(texts_that_are_no_units_say_where_and_what_to_write),
      units_test(a_year_with_a_digit_too_many_is_no_year_of_antiquity),
      units_test(a_message_never_repeats_broken_or_control_characters),
      units_test(errors_may_be_ignored),
      units_test(deep_nesting_is_an_error_and_no_overflow),
      units_test(a_long_text_or_product_is_an_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
