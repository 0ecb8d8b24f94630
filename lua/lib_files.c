/* core.files: reading the files that a session was granted, and no others.
 *
 * A grant is a folder or a file, as an absolute path without links. The program grants the
 * script's folder and the files that its user named on the command line. */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "raise.h"

/* Whether `path` is `granted` or lies in it. */
static int lies_in(const char *path, const char *granted) {
  const size_t length = strlen(granted);
  if (strncmp(path, granted, length) != 0) return 0;
  return path[length] == '\0' || path[length] == '/' || (length > 0 && granted[length - 1] == '/');
}

static int is_granted(const outlay_session *session, const char *path) {
  for (size_t i = 0; i < session->granted_count; i++) {
    if (lies_in(path, session->granted[i])) return 1;
  }
  return 0;
}

bool outlay_session_grant(outlay_session *session, const char *path) {
  char *resolved = realpath(path, NULL);
  if (resolved == NULL) return errno != ENOMEM; /* what is not there needs no grant */
  char **grown = realloc(session->granted, (session->granted_count + 1) * sizeof *session->granted);
  if (grown == NULL) {
    free(resolved);
    return false;
  }
  session->granted = grown;
  session->granted[session->granted_count++] = resolved;
  return true;
}

/* Pushes the whole file; false leaves errno. The buffer belongs to Lua. */
static bool push_contents(lua_State *L, FILE *file) {
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  size_t count = 0;
  do {
    char *room = luaL_prepbuffer(&buffer);
    count = fread(room, 1, LUAL_BUFFERSIZE, file);
    luaL_addsize(&buffer, count);
  } while (count > 0);
  luaL_pushresult(&buffer);
  return ferror(file) == 0;
}

static int close_file(lua_State *L) {
  FILE **file = lua_touserdata(L, 1);
  if (*file != NULL) (void)fclose(*file);
  *file = NULL;
  return 0;
}

/* A file that is closed even when reading it raises. */
static FILE **new_file(lua_State *L) {
  FILE **file = lua_newuserdata(L, sizeof *file);
  *file = NULL;
  if (luaL_newmetatable(L, "outlay.file")) {
    lua_pushcfunction(L, close_file);
    lua_setfield(L, -2, "__gc");
  }
  lua_setmetatable(L, -2);
  return file;
}

/* read(path) -> text */
static int files_read(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const char *path = luaL_checkstring(L, 1);
  char resolved[4096];
  char *found = realpath(path, NULL);
  if (found == NULL || strlen(found) >= sizeof resolved) {
    free(found);
    return outlay_raise_argument(L, "cannot read %s: %s", path, strerror(errno));
  }
  (void)strcpy(resolved, found);
  free(found);
  if (!is_granted(session, resolved)) {
    outlay_error error;
    memset(&error, 0, sizeof error);
    error.status = OUTLAY_ERROR_ARGUMENT;
    (void)snprintf(error.message, sizeof error.message, "this script may not read %.400s", path);
    (void)snprintf(error.advice, sizeof error.advice,
                   "keep data files in the script's folder, or name the file on the command line");
    return outlay_raise(L, &error, NULL);
  }
  FILE **file = new_file(L);
  *file = fopen(resolved, "rb");
  if (*file == NULL) {
    return outlay_raise_argument(L, "cannot read %s: %s", path, strerror(errno));
  }
  const bool complete = push_contents(L, *file);
  (void)fclose(*file);
  *file = NULL;
  if (!complete) return outlay_raise_argument(L, "cannot read %s", path);
  return 1;
}

int outlay_open_files(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {{"read", files_read}, {NULL, NULL}};
  outlay_session_newlib(L, session, functions);
  return 1;
}
