#include <math.h>
#include <stdio.h>
#include <string.h>

#include "correlation.h"
#include "graph.h"
#include "status.h"

enum { MOST_MEMBERS = 2048 };

static void group_clear(outlay_group *group, const outlay_allocator *allocator) {
  const size_t n = group->count;
  outlay_memory_free(allocator, group->members, n, sizeof *group->members);
  outlay_memory_free(allocator, group->matrix, n * n, sizeof *group->matrix);
  outlay_memory_free(allocator, group->factor, n * n, sizeof *group->factor);
  outlay_memory_free(allocator, group->stated, n * n, sizeof *group->stated);
  *group = (outlay_group){0};
}

void outlay_groups_clear(outlay_groups *groups, const outlay_allocator *allocator) {
  for (size_t i = 0; i < groups->count; i++) group_clear(&groups->groups[i], allocator);
  outlay_memory_free(allocator, groups->groups, groups->capacity, sizeof *groups->groups);
  *groups = (outlay_groups){0};
}

static bool group_new(const outlay_allocator *allocator, size_t n, outlay_group *out) {
  *out = (outlay_group){.members = outlay_memory_new(allocator, n, sizeof *out->members),
                        .matrix = outlay_memory_new(allocator, n * n, sizeof *out->matrix),
                        .factor = outlay_memory_new(allocator, n * n, sizeof *out->factor),
                        .stated = outlay_memory_new(allocator, n * n, sizeof *out->stated),
                        .count = n};
  if (out->members != NULL && out->matrix != NULL && out->factor != NULL && out->stated != NULL) {
    return true;
  }
  group_clear(out, allocator);
  return false;
}

/* Dimensions of Sobol's net: the first ones for a script's own inputs, a part for each other
 * series, and beyond the net's end where a part is full. */
static uint32_t dimension_of(uint32_t series, size_t number) {
  static const uint32_t begins[OUTLAY_SERIES] = {0, OUTLAY_OWN_DIMENSIONS, 1000};
  static const uint32_t rooms[OUTLAY_SERIES] = {OUTLAY_OWN_DIMENSIONS, 100, 100};
  if (number < rooms[series]) return begins[series] + (uint32_t)number;
  return (series + 1) * (UINT32_C(1) << 28) + (uint32_t)number;
}

outlay_status outlay_stream_new(outlay_graph *graph, uint32_t draw, uint32_t *stream,
                                outlay_error *error) {
  outlay_streams *streams = &graph->streams[draw];
  if (streams->count >= OUTLAY_SERIES_ROOM) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "more uncertain inputs than can be counted");
  }
  if (!outlay_memory_reserve(&graph->allocator, (void **)&streams->records, &streams->capacity,
                             streams->count + 1, sizeof *streams->records)) {
    return outlay_fail_memory(error);
  }
  const size_t number = streams->count + graph->streams[draw ^ 1U].count;
  *stream = (uint32_t)streams->count;
  streams->records[streams->count++] = (outlay_stream){.dimension = dimension_of(draw / 2, number)};
  return OUTLAY_OK;
}

static outlay_stream *record_of(const outlay_graph *graph, outlay_stream_name name) {
  return &graph->streams[name.draw].records[name.stream];
}

/* ---- joining groups ---- */

/* Where a stream is in a group being built; `members` if it is not. */
static size_t find_member(const outlay_group *group, size_t members, outlay_stream_name name) {
  size_t i = 0;
  while (i < members &&
         (group->members[i].draw != name.draw || group->members[i].stream != name.stream)) {
    i++;
  }
  return i;
}

/* How many streams the group will have: those of the groups that the names are in, and the names.
 */
static size_t joined_size(const outlay_graph *graph, const outlay_stream_name *names,
                          size_t count) {
  size_t size = 0;
  for (size_t i = 0; i < count; i++) {
    const uint32_t group = record_of(graph, names[i])->group;
    bool counted = false;
    for (size_t k = 0; k < i && group != 0; k++) {
      counted = counted || record_of(graph, names[k])->group == group;
    }
    if (group == 0) {
      size++;
    } else if (!counted) {
      size += graph->groups.groups[group - 1].count;
    }
  }
  return size;
}

static void copy_group(const outlay_group *from, outlay_group *to, size_t at) {
  for (size_t i = 0; i < from->count; i++) {
    to->members[at + i] = from->members[i];
    for (size_t j = 0; j < from->count; j++) {
      to->matrix[(at + i) * to->count + at + j] = from->matrix[i * from->count + j];
      to->stated[(at + i) * to->count + at + j] = from->stated[i * from->count + j];
    }
  }
}

/* The members and pairs of before. Groups keep their order, so that what was first stays first. */
static void gather_groups(const outlay_graph *graph, const outlay_stream_name *names, size_t count,
                          outlay_group *out) {
  for (size_t i = 0; i < out->count; i++) out->matrix[i * out->count + i] = 1.0;
  size_t members = 0;
  for (size_t i = 0; i < count; i++) {
    if (find_member(out, members, names[i]) < members) continue;
    const uint32_t group = record_of(graph, names[i])->group;
    if (group == 0) {
      out->members[members++] = names[i];
    } else {
      copy_group(&graph->groups.groups[group - 1], out, members);
      members += graph->groups.groups[group - 1].count;
    }
  }
}

