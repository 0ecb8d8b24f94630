/* The uncertain inputs below a node, and copies in which they are drawn anew. */
#include <stdlib.h>
#include <string.h>

#include "graph.h"
#include "graph_walk.h"
#include "status.h"

static int by_number(const void *a, const void *b) {
  const outlay_node left = *(const outlay_node *)a, right = *(const outlay_node *)b;
  return (left > right) - (left < right);
}

outlay_status outlay_inputs_of(const outlay_graph *graph, outlay_node node, outlay_node *out,
                               size_t capacity, size_t *count, outlay_error *error) {
  outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  outlay_node_list below = {0};
  status = outlay_graph_walk(graph, &node, 1, outlay_graph_uncertain, false, &below, error);
  if (status == OUTLAY_OK) {
    size_t inputs = 0;
    for (size_t i = 0; i < below.count; i++) {
      if (graph->nodes[below.nodes[i]].operation != OUTLAY_INPUT) continue;
      below.nodes[inputs++] = below.nodes[i];
    }
    if (inputs > 0) qsort(below.nodes, inputs, sizeof *below.nodes, by_number);
    for (size_t i = 0; out != NULL && i < inputs && i < capacity; i++) out[i] = below.nodes[i];
    *count = inputs;
  }
  outlay_node_list_clear(&below, &graph->allocator);
  return status;
}

/* ---- copies ---- */

/* A stream and the one of its copy. */
typedef struct stream_copy {
  outlay_stream_name from, to;
} stream_copy;

typedef struct copying {
  outlay_graph *graph;
  stream_copy *streams; /* in the order of `from` */
  size_t stream_count, stream_capacity;
  const outlay_node *originals; /* ascending */
  outlay_node *copies;
  size_t count;
  outlay_error *error;
} copying;

/* A node's copy, or itself where it has none. */
static outlay_node copy_of(const copying *c, outlay_node node) {
  size_t low = 0, high = c->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (c->originals[middle] < node) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < c->count && c->originals[low] == node ? c->copies[low] : node;
}

static outlay_status copy_annotations(const copying *c, outlay_node from, outlay_node to) {
  outlay_annotations *annotations = &c->graph->annotations;
  for (int kind = 0; kind < OUTLAY_ANNOTATIONS; kind++) {
    const uint32_t text = outlay_annotations_find(annotations, from, (outlay_annotation)kind);
    if (text != 0 && !outlay_annotations_set(annotations, to, (outlay_annotation)kind, text)) {
      return outlay_fail_memory(c->error);
    }
  }
  return OUTLAY_OK;
}

/* ---- streams: inputs that share one do so in the copy, and correlated ones are correlated ---- */

static bool comes_before(outlay_stream_name a, outlay_stream_name b) {
  return a.draw < b.draw || (a.draw == b.draw && a.stream < b.stream);
}

