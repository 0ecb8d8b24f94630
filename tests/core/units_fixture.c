#include "units_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

int units_set_up(void **state) {
  outlay_units *units;
  if (outlay_units_new(NULL, &units) != OUTLAY_OK) return -1;
  *state = units;
  return 0;
}

int units_tear_down(void **state) {
  outlay_units_free(*state);
  return 0;
}

outlay_unit parsed_unit(outlay_units *units, const char *text) {
  outlay_error error;
  outlay_unit unit;
  if (outlay_unit_parse(units, text, &unit, &error) != OUTLAY_OK) {
    fail_msg("'%s': %s", text, error.message);
  }
  return unit;
}

outlay_unit_info parsed(outlay_units *units, const char *text) {
  outlay_unit_info info;
  outlay_unit_describe(units, parsed_unit(units, text), &info);
  return info;
}

outlay_money money_of(outlay_units *units, const char *currency, outlay_date date) {
  outlay_money money;
  assert_int_equal(outlay_money_kind(units, currency, date, &money, NULL), OUTLAY_OK);
  return money;
}

void assert_same_value(outlay_units *units, const char *a, const char *b) {
  const outlay_unit_info left = parsed(units, a), right = parsed(units, b);
  if (left.dimension != right.dimension || left.money != right.money ||
      left.factor != right.factor) {
    fail_msg("%s is %.17g (%u), %s is %.17g (%u)", a, left.factor, left.dimension, b, right.factor,
             right.dimension);
  }
}

void assert_dimension(outlay_units *units, const char *unit, const char *expected) {
  char text[256];
  (void)outlay_dimension_text(units, parsed(units, unit).dimension, text, sizeof text);
  assert_string_equal(text, expected);
}

void assert_factor(outlay_units *units, const char *unit, double factor) {
  const double actual = parsed(units, unit).factor;
  if (actual != factor) fail_msg("%s is %.17g, not %.17g", unit, actual, factor);
}

uint64_t next_random(uint64_t *state) {
  uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}
