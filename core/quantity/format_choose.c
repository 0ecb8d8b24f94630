/* The unit a person would choose. */
#include <math.h>

#include "format.h"
#include "unit_text.h"

static double number_in(const outlay_units *units, double value, outlay_unit unit) {
  return fabs(value / outlay_unit_entry_of(units, unit)->factor);
}

/* Numbers that one would not want to read in the unit that somebody wrote. */
static bool is_awkward(const outlay_units *units, double value, outlay_unit unit) {
  const double number = number_in(units, value, unit);
  if (number == 0) return false;
  const double limit = outlay_unit_is_counted(units, unit) ? 1e15 : 1e6;
  return number >= limit || number < 1e-3;
}

static bool fits(const outlay_units *units, outlay_unit unit, outlay_dimension dimension,
                 outlay_money money) {
  const outlay_unit_entry *entry = outlay_unit_entry_of(units, unit);
  return entry != NULL && entry->dimension == dimension && entry->money == money;
}

/* The row of the scale for a value, SIZE_MAX if its dimension has none. */
static size_t row_for(const outlay_units *units, double value, outlay_dimension dimension) {
  size_t row = SIZE_MAX;
  for (size_t i = 0; i < units->scale_count; i++) {
    if (outlay_unit_entry_of(units, units->scale[i])->dimension != dimension) continue;
    row = i;
    if (number_in(units, value, units->scale[i]) < outlay_scale_rows[i].limit) break;
  }
  return row;
}

static outlay_status choose_by_size(outlay_units *units, double value, outlay_dimension dimension,
                                    outlay_money money, outlay_unit *out, outlay_error *error) {
  if (dimension == 0) {
    *out = 0;
    return OUTLAY_OK;
  }
  const size_t row = row_for(units, value, dimension);
  if (row != SIZE_MAX) {
    const outlay_rewriting changes = {.money = money, .kinds = true, .prefix_at = SIZE_MAX};
    return outlay_unit_rewrite(units, units->scale[row], changes, out, error);
  }
  outlay_unit unit;
  const outlay_status status = outlay_unit_compose(units, dimension, money, &unit, error);
  if (status != OUTLAY_OK) return status;
  const double number = number_in(units, value, unit);
  if (number == 0 || (number >= 1 && number < 1000)) {
    *out = unit;
    return OUTLAY_OK;
  }
  return outlay_unit_reprefix(units, value, unit, out, error);
}

/* The author's unit, in another kind of money or with another prefix where need be; 0 where it
 * does not serve. */
static outlay_status choose_by_hint(outlay_units *units, double value, outlay_dimension dimension,
                                    outlay_money money, outlay_unit hint, outlay_unit *out,
                                    outlay_error *error) {
  *out = 0;
  const outlay_unit_entry *entry = outlay_unit_entry_of(units, hint);
  if (hint == 0 || entry == NULL || entry->dimension != dimension) return OUTLAY_OK;
  outlay_unit unit = hint;
  outlay_status status = OUTLAY_OK;
  if (entry->money != money) {
    const outlay_rewriting changes = {.money = money, .prefix_at = SIZE_MAX};
    status = outlay_unit_rewrite(units, hint, changes, &unit, error);
  }
  if (status == OUTLAY_OK && is_awkward(units, value, unit)) {
    status = outlay_unit_reprefix(units, value, unit, &unit, error);
  }
  if (status != OUTLAY_OK) return status;
  if (fits(units, unit, dimension, money) && !is_awkward(units, value, unit)) *out = unit;
  return OUTLAY_OK;
}

outlay_status outlay_unit_choose(outlay_units *units, double value, outlay_dimension dimension,
                                 outlay_money money, outlay_unit hint, outlay_unit *out,
                                 outlay_error *error) {
  if (dimension >= units->dimensions.count || money >= units->moneys.count) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is no such dimension or money");
  }
  const double size = isfinite(value) ? value : 1;
  if (outlay_dimension_money_twelfths(units, dimension) == 0) {
    money = 0;
  } else if (money == 0) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the kind of money is not given");
  }
  outlay_unit unit;
  outlay_status status = choose_by_hint(units, size, dimension, money, hint, &unit, error);
  if (status == OUTLAY_OK && unit == 0) {
    status = choose_by_size(units, size, dimension, money, &unit, error);
  }
  if (status == OUTLAY_OK) *out = unit;
  return status;
}
