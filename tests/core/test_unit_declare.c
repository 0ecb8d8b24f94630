/* What users declare, completion, and the registry when memory runs out. */
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

/* ---- declarations ---- */

static void a_declared_count_has_a_dimension_of_its_own(void **state) {
  outlay_units *units = *state;
  assert_int_equal(outlay_units_declare_count(units, "pod", "pods", NULL), OUTLAY_OK);
  assert_dimension(units, "pod", "Pod");
  assert_same_value(units, "pods", "pod");
  assert_true(parsed(units, "pod").dimension != parsed(units, "rack").dimension);
  assert_int_equal(outlay_units_declare_count(units, "pod", "pods", NULL), OUTLAY_OK);
  assert_int_equal(outlay_units_declare_count(units, "pod", NULL, NULL), OUTLAY_OK);
  assert_int_equal(outlay_units_declare_count(units, "GPU", NULL, NULL), OUTLAY_OK);
}

static void a_count_cannot_take_a_name_with_another_meaning(void **state) {
  outlay_units *units = *state;
  static const char *const taken[] = {"h",  "kW",  "USD", "GPUs",  "Time",    "M",
                                      "to", "per", "B",   "Money", "USD2024", "kUSD2024"};
  for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++) {
    outlay_error error;
    if (outlay_units_declare_count(units, taken[i], NULL, &error) != OUTLAY_ERROR_ARGUMENT) {
      fail_msg("%s could be declared", taken[i]);
    }
  }
  assert_int_equal(outlay_units_declare_count(units, "pod", "hours", NULL), OUTLAY_ERROR_ARGUMENT);
}

