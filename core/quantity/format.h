/* Printing as a person would: which unit, and how many digits. */
#ifndef OUTLAY_FORMAT_H
#define OUTLAY_FORMAT_H

#include "unit.h"

/* Writes a number with the digits that `spread` supports (0: as an exact one). `counted`: from a
 * million on with M, B or T behind it, as "30.8M". Returns the length it would need. */
size_t outlay_format_number(double value, double spread, bool counted, char *buffer, size_t size);

/* A unit that printing may choose: the first of its dimension in which the number stays below
 * `limit`, else the last of its dimension. */
typedef struct outlay_scale_row {
  const char *unit; /* with USD for any money and chip for any kind of chip */
  double limit;
} outlay_scale_row;

extern const outlay_scale_row outlay_scale_rows[];
extern const size_t outlay_scale_row_count;

/* Parses the rows into units->scale. */
outlay_status outlay_scale_prepare(outlay_units *units);

/* Changes to make in a unit when it is written anew. */
typedef struct outlay_rewriting {
  outlay_money money; /* the kind to put for each currency; 0: keep */
  bool kinds;         /* put the kind of a generic thing that the author uses */
  size_t prefix_at;   /* the factor that gets `prefix`; SIZE_MAX for none */
  uint32_t prefix;
} outlay_rewriting;

outlay_status outlay_unit_rewrite(outlay_units *units, outlay_unit unit, outlay_rewriting changes,
                                  outlay_unit *out, outlay_error *error);
/* The unit with another prefix, such that the number is 1 to 1,000 or as near as can be; the same
 * unit where it takes no prefix. */
outlay_status outlay_unit_reprefix(outlay_units *units, double value, outlay_unit unit,
                                   outlay_unit *out, outlay_error *error);
/* A product of base units for a dimension that has no row. */
outlay_status outlay_unit_compose(outlay_units *units, outlay_dimension dimension,
                                  outlay_money money, outlay_unit *out, outlay_error *error);

/* The name that the author uses for a counted thing: GPU for chip. */
uint32_t outlay_symbol_as_written(const outlay_units *units, uint32_t symbol);
/* True if numbers of this unit are written 30.8M: of counted things, and plain numbers. */
bool outlay_unit_is_counted(const outlay_units *units, outlay_unit unit);

#endif
