#include "axis.h"

#include <string.h>

#include "status.h"

bool outlay_axes_init(outlay_axes *axes, const outlay_allocator *allocator) {
  *axes = (outlay_axes){.allocator = *allocator};
  if (!outlay_memory_reserve(allocator, (void **)&axes->records, &axes->capacity, 1,
                             sizeof *axes->records) ||
      !outlay_memory_reserve(allocator, (void **)&axes->sets, &axes->set_capacity, 1,
                             sizeof *axes->sets) ||
      !outlay_memory_reserve(allocator, (void **)&axes->members, &axes->member_capacity, 1,
                             sizeof *axes->members)) {
    return false;
  }
  axes->records[axes->count++] = (outlay_axis_record){0};
  axes->sets[axes->set_count++] = (outlay_axis_set){.cells = 1};
  return true;
}

void outlay_axes_clear(outlay_axes *axes) {
  const outlay_allocator *allocator = &axes->allocator;
  outlay_memory_free(allocator, axes->records, axes->capacity, sizeof *axes->records);
  outlay_memory_free(allocator, axes->labels, axes->label_capacity, sizeof *axes->labels);
  outlay_memory_free(allocator, axes->values, axes->value_capacity, sizeof *axes->values);
  outlay_memory_free(allocator, axes->table, axes->table_size, sizeof *axes->table);
  outlay_memory_free(allocator, axes->sets, axes->set_capacity, sizeof *axes->sets);
  outlay_memory_free(allocator, axes->members, axes->member_capacity, sizeof *axes->members);
  outlay_memory_free(allocator, axes->set_table, axes->set_table_size, sizeof *axes->set_table);
}

/* FNV-1a on whole words, with its high bits folded down. */
static uint64_t hash_words(uint64_t hash, const uint32_t *words, size_t count) {
  for (size_t i = 0; i < count; i++) hash = (hash ^ words[i]) * 1099511628211U;
  return hash ^ (hash >> 29);
}

/* ---- axes ---- */

static bool same_axis(const outlay_axes *axes, const outlay_axis_record *record,
                      const outlay_axis_definition *definition) {
  if (record->name != definition->name || record->size != definition->size) return false;
  if (record->has_values != (definition->values != NULL)) return false;
  if (memcmp(axes->labels + record->first_label, definition->labels,
             definition->size * sizeof *definition->labels) != 0) {
    return false;
  }
  if (definition->values == NULL) return true;
  return record->unit == definition->unit &&
         memcmp(axes->values + record->first_value, definition->values,
                definition->size * sizeof *definition->values) == 0;
}

static uint64_t hash_axis(uint32_t name, const uint32_t *labels, size_t size) {
  return hash_words(hash_words(14695981039346656037U, &name, 1), labels, size);
}

static void put_axis(outlay_axes *axes, uint64_t hash, outlay_axis axis) {
  const size_t mask = axes->table_size - 1;
  size_t place = (size_t)hash & mask;
  while (axes->table[place] != 0) place = (place + 1) & mask;
  axes->table[place] = axis;
}

static bool grow_table(outlay_axes *axes) {
  const size_t old_size = axes->table_size;
  const size_t size = old_size == 0 ? 16 : old_size * 2;
  uint32_t *table = outlay_memory_new(&axes->allocator, size, sizeof *table);
  if (table == NULL) return false;
  outlay_memory_free(&axes->allocator, axes->table, old_size, sizeof *table);
  axes->table = table;
  axes->table_size = size;
  for (size_t i = 1; i < axes->count; i++) {
    const outlay_axis_record *record = &axes->records[i];
    put_axis(axes, hash_axis(record->name, axes->labels + record->first_label, record->size),
             (outlay_axis)i);
  }
  return true;
}

static outlay_axis find_axis(const outlay_axes *axes, const outlay_axis_definition *definition,
                             uint64_t hash) {
  if (axes->table_size == 0) return 0;
  const size_t mask = axes->table_size - 1;
  for (size_t place = (size_t)hash & mask; axes->table[place] != 0; place = (place + 1) & mask) {
    if (same_axis(axes, &axes->records[axes->table[place]], definition)) return axes->table[place];
  }
  return 0;
}

