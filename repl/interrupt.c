#define _POSIX_C_SOURCE 200809L

#include "interrupt.h"

#include <errno.h>
#include <signal.h>
#include <time.h>

static outlay_host *interrupted_host;
static volatile sig_atomic_t computing;
static volatile sig_atomic_t interrupted; /* since the computation began */
static volatile sig_atomic_t prompting;   /* there is a prompt to come back to */
static volatile sig_atomic_t taken;       /* while nothing was computed */
static struct timespec interrupted_at;

static double seconds_since(const struct timespec *begin) {
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)(now.tv_sec - begin->tv_sec) + (double)(now.tv_nsec - begin->tv_nsec) * 1e-9;
}

static void on_interrupt(int signal_number) {
  const int saved = errno;
  const int again = interrupted && (!prompting || seconds_since(&interrupted_at) < 1.0);
  if (!computing && prompting) {
    taken = 1;
  } else if (again || !computing) {
    (void)signal(signal_number, SIG_DFL);
    (void)raise(signal_number);
  } else {
    interrupted = 1;
    (void)clock_gettime(CLOCK_MONOTONIC, &interrupted_at);
    outlay_host_interrupt(interrupted_host);
  }
  errno = saved;
}

void outlay_interrupt_install(outlay_host *host) {
  interrupted_host = host;
  /* Without SA_RESTART: a read at the prompt must end. */
  struct sigaction action = {.sa_handler = on_interrupt};
  (void)sigemptyset(&action.sa_mask);
  (void)sigaction(SIGINT, &action, NULL);
}

bool outlay_interrupt_taken(void) {
  const bool answer = taken != 0;
  taken = 0;
  return answer;
}

static int interrupt_protect(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  taken = 0;
  interrupted = 0;
  computing = 1;
  const int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  computing = 0;
  outlay_host_interrupt_clear(interrupted_host);
  if (status != LUA_OK) {
    lua_pushboolean(L, 0);
    lua_replace(L, 1);
  }
  return lua_gettop(L);
}

static int interrupt_go_on(lua_State *L) {
  (void)L;
  prompting = 1;
  return 0;
}

void outlay_open_interrupt(lua_State *L, outlay_host *host) {
  static const luaL_Reg functions[] = {
      {"protect", interrupt_protect}, {"go_on", interrupt_go_on}, {NULL, NULL}};
  interrupted_host = host;
  luaL_newlib(L, functions);
}
