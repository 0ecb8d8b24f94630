/* The prompt: one line of input from GNU readline, from libedit, or without editing.
 *
 * The only file that knows a line editor (OUTLAY_LINE_EDITOR_READLINE, ..._LIBEDIT, ..._NONE). */
#ifndef OUTLAY_LINE_H
#define OUTLAY_LINE_H

#include "compat.h"

/* Pushes the module `program.line`:
 *   read(prompt) -> text | nil, "interrupt" after Ctrl-C | nil, "end" after Ctrl-D
 *   remember(text): adds an entry to the history of this session
 *   complete_with(f): f(line up to the cursor, the word at the cursor) -> list of words
 *   editor -> "readline", "libedit" or "none" */
void outlay_open_line(lua_State *L);

#endif
