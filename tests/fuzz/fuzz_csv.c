/* Any bytes as CSV: rows within bounds, or an error with a line that is there. */
#include <stdint.h>
#include <stdlib.h>

#include "csv_rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int holds) {
  if (!holds) abort();
}

static size_t count_lines(const uint8_t *data, size_t size) {
  size_t lines = 1;
  for (size_t i = 0; i < size; i++) lines += data[i] == '\n';
  return lines;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  outlay_csv csv = {0};
  const size_t lines = count_lines(data, size);
  const outlay_csv_status status = outlay_csv_read(&csv, (const char *)data, size, ',');
  require(status == OUTLAY_CSV_OK || (csv.line >= 1 && csv.line <= lines));
  size_t fields = 0;
  for (size_t i = 0; i < csv.row_count; i++) {
    require(csv.rows[i].first == fields && csv.rows[i].line >= 1 && csv.rows[i].line <= lines);
    fields += csv.rows[i].count;
  }
  require(fields <= csv.field_count);
  require(status != OUTLAY_CSV_OK || fields == csv.field_count);
  size_t total = 0;
  for (size_t i = 0; i < csv.field_count; i++) {
    size_t length = 0;
    (void)outlay_csv_field(&csv, i, &length);
    total += length;
  }
  require(total == csv.length && total <= size);
  outlay_csv_free(&csv);
  return 0;
}
