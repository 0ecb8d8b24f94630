/* Kinds of money and the facts that convert between them.
 *
 * A kind is a currency and the date whose prices it is counted in. Two kinds are converted by
 * facts alone, which the caller supplies: the price index of a currency at a date, and US
 * dollars for one unit of a currency at a date. No fact is built in, and a missing one is an
 * error: a conversion that silently does nothing gives nominal amounts that look real. */
#ifndef OUTLAY_MONEY_H
#define OUTLAY_MONEY_H

#include <stdbool.h>

#include "memory.h"
#include "status.h"
#include "strings.h"

typedef struct outlay_money_kind_entry {
  uint32_t currency; /* number of its code */
  outlay_date date;
} outlay_money_kind_entry;

typedef struct outlay_money_fact {
  uint32_t currency;
  outlay_date date;
  double value;
  uint32_t source;
} outlay_money_fact;

/* Facts of one sort, by currency and date. */
typedef struct outlay_money_facts {
  outlay_money_fact *facts;
  size_t count, capacity;
} outlay_money_facts;

typedef struct outlay_moneys {
  outlay_allocator allocator;
  outlay_strings codes, sources;
  outlay_money_kind_entry *kinds; /* kinds[0] is no money */
  size_t count, capacity;
  outlay_money_facts indices, rates;
} outlay_moneys;

outlay_status outlay_moneys_init(outlay_moneys *moneys, const outlay_allocator *allocator);
void outlay_moneys_clear(outlay_moneys *moneys);

/* A date is 0, a year of four digits, or a month YYYYMM. */
bool outlay_date_is_valid(outlay_date date);
bool outlay_date_is_month(outlay_date date);
/* Months since year 0, in the middle of a year that is not a month. */
int32_t outlay_date_months(outlay_date date);
/* "2024" or "2024-06". */
typedef struct outlay_date_text {
  char text[16];
} outlay_date_text;
outlay_date_text outlay_date_write(outlay_date date);

/* The kind of a currency that is known (a number of `codes`) and a valid date. */
outlay_status outlay_moneys_kind(outlay_moneys *moneys, uint32_t currency, outlay_date date,
                                 outlay_money *out, outlay_error *error);
size_t outlay_moneys_text(const outlay_moneys *moneys, outlay_money money, char *buffer,
                          size_t size);
/* The same for messages. */
typedef struct outlay_money_name {
  char text[56];
} outlay_money_name;
outlay_money_name outlay_moneys_name(const outlay_moneys *moneys, outlay_money money);

/* Records a fact; one for the same currency and date replaces the earlier. */
outlay_status outlay_money_facts_set(outlay_moneys *moneys, outlay_money_facts *facts,
                                     uint32_t currency, outlay_date date, double value,
                                     const char *source, outlay_error *error);

/* What is known at a date. */
typedef struct outlay_money_finding {
  double value;
  bool mean;       /* of the year's twelve months */
  uint32_t source; /* of the value, or of the year's last month */
} outlay_money_finding;

/* The value for a date: as set, or for a year the mean of its twelve months. False where that
 * is not known. */
bool outlay_money_facts_find(const outlay_money_facts *facts, uint32_t currency, outlay_date date,
                             outlay_money_finding *out);
/* The date nearest to a missing one at which a value is known: a year near a year, a month near
 * a month, if there is one. 0 where nothing is known of the currency. */
outlay_date outlay_money_facts_nearest(const outlay_money_facts *facts, uint32_t currency,
                                       outlay_date date);

outlay_status outlay_moneys_factor(const outlay_moneys *moneys, outlay_money from, outlay_money to,
                                   double *factor, char *explanation, size_t size,
                                   outlay_error *error);
outlay_status outlay_moneys_common(outlay_moneys *moneys, outlay_money a, outlay_money b,
                                   outlay_money *out, outlay_error *error);

#endif
