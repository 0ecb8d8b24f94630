/* The fitted constants of each accelerator family; the table is written by tests/validate/fit.c. */
#ifndef OUTLAY_PERFORMANCE_CONSTANTS_H
#define OUTLAY_PERFORMANCE_CONSTANTS_H

#include "efficiency.h"

typedef struct outlay_fitted {
  const char *family; /* of outlay_accelerator */
  outlay_efficiency efficiency;
  double low, high; /* measured over predicted time: the 10 % and 90 % quantiles */
  double sd;        /* of the logarithm of that ratio, robust */
  uint32_t rows;    /* measurements behind it; 0: taken over from a sibling */
} outlay_fitted;

/* The constants of a family, or of the nearest one that was measured where there is none. */
const outlay_fitted *outlay_fitted_find(const char *family);
const outlay_fitted *outlay_fitted_at(size_t index);

#endif
