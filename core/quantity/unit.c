#include "unit.h"

#include <string.h>

#include "format.h"

static outlay_status start(outlay_units *units) {
  outlay_strings_init(&units->names, &units->allocator);
  outlay_strings_init(&units->texts, &units->allocator);
  units->symbol_count = 1;
  units->entry_count = 1;
  outlay_status status = outlay_dimensions_init(&units->dimensions, &units->allocator);
  const outlay_status moneys = outlay_moneys_init(&units->moneys, &units->allocator);
  if (status == OUTLAY_OK) status = moneys;
  if (status == OUTLAY_OK) status = outlay_units_fill(units);
  if (status == OUTLAY_OK) status = outlay_scale_prepare(units);
  return status;
}

outlay_status outlay_units_new(const outlay_allocator *allocator, outlay_units **out) {
  const outlay_allocator own = outlay_memory_or_default(allocator);
  outlay_units *units = outlay_memory_new(&own, 1, sizeof *units);
  if (units == NULL) return OUTLAY_ERROR_MEMORY;
  units->allocator = own;
  const outlay_status status = start(units);
  if (status != OUTLAY_OK) {
    outlay_units_free(units);
    return status;
  }
  *out = units;
  return OUTLAY_OK;
}

void outlay_units_free(outlay_units *units) {
  if (units == NULL) return;
  const outlay_allocator allocator = units->allocator;
  outlay_dimensions_clear(&units->dimensions);
  outlay_moneys_clear(&units->moneys);
  outlay_strings_clear(&units->names);
  outlay_strings_clear(&units->texts);
  outlay_memory_free(&allocator, units->forms, units->form_capacity, sizeof *units->forms);
  outlay_memory_free(&allocator, units->alphabet, units->alphabet_capacity,
                     sizeof *units->alphabet);
  outlay_memory_free(&allocator, units->symbols, units->symbol_capacity, sizeof *units->symbols);
  outlay_memory_free(&allocator, units->entries, units->entry_capacity, sizeof *units->entries);
  outlay_memory_free(&allocator, units->factors, units->factor_capacity, sizeof *units->factors);
  outlay_memory_free(&allocator, units->scale, units->scale_count, sizeof *units->scale);
  outlay_memory_free(&allocator, units, 1, sizeof *units);
}

outlay_form outlay_units_find(const outlay_units *units, const char *name, size_t length) {
  const uint32_t number = outlay_strings_find(&units->names, name, length);
  return number == 0 ? (outlay_form){0} : units->forms[number];
}

const char *outlay_symbol_name(const outlay_units *units, uint32_t symbol) {
  return outlay_strings_get(&units->names, units->symbols[symbol].name);
}

const outlay_unit_entry *outlay_unit_entry_of(const outlay_units *units, outlay_unit unit) {
  static const outlay_unit_entry one = {.factor = 1};
  if (unit == 0) return &one;
  return unit < units->entry_count ? &units->entries[unit] : NULL;
}

void outlay_unit_describe(const outlay_units *units, outlay_unit unit, outlay_unit_info *out) {
  const outlay_unit_entry *entry = outlay_unit_entry_of(units, unit);
  if (entry == NULL) entry = outlay_unit_entry_of(units, 0);
  *out = (outlay_unit_info){.text = outlay_strings_get(&units->texts, unit),
                            .factor = entry->factor,
                            .dimension = entry->dimension,
                            .money = entry->money};
}

/* The first of the alphabetical names that is not before `prefix`. */
static size_t first_of(const outlay_units *units, const char *prefix, size_t length) {
  size_t low = 0, high = units->alphabet_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const char *name = outlay_strings_get(&units->names, units->alphabet[middle]);
    if (strncmp(name, prefix, length) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

const char *outlay_units_complete(const outlay_units *units, const char *prefix, size_t index) {
  const size_t length = strlen(prefix);
  size_t passed = 0;
  for (size_t i = first_of(units, prefix, length); i < units->alphabet_count; i++) {
    const uint32_t number = units->alphabet[i];
    const char *name = outlay_strings_get(&units->names, number);
    if (strncmp(name, prefix, length) != 0) return NULL;
    const outlay_form form = units->forms[number];
    /* To show everything is to show the units, not each with each prefix; signs such as "$"
     * stand for a unit that is shown. */
    if (length == 0 && form.prefix != 0) continue;
    if (units->symbols[form.symbol].written_as != form.symbol) continue;
    if (passed++ == index) return name;
  }
  return NULL;
}

outlay_status outlay_dimension_multiply(outlay_units *units, outlay_dimension a, outlay_dimension b,
                                        outlay_dimension *out, outlay_error *error) {
  return outlay_dimensions_multiply(&units->dimensions, a, b, false, out, error);
}

outlay_status outlay_dimension_divide(outlay_units *units, outlay_dimension a, outlay_dimension b,
                                      outlay_dimension *out, outlay_error *error) {
  return outlay_dimensions_multiply(&units->dimensions, a, b, true, out, error);
}

outlay_status outlay_dimension_power(outlay_units *units, outlay_dimension a, int32_t numerator,
                                     int32_t denominator, outlay_dimension *out,
                                     outlay_error *error) {
  return outlay_dimensions_power(&units->dimensions, a, numerator, denominator, out, error);
}

size_t outlay_dimension_text(const outlay_units *units, outlay_dimension dimension, char *buffer,
                             size_t size) {
  return outlay_dimensions_text(&units->dimensions, dimension, buffer, size);
}

int32_t outlay_dimension_money_twelfths(const outlay_units *units, outlay_dimension dimension) {
  size_t count;
  const outlay_power *powers = outlay_dimension_powers(&units->dimensions, dimension, &count);
  return count > 0 && powers[0].base == OUTLAY_BASE_MONEY ? powers[0].twelfths : 0;
}
