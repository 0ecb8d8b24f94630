/* Kinds of money and their conversion by stated facts. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "units_fixture.h"

static void set_index(outlay_units *units, const char *currency, outlay_date date, double value) {
  assert_int_equal(outlay_money_set_index(units, currency, date, value, "the index", NULL),
                   OUTLAY_OK);
}

static void set_rate(outlay_units *units, const char *currency, outlay_date date, double value) {
  assert_int_equal(outlay_money_set_rate(units, currency, date, value, "the rates", NULL),
                   OUTLAY_OK);
}

static double factor(outlay_units *units, outlay_money from, outlay_money to) {
  outlay_error error;
  double out;
  if (outlay_money_factor(units, from, to, &out, NULL, 0, &error) != OUTLAY_OK) {
    fail_msg("%s", error.message);
  }
  return out;
}

static void assert_no_factor(outlay_units *units, outlay_money from, outlay_money to,
                             const char *message, const char *advice) {
  outlay_error error;
  double out = 7;
  char explanation[64] = "as it was";
  assert_int_equal(
      outlay_money_factor(units, from, to, &out, explanation, sizeof explanation, &error),
      OUTLAY_ERROR_MONEY);
  assert_true(out == 7);
  assert_string_equal(explanation, "as it was");
  if (strstr(error.message, message) == NULL || strstr(error.advice, advice) == NULL) {
    fail_msg("the message is '%s', the advice '%s'", error.message, error.advice);
  }
}

static void kinds_are_known_by_currency_and_date(void **state) {
  outlay_units *units = *state;
  const outlay_money usd = money_of(units, "USD", 0), year = money_of(units, "USD", 2024);
  const outlay_money month = money_of(units, "USD", 202406), eur = money_of(units, "EUR", 2024);
  assert_true(usd != 0 && usd != year && year != month && year != eur);
  assert_int_equal(money_of(units, "USD", 2024), year);
  char text[32];
  assert_int_equal(outlay_money_text(units, usd, text, sizeof text), 3);
  assert_string_equal(text, "USD");
  (void)outlay_money_text(units, year, text, sizeof text);
  assert_string_equal(text, "USD2024");
  assert_int_equal(outlay_money_text(units, month, text, sizeof text), 10);
  assert_string_equal(text, "USD2024-06");
  assert_int_equal(outlay_money_text(units, 0, text, sizeof text), 0);
  assert_string_equal(text, "");
}

static void a_kind_needs_a_known_currency_and_a_date_that_exists(void **state) {
  outlay_units *units = *state;
  outlay_money money;
  outlay_error error;
  assert_int_equal(outlay_money_kind(units, "ABC", 2024, &money, &error), OUTLAY_ERROR_MONEY);
  assert_int_equal(outlay_money_kind(units, "GPU", 2024, &money, &error), OUTLAY_ERROR_MONEY);
  assert_int_equal(outlay_money_kind(units, "kUSD", 2024, &money, &error), OUTLAY_ERROR_MONEY);
  assert_int_equal(outlay_money_kind(units, NULL, 2024, &money, &error), OUTLAY_ERROR_MONEY);
  static const outlay_date bad[] = {1, 999, 202400, 202413, 20240101, -2024, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    assert_int_equal(outlay_money_kind(units, "USD", bad[i], &money, &error),
                     OUTLAY_ERROR_ARGUMENT);
  }
}

static void the_same_kind_needs_no_fact(void **state) {
  outlay_units *units = *state;
  const outlay_money undated = money_of(units, "EUR", 0), dated = money_of(units, "EUR", 2024);
  assert_true(factor(units, undated, undated) == 1);
  assert_true(factor(units, dated, dated) == 1);
}

static void one_date_to_another_goes_by_the_price_index(void **state) {
  outlay_units *units = *state;
  set_index(units, "USD", 2019, 80);
  set_index(units, "USD", 2024, 100);
  set_index(units, "USD", 202406, 120);
  const outlay_money before = money_of(units, "USD", 2019), after = money_of(units, "USD", 2024);
  assert_true(factor(units, before, after) == 1.25);
  assert_true(factor(units, after, before) == 0.8);
  assert_true(factor(units, before, money_of(units, "USD", 202406)) == 1.5);
}

static void a_year_is_the_mean_of_its_twelve_months(void **state) {
  outlay_units *units = *state;
  for (int32_t month = 1; month <= 12; month++) set_index(units, "USD", 202300 + month, month);
  set_index(units, "USD", 202401, 13);
  const outlay_money year = money_of(units, "USD", 2023);
  assert_true(factor(units, year, money_of(units, "USD", 202401)) == 2);
  set_index(units, "USD", 2023, 26);
  assert_true(factor(units, year, money_of(units, "USD", 202401)) == 0.5);
}

static void a_year_with_a_month_missing_has_no_value(void **state) {
  outlay_units *units = *state;
  set_index(units, "USD", 2024, 100);
  for (int32_t month = 1; month <= 12; month++) {
    if (month != 7) set_index(units, "USD", 202300 + month, 90);
  }
  assert_no_factor(units, money_of(units, "USD", 2023), money_of(units, "USD", 2024),
                   "price index of USD for 2023", "USD2024");
  set_index(units, "EUR", 202307, 90); /* another currency's month does not fill the gap */
  assert_no_factor(units, money_of(units, "USD", 2023), money_of(units, "USD", 2024), "2023", "");
  set_index(units, "USD", 202307, 90);
  assert_true(fabs(factor(units, money_of(units, "USD", 2023), money_of(units, "USD", 2024)) -
                   100.0 / 90) < 1e-15);
}

