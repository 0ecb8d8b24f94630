#include "graph.h"

#include <string.h>

#include "status.h"

/* ---- the handle ---- */

outlay_status outlay_graph_new(outlay_units *units, const outlay_allocator *allocator,
                               outlay_graph **out) {
  const outlay_allocator memory = outlay_memory_or_default(allocator);
  outlay_graph *graph = outlay_memory_new(&memory, 1, sizeof *graph);
  if (graph == NULL) return OUTLAY_ERROR_MEMORY;
  graph->allocator = memory;
  graph->units = units;
  graph->kernels = outlay_kernels_best();
  outlay_strings_init(&graph->strings, &memory);
  outlay_annotations_init(&graph->annotations, &memory);
  graph->samplers = outlay_memory_new(&memory, 1, sizeof *graph->samplers);
  if (!outlay_axes_init(&graph->axes, &memory) || graph->samplers == NULL ||
      !outlay_memory_reserve(&memory, (void **)&graph->nodes, &graph->capacity, 64,
                             sizeof *graph->nodes)) {
    outlay_graph_free(graph);
    return OUTLAY_ERROR_MEMORY;
  }
  graph->nodes[graph->count++] = (outlay_node_record){0};
  *out = graph;
  return OUTLAY_OK;
}

void outlay_graph_free(outlay_graph *graph) {
  if (graph == NULL) return;
  const outlay_allocator memory = graph->allocator;
  outlay_memory_free(&memory, graph->nodes, graph->capacity, sizeof *graph->nodes);
  outlay_memory_free(&memory, graph->pool, graph->pool_capacity, sizeof *graph->pool);
  outlay_groups_clear(&graph->groups, &memory);
  for (int draw = 0; draw < OUTLAY_STREAM_COUNTS; draw++) {
    outlay_streams *streams = &graph->streams[draw];
    outlay_memory_free(&memory, streams->records, streams->capacity, sizeof *streams->records);
  }
  outlay_memory_free(&memory, graph->table, graph->table_size, sizeof *graph->table);
  outlay_memory_free(&memory, graph->places, graph->place_capacity, sizeof *graph->places);
  outlay_memory_free(&memory, graph->exchanges, graph->exchange_capacity, sizeof *graph->exchanges);
  if (graph->samplers != NULL) outlay_sampler_cache_clear(graph->samplers);
  outlay_memory_free(&memory, graph->samplers, 1, sizeof *graph->samplers);
  outlay_annotations_clear(&graph->annotations);
  outlay_axes_clear(&graph->axes);
  outlay_strings_clear(&graph->strings);
  outlay_memory_free(&memory, graph, 1, sizeof *graph);
}

outlay_units *outlay_graph_units(const outlay_graph *graph) { return graph->units; }

size_t outlay_graph_size(const outlay_graph *graph) { return graph->count - 1; }

void outlay_graph_number_apart(outlay_graph *graph, int32_t on) { graph->apart = on != 0; }

/* ---- places ---- */

outlay_status outlay_graph_place(outlay_graph *graph, const char *file, uint32_t line) {
  if (file == NULL) file = "";
  /* The same file again is by far the most common case: no need to hash its name. */
  if (strcmp(outlay_strings_get(&graph->strings, graph->file), file) != 0) {
    uint32_t id = 0;
    if (!outlay_strings_intern(&graph->strings, file, strlen(file), &id)) {
      return OUTLAY_ERROR_MEMORY;
    }
    graph->file = id;
  }
  graph->line = line;
  return OUTLAY_OK;
}

outlay_place outlay_graph_place_of(const outlay_graph *graph, outlay_node node) {
  size_t low = 0, high = graph->place_count; /* the last record with first <= node */
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (graph->places[middle].first <= node) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == 0 ? (outlay_place){0} : graph->places[low - 1];
}

/* Room for a record of the place of the next node, if it is not the last one's. */
static bool reserve_place(outlay_graph *graph) {
  return outlay_memory_reserve(&graph->allocator, (void **)&graph->places, &graph->place_capacity,
                               graph->place_count + 1, sizeof *graph->places);
}

