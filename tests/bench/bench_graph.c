/* How long it takes to build a graph and to evaluate one. Prints lines NAME VALUE:
 *
 *   build_ns_per_node            10^6 nodes through the public interface
 *   build_shared_ns_per_node     the same again, so that every node is found, not made
 *   evaluate_T_ns_per_sample     a 75-operation scenario, 10^6 samples, T threads, with the mean,
 *                                sd and five exact quantiles of its six outputs
 *   evaluate_small_ms            the same with 10^4 samples
 *   chain_ns_per_node_sample     a chain of 10^6 uncertain nodes, 4,096 samples
 *
 *   bench_graph [--means|--tiny] */

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "outlay.h"

static void need(outlay_status status, const outlay_error *error) {
  if (status == OUTLAY_OK) return;
  (void)fprintf(stderr, "%s: %s\n", outlay_status_name(status), error->message);
  exit(1);
}

static outlay_graph *graph;
static outlay_error failure;

static outlay_node number(double value) {
  outlay_node out = 0;
  need(outlay_constant(graph, value, &out, &failure), &failure);
  return out;
}

static outlay_node apply(outlay_operation operation, outlay_node a, outlay_node b) {
  outlay_node out = 0;
  const outlay_node arguments[2] = {a, b};
  need(outlay_apply(graph, operation, arguments, b == 0 ? 1 : 2, &out, &failure), &failure);
  return out;
}

static outlay_node add(outlay_node a, outlay_node b) { return apply(OUTLAY_ADD, a, b); }
static outlay_node sub(outlay_node a, outlay_node b) { return apply(OUTLAY_SUBTRACT, a, b); }
static outlay_node mul(outlay_node a, outlay_node b) { return apply(OUTLAY_MULTIPLY, a, b); }
static outlay_node divide(outlay_node a, outlay_node b) { return apply(OUTLAY_DIVIDE, a, b); }
static outlay_node scale(outlay_node a, double b) { return mul(a, number(b)); }
static outlay_node over(outlay_node a, double b) { return divide(a, number(b)); }
static outlay_node plus_one(outlay_node a) { return add(number(1), a); }

static outlay_node when(outlay_node condition, outlay_node yes, outlay_node no) {
  outlay_node out = 0;
  const outlay_node arguments[3] = {condition, yes, no};
  need(outlay_apply(graph, OUTLAY_WHEN, arguments, 3, &out, &failure), &failure);
  return out;
}

static outlay_node input(outlay_distribution kind, const double *values, size_t count) {
  outlay_node parameters[8], out = 0;
  for (size_t i = 0; i < count; i++) parameters[i] = number(values[i]);
  need(outlay_input(graph, kind, parameters, count, &out, &failure), &failure);
  return out;
}

static outlay_node lognormal(double low, double high) {
  return input(OUTLAY_LOGNORMAL, (double[]){low, high}, 2);
}
static outlay_node uniform(double low, double high) {
  return input(OUTLAY_UNIFORM, (double[]){low, high}, 2);
}
static outlay_node beta(double a, double b) {
  return input(OUTLAY_BETA, (double[]){a, b, 0, 1}, 4);
}
static outlay_node normal(double mean, double sd) {
  return input(OUTLAY_NORMAL, (double[]){mean, sd}, 2);
}

/* A lognormal by its 5 % and 95 % quantiles, from a standard normal. */
static outlay_node lognormal_of(double low, double high, outlay_node z) {
  const double mean = (log(low) + log(high)) / 2;
  const double sd = (log(high) - log(low)) / (2 * 1.6448536269514722);
  return apply(OUTLAY_EXP, add(number(mean), scale(z, sd)), 0);
}

enum { OUTPUTS = 6 };