static void a_missing_month_is_an_error_that_names_the_nearest(void **state) {
  outlay_units *units = *state;
  set_index(units, "USD", 202301, 90);
  set_index(units, "USD", 202305, 91);
  set_index(units, "USD", 2023, 92);
  set_index(units, "EUR", 202304, 50);
  assert_no_factor(units, money_of(units, "USD", 202304), money_of(units, "USD", 202301),
                   "no price index of USD for 2023-04", "USD2023-05");
  assert_no_factor(units, money_of(units, "USD", 202301), money_of(units, "USD", 203001),
                   "no price index of USD for 2030-01", "USD2023-05");
  assert_no_factor(units, money_of(units, "USD", 2019), money_of(units, "USD", 2023), "2019",
                   "USD2023");
  assert_no_factor(units, money_of(units, "GBP", 2019), money_of(units, "GBP", 2023), "2019",
                   "none is known for any date");
}

static void a_year_near_a_missing_one_may_be_a_mean_of_months(void **state) {
  outlay_units *units = *state;
  for (int32_t month = 1; month <= 12; month++) set_index(units, "USD", 202200 + month, 90);
  set_index(units, "USD", 202301, 91);
  assert_no_factor(units, money_of(units, "USD", 2023), money_of(units, "USD", 2022), "2023",
                   "USD2022");
  assert_no_factor(units, money_of(units, "USD", 202304), money_of(units, "USD", 2022), "2023-04",
                   "USD2023-01");
}

static void one_currency_to_another_goes_by_the_rate_of_the_date(void **state) {
  outlay_units *units = *state;
  set_rate(units, "EUR", 2024, 1.08);
  set_rate(units, "GBP", 2024, 1.35);
  const outlay_money usd = money_of(units, "USD", 2024), eur = money_of(units, "EUR", 2024);
  assert_true(factor(units, eur, usd) == 1.08);
  assert_true(factor(units, usd, eur) == 1 / 1.08);
  assert_true(factor(units, money_of(units, "GBP", 2024), eur) == 1.35 / 1.08);
}

static void a_year_rate_is_the_mean_of_its_months_but_a_month_never_the_years(void **state) {
  outlay_units *units = *state;
  for (int32_t month = 1; month <= 12; month++) {
    set_rate(units, "EUR", 202300 + month, month <= 6 ? 1 : 2);
  }
  set_rate(units, "EUR", 2024, 1.1);
  assert_true(factor(units, money_of(units, "EUR", 2023), money_of(units, "USD", 2023)) == 1.5);
  assert_no_factor(units, money_of(units, "EUR", 202402), money_of(units, "USD", 202402),
                   "exchange rate of EUR for 2024-02", "EUR2023-12");
}

static void both_differ_goes_by_the_rate_then_the_targets_index(void **state) {
  outlay_units *units = *state;
  set_rate(units, "EUR", 2019, 1.2);
  set_rate(units, "EUR", 2024, 1.0);
  set_index(units, "USD", 2019, 80);
  set_index(units, "USD", 2024, 100);
  set_index(units, "EUR", 2019, 50);
  set_index(units, "EUR", 2024, 100);
  const outlay_money from = money_of(units, "EUR", 2019), to = money_of(units, "USD", 2024);
  assert_true(fabs(factor(units, from, to) - 1.2 * 1.25) < 1e-15);
}

