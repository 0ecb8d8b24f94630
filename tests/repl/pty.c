/* Plays a session with a program on a terminal of its own, and checks what appears.
 *
 * Usage: pty SESSION PROGRAM [ARGUMENT]...
 *
 * A session is a text of one step a line:
 *
 *   # comment
 *   folder NAME             work in this folder, relative to the session's file (before start)
 *   environment NAME=VALUE  for the program (before start)
 *   size COLUMNS ROWS       of the terminal, also while the program runs
 *   start [ARGUMENT]...     starts the program, also again after an exit; done by the first step
 *                           that needs it if left out
 *   send TEXT               types TEXT and Enter
 *   type TEXT               types TEXT
 *   key NAME                ctrl-a ... ctrl-z, tab, enter, up, down, escape
 *   wait SECONDS            lets time pass
 *   expect TEXT within S    TEXT appears, after what was expected last, within S seconds of the
 *                           last key; /REGEX/ is an extended regular expression, in which ^ and $
 *                           match at lines
 *   reject TEXT             TEXT has not appeared since the last key; put it after an expect
 *   exit CODE within S      the program ends with this exit code
 *
 * Lines are kept as they stood on the screen, without colours. OUTLAY_PTY_PATIENCE, a
 * factor, stretches every limit (for slow builds). OUTLAY_PTY_SHOW=1 prints how long each
 * expectation took. */
#define _DEFAULT_SOURCE
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <regex.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 64, MOST_OUTPUT = 1 << 20, MOST_LINE = 4096 };

typedef struct session {
  const char *path;
  int line; /* of the step, for messages */
  char *arguments[MOST_ARGUMENTS];
  char start[MOST_LINE]; /* the text of those that the session adds */
  int argument_count;
  int given_count; /* those of the command line */
  struct winsize size;
  pid_t child; /* 0 before start and after exit */
  int terminal;
  char *output; /* all that appeared, as it then stood on the screen; ends in 0 */
  size_t length;
  size_t matched; /* where the last expectation ended */
  size_t typed;   /* how much there was at the last key */
  double typed_at;
  double patience;
  size_t cursor;  /* in `output` */
  int escape;     /* what the bytes belong to: see keep */
  long parameter; /* of the control sequence */
} session;

