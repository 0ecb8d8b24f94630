/* What to say about a name that is no unit: "did you mean". */
#include <string.h>

#include "unit.h"
#include "unit_text.h"

enum { WORD_MAX = OUTLAY_NAME_MAX };

static bool same_letters(const char *a, const char *b) {
  for (; *a != '\0' && outlay_to_upper(*a) == outlay_to_upper(*b); a++) b++;
  return *a == '\0' && *b == '\0';
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Insertions, deletions, replacements and swaps of neighbours that make `b` of `a` (the
 * optimal string alignment distance). Both are at most WORD_MAX + 4 long. */
static size_t edit_distance(const char *a, const char *b) {
  size_t rows[3][WORD_MAX + 8] = {{0}};
  const size_t b_length = strlen(b);
  for (size_t j = 0; j <= b_length; j++) rows[0][j] = j;
  for (size_t i = 1; a[i - 1] != '\0'; i++) {
    size_t *row = rows[i % 3];
    const size_t *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= b_length; j++) {
      const size_t replaced = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = least(replaced, least(above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = least(row[j], before[j - 2] + 1);
      }
    }
  }
  return rows[strlen(a) % 3][b_length];
}

/* How far a name may be from the word to be thought of: short words are near to everything. */
static size_t tolerance(size_t length) { return length < 3 ? 0 : length < 6 ? 1 : 2; }

/* The nearest name, or NULL. Case slips come first, then few edits, then names without prefix. */
static const char *nearest_name(const outlay_units *units, const char *word) {
  const size_t length = strlen(word), limit = tolerance(length);
  const char *nearest = NULL;
  size_t nearest_cost = SIZE_MAX;
  for (size_t i = 0; i < units->alphabet_count; i++) {
    const uint32_t number = units->alphabet[i];
    const char *name = outlay_strings_get(&units->names, number);
    const bool prefixed = units->forms[number].prefix != 0;
    size_t cost;
    if (same_letters(word, name)) {
      cost = prefixed ? 1 : 0;
    } else {
      const size_t name_length = strlen(name);
      if (limit == 0 || name_length < 2 || name_length > length + limit) continue;
      const size_t edits = edit_distance(word, name);
      if (edits > limit || (prefixed && edits > 1) || edits >= name_length) continue;
      cost = edits * 2 + (prefixed ? 1 : 0);
    }
    if (cost < nearest_cost) {
      nearest = name;
      nearest_cost = cost;
    }
  }
  return nearest;
}

/* The prefix in front of a word that ends in `ending`, in any case: "T" of "TFLOPS". Its
 * length, or SIZE_MAX if the word does not end so. */
static size_t prefix_before(const char *word, const char *ending) {
  const size_t length = strlen(word), ending_length = strlen(ending);
  if (length < ending_length || length > ending_length + 1) return SIZE_MAX;
  const size_t prefix = length - ending_length;
  if (!same_letters(word + prefix, ending)) return SIZE_MAX;
  if (prefix == 1 && strchr("kKmMgGtTpPeEzZyY", word[0]) == NULL) return SIZE_MAX;
  return prefix;
}

/* The prefix as it should be written: "G" for "g", "k" for "K". */
static const char *proper_prefix(const char *word, size_t length) {
  static const char *const proper[] = {"k", "M", "G", "T", "P", "E", "Z", "Y"};
  for (size_t i = 0; length == 1 && i < sizeof proper / sizeof proper[0]; i++) {
    if (outlay_to_upper(proper[i][0]) == outlay_to_upper(word[0])) return proper[i];
  }
  return "";
}

/* Words that are understood in two ways; true if it is one. */
static bool explain_ambiguous(const char *word, outlay_error *error) {
  size_t length = prefix_before(word, "FLOPS");
  if (length != SIZE_MAX) {
    const char *prefix = proper_prefix(word, length);
    outlay_fail(error, OUTLAY_ERROR_UNIT, "'%s' could be an amount of work or a speed", word);
    outlay_advise(error, "write %sFLOP for an amount of work, %sFLOP/s for a speed", prefix,
                  prefix);
    return true;
  }
  length = prefix_before(word, "bps");
  if (length != SIZE_MAX) {
    outlay_fail(error, OUTLAY_ERROR_UNIT, "unknown unit '%s'", word);
    outlay_advise(error, "did you mean %sbit/s?", proper_prefix(word, length));
    return true;
  }
  length = prefix_before(word, "b");
  if (length == 1 && word[1] == 'b') {
    const char *prefix = proper_prefix(word, length);
    outlay_fail(error, OUTLAY_ERROR_UNIT, "'%s' could be in bytes or in bits", word);
    outlay_advise(error, "write %sB for bytes, %sbit for bits", prefix, prefix);
    return true;
  }
  return false;
}

static bool explain_misnomer(const char *word, outlay_error *error) {
  for (size_t i = 0; i < outlay_misnomer_count; i++) {
    const outlay_misnomer *misnomer = &outlay_misnomers[i];
    if (strcmp(word, misnomer->word) != 0) continue;
    if (misnomer->meaning == NULL) {
      outlay_fail(error, OUTLAY_ERROR_UNIT, "unknown unit '%s'", word);
    } else {
      outlay_fail(error, OUTLAY_ERROR_UNIT, "'%s' is not taken as a unit: %s", word,
                  misnomer->meaning);
    }
    outlay_advise(error, "%s", misnomer->advice);
    return true;
  }
  return false;
}

/* A magnitude or prefix that stands alone. */
static bool explain_prefix(const char *word, outlay_error *error) {
  if (strlen(word) != 1 || strchr("kKMGTPE", word[0]) == NULL) return false;
  outlay_fail(error, OUTLAY_ERROR_UNIT, "'%s' is a prefix without its unit", word);
  outlay_advise(error,
                "attach it to a unit as in kW, or write a large number as 30k, 5M, 5B or 5e9");
  return true;
}

/* "m2" for m^2. */
static bool explain_power(const outlay_units *units, const char *word, outlay_error *error) {
  const size_t length = strlen(word);
  if (length < 2 || !outlay_is_digit(word[length - 1])) return false;
  if (outlay_units_find(units, word, length - 1).symbol == 0) return false;
  outlay_fail(error, OUTLAY_ERROR_UNIT, "unknown unit '%s'", word);
  outlay_advise(error, "write a power as %.*s^%c", (int)(length - 1), word, word[length - 1]);
  return true;
}

static void explain_by_nearest(const outlay_units *units, char *word, outlay_error *error) {
  const size_t length = strlen(word);
  const char *nearest = nearest_name(units, word);
  outlay_fail(error, OUTLAY_ERROR_UNIT, "unknown unit '%s'", word);
  if (nearest != NULL) {
    outlay_advise(error, "did you mean %s?", nearest);
    return;
  }
  if (length > 4 && outlay_is_digit(word[length - 1]) && word[length - 4] != '0') { /* usd2024 */
    char year[5];
    memcpy(year, word + length - 4, sizeof year);
    word[length - 4] = '\0';
    nearest = nearest_name(units, word);
    if (nearest != NULL) outlay_advise(error, "did you mean %s%s?", nearest, year);
  }
}

static void explain(const outlay_units *units, const outlay_quotation *quotation, size_t length,
                    outlay_error *error) {
  char word[WORD_MAX + 1];
  if (length > WORD_MAX) {
    outlay_fail(error, OUTLAY_ERROR_UNIT, "unknown unit '%s'", quotation->text);
    return;
  }
  memcpy(word, quotation->text, length + 1);
  if (explain_misnomer(word, error) || explain_ambiguous(word, error)) return;
  if (explain_prefix(word, error) || explain_power(units, word, error)) return;
  explain_by_nearest(units, word, error);
}

outlay_status outlay_unit_unknown(const outlay_units *units, const char *text, size_t begin,
                                  size_t end, outlay_error *error) {
  if (error == NULL) return OUTLAY_ERROR_UNIT;
  const outlay_quotation quotation = outlay_quote(text, begin, end);
  explain(units, &quotation, strlen(quotation.text), error);
  outlay_error_place(error, begin, end);
  return OUTLAY_ERROR_UNIT;
}
