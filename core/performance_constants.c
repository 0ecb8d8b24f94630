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
     .efficiency = {.gemm = 0.7232,
                    .gemm_fp8 = 0.6748,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4521,
                    .memory = 0.6322,
                    .fast = 0.6314,
                    .fabric = 1.0000,
                    .host = 1.000e-05},
     .low = 0.9261,
     .high = 1.0563,
     .sd = 0.0513,
     .rows = 188},
    {.family = "B200",
     .efficiency = {.gemm = 0.4714,
                    .gemm_fp8 = 0.5931,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4660,
                    .memory = 0.5990,
                    .fast = 0.5972,
                    .fabric = 0.7565,
                    .host = 1.000e-05},
     .low = 0.9485,
     .high = 1.0388,
     .sd = 0.0355,
     .rows = 47},
    {.family = "GB200",
     .efficiency = {.gemm = 0.5291,
                    .gemm_fp8 = 0.4956,
                    .gemm_fp4 = 0.3982,
                    .attention = 0.5419,
                    .memory = 0.7775,
                    .fast = 0.8623,
                    .fabric = 0.7271,
                    .host = 1.000e-05},
     .low = 0.9235,
     .high = 1.0477,
     .sd = 0.0492,
     .rows = 62},
    {.family = "B300",
     .efficiency = {.gemm = 0.5467,
                    .gemm_fp8 = 0.3693,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.5106,
                    .memory = 0.7510,
                    .fast = 0.7837,
                    .fabric = 0.5858,
                    .host = 1.000e-05},
     .low = 0.8577,
     .high = 1.1698,
     .sd = 0.1211,
     .rows = 3},
    {.family = "GB300",
     .efficiency = {.gemm = 0.5213,
                    .gemm_fp8 = 0.6909,
                    .gemm_fp4 = 0.4238,
                    .attention = 0.5820,
                    .memory = 0.8344,
                    .fast = 0.8623,
                    .fabric = 0.7581,
                    .host = 1.000e-05},
     .low = 0.9092,
     .high = 1.0705,
     .sd = 0.0638,
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
