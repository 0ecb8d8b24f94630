#include "graph_dimension.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "status.h"

/* ---- algebra ---- */

outlay_status outlay_graph_multiply_dimensions(outlay_graph *graph, outlay_dimension left,
                                               outlay_dimension right, outlay_dimension *out,
                                               outlay_error *error) {
  if (right == 0 || left == 0) {
    *out = right == 0 ? left : right;
    return OUTLAY_OK;
  }
  return outlay_dimension_multiply(graph->units, left, right, out, error);
}

outlay_status outlay_graph_divide_dimensions(outlay_graph *graph, outlay_dimension left,
                                             outlay_dimension right, outlay_dimension *out,
                                             outlay_error *error) {
  if (right == 0 || left == right) {
    *out = right == 0 ? left : 0;
    return OUTLAY_OK;
  }
  return outlay_dimension_divide(graph->units, left, right, out, error);
}

/* ---- words ---- */

enum { TEXT_SIZE = 200 };

/* One factor of a dimension's text: a name and an exponent as it is written ("" for 1). */
typedef struct factor {
  char name[64];
  char exponent[16];
} factor;

/* Takes the next factor of "Money * Time^-1"; false at the end. */
static bool next_factor(const char **text, factor *out) {
  const char *at = *text;
  while (*at == ' ' || *at == '*') at++;
  if (*at == '\0') return false;
  *out = (factor){{0}, {0}};
  for (size_t i = 0; *at != '\0' && *at != '^' && *at != ' '; at++) {
    if (i + 1 < sizeof out->name) out->name[i++] = *at;
  }
  if (*at == '^') {
    at++;
    for (size_t i = 0; *at != '\0' && *at != ' '; at++) {
      if (i + 1 < sizeof out->exponent) out->exponent[i++] = *at;
    }
  }
  *text = at;
  return true;
}

/* The dimension's only factor; false if it has several or none. */
static bool only_factor(const outlay_units *units, outlay_dimension dimension, factor *out) {
  char text[TEXT_SIZE];
  (void)outlay_dimension_text(units, dimension, text, sizeof text);
  const char *rest = text;
  factor more;
  return dimension != 0 && next_factor(&rest, out) && !next_factor(&rest, &more);
}

typedef struct words {
  char *buffer;
  size_t size, length;
} words;

static void say(words *out, const char *text) {
  for (; *text != '\0' && out->length + 1 < out->size; text++) out->buffer[out->length++] = *text;
  out->buffer[out->length] = '\0';
}

/* "Money" is said "money", but GPU and FLOP stay as they are. */
static void say_name(words *out, const factor *name) {
  char text[sizeof name->name];
  (void)snprintf(text, sizeof text, "%s", name->name);
  if (isupper((unsigned char)text[0]) && islower((unsigned char)text[1])) {
    text[0] = (char)tolower((unsigned char)text[0]);
  }
  say(out, text);
}

static void say_factors(words *out, const char *text, bool denominators) {
  factor next;
  bool first = true;
  while (next_factor(&text, &next)) {
    const bool denominator = next.exponent[0] == '-';
    if (denominator != denominators) continue;
    const char *power = denominator ? next.exponent + 1 : next.exponent;
    if (denominator) {
      say(out, out->length > 0 ? " per " : "per ");
    } else if (!first) {
      say(out, " times ");
    }
    say_name(out, &next);
    if (power[0] != '\0' && strcmp(power, "1") != 0) {
      say(out, "^");
      say(out, power);
    }
    first = false;
  }
}

void outlay_dimension_words(const outlay_units *units, outlay_dimension dimension, char *buffer,
                            size_t size) {
  words out = {.buffer = buffer, .size = size};
  if (size == 0) return;
  buffer[0] = '\0';
  if (dimension == 0) {
    say(&out, "a plain number");
    return;
  }
  char text[TEXT_SIZE];
  (void)outlay_dimension_text(units, dimension, text, sizeof text);
  say_factors(&out, text, false);
  say_factors(&out, text, true);
}

bool outlay_dimension_counted(const outlay_units *units, outlay_dimension dimension) {
  static const char *const measured[] = {"Money", "Time", "Energy", "Power", "Length", "Mass"};
  factor only;
  if (!only_factor(units, dimension, &only) || only.exponent[0] != '\0') return false;
  for (size_t i = 0; i < sizeof measured / sizeof measured[0]; i++) {
    if (strcmp(only.name, measured[i]) == 0) return false;
  }
  return true;
}

/* ---- advice ---- */

/* A quantity of the dimension that a person might write, such as "1 month". */
static void example_of(outlay_units *units, outlay_dimension dimension, outlay_money money,
                       const char *name, char *buffer, size_t size) {
  static const struct {
    const char *name, *example;
  } examples[] = {
      {"Time", "1 month"},   {"Energy", "1 MWh"},    {"Power", "1 MW"},  {"Data", "1 GB"},
      {"FLOP", "1e24 FLOP"}, {"token", "1e9 token"}, {"Money", "1 USD"},
  };
  for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
    if (strcmp(examples[i].name, name) == 0) {
      (void)snprintf(buffer, size, "%s", examples[i].example);
      return;
    }
  }
  outlay_unit unit = 0;
  outlay_unit_info info = {.text = name};
  if (outlay_unit_choose(units, 1, dimension, money, 0, &unit, NULL) == OUTLAY_OK) {
    outlay_unit_describe(units, unit, &info);
  }
  (void)snprintf(buffer, size, "1 %s", info.text);
}

static const char *article(const char *name) {
  return strchr("AEIO", name[0]) != NULL && islower((unsigned char)name[1]) ? "an" : "a";
}

