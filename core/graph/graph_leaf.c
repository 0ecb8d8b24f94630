/* Nodes that begin a graph: constants and parameters; and statistics, whose value is as fixed
 * as theirs. */
#include <math.h>

#include "graph.h"
#include "status.h"
#include "unit.h"

outlay_status outlay_constant(outlay_graph *graph, double value, outlay_node *out,
                              outlay_error *error) {
  if (!isfinite(value)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%g is not a number to calculate with", value);
  }
  const outlay_node_record record = {.operation = OUTLAY_CONSTANT,
                                     .number = {.value = value == 0 ? 0 : value}};
  return outlay_graph_add(graph, &record, out, error);
}

/* A value in its unit to base units. */
static outlay_status to_base(const outlay_graph *graph, double value, outlay_unit unit,
                             outlay_unit_info *info, double *out, outlay_error *error) {
  if (outlay_unit_entry_of(graph->units, unit) == NULL) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is no unit %u", unit);
  }
  outlay_unit_describe(graph->units, unit, info);
  *out = value * info->factor;
  if (!isfinite(*out)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%g %s is not a number to calculate with",
                       value, info->text);
  }
  return OUTLAY_OK;
}

outlay_status outlay_graph_add_parameter(outlay_graph *graph, double value,
                                         outlay_dimension dimension, outlay_money money,
                                         outlay_unit unit, outlay_node *out, outlay_error *error) {
  const outlay_node_record record = {.operation = OUTLAY_PARAMETER,
                                     .dimension = dimension,
                                     .money = money,
                                     .number = {.value = value, .unit = unit}};
  return outlay_graph_add(graph, &record, out, error);
}

outlay_status outlay_parameter(outlay_graph *graph, double value, outlay_unit unit,
                               outlay_node *out, outlay_error *error) {
  outlay_unit_info info;
  double base = 0;
  const outlay_status status = to_base(graph, value, unit, &info, &base, error);
  if (status != OUTLAY_OK) return status;
  return outlay_graph_add_parameter(graph, base, info.dimension, info.money, unit, out, error);
}

/* Into the parameter's kind of money, if the new value is in another one. */
static outlay_status to_money_of(const outlay_graph *graph, const outlay_node_record *record,
                                 outlay_money money, double *value, outlay_error *error) {
  if (money == record->money) return OUTLAY_OK;
  double factor = 1;
  char explanation[8];
  const outlay_status status = outlay_money_factor(graph->units, money, record->money, &factor,
                                                   explanation, sizeof explanation, error);
  if (status != OUTLAY_OK) return status;
  const int32_t twelfths = outlay_dimension_money_twelfths(graph->units, record->dimension);
  *value *= pow(factor, twelfths / 12.0);
  if (isfinite(*value)) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     "the value is too large in the parameter's money");
}

outlay_status outlay_parameter_set(outlay_graph *graph, outlay_node node, double value,
                                   outlay_unit unit, outlay_error *error) {
  outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  node = outlay_graph_resolve(graph, node);
  outlay_node_record *record = &graph->nodes[node];
  if (record->operation != OUTLAY_PARAMETER) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "only a parameter's value can be set");
  }
  outlay_unit_info info = {0};
  double base = 0;
  status = to_base(graph, value, unit, &info, &base, error);
  if (status != OUTLAY_OK) return status;
  if (info.dimension != record->dimension) {
    char old[128];
    (void)outlay_dimension_text(graph->units, record->dimension, old, sizeof old);
    outlay_fail(error, OUTLAY_ERROR_DIMENSION, "the parameter's dimension is %s, not that of '%s'",
                old, info.text);
    if (error != NULL) error->left = node;
    return OUTLAY_ERROR_DIMENSION;
  }
  status = to_money_of(graph, record, info.money, &base, error);
  if (status != OUTLAY_OK) return status;
  record->number.value = base;
  return OUTLAY_OK;
}

outlay_status outlay_statistic_of(outlay_graph *graph, outlay_statistic statistic,
                                  double probability, outlay_node node, outlay_node *out,
                                  outlay_error *error) {
  const outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  if ((unsigned)statistic >= OUTLAY_STATISTICS) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is no statistic %d", (int)statistic);
  }
  const bool quantile = statistic == OUTLAY_STATISTIC_QUANTILE;
  if (quantile && !(probability >= 0 && probability <= 1)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a quantile's probability is from 0 to 1, not %g", probability);
  }
  const outlay_node_record *of = outlay_graph_node(graph, node);
  const outlay_node_record record = {
      .operation = OUTLAY_STATISTIC,
      .detail = (uint8_t)statistic,
      .arity = 1,
      .dimension = of->dimension,
      .money = of->money,
      .axes = of->axes,
      .number = {.value = quantile && probability != 0 ? probability : 0, .argument = node}};
  return outlay_graph_add(graph, &record, out, error);
}
