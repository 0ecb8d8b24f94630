#include "goodput.h"

#include <math.h>
#include <stdbool.h>

#include "status.h"

double outlay_llama3_failure_rate(void) { return 419 / (54 * 86400.0 * 16384); }

double outlay_interval_young(double time_to_failure, double checkpoint) {
  return sqrt(2 * time_to_failure * checkpoint);
}

double outlay_interval_daly(double time_to_failure, double checkpoint) {
  if (checkpoint >= 2 * time_to_failure) return time_to_failure;
  const double ratio = checkpoint / (2 * time_to_failure);
  return sqrt(2 * checkpoint * time_to_failure) * (1 + sqrt(ratio) / 3 + ratio / 9) - checkpoint;
}

/* The principal branch of Lambert's W for -1/e <= x <= 0, by Halley's method from the series
 * around the branch point (Corless et al., Advances in Computational Mathematics 5, 1996). */
static double lambert(double x) {
  const double p = sqrt(fmax(0, 2 * (exp(1) * x + 1)));
  double w = -1 + p - p * p / 3 + 11.0 / 72 * p * p * p;
  for (int i = 0; i < 20; i++) {
    const double e = exp(w), f = w * e - x;
    if (w <= -1 + 1e-12) return w;
    const double step = f / (e * (w + 1) - (w + 2) * f / (2 * w + 2));
    w -= step;
    if (fabs(step) < 1e-15 * fabs(w)) break;
  }
  return w;
}

double outlay_interval_optimal(double time_to_failure, double checkpoint) {
  return time_to_failure * (1 + lambert(-exp(-1 - checkpoint / time_to_failure)));
}

double outlay_wall_factor(double time_to_failure, double checkpoint, double restart,
                          double interval) {
  return time_to_failure / interval * exp(restart / time_to_failure) *
         expm1((interval + checkpoint) / time_to_failure);
}

double outlay_spares_exhausted(double mean, double spares) {
  if (mean <= 0) return 0;
  double term = exp(-mean), sum = 0;
  if (term <= 0) return mean > spares ? 1 : 0; /* far beyond what a double shows */
  for (double k = 0; k <= floor(spares); k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return fmax(0, 1 - sum);
}

double outlay_straggler_factor(double devices, double slow_share, double slow_factor) {
  const double none = exp(devices * log1p(-slow_share));
  return 1 + slow_factor * (1 - none);
}

static bool sensible(const outlay_reliability *r) {
  const double all[] = {r->failure_rate, r->preemption_rate, r->planned_rate, r->checkpoint,
                        r->flush,        r->restart,         r->replace,      r->spares,
                        r->repair,       r->slow_share,      r->slow_factor};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    if (!(all[i] >= 0) || isinf(all[i])) return false;
  }
  return r->devices >= 1 && r->slow_share < 1;
}

static outlay_status fail_hopeless(outlay_error *error, double time_to_failure, double restart) {
  const outlay_status status =
      outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                  "an interruption every %.0f s with restarts of %.0f s leaves no time to train",
                  time_to_failure, restart);
  outlay_advise(error, "make restarts quicker, or use fewer or more reliable devices");
  return status;
}

/* A run without interruptions: only stragglers slow it. */
static void undisturbed(double straggling, outlay_goodput *out) {
  *out = (outlay_goodput){.time_to_failure = INFINITY,
                          .interval = INFINITY,
                          .factor = straggling,
                          .goodput = 1 / straggling,
                          .straggling = 1 - 1 / straggling};
}

outlay_status outlay_goodput_of(const outlay_reliability *r, double interval, outlay_goodput *out,
                                outlay_error *error) {
  if (!sensible(r) || !(interval >= 0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "rates, times and shares of a run's reliability are not negative, it has at "
                       "least one device, and stragglers are below a share of 1");
  }
  const double straggling = outlay_straggler_factor(r->devices, r->slow_share, r->slow_factor);
  const double failing = r->devices * r->failure_rate;
  const double rate = failing + r->preemption_rate;
  if (rate + r->planned_rate <= 0) {
    undisturbed(straggling, out);
    return OUTLAY_OK;
  }
  outlay_goodput g = {.time_to_failure = rate > 0 ? 1 / rate : INFINITY};
  g.no_spare = outlay_spares_exhausted(failing * r->repair, r->spares);
  const double restart = r->restart + g.no_spare * r->replace;
  double factor = 1;
  if (rate > 0) {
    const double tf = g.time_to_failure;
    if (restart > 20 * tf) return fail_hopeless(error, tf, restart);
    g.interval = interval > 0 ? interval : outlay_interval_optimal(tf, fmax(r->checkpoint, 1e-3));
    /* Until a checkpoint is safe, a failure falls back to the one before. */
    const double exposed = r->flush > r->checkpoint ? r->flush - r->checkpoint : 0;
    factor = outlay_wall_factor(tf, r->checkpoint, restart + exposed, g.interval);
    g.checkpointing = r->checkpoint / g.interval / factor;
    g.restarting = (1 - exp(-restart / tf));
    g.lost = fmax(0, 1 - 1 / factor - g.checkpointing - g.restarting);
  } else {
    g.interval = interval > 0 ? interval : 1 / r->planned_rate;
  }
  /* Planned interruptions lose a checkpoint and a restart, no work. */
  const double planned = r->planned_rate * (r->checkpoint + r->restart);
  if (planned >= 1) return fail_hopeless(error, 1 / r->planned_rate, r->restart);
  g.factor = factor * straggling / (1 - planned);
  g.goodput = 1 / g.factor;
  g.restarting += planned;
  g.straggling = 1 - 1 / straggling;
  *out = g;
  return OUTLAY_OK;
}
