#define _POSIX_C_SOURCE 200809L

#include "raise.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "field.h"
#include "node.h"

/* Frames of the program and of these folders of the library speak for whoever called them. */
static int speaks_for_its_caller(const char *source) {
  static const char *const folders[] = {
      "language/", "boot/",     "report/",   "error/",           "catalog/",
      "claim/",    "decision/", "scenario/", "policy/interface", "policy/define",
  };
  static const char root[] = "@stdlib/outlay/";
  if (strncmp(source, "@repl/", 6) == 0) return 1;
  if (strncmp(source, root, sizeof root - 1) != 0) return 0;
  for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
    if (strncmp(source + sizeof root - 1, folders[i], strlen(folders[i])) == 0) return 1;
  }
  return 0;
}

/* A chunk's name without the mark that Lua puts before it. */
static const char *path_of(const char *source) {
  return source[0] == '@' || source[0] == '=' ? source + 1 : source;
}

void outlay_script_place_of(lua_State *L, outlay_script_place *place) {
  place->file = "";
  place->line = 0;
  lua_Debug frame;
  for (int level = 0; lua_getstack(L, level, &frame); level++) {
    (void)lua_getinfo(L, "Sl", &frame);
    if (frame.currentline <= 0 || speaks_for_its_caller(frame.source)) continue;
    place->file = path_of(frame.source);
    place->line = (uint32_t)frame.currentline;
    return;
  }
}

void outlay_push_frames(lua_State *L) {
  enum { MOST = 20 };
  lua_newtable(L);
  lua_Debug frame;
  int count = 0;
  for (int level = 0; count < MOST && lua_getstack(L, level, &frame); level++) {
    (void)lua_getinfo(L, "Sl", &frame);
    if (frame.currentline <= 0 || speaks_for_its_caller(frame.source)) continue;
    lua_pushfstring(L, "%s:%d", path_of(frame.source), frame.currentline);
    lua_rawseti(L, -2, ++count);
  }
}

static void set_node(lua_State *L, const char *key, outlay_node node) {
  if (node == 0) return;
  outlay_push_node(L, node);
  lua_setfield(L, -2, key);
}

/* The frames in between too, so that a message can say which library line it was. */
static void set_place(lua_State *L) {
  outlay_script_place place;
  outlay_script_place_of(L, &place);
  outlay_set_text(L, "file", place.file);
  if (place.line > 0) outlay_set_number(L, "line", (double)place.line);
  outlay_push_frames(L);
  lua_setfield(L, -2, "frames");
}

/* Pushes an error object without its message. */
static void push_error(lua_State *L, outlay_status status) {
  luaL_checkstack(L, 8, "an error object");
  lua_newtable(L);
  outlay_set_text(L, "kind", outlay_status_name(status));
  set_place(L);
  luaL_getmetatable(L, status == OUTLAY_ERROR_CANCELLED ? OUTLAY_INTERRUPT : OUTLAY_ERROR);
  lua_setmetatable(L, -2);
}

/* A buffer that was too short may end within a character (UTF-8): how long it is without that. */
static size_t whole_characters(const char *text, size_t room) {
  size_t length = strnlen(text, room);
  if (length + 1 < room) return length;
  size_t begin = length;
  while (begin > 0 && ((unsigned char)text[begin - 1] & 0xC0) == 0x80) begin--;
  if (begin == 0) return length;
  const unsigned char first = (unsigned char)text[begin - 1];
  const size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  return length - (begin - 1) < wanted ? begin - 1 : length;
}

static void set_buffer(lua_State *L, const char *key, const char *text, size_t room) {
  if (text[0] == '\0') return;
  lua_pushlstring(L, text, whole_characters(text, room));
  lua_setfield(L, -2, key);
}

int outlay_raise(lua_State *L, const outlay_error *error, const char *text) {
  push_error(L, error->status);
  set_buffer(L, "message", error->message, sizeof error->message);
  set_buffer(L, "advice", error->advice, sizeof error->advice);
  set_node(L, "node", error->node);
  set_node(L, "left", error->left);
  set_node(L, "right", error->right);
  set_node(L, "user", error->user);
  if (error->status == OUTLAY_ERROR_DOMAIN) {
    outlay_set_number(L, "sample", (double)error->sample);
  }
  if (text != NULL) {
    lua_pushstring(L, text);
    lua_setfield(L, -2, "text");
    outlay_set_number(L, "first", (double)error->begin + 1);
    outlay_set_number(L, "last", (double)error->end);
  }
  return lua_error(L);
}

int outlay_raise_texts(lua_State *L, outlay_status status, int message, int advice) {
  message = lua_absindex(L, message);
  advice = lua_absindex(L, advice);
  push_error(L, status);
  lua_pushvalue(L, message);
  lua_setfield(L, -2, "message");
  lua_pushvalue(L, advice);
  lua_setfield(L, -2, "advice");
  return lua_error(L);
}

int outlay_raise_argument(lua_State *L, const char *format, ...) {
  outlay_error error;
  memset(&error, 0, sizeof error);
  error.status = OUTLAY_ERROR_ARGUMENT;
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(error.message, sizeof error.message, format, arguments);
  va_end(arguments);
  return outlay_raise(L, &error, NULL);
}

int outlay_raise_interrupt(lua_State *L) {
  const outlay_error error = {.status = OUTLAY_ERROR_CANCELLED, .message = "interrupted"};
  return outlay_raise(L, &error, NULL);
}

/* ---- exit codes ---- */

/* Whether the table at an index has the metatable of this name. */
static bool has_metatable(lua_State *L, int index, const char *name) {
  if (!lua_getmetatable(L, index)) return false;
  luaL_getmetatable(L, name);
  const bool answer = lua_rawequal(L, -1, -2) != 0;
  lua_pop(L, 2);
  return answer;
}

/* A mistake in quantities, not in the use of Lua or of the machine. */
static bool is_about_the_model(const char *kind) {
  static const outlay_status statuses[] = {
      OUTLAY_ERROR_SYNTAX, OUTLAY_ERROR_UNIT,   OUTLAY_ERROR_DIMENSION, OUTLAY_ERROR_MONEY,
      OUTLAY_ERROR_AXIS,   OUTLAY_ERROR_DOMAIN, OUTLAY_ERROR_LIMIT,
  };
  for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
    if (strcmp(outlay_status_name(statuses[i]), kind) == 0) return true;
  }
  return false;
}

outlay_exit outlay_exit_code(lua_State *L, int index) {
  index = lua_absindex(L, index);
  if (!lua_istable(L, index)) return OUTLAY_EXIT_SCRIPT;
  if (has_metatable(L, index, OUTLAY_INTERRUPT)) return OUTLAY_EXIT_INTERRUPTED;
  if (!has_metatable(L, index, OUTLAY_ERROR)) return OUTLAY_EXIT_SCRIPT;
  lua_pushliteral(L, "kind");
  lua_rawget(L, index);
  outlay_exit code = OUTLAY_EXIT_SCRIPT;
  if (lua_type(L, -1) == LUA_TSTRING) { /* a script that caught the object may have spoilt it */
    const char *kind = lua_tostring(L, -1);
    if (strcmp(kind, "usage") == 0) code = OUTLAY_EXIT_USAGE;
    if (is_about_the_model(kind)) code = OUTLAY_EXIT_MODEL;
  }
  lua_pop(L, 1);
  return code;
}
