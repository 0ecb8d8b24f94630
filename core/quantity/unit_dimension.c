#include "unit_dimension.h"

#include <string.h>

#include "unit_text.h"

static const uint32_t divided = UINT32_C(1) << 31;

static const char *const base_names[] = {
    [OUTLAY_BASE_MONEY] = "Money", [OUTLAY_BASE_ENERGY] = "Energy", [OUTLAY_BASE_TIME] = "Time",
    [OUTLAY_BASE_DATA] = "Data",   [OUTLAY_BASE_FLOP] = "FLOP",     [OUTLAY_BASE_LENGTH] = "Length",
    [OUTLAY_BASE_MASS] = "Mass",
};

outlay_status outlay_dimensions_init(outlay_dimensions *dimensions,
                                     const outlay_allocator *allocator) {
  memset(dimensions, 0, sizeof *dimensions);
  dimensions->allocator = *allocator;
  outlay_strings_init(&dimensions->bases, allocator);
  if (!outlay_memory_reserve(allocator, (void **)&dimensions->ends, &dimensions->capacity, 1,
                             sizeof *dimensions->ends)) {
    return OUTLAY_ERROR_MEMORY;
  }
  dimensions->ends[0] = 0;
  dimensions->count = 1;
  for (size_t i = 0; i < OUTLAY_BASE_COUNTED; i++) {
    outlay_dimension base;
    const outlay_status status = outlay_dimensions_base(dimensions, base_names[i], &base, NULL);
    if (status != OUTLAY_OK) return status;
  }
  return OUTLAY_OK;
}

void outlay_dimensions_clear(outlay_dimensions *dimensions) {
  const outlay_allocator *allocator = &dimensions->allocator;
  outlay_strings_clear(&dimensions->bases);
  outlay_memory_free(allocator, dimensions->powers, dimensions->power_capacity,
                     sizeof *dimensions->powers);
  outlay_memory_free(allocator, dimensions->ends, dimensions->capacity, sizeof *dimensions->ends);
  outlay_memory_free(allocator, dimensions->table, dimensions->table_size,
                     sizeof *dimensions->table);
}

const outlay_power *outlay_dimension_powers(const outlay_dimensions *dimensions,
                                            outlay_dimension dimension, size_t *count) {
  *count = 0;
  if (dimension == 0 || dimension >= dimensions->count) return NULL;
  const size_t begin = dimensions->ends[dimension - 1];
  *count = dimensions->ends[dimension] - begin;
  return dimensions->powers + begin;
}

static size_t hash_of(const outlay_power *powers, size_t count) {
  uint64_t hash = 14695981039346656037U; /* FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
  for (size_t i = 0; i < count; i++) {
    hash = (hash ^ powers[i].base) * 1099511628211U;
    hash = (hash ^ (uint16_t)powers[i].twelfths) * 1099511628211U;
  }
  return (size_t)(hash ^ (hash >> 32));
}

/* The place in the table where this product is, or the free place where it would go. */
static size_t place_of(const outlay_dimensions *dimensions, const outlay_power *powers,
                       size_t count) {
  const size_t mask = dimensions->table_size - 1;
  size_t place = hash_of(powers, count) & mask;
  for (; dimensions->table[place] != 0; place = (place + 1) & mask) {
    size_t there_count;
    const outlay_power *there =
        outlay_dimension_powers(dimensions, dimensions->table[place], &there_count);
    if (there_count == count && memcmp(there, powers, count * sizeof *powers) == 0) break;
  }
  return place;
}

static bool grow_table(outlay_dimensions *dimensions) {
  const size_t old_size = dimensions->table_size;
  const size_t size = old_size == 0 ? 64 : old_size * 2;
  outlay_dimension *table = outlay_memory_new(&dimensions->allocator, size, sizeof *table);
  if (table == NULL) return false;
  outlay_memory_free(&dimensions->allocator, dimensions->table, old_size, sizeof *table);
  dimensions->table = table;
  dimensions->table_size = size;
  for (outlay_dimension d = 1; d < dimensions->count; d++) {
    size_t count;
    const outlay_power *powers = outlay_dimension_powers(dimensions, d, &count);
    table[place_of(dimensions, powers, count)] = d;
  }
  return true;
}

/* The number of the product of `powers`, which are sorted and without zeros. */
static outlay_status intern(outlay_dimensions *dimensions, const outlay_power *powers, size_t count,
                            outlay_dimension *out, outlay_error *error) {
  if (count == 0) {
    *out = 0;
    return OUTLAY_OK;
  }
  if (dimensions->count * 2 > dimensions->table_size && !grow_table(dimensions)) {
    return outlay_fail_memory(error);
  }
  const size_t place = place_of(dimensions, powers, count);
  if (dimensions->table[place] != 0) {
    *out = dimensions->table[place];
    return OUTLAY_OK;
  }
  if (dimensions->count >= divided) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "too many different dimensions");
  }
  if (!outlay_memory_reserve(&dimensions->allocator, (void **)&dimensions->powers,
                             &dimensions->power_capacity, dimensions->power_count + count,
                             sizeof *powers) ||
      !outlay_memory_reserve(&dimensions->allocator, (void **)&dimensions->ends,
                             &dimensions->capacity, dimensions->count + 1,
                             sizeof *dimensions->ends)) {
    return outlay_fail_memory(error);
  }
  memcpy(dimensions->powers + dimensions->power_count, powers, count * sizeof *powers);
  dimensions->power_count += count;
  dimensions->ends[dimensions->count] = dimensions->power_count;
  dimensions->table[place] = (outlay_dimension)dimensions->count;
  *out = (outlay_dimension)dimensions->count++;
  return OUTLAY_OK;
}

