/* A unit for a dimension that people have no usual unit for: a product of plain units. */
#include <stdlib.h>
#include <string.h>

#include "format.h"
#include "unit_text.h"

static const char *const usual_units[] = {
    [OUTLAY_BASE_ENERGY] = "kWh", [OUTLAY_BASE_TIME] = "h",   [OUTLAY_BASE_DATA] = "B",
    [OUTLAY_BASE_FLOP] = "FLOP",  [OUTLAY_BASE_LENGTH] = "m", [OUTLAY_BASE_MASS] = "kg",
};

/* Of factor 1, so that no power of them overflows. */
static const char *const base_units[] = {
    [OUTLAY_BASE_ENERGY] = "J",  [OUTLAY_BASE_TIME] = "s",   [OUTLAY_BASE_DATA] = "B",
    [OUTLAY_BASE_FLOP] = "FLOP", [OUTLAY_BASE_LENGTH] = "m", [OUTLAY_BASE_MASS] = "kg",
};

enum { USUAL_POWER_MAX = 3 * OUTLAY_WHOLE_POWER };

typedef struct composer {
  const outlay_units *units;
  outlay_money money;
  const outlay_power *powers;
  size_t count;
  int32_t watts;  /* power, in twelfths, of energy per time that is written as W */
  bool work_rate; /* FLOP or data per second */
  bool plain;     /* base units only */
  outlay_writer *writer;
} composer;

static int32_t power_of(const composer *c, outlay_base base) {
  for (size_t i = 0; i < c->count; i++) {
    if (c->powers[i].base == base) return c->powers[i].twelfths;
  }
  return 0;
}

static void write_base(const composer *c, uint16_t base) {
  if (base == OUTLAY_BASE_MONEY) {
    outlay_write(c->writer, outlay_moneys_name(&c->units->moneys, c->money).text);
  } else if (base == OUTLAY_BASE_TIME && c->work_rate) {
    outlay_write(c->writer, "s");
  } else if (base < OUTLAY_BASE_COUNTED) {
    outlay_write(c->writer, c->plain ? base_units[base] : usual_units[base]);
  } else {
    const outlay_strings *bases = &c->units->dimensions.bases;
    const char *name = outlay_strings_get(bases, (uint32_t)base + 1);
    const uint32_t number = outlay_strings_find(&c->units->names, name, strlen(name));
    const uint32_t symbol = c->units->forms[number].symbol;
    outlay_write(c->writer,
                 outlay_symbol_name(c->units, outlay_symbol_as_written(c->units, symbol)));
  }
}

/* The power of a base that is left beside the watts. */
static int32_t rest_of(const composer *c, size_t index) {
  const outlay_power power = c->powers[index];
  if (power.base == OUTLAY_BASE_ENERGY) return power.twelfths - c->watts;
  if (power.base == OUTLAY_BASE_TIME) return power.twelfths + c->watts;
  return power.twelfths;
}

static void write_above(const composer *c) {
  bool first = true;
  if (c->watts > 0) {
    outlay_write(c->writer, "W");
    outlay_write_exponent(c->writer, c->watts);
    first = false;
  }
  for (size_t i = 0; i < c->count; i++) {
    const int32_t twelfths = rest_of(c, i);
    if (twelfths <= 0) continue;
    if (!first) outlay_write(c->writer, "*");
    first = false;
    write_base(c, c->powers[i].base);
    outlay_write_exponent(c->writer, twelfths);
  }
  if (first) outlay_write(c->writer, "1");
}

static void write_below(const composer *c) {
  const char *join = "/";
  for (size_t i = 0; i < c->count; i++) {
    const int32_t twelfths = rest_of(c, i);
    if (twelfths >= 0) continue;
    outlay_write(c->writer, join);
    /* A rate of work for each thing is FLOP/s/rack, not FLOP/s-rack. */
    join = c->powers[i].base == OUTLAY_BASE_TIME && c->work_rate ? "/" : "-";
    write_base(c, c->powers[i].base);
    outlay_write_exponent(c->writer, -twelfths);
  }
}

outlay_status outlay_unit_compose(outlay_units *units, outlay_dimension dimension,
                                  outlay_money money, outlay_unit *out, outlay_error *error) {
  char text[OUTLAY_UNIT_TEXT_MAX + 1];
  outlay_writer writer = outlay_writer_on(text, sizeof text);
  composer c = {.units = units, .money = money, .writer = &writer};
  c.powers = outlay_dimension_powers(&units->dimensions, dimension, &c.count);
  for (size_t i = 0; i < c.count; i++) {
    if (abs(c.powers[i].twelfths) > USUAL_POWER_MAX) c.plain = true;
  }
  const int32_t energy = power_of(&c, OUTLAY_BASE_ENERGY), time = power_of(&c, OUTLAY_BASE_TIME);
  if (!c.plain && energy == OUTLAY_WHOLE_POWER && time == -OUTLAY_WHOLE_POWER) c.watts = energy;
  c.work_rate =
      time < 0 && (power_of(&c, OUTLAY_BASE_FLOP) > 0 || power_of(&c, OUTLAY_BASE_DATA) > 0);
  write_above(&c);
  write_below(&c);
  if (writer.length > OUTLAY_UNIT_TEXT_MAX) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT,
                       "the unit of this dimension is too long to write");
  }
  return outlay_unit_parse(units, text, out, error);
}
