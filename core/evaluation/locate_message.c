/* What is said about a value that is not finite. */
#include <math.h>
#include <stdio.h>

#include "graph_input.h"
#include "locate.h"
#include "status.h"

enum { NAME_SIZE = 100, PLACE_SIZE = 160 };

/* What an argument is called: its name in quotes, or what it is to the operation. */
static const char *called(const outlay_culprit *c, size_t index, const char *role, char *buffer,
                          size_t size) {
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(c->graph, c->node, &count);
  const char *name =
      index < count ? outlay_annotation_of(c->graph, arguments[index], OUTLAY_NAME) : "";
  if (name[0] == '\0') return role;
  (void)snprintf(buffer, size, "'%.80s'", name);
  return buffer;
}

/* A value in the unit that a person would choose, such as "-3 USD". */
static void write_value(const outlay_graph *graph, outlay_node node, double value, char *buffer,
                        size_t size) {
  const outlay_node_record *record = outlay_graph_node(graph, node);
  outlay_unit unit = 0;
  outlay_unit_info info = {.text = "", .factor = 1};
  if (record->dimension != 0 && isfinite(value) &&
      outlay_unit_choose(graph->units, value, record->dimension, record->money, 0, &unit, NULL) ==
          OUTLAY_OK) {
    outlay_unit_describe(graph->units, unit, &info);
  }
  (void)snprintf(buffer, size, "%.6g%s%s", value / info.factor, info.text[0] == '\0' ? "" : " ",
                 info.text);
}

/* " in sample 4711, at year = 2027", as far as it applies. */
static void write_place(const outlay_culprit *c, char *buffer, size_t size) {
  const outlay_graph *graph = c->graph;
  const outlay_node_record *record = outlay_graph_node(graph, c->node);
  const outlay_axis_set *set = outlay_axes_set(&graph->axes, record->axes);
  const outlay_axis *axes = outlay_axes_members(&graph->axes, record->axes);
  size_t length = 0;
  buffer[0] = '\0';
  if ((record->flags & OUTLAY_UNCERTAIN) != 0) {
    length += (size_t)snprintf(buffer, size, " in sample %llu", (unsigned long long)c->sample);
  }
  for (uint32_t i = 0; i < set->count && length + 80 < size; i++) {
    const uint32_t label = outlay_axes_coordinate(&graph->axes, record->axes, axes[i], c->cell);
    length += (size_t)snprintf(buffer + length, size - length, "%s%.30s = %.30s",
                               i == 0 ? " at " : ", ", outlay_axis_name(graph, axes[i]),
                               outlay_axis_label(graph, axes[i], label));
  }
}

/* "log of a negative number: 'x' is -3 in sample 7" */
static void say(const outlay_culprit *c, const char *what, size_t index, const char *role,
                outlay_error *error) {
  char name[NAME_SIZE], value[NAME_SIZE], place[PLACE_SIZE];
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(c->graph, c->node, &count);
  write_value(c->graph, arguments[index], c->arguments[index], value, sizeof value);
  write_place(c, place, sizeof place);
  outlay_fail(error, OUTLAY_ERROR_DOMAIN, "%s: %s is %s%s", what,
              called(c, index, role, name, sizeof name), value, place);
}

static void say_overflow(const outlay_culprit *c, outlay_error *error) {
  char name[NAME_SIZE], place[PLACE_SIZE];
  write_place(c, place, sizeof place);
  const char *own = outlay_annotation_of(c->graph, c->node, OUTLAY_NAME);
  if (own[0] != '\0') (void)snprintf(name, sizeof name, " of '%.80s'", own);
  outlay_fail(error, OUTLAY_ERROR_DOMAIN, "the result of %s%s is too large to represent%s",
              outlay_operation_name((outlay_operation)c->graph->nodes[c->node].operation),
              own[0] != '\0' ? name : "", place);
  outlay_advise(error, "check the units and the ranges of the inputs");
}

