/* Written by tests/validate/fit.c from published measurements: do not edit, fit anew.
 * docs/design/training_model.md says from which. */
#include "performance_constants.h"

#include <string.h>

static const outlay_fitted fitted[] = {
    {.family = "A100",
     .efficiency = {.gemm = 0.8058,
                    .gemm_fp8 = 0.6500,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.3762,
                    .memory = 0.8479,
                    .fast = 0.6514,
                    .fabric = 0.7716,
                    .host = 3.291e-05},
     .low = 0.9328,
     .high = 1.1500,
     .sd = 0.0817,
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
     .efficiency = {.gemm = 0.7263,
                    .gemm_fp8 = 0.6822,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4515,
                    .memory = 0.6274,
                    .fast = 0.6334,
                    .fabric = 1.0000,
                    .host = 1.000e-05},
     .low = 0.9255,
     .high = 1.0548,
     .sd = 0.0510,
     .rows = 188},
    {.family = "B200",
     .efficiency = {.gemm = 0.4721,
                    .gemm_fp8 = 0.5947,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4655,
                    .memory = 0.5973,
                    .fast = 0.5982,
                    .fabric = 0.7570,
                    .host = 1.000e-05},
     .low = 0.9491,
     .high = 1.0390,
     .sd = 0.0353,
     .rows = 47},
    {.family = "GB200",
     .efficiency = {.gemm = 0.5306,
                    .gemm_fp8 = 0.4972,
                    .gemm_fp4 = 0.4003,
                    .attention = 0.5414,
                    .memory = 0.7772,
                    .fast = 0.8587,
                    .fabric = 0.7274,
                    .host = 1.000e-05},
     .low = 0.9239,
     .high = 1.0467,
     .sd = 0.0487,
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
     .efficiency = {.gemm = 0.5216,
                    .gemm_fp8 = 0.6917,
                    .gemm_fp4 = 0.4251,
                    .attention = 0.5818,
                    .memory = 0.8342,
                    .fast = 0.8619,
                    .fabric = 0.7581,
                    .host = 1.000e-05},
     .low = 0.9094,
     .high = 1.0686,
     .sd = 0.0629,
     .rows = 37},
};

/* Families that no run was published for in enough detail take a sibling's constants. */
static const char *const siblings[][2] = {
    {"V100", "A100"},      {"MI250X", "A100"}, {"TPU", "A100"},   {"Gaudi", "A100"},
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
