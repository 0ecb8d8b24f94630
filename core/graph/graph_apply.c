/* outlay_apply: the rules that say what the value of an operation is like. */
#include <math.h>
#include <string.h>

#include "graph.h"
#include "graph_dimension.h"
#include "graph_money.h"
#include "status.h"

/* An operation as it is being made. */
typedef struct making {
  outlay_graph *graph;
  outlay_operation operation;
  size_t count;
  outlay_node arguments[OUTLAY_MAXIMUM_ARITY];
  outlay_node_record record;
  outlay_error *error;
} making;

static const outlay_node_record *argument(const making *m, size_t index) {
  return outlay_graph_node(m->graph, m->arguments[index]);
}

/* ---- rules ---- */

/* Arguments first to last have one dimension; converts them into one kind of money. */
static outlay_status need_same(making *m, size_t first, size_t last) {
  for (size_t i = first + 1; i <= last; i++) {
    if (argument(m, i)->dimension != argument(m, first)->dimension) {
      return outlay_graph_fail_dimensions(m->graph, m->operation, m->arguments[first],
                                          m->arguments[i], m->error);
    }
  }
  bool converts = false;
  for (size_t i = first + 1; i <= last; i++) {
    converts = converts || argument(m, i)->money != argument(m, first)->money;
  }
  if (!converts) return OUTLAY_OK;
  return outlay_graph_common_money(m->graph, m->arguments + first, last - first + 1, m->error);
}

static outlay_status need_condition(making *m, size_t index) {
  if (outlay_graph_condition(m->graph, m->arguments[index])) return OUTLAY_OK;
  outlay_fail(m->error, OUTLAY_ERROR_ARGUMENT, "%s needs a condition, not a quantity",
              outlay_operation_name(m->operation));
  outlay_advise(m->error, "compare it with something, for example gt(x, 0)");
  if (m->error != NULL) m->error->left = m->arguments[index];
  return OUTLAY_ERROR_ARGUMENT;
}

static void take_dimension(making *m, size_t index) {
  m->record.dimension = argument(m, index)->dimension;
  m->record.money = argument(m, index)->money;
}

static void keep_condition(making *m, size_t first, size_t last) {
  for (size_t i = first; i <= last; i++) {
    if (!outlay_graph_condition(m->graph, m->arguments[i])) return;
  }
  m->record.flags |= OUTLAY_CONDITION;
}

static outlay_status apply_same(making *m) {
  const outlay_status status = need_same(m, 0, 1);
  if (status != OUTLAY_OK) return status;
  take_dimension(m, 0);
  if (m->operation == OUTLAY_MINIMUM || m->operation == OUTLAY_MAXIMUM) keep_condition(m, 0, 1);
  return OUTLAY_OK;
}

static outlay_status apply_compare(making *m) {
  m->record.flags |= OUTLAY_CONDITION;
  return need_same(m, 0, 1);
}

/* A product or quotient: money of the right side is counted in the kind of the left's. */
static outlay_status apply_product(making *m) {
  const outlay_dimension left = argument(m, 0)->dimension, right = argument(m, 1)->dimension;
  outlay_money money = argument(m, 0)->money;
  const outlay_money other = argument(m, 1)->money;
  outlay_status status = OUTLAY_OK;
  if (money == 0) {
    money = other;
  } else if (other != 0 && other != money) {
    status = outlay_graph_convert(m->graph, m->arguments[1], money, &m->arguments[1], m->error);
  }
  if (status == OUTLAY_OK) {
    status =
        m->operation == OUTLAY_MULTIPLY
            ? outlay_graph_multiply_dimensions(m->graph, left, right, &m->record.dimension,
                                               m->error)
            : outlay_graph_divide_dimensions(m->graph, left, right, &m->record.dimension, m->error);
  }
  if (status != OUTLAY_OK) {
    if (m->error != NULL) {
      m->error->left = m->arguments[0];
      m->error->right = m->arguments[1];
    }
    return status;
  }
  m->record.money = outlay_graph_money_in(m->graph, m->record.dimension, money);
  return OUTLAY_OK;
}

