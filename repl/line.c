#define _DEFAULT_SOURCE
#define _POSIX_C_SOURCE 200809L

#include "line.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

#include "interrupt.h"

#if defined(OUTLAY_LINE_EDITOR_READLINE)
#include <readline/history.h>
#include <readline/readline.h>
#elif defined(OUTLAY_LINE_EDITOR_LIBEDIT)
#include <editline/readline.h>
#endif

#if defined(OUTLAY_LINE_EDITOR_READLINE) || defined(OUTLAY_LINE_EDITOR_LIBEDIT)

#ifdef OUTLAY_LINE_EDITOR_READLINE
#define EDITOR "readline"
#else
#define EDITOR "libedit"
#endif

/* The editor's callbacks carry no context, and there is one terminal: so this is the process's. */
static struct {
  lua_State *L;  /* whose function completes; NULL for none */
  char *text;    /* the line that was read, NULL at the end of input */
  bool complete; /* a line, or the end of input, has arrived */
} reading;

static volatile sig_atomic_t suspended;

static const char COMPLETER[] = "outlay.line.completer";
static const char MATCHES[] = "outlay.line.matches";

/* ---- completion ------------------------------------------------------------- */

/* Calls the completer, protected, and keeps its list in the registry. False if there is none. */
static bool ask_completer(lua_State *L, const char *word, int end) {
  const int top = lua_gettop(L);
  if (!lua_checkstack(L, 8)) return false;
  lua_getfield(L, LUA_REGISTRYINDEX, COMPLETER);
  lua_pushlstring(L, rl_line_buffer, (size_t)end);
  lua_pushstring(L, word);
  const bool found = lua_pcall(L, 2, 1, 0) == LUA_OK && lua_istable(L, -1);
  if (found) lua_setfield(L, LUA_REGISTRYINDEX, MATCHES);
  lua_settop(L, top);
  return found;
}

/* The editor asks for one match after the other, and frees each. */
static char *next_match(const char *word, int state) {
  static int index;
  (void)word;
  lua_State *L = reading.L;
  if (state == 0) index = 0;
  const int top = lua_gettop(L);
  lua_getfield(L, LUA_REGISTRYINDEX, MATCHES);
  lua_rawgeti(L, -1, ++index);
  const char *text = lua_tostring(L, -1);
  char *copy = text != NULL ? strdup(text) : NULL;
  lua_settop(L, top);
  return copy;
}

static char **complete(const char *word, int start, int end) {
  (void)start;
  rl_attempted_completion_over = 1; /* never file names */
  rl_completion_append_character = '\0';
  if (reading.L == NULL || !ask_completer(reading.L, word, end)) return NULL;
  return rl_completion_matches(word, next_match);
}

#ifdef OUTLAY_LINE_EDITOR_READLINE
/* Lists fields without what leads to them: h100_sxm, not hw.h100_sxm. */
static void show_matches(char **matches, int count, int longest) {
  size_t skip = 0;
  for (size_t i = 0; matches[0][i] != '\0'; i++) {
    if (matches[0][i] == '.' || matches[0][i] == ':') skip = i + 1;
  }
  char **shown = calloc((size_t)count + 2, sizeof *shown);
  for (int i = 0; shown != NULL && i <= count; i++) shown[i] = matches[i] + skip;
  (void)rl_crlf();
  rl_display_match_list(shown != NULL ? shown : matches, count, longest - (int)skip);
  free(shown);
  (void)rl_forced_update_display();
}
#endif

static void prepare_editor(void) {
  /* Names with dots and colons are one word. */
  static char breaks[] = " \t\n\"\\'`@$><=~;|&{}()[]+-*/^%,#";
  rl_readline_name = "outlay";
  rl_basic_word_break_characters = breaks;
  rl_completer_word_break_characters = breaks;
  rl_attempted_completion_function = complete;
  rl_catch_signals = 0;
  using_history();
#ifdef OUTLAY_LINE_EDITOR_READLINE
  rl_completion_display_matches_hook = show_matches;
#endif
}

/* ---- reading ------------------------------------------------------------------ */

static void take_line(char *text) {
  reading.text = text;
  reading.complete = true;
  rl_callback_handler_remove();
}

static void on_suspend(int signal_number) {
  (void)signal_number;
  suspended = 1;
}

/* Gives the terminal back while the program is stopped. */
static void suspend(void) {
  suspended = 0;
  rl_deprep_terminal();
  (void)raise(SIGSTOP);
  rl_prep_terminal(1);
  rl_forced_update_display();
}

