/* The units that are there from the start, as data. */
#ifndef OUTLAY_UNIT_TABLE_H
#define OUTLAY_UNIT_TABLE_H

#include <stdint.h>

#include "unit_dimension.h"

/* A prefix and the set of prefixes that a unit takes. */
typedef struct outlay_prefix {
  const char *text;
  double factor;
  uint32_t set; /* the sets that it is in */
} outlay_prefix;

enum {
  OUTLAY_PREFIX_LARGE = 1,   /* k M G T P E */
  OUTLAY_PREFIX_LARGEST = 2, /* Z Y */
  OUTLAY_PREFIX_SMALL = 4,   /* m u n */
  OUTLAY_PREFIX_MONEY = 8,   /* k M B G T */
  OUTLAY_PREFIX_MANY = 16,   /* k M G T */
  OUTLAY_PREFIX_BINARY = 32, /* Ki Mi Gi Ti Pi */
  OUTLAY_PREFIX_KILO = 64    /* k */
};

/* Prefix 0 is none. In ascending order within each set; B stands before G, which is the same
 * amount, so that it is the one chosen for printing. */
extern const outlay_prefix outlay_prefixes[];
extern const size_t outlay_prefix_count;

typedef enum outlay_unit_sort {
  OUTLAY_UNIT_OF_BASE = 0,
  OUTLAY_UNIT_PER_SECOND, /* of the base dimension per second */
  OUTLAY_UNIT_NUMBER      /* without dimension */
} outlay_unit_sort;

typedef struct outlay_unit_row {
  const char *names; /* the unit's name, then others for the same, between blanks */
  double factor;     /* base units */
  outlay_base base;
  outlay_unit_sort sort;
  uint32_t prefixes; /* sets that the first of its names takes */
} outlay_unit_row;

extern const outlay_unit_row outlay_unit_rows[];
extern const size_t outlay_unit_row_count;

/* Counted things. */
typedef struct outlay_count_row {
  const char *names;   /* singular, plural, other plurals */
  const char *generic; /* the more general thing that this is a kind of, "" for none; then it is
                          no dimension of its own: a GPU is a chip */
  uint32_t prefixes;   /* sets that all of its names take */
} outlay_count_row;

extern const outlay_count_row outlay_count_rows[];
extern const size_t outlay_count_row_count;

typedef struct outlay_currency_row {
  const char *code;
  const char *sign; /* NULL for none */
} outlay_currency_row;

extern const outlay_currency_row outlay_currency_rows[];
extern const size_t outlay_currency_row_count;

/* Words that people write and that are no units here, with what to write instead. */
typedef struct outlay_misnomer {
  const char *word;
  const char *meaning; /* why it is not taken; NULL where it is only spelled otherwise */
  const char *advice;
} outlay_misnomer;

extern const outlay_misnomer outlay_misnomers[];
extern const size_t outlay_misnomer_count;

#endif
