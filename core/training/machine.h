/* Machine: an accelerator and the two networks that join many of them.
 *
 * Peaks are dense FLOP/s as the vendor states them, memory in bytes, bandwidths in bytes a
 * second of one device in one direction, latencies in seconds. */
#ifndef OUTLAY_MACHINE_H
#define OUTLAY_MACHINE_H

#include <stdbool.h>

#include "outlay.h"

typedef enum outlay_precision {
  OUTLAY_FP32 = 0,
  OUTLAY_TF32,
  OUTLAY_16BIT, /* BF16 and FP16: the same rate on every accelerator here */
  OUTLAY_FP8,
  OUTLAY_FP4,
  OUTLAY_PRECISIONS
} outlay_precision;

typedef struct outlay_accelerator {
  const char *name;
  const char *family; /* whose fitted constants it uses, e.g. "H100" */
  const char *source;
  double peak[OUTLAY_PRECISIONS]; /* 0: falls back to the next wider precision */
  double memory;                  /* bytes */
  double memory_bandwidth;        /* bytes a second */
  double multiprocessors;         /* SMs, compute units or cores that share out a GEMM's tiles */
  double domain;                  /* devices in the fast domain, e.g. 8, or 72 for NVL72 */
  double link_bandwidth;          /* fast domain, one direction */
} outlay_accelerator;

typedef struct outlay_machine {
  outlay_accelerator accelerator;
  double devices;
  double domain;           /* devices of a fast domain */
  double fast_bandwidth;   /* of a device within its domain */
  double fast_latency;     /* of one hop */
  double board;            /* devices of a board, where a domain is boards joined by less; 0: one */
  double board_bandwidth;  /* of a device to the other boards of its domain */
  double fabric_bandwidth; /* of a device: its node's divided among its devices */
  double fabric_latency;
  double host_bandwidth; /* of a device to its host's memory, one direction */
  double host_memory;    /* bytes a device may use there */
} outlay_machine;

/* The accelerator of this name (as in "H100-80GB-SXM"), or NULL. The names are listed by
 * outlay_accelerator_at, NULL after the last. */
const outlay_accelerator *outlay_accelerator_find(const char *name);
const outlay_accelerator *outlay_accelerator_at(size_t index);

/* A machine of `devices` accelerators with its vendor's fast domain and this fabric. */
outlay_machine outlay_machine_of(const outlay_accelerator *accelerator, double devices,
                                 double fabric_bandwidth);

/* Peak FLOP/s at a precision, or at the next wider one that the accelerator has. */
double outlay_peak(const outlay_accelerator *accelerator, outlay_precision precision);
/* Bytes of one element. */
double outlay_precision_bytes(outlay_precision precision);
const char *outlay_precision_name(outlay_precision precision);

outlay_status outlay_machine_check(const outlay_machine *machine, outlay_error *error);

#endif