/* Waits for a key, with SIGINT and SIGTSTP let through only meanwhile. False after Ctrl-C. */
static bool wait_for_key(const sigset_t *waiting) {
  fd_set keys;
  FD_ZERO(&keys);
  FD_SET(STDIN_FILENO, &keys);
  const int ready = pselect(STDIN_FILENO + 1, &keys, NULL, NULL, NULL, waiting);
  if (outlay_interrupt_taken()) return false;
  if (suspended) suspend();
  if (ready < 0 && errno == EINTR) {
    rl_resize_terminal();
  } else {
    rl_callback_read_char();
  }
  return true;
}

/* The editor ends with a carriage return: so ^C is written first. */
static void abandon_line(void) {
  (void)fputs("^C", rl_outstream);
  (void)fflush(rl_outstream);
#ifdef OUTLAY_LINE_EDITOR_READLINE
  rl_free_line_state();
  rl_callback_sigcleanup();
#endif
  rl_callback_handler_remove();
  (void)fputs("\n", rl_outstream);
  (void)fflush(rl_outstream);
}

/* The line (to be freed) or NULL; `*interrupted` after Ctrl-C. */
static char *read_line(const char *prompt, bool *interrupted) {
  sigset_t blocked;
  sigset_t waiting;
  struct sigaction stop = {.sa_handler = on_suspend};
  struct sigaction former;
  (void)sigemptyset(&blocked);
  (void)sigaddset(&blocked, SIGINT);
  (void)sigaddset(&blocked, SIGTSTP);
  (void)sigprocmask(SIG_BLOCK, &blocked, &waiting);
  (void)sigemptyset(&stop.sa_mask);
  (void)sigaction(SIGTSTP, &stop, &former);
  reading.text = NULL;
  reading.complete = false;
  *interrupted = false;
  rl_callback_handler_install(prompt, take_line);
  while (!reading.complete && !*interrupted) *interrupted = !wait_for_key(&waiting);
  if (*interrupted) abandon_line();
  (void)sigaction(SIGTSTP, &former, NULL);
  (void)sigprocmask(SIG_SETMASK, &waiting, NULL);
  return reading.text;
}

static void remember(const char *text) { add_history(text); }

static void set_completer(lua_State *L) {
  lua_setfield(L, LUA_REGISTRYINDEX, COMPLETER);
  reading.L = L; /* the main thread: the program starts no coroutine */
}

#else

#define EDITOR "none"

static void prepare_editor(void) {}

static char *read_line(const char *prompt, bool *interrupted) {
  char *text = NULL;
  size_t size = 0;
  (void)fputs(prompt, stdout);
  (void)fflush(stdout);
  errno = 0;
  const ssize_t length = getline(&text, &size, stdin);
  *interrupted = length < 0 && errno == EINTR && outlay_interrupt_taken();
  if (length < 0) {
    clearerr(stdin);
    free(text);
    if (*interrupted) (void)fputs("\n", stdout);
    return NULL;
  }
  if (length > 0 && text[length - 1] == '\n') text[length - 1] = '\0';
  return text;
}

static void remember(const char *text) { (void)text; }

static void set_completer(lua_State *L) { lua_pop(L, 1); }

#endif

/* ---- the module ------------------------------------------------------------------ */

static int line_read(lua_State *L) {
  const char *prompt = luaL_checkstring(L, 1);
  bool interrupted = false;
  /* Held by a userdata with a finalizer, since pushing the text can raise. */
  char **holder = lua_newuserdata(L, sizeof *holder);
  *holder = NULL;
  luaL_getmetatable(L, "outlay.line.text");
  lua_setmetatable(L, -2);
  *holder = read_line(prompt, &interrupted);
  if (*holder == NULL) {
    lua_pushnil(L);
    lua_pushstring(L, interrupted ? "interrupt" : "end");
    return 2;
  }
  lua_pushstring(L, *holder);
  free(*holder);
  *holder = NULL;
  return 1;
}

static int free_text(lua_State *L) {
  char **holder = lua_touserdata(L, 1);
  free(*holder);
  *holder = NULL;
  return 0;
}

static int line_remember(lua_State *L) {
  remember(luaL_checkstring(L, 1));
  return 0;
}

static int line_complete_with(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lua_settop(L, 1);
  set_completer(L);
  return 0;
}

void outlay_open_line(lua_State *L) {
  static const luaL_Reg functions[] = {{"read", line_read},
                                       {"remember", line_remember},
                                       {"complete_with", line_complete_with},
                                       {NULL, NULL}};
  (void)luaL_newmetatable(L, "outlay.line.text");
  lua_pushcfunction(L, free_text);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
  luaL_newlib(L, functions);
  lua_pushliteral(L, EDITOR);
  lua_setfield(L, -2, "editor");
  prepare_editor();
}
