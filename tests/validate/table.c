#include "table.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void take_field(void *text, size_t length, void *context) {
  table *t = context;
  if (t->used == t->capacity) {
    t->capacity = t->capacity == 0 ? 4096 : 2 * t->capacity;
    t->fields = realloc(t->fields, t->capacity * sizeof *t->fields);
    if (t->fields == NULL) abort();
  }
  char *copy = malloc(length + 1);
  if (copy == NULL) abort();
  if (length > 0) memcpy(copy, text, length);
  copy[length] = '\0';
  t->fields[t->used++] = copy;
}

/* Short and empty lines are filled up, so that fields stay in their columns. */
static void take_row(int separator, void *context) {
  (void)separator;
  table *t = context;
  if (t->columns == 0) t->columns = t->used;
  while (t->used % t->columns != 0) take_field(NULL, 0, t);
  t->rows = t->used / t->columns;
}

bool table_read(table *out, const char *path) {
  *out = (table){0};
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    return false;
  }
  struct csv_parser parser;
  if (csv_init(&parser, 0) != 0) abort();
  char buffer[65536];
  size_t length;
  bool start = true;
  while ((length = fread(buffer, 1, sizeof buffer, file)) > 0) {
    /* A byte order mark is no part of the first name. */
    const size_t skip = start && length >= 3 && memcmp(buffer, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    start = false;
    (void)csv_parse(&parser, buffer + skip, length - skip, take_field, take_row, out);
  }
  (void)csv_fini(&parser, take_field, take_row, out);
  csv_free(&parser);
  (void)fclose(file);
  if (out->rows < 2) fprintf(stderr, "%s: no rows\n", path);
  return out->rows >= 2;
}

void table_free(table *t) {
  for (size_t i = 0; i < t->used; i++) free(t->fields[i]);
  free(t->fields);
  *t = (table){0};
}

const char *table_text(const table *t, size_t row, const char *column) {
  for (size_t c = 0; c < t->columns; c++) {
    if (strcmp(t->fields[c], column) == 0) return t->fields[row * t->columns + c];
  }
  return "";
}

double table_number(const table *t, size_t row, const char *column, double missing) {
  const char *text = table_text(t, row, column);
  char *end;
  const double value = strtod(text, &end);
  return end == text ? missing : value;
}
