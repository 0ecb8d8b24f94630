// The same as program.c, in C++.
#include <outlay.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

outlay_error error;

void need(outlay_status status) {
  if (status != OUTLAY_OK) throw std::runtime_error(error.message);
}

struct Free {
  void operator()(outlay_units *units) const { outlay_units_free(units); }
  void operator()(outlay_graph *graph) const { outlay_graph_free(graph); }
  void operator()(outlay_result *result) const { outlay_result_free(result); }
};
template <typename T>
using owned = std::unique_ptr<T, Free>;

outlay_node quantity(outlay_graph *graph, const std::string &text) {
  outlay_quantity parsed;
  outlay_node ends[2], node;
  need(outlay_quantity_parse(outlay_graph_units(graph), text.c_str(), &parsed, &error));
  need(outlay_parameter(graph, parsed.low, parsed.unit, &ends[0], &error));
  if (!parsed.interval) return ends[0];
  need(outlay_parameter(graph, parsed.high, parsed.unit, &ends[1], &error));
  need(outlay_input(graph, OUTLAY_LOGNORMAL, ends, 2, &node, &error));
  return node;
}

outlay_node multiply(outlay_graph *graph, outlay_node a, outlay_node b) {
  const outlay_node arguments[] = {a, b};
  outlay_node node;
  need(outlay_apply(graph, OUTLAY_MULTIPLY, arguments, 2, &node, &error));
  return node;
}

void run() {
  outlay_units *new_units;
  need(outlay_units_new(nullptr, &new_units));
  const owned<outlay_units> units(new_units);
  outlay_graph *new_graph;
  need(outlay_graph_new(units.get(), nullptr, &new_graph));
  const owned<outlay_graph> graph(new_graph);

  const outlay_node gpus = quantity(new_graph, "16 GPU");
  const outlay_node price = quantity(new_graph, "2 to 3 USD/GPU/h");
  const outlay_node hours = quantity(new_graph, "1 day");
  const outlay_node cost = multiply(new_graph, multiply(new_graph, gpus, price), hours);

  outlay_options options;
  outlay_options_default(&options);
  options.samples = 10000;
  outlay_result *new_result;
  need(outlay_evaluate(new_graph, &cost, 1, &options, &new_result, &error));
  const owned<outlay_result> result(new_result);
  outlay_moments moments;
  const double probability = 0.95;
  double p95;
  need(outlay_result_moments(new_result, 0, 0, &moments));
  need(outlay_result_quantiles(new_result, 0, 0, &probability, 1, &p95, &error));
  std::printf("%.17g %.17g\n", moments.mean, p95);
}

}  // namespace

int main() {
  try {
    run();
  } catch (const std::exception &problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
}
