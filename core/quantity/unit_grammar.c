#include "unit_grammar.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 64, EXPONENT_DIGITS_MAX = 5 };

typedef struct parser {
  outlay_units *units;
  const char *text;
  size_t end;         /* of the text */
  outlay_token token; /* the next one */
  outlay_token last;  /* the name or parentheses before it, with their exponent */
  outlay_expression *out;
  int depth;
  outlay_error *error;
} parser;

static void advance(parser *p) { p->token = outlay_token_at(p->text, p->token.end, p->end); }

/* ---- errors ---- */

static outlay_status fail_at(parser *p, outlay_status status, outlay_token token,
                             const char *message, const char *advice) {
  outlay_fail(p->error, status, "%s", message);
  if (advice != NULL) outlay_advise(p->error, "%s", advice);
  outlay_error_place(p->error, token.begin, token.end);
  return status;
}

static outlay_status fail_number(parser *p) {
  const bool per = p->out->length > 0 && p->out->text[p->out->length - 1] == '/';
  outlay_fail(p->error, OUTLAY_ERROR_SYNTAX, "the number '%s' cannot stand within a unit",
              outlay_quote(p->text, p->token.begin, p->token.end).text);
  outlay_advise(p->error,
                per ? "write the number in front of the unit, and a price for a million "
                      "tokens as USD/Mtoken"
                    : "write the number in front of the unit, a power as m^2, and a price "
                      "year as USD2024");
  outlay_error_place(p->error, p->token.begin, p->token.end);
  return OUTLAY_ERROR_SYNTAX;
}

static outlay_status fail_expected(parser *p) {
  switch (p->token.kind) {
    case OUTLAY_TOKEN_NUMBER:
      return fail_number(p);
    case OUTLAY_TOKEN_END:
      return fail_at(p, OUTLAY_ERROR_SYNTAX, p->token,
                     p->out->length == 0 ? "there is no unit" : "a unit is missing at the end",
                     "write a unit, such as USD/GPU-h");
    case OUTLAY_TOKEN_UNKNOWN:
      outlay_fail(p->error, OUTLAY_ERROR_SYNTAX, "'%s' cannot stand in a unit",
                  outlay_quote(p->text, p->token.begin, p->token.end).text);
      break;
    default:
      outlay_fail(p->error, OUTLAY_ERROR_SYNTAX, "a unit is missing before '%s'",
                  outlay_quote(p->text, p->token.begin, p->token.end).text);
      break;
  }
  outlay_advise(p->error, "units are joined by *, / and -, as in USD/GPU-h");
  outlay_error_place(p->error, p->token.begin, p->token.end);
  return OUTLAY_ERROR_SYNTAX;
}

/* What follows a complete expression and does not go on with it. */
static outlay_status fail_rest(parser *p) {
  const outlay_token before = p->last;
  const outlay_quotation left = outlay_quote(p->text, before.begin, before.end);
  const outlay_quotation right = outlay_quote(p->text, p->token.begin, p->token.end);
  switch (p->token.kind) {
    case OUTLAY_TOKEN_NAME:
    case OUTLAY_TOKEN_OPEN:
      outlay_fail(p->error, OUTLAY_ERROR_SYNTAX, "two units stand side by side: '%s'",
                  outlay_quote(p->text, before.begin, p->token.end).text);
      if (strcmp(left.text, "B") == 0) {
        outlay_advise(p->error, "B after a blank is byte: for a billion write 5B or 5 billion");
      } else if (strcmp(left.text, "m") == 0) {
        outlay_advise(p->error, "m is metre: for a million write 5M or 5 million");
      } else if (p->token.kind == OUTLAY_TOKEN_NAME) {
        outlay_advise(p->error, "write %s-%s for the product, %s/%s for the ratio", left.text,
                      right.text, left.text, right.text);
      } else {
        outlay_advise(p->error, "write * for the product, / for the ratio");
      }
      outlay_error_place(p->error, before.begin, p->token.end);
      return OUTLAY_ERROR_SYNTAX;
    case OUTLAY_TOKEN_NUMBER:
      return fail_number(p);
    case OUTLAY_TOKEN_CARET:
    case OUTLAY_TOKEN_RAISED:
      return fail_at(p, OUTLAY_ERROR_SYNTAX, p->token, "two exponents follow each other",
                     "use parentheses, as in (m^2)^3");
    case OUTLAY_TOKEN_CLOSE:
      return fail_at(p, OUTLAY_ERROR_SYNTAX, p->token, "')' without a '(' before it", NULL);
    default:
      return fail_expected(p);
  }
}

