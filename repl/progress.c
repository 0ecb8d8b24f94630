#define _POSIX_C_SOURCE 200809L

#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "terminal.h"

enum { WIDEST_BAR = 40 };
static const double SHOWN_AFTER = 1.0;  /* seconds of work */
static const double REDRAWN_EACH = 0.1; /* seconds */

static double now(void) {
  struct timespec time;
  (void)clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* "8 s", "2:05 min", "1:02:05 h" */
static void write_duration(char *buffer, size_t size, double seconds) {
  const long total = (long)(seconds + 0.5);
  if (total < 60) {
    (void)snprintf(buffer, size, "%ld s", total);
  } else if (total < 3600) {
    (void)snprintf(buffer, size, "%ld:%02ld min", total / 60, total % 60);
  } else {
    (void)snprintf(buffer, size, "%ld:%02ld:%02ld h", total / 3600, total / 60 % 60, total % 60);
  }
}

static void write_bar(double fraction, int width) {
  const int full = (int)(fraction * width);
  for (int i = 0; i < width; i++) (void)fputs(i < full ? "━" : "─", stderr);
}

static void draw(double elapsed, double fraction) {
  char spent[32];
  char left[32];
  char times[80];
  write_duration(spent, sizeof spent, elapsed);
  write_duration(left, sizeof left, fraction > 0 ? elapsed * (1 - fraction) / fraction : 0);
  (void)snprintf(times, sizeof times, fraction > 0.005 ? "%s, %s left" : "%s", spent, left);
  const int room = outlay_terminal_width(STDERR_FILENO) - (int)strlen(times) - 9;
  (void)fprintf(stderr, "\r\033[K%3d %% ", (int)(fraction * 100));
  write_bar(fraction, room < WIDEST_BAR ? room : WIDEST_BAR);
  (void)fprintf(stderr, " %s", times);
  (void)fflush(stderr);
}

static void report(void *context, double fraction) {
  outlay_progress *progress = context;
  const double time = now();
  if (progress->fraction <= 0 || fraction < progress->fraction) {
    progress->began = time;
    progress->drawn = time;
  }
  progress->fraction = fraction;
  if (fraction >= 1) {
    outlay_progress_erase(progress);
  } else if (time - progress->began >= SHOWN_AFTER && time - progress->drawn >= REDRAWN_EACH) {
    draw(time - progress->began, fraction);
    progress->drawn = time;
    progress->visible = true;
  }
}

void outlay_progress_erase(outlay_progress *progress) {
  if (progress->visible) {
    (void)fputs("\r\033[K", stderr);
    (void)fflush(stderr);
  }
  progress->visible = false;
  progress->fraction = 0;
}

void outlay_progress_install(outlay_progress *progress, outlay_host *host) {
  const char *kind = getenv("TERM");
  const bool dumb = kind == NULL || strcmp(kind, "dumb") == 0;
  if (isatty(STDERR_FILENO) && !dumb) outlay_host_on_progress(host, report, progress);
}

static int progress_erase(lua_State *L) {
  outlay_progress_erase(lua_touserdata(L, lua_upvalueindex(1)));
  return 0;
}

void outlay_open_progress(lua_State *L, outlay_progress *progress) {
  lua_newtable(L);
  lua_pushlightuserdata(L, progress);
  lua_pushcclosure(L, progress_erase, 1);
  lua_setfield(L, -2, "erase");
}
