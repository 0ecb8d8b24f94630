/* The search's rate on GPT-3 175B, 512 A100, in Calculon's own space; every point is timed unless
 * it says "with bounds". Two threads need two idle processors to show: the quickest of some tries
 * counts.
 *
 *   bench_search [--tiny|--calculon DIRECTORY]
 *
 * With a checkout of Calculon: its rate here, and its times of our best. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "measure.h"
#include "performance_constants.h"
#include "search.h"

static const outlay_workload gpt3 = {.layers = 96,
                                     .hidden = 12288,
                                     .heads = 96,
                                     .kv_heads = 96,
                                     .head_dim = 128,
                                     .ffn = 49152,
                                     .vocabulary = 51200,
                                     .sequence = 2048,
                                     .tied = true};

/* Of steps with unequal batches: for as many tokens. */
static void print_why(const outlay_step *best, const outlay_step *step) {
  outlay_step other = *step;
  outlay_term terms[OUTLAY_TERMS];
  for (int t = 0; t < OUTLAY_TERMS; t++) other.terms[t] *= best->tokens / step->tokens;
  const size_t n = outlay_step_differences(best, &other, terms);
  for (size_t i = 0; i < n; i++) {
    printf("%s %s %.0f ms", i > 0 ? "," : "", outlay_term_name(terms[i]),
           1e3 * (other.terms[terms[i]] - best->terms[terms[i]]));
  }
  printf(n > 0 ? "\n" : " nothing\n");
}

/* Seconds by the clock and of processor time, all threads together. */
typedef struct timing {
  double wall, busy;
} timing;

static timing quicker(timing a, timing b) {
  return (timing){fmin(a.wall, b.wall), fmin(a.busy, b.busy)};
}

static timing run(const outlay_space *spaces, const outlay_platform *platforms, size_t count,
                  unsigned threads, bool exhaustive, bool show) {
  const outlay_search_options options = {.top = 10, .threads = threads, .exhaustive = exhaustive};
  outlay_search_result result;
  outlay_error error;
  const double start = seconds();
  const clock_t cpu = clock();
  if (outlay_search(NULL, &gpt3, spaces, platforms, count, &options, &result, &error) !=
      OUTLAY_OK) {
    fprintf(stderr, "%s\n", error.message);
    exit(1);
  }
  const double took = seconds() - start;
  const double busy = (double)(clock() - cpu) / CLOCKS_PER_SEC;
  printf(
      "%u thread%s, %s: %.2f s (%.2f s of processor time), %llu points (%llu feasible, %llu "
      "pruned), %.2f M a second a core\n",
      threads, threads > 1 ? "s" : "", exhaustive ? "every point timed" : "with bounds", took, busy,
      (unsigned long long)result.points, (unsigned long long)result.feasible,
      (unsigned long long)result.pruned, 1e-6 * (double)result.points / took / threads);
  outlay_step best = {0}, step;
  for (size_t i = 0; show && i < result.count; i++) {
    const outlay_candidate *c = &result.best[i];
    const outlay_strategy *s = &c->strategy;
    outlay_step_time(&gpt3, &platforms[0], s, &step);
    if (i == 0) best = step;
    printf(
        "  %2zu. %.3f s for %u: tp %u pp %u dp %u batch %u chunks %u recompute %d zero %u %s "
        "offload %d%d%d, %.1f GB%s",
        i + 1, c->time, s->global_batch, s->tp, s->pp, s->dp, s->micro_batch, s->interleave,
        (int)s->recompute, s->zero, s->sequence_parallel ? "sp" : "ar", s->offload_weights,
        s->offload_activations, s->offload_optimizer, 1e-9 * c->memory,
        i == 0 ? "\n" : "; slower by");
    if (i > 0) print_why(&best, &step);
  }
  outlay_search_free(&result);
  return (timing){took, busy};
}

