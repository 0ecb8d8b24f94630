/* Dimensions: products of base dimensions to rational powers, each kept once, so that two
 * values have the same dimension exactly if their numbers are equal. 0 is dimensionless.
 *
 * Powers are held in twelfths: square, cube and fourth roots and their mixtures are exact. A
 * graph multiplies dimensions for each of its nodes, so products are remembered. */
#ifndef OUTLAY_UNIT_DIMENSION_H
#define OUTLAY_UNIT_DIMENSION_H

#include <stdbool.h>

#include "memory.h"
#include "status.h"
#include "strings.h"

/* The base dimensions that are no counted things. Counted things follow. */
typedef enum outlay_base {
  OUTLAY_BASE_MONEY = 0,
  OUTLAY_BASE_ENERGY,
  OUTLAY_BASE_TIME,
  OUTLAY_BASE_DATA,
  OUTLAY_BASE_FLOP,
  OUTLAY_BASE_LENGTH,
  OUTLAY_BASE_MASS,
  OUTLAY_BASE_COUNTED /* the first counted thing */
} outlay_base;

enum {
  OUTLAY_WHOLE_POWER = 12,            /* twelfths in a power of one */
  OUTLAY_POWER_MAX = 12 * 1000,       /* twelfths, either sign */
  OUTLAY_POWERS_MAX = 32,             /* base dimensions in one product */
  OUTLAY_DIMENSION_MEMORIES = 1 << 10 /* remembered products */
};

typedef struct outlay_power {
  uint16_t base;
  int16_t twelfths; /* never 0 */
} outlay_power;

typedef struct outlay_product {
  uint32_t a, b; /* b's highest bit: divided by */
  outlay_dimension result;
} outlay_product;

typedef struct outlay_dimensions {
  outlay_allocator allocator;
  outlay_strings bases; /* base b has the text of number b + 1 */
  outlay_power *powers; /* of all dimensions, each sorted by base */
  size_t power_count, power_capacity;
  size_t *ends; /* dimension d has powers ends[d - 1] .. ends[d] */
  size_t count, capacity;
  outlay_dimension *table; /* open addressing by content; 0 is free */
  size_t table_size;
  outlay_product memory[OUTLAY_DIMENSION_MEMORIES];
} outlay_dimensions;

outlay_status outlay_dimensions_init(outlay_dimensions *dimensions,
                                     const outlay_allocator *allocator);
void outlay_dimensions_clear(outlay_dimensions *dimensions);

/* A new base dimension and the dimension of its first power. The same name again gives the
 * same one. */
outlay_status outlay_dimensions_base(outlay_dimensions *dimensions, const char *name,
                                     outlay_dimension *out, outlay_error *error);

/* The powers of a dimension; `count` of them. */
const outlay_power *outlay_dimension_powers(const outlay_dimensions *dimensions,
                                            outlay_dimension dimension, size_t *count);

outlay_status outlay_dimensions_multiply(outlay_dimensions *dimensions, outlay_dimension a,
                                         outlay_dimension b, bool divide, outlay_dimension *out,
                                         outlay_error *error);
outlay_status outlay_dimensions_power(outlay_dimensions *dimensions, outlay_dimension a,
                                      int32_t numerator, int32_t denominator, outlay_dimension *out,
                                      outlay_error *error);
size_t outlay_dimensions_text(const outlay_dimensions *dimensions, outlay_dimension dimension,
                              char *buffer, size_t size);

#endif