outlay_status outlay_dimensions_base(outlay_dimensions *dimensions, const char *name,
                                     outlay_dimension *out, outlay_error *error) {
  if (dimensions->bases.count > UINT16_MAX) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "too many counted things");
  }
  uint32_t text;
  if (!outlay_strings_intern(&dimensions->bases, name, strlen(name), &text)) {
    return outlay_fail_memory(error);
  }
  const outlay_power power = {.base = (uint16_t)(text - 1), .twelfths = OUTLAY_WHOLE_POWER};
  return intern(dimensions, &power, 1, out, error);
}

static outlay_status fail_exponent(outlay_error *error) {
  return outlay_fail(error, OUTLAY_ERROR_LIMIT, "the power of a dimension is beyond %d",
                     OUTLAY_POWER_MAX / OUTLAY_WHOLE_POWER);
}

/* Merges two sorted products, the second to the power of `sign`. */
static outlay_status merge(outlay_dimensions *dimensions, outlay_dimension a, outlay_dimension b,
                           int32_t sign, outlay_dimension *out, outlay_error *error) {
  size_t a_count, b_count, count = 0;
  const outlay_power *left = outlay_dimension_powers(dimensions, a, &a_count);
  const outlay_power *right = outlay_dimension_powers(dimensions, b, &b_count);
  outlay_power merged[OUTLAY_POWERS_MAX];
  for (size_t i = 0, j = 0; i < a_count || j < b_count;) {
    const bool take_left = j == b_count || (i < a_count && left[i].base <= right[j].base);
    const bool take_right = i == a_count || (j < b_count && right[j].base <= left[i].base);
    const uint16_t base = take_left ? left[i].base : right[j].base;
    int32_t twelfths = 0;
    if (take_left) twelfths += left[i++].twelfths;
    if (take_right) twelfths += sign * right[j++].twelfths;
    if (twelfths == 0) continue;
    if (twelfths > OUTLAY_POWER_MAX || twelfths < -OUTLAY_POWER_MAX) return fail_exponent(error);
    if (count == OUTLAY_POWERS_MAX) {
      return outlay_fail(error, OUTLAY_ERROR_LIMIT, "a product of more than %d dimensions",
                         OUTLAY_POWERS_MAX);
    }
    merged[count++] = (outlay_power){.base = base, .twelfths = (int16_t)twelfths};
  }
  return intern(dimensions, merged, count, out, error);
}

static outlay_status check(const outlay_dimensions *dimensions, outlay_dimension dimension,
                           outlay_error *error) {
  if (dimension < dimensions->count) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is no dimension %u", dimension);
}

