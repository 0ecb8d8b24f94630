/* The grammar of units: any bytes give a unit or an error that lies within them, and a unit's
 * text parses back to the unit. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "outlay.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds) {
  if (!holds) abort();
}

static void check_unit(outlay_units *units, outlay_unit unit) {
  outlay_unit_info info;
  outlay_unit_describe(units, unit, &info);
  outlay_unit again, chosen;
  require(outlay_unit_parse(units, unit == 0 ? "1" : info.text, &again, NULL) == OUTLAY_OK);
  require(again == unit);
  for (int hinted = 0; hinted < 2; hinted++) {
    const outlay_status status = outlay_unit_choose(units, 3.7e5 * info.factor, info.dimension,
                                                    info.money, hinted ? unit : 0, &chosen, NULL);
    if (status == OUTLAY_ERROR_LIMIT) continue; /* a product too long or too large to write */
    require(status == OUTLAY_OK);
    outlay_unit_info other;
    outlay_unit_describe(units, chosen, &other);
    require(other.dimension == info.dimension && other.money == info.money);
  }
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
  outlay_unit unit;
  outlay_error error;
  if (outlay_unit_parse(units, text, &unit, &error) == OUTLAY_OK) {
    check_unit(units, unit);
  } else {
    require(error.message[0] != '\0');
    require(error.begin <= error.end && error.end <= strlen(text));
  }
  free(text);
  return 0;
}