static outlay_status fail_exponent(const making *m) {
  outlay_fail(m->error, OUTLAY_ERROR_DIMENSION,
              "a quantity with a unit takes only a constant power that is a multiple of 1/12");
  outlay_advise(m->error, "divide by a unit first, or write the exponent as a number");
  if (m->error != NULL) {
    m->error->left = m->arguments[0];
    m->error->right = m->arguments[1];
  }
  return OUTLAY_ERROR_DIMENSION;
}

static outlay_status raise_dimension(making *m, double exponent) {
  enum { TWELFTHS = 12, LARGEST = 1200000 };
  const double twelfths = exponent * TWELFTHS;
  const double whole = nearbyint(twelfths);
  if (!(fabs(whole) <= LARGEST) || fabs(twelfths - whole) > 1e-9 * fmax(1, fabs(whole))) {
    return fail_exponent(m);
  }
  int32_t numerator = (int32_t)whole, denominator = TWELFTHS;
  for (int32_t divisor = TWELFTHS; divisor > 1; divisor--) {
    if (numerator % divisor == 0 && denominator % divisor == 0) {
      numerator /= divisor;
      denominator /= divisor;
    }
  }
  const outlay_status status =
      outlay_dimension_power(m->graph->units, argument(m, 0)->dimension, numerator, denominator,
                             &m->record.dimension, m->error);
  if (status != OUTLAY_OK) return status;
  m->record.money = outlay_graph_money_in(m->graph, m->record.dimension, argument(m, 0)->money);
  return OUTLAY_OK;
}

static outlay_status apply_power(making *m) {
  if (argument(m, 1)->dimension != 0) {
    return outlay_graph_fail_number(m->graph, "an exponent", m->arguments[1], m->error);
  }
  if (argument(m, 0)->dimension == 0) return OUTLAY_OK;
  double exponent = 0;
  const outlay_node behind = outlay_graph_resolve(m->graph, m->arguments[1]);
  if (!outlay_graph_constant(m->graph, behind, &exponent)) return fail_exponent(m);
  return raise_dimension(m, exponent);
}

static outlay_status apply_number(making *m) {
  if (argument(m, 0)->dimension == 0) return OUTLAY_OK;
  return outlay_graph_fail_number(m->graph, outlay_operation_name(m->operation), m->arguments[0],
                                  m->error);
}

static outlay_status apply_count(making *m) {
  take_dimension(m, 0);
  const outlay_dimension dimension = m->record.dimension;
  if (dimension == 0 || outlay_dimension_counted(m->graph->units, dimension)) return OUTLAY_OK;
  return apply_number(m);
}

static outlay_status apply_logic(making *m) {
  for (size_t i = 0; i < m->count; i++) {
    const outlay_status status = need_condition(m, i);
    if (status != OUTLAY_OK) return status;
  }
  m->record.flags |= OUTLAY_CONDITION;
  return OUTLAY_OK;
}

static outlay_status apply_when(making *m) {
  outlay_status status = need_condition(m, 0);
  if (status == OUTLAY_OK) status = need_same(m, 1, 2);
  if (status != OUTLAY_OK) return status;
  take_dimension(m, 1);
  keep_condition(m, 1, 2);
  return OUTLAY_OK;
}