outlay_status outlay_axes_add(outlay_axes *axes, const outlay_axis_definition *definition,
                              outlay_axis *out, outlay_error *error) {
  const size_t size = definition->size;
  const size_t values = definition->values != NULL ? size : 0;
  if (size > OUTLAY_MAXIMUM_CELLS || axes->count > UINT32_MAX - 1) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "an axis of %zu labels is too long", size);
  }
  const uint64_t hash = hash_axis(definition->name, definition->labels, size);
  const outlay_axis found = find_axis(axes, definition, hash);
  if (found != 0) {
    *out = found;
    return OUTLAY_OK;
  }

  const outlay_allocator *allocator = &axes->allocator;
  if (!outlay_memory_reserve(allocator, (void **)&axes->records, &axes->capacity, axes->count + 1,
                             sizeof *axes->records) ||
      !outlay_memory_reserve(allocator, (void **)&axes->labels, &axes->label_capacity,
                             axes->label_count + size, sizeof *axes->labels) ||
      !outlay_memory_reserve(allocator, (void **)&axes->values, &axes->value_capacity,
                             axes->value_count + values, sizeof *axes->values) ||
      (axes->count * 2 > axes->table_size && !grow_table(axes))) {
    return outlay_fail_memory(error);
  }
  memcpy(axes->labels + axes->label_count, definition->labels, size * sizeof *axes->labels);
  if (values > 0) {
    memcpy(axes->values + axes->value_count, definition->values, values * sizeof *axes->values);
  }
  axes->records[axes->count] = (outlay_axis_record){.name = definition->name,
                                                    .size = (uint32_t)size,
                                                    .first_label = axes->label_count,
                                                    .first_value = axes->value_count,
                                                    .has_values = definition->values != NULL,
                                                    .unit = definition->unit,
                                                    .dimension = definition->dimension,
                                                    .money = definition->money};
  axes->label_count += size;
  axes->value_count += values;
  *out = (outlay_axis)axes->count++;
  put_axis(axes, hash, *out);
  return OUTLAY_OK;
}

/* ---- sets of axes ---- */

bool outlay_axes_has(const outlay_axes *axes, uint32_t set, outlay_axis axis) {
  const outlay_axis *members = outlay_axes_members(axes, set);
  for (uint32_t i = 0; i < axes->sets[set].count; i++) {
    if (members[i] == axis) return true;
  }
  return false;
}

uint32_t outlay_axes_stride(const outlay_axes *axes, uint32_t set, outlay_axis axis) {
  const outlay_axis *members = outlay_axes_members(axes, set);
  uint32_t stride = 1;
  for (uint32_t i = axes->sets[set].count; i > 0 && members[i - 1] != axis; i--) {
    stride *= axes->records[members[i - 1]].size;
  }
  return stride;
}

uint32_t outlay_axes_coordinate(const outlay_axes *axes, uint32_t set, outlay_axis axis,
                                uint32_t cell) {
  return cell / outlay_axes_stride(axes, set, axis) % axes->records[axis].size;
}

uint32_t outlay_axes_project(const outlay_axes *axes, uint32_t from, uint32_t cell, uint32_t to) {
  if (from == to) return cell;
  const outlay_axis *members = outlay_axes_members(axes, to);
  uint32_t result = 0;
  for (uint32_t i = 0; i < axes->sets[to].count; i++) {
    result *= axes->records[members[i]].size;
    if (outlay_axes_has(axes, from, members[i])) {
      result += outlay_axes_coordinate(axes, from, members[i], cell);
    }
  }
  return result;
}

static uint64_t hash_set(const outlay_axis *members, size_t count) {
  return hash_words(14695981039346656037U, members, count);
}

static void put_set(outlay_axes *axes, uint32_t set) {
  const size_t mask = axes->set_table_size - 1;
  size_t place = (size_t)hash_set(outlay_axes_members(axes, set), axes->sets[set].count) & mask;
  while (axes->set_table[place] != 0) place = (place + 1) & mask;
  axes->set_table[place] = set + 1;
}

static bool grow_set_table(outlay_axes *axes) {
  const size_t old_size = axes->set_table_size;
  const size_t size = old_size == 0 ? 16 : old_size * 2;
  uint32_t *table = outlay_memory_new(&axes->allocator, size, sizeof *table);
  if (table == NULL) return false;
  outlay_memory_free(&axes->allocator, axes->set_table, old_size, sizeof *table);
  axes->set_table = table;
  axes->set_table_size = size;
  for (uint32_t i = 1; i < axes->set_count; i++) put_set(axes, i);
  return true;
}

