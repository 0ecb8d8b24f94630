/* The graph: merging, dimensions, money, names, copies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "graph_fixture.h"

static outlay_status try_apply(outlay_graph *graph, outlay_operation operation, outlay_node a,
                               outlay_node b, outlay_error *error) {
  outlay_node out = 0;
  const outlay_node arguments[2] = {a, b};
  return outlay_apply(graph, operation, arguments, b == 0 ? 1 : 2, &out, error);
}

static outlay_node_info about(outlay_graph *graph, outlay_node node) {
  outlay_node_info info;
  assert_int_equal(outlay_node_describe(graph, node, &info), OUTLAY_OK);
  return info;
}

static void assert_text_of(outlay_graph *graph, outlay_dimension dimension, const char *expected) {
  char text[128];
  (void)outlay_dimension_text(outlay_graph_units(graph), dimension, text, sizeof text);
  assert_string_equal(text, expected);
}

/* ---- merging ---- */

static void equal_operations_are_one_node(void **state) {
  outlay_graph *g = *state;
  const outlay_node a = quantity(g, "3 USD"), b = quantity(g, "4 USD");
  const outlay_node sum = binary(g, OUTLAY_ADD, a, b);
  const size_t size = outlay_graph_size(g);
  assert_int_equal(binary(g, OUTLAY_ADD, a, b), sum);
  assert_int_equal(outlay_graph_size(g), size);
  assert_int_not_equal(binary(g, OUTLAY_SUBTRACT, a, b), sum);
}

static void sides_stay_as_they_were_written(void **state) {
  outlay_graph *g = *state;
  const outlay_node a = quantity(g, "3 USD"), b = quantity(g, "4 USD");
  assert_int_not_equal(binary(g, OUTLAY_ADD, a, b), binary(g, OUTLAY_ADD, b, a));
}

static void equal_numbers_are_one_node(void **state) {
  outlay_graph *g = *state;
  assert_int_equal(number(g, 1.5), number(g, 1.5));
  assert_int_equal(number(g, -0.0), number(g, 0.0));
  assert_int_not_equal(number(g, 1.5), number(g, 1.25));
}

static void parameters_and_inputs_have_an_identity(void **state) {
  outlay_graph *g = *state;
  assert_int_not_equal(quantity(g, "3 USD"), quantity(g, "3 USD"));
  assert_int_not_equal(normal(g, 0, 1), normal(g, 0, 1));
}

static void many_nodes_on_one_argument_are_still_found(void **state) {
  outlay_graph *g = *state;
  enum { MANY = 20000 };
  const outlay_node x = quantity(g, "1");
  static outlay_node made[MANY];
  outlay_node earlier[MANY / 100];
  for (int i = 0; i < MANY; i++) made[i] = binary(g, OUTLAY_MULTIPLY, x, number(g, i + 0.5));
  for (int i = 0; i < MANY / 100; i++) earlier[i] = quantity(g, "2");
  const outlay_node late = quantity(g, "3");
  for (int i = 0; i < MANY / 100; i++) (void)binary(g, OUTLAY_ADD, late, earlier[i]);
  const size_t size = outlay_graph_size(g);
  for (int i = 0; i < MANY; i++) {
    assert_int_equal(binary(g, OUTLAY_MULTIPLY, x, number(g, i + 0.5)), made[i]);
  }
  for (int i = 0; i < MANY / 100; i++) (void)binary(g, OUTLAY_ADD, late, earlier[i]);
  assert_int_equal(outlay_graph_size(g), size);
}

static void arithmetic_on_numbers_is_folded(void **state) {
  outlay_graph *g = *state;
  const outlay_node three = number(g, 3), four = number(g, 4);
  assert_int_equal(binary(g, OUTLAY_ADD, three, four), number(g, 7));
  assert_int_equal(binary(g, OUTLAY_POWER, three, number(g, 2)), number(g, 9));
  assert_int_equal(binary(g, OUTLAY_LESS, three, four), number(g, 1));
  assert_int_equal(unary(g, OUTLAY_SQUARE_ROOT, four), number(g, 2));
  assert_int_equal(choose(g, binary(g, OUTLAY_LESS, three, four), three, four), three);
}

