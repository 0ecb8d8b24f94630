#include "strings.h"

#include <string.h>

void outlay_strings_init(outlay_strings *strings, const outlay_allocator *allocator) {
  *strings = (outlay_strings){.allocator = *allocator, .count = 1};
}

void outlay_strings_clear(outlay_strings *strings) {
  for (size_t i = 1; i < strings->count; i++) {
    outlay_memory_free(&strings->allocator, strings->texts[i], strlen(strings->texts[i]) + 1, 1);
  }
  outlay_memory_free(&strings->allocator, strings->texts, strings->capacity, sizeof(char *));
  outlay_memory_free(&strings->allocator, strings->table, strings->table_size, sizeof(uint32_t));
  outlay_strings_init(strings, &strings->allocator);
}

/* FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t hash_of(const char *text, size_t length) {
  uint64_t hash = 14695981039346656037U;
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * 1099511628211U;
  return hash ^ (hash >> 32);
}

/* The place of a text in the table, or the free place where it would go. */
static size_t place_of(const outlay_strings *strings, const char *text, size_t length) {
  const size_t mask = strings->table_size - 1;
  size_t place = (size_t)hash_of(text, length) & mask;
  for (; strings->table[place] != 0; place = (place + 1) & mask) {
    const char *there = strings->texts[strings->table[place]];
    if (strlen(there) == length && memcmp(there, text, length) == 0) break;
  }
  return place;
}

static bool grow_table(outlay_strings *strings) {
  const size_t old_size = strings->table_size;
  uint32_t *const old = strings->table;
  const size_t size = old_size == 0 ? 64 : old_size * 2;
  uint32_t *table = outlay_memory_new(&strings->allocator, size, sizeof *table);
  if (table == NULL) return false;
  strings->table = table;
  strings->table_size = size;
  for (size_t i = 0; i < old_size; i++) {
    if (old[i] == 0) continue;
    const char *text = strings->texts[old[i]];
    table[place_of(strings, text, strlen(text))] = old[i];
  }
  outlay_memory_free(&strings->allocator, old, old_size, sizeof *old);
  return true;
}

bool outlay_strings_intern(outlay_strings *strings, const char *text, size_t length,
                           uint32_t *out) {
  if (length == 0) {
    *out = 0;
    return true;
  }
  if (strings->count * 2 > strings->table_size && !grow_table(strings)) return false;
  const size_t place = place_of(strings, text, length);
  if (strings->table[place] != 0) {
    *out = strings->table[place];
    return true;
  }
  if (strings->count > UINT32_MAX - 1) return false;
  const size_t old_capacity = strings->capacity;
  if (!outlay_memory_reserve(&strings->allocator, (void **)&strings->texts, &strings->capacity,
                             strings->count + 1, sizeof(char *))) {
    return false;
  }
  if (old_capacity == 0) strings->texts[0] = NULL;
  char *copy = outlay_memory_new(&strings->allocator, length + 1, 1);
  if (copy == NULL) return false;
  memcpy(copy, text, length);
  strings->texts[strings->count] = copy;
  strings->table[place] = (uint32_t)strings->count;
  *out = (uint32_t)strings->count++;
  return true;
}

uint32_t outlay_strings_find(const outlay_strings *strings, const char *text, size_t length) {
  if (length == 0 || strings->table_size == 0) return 0;
  return strings->table[place_of(strings, text, length)];
}

const char *outlay_strings_get(const outlay_strings *strings, uint32_t id) {
  return id == 0 || id >= strings->count ? "" : strings->texts[id];
}
