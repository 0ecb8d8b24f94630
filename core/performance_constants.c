/* Written by tests/validate/fit.c from published measurements: do not edit, fit anew.
 * docs/design/training_model.md says from which. */
#include "performance_constants.h"

#include <string.h>

static const outlay_fitted fitted[] = {
    {.family = "A100",
     .efficiency = {.gemm = 0.7731,
                    .gemm_fp8 = 0.6500,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.3772,
                    .memory = 0.7766,
                    .fast = 0.6235,
                    .fabric = 0.7448,
                    .host = 3.296e-05},
     .low = 0.9300,
     .high = 1.1400,
     .sd = 0.0794,
     .rows = 1523},
    {.family = "A100-40GB",
     .efficiency = {.gemm = 0.7382,
                    .gemm_fp8 = 0.6500,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.3675,
                    .memory = 0.9264,
                    .fast = 0.7128,
                    .fabric = 0.7185,
                    .host = 2.500e-05},
     .low = 0.9572,
     .high = 1.0523,
     .sd = 0.0370,
     .rows = 78},
    {.family = "H100",
     .efficiency = {.gemm = 0.6596,
                    .gemm_fp8 = 0.5992,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4538,
                    .memory = 0.6358,
                    .fast = 0.5894,
                    .fabric = 0.9969,
                    .host = 1.000e-05},
     .low = 0.9264,
     .high = 1.0676,
     .sd = 0.0553,
     .rows = 188},
    {.family = "B200",
     .efficiency = {.gemm = 0.4395,
                    .gemm_fp8 = 0.6182,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4752,
                    .memory = 0.4808,
                    .fast = 0.5290,
                    .fabric = 0.7335,
                    .host = 1.000e-05},
     .low = 0.9645,
     .high = 1.0508,
     .sd = 0.0334,
     .rows = 47},
    {.family = "GB200",
     .efficiency = {.gemm = 0.8226,
                    .gemm_fp8 = 0.4572,
                    .gemm_fp4 = 0.3418,
                    .attention = 0.5558,
                    .memory = 0.9379,
                    .fast = 0.9431,
                    .fabric = 0.7260,
                    .host = 1.000e-05},
     .low = 0.9036,
     .high = 1.0379,
     .sd = 0.0540,
     .rows = 46},
    {.family = "B300",
     .efficiency = {.gemm = 0.7915,
                    .gemm_fp8 = 0.4337,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4990,
                    .memory = 0.7766,
                    .fast = 0.7687,
                    .fabric = 0.5437,
                    .host = 1.000e-05},
     .low = 0.7990,
     .high = 1.3441,
     .sd = 0.2029,
     .rows = 3},
    {.family = "GB300",
     .efficiency = {.gemm = 0.8019,
                    .gemm_fp8 = 0.6402,
                    .gemm_fp4 = 0.3448,
                    .attention = 0.5910,
                    .memory = 0.9668,
                    .fast = 0.9612,
                    .fabric = 0.7568,
                    .host = 1.000e-05},
     .low = 0.8987,
     .high = 1.0871,
     .sd = 0.0742,
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