outlay_status outlay_dimensions_multiply(outlay_dimensions *dimensions, outlay_dimension a,
                                         outlay_dimension b, bool divide, outlay_dimension *out,
                                         outlay_error *error) {
  if (b == 0 && a < dimensions->count) {
    *out = a;
    return OUTLAY_OK;
  }
  const uint32_t key = divide ? b | divided : b;
  const uint32_t mixed = (a * UINT32_C(2654435761)) ^ (key * UINT32_C(2246822519));
  outlay_product *memory = &dimensions->memory[(mixed >> 16) % OUTLAY_DIMENSION_MEMORIES];
  if (b < divided && memory->a == a && memory->b == key) {
    *out = memory->result;
    return OUTLAY_OK;
  }
  outlay_status status = check(dimensions, a, error);
  if (status == OUTLAY_OK) status = check(dimensions, b, error);
  if (status != OUTLAY_OK) return status;
  outlay_dimension result;
  status = merge(dimensions, a, b, divide ? -1 : 1, &result, error);
  if (status != OUTLAY_OK) return status;
  *memory = (outlay_product){.a = a, .b = key, .result = result};
  *out = result;
  return OUTLAY_OK;
}

static int64_t greatest_common_divisor(int64_t a, int64_t b) {
  while (b != 0) {
    const int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

/* Reduces a fraction to a positive denominator that divides 12. */
static outlay_status reduce(int64_t *numerator, int64_t *denominator, outlay_error *error) {
  if (*denominator == 0) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "an exponent with the denominator 0");
  }
  int64_t divisor = greatest_common_divisor(*numerator, *denominator);
  if (*denominator < 0) divisor = -divisor;
  *numerator /= divisor;
  *denominator /= divisor;
  if (12 % *denominator == 0) return OUTLAY_OK;
  outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a dimension cannot have the power %lld/%lld",
              (long long)*numerator, (long long)*denominator);
  outlay_advise(error, "use whole powers, or halves, thirds, quarters, sixths or twelfths");
  return OUTLAY_ERROR_ARGUMENT;
}

outlay_status outlay_dimensions_power(outlay_dimensions *dimensions, outlay_dimension a,
                                      int32_t numerator, int32_t denominator, outlay_dimension *out,
                                      outlay_error *error) {
  int64_t n = numerator, d = denominator;
  outlay_status status = check(dimensions, a, error);
  if (status == OUTLAY_OK) status = reduce(&n, &d, error);
  if (status != OUTLAY_OK) return status;
  size_t count;
  const outlay_power *powers = outlay_dimension_powers(dimensions, a, &count);
  if (n == 0) count = 0;
  outlay_power raised[OUTLAY_POWERS_MAX];
  for (size_t i = 0; i < count; i++) {
    const int64_t twelfths = powers[i].twelfths * n;
    if (twelfths % d != 0) {
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         "the power of a dimension would not be a multiple of 1/12");
    }
    if (twelfths / d > OUTLAY_POWER_MAX || twelfths / d < -OUTLAY_POWER_MAX) {
      return fail_exponent(error);
    }
    raised[i] = (outlay_power){.base = powers[i].base, .twelfths = (int16_t)(twelfths / d)};
  }
  return intern(dimensions, raised, count, out, error);
}

static void write_factor(outlay_writer *writer, const outlay_dimensions *dimensions,
                         outlay_power power) {
  if (writer->length > 0) outlay_write(writer, " * ");
  const char *name = outlay_strings_get(&dimensions->bases, (uint32_t)power.base + 1);
  const char initial = outlay_to_upper(name[0]);
  outlay_write_bytes(writer, &initial, 1);
  outlay_write(writer, name + 1);
  outlay_write_exponent(writer, power.twelfths);
}

static bool is_power(const outlay_power *powers, size_t count) {
  return count == 2 && powers[0].base == OUTLAY_BASE_ENERGY &&
         powers[0].twelfths == OUTLAY_WHOLE_POWER && powers[1].base == OUTLAY_BASE_TIME &&
         powers[1].twelfths == -OUTLAY_WHOLE_POWER;
}

size_t outlay_dimensions_text(const outlay_dimensions *dimensions, outlay_dimension dimension,
                              char *buffer, size_t size) {
  outlay_writer writer = outlay_writer_on(buffer, size);
  size_t count;
  const outlay_power *powers = outlay_dimension_powers(dimensions, dimension, &count);
  if (count == 0) {
    outlay_write(&writer, "number");
  } else if (is_power(powers, count)) {
    outlay_write(&writer, "Power");
  } else {
    for (size_t i = 0; i < count; i++) {
      if (powers[i].twelfths > 0) write_factor(&writer, dimensions, powers[i]);
    }
    for (size_t i = 0; i < count; i++) {
      if (powers[i].twelfths < 0) write_factor(&writer, dimensions, powers[i]);
    }
  }
  return writer.length;
}
