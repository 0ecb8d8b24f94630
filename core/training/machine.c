#include "machine.h"

#include <string.h>

#include "status.h"

#define TERA 1e12
#define GIGA 1e9

static const char a100[] = "NVIDIA A100 datasheet (2021)";
static const char h100[] = "NVIDIA H100 datasheet (2023)";
static const char blackwell[] =
    "NVIDIA Blackwell architecture brief and DGX/HGX datasheets (2024-25)";
static const char amd[] = "AMD Instinct product pages (2021-25)";
static const char tpu[] = "Google Cloud TPU documentation (2021-25)";

/* Peaks: FP32, TF32, 16 bit, FP8, FP4, all dense. An H200 differs from an H100 in memory only;
 * a GB200 from a B200 in power (1200 W) and in its domain of 72. */
static const outlay_accelerator accelerators[] = {
    {"V100-SXM2-32GB",
     "V100",
     "NVIDIA V100 datasheet (2020)",
     {15.7 * TERA, 0, 125 * TERA, 0, 0},
     32 * GIGA,
     900 * GIGA,
     80,
     8,
     150 * GIGA},
    {"A100-40GB-SXM",
     "A100-40GB",
     a100,
     {19.5 * TERA, 156 * TERA, 312 * TERA, 0, 0},
     40 * GIGA,
     1555 * GIGA,
     108,
     8,
     300 * GIGA},
    {"A100-80GB-SXM",
     "A100",
     a100,
     {19.5 * TERA, 156 * TERA, 312 * TERA, 0, 0},
     80 * GIGA,
     2039 * GIGA,
     108,
     8,
     300 * GIGA},
    {"H100-80GB-SXM",
     "H100",
     h100,
     {66.9 * TERA, 494.7 * TERA, 989.4 * TERA, 1978.9 * TERA, 0},
     80 * GIGA,
     3350 * GIGA,
     132,
     8,
     450 * GIGA},
    {"H800-80GB-SXM",
     "H100",
     h100,
     {66.9 * TERA, 494.7 * TERA, 989.4 * TERA, 1978.9 * TERA, 0},
     80 * GIGA,
     3350 * GIGA,
     132,
     8,
     200 * GIGA},
    {"H100-96GB-HBM2e-500W",
     "H100",
     "as the torchtitan runs name it; bandwidth that of HBM2e on an H100 PCIe, some 2.4 TB/s",
     {66.9 * TERA, 494.7 * TERA, 989.4 * TERA, 1978.9 * TERA, 0},
     96 * GIGA,
     2400 * GIGA,
     132,
     8,
     450 * GIGA},
    {"H200-141GB-SXM",
     "H100",
     "NVIDIA H200 datasheet (2024)",
     {66.9 * TERA, 494.7 * TERA, 989.4 * TERA, 1978.9 * TERA, 0},
     141 * GIGA,
     4800 * GIGA,
     132,
     8,
     450 * GIGA},
    {"B200",
     "B200",
     blackwell,
     {75 * TERA, 1100 * TERA, 2250 * TERA, 4500 * TERA, 9000 * TERA},
     180 * GIGA,
     7700 * GIGA,
     148,
     8,
     900 * GIGA},
    {"GB200",
     "GB200",
     blackwell,
     {80 * TERA, 1250 * TERA, 2500 * TERA, 5000 * TERA, 10000 * TERA},
     186 * GIGA,
     8000 * GIGA,
     152,
     72,
     900 * GIGA},
    {"B300",
     "B300",
     blackwell,
     {75 * TERA, 1100 * TERA, 2250 * TERA, 4500 * TERA, 13500 * TERA},
     270 * GIGA,
     7700 * GIGA,
     148,
     8,
     900 * GIGA},
    {"GB300",
     "GB300",
     blackwell,
     {80 * TERA, 1250 * TERA, 2500 * TERA, 5000 * TERA, 15000 * TERA},
     279 * GIGA,
     8000 * GIGA,
     152,
     72,
     900 * GIGA},
    {"MI250X",
     "MI250X",
     amd,
     {47.9 * TERA, 0, 383 * TERA, 0, 0},
     128 * GIGA,
     3277 * GIGA,
     220,
     8,
     400 * GIGA},
    {"MI300X",
     "MI300X",
     amd,
     {163.4 * TERA, 653.7 * TERA, 1307.4 * TERA, 2614.9 * TERA, 0},
     192 * GIGA,
     5300 * GIGA,
     304,
     8,
     448 * GIGA},
    {"MI325X",
     "MI300X",
     amd,
     {163.4 * TERA, 653.7 * TERA, 1307.4 * TERA, 2614.9 * TERA, 0},
     256 * GIGA,
     6000 * GIGA,
     304,
     8,
     448 * GIGA},
    {"MI355X",
     "MI355X",
     amd,
     {157.3 * TERA, 0, 2516.6 * TERA, 5033.2 * TERA, 10066.3 * TERA},
     288 * GIGA,
     8000 * GIGA,
     256,
     8,
     538 * GIGA},
    {"TPU-v3", "TPU", tpu, {0, 0, 123 * TERA, 0, 0}, 32 * GIGA, 900 * GIGA, 2, 1024, 328 * GIGA},
    {"TPU-v4", "TPU", tpu, {0, 0, 275 * TERA, 0, 0}, 32 * GIGA, 1200 * GIGA, 2, 4096, 300 * GIGA},
    {"TPU-v5e", "TPU", tpu, {0, 0, 197 * TERA, 0, 0}, 16 * GIGA, 819 * GIGA, 1, 256, 200 * GIGA},
    {"TPU-v5p", "TPU", tpu, {0, 0, 459 * TERA, 0, 0}, 95 * GIGA, 2765 * GIGA, 2, 8960, 600 * GIGA},
    {"TPU-v6e", "TPU", tpu, {0, 0, 918 * TERA, 0, 0}, 32 * GIGA, 1640 * GIGA, 1, 256, 400 * GIGA},
    {"TPU-v7",
     "TPU",
     tpu,
     {0, 0, 2307 * TERA, 4614 * TERA, 0},
     192 * GIGA,
     7370 * GIGA,
     2,
     9216,
     600 * GIGA},
    {"Trainium2",
     "Trainium2",
     "AWS Trainium2 documentation (2024)",
     {181 * TERA, 0, 667 * TERA, 1299 * TERA, 0},
     96 * GIGA,
     2900 * GIGA,
     8,
     16,
     512 * GIGA},
    {"Gaudi2",
     "Gaudi",
     "Intel Gaudi 2 white paper (2022)",
     {0, 0, 432 * TERA, 865 * TERA, 0},
     96 * GIGA,
     2460 * GIGA,
     24,
     8,
     262.5 * GIGA},
    {"Gaudi3",
     "Gaudi",
     "Intel Gaudi 3 white paper (2024)",
     {0, 0, 1835 * TERA, 1835 * TERA, 0},
     128 * GIGA,
     3700 * GIGA,
     64,
     8,
     525 * GIGA},
};

