/* The uncertain inputs below a node, and copies in which they are drawn anew. */
#include <stdlib.h>
#include <string.h>

#include "graph_copy.h"
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
  outlay_error *error;
} copying;

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

static outlay_status copy_stream(void *context, outlay_stream_name from, uint32_t *to) {
  copying *c = context;
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

static outlay_status copy_all(const outlay_copying *nodes, const copying *streams) {
  const uint32_t file = nodes->graph->file, line = nodes->graph->line;
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < nodes->count; i++) {
    status = outlay_copy_node(nodes, nodes->originals[i], &nodes->copies[i]);
  }
  nodes->graph->file = file;
  nodes->graph->line = line;
  return status == OUTLAY_OK ? copy_groups(streams) : status;
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
    copying c = {.graph = graph, .error = error};
    const outlay_copying nodes = {.graph = graph,
                                  .originals = below.nodes,
                                  .copies = copies,
                                  .count = below.count,
                                  .stream = copy_stream,
                                  .context = &c,
                                  .error = error};
    status = copy_all(&nodes, &c);
    if (status == OUTLAY_OK) *out = outlay_copy_of(&nodes, node);
    outlay_memory_free(&graph->allocator, c.streams, c.stream_capacity, sizeof *c.streams);
  }
  outlay_memory_free(&graph->allocator, copies, below.count, sizeof *copies);
  outlay_node_list_clear(&below, &graph->allocator);
  return status;
}
