/* Published training runs, as workload, machine and strategy, with what was measured. */
#ifndef OUTLAY_VALIDATE_RUNS_H
#define OUTLAY_VALIDATE_RUNS_H

#include "step.h"
#include "table.h"

enum { RUN_TEXT = 160 };

/* Groups of families with a target of their own; the last are only reported. */
typedef enum run_group {
  GROUP_A100_MEGATRON = 0,
  GROUP_VTRAIN_MULTI,
  GROUP_VTRAIN_SINGLE,
  GROUP_BLOOM,
  GROUP_MPT,
  GROUP_H100_DENSE,
  GROUP_MLPERF,
  GROUP_MOE,
  GROUP_SIMUMAX,
  GROUP_BLACKWELL_DENSE, /* from here on: no target, not gated */
  GROUP_OTHER,
  GROUPS
} run_group;

typedef struct run {
  char id[40], family[32], model[64], framework[RUN_TEXT], source[RUN_TEXT];
  run_group group;
  outlay_workload workload;
  outlay_machine machine;
  outlay_strategy strategy;
  double measured; /* seconds a step */
  double memory;   /* bytes, 0: not published */
  double hours;    /* device-hours of the whole training, 0: not published */
  double tokens;   /* of the whole training */
  bool usable;     /* there is all that a prediction needs */
  bool sure;       /* verified, not recalled */
  bool fitted;     /* sure, of a group that constants are fitted to */
  bool open_layout, open_interleave, open_recompute,
      open_micro_batch; /* not published: searched over */
  char note[RUN_TEXT];  /* why not usable, or what was searched over or assumed */
  int fold;
} run;

typedef struct runs {
  run *items;
  size_t count;
} runs;

/* Adds the rows of a file with the columns of training_runs.csv, or of vTrain's single-node
 * measurements. False where the file cannot be read. */
bool runs_read(runs *all, const char *path);
bool runs_read_vtrain(runs *all, const char *path);
void runs_free(runs *all);
/* Deals the models of each group out over five folds. */
void runs_fold(runs *all);

const char *run_group_name(run_group group);

#endif
