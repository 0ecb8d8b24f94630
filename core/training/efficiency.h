/* Efficiency: what of an accelerator's peaks is reached.
 *
 * Eight constants are fitted for each accelerator, to published measurements; what depends on
 * the shape of the work (tiles, waves, alignment, memory traffic) is computed. */
#ifndef OUTLAY_EFFICIENCY_H
#define OUTLAY_EFFICIENCY_H

#include "machine.h"

typedef struct outlay_efficiency {
  double gemm;      /* share of the 16-bit peak that full waves of large tiles reach */
  double gemm_fp8;  /* same for FP8 */
  double gemm_fp4;  /* same for FP4 */
  double attention; /* share of the 16-bit peak in the vendor's fused attention, forward */
  double memory;    /* share of the memory bandwidth in kernels that stream */
  double fast;      /* share of the fast links' bandwidth */
  double fabric;    /* share of the fabric's bandwidth */
  double host;      /* seconds to launch a kernel from an eager program */
} outlay_efficiency;

enum { OUTLAY_EFFICIENCY_COUNT = 8 };

/* The accelerator with its efficiency applied; made once, used for every kernel. */
typedef struct outlay_rates {
  double gemm[OUTLAY_PRECISIONS]; /* FLOP/s */
  double attention;               /* FLOP/s */
  double portable_attention;      /* FLOP/s */
  double memory;                  /* bytes a second */
  double narrowest; /* attention heads narrower than this (keys and values) take as long */
  bool paired;      /* multiprocessors share tiles two by two */
  double multiprocessors;
  double host; /* seconds a kernel */
} outlay_rates;

void outlay_rates_of(const outlay_accelerator *accelerator, const outlay_efficiency *efficiency,
                     outlay_rates *out);

/* Seconds of `batch` products of m x k by k x n. `extra` is what the epilogue reads and writes
 * beside its operands and result, in bytes. */
double outlay_gemm_time(const outlay_rates *rates, outlay_precision precision, double batch,
                        double m, double n, double k, double extra);

/* Seconds of a kernel that streams `bytes`. */
double outlay_stream_time(const outlay_rates *rates, double bytes);

#endif
