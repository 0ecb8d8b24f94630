/* Distributions made of others: mixture, truncated, shifted.
 *
 * The distributions within are among the parameters: a kind, how many parameters, these.
 *
 *   mixture    weight, kind, count, ... of each component
 *   truncated  sides (1: low, 2: high, 3: both), low, high, kind, count, ...
 *   shifted    by, kind, count, ...
 *
 * A mixture has one draw, through its own quantile function: it is one input, as any other. So a
 * correlation with it holds as it was asked for, and even samples stay even; to draw a component
 * and then the component's value would need two draws, neither of which rises with the value.
 *
 * A truncated or shifted distribution keeps the draw of the one within, squeezed into the
 * probabilities between the limits: ranks, and with them rank correlations, stay as they are. */
#include <math.h>

#include "distribution_fit.h"
#include "special.h"
#include "status.h"

enum { DEEPEST = 16, BEFORE_LIMITED = 3, BEFORE_SHIFTED = 1 };

/* Less of a distribution than this between the limits says nothing of its shape there. */
static const double least_inside = 1e-9;

bool outlay_component_read(const double *parameters, size_t count, outlay_component *out) {
  if (count < 2) return false;
  const double kind = parameters[0], size = parameters[1];
  if (!(kind >= 0.0 && kind < (double)OUTLAY_DISTRIBUTIONS && floor(kind) == kind)) return false;
  if (!(size >= 1.0 && size <= (double)(count - 2) && floor(size) == size)) return false;
  *out = (outlay_component){
      .kind = (outlay_distribution)(int)kind, .parameters = parameters + 2, .count = (size_t)size};
  return outlay_distribution_takes(out->kind, out->count);
}

/* ---- roles ---- */

static bool roles_at(outlay_distribution kind, const double *p, size_t count, uint8_t *roles,
                     int depth);

/* The roles of a distribution within, and how many parameters it takes up; 0 where it is none. */
static size_t component_roles(const double *p, size_t count, uint8_t *roles, int depth) {
  outlay_component inner;
  if (!outlay_component_read(p, count, &inner)) return 0;
  roles[0] = roles[1] = OUTLAY_ROLE_STRUCTURE;
  if (!roles_at(inner.kind, inner.parameters, inner.count, roles + 2, depth + 1)) return 0;
  return inner.count + 2;
}

static bool mixture_roles(const double *p, size_t count, uint8_t *roles, int depth) {
  size_t i = 0;
  while (i < count) {
    roles[i] = OUTLAY_ROLE_NUMBER;
    const size_t size = component_roles(p + i + 1, count - i - 1, roles + i + 1, depth);
    if (size == 0) return false;
    i += size + 1;
  }
  return true;
}

static bool roles_at(outlay_distribution kind, const double *p, size_t count, uint8_t *roles,
                     int depth) {
  const outlay_distribution_kind *k = outlay_kind_of(kind);
  if (!outlay_distribution_takes(kind, count) || depth > DEEPEST) return false;
  if (kind == OUTLAY_MIXTURE) return mixture_roles(p, count, roles, depth);
  if (!k->composite) {
    for (size_t i = 0; i < count; i++) {
      const bool number = (k->numbers >> (k->repeated ? i % k->count : i) & 1) != 0;
      roles[i] = number ? OUTLAY_ROLE_NUMBER : OUTLAY_ROLE_AMOUNT;
    }
    return true;
  }
  const size_t before = kind == OUTLAY_TRUNCATED ? BEFORE_LIMITED : BEFORE_SHIFTED;
  for (size_t i = 0; i < before; i++) roles[i] = OUTLAY_ROLE_AMOUNT;
  if (kind == OUTLAY_TRUNCATED) roles[0] = OUTLAY_ROLE_STRUCTURE;
  return component_roles(p + before, count - before, roles + before, depth) == count - before;
}

bool outlay_distribution_roles(outlay_distribution kind, const double *parameters, size_t count,
                               uint8_t *roles) {
  return (size_t)kind < OUTLAY_DISTRIBUTIONS && roles_at(kind, parameters, count, roles, 0);
}

bool outlay_distribution_unitless(outlay_distribution kind) {
  return outlay_kind_of(kind)->unitless;
}

/* ---- checking ---- */

static bool is_nested_well(const double *p, size_t count, int depth);

