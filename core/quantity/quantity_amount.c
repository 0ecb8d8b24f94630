/* A number with its unit. */
#include <math.h>
#include <string.h>

#include "quantity.h"

/* The currency sign at text[at]; empty if there is none. */
static outlay_leading_name sign_at(const char *text, size_t at, size_t end) {
  const size_t length = outlay_name_character(text, at, end, true);
  const bool sign = length > 0 && !outlay_is_letter(text[at]);
  return (outlay_leading_name){.begin = at, .end = sign ? at + length : at};
}

/* What stands right behind a currency sign, at text[at]: digits and nothing else. */
static outlay_status check_leading(const char *text, size_t at, size_t end, outlay_error *error) {
  const size_t blank = outlay_blank_length(text, at, end);
  const bool sign = outlay_minus_length(text, at, end) != 0 || (at < end && text[at] == '+');
  if (blank == 0 && !sign) return OUTLAY_OK;
  outlay_fail(error, OUTLAY_ERROR_SYNTAX, "a %s stands between the currency and the number",
              sign ? "sign" : "blank");
  outlay_advise(error, sign ? "write -$30k or -30k USD" : "write $30k or 30k USD");
  outlay_error_place(error, at, at + (sign ? 1 : blank));
  return OUTLAY_ERROR_SYNTAX;
}

static outlay_status fail_range(const char *text, size_t begin, outlay_token dash, size_t end,
                                outlay_error *error) {
  const outlay_quotation low = outlay_quote(text, begin, dash.begin);
  size_t at = dash.end, blank;
  while ((blank = outlay_blank_length(text, at, end)) != 0) at += blank;
  outlay_fail(error, OUTLAY_ERROR_SYNTAX, "a dash does not make an interval");
  outlay_advise(error, "write %s to %s", low.text, outlay_quote(text, at, end).text);
  outlay_error_place(error, dash.begin, dash.end);
  return OUTLAY_ERROR_SYNTAX;
}

static outlay_status fail_spread(outlay_token sign, outlay_error *error) {
  outlay_fail(error, OUTLAY_ERROR_SYNTAX, "a quantity takes no '\xC2\xB1'");
  outlay_advise(error,
                "write the 90 %% interval as 20 to 28, or a distribution such as "
                "normal{ mean =, sd = }");
  outlay_error_place(error, sign.begin, sign.end);
  return OUTLAY_ERROR_SYNTAX;
}

static outlay_status fail_b(const outlay_number *number, outlay_token next, outlay_error *error) {
  outlay_fail(error, OUTLAY_ERROR_SYNTAX, "the B could be a billion or bytes");
  outlay_advise(error, "put a blank before B for bytes, or write billion");
  outlay_error_place(error, number->unscaled, next.end);
  return OUTLAY_ERROR_SYNTAX;
}

/* Mistakes that are known by the first thing behind a number. */
static outlay_status check_behind(const char *text, size_t begin, size_t end,
                                  const outlay_number *number, bool led, outlay_error *error) {
  const outlay_token next = outlay_token_at(text, number->end, end);
  const bool en_dash = outlay_stands_at(text, next.begin, end, "\xE2\x80\x93") ||
                       outlay_stands_at(text, next.begin, end, "\xE2\x80\x94");
  const bool range = next.kind == OUTLAY_TOKEN_HYPHEN &&
                     outlay_token_at(text, next.end, end).kind == OUTLAY_TOKEN_NUMBER;
  if (en_dash || range) return fail_range(text, begin, next, end, error);
  if (outlay_stands_at(text, next.begin, end, "\xC2\xB1")) return fail_spread(next, error);
  const bool goes_on = next.kind == OUTLAY_TOKEN_OVER || next.kind == OUTLAY_TOKEN_TIMES ||
                       next.kind == OUTLAY_TOKEN_HYPHEN || next.kind == OUTLAY_TOKEN_CARET ||
                       next.kind == OUTLAY_TOKEN_RAISED;
  if (number->attached_b && !led && goes_on) return fail_b(number, next, error);
  return OUTLAY_OK;
}

static outlay_status read_unit(outlay_units *units, const char *text, size_t begin, size_t end,
                               outlay_leading_name leading, outlay_amount *out,
                               outlay_error *error) {
  const bool led = leading.end > leading.begin;
  if (!led && outlay_token_at(text, begin, end).kind == OUTLAY_TOKEN_END) return OUTLAY_OK;
  outlay_expression expression;
  outlay_status status = outlay_unit_grammar(units, text, begin, end, leading, &expression, error);
  if (status != OUTLAY_OK) return status;
  status = outlay_unit_intern(units, &expression, &out->unit, error);
  if (status != OUTLAY_OK) {
    outlay_error_place(error, led ? leading.begin : begin, end);
    return status;
  }
  out->has_unit = true;
  return OUTLAY_OK;
}

static outlay_status check_size(const outlay_units *units, const outlay_amount *amount,
                                outlay_error *error) {
  const double value = amount->number.value * outlay_unit_entry_of(units, amount->unit)->factor;
  if (isfinite(value) && (isnormal(value) || amount->number.value == 0)) return OUTLAY_OK;
  outlay_fail(error, OUTLAY_ERROR_SYNTAX, "the quantity is too %s for a number in base units",
              isfinite(value) ? "close to zero" : "large");
  outlay_error_place(error, amount->begin, amount->end);
  return OUTLAY_ERROR_SYNTAX;
}

outlay_status outlay_amount_read(outlay_units *units, const char *text, size_t begin, size_t end,
                                 outlay_amount *out, outlay_error *error) {
  size_t blank;
  while ((blank = outlay_blank_length(text, begin, end)) != 0) begin += blank;
  while (end > begin && outlay_blank_length(text, end - 1, end) == 1) end--;
  outlay_amount amount = {.begin = begin, .end = end};
  const size_t minus = outlay_minus_length(text, begin, end);
  const outlay_leading_name leading = sign_at(text, begin + minus, end);
  const bool led = leading.end > leading.begin;
  const size_t start = led ? leading.end : begin;
  outlay_status status = led ? check_leading(text, start, end, error) : OUTLAY_OK;
  if (status == OUTLAY_OK) status = outlay_number_read(text, start, end, &amount.number, error);
  if (status != OUTLAY_OK) return status;
  if (led && minus != 0) amount.number.value = -amount.number.value;
  status = check_behind(text, begin, end, &amount.number, led, error);
  if (status != OUTLAY_OK) return status;
  status = read_unit(units, text, amount.number.end, end, leading, &amount, error);
  if (status == OUTLAY_OK) status = check_size(units, &amount, error);
  if (status == OUTLAY_OK) *out = amount;
  return status;
}