static void put_place(outlay_graph *graph, outlay_node node) {
  if (graph->place_count > 0) {
    const outlay_place *last = &graph->places[graph->place_count - 1];
    if (last->file == graph->file && last->line == graph->line) return;
  } else if (graph->file == 0 && graph->line == 0) {
    return;
  }
  graph->places[graph->place_count++] =
      (outlay_place){.first = node, .file = graph->file, .line = graph->line};
}

/* ---- the table of nodes by what they are ---- */

static bool has_identity(const outlay_node_record *record) {
  return record->operation == OUTLAY_PARAMETER || record->operation == OUTLAY_INPUT;
}

/* Multiplications by odd constants and folds of the high half (as in Steele, Lea and Flood,
 * OOPSLA 2014). */
static uint64_t mix(uint64_t hash) {
  hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93U;
  return hash ^ (hash >> 32);
}

static uint64_t hash_record(const outlay_node_record *record, const outlay_node *arguments) {
  uint64_t hash = ((uint64_t)record->operation << 56) ^ ((uint64_t)record->detail << 48) ^
                  ((uint64_t)record->arity << 40) ^ record->money;
  if (record->operation == OUTLAY_STACK) {
    hash ^= (uint64_t)record->many.axis << 8;
    for (uint32_t i = 0; i < record->many.count; i++) hash = mix(hash) + arguments[i];
    return mix(hash);
  }
  hash = mix(hash) + record->key[0] * 0x9E3779B97F4A7C15U;
  hash = mix(hash) + record->key[1] * 0xC2B2AE3D27D4EB4FU;
  return mix(hash);
}

static bool same_record(const outlay_graph *graph, const outlay_node_record *a,
                        const outlay_node_record *b, const outlay_node *arguments) {
  if (a->operation != b->operation || a->detail != b->detail || a->arity != b->arity ||
      a->money != b->money) {
    return false;
  }
  if (b->operation != OUTLAY_STACK) return a->key[0] == b->key[0] && a->key[1] == b->key[1];
  return a->many.axis == b->many.axis && a->many.count == b->many.count &&
         memcmp(graph->pool + a->many.first, arguments, b->many.count * sizeof *arguments) == 0;
}

/* Where to look for a record. Most nodes are made soon after their arguments, so first comes a
 * line of the table that goes by the latest argument: building a graph walks through memory in
 * order. Where that line is full of others, the search goes on from a place that the hash
 * alone gives. */
typedef struct search {
  size_t line;  /* first entry of the line */
  size_t place; /* then from here on */
} search;

enum { LINE = 8 /* entries: 64 bytes, for half as many nodes */ };

static search search_for(const outlay_node_record *record, const outlay_node *arguments,
                         uint64_t hash, size_t table_size) {
  const size_t mask = table_size - 1;
  const search scattered = {.line = hash & mask & ~(size_t)(LINE - 1),
                            .place = (size_t)(hash >> 20) & mask};
  uint32_t latest = 0;
  if (record->operation == OUTLAY_STACK) {
    for (uint32_t i = 0; i < record->many.count; i++) {
      if (arguments[i] > latest) latest = arguments[i];
    }
  } else if (record->operation == OUTLAY_STATISTIC) {
    latest = record->number.argument;
  } else {
    for (uint8_t i = 0; i < record->arity; i++) {
      if (record->word[i] > latest) latest = record->word[i];
    }
  }
  if (latest == 0) return scattered;
  const size_t line = ((size_t)latest * 2) & mask & ~(size_t)(LINE - 1);
  return (search){.line = line, .place = scattered.place};
}

/* The index of the entry that is next after `step` others. */
static size_t step_of(search s, size_t step, size_t table_size) {
  return step < LINE ? s.line + step : (s.place + step) & (table_size - 1);
}

static void put_entry(outlay_cons_entry *table, size_t size, search s, outlay_cons_entry entry) {
  size_t step = 0;
  while (table[step_of(s, step, size)].node != 0) step++;
  table[step_of(s, step, size)] = entry;
}

/* A node's arguments if they are in the pool. */
static const outlay_node *pooled(const outlay_graph *graph, const outlay_node_record *record) {
  return record->operation == OUTLAY_STACK ? graph->pool + record->many.first : NULL;
}