static bool find_set(const outlay_axes *axes, const outlay_axis *members, size_t count,
                     uint32_t *out) {
  if (axes->set_table_size == 0) return false;
  const size_t mask = axes->set_table_size - 1;
  size_t place = (size_t)hash_set(members, count) & mask;
  for (; axes->set_table[place] != 0; place = (place + 1) & mask) {
    const uint32_t set = axes->set_table[place] - 1;
    if (axes->sets[set].count == count &&
        memcmp(outlay_axes_members(axes, set), members, count * sizeof *members) == 0) {
      *out = set;
      return true;
    }
  }
  return false;
}

static outlay_status count_cells(const outlay_axes *axes, const outlay_axis *members, size_t count,
                                 uint32_t *out, outlay_error *error) {
  uint64_t cells = 1;
  for (size_t i = 0; i < count; i++) {
    cells *= axes->records[members[i]].size;
    if (cells > OUTLAY_MAXIMUM_CELLS) {
      outlay_fail(error, OUTLAY_ERROR_LIMIT,
                  "a value over these %zu axes would have more than %d cells", count,
                  OUTLAY_MAXIMUM_CELLS);
      outlay_advise(error, "sum over an axis before the next one comes in");
      return OUTLAY_ERROR_LIMIT;
    }
  }
  *out = (uint32_t)cells;
  return OUTLAY_OK;
}

/* Makes a set of what was gathered at the end of the pool of members, or finds it. */
static outlay_status intern_tail(outlay_axes *axes, size_t count, uint32_t *out,
                                 outlay_error *error) {
  const outlay_axis *members = axes->members + axes->member_count;
  if (count == 0) {
    *out = 0;
    return OUTLAY_OK;
  }
  if (find_set(axes, members, count, out)) return OUTLAY_OK;
  uint32_t cells = 0;
  const outlay_status status = count_cells(axes, members, count, &cells, error);
  if (status != OUTLAY_OK) return status;
  if (axes->member_count + count > UINT32_MAX || axes->set_count > UINT32_MAX - 2) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "too many combinations of axes");
  }
  if (!outlay_memory_reserve(&axes->allocator, (void **)&axes->sets, &axes->set_capacity,
                             axes->set_count + 1, sizeof *axes->sets) ||
      (axes->set_count * 2 > axes->set_table_size && !grow_set_table(axes))) {
    return outlay_fail_memory(error);
  }
  *out = (uint32_t)axes->set_count++;
  axes->sets[*out] = (outlay_axis_set){
      .first = (uint32_t)axes->member_count, .count = (uint32_t)count, .cells = cells};
  axes->member_count += count;
  put_set(axes, *out);
  return OUTLAY_OK;
}

/* ---- unions ---- */

static bool has_label(const outlay_axes *axes, outlay_axis axis, uint32_t label) {
  const outlay_axis_record *record = &axes->records[axis];
  for (size_t i = 0; i < record->size; i++) {
    if (axes->labels[record->first_label + i] == label) return true;
  }
  return false;
}

typedef struct outlay_line {
  char text[160];
  size_t length;
} outlay_line;

static void append(outlay_line *line, const char *text) {
  for (; *text != '\0' && line->length + 1 < sizeof line->text; text++) {
    line->text[line->length++] = *text;
  }
  line->text[line->length] = '\0';
}

/* Labels of `axis` that `other` lacks, the first few of them by name; "none". */
static void list_missing(const outlay_axes *axes, const outlay_strings *strings, outlay_axis axis,
                         outlay_axis other, outlay_line *line) {
  enum { SHOWN = 4, LOOKED_AT = 1000 };
  const outlay_axis_record *record = &axes->records[axis];
  size_t found = 0;
  *line = (outlay_line){.length = 0};
  for (size_t i = 0; i < record->size && i < LOOKED_AT && found <= SHOWN; i++) {
    const uint32_t label = axes->labels[record->first_label + i];
    if (has_label(axes, other, label)) continue;
    if (found > 0) append(line, ", ");
    append(line, found < SHOWN ? outlay_strings_get(strings, label) : "...");
    found++;
  }
  if (found == 0) append(line, "none");
}

