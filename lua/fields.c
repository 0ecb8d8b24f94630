#include "fields.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "raise.h"

/* ---- reading --------------------------------------------------------------------------------- */

double outlay_to_amount(lua_State *L, int index, const char *what, const char *name) {
  if (lua_type(L, index) != LUA_TNUMBER) {
    (void)outlay_raise_argument(L, "%s: %s is a %s, not a number", what, name,
                                lua_typename(L, lua_type(L, index)));
  }
  const double value = lua_tonumber(L, index);
  if (!(value >= 0) || isinf(value)) {
    (void)outlay_raise_argument(L, "%s: %s is %g; it must be finite and not negative", what, name,
                                value);
  }
  return value;
}

static uint32_t to_whole(lua_State *L, int index, const char *what, const char *name) {
  const double value = outlay_to_amount(L, index, what, name);
  if (value != floor(value)) {
    (void)outlay_raise_argument(L, "%s: %s is %g; it must be a whole number", what, name, value);
  }
  if (value > UINT32_MAX) {
    (void)outlay_raise_argument(L, "%s: %s is %g; it is at most 4,294,967,295", what, name, value);
  }
  return (uint32_t)value;
}

static uint32_t to_one_of(lua_State *L, int index, const char *what, const outlay_field *f) {
  const char *given = lua_type(L, index) == LUA_TSTRING ? lua_tostring(L, index) : NULL;
  for (uint32_t i = 0; given != NULL && f->words[i] != NULL; i++) {
    if (strcmp(f->words[i], given) == 0) return i;
  }
  char known[96] = "";
  for (uint32_t i = 0; f->words[i] != NULL; i++) {
    const size_t length = strlen(known);
    (void)snprintf(known + length, sizeof known - length, "%s%s", i > 0 ? ", " : "", f->words[i]);
  }
  return (uint32_t)outlay_raise_argument(L, "%s: %s must be one of %s", what, f->name, known);
}

static void read_field(lua_State *L, int index, const char *what, const outlay_field *f,
                       void *out) {
  char *at = (char *)out + f->offset;
  if (f->kind == OUTLAY_FIELD_NUMBER) {
    const double value = outlay_to_amount(L, index, what, f->name);
    memcpy(at, &value, sizeof value);
  } else if (f->kind == OUTLAY_FIELD_FLAG) {
    if (!lua_isboolean(L, index)) {
      (void)outlay_raise_argument(L, "%s: %s must be true or false", what, f->name);
    }
    const bool value = lua_toboolean(L, index);
    memcpy(at, &value, sizeof value);
  } else {
    const uint32_t value = f->kind == OUTLAY_FIELD_WHOLE ? to_whole(L, index, what, f->name)
                                                         : to_one_of(L, index, what, f);
    memcpy(at, &value, sizeof value);
  }
}

static const outlay_field *field_named(const outlay_field *fields, const char *name) {
  for (; fields->name != NULL; fields++) {
    if (strcmp(fields->name, name) == 0) return fields;
  }
  return NULL;
}

void outlay_read_fields(lua_State *L, int index, const char *what, const outlay_field *fields,
                        const char *const *others, void *out) {
  index = lua_absindex(L, index);
  if (!lua_istable(L, index)) {
    (void)outlay_raise_argument(L, "%s must be a table", what);
  }
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "?";
    const outlay_field *f = field_named(fields, name);
    bool is_other = false;
    for (size_t i = 0; others != NULL && others[i] != NULL; i++) {
      is_other = is_other || strcmp(others[i], name) == 0;
    }
    if (f != NULL) {
      read_field(L, lua_gettop(L), what, f, out);
    } else if (!is_other) {
      (void)outlay_raise_argument(L, "%s has no field '%s'", what, name);
    }
    lua_pop(L, 1);
  }
}

void outlay_set_number(lua_State *L, const char *key, double value) {
  lua_pushnumber(L, value);
  lua_setfield(L, -2, key);
}

void outlay_set_text(lua_State *L, const char *key, const char *value) {
  lua_pushstring(L, value);
  lua_setfield(L, -2, key);
}

void outlay_push_fields(lua_State *L, const outlay_field *fields, const void *from) {
  lua_newtable(L);
  for (const outlay_field *f = fields; f->name != NULL; f++) {
    const char *at = (const char *)from + f->offset;
    double number = 0;
    bool flag = false;
    uint32_t whole = 0;
    if (f->kind == OUTLAY_FIELD_NUMBER) {
      memcpy(&number, at, sizeof number);
      lua_pushnumber(L, number);
    } else if (f->kind == OUTLAY_FIELD_FLAG) {
      memcpy(&flag, at, sizeof flag);
      lua_pushboolean(L, flag);
    } else {
      memcpy(&whole, at, sizeof whole);
      if (f->kind == OUTLAY_FIELD_WORD) {
        lua_pushstring(L, f->words[whole]);
      } else {
        lua_pushnumber(L, (double)whole);
      }
    }
    lua_setfield(L, -2, f->name);
  }
}
