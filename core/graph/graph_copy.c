#include "graph_copy.h"

#include "status.h"

outlay_node outlay_copy_of(const outlay_copying *c, outlay_node node) {
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

static outlay_status copy_annotations(const outlay_copying *c, outlay_node from, outlay_node to) {
  outlay_annotations *annotations = &c->graph->annotations;
  for (int kind = 0; kind < OUTLAY_ANNOTATIONS; kind++) {
    const uint32_t text = outlay_annotations_find(annotations, from, (outlay_annotation)kind);
    if (text != 0 && !outlay_annotations_set(annotations, to, (outlay_annotation)kind, text)) {
      return outlay_fail_memory(c->error);
    }
  }
  return OUTLAY_OK;
}

/* Inputs and stacks: their arguments are in the pool. */
static outlay_status copy_many(const outlay_copying *c, outlay_node_record *record,
                               outlay_node *out) {
  const size_t count = record->many.count;
  outlay_node *arguments = outlay_memory_new(&c->graph->allocator, count, sizeof *arguments);
  if (arguments == NULL) return outlay_fail_memory(c->error);
  for (size_t i = 0; i < count; i++) {
    arguments[i] = outlay_copy_of(c, c->graph->pool[record->many.first + i]);
  }
  outlay_status status = OUTLAY_OK;
  if (record->operation == OUTLAY_INPUT && c->stream != NULL) {
    status = c->stream(c->context, outlay_graph_stream(record), &record->many.stream);
  }
  if (status == OUTLAY_OK) {
    status = outlay_graph_add_many(c->graph, record, arguments, count, out, c->error);
  }
  outlay_memory_free(&c->graph->allocator, arguments, count, sizeof *arguments);
  return status;
}

/* Whether the copy has an input below it: the nodes in the places of others may have none. */
static void mark_uncertain(const outlay_copying *c, outlay_node original,
                           outlay_node_record *record) {
  if (record->operation == OUTLAY_INPUT || record->operation == OUTLAY_STATISTIC) return;
  record->flags &= (uint8_t)~OUTLAY_UNCERTAIN;
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(c->graph, original, &count);
  for (size_t i = 0; i < count; i++) {
    record->flags |= c->graph->nodes[outlay_copy_of(c, arguments[i])].flags & OUTLAY_UNCERTAIN;
  }
}

outlay_status outlay_copy_node(const outlay_copying *c, outlay_node original, outlay_node *out) {
  const outlay_place place = outlay_graph_place_of(c->graph, original);
  c->graph->file = place.file;
  c->graph->line = place.line;
  outlay_node_record record = *outlay_graph_node(c->graph, original);
  mark_uncertain(c, original, &record);
  outlay_status status = OUTLAY_OK;
  if (record.operation == OUTLAY_INPUT || record.operation == OUTLAY_STACK) {
    status = copy_many(c, &record, out);
  } else if (record.operation == OUTLAY_STATISTIC) {
    record.number.argument = outlay_copy_of(c, record.number.argument);
    status = outlay_graph_add(c->graph, &record, out, c->error);
  } else {
    for (uint8_t i = 0; i < record.arity; i++) record.word[i] = outlay_copy_of(c, record.word[i]);
    status = outlay_graph_add(c->graph, &record, out, c->error);
  }
  return status == OUTLAY_OK ? copy_annotations(c, original, *out) : status;
}
