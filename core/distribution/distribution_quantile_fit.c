/* Fits of any quantile function of a normal score. */
#include <math.h>
#include <string.h>

#include "distribution_fit.h"
#include "special.h"
#include "status.h"

/* Good enough to look no further, with equal pieces and with narrow ones; still good enough to use;
 * as good as the quantile function itself. */
static const double error_wanted = 1e-9, error_wanted_narrow = 1e-8, error_allowed = 1e-6,
                    error_of_exact = 1e-13;

/* A narrow piece is not divided further below this width, a probability of 4e-10 at most: there the
 * function jumps. */
static const double least_width = 1e-9;

enum {
  FEWEST_PIECES = 16,
  MOST_PIECES = 64,
  MOST_NARROW = 4096,
  TERMS = OUTLAY_FIT_NODES + 2, /* of a narrow piece */
  RECORD = TERMS + 1            /* and where it begins */
};

typedef struct fitting {
  outlay_sampler *sampler;
  double median, spread;
  double wanted;
  outlay_error *error;
} fitting;

static double exact_at(const fitting *f, double z) {
  const outlay_sampler *s = f->sampler;
  return outlay_distribution_from_draw(s->kind, s->parameters, s->count, z);
}

/* What a transform makes `value` of, before low and width. */
static double untransformed(const fitting *f, outlay_transform transform, double value) {
  if (transform == OUTLAY_TRANSFORM_EXP) return outlay_log(value);
  const double scaled = (value - f->median) / f->spread;
  if (transform == OUTLAY_TRANSFORM_NONE) return scaled;
  const double size = fabs(scaled);
  const double inverse = /* of sinh */
      outlay_log1p(size + size * size / (1.0 + sqrt(1.0 + size * size)));
  return scaled < 0.0 ? -inverse : inverse;
}

static void set_frame(const fitting *f, outlay_transform transform, double *low, double *width) {
  const bool plain = transform == OUTLAY_TRANSFORM_EXP;
  *low = plain ? 0.0 : f->median;
  *width = plain ? 1.0 : f->spread;
}

static double off_by(const fitting *f, double got, double exact) {
  const double off = fabs(got - exact) / fmax(f->spread, fabs(exact - f->median));
  return off >= 0.0 ? off : INFINITY; /* NaN too */
}

/* ---- equal pieces ---- */

typedef struct equal_points {
  size_t pieces;
  double *nodes, *checks, *values;
} equal_points;

static void find_points(const fitting *f, const equal_points *p) {
  const double high = outlay_greatest_draw;
  for (size_t piece = 0; piece < p->pieces; piece++) {
    for (size_t j = 0; j < OUTLAY_FIT_NODES; j++) {
      p->nodes[piece * OUTLAY_FIT_NODES + j] =
          exact_at(f, outlay_fit_score(-high, high, p->pieces, piece, outlay_fit_nodes[j]));
    }
    for (size_t j = 0; j < OUTLAY_FIT_CHECKS; j++) {
      p->checks[piece * OUTLAY_FIT_CHECKS + j] =
          exact_at(f, outlay_fit_score(-high, high, p->pieces, piece, outlay_fit_checks[j]));
    }
  }
}

/* The largest error at the checks, doubled for what lies between them. */
static double equal_error(const fitting *f, const equal_points *p) {
  const double high = outlay_greatest_draw;
  double worst = 0.0;
  for (size_t piece = 0; piece < p->pieces; piece++) {
    double z[OUTLAY_FIT_CHECKS], x[OUTLAY_FIT_CHECKS];
    for (size_t j = 0; j < OUTLAY_FIT_CHECKS; j++) {
      z[j] = outlay_fit_score(-high, high, p->pieces, piece, outlay_fit_checks[j]);
    }
    outlay_kernels_portable()->piecewise(x, z, OUTLAY_FIT_CHECKS, &f->sampler->fit);
    for (size_t j = 0; j < OUTLAY_FIT_CHECKS; j++) {
      worst = fmax(worst, off_by(f, x[j], p->checks[piece * OUTLAY_FIT_CHECKS + j]));
    }
  }
  return 2.0 * worst;
}

