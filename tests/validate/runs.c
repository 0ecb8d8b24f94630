#include "runs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "run_fields.h"

static const char *const group_names[GROUPS] = {
    "A100 Megatron", "vtrain-multi",       "vtrain single node", "bloom-tuning", "mpt-fsdp",
    "H100 dense",    "mlperf GPT-3, 405B", "MoE (one release)",  "simumax-b200", "Blackwell dense",
    "other"};

const char *run_group_name(run_group group) { return group_names[group]; }

/* A missing text, say of an accelerator that is not in the catalog, is like no other. */
static bool is(const char *text, const char *other) {
  return text != NULL && strcmp(text, other) == 0;
}
static bool has(const char *text, const char *part) {
  return text != NULL && strstr(text, part) != NULL;
}
static bool starts(const char *text, const char *part) {
  return strncmp(text, part, strlen(part)) == 0;
}

static run *add(runs *all) {
  if ((all->count & (all->count - 1)) == 0) {
    const size_t room = all->count == 0 ? 1 : 2 * all->count;
    all->items = realloc(all->items, room * sizeof *all->items);
    if (all->items == NULL) abort();
  }
  run *r = &all->items[all->count++];
  memset(r, 0, sizeof *r);
  return r;
}

void runs_free(runs *all) {
  free(all->items);
  *all = (runs){0};
}

static void copy(char *to, size_t size, const char *from) { (void)snprintf(to, size, "%s", from); }

/* ---- groups -----------------------------------------------------------------------------------
 */

/* The release of Megatron-Bridge that is held to the target. */
static const char release[] = "26.06 NeMo";

static run_group group_of(const run *r) {
  if (starts(r->family, "narayanan21") || is(r->family, "korthikanti22") ||
      is(r->family, "mt-nlg")) {
    return GROUP_A100_MEGATRON;
  }
  if (is(r->family, "vtrain-multi")) return GROUP_VTRAIN_MULTI;
  if (is(r->family, "bloom-tuning")) return GROUP_BLOOM;
  if (is(r->family, "mpt-fsdp")) return GROUP_MPT;
  if (is(r->family, "simumax-b200")) return GROUP_SIMUMAX;
  if (is(r->family, "mlperf")) {
    return starts(r->model, "GPT3") || has(r->model, "405B") ? GROUP_MLPERF : GROUP_OTHER;
  }
  const bool h100 = is(r->machine.accelerator.name, "H100-80GB-SXM");
  if ((is(r->family, "dgxc") || is(r->family, "nemo24.07")) && h100 && r->workload.experts <= 0) {
    return GROUP_H100_DENSE;
  }
  if (is(r->family, "dgxc") && r->workload.experts <= 0) return GROUP_BLACKWELL_DENSE;
  if (is(r->family, "bridge")) {
    if (r->workload.experts <= 0) return GROUP_BLACKWELL_DENSE;
    if (has(r->framework, release)) return GROUP_MOE;
  }
  return GROUP_OTHER;
}

/* ---- rows --------------------------------------------------------------------------------- */

static bool complete(run *r) {
  outlay_error error;
  if (r->machine.accelerator.name == NULL) {
    run_note(r, "accelerator is not in the catalog");
    return false;
  }
  if (outlay_workload_check(&r->workload, &error) != OUTLAY_OK) {
    run_note(r, "architecture: %s", error.message);
    return false;
  }
  if (r->strategy.global_batch == 0) {
    run_note(r, "no global batch");
    return false;
  }
  if (r->open_layout) return outlay_machine_check(&r->machine, NULL) == OUTLAY_OK;
  if (outlay_strategy_check(&r->workload, &r->machine, &r->strategy, &error) != OUTLAY_OK) {
    run_note(r, "%s", error.message);
    return false;
  }
  return true;
}

/* Says what prediction searches over. */
static void say_open(run *r) {
  if (r->open_layout) {
    run_note(r, "no layout published, the best one taken");
    return;
  }
  if (r->open_interleave) run_note(r, "interleave searched over");
  if (r->open_micro_batch) run_note(r, "micro-batch searched over");
  if (r->open_recompute) run_note(r, "recompute not published, taken as none");
}

/* Fine-tuning with adapters, or a model that the columns do not describe. */
static bool trained_whole(run *r, const char *notes) {
  if (has(notes, "LoRA")) {
    run_note(r, "adapters only");
    return false;
  }
  if (has(notes, "SFT")) {
    run_note(r, "fine-tuning with packed sequences");
    return false;
  }
  return true;
}

