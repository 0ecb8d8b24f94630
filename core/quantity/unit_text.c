#include "unit_text.h"

#include <stdio.h>
#include <string.h>

outlay_writer outlay_writer_on(char *buffer, size_t size) {
  if (size > 0) buffer[0] = '\0';
  return (outlay_writer){.buffer = buffer, .size = size, .length = 0};
}

void outlay_write_bytes(outlay_writer *writer, const char *bytes, size_t count) {
  if (writer->length + 1 < writer->size) {
    const size_t room = writer->size - writer->length - 1;
    const size_t fitting = count < room ? count : room;
    memcpy(writer->buffer + writer->length, bytes, fitting);
    writer->buffer[writer->length + fitting] = '\0';
  }
  writer->length += count;
}

void outlay_write(outlay_writer *writer, const char *text) {
  outlay_write_bytes(writer, text, strlen(text));
}

void outlay_write_integer(outlay_writer *writer, int64_t value) {
  char digits[24];
  (void)snprintf(digits, sizeof digits, "%lld", (long long)value);
  outlay_write(writer, digits);
}

void outlay_write_exponent(outlay_writer *writer, int32_t twelfths) {
  if (twelfths == 12) return;
  int32_t divisor = 12;
  while (twelfths % divisor != 0 || 12 % divisor != 0) divisor--;
  outlay_write(writer, divisor == 12 ? "^" : "^(");
  outlay_write_integer(writer, twelfths / divisor);
  if (divisor == 12) return;
  outlay_write(writer, "/");
  outlay_write_integer(writer, 12 / divisor);
  outlay_write(writer, ")");
}

outlay_quotation outlay_quote(const char *text, size_t begin, size_t end) {
  outlay_quotation quotation = {{0}};
  const size_t room = sizeof quotation.text - sizeof "...";
  size_t written = 0;
  for (size_t at = begin; at < end;) {
    const size_t length = outlay_character_length(text, at, end);
    if (written + (length == 0 ? 1 : length) > room) {
      memcpy(quotation.text + written, "...", 4);
      break;
    }
    if (length == 0) {
      quotation.text[written++] = '?';
      at++;
    } else {
      memcpy(quotation.text + written, text + at, length);
      written += length;
      at += length;
    }
  }
  return quotation;
}

void outlay_error_place(outlay_error *error, size_t begin, size_t end) {
  if (error == NULL) return;
  error->begin = (uint32_t)begin;
  error->end = (uint32_t)end;
}

bool outlay_is_digit(char c) { return c >= '0' && c <= '9'; }

bool outlay_is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char outlay_to_upper(char c) { return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); }

size_t outlay_blank_length(const char *text, size_t at, size_t end) {
  if (at >= end) return 0;
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return 1;
  if (outlay_stands_at(text, at, end, "\xC2\xA0")) return 2;
  if (outlay_stands_at(text, at, end, "\xE2\x80\xAF")) return 3;
  if (outlay_stands_at(text, at, end, "\xE2\x80\x89")) return 3;
  return 0;
}

bool outlay_stands_at(const char *text, size_t at, size_t end, const char *mark) {
  const size_t length = strlen(mark);
  return at <= end && end - at >= length && memcmp(text + at, mark, length) == 0;
}
