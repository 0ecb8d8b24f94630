/* The cost graph: hash-consed nodes in one growing array.
 *
 * A node is 32 bytes and is known by its index; 0 is no node. Its arguments always have lower
 * indices, so the order of indices is a topological order. What a node's value is like
 * (dimension, money, axes, condition, uncertain) is worked out when it is made. Names, sources
 * and places are kept beside the array: few nodes have the first two, and a place is shared by
 * all nodes of a line.
 *
 * Equal operations on equal arguments are one node. Arguments are compared in the order they
 * were written: a + b and b + a stay two nodes, because messages speak of the left and the
 * right side as the author wrote them, and summing floats in another order would be no gain.
 *
 * The graph owns all its memory; nodes are only ever added. A function that fails leaves the
 * graph usable, though it may have added nodes that nothing refers to. */
#ifndef OUTLAY_GRAPH_H
#define OUTLAY_GRAPH_H

#include <stdbool.h>

#include "annotation.h"
#include "axis.h"
#include "graph_operation.h"
#include "graph_stream.h"
#include "kernels.h"
#include "memory.h"
#include "sampler_cache.h"
#include "strings.h"

enum {
  OUTLAY_CONDITION = 1, /* flags of a node */
  OUTLAY_UNCERTAIN = 2,
  OUTLAY_NORMAL_DRAWN = 4, /* INPUT: its draw is a normal, not a uniform */
  OUTLAY_TAKEN = 8,        /* INPUT: a component of a mixture, and no value any more */
  OUTLAY_MAXIMUM_ARITY = 3
};

typedef struct outlay_node_record {
  uint8_t operation;
  uint8_t flags;
  uint8_t detail; /* distribution or statistic */
  uint8_t arity;  /* arguments in `word`; 0 for INPUT and STACK, whose are in the pool */
  outlay_dimension dimension;
  outlay_money money;
  uint32_t axes; /* an axis set */
  union {
    struct {
      double value;      /* CONSTANT, PARAMETER: in base units; STATISTIC: the probability */
      outlay_unit unit;  /* PARAMETER: the unit its author wrote */
      uint32_t argument; /* STATISTIC: what it is of */
    } number;
    struct {
      uint32_t first, count; /* INPUT, STACK: arguments in the pool */
      uint32_t axis;         /* STACK */
      uint32_t stream;       /* INPUT: of its draw; see graph_stream.h */
    } many;
    /* Others: arguments; [2] is the axis of LABELS to HAS_RATE_OF_RETURN, [3] the index of AT
     * and the steps of LAG, [1] and [2] kind and text of ALIAS. */
    uint32_t word[4];
    uint64_t key[2];
  };
} outlay_node_record;

_Static_assert(sizeof(outlay_node_record) == 32, "a node is 32 bytes");

enum { OUTLAY_AXIS_WORD = 2, OUTLAY_DETAIL_WORD = 3 };

/* An entry of the hash table: the node and the hash, so that most misses touch no node. */
typedef struct outlay_cons_entry {
  outlay_node node; /* 0 is free */
  uint32_t hash;
} outlay_cons_entry;

/* Nodes from `first` on come from this place, until the next record's first. */
typedef struct outlay_place {
  outlay_node first;
  uint32_t file, line;
} outlay_place;

/* A factor between two kinds of money that the graph has a parameter for. */
typedef struct outlay_exchange {
  outlay_money from, to;
  double factor;
  outlay_node node;
} outlay_exchange;

struct outlay_graph {
  outlay_allocator allocator;
  outlay_units *units;
  const outlay_kernels *kernels; /* for folding constants with the digits of the evaluator */

  outlay_node_record *nodes; /* nodes[0] is no node */
  size_t count, capacity;
  outlay_node *pool; /* arguments of inputs and stacks */
  size_t pool_count, pool_capacity;
  outlay_cons_entry *table;
  size_t table_size, table_count;
  outlay_streams streams[OUTLAY_STREAM_COUNTS]; /* by outlay_stream_name.draw */
  bool apart;                                   /* new inputs are numbered apart */
  outlay_groups groups;
  size_t statistics; /* nodes that are statistics */

  outlay_strings strings;
  outlay_axes axes;
  outlay_annotations annotations;