/* An estimate of one training run; the numbers are invented. */
static void build_scenario(outlay_node *outputs) {
  const outlay_node flops = lognormal(2e25, 1e26);
  const outlay_node kind = input(OUTLAY_DISCRETE, (double[]){0, 0.6, 1, 0.3, 2, 0.1}, 6);
  const outlay_node first = apply(OUTLAY_LESS, kind, number(0.5));
  const outlay_node second = apply(OUTLAY_LESS, kind, number(1.5));
  const outlay_node peak =
      when(first, number(0.99e15), when(second, number(2.5e15), number(0.92e15)));
  const outlay_node list = when(first, number(30000), when(second, number(65000), number(15000)));
  const outlay_node tdp = when(first, number(700), when(second, number(1200), number(450)));
  const outlay_node mfu = beta(40, 60), price_mult = lognormal(0.8, 1.3);
  const outlay_node server_mult = uniform(1.25, 1.60), net_share = uniform(0.08, 0.18);
  const outlay_node spare = uniform(0.01, 0.05), half_life = lognormal(1.5, 3.5);
  const outlay_node n_chips = lognormal(8000, 30000), duty = beta(18, 2);
  const outlay_node pue = uniform(1.08, 1.35), power_frac = beta(30, 10);
  const outlay_node host_w = uniform(100, 250);
  const outlay_node z1 = normal(0, 1), z2 = normal(0, 1);
  const outlay_node elec = lognormal_of(45, 120, z1);
  const outlay_node demand = lognormal_of(8, 22, add(scale(z1, 0.6), scale(z2, 0.8)));
  const outlay_node mtbf = lognormal(30000, 90000), ckpt_min = uniform(20, 60);
  const outlay_node restart_min = lognormal(8, 40);
  const outlay_node cat = apply(OUTLAY_LESS, uniform(0, 1), number(0.15));
  const outlay_node cat_lost = uniform(0.05, 0.40);
  const outlay_node staff = apply(OUTLAY_MAXIMUM, number(20), normal(90, 15));
  const outlay_node salary = lognormal(350e3, 900e3), staff_oh = uniform(1.2, 1.6);
  const outlay_node months0 = input(OUTLAY_TRIANGULAR, (double[]){6, 9, 18}, 3);
  const outlay_node tokens = lognormal(8e12, 2e13), lic_frac = beta(2, 18);
  const outlay_node cheap = apply(OUTLAY_LESS, uniform(0, 1), number(0.7));
  const outlay_node z3 = normal(0, 1);
  const outlay_node lic_price = when(cheap, lognormal_of(0.05, 0.5, z3), lognormal_of(2, 20, z3));
  const outlay_node fixed_deals = lognormal(5e6, 40e6), exp_mult = lognormal(0.5, 3);
  const outlay_node cloud_price = lognormal(1.6, 4.5), cloud_disc = beta(4, 8);

  const outlay_node chip_price = mul(list, price_mult), eff = mul(peak, mfu);
  const outlay_node chip_h0 = over(divide(flops, eff), 3600);
  const outlay_node cl_mtbf = divide(mtbf, n_chips);
  const outlay_node lost = add(over(restart_min, 60), over(over(ckpt_min, 60), 2));
  const outlay_node fail = apply(OUTLAY_MINIMUM, number(1.5), divide(lost, cl_mtbf));
  const outlay_node chip_h = mul(mul(chip_h0, plus_one(fail)), plus_one(mul(cat, cat_lost)));
  const outlay_node wall_h = divide(chip_h, mul(n_chips, duty));
  const outlay_node wall_yr = over(wall_h, 8766), wall_mo = over(wall_h, 730.5);
  const outlay_node node_cost =
      mul(mul(mul(chip_price, server_mult), plus_one(net_share)), plus_one(spare));
  const outlay_node capex = mul(node_cost, n_chips);
  const outlay_node decay =
      sub(number(1), apply(OUTLAY_EXP, divide(scale(wall_yr, -0.6931471805599453), half_life), 0));
  const outlay_node run_hw = mul(mul(capex, decay), duty);
  const outlay_node chip_w = add(mul(tdp, power_frac), host_w);
  const outlay_node mwh = over(mul(mul(chip_h, chip_w), pue), 1e6);
  const outlay_node peak_kw = over(mul(mul(n_chips, add(tdp, host_w)), pue), 1000);
  const outlay_node power = add(mul(mwh, elec), mul(mul(peak_kw, demand), wall_mo));
  const outlay_node owned = add(run_hw, power);
  const outlay_node cloud = mul(mul(chip_h, cloud_price), sub(number(1), cloud_disc));
  const outlay_node compute =
      when(apply(OUTLAY_GREATER, wall_h, number(4383)), cloud, apply(OUTLAY_MINIMUM, owned, cloud));
  const outlay_node rd = mul(compute, exp_mult), months = add(months0, wall_mo);
  const outlay_node staff_cost = mul(mul(over(mul(staff, months), 12), salary), staff_oh);
  const outlay_node data =
      apply(OUTLAY_MINIMUM, number(5e8),
            add(mul(over(mul(tokens, lic_frac), 1e6), lic_price), fixed_deals));
  const outlay_node storage = mul(scale(over(scale(tokens, 40), 1e12), 20), months);
  const outlay_node data_cost = add(data, storage);
  const outlay_node pre = add(add(add(compute, rd), staff_cost), data_cost);
  const outlay_node rate =
      when(apply(OUTLAY_GREATER, pre, number(3e8)), number(0.10), number(0.06));
  const outlay_node contingency = mul(pre, rate);
  const outlay_node all[OUTPUTS] = {compute,   rd,          staff_cost,
                                    data_cost, contingency, add(pre, contingency)};
  for (size_t i = 0; i < OUTPUTS; i++) outputs[i] = all[i];
}

