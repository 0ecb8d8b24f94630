/* core.unit: parsing, describing and printing units, quantities and money. */
#include <string.h>

#include "node.h"
#include "raise.h"

/* parse(text) -> unit */
static int unit_parse(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const char *text = outlay_to_text(L, 1);
  outlay_unit unit = 0;
  outlay_error error;
  if (outlay_unit_parse(session->units, text, &unit, &error) != OUTLAY_OK) {
    return outlay_raise(L, &error, text);
  }
  lua_pushnumber(L, unit);
  return 1;
}

/* quantity(text) -> low, high, unit, is_interval */
static int unit_quantity(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const char *text = outlay_to_text(L, 1);
  outlay_quantity quantity;
  outlay_error error;
  if (outlay_quantity_parse(session->units, text, &quantity, &error) != OUTLAY_OK) {
    return outlay_raise(L, &error, text);
  }
  lua_pushnumber(L, quantity.low);
  lua_pushnumber(L, quantity.high);
  lua_pushnumber(L, quantity.unit);
  lua_pushboolean(L, quantity.interval);
  return 4;
}

/* describe(unit) -> text, factor, dimension, money */
static int unit_describe(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_unit_info info;
  outlay_unit_describe(session->units, outlay_to_unit(L, session, 1), &info);
  lua_pushstring(L, info.text);
  lua_pushnumber(L, info.factor);
  lua_pushnumber(L, info.dimension);
  lua_pushnumber(L, info.money);
  return 4;
}

/* choose(value, dimension, money, hint) -> unit */
static int unit_choose(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_unit unit = 0;
  outlay_error error;
  outlay_check(L,
               outlay_unit_choose(session->units, luaL_checknumber(L, 1),
                                  outlay_to_number_of(L, 2, "dimension"),
                                  outlay_to_number_of(L, 3, "kind of money"),
                                  outlay_to_unit(L, session, 4), &unit, &error),
               &error);
  lua_pushnumber(L, unit);
  return 1;
}

/* format(value in base units, spread in base units, unit) -> text without the unit */
static int unit_format(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  char buffer[128];
  (void)outlay_number_format(session->units, luaL_checknumber(L, 1), luaL_checknumber(L, 2),
                             outlay_to_unit(L, session, 3), buffer, sizeof buffer);
  lua_pushstring(L, buffer);
  return 1;
}

/* dimension(dimension) -> its name */
static int unit_dimension(lua_State *L) {
  char buffer[512];
  const outlay_dimension dimension = outlay_to_number_of(L, 1, "dimension");
  (void)outlay_dimension_text(outlay_session_of(L)->units, dimension, buffer, sizeof buffer);
  /* The core calls what it does not know a number, too. */
  if (dimension != 0 && strcmp(buffer, "number") == 0) {
    return outlay_raise_argument(L, "there is no dimension %u", dimension);
  }
  lua_pushstring(L, buffer);
  return 1;
}

/* complete(prefix) -> names of units */
static int unit_complete(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  const char *prefix = luaL_checkstring(L, 1);
  lua_newtable(L);
  const char *name = NULL;
  for (size_t i = 0; (name = outlay_units_complete(session->units, prefix, i)) != NULL; i++) {
    lua_pushstring(L, name);
    lua_rawseti(L, -2, (int)i + 1);
  }
  return 1;
}

/* declare_count(name, plural or nil) */
static int unit_declare_count(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_error error;
  outlay_check(L,
               outlay_units_declare_count(session->units, luaL_checkstring(L, 1),
                                          luaL_optstring(L, 2, NULL), &error),
               &error);
  return 0;
}

/* declare(name, factor, unit, takes_prefixes) */
static int unit_declare(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_error error;
  outlay_check(L,
               outlay_units_declare(session->units, luaL_checkstring(L, 1), luaL_checknumber(L, 2),
                                    outlay_to_unit(L, session, 3), lua_toboolean(L, 4), &error),
               &error);
  return 0;
}

/* declare_currency(code) */
static int unit_declare_currency(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_error error;
  outlay_check(L, outlay_units_declare_currency(session->units, luaL_checkstring(L, 1), &error),
               &error);
  return 0;
}

/* money(currency, date) -> kind of money */
static int unit_money(lua_State *L) {
  outlay_session *session = outlay_session_of(L);
  outlay_money money = 0;
  outlay_error error;
  outlay_check(L,
               outlay_money_kind(session->units, luaL_checkstring(L, 1),
                                 (outlay_date)outlay_to_number_of(L, 2, "date"), &money, &error),
               &error);
  lua_pushnumber(L, money);
  return 1;
}

/* A fact about money: (currency, date, value, source). Amounts stay finite whatever is made of a
 * few such factors. */
static int set_fact(lua_State *L, outlay_status (*set)(outlay_units *units, const char *currency,
                                                       outlay_date date, double value,
                                                       const char *source, outlay_error *error)) {
  const char *currency = luaL_checkstring(L, 1);
  const outlay_date date = (outlay_date)outlay_to_number_of(L, 2, "date");
  const double value = luaL_checknumber(L, 3);
  if (!(value >= 1e-30 && value <= 1e30)) {
    return outlay_raise_argument(L, "%g is no price index or exchange rate of %s", value, currency);
  }
  outlay_error error;
  outlay_check(
      L, set(outlay_session_of(L)->units, currency, date, value, luaL_checkstring(L, 4), &error),
      &error);
  return 0;
}

/* set_index(currency, date, value, source) */
static int unit_set_index(lua_State *L) { return set_fact(L, outlay_money_set_index); }

/* set_rate(currency, date, usd_per_unit, source) */
static int unit_set_rate(lua_State *L) { return set_fact(L, outlay_money_set_rate); }

/* money_text(money) -> "USD2024"; "" for none */
static int unit_money_text(lua_State *L) {
  char buffer[64];
  const outlay_money money = outlay_to_number_of(L, 1, "kind of money");
  const size_t length =
      outlay_money_text(outlay_session_of(L)->units, money, buffer, sizeof buffer);
  if (length == 0 && money != 0) return outlay_raise_argument(L, "there is no money %u", money);
  lua_pushstring(L, buffer);
  return 1;
}

int outlay_open_unit(lua_State *L, outlay_session *session) {
  static const luaL_Reg functions[] = {
      {"parse", unit_parse},
      {"quantity", unit_quantity},
      {"describe", unit_describe},
      {"choose", unit_choose},
      {"format", unit_format},
      {"dimension", unit_dimension},
      {"complete", unit_complete},
      {"declare_count", unit_declare_count},
      {"declare", unit_declare},
      {"declare_currency", unit_declare_currency},
      {"money", unit_money},
      {"money_text", unit_money_text},
      {"set_index", unit_set_index},
      {"set_rate", unit_set_rate},
      {NULL, NULL},
  };
  outlay_session_newlib(L, session, functions);
  return 1;
}
