#include "annotation.h"

#include <string.h>

#include "graph.h"
#include "status.h"

void outlay_annotations_init(outlay_annotations *annotations, const outlay_allocator *allocator) {
  *annotations = (outlay_annotations){.allocator = *allocator};
}

void outlay_annotations_clear(outlay_annotations *annotations) {
  outlay_memory_free(&annotations->allocator, annotations->table, annotations->table_size,
                     sizeof *annotations->table);
}

static uint64_t key_of(outlay_node node, outlay_annotation kind) {
  return (uint64_t)node * OUTLAY_ANNOTATIONS + (uint64_t)kind;
}

/* The entry of a key, or the free one where it would go. */
static outlay_annotation_entry *entry_of(const outlay_annotations *annotations, uint64_t key) {
  const size_t mask = annotations->table_size - 1;
  size_t place = (size_t)((key * 0x9E3779B97F4A7C15U) >> 32) & mask;
  while (annotations->table[place].key != 0 && annotations->table[place].key != key) {
    place = (place + 1) & mask;
  }
  return &annotations->table[place];
}

static bool grow(outlay_annotations *annotations) {
  const size_t old_size = annotations->table_size;
  outlay_annotation_entry *const old = annotations->table;
  const size_t size = old_size == 0 ? 64 : old_size * 2;
  outlay_annotation_entry *table = outlay_memory_new(&annotations->allocator, size, sizeof *table);
  if (table == NULL) return false;
  annotations->table = table;
  annotations->table_size = size;
  for (size_t i = 0; i < old_size; i++) {
    if (old[i].key != 0) *entry_of(annotations, old[i].key) = old[i];
  }
  outlay_memory_free(&annotations->allocator, old, old_size, sizeof *old);
  return true;
}

uint32_t outlay_annotations_find(const outlay_annotations *annotations, outlay_node node,
                                 outlay_annotation kind) {
  if (annotations->table_size == 0) return 0;
  return entry_of(annotations, key_of(node, kind))->text;
}

bool outlay_annotations_set(outlay_annotations *annotations, outlay_node node,
                            outlay_annotation kind, uint32_t text) {
  if ((annotations->count + 1) * 2 > annotations->table_size && !grow(annotations)) return false;
  const uint64_t key = key_of(node, kind);
  outlay_annotation_entry *entry = entry_of(annotations, key);
  if (entry->key == 0) annotations->count++;
  *entry = (outlay_annotation_entry){.key = key, .text = text};
  return true;
}

/* ---- the graph's interface ---- */

/* Another name for a node; the same text on the same node is the same alias. */
static outlay_status make_alias(outlay_graph *graph, outlay_node node, outlay_annotation kind,
                                uint32_t text, outlay_node *out, outlay_error *error) {
  outlay_node_record record = *outlay_graph_node(graph, node);
  record.operation = OUTLAY_ALIAS;
  record.detail = 0;
  record.arity = 1;
  record.word[0] = node;
  record.word[1] = (uint32_t)kind;
  record.word[2] = text;
  record.word[3] = 0;
  if (outlay_graph_condition(graph, node)) record.flags |= OUTLAY_CONDITION;
  return outlay_graph_add(graph, &record, out, error);
}

outlay_status outlay_annotate(outlay_graph *graph, outlay_node node, outlay_annotation kind,
                              const char *text, outlay_node *out, outlay_error *error) {
  outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  if ((unsigned)kind >= OUTLAY_ANNOTATIONS || text == NULL) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "an annotation needs a kind and a text");
  }
  uint32_t id = 0;
  if (!outlay_strings_intern(&graph->strings, text, strlen(text), &id)) {
    return outlay_fail_memory(error);
  }
  const uint32_t own = outlay_annotations_find(&graph->annotations, node, kind);
  /* A plain number is one node wherever it is written, so it never carries a text itself. */
  const bool shared = outlay_graph_node(graph, node)->operation == OUTLAY_CONSTANT;
  outlay_node carrier = node;
  if (own != id && (own != 0 || shared)) {
    status = make_alias(graph, node, kind, id, &carrier, error);
    if (status != OUTLAY_OK) return status;
  }
  if (own != id && !outlay_annotations_set(&graph->annotations, carrier, kind, id)) {
    return outlay_fail_memory(error);
  }
  *out = carrier;
  return OUTLAY_OK;
}

const char *outlay_annotation_of(const outlay_graph *graph, outlay_node node,
                                 outlay_annotation kind) {
  if (node == 0 || node >= graph->count || (unsigned)kind >= OUTLAY_ANNOTATIONS) return "";
  for (;;) {
    const uint32_t text = outlay_annotations_find(&graph->annotations, node, kind);
    if (text != 0) return outlay_strings_get(&graph->strings, text);
    if (outlay_graph_node(graph, node)->operation != OUTLAY_ALIAS) return "";
    node = outlay_graph_node(graph, node)->word[0];
  }
}