static void an_unstated_date_converts_to_nothing_else(void **state) {
  outlay_units *units = *state;
  set_index(units, "USD", 2024, 100);
  set_rate(units, "EUR", 2024, 1.1);
  const outlay_money usd = money_of(units, "USD", 0), year = money_of(units, "USD", 2024);
  assert_no_factor(units, usd, year, "not stated", "USD2024");
  assert_no_factor(units, year, usd, "not stated", "USD2024");
  assert_no_factor(units, money_of(units, "EUR", 0), usd, "not stated", "EUR2024");
}

static void the_explanation_names_facts_and_sources(void **state) {
  outlay_units *units = *state;
  for (int32_t month = 1; month <= 12; month++) set_index(units, "USD", 202300 + month, 90);
  set_index(units, "USD", 202406, 99.5);
  set_rate(units, "EUR", 2023, 1.08);
  double out;
  char text[256];
  assert_int_equal(
      outlay_money_factor(units, money_of(units, "EUR", 2023), money_of(units, "USD", 202406), &out,
                          text, sizeof text, NULL),
      OUTLAY_OK);
  assert_string_equal(text,
                      "at USD/EUR 1.08 in 2023 (the rates); then by the price index of USD, from "
                      "90 in 2023, mean of its months (the index) to 99.5 in 2024-06 (the index)");
  char cut[8];
  assert_int_equal(outlay_money_factor(units, money_of(units, "EUR", 2023),
                                       money_of(units, "USD", 202406), &out, cut, sizeof cut, NULL),
                   OUTLAY_OK);
  assert_string_equal(cut, "at USD/");
  assert_int_equal(outlay_money_factor(units, 1, 1, &out, text, sizeof text, NULL), OUTLAY_OK);
  assert_string_equal(text, "");
}

static void a_sum_is_in_the_later_dates_prices_of_the_first_currency(void **state) {
  outlay_units *units = *state;
  const outlay_money early = money_of(units, "USD", 2019), late = money_of(units, "EUR", 2024);
  outlay_money common;
  assert_int_equal(outlay_money_common(units, early, late, &common, NULL), OUTLAY_OK);
  assert_int_equal(common, money_of(units, "USD", 2024));
  assert_int_equal(outlay_money_common(units, late, early, &common, NULL), OUTLAY_OK);
  assert_int_equal(common, late);
  assert_int_equal(outlay_money_common(units, early, early, &common, NULL), OUTLAY_OK);
  assert_int_equal(common, early);
  assert_int_equal(outlay_money_common(units, money_of(units, "USD", 202412),
                                       money_of(units, "USD", 2024), &common, NULL),
                   OUTLAY_OK);
  assert_int_equal(common, money_of(units, "USD", 2024));
  assert_int_equal(outlay_money_common(units, money_of(units, "USD", 202501),
                                       money_of(units, "USD", 2024), &common, NULL),
                   OUTLAY_OK);
  assert_int_equal(common, money_of(units, "USD", 202501));
}

static void a_sum_of_stated_and_unstated_dates_is_an_error(void **state) {
  outlay_units *units = *state;
  outlay_money common;
  outlay_error error;
  const outlay_money usd = money_of(units, "USD", 0);
  assert_int_equal(outlay_money_common(units, usd, usd, &common, &error), OUTLAY_OK);
  assert_int_equal(outlay_money_common(units, usd, money_of(units, "USD", 2024), &common, &error),
                   OUTLAY_ERROR_MONEY);
  assert_non_null(strstr(error.advice, "USD2024"));
  assert_int_equal(outlay_money_common(units, usd, money_of(units, "EUR", 0), &common, &error),
                   OUTLAY_ERROR_MONEY);
  assert_int_equal(outlay_money_common(units, usd, 0, &common, &error), OUTLAY_ERROR_ARGUMENT);
  outlay_money past = usd; /* the first number that is no kind */
  while (outlay_money_text(units, past, NULL, 0) != 0) past++;
  assert_int_equal(outlay_money_common(units, past, usd, &common, &error), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_money_common(units, usd, past, &common, &error), OUTLAY_ERROR_ARGUMENT);
}

static void there_and_back_is_one(void **state) {
  outlay_units *units = *state;
  static const char *const currencies[] = {"USD", "EUR", "GBP"};
  uint64_t random = 5;
  for (size_t c = 0; c < 3; c++) {
    for (outlay_date year = 2015; year < 2025; year++) {
      set_index(units, currencies[c], year, 50 + (double)(next_random(&random) % 1000) / 7);
      if (c > 0)
        set_rate(units, currencies[c], year, 0.5 + (double)(next_random(&random) % 100) / 70);
    }
  }
  for (int i = 0; i < 2000; i++) {
    const char *currency = currencies[next_random(&random) % 3];
    const outlay_date date = 2015 + (outlay_date)(next_random(&random) % 10);
    const outlay_money a = money_of(units, currency, date);
    const outlay_money same_currency =
        money_of(units, currency, 2015 + (outlay_date)(next_random(&random) % 10));
    const outlay_money same_date = money_of(units, currencies[next_random(&random) % 3], date);
    assert_true(fabs(factor(units, a, same_currency) * factor(units, same_currency, a) - 1) <
                1e-15);
    assert_true(fabs(factor(units, a, same_date) * factor(units, same_date, a) - 1) < 1e-15);
  }
}