static void try_equal(const fitting *f, const equal_points *p, outlay_transform transform) {
  outlay_piecewise *fit = &f->sampler->fit;
  fit->transform = transform;
  set_frame(f, transform, &fit->low, &fit->width);
  for (size_t i = 0; i < p->pieces * OUTLAY_FIT_NODES; i++) {
    p->values[i] = untransformed(f, transform, p->nodes[i]);
  }
  outlay_fit_set(fit, -outlay_greatest_draw, outlay_greatest_draw, p->pieces, p->values);
  f->sampler->error = equal_error(f, p);
}

/* True where the last fit that was tried is good enough to look no further. */
static bool search_equal(const fitting *f, const outlay_transform *transforms, size_t count,
                         equal_points *p) {
  for (p->pieces = FEWEST_PIECES; p->pieces <= MOST_PIECES; p->pieces *= 4) {
    find_points(f, p);
    for (size_t i = 0; i < count; i++) {
      try_equal(f, p, transforms[i]);
      if (f->sampler->error <= f->wanted) return true;
    }
  }
  return false;
}

/* ---- narrow pieces ---- */

/* The polynomial on [begin, end], and its error. */
static double fit_piece(const fitting *f, outlay_transform transform, double begin, double end,
                        double record[RECORD]) {
  double values[OUTLAY_FIT_NODES];
  for (size_t j = 0; j < OUTLAY_FIT_NODES; j++) {
    const double z = outlay_fit_score(begin, end, 1, 0, outlay_fit_nodes[j]);
    values[j] = untransformed(f, transform, exact_at(f, z));
  }
  record[0] = begin;
  record[1] = 2.0 / (end - begin);
  record[2] = -(begin + end) / (end - begin);
  outlay_fit_polynomial(values, record + 3);
  outlay_knotted one = {.pieces = 1, .transform = transform, .terms = record + 1};
  set_frame(f, transform, &one.low, &one.width);
  double worst = 0.0, z[OUTLAY_FIT_CHECKS], x[OUTLAY_FIT_CHECKS];
  for (size_t j = 0; j < OUTLAY_FIT_CHECKS; j++) {
    z[j] = outlay_fit_score(begin, end, 1, 0, outlay_fit_checks[j]);
  }
  outlay_kernels_portable()->knotted(x, z, OUTLAY_FIT_CHECKS, &one);
  for (size_t j = 0; j < OUTLAY_FIT_CHECKS; j++) {
    worst = fmax(worst, off_by(f, x[j], exact_at(f, z[j])));
  }
  return 2.0 * worst;
}

/* Across a jump: a straight line. */
static void bridge_piece(const fitting *f, outlay_transform transform, double begin, double end,
                         double record[RECORD]) {
  const double first = untransformed(f, transform, exact_at(f, begin));
  const double last = untransformed(f, transform, exact_at(f, end));
  memset(record + 3, 0, OUTLAY_FIT_NODES * sizeof *record);
  record[3] = 0.5 * first + 0.5 * last;
  record[4] = 0.5 * (last - first);
}

typedef struct narrow_pieces {
  double *records;
  size_t count, capacity;
  double error;
  bool too_many;
} narrow_pieces;

/* Divides one of the first equal pieces as far as it must be. */
static outlay_status divide_piece(const fitting *f, outlay_transform transform, double begin,
                                  double end, narrow_pieces *out) {
  enum { DEPTH = 40 };
  double ends[DEPTH];
  size_t depth = 0;
  ends[depth++] = end;
  while (depth > 0) {
    if (out->count >= MOST_NARROW) {
      out->too_many = true;
      return OUTLAY_OK;
    }
    if (!outlay_memory_reserve(&f->sampler->allocator, (void **)&out->records, &out->capacity,
                               (out->count + 1) * RECORD, sizeof *out->records)) {
      return outlay_fail_memory(f->error);
    }
    double *record = out->records + out->count * RECORD;
    end = ends[depth - 1];
    const double error = fit_piece(f, transform, begin, end, record);
    const bool good = error <= f->wanted;
    if (!good && end - begin > least_width && depth < DEPTH) {
      ends[depth++] = 0.5 * (begin + end);
      continue;
    }
    if (good) {
      out->error = fmax(out->error, error);
    } else {
      bridge_piece(f, transform, begin, end, record);
    }
    out->count++;
    depth--;
    begin = end;
  }
  return OUTLAY_OK;
}

