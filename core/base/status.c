#include "status.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const char *const status_names[] = {
    [OUTLAY_OK] = "ok",
    [OUTLAY_ERROR_MEMORY] = "memory",
    [OUTLAY_ERROR_SYNTAX] = "syntax",
    [OUTLAY_ERROR_UNIT] = "unit",
    [OUTLAY_ERROR_DIMENSION] = "dimension",
    [OUTLAY_ERROR_MONEY] = "money",
    [OUTLAY_ERROR_ARGUMENT] = "argument",
    [OUTLAY_ERROR_AXIS] = "axis",
    [OUTLAY_ERROR_DOMAIN] = "domain",
    [OUTLAY_ERROR_CANCELLED] = "cancelled",
    [OUTLAY_ERROR_LIMIT] = "limit",
};

const char *outlay_status_name(outlay_status status) {
  const size_t count = sizeof status_names / sizeof status_names[0];
  return (size_t)status < count ? status_names[status] : "unknown";
}

const char *outlay_version(void) { return OUTLAY_VERSION; }

/* The least and the greatest second byte after a first one: these rule out forms longer than need
 * be, surrogates, what is beyond U+10FFFF, and the control characters U+0080 to U+009F (The Unicode
 * Standard 15.0, table 3-7). */
static bool is_second(unsigned char first, unsigned char second) {
  switch (first) {
    case 0xC2:
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return second >= 0x80 && second <= 0xBF;
  }
}

size_t outlay_character_length(const char *text, size_t at, size_t end) {
  const unsigned char first = (unsigned char)text[at];
  if (first < 0x80) return first >= 0x20 && first < 0x7F ? 1 : 0;
  if (first < 0xC2 || first > 0xF4) return 0;
  const size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (end - at < length || !is_second(first, (unsigned char)text[at + 1])) return 0;
  for (size_t i = 2; i < length; i++) {
    if (((unsigned char)text[at + i] & 0xC0) != 0x80) return 0;
  }
  return length;
}

void outlay_make_showable(char *text) {
  const size_t end = strlen(text);
  for (size_t at = 0; at < end;) {
    const size_t length = outlay_character_length(text, at, end);
    if (length == 0) text[at] = '?';
    at += length == 0 ? 1 : length;
  }
}

outlay_status outlay_fail(outlay_error *error, outlay_status status, const char *format, ...) {
  if (error == NULL) return status;
  memset(error, 0, sizeof *error);
  error->status = status;
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(error->message, sizeof error->message, format, arguments);
  va_end(arguments);
  outlay_make_showable(error->message);
  return status;
}

void outlay_advise(outlay_error *error, const char *format, ...) {
  if (error == NULL) return;
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(error->advice, sizeof error->advice, format, arguments);
  va_end(arguments);
  outlay_make_showable(error->advice);
}

outlay_status outlay_fail_memory(outlay_error *error) {
  return outlay_fail(error, OUTLAY_ERROR_MEMORY, "out of memory");
}