static bool put_pairs(outlay_group *group, const outlay_stream_name *names, size_t count,
                      const double *matrix, outlay_clash *clash) {
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < count; j++) {
      if (i == j) continue;
      const size_t a = find_member(group, group->count, names[i]);
      const size_t b = find_member(group, group->count, names[j]);
      const size_t place = a * group->count + b;
      if (group->stated[place] != 0 && group->matrix[place] != matrix[i * count + j]) {
        *clash = (outlay_clash){.left = i, .right = j, .rho = group->matrix[place], .found = true};
        return false;
      }
      group->matrix[place] = matrix[i * count + j];
      group->stated[place] = 1;
    }
  }
  return true;
}

/* "1 0.7 0.2; 0.7 1 0.5; ..." of a matrix, or of its beginning. */
static void matrix_text(const double *matrix, size_t n, char *text, size_t size) {
  size_t used = 0;
  text[0] = '\0';
  for (size_t i = 0; i < n * n; i++) {
    const char *before = i == 0 ? "" : i % n == 0 ? "; " : " ";
    const int length = snprintf(text + used, size - used, "%s%.4g", before, matrix[i]);
    if (length < 0 || (size_t)length >= size - used) {
      (void)snprintf(text + (size < 6 ? 0 : size - 6), 6, " ...");
      return;
    }
    used += (size_t)length;
  }
}

static outlay_status fail_impossible(const outlay_graph *graph, const outlay_group *group,
                                     const outlay_stream_name *names, size_t count,
                                     outlay_error *error) {
  const size_t n = group->count;
  double *nearest = outlay_memory_new(&graph->allocator, n * n, sizeof *nearest);
  if (nearest == NULL ||
      !outlay_correlation_nearest(&graph->allocator, group->matrix, n, nearest)) {
    outlay_memory_free(&graph->allocator, nearest, n * n, sizeof *nearest);
    return outlay_fail_memory(error);
  }
  /* In the order that the caller knows, as far as the caller named them. */
  char text[400];
  for (size_t i = 0; i < count; i++) {
    const size_t a = find_member(group, n, names[i]);
    for (size_t j = 0; j < count; j++) {
      const size_t b = find_member(group, n, names[j]);
      group->factor[i * count + j] = nearest[a * n + b];
    }
  }
  matrix_text(group->factor, count, text, sizeof text);
  outlay_memory_free(&graph->allocator, nearest, n * n, sizeof *nearest);
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    n > count ? "no inputs can have these correlations together with those stated "
                                "before (pairs that were not stated are independent)"
                              : "no inputs can have all of these correlations at once");
  outlay_advise(error, "the nearest that is possible: %s", text);
  return OUTLAY_ERROR_ARGUMENT;
}

/* Puts the new group in the place of those it was made of; nothing can fail here. */
static void install(outlay_graph *graph, outlay_group *group) {
  outlay_groups *groups = &graph->groups;
  for (size_t i = 0; i < group->count; i++) {
    const uint32_t old = record_of(graph, group->members[i])->group;
    if (old != 0) group_clear(&groups->groups[old - 1], &graph->allocator);
  }
  groups->groups[groups->count++] = *group;
  for (size_t i = 0; i < group->count; i++) {
    outlay_stream *record = record_of(graph, group->members[i]);
    record->group = (uint32_t)groups->count;
    record->place = (uint32_t)i;
  }
}

outlay_status outlay_streams_correlate(outlay_graph *graph, const outlay_stream_name *names,
                                       size_t count, const double *matrix, outlay_clash *clash,
                                       outlay_error *error) {
  *clash = (outlay_clash){0};
  const size_t size = joined_size(graph, names, count);
  if (size > MOST_MEMBERS) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "more than %d inputs are correlated together",
                       MOST_MEMBERS);
  }
  outlay_groups *groups = &graph->groups;
  outlay_group group;
  if (!outlay_memory_reserve(&graph->allocator, (void **)&groups->groups, &groups->capacity,
                             groups->count + 1, sizeof *groups->groups) ||
      !group_new(&graph->allocator, size, &group)) {
    return outlay_fail_memory(error);
  }
  gather_groups(graph, names, count, &group);
  outlay_status status = OUTLAY_ERROR_ARGUMENT;
  if (put_pairs(&group, names, count, matrix, clash)) {
    status = outlay_correlation_factor(group.matrix, size, group.factor)
                 ? OUTLAY_OK
                 : fail_impossible(graph, &group, names, count, error);
  }
  if (status == OUTLAY_OK) {
    install(graph, &group);
  } else {
    group_clear(&group, &graph->allocator);
  }
  return status;
}

double outlay_streams_correlation(const outlay_graph *graph, outlay_stream_name a,
                                  outlay_stream_name b) {
  if (a.draw == b.draw && a.stream == b.stream) return 1.0;
  const outlay_stream *left = record_of(graph, a), *right = record_of(graph, b);
  if (left->group == 0 || left->group != right->group) return 0.0;
  const outlay_group *group = &graph->groups.groups[left->group - 1];
  return group->matrix[left->place * group->count + right->place];
}
