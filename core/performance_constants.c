/* Written by tests/validate/fit.c from published measurements: do not edit, fit anew.
 * docs/design/training_model.md says from which. */
#include "performance_constants.h"

#include <string.h>

static const outlay_fitted fitted[] = {
    {.family = "A100",
     .efficiency = {.gemm = 0.8010,
                    .gemm_fp8 = 0.6500,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.3762,
                    .memory = 0.8669,
                    .fast = 0.6151,
                    .fabric = 0.7491,
                    .host = 3.306e-05},
     .low = 0.9302,
     .high = 1.1452,
     .sd = 0.0811,
     .rows = 1523},
    {.family = "A100-40GB",
     .efficiency = {.gemm = 0.7666,
                    .gemm_fp8 = 0.6500,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.3707,
                    .memory = 1.0000,
                    .fast = 0.7107,
                    .fabric = 0.7201,
                    .host = 2.500e-05},
     .low = 0.9564,
     .high = 1.0435,
     .sd = 0.0340,
     .rows = 78},
    {.family = "H100",
     .efficiency = {.gemm = 0.7200,
                    .gemm_fp8 = 0.6856,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4530,
                    .memory = 0.6462,
                    .fast = 0.6321,
                    .fabric = 1.0000,
                    .host = 1.000e-05},
     .low = 0.9210,
     .high = 1.0561,
     .sd = 0.0534,
     .rows = 188},
    {.family = "B200",
     .efficiency = {.gemm = 0.4648,
                    .gemm_fp8 = 0.6030,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4683,
                    .memory = 0.5898,
                    .fast = 0.5772,
                    .fabric = 0.7577,
                    .host = 1.000e-05},
     .low = 0.9464,
     .high = 1.0374,
     .sd = 0.0358,
     .rows = 47},
    {.family = "GB200",
     .efficiency = {.gemm = 0.5211,
                    .gemm_fp8 = 0.4946,
                    .gemm_fp4 = 0.3993,
                    .attention = 0.5552,
                    .memory = 0.8383,
                    .fast = 0.8789,
                    .fabric = 0.7276,
                    .host = 1.000e-05},
     .low = 0.9176,
     .high = 1.0717,
     .sd = 0.0606,
     .rows = 62},
    {.family = "B300",
     .efficiency = {.gemm = 0.5459,
                    .gemm_fp8 = 0.3808,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.5109,
                    .memory = 0.7780,
                    .fast = 0.7825,
                    .fabric = 0.5818,
                    .host = 1.000e-05},
     .low = 0.8359,
     .high = 1.1984,
     .sd = 0.1406,
     .rows = 3},
    {.family = "GB300",
     .efficiency = {.gemm = 0.5263,
                    .gemm_fp8 = 0.6878,
                    .gemm_fp4 = 0.4247,
                    .attention = 0.5947,
                    .memory = 0.9081,
                    .fast = 0.8893,
                    .fabric = 0.7579,
                    .host = 1.000e-05},
     .low = 0.8981,
     .high = 1.0933,
     .sd = 0.0767,
     .rows = 37},
};

/* Families that no run was published for in enough detail take a sibling's constants. */
static const char *const siblings[][2] = {
    {"V100", "A100"},     {"MI250X", "A100"}, {"TPU", "A100"},    {"Gaudi", "A100"},
    {"Trainium2", "H100"}, {"MI300X", "H100"}, {"MI355X", "B200"}};

const outlay_fitted *outlay_fitted_at(size_t index) {
  return index < sizeof fitted / sizeof fitted[0] ? &fitted[index] : NULL;
}

const outlay_fitted *outlay_fitted_find(const char *family) {
  for (size_t i = 0; i < sizeof siblings / sizeof siblings[0]; i++) {
    if (family != NULL && strcmp(siblings[i][0], family) == 0) family = siblings[i][1];
  }
  for (size_t i = 0; outlay_fitted_at(i) != NULL; i++) {
    if (family != NULL && strcmp(fitted[i].family, family) == 0) return &fitted[i];
  }
  return &fitted[2];
}