/* Whether what is left are one or, of a mixture, several distributions, not too deeply nested. */
static bool is_made_well(outlay_distribution kind, const double *p, size_t count, int depth) {
  if (depth > DEEPEST) return false;
  if (kind == OUTLAY_MIXTURE) {
    for (size_t i = 0; i < count;) {
      outlay_component inner;
      if (!outlay_component_read(p + i + 1, count - i - 1, &inner)) return false;
      if (!is_made_well(inner.kind, inner.parameters, inner.count, depth + 1)) return false;
      i += inner.count + 3;
    }
    return true;
  }
  if (kind == OUTLAY_TRUNCATED) {
    if (!(p[0] == 1.0 || p[0] == 2.0 || p[0] == 3.0)) return false;
    return is_nested_well(p + BEFORE_LIMITED, count - BEFORE_LIMITED, depth);
  }
  if (kind == OUTLAY_SHIFTED) {
    return is_nested_well(p + BEFORE_SHIFTED, count - BEFORE_SHIFTED, depth);
  }
  return true;
}

static bool is_nested_well(const double *p, size_t count, int depth) {
  outlay_component inner;
  return outlay_component_read(p, count, &inner) && inner.count + 2 == count &&
         is_made_well(inner.kind, inner.parameters, inner.count, depth + 1);
}

static outlay_status check_made(outlay_distribution kind, const double *p, size_t count,
                                outlay_error *error) {
  if (is_made_well(kind, p, count, 0)) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the parameters do not make a %s distribution",
                     outlay_distribution_name(kind));
}

static outlay_status check_inner(const outlay_component *inner, outlay_error *error) {
  return outlay_kind_of(inner->kind)->check(inner->parameters, inner->count, error);
}

/* ---- mixture ---- */

/* The next component and its weight; false at the end. `*at` begins as 0. */
static bool next_component(const double *p, size_t count, size_t *at, outlay_component *out,
                           double *weight) {
  if (*at >= count) return false;
  *weight = p[*at];
  (void)outlay_component_read(p + *at + 1, count - *at - 1, out);
  *at += out->count + 3;
  return true;
}

static outlay_status mixture_check(const double *p, size_t count, outlay_error *error) {
  outlay_status status = check_made(OUTLAY_MIXTURE, p, count, error);
  if (status != OUTLAY_OK) return status;
  outlay_component component;
  double weight = 0.0, total = 0.0;
  for (size_t at = 0; next_component(p, count, &at, &component, &weight);) {
    if (weight < 0.0) {
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         "the weight of a component is %.6g; it must not be negative", weight);
    }
    total += weight;
    status = check_inner(&component, error);
    if (status != OUTLAY_OK) return status;
  }
  if (total > 0.0 && isfinite(total)) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     total > 0.0 ? "the weights of a mixture add up to infinity"
                                 : "the weights of a mixture are all zero");
}

static outlay_tails mixture_tails(const double *p, size_t count, double value) {
  outlay_component component;
  double weight = 0.0, total = 0.0;
  outlay_tails sum = {0.0, 0.0};
  for (size_t at = 0; next_component(p, count, &at, &component, &weight);) {
    if (weight == 0.0) continue;
    const outlay_tails one = outlay_tails_at(&component, value);
    sum.lower += weight * one.lower;
    sum.upper += weight * one.upper;
    total += weight;
  }
  return (outlay_tails){sum.lower / total, sum.upper / total};
}

/* How far the probability below a value is beyond that of a draw, by the smaller tail. */
static double beyond(const double *p, size_t count, double value, outlay_tails draw) {
  const outlay_tails here = mixture_tails(p, count, value);
  return draw.lower < draw.upper ? here.lower - draw.lower : draw.upper - here.upper;
}

/* Half way in the order of the doubles, for when halving the distance takes too long. */
static double middle_of(double low, double high) {
  if (low < 0.0 && high > 0.0) return 0.0;
  const double sign = high > 0.0 ? 1.0 : -1.0;
  const double a = fabs(low), b = fabs(high);
  if (fmin(a, b) > 0.25 * fmax(a, b)) return 0.5 * low + 0.5 * high;
  return sign * sqrt(fmax(a, 1e-300)) * sqrt(fmax(b, 1e-300));
}

/* The mixture's own quantile function lies between those of its components. False position with the
 * Illinois rule (Dowell and Jarratt, BIT 11, 1971), every third step by halves. */