static outlay_status apply_rule(making *m, outlay_rule rule) {
  switch (rule) {
    case OUTLAY_RULE_SAME:
      return apply_same(m);
    case OUTLAY_RULE_COMPARE:
      return apply_compare(m);
    case OUTLAY_RULE_MULTIPLY:
    case OUTLAY_RULE_DIVIDE:
      return apply_product(m);
    case OUTLAY_RULE_POWER:
      return apply_power(m);
    case OUTLAY_RULE_KEEP:
      take_dimension(m, 0);
      return OUTLAY_OK;
    case OUTLAY_RULE_ROOT:
      return argument(m, 0)->dimension == 0 ? OUTLAY_OK : raise_dimension(m, 0.5);
    case OUTLAY_RULE_NUMBER:
      return apply_number(m);
    case OUTLAY_RULE_COUNT:
      return apply_count(m);
    case OUTLAY_RULE_LOGIC:
      return apply_logic(m);
    case OUTLAY_RULE_WHEN:
      return apply_when(m);
    default:
      return outlay_fail(m->error, OUTLAY_ERROR_ARGUMENT, "%s has a function of its own",
                         outlay_operation_name(m->operation));
  }
}

/* ---- making ---- */

/* An operation on constants is a constant, unless its value would not be finite: then the node
 * stays, so that the evaluation can say where the error comes from. */
static bool fold(const making *m, double *value) {
  double arguments[OUTLAY_MAXIMUM_ARITY] = {0};
  for (size_t i = 0; i < m->count; i++) {
    if (!outlay_graph_constant(m->graph, m->arguments[i], &arguments[i])) return false;
  }
  *value = outlay_scalar_apply(m->graph->kernels, m->operation, arguments);
  return isfinite(*value);
}

static outlay_status join_axes(making *m) {
  for (size_t i = 0; i < m->count; i++) {
    const outlay_node_record *next = argument(m, i);
    m->record.flags |= next->flags & OUTLAY_UNCERTAIN;
    const outlay_status status = outlay_axes_union(
        &m->graph->axes, &m->graph->strings, m->record.axes, next->axes, &m->record.axes, m->error);
    if (status == OUTLAY_OK) continue;
    if (m->error != NULL) {
      m->error->left = m->arguments[0];
      m->error->right = m->arguments[i];
    }
    return status;
  }
  return OUTLAY_OK;
}

/* CONVERT by hand: the second argument must be one of the graph's own factors. */
static outlay_status apply_convert(outlay_graph *graph, const outlay_node *arguments,
                                   outlay_node *out, outlay_error *error) {
  for (size_t i = 0; i < graph->exchange_count; i++) {
    const outlay_exchange *exchange = &graph->exchanges[i];
    if (exchange->node == arguments[1] &&
        exchange->from == outlay_graph_node(graph, arguments[0])->money) {
      return outlay_convert_money(graph, arguments[0], exchange->to, out, error);
    }
  }
  outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "convert needs a factor between two kinds of money");
  outlay_advise(error, "use outlay_convert_money");
  return OUTLAY_ERROR_ARGUMENT;
}

outlay_status outlay_apply(outlay_graph *graph, outlay_operation operation,
                           const outlay_node *arguments, size_t count, outlay_node *out,
                           outlay_error *error) {
  const outlay_operation_traits *traits = outlay_operation_describe(operation);
  if (traits == NULL || traits->rule == OUTLAY_RULE_NONE) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%s is not an operation on nodes alone",
                       outlay_operation_name(operation));
  }
  if (count != traits->arity) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%s takes %d arguments, not %zu", traits->name,
                       traits->arity, count);
  }
  outlay_status status = outlay_graph_check(graph, arguments, count, error);
  if (status != OUTLAY_OK) return status;
  if (operation == OUTLAY_CONVERT) return apply_convert(graph, arguments, out, error);

  making m = {.graph = graph, .operation = operation, .count = count, .error = error};
  memcpy(m.arguments, arguments, count * sizeof *arguments);
  m.record.operation = (uint8_t)operation;
  m.record.arity = (uint8_t)count;
  status = apply_rule(&m, (outlay_rule)traits->rule);
  if (status == OUTLAY_OK) status = join_axes(&m);
  if (status != OUTLAY_OK) return status;
  double value = 0;
  if (fold(&m, &value)) return outlay_constant(graph, value, out, error);
  memcpy(m.record.word, m.arguments, count * sizeof *m.arguments);
  return outlay_graph_add(graph, &m.record, out, error);
}