/* ---- writing the expression ---- */

static outlay_status emit(parser *p, const char *bytes, size_t count) {
  outlay_expression *out = p->out;
  if (out->length + count >= sizeof out->text) {
    return fail_at(p, OUTLAY_ERROR_LIMIT, p->token, "the unit is too long", NULL);
  }
  memcpy(out->text + out->length, bytes, count);
  out->length += count;
  out->text[out->length] = '\0';
  return OUTLAY_OK;
}

static outlay_status emit_text(parser *p, const char *text) { return emit(p, text, strlen(text)); }

/* The name as it is printed: as written, but the code for a currency's sign. */
static outlay_status emit_name(parser *p, const outlay_factor *factor, size_t begin, size_t end) {
  const outlay_units *units = p->units;
  char name[OUTLAY_NAME_MAX + 16];
  if (units->symbols[factor->symbol].written_as == factor->symbol &&
      outlay_name_copy(p->text, begin, end, name, sizeof name)) {
    return emit_text(p, name);
  }
  const outlay_status status = emit_text(p, outlay_prefixes[factor->prefix].text);
  if (status != OUTLAY_OK) return status;
  return emit_text(p, outlay_moneys_name(&units->moneys, factor->money).text);
}

static outlay_status add_name(parser *p, size_t begin, size_t end) {
  outlay_expression *out = p->out;
  if (out->count == OUTLAY_FACTORS_MAX) {
    outlay_fail(p->error, OUTLAY_ERROR_LIMIT, "a unit of more than %d names", OUTLAY_FACTORS_MAX);
    outlay_error_place(p->error, begin, end);
    return OUTLAY_ERROR_LIMIT;
  }
  outlay_factor factor;
  outlay_status status =
      outlay_unit_name(p->units, p->text, begin, &end, p->end, &factor, p->error);
  if (status != OUTLAY_OK) return status;
  factor.twelfths = OUTLAY_WHOLE_POWER;
  factor.begin = (uint32_t)out->length;
  status = emit_name(p, &factor, begin, end);
  if (status != OUTLAY_OK) return status;
  factor.end = (uint32_t)out->length;
  out->factors[out->count++] = factor;
  p->token.end = end;
  p->last = (outlay_token){.kind = OUTLAY_TOKEN_NAME, .begin = begin, .end = end};
  return OUTLAY_OK;
}

/* ---- exponents ---- */

typedef struct fraction {
  int32_t numerator, denominator;
} fraction;

/* Digits, perhaps with a sign; false if there are none or too many. */
static bool read_integer(parser *p, size_t *at, int32_t *out) {
  const size_t minus = outlay_minus_length(p->text, *at, p->end);
  *at += minus;
  const size_t first = *at;
  int32_t value = 0;
  for (; *at < p->end && outlay_is_digit(p->text[*at]); ++*at) {
    if (*at - first >= EXPONENT_DIGITS_MAX) return false;
    value = value * 10 + (p->text[*at] - '0');
  }
  *out = minus != 0 ? -value : value;
  return *at > first;
}

static void skip_blanks(const parser *p, size_t *at) {
  size_t blank;
  while ((blank = outlay_blank_length(p->text, *at, p->end)) != 0) *at += blank;
}

/* What follows a "^" at text[*at]. */
static bool read_fraction(parser *p, size_t *at, fraction *out) {
  out->denominator = 1;
  skip_blanks(p, at);
  if (*at >= p->end || p->text[*at] != '(') {
    if (!read_integer(p, at, &out->numerator)) return false;
    return *at >= p->end || (p->text[*at] != '.' && p->text[*at] != '_');
  }
  ++*at;
  skip_blanks(p, at);
  if (!read_integer(p, at, &out->numerator)) return false;
  skip_blanks(p, at);
  if (*at < p->end && p->text[*at] == '/') {
    ++*at;
    skip_blanks(p, at);
    if (!read_integer(p, at, &out->denominator) || out->denominator <= 0) return false;
    skip_blanks(p, at);
  }
  if (*at >= p->end || p->text[*at] != ')') return false;
  ++*at;
  return true;
}

