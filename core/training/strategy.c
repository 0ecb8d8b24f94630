#include "strategy.h"

double outlay_strategy_devices(const outlay_strategy *s) {
  return (double)s->tp * s->pp * s->dp * s->cp;
}

double outlay_micro_batches(const outlay_strategy *s) {
  return (double)s->global_batch / ((double)s->dp * s->micro_batch);
}