static double mixture_from_tails(const double *p, size_t count, outlay_tails draw) {
  outlay_component component;
  double weight = 0.0, low = INFINITY, high = -INFINITY;
  for (size_t at = 0; next_component(p, count, &at, &component, &weight);) {
    if (weight == 0.0) continue;
    const double value = outlay_value_at(&component, draw);
    if (!(value >= low)) low = value;
    if (!(value <= high)) high = value;
  }
  if (!(low < high) || !isfinite(low) || !isfinite(high))
    return draw.lower < draw.upper ? low : high;
  double at_low = beyond(p, count, low, draw), at_high = beyond(p, count, high, draw);
  if (at_low >= 0.0) return low;
  for (int round = 1; round < 300; round++) {
    if (high - low <= 1e-15 * fmax(fabs(low), fabs(high))) break;
    double next = low + (high - low) * (at_low / (at_low - at_high));
    if (round % 3 == 0 || !(at_high > 0.0)) next = middle_of(low, high);
    if (!(next > low && next < high)) next = 0.5 * low + 0.5 * high;
    if (!(next > low && next < high)) break;
    const double at_next = beyond(p, count, next, draw);
    if (at_next == 0.0 && high - low < 1e-9 * fmax(fabs(low), fabs(high))) return next;
    if (at_next >= 0.0) {
      high = next;
      at_high = at_next;
      at_low *= 0.5;
    } else {
      low = next;
      at_low = at_next;
      at_high *= 0.5;
    }
  }
  return high;
}

static double mixture_from_draw(const double *p, size_t count, double draw) {
  if (isnan(draw)) return draw;
  return mixture_from_tails(p, count, outlay_tails_of_draw(OUTLAY_DRAW_NORMAL, draw));
}

/* The parameters of a distribution within `p`, as ones that can be changed. */
static void arrange_inner(double *p, const outlay_component *inner) {
  outlay_distribution_arrange(inner->kind, p + (inner->parameters - p), inner->count);
}

static void mixture_arrange(double *p, size_t count) {
  outlay_component component;
  double weight = 0.0;
  for (size_t at = 0; next_component(p, count, &at, &component, &weight);) {
    arrange_inner(p, &component);
  }
}

static double mixture_mean(const double *p, size_t count) {
  outlay_component c;
  double weight = 0.0, total = 0.0, sum = 0.0;
  for (size_t at = 0; next_component(p, count, &at, &c, &weight);) {
    total += weight;
    if (weight > 0.0) sum += weight * outlay_distribution_mean(c.kind, c.parameters, c.count);
  }
  return sum / total;
}

static double mixture_sd(const double *p, size_t count) {
  const double mean = mixture_mean(p, count);
  outlay_component c;
  double weight = 0.0, total = 0.0, sum = 0.0;
  for (size_t at = 0; next_component(p, count, &at, &c, &weight);) {
    total += weight;
    if (weight == 0.0) continue;
    const double off = outlay_distribution_mean(c.kind, c.parameters, c.count) - mean;
    const double sd = outlay_distribution_sd(c.kind, c.parameters, c.count);
    sum += weight * (sd * sd + off * off);
  }
  return sqrt(sum / total);
}

static outlay_status mixture_prepare(outlay_sampler *sampler, outlay_error *error) {
  const double *p = sampler->parameters;
  outlay_transform transforms[] = {OUTLAY_TRANSFORM_NONE, OUTLAY_TRANSFORM_SINH};
  if (mixture_from_draw(p, sampler->count, -outlay_greatest_draw) > 1e-290) {
    transforms[1] = OUTLAY_TRANSFORM_EXP;
  }
  return outlay_fit_quantile(sampler, transforms, 2, true, error);
}

const outlay_distribution_kind outlay_kind_mixture = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = 4,
    .composite = true,
    .check = mixture_check,
    .from_draw = mixture_from_draw,
    .from_tails = mixture_from_tails,
    .tails = mixture_tails,
    .arrange = mixture_arrange,
    .mean = mixture_mean,
    .sd = mixture_sd,
    .prepare = mixture_prepare,
    .apply = outlay_fit_apply,
};

/* ---- truncated ---- */

static outlay_component inner_of(const double *p, size_t count, size_t before) {
  outlay_component inner = {0};
  (void)outlay_component_read(p + before, count - before, &inner);
  return inner;
}

static double low_limit(const double *p) { return p[0] == 2.0 ? -INFINITY : p[1]; }
static double high_limit(const double *p) { return p[0] == 1.0 ? INFINITY : p[2]; }

/* The tails of the distribution within at both limits. */
typedef struct limits {
  outlay_tails low, high;
  double inside;
} limits;

static limits limits_of(const double *p, const outlay_component *inner) {
  limits l = {.low = {0.0, 1.0}, .high = {1.0, 0.0}};
  if (p[0] != 2.0) l.low = outlay_tails_at(inner, nextafter(p[1], -INFINITY));
  if (p[0] != 1.0) l.high = outlay_tails_at(inner, p[2]);
  if (l.low.lower > 0.5) {
    l.inside = l.low.upper - l.high.upper;
  } else if (l.high.upper > 0.5) {
    l.inside = l.high.lower - l.low.lower;
  } else {
    l.inside = 1.0 - l.low.lower - l.high.upper;
  }
  return l;
}