static double now(void) {
  struct timespec time;
  (void)clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void stop_child(session *s) {
  if (s->child <= 0) return;
  (void)kill(s->child, SIGKILL);
  (void)waitpid(s->child, NULL, 0);
  s->child = 0;
}

static _Noreturn void fail(session *s, const char *what, const char *text) {
  (void)printf("%s:%d: %s: %s\n", s->path, s->line, what, text);
  if (s->output != NULL) {
    (void)printf("---- what appeared since the last match ----\n%s\n----\n",
                 s->output + s->matched);
  }
  stop_child(s);
  exit(1);
}

/* ---- what the program writes ------------------------------------------------- */

/* A terminal of one line, as much of it (ECMA-48) as line editors use: what lies above the last
 * line stays as it is. */
enum { TEXT, ESCAPED, CONTROL_SEQUENCE, SYSTEM_COMMAND };

static size_t line_start(const session *s) {
  size_t start = s->length;
  while (start > 0 && s->output[start - 1] != '\n') start--;
  return start;
}

static void cut_to(session *s, size_t length) {
  s->length = length;
  s->output[length] = '\0';
  if (s->typed > length) s->typed = length;
}

/* A line that is written over can be matched anew. */
static void forget_match(session *s) {
  const size_t start = line_start(s);
  if (s->matched > start) s->matched = start;
}

static void put(session *s, char byte) {
  if (s->length + 1 >= MOST_OUTPUT) return;
  if (byte == '\n') s->cursor = s->length;
  if (s->cursor < s->matched) forget_match(s);
  if (s->cursor == s->length) cut_to(s, s->length + 1);
  s->output[s->cursor++] = byte;
}

static void move(session *s, long columns) {
  const long place = (long)s->cursor + columns;
  const long start = (long)line_start(s);
  s->cursor = place < start ? (size_t)start : place > (long)s->length ? s->length : (size_t)place;
}

static void erase_rest(session *s) {
  if (s->cursor < s->length) forget_match(s);
  cut_to(s, s->cursor);
}

static void delete_characters(session *s, size_t count) {
  const size_t left = s->length - s->cursor;
  if (count > left) count = left;
  memmove(s->output + s->cursor, s->output + s->cursor + count, left - count);
  forget_match(s);
  cut_to(s, s->length - count);
}

static void insert_blanks(session *s, size_t count) {
  if (s->length + count >= MOST_OUTPUT) return;
  const size_t left = s->length - s->cursor;
  cut_to(s, s->length + count);
  memmove(s->output + s->cursor + count, s->output + s->cursor, left);
  memset(s->output + s->cursor, ' ', count);
}

/* Carries out the sequence that `byte` ends. */
static void control(session *s, char byte) {
  const long count = s->parameter > 0 ? s->parameter : 1;
  if (byte == 'C') move(s, count);
  if (byte == 'D') move(s, -count);
  if (byte == 'G') s->cursor = line_start(s);
  if (byte == 'G') move(s, count - 1);
  if (byte == 'P') delete_characters(s, (size_t)count);
  if (byte == 'K' && s->parameter == 0) erase_rest(s);
  if (byte == '@') insert_blanks(s, (size_t)count);
}

static void keep(session *s, char byte) {
  switch (s->escape) {
    case ESCAPED:
      s->escape = byte == '[' ? CONTROL_SEQUENCE : byte == ']' ? SYSTEM_COMMAND : TEXT;
      s->parameter = 0;
      return;
    case CONTROL_SEQUENCE:
      if (byte >= '0' && byte <= '9') s->parameter = s->parameter * 10 + (byte - '0');
      if (byte < 0x40 || byte > 0x7E) return;
      s->escape = TEXT;
      control(s, byte);
      return;
    case SYSTEM_COMMAND:
      if (byte == '\a') s->escape = TEXT;
      return;
    default:
      break;
  }
  if (byte == '\033') s->escape = ESCAPED;
  if (byte == '\r') s->cursor = line_start(s);
  if (byte == '\b') move(s, -1);
  if (byte == '\n' || (unsigned char)byte >= ' ') put(s, byte);
}

/* Takes in what there is, waiting at most `seconds`. False once the program has gone. */
static bool take(session *s, double seconds) {
  struct pollfd ready = {.fd = s->terminal, .events = POLLIN};
  if (poll(&ready, 1, seconds > 0 ? (int)(seconds * 1000) + 1 : 0) <= 0) return true;
  char bytes[4096];
  const ssize_t count = read(s->terminal, bytes, sizeof bytes);
  if (count <= 0) return count < 0 && errno == EINTR;
  for (ssize_t i = 0; i < count; i++) keep(s, bytes[i]);
  return true;
}

static void let_pass(session *s, double seconds) {
  const double end = now() + seconds;
  for (double left = seconds; left > 0; left = end - now()) {
    if (!take(s, left)) (void)poll(NULL, 0, (int)(left * 1000));
  }
}

/* ---- steps --------------------------------------------------------------------- */

static void start(session *s, char *more) {
  if (s->child > 0) fail(s, "the program runs already", "start");
  if (s->output != NULL) (void)close(s->terminal);
  free(s->output);
  s->length = s->matched = s->typed = s->cursor = 0;
  s->argument_count = s->given_count;
  for (char *word = strtok(more, " "); word != NULL; word = strtok(NULL, " ")) {
    if (s->argument_count + 1 < MOST_ARGUMENTS) s->arguments[s->argument_count++] = word;
  }
  s->arguments[s->argument_count] = NULL;
  s->output = calloc(1, MOST_OUTPUT);
  if (s->output == NULL || s->argument_count == 0) fail(s, "cannot start", "the program");
  s->child = forkpty(&s->terminal, NULL, NULL, &s->size);
  if (s->child < 0) fail(s, "no terminal", strerror(errno));
  if (s->child == 0) {
    (void)execvp(s->arguments[0], s->arguments);
    perror(s->arguments[0]);
    _exit(127);
  }
  s->typed_at = now();
}

static void need_child(session *s) {
  char none[] = "";
  if (s->output == NULL) start(s, none);
}

static void type(session *s, const char *bytes, size_t count) {
  need_child(s);
  (void)take(s, 0);
  s->typed = s->length;
  s->typed_at = now();
  if (write(s->terminal, bytes, count) != (ssize_t)count) fail(s, "cannot type", bytes);
}

static void press(session *s, const char *name) {
  static const struct {
    const char *name;
    const char *bytes;
  } keys[] = {{"tab", "\t"},      {"enter", "\r"},     {"escape", "\033"}, {"up", "\033[A"},
              {"down", "\033[B"}, {"right", "\033[C"}, {"left", "\033[D"}, {"backspace", "\177"}};
  if (strncmp(name, "ctrl-", 5) == 0 && name[5] >= 'a' && name[5] <= 'z') {
    const char byte = (char)(name[5] - 'a' + 1);
    type(s, &byte, 1);
    return;
  }
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    if (strcmp(keys[i].name, name) == 0) {
      type(s, keys[i].bytes, strlen(keys[i].bytes));
      return;
    }
  }
  fail(s, "no such key", name);
}

