#include "run_fields.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

void run_note(run *r, const char *format, ...) {
  const size_t used = strlen(r->note);
  if (used + 2 >= sizeof r->note) return;
  if (used > 0) (void)snprintf(r->note + used, sizeof r->note - used, "; ");
  va_list arguments;
  va_start(arguments, format);
  const size_t now = strlen(r->note);
  (void)vsnprintf(r->note + now, sizeof r->note - now, format, arguments);
  va_end(arguments);
}

/* ---- the machine --------------------------------------------------------------------------- */

/* The catalog's name for an accelerator as the sources write it. */
const char *run_accelerator(const char *text) {
  static const char *const names[][2] = {{"A100-40GB", "A100-40GB-SXM"},
                                         {"A100-80GB", "A100-80GB-SXM"},
                                         {"H100-96GB", "H100-96GB-HBM2e-500W"},
                                         {"H100", "H100-80GB-SXM"},
                                         {"H200", "H200-141GB-SXM"},
                                         {"GB300", "GB300"},
                                         {"B300", "B300"},
                                         {"GB200", "GB200"},
                                         {"B200", "B200"},
                                         {"MI355X", "MI355X"},
                                         {"MI325X", "MI325X"},
                                         {"MI300X", "MI300X"},
                                         {"TPU-v5p", "TPU-v5p"},
                                         {"TPU-v5e", "TPU-v5e"},
                                         {"TPU-v4", "TPU-v4"},
                                         {"TPU-v3", "TPU-v3"},
                                         {"rillium", "TPU-v6e"},
                                         {"V100", "V100-SXM2-32GB"}};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (has(text, names[i][0])) return names[i][1];
  }
  return "";
}

/* Bytes a second of the fabric for one device, one direction: what the source states, else the
 * vendor's reference design (200 Gb/s a GPU for A100, 400 for H100 and B200, 800 for B300). */
double run_fabric(const run *r, const char *interconnect, const char *accelerator) {
  const double gigabit = 1e9 / 8;
  if (is(r->family, "bloom-tuning") || is(r->family, "bloom-main")) return 4 * 100 * gigabit / 8;
  if (starts(r->family, "vtrain")) return 800 * gigabit / 8;
  if (has(interconnect, "1600 Gbps")) return 1600 * gigabit / 8;
  if (has(accelerator, "A100")) return 200 * gigabit;
  if (has(accelerator, "B300")) return 800 * gigabit;
  return 400 * gigabit;
}

/* Jean Zay's nodes are described as having "4 inter-GPU connects" a GPU, which is the HGX board of
 * four A100 (each pair joined by four links); two such boards reach each other over PCIe 4 x16. */
void run_board(run *r) {
  if (!starts(r->family, "bloom")) return;
  r->machine.board = 4;
  r->machine.board_bandwidth = 32e9;
}

/* ---- the strategy -------------------------------------------------------------------------- */

bool run_precision(run *r, const char *text) {
  outlay_strategy *s = &r->strategy;
  if (has(text, "ambiguous") || has(text, "unknown")) {
    run_note(r, "precision is %s", text);
    return false;
  }
  s->precision = OUTLAY_16BIT;
  if (has(text, "FP8") || has(text, "fp8")) s->precision = OUTLAY_FP8;
  if (has(text, "FP4")) s->precision = OUTLAY_FP4;
  s->block_scaled = has(text, "MX") || has(text, "NVFP4");
  if (text[0] == '\0') run_note(r, "precision assumed 16 bit");
  return true;
}

/* What the performance recipes of Megatron-Bridge's releases run (its repository,
 * scripts/performance/ configs at v0.2.0 to v0.5.0, which are the containers 25.11 to 26.06).
 * From 26.06 on, MXFP8 on NVL72 replays whole iterations with grouped experts and hides their
 * exchange; before, and elsewhere, experts run one by one. HybridEP came with the NVL72 recipes,
 * for GPT OSS and other machines in 26.04. */
static void bridge_software(run *r) {
  outlay_strategy *s = &r->strategy;
  const double release = strtod(strstr(r->framework, "Bridge") + strlen("Bridge"), NULL);
  const bool rack = r->machine.accelerator.domain > 8;
  const bool recipe = (rack || (has(r->model, "30B") && is(r->machine.accelerator.name, "B300"))) &&
                      !has(r->model, "Kimi") && s->block_scaled;
  const bool whole = release > 26.05 && recipe;
  const bool hybrid = release > 26.03 || (rack && !has(r->model, "OSS"));
  s->dispatch = hybrid ? OUTLAY_DISPATCH_ONCE : OUTLAY_DISPATCH_COPIES;
  s->experts = whole ? OUTLAY_EXPERTS_GROUPED : OUTLAY_EXPERTS_LOOPED;
  /* Layouts are written out for these: DeepSeek-V3's 61 layers on 16 stages are 4 each and 1 on the
   * last (recipes/deepseek, pipeline_model_parallel_layout). */
  if (has(r->model, "DeepSeek") || has(r->model, "Kimi")) s->split = OUTLAY_SPLIT_BALANCED;
  s->expert_overlap = whole || (s->ep > r->machine.domain && has(r->model, "DeepSeek"));
}

