#include "raise.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "node.h"

/* Frames of the program and of these folders of the library speak for whoever called them. */
static int speaks_for_its_caller(const char *source) {
  static const char *const folders[] = {"language/", "boot/", "report/", "error/", "catalog/"};
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

void outlay_place_of(lua_State *L, outlay_place *place) {
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

static void set_text(lua_State *L, const char *key, const char *value) {
  if (value == NULL || value[0] == '\0') return;
  lua_pushstring(L, value);
  lua_setfield(L, -2, key);
}

static void set_number(lua_State *L, const char *key, double value) {
  lua_pushnumber(L, value);
  lua_setfield(L, -2, key);
}

static void set_node(lua_State *L, const char *key, outlay_node node) {
  if (node == 0) return;
  outlay_push_node(L, node);
  lua_setfield(L, -2, key);
}

/* The frames in between, innermost first, so that a message can say which library line it was. */
static void set_place(lua_State *L) {
  outlay_place place;
  outlay_place_of(L, &place);
  set_text(L, "file", place.file);
  if (place.line > 0) set_number(L, "line", (double)place.line);
  lua_newtable(L);
  lua_Debug frame;
  int count = 0;
  for (int level = 0; count < 20 && lua_getstack(L, level, &frame); level++) {
    (void)lua_getinfo(L, "Sl", &frame);
    if (frame.currentline <= 0 || speaks_for_its_caller(frame.source)) continue;
    lua_pushfstring(L, "%s:%d", path_of(frame.source), frame.currentline);
    lua_rawseti(L, -2, ++count);
  }
  lua_setfield(L, -2, "frames");
}

int outlay_raise(lua_State *L, outlay_session *session, const outlay_error *error,
                 const char *text) {
  (void)session;
  luaL_checkstack(L, 8, "an error object");
  lua_newtable(L);
  set_text(L, "kind", outlay_status_name(error->status));
  set_text(L, "message", error->message);
  set_text(L, "advice", error->advice);
  set_node(L, "node", error->node);
  set_node(L, "left", error->left);
  set_node(L, "right", error->right);
  if (error->status == OUTLAY_ERROR_DOMAIN) set_number(L, "sample", (double)error->sample);
  if (text != NULL) {
    lua_pushstring(L, text);
    lua_setfield(L, -2, "text");
    set_number(L, "first", (double)error->begin + 1);
    set_number(L, "last", (double)error->end);
  }
  set_place(L);
  luaL_getmetatable(L, OUTLAY_ERROR);
  lua_setmetatable(L, -2);
  return lua_error(L);
}

int outlay_raise_argument(lua_State *L, outlay_session *session, const char *format, ...) {
  outlay_error error;
  memset(&error, 0, sizeof error);
  error.status = OUTLAY_ERROR_ARGUMENT;
  va_list arguments;
  va_start(arguments, format);
  (void)vsnprintf(error.message, sizeof error.message, format, arguments);
  va_end(arguments);
  return outlay_raise(L, session, &error, NULL);
}
