#if defined(__linux__)
#define _DEFAULT_SOURCE /* madvise */
#endif

#include "evaluate_memory.h"

#if defined(__linux__)
#include <sys/mman.h>
#endif

enum { ALIGNMENT = 64 };

/* Large memory is asked for in large pages: first writes then cost a small part of the time,
 * where they are a fifth of it with small ones. Only advice: a refusal does not matter. */
static void advise_large_pages(unsigned char *block, size_t size) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  enum { PAGE = 4096, LARGE_PAGE = 2 << 20 };
  if (size < 2 * (size_t)LARGE_PAGE) return;
  const size_t beyond = (size_t)((uintptr_t)block % PAGE);
  const size_t skip = beyond == 0 ? 0 : PAGE - beyond;
  (void)madvise(block + skip, (size - skip) / PAGE * PAGE, MADV_HUGEPAGE);
#else
  (void)block;
  (void)size;
#endif
}

bool outlay_column_memory_new(const outlay_allocator *allocator, size_t columns, size_t stride,
                              outlay_column_memory *out) {
  const size_t most = (SIZE_MAX - ALIGNMENT) / sizeof(double);
  if (stride != 0 && columns > most / stride) return false;
  const size_t size = columns * stride * sizeof(double) + ALIGNMENT;
  unsigned char *block = allocator->resize(allocator->context, NULL, 0, size);
  if (block == NULL) return false;
  advise_large_pages(block, size);
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
