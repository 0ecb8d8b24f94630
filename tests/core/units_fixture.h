/* What the tests of units share: a registry for each test, and short ways to look into it. */
#ifndef OUTLAY_TEST_UNITS_FIXTURE_H
#define OUTLAY_TEST_UNITS_FIXTURE_H

#include "outlay.h"

/* A test with a registry of its own as its state. */
#define units_test(f) cmocka_unit_test_setup_teardown(f, units_set_up, units_tear_down)
int units_set_up(void **state);
int units_tear_down(void **state);

/* These fail the test where the text is no unit. */
outlay_unit parsed_unit(outlay_units *units, const char *text);
outlay_unit_info parsed(outlay_units *units, const char *text);
void assert_factor(outlay_units *units, const char *unit, double factor);
void assert_dimension(outlay_units *units, const char *unit, const char *expected);
void assert_same_value(outlay_units *units, const char *a, const char *b);

/* A kind of money that is there. */
outlay_money money_of(outlay_units *units, const char *currency, outlay_date date);

/* A small deterministic generator: splitmix64 (Steele, Lea and Flood 2014). */
uint64_t next_random(uint64_t *state);

#endif