static outlay_status fail_exponent(parser *p, size_t begin, size_t end, const char *message) {
  const outlay_token where = {.begin = begin, .end = end};
  return fail_at(p, OUTLAY_ERROR_SYNTAX, where, message,
                 "write a whole exponent as m^2 or h^-1, a root as m^(1/2)");
}

/* Raises the factors from `first` on to a power. */
static outlay_status raise(parser *p, size_t first, fraction power, size_t begin, size_t end) {
  for (size_t i = first; i < p->out->count; i++) {
    const int64_t twelfths = (int64_t)p->out->factors[i].twelfths * power.numerator;
    if (twelfths % power.denominator != 0 || 12 % power.denominator != 0) {
      return fail_exponent(p, begin, end,
                           "only halves, thirds, quarters, sixths and twelfths "
                           "can be exponents");
    }
    if (llabs(twelfths / power.denominator) > OUTLAY_POWER_MAX) {
      return fail_exponent(p, begin, end, "the exponent is too large");
    }
    p->out->factors[i].twelfths = (int32_t)(twelfths / power.denominator);
  }
  return OUTLAY_OK;
}

static outlay_status emit_power(parser *p, fraction power) {
  char text[32];
  outlay_writer writer = outlay_writer_on(text, sizeof text);
  outlay_write(&writer, power.denominator == 1 ? "^" : "^(");
  outlay_write_integer(&writer, power.numerator);
  if (power.denominator != 1) {
    outlay_write(&writer, "/");
    outlay_write_integer(&writer, power.denominator);
    outlay_write(&writer, ")");
  }
  return emit(p, text, writer.length);
}

static outlay_status parse_exponent(parser *p, size_t first) {
  fraction power = {.numerator = p->token.raised, .denominator = 1};
  const size_t begin = p->token.begin;
  size_t at = p->token.end;
  if (p->token.kind == OUTLAY_TOKEN_CARET) {
    if (!read_fraction(p, &at, &power)) {
      const outlay_token next = outlay_token_at(p->text, at, p->end);
      return fail_exponent(p, begin, next.end, "this is no exponent of a unit");
    }
  } else if (p->token.kind != OUTLAY_TOKEN_RAISED) {
    return OUTLAY_OK;
  }
  p->token.end = at;
  p->last.end = at;
  const outlay_status status = raise(p, first, power, begin, at);
  if (status != OUTLAY_OK) return status;
  advance(p);
  return emit_power(p, power);
}

/* ---- expressions ---- */

static outlay_status parse_expression(parser *p);

static outlay_status parse_parentheses(parser *p) {
  if (p->depth == DEPTH_MAX) {
    return fail_at(p, OUTLAY_ERROR_LIMIT, p->token, "parentheses are nested too deep", NULL);
  }
  const outlay_token open = p->token;
  p->depth++;
  advance(p);
  outlay_status status = emit_text(p, "(");
  if (status == OUTLAY_OK) status = parse_expression(p);
  if (status != OUTLAY_OK) return status;
  p->depth--;
  if (p->token.kind != OUTLAY_TOKEN_CLOSE) {
    return fail_at(p, OUTLAY_ERROR_SYNTAX, open, "'(' without a ')' after it", NULL);
  }
  p->last = (outlay_token){.begin = open.begin, .end = p->token.end};
  advance(p);
  return emit_text(p, ")");
}

static outlay_status parse_factor(parser *p) {
  const size_t first = p->out->count;
  outlay_status status;
  if (p->token.kind == OUTLAY_TOKEN_OPEN) {
    status = parse_parentheses(p);
  } else if (p->token.kind == OUTLAY_TOKEN_NAME) {
    status = add_name(p, p->token.begin, p->token.end);
    if (status == OUTLAY_OK) advance(p);
  } else {
    status = fail_expected(p);
  }
  return status == OUTLAY_OK ? parse_exponent(p, first) : status;
}

