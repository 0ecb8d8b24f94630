/* The words of a unit expression. */
#ifndef OUTLAY_UNIT_LEXER_H
#define OUTLAY_UNIT_LEXER_H

#include "unit_text.h"

typedef enum outlay_token_kind {
  OUTLAY_TOKEN_END = 0,
  OUTLAY_TOKEN_NAME,   /* kWh, $, %, USD2024 */
  OUTLAY_TOKEN_NUMBER, /* digits, points and underscores */
  OUTLAY_TOKEN_TIMES,  /* * and the centred dots */
  OUTLAY_TOKEN_OVER,   /* / and "per" */
  OUTLAY_TOKEN_HYPHEN,
  OUTLAY_TOKEN_CARET,
  OUTLAY_TOKEN_RAISED, /* raised digits: its value is in `raised` */
  OUTLAY_TOKEN_OPEN,
  OUTLAY_TOKEN_CLOSE,
  OUTLAY_TOKEN_UNKNOWN
} outlay_token_kind;

typedef struct outlay_token {
  outlay_token_kind kind;
  size_t begin, end;
  int32_t raised;
} outlay_token;

/* The token at text[at] or after the blanks there; `end`: one past the last byte. */
outlay_token outlay_token_at(const char *text, size_t at, size_t end);

/* Bytes of the character at text[at] that can stand in a name, 0 if it cannot. */
size_t outlay_name_character(const char *text, size_t at, size_t end, bool first);

/* Bytes of the minus sign at text[at], 0 if there is none. */
size_t outlay_minus_length(const char *text, size_t at, size_t end);

/* Copies a name, with the micro sign as "u". False if it does not fit. */
bool outlay_name_copy(const char *text, size_t begin, size_t end, char *name, size_t size);

#endif
