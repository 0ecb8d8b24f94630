/* Numbers as people write them: 1.5, 2e25, 1_000_000, 1,234,567.8, 30k, 15.6T, 3 million. */
#ifndef OUTLAY_QUANTITY_NUMBER_H
#define OUTLAY_QUANTITY_NUMBER_H

#include "unit_lexer.h"

typedef struct outlay_number {
  double value;
  size_t end;       /* behind it and its magnitude */
  size_t unscaled;  /* behind the digits, before the magnitude */
  int32_t exponent; /* of ten in the magnitude that was written; 0 for none */
  bool attached_b;  /* the magnitude is a B right behind the digits */
} outlay_number;

/* Reads the number that begins at text[begin]. Does not depend on the locale. */
outlay_status outlay_number_read(const char *text, size_t begin, size_t end, outlay_number *out,
                                 outlay_error *error);

#endif
