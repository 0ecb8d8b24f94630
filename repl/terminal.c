#define _DEFAULT_SOURCE
#define _POSIX_C_SOURCE 200809L

#include "terminal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

int outlay_terminal_width(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

static int terminal_is_terminal(lua_State *L) {
  static const char *const names[] = {"stdin", "stdout", "stderr", NULL};
  lua_pushboolean(L, isatty(luaL_checkoption(L, 1, NULL, names)));
  return 1;
}

static int terminal_width(lua_State *L) {
  if (!isatty(STDOUT_FILENO)) return 0;
  lua_pushinteger(L, outlay_terminal_width(STDOUT_FILENO));
  return 1;
}

/* A symbolic link is "other": writing through it is not replacing it. */
static int terminal_kind(lua_State *L) {
  struct stat about;
  if (lstat(luaL_checkstring(L, 1), &about) != 0) return 0;
  const char *kind = S_ISREG(about.st_mode) ? "file" : S_ISDIR(about.st_mode) ? "folder" : "other";
  lua_pushstring(L, kind);
  return 1;
}

#define FOLDER "outlay.terminal.folder"

/* An open folder is closed by the garbage collector if Lua runs out of memory on the way. */
static int folder_close(lua_State *L) {
  DIR **folder = luaL_checkudata(L, 1, FOLDER);
  if (*folder != NULL) (void)closedir(*folder);
  *folder = NULL;
  return 0;
}

static DIR **push_folder(lua_State *L) {
  DIR **folder = lua_newuserdata(L, sizeof *folder);
  *folder = NULL;
  if (luaL_newmetatable(L, FOLDER)) {
    lua_pushcfunction(L, folder_close);
    lua_setfield(L, -2, "__gc");
  }
  lua_setmetatable(L, -2);
  return folder;
}

/* entries(path) -> the names in a folder, in no order; nil and why for what cannot be read */
static int terminal_entries(lua_State *L) {
  const char *path = luaL_checkstring(L, 1);
  DIR **folder = push_folder(L);
  *folder = opendir(path);
  if (*folder == NULL) {
    const int code = errno;
    lua_pushnil(L);
    lua_pushstring(L, strerror(code));
    return 2;
  }
  lua_newtable(L);
  int count = 0;
  for (const struct dirent *entry = readdir(*folder); entry != NULL; entry = readdir(*folder)) {
    lua_pushstring(L, entry->d_name);
    lua_rawseti(L, -2, ++count);
  }
  (void)closedir(*folder);
  *folder = NULL;
  return 1;
}

static int answer(lua_State *L, int failed) {
  if (!failed) {
    lua_pushboolean(L, 1);
    return 1;
  }
  const int code = errno;
  lua_pushnil(L);
  lua_pushstring(L, strerror(code));
  return 2;
}

/* Makes the folder that the first `length` bytes name. Being there already is fine. */
static int make_folder(const char *path, size_t length) {
  char name[4096];
  if (length >= sizeof name) {
    errno = ENAMETOOLONG;
    return -1;
  }
  memcpy(name, path, length);
  name[length] = '\0';
  return mkdir(name, 0700) == 0 || errno == EEXIST ? 0 : -1;
}

static int terminal_make_private_folder(lua_State *L) {
  size_t length = 0;
  const char *path = luaL_checklstring(L, 1, &length);
  int failed = 0;
  for (size_t i = 1; i <= length && !failed; i++) {
    if (path[i] == '/' || i == length) failed = make_folder(path, i) != 0;
  }
  return answer(L, failed);
}

static int terminal_make_private_file(lua_State *L) {
  const int file = open(luaL_checkstring(L, 1), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0) (void)close(file);
  return answer(L, file < 0);
}

void outlay_open_terminal(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"is_terminal", terminal_is_terminal},
      {"width", terminal_width},
      {"kind", terminal_kind},
      {"entries", terminal_entries},
      {"make_private_folder", terminal_make_private_folder},
      {"make_private_file", terminal_make_private_file},
      {NULL, NULL},
  };
  luaL_newlib(L, functions);
}