static void facts_must_be_positive_dated_and_of_a_known_currency(void **state) {
  outlay_units *units = *state;
  static const double bad[] = {0, -1, INFINITY, NAN};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    assert_int_equal(outlay_money_set_index(units, "USD", 2024, bad[i], "", NULL),
                     OUTLAY_ERROR_ARGUMENT);
    assert_int_equal(outlay_money_set_rate(units, "EUR", 2024, bad[i], "", NULL),
                     OUTLAY_ERROR_ARGUMENT);
  }
  assert_int_equal(outlay_money_set_index(units, "USD", 0, 1, "", NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_money_set_index(units, "USD", 202413, 1, "", NULL),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_money_set_index(units, "ABC", 2024, 1, "", NULL), OUTLAY_ERROR_MONEY);
  assert_int_equal(outlay_money_set_rate(units, "USD", 2024, 2, "", NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_money_set_rate(units, "USD", 2024, 1, NULL, NULL), OUTLAY_OK);
}

static void a_factor_out_of_range_is_an_error(void **state) {
  outlay_units *units = *state;
  set_index(units, "USD", 2019, 1e-300);
  set_index(units, "USD", 2024, 1e300);
  assert_no_factor(units, money_of(units, "USD", 2019), money_of(units, "USD", 2024),
                   "out of range", "");
  double out;
  assert_int_equal(outlay_money_factor(units, 0, 1, &out, NULL, 0, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_money_factor(units, 1, 99999, &out, NULL, 0, NULL),
                   OUTLAY_ERROR_ARGUMENT);
}

static void a_failed_allocation_keeps_earlier_facts(void **state) {
  (void)state;
  bool failed = true;
  for (size_t n = 0; failed; n++) {
    failing_allocator memory;
    failing_allocator_arm(&memory, SIZE_MAX, false);
    outlay_units *units;
    assert_int_equal(outlay_units_new(&memory.allocator, &units), OUTLAY_OK);
    set_index(units, "USD", 2019, 80);
    memory.countdown = n;
    outlay_status status = OUTLAY_OK;
    for (outlay_date year = 2020; status == OUTLAY_OK && year < 2040; year++) {
      status = outlay_money_set_index(units, "USD", year, 100, "a source", NULL);
    }
    outlay_money common;
    if (status == OUTLAY_OK) status = outlay_money_kind(units, "CHF", 2024, &common, NULL);
    failed = memory.failed;
    assert_int_equal(status, failed ? OUTLAY_ERROR_MEMORY : OUTLAY_OK);
    failing_allocator_disarm(&memory);
    set_index(units, "USD", 2020, 100);
    assert_true(factor(units, money_of(units, "USD", 2019), money_of(units, "USD", 2020)) == 1.25);
    outlay_units_free(units);
    assert_int_equal(memory.live, 0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      units_test(kinds_are_known_by_currency_and_date),
      units_test(a_kind_needs_a_known_currency_and_a_date_that_exists),
      units_test(the_same_kind_needs_no_fact),
      units_test(one_date_to_another_goes_by_the_price_index),
      units_test(a_year_is_the_mean_of_its_twelve_months),
      units_test(a_year_with_a_month_missing_has_no_value),
      units_test(a_missing_month_is_an_error_that_names_the_nearest),
      units_test(a_year_near_a_missing_one_may_be_a_mean_of_months),
      units_test(one_currency_to_another_goes_by_the_rate_of_the_date),
      units_test(a_year_rate_is_the_mean_of_its_months_but_a_month_never_the_years),
      units_test(both_differ_goes_by_the_rate_then_the_targets_index),
      units_test(an_unstated_date_converts_to_nothing_else),
      units_test(the_explanation_names_facts_and_sources),
      units_test(a_sum_is_in_the_later_dates_prices_of_the_first_currency),
      units_test(a_sum_of_stated_and_unstated_dates_is_an_error),
      units_test(there_and_back_is_one),
      units_test(facts_must_be_positive_dated_and_of_a_known_currency),
      units_test(a_factor_out_of_range_is_an_error),
      cmocka_unit_test(a_failed_allocation_keeps_earlier_facts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
