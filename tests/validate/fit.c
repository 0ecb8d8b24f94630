/* fit: the constants of core/training/performance_constants.c and of the catalog, from published runs.
 *
 *   fit --runs FILE.csv [--vtrain FILE.csv] [--c FILE.c] [--lua FILE.lua]
 *
 * Deterministic: the same files give the same digits. Rows that are only recalled are not used. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intervals.h"
#include "predict.h"

typedef struct result {
  outlay_efficiency efficiency;
  double median;
  size_t rows;
} result;

typedef struct spreads {
  spread groups[GROUP_OTHER], unseen[2];
} spreads;

static bool used(const run *r, int family) { return r->fitted && family_index(r) == family; }

/* The median of the absolute residuals. */
static void summarise_family(const runs *all, int family, result *out) {
  double *values = calloc(all->count + 1, sizeof *values);
  if (values == NULL) abort();
  for (size_t i = 0; i < all->count; i++) {
    const run *r = &all->items[i];
    if (!used(r, family)) continue;
    values[out->rows++] = fabs(log(r->measured / predict(r, &out->efficiency, NULL)));
  }
  sort_values(values, out->rows);
  out->median = quantile(values, out->rows, 0.5);
  free(values);
}

static void find_errors(const runs *all, spreads *out) {
  score *scores = calloc(all->count + 1, sizeof *scores);
  if (scores == NULL) abort();
  residuals(scores, all);
  for (int g = 0; g < GROUP_OTHER; g++) {
    out->groups[g] = spread_of_group(scores, all, (run_group)g);
  }
  out->unseen[0] = spread_of_unseen(scores, all, false);
  out->unseen[1] = spread_of_unseen(scores, all, true);
  free(scores);
}

static void write_spread(FILE *file, const char *family, bool mixture, const spread *s) {
  fprintf(file, "    {\"%s\", %s, %.4f, %.4f, %zu, %zu},\n", family, mixture ? "true" : "false",
          s->low, s->high, s->rows, s->families);
}

/* Those of families unseen come last: the search ends with them. */
static void write_errors(FILE *file, const spreads *e) {
  fprintf(file, "static const outlay_error_spread errors[] = {\n");
  for (int g = 0; g < GROUP_OTHER; g++) {
    write_spread(file, run_group_name((run_group)g), g == GROUP_MOE, &e->groups[g]);
  }
  write_spread(file, "", false, &e->unseen[0]);
  write_spread(file, "", true, &e->unseen[1]);
  fprintf(file, "};\n\n");
}

static void write_c(FILE *file, const result *results, const spreads *found) {
  fprintf(file,
          "/* Written by tests/validate/fit.c from published measurements: do not edit, fit anew.\n"
          " * docs/design/training_model.md says from which. */\n"
          "#include \"performance_constants.h\"\n\n#include <string.h>\n\n"
          "static const outlay_fitted fitted[] = {\n");
  for (int f = 0; f < FAMILIES; f++) {
    const result *r = &results[f];
    const outlay_efficiency *e = &r->efficiency;
    fprintf(file,
            "    {.family = \"%s\",\n"
            "     .efficiency = {.gemm = %.4f,\n                    .gemm_fp8 = %.4f,\n"
            "                    .gemm_fp4 = %.4f,\n                    .attention = %.4f,\n"
            "                    .memory = %.4f,\n                    .fast = %.4f,\n"
            "                    .fabric = %.4f,\n                    .host = %.3e},\n"
            "     .rows = %zu},\n",
            fitted_families[f], e->gemm, e->gemm_fp8, e->gemm_fp4, e->attention, e->memory, e->fast,
            e->fabric, e->host, r->rows);
  }
  fprintf(file, "};\n\n");
  write_errors(file, found);
  fprintf(
      file,
      "/* Families that no run was published for in enough detail take a sibling's constants. */\n"
      "static const char *const siblings[][2] = {\n"
      "    {\"V100\", \"A100\"},      {\"MI250X\", \"A100\"}, {\"TPU\", \"A100\"},   "
      "{\"Gaudi\", \"A100\"},\n"
      "    {\"Trainium2\", \"H100\"}, {\"MI300X\", \"H100\"}, {\"MI355X\", \"B200\"}};\n\n"
      "const outlay_fitted *outlay_fitted_at(size_t index) {\n"
      "  return index < sizeof fitted / sizeof fitted[0] ? &fitted[index] : NULL;\n}\n\n"
      "const outlay_fitted *outlay_fitted_find(const char *family) {\n"
      "  for (size_t i = 0; i < sizeof siblings / sizeof siblings[0]; i++) {\n"
      "    if (family != NULL && strcmp(siblings[i][0], family) == 0) family = siblings[i][1];\n"
      "  }\n"
      "  for (size_t i = 0; outlay_fitted_at(i) != NULL; i++) {\n"
      "    if (family != NULL && strcmp(fitted[i].family, family) == 0) return &fitted[i];\n"
      "  }\n"
      "  return &fitted[2];\n}\n\n"
      "const outlay_error_spread *outlay_error_of(const char *family, bool mixture) {\n"
      "  size_t i = 0;\n"
      "  while (errors[i].family[0] != '\\0' && strcmp(errors[i].family, family) != 0) i++;\n"
      "  return &errors[errors[i].family[0] == '\\0' && mixture ? i + 1 : i];\n}\n");
}

