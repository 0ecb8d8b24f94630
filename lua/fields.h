/* Structures of the core as Lua tables, by a list of their fields: what is given is checked, and a
 * name that is unknown or a value that is no number is an error that says so. */
#ifndef OUTLAY_FIELDS_H
#define OUTLAY_FIELDS_H

#include <stddef.h>

#include "session.h"

typedef enum outlay_field_kind {
  OUTLAY_FIELD_NUMBER, /* a double that is not negative */
  OUTLAY_FIELD_WHOLE,  /* a uint32_t */
  OUTLAY_FIELD_FLAG,   /* a bool */
  OUTLAY_FIELD_WORD    /* an enumeration of 32 bits */
} outlay_field_kind;

typedef struct outlay_field {
  const char *name; /* NULL: after the last field */
  size_t offset;
  outlay_field_kind kind;
  const char *const *words; /* of a word, NULL after the last: its position is the value */
} outlay_field;

/* A number that is finite and not negative, at a stack index; raises for anything else. */
double outlay_to_amount(lua_State *L, int index, const char *what, const char *name);

/* Reads the fields of the table at a stack index into a structure; names in `others` (may be NULL;
 * NULL after the last) are left to the caller. `what` is what messages call the structure. */
void outlay_read_fields(lua_State *L, int index, const char *what, const outlay_field *fields,
                        const char *const *others, void *out);

/* Pushes a structure as a table. */
void outlay_push_fields(lua_State *L, const outlay_field *fields, const void *from);

/* Set a field of the table at the top of the stack. */
void outlay_set_number(lua_State *L, const char *key, double value);
void outlay_set_text(lua_State *L, const char *key, const char *value);

#endif
