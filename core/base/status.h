/* Errors: how a core function says what went wrong. Every failing function ends in
 * `return outlay_fail(error, STATUS, ...)`. */
#ifndef OUTLAY_STATUS_H
#define OUTLAY_STATUS_H

#include "outlay.h"

/* Resets `error` (may be NULL), writes the formatted message and returns `status`. What cannot be
 * shown is "?" in it, as in an advice. */
__attribute__((format(printf, 3, 4))) outlay_status outlay_fail(outlay_error *error,
                                                                outlay_status status,
                                                                const char *format, ...);

/* Adds what to write instead, after outlay_fail. */
__attribute__((format(printf, 2, 3))) void outlay_advise(outlay_error *error, const char *format,
                                                         ...);

/* The length in bytes of the character at text[at] (end: one past the last byte), 0 where there is
 * none that can be shown: a control character, or no well-formed UTF-8. */
size_t outlay_character_length(const char *text, size_t at, size_t end);

/* Puts "?" for each byte of a text that cannot be shown. Names and texts in messages are other
 * people's: an escape sequence in one is not to reach a terminal. */
void outlay_make_showable(char *text);

/* The one wording for an allocation that failed. */
outlay_status outlay_fail_memory(outlay_error *error);

#endif
