/* Written by tests/validate/fit.c from published measurements: do not edit, fit anew.
 * docs/design/training_model.md says from which. */
#include "performance_constants.h"

#include <string.h>

static const outlay_fitted fitted[] = {
    {.family = "A100",
     .efficiency = {.gemm = 0.8057,
                    .gemm_fp8 = 0.6500,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.3761,
                    .memory = 0.8498,
                    .fast = 0.6485,
                    .fabric = 0.7770,
                    .host = 3.291e-05},
     .rows = 1529},
    {.family = "A100-40GB",
     .efficiency = {.gemm = 0.7666,
                    .gemm_fp8 = 0.6500,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.3707,
                    .memory = 1.0000,
                    .fast = 0.7107,
                    .fabric = 0.7201,
                    .host = 2.500e-05},
     .rows = 78},
    {.family = "H100",
     .efficiency = {.gemm = 0.7437,
                    .gemm_fp8 = 0.7121,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4531,
                    .memory = 0.5712,
                    .fast = 0.6227,
                    .fabric = 0.9210,
                    .host = 1.556e-05},
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
     .rows = 47},
    {.family = "GB200",
     .efficiency = {.gemm = 0.5419,
                    .gemm_fp8 = 0.5301,
                    .gemm_fp4 = 0.4476,
                    .attention = 0.4656,
                    .memory = 0.5881,
                    .fast = 0.7467,
                    .fabric = 0.7332,
                    .host = 1.000e-05},
     .rows = 62},
    {.family = "B300",
     .efficiency = {.gemm = 0.5534,
                    .gemm_fp8 = 0.4482,
                    .gemm_fp4 = 0.5000,
                    .attention = 0.4882,
                    .memory = 0.7477,
                    .fast = 0.7298,
                    .fabric = 0.7413,
                    .host = 1.000e-05},
     .rows = 3},
    {.family = "GB300",
     .efficiency = {.gemm = 0.5191,
                    .gemm_fp8 = 0.7031,
                    .gemm_fp4 = 0.4845,
                    .attention = 0.4952,
                    .memory = 0.6746,
                    .fast = 0.7705,
                    .fabric = 0.7523,
                    .host = 1.000e-05},
     .rows = 37},
};

static const outlay_error_spread errors[] = {
    {"A100 Megatron", false, 0.9262, 1.0797, 1944, 10},
    {"vtrain-multi", false, 0.9024, 1.1081, 1944, 10},
    {"vtrain single node", false, 0.8714, 1.1475, 1944, 10},
    {"bloom-tuning", false, 0.8860, 1.1287, 1944, 10},
    {"mpt-fsdp", false, 0.9417, 1.0619, 1944, 10},
    {"H100 dense", false, 0.9455, 1.0577, 1944, 10},
    {"mlperf GPT-3, 405B", false, 0.9280, 1.0776, 1944, 10},
    {"MoE (one release)", true, 0.8994, 1.1119, 1944, 10},
    {"simumax-b200", false, 0.9424, 1.0611, 1944, 10},
    {"Blackwell dense", false, 0.8961, 1.1159, 1944, 10},
    {"", false, 0.8588, 1.1644, 2125, 20},
    {"", true, 0.8621, 1.1600, 2125, 20},
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

const outlay_error_spread *outlay_error_of(const char *family, bool mixture) {
  size_t i = 0;
  while (errors[i].family[0] != '\0' && strcmp(errors[i].family, family) != 0) i++;
  return &errors[errors[i].family[0] == '\0' && mixture ? i + 1 : i];
}