/* One strategy a line, in Calculon's words. */
static void write_strategies(FILE *file, const outlay_search_result *result) {
  static const char *const recompute[] = {"none", "attn_only", "full"};
  static const char *const overlap[] = {"none", "ring", "pipe"};
  for (size_t i = 0; i < result->count; i++) {
    const outlay_candidate *c = &result->best[i];
    const outlay_strategy *s = &c->strategy;
    const char *exchange =
        s->sequence_parallel ? "rs_ag" : (s->scatter_gather ? "p2p_rs_ag" : "ar");
    const bool redo =
        s->sequence_parallel && s->recompute != OUTLAY_RECOMPUTE_FULL && !s->keep_gathered;
    fprintf(file,
            "{\"outlay\":%.4f,\"num_procs\":512,\"tensor_par\":%u,\"pipeline_par\":%u,"
            "\"data_par\":%u,\"tensor_par_net\":%d,\"pipeline_par_net\":%d,\"data_par_net\":%d,"
            "\"batch_size\":%u,\"microbatch_size\":%u,\"datatype\":\"float16\","
            "\"fused_activation\":true,\"attention_type\":\"multihead\","
            "\"activation_recompute\":\"%s\",\"pipeline_interleaving\":%u,"
            "\"optimizer_sharding\":%s,\"tensor_par_comm_type\":\"%s\","
            "\"tensor_par_overlap\":\"%s\",\"seq_par_ag_redo\":%s,\"data_par_overlap\":%s,"
            "\"weight_offload\":%s,\"activations_offload\":%s,\"optimizer_offload\":%s,"
            "\"training\":true}\n",
            c->time, s->tp, s->pp, s->dp, s->tensor_network == OUTLAY_FABRIC_ONLY,
            s->pipeline_network == OUTLAY_FABRIC_ONLY, s->data_network == OUTLAY_FABRIC_ONLY,
            s->global_batch, s->micro_batch, recompute[s->recompute], s->interleave,
            s->zero > 0 ? "true" : "false", exchange, overlap[s->tensor_overlap],
            redo ? "true" : "false", s->data_overlap ? "true" : "false",
            s->offload_weights ? "true" : "false", s->offload_activations ? "true" : "false",
            s->offload_optimizer ? "true" : "false");
  }
}

/* Calculon's rate and its opinion of our best, by tests/bench/calculon.py. */
static void ask_calculon(const char *directory, const outlay_space *space,
                         const outlay_platform *platform) {
  const outlay_search_options options = {.top = 10};
  outlay_search_result result;
  const char *path = "bench_search.strategies";
  FILE *file = fopen(path, "w");
  if (file == NULL ||
      outlay_search(NULL, &gpt3, space, platform, 1, &options, &result, NULL) != OUTLAY_OK) {
    perror(path);
    exit(1);
  }
  write_strategies(file, &result);
  (void)fclose(file);
  outlay_search_free(&result);
  char command[4096];
  (void)snprintf(command, sizeof command, "python3 tests/bench/calculon.py '%s' %s", directory,
                 path);
  (void)fflush(stdout);
  if (system(command) != 0) fprintf(stderr, "Calculon could not be asked\n");
  (void)remove(path);
}

int main(int count, char **arguments) {
  const outlay_accelerator *a100 = outlay_accelerator_find("A100-80GB-SXM");
  outlay_machine machine = outlay_machine_of(a100, 512, 25e9);
  machine.host_memory = 512.0 * (1 << 30);
  outlay_platform platform;
  outlay_platform_of(&machine, &outlay_fitted_find(a100->family)->efficiency, &platform);
  const outlay_strategy base = {.precision = OUTLAY_16BIT,
                                .gradient_bytes = 4,
                                .fused_accumulation = true,
                                .software = OUTLAY_SOFTWARE_FUSED};
  const outlay_space space = outlay_space_calculon(&base, 512, 1024);
  printf("%llu points\n", (unsigned long long)outlay_space_count(&space, &gpt3));
  if (is_tiny(count, arguments)) {
    const outlay_space few = outlay_space_calculon(&base, 8, 8);
    (void)run(&few, &platform, 1, 2, true, true);
    return 0;
  }
  const double one = run(&space, &platform, 1, 1, true, true).busy;
  (void)run(&space, &platform, 1, 1, false, false);
  printf("Calculon would take %.0f times as long (at 2,400 a second)\n", 7679648.0 / 2400 / one);
  /* Threads show on more than a fraction of a second's work: many batch sizes at once. */
  enum { SIZES = 12, ATTEMPTS = 7 };
  outlay_space spaces[SIZES];
  outlay_platform platforms[SIZES];
  for (uint32_t i = 0; i < SIZES; i++) {
    spaces[i] = outlay_space_calculon(&base, 512, 512 * (i + 1));
    platforms[i] = platform;
  }
  timing single = {INFINITY, INFINITY}, twin = single;
  for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
    single = quicker(single, run(spaces, platforms, SIZES, 1, true, false));
    twin = quicker(twin, run(spaces, platforms, SIZES, 2, true, false));
  }
  const double times = single.wall / twin.wall;
  printf(
      "2 threads are %.2f times as quick as one by the clock (the quickest of %d each, in turns), "
      "%.2f times by processor time, which other programs do not take away\n",
      times, ATTEMPTS, 2 * single.busy / twin.busy);
  goal_at_least("search: 2 threads over 1, by the clock", times, 1.9);
  if (count == 3 && strcmp(arguments[1], "--calculon") == 0) {
    ask_calculon(arguments[2], &space, &platform);
  }
  return 0;
}