static void describe_divide(const outlay_culprit *c, outlay_error *error) {
  if (c->arguments[1] != 0) {
    say_overflow(c, error);
    return;
  }
  say(c, "division by zero", 1, "the divisor", error);
  outlay_advise(error, "keep it from 0, for example by when(gt(x, 0), y / x, ...)");
}

static void describe_power(const outlay_culprit *c, outlay_error *error) {
  const double base = c->arguments[0], exponent = c->arguments[1];
  if (base == 0 && exponent < 0) {
    say(c, "zero to a negative power", 0, "the base", error);
    outlay_advise(error, "keep the base above 0");
  } else if (base < 0 && exponent != nearbyint(exponent)) {
    say(c, "a negative number to a fractional power", 0, "the base", error);
    outlay_advise(error, "keep the base from being negative, for example by max(x, 0)");
  } else {
    say_overflow(c, error);
  }
}

static void describe_log(const outlay_culprit *c, outlay_error *error) {
  say(c, c->arguments[0] == 0 ? "log of zero" : "log of a negative number", 0, "its argument",
      error);
  outlay_advise(error, "keep it above 0: a distribution that is positive, or when(gt(x, 0), ...)");
}

/* An input whose parameters, in this sample, make no distribution. */
static void describe_input(const outlay_culprit *c, outlay_error *error) {
  const outlay_node_record *record = outlay_graph_node(c->graph, c->node);
  const outlay_distribution kind = (outlay_distribution)record->detail;
  if (outlay_graph_check_input(c->graph, kind, &c->graph->pool[record->many.first], c->arguments,
                               c->count, error) == OUTLAY_OK) {
    say_overflow(c, error);
    return;
  }
  char message[sizeof error->message], place[PLACE_SIZE];
  (void)snprintf(message, sizeof message, "%s", error->message);
  write_place(c, place, sizeof place);
  error->status = OUTLAY_ERROR_DOMAIN;
  (void)snprintf(error->message, sizeof error->message, "%.340s%s", message, place);
  outlay_make_showable(error->message);
}

static void describe_rate_of_return(const outlay_culprit *c, outlay_error *error) {
  char place[PLACE_SIZE];
  write_place(c, place, sizeof place);
  outlay_fail(error, OUTLAY_ERROR_DOMAIN,
              "payments that have no internal rate of return, or more than one%s", place);
  outlay_advise(error, "they have one where they change sign once; say what counts elsewhere");
}

static void describe_operation(const outlay_culprit *c, outlay_error *error) {
  switch ((outlay_operation)c->graph->nodes[c->node].operation) {
    case OUTLAY_DIVIDE:
      describe_divide(c, error);
      break;
    case OUTLAY_POWER:
      describe_power(c, error);
      break;
    case OUTLAY_LOG:
      describe_log(c, error);
      break;
    case OUTLAY_SQUARE_ROOT:
      say(c, "square root of a negative number", 0, "its argument", error);
      outlay_advise(error, "keep it from being negative, for example by max(x, 0)");
      break;
    case OUTLAY_EXP:
      say(c, "exp of a number beyond 709", 0, "its argument", error);
      outlay_advise(error, "check the units and the ranges of the inputs");
      break;
    case OUTLAY_RATE_OF_RETURN:
      describe_rate_of_return(c, error);
      break;
    case OUTLAY_INPUT:
      describe_input(c, error);
      break;
    default:
      say_overflow(c, error);
      break;
  }
}

void outlay_culprit_describe(const outlay_culprit *culprit, outlay_error *error) {
  if (error == NULL) return;
  describe_operation(culprit, error);
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(culprit->graph, culprit->node, &count);
  error->node = culprit->node;
  error->user = culprit->user;
  error->left = count > 0 ? arguments[0] : 0;
  error->right = count > 1 ? arguments[1] : 0;
  error->sample = culprit->sample;
}