/* The records of the pieces into the sampler's table: terms, then knots. */
static outlay_status keep_narrow(const fitting *f, const narrow_pieces *pieces) {
  outlay_sampler *s = f->sampler;
  outlay_memory_free(&s->allocator, s->table, s->table_size, sizeof *s->table);
  s->table = NULL;
  const outlay_status status = outlay_sampler_table(s, pieces->count * RECORD, f->error);
  if (status != OUTLAY_OK) return status;
  s->knotted.pieces = pieces->count;
  s->knotted.terms = s->table;
  s->knotted.knots = s->table + pieces->count * TERMS;
  for (size_t i = 0; i < pieces->count; i++) {
    const double *record = pieces->records + i * RECORD;
    memcpy(s->knotted.terms + i * TERMS, record + 1, TERMS * sizeof *record);
    if (i > 0) s->knotted.knots[i - 1] = record[0];
  }
  s->error = pieces->error;
  return OUTLAY_OK;
}

static outlay_status search_narrow(fitting *f, outlay_transform transform) {
  outlay_sampler *s = f->sampler;
  narrow_pieces pieces = {0};
  if (f->wanted < error_wanted_narrow && !s->exact) f->wanted = error_wanted_narrow;
  s->knotted.transform = transform;
  set_frame(f, transform, &s->knotted.low, &s->knotted.width);
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && !pieces.too_many && i < FEWEST_PIECES; i++) {
    const double high = outlay_greatest_draw;
    status = divide_piece(f, transform, outlay_fit_score(-high, high, FEWEST_PIECES, i, -1.0),
                          outlay_fit_score(-high, high, FEWEST_PIECES, i, 1.0), &pieces);
  }
  if (status == OUTLAY_OK) {
    s->exact = pieces.too_many;
    if (!pieces.too_many) status = keep_narrow(f, &pieces);
  }
  outlay_memory_free(&s->allocator, pieces.records, pieces.capacity, sizeof *pieces.records);
  return status;
}

/* ---- either ---- */

static outlay_status fit_equal(fitting *f, const outlay_transform *transforms, size_t count,
                               bool *found) {
  outlay_sampler *s = f->sampler;
  const size_t nodes = OUTLAY_FIT_NODES * (size_t)MOST_PIECES;
  const size_t checks = OUTLAY_FIT_CHECKS * (size_t)MOST_PIECES;
  const outlay_status status = outlay_fit_table(s, MOST_PIECES, f->error);
  if (status != OUTLAY_OK) return status;
  double *memory = outlay_memory_new(&s->allocator, 2 * nodes + checks, sizeof *memory);
  if (memory == NULL) return outlay_fail_memory(f->error);
  equal_points points = {.nodes = memory, .values = memory + nodes, .checks = memory + 2 * nodes};
  *found = search_equal(f, transforms, count, &points);
  outlay_memory_free(&s->allocator, memory, 2 * nodes + checks, sizeof *memory);
  return OUTLAY_OK;
}

outlay_status outlay_fit_quantile(outlay_sampler *sampler, const outlay_transform *transforms,
                                  size_t count, bool narrow, outlay_error *error) {
  fitting f = {
      .sampler = sampler, .wanted = sampler->exact ? error_of_exact : error_wanted, .error = error};
  f.median = exact_at(&f, 0.0);
  f.spread = (exact_at(&f, outlay_normal_p95) - exact_at(&f, -outlay_normal_p95)) /
             (2.0 * outlay_normal_p95);
  if (!(f.spread > 0.0)) f.spread = fmax(fabs(f.median), 1e-300);
  bool found = false;
  outlay_status status = fit_equal(&f, transforms, count, &found);
  if (status != OUTLAY_OK || found) {
    if (found) sampler->exact = false;
    return status;
  }
  if (narrow) {
    status = search_narrow(&f, transforms[count - 1]);
  } else {
    sampler->exact = sampler->exact || sampler->error > error_allowed;
  }
  if (sampler->exact) sampler->error = 0.0;
  return status;
}