void run_software(run *r, const char *precision, const char *notes, const char *date) {
  outlay_strategy *s = &r->strategy;
  const bool before_hopper_attention = is(date, "v3.0");
  const bool megatron_then = has(r->framework, "Megatron-LM 202") ||
                             is(r->framework, "Megatron-LM") || has(r->framework, "PTD-P") ||
                             has(r->framework, "Megatron-DeepSpeed") ||
                             has(r->framework, "MegaScale") || has(r->framework, "ZeRO-3");
  s->gradient_bytes = 2;
  if (megatron_then) {
    s->software = OUTLAY_SOFTWARE_EAGER;
    /* DeepSpeed sends its "partitioned tensors" likewise. */
    s->scatter_gather = true;
    s->fused_accumulation = has(r->framework, "2022");
    if (has(precision, "fp32 grad") || is(precision, "bf16")) s->gradient_bytes = 4;
    return;
  }
  s->attention = OUTLAY_ATTENTION_VENDOR;
  s->fused_accumulation = true;
  s->data_overlap = true;
  if (has(r->framework, "llm-foundry")) {
    s->software = OUTLAY_SOFTWARE_EAGER;
    s->attention = OUTLAY_ATTENTION_PORTABLE;
    return;
  }
  s->software = OUTLAY_SOFTWARE_FUSED;
  s->sequence_parallel = s->tp > 1;
  s->pipeline_overlap = true;
  if (has(r->framework, "torchtitan")) {
    if (has(notes, "eager") || has(notes, "vanilla") || has(notes, "async TP")) {
      s->software = OUTLAY_SOFTWARE_EAGER;
    }
    s->gradient_bytes = 4;
    s->attention = OUTLAY_ATTENTION_PORTABLE;
    if (has(notes, "sync")) s->tensor_overlap = OUTLAY_TENSOR_RING;
    return;
  }
  if (has(r->framework, "Megatron-LM 0.14")) {
    s->fused_loss = true;
    s->gradient_bytes = 4;
    s->data_overlap = false;
    s->pipeline_overlap = false;
    return;
  }
  if (is(r->framework, "Meta")) {
    s->gradient_bytes =
        4; /* arXiv:2407.21783, section 3.3.3: gradients in FP32; no overlap of TP */
    s->fused_loss = true;
    return;
  }
  s->tensor_overlap = OUTLAY_TENSOR_RING;
  /* cuDNN's attention for Hopper came in the second half of 2023. */
  if (before_hopper_attention) s->attention = OUTLAY_ATTENTION_PORTABLE;
  s->experts = OUTLAY_EXPERTS_LOOPED;
  if (has(r->framework, "Megatron-Bridge")) bridge_software(r);
  /* Megatron-LM accumulates and reduces BF16's gradients in FP32 unless told otherwise (its
   * arguments.py); NeMo's recipes do not. */
  if (starts(r->framework, "Megatron-Core")) s->gradient_bytes = 4;
  /* Until cuDNN had it for Blackwell, latent attention ran unfused and was recomputed
   * (dgxc-benchmarking 25.07, deepseek_v3/pretrain/launch.sh: recompute_modules core_attn). */
  if (r->workload.kv_rank > 0 && is(r->framework, "NeMo")) {
    s->attention = OUTLAY_ATTENTION_UNFUSED;
    s->recompute = OUTLAY_RECOMPUTE_SELECTIVE;
  }
  /* Megatron-Core's recipes fuse the loss since 2025. */
  s->fused_loss =
      !has(r->framework, "r0.8") && !has(r->framework, "24.0") && !starts(r->family, "nemotron4");
}

static void sharding_of(run *r, const char *text) {
  outlay_strategy *s = &r->strategy;
  if (has(text, "ZeRO-1") || has(text, "istributed optimizer")) s->zero = 1;
  if (has(text, "GRAD_OP") || has(text, "ZeRO-2")) s->zero = 2;
  if (has(text, "ZeRO-3") || has(text, "FULL_SHARD") || starts(text, "FSDP")) {
    /* torchtitan keeps the weights between the micro-batches of a pipeline. */
    const bool kept = has(text, "FSDP2") && s->pp > 1;
    s->zero = has(text, "GRAD_OP") || has(text, "ZeRO-2 like") || kept ? 2 : 3;
  }
  if (text[0] == '\0' && is(r->family, "mlperf")) s->zero = 1;
}

