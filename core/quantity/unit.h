/* The registry of units: names, what they mean, and the unit expressions made from them. */
#ifndef OUTLAY_UNIT_H
#define OUTLAY_UNIT_H

#include "money.h"
#include "unit_dimension.h"
#include "unit_table.h"

enum { OUTLAY_FACTORS_MAX = 32 }; /* units in one expression */

/* What a unit's name means without a prefix. Numbers of symbols start at 1. */
typedef struct outlay_symbol {
  uint32_t name; /* number in `names` */
  double factor; /* base units */
  outlay_dimension dimension;
  outlay_money money;  /* for a currency, its kind without a date */
  uint32_t currency;   /* number of its code; 0 where the symbol is no currency */
  uint32_t prefixes;   /* sets */
  bool counted;        /* a counted thing, not a measure */
  uint32_t written_as; /* the currency printed for a sign: USD for "$"; else itself */
  uint32_t singular;   /* itself, or the symbol of which it is a plural */
  uint32_t generic;    /* the singular thing that it is a kind of: chip for GPU; else singular */
  uint32_t seen;       /* of a generic thing: the kind of it that was written, 0 for none, itself
                          for several */
} outlay_symbol;

/* A name as it can be written, with the prefix in it. By number in `names`. */
typedef struct outlay_form {
  uint32_t symbol; /* 0: not a unit */
  uint32_t prefix; /* into outlay_prefixes */
} outlay_form;

/* One name in an expression. */
typedef struct outlay_factor {
  uint32_t symbol;
  uint32_t prefix;
  outlay_money money;  /* with the date that was attached; 0 where there is no money */
  int32_t twelfths;    /* power */
  uint32_t begin, end; /* where its name and date stand in the text of the expression */
} outlay_factor;

/* An expression as parsed: its names, and its text in one form whatever the blanks were. */
typedef struct outlay_expression {
  outlay_factor factors[OUTLAY_FACTORS_MAX];
  size_t count;
  char text[2048]; /* OUTLAY_UNIT_TEXT_MAX and its end */
  size_t length;
} outlay_expression;

/* A unit expression that is kept; its number is that of its text. */
typedef struct outlay_unit_entry {
  double factor;
  outlay_dimension dimension;
  outlay_money money;
  size_t first; /* its factors in the pool */
  size_t count;
} outlay_unit_entry;

struct outlay_units {
  outlay_allocator allocator;
  outlay_dimensions dimensions;
  outlay_moneys moneys;

  outlay_strings names;
  outlay_form *forms;
  size_t form_capacity;
  uint32_t *alphabet; /* numbers of names that are forms, in alphabetical order */
  size_t alphabet_count, alphabet_capacity;
  outlay_symbol *symbols;
  size_t symbol_count, symbol_capacity;

  outlay_strings texts;
  outlay_unit_entry *entries;
  size_t entry_count, entry_capacity;
  outlay_factor *factors;
  size_t factor_count, factor_capacity;

  outlay_unit *scale; /* the units that printing chooses from: outlay_scale_rows */
  size_t scale_count;
};

/* The form of a name of `length` bytes; symbol 0 where it is not known. */
outlay_form outlay_units_find(const outlay_units *units, const char *name, size_t length);
const char *outlay_symbol_name(const outlay_units *units, uint32_t symbol);

/* Adds a symbol under a name, with a form for each of its prefixes. `symbol` is complete but
 * for name, written_as, singular and generic where these are 0. The name must be free. */
outlay_status outlay_units_add(outlay_units *units, const char *name, outlay_symbol symbol,
                               uint32_t *out, outlay_error *error);
/* Adds the units of unit_table.h. */
outlay_status outlay_units_fill(outlay_units *units);
outlay_status outlay_units_add_count(outlay_units *units, const char *name, uint32_t generic,
                                     uint32_t prefixes, uint32_t *out, outlay_error *error);
outlay_status outlay_units_add_plural(outlay_units *units, const char *name, uint32_t singular,
                                      outlay_error *error);
outlay_status outlay_units_add_currency(outlay_units *units, const char *code, const char *sign,
                                        outlay_error *error);

/* Fails with what is known about a name that is no unit. */
outlay_status outlay_unit_unknown(const outlay_units *units, const char *text, size_t begin,
                                  size_t end, outlay_error *error);

/* The number of an expression. */
outlay_status outlay_unit_intern(outlay_units *units, const outlay_expression *expression,
                                 outlay_unit *out, outlay_error *error);
/* NULL for a number that is no unit; `count` may be 0. */
const outlay_unit_entry *outlay_unit_entry_of(const outlay_units *units, outlay_unit unit);

#endif
