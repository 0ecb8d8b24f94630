/* Uncertain inputs: distributions with nodes for parameters, each with a draw of its own.
 *
 * An input whose parameters have axes has one draw for all its cells: a price that is uncertain
 * in each year by its own interval is high in all years or low in all. Inputs that are to vary
 * by themselves are made one by one and stacked. */
#include "graph_input.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "distribution.h"
#include "graph.h"
#include "graph_dimension.h"
#include "graph_money.h"
#include "status.h"

/* What the making of an input works with: one entry for each parameter. */
typedef struct making {
  outlay_distribution kind;
  outlay_node *parameters;
  double *values; /* of constants and parameters, else NaN */
  uint8_t *roles;
  outlay_node *amounts;
  size_t count;
  bool known; /* all values are at hand */
} making;

static bool making_new(const outlay_graph *graph, outlay_distribution kind,
                       const outlay_node *parameters, size_t count, making *out) {
  const outlay_allocator *memory = &graph->allocator;
  *out = (making){.kind = kind,
                  .parameters = outlay_memory_new(memory, count, sizeof *out->parameters),
                  .values = outlay_memory_new(memory, count, sizeof *out->values),
                  .roles = outlay_memory_new(memory, count, sizeof *out->roles),
                  .amounts = outlay_memory_new(memory, count, sizeof *out->amounts),
                  .count = count};
  if (out->parameters == NULL || out->values == NULL || out->roles == NULL ||
      out->amounts == NULL) {
    return false;
  }
  memcpy(out->parameters, parameters, count * sizeof *parameters);
  return true;
}

static void making_clear(const outlay_graph *graph, making *m) {
  const outlay_allocator *memory = &graph->allocator;
  outlay_memory_free(memory, m->parameters, m->count, sizeof *m->parameters);
  outlay_memory_free(memory, m->values, m->count, sizeof *m->values);
  outlay_memory_free(memory, m->roles, m->count, sizeof *m->roles);
  outlay_memory_free(memory, m->amounts, m->count, sizeof *m->amounts);
}

static void find_values(const outlay_graph *graph, making *m) {
  m->known = true;
  for (size_t i = 0; i < m->count; i++) {
    const outlay_node_record *record =
        outlay_graph_node(graph, outlay_graph_resolve(graph, m->parameters[i]));
    const bool here = record->operation == OUTLAY_CONSTANT || record->operation == OUTLAY_PARAMETER;
    m->values[i] = here ? record->number.value : NAN;
    m->known = m->known && here;
  }
}

static outlay_status find_roles(making *m, outlay_error *error) {
  if (outlay_distribution_roles(m->kind, m->values, m->count, m->roles)) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the parameters do not make a %s distribution",
                     outlay_distribution_name(m->kind));
}

/* The first parameter that the input's value is like; 0 for a plain number. */
static outlay_node first_amount(const making *m) {
  for (size_t i = 0; i < m->count; i++) {
    if (m->roles[i] == OUTLAY_ROLE_AMOUNT) return m->parameters[i];
  }
  return 0;
}

static outlay_status check_dimensions(const outlay_graph *graph, const making *m,
                                      outlay_error *error) {
  const outlay_node first = first_amount(m);
  for (size_t i = 0; i < m->count; i++) {
    const outlay_dimension dimension = outlay_graph_node(graph, m->parameters[i])->dimension;
    if (m->roles[i] != OUTLAY_ROLE_AMOUNT) {
      if (dimension == 0) continue;
      char what[96];
      (void)snprintf(what, sizeof what, "the %s of a distribution",
                     outlay_distribution_parameter(m->kind, i));
      return outlay_graph_fail_number(graph, what, m->parameters[i], error);
    }
    if (dimension != outlay_graph_node(graph, first)->dimension) {
      return outlay_graph_fail_dimensions(graph, OUTLAY_INPUT, first, m->parameters[i], error);
    }
  }
  return OUTLAY_OK;
}

