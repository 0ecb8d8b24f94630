/* New names in the registry: the built-in ones and those that users declare. */
#include <math.h>
#include <string.h>

#include "unit.h"
#include "unit_text.h"

/* ---- names and their forms ---- */

static bool takes(uint32_t sets, size_t prefix) {
  return prefix == 0 || (outlay_prefixes[prefix].set & sets) != 0;
}

static void undo_forms(outlay_units *units, const uint32_t *numbers, size_t count) {
  for (size_t i = 0; i < count; i++) units->forms[numbers[i]] = (outlay_form){0};
}

static outlay_status add_form(outlay_units *units, const char *name, size_t prefix, uint32_t symbol,
                              uint32_t *number, outlay_error *error) {
  char text[OUTLAY_NAME_MAX + 4];
  outlay_writer writer = outlay_writer_on(text, sizeof text);
  outlay_write(&writer, outlay_prefixes[prefix].text);
  outlay_write(&writer, name);
  if (outlay_units_find(units, text, writer.length).symbol != 0) {
    outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the unit %s would have two meanings", text);
    outlay_advise(error, "take another name than %s, or declare it without prefixes", name);
    return OUTLAY_ERROR_ARGUMENT;
  }
  const size_t old_capacity = units->form_capacity;
  if (!outlay_memory_reserve(&units->allocator, (void **)&units->forms, &units->form_capacity,
                             units->names.count + 1, sizeof *units->forms)) {
    return outlay_fail_memory(error);
  }
  for (size_t i = old_capacity; i < units->form_capacity; i++) units->forms[i] = (outlay_form){0};
  if (!outlay_strings_intern(&units->names, text, writer.length, number)) {
    return outlay_fail_memory(error);
  }
  units->forms[*number] = (outlay_form){.symbol = symbol, .prefix = (uint32_t)prefix};
  return OUTLAY_OK;
}

