/* Price indices and exchange rates: a sorted array a sort of fact, and how to look into it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "money.h"

static int order(const outlay_money_fact *fact, uint32_t currency, outlay_date date) {
  if (fact->currency != currency) return fact->currency < currency ? -1 : 1;
  return (fact->date > date) - (fact->date < date);
}

/* The first fact that is not before (currency, date). */
static size_t lower_bound(const outlay_money_facts *facts, uint32_t currency, outlay_date date) {
  size_t low = 0, high = facts->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (order(&facts->facts[middle], currency, date) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

static const outlay_money_fact *fact_at(const outlay_money_facts *facts, uint32_t currency,
                                        outlay_date date) {
  const size_t at = lower_bound(facts, currency, date);
  if (at == facts->count || order(&facts->facts[at], currency, date) != 0) return NULL;
  return &facts->facts[at];
}

outlay_status outlay_money_facts_set(outlay_moneys *moneys, outlay_money_facts *facts,
                                     uint32_t currency, outlay_date date, double value,
                                     const char *source, outlay_error *error) {
  uint32_t source_number;
  const char *source_text = source == NULL ? "" : source;
  if (!outlay_strings_intern(&moneys->sources, source_text, strlen(source_text), &source_number) ||
      !outlay_memory_reserve(&moneys->allocator, (void **)&facts->facts, &facts->capacity,
                             facts->count + 1, sizeof *facts->facts)) {
    return outlay_fail_memory(error);
  }
  const size_t at = lower_bound(facts, currency, date);
  if (at == facts->count || order(&facts->facts[at], currency, date) != 0) {
    memmove(facts->facts + at + 1, facts->facts + at, (facts->count - at) * sizeof *facts->facts);
    facts->count++;
  }
  facts->facts[at] = (outlay_money_fact){
      .currency = currency, .date = date, .value = value, .source = source_number};
  return OUTLAY_OK;
}

bool outlay_money_facts_find(const outlay_money_facts *facts, uint32_t currency, outlay_date date,
                             outlay_money_finding *out) {
  const outlay_money_fact *fact = fact_at(facts, currency, date);
  if (fact != NULL) {
    *out = (outlay_money_finding){.value = fact->value, .mean = false, .source = fact->source};
    return true;
  }
  if (outlay_date_is_month(date)) return false;
  fact = fact_at(facts, currency, date * 100 + 1);
  if (fact == NULL || fact + 12 > facts->facts + facts->count) return false;
  if (order(fact + 11, currency, date * 100 + 12) != 0) return false;
  double sum = 0;
  for (size_t month = 0; month < 12; month++) sum += fact[month].value;
  *out = (outlay_money_finding){.value = sum / 12, .mean = true, .source = fact[11].source};
  return true;
}

outlay_date outlay_money_facts_nearest(const outlay_money_facts *facts, uint32_t currency,
                                       outlay_date date) {
  const int32_t wanted = outlay_date_months(date);
  const bool month = outlay_date_is_month(date);
  outlay_date nearest = 0;
  int32_t distance = INT32_MAX;
  bool matches = false; /* a year was found for a year, a month for a month */
  for (size_t i = lower_bound(facts, currency, 0);
       i < facts->count && facts->facts[i].currency == currency; i++) {
    outlay_date there = facts->facts[i].date;
    outlay_money_finding year;
    if (!month && outlay_date_is_month(there) && there % 100 == 1 &&
        outlay_money_facts_find(facts, currency, there / 100, &year)) {
      there /= 100;
    }
    const bool same_sort = outlay_date_is_month(there) == month;
    const int32_t away = abs(outlay_date_months(there) - wanted);
    if ((same_sort && !matches) || (same_sort == matches && away < distance)) {
      nearest = there;
      distance = away;
      matches = same_sort;
    }
  }
  return nearest;
}
