/* Whether an input's parameters are possible, said in the unit that they were written in. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "graph_input.h"
#include "status.h"

/* A unit for amounts: the one that an author wrote, else one that a person would choose for the
 * largest of them. 0: none. */
static outlay_unit unit_for(const outlay_graph *graph, const outlay_node *parameters,
                            const double *values, const uint8_t *roles, size_t count) {
  size_t largest = count;
  for (size_t i = 0; i < count; i++) {
    if (roles[i] != OUTLAY_ROLE_AMOUNT) continue;
    const outlay_node_record *record =
        outlay_graph_node(graph, outlay_graph_resolve(graph, parameters[i]));
    if (record->dimension == 0) return 0;
    if (record->operation == OUTLAY_PARAMETER) return record->number.unit;
    if (largest == count || fabs(values[i]) > fabs(values[largest])) largest = i;
  }
  if (largest == count) return 0;
  const outlay_node_record *record = outlay_graph_node(graph, parameters[largest]);
  outlay_unit unit = 0;
  const outlay_status status = outlay_unit_choose(graph->units, values[largest], record->dimension,
                                                  record->money, 0, &unit, NULL);
  return status == OUTLAY_OK ? unit : 0;
}

/* Says again in the unit what is wrong with the values, which become those of the unit. */
static void say_in_unit(const outlay_graph *graph, outlay_distribution kind,
                        const outlay_node *parameters, double *values, const uint8_t *roles,
                        size_t count, outlay_error *error) {
  const outlay_unit unit = unit_for(graph, parameters, values, roles, count);
  if (unit == 0) return;
  outlay_unit_info info;
  outlay_unit_describe(graph->units, unit, &info);
  for (size_t i = 0; i < count; i++) {
    if (roles[i] == OUTLAY_ROLE_AMOUNT) values[i] /= info.factor;
  }
  outlay_error said = {0};
  if (outlay_distribution_check(kind, values, count, &said) == OUTLAY_OK) return; /* rounding */
  (void)snprintf(error->message, sizeof error->message, "%.400s (in %.80s)", said.message,
                 info.text);
  memcpy(error->advice, said.advice, sizeof error->advice);
}

outlay_status outlay_graph_check_input(const outlay_graph *graph, outlay_distribution kind,
                                       const outlay_node *parameters, const double *values,
                                       size_t count, outlay_error *error) {
  const outlay_status status = outlay_distribution_check(kind, values, count, error);
  if (status == OUTLAY_OK || error == NULL) return status;
  double *copy = outlay_memory_new(&graph->allocator, count, sizeof *copy);
  uint8_t *roles = outlay_memory_new(&graph->allocator, count, sizeof *roles);
  if (copy != NULL && roles != NULL && outlay_distribution_roles(kind, values, count, roles)) {
    memcpy(copy, values, count * sizeof *copy);
    say_in_unit(graph, kind, parameters, copy, roles, count, error);
  }
  outlay_memory_free(&graph->allocator, copy, count, sizeof *copy);
  outlay_memory_free(&graph->allocator, roles, count, sizeof *roles);
  return status;
}
