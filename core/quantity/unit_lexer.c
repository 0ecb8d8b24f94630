#include "unit_lexer.h"

#include <string.h>

static const char *const micro_signs[] = {"\xC2\xB5", "\xCE\xBC"};
static const char *const currency_signs[] = {"\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5"};
static const char *const times_signs[] = {"*", "\xC2\xB7", "\xE2\x8B\x85", "\xC3\x97"};
static const char *const raised_digits[] = {
    "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
    "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
static const char raised_minus[] = "\xE2\x81\xBB";
static const char minus_sign[] = "\xE2\x88\x92";

/* The length of the one of `marks` that stands at text[at]; 0 for none. */
static size_t mark_length(const char *text, size_t at, size_t end, const char *const *marks,
                          size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (outlay_stands_at(text, at, end, marks[i])) return strlen(marks[i]);
  }
  return 0;
}

size_t outlay_name_character(const char *text, size_t at, size_t end, bool first) {
  if (at >= end) return 0;
  const char c = text[at];
  if (outlay_is_letter(c) || c == '$') return 1;
  if (outlay_is_digit(c) || c == '_') return first ? 0 : 1;
  const size_t micro = mark_length(text, at, end, micro_signs, 2);
  return micro != 0 ? micro : mark_length(text, at, end, currency_signs, 3);
}

size_t outlay_minus_length(const char *text, size_t at, size_t end) {
  if (at < end && text[at] == '-') return 1;
  return outlay_stands_at(text, at, end, minus_sign) ? sizeof minus_sign - 1 : 0;
}

bool outlay_name_copy(const char *text, size_t begin, size_t end, char *name, size_t size) {
  size_t length = 0;
  for (size_t at = begin; at < end;) {
    if (length + 1 >= size) return false;
    const size_t micro = mark_length(text, at, end, micro_signs, 2);
    name[length++] = micro != 0 ? 'u' : text[at];
    at += micro != 0 ? micro : 1;
  }
  name[length] = '\0';
  return true;
}

static outlay_token name_at(const char *text, size_t at, size_t end) {
  outlay_token token = {.kind = OUTLAY_TOKEN_NAME, .begin = at};
  size_t length;
  while ((length = outlay_name_character(text, at, end, at == token.begin)) != 0) at += length;
  token.end = at;
  if (at - token.begin == 3 && memcmp(text + token.begin, "per", 3) == 0) {
    token.kind = OUTLAY_TOKEN_OVER;
  }
  return token;
}

static outlay_token number_at(const char *text, size_t at, size_t end) {
  outlay_token token = {.kind = OUTLAY_TOKEN_NUMBER, .begin = at};
  while (at < end && (outlay_is_digit(text[at]) || text[at] == '.' || text[at] == '_')) at++;
  token.end = at;
  return token;
}

/* Raised digits with a raised minus before them; a token of no length if there are none. */
static outlay_token raised_at(const char *text, size_t at, size_t end) {
  outlay_token token = {.kind = OUTLAY_TOKEN_RAISED, .begin = at, .end = at};
  const bool negative = outlay_stands_at(text, at, end, raised_minus);
  if (negative) at += sizeof raised_minus - 1;
  for (size_t digit = 0; digit < 10;) {
    if (!outlay_stands_at(text, at, end, raised_digits[digit])) {
      digit++;
      continue;
    }
    at += strlen(raised_digits[digit]);
    if (token.raised < 100000) token.raised = token.raised * 10 + (int32_t)digit;
    token.end = at;
    digit = 0;
  }
  if (negative) token.raised = -token.raised;
  return token;
}

static outlay_token_kind kind_of(char c) {
  switch (c) {
    case '/':
      return OUTLAY_TOKEN_OVER;
    case '-':
      return OUTLAY_TOKEN_HYPHEN;
    case '^':
      return OUTLAY_TOKEN_CARET;
    case '(':
      return OUTLAY_TOKEN_OPEN;
    case ')':
      return OUTLAY_TOKEN_CLOSE;
    case '%':
      return OUTLAY_TOKEN_NAME;
    default:
      return OUTLAY_TOKEN_UNKNOWN;
  }
}

outlay_token outlay_token_at(const char *text, size_t at, size_t end) {
  size_t blank;
  while ((blank = outlay_blank_length(text, at, end)) != 0) at += blank;
  outlay_token token = {.kind = OUTLAY_TOKEN_END, .begin = at, .end = at};
  if (at >= end) return token;
  if (outlay_name_character(text, at, end, true) != 0) return name_at(text, at, end);
  if (outlay_is_digit(text[at]) || text[at] == '.') return number_at(text, at, end);
  const size_t times = mark_length(text, at, end, times_signs, 4);
  if (times != 0) {
    token.kind = OUTLAY_TOKEN_TIMES;
    token.end = at + times;
    return token;
  }
  token = raised_at(text, at, end);
  if (token.end > at) return token;
  token.kind = kind_of(text[at]);
  token.end = at + 1;
  /* The whole of a character that is longer than a byte, so that a message can quote it. */
  while (((unsigned char)text[at] & 0x80) != 0 && token.end < end &&
         ((unsigned char)text[token.end] & 0xC0) == 0x80) {
    token.end++;
  }
  return token;
}
