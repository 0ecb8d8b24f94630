/* Text: writing into a buffer of fixed size, and quoting what a person wrote. */
#ifndef OUTLAY_UNIT_TEXT_H
#define OUTLAY_UNIT_TEXT_H

#include <stdbool.h>

#include "status.h"

/* The longest name of a unit, and the longest text of one, in bytes without the end. */
enum { OUTLAY_NAME_MAX = 31, OUTLAY_UNIT_TEXT_MAX = 2047, OUTLAY_SOURCE_TEXT_MAX = 4095 };

/* Collects text; counts on where the buffer (may be NULL if size is 0) is full. */
typedef struct outlay_writer {
  char *buffer;
  size_t size;
  size_t length; /* what the text needs, without its end */
} outlay_writer;

outlay_writer outlay_writer_on(char *buffer, size_t size);
void outlay_write_bytes(outlay_writer *writer, const char *bytes, size_t count);
void outlay_write(outlay_writer *writer, const char *text);
void outlay_write_integer(outlay_writer *writer, int64_t value);
/* twelfths / 12 as an exponent: "" for 1, "^2", "^-1", "^(1/2)". */
void outlay_write_exponent(outlay_writer *writer, int32_t twelfths);

/* Bytes [begin, end) of a text as they can stand in a message: shortened, without control
 * characters. */
typedef struct outlay_quotation {
  char text[64];
} outlay_quotation;
outlay_quotation outlay_quote(const char *text, size_t begin, size_t end);

/* Says which bytes an error is about; after outlay_fail. */
void outlay_error_place(outlay_error *error, size_t begin, size_t end);

/* Characters, without regard to the locale. */
bool outlay_is_digit(char c);
bool outlay_is_letter(char c);
char outlay_to_upper(char c);
/* Bytes of the blank at text[at] (end: one past the last byte): ASCII blanks, and the narrow
 * and no-break spaces that come with text copied from documents. 0 if it is no blank. */
size_t outlay_blank_length(const char *text, size_t at, size_t end);
/* True if the bytes of `mark` stand at text[at]. */
bool outlay_stands_at(const char *text, size_t at, size_t end, const char *mark);

#endif