/* Says which factor is missing if there is exactly one; `ratio` is left over right. */
static void advise_factor(outlay_units *units, outlay_dimension ratio, outlay_error *error) {
  factor only;
  if (!only_factor(units, ratio, &only)) return;
  const bool inverse = strcmp(only.exponent, "-1") == 0;
  if (only.exponent[0] != '\0' && !inverse) return;
  outlay_dimension dimension = ratio;
  if (inverse && outlay_dimension_power(units, ratio, -1, 1, &dimension, NULL) != OUTLAY_OK) {
    return;
  }
  char example[64];
  example_of(units, dimension, 0, only.name, example, sizeof example);
  outlay_advise(error, "multiply the %s side by %s %s, for example q\"%s\"",
                inverse ? "left" : "right", article(only.name), only.name, example);
}

/* A plain number beside a quantity: 0 too needs a unit, for 0 USD and 0 MW are no numbers. */
static bool advise_unit(const outlay_graph *graph, outlay_node plain, outlay_node other,
                        outlay_error *error) {
  double value = 0;
  if (!outlay_graph_constant(graph, plain, &value)) return false;
  const outlay_node_record *record = outlay_graph_node(graph, other);
  outlay_unit unit = 0;
  outlay_unit_info info;
  if (outlay_unit_choose(graph->units, 1, record->dimension, record->money, 0, &unit, NULL) !=
      OUTLAY_OK) {
    return false;
  }
  outlay_unit_describe(graph->units, unit, &info);
  if (value == 0) {
    outlay_advise(error, "a plain 0 has no unit: write q\"0 %s\"", info.text);
  } else {
    outlay_advise(error, "give the number a unit, for example q\"%.6g %s\"", value, info.text);
  }
  return true;
}

static void advise(const outlay_graph *graph, outlay_node left, outlay_node right,
                   outlay_error *error) {
  if (error == NULL) return;
  if (advise_unit(graph, right, left, error) || advise_unit(graph, left, right, error)) return;
  if (outlay_graph_node(graph, left)->dimension == 0 ||
      outlay_graph_node(graph, right)->dimension == 0) {
    outlay_advise(error,
                  "a share is multiplied, as in x * (1 + q\"5 %%\"); a count needs its unit");
    return;
  }
  outlay_dimension ratio = 0;
  if (outlay_dimension_divide(graph->units, outlay_graph_node(graph, left)->dimension,
                              outlay_graph_node(graph, right)->dimension, &ratio,
                              NULL) == OUTLAY_OK) {
    advise_factor(graph->units, ratio, error);
  }
}

/* ---- errors ---- */

outlay_status outlay_graph_fail_dimensions(const outlay_graph *graph, outlay_operation operation,
                                           outlay_node left, outlay_node right,
                                           outlay_error *error) {
  char a[TEXT_SIZE], b[TEXT_SIZE];
  outlay_dimension_words(graph->units, outlay_graph_node(graph, left)->dimension, a, sizeof a);
  outlay_dimension_words(graph->units, outlay_graph_node(graph, right)->dimension, b, sizeof b);
  const outlay_status status = OUTLAY_ERROR_DIMENSION;
  switch (operation) {
    case OUTLAY_ADD:
      outlay_fail(error, status, "cannot add %s and %s", a, b);
      break;
    case OUTLAY_SUBTRACT:
      outlay_fail(error, status, "cannot subtract %s from %s", b, a);
      break;
    case OUTLAY_MINIMUM:
    case OUTLAY_MAXIMUM:
      outlay_fail(error, status, "cannot take the %s of %s and %s",
                  outlay_operation_name(operation), a, b);
      break;
    case OUTLAY_WHEN:
      outlay_fail(error, status, "cannot choose between %s and %s", a, b);
      break;
    case OUTLAY_STACK:
      outlay_fail(error, status, "cannot put %s and %s on one axis", a, b);
      break;
    case OUTLAY_LAG:
      outlay_fail(error, status, "cannot fill a lag of %s with %s", a, b);
      break;
    case OUTLAY_INPUT:
      outlay_fail(error, status, "cannot make a distribution from %s and %s", a, b);
      break;
    default:
      outlay_fail(error, status, "cannot compare %s with %s", a, b);
      break;
  }
  if (error != NULL) {
    error->left = left;
    error->right = right;
  }
  advise(graph, left, right, error);
  return status;
}

outlay_status outlay_graph_fail_number(const outlay_graph *graph, const char *what,
                                       outlay_node node, outlay_error *error) {
  const outlay_node_record *record = outlay_graph_node(graph, node);
  char text[TEXT_SIZE];
  outlay_dimension_words(graph->units, record->dimension, text, sizeof text);
  outlay_fail(error, OUTLAY_ERROR_DIMENSION, "%s needs a plain number, not %s", what, text);
  if (error == NULL) return OUTLAY_ERROR_DIMENSION;
  error->left = node;
  factor only;
  const bool is_time = only_factor(graph->units, record->dimension, &only) &&
                       only.exponent[0] == '\0' && strcmp(only.name, "Time") == 0;
  outlay_unit unit = 0;
  if (is_time) {
    outlay_advise(error, "divide by the unit that is meant, for example by q\"1 year\"");
  } else if (outlay_unit_choose(graph->units, 1, record->dimension, record->money, 0, &unit,
                                NULL) == OUTLAY_OK) {
    outlay_unit_info info;
    outlay_unit_describe(graph->units, unit, &info);
    outlay_advise(error, "divide by a unit first, for example by q\"1 %s\"", info.text);
  }
  return OUTLAY_ERROR_DIMENSION;
}
