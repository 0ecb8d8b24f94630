#include "status.h"

#include <stdarg.h>
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

outlay_status outlay_fail(outlay_error *error, outlay_status status, const char *format, ...) {
  if (error == NULL) return status;
  memset(error, 0, sizeof *error);
  error->status = status;
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(error->message, sizeof error->message, format, arguments);
  va_end(arguments);
  return status;
}

void outlay_advise(outlay_error *error, const char *format, ...) {
  if (error == NULL) return;
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(error->advice, sizeof error->advice, format, arguments);
  va_end(arguments);
}

outlay_status outlay_fail_memory(outlay_error *error) {
  return outlay_fail(error, OUTLAY_ERROR_MEMORY, "out of memory");
}
