/* The internal rate of return of payments, one for each period: the rate r > -1 at which what they
 * are worth at the start is zero, sum of payments[i] / (1 + r)^i = 0.
 *
 * There is one such rate, and only one, where the payments change sign once (Descartes' rule).
 * Where they do so more often, but their running total changes sign once and does not end at zero,
 * there is one above zero (Norstrom, Journal of Financial and Quantitative Analysis 7, 1972), which
 * is taken. All others have none, or several, none of which says more than another. */
#ifndef OUTLAY_RATE_OF_RETURN_H
#define OUTLAY_RATE_OF_RETURN_H

#include <stdbool.h>
#include <stddef.h>

/* Whether there is a rate; false if a payment is not finite. */
bool outlay_has_rate_of_return(const double *payments, size_t count);

/* The rate for one period, to the last digits of 1 + r; NaN where there is none. */
double outlay_rate_of_return(const double *payments, size_t count);

#endif
