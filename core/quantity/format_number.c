/* Digits of numbers. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format.h"
#include "unit_text.h"

enum { EXACT_DIGITS = 10, LEAST_DIGITS = 2, MOST_DIGITS = 4, SUFFIX_DIGITS = 4 };

/* A decimal number: 0.DIGITS * 10^(exponent + 1), that is, the first digit counts 10^exponent. */
typedef struct decimal {
  bool negative;
  char digits[24];
  int count;
  int exponent;
} decimal;

/* `value` rounded to `count` significant digits. snprintf rounds correctly, but its decimal
 * point depends on the locale: only the digits and the exponent are taken from it. */
static decimal round_to(double value, int count) {
  char text[48];
  (void)snprintf(text, sizeof text, "%.*e", count - 1, fabs(value));
  decimal out = {.negative = value < 0};
  const char *at = text;
  for (; *at != '\0' && *at != 'e'; at++) {
    if (outlay_is_digit(*at)) out.digits[out.count++] = *at;
  }
  out.exponent = *at == 'e' ? (int)strtol(at + 1, NULL, 10) : 0;
  return out;
}

static int decade_of(double value) { return round_to(value, 15).exponent; }

/* Two digits of the spread, but no more than four in all. */
static int supported_digits(double value, double spread) {
  const int digits = decade_of(value) - decade_of(spread) + 2;
  if (digits < LEAST_DIGITS) return LEAST_DIGITS;
  return digits > MOST_DIGITS ? MOST_DIGITS : digits;
}

static decimal round_by_spread(double value, double spread) {
  decimal rounded = round_to(value, supported_digits(value, spread));
  /* 99.97 becomes 100.0, not 100: the place of the last digit stays. */
  const bool carried = rounded.exponent > decade_of(value);
  if (carried && rounded.count < MOST_DIGITS) rounded.digits[rounded.count++] = '0';
  return rounded;
}

static void trim_zeros(decimal *number) {
  while (number->count > 1 && number->digits[number->count - 1] == '0') number->count--;
}

static void write_digit(outlay_writer *writer, const decimal *number, int index) {
  outlay_write_bytes(writer, index < number->count ? &number->digits[index] : "0", 1);
}

/* Digits with the point behind those that count ones, and commas between thousands. */
static void write_plain(outlay_writer *writer, const decimal *number) {
  if (number->exponent < 0) {
    outlay_write(writer, "0.");
    for (int i = number->exponent + 1; i < 0; i++) outlay_write(writer, "0");
  }
  for (int i = 0; i <= number->exponent; i++) {
    if (i > 0 && (number->exponent - i + 1) % 3 == 0) outlay_write(writer, ",");
    write_digit(writer, number, i);
  }
  const int whole = number->exponent < 0 ? 0 : number->exponent + 1;
  if (number->count > whole && number->exponent >= 0) outlay_write(writer, ".");
  for (int i = whole; i < number->count; i++) write_digit(writer, number, i);
}

static void write_scientific(outlay_writer *writer, const decimal *number) {
  write_digit(writer, number, 0);
  if (number->count > 1) {
    outlay_write(writer, ".");
    outlay_write_bytes(writer, number->digits + 1, (size_t)number->count - 1);
  }
  outlay_write(writer, "e");
  outlay_write_integer(writer, number->exponent);
}

/* "30.8M" where that loses nothing. */
static bool write_suffixed(outlay_writer *writer, decimal number) {
  static const char *const suffixes[] = {"M", "B", "T"};
  if (number.exponent < 6 || number.exponent >= 15 || number.count > SUFFIX_DIGITS) return false;
  const int step = number.exponent / 3;
  number.exponent -= step * 3;
  write_plain(writer, &number);
  outlay_write(writer, suffixes[step - 2]);
  return true;
}

size_t outlay_format_number(double value, double spread, bool counted, char *buffer, size_t size) {
  outlay_writer writer = outlay_writer_on(buffer, size);
  if (!isfinite(value) || value == 0) {
    outlay_write(&writer, isnan(value) ? "nan" : value > 0 ? "inf" : value < 0 ? "-inf" : "0");
    return writer.length;
  }
  const bool exact = !isfinite(spread) || spread <= 0;
  decimal number = exact ? round_to(value, EXACT_DIGITS) : round_by_spread(value, spread);
  if (exact) trim_zeros(&number);
  if (number.negative) outlay_write(&writer, "-");
  if (counted && write_suffixed(&writer, number)) return writer.length;
  if (number.exponent >= 15 || number.exponent < -4) {
    write_scientific(&writer, &number);
  } else {
    write_plain(&writer, &number);
  }
  return writer.length;
}

bool outlay_unit_is_counted(const outlay_units *units, outlay_unit unit) {
  if (unit == 0) return true;
  const outlay_unit_entry *entry = outlay_unit_entry_of(units, unit);
  if (entry == NULL || entry->count == 0) return false;
  const outlay_factor *first = &units->factors[entry->first];
  return units->symbols[first->symbol].counted && first->prefix == 0 && first->begin == 0;
}

size_t outlay_number_format(const outlay_units *units, double value, double spread,
                            outlay_unit unit, char *buffer, size_t size) {
  const outlay_unit_entry *entry = outlay_unit_entry_of(units, unit);
  const double factor = entry == NULL ? 1 : entry->factor;
  return outlay_format_number(value / factor, spread / factor, outlay_unit_is_counted(units, unit),
                              buffer, size);
}