static outlay_truncation part_of(const double *p, const outlay_component *inner) {
  const limits l = limits_of(p, inner);
  return (outlay_truncation){
      .below_low = l.low.lower, .above_high = l.high.upper, .inside = l.inside};
}

static outlay_status truncated_check(const double *p, size_t count, outlay_error *error) {
  outlay_status status = check_made(OUTLAY_TRUNCATED, p, count, error);
  if (status != OUTLAY_OK) return status;
  const outlay_component inner = inner_of(p, count, BEFORE_LIMITED);
  status = check_inner(&inner, error);
  if (status == OUTLAY_OK && p[0] == 3.0) {
    status = outlay_check_interval("truncated", p[1], p[2], error);
  }
  if (status != OUTLAY_OK) return status;
  const outlay_truncation part = part_of(p, &inner);
  if (part.inside >= least_inside) return OUTLAY_OK;
  (void)outlay_fail(
      error, OUTLAY_ERROR_ARGUMENT, "almost nothing of the %s (%.2g) lies from %.6g to %.6g",
      outlay_distribution_name(inner.kind), fmax(0.0, part.inside), low_limit(p), high_limit(p));
  const outlay_tails first = {0.001, 0.999}, last = {0.999, 0.001};
  outlay_advise(error, "limits that overlap with %.6g to %.6g, where 99.8 %% of it lies",
                outlay_value_at(&inner, first), outlay_value_at(&inner, last));
  return OUTLAY_ERROR_ARGUMENT;
}

static double within(const double *p, double value) {
  return fmin(fmax(value, low_limit(p)), high_limit(p));
}

static double truncated_from_tails(const double *p, size_t count, outlay_tails draw) {
  if (isnan(draw.lower)) return draw.lower;
  const outlay_component inner = inner_of(p, count, BEFORE_LIMITED);
  const outlay_truncation part = part_of(p, &inner);
  const outlay_tails squeezed = {fma(draw.lower, part.inside, part.below_low),
                                 fma(draw.upper, part.inside, part.above_high)};
  return within(p, outlay_value_at(&inner, squeezed));
}

static void truncated_arrange(double *p, size_t count) {
  const outlay_component inner = inner_of(p, count, BEFORE_LIMITED);
  arrange_inner(p, &inner);
}

static double truncated_from_draw(const double *p, size_t count, double draw) {
  const outlay_draw kind = outlay_distribution_draw(OUTLAY_TRUNCATED, p, count);
  return truncated_from_tails(p, count, outlay_tails_of_draw(kind, draw));
}

static outlay_tails truncated_tails(const double *p, size_t count, double value) {
  if (value < low_limit(p)) return (outlay_tails){0.0, 1.0};
  if (value >= high_limit(p)) return (outlay_tails){1.0, 0.0};
  const outlay_component inner = inner_of(p, count, BEFORE_LIMITED);
  const limits l = limits_of(p, &inner);
  const outlay_tails here = outlay_tails_at(&inner, value);
  const bool high = here.lower > 0.5; /* the upper probability is the precise one */
  const double below = high ? l.low.upper - here.upper : here.lower - l.low.lower;
  const double above = high ? here.upper - l.high.upper : l.high.lower - here.lower;
  return (outlay_tails){fmin(fmax(below / l.inside, 0.0), 1.0),
                        fmin(fmax(above / l.inside, 0.0), 1.0)};
}

/* A moment by the trapezium rule over normal scores. */
static double truncated_moment(const double *p, size_t count, double about, int power) {
  const double step = 1.0 / 64.0;
  double sum = 0.0;
  for (double z = -9.0; z <= 9.0; z += step) {
    const outlay_tails tails = outlay_tails_of_draw(OUTLAY_DRAW_NORMAL, z);
    const double off = truncated_from_tails(p, count, tails) - about;
    sum += outlay_normal_density(z) * (power == 1 ? off : off * off);
  }
  return sum * step;
}

static double truncated_mean(const double *p, size_t count) {
  const double median = truncated_from_tails(p, count, (outlay_tails){0.5, 0.5});
  return median + truncated_moment(p, count, median, 1);
}

static double truncated_sd(const double *p, size_t count) {
  return sqrt(truncated_moment(p, count, truncated_mean(p, count), 2));
}

static outlay_status prepare_inner(outlay_sampler *sampler, const outlay_component *inner,
                                   outlay_error *error) {
  const outlay_status status =
      outlay_sampler_new(&sampler->allocator, inner->kind, inner->parameters, inner->count,
                         sampler->exact, &sampler->inner, error);
  if (status == OUTLAY_OK) sampler->error = outlay_sampler_error(sampler->inner);
  sampler->exact = false;
  return status;
}

