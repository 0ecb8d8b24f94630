/* The value of one operation on plain numbers: for constants, which are folded when a graph is
 * built. The evaluator's own kernels do it, so that folding never changes a digit. */
#include "graph.h"

typedef struct lanes {
  _Alignas(64) double value[OUTLAY_LANES];
} lanes;

static lanes spread(double value) {
  lanes result;
  for (int i = 0; i < OUTLAY_LANES; i++) result.value[i] = value;
  return result;
}

double outlay_scalar_apply(const outlay_kernels *kernels, outlay_operation operation,
                           const double *arguments) {
  if (operation == OUTLAY_WHEN) return arguments[0] != 0 ? arguments[1] : arguments[2];
  const double *right = &arguments[1];
  if (operation == OUTLAY_CONVERT) operation = OUTLAY_MULTIPLY;
  if (operation == OUTLAY_POWER) {
    operation = outlay_power_form(arguments[1]);
    if (operation == OUTLAY_MULTIPLY) right = &arguments[0];
  }
  const lanes a = spread(arguments[0]);
  lanes result;
  if (kernels->unary[operation] != NULL) {
    kernels->unary[operation](result.value, a.value, OUTLAY_LANES);
  } else {
    const lanes b = spread(*right);
    kernels->binary[operation][OUTLAY_BOTH_VARY](result.value, a.value, b.value, OUTLAY_LANES);
  }
  return result.value[0];
}
