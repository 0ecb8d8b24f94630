/* What each operation is: its name, how many arguments it takes, and which rule says what its
 * value is like. */
#ifndef OUTLAY_GRAPH_OPERATION_H
#define OUTLAY_GRAPH_OPERATION_H

#include <stdbool.h>

#include "outlay.h"

typedef enum outlay_rule {
  OUTLAY_RULE_NONE = 0, /* not made by outlay_apply */
  OUTLAY_RULE_SAME,     /* equal dimensions, which the result has too */
  OUTLAY_RULE_COMPARE,  /* equal dimensions, giving a condition */
  OUTLAY_RULE_MULTIPLY,
  OUTLAY_RULE_DIVIDE,
  OUTLAY_RULE_POWER,
  OUTLAY_RULE_KEEP, /* the argument's own dimension */
  OUTLAY_RULE_ROOT,
  OUTLAY_RULE_NUMBER, /* plain numbers only */
  OUTLAY_RULE_COUNT,  /* plain numbers and counted things */
  OUTLAY_RULE_LOGIC,  /* conditions only */
  OUTLAY_RULE_WHEN,
  OUTLAY_RULE_CONVERT
} outlay_rule;

typedef struct outlay_operation_traits {
  const char *name;
  uint8_t arity; /* of the operations that outlay_apply makes */
  uint8_t rule;
  /* Which arguments, by bit, could be NaN or infinite without the result showing it. */
  uint8_t absorbs;
} outlay_operation_traits;

/* NULL for a number that is no operation. */
const outlay_operation_traits *outlay_operation_describe(outlay_operation operation);

/* How x to the power of a fixed `exponent` is worked out: x * x for a square and the square
 * root for a half, both correctly rounded, else POWER. */
outlay_operation outlay_power_form(double exponent);

#endif
