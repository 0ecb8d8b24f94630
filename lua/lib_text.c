/* core.text: tables of text (CSV, by libcsv) and JSON (by Jansson).
 *
 * What libcsv and Jansson allocate is owned by a userdata with a finalizer before anything is
 * called that can raise. */
#include "lib_text.h"

#include <jansson.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "csv_rows.h"

enum { MOST_NESTED = 100 };

/* Raises a message as it is: callers add the file or table that it is about. */
__attribute__((format(printf, 2, 3))) static int raise_text(lua_State *L, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  lua_pushvfstring(L, format, arguments);
  va_end(arguments);
  return lua_error(L);
}

/* ---- csv ------------------------------------------------------------------ */

static int free_csv(lua_State *L) {
  outlay_csv_free(lua_touserdata(L, 1));
  return 0;
}

static outlay_csv *new_csv(lua_State *L) {
  outlay_csv *csv = lua_newuserdata(L, sizeof *csv);
  memset(csv, 0, sizeof *csv);
  if (luaL_newmetatable(L, "outlay.csv")) {
    lua_pushcfunction(L, free_csv);
    lua_setfield(L, -2, "__gc");
  }
  lua_setmetatable(L, -2);
  return csv;
}

static int raise_csv(lua_State *L, outlay_csv_status status, size_t line) {
  if (status == OUTLAY_CSV_MEMORY) return raise_text(L, "not enough memory to read the table");
  return raise_text(L, "line %d: %s", (int)line,
                    status == OUTLAY_CSV_OPEN_QUOTE
                        ? "a quoted field begins here and its quote is never closed"
                        : "a stray quote: a field that holds \" must be quoted, and each \" in it "
                          "doubled (\"\")");
}

static void push_row(lua_State *L, const outlay_csv *csv, const outlay_csv_row *row) {
  lua_createtable(L, (int)row->count, 0);
  for (size_t i = 0; i < row->count; i++) {
    size_t length = 0;
    const char *field = outlay_csv_field(csv, row->first + i, &length);
    lua_pushlstring(L, field, length);
    lua_rawseti(L, -2, (int)(i + 1));
  }
}

/* csv(text, delimiter = ",") -> rows of strings, the line that each row begins on */
static int text_csv(lua_State *L) {
  size_t size = 0;
  size_t width = 0;
  const char *bytes = luaL_checklstring(L, 1, &size);
  const char *delimiter = luaL_optlstring(L, 2, ",", &width);
  luaL_argcheck(L, width == 1 && delimiter[0] != '"', 2, "one character is expected");
  outlay_csv *csv = new_csv(L);
  const outlay_csv_status status = outlay_csv_read(csv, bytes, size, delimiter[0]);
  if (status != OUTLAY_CSV_OK) return raise_csv(L, status, csv->line);
  lua_createtable(L, (int)csv->row_count, 0);
  lua_createtable(L, (int)csv->row_count, 0);
  for (size_t i = 0; i < csv->row_count; i++) {
    push_row(L, csv, &csv->rows[i]);
    lua_rawseti(L, -3, (int)(i + 1));
    lua_pushinteger(L, (lua_Integer)csv->rows[i].line);
    lua_rawseti(L, -2, (int)(i + 1));
  }
  outlay_csv_free(csv);
  return 2;
}

/* ---- json ------------------------------------------------------------------ */

typedef struct json_document {
  json_t *root;
} json_document;

static int free_json(lua_State *L) {
  json_document *document = lua_touserdata(L, 1);
  json_decref(document->root);
  document->root = NULL;
  return 0;
}

static json_document *new_json(lua_State *L) {
  json_document *document = lua_newuserdata(L, sizeof *document);
  document->root = NULL;
  if (luaL_newmetatable(L, "outlay.json")) {
    lua_pushcfunction(L, free_json);
    lua_setfield(L, -2, "__gc");
  }
  lua_setmetatable(L, -2);
  return document;
}

/* Whole numbers up to 2^53 are written without a fraction, on every Lua. */
static json_t *number_to_json(lua_Number number) {
  if (number == 0) return json_integer(0);
  const int whole = number == floor(number) && fabs(number) <= 9007199254740992.0;
  return whole ? json_integer((json_int_t)number) : json_real(number);
}

static json_t *scalar_to_json(lua_State *L, int index) {
  size_t length = 0;
  switch (lua_type(L, index)) {
    case LUA_TNUMBER: {
      const lua_Number number = lua_tonumber(L, index);
      if (!isfinite(number)) (void)raise_text(L, "JSON has no infinity and no NaN");
      return number_to_json(number);
    }
    case LUA_TBOOLEAN:
      return json_boolean(lua_toboolean(L, index));
    case LUA_TSTRING: {
      const char *text = lua_tolstring(L, index, &length);
      json_t *string = json_stringn(text, length);
      if (string == NULL) (void)raise_text(L, "not UTF-8, and JSON is: %s", text);
      return string;
    }
    default:
      (void)raise_text(L, "JSON has nothing for a %s", luaL_typename(L, index));
  }
  return NULL;
}