const outlay_accelerator *outlay_accelerator_at(size_t index) {
  return index < sizeof accelerators / sizeof accelerators[0] ? &accelerators[index] : NULL;
}

const outlay_accelerator *outlay_accelerator_find(const char *name) {
  for (size_t i = 0; outlay_accelerator_at(i) != NULL; i++) {
    if (strcmp(accelerators[i].name, name) == 0) return &accelerators[i];
  }
  return NULL;
}

/* PCIe 4 x16, PCIe 5 x16, or NVLink-C2C to a Grace (vendors' data sheets), one direction. */
static double host_link(const outlay_accelerator *a) {
  if (a->domain == 72) return 450 * GIGA;
  return (a->peak[OUTLAY_FP8] > 0 ? 64 : 32) * GIGA;
}

outlay_machine outlay_machine_of(const outlay_accelerator *accelerator, double devices,
                                 double fabric_bandwidth) {
  return (outlay_machine){
      .accelerator = *accelerator,
      .devices = devices,
      .domain = accelerator->domain,
      .fast_bandwidth = accelerator->link_bandwidth,
      /* NCCL's own model (src/graph/tuning.cc): NVLink some 1 us a hop, the network 5 us. */
      .fast_latency = 1.5e-6,
      .fabric_bandwidth = fabric_bandwidth,
      .fabric_latency = 6e-6,
      .host_bandwidth = host_link(accelerator),
      .host_memory = 256 * GIGA,
  };
}

double outlay_peak(const outlay_accelerator *accelerator, outlay_precision precision) {
  for (int wider = (int)precision; wider > 0; wider--) {
    if (accelerator->peak[wider] > 0) return accelerator->peak[wider];
  }
  if (accelerator->peak[OUTLAY_FP32] > 0) return accelerator->peak[OUTLAY_FP32];
  /* TPUs multiply in FP32 by six passes in BF16 (JAX documentation, jax.lax.Precision). */
  return accelerator->peak[OUTLAY_16BIT] / 6;
}

double outlay_precision_bytes(outlay_precision precision) {
  switch (precision) {
    case OUTLAY_FP32:
    case OUTLAY_TF32:
      return 4;
    case OUTLAY_FP8:
      return 1;
    case OUTLAY_FP4:
      return 0.5;
    case OUTLAY_16BIT:
    default:
      return 2;
  }
}

const char *outlay_precision_name(outlay_precision precision) {
  switch (precision) {
    case OUTLAY_FP32:
      return "FP32";
    case OUTLAY_TF32:
      return "TF32";
    case OUTLAY_16BIT:
      return "BF16";
    case OUTLAY_FP8:
      return "FP8";
    case OUTLAY_FP4:
      return "FP4";
    default:
      return "unknown";
  }
}

outlay_status outlay_machine_check(const outlay_machine *m, outlay_error *error) {
  const outlay_accelerator *a = &m->accelerator;
  if (!(m->devices >= 1)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a machine needs at least one device");
  }
  if (!(outlay_peak(a, OUTLAY_16BIT) > 0 && a->memory > 0 && a->memory_bandwidth > 0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "the accelerator %s needs a peak, memory and memory bandwidth",
                       a->name != NULL ? a->name : "?");
  }
  if (m->devices > 1 && !(m->domain >= 1 && m->fast_bandwidth > 0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "more than one device needs a fast domain and its bandwidth");
  }
  if (m->devices > m->domain && !(m->fabric_bandwidth > 0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "%g devices are more than one domain of %g: the fabric's bandwidth is "
                       "missing",
                       m->devices, m->domain);
  }
  return OUTLAY_OK;
}
