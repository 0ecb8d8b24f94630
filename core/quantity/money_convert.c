/* Conversion between kinds of money, and the sentence that explains it. */
#include <math.h>
#include <string.h>

#include "format.h"
#include "money.h"
#include "unit_text.h"

/* A conversion as it is worked out: the factor so far and the sentence about it. */
typedef struct conversion {
  const outlay_moneys *moneys;
  double factor;
  outlay_writer explanation;
  outlay_error *error;
} conversion;

static const char *code_of(const conversion *c, uint32_t currency) {
  return outlay_strings_get(&c->moneys->codes, currency);
}

static outlay_status fail_undated(const conversion *c, outlay_money from, outlay_money to) {
  const outlay_money_kind_entry *kinds = c->moneys->kinds;
  const bool first = kinds[from].date == 0;
  const char *code = code_of(c, kinds[first ? from : to].currency);
  const outlay_date other = kinds[first ? to : from].date;
  outlay_fail(c->error, OUTLAY_ERROR_MONEY,
              "cannot convert %s to %s: the date of the prices in %s is not stated",
              outlay_moneys_name(c->moneys, from).text, outlay_moneys_name(c->moneys, to).text,
              code);
  outlay_advise(c->error, "attach the year or month of the prices to the currency, as in %s%s",
                code, other == 0 ? "2024" : outlay_date_write(other).text);
  return OUTLAY_ERROR_MONEY;
}

static outlay_status fail_missing(const conversion *c, const outlay_money_facts *facts,
                                  const char *what, uint32_t currency, outlay_date date) {
  const char *code = code_of(c, currency);
  const outlay_date nearest = outlay_money_facts_nearest(facts, currency, date);
  outlay_fail(c->error, OUTLAY_ERROR_MONEY, "there is no %s of %s for %s", what, code,
              outlay_date_write(date).text);
  if (nearest == 0) {
    outlay_advise(c->error, "set the %s of %s for %s, with its source; none is known for any date",
                  what, code, outlay_date_write(date).text);
  } else {
    outlay_advise(c->error, "set it, or use the nearest date that is known, %s%s", code,
                  outlay_date_write(nearest).text);
  }
  return OUTLAY_ERROR_MONEY;
}

static void write_finding(conversion *c, const outlay_money_finding *found, outlay_date date) {
  char number[40];
  (void)outlay_format_number(found->value, 0, false, number, sizeof number);
  const char *source = outlay_strings_get(&c->moneys->sources, found->source);
  outlay_writer *writer = &c->explanation;
  outlay_write(writer, number);
  outlay_write(writer, " in ");
  outlay_write(writer, outlay_date_write(date).text);
  if (found->mean) outlay_write(writer, ", mean of its months");
  if (source[0] != '\0') {
    outlay_write(writer, " (");
    outlay_write(writer, source);
    outlay_write(writer, ")");
  }
}

/* From one date's prices to another's, by the index of the currency. */
static outlay_status apply_index(conversion *c, uint32_t currency, outlay_date from,
                                 outlay_date to) {
  if (from == to) return OUTLAY_OK;
  const outlay_money_facts *indices = &c->moneys->indices;
  outlay_money_finding before, after;
  if (!outlay_money_facts_find(indices, currency, from, &before)) {
    return fail_missing(c, indices, "price index", currency, from);
  }
  if (!outlay_money_facts_find(indices, currency, to, &after)) {
    return fail_missing(c, indices, "price index", currency, to);
  }
  c->factor *= after.value / before.value;
  outlay_write(&c->explanation, c->explanation.length == 0 ? "by the price index of "
                                                           : "; then by the price index of ");
  outlay_write(&c->explanation, code_of(c, currency));
  outlay_write(&c->explanation, ", from ");
  write_finding(c, &before, from);
  outlay_write(&c->explanation, " to ");
  write_finding(c, &after, to);
  return OUTLAY_OK;
}

/* US dollars for one unit of the currency, with its part of the sentence. */
static outlay_status find_rate(conversion *c, uint32_t currency, outlay_date date, double *out) {
  const char *code = code_of(c, currency);
  *out = 1;
  if (strcmp(code, "USD") == 0) return OUTLAY_OK;
  outlay_money_finding rate;
  if (!outlay_money_facts_find(&c->moneys->rates, currency, date, &rate)) {
    return fail_missing(c, &c->moneys->rates, "exchange rate", currency, date);
  }
  outlay_write(&c->explanation, c->explanation.length == 0 ? "at USD/" : " and USD/");
  outlay_write(&c->explanation, code);
  outlay_write(&c->explanation, " ");
  write_finding(c, &rate, date);
  *out = rate.value;
  return OUTLAY_OK;
}

static outlay_status apply_rate(conversion *c, uint32_t from, uint32_t to, outlay_date date) {
  if (from == to) return OUTLAY_OK;
  double from_rate, to_rate;
  outlay_status status = find_rate(c, from, date, &from_rate);
  if (status == OUTLAY_OK) status = find_rate(c, to, date, &to_rate);
  if (status == OUTLAY_OK) c->factor *= from_rate / to_rate;
  return status;
}

static outlay_status convert(conversion *c, outlay_money from, outlay_money to) {
  const outlay_money_kind_entry a = c->moneys->kinds[from], b = c->moneys->kinds[to];
  if (a.date == 0 || b.date == 0) return fail_undated(c, from, to);
  outlay_status status = apply_rate(c, a.currency, b.currency, a.date);
  if (status == OUTLAY_OK) status = apply_index(c, b.currency, a.date, b.date);
  if (status != OUTLAY_OK) return status;
  if (isfinite(c->factor) && c->factor > 0) return OUTLAY_OK;
  return outlay_fail(c->error, OUTLAY_ERROR_MONEY, "the factor from %s to %s is out of range",
                     outlay_moneys_name(c->moneys, from).text,
                     outlay_moneys_name(c->moneys, to).text);
}

outlay_status outlay_moneys_factor(const outlay_moneys *moneys, outlay_money from, outlay_money to,
                                   double *factor, char *explanation, size_t size,
                                   outlay_error *error) {
  if (from == 0 || to == 0 || from >= moneys->count || to >= moneys->count) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a value without money has no kind of money");
  }
  conversion trial = {.moneys = moneys, .factor = 1, .error = error};
  const outlay_status status = from == to ? OUTLAY_OK : convert(&trial, from, to);
  if (status != OUTLAY_OK) return status;
  /* Once more for the text, now that nothing can fail: outputs are written only on success. */
  conversion told = {
      .moneys = moneys, .factor = 1, .explanation = outlay_writer_on(explanation, size)};
  if (from != to) (void)convert(&told, from, to);
  *factor = trial.factor;
  return OUTLAY_OK;
}
