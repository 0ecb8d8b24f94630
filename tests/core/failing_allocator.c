#include "failing_allocator.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Each block is a new one, so that a pointer kept across a resize is seen by the address
 * sanitizer, and its size must be told truly. */
static void *resize(void *context, void *pointer, size_t old_size, size_t new_size) {
  failing_allocator *memory = context;
  if (new_size == 0) {
    memory->live -= old_size;
    free(pointer);
    return NULL;
  }
  if (memory->failed && memory->sticky) return NULL;
  if (memory->countdown == 0) {
    memory->failed = true;
    memory->countdown = SIZE_MAX;
    return NULL;
  }
  if (memory->countdown != SIZE_MAX) memory->countdown--;
  void *block = malloc(new_size);
  if (block == NULL) abort();
  if (pointer != NULL) memcpy(block, pointer, old_size < new_size ? old_size : new_size);
  free(pointer);
  memory->live += new_size - old_size;
  return block;
}

void failing_allocator_arm(failing_allocator *memory, size_t countdown, bool sticky) {
  *memory = (failing_allocator){
      .allocator = {.resize = resize, .context = memory}, .countdown = countdown, .sticky = sticky};
}

void failing_allocator_disarm(failing_allocator *memory) {
  memory->countdown = SIZE_MAX;
  memory->sticky = false;
}
