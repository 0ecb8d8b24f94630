/* Sobol's sequence (USSR Computational Mathematics and Mathematical Physics 7, 1967): directions of
 * OUTLAY_SOBOL_DIMENSIONS dimensions, from primitive polynomials of degree up to 13 over the field
 * of two elements, in the order of their degree, and first directions that were chosen by search
 * (tests/tools/sobol_search.c says how). */
#ifndef OUTLAY_SOBOL_H
#define OUTLAY_SOBOL_H

#include <stddef.h>
#include <stdint.h>

enum { OUTLAY_SOBOL_DIMENSIONS = 1111 };

/* The directions of the bits of an index, highest digit first in each word. dimension is below
 * OUTLAY_SOBOL_DIMENSIONS, count at most 64. */
void outlay_sobol_directions(uint32_t dimension, size_t count, uint64_t *directions);

/* The same from a polynomial (its bits, the highest power's first and the constant last) and the
 * number that the first directions are made from. */
void outlay_sobol_recurrence(uint32_t dimension, uint32_t polynomial, uint32_t seed, size_t count,
                             uint64_t *directions);

/* A mixing of 64 bits: SplitMix64's output function (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014). */
uint64_t outlay_mix(uint64_t x);

#endif
