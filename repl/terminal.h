/* The terminal and what else the program's Lua files need of the system. */
#ifndef OUTLAY_TERMINAL_H
#define OUTLAY_TERMINAL_H

#include "compat.h"

/* Columns of a terminal; 80 where it does not say. */
int outlay_terminal_width(int descriptor);

/* Pushes the module `program.terminal`:
 *   is_terminal("stdin" | "stdout" | "stderr") -> boolean
 *   width() -> columns of standard output, nil if it is not a terminal
 *   kind(path) -> "file", "folder", "other", nil where there is nothing
 *   make_private_folder(path) -> true | nil, message   (parents too, for the user alone)
 *   make_private_file(path) -> true | nil, message     (kept if it is there) */
void outlay_open_terminal(lua_State *L);

#endif