static void read_row(run *r, const table *t, size_t row) {
  copy(r->id, sizeof r->id, table_text(t, row, "id"));
  copy(r->family, sizeof r->family, table_text(t, row, "family"));
  copy(r->model, sizeof r->model, table_text(t, row, "model"));
  copy(r->framework, sizeof r->framework, table_text(t, row, "framework"));
  copy(r->source, sizeof r->source, table_text(t, row, "source"));
  const char *accelerator = table_text(t, row, "accelerator");
  const outlay_accelerator *known = outlay_accelerator_find(run_accelerator(accelerator));
  const double devices = table_number(t, row, "n_acc", 0);
  if (known != NULL) {
    r->machine = outlay_machine_of(known, devices,
                                   run_fabric(r, table_text(t, row, "interconnect"), known->name));
  }
  run_board(r);
  r->measured = table_number(t, row, "iter_time_s", 0);
  r->hours = table_number(t, row, "acc_hours", 0);
  r->tokens = table_number(t, row, "tokens_total", 0);
  r->memory = table_number(t, row, "mem_gib", 0) * 1073741824.0;
  run_workload(r, t, row);
  const bool precise = run_precision(r, table_text(t, row, "precision"));
  run_strategy(r, t, row);
  r->group = group_of(r);
  const char *verified = table_text(t, row, "verified");
  const bool sure = starts(verified, "verified") && !has(verified, "recalled") &&
                    !has(table_text(t, row, "iter_time_kind"), "recalled");
  if (!sure) run_note(r, "%s", verified);
  r->usable = trained_whole(r, table_text(t, row, "notes"));
  r->usable = complete(r) && precise && r->usable;
  if (r->usable) say_open(r);
  if (!(r->measured > 0)) run_note(r, "no iteration time");
  r->sure = sure && r->measured > 0;
  r->fitted = r->usable && r->sure && !r->open_layout && r->group < GROUP_OTHER;
}

bool runs_read(runs *all, const char *path) {
  table t;
  if (!table_read(&t, path)) return false;
  for (size_t row = 1; row < t.rows; row++) read_row(add(all), &t, row);
  table_free(&t);
  return true;
}

/* vTrain's single-node measurements: Megatron-DeepSpeed on A100-80GB, GPT's vocabulary. */
static void read_vtrain_row(run *r, const table *t, size_t row) {
  (void)snprintf(r->id, sizeof r->id, "vtrain-single-%04zu", row);
  copy(r->family, sizeof r->family, "vtrain-single");
  copy(r->framework, sizeof r->framework, "Megatron-DeepSpeed");
  copy(r->source, sizeof r->source, "VIA-Research/vTrain");
  const double h = table_number(t, row, "hidden size", 0);
  const double layers = table_number(t, row, "# layers", 0);
  (void)snprintf(r->model, sizeof r->model, "GPT h%g L%g", h, layers);
  const outlay_accelerator *a100 = outlay_accelerator_find("A100-80GB-SXM");
  r->machine = outlay_machine_of(a100, table_number(t, row, "# GPUs", 0), 12.5e9);
  const double heads = table_number(t, row, "attention heads", 0);
  r->workload = (outlay_workload){.layers = layers,
                                  .hidden = h,
                                  .heads = heads,
                                  .kv_heads = heads,
                                  .head_dim = heads > 0 ? h / heads : 0,
                                  .ffn = 4 * h,
                                  .vocabulary = 50257,
                                  .sequence = table_number(t, row, "sequence length", 0),
                                  .tied = true};
  outlay_strategy *s = &r->strategy;
  s->tp = run_whole(t, row, "tensor parallelism", 1);
  s->pp = run_whole(t, row, "pipeline parallelism", 1);
  s->dp = run_whole(t, row, "data parallelism", 1);
  s->cp = s->ep = s->etp = s->interleave = 1;
  s->micro_batch = run_whole(t, row, "micro batch", 1);
  s->global_batch = run_whole(t, row, "global batch", 0);
  s->precision = OUTLAY_16BIT;
  s->recompute = OUTLAY_RECOMPUTE_FULL;
  run_software(r, "fp16", "", "");
  r->measured = table_number(t, row, "iteration time (ms)", 0) / 1000;
  r->group = GROUP_VTRAIN_SINGLE;
  r->usable = complete(r);
  r->sure = true;
  r->fitted = r->usable;
}

bool runs_read_vtrain(runs *all, const char *path) {
  table t;
  if (!table_read(&t, path)) return false;
  for (size_t row = 1; row < t.rows; row++) read_vtrain_row(add(all), &t, row);
  table_free(&t);
  return true;
}

/* ---- folds --------------------------------------------------------------------------------- */

static bool first_of_its_model(const runs *all, size_t index) {
  for (size_t i = 0; i < index; i++) {
    if (is(all->items[i].family, all->items[index].family) &&
        is(all->items[i].model, all->items[index].model)) {
      all->items[index].fold = all->items[i].fold;
      return false;
    }
  }
  return true;
}

void runs_fold(runs *all) {
  int next[GROUPS] = {0};
  for (size_t i = 0; i < all->count; i++) {
    if (first_of_its_model(all, i)) {
      run *r = &all->items[i];
      r->fold = next[r->group];
      next[r->group] = (next[r->group] + 1) % 5;
    }
  }
}