/* Where `wanted` ends in the text, or NULL. */
static const char *find(session *s, const char *text, const char *wanted) {
  const size_t length = strlen(wanted);
  if (length < 2 || wanted[0] != '/' || wanted[length - 1] != '/') {
    const char *place = strstr(text, wanted);
    return place != NULL ? place + length : NULL;
  }
  char pattern[MOST_LINE];
  (void)snprintf(pattern, sizeof pattern, "%.*s", (int)length - 2, wanted + 1);
  regex_t regex;
  regmatch_t match;
  if (regcomp(&regex, pattern, REG_EXTENDED | REG_NEWLINE) != 0) fail(s, "no regex", wanted);
  const bool found = regexec(&regex, text, 1, &match, 0) == 0;
  regfree(&regex);
  return found ? text + match.rm_eo : NULL;
}

/* Cuts " within SECONDS" off the end of a step. */
static double cut_limit(session *s, char *text) {
  char *last = NULL;
  for (char *at = text; (at = strstr(at, " within ")) != NULL; at++) last = at;
  if (last == NULL) fail(s, "how long? add: within SECONDS", text);
  const double seconds = strtod(last + 8, NULL);
  *last = '\0';
  return seconds;
}

static void expect(session *s, char *text) {
  need_child(s);
  const double limit = cut_limit(s, text) * s->patience;
  for (bool alive = true;;) {
    const char *end = find(s, s->output + s->matched, text);
    const double elapsed = now() - s->typed_at;
    if (end != NULL) {
      s->matched = (size_t)(end - s->output);
      if (getenv("OUTLAY_PTY_SHOW") != NULL) (void)printf("%7.3f s  %s\n", elapsed, text);
      return;
    }
    if (!alive) fail(s, "the program has ended without", text);
    if (elapsed > limit) fail(s, "not seen in time", text);
    alive = take(s, limit - elapsed);
  }
}

static void expect_exit(session *s, char *text) {
  need_child(s);
  const double limit = cut_limit(s, text) * s->patience;
  const int wanted = atoi(text);
  int status = 0;
  while (waitpid(s->child, &status, WNOHANG) == 0) {
    if (now() - s->typed_at > limit) fail(s, "the program has not ended in time", text);
    (void)take(s, 0.01);
    (void)poll(NULL, 0, 1);
  }
  s->child = 0;
  while (take(s, 0.01) && poll(&(struct pollfd){.fd = s->terminal, .events = POLLIN}, 1, 0) > 0) {
  }
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (code != wanted) {
    char found[32];
    (void)snprintf(found, sizeof found, "%d, not %d", code, wanted);
    fail(s, "the exit code is", found);
  }
}

