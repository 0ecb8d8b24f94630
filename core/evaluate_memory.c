#include "evaluate_memory.h"

enum { ALIGNMENT = 64 };

bool outlay_column_memory_new(const outlay_allocator *allocator, size_t columns, size_t stride,
                              outlay_column_memory *out) {
  const size_t most = (SIZE_MAX - ALIGNMENT) / sizeof(double);
  if (stride != 0 && columns > most / stride) return false;
  const size_t size = columns * stride * sizeof(double) + ALIGNMENT;
  unsigned char *block = allocator->resize(allocator->context, NULL, 0, size);
  if (block == NULL) return false;
  const size_t beyond = (size_t)((uintptr_t)block % ALIGNMENT);
  const size_t skip = beyond == 0 ? 0 : ALIGNMENT - beyond;
  *out = (outlay_column_memory){
      .data = (double *)(void *)(block + skip), .block = block, .size = size};
  return true;
}

void outlay_column_memory_free(const outlay_allocator *allocator, outlay_column_memory *memory) {
  outlay_memory_free(allocator, memory->block, memory->size, 1);
  *memory = (outlay_column_memory){0};
}