  outlay_place *places;
  size_t place_count, place_capacity;
  uint32_t file, line; /* of nodes made from now on */

  outlay_sampler_cache *samplers; /* what evaluations leave for the next ones */

  outlay_exchange *exchanges;
  size_t exchange_count, exchange_capacity;
};

/* ---- reading ---- */

static inline const outlay_node_record *outlay_graph_node(const outlay_graph *graph,
                                                          outlay_node node) {
  return &graph->nodes[node];
}

/* A node's arguments and how many; the pointer is good until a node is added. */
static inline const outlay_node *outlay_graph_arguments(const outlay_graph *graph, outlay_node node,
                                                        size_t *count) {
  const outlay_node_record *record = &graph->nodes[node];
  switch ((outlay_operation)record->operation) {
    case OUTLAY_INPUT:
    case OUTLAY_STACK:
      *count = record->many.count;
      return graph->pool + record->many.first;
    case OUTLAY_STATISTIC:
      *count = 1;
      return &record->number.argument;
    default:
      *count = record->arity;
      return record->word;
  }
}

static inline bool outlay_graph_uncertain(const outlay_graph *graph, outlay_node node) {
  return (graph->nodes[node].flags & OUTLAY_UNCERTAIN) != 0;
}

/* The node behind its other names. */
static inline outlay_node outlay_graph_resolve(const outlay_graph *graph, outlay_node node) {
  while (graph->nodes[node].operation == OUTLAY_ALIAS) node = graph->nodes[node].word[0];
  return node;
}

/* A CONSTANT's value; false for any other node, an alias too. */
static inline bool outlay_graph_constant(const outlay_graph *graph, outlay_node node,
                                         double *value) {
  if (graph->nodes[node].operation != OUTLAY_CONSTANT) return false;
  *value = graph->nodes[node].number.value;
  return true;
}

/* True or false by its making, or one of the constants 0 and 1 that conditions fold to. */
bool outlay_graph_condition(const outlay_graph *graph, outlay_node node);

/* The axis of an operation over one, 0 for none. */
outlay_axis outlay_graph_axis(const outlay_node_record *record);

/* The stream of an INPUT. */
static inline outlay_stream_name outlay_graph_stream(const outlay_node_record *record) {
  const uint32_t draw = (record->flags & OUTLAY_NORMAL_DRAWN) != 0;
  return (outlay_stream_name){.draw = draw + record->many.stream / OUTLAY_SERIES_ROOM * 2,
                              .stream = record->many.stream % OUTLAY_SERIES_ROOM};
}

/* OUTLAY_ERROR_ARGUMENT unless all are nodes of the graph, and values. */
outlay_status outlay_graph_check(const outlay_graph *graph, const outlay_node *nodes, size_t count,
                                 outlay_error *error);

/* ---- making nodes ---- */

/* Adds `record` or finds its equal. CONSTANT, and all but PARAMETER and INPUT, are merged. */
outlay_status outlay_graph_add(outlay_graph *graph, const outlay_node_record *record,
                               outlay_node *out, outlay_error *error);

/* The same for INPUT and STACK, whose arguments are copied to the pool. */
outlay_status outlay_graph_add_many(outlay_graph *graph, outlay_node_record *record,
                                    const outlay_node *arguments, size_t count, outlay_node *out,
                                    outlay_error *error);

/* A new input. `record` has the detail of a distribution; `stream` is that of another input, or
 * NULL for one of its own. */
outlay_status outlay_graph_add_input(outlay_graph *graph, outlay_distribution kind,
                                     const outlay_node *parameters, size_t count,
                                     const outlay_stream_name *stream, outlay_node *out,
                                     outlay_error *error);

/* A parameter with its value in base units. */
outlay_status outlay_graph_add_parameter(outlay_graph *graph, double value,
                                         outlay_dimension dimension, outlay_money money,
                                         outlay_unit unit, outlay_node *out, outlay_error *error);

/* The place of a node: interned file and line. */
outlay_place outlay_graph_place_of(const outlay_graph *graph, outlay_node node);

/* The value of an operation on plain numbers, with the very digits of the evaluator. */
double outlay_scalar_apply(const outlay_kernels *kernels, outlay_operation operation,
                           const double *arguments);

#endif
