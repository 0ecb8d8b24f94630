/* Quantities in text: any bytes give a finite quantity or an error that lies within them, and what
 * is printed of a quantity is read back. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "outlay.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds) {
  if (!holds) abort();
}

static void check_printing(outlay_units *units, double value, outlay_unit unit) {
  char text[4096];
  outlay_unit_info info;
  outlay_unit_describe(units, unit, &info);
  const size_t length = outlay_number_format(units, value * info.factor, 0, unit, text, 64);
  require(length < 64);
  (void)snprintf(text + length, sizeof text - length, " %s", info.text);
  outlay_quantity again;
  const outlay_status status = outlay_quantity_parse(units, text, &again, NULL);
  if (fabs(value) > 1.7e308 || fabs(value) < 2.3e-308) return; /* rounding may go over the edge */
  const double size = fabs(value * info.factor);
  if (size > 1.7e308 || size < 2.3e-308) return;
  if (strlen(text) > 4000) return;
  require(status == OUTLAY_OK);
  require(again.unit == unit && fabs(again.low - value) <= 1e-9 * fabs(value));
}

static void check_quantity(outlay_units *units, const outlay_quantity *quantity) {
  require(isfinite(quantity->low) && isfinite(quantity->high));
  require(quantity->interval ? quantity->low < quantity->high : quantity->low == quantity->high);
  check_printing(units, quantity->low, quantity->unit);
  check_printing(units, quantity->high, quantity->unit);
}

/* A registry takes long to make: one serves for many inputs. */
static outlay_units *registry(void) {
  enum { INPUTS = 4096 };
  static outlay_units *units;
  static int used;
  if (used++ % INPUTS == 0) {
    outlay_units_free(units);
    require(outlay_units_new(NULL, &units) == OUTLAY_OK);
  }
  return units;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1);
  if (text == NULL) return 0;
  if (size > 0) memcpy(text, data, size);
  text[size] = '\0';
  outlay_units *units = registry();
  outlay_quantity quantity;
  outlay_error error;
  if (outlay_quantity_parse(units, text, &quantity, &error) == OUTLAY_OK) {
    check_quantity(units, &quantity);
  } else {
    require(error.message[0] != '\0');
    require(error.begin <= error.end && error.end <= strlen(text));
  }
  free(text);
  return 0;
}
