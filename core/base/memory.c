#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void *standard_resize(void *context, void *pointer, size_t old_size, size_t new_size) {
  (void)context;
  (void)old_size;
  if (new_size == 0) {
    free(pointer);
    return NULL;
  }
  return realloc(pointer, new_size);
}

outlay_allocator outlay_memory_or_default(const outlay_allocator *allocator) {
  if (allocator != NULL) return *allocator;
  return (outlay_allocator){.resize = standard_resize, .context = NULL};
}

void *outlay_memory_new(const outlay_allocator *allocator, size_t count, size_t size) {
  if (count == 0) count = 1;
  if (size == 0 || count > SIZE_MAX / size) return NULL;
  void *memory = allocator->resize(allocator->context, NULL, 0, count * size);
  if (memory != NULL) memset(memory, 0, count * size);
  return memory;
}

void outlay_memory_free(const outlay_allocator *allocator, void *pointer, size_t count,
                        size_t size) {
  if (pointer == NULL) return;
  if (count == 0) count = 1;
  (void)allocator->resize(allocator->context, pointer, count * size, 0);
}

bool outlay_memory_reserve(const outlay_allocator *allocator, void **array, size_t *capacity,
                           size_t needed, size_t size) {
  if (needed <= *capacity) return true;
  size_t room = *capacity < 8 ? 8 : *capacity;
  while (room < needed) {
    if (room > SIZE_MAX / 2) return false;
    room *= 2;
  }
  if (room > SIZE_MAX / size) return false;
  void *grown = allocator->resize(allocator->context, *array, *capacity * size, room * size);
  if (grown == NULL) return false;
  *array = grown;
  *capacity = room;
  return true;
}