/* Puts a new value where it is owned: under `parent`, or as the root. A parent array appends. */
static void attach(lua_State *L, json_document *document, json_t *parent, const char *key,
                   json_t *value) {
  int failed = value == NULL;
  if (!failed && parent == NULL) {
    document->root = value;
  } else if (!failed && json_is_array(parent)) {
    failed = json_array_append_new(parent, value) != 0;
  } else if (!failed) {
    failed = json_object_set_new(parent, key, value) != 0;
  }
  if (failed) (void)raise_text(L, "not enough memory, or a key that is not UTF-8");
}

static void add_value(lua_State *L, json_document *document, json_t *parent, const char *key,
                      int index, int depth);

static void add_elements(lua_State *L, json_document *document, json_t *array, int index,
                         int depth) {
  const size_t count = lua_rawlen(L, index);
  for (size_t i = 1; i <= count; i++) {
    lua_rawgeti(L, index, (int)i);
    add_value(L, document, array, NULL, lua_gettop(L), depth);
    lua_pop(L, 1);
  }
}

static void add_members(lua_State *L, json_document *document, json_t *object, int index,
                        int depth) {
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    if (lua_type(L, -2) != LUA_TSTRING) {
      (void)raise_text(L, "a table for JSON is either a list without gaps or has text keys only");
    }
    add_value(L, document, object, lua_tostring(L, -2), lua_gettop(L), depth);
    lua_pop(L, 1);
  }
}

/* An empty table is an empty list. */
static int is_list(lua_State *L, int index) {
  size_t members = 0;
  lua_pushnil(L);
  while (lua_next(L, index) != 0) {
    lua_pop(L, 1);
    members++;
  }
  const size_t elements = lua_rawlen(L, index);
  if (elements > 0 && elements != members) {
    (void)raise_text(L, "a table for JSON is either a list without gaps or has text keys only");
  }
  return elements == members;
}

static void add_value(lua_State *L, json_document *document, json_t *parent, const char *key,
                      int index, int depth) {
  if (!lua_istable(L, index)) {
    attach(L, document, parent, key, scalar_to_json(L, index));
    return;
  }
  if (depth >= MOST_NESTED) (void)raise_text(L, "tables are nested too deep for JSON");
  luaL_checkstack(L, 8, "a nested table");
  const int list = is_list(L, index);
  json_t *container = list ? json_array() : json_object();
  attach(L, document, parent, key, container);
  if (list) {
    add_elements(L, document, container, index, depth + 1);
  } else {
    add_members(L, document, container, index, depth + 1);
  }
}

/* json(value) -> text: sorted keys, 17 significant digits, indented by two */
static int text_json(lua_State *L) {
  const size_t flags = JSON_SORT_KEYS | JSON_ENCODE_ANY | JSON_INDENT(2) | JSON_REAL_PRECISION(17);
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  json_document *document = new_json(L);
  add_value(L, document, NULL, NULL, 1, 0);
  const size_t size = json_dumpb(document->root, NULL, 0, flags);
  char *buffer = lua_newuserdata(L, size + 1);
  if (size == 0 || json_dumpb(document->root, buffer, size, flags) != size) {
    return raise_text(L, "not enough memory for the JSON text");
  }
  lua_pushlstring(L, buffer, size);
  json_decref(document->root);
  document->root = NULL;
  return 1;
}

/* ---- json, reading --------------------------------------------------------- */

static void push_json(lua_State *L, const json_t *value);

static void push_object(lua_State *L, const json_t *object) {
  const char *key = NULL;
  json_t *member = NULL;
  lua_createtable(L, 0, (int)json_object_size(object));
  json_object_foreach((json_t *)object, key, member) {
    push_json(L, member);
    lua_setfield(L, -2, key);
  }
}

static void push_array(lua_State *L, const json_t *array) {
  lua_createtable(L, (int)json_array_size(array), 0);
  for (size_t i = 0; i < json_array_size(array); i++) {
    push_json(L, json_array_get(array, i));
    lua_rawseti(L, -2, (int)(i + 1));
  }
}

/* A null is nil. Jansson itself limits how deep values are nested. */
static void push_json(lua_State *L, const json_t *value) {
  luaL_checkstack(L, 8, "a nested value");
  switch (json_typeof(value)) {
    case JSON_OBJECT:
      push_object(L, value);
      break;
    case JSON_ARRAY:
      push_array(L, value);
      break;
    case JSON_STRING:
      lua_pushlstring(L, json_string_value(value), json_string_length(value));
      break;
    case JSON_INTEGER:
    case JSON_REAL:
      lua_pushnumber(L, json_number_value(value));
      break;
    case JSON_TRUE:
    case JSON_FALSE:
      lua_pushboolean(L, json_is_true(value));
      break;
    case JSON_NULL:
      lua_pushnil(L);
      break;
  }
}

/* parse_json(text) -> value */
static int text_parse_json(lua_State *L) {
  size_t size = 0;
  const char *bytes = luaL_checklstring(L, 1, &size);
  json_error_t error;
  json_document *document = new_json(L);
  document->root = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);
  if (document->root == NULL) return raise_text(L, "line %d: %s", error.line, error.text);
  push_json(L, document->root);
  json_decref(document->root);
  document->root = NULL;
  return 1;
}

int luaopen_outlay_text(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"csv", text_csv}, {"json", text_json}, {"parse_json", text_parse_json}, {NULL, NULL}};
  luaL_newlib(L, functions);
  return 1;
}
