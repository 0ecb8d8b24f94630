#include "csv_rows.h"

#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for `needed` elements; the old ones stay if there is no memory. */
static int reserve(outlay_csv *csv, void **block, size_t *capacity, size_t needed, size_t element) {
  if (needed <= *capacity) return 1;
  const size_t wanted = needed < 64 ? 64 : needed + needed / 2;
  void *larger =
      wanted < needed || wanted > SIZE_MAX / element ? NULL : realloc(*block, wanted * element);
  if (larger == NULL) {
    csv->memory_failed = 1;
    return 0;
  }
  *block = larger;
  *capacity = wanted;
  return 1;
}

static void add_field(void *bytes, size_t length, void *context) {
  outlay_csv *csv = context;
  if (csv->memory_failed || length > SIZE_MAX - csv->length) return;
  void *text = csv->text;
  void *ends = csv->ends;
  const int room = reserve(csv, &text, &csv->capacity, csv->length + length, 1) &&
                   reserve(csv, &ends, &csv->field_capacity, csv->field_count + 1, sizeof(size_t));
  csv->text = text;
  csv->ends = ends;
  if (!room) return;
  if (length > 0) memcpy(csv->text + csv->length, bytes, length);
  csv->length += length;
  csv->ends[csv->field_count++] = csv->length;
  csv->field_line = csv->line;
  if (csv->row_line == 0) csv->row_line = csv->line;
}

static void add_row(int terminator, void *context) {
  (void)terminator;
  outlay_csv *csv = context;
  if (csv->memory_failed) return;
  void *rows = csv->rows;
  const int room =
      reserve(csv, &rows, &csv->row_capacity, csv->row_count + 1, sizeof(outlay_csv_row));
  csv->rows = rows;
  if (!room) return;
  const outlay_csv_row *last = csv->row_count > 0 ? &csv->rows[csv->row_count - 1] : NULL;
  const size_t first = last != NULL ? last->first + last->count : 0;
  csv->rows[csv->row_count++] =
      (outlay_csv_row){.first = first, .count = csv->field_count - first, .line = csv->row_line};
  csv->row_line = 0;
}

static int is_blank(const char *bytes, size_t size) {
  for (size_t i = 0; i < size; i++) {
    if (strchr(" \t\r\n", bytes[i]) == NULL || bytes[i] == '\0') return 0;
  }
  return 1;
}

/* Parsed a line at a time, since libcsv counts no lines. */
static outlay_csv_status read_lines(outlay_csv *csv, struct csv_parser *parser, const char *bytes,
                                    size_t size) {
  for (size_t begin = 0, end = 0; begin < size; begin = end) {
    const char *newline = memchr(bytes + begin, '\n', size - begin);
    end = newline != NULL ? (size_t)(newline - bytes) + 1 : size;
    csv->line++;
    if (csv->row_line == 0) {
      if (is_blank(bytes + begin, end - begin)) continue;
      csv->row_line = csv->field_line = csv->line;
    }
    const size_t parsed = csv_parse(parser, bytes + begin, end - begin, add_field, add_row, csv);
    if (csv->memory_failed) return OUTLAY_CSV_MEMORY;
    if (parsed < end - begin) {
      return csv_error(parser) == CSV_EPARSE ? OUTLAY_CSV_STRAY_QUOTE : OUTLAY_CSV_MEMORY;
    }
  }
  if (csv_fini(parser, add_field, add_row, csv) != 0) {
    csv->line = csv->field_line;
    return OUTLAY_CSV_OPEN_QUOTE;
  }
  return csv->memory_failed ? OUTLAY_CSV_MEMORY : OUTLAY_CSV_OK;
}

outlay_csv_status outlay_csv_read(outlay_csv *csv, const char *bytes, size_t size, char delimiter) {
  struct csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return OUTLAY_CSV_MEMORY;
  csv_set_delim(&parser, (unsigned char)delimiter);
  if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    bytes += 3;
    size -= 3;
  }
  const outlay_csv_status status = read_lines(csv, &parser, bytes, size);
  csv_free(&parser);
  return status;
}

void outlay_csv_free(outlay_csv *csv) {
  free(csv->rows);
  free(csv->ends);
  free(csv->text);
  memset(csv, 0, sizeof *csv);
}

const char *outlay_csv_field(const outlay_csv *csv, size_t field, size_t *length) {
  const size_t begin = field > 0 ? csv->ends[field - 1] : 0;
  *length = csv->ends[field] - begin;
  return csv->text != NULL ? csv->text + begin : "";
}