static void a_fold_that_is_not_finite_stays_a_node(void **state) {
  outlay_graph *g = *state;
  const outlay_node bad = binary(g, OUTLAY_DIVIDE, number(g, 1), number(g, 0));
  assert_int_equal(about(g, bad).operation, OUTLAY_DIVIDE);
}

static void parameters_are_not_folded(void **state) {
  outlay_graph *g = *state;
  const outlay_node p = quantity(g, "3");
  const outlay_node twice = binary(g, OUTLAY_MULTIPLY, p, number(g, 2));
  assert_int_equal(about(g, twice).operation, OUTLAY_MULTIPLY);
  assert_int_equal(outlay_parameter_set(g, p, 5, 0, NULL), OUTLAY_OK);
  assert_true(value_of(g, twice) == 10);
}

static void a_number_that_is_not_finite_is_refused(void **state) {
  outlay_graph *g = *state;
  outlay_node out = 0;
  volatile double zero = 0;
  assert_int_equal(outlay_constant(g, 1 / zero, &out, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_constant(g, zero / zero, &out, NULL), OUTLAY_ERROR_ARGUMENT);
}

static void a_node_of_another_graph_is_refused(void **state) {
  outlay_graph *g = *state;
  assert_int_equal(try_apply(g, OUTLAY_ADD, number(g, 1), 1000, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(try_apply(g, OUTLAY_STACK, number(g, 1), number(g, 2), NULL),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(try_apply(g, OUTLAY_ADD, number(g, 1), 0, NULL), OUTLAY_ERROR_ARGUMENT);
}

static void a_unit_that_is_not_there_is_refused(void **state) {
  outlay_graph *g = *state;
  const outlay_node p = quantity(g, "3");
  const outlay_unit none = 100000;
  outlay_node out = 0;
  outlay_axis axis = 0;
  assert_int_equal(outlay_parameter(g, 1, none, &out, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_parameter_set(g, p, 1, none, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(
      outlay_axis_new(g, "year", (const char *const[]){"1"}, (double[]){1}, none, 1, &axis, NULL),
      OUTLAY_ERROR_ARGUMENT);
  assert_true(value_of(g, p) == 3);
}

/* ---- dimensions ---- */

static void adding_money_and_power_names_both(void **state) {
  outlay_graph *g = *state;
  outlay_error error;
  const outlay_node a = quantity(g, "3 USD"), b = quantity(g, "4 MW");
  assert_int_equal(try_apply(g, OUTLAY_ADD, a, b, &error), OUTLAY_ERROR_DIMENSION);
  assert_string_equal(error.message, "cannot add money and power");
  assert_int_equal(error.left, a);
  assert_int_equal(error.right, b);
}

static void the_one_missing_factor_is_advised(void **state) {
  outlay_graph *g = *state;
  outlay_error error;
  const outlay_node money = quantity(g, "3 USD"), rate = quantity(g, "4 USD/month");
  assert_int_equal(try_apply(g, OUTLAY_ADD, money, rate, &error), OUTLAY_ERROR_DIMENSION);
  assert_string_equal(error.message, "cannot add money and money per time");
  assert_string_equal(error.advice, "multiply the right side by a Time, for example q\"1 month\"");
  assert_int_equal(try_apply(g, OUTLAY_SUBTRACT, rate, money, &error), OUTLAY_ERROR_DIMENSION);
  assert_string_equal(error.message, "cannot subtract money from money per time");
  assert_string_equal(error.advice, "multiply the left side by a Time, for example q\"1 month\"");
  const outlay_node tariff = quantity(g, "4 USD/MWh");
  assert_int_equal(try_apply(g, OUTLAY_LESS, money, tariff, &error), OUTLAY_ERROR_DIMENSION);
  assert_string_equal(error.message, "cannot compare money with money per energy");
  assert_string_equal(error.advice, "multiply the right side by an Energy, for example q\"1 MWh\"");
  const outlay_node each = quantity(g, "4 USD/GPU");
  assert_int_equal(try_apply(g, OUTLAY_MAXIMUM, money, each, &error), OUTLAY_ERROR_DIMENSION);
  assert_string_equal(error.message, "cannot take the maximum of money and money per chip");
  assert_string_equal(error.advice, "multiply the right side by a Chip, for example q\"1 GPU\"");
}

static void a_plain_number_beside_a_quantity_needs_a_unit(void **state) {
  outlay_graph *g = *state;
  outlay_error error;
  const outlay_node money = quantity(g, "3 USD");
  assert_int_equal(try_apply(g, OUTLAY_ADD, money, number(g, 5), &error), OUTLAY_ERROR_DIMENSION);
  assert_string_equal(error.message, "cannot add money and a plain number");
  assert_string_equal(error.advice, "give the number a unit, for example q\"5 USD\"");
  assert_int_equal(try_apply(g, OUTLAY_MAXIMUM, number(g, 0), money, &error),
                   OUTLAY_ERROR_DIMENSION);
  assert_string_equal(error.advice, "a plain 0 has no unit: write q\"0 USD\"");
}

static void functions_of_numbers_refuse_quantities(void **state) {
  outlay_graph *g = *state;
  outlay_error error;
  assert_int_equal(try_apply(g, OUTLAY_EXP, quantity(g, "3 USD"), 0, &error),
                   OUTLAY_ERROR_DIMENSION);
  assert_string_equal(error.message, "exp needs a plain number, not money");
  assert_string_equal(error.advice, "divide by a unit first, for example by q\"1 USD\"");
}

static void only_counted_things_are_rounded(void **state) {
  outlay_graph *g = *state;
  assert_true(value_of(g, unary(g, OUTLAY_CEILING, quantity(g, "3.2 GPU"))) == 4);
  assert_true(value_of(g, unary(g, OUTLAY_ROUND, quantity(g, "2.5"))) == 2);
  assert_int_equal(try_apply(g, OUTLAY_FLOOR, quantity(g, "3.2 h"), 0, NULL),
                   OUTLAY_ERROR_DIMENSION);
  assert_int_equal(try_apply(g, OUTLAY_FLOOR, quantity(g, "3.2 USD"), 0, NULL),
                   OUTLAY_ERROR_DIMENSION);
  assert_int_equal(try_apply(g, OUTLAY_FLOOR, quantity(g, "3.2 GPU/h"), 0, NULL),
                   OUTLAY_ERROR_DIMENSION);
}

static void products_and_powers_have_their_dimension(void **state) {
  outlay_graph *g = *state;
  const outlay_node power = quantity(g, "2 MW"), time = quantity(g, "3 h");
  const outlay_node energy = binary(g, OUTLAY_MULTIPLY, power, time);
  assert_text_of(g, about(g, energy).dimension, "Energy");
  assert_true(value_of(g, energy) == 2e6 * 3 * 3600);
  const outlay_node square = binary(g, OUTLAY_POWER, time, number(g, 2));
  assert_text_of(g, about(g, square).dimension, "Time^2");
  assert_int_equal(about(g, unary(g, OUTLAY_SQUARE_ROOT, square)).dimension,
                   about(g, time).dimension);
  assert_int_equal(about(g, binary(g, OUTLAY_DIVIDE, time, time)).dimension, 0);
}

static void a_quantity_takes_only_constant_powers(void **state) {
  outlay_graph *g = *state;
  const outlay_node time = quantity(g, "3 h");
  assert_int_equal(try_apply(g, OUTLAY_POWER, time, quantity(g, "2"), NULL),
                   OUTLAY_ERROR_DIMENSION);
  assert_int_equal(try_apply(g, OUTLAY_POWER, time, number(g, 0.123), NULL),
                   OUTLAY_ERROR_DIMENSION);
  assert_int_equal(try_apply(g, OUTLAY_POWER, number(g, 2), time, NULL), OUTLAY_ERROR_DIMENSION);
  assert_int_equal(try_apply(g, OUTLAY_POWER, time, named(g, number(g, 1.0 / 3), "third"), NULL),
                   OUTLAY_OK);
}

static void conditions_are_needed_where_there_is_a_choice(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = quantity(g, "3"), y = quantity(g, "4");
  const outlay_node less = binary(g, OUTLAY_LESS, x, y);
  assert_int_equal(about(g, less).condition, 1);
  assert_true(value_of(g, choose(g, less, x, y)) == 3);
  assert_true(value_of(g, binary(g, OUTLAY_AND, less, unary(g, OUTLAY_NOT, less))) == 0);
  outlay_error error;
  assert_int_equal(try_apply(g, OUTLAY_AND, less, x, &error), OUTLAY_ERROR_ARGUMENT);
  assert_string_equal(error.advice, "compare it with something, for example gt(x, 0)");
  assert_int_equal(about(g, choose(g, less, less, less)).condition, 1);
  assert_int_equal(about(g, binary(g, OUTLAY_ADD, less, less)).condition, 0);
}

/* ---- money ---- */

static void set_prices(outlay_graph *g) {
  outlay_units *units = outlay_graph_units(g);
  assert_int_equal(outlay_money_set_index(units, "USD", 2019, 100, "an index", NULL), OUTLAY_OK);
  assert_int_equal(outlay_money_set_index(units, "USD", 2024, 125, "an index", NULL), OUTLAY_OK);
}

static void money_of_two_years_is_added_in_the_later_one(void **state) {
  outlay_graph *g = *state;
  set_prices(g);
  const outlay_node old = quantity(g, "100 USD2019"), new = quantity(g, "100 USD2024");
  const outlay_node sum = binary(g, OUTLAY_ADD, old, new);
  assert_int_equal(about(g, sum).money, about(g, new).money);
  assert_true(value_of(g, sum) == 225);
  const outlay_node converted = outlay_node_argument(g, sum, 0);
  assert_int_equal(about(g, converted).operation, OUTLAY_CONVERT);
  const outlay_node factor = outlay_node_argument(g, converted, 1);
  assert_string_equal(outlay_annotation_of(g, factor, OUTLAY_NAME), "USD2019 to USD2024");
  assert_non_null(strstr(outlay_annotation_of(g, factor, OUTLAY_SOURCE), "an index"));
  assert_int_equal(binary(g, OUTLAY_ADD, old, new), sum);
}

static void a_price_converts_by_the_power_of_money_in_it(void **state) {
  outlay_graph *g = *state;
  set_prices(g);
  const outlay_node old = quantity(g, "100 GPU/USD2019"), new = quantity(g, "100 GPU/USD2024");
  const outlay_node sum = binary(g, OUTLAY_ADD, old, new);
  assert_true(value_of(g, sum) == 180);
  const outlay_node ratio =
      binary(g, OUTLAY_DIVIDE, quantity(g, "125 USD2024"), quantity(g, "100 USD2019"));
  assert_int_equal(about(g, ratio).money, 0);
  assert_true(value_of(g, ratio) == 1);
}

static void money_without_a_way_between_is_an_error_at_both(void **state) {
  outlay_graph *g = *state;
  outlay_error error;
  const outlay_node a = quantity(g, "100 USD2001"), b = quantity(g, "100 USD2002");
  assert_int_equal(try_apply(g, OUTLAY_ADD, a, b, &error), OUTLAY_ERROR_MONEY);
  assert_int_equal(error.left, a);
  assert_int_equal(error.right, b);
}

static void conversion_is_a_function_too(void **state) {
  outlay_graph *g = *state;
  set_prices(g);
  outlay_money money = 0;
  assert_int_equal(outlay_money_kind(outlay_graph_units(g), "USD", 2024, &money, NULL), OUTLAY_OK);
  outlay_node out = 0;
  const outlay_node old = quantity(g, "8 USD2019");
  assert_int_equal(outlay_convert_money(g, old, money, &out, NULL), OUTLAY_OK);
  assert_true(value_of(g, out) == 10);
  assert_int_equal(outlay_convert_money(g, out, money, &out, NULL), OUTLAY_OK);
  assert_true(value_of(g, out) == 10);
  assert_int_equal(outlay_convert_money(g, number(g, 3), money, &out, NULL), OUTLAY_ERROR_MONEY);
  const outlay_node factor = outlay_node_argument(g, out, 1);
  const outlay_node again = binary(g, OUTLAY_CONVERT, old, factor);
  assert_int_equal(again, out);
}

/* ---- parameters ---- */

static void a_parameter_keeps_its_dimension(void **state) {
  outlay_graph *g = *state;
  const outlay_node p = named(g, quantity(g, "3 USD"), "price");
  outlay_unit hour = 0, kilo = 0;
  assert_int_equal(outlay_unit_parse(outlay_graph_units(g), "h", &hour, NULL), OUTLAY_OK);
  assert_int_equal(outlay_unit_parse(outlay_graph_units(g), "kUSD", &kilo, NULL), OUTLAY_OK);
  assert_int_equal(outlay_parameter_set(g, p, 3, hour, NULL), OUTLAY_ERROR_DIMENSION);
  assert_int_equal(outlay_parameter_set(g, p, 3, kilo, NULL), OUTLAY_OK);
  assert_true(value_of(g, p) == 3000);
  assert_int_equal(outlay_parameter_set(g, number(g, 3), 3, 0, NULL), OUTLAY_ERROR_ARGUMENT);
}

static void impossible_parameters_are_refused_when_an_input_is_made(void **state) {
  outlay_graph *g = *state;
  outlay_error error;
  outlay_node out = 0;
  const outlay_node bad[2] = {number(g, 1), number(g, -1)};
  assert_int_not_equal(outlay_input(g, OUTLAY_NORMAL, bad, 2, &out, &error), OUTLAY_OK);
  assert_string_not_equal(error.message, "");
  const outlay_node mixed[2] = {quantity(g, "1 USD"), quantity(g, "1 h")};
  assert_int_equal(outlay_input(g, OUTLAY_UNIFORM, mixed, 2, &out, &error), OUTLAY_ERROR_DIMENSION);
  const outlay_node weight[4] = {quantity(g, "1 USD"), number(g, 1), quantity(g, "2 USD"),
                                 quantity(g, "1 h")};
  assert_int_equal(outlay_input(g, OUTLAY_DISCRETE, weight, 4, &out, &error),
                   OUTLAY_ERROR_DIMENSION);
  assert_int_equal(outlay_input(g, OUTLAY_NORMAL, bad, 1, &out, &error), OUTLAY_ERROR_ARGUMENT);
}

static void an_input_has_the_dimension_of_its_amounts(void **state) {
  outlay_graph *g = *state;
  set_prices(g);
  const outlay_node scaled =
      input_of(g, OUTLAY_BETA,
               (outlay_node[]){number(g, 2), number(g, 3), quantity(g, "1 USD2019"),
                               quantity(g, "5 USD2024")},
               4);
  assert_text_of(g, about(g, scaled).dimension, "Money");
  assert_int_equal(about(g, scaled).money, about(g, quantity(g, "1 USD2024")).money);
  assert_int_equal(about(g, scaled).uncertain, 1);
  const outlay_moments moments = moments_of(g, scaled, 10000);
  assert_true(moments.minimum >= 1.25 && moments.maximum <= 5);
}

/* ---- names and places ---- */

static void a_second_name_is_an_alias(void **state) {
  outlay_graph *g = *state;
  const outlay_node sum = binary(g, OUTLAY_ADD, quantity(g, "1"), quantity(g, "2"));
  const outlay_node total = named(g, sum, "total");
  assert_int_equal(total, sum);
  assert_int_equal(named(g, sum, "total"), sum);
  const outlay_node budget = named(g, sum, "budget");
  assert_int_not_equal(budget, sum);
  assert_int_equal(named(g, sum, "budget"), budget);
  assert_string_equal(outlay_annotation_of(g, budget, OUTLAY_NAME), "budget");
  assert_string_equal(outlay_annotation_of(g, sum, OUTLAY_NAME), "total");
  assert_int_equal(about(g, budget).operation, OUTLAY_ALIAS);
  assert_int_equal(outlay_node_argument(g, budget, 0), sum);
  assert_true(value_of(g, budget) == 3);
}

static void an_alias_answers_for_its_argument(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = named(g, quantity(g, "1"), "x");
  outlay_node with_source = 0;
  assert_int_equal(outlay_annotate(g, x, OUTLAY_SOURCE, "a paper", &with_source, NULL), OUTLAY_OK);
  assert_int_equal(with_source, x);
  const outlay_node y = named(g, x, "y");
  assert_string_equal(outlay_annotation_of(g, y, OUTLAY_SOURCE), "a paper");
  assert_string_equal(outlay_annotation_of(g, y, OUTLAY_NOTE), "");
}

static void naming_a_number_does_not_name_its_equals(void **state) {
  outlay_graph *g = *state;
  const outlay_node weeks = named(g, number(g, 5), "weeks");
  assert_int_not_equal(weeks, number(g, 5));
  assert_string_equal(outlay_annotation_of(g, number(g, 5), OUTLAY_NAME), "");
  assert_string_equal(outlay_annotation_of(g, weeks, OUTLAY_NAME), "weeks");
}

static void nodes_know_where_they_were_made(void **state) {
  outlay_graph *g = *state;
  const outlay_node nowhere = quantity(g, "1");
  assert_int_equal(outlay_graph_place(g, "run.lua", 3), OUTLAY_OK);
  const outlay_node a = quantity(g, "1"), b = quantity(g, "1");
  assert_int_equal(outlay_graph_place(g, "team.lua", 9), OUTLAY_OK);
  const outlay_node c = quantity(g, "1");
  assert_string_equal(about(g, nowhere).file, "");
  assert_string_equal(about(g, a).file, "run.lua");
  assert_int_equal(about(g, b).line, 3);
  assert_string_equal(about(g, c).file, "team.lua");
  assert_int_equal(about(g, c).line, 9);
}

/* ---- copies ---- */

static void a_fresh_copy_is_another_draw_of_the_same(void **state) {
  outlay_graph *g = *state;
  const outlay_node fixed = binary(g, OUTLAY_MULTIPLY, quantity(g, "2"), quantity(g, "3"));
  const outlay_node x = named(g, normal(g, 0, 1), "x");
  const outlay_node y = binary(g, OUTLAY_ADD, binary(g, OUTLAY_MULTIPLY, x, x), fixed);
  outlay_node copy = 0;
  assert_int_equal(outlay_fresh(g, y, &copy, NULL), OUTLAY_OK);
  assert_int_not_equal(copy, y);
  assert_int_equal(outlay_node_argument(g, copy, 1), fixed);
  outlay_node inputs[4];
  size_t count = 0;
  assert_int_equal(outlay_inputs_of(g, copy, inputs, 4, &count, NULL), OUTLAY_OK);
  assert_int_equal(count, 1);
  assert_int_not_equal(inputs[0], x);
  assert_string_equal(outlay_annotation_of(g, inputs[0], OUTLAY_NAME), "x");
  const outlay_moments difference =
      moments_of(g, binary(g, OUTLAY_SUBTRACT, normal(g, 0, 1), x), 20000);
  assert_true(difference.sd > 1.35 && difference.sd < 1.48);
  assert_int_equal(outlay_fresh(g, fixed, &copy, NULL), OUTLAY_OK);
  assert_int_equal(copy, fixed);
}

static void the_inputs_below_a_node_are_each_listed_once(void **state) {
  outlay_graph *g = *state;
  const outlay_node a = normal(g, 0, 1), b = uniform(g, 0, 1);
  const outlay_node c = input_of(g, OUTLAY_NORMAL, (outlay_node[]){a, number(g, 1)}, 2);
  const outlay_node sum = binary(g, OUTLAY_ADD, c, binary(g, OUTLAY_ADD, b, c));
  outlay_node inputs[2] = {0, 0};
  size_t count = 0;
  assert_int_equal(outlay_inputs_of(g, sum, NULL, 0, &count, NULL), OUTLAY_OK);
  assert_int_equal(count, 3);
  assert_int_equal(outlay_inputs_of(g, sum, inputs, 2, &count, NULL), OUTLAY_OK);
  assert_int_equal(count, 3);
  assert_int_equal(inputs[0], a);
  assert_int_equal(inputs[1], b);
}

static void a_chain_of_a_million_nodes_is_no_trouble(void **state) {
  outlay_graph *g = *state;
  enum { LENGTH = 1000000 };
  const outlay_node start = normal(g, 1, 0.1), one = number(g, 1);
  outlay_node x = start;
  for (int i = 0; i < LENGTH; i++) x = binary(g, OUTLAY_ADD, x, one);
  size_t count = 0;
  assert_int_equal(outlay_inputs_of(g, x, NULL, 0, &count, NULL), OUTLAY_OK);
  assert_int_equal(count, 1);
  const outlay_moments moments = moments_of(g, x, 64);
  assert_true(moments.mean > LENGTH + 0.9 && moments.mean < LENGTH + 1.1);
  outlay_node copy = 0;
  assert_int_equal(outlay_fresh(g, x, &copy, NULL), OUTLAY_OK);
  assert_int_not_equal(copy, x);
}

static void a_chain_of_aliases_is_no_trouble(void **state) {
  outlay_graph *g = *state;
  enum { LENGTH = 500000 };
  outlay_node x = normal(g, 1, 0.1);
  for (int i = 0; i < LENGTH; i++) {
    char name[16];
    (void)snprintf(name, sizeof name, "x%d", i);
    x = named(g, x, name);
  }
  const outlay_moments moments = moments_of(g, x, 64);
  assert_true(moments.mean > 0.9 && moments.mean < 1.1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      graph_test(equal_operations_are_one_node),
      graph_test(sides_stay_as_they_were_written),
      graph_test(equal_numbers_are_one_node),
      graph_test(parameters_and_inputs_have_an_identity),
      graph_test(many_nodes_on_one_argument_are_still_found),
      graph_test(arithmetic_on_numbers_is_folded),
      graph_test(a_fold_that_is_not_finite_stays_a_node),
      graph_test(parameters_are_not_folded),
      graph_test(a_number_that_is_not_finite_is_refused),
      graph_test(a_node_of_another_graph_is_refused),
      graph_test(a_unit_that_is_not_there_is_refused),
      graph_test(adding_money_and_power_names_both),
      graph_test(the_one_missing_factor_is_advised),
      graph_test(a_plain_number_beside_a_quantity_needs_a_unit),
      graph_test(functions_of_numbers_refuse_quantities),
      graph_test(only_counted_things_are_rounded),
      graph_test(products_and_powers_have_their_dimension),
      graph_test(a_quantity_takes_only_constant_powers),
      graph_test(conditions_are_needed_where_there_is_a_choice),
      graph_test(money_of_two_years_is_added_in_the_later_one),
      graph_test(a_price_converts_by_the_power_of_money_in_it),
      graph_test(money_without_a_way_between_is_an_error_at_both),
      graph_test(conversion_is_a_function_too),
      graph_test(a_parameter_keeps_its_dimension),
      graph_test(impossible_parameters_are_refused_when_an_input_is_made),
      graph_test(an_input_has_the_dimension_of_its_amounts),
      graph_test(a_second_name_is_an_alias),
      graph_test(an_alias_answers_for_its_argument),
      graph_test(naming_a_number_does_not_name_its_equals),
      graph_test(nodes_know_where_they_were_made),
      graph_test(a_fresh_copy_is_another_draw_of_the_same),
      graph_test(the_inputs_below_a_node_are_each_listed_once),
      graph_test(a_chain_of_a_million_nodes_is_no_trouble),
      graph_test(a_chain_of_aliases_is_no_trouble),
  };
  return cmocka_run_group_tests_name("graph", tests, NULL, NULL);
}
