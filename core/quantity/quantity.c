#include "quantity.h"

#include <math.h>
#include <string.h>

/* Finds the word "to" from text[at] on; an end token if there is none. */
static outlay_token find_to(const char *text, size_t at, size_t end) {
  outlay_token token = outlay_token_at(text, at, end);
  while (token.kind != OUTLAY_TOKEN_END) {
    const bool to = token.kind == OUTLAY_TOKEN_NAME && token.end - token.begin == 2 &&
                    memcmp(text + token.begin, "to", 2) == 0;
    if (to) break;
    token = outlay_token_at(text, token.end, end);
  }
  return token;
}

static outlay_status fail_interval(const outlay_amount *low, const outlay_amount *high,
                                   outlay_status status, const char *message, outlay_error *error) {
  outlay_fail(error, status, "%s", message);
  outlay_error_place(error, low->begin, high->end);
  return status;
}

/* In "20 to 28k USD" the first bound may be 20 or 20k. It is certain where 20k would not be
 * below the second: "500 to 2k" is no interval of thousands. */
static outlay_status check_magnitudes(const char *text, const outlay_amount *low,
                                      const outlay_amount *high, outlay_error *error) {
  if (low->has_unit || low->number.exponent != 0 || high->number.exponent == 0) return OUTLAY_OK;
  const double scaled = low->number.value * pow(10, high->number.exponent);
  if (low->number.value == 0 || scaled >= high->number.value) return OUTLAY_OK;
  const outlay_quotation first = outlay_quote(text, low->begin, low->number.unscaled);
  const outlay_quotation size = outlay_quote(text, high->number.unscaled, high->number.end);
  const outlay_quotation rest = outlay_quote(text, high->begin, high->end);
  const outlay_status status = fail_interval(
      low, high, OUTLAY_ERROR_SYNTAX, "the magnitude of the first bound is not clear", error);
  outlay_advise(error, "write %s%s to %s", first.text, size.text, rest.text);
  return status;
}

static outlay_status check_units(outlay_units *units, const outlay_amount *low,
                                 const outlay_amount *high, outlay_error *error) {
  if (!low->has_unit) return OUTLAY_OK;
  if (!high->has_unit) {
    const outlay_status status =
        fail_interval(low, high, OUTLAY_ERROR_SYNTAX, "the second bound has no unit", error);
    outlay_advise(error, "write the unit at the end, or with both bounds");
    return status;
  }
  const outlay_unit_entry *a = outlay_unit_entry_of(units, low->unit);
  const outlay_unit_entry *b = outlay_unit_entry_of(units, high->unit);
  if (a->dimension != b->dimension) {
    char left[128], right[128];
    (void)outlay_dimension_text(units, a->dimension, left, sizeof left);
    (void)outlay_dimension_text(units, b->dimension, right, sizeof right);
    outlay_fail(error, OUTLAY_ERROR_DIMENSION, "an interval from %s to %s", left, right);
    outlay_advise(error, "give both bounds in units of the same dimension");
    outlay_error_place(error, low->begin, high->end);
    return OUTLAY_ERROR_DIMENSION;
  }
  if (a->money != b->money) {
    const outlay_status status = fail_interval(low, high, OUTLAY_ERROR_MONEY,
                                               "the bounds are in different kinds of money", error);
    outlay_advise(error, "give both bounds in the same currency and date");
    return status;
  }
  return OUTLAY_OK;
}

static outlay_status check_order(const outlay_amount *low, const outlay_amount *high,
                                 const outlay_quantity *quantity, outlay_error *error) {
  if (quantity->low < quantity->high) return OUTLAY_OK;
  const outlay_status status =
      fail_interval(low, high, OUTLAY_ERROR_ARGUMENT,
                    "the first bound of an interval must be below the second", error);
  if (low->number.exponent != 0 && high->number.exponent == 0) {
    outlay_advise(error, "write the magnitude with both numbers, as in 20k to 28k USD");
  } else if (quantity->low > quantity->high) {
    outlay_advise(error, "swap the bounds");
  } else {
    outlay_advise(error, "for a certain value write it once");
  }
  return status;
}

static outlay_status read_interval(outlay_units *units, const char *text, outlay_token to,
                                   size_t end, outlay_quantity *out, outlay_error *error) {
  outlay_amount low, high;
  outlay_status status = outlay_amount_read(units, text, 0, to.begin, &low, error);
  if (status == OUTLAY_OK) status = outlay_amount_read(units, text, to.end, end, &high, error);
  if (status == OUTLAY_OK) status = check_magnitudes(text, &low, &high, error);
  if (status == OUTLAY_OK) status = check_units(units, &low, &high, error);
  if (status != OUTLAY_OK) return status;
  outlay_quantity quantity = {
      .low = low.number.value, .high = high.number.value, .unit = high.unit, .interval = 1};
  if (low.has_unit && low.unit != high.unit) {
    quantity.low = quantity.low * outlay_unit_entry_of(units, low.unit)->factor /
                   outlay_unit_entry_of(units, high.unit)->factor;
  }
  if (!isfinite(quantity.low * outlay_unit_entry_of(units, high.unit)->factor)) {
    return fail_interval(&low, &high, OUTLAY_ERROR_SYNTAX,
                         "the first bound is too large for a number", error);
  }
  status = check_order(&low, &high, &quantity, error);
  if (status == OUTLAY_OK) *out = quantity;
  return status;
}

static outlay_status read_plain(outlay_units *units, const char *text, size_t end,
                                outlay_quantity *out, outlay_error *error) {
  outlay_amount amount;
  const outlay_status status = outlay_amount_read(units, text, 0, end, &amount, error);
  if (status != OUTLAY_OK) return status;
  *out = (outlay_quantity){
      .low = amount.number.value, .high = amount.number.value, .unit = amount.unit};
  return OUTLAY_OK;
}

outlay_status outlay_quantity_parse(outlay_units *units, const char *text, outlay_quantity *out,
                                    outlay_error *error) {
  const char *source = text == NULL ? "" : text;
  size_t end = strlen(source);
  if (end > OUTLAY_SOURCE_TEXT_MAX) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "the text of a quantity is longer than %d bytes",
                       OUTLAY_SOURCE_TEXT_MAX);
  }
  const outlay_token to = find_to(source, 0, end);
  if (to.kind == OUTLAY_TOKEN_END) return read_plain(units, source, end, out, error);
  const outlay_token second = find_to(source, to.end, end);
  if (second.kind != OUTLAY_TOKEN_END) {
    outlay_fail(error, OUTLAY_ERROR_SYNTAX, "an interval has two bounds, not three");
    outlay_error_place(error, second.begin, second.end);
    return OUTLAY_ERROR_SYNTAX;
  }
  return read_interval(units, source, to, end, out, error);
}
