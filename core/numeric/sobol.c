#include "sobol.h"

typedef struct dimension_choice {
  uint16_t polynomial, seed;
} dimension_choice;

/* Of dimensions 1, 2, ...; dimension 0 is van der Corput's sequence. */
static const dimension_choice choices[OUTLAY_SOBOL_DIMENSIONS - 1] = {
#include "sobol_table.inc"
};

uint64_t outlay_mix(uint64_t x) {
  x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
  return x ^ (x >> 31);
}

/* An odd number below 2^bits. */
static uint64_t first_direction(uint32_t dimension, uint32_t seed, uint32_t bits) {
  const uint64_t random = outlay_mix(((uint64_t)dimension << 32 | (uint64_t)seed << 8 | bits) *
                                     UINT64_C(0x9e3779b97f4a7c15));
  return bits == 1 ? 1 : (random >> (65 - bits)) << 1 | 1;
}

void outlay_sobol_recurrence(uint32_t dimension, uint32_t polynomial, uint32_t seed, size_t count,
                             uint64_t *directions) {
  uint32_t degree = 0;
  while ((polynomial >> (degree + 1)) != 0) degree++;
  for (size_t i = 0; i < count; i++) {
    if (i < degree) {
      directions[i] = first_direction(dimension, seed, (uint32_t)i + 1) << (63 - i);
      continue;
    }
    uint64_t next = directions[i - degree] ^ (directions[i - degree] >> degree);
    for (uint32_t k = 1; k < degree; k++) {
      if ((polynomial >> (degree - k) & 1) != 0) next ^= directions[i - k];
    }
    directions[i] = next;
  }
}

void outlay_sobol_directions(uint32_t dimension, size_t count, uint64_t *directions) {
  if (dimension == 0) {
    for (size_t i = 0; i < count; i++) directions[i] = UINT64_C(1) << (63 - i);
    return;
  }
  const dimension_choice choice = choices[dimension - 1];
  outlay_sobol_recurrence(dimension, choice.polynomial, choice.seed, count, directions);
}
