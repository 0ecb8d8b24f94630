#include "graph_money.h"

#include <stdio.h>
#include <string.h>

#include "status.h"

enum { WHOLE = 12 /* twelfths in an exponent of 1 */ };

outlay_money outlay_graph_money_in(const outlay_graph *graph, outlay_dimension dimension,
                                   outlay_money money) {
  if (money == 0 || dimension == 0) return 0;
  return outlay_dimension_money_twelfths(graph->units, dimension) != 0 ? money : 0;
}

/* ---- factors ---- */

static outlay_exchange *find_exchange(outlay_graph *graph, outlay_money from, outlay_money to,
                                      double factor) {
  for (size_t i = 0; i < graph->exchange_count; i++) {
    outlay_exchange *exchange = &graph->exchanges[i];
    if (exchange->from == from && exchange->to == to && exchange->factor == factor) {
      return exchange;
    }
  }
  return NULL;
}

static outlay_status annotate(outlay_graph *graph, outlay_node node, outlay_annotation kind,
                              const char *text, outlay_error *error) {
  uint32_t id = 0;
  if (!outlay_strings_intern(&graph->strings, text, strlen(text), &id) ||
      !outlay_annotations_set(&graph->annotations, node, kind, id)) {
    return outlay_fail_memory(error);
  }
  return OUTLAY_OK;
}

static outlay_status make_exchange(outlay_graph *graph, outlay_money from, outlay_money to,
                                   double factor, const char *explanation, outlay_node *out,
                                   outlay_error *error) {
  if (!outlay_memory_reserve(&graph->allocator, (void **)&graph->exchanges,
                             &graph->exchange_capacity, graph->exchange_count + 1,
                             sizeof *graph->exchanges)) {
    return outlay_fail_memory(error);
  }
  char left[64], right[64], name[160];
  (void)outlay_money_text(graph->units, from, left, sizeof left);
  (void)outlay_money_text(graph->units, to, right, sizeof right);
  (void)snprintf(name, sizeof name, "%s to %s", left, right);
  outlay_node node = 0;
  outlay_status status = outlay_graph_add_parameter(graph, factor, 0, 0, 0, &node, error);
  if (status == OUTLAY_OK) status = annotate(graph, node, OUTLAY_NAME, name, error);
  if (status == OUTLAY_OK) status = annotate(graph, node, OUTLAY_SOURCE, explanation, error);
  if (status != OUTLAY_OK) return status;
  graph->exchanges[graph->exchange_count++] =
      (outlay_exchange){.from = from, .to = to, .factor = factor, .node = node};
  *out = node;
  return OUTLAY_OK;
}

/* The parameter with the factor between two kinds, made once for each value of it. */
static outlay_status factor_node(outlay_graph *graph, outlay_money from, outlay_money to,
                                 outlay_node *out, outlay_error *error) {
  double factor = 0;
  char explanation[512] = "";
  const outlay_status status =
      outlay_money_factor(graph->units, from, to, &factor, explanation, sizeof explanation, error);
  if (status != OUTLAY_OK) return status;
  const outlay_exchange *exchange = find_exchange(graph, from, to, factor);
  if (exchange != NULL) {
    *out = exchange->node;
    return OUTLAY_OK;
  }
  return make_exchange(graph, from, to, factor, explanation, out, error);
}

/* The factor raised to the exponent that money has in the amount. */
static outlay_status raise_factor(outlay_graph *graph, outlay_node factor, int32_t twelfths,
                                  outlay_node *out, outlay_error *error) {
  if (twelfths == WHOLE) {
    *out = factor;
    return OUTLAY_OK;
  }
  outlay_node arguments[2] = {factor, factor};
  if (twelfths == -WHOLE) {
    const outlay_status status = outlay_constant(graph, 1, &arguments[0], error);
    if (status != OUTLAY_OK) return status;
    return outlay_apply(graph, OUTLAY_DIVIDE, arguments, 2, out, error);
  }
  const outlay_status status =
      outlay_constant(graph, (double)twelfths / WHOLE, &arguments[1], error);
  if (status != OUTLAY_OK) return status;
  return outlay_apply(graph, OUTLAY_POWER, arguments, 2, out, error);
}

/* ---- conversions ---- */

outlay_status outlay_graph_convert(outlay_graph *graph, outlay_node node, outlay_money money,
                                   outlay_node *out, outlay_error *error) {
  outlay_node_record record = *outlay_graph_node(graph, node);
  if (record.money == money) {
    *out = node;
    return OUTLAY_OK;
  }
  outlay_node factor = 0;
  outlay_status status = factor_node(graph, record.money, money, &factor, error);
  if (status == OUTLAY_OK) {
    const int32_t twelfths = outlay_dimension_money_twelfths(graph->units, record.dimension);
    status = raise_factor(graph, factor, twelfths, &factor, error);
  }
  if (status != OUTLAY_OK) return status;
  record.operation = OUTLAY_CONVERT;
  record.money = money;
  record.detail = 0;
  record.arity = 2;
  memset(record.word, 0, sizeof record.word);
  record.word[0] = node;
  record.word[1] = factor;
  return outlay_graph_add(graph, &record, out, error);
}

outlay_status outlay_convert_money(outlay_graph *graph, outlay_node node, outlay_money money,
                                   outlay_node *out, outlay_error *error) {
  const outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  if (outlay_graph_node(graph, node)->money == 0 || money == 0) {
    outlay_fail(error, OUTLAY_ERROR_MONEY, "there is no money in this value to convert");
    if (error != NULL) error->left = node;
    return OUTLAY_ERROR_MONEY;
  }
  return outlay_graph_convert(graph, node, money, out, error);
}

static outlay_status blame(outlay_status status, outlay_node left, outlay_node right,
                           outlay_error *error) {
  if (status != OUTLAY_OK && error != NULL) {
    error->left = left;
    error->right = right;
  }
  return status;
}

outlay_status outlay_graph_common_money(outlay_graph *graph, outlay_node *nodes, size_t count,
                                        outlay_error *error) {
  const outlay_node left = nodes[0];
  outlay_node right = 0; /* the first of another kind than the left one */
  outlay_money common = outlay_graph_node(graph, left)->money;
  for (size_t i = 1; i < count; i++) {
    const outlay_money money = outlay_graph_node(graph, nodes[i])->money;
    if (money == common) continue;
    if (right == 0) right = nodes[i];
    outlay_money both = 0;
    const outlay_status status = outlay_money_common(graph->units, common, money, &both, error);
    if (status != OUTLAY_OK) return blame(status, left, nodes[i], error);
    common = both;
  }
  for (size_t i = 0; right != 0 && i < count; i++) {
    const outlay_status status = outlay_graph_convert(graph, nodes[i], common, &nodes[i], error);
    if (status != OUTLAY_OK) return blame(status, left, i == 0 ? right : nodes[i], error);
  }
  return OUTLAY_OK;
}