/* In FLOP/s-day the hyphen would make seconds times days of what is meant as a rate for a day. */
static outlay_status check_divisor(parser *p, size_t first, size_t begin, size_t end) {
  const outlay_factor *factors = p->out->factors;
  for (size_t i = first; i < p->out->count; i++) {
    for (size_t j = i + 1; j < p->out->count; j++) {
      const outlay_symbol *a = &p->units->symbols[factors[i].symbol];
      const outlay_symbol *b = &p->units->symbols[factors[j].symbol];
      if (a->dimension == 0 || a->dimension != b->dimension) continue;
      const outlay_quotation product = outlay_quote(p->text, begin, end);
      outlay_fail(p->error, OUTLAY_ERROR_SYNTAX,
                  "a hyphen binds tighter than '/', so this would divide by the product '%s'",
                  product.text);
      outlay_advise(p->error,
                    "write (FLOP/s)*day for the work of a day, FLOP/(s*day) for the "
                    "ratio");
      outlay_error_place(p->error, begin, end);
      return OUTLAY_ERROR_SYNTAX;
    }
  }
  return OUTLAY_OK;
}

static outlay_status parse_term(parser *p, bool divisor) {
  const size_t first = p->out->count, begin = p->token.begin;
  size_t parts = 1;
  outlay_status status = parse_factor(p);
  while (status == OUTLAY_OK && p->token.kind == OUTLAY_TOKEN_HYPHEN) {
    parts++;
    advance(p);
    status = emit_text(p, "-");
    if (status == OUTLAY_OK) status = parse_factor(p);
  }
  if (status != OUTLAY_OK || !divisor) return status;
  if (p->out->count - first == parts) status = check_divisor(p, first, begin, p->last.end);
  for (size_t i = first; i < p->out->count; i++) {
    p->out->factors[i].twelfths = -p->out->factors[i].twelfths;
  }
  return status;
}

/* The operators and terms that follow a first term. */
static outlay_status parse_rest(parser *p) {
  outlay_status status = OUTLAY_OK;
  while (status == OUTLAY_OK &&
         (p->token.kind == OUTLAY_TOKEN_TIMES || p->token.kind == OUTLAY_TOKEN_OVER)) {
    const bool divisor = p->token.kind == OUTLAY_TOKEN_OVER;
    advance(p);
    status = emit_text(p, divisor ? "/" : "*");
    if (status == OUTLAY_OK) status = parse_term(p, divisor);
  }
  return status;
}

static bool is_one(const parser *p) {
  return p->token.kind == OUTLAY_TOKEN_NUMBER && p->token.end - p->token.begin == 1 &&
         p->text[p->token.begin] == '1' &&
         outlay_token_at(p->text, p->token.end, p->end).kind == OUTLAY_TOKEN_OVER;
}

static outlay_status parse_expression(parser *p) {
  outlay_status status;
  if (is_one(p) || p->token.kind == OUTLAY_TOKEN_OVER) {
    if (p->token.kind == OUTLAY_TOKEN_NUMBER) advance(p);
    status = emit_text(p, "1");
  } else {
    status = parse_term(p, false);
  }
  return status == OUTLAY_OK ? parse_rest(p) : status;
}

static outlay_status parse_leading(parser *p, outlay_leading_name leading) {
  const outlay_token next = p->token;
  outlay_status status = add_name(p, leading.begin, leading.end);
  if (status != OUTLAY_OK) return status;
  p->token = next;
  return parse_rest(p);
}

outlay_status outlay_unit_grammar(outlay_units *units, const char *text, size_t begin, size_t end,
                                  outlay_leading_name leading, outlay_expression *out,
                                  outlay_error *error) {
  out->count = 0;
  out->length = 0;
  out->text[0] = '\0';
  parser p = {.units = units, .text = text, .end = end, .out = out, .error = error};
  p.token = outlay_token_at(text, begin, end);
  const bool led = leading.end > leading.begin;
  const size_t first = p.token.begin;
  const outlay_status status = led ? parse_leading(&p, leading) : parse_expression(&p);
  if (status != OUTLAY_OK) return status;
  if (p.token.kind == OUTLAY_TOKEN_END) return OUTLAY_OK;
  if (led && p.token.begin == first) {
    return fail_at(&p, OUTLAY_ERROR_SYNTAX, p.token, "a unit stands before and after the number",
                   "write the currency once, as in 30k USD/GPU or $30k/GPU");
  }
  return fail_rest(&p);
}