static outlay_status fail_namesakes(const outlay_axes *axes, const outlay_strings *strings,
                                    outlay_axis left, outlay_axis right, outlay_error *error) {
  const char *name = outlay_strings_get(strings, axes->records[left].name);
  outlay_line only_left, only_right;
  list_missing(axes, strings, left, right, &only_left);
  list_missing(axes, strings, right, left, &only_right);
  if (strcmp(only_left.text, "none") == 0 && strcmp(only_right.text, "none") == 0) {
    outlay_fail(error, OUTLAY_ERROR_AXIS,
                "two different axes named '%.60s' meet: the same labels in another order or with "
                "other numbers",
                name);
  } else {
    outlay_fail(error, OUTLAY_ERROR_AXIS,
                "two different axes named '%.60s' meet: labels only on the left: %s; only on the "
                "right: %s",
                name, only_left.text, only_right.text);
  }
  outlay_advise(error, "make the axis once and use it on both sides, or give one another name");
  return OUTLAY_ERROR_AXIS;
}

static outlay_status check_namesakes(const outlay_axes *axes, const outlay_strings *strings,
                                     uint32_t left, uint32_t right, outlay_error *error) {
  const outlay_axis *a = outlay_axes_members(axes, left);
  const outlay_axis *b = outlay_axes_members(axes, right);
  for (uint32_t i = 0; i < axes->sets[left].count; i++) {
    for (uint32_t j = 0; j < axes->sets[right].count; j++) {
      if (a[i] != b[j] && axes->records[a[i]].name == axes->records[b[j]].name) {
        return fail_namesakes(axes, strings, a[i], b[j], error);
      }
    }
  }
  return OUTLAY_OK;
}

/* Merges two sorted lists to the end of the pool of members; how many they are. */
static size_t merge_tail(outlay_axes *axes, const outlay_axis *a, size_t a_count,
                         const outlay_axis *b, size_t b_count) {
  outlay_axis *out = axes->members + axes->member_count;
  size_t i = 0, j = 0, count = 0;
  while (i < a_count || j < b_count) {
    const bool from_a = j == b_count || (i < a_count && a[i] <= b[j]);
    const outlay_axis next = from_a ? a[i] : b[j];
    if (i < a_count && a[i] == next) i++;
    if (j < b_count && b[j] == next) j++;
    out[count++] = next;
  }
  return count;
}

static bool reserve_members(outlay_axes *axes, size_t more) {
  return outlay_memory_reserve(&axes->allocator, (void **)&axes->members, &axes->member_capacity,
                               axes->member_count + more, sizeof *axes->members);
}

outlay_status outlay_axes_union(outlay_axes *axes, const outlay_strings *strings, uint32_t left,
                                uint32_t right, uint32_t *out, outlay_error *error) {
  if (left == right || right == 0) {
    *out = left;
    return OUTLAY_OK;
  }
  if (left == 0) {
    *out = right;
    return OUTLAY_OK;
  }
  const size_t memo = (left * 31U + right) % OUTLAY_UNION_MEMOS;
  if (axes->unions[memo].left == left && axes->unions[memo].right == right) {
    *out = axes->unions[memo].result;
    return OUTLAY_OK;
  }
  outlay_status status = check_namesakes(axes, strings, left, right, error);
  if (status != OUTLAY_OK) return status;
  const size_t a_count = axes->sets[left].count, b_count = axes->sets[right].count;
  if (!reserve_members(axes, a_count + b_count)) return outlay_fail_memory(error);
  const size_t count = merge_tail(axes, outlay_axes_members(axes, left), a_count,
                                  outlay_axes_members(axes, right), b_count);
  status = intern_tail(axes, count, out, error);
  if (status != OUTLAY_OK) return status;
  axes->unions[memo].left = left;
  axes->unions[memo].right = right;
  axes->unions[memo].result = *out;
  return OUTLAY_OK;
}

outlay_status outlay_axes_with(outlay_axes *axes, const outlay_strings *strings, uint32_t set,
                               outlay_axis axis, uint32_t *out, outlay_error *error) {
  if (!reserve_members(axes, 1)) return outlay_fail_memory(error);
  axes->members[axes->member_count] = axis;
  uint32_t single = 0;
  const outlay_status status = intern_tail(axes, 1, &single, error);
  if (status != OUTLAY_OK) return status;
  return outlay_axes_union(axes, strings, set, single, out, error);
}

outlay_status outlay_axes_without(outlay_axes *axes, uint32_t set, outlay_axis axis, uint32_t *out,
                                  outlay_error *error) {
  const size_t old_count = axes->sets[set].count;
  if (!reserve_members(axes, old_count)) return outlay_fail_memory(error);
  size_t count = 0;
  for (size_t i = 0; i < old_count; i++) {
    const outlay_axis member = outlay_axes_members(axes, set)[i];
    if (member != axis) axes->members[axes->member_count + count++] = member;
  }
  return intern_tail(axes, count, out, error);
}
