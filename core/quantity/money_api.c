/* The public functions about money: from codes of currencies to the tables. */
#include <math.h>
#include <string.h>

#include "unit.h"
#include "unit_text.h"

/* The number of a currency's code. */
static outlay_status find_currency(const outlay_units *units, const char *code, uint32_t *out,
                                   outlay_error *error) {
  const size_t length = code == NULL ? 0 : strlen(code);
  const outlay_form form = outlay_units_find(units, code == NULL ? "" : code, length);
  if (form.symbol != 0 && form.prefix == 0 && units->symbols[form.symbol].currency != 0) {
    *out = units->symbols[form.symbol].currency;
    return OUTLAY_OK;
  }
  outlay_fail(error, OUTLAY_ERROR_MONEY, "'%s' is not a currency that is known here",
              outlay_quote(code == NULL ? "" : code, 0, length).text);
  outlay_advise(error, "write a code such as USD, or declare the currency first");
  return OUTLAY_ERROR_MONEY;
}

static outlay_status check_date(outlay_date date, outlay_error *error) {
  if (outlay_date_is_valid(date)) return OUTLAY_OK;
  outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%d is not a date of prices", date);
  outlay_advise(error, "write a year as 2024 or a month as 202406");
  return OUTLAY_ERROR_ARGUMENT;
}

outlay_status outlay_money_kind(outlay_units *units, const char *currency, outlay_date date,
                                outlay_money *out, outlay_error *error) {
  uint32_t code;
  outlay_status status = find_currency(units, currency, &code, error);
  if (status == OUTLAY_OK) status = check_date(date, error);
  return status == OUTLAY_OK ? outlay_moneys_kind(&units->moneys, code, date, out, error) : status;
}

size_t outlay_money_text(const outlay_units *units, outlay_money money, char *buffer, size_t size) {
  return outlay_moneys_text(&units->moneys, money, buffer, size);
}

static outlay_status set_fact(outlay_units *units, outlay_money_facts *facts, const char *currency,
                              outlay_date date, double value, const char *source,
                              outlay_error *error) {
  uint32_t code;
  outlay_status status = find_currency(units, currency, &code, error);
  if (status == OUTLAY_OK) status = check_date(date, error);
  if (status != OUTLAY_OK) return status;
  if (date == 0) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a price index or exchange rate needs its date");
  }
  if (!isnormal(value) || value < 0) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "the price index or exchange rate of %s for %s must be positive", currency,
                       outlay_date_write(date).text);
  }
  return outlay_money_facts_set(&units->moneys, facts, code, date, value, source, error);
}

outlay_status outlay_money_set_index(outlay_units *units, const char *currency, outlay_date date,
                                     double value, const char *source, outlay_error *error) {
  return set_fact(units, &units->moneys.indices, currency, date, value, source, error);
}

outlay_status outlay_money_set_rate(outlay_units *units, const char *currency, outlay_date date,
                                    double usd_per_unit, const char *source, outlay_error *error) {
  if (currency != NULL && strcmp(currency, "USD") == 0 && usd_per_unit != 1) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a US dollar is always one US dollar");
  }
  return set_fact(units, &units->moneys.rates, currency, date, usd_per_unit, source, error);
}

outlay_status outlay_money_factor(outlay_units *units, outlay_money from, outlay_money to,
                                  double *factor, char *explanation, size_t size,
                                  outlay_error *error) {
  return outlay_moneys_factor(&units->moneys, from, to, factor, explanation, size, error);
}

outlay_status outlay_money_common(outlay_units *units, outlay_money a, outlay_money b,
                                  outlay_money *out, outlay_error *error) {
  return outlay_moneys_common(&units->moneys, a, b, out, error);
}