/* The number of streams that were copied and come before this one. */
static size_t streams_before(const copying *c, outlay_stream_name name) {
  size_t low = 0, high = c->stream_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (comes_before(c->streams[middle].from, name)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

static const stream_copy *find_stream(const copying *c, outlay_stream_name name) {
  const size_t place = streams_before(c, name);
  if (place == c->stream_count || comes_before(name, c->streams[place].from)) return NULL;
  return &c->streams[place];
}

static outlay_status copy_stream(copying *c, outlay_stream_name from, uint32_t *to) {
  const stream_copy *known = find_stream(c, from);
  if (known != NULL) {
    *to = outlay_stream_number(known->to);
    return OUTLAY_OK;
  }
  if (!outlay_memory_reserve(&c->graph->allocator, (void **)&c->streams, &c->stream_capacity,
                             c->stream_count + 1, sizeof *c->streams)) {
    return outlay_fail_memory(c->error);
  }
  outlay_stream_name copy = {.draw = from.draw % 2 + 2 * OUTLAY_COPIES};
  const outlay_status status = outlay_stream_new(c->graph, copy.draw, &copy.stream, c->error);
  if (status != OUTLAY_OK) return status;
  const size_t place = streams_before(c, from);
  memmove(c->streams + place + 1, c->streams + place,
          (c->stream_count - place) * sizeof *c->streams);
  c->streams[place] = (stream_copy){.from = from, .to = copy};
  *to = outlay_stream_number(copy);
  c->stream_count++;
  return OUTLAY_OK;
}

static uint32_t group_of(const copying *c, outlay_stream_name name) {
  return c->graph->streams[name.draw].records[name.stream].group;
}

/* Correlates the copies of a group's members, in the group's order. */
static outlay_status copy_group(const copying *c, uint32_t number) {
  const outlay_group *group = &c->graph->groups.groups[number - 1];
  const size_t most = group->count;
  const outlay_allocator *memory = &c->graph->allocator;
  outlay_stream_name *names = outlay_memory_new(memory, most, sizeof *names);
  size_t *places = outlay_memory_new(memory, most, sizeof *places);
  double *matrix = outlay_memory_new(memory, most * most, sizeof *matrix);
  outlay_status status = OUTLAY_OK;
  if (names == NULL || places == NULL || matrix == NULL) {
    status = outlay_fail_memory(c->error);
  } else {
    size_t count = 0;
    for (size_t i = 0; i < most; i++) {
      const stream_copy *copied = find_stream(c, group->members[i]);
      if (copied == NULL) continue;
      places[count] = i;
      names[count++] = copied->to;
    }
    for (size_t i = 0; i < count * count; i++) {
      matrix[i] = group->matrix[places[i / count] * most + places[i % count]];
    }
    outlay_clash clash;
    if (count > 1) {
      status = outlay_streams_correlate(c->graph, names, count, matrix, &clash, c->error);
    }
  }
  outlay_memory_free(memory, names, most, sizeof *names);
  outlay_memory_free(memory, places, most, sizeof *places);
  outlay_memory_free(memory, matrix, most * most, sizeof *matrix);
  return status;
}

static outlay_status copy_groups(const copying *c) {
  for (size_t i = 0; i < c->stream_count; i++) {
    const uint32_t group = group_of(c, c->streams[i].from);
    if (group == 0 || group_of(c, c->streams[i].to) != 0) continue;
    const outlay_status status = copy_group(c, group);
    if (status != OUTLAY_OK) return status;
  }
  return OUTLAY_OK;
}

/* ---- nodes ---- */

/* Inputs and stacks: their arguments are in the pool. */
static outlay_status copy_many(copying *c, outlay_node_record *record, outlay_node *out) {
  const size_t count = record->many.count;
  outlay_node *arguments = outlay_memory_new(&c->graph->allocator, count, sizeof *arguments);
  if (arguments == NULL) return outlay_fail_memory(c->error);
  for (size_t i = 0; i < count; i++) {
    arguments[i] = copy_of(c, c->graph->pool[record->many.first + i]);
  }
  outlay_status status = OUTLAY_OK;
  if (record->operation == OUTLAY_INPUT) {
    status = copy_stream(c, outlay_graph_stream(record), &record->many.stream);
  }
  if (status == OUTLAY_OK) {
    status = outlay_graph_add_many(c->graph, record, arguments, count, out, c->error);
  }
  outlay_memory_free(&c->graph->allocator, arguments, count, sizeof *arguments);
  return status;
}

static outlay_status copy_node(copying *c, outlay_node original, outlay_node *out) {
  const outlay_place place = outlay_graph_place_of(c->graph, original);
  c->graph->file = place.file;
  c->graph->line = place.line;
  outlay_node_record record = *outlay_graph_node(c->graph, original);
  outlay_status status = OUTLAY_OK;
  if (record.operation == OUTLAY_INPUT || record.operation == OUTLAY_STACK) {
    status = copy_many(c, &record, out);
  } else {
    for (uint8_t i = 0; i < record.arity; i++) record.word[i] = copy_of(c, record.word[i]);
    status = outlay_graph_add(c->graph, &record, out, c->error);
  }
  return status == OUTLAY_OK ? copy_annotations(c, original, *out) : status;
}

static outlay_status copy_all(copying *c) {
  const uint32_t file = c->graph->file, line = c->graph->line;
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < c->count; i++) {
    status = copy_node(c, c->originals[i], &c->copies[i]);
  }
  c->graph->file = file;
  c->graph->line = line;
  return status == OUTLAY_OK ? copy_groups(c) : status;
}

outlay_status outlay_fresh(outlay_graph *graph, outlay_node node, outlay_node *out,
                           outlay_error *error) {
  outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  outlay_node_list below = {0};
  outlay_node *copies = NULL;
  status = outlay_graph_walk(graph, &node, 1, outlay_graph_uncertain, false, &below, error);
  if (status == OUTLAY_OK) {
    copies = outlay_memory_new(&graph->allocator, below.count, sizeof *copies);
    if (copies == NULL) status = outlay_fail_memory(error);
  }
  if (status == OUTLAY_OK) {
    if (below.count > 0) qsort(below.nodes, below.count, sizeof *below.nodes, by_number);
    copying c = {.graph = graph,
                 .originals = below.nodes,
                 .copies = copies,
                 .count = below.count,
                 .error = error};
    status = copy_all(&c);
    if (status == OUTLAY_OK) *out = copy_of(&c, node);
    outlay_memory_free(&graph->allocator, c.streams, c.stream_capacity, sizeof *c.streams);
  }
  outlay_memory_free(&graph->allocator, copies, below.count, sizeof *copies);
  outlay_node_list_clear(&below, &graph->allocator);
  return status;
}