static void insert_in_alphabet(outlay_units *units, uint32_t number) {
  const char *name = outlay_strings_get(&units->names, number);
  size_t low = 0, high = units->alphabet_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (strcmp(outlay_strings_get(&units->names, units->alphabet[middle]), name) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  memmove(units->alphabet + low + 1, units->alphabet + low,
          (units->alphabet_count - low) * sizeof *units->alphabet);
  units->alphabet[low] = number;
  units->alphabet_count++;
}

static bool reserve(outlay_units *units, size_t forms) {
  return outlay_memory_reserve(&units->allocator, (void **)&units->symbols, &units->symbol_capacity,
                               units->symbol_count + 1, sizeof *units->symbols) &&
         outlay_memory_reserve(&units->allocator, (void **)&units->alphabet,
                               &units->alphabet_capacity, units->alphabet_count + forms,
                               sizeof *units->alphabet);
}

outlay_status outlay_units_add(outlay_units *units, const char *name, outlay_symbol symbol,
                               uint32_t *out, outlay_error *error) {
  const uint32_t number = (uint32_t)units->symbol_count;
  if (!reserve(units, outlay_prefix_count)) return outlay_fail_memory(error);
  uint32_t forms[32];
  size_t count = 0;
  for (size_t prefix = 0; prefix < outlay_prefix_count; prefix++) {
    if (!takes(symbol.prefixes, prefix)) continue;
    const outlay_status status = add_form(units, name, prefix, number, &forms[count], error);
    if (status != OUTLAY_OK) {
      undo_forms(units, forms, count);
      return status;
    }
    count++;
  }
  for (size_t i = 0; i < count; i++) insert_in_alphabet(units, forms[i]);
  symbol.name = forms[0];
  if (symbol.written_as == 0) symbol.written_as = number;
  if (symbol.singular == 0) symbol.singular = number;
  if (symbol.generic == 0) symbol.generic = symbol.singular;
  units->symbols[number] = symbol;
  units->symbol_count++;
  if (out != NULL) *out = number;
  return OUTLAY_OK;
}

outlay_status outlay_units_add_count(outlay_units *units, const char *name, uint32_t generic,
                                     uint32_t prefixes, uint32_t *out, outlay_error *error) {
  outlay_symbol symbol = {.factor = 1, .counted = true, .generic = generic, .prefixes = prefixes};
  if (generic != 0) {
    symbol.dimension = units->symbols[generic].dimension;
  } else {
    const outlay_status status =
        outlay_dimensions_base(&units->dimensions, name, &symbol.dimension, error);
    if (status != OUTLAY_OK) return status;
  }
  return outlay_units_add(units, name, symbol, out, error);
}

outlay_status outlay_units_add_plural(outlay_units *units, const char *name, uint32_t singular,
                                      outlay_error *error) {
  outlay_symbol symbol = units->symbols[singular];
  symbol.written_as = 0;
  symbol.singular = singular;
  return outlay_units_add(units, name, symbol, NULL, error);
}

outlay_status outlay_units_add_currency(outlay_units *units, const char *code, const char *sign,
                                        outlay_error *error) {
  outlay_symbol symbol = {.factor = 1, .prefixes = OUTLAY_PREFIX_MONEY};
  if (!outlay_strings_intern(&units->moneys.codes, code, strlen(code), &symbol.currency)) {
    return outlay_fail_memory(error);
  }
  outlay_status status =
      outlay_moneys_kind(&units->moneys, symbol.currency, 0, &symbol.money, error);
  if (status != OUTLAY_OK) return status;
  status = outlay_dimensions_base(&units->dimensions, "Money", &symbol.dimension, error);
  if (status != OUTLAY_OK) return status;
  uint32_t number;
  status = outlay_units_add(units, code, symbol, &number, error);
  if (status != OUTLAY_OK || sign == NULL) return status;
  symbol.written_as = number;
  return outlay_units_add(units, sign, symbol, NULL, error);
}

/* ---- what users declare ---- */

static bool is_reserved(const char *name) {
  static const char *const words[] = {"k",  "K",   "M",        "T",       "bn",      "mn",
                                      "to", "per", "thousand", "million", "billion", "trillion"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (strcmp(name, words[i]) == 0) return true;
  }
  return false;
}

static outlay_status check_name(const char *name, outlay_error *error) {
  if (name == NULL || !outlay_is_letter(name[0])) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the name of a unit begins with a letter");
  }
  const size_t length = strlen(name);
  const outlay_quotation quotation = outlay_quote(name, 0, length);
  if (length > OUTLAY_NAME_MAX) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "the name of a unit has at most %d letters, and '%s' has %zu",
                       OUTLAY_NAME_MAX, quotation.text, length);
  }
  for (size_t i = 0; i < length; i++) {
    if (outlay_is_letter(name[i]) || outlay_is_digit(name[i]) || name[i] == '_') continue;
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "the name of a unit has letters, digits and _ only, unlike '%s'",
                       quotation.text);
  }
  if (!is_reserved(name)) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "'%s' has another meaning in a quantity", name);
}

static outlay_status fail_taken(const char *name, outlay_error *error) {
  outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the unit %s is there already, with another meaning",
              name);
  outlay_advise(error, "take another name");
  return OUTLAY_ERROR_ARGUMENT;
}

/* USD2024 is dollars of a year; nothing else may look like it. */
static bool looks_dated(const outlay_units *units, const char *name) {
  const size_t length = strlen(name);
  if (length <= 4) return false;
  for (size_t i = length - 4; i < length; i++) {
    if (!outlay_is_digit(name[i])) return false;
  }
  const uint32_t symbol = outlay_units_find(units, name, length - 4).symbol;
  return symbol != 0 && units->symbols[symbol].currency != 0;
}

static outlay_status check_free(const outlay_units *units, const char *name, outlay_error *error) {
  if (outlay_units_find(units, name, strlen(name)).symbol != 0) return fail_taken(name, error);
  return looks_dated(units, name) ? fail_taken(name, error) : OUTLAY_OK;
}

static bool is_plural(const outlay_units *units, const char *plural, uint32_t singular) {
  const outlay_form there = outlay_units_find(units, plural, strlen(plural));
  return there.symbol != 0 && there.prefix == 0 &&
         units->symbols[there.symbol].singular == singular;
}

