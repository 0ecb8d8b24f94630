/* A CSV file with a header line, in memory: fields by row and column name. */
#ifndef OUTLAY_VALIDATE_TABLE_H
#define OUTLAY_VALIDATE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct table {
  char **fields; /* rows x columns; row 0 is the header */
  size_t rows, columns, capacity;
  size_t used; /* fields so far */
} table;

/* False, with a message on stderr, where the file cannot be read. */
bool table_read(table *out, const char *path);
void table_free(table *t);
/* The field of a row (from 1), "" where the column is not there. */
const char *table_text(const table *t, size_t row, const char *column);
/* Its number, or `missing` where it holds none. */
double table_number(const table *t, size_t row, const char *column, double missing);

#endif
