/* Names, sources, notes and layers of nodes: a table beside the graph, since few nodes have
 * any. Texts are interned in the graph's strings. */
#ifndef OUTLAY_ANNOTATION_H
#define OUTLAY_ANNOTATION_H

#include <stdbool.h>

#include "memory.h"

typedef struct outlay_annotation_entry {
  uint64_t key;  /* node and kind; 0 is free */
  uint32_t text; /* interned */
} outlay_annotation_entry;

typedef struct outlay_annotations {
  outlay_allocator allocator;
  outlay_annotation_entry *table; /* open addressing */
  size_t table_size, count;
} outlay_annotations;

void outlay_annotations_init(outlay_annotations *annotations, const outlay_allocator *allocator);
void outlay_annotations_clear(outlay_annotations *annotations);

/* The node's own text of this kind, 0 for none. */
uint32_t outlay_annotations_find(const outlay_annotations *annotations, outlay_node node,
                                 outlay_annotation kind);
/* Sets it; false when out of memory. */
bool outlay_annotations_set(outlay_annotations *annotations, outlay_node node,
                            outlay_annotation kind, uint32_t text);

#endif
