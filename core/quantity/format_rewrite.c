/* A unit written anew: with another prefix, another kind of money, the author's own words. */
#include <math.h>

#include "format.h"
#include "unit_text.h"

uint32_t outlay_symbol_as_written(const outlay_units *units, uint32_t symbol) {
  const outlay_symbol *generic = &units->symbols[symbol];
  if (!generic->counted || generic->generic != symbol) return symbol;
  return generic->seen == 0 ? symbol : generic->seen;
}

static void write_name(outlay_writer *writer, const outlay_units *units,
                       const outlay_factor *factor, const outlay_rewriting *changes) {
  const outlay_symbol *symbol = &units->symbols[factor->symbol];
  if (symbol->currency != 0) {
    const outlay_money money = changes->money != 0 ? changes->money : factor->money;
    outlay_write(writer, outlay_moneys_name(&units->moneys, money).text);
    return;
  }
  const uint32_t written =
      changes->kinds ? outlay_symbol_as_written(units, factor->symbol) : factor->symbol;
  outlay_write(writer, outlay_symbol_name(units, written));
}

outlay_status outlay_unit_rewrite(outlay_units *units, outlay_unit unit, outlay_rewriting changes,
                                  outlay_unit *out, outlay_error *error) {
  const outlay_unit_entry *entry = outlay_unit_entry_of(units, unit);
  const char *old = outlay_strings_get(&units->texts, unit);
  char text[OUTLAY_UNIT_TEXT_MAX + 1];
  outlay_writer writer = outlay_writer_on(text, sizeof text);
  size_t at = 0;
  for (size_t i = 0; i < entry->count; i++) {
    const outlay_factor *factor = &units->factors[entry->first + i];
    outlay_write_bytes(&writer, old + at, factor->begin - at);
    const uint32_t prefix = i == changes.prefix_at ? changes.prefix : factor->prefix;
    outlay_write(&writer, outlay_prefixes[prefix].text);
    write_name(&writer, units, factor, &changes);
    at = factor->end;
  }
  outlay_write(&writer, old + at);
  if (writer.length > OUTLAY_UNIT_TEXT_MAX) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "the unit is too long");
  }
  return outlay_unit_parse(units, text, out, error);
}

/* The first plain factor that takes prefixes; SIZE_MAX if there is none. */
static size_t scalable_factor(const outlay_units *units, const outlay_unit_entry *entry) {
  for (size_t i = 0; i < entry->count; i++) {
    const outlay_factor *factor = &units->factors[entry->first + i];
    if (factor->twelfths != OUTLAY_WHOLE_POWER) continue;
    const outlay_symbol *symbol = &units->symbols[factor->symbol];
    /* A counted thing keeps its plain name: "15.6T token". */
    if (symbol->counted && factor->prefix == 0) continue;
    /* An amount of work beyond TFLOP is written 3.8e25 FLOP. */
    if (entry->count == 1 && (symbol->prefixes & OUTLAY_PREFIX_LARGEST) != 0) continue;
    if (symbol->prefixes != 0) return i;
  }
  return SIZE_MAX;
}

/* The largest prefix in which the number is at least 1, else the smallest; binary units stay
 * binary. `number` is that of the unit without a prefix. */
static uint32_t fitting_prefix(uint32_t sets, bool binary, double number) {
  uint32_t largest = UINT32_MAX, smallest = 0;
  for (uint32_t i = 0; i < outlay_prefix_count; i++) {
    const outlay_prefix *prefix = &outlay_prefixes[i];
    const bool is_binary = (prefix->set & OUTLAY_PREFIX_BINARY) != 0;
    if (i != 0 && ((prefix->set & sets) == 0 || is_binary != binary)) continue;
    if (prefix->factor < outlay_prefixes[smallest].factor) smallest = i;
    if (fabs(number) < prefix->factor) continue;
    if (largest == UINT32_MAX || prefix->factor > outlay_prefixes[largest].factor) largest = i;
  }
  return largest == UINT32_MAX ? smallest : largest;
}

outlay_status outlay_unit_reprefix(outlay_units *units, double value, outlay_unit unit,
                                   outlay_unit *out, outlay_error *error) {
  const outlay_unit_entry *entry = outlay_unit_entry_of(units, unit);
  const size_t at = scalable_factor(units, entry);
  if (at == SIZE_MAX) {
    *out = unit;
    return OUTLAY_OK;
  }
  const outlay_factor *factor = &units->factors[entry->first + at];
  const uint32_t sets = units->symbols[factor->symbol].prefixes & ~(uint32_t)OUTLAY_PREFIX_LARGEST;
  const bool binary = (outlay_prefixes[factor->prefix].set & OUTLAY_PREFIX_BINARY) != 0;
  const double number = value / entry->factor * outlay_prefixes[factor->prefix].factor;
  const outlay_rewriting changes = {.prefix_at = at,
                                    .prefix = fitting_prefix(sets, binary, number)};
  return outlay_unit_rewrite(units, unit, changes, out, error);
}
