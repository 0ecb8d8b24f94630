/* Quantities in text: a number, or an interval of two, with a unit. */
#ifndef OUTLAY_QUANTITY_H
#define OUTLAY_QUANTITY_H

#include "quantity_number.h"
#include "unit_grammar.h"

/* One bound of an interval, or the whole of a plain quantity. */
typedef struct outlay_amount {
  size_t begin, end; /* its bytes */
  outlay_number number;
  bool has_unit;
  outlay_unit unit;
} outlay_amount;

/* Reads text[begin, end): a number and perhaps a unit, with a currency sign before or a unit
 * after the number. */
outlay_status outlay_amount_read(outlay_units *units, const char *text, size_t begin, size_t end,
                                 outlay_amount *out, outlay_error *error);

#endif