static outlay_status truncated_prepare(outlay_sampler *sampler, outlay_error *error) {
  const outlay_component inner = inner_of(sampler->parameters, sampler->count, BEFORE_LIMITED);
  sampler->part = part_of(sampler->parameters, &inner);
  return prepare_inner(sampler, &inner, error);
}

static void truncated_apply(const outlay_sampler *sampler, const outlay_kernels *kernels,
                            double *out, const double *draw, size_t n) {
  const double *p = sampler->parameters;
  const double low = low_limit(p), high = high_limit(p), last = 0x1.fffffffffffffp-1;
  if (outlay_distribution_draw(OUTLAY_TRUNCATED, p, sampler->count) == OUTLAY_DRAW_NORMAL) {
    kernels->truncate(out, draw, n, &sampler->part);
  } else {
    kernels->affine(out, draw, n, sampler->part.inside, sampler->part.below_low);
    kernels->binary[OUTLAY_MINIMUM][OUTLAY_RIGHT_FIXED](out, out, &last, n);
  }
  outlay_sampler_apply(sampler->inner, kernels, out, out, n);
  kernels->binary[OUTLAY_MAXIMUM][OUTLAY_RIGHT_FIXED](out, out, &low, n);
  kernels->binary[OUTLAY_MINIMUM][OUTLAY_RIGHT_FIXED](out, out, &high, n);
}

const outlay_distribution_kind outlay_kind_truncated = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = BEFORE_LIMITED + 3,
    .composite = true,
    .check = truncated_check,
    .from_draw = truncated_from_draw,
    .from_tails = truncated_from_tails,
    .tails = truncated_tails,
    .arrange = truncated_arrange,
    .mean = truncated_mean,
    .sd = truncated_sd,
    .prepare = truncated_prepare,
    .apply = truncated_apply,
};

/* ---- shifted ---- */

static outlay_status shifted_check(const double *p, size_t count, outlay_error *error) {
  const outlay_status status = check_made(OUTLAY_SHIFTED, p, count, error);
  if (status != OUTLAY_OK) return status;
  const outlay_component inner = inner_of(p, count, BEFORE_SHIFTED);
  return check_inner(&inner, error);
}

static double shifted_from_tails(const double *p, size_t count, outlay_tails draw) {
  const outlay_component inner = inner_of(p, count, BEFORE_SHIFTED);
  return outlay_value_at(&inner, draw) + p[0];
}

static double shifted_from_draw(const double *p, size_t count, double draw) {
  const outlay_component inner = inner_of(p, count, BEFORE_SHIFTED);
  return outlay_distribution_from_draw(inner.kind, inner.parameters, inner.count, draw) + p[0];
}

static void shifted_arrange(double *p, size_t count) {
  const outlay_component inner = inner_of(p, count, BEFORE_SHIFTED);
  arrange_inner(p, &inner);
}

static outlay_tails shifted_tails(const double *p, size_t count, double value) {
  const outlay_component inner = inner_of(p, count, BEFORE_SHIFTED);
  return outlay_tails_at(&inner, value - p[0]);
}

static double shifted_mean(const double *p, size_t count) {
  const outlay_component c = inner_of(p, count, BEFORE_SHIFTED);
  return outlay_distribution_mean(c.kind, c.parameters, c.count) + p[0];
}

static double shifted_sd(const double *p, size_t count) {
  const outlay_component c = inner_of(p, count, BEFORE_SHIFTED);
  return outlay_distribution_sd(c.kind, c.parameters, c.count);
}

static outlay_status shifted_prepare(outlay_sampler *sampler, outlay_error *error) {
  const outlay_component inner = inner_of(sampler->parameters, sampler->count, BEFORE_SHIFTED);
  return prepare_inner(sampler, &inner, error);
}

static void shifted_apply(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                          const double *draw, size_t n) {
  outlay_sampler_apply(sampler->inner, kernels, out, draw, n);
  kernels->binary[OUTLAY_ADD][OUTLAY_RIGHT_FIXED](out, out, &sampler->parameters[0], n);
}

const outlay_distribution_kind outlay_kind_shifted = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = BEFORE_SHIFTED + 3,
    .composite = true,
    .check = shifted_check,
    .from_draw = shifted_from_draw,
    .from_tails = shifted_from_tails,
    .tails = shifted_tails,
    .arrange = shifted_arrange,
    .mean = shifted_mean,
    .sd = shifted_sd,
    .prepare = shifted_prepare,
    .apply = shifted_apply,
};