/* Brings the parameters that are amounts of money into one kind. */
static outlay_status unite_money(outlay_graph *graph, const making *m, outlay_error *error) {
  size_t found = 0;
  for (size_t i = 0; i < m->count; i++) {
    if (m->roles[i] == OUTLAY_ROLE_AMOUNT) m->amounts[found++] = m->parameters[i];
  }
  const outlay_status status = outlay_graph_common_money(graph, m->amounts, found, error);
  for (size_t i = m->count; status == OUTLAY_OK && i > 0; i--) {
    if (m->roles[i - 1] == OUTLAY_ROLE_AMOUNT) m->parameters[i - 1] = m->amounts[--found];
  }
  return status;
}

static outlay_status join_axes(outlay_graph *graph, const making *m, uint32_t *out,
                               outlay_error *error) {
  *out = 0;
  for (size_t i = 0; i < m->count; i++) {
    const outlay_status status =
        outlay_axes_union(&graph->axes, &graph->strings, *out,
                          outlay_graph_node(graph, m->parameters[i])->axes, out, error);
    if (status == OUTLAY_OK) continue;
    if (error != NULL) {
      error->left = m->parameters[0];
      error->right = m->parameters[i];
    }
    return status;
  }
  return OUTLAY_OK;
}

static outlay_status make_input(outlay_graph *graph, making *m, const outlay_stream_name *stream,
                                outlay_node *out, outlay_error *error) {
  find_values(graph, m);
  outlay_status status = find_roles(m, error);
  if (status == OUTLAY_OK) status = check_dimensions(graph, m, error);
  if (status == OUTLAY_OK && first_amount(m) != 0 &&
      outlay_graph_node(graph, first_amount(m))->money != 0) {
    status = unite_money(graph, m, error);
    find_values(graph, m);
  }
  /* The evaluation checks parameters whose values are not at hand. */
  if (status == OUTLAY_OK && m->known) {
    status = outlay_graph_check_input(graph, m->kind, m->parameters, m->values, m->count, error);
  }
  if (status != OUTLAY_OK) return status;

  const outlay_node first = first_amount(m);
  outlay_node_record record = {
      .operation = OUTLAY_INPUT, .flags = OUTLAY_UNCERTAIN, .detail = (uint8_t)m->kind};
  if (first != 0) {
    record.dimension = outlay_graph_node(graph, first)->dimension;
    record.money = outlay_graph_node(graph, first)->money;
  }
  outlay_stream_name name = {.draw = outlay_distribution_draw(m->kind, m->values, m->count)};
  if (name.draw == OUTLAY_DRAW_NORMAL) record.flags |= OUTLAY_NORMAL_DRAWN;
  if (graph->apart) name.draw += 2 * OUTLAY_APART;
  status = join_axes(graph, m, &record.axes, error);
  if (status != OUTLAY_OK) return status;
  if (stream != NULL) {
    name = *stream;
  } else {
    status = outlay_stream_new(graph, name.draw, &name.stream, error);
    if (status != OUTLAY_OK) return status;
  }
  record.many.stream = outlay_stream_number(name);
  status = outlay_graph_add_many(graph, &record, m->parameters, m->count, out, error);
  if (status != OUTLAY_OK && stream == NULL) graph->streams[name.draw].count--;
  return status;
}

outlay_status outlay_graph_add_input(outlay_graph *graph, outlay_distribution kind,
                                     const outlay_node *parameters, size_t count,
                                     const outlay_stream_name *stream, outlay_node *out,
                                     outlay_error *error) {
  making m;
  const outlay_status status = making_new(graph, kind, parameters, count, &m)
                                   ? make_input(graph, &m, stream, out, error)
                                   : outlay_fail_memory(error);
  making_clear(graph, &m);
  return status;
}

outlay_status outlay_input(outlay_graph *graph, outlay_distribution distribution,
                           const outlay_node *parameters, size_t count, outlay_node *out,
                           outlay_error *error) {
  if ((unsigned)distribution >= OUTLAY_DISTRIBUTIONS || distribution == OUTLAY_MIXTURE ||
      distribution == OUTLAY_TRUNCATED || distribution == OUTLAY_SHIFTED || count == 0 ||
      !outlay_distribution_takes(distribution, count)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a %s distribution does not take %zu parameters",
                       outlay_distribution_name(distribution), count);
  }
  const outlay_status status = outlay_graph_check(graph, parameters, count, error);
  if (status != OUTLAY_OK) return status;
  return outlay_graph_add_input(graph, distribution, parameters, count, NULL, out, error);
}
