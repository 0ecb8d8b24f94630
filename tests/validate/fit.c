/* fit: the constants of core/performance_constants.c and of the catalog, from published runs.
 *
 *   fit --runs FILE.csv [--vtrain FILE.csv] [--c FILE.c] [--lua FILE.lua]
 *
 * Deterministic: the same files give the same digits. Rows that are only recalled are not used. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "predict.h"
#include "score.h"

typedef struct result {
  outlay_efficiency efficiency;
  double low, high, sd, median;
  size_t rows;
} result;

static bool used(const run *r, int family) { return r->fitted && family_index(r) == family; }

/* Quantiles of measured over predicted, each group of one weight: a group's residuals are taken
 * in equal number by stepping through them. */
static void spread(const runs *all, int family, result *out) {
  enum { EACH = 40 };
  double values[GROUPS * EACH];
  double *group = calloc(all->count + 1, sizeof *group);
  size_t n = 0;
  if (group == NULL) abort();
  for (int g = 0; g < GROUPS; g++) {
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
      const run *r = &all->items[i];
      if (!used(r, family) || (int)r->group != g) continue;
      group[count++] = log(r->measured / predict(r, &out->efficiency, NULL));
    }
    out->rows += count;
    if (count == 0) continue;
    sort_values(group, count);
    for (int k = 0; k < EACH; k++) values[n++] = quantile(group, count, (k + 0.5) / EACH);
  }
  free(group);
  if (n == 0) {
    out->low = exp(-0.3);
    out->high = exp(0.3);
    out->sd = 0.3 / 1.2816;
    return;
  }
  sort_values(values, n);
  const double low = quantile(values, n, 0.1), high = quantile(values, n, 0.9);
  out->low = exp(low);
  out->high = exp(high);
  out->sd = (high - low) / (2 * 1.2816);
  for (size_t i = 0; i < n; i++) values[i] = fabs(values[i]);
  sort_values(values, n);
  out->median = quantile(values, n, 0.5);
}

static void write_c(FILE *file, const result *results) {
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
            "     .low = %.4f,\n     .high = %.4f,\n     .sd = %.4f,\n     .rows = %zu},\n",
            fitted_families[f], e->gemm, e->gemm_fp8, e->gemm_fp4, e->attention, e->memory, e->fast,
            e->fabric, e->host, r->low, r->high, r->sd, r->rows);
  }
  fprintf(
      file,
      "};\n\n"
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
      "  return &fitted[2];\n}\n");
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

static void write_lua(FILE *file, const runs *all, const result *results) {
  fprintf(
      file,
      "-- Fitted constants of the training performance model, by accelerator.\n"
      "-- Written by tests/validate/fit.c from published measurements: do not edit, fit anew.\n"
      "-- Shares are of the vendor's dense peaks and link rates; host is in seconds a kernel;\n"
      "-- low, high and sd are of measured over predicted step time (80 %% interval, log).\n"
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
            "    low = %.4f, high = %.4f, sd = %.4f, rows = %zu,\n",
            fitted_families[f], e->gemm, e->gemm_fp8, e->gemm_fp4, e->attention, e->memory, e->fast,
            e->fabric, e->host, r->low, r->high, r->sd, r->rows);
    write_sources(file, all, f);
    write_groups(file, all, f, r);
    fprintf(file, "  },\n");
  }
  fprintf(file, "}\n");
}

static bool save(const char *path, const runs *all, const result *results, bool lua) {
  FILE *file = fopen(path, "w");
  if (file == NULL) {
    perror(path);
    return false;
  }
  if (lua) {
    write_lua(file, all, results);
  } else {
    write_c(file, results);
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
    results[f].efficiency = fit_family(&all, f, NO_FOLD);
    spread(&all, f, &results[f]);
    const outlay_efficiency *e = &results[f].efficiency;
    printf(
        "%-10s %4zu rows: gemm %.3f fp8 %.3f fp4 %.3f attention %.3f memory %.3f fast %.3f "
        "fabric %.3f host %.1f us, median residual %.1f %%\n",
        fitted_families[f], results[f].rows, e->gemm, e->gemm_fp8, e->gemm_fp4, e->attention,
        e->memory, e->fast, e->fabric, 1e6 * e->host, 100 * results[f].median);
  }
  if (c != NULL) good = save(c, &all, results, false);
  if (lua != NULL) good = save(lua, &all, results, true) && good;
  runs_free(&all);
  return good ? 0 : 1;
}
