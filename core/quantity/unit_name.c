/* Names of units: their meaning, and the dates that are attached to currencies. */
#include <string.h>

#include "unit_grammar.h"

/* The year in the last four of `length` characters, 0 if there is none. */
static outlay_date year_at_end(const char *name, size_t length) {
  if (length <= 4) return 0;
  outlay_date year = 0;
  for (size_t i = length - 4; i < length; i++) {
    if (!outlay_is_digit(name[i])) return 0;
    year = year * 10 + (name[i] - '0');
  }
  return year;
}

/* The month that follows a year at text[at] as "-06"; 0 for none, -1 for one that is none. */
static int32_t month_at(const char *text, size_t at, size_t limit) {
  if (at + 1 >= limit || text[at] != '-' || !outlay_is_digit(text[at + 1])) return 0;
  if (at + 2 >= limit || !outlay_is_digit(text[at + 2])) return -1;
  if (outlay_name_character(text, at + 3, limit, false) != 0) return -1;
  const int32_t month = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
  return month >= 1 && month <= 12 ? month : -1;
}

static outlay_status fail_month(const char *text, size_t begin, size_t at, size_t limit,
                                outlay_error *error) {
  size_t end = at + 1;
  while (end < limit && outlay_name_character(text, end, limit, false) != 0) end++;
  outlay_fail(error, OUTLAY_ERROR_SYNTAX, "'%s' has no month that is 01 to 12",
              outlay_quote(text, begin, end).text);
  outlay_advise(error, "write the month with two digits, as in USD2024-06");
  outlay_error_place(error, begin, end);
  return OUTLAY_ERROR_SYNTAX;
}

static outlay_status read_dated(outlay_units *units, const char *text, size_t begin, size_t *end,
                                size_t limit, outlay_form form, outlay_date year,
                                outlay_factor *out, outlay_error *error) {
  outlay_date date = year;
  const int32_t month = month_at(text, *end, limit);
  if (month < 0) return fail_month(text, begin, *end, limit, error);
  if (month > 0) {
    date = year * 100 + month;
    *end += 3;
  }
  if (!outlay_date_is_valid(date)) {
    outlay_fail(error, OUTLAY_ERROR_SYNTAX, "'%s' is not a date", outlay_date_write(date).text);
    outlay_error_place(error, begin, *end);
    return OUTLAY_ERROR_SYNTAX;
  }
  *out = (outlay_factor){.symbol = form.symbol, .prefix = form.prefix};
  const uint32_t currency = units->symbols[form.symbol].currency;
  return outlay_moneys_kind(&units->moneys, currency, date, &out->money, error);
}

outlay_status outlay_unit_name(outlay_units *units, const char *text, size_t begin, size_t *end,
                               size_t limit, outlay_factor *out, outlay_error *error) {
  char name[OUTLAY_NAME_MAX + 8];
  if (!outlay_name_copy(text, begin, *end, name, sizeof name)) {
    return outlay_unit_unknown(units, text, begin, *end, error);
  }
  const size_t length = strlen(name);
  outlay_form form = outlay_units_find(units, name, length);
  if (form.symbol != 0) {
    *out = (outlay_factor){
        .symbol = form.symbol, .prefix = form.prefix, .money = units->symbols[form.symbol].money};
    return OUTLAY_OK;
  }
  const outlay_date year = year_at_end(name, length);
  if (length > 4) form = outlay_units_find(units, name, length - 4);
  if (year != 0 && form.symbol != 0 && units->symbols[form.symbol].currency != 0) {
    return read_dated(units, text, begin, end, limit, form, year, out, error);
  }
  return outlay_unit_unknown(units, text, begin, *end, error);
}