static void a_mistake_in_the_plural_declares_nothing(void **state) {
  outlay_units *units = *state;
  outlay_unit unit;
  assert_int_equal(outlay_units_declare_count(units, "reel", "1reels", NULL),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_units_declare_count(units, "reel", "USD", NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_unit_parse(units, "reel", &unit, NULL), OUTLAY_ERROR_UNIT);
  assert_int_equal(outlay_units_declare_count(units, "sheep", "sheep", NULL), OUTLAY_OK);
}

static void names_are_letters_digits_and_underscores(void **state) {
  outlay_units *units = *state;
  static const char *const bad[] = {"",    "2x",  "a b",
                                    "a/b", "a-b", "\xC3\xA4",
                                    "a\n", "$x",  "a_name_that_is_longer_than_thirty_one"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    assert_int_equal(outlay_units_declare_count(units, bad[i], NULL, NULL), OUTLAY_ERROR_ARGUMENT);
    assert_int_equal(outlay_units_declare(units, bad[i], 1, 0, 0, NULL), OUTLAY_ERROR_ARGUMENT);
  }
  assert_int_equal(outlay_units_declare_count(units, NULL, NULL, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_units_declare_count(units, "H100_SXM", NULL, NULL), OUTLAY_OK);
  assert_dimension(units, "H100_SXM", "H100_SXM");
  const char *longest = "a_name_of_thirty_one_characters";
  assert_int_equal(outlay_units_declare(units, longest, 2, 0, 1, NULL), OUTLAY_OK);
  assert_factor(units, "ka_name_of_thirty_one_characters", 2000);
}

static void a_declared_unit_is_a_multiple_of_another(void **state) {
  outlay_units *units = *state;
  outlay_unit token;
  assert_int_equal(outlay_unit_parse(units, "token", &token, NULL), OUTLAY_OK);
  assert_int_equal(outlay_units_declare(units, "page", 500, token, 0, NULL), OUTLAY_OK);
  assert_factor(units, "page", 500);
  assert_int_equal(outlay_units_declare(units, "page", 500, token, 0, NULL), OUTLAY_OK);
  assert_int_equal(outlay_units_declare(units, "page", 400, token, 0, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_units_declare(units, "Wo", 2, token, 1, NULL), OUTLAY_OK);
  assert_factor(units, "kWo", 2000);
  assert_factor(units, "mWo", 0.002);
  outlay_unit unit;
  assert_int_equal(outlay_unit_parse(units, "kpage", &unit, NULL), OUTLAY_ERROR_UNIT);
}

static void a_declared_unit_of_money_keeps_its_kind(void **state) {
  outlay_units *units = *state;
  outlay_unit dollar;
  assert_int_equal(outlay_unit_parse(units, "USD2024", &dollar, NULL), OUTLAY_OK);
  assert_int_equal(outlay_units_declare(units, "credit", 0.01, dollar, 0, NULL), OUTLAY_OK);
  assert_int_equal(parsed(units, "credit/h").money, parsed(units, "USD2024").money);
}

static void a_declared_prefix_cannot_make_a_second_meaning(void **state) {
  outlay_units *units = *state;
  outlay_unit metre;
  assert_int_equal(outlay_unit_parse(units, "m", &metre, NULL), OUTLAY_OK);
  /* "min" would be a milli-inch and a minute. */
  assert_int_equal(outlay_units_declare(units, "in", 0.0254, metre, 1, NULL),
                   OUTLAY_ERROR_ARGUMENT);
  outlay_unit unit;
  assert_int_equal(outlay_unit_parse(units, "kin", &unit, NULL), OUTLAY_ERROR_UNIT);
  assert_factor(units, "min", 60);
  assert_int_equal(outlay_units_declare(units, "in", 0.0254, metre, 0, NULL), OUTLAY_OK);
  assert_factor(units, "in", 0.0254);
}

static void a_unit_of_no_size_cannot_be_declared(void **state) {
  outlay_units *units = *state;
  static const double bad[] = {0, -1, INFINITY, 1e-320};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    assert_int_equal(outlay_units_declare(units, "x", bad[i], 0, 0, NULL), OUTLAY_ERROR_ARGUMENT);
  }
  assert_int_equal(outlay_units_declare(units, "x", 1, 999999, 0, NULL), OUTLAY_ERROR_ARGUMENT);
}

static void a_declared_currency_is_money(void **state) {
  outlay_units *units = *state;
  assert_int_equal(outlay_units_declare_currency(units, "SEK", NULL), OUTLAY_OK);
  assert_int_equal(outlay_units_declare_currency(units, "SEK", NULL), OUTLAY_OK);
  assert_int_equal(outlay_units_declare_currency(units, "USD", NULL), OUTLAY_OK);
  assert_int_equal(outlay_units_declare_currency(units, "sek", NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_units_declare_currency(units, "GPU", NULL), OUTLAY_ERROR_ARGUMENT);
  assert_factor(units, "MSEK2024", 1e6);
  assert_dimension(units, "SEK", "Money");
  assert_true(parsed(units, "SEK").money != parsed(units, "USD").money);
}

static void a_product_has_at_most_thirty_two_dimensions(void **state) {
  outlay_units *units = *state;
  outlay_dimension product = 0;
  outlay_error error;
  outlay_status status = OUTLAY_OK;
  int count = 0;
  for (; status == OUTLAY_OK && count < 40; count++) {
    char name[] = "thing_a0";
    name[6] = (char)('a' + count / 10);
    name[7] = (char)('0' + count % 10);
    assert_int_equal(outlay_units_declare_count(units, name, NULL, NULL), OUTLAY_OK);
    outlay_unit unit;
    if (product != 0) {
      assert_int_equal(outlay_unit_choose(units, 1, product, 0, 0, &unit, NULL), OUTLAY_OK);
    }
    status =
        outlay_dimension_multiply(units, product, parsed(units, name).dimension, &product, &error);
  }
  assert_int_equal(status, OUTLAY_ERROR_LIMIT);
  assert_int_equal(count, 33);
}

/* ---- completion ---- */

static void completion_lists_names_in_order(void **state) {
  outlay_units *units = *state;
  assert_string_equal(outlay_units_complete(units, "kW", 0), "kW");
  assert_string_equal(outlay_units_complete(units, "kW", 1), "kWh");
  assert_null(outlay_units_complete(units, "kW", 2));
  assert_null(outlay_units_complete(units, "zzz", 0));
  size_t count = 0, tokens = 0;
  const char *before = "";
  for (const char *name; (name = outlay_units_complete(units, "", count)) != NULL; count++) {
    assert_true(strcmp(before, name) < 0);
    assert_string_not_equal(name, "kWh");
    tokens += strcmp(name, "token") == 0;
    before = name;
  }
  assert_true(count > 60 && count < 120);
  assert_int_equal(tokens, 1);
}

/* Each name must mean what its completion says: it parses, and back to itself. */
static void each_name_that_is_offered_parses(void **state) {
  outlay_units *units = *state;
  for (char first[2] = "A"; first[0] <= 'z'; first[0]++) {
    const char *name;
    for (size_t i = 0; (name = outlay_units_complete(units, first, i)) != NULL; i++) {
      assert_string_equal(parsed(units, name).text, name);
    }
  }
}

/* ---- memory ---- */

static outlay_status work(outlay_units *units) {
  static const char *const texts[] = {"USD/GPU-h", "kUSD2024-06/person-year", "(m^3/s^2)^(1/2)",
                                      "pods/rack", "page/USD"};
  outlay_status status = outlay_units_declare_count(units, "pod", "pods", NULL);
  if (status == OUTLAY_OK) status = outlay_units_declare(units, "page", 500, 0, 1, NULL);
  if (status == OUTLAY_OK) status = outlay_units_declare_currency(units, "SEK", NULL);
  for (size_t i = 0; status == OUTLAY_OK && i < sizeof texts / sizeof texts[0]; i++) {
    outlay_unit unit, chosen;
    outlay_unit_info info;
    status = outlay_unit_parse(units, texts[i], &unit, NULL);
    if (status != OUTLAY_OK) break;
    outlay_unit_describe(units, unit, &info);
    status = outlay_unit_choose(units, 1.5e8 * info.factor, info.dimension, info.money, 0, &chosen,
                                NULL);
    if (status != OUTLAY_OK) break;
    status = outlay_unit_choose(units, 1.5e8 * info.factor, info.dimension, info.money, unit,
                                &chosen, NULL);
  }
  return status;
}

static void a_failed_allocation_leaks_nothing_and_breaks_nothing(void **state) {
  (void)state;
  for (int sticky = 0; sticky < 2; sticky++) {
    bool failed = true;
    for (size_t n = 0; failed; n++) {
      failing_allocator memory;
      failing_allocator_arm(&memory, n, sticky != 0);
      outlay_units *units = NULL;
      outlay_status status = outlay_units_new(&memory.allocator, &units);
      if (status == OUTLAY_OK) {
        status = work(units);
        failed = memory.failed;
        assert_int_equal(status, failed ? OUTLAY_ERROR_MEMORY : OUTLAY_OK);
        failing_allocator_disarm(&memory);
        memory.failed = false;
        assert_int_equal(work(units), OUTLAY_OK);
        assert_int_equal(parsed(units, "pods/rack").dimension, parsed(units, "pod/rack").dimension);
        assert_string_equal(outlay_units_complete(units, "pod", 1), "pods");
        outlay_units_free(units);
      } else {
        assert_int_equal(status, OUTLAY_ERROR_MEMORY);
        assert_null(units);
      }
      assert_int_equal(memory.live, 0);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      units_test(a_declared_count_has_a_dimension_of_its_own),
      units_test(a_count_cannot_take_a_name_with_another_meaning),
      units_test(a_mistake_in_the_plural_declares_nothing),
      units_test(names_are_letters_digits_and_underscores),
      units_test(a_declared_unit_is_a_multiple_of_another),
      units_test(a_declared_unit_of_money_keeps_its_kind),
      units_test(a_declared_prefix_cannot_make_a_second_meaning),
      units_test(a_unit_of_no_size_cannot_be_declared),
      units_test(a_declared_currency_is_money),
      units_test(a_product_has_at_most_thirty_two_dimensions),
      units_test(completion_lists_names_in_order),
      units_test(each_name_that_is_offered_parses),
      cmocka_unit_test(a_failed_allocation_leaks_nothing_and_breaks_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
