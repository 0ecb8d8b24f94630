/* Interned strings: each text is kept once and known by a number; 0 is "". */
#ifndef OUTLAY_STRINGS_H
#define OUTLAY_STRINGS_H

#include "memory.h"

typedef struct outlay_strings {
  outlay_allocator allocator;
  char **texts; /* texts[0] is NULL and stands for "" */
  size_t count, capacity;
  uint32_t *table; /* open addressing; 0 is free */
  size_t table_size;
} outlay_strings;

void outlay_strings_init(outlay_strings *strings, const outlay_allocator *allocator);
void outlay_strings_clear(outlay_strings *strings);

/* The number of `text` of `length` bytes; false when out of memory. */
bool outlay_strings_intern(outlay_strings *strings, const char *text, size_t length, uint32_t *out);
/* The number of a text if it is there, else 0. */
uint32_t outlay_strings_find(const outlay_strings *strings, const char *text, size_t length);
const char *outlay_strings_get(const outlay_strings *strings, uint32_t id);

#endif
