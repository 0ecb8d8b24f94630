/* The Lua sources inside the program: the standard library and the prompt's own modules, as text.
 *
 * The table is sorted by name (strcmp) and made from stdlib/ and repl/ by embed.cmake. A module is
 * named after its path, without the leading stdlib/: stdlib/outlay/model/energy.lua is
 * "outlay.model.energy", stdlib/outlay/model/init.lua is "outlay.model", and repl/loop.lua is
 * "repl.loop". */
#ifndef OUTLAY_EMBEDDED_H
#define OUTLAY_EMBEDDED_H

#include <stddef.h>

typedef struct outlay_embedded {
  const char *name; /* as given to require: "outlay.model.energy" */
  const char *path; /* as messages show it: "stdlib/outlay/model/energy.lua" */
  const char *text; /* `size` bytes, followed by a zero */
  size_t size;
} outlay_embedded;

extern const outlay_embedded outlay_embedded_modules[];
extern const size_t outlay_embedded_count;

#endif