static void enter_folder(session *s, const char *name) {
  char folder[MOST_LINE];
  const char *slash = strrchr(s->path, '/');
  (void)snprintf(folder, sizeof folder, "%.*s%s", slash != NULL ? (int)(slash - s->path) + 1 : 0,
                 s->path, name);
  if (chdir(folder) != 0) fail(s, "no such folder", folder);
}

static void resize(session *s, const char *text) {
  unsigned columns = 0;
  unsigned rows = 0;
  if (sscanf(text, "%u %u", &columns, &rows) != 2) fail(s, "COLUMNS ROWS expected", text);
  s->size.ws_col = (unsigned short)columns;
  s->size.ws_row = (unsigned short)rows;
  if (s->child > 0) (void)ioctl(s->terminal, TIOCSWINSZ, &s->size);
}

static void set_environment(session *s, char *text) {
  char *equals = strchr(text, '=');
  if (equals == NULL) fail(s, "NAME=VALUE expected", text);
  *equals = '\0';
  if (setenv(text, equals + 1, 1) != 0) fail(s, "cannot set", text);
}

static void reject(session *s, const char *text) {
  if (find(s, s->output + s->typed, text) != NULL) fail(s, "should not have appeared", text);
}

static void step(session *s, const char *verb, char *text) {
  if (strcmp(verb, "send") == 0) {
    char line[MOST_LINE];
    (void)snprintf(line, sizeof line, "%s\r", text);
    type(s, line, strlen(line));
  } else if (strcmp(verb, "type") == 0) {
    type(s, text, strlen(text));
  } else if (strcmp(verb, "key") == 0) {
    press(s, text);
  } else if (strcmp(verb, "expect") == 0) {
    expect(s, text);
  } else if (strcmp(verb, "reject") == 0) {
    reject(s, text);
  } else if (strcmp(verb, "exit") == 0) {
    expect_exit(s, text);
  } else if (strcmp(verb, "wait") == 0) {
    let_pass(s, strtod(text, NULL));
  } else if (strcmp(verb, "start") == 0) {
    (void)snprintf(s->start, sizeof s->start, "%s", text);
    start(s, s->start);
  } else if (strcmp(verb, "folder") == 0) {
    enter_folder(s, text);
  } else if (strcmp(verb, "environment") == 0) {
    set_environment(s, text);
  } else if (strcmp(verb, "size") == 0) {
    resize(s, text);
  } else {
    fail(s, "no such step", verb);
  }
}

static void play(session *s, FILE *file) {
  char line[MOST_LINE];
  while (fgets(line, sizeof line, file) != NULL) {
    s->line++;
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '\0' || line[0] == '#') continue;
    char *text = strchr(line, ' ');
    if (text != NULL) *text++ = '\0';
    char none[] = "";
    step(s, line, text != NULL ? text : none);
  }
}

int main(int count, char **arguments) {
  if (count < 3) {
    (void)fputs("usage: pty SESSION PROGRAM [ARGUMENT]...\n", stderr);
    return 2;
  }
  session s = {.path = arguments[1], .size = {.ws_row = 24, .ws_col = 80}, .patience = 1};
  for (int i = 2; i < count && s.argument_count + 1 < MOST_ARGUMENTS; i++) {
    s.arguments[s.argument_count++] = arguments[i];
  }
  s.given_count = s.argument_count;
  const char *patience = getenv("OUTLAY_PTY_PATIENCE");
  if (patience != NULL) s.patience = strtod(patience, NULL);
  (void)setenv("TERM", "xterm", 1);
  FILE *file = fopen(s.path, "r");
  if (file == NULL) fail(&s, "cannot be read", strerror(errno));
  play(&s, file);
  (void)fclose(file);
  if (s.child > 0) fail(&s, "the session ends and the program runs on", "add: exit CODE within S");
  free(s.output);
  return 0;
}