static void write_groups(FILE *file, const runs *all, int family, const result *r) {
  fprintf(file, "    residuals = {\n");
  for (int g = 0; g < GROUPS; g++) {
    double *errors = calloc(all->count + 1, sizeof *errors);
    size_t n = 0;
    if (errors == NULL) abort();
    for (size_t i = 0; i < all->count; i++) {
      const run *row = &all->items[i];
      if (!used(row, family) || (int)row->group != g) continue;
      errors[n++] = fabs(predict(row, &r->efficiency, NULL) / row->measured - 1);
    }
    sort_values(errors, n);
    if (n > 0) {
      fprintf(file, "      { family = \"%s\", rows = %zu, median = %.4f, worst = %.4f },\n",
              run_group_name((run_group)g), n, quantile(errors, n, 0.5), errors[n - 1]);
    }
    free(errors);
  }
  fprintf(file, "    },\n");
}

/* Whether an earlier row of the family has the same source. */
static bool source_before(const runs *all, int family, size_t index) {
  for (size_t i = 0; i < index; i++) {
    if (used(&all->items[i], family) &&
        strcmp(all->items[i].source, all->items[index].source) == 0) {
      return true;
    }
  }
  return false;
}

static void write_sources(FILE *file, const runs *all, int family) {
  fprintf(file, "    sources = {\n");
  for (size_t i = 0; i < all->count; i++) {
    if (!used(&all->items[i], family) || source_before(all, family, i)) continue;
    fprintf(file, "      \"%s\",\n", all->items[i].source);
  }
  fprintf(file, "    },\n");
}

static void write_lua_spread(FILE *file, const char *family, bool mixture, const spread *s) {
  fprintf(file,
          "    { family = \"%s\", mixture = %s, low = %.4f, high = %.4f,\n"
          "      rows = %zu, families = %zu },\n",
          family, mixture ? "true" : "false", s->low, s->high, s->rows, s->families);
}

static void write_lua_errors(FILE *file, const spreads *e) {
  fprintf(file,
          "  -- Measured over predicted step time, 80 %% intervals: of further runs of a family, "
          "and of\n"
          "  -- families unseen.\n"
          "  errors = {\n");
  for (int g = 0; g < GROUP_OTHER; g++) {
    write_lua_spread(file, run_group_name((run_group)g), g == GROUP_MOE, &e->groups[g]);
  }
  write_lua_spread(file, "", false, &e->unseen[0]);
  write_lua_spread(file, "", true, &e->unseen[1]);
  fprintf(file, "  },\n");
}

static void write_lua(FILE *file, const runs *all, const result *results, const spreads *found) {
  fprintf(
      file,
      "-- Fitted constants of the training performance model, by accelerator.\n"
      "-- Written by tests/validate/fit.c from published measurements: do not edit, fit anew.\n"
      "-- Shares are of the vendor's dense peaks and link rates; host is in seconds a kernel.\n"
      "return {\n"
      "  source = \"fit to published training runs; families and residuals below, method in \"\n"
      "    .. \"docs/design/training_model.md\",\n");
  for (int f = 0; f < FAMILIES; f++) {
    const result *r = &results[f];
    const outlay_efficiency *e = &r->efficiency;
    fprintf(file,
            "  [\"%s\"] = {\n"
            "    gemm = %.4f, gemm_fp8 = %.4f, gemm_fp4 = %.4f, attention = %.4f,\n"
            "    memory = %.4f, fast = %.4f, fabric = %.4f, host = %.3e,\n"
            "    rows = %zu,\n",
            fitted_families[f], e->gemm, e->gemm_fp8, e->gemm_fp4, e->attention, e->memory, e->fast,
            e->fabric, e->host, r->rows);
    write_sources(file, all, f);
    write_groups(file, all, f, r);
    fprintf(file, "  },\n");
  }
  write_lua_errors(file, found);
  fprintf(file, "}\n");
}

static bool save(const char *path, const runs *all, const result *results, const spreads *found,
                 bool lua) {
  FILE *file = fopen(path, "w");
  if (file == NULL) {
    perror(path);
    return false;
  }
  if (lua) {
    write_lua(file, all, results, found);
  } else {
    write_c(file, results, found);
  }
  return fclose(file) == 0;
}

int main(int count, char **arguments) {
  const char *c = NULL, *lua = NULL;
  runs all = {0};
  bool good = count > 2;
  for (int i = 1; i + 1 < count && good; i += 2) {
    const char *option = arguments[i], *value = arguments[i + 1];
    if (strcmp(option, "--runs") == 0) {
      good = runs_read(&all, value);
    } else if (strcmp(option, "--vtrain") == 0) {
      good = runs_read_vtrain(&all, value);
    } else if (strcmp(option, "--c") == 0) {
      c = value;
    } else if (strcmp(option, "--lua") == 0) {
      lua = value;
    } else {
      good = false;
    }
  }
  if (!good || all.count == 0) {
    fprintf(stderr,
            "usage: fit --runs FILE.csv [--vtrain FILE.csv] [--c FILE.c] [--lua FILE.lua]\n");
    runs_free(&all);
    return 2;
  }
  runs_fold(&all);
  result results[FAMILIES] = {0};
  for (int f = 0; f < FAMILIES; f++) {
    results[f].efficiency = fit_family(&all, f, NO_FOLD, NO_GROUP);
    summarise_family(&all, f, &results[f]);
    const outlay_efficiency *e = &results[f].efficiency;
    printf(
        "%-10s %4zu rows: gemm %.3f fp8 %.3f fp4 %.3f attention %.3f memory %.3f fast %.3f "
        "fabric %.3f host %.1f us, median residual %.1f %%\n",
        fitted_families[f], results[f].rows, e->gemm, e->gemm_fp8, e->gemm_fp4, e->attention,
        e->memory, e->fast, e->fabric, 1e6 * e->host, 100 * results[f].median);
  }
  spreads found = {0};
  find_errors(&all, &found);
  if (c != NULL) good = save(c, &all, results, &found, false);
  if (lua != NULL) good = save(lua, &all, results, &found, true) && good;
  runs_free(&all);
  return good ? 0 : 1;
}
