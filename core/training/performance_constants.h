/* The fitted constants of each accelerator family; the table is written by tests/validate/fit.c. */
#ifndef OUTLAY_PERFORMANCE_CONSTANTS_H
#define OUTLAY_PERFORMANCE_CONSTANTS_H

#include "efficiency.h"

typedef struct outlay_fitted {
  const char *family; /* of outlay_accelerator */
  outlay_efficiency efficiency;
  uint32_t rows; /* measurements behind it */
} outlay_fitted;

/* How far off the model is: an 80 % interval of measured over predicted time. */
typedef struct outlay_error_spread {
  const char *family; /* of published runs; "" for one that the constants have not seen */
  bool mixture;       /* of experts */
  double low, high;
  uint32_t rows, families; /* whose residuals are behind it */
} outlay_error_spread;

/* The constants of a family, or of the nearest one that was measured where there is none. */
const outlay_fitted *outlay_fitted_find(const char *family);
const outlay_fitted *outlay_fitted_at(size_t index);

/* The spread of a family of published runs, or of families unseen where there is no such. */
const outlay_error_spread *outlay_error_of(const char *family, bool mixture);

#endif
