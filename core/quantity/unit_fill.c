/* Puts the rows of unit_table.h into a new registry. */
#include <string.h>

#include "unit.h"
#include "unit_text.h"

/* Copies the next of the names between blanks and moves on; false at the end. */
static bool next_name(const char **names, char *name, size_t size) {
  while (**names == ' ') ++*names;
  const size_t length = strcspn(*names, " ");
  if (length == 0 || length >= size) return false;
  memcpy(name, *names, length);
  name[length] = '\0';
  *names += length;
  return true;
}

static outlay_status dimension_of(outlay_units *units, const outlay_unit_row *row,
                                  outlay_dimension *out) {
  *out = 0;
  if (row->sort == OUTLAY_UNIT_NUMBER) return OUTLAY_OK;
  const char *base = outlay_strings_get(&units->dimensions.bases, (uint32_t)row->base + 1);
  const outlay_status status = outlay_dimensions_base(&units->dimensions, base, out, NULL);
  if (status != OUTLAY_OK || row->sort == OUTLAY_UNIT_OF_BASE) return status;
  outlay_dimension time;
  const outlay_status time_status = outlay_dimensions_base(&units->dimensions, "Time", &time, NULL);
  if (time_status != OUTLAY_OK) return time_status;
  return outlay_dimension_divide(units, *out, time, out, NULL);
}

static outlay_status fill_unit(outlay_units *units, const outlay_unit_row *row) {
  outlay_symbol symbol = {.factor = row->factor, .prefixes = row->prefixes};
  outlay_status status = dimension_of(units, row, &symbol.dimension);
  char name[OUTLAY_NAME_MAX + 1];
  for (const char *names = row->names;
       status == OUTLAY_OK && next_name(&names, name, sizeof name);) {
    status = outlay_units_add(units, name, symbol, NULL, NULL);
    symbol.prefixes = 0;
  }
  return status;
}

static outlay_status fill_count(outlay_units *units, const outlay_count_row *row) {
  const uint32_t generic = outlay_units_find(units, row->generic, strlen(row->generic)).symbol;
  const char *names = row->names;
  char name[OUTLAY_NAME_MAX + 1];
  (void)next_name(&names, name, sizeof name);
  uint32_t singular;
  outlay_status status =
      outlay_units_add_count(units, name, generic, row->prefixes, &singular, NULL);
  while (status == OUTLAY_OK && next_name(&names, name, sizeof name)) {
    status = outlay_units_add_plural(units, name, singular, NULL);
  }
  return status;
}

outlay_status outlay_units_fill(outlay_units *units) {
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < outlay_unit_row_count; i++) {
    status = fill_unit(units, &outlay_unit_rows[i]);
  }
  for (size_t i = 0; status == OUTLAY_OK && i < outlay_count_row_count; i++) {
    status = fill_count(units, &outlay_count_rows[i]);
  }
  for (size_t i = 0; status == OUTLAY_OK && i < outlay_currency_row_count; i++) {
    const outlay_currency_row *row = &outlay_currency_rows[i];
    status = outlay_units_add_currency(units, row->code, row->sign, NULL);
  }
  return status;
}
