/* Goodput: what failures, checkpoints, stragglers and preemption make of a run's time.
 *
 * Failures are independent and at a constant rate; all times are seconds. */
#ifndef OUTLAY_GOODPUT_H
#define OUTLAY_GOODPUT_H

#include "outlay.h"

typedef struct outlay_reliability {
  double devices;
  double failure_rate;    /* unexpected interruptions a device and second */
  double preemption_rate; /* of the whole job, a second: spot capacity taken back */
  double planned_rate;    /* of the whole job, a second: maintenance, after a checkpoint */
  double checkpoint;      /* how long training stands still for one */
  double flush;           /* until an asynchronous checkpoint is safe; 0: `checkpoint` */
  double restart;         /* detecting, replacing, loading, warming up */
  double replace;         /* more, where no spare is there: getting another device */
  double spares;          /* devices kept ready */
  double repair;          /* until a failed device is back among the spares */
  double slow_share;      /* share of the time that a device is a straggler */
  double slow_factor;     /* how much longer its steps take, e.g. 0.1 */
} outlay_reliability;

/* Meta's 54 days of Llama 3 405B (arXiv:2407.21783, section 3.3.4): 419 unexpected and 47 planned
 * interruptions of 16,384 H100. */
double outlay_llama3_failure_rate(void);

/* Intervals between checkpoints, of work, for a mean time to failure and a checkpoint's time:
 * Young (CACM 17(9), 1974): sqrt(2 Tf Ts). */
double outlay_interval_young(double time_to_failure, double checkpoint);
/* Daly (Future Generation Computer Systems 22, 2006), equation 37: the higher-order estimate. */
double outlay_interval_daly(double time_to_failure, double checkpoint);
/* What minimises the wall time under Daly's complete model (equation 20), exactly:
 * Tf (1 + W(-exp(-1 - Ts / Tf))) with Lambert's W. */
double outlay_interval_optimal(double time_to_failure, double checkpoint);

/* Wall time over useful time at an interval, Daly's equation 20:
 * Tf / interval exp(R / Tf) (exp((interval + Ts) / Tf) - 1). */
double outlay_wall_factor(double time_to_failure, double checkpoint, double restart,
                          double interval);

typedef struct outlay_goodput {
  double time_to_failure; /* of the job */
  double interval;        /* of work between checkpoints */
  double factor;          /* wall time over the time without any trouble */
  double goodput;         /* its inverse: useful share of the wall time */
  double checkpointing, lost, restarting, straggling; /* shares of the wall time */
  double no_spare; /* probability that a failure finds no spare */
} outlay_goodput;

/* `interval` 0: the optimal one. OUTLAY_ERROR_ARGUMENT for a rate, time or share that is negative,
 * and where failures come so often that the run makes no progress. */
outlay_status outlay_goodput_of(const outlay_reliability *reliability, double interval,
                                outlay_goodput *out, outlay_error *error);

/* Probability that more than `spares` of the devices are in repair at once (Poisson, mean =
 * failures a second times the repair time). */
double outlay_spares_exhausted(double mean, double spares);

/* How much longer a synchronous step takes on average when each of `devices` is slow for a share
 * of the time: one slow device holds up all. */
double outlay_straggler_factor(double devices, double slow_share, double slow_factor);

#endif