/* Evaluation and all statistics, in seconds. */
static double evaluate(const outlay_node *outputs, uint64_t samples, uint32_t threads, bool print) {
  static const double probabilities[5] = {0.05, 0.25, 0.5, 0.75, 0.95};
  outlay_options options;
  outlay_options_default(&options);
  options.samples = samples;
  options.threads = threads;
  const double begin = seconds();
  outlay_result *result = NULL;
  need(outlay_evaluate(graph, outputs, OUTPUTS, &options, &result, &failure), &failure);
  for (size_t i = 0; i < OUTPUTS; i++) {
    outlay_moments moments;
    double quantiles[5];
    need(outlay_result_moments(result, i, 0, &moments), &failure);
    need(outlay_result_quantiles(result, i, 0, probabilities, 5, quantiles, &failure), &failure);
    if (print) {
      (void)fprintf(stderr, "%zu %.5g %.5g  %.5g %.5g %.5g\n", i, moments.mean, moments.sd,
                    quantiles[0], quantiles[2], quantiles[4]);
    }
  }
  outlay_result_free(result);
  return seconds() - begin;
}

/* A graph that is new at every node, or found again at every node. */
static double build_chain(size_t nodes, outlay_node start, outlay_node *end) {
  const outlay_node step = number(1.0000001);
  const double begin = seconds();
  outlay_node a = start, b = step;
  for (size_t i = 0; i < nodes; i += 2) {
    const outlay_node next = mul(a, step);
    b = add(next, b);
    a = next;
  }
  *end = b;
  return seconds() - begin;
}

/* Builds a chain as often as `repeats` says; the last graph is left. */
static void bench_build(outlay_units *units, size_t nodes, int repeats, bool tiny) {
  outlay_node end = 0;
  double best = INFINITY, best_shared = INFINITY;
  for (int i = 0; i < repeats; i++) {
    need(outlay_graph_new(units, NULL, &graph), &failure);
    const outlay_node start = normal(1, 1e-3);
    best = fmin(best, build_chain(nodes, start, &end));
    best_shared = fmin(best_shared, build_chain(nodes, start, &end));
    if (i + 1 < repeats) outlay_graph_free(graph);
  }
  (void)printf("build_ns_per_node %.1f\n", best / (double)nodes * 1e9);
  (void)printf("build_shared_ns_per_node %.1f\n", best_shared / (double)nodes * 1e9);

  outlay_options options;
  outlay_options_default(&options);
  options.samples = 4096;
  options.threads = 1;
  const double begin = seconds();
  outlay_result *result = NULL;
  need(outlay_evaluate(graph, &end, 1, &options, &result, &failure), &failure);
  (void)printf("chain_ns_per_node_sample %.3f\n", (seconds() - begin) / (double)nodes / 4096 * 1e9);
  outlay_result_free(result);
  outlay_graph_free(graph);
  if (!tiny) goal_at_most("building 10^6 nodes, ns a node", best / (double)nodes * 1e9, 150);
}

static void bench_evaluate(outlay_units *units, uint64_t samples, int repeats, bool print) {
  need(outlay_graph_new(units, NULL, &graph), &failure);
  outlay_node outputs[OUTPUTS];
  build_scenario(outputs);
  for (uint32_t threads = 1; threads <= 2; threads++) {
    double best = INFINITY;
    for (int i = 0; i < repeats; i++) {
      best = fmin(best, evaluate(outputs, samples, threads, print && threads == 1 && i == 0));
    }
    (void)printf("evaluate_%u_ns_per_sample %.1f\n", threads, best / (double)samples * 1e9);
  }
  double best = INFINITY;
  for (int i = 0; i < repeats; i++) best = fmin(best, evaluate(outputs, 10000, 0, false));
  (void)printf("evaluate_small_ms %.2f\n", best * 1e3);
  outlay_graph_free(graph);
}

int main(int count, char **arguments) {
  const bool tiny = is_tiny(count, arguments);
  const bool print = count == 2 && strcmp(arguments[1], "--means") == 0;
  outlay_units *units = NULL;
  need(outlay_units_new(NULL, &units), &failure);
  bench_build(units, tiny ? 1000 : 1000000, tiny ? 1 : 5, tiny);
  bench_evaluate(units, tiny ? 10000 : 1000000, tiny ? 1 : 5, print);
  outlay_units_free(units);
  return 0;
}
