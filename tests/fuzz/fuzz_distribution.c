/* Distributions with any parameters: what is taken gives finite samples that are the sampler's word
 * and rise with the draw; what is not taken is refused with a message. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "distribution.h"

enum { MOST = 40, DRAWS = 64 };

static void require(bool holds, const char *what) {
  if (holds) return;
  (void)fprintf(stderr, "%s\n", what);
  abort();
}

/* A parameter from two bytes: small whole numbers, sixteenths, powers of ten. */
static double parameter(uint8_t kind, uint8_t value) {
  switch (kind % 4) {
    case 0:
      return value;
    case 1:
      return ((double)value - 64) / 16;
    case 2:
      return value / 256.0;
    default:
      return pow(10, value % 40 - 20.0);
  }
}

static void check_samples(outlay_distribution kind, const double *parameters, size_t count,
                          const outlay_sampler *sampler) {
  _Alignas(64) double draws[DRAWS], values[DRAWS];
  const bool normal = outlay_distribution_draw(kind, parameters, count) == OUTLAY_DRAW_NORMAL;
  for (int i = 0; i < DRAWS; i++) {
    draws[i] = normal ? (i - DRAWS / 2 + 0.5) / 4 : (i + 0.5) / DRAWS;
  }
  outlay_sampler_apply(sampler, outlay_kernels_best(), values, draws, DRAWS);
  const double least = fmax(fabs(values[0]), fabs(values[DRAWS - 1]));
  for (int i = 0; i < DRAWS; i++) {
    require(!isnan(values[i]), "a sample is not a number");
    require(i == 0 || values[i] >= values[i - 1] - 1e-6 * least, "samples fall as draws rise");
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < 1) return 0;
  double parameters[MOST];
  size_t count = 0;
  for (size_t i = 1; i + 1 < size && count < MOST; i += 2) {
    parameters[count++] = parameter(data[i], data[i + 1]);
  }
  const outlay_distribution kind = (outlay_distribution)(data[0] % OUTLAY_DISTRIBUTIONS);
  outlay_error error = {0};
  if (count == 0 || outlay_distribution_check(kind, parameters, count, &error) != OUTLAY_OK) {
    require(count == 0 || error.message[0] != '\0', "an error without a message");
    return 0;
  }
  outlay_sampler *sampler = NULL;
  require(outlay_sampler_new(NULL, kind, parameters, count, false, &sampler, &error) == OUTLAY_OK,
          "parameters were taken, but there is no sampler");
  check_samples(kind, parameters, count, sampler);
  outlay_sampler_free(sampler);
  return 0;
}
