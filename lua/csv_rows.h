/* The rows of a CSV text (RFC 4180), read by libcsv into memory of our own.
 *
 * Knows no Lua: nothing here can raise. Fields are trimmed of blanks outside quotes, quoted
 * fields may span lines, line ends are LF or CRLF, empty lines are left out, and a byte-order mark
 * at the start is dropped. */
#ifndef OUTLAY_CSV_ROWS_H
#define OUTLAY_CSV_ROWS_H

#include <stddef.h>

typedef enum outlay_csv_status {
  OUTLAY_CSV_OK = 0,
  OUTLAY_CSV_MEMORY,
  OUTLAY_CSV_STRAY_QUOTE, /* a quote within a field, or text after a closing quote */
  OUTLAY_CSV_OPEN_QUOTE   /* a quote that is never closed */
} outlay_csv_status;

typedef struct outlay_csv_row {
  size_t first; /* its first field, as an index */
  size_t count; /* how many fields it has */
  size_t line;  /* the line that it begins on, from 1 */
} outlay_csv_row;

/* Zero it before use, free it after use, whatever the status. */
typedef struct outlay_csv {
  outlay_csv_row *rows;
  size_t row_count;
  size_t row_capacity;
  size_t *ends; /* where each field ends in `text` */
  size_t field_count;
  size_t field_capacity;
  char *text; /* all fields, one after the other */
  size_t length;
  size_t capacity;
  size_t line;       /* while reading: the current line; after an error: where it is */
  size_t row_line;   /* while reading: where the row began */
  size_t field_line; /* while reading: where the field began */
  int memory_failed;
} outlay_csv;

/* Reads all of `bytes`; fields are separated by `delimiter`. */
outlay_csv_status outlay_csv_read(outlay_csv *csv, const char *bytes, size_t size, char delimiter);
void outlay_csv_free(outlay_csv *csv);

/* A field's text and length. */
const char *outlay_csv_field(const outlay_csv *csv, size_t field, size_t *length);

#endif
