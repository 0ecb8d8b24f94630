#include "money.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "unit_text.h"

outlay_status outlay_moneys_init(outlay_moneys *moneys, const outlay_allocator *allocator) {
  memset(moneys, 0, sizeof *moneys);
  moneys->allocator = *allocator;
  outlay_strings_init(&moneys->codes, allocator);
  outlay_strings_init(&moneys->sources, allocator);
  if (!outlay_memory_reserve(allocator, (void **)&moneys->kinds, &moneys->capacity, 1,
                             sizeof *moneys->kinds)) {
    return OUTLAY_ERROR_MEMORY;
  }
  moneys->kinds[0] = (outlay_money_kind_entry){0};
  moneys->count = 1;
  return OUTLAY_OK;
}

void outlay_moneys_clear(outlay_moneys *moneys) {
  const outlay_allocator *allocator = &moneys->allocator;
  outlay_strings_clear(&moneys->codes);
  outlay_strings_clear(&moneys->sources);
  outlay_memory_free(allocator, moneys->kinds, moneys->capacity, sizeof *moneys->kinds);
  outlay_memory_free(allocator, moneys->indices.facts, moneys->indices.capacity,
                     sizeof *moneys->indices.facts);
  outlay_memory_free(allocator, moneys->rates.facts, moneys->rates.capacity,
                     sizeof *moneys->rates.facts);
}

bool outlay_date_is_month(outlay_date date) { return date > 9999; }

bool outlay_date_is_valid(outlay_date date) {
  if (date == 0) return true;
  const int32_t year = outlay_date_is_month(date) ? date / 100 : date;
  const int32_t month = outlay_date_is_month(date) ? date % 100 : 1;
  return year >= 1000 && year <= 9999 && month >= 1 && month <= 12;
}

int32_t outlay_date_months(outlay_date date) {
  return outlay_date_is_month(date) ? date / 100 * 12 + date % 100 - 1 : date * 12 + 6;
}

outlay_date_text outlay_date_write(outlay_date date) {
  outlay_date_text out = {{0}};
  if (outlay_date_is_month(date)) {
    (void)snprintf(out.text, sizeof out.text, "%04d-%02d", date / 100, date % 100);
  } else if (date != 0) {
    (void)snprintf(out.text, sizeof out.text, "%04d", date);
  }
  return out;
}

outlay_status outlay_moneys_kind(outlay_moneys *moneys, uint32_t currency, outlay_date date,
                                 outlay_money *out, outlay_error *error) {
  for (size_t i = 1; i < moneys->count; i++) {
    if (moneys->kinds[i].currency == currency && moneys->kinds[i].date == date) {
      *out = (outlay_money)i;
      return OUTLAY_OK;
    }
  }
  if (!outlay_memory_reserve(&moneys->allocator, (void **)&moneys->kinds, &moneys->capacity,
                             moneys->count + 1, sizeof *moneys->kinds)) {
    return outlay_fail_memory(error);
  }
  moneys->kinds[moneys->count] = (outlay_money_kind_entry){.currency = currency, .date = date};
  *out = (outlay_money)moneys->count++;
  return OUTLAY_OK;
}

size_t outlay_moneys_text(const outlay_moneys *moneys, outlay_money money, char *buffer,
                          size_t size) {
  outlay_writer writer = outlay_writer_on(buffer, size);
  if (money != 0 && money < moneys->count) {
    outlay_write(&writer, outlay_strings_get(&moneys->codes, moneys->kinds[money].currency));
    outlay_write(&writer, outlay_date_write(moneys->kinds[money].date).text);
  }
  return writer.length;
}

outlay_money_name outlay_moneys_name(const outlay_moneys *moneys, outlay_money money) {
  outlay_money_name name;
  (void)outlay_moneys_text(moneys, money, name.text, sizeof name.text);
  return name;
}

/* The later date's kind: of a year and one of its months the year, which ends no earlier. */
static int32_t end_of(outlay_date date) {
  return outlay_date_is_month(date) ? date / 100 * 13 + date % 100 - 1 : date * 13 + 12;
}

outlay_status outlay_moneys_common(outlay_moneys *moneys, outlay_money a, outlay_money b,
                                   outlay_money *out, outlay_error *error) {
  if (a == 0 || b == 0 || a >= moneys->count || b >= moneys->count) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a value without money has no kind of money");
  }
  const outlay_money_kind_entry left = moneys->kinds[a], right = moneys->kinds[b];
  if (a == b) {
    *out = a;
    return OUTLAY_OK;
  }
  if (left.date == 0 || right.date == 0) {
    double factor; /* for its error, which says what is missing */
    return outlay_moneys_factor(moneys, b, a, &factor, NULL, 0, error);
  }
  const outlay_date later = end_of(right.date) > end_of(left.date) ? right.date : left.date;
  return outlay_moneys_kind(moneys, left.currency, later, out, error);
}
