#include "graph_operation.h"

#include <stddef.h>

enum { FIRST = 1, SECOND = 2, BOTH = 3 };

static const outlay_operation_traits traits[OUTLAY_OPERATIONS] = {
    [OUTLAY_CONSTANT] = {.name = "constant"},
    [OUTLAY_PARAMETER] = {.name = "parameter"},
    [OUTLAY_INPUT] = {.name = "input"},
    [OUTLAY_ALIAS] = {.name = "alias"},
    [OUTLAY_ADD] = {"add", 2, OUTLAY_RULE_SAME, 0},
    [OUTLAY_SUBTRACT] = {"subtract", 2, OUTLAY_RULE_SAME, 0},
    [OUTLAY_MULTIPLY] = {"multiply", 2, OUTLAY_RULE_MULTIPLY, 0},
    [OUTLAY_DIVIDE] = {"divide", 2, OUTLAY_RULE_DIVIDE, SECOND},
    [OUTLAY_POWER] = {"power", 2, OUTLAY_RULE_POWER, BOTH},
    [OUTLAY_MINIMUM] = {"minimum", 2, OUTLAY_RULE_SAME, BOTH},
    [OUTLAY_MAXIMUM] = {"maximum", 2, OUTLAY_RULE_SAME, BOTH},
    [OUTLAY_NEGATE] = {"negate", 1, OUTLAY_RULE_KEEP, 0},
    [OUTLAY_ABSOLUTE] = {"absolute", 1, OUTLAY_RULE_KEEP, 0},
    [OUTLAY_SQUARE_ROOT] = {"square_root", 1, OUTLAY_RULE_ROOT, 0},
    [OUTLAY_EXP] = {"exp", 1, OUTLAY_RULE_NUMBER, FIRST},
    [OUTLAY_LOG] = {"log", 1, OUTLAY_RULE_NUMBER, FIRST},
    [OUTLAY_FLOOR] = {"floor", 1, OUTLAY_RULE_COUNT, FIRST},
    [OUTLAY_CEILING] = {"ceiling", 1, OUTLAY_RULE_COUNT, FIRST},
    [OUTLAY_ROUND] = {"round", 1, OUTLAY_RULE_COUNT, FIRST},
    [OUTLAY_LESS] = {"less", 2, OUTLAY_RULE_COMPARE, BOTH},
    [OUTLAY_LESS_EQUAL] = {"less_equal", 2, OUTLAY_RULE_COMPARE, BOTH},
    [OUTLAY_GREATER] = {"greater", 2, OUTLAY_RULE_COMPARE, BOTH},
    [OUTLAY_GREATER_EQUAL] = {"greater_equal", 2, OUTLAY_RULE_COMPARE, BOTH},
    [OUTLAY_EQUAL] = {"equal", 2, OUTLAY_RULE_COMPARE, BOTH},
    [OUTLAY_NOT_EQUAL] = {"not_equal", 2, OUTLAY_RULE_COMPARE, BOTH},
    [OUTLAY_AND] = {"and", 2, OUTLAY_RULE_LOGIC, BOTH},
    [OUTLAY_OR] = {"or", 2, OUTLAY_RULE_LOGIC, BOTH},
    [OUTLAY_NOT] = {"not", 1, OUTLAY_RULE_LOGIC, FIRST},
    [OUTLAY_WHEN] = {"when", 3, OUTLAY_RULE_WHEN, FIRST},
    [OUTLAY_CONVERT] = {"convert", 2, OUTLAY_RULE_CONVERT, 0},
    [OUTLAY_STACK] = {.name = "stack"},
    [OUTLAY_LABELS] = {.name = "labels"},
    [OUTLAY_AT] = {.name = "at"},
    [OUTLAY_LAG] = {.name = "lag"},
    [OUTLAY_SUM] = {.name = "sum"},
    [OUTLAY_PRODUCT] = {.name = "product"},
    [OUTLAY_MEAN] = {.name = "mean"},
    [OUTLAY_LEAST] = {.name = "least"},
    [OUTLAY_GREATEST] = {.name = "greatest"},
    [OUTLAY_CUMULATIVE_SUM] = {.name = "cumulative_sum"},
    [OUTLAY_CUMULATIVE_PRODUCT] = {.name = "cumulative_product"},
    [OUTLAY_RATE_OF_RETURN] = {.name = "rate_of_return"},
    [OUTLAY_HAS_RATE_OF_RETURN] = {.name = "has_rate_of_return"},
    [OUTLAY_STATISTIC] = {.name = "statistic"},
};

static const char *const distribution_names[OUTLAY_DISTRIBUTIONS] = {
    [OUTLAY_NORMAL] = "normal",
    [OUTLAY_LOGNORMAL] = "lognormal",
    [OUTLAY_UNIFORM] = "uniform",
    [OUTLAY_TRIANGULAR] = "triangular",
    [OUTLAY_BETA] = "beta",
    [OUTLAY_DISCRETE] = "discrete",
    [OUTLAY_PERT] = "pert",
    [OUTLAY_GAMMA] = "gamma",
    [OUTLAY_EXPONENTIAL] = "exponential",
    [OUTLAY_WEIBULL] = "weibull",
    [OUTLAY_PARETO] = "pareto",
    [OUTLAY_STUDENT_T] = "student_t",
    [OUTLAY_POISSON] = "poisson",
    [OUTLAY_BINOMIAL] = "binomial",
    [OUTLAY_EMPIRICAL] = "empirical",
    [OUTLAY_QUANTILES] = "quantiles",
    [OUTLAY_MIXTURE] = "mixture",
    [OUTLAY_TRUNCATED] = "truncated",
    [OUTLAY_SHIFTED] = "shifted",
};

const outlay_operation_traits *outlay_operation_describe(outlay_operation operation) {
  return (size_t)operation < OUTLAY_OPERATIONS ? &traits[operation] : NULL;
}

outlay_operation outlay_power_form(double exponent) {
  if (exponent == 2) return OUTLAY_MULTIPLY;
  return exponent == 0.5 ? OUTLAY_SQUARE_ROOT : OUTLAY_POWER;
}

const char *outlay_operation_name(outlay_operation operation) {
  return (size_t)operation < OUTLAY_OPERATIONS ? traits[operation].name : "unknown";
}

const char *outlay_distribution_name(outlay_distribution distribution) {
  return (size_t)distribution < OUTLAY_DISTRIBUTIONS ? distribution_names[distribution] : "unknown";
}
