#include "efficiency.h"

#include <math.h>

/* Output tiles of a GEMM kernel and the share of the largest tile's speed that each reaches,
 * because a smaller tile loads more operands a FLOP. After NVIDIA, "Matrix Multiplication
 * Background User's Guide" (2023), section 4: 256x128 is the most efficient, and one picks
 * smaller ones where there are too few tiles to fill the multiprocessors. Blackwell's pairs of
 * multiprocessors share a tile of 256x256 (CUTLASS, documentation of tcgen05). */
typedef struct gemm_tile {
  double m, n, speed;
} gemm_tile;
enum { TILES = 5 };
static const gemm_tile tiles[TILES] = {
    {256, 128, 1.0}, {128, 256, 1.0}, {128, 128, 0.93}, {128, 64, 0.8}, {64, 64, 0.6}};
static const gemm_tile paired_tiles[TILES] = {
    {256, 256, 1.0}, {256, 128, 0.93}, {128, 256, 0.93}, {128, 128, 0.8}, {128, 64, 0.6}};

/* To fill a tile's pipeline and to write it out, while nothing multiplies. */
static const double tile_overhead = 0.8e-6;

/* What loading and storing operands adds to a product that is bound by its arithmetic, and the
 * other way about: a share of the shorter of both, for prologues and epilogues are not hidden. */
static const double unhidden = 0.5;

/* From the start of a kernel to its first instruction, and the gap to the next. */
static const double kernel_latency = 3e-6;

/* Kernels that do not use Hopper's and Blackwell's asynchronous units reach half of what those
 * that do: 35 % of an H100's peak for 75 % (Shah et al., FlashAttention-3, arXiv:2407.08608,
 * section 1). On the A100 they are the vendor's equal. */
static double portable_share(const outlay_accelerator *a) {
  return a->peak[OUTLAY_FP8] > 0 ? 0.47 : 1;
}

/* A score's exponential takes as long whatever the head's width, and since Hopper the products are
 * so quick that it, not they, limits heads below 128 (Shah et al., section 3.2: 3.9 T exponentials
 * for 989 T FLOP a second on an H100). */
static double narrowest(const outlay_accelerator *a) { return a->peak[OUTLAY_FP8] > 0 ? 224 : 0; }

void outlay_rates_of(const outlay_accelerator *a, const outlay_efficiency *e, outlay_rates *out) {
  *out = (outlay_rates){
      .attention = e->attention * outlay_peak(a, OUTLAY_16BIT),
      .portable_attention = e->attention * outlay_peak(a, OUTLAY_16BIT) * portable_share(a),
      .memory = e->memory * a->memory_bandwidth,
      .narrowest = narrowest(a),
      .paired = a->peak[OUTLAY_FP4] > 0 && a->link_bandwidth > 600e9,
      .multiprocessors = a->multiprocessors,
      .host = e->host,
  };
  for (int p = 0; p < OUTLAY_PRECISIONS; p++) {
    const outlay_precision precision = (outlay_precision)p;
    double share = e->gemm;
    if (precision == OUTLAY_FP8 && a->peak[p] > 0) share = e->gemm_fp8;
    if (precision == OUTLAY_FP4 && a->peak[p] > 0) share = e->gemm_fp4;
    out->gemm[p] = share * outlay_peak(a, precision);
  }
}

/* Tensor cores want operands in rows of 16 bytes; below that they take a slower path (same guide,
 * section 3.1). */
static double alignment_speed(outlay_precision precision, double inner, double outer) {
  const double bytes = outlay_precision_bytes(precision);
  const double a = fmod(inner * bytes, 16), b = fmod(outer * bytes, 16);
  if (a == 0 && b == 0) return 1;
  if (fmod(a, 8) == 0 && fmod(b, 8) == 0) return 0.09;
  return 0.05;
}

double outlay_gemm_time(const outlay_rates *rates, outlay_precision precision, double batch,
                        double m, double n, double k, double extra) {
  const double speed = alignment_speed(precision, k, n);
  const double one = rates->gemm[precision] / rates->multiprocessors * speed;
  double compute = INFINITY;
  const gemm_tile *choices = rates->paired ? paired_tiles : tiles;
  for (int i = 0; i < TILES; i++) {
    const gemm_tile *t = &choices[i];
    const double count = batch * ceil(m / t->m) * ceil(n / t->n);
    const double waves = ceil(count / rates->multiprocessors);
    const double tile = 2 * t->m * t->n * k / (one * t->speed) + tile_overhead;
    if (waves * tile < compute) compute = waves * tile;
  }
  const double bytes = outlay_precision_bytes(precision);
  const double traffic = batch * (bytes * (m * k + k * n) + 2 * m * n) + extra;
  const double memory = traffic / rates->memory;
  const double longer = compute > memory ? compute : memory;
  return longer + unhidden * (compute + memory - longer) + kernel_latency;
}

double outlay_stream_time(const outlay_rates *rates, double bytes) {
  return bytes > 0 ? bytes / rates->memory + kernel_latency : 0;
}