static void recompute_of(run *r, const char *text) {
  outlay_strategy *s = &r->strategy;
  if (text[0] == '\0') r->open_recompute = true;
  if (starts(text, "full")) s->recompute = OUTLAY_RECOMPUTE_FULL;
  if (starts(text, "selective")) s->recompute = OUTLAY_RECOMPUTE_SELECTIVE;
  if (has(text, "+SP")) s->sequence_parallel = true;
  if (has(r->framework, "torchtitan") && starts(text, "selective")) {
    s->recompute = OUTLAY_RECOMPUTE_FULL;
    s->recompute_share = 0.5; /* every second matrix product is saved */
  }
}

uint32_t run_whole(const table *t, size_t row, const char *column, uint32_t missing) {
  const double value = table_number(t, row, column, missing);
  return value >= 1 ? (uint32_t)value : missing;
}

void run_strategy(run *r, const table *t, size_t row) {
  outlay_strategy *s = &r->strategy;
  r->open_layout = table_text(t, row, "TP")[0] == '\0' && table_text(t, row, "PP")[0] == '\0';
  s->tp = run_whole(t, row, "TP", 1);
  s->pp = run_whole(t, row, "PP", 1);
  s->cp = run_whole(t, row, "CP", 1);
  s->ep = run_whole(t, row, "EP", 1);
  s->etp = run_whole(t, row, "ETP", 1);
  const uint32_t model = s->tp * s->pp * s->cp;
  s->dp = run_whole(t, row, "DP", (uint32_t)r->machine.devices / (model > 0 ? model : 1));
  s->interleave = run_whole(t, row, "VP", 0);
  if (s->interleave == 0) {
    s->interleave = 1;
    /* DeepSpeed's pipeline engine has no interleaved schedule. */
    r->open_interleave =
        s->pp > 1 && !has(r->framework, "DeepSpeed") && !has(r->framework, "torchtitan");
  }
  s->micro_batch = run_whole(t, row, "mbs", 0);
  if (s->micro_batch == 0) {
    s->micro_batch = 1;
    r->open_micro_batch = true;
  }
  s->global_batch = run_whole(t, row, "gbs", 0);
  run_software(r, table_text(t, row, "precision"), table_text(t, row, "notes"),
               table_text(t, row, "date"));
  if (is(table_text(t, row, "SP"), "1")) s->sequence_parallel = s->tp > 1;
  sharding_of(r, table_text(t, row, "dp_sharding"));
  recompute_of(r, table_text(t, row, "recompute"));
}

/* ---- the workload ------------------------------------------------------------------------- */

void run_workload(run *r, const table *t, size_t row) {
  const char *attention = table_text(t, row, "attn_type");
  outlay_workload *w = &r->workload;
  *w = (outlay_workload){
      .layers = table_number(t, row, "n_layers", 0),
      .hidden = table_number(t, row, "hidden", 0),
      .heads = table_number(t, row, "heads", 0),
      .kv_heads = table_number(t, row, "kv_heads", 0),
      .head_dim = table_number(t, row, "head_dim", 0),
      .ffn = table_number(t, row, "ffn", 0),
      .gated = is(table_text(t, row, "gated_mlp"), "1"),
      .vocabulary = table_number(t, row, "vocab", 0),
      .sequence = table_number(t, row, "seq", 0),
      .experts = table_number(t, row, "experts", 0),
      .top_k = table_number(t, row, "topk", 0),
      .expert_ffn = table_number(t, row, "moe_ffn", 0),
      .shared_ffn = table_number(t, row, "shared_ffn", 0),
      .dense_layers = table_number(t, row, "dense_layers", 0),
  };
  w->tied = starts(r->model, "GPT-") || starts(r->model, "MPT") || starts(r->model, "GPT3") ||
            starts(r->model, "Turing") || starts(r->model, "Megatron");
  w->expert_bias = starts(r->model, "GPT OSS");
  if (starts(attention, "MLA")) {
    w->kv_rank = 512;
    w->query_rank = 1536;
    w->rope_dim = 64;
    w->kv_heads = w->heads;
  }
  if (has(attention, "sliding128")) {
    w->window = 128;
    w->window_share = 0.5;
  }
  if (has(attention, "chunked 3/4")) {
    w->window = 8192;
    w->window_share = 0.75;
  }
}