static bool grow_table(outlay_graph *graph) {
  const size_t old_size = graph->table_size;
  const size_t size = old_size == 0 ? 128 : old_size * 2;
  outlay_cons_entry *table = outlay_memory_new(&graph->allocator, size, sizeof *table);
  if (table == NULL) return false;
  for (size_t i = 1; i < graph->count; i++) {
    const outlay_node_record *record = &graph->nodes[i];
    if (has_identity(record)) continue;
    const outlay_node *arguments = pooled(graph, record);
    const uint64_t hash = hash_record(record, arguments);
    put_entry(table, size, search_for(record, arguments, hash, size),
              (outlay_cons_entry){.node = (outlay_node)i, .hash = (uint32_t)hash});
  }
  outlay_memory_free(&graph->allocator, graph->table, old_size, sizeof *table);
  graph->table = table;
  graph->table_size = size;
  return true;
}

/* The node equal to a record, or 0. */
static outlay_node find_node(const outlay_graph *graph, const outlay_node_record *record,
                             const outlay_node *arguments, uint64_t hash) {
  if (graph->table_size == 0) return 0;
  const search s = search_for(record, arguments, hash, graph->table_size);
  for (size_t step = 0;; step++) {
    const outlay_cons_entry entry = graph->table[step_of(s, step, graph->table_size)];
    if (entry.node == 0) return 0;
    if (entry.hash == (uint32_t)hash &&
        same_record(graph, &graph->nodes[entry.node], record, arguments)) {
      return entry.node;
    }
  }
}

/* ---- making nodes ---- */

static outlay_status reserve_node(outlay_graph *graph, outlay_error *error) {
  if (graph->count > UINT32_MAX - 1) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "a graph of more than 4,294,967,294 nodes");
  }
  if (!outlay_memory_reserve(&graph->allocator, (void **)&graph->nodes, &graph->capacity,
                             graph->count + 1, sizeof *graph->nodes) ||
      !reserve_place(graph)) {
    return outlay_fail_memory(error);
  }
  return OUTLAY_OK;
}

static outlay_node append_node(outlay_graph *graph, const outlay_node_record *record) {
  const outlay_node node = (outlay_node)graph->count++;
  graph->nodes[node] = *record;
  if (record->operation == OUTLAY_STATISTIC) graph->statistics++;
  put_place(graph, node);
  return node;
}

/* Appends the arguments of an INPUT or a STACK to the pool. */
static outlay_status put_arguments(outlay_graph *graph, outlay_node_record *record,
                                   const outlay_node *arguments, outlay_error *error) {
  const size_t count = record->many.count;
  if (graph->pool_count + count > UINT32_MAX) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "too many arguments of inputs and stacks");
  }
  if (!outlay_memory_reserve(&graph->allocator, (void **)&graph->pool, &graph->pool_capacity,
                             graph->pool_count + count, sizeof *graph->pool)) {
    return outlay_fail_memory(error);
  }
  record->many.first = (uint32_t)graph->pool_count;
  memcpy(graph->pool + graph->pool_count, arguments, count * sizeof *arguments);
  return OUTLAY_OK;
}

static outlay_status add(outlay_graph *graph, outlay_node_record *record,
                         const outlay_node *arguments, outlay_node *out, outlay_error *error) {
  const bool merged = !has_identity(record);
  uint64_t hash = 0;
  if (merged) {
    hash = hash_record(record, arguments);
    const outlay_node found = find_node(graph, record, arguments, hash);
    if (found != 0) {
      *out = found;
      return OUTLAY_OK;
    }
    if ((graph->table_count + 1) * 2 > graph->table_size && !grow_table(graph)) {
      return outlay_fail_memory(error);
    }
  }
  outlay_status status = reserve_node(graph, error);
  if (status != OUTLAY_OK) return status;
  if (arguments != NULL) {
    status = put_arguments(graph, record, arguments, error);
    if (status != OUTLAY_OK) return status;
    graph->pool_count += record->many.count;
  }
  *out = append_node(graph, record);
  if (merged) {
    put_entry(graph->table, graph->table_size,
              search_for(record, arguments, hash, graph->table_size),
              (outlay_cons_entry){.node = *out, .hash = (uint32_t)hash});
    graph->table_count++;
  }
  return OUTLAY_OK;
}

outlay_status outlay_graph_add(outlay_graph *graph, const outlay_node_record *record,
                               outlay_node *out, outlay_error *error) {
  outlay_node_record copy = *record;
  return add(graph, &copy, NULL, out, error);
}

