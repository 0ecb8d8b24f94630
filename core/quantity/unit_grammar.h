/* The grammar of units, which docs/guide/units.md describes:
 *
 *   expression = ["1" "/" | "/"] term { ("*" | "/" | "per") term }
 *   term       = factor { "-" factor }
 *   factor     = (name | "(" expression ")") [exponent]
 *   exponent   = "^" integer | "^(" integer ["/" integer] ")" | raised digits
 *
 * A hyphen binds tighter than a slash: USD/GPU-h is dollars per GPU-hour. */
#ifndef OUTLAY_UNIT_GRAMMAR_H
#define OUTLAY_UNIT_GRAMMAR_H

#include "unit.h"
#include "unit_lexer.h"

/* A name that stands before the number, as the sign in "$30k/GPU". */
typedef struct outlay_leading_name {
  size_t begin, end; /* equal: there is none */
} outlay_leading_name;

/* Reads text[begin, end). With a leading name the rest may be empty or go on with "/". */
outlay_status outlay_unit_grammar(outlay_units *units, const char *text, size_t begin, size_t end,
                                  outlay_leading_name leading, outlay_expression *out,
                                  outlay_error *error);

/* What a name means: the form, with the date of a currency. `*end` moves behind the month of
 * "USD2024-06", where the name itself ends at the year. */
outlay_status outlay_unit_name(outlay_units *units, const char *text, size_t begin, size_t *end,
                               size_t limit, outlay_factor *out, outlay_error *error);

#endif
