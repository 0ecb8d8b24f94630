/* Named axes (years, scenarios, sites) and the sets of axes that values have.
 *
 * Axes are numbered from 1 in the order they were made; an axis with the same name, labels and
 * numbers is made once. A set of axes is interned: its number is all that a node stores, 0 is
 * the set of a plain value. Within a set the axes go by number, and the cells of a value by
 * its axes with the last one fastest. */
#ifndef OUTLAY_AXIS_H
#define OUTLAY_AXIS_H

#include <stdbool.h>

#include "memory.h"
#include "strings.h"

typedef struct outlay_axis_record {
  uint32_t name; /* interned, as the labels are */
  uint32_t size;
  size_t first_label; /* in the pool of labels */
  size_t first_value; /* in the pool of values, if it has any */
  bool has_values;
  outlay_unit unit;
  outlay_dimension dimension;
  outlay_money money;
} outlay_axis_record;

typedef struct outlay_axis_set {
  uint32_t first, count; /* axes, in the pool of members */
  uint32_t cells;        /* the product of their sizes */
} outlay_axis_set;

enum { OUTLAY_MAXIMUM_CELLS = INT32_MAX, OUTLAY_UNION_MEMOS = 64 };

typedef struct outlay_axes {
  outlay_allocator allocator;
  outlay_axis_record *records; /* records[0] is no axis */
  size_t count, capacity;
  uint32_t *labels;
  size_t label_count, label_capacity;
  double *values; /* in base units */
  size_t value_count, value_capacity;
  uint32_t *table; /* axes by what they are; open addressing, 0 is free */
  size_t table_size;

  outlay_axis_set *sets; /* sets[0] is the empty set */
  size_t set_count, set_capacity;
  outlay_axis *members;
  size_t member_count, member_capacity;
  uint32_t *set_table; /* set + 1; open addressing, 0 is free */
  size_t set_table_size;
  struct {
    uint32_t left, right, result;
  } unions[OUTLAY_UNION_MEMOS]; /* left 0 is free */
} outlay_axes;

bool outlay_axes_init(outlay_axes *axes, const outlay_allocator *allocator);
void outlay_axes_clear(outlay_axes *axes);

/* What an axis is to be; `labels` are interned texts, `values` in base units or NULL. */
typedef struct outlay_axis_definition {
  uint32_t name;
  const uint32_t *labels;
  const double *values;
  size_t size;
  outlay_unit unit;
  outlay_dimension dimension;
  outlay_money money;
} outlay_axis_definition;

outlay_status outlay_axes_add(outlay_axes *axes, const outlay_axis_definition *definition,
                              outlay_axis *out, outlay_error *error);

static inline const outlay_axis_set *outlay_axes_set(const outlay_axes *axes, uint32_t set) {
  return &axes->sets[set];
}
static inline const outlay_axis *outlay_axes_members(const outlay_axes *axes, uint32_t set) {
  return axes->members + axes->sets[set].first;
}

bool outlay_axes_has(const outlay_axes *axes, uint32_t set, outlay_axis axis);
/* How many cells apart neighbouring labels of `axis` are in a value with these axes. */
uint32_t outlay_axes_stride(const outlay_axes *axes, uint32_t set, outlay_axis axis);

/* The index along `axis` (which the set has) of a cell. */
uint32_t outlay_axes_coordinate(const outlay_axes *axes, uint32_t set, outlay_axis axis,
                                uint32_t cell);
/* The cell of a value with the axes `to` that belongs to a cell of one with the axes `from`: the
 * same labels on the axes they share, the first label on the others of `to`. */
uint32_t outlay_axes_project(const outlay_axes *axes, uint32_t from, uint32_t cell, uint32_t to);

/* The axes of either. OUTLAY_ERROR_AXIS if two different axes of the same name meet,
 * OUTLAY_ERROR_LIMIT if there are more than OUTLAY_MAXIMUM_CELLS cells. */
outlay_status outlay_axes_union(outlay_axes *axes, const outlay_strings *strings, uint32_t left,
                                uint32_t right, uint32_t *out, outlay_error *error);
outlay_status outlay_axes_with(outlay_axes *axes, const outlay_strings *strings, uint32_t set,
                               outlay_axis axis, uint32_t *out, outlay_error *error);
outlay_status outlay_axes_without(outlay_axes *axes, uint32_t set, outlay_axis axis, uint32_t *out,
                                  outlay_error *error);

#endif
