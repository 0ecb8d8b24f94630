#include "quantity_number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_MAX = 100, EXPONENT_MAX = 99999 };

typedef struct magnitude {
  const char *word;
  int32_t exponent;
} magnitude;

static const magnitude magnitudes[] = {
    {"k", 3},  {"K", 3},        {"M", 6},       {"mn", 6},      {"B", 9},         {"bn", 9},
    {"T", 12}, {"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12},
};

/* A number while it is read: its digits without leading zeros, and what they are scaled by. */
typedef struct reader {
  const char *text;
  size_t begin, at, end;
  bool negative;
  bool any; /* a digit was read */
  char digits[DIGITS_MAX + 1];
  size_t count;
  int32_t exponent;
  outlay_error *error;
} reader;

static outlay_status fail(const reader *r, outlay_status status, size_t end, const char *message,
                          const char *advice) {
  outlay_fail(r->error, status, "'%s' %s", outlay_quote(r->text, r->begin, end).text, message);
  if (advice != NULL) outlay_advise(r->error, "%s", advice);
  outlay_error_place(r->error, r->begin, end);
  return status;
}

/* The end of what looks like one number, for messages. */
static size_t number_end(const reader *r) {
  size_t at = r->at;
  while (at < r->end && (outlay_is_digit(r->text[at]) || r->text[at] == ',' || r->text[at] == '.' ||
                         r->text[at] == '_')) {
    at++;
  }
  return at;
}

static outlay_status fail_comma(const reader *r) {
  return fail(r, OUTLAY_ERROR_SYNTAX, number_end(r),
              "has a comma, which separates groups of three digits",
              "write a decimal with a point, as 1.5, and thousands as 1,500 or 1_500");
}

static bool digit_at(const reader *r, size_t at) {
  return at < r->end && outlay_is_digit(r->text[at]);
}

static outlay_status take_digit(reader *r) {
  const char digit = r->text[r->at++];
  r->any = true;
  if (digit == '0' && r->count == 0) return OUTLAY_OK;
  if (r->count == DIGITS_MAX) {
    return fail(r, OUTLAY_ERROR_SYNTAX, number_end(r), "has too many digits",
                "write it with an exponent, as 2e25");
  }
  r->digits[r->count++] = digit;
  return OUTLAY_OK;
}

/* A run of digits, with underscores between them; `taken` counts the digits. */
static outlay_status read_digits(reader *r, int32_t *taken, bool *underscored) {
  *taken = 0;
  *underscored = false;
  while (r->at < r->end) {
    if (r->text[r->at] == '_' && *taken > 0 && digit_at(r, r->at + 1)) {
      *underscored = true;
      r->at++;
    }
    if (!digit_at(r, r->at)) return OUTLAY_OK;
    const outlay_status status = take_digit(r);
    if (status != OUTLAY_OK) return status;
    ++*taken;
  }
  return OUTLAY_OK;
}

static outlay_status read_whole(reader *r) {
  int32_t taken;
  bool underscored;
  const bool zero = digit_at(r, r->at) && r->text[r->at] == '0';
  outlay_status status = read_digits(r, &taken, &underscored);
  if (status != OUTLAY_OK || r->at >= r->end || r->text[r->at] != ',') return status;
  if (taken < 1 || taken > 3 || underscored || zero) return fail_comma(r);
  while (status == OUTLAY_OK && r->at < r->end && r->text[r->at] == ',') {
    r->at++;
    status = read_digits(r, &taken, &underscored);
    if (status == OUTLAY_OK && (taken != 3 || underscored)) return fail_comma(r);
  }
  return status;
}

static outlay_status read_fraction(reader *r) {
  if (r->at >= r->end || r->text[r->at] != '.') return OUTLAY_OK;
  r->at++;
  int32_t taken;
  bool underscored;
  const outlay_status status = read_digits(r, &taken, &underscored);
  r->exponent -= taken;
  return status;
}

static void read_exponent(reader *r) {
  if (r->at >= r->end || (r->text[r->at] != 'e' && r->text[r->at] != 'E')) return;
  size_t at = r->at + 1;
  const size_t minus = outlay_minus_length(r->text, at, r->end);
  if (minus != 0) {
    at += minus;
  } else if (at < r->end && r->text[at] == '+') {
    at++;
  }
  if (!digit_at(r, at)) return;
  int32_t exponent = 0;
  for (; digit_at(r, at); at++) {
    if (exponent < EXPONENT_MAX) exponent = exponent * 10 + (r->text[at] - '0');
  }
  r->exponent += minus != 0 ? -exponent : exponent;
  r->at = at;
}

static const magnitude *find_magnitude(const char *text, size_t begin, size_t end) {
  for (size_t i = 0; i < sizeof magnitudes / sizeof magnitudes[0]; i++) {
    const size_t length = strlen(magnitudes[i].word);
    if (end - begin == length && memcmp(text + begin, magnitudes[i].word, length) == 0) {
      return &magnitudes[i];
    }
  }
  return NULL;
}

/* A magnitude right behind the digits, or after a blank. B after a blank is byte; a single
 * letter after a blank must stand alone, for T/s is more likely a slip than a trillion. */
static void read_magnitude(reader *r, outlay_number *out) {
  const outlay_token token = outlay_token_at(r->text, r->at, r->end);
  if (token.kind != OUTLAY_TOKEN_NAME) return;
  const magnitude *found = find_magnitude(r->text, token.begin, token.end);
  if (found == NULL) return;
  const bool attached = token.begin == r->at, letter = token.end - token.begin == 1;
  if (!attached && letter) {
    const bool alone = token.end == r->end || outlay_blank_length(r->text, token.end, r->end) > 0;
    if (!alone || found->word[0] == 'B') return;
  }
  r->at = token.end;
  out->exponent = found->exponent;
  out->attached_b = attached && found->word[0] == 'B';
}

static outlay_status fail_start(const reader *r) {
  const outlay_token token = outlay_token_at(r->text, r->begin, r->end);
  if (token.kind == OUTLAY_TOKEN_END) {
    outlay_fail(r->error, OUTLAY_ERROR_SYNTAX, "there is no number");
  } else {
    outlay_fail(r->error, OUTLAY_ERROR_SYNTAX, "'%s' is not a number",
                outlay_quote(r->text, token.begin, token.end).text);
  }
  outlay_advise(r->error, "write the number first, then its unit, as in 30k USD");
  outlay_error_place(r->error, token.begin, token.end);
  return OUTLAY_ERROR_SYNTAX;
}

/* The value, through an integer and an exponent: strtod reads these alike in each locale. */
static outlay_status evaluate(const reader *r, int32_t magnitude_exponent, double *out) {
  double value = 0;
  if (r->count > 0) {
    char text[DIGITS_MAX + 24];
    (void)snprintf(text, sizeof text, "%.*se%d", (int)r->count, r->digits,
                   r->exponent + magnitude_exponent);
    value = strtod(text, NULL);
    if (!isfinite(value)) {
      return fail(r, OUTLAY_ERROR_SYNTAX, r->at, "is too large for a number", NULL);
    }
    if (!isnormal(value)) {
      return fail(r, OUTLAY_ERROR_SYNTAX, r->at, "is too close to zero for a number", NULL);
    }
  }
  *out = r->negative ? -value : value;
  return OUTLAY_OK;
}

outlay_status outlay_number_read(const char *text, size_t begin, size_t end, outlay_number *out,
                                 outlay_error *error) {
  reader r = {.text = text, .begin = begin, .at = begin, .end = end, .error = error};
  const size_t minus = outlay_minus_length(text, begin, end);
  r.negative = minus != 0;
  r.at += minus;
  if (minus == 0 && r.at < end && text[r.at] == '+') r.at++;
  outlay_status status = read_whole(&r);
  if (status == OUTLAY_OK) status = read_fraction(&r);
  if (status != OUTLAY_OK) return status;
  if (!r.any) return fail_start(&r);
  if (r.at < end && text[r.at] == ',') return fail_comma(&r);
  if (r.at < end && text[r.at] == '.') {
    return fail(&r, OUTLAY_ERROR_SYNTAX, number_end(&r), "has two decimal points",
                "write thousands as 1,234,567 or 1_234_567");
  }
  if (r.at < end && text[r.at] == '_') {
    return fail(&r, OUTLAY_ERROR_SYNTAX, r.at + 1, "ends in '_'", "write _ between digits only");
  }
  read_exponent(&r);
  outlay_number number = {.unscaled = r.at};
  read_magnitude(&r, &number);
  number.end = r.at;
  status = evaluate(&r, number.exponent, &number.value);
  if (status == OUTLAY_OK) *out = number;
  return status;
}