/* `singular` is 0 where it is not declared yet. */
static outlay_status check_plural(const outlay_units *units, const char *plural, uint32_t singular,
                                  outlay_error *error) {
  const outlay_status status = check_name(plural, error);
  if (status != OUTLAY_OK || is_plural(units, plural, singular)) return status;
  return check_free(units, plural, error);
}

static bool is_base_name(const outlay_units *units, const char *name) {
  const uint32_t number = outlay_strings_find(&units->dimensions.bases, name, strlen(name));
  return number != 0 && number <= OUTLAY_BASE_COUNTED;
}

outlay_status outlay_units_declare_count(outlay_units *units, const char *name, const char *plural,
                                         outlay_error *error) {
  outlay_status status = check_name(name, error);
  if (status != OUTLAY_OK) return status;
  const outlay_form there = outlay_units_find(units, name, strlen(name));
  uint32_t symbol = there.symbol;
  /* Before anything is declared, so that a mistake in the plural declares nothing. */
  if (plural != NULL) status = check_plural(units, plural, symbol, error);
  if (status != OUTLAY_OK) return status;
  if (symbol == 0) {
    status = is_base_name(units, name) ? fail_taken(name, error) : check_free(units, name, error);
    if (status != OUTLAY_OK) return status;
    status = outlay_units_add_count(units, name, 0, 0, &symbol, error);
    if (status != OUTLAY_OK) return status;
  } else if (there.prefix != 0 || !units->symbols[symbol].counted ||
             units->symbols[symbol].singular != symbol) {
    return fail_taken(name, error);
  }
  if (plural == NULL || is_plural(units, plural, symbol)) return OUTLAY_OK;
  return outlay_units_add_plural(units, plural, symbol, error);
}

outlay_status outlay_units_declare(outlay_units *units, const char *name, double factor,
                                   outlay_unit unit, int32_t prefixes, outlay_error *error) {
  const outlay_status status = check_name(name, error);
  if (status != OUTLAY_OK) return status;
  const outlay_unit_entry *entry = outlay_unit_entry_of(units, unit);
  if (entry == NULL) return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is no unit %u", unit);
  const outlay_symbol symbol = {
      .factor = factor * entry->factor,
      .dimension = entry->dimension,
      .money = entry->money,
      .prefixes = prefixes != 0 ? OUTLAY_PREFIX_LARGE | OUTLAY_PREFIX_SMALL : 0};
  if (!isnormal(symbol.factor) || symbol.factor < 0) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "the factor of the unit %s must be positive and finite", name);
  }
  const outlay_form there = outlay_units_find(units, name, strlen(name));
  if (there.symbol != 0) {
    const outlay_symbol *old = &units->symbols[there.symbol];
    const bool same = there.prefix == 0 && old->factor == symbol.factor &&
                      old->dimension == symbol.dimension && old->money == symbol.money &&
                      old->prefixes == symbol.prefixes && old->currency == 0;
    return same ? OUTLAY_OK : fail_taken(name, error);
  }
  const outlay_status free_status = check_free(units, name, error);
  if (free_status != OUTLAY_OK) return free_status;
  return outlay_units_add(units, name, symbol, NULL, error);
}

outlay_status outlay_units_declare_currency(outlay_units *units, const char *code,
                                            outlay_error *error) {
  const outlay_status status = check_name(code, error);
  if (status != OUTLAY_OK) return status;
  const size_t length = strlen(code);
  bool capitals = length >= 3 && length <= 8;
  for (size_t i = 0; i < length; i++) capitals = capitals && code[i] >= 'A' && code[i] <= 'Z';
  if (!capitals) {
    outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "'%s' is not the code of a currency", code);
    outlay_advise(error, "write three capital letters, such as SEK");
    return OUTLAY_ERROR_ARGUMENT;
  }
  const outlay_form there = outlay_units_find(units, code, length);
  if (there.symbol != 0) {
    const bool same = there.prefix == 0 && units->symbols[there.symbol].currency != 0;
    return same ? OUTLAY_OK : fail_taken(code, error);
  }
  return outlay_units_add_currency(units, code, NULL, error);
}
