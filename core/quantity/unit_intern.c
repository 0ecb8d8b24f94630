/* Unit expressions as values: their factor, dimension and kind of money. */
#include <math.h>
#include <string.h>

#include "unit_grammar.h"

static double power_of(double factor, int32_t twelfths) {
  if (twelfths == OUTLAY_WHOLE_POWER) return factor;
  if (twelfths == 2 * OUTLAY_WHOLE_POWER) return factor * factor;
  return pow(factor, twelfths / (double)OUTLAY_WHOLE_POWER);
}

/* One division of exact products keeps 1/MWh and USD/kW as exact as they can be. */
static double factor_of(const outlay_units *units, const outlay_expression *expression) {
  double above = 1, below = 1;
  for (size_t i = 0; i < expression->count; i++) {
    const outlay_factor *factor = &expression->factors[i];
    const double one =
        outlay_prefixes[factor->prefix].factor * units->symbols[factor->symbol].factor;
    if (factor->twelfths > 0) above *= power_of(one, factor->twelfths);
    if (factor->twelfths < 0) below *= power_of(one, -factor->twelfths);
  }
  return above / below;
}

static outlay_status dimension_of(outlay_units *units, const outlay_expression *expression,
                                  outlay_dimension *out, outlay_error *error) {
  *out = 0;
  for (size_t i = 0; i < expression->count; i++) {
    const outlay_factor *factor = &expression->factors[i];
    outlay_dimension part = units->symbols[factor->symbol].dimension;
    outlay_status status = OUTLAY_OK;
    if (factor->twelfths != OUTLAY_WHOLE_POWER) {
      status = outlay_dimensions_power(&units->dimensions, part, factor->twelfths,
                                       OUTLAY_WHOLE_POWER, &part, error);
    }
    if (status == OUTLAY_OK) status = outlay_dimension_multiply(units, *out, part, out, error);
    if (status != OUTLAY_OK) return status;
  }
  return OUTLAY_OK;
}

static outlay_status money_of(const outlay_units *units, const outlay_expression *expression,
                              outlay_money *out, outlay_error *error) {
  *out = 0;
  for (size_t i = 0; i < expression->count; i++) {
    const outlay_money money = expression->factors[i].money;
    if (money == 0 || money == *out) continue;
    if (*out != 0) {
      outlay_fail(error, OUTLAY_ERROR_MONEY, "a unit cannot mix %s and %s",
                  outlay_moneys_name(&units->moneys, *out).text,
                  outlay_moneys_name(&units->moneys, money).text);
      outlay_advise(error,
                    "keep to one currency and date in a unit; amounts are converted by "
                    "dated rates and indices");
      return OUTLAY_ERROR_MONEY;
    }
    *out = money;
  }
  return OUTLAY_OK;
}

/* Remembers which kind of a generic thing (GPU, TPU for chip) people write here. */
static void remember_kinds(outlay_units *units, const outlay_expression *expression) {
  for (size_t i = 0; i < expression->count; i++) {
    const uint32_t singular = units->symbols[expression->factors[i].symbol].singular;
    const uint32_t generic = units->symbols[singular].generic;
    uint32_t *seen = &units->symbols[generic].seen;
    if (generic == singular || *seen == singular) continue;
    *seen = *seen == 0 ? singular : generic;
  }
}

static outlay_status evaluate(outlay_units *units, const outlay_expression *expression,
                              outlay_unit_entry *out, outlay_error *error) {
  outlay_status status = dimension_of(units, expression, &out->dimension, error);
  if (status == OUTLAY_OK) status = money_of(units, expression, &out->money, error);
  if (status != OUTLAY_OK) return status;
  if (outlay_dimension_money_twelfths(units, out->dimension) == 0) out->money = 0;
  out->factor = factor_of(units, expression);
  if (isnormal(out->factor)) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_LIMIT, "the unit %s is too large or too small",
                     outlay_quote(expression->text, 0, expression->length).text);
}

static bool reserve(outlay_units *units, size_t factors) {
  return outlay_memory_reserve(&units->allocator, (void **)&units->entries, &units->entry_capacity,
                               units->entry_count + 1, sizeof *units->entries) &&
         outlay_memory_reserve(&units->allocator, (void **)&units->factors, &units->factor_capacity,
                               units->factor_count + factors, sizeof *units->factors);
}

outlay_status outlay_unit_intern(outlay_units *units, const outlay_expression *expression,
                                 outlay_unit *out, outlay_error *error) {
  const uint32_t known = outlay_strings_find(&units->texts, expression->text, expression->length);
  if (known != 0) {
    *out = known;
    return OUTLAY_OK;
  }
  outlay_unit_entry entry = {.first = units->factor_count, .count = expression->count};
  const outlay_status status = evaluate(units, expression, &entry, error);
  if (status != OUTLAY_OK) return status;
  uint32_t number;
  if (!reserve(units, expression->count) ||
      !outlay_strings_intern(&units->texts, expression->text, expression->length, &number)) {
    return outlay_fail_memory(error);
  }
  units->entries[number] = entry;
  units->entry_count++;
  memcpy(units->factors + entry.first, expression->factors,
         expression->count * sizeof *expression->factors);
  units->factor_count += expression->count;
  remember_kinds(units, expression);
  *out = number;
  return OUTLAY_OK;
}

/* "1", the unit of plain numbers. */
static bool is_one(const char *text) {
  if (text == NULL) return false;
  const size_t length = strlen(text);
  const outlay_token token = outlay_token_at(text, 0, length);
  return token.end == token.begin + 1 && text[token.begin] == '1' &&
         outlay_token_at(text, token.end, length).kind == OUTLAY_TOKEN_END;
}

outlay_status outlay_unit_parse(outlay_units *units, const char *text, outlay_unit *out,
                                outlay_error *error) {
  const size_t length = text == NULL ? 0 : strlen(text);
  if (length > OUTLAY_SOURCE_TEXT_MAX) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "the text of a unit is longer than %d bytes",
                       OUTLAY_SOURCE_TEXT_MAX);
  }
  if (is_one(text)) {
    *out = 0;
    return OUTLAY_OK;
  }
  outlay_expression expression;
  outlay_status status = outlay_unit_grammar(units, text == NULL ? "" : text, 0, length,
                                             (outlay_leading_name){0}, &expression, error);
  if (status != OUTLAY_OK) return status;
  outlay_unit unit;
  status = outlay_unit_intern(units, &expression, &unit, error);
  if (status != OUTLAY_OK) {
    outlay_error_place(error, 0, length);
    return status;
  }
  *out = unit;
  return OUTLAY_OK;
}