outlay_status outlay_graph_add_many(outlay_graph *graph, outlay_node_record *record,
                                    const outlay_node *arguments, size_t count, outlay_node *out,
                                    outlay_error *error) {
  if (count > UINT32_MAX) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "%zu arguments are too many", count);
  }
  record->many.count = (uint32_t)count;
  record->many.first = 0;
  return add(graph, record, arguments, out, error);
}

/* ---- reading ---- */

bool outlay_graph_condition(const outlay_graph *graph, outlay_node node) {
  const outlay_node_record *record = outlay_graph_node(graph, node);
  if ((record->flags & OUTLAY_CONDITION) != 0) return true;
  return record->operation == OUTLAY_CONSTANT &&
         (record->number.value == 0 || record->number.value == 1);
}

outlay_axis outlay_graph_axis(const outlay_node_record *record) {
  if (record->operation == OUTLAY_STACK) return record->many.axis;
  if (record->operation >= OUTLAY_LABELS && record->operation <= OUTLAY_HAS_RATE_OF_RETURN) {
    return record->word[OUTLAY_AXIS_WORD];
  }
  return 0;
}

outlay_status outlay_graph_check(const outlay_graph *graph, const outlay_node *nodes, size_t count,
                                 outlay_error *error) {
  for (size_t i = 0; i < count; i++) {
    if (nodes[i] == 0 || nodes[i] >= graph->count) {
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%u is not a node of this graph", nodes[i]);
    }
    if ((graph->nodes[nodes[i]].flags & OUTLAY_TAKEN) != 0) {
      (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                        "this distribution is part of a mixture and has no values of its own");
      if (error != NULL) error->node = nodes[i];
      outlay_advise(error,
                    "write the distribution again where it is used; or, to mix values that are "
                    "used elsewhere too, pick(choice{ values = { 1, 2 } }, { a, b })");
      return OUTLAY_ERROR_ARGUMENT;
    }
  }
  return OUTLAY_OK;
}

static bool is_node(const outlay_graph *graph, outlay_node node) {
  return node != 0 && node < graph->count;
}

outlay_status outlay_node_describe(const outlay_graph *graph, outlay_node node,
                                   outlay_node_info *out) {
  if (!is_node(graph, node)) return OUTLAY_ERROR_ARGUMENT;
  const outlay_node_record *record = outlay_graph_node(graph, node);
  const outlay_place place = outlay_graph_place_of(graph, node);
  size_t arguments = 0;
  (void)outlay_graph_arguments(graph, node, &arguments);
  *out = (outlay_node_info){.operation = (outlay_operation)record->operation,
                            .detail = record->detail,
                            .dimension = record->dimension,
                            .money = record->money,
                            .condition = (record->flags & OUTLAY_CONDITION) != 0,
                            .uncertain = (record->flags & OUTLAY_UNCERTAIN) != 0,
                            .axis = outlay_graph_axis(record),
                            .argument_count = (uint32_t)arguments,
                            .axis_count = outlay_axes_set(&graph->axes, record->axes)->count,
                            .file = outlay_strings_get(&graph->strings, place.file),
                            .line = place.line};
  switch (out->operation) {
    case OUTLAY_PARAMETER:
      out->unit = record->number.unit;
      out->value = record->number.value;
      break;
    case OUTLAY_CONSTANT:
    case OUTLAY_STATISTIC:
      out->value = record->number.value;
      break;
    case OUTLAY_AT:
    case OUTLAY_LAG:
      out->detail = (int32_t)record->word[OUTLAY_DETAIL_WORD];
      break;
    default:
      break;
  }
  return OUTLAY_OK;
}

outlay_node outlay_node_argument(const outlay_graph *graph, outlay_node node, size_t index) {
  if (!is_node(graph, node)) return 0;
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(graph, node, &count);
  return index < count ? arguments[index] : 0;
}

outlay_axis outlay_node_axis(const outlay_graph *graph, outlay_node node, size_t index) {
  if (!is_node(graph, node)) return 0;
  const uint32_t set = outlay_graph_node(graph, node)->axes;
  return index < outlay_axes_set(&graph->axes, set)->count
             ? outlay_axes_members(&graph->axes, set)[index]
             : 0;
}
