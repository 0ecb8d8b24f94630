/* The public declarations of the Outlay core.
 *
 * This file has no preprocessor lines: outlay.h includes it for C and C++, and
 * LuaJIT reads it as it is with ffi.cdef. Include outlay.h, not this file.
 *
 * Conventions, for every function here:
 *  - A function that can fail returns an outlay_status; OUTLAY_OK is 0. What
 *    went wrong is written to `error`, which may be NULL. Outputs are written
 *    only on success.
 *  - Whoever makes a handle (_new, outlay_evaluate) frees it (_free) once; NULL
 *    is let be. Strings passed in are copied; strings handed out live as long as
 *    their handle. No pointer but `error` may be NULL unless that is stated.
 *  - Values cross the interface either in a stated unit or in base units: s, J,
 *    byte, FLOP, token, one of a counted thing, one unit of the currency.
 *  - Nothing is global: one handle may be used by one thread at a time,
 *    different handles by different threads.
 */

/* ---- status ------------------------------------------------------------ */

typedef enum outlay_status {
  OUTLAY_OK = 0,
  OUTLAY_ERROR_MEMORY,    /* an allocation failed */
  OUTLAY_ERROR_SYNTAX,    /* a text does not parse: begin, end */
  OUTLAY_ERROR_UNIT,      /* an unknown unit: begin, end */
  OUTLAY_ERROR_DIMENSION, /* dimensions do not fit: left, right */
  OUTLAY_ERROR_MONEY,     /* no index or rate between two kinds of money */
  OUTLAY_ERROR_ARGUMENT,  /* an argument outside what the function takes */
  OUTLAY_ERROR_AXIS,      /* an axis or label that the value does not have */
  OUTLAY_ERROR_DOMAIN,    /* NaN, infinity or a domain error: node, sample */
  OUTLAY_ERROR_CANCELLED, /* the cancel flag was set */
  OUTLAY_ERROR_LIMIT      /* more than the core can count */
} outlay_status;

typedef struct outlay_error {
  outlay_status status;
  uint32_t node; /* the node that failed, 0 for none */
  uint32_t left; /* its operands where two disagree, 0 for none */
  uint32_t right;
  uint32_t user;  /* of a domain error: the node whose argument failed, 0 for an output's own */
  uint32_t begin; /* bytes [begin, end) of the text that was parsed */
  uint32_t end;
  uint64_t sample;   /* the sample of a domain error, from 0 */
  char message[512]; /* one line of UTF-8 */
  char advice[512];  /* what to write instead; "" if there is no one answer */
} outlay_error;

/* The name of a status, such as "dimension". Never NULL. */
const char *outlay_status_name(outlay_status status);

/* The version of the library, such as "0.1.0". */
const char *outlay_version(void);

/* Where memory comes from. resize(context, NULL, 0, n) allocates,
 * resize(context, p, old, 0) frees and returns NULL; a NULL return for a
 * non-zero size is out of memory. Threads of an evaluation may call it at the
 * same time. Pass NULL for an allocator to use the C library's. */
typedef struct outlay_allocator {
  void *(*resize)(void *context, void *pointer, size_t old_size, size_t new_size);
  void *context;
} outlay_allocator;

/* ---- units --------------------------------------------------------------- */

/* A registry of dimensions, units and kinds of money. */
typedef struct outlay_units outlay_units;

/* Products of base dimensions to rational powers; 0 is dimensionless. */
typedef uint32_t outlay_dimension;

/* A kind of money: a currency and the date whose prices it is counted in.
 * 0: no money in the value. */
typedef uint32_t outlay_money;

/* A unit expression that was parsed, such as USD/GPU/h; 0 is the number one. */
typedef uint32_t outlay_unit;

/* A date of prices: 0 not stated, 2024 the year's mean, 202406 a month. */
typedef int32_t outlay_date;

typedef struct outlay_unit_info {
  const char *text; /* as a person writes it */
  double factor;    /* base units in one of this unit */
  outlay_dimension dimension;
  outlay_money money;
} outlay_unit_info;

/* A number or a 90 % interval with its unit, as parsed from text. */
typedef struct outlay_quantity {
  double low; /* in `unit`; equal to high unless interval */
  double high;
  outlay_unit unit;
  int32_t interval; /* 1 for "a to b" */
} outlay_quantity;

outlay_status outlay_units_new(const outlay_allocator *allocator, outlay_units **out);
void outlay_units_free(outlay_units *units);

/* A new counted thing with a dimension of its own ("wafer"). `plural` may be
 * NULL. Declaring the same name twice is fine. */
outlay_status outlay_units_declare_count(outlay_units *units, const char *name, const char *plural,
                                         outlay_error *error);

/* A new name for `factor` times `unit`; `prefixes` lets it take SI prefixes.
 * Redeclaring a name with another meaning is an error. */
outlay_status outlay_units_declare(outlay_units *units, const char *name, double factor,
                                   outlay_unit unit, int32_t prefixes, outlay_error *error);

/* A new currency (USD, EUR, GBP, JPY, CNY and CHF are there from the start). */
outlay_status outlay_units_declare_currency(outlay_units *units, const char *code,
                                            outlay_error *error);

/* Parses a unit such as "USD/GPU/h", "PFLOP/s", "person-year" or "%". The
 * grammar is described in docs/guide/units.md. */
outlay_status outlay_unit_parse(outlay_units *units, const char *text, outlay_unit *out,
                                outlay_error *error);
/* An unknown unit is described as the number one. */
void outlay_unit_describe(const outlay_units *units, outlay_unit unit, outlay_unit_info *out);

/* Parses "16384 GPU", "30k USD", "2e25 to 1e26 FLOP", "38 %", "15.6T token". */
outlay_status outlay_quantity_parse(outlay_units *units, const char *text, outlay_quantity *out,
                                    outlay_error *error);

/* Names of units and of currencies that begin with `prefix`, for completion:
 * the index-th one in alphabetical order, NULL past the last. */
const char *outlay_units_complete(const outlay_units *units, const char *prefix, size_t index);

/* Algebra of dimensions. `numerator/denominator` must reduce to a denominator
 * that divides 12. */
outlay_status outlay_dimension_multiply(outlay_units *units, outlay_dimension a, outlay_dimension b,
                                        outlay_dimension *out, outlay_error *error);
outlay_status outlay_dimension_divide(outlay_units *units, outlay_dimension a, outlay_dimension b,
                                      outlay_dimension *out, outlay_error *error);
outlay_status outlay_dimension_power(outlay_units *units, outlay_dimension a, int32_t numerator,
                                     int32_t denominator, outlay_dimension *out,
                                     outlay_error *error);

/* The name of a dimension: "Energy" where it has one, else a product of base
 * dimensions such as "Money * Time^-1", "number" for dimensionless. Written to `buffer`,
 * always terminated; returns the length that it would need. */
size_t outlay_dimension_text(const outlay_units *units, outlay_dimension dimension, char *buffer,
                             size_t size);

/* The dimension's exponent of money, in twelfths (12 for a plain amount). */
int32_t outlay_dimension_money_twelfths(const outlay_units *units, outlay_dimension dimension);

/* The kind of money for a currency code and a date of prices. */
outlay_status outlay_money_kind(outlay_units *units, const char *currency, outlay_date date,
                                outlay_money *out, outlay_error *error);
/* Its text, such as "USD", "USD2024" or "USD2024-06". */
size_t outlay_money_text(const outlay_units *units, outlay_money money, char *buffer, size_t size);

/* A fact about money: the price index of a currency in a month (date YYYYMM) or a year, or
 * US dollars for one unit of the currency. `source` is shown by explain. */
outlay_status outlay_money_set_index(outlay_units *units, const char *currency, outlay_date date,
                                     double value, const char *source, outlay_error *error);
outlay_status outlay_money_set_rate(outlay_units *units, const char *currency, outlay_date date,
                                    double usd_per_unit, const char *source, outlay_error *error);

/* How many `to` one `from` is, and from which facts: `explanation` gets a
 * sentence of at most `size` bytes. A date without a fact, or an amount whose
 * date is not stated, is an error that says what would be needed. */
outlay_status outlay_money_factor(outlay_units *units, outlay_money from, outlay_money to,
                                  double *factor, char *explanation, size_t size,
                                  outlay_error *error);

/* The kind of money that a sum of both is counted in: the later date's, in the
 * currency of `a`. Both must be non-zero. */
outlay_status outlay_money_common(outlay_units *units, outlay_money a, outlay_money b,
                                  outlay_money *out, outlay_error *error);

/* The unit a person would choose for a value (in base units) of this
 * dimension and money: MUSD for 4e7 USD, h for 7200 s. `hint` is a unit the
 * author wrote for such a value, 0 for none. */
outlay_status outlay_unit_choose(outlay_units *units, double value, outlay_dimension dimension,
                                 outlay_money money, outlay_unit hint, outlay_unit *out,
                                 outlay_error *error);

/* Writes `value` (in base units) in `unit` without the unit's name, with the
 * digits that `spread` (a standard deviation, in base units; 0 for an exact
 * value) supports: "41.2", "16,384", "2.5e25". Always terminated; returns the
 * length it would need. */
size_t outlay_number_format(const outlay_units *units, double value, double spread,
                            outlay_unit unit, char *buffer, size_t size);

/* ---- the graph ------------------------------------------------------------- */

/* Quantities and the operations on them. Nodes are only ever added. */
typedef struct outlay_graph outlay_graph;

/* A node of a graph; 0 is no node. */
typedef uint32_t outlay_node;

/* A named axis of a graph (years, scenarios, sites ...); 0 is no axis. */
typedef uint32_t outlay_axis;

typedef enum outlay_operation {
  OUTLAY_CONSTANT = 0, /* a plain number; equal numbers are one node */
  OUTLAY_PARAMETER,    /* a quantity with an identity; its value can be set */
  OUTLAY_INPUT,        /* an uncertain quantity; arguments: its parameters */
  OUTLAY_ALIAS,        /* another name for its argument */
  OUTLAY_ADD,
  OUTLAY_SUBTRACT,
  OUTLAY_MULTIPLY,
  OUTLAY_DIVIDE,
  OUTLAY_POWER, /* the exponent must be constant if the base has a unit */
  OUTLAY_MINIMUM,
  OUTLAY_MAXIMUM,
  OUTLAY_NEGATE,
  OUTLAY_ABSOLUTE,
  OUTLAY_SQUARE_ROOT,
  OUTLAY_EXP,
  OUTLAY_LOG,
  OUTLAY_FLOOR,
  OUTLAY_CEILING,
  OUTLAY_ROUND, /* halves to even */
  OUTLAY_LESS,  /* comparisons give conditions: 0 or 1 */
  OUTLAY_LESS_EQUAL,
  OUTLAY_GREATER,
  OUTLAY_GREATER_EQUAL,
  OUTLAY_EQUAL,
  OUTLAY_NOT_EQUAL,
  OUTLAY_AND,
  OUTLAY_OR,
  OUTLAY_NOT,
  OUTLAY_WHEN,    /* condition, value if true, value if false */
  OUTLAY_CONVERT, /* an amount and a factor into another kind of money */
  OUTLAY_STACK,   /* one argument for each label of an axis */
  OUTLAY_LABELS,  /* the labels of an axis as numbers */
  OUTLAY_AT,      /* the value at one label */
  OUTLAY_LAG,     /* the value some labels before; second argument: fill */
  OUTLAY_SUM,     /* reductions over one axis */
  OUTLAY_PRODUCT,
  OUTLAY_MEAN,
  OUTLAY_LEAST,
  OUTLAY_GREATEST,
  OUTLAY_CUMULATIVE_SUM,
  OUTLAY_CUMULATIVE_PRODUCT,
  OUTLAY_RATE_OF_RETURN,     /* of payments: the internal rate for one label */
  OUTLAY_HAS_RATE_OF_RETURN, /* a condition: whether there is one */
  OUTLAY_STATISTIC,          /* a statistic over all samples */
  OUTLAY_OPERATIONS          /* how many there are */
} outlay_operation;

/* Distributions and their parameters, in order. Parameters are nodes of the
 * input's dimension unless stated. */
typedef enum outlay_distribution {
  OUTLAY_NORMAL = 0,  /* mean, sd */
  OUTLAY_LOGNORMAL,   /* 5 % quantile, 95 % quantile; both positive */
  OUTLAY_UNIFORM,     /* low, high */
  OUTLAY_TRIANGULAR,  /* low, mode, high */
  OUTLAY_BETA,        /* alpha, beta (numbers); low, high: the interval it is scaled to */
  OUTLAY_DISCRETE,    /* value 1, weight 1, value 2, weight 2, ... */
  OUTLAY_PERT,        /* low, mode, high */
  OUTLAY_GAMMA,       /* shape (a number), scale */
  OUTLAY_EXPONENTIAL, /* mean */
  OUTLAY_WEIBULL,     /* shape (a number), scale */
  OUTLAY_PARETO,      /* shape (a number), least value */
  OUTLAY_STUDENT_T,   /* degrees of freedom (a number), location, scale */
  OUTLAY_POISSON,     /* mean (a number) */
  OUTLAY_BINOMIAL,    /* trials, probability (numbers) */
  OUTLAY_EMPIRICAL,   /* samples, in any order: straight lines between order statistics */
  OUTLAY_QUANTILES,   /* probability 1 (a number), value 1, ...; both rising: see docs */
  OUTLAY_MIXTURE,     /* these three are made by the functions below */
  OUTLAY_TRUNCATED,
  OUTLAY_SHIFTED,
  OUTLAY_DISTRIBUTIONS
} outlay_distribution;

typedef enum outlay_statistic {
  OUTLAY_STATISTIC_MEAN = 0,
  OUTLAY_STATISTIC_SD,
  OUTLAY_STATISTIC_QUANTILE, /* its probability is given beside it */
  OUTLAY_STATISTIC_ERROR,    /* the standard error of the mean */
  OUTLAY_STATISTICS
} outlay_statistic;

/* What is known of a node beside its value. */
typedef enum outlay_annotation {
  OUTLAY_NAME = 0,
  OUTLAY_SOURCE,
  OUTLAY_NOTE,
  OUTLAY_LAYER, /* the catalog layer it came from */
  OUTLAY_ANNOTATIONS
} outlay_annotation;

typedef struct outlay_node_info {
  outlay_operation operation;
  int32_t detail; /* distribution, statistic, index or lag of the operation */
  double value;   /* constant, parameter, probability of a quantile */
  outlay_dimension dimension;
  outlay_money money;
  outlay_unit unit;  /* the unit its author wrote, 0 for none */
  int32_t condition; /* 1 if it is true or false */
  int32_t uncertain; /* 1 if an input is below it */
  outlay_axis axis;  /* the axis of the operation, 0 for none */
  uint32_t argument_count;
  uint32_t axis_count; /* axes of the value */
  const char *file;    /* where it was made; "" if not known */
  uint32_t line;
} outlay_node_info;

/* A graph over a registry of units, which must outlive it. */
outlay_status outlay_graph_new(outlay_units *units, const outlay_allocator *allocator,
                               outlay_graph **out);
void outlay_graph_free(outlay_graph *graph);
outlay_units *outlay_graph_units(const outlay_graph *graph);
size_t outlay_graph_size(const outlay_graph *graph); /* nodes so far */

/* The place that nodes made from now on come from. */
outlay_status outlay_graph_place(outlay_graph *graph, const char *file, uint32_t line);

/* A plain number, and a quantity of its own identity (`value` in `unit`). */
outlay_status outlay_constant(outlay_graph *graph, double value, outlay_node *out,
                              outlay_error *error);
outlay_status outlay_parameter(outlay_graph *graph, double value, outlay_unit unit,
                               outlay_node *out, outlay_error *error);
/* Changes the value of a parameter for evaluations from now on. */
outlay_status outlay_parameter_set(outlay_graph *graph, outlay_node node, double value,
                                   outlay_unit unit, outlay_error *error);

/* An uncertain input with a draw of its own: one draw for all cells, where its parameters have
 * axes. Inputs that are to vary by themselves are made one by one and stacked. */
outlay_status outlay_input(outlay_graph *graph, outlay_distribution distribution,
                           const outlay_node *parameters, size_t count, outlay_node *out,
                           outlay_error *error);

/* Inputs made while this is on are numbered apart from the others, whose draws therefore are the
 * same with and without them. */
void outlay_graph_number_apart(outlay_graph *graph, int32_t on);

/* One of several distributions, by weights (NULL: all alike). The components are inputs whose
 * distributions it takes: they can be nothing else, before or after. The mixture is one input with
 * a draw of its own, through its own quantile function. */
outlay_status outlay_mixture(outlay_graph *graph, const outlay_node *components,
                             const outlay_node *weights, size_t count, outlay_node *out,
                             outlay_error *error);
/* The part of an input's distribution between two values (0 node: no limit), and the distribution
 * moved by a value. Both have the input's draw: where the input is high, they are. */
outlay_status outlay_truncated(outlay_graph *graph, outlay_node input, outlay_node low,
                               outlay_node high, outlay_node *out, outlay_error *error);
outlay_status outlay_shifted(outlay_graph *graph, outlay_node input, outlay_node by,
                             outlay_node *out, outlay_error *error);

/* Correlates inputs by a Gaussian copula: `matrix`, count by count, has the correlations of their
 * normal scores; outlay_correlation_of_rank has them for rank correlations. Pairs that no call
 * states are independent; a pair is stated once. An impossible matrix is an error that gives the
 * nearest possible one. All other inputs keep their samples, and so does the first one here that
 * was not yet correlated. */
outlay_status outlay_correlate(outlay_graph *graph, const outlay_node *inputs, size_t count,
                               const double *matrix, outlay_error *error);
/* The correlation of scores that gives a rank correlation: 2 sin(pi rank / 6). */
double outlay_correlation_of_rank(double rank);
/* The correlation of two inputs' normal scores, 0 where it was not stated. */
outlay_status outlay_correlation_of(const outlay_graph *graph, outlay_node a, outlay_node b,
                                    double *out, outlay_error *error);

/* The largest error of the samples of an input that come from a fit of its quantile function,
 * relative to its standard deviation; 0 where there is no fit, or where parameters are themselves
 * uncertain. */
outlay_status outlay_input_error(outlay_graph *graph, outlay_node input, int32_t exact, double *out,
                                 outlay_error *error);

/* Any operation whose arguments are nodes only (ADD to CONVERT). */
outlay_status outlay_apply(outlay_graph *graph, outlay_operation operation,
                           const outlay_node *arguments, size_t count, outlay_node *out,
                           outlay_error *error);

/* `node` expressed in another kind of money, by index and exchange rate. */
outlay_status outlay_convert_money(outlay_graph *graph, outlay_node node, outlay_money money,
                                   outlay_node *out, outlay_error *error);

/* An axis with text labels; `values` (its labels as numbers, in `unit`) may be NULL.
 * The same name with other labels is another axis and an error when they meet. */
outlay_status outlay_axis_new(outlay_graph *graph, const char *name, const char *const *labels,
                              const double *values, outlay_unit unit, size_t count,
                              outlay_axis *out, outlay_error *error);
const char *outlay_axis_name(const outlay_graph *graph, outlay_axis axis);
size_t outlay_axis_size(const outlay_graph *graph, outlay_axis axis);
const char *outlay_axis_label(const outlay_graph *graph, outlay_axis axis, size_t index);
/* The index of a label, or -1. */
int64_t outlay_axis_find(const outlay_graph *graph, outlay_axis axis, const char *label);

outlay_status outlay_stack(outlay_graph *graph, outlay_axis axis, const outlay_node *values,
                           size_t count, outlay_node *out, outlay_error *error);
outlay_status outlay_labels(outlay_graph *graph, outlay_axis axis, outlay_node *out,
                            outlay_error *error);
outlay_status outlay_at(outlay_graph *graph, outlay_node node, outlay_axis axis, size_t index,
                        outlay_node *out, outlay_error *error);
/* The value `steps` labels earlier, or later if negative; beyond the labels, `fill` (0 node: the
 * value at the first or last label, so that a difference with a lag of one is zero there). */
outlay_status outlay_lag(outlay_graph *graph, outlay_node node, outlay_axis axis, int32_t steps,
                         outlay_node fill, outlay_node *out, outlay_error *error);
/* SUM to HAS_RATE_OF_RETURN over one axis. */
outlay_status outlay_reduce(outlay_graph *graph, outlay_operation operation, outlay_node node,
                            outlay_axis axis, outlay_node *out, outlay_error *error);

/* A statistic over all samples, itself a node without uncertainty. */
outlay_status outlay_statistic_of(outlay_graph *graph, outlay_statistic statistic,
                                  double probability, outlay_node node, outlay_node *out,
                                  outlay_error *error);

/* A copy in which every input is drawn anew. */
outlay_status outlay_fresh(outlay_graph *graph, outlay_node node, outlay_node *out,
                           outlay_error *error);

/* `node` under a name, source, note or layer. The same node is returned where it can carry
 * the text; where it already carries another one, an alias is made. */
outlay_status outlay_annotate(outlay_graph *graph, outlay_node node, outlay_annotation kind,
                              const char *text, outlay_node *out, outlay_error *error);
/* "" where there is none. An alias answers with its own, then its argument's. */
const char *outlay_annotation_of(const outlay_graph *graph, outlay_node node,
                                 outlay_annotation kind);

outlay_status outlay_node_describe(const outlay_graph *graph, outlay_node node,
                                   outlay_node_info *out);
outlay_node outlay_node_argument(const outlay_graph *graph, outlay_node node, size_t index);
outlay_axis outlay_node_axis(const outlay_graph *graph, outlay_node node, size_t index);
/* The name of an operation or a distribution, such as "add", "lognormal". */
const char *outlay_operation_name(outlay_operation operation);
const char *outlay_distribution_name(outlay_distribution distribution);

/* The uncertain inputs below a node, each once, in the order they were made. `out` may be
 * NULL to count them. */
outlay_status outlay_inputs_of(const outlay_graph *graph, outlay_node node, outlay_node *out,
                               size_t capacity, size_t *count, outlay_error *error);

/* ---- distributions by themselves ---------------------------------------------- */

/* The value below which the share `probability` of a distribution lies, exactly. */
outlay_status outlay_quantile_of(outlay_distribution distribution, const double *parameters,
                                 size_t count, double probability, double *out,
                                 outlay_error *error);

/* Parameters of a NORMAL, LOGNORMAL, UNIFORM, GAMMA, WEIBULL, PARETO or BETA (on 0 to 1) that has x
 * at probability p and y at q, p < q. An impossible request is an error that says what would be
 * possible. */
outlay_status outlay_from_quantiles(outlay_distribution distribution, double p, double x, double q,
                                    double y, double *parameters, outlay_error *error);

/* Parameters of one of these, or of a BINOMIAL, with this mean and standard deviation. */
outlay_status outlay_from_moments(outlay_distribution distribution, double mean, double sd,
                                  double *parameters, outlay_error *error);

/* `node` with `to` in the place of `from` wherever that is below it, in statistics too: copies of
 * what lies between, which keep names and draws. `from` and `to` are alike in dimension, money and
 * axes. The node itself where `from` is not below it. */
outlay_status outlay_replaced(outlay_graph *graph, outlay_node node, outlay_node from,
                              outlay_node to, outlay_node *out, outlay_error *error);

/* ---- evaluation ------------------------------------------------------------ */

/* How samples are spread. MONTE_CARLO: independent of each other. The other two are made of 16
 * independent replicates, by which standard errors are worked out; the number of samples is rounded
 * up to 16 times a power of two, at least 128. LATIN_HYPERCUBE: in each replicate, each input has
 * one sample in each of as many equal parts of its probability. SOBOL: replicates are randomly
 * scrambled digital nets, even in many inputs at a time; inputs beyond the first 900 of a graph
 * are drawn as for LATIN_HYPERCUBE. */
typedef enum outlay_sampling {
  OUTLAY_MONTE_CARLO = 0,
  OUTLAY_LATIN_HYPERCUBE,
  OUTLAY_SOBOL,
  OUTLAY_SAMPLINGS
} outlay_sampling;

/* Its name: "mc", "lhs", "sobol". */
const char *outlay_sampling_name(outlay_sampling sampling);

typedef struct outlay_options {
  uint64_t samples; /* at least 1 */
  uint64_t seed;
  uint32_t threads;                                 /* 0: one a processor */
  uint64_t keep_bytes;                              /* columns are kept in memory up to this size */
  const volatile int32_t *cancel;                   /* stop when it becomes non-zero; may be NULL.
                                                       Must outlive the result, which looks at it
                                                       when samples are drawn again */
  void (*progress)(void *context, double fraction); /* may be NULL; called from the
                                                       calling thread only */
  void *progress_context;
  outlay_sampling sampling;
  int32_t exact; /* 1: quantile functions are fitted only where that loses no digit */
  /* Above 0: draw more samples, up to `most_samples`, until the standard error of each output's
   * mean is at most this part of the mean. `samples` are where it begins. */
  double relative_error;
  uint64_t most_samples;
} outlay_options;

/* 100,000 samples, seed 1, all processors, 1 GiB; Monte Carlo, fits allowed, no relative error, at
 * most 10^8 samples for one. */
void outlay_options_default(outlay_options *options);

typedef struct outlay_moments {
  double count;
  double mean;
  double sd;             /* of the samples (population form) */
  double standard_error; /* of the mean */
  double minimum;
  double maximum;
} outlay_moments;

/* The values of some nodes over all samples. Statistics are in base units. A result is not changed
 * by what happens to its graph, and may outlive it. */
typedef struct outlay_result outlay_result;

/* Evaluates `outputs` for all samples at once; `options` may be NULL for the defaults. The result
 * does not depend on the number of threads. Evaluating changes nothing in the graph. */
outlay_status outlay_evaluate(outlay_graph *graph, const outlay_node *outputs, size_t count,
                              const outlay_options *options, outlay_result **out,
                              outlay_error *error);
void outlay_result_free(outlay_result *result);

typedef struct outlay_result_info {
  uint64_t samples;
  outlay_sampling sampling;
  uint32_t replicates;    /* 1 for Monte Carlo */
  int32_t reached;        /* 0: most_samples were not enough for relative_error */
  uint32_t inputs_beyond; /* inputs of SOBOL that are drawn as for LATIN_HYPERCUBE */
  double relative_error;  /* the largest of all outputs: of the standard error to the mean */
} outlay_result_info;
void outlay_result_describe(const outlay_result *result, outlay_result_info *out);

/* Cells of an output: the product of its axes' sizes, the last axis fastest. */
size_t outlay_result_cells(const outlay_result *result, size_t output);
/* OUTLAY_ERROR_LIMIT where the spread of the samples is too large to represent. */
outlay_status outlay_result_moments(const outlay_result *result, size_t output, size_t cell,
                                    outlay_moments *out);
/* Exact quantiles of the samples (linear between order statistics; Hyndman and
 * Fan's type 7). Where columns were not kept, the samples are drawn again. */
outlay_status outlay_result_quantiles(outlay_result *result, size_t output, size_t cell,
                                      const double *probabilities, size_t count, double *out,
                                      outlay_error *error);
/* The column of samples in sample order, NULL if it was not kept; one value
 * for an output without uncertainty. */
const double *outlay_result_samples(const outlay_result *result, size_t output, size_t cell,
                                    size_t *count);
/* Counts of samples in `bins` equal bins between low and high. Those outside
 * are counted in the first and last. */
outlay_status outlay_result_histogram(outlay_result *result, size_t output, size_t cell, double low,
                                      double high, uint64_t *counts, size_t bins,
                                      outlay_error *error);
/* Spearman's rank correlation of two outputs' kept columns. */
outlay_status outlay_result_rank_correlation(outlay_result *result, size_t output, size_t cell,
                                             size_t other, size_t other_cell, double *out,
                                             outlay_error *error);
/* The share of an output's variance that knowing another output's value would remove: the
 * first-order Sobol index, from kept columns (Plischke, Borgonovo and Smith 2013). */
outlay_status outlay_result_variance_share(outlay_result *result, size_t output, size_t cell,
                                           size_t other, size_t other_cell, double *out,
                                           outlay_error *error);

/* What knowing an output's value (output `about`, in the same result) before choosing between some
 * others is worth: how much better the choice then is than the best one without knowing, in the
 * mean; the least is best, or with `greatest` the greatest. Choices are decided in groups of
 * samples by half of each group and judged by the other half, so that luck is not taken for
 * knowledge (after Strong and Oakley, Medical Decision Making 33, 2013). From kept columns, first
 * cells. `best` is the choice without knowing. */
outlay_status outlay_result_information(outlay_result *result, const size_t *choices, size_t count,
                                        size_t about, int32_t greatest, size_t *best, double *value,
                                        double *standard_error, outlay_error *error);

/* ---- sensitivity ----------------------------------------------------------- */

/* A part of a value's variance with its sampling error: the interval has the confidence that was
 * asked for. Not cut off at 0 and 1, which errors may lie beyond. */
typedef struct outlay_index {
  double value, standard_error, low, high;
} outlay_index;

/* Sobol indices of a value. Inputs that are correlated, or that share a draw, are one group; its
 * first-order index is the share of the variance that knowing all of them would remove, its total
 * index what would be left if all others were known. */
typedef struct outlay_indices outlay_indices;

/* By drawing each group anew in two independent sets of samples (Saltelli and others, Computer
 * Physics Communications 181, 2010; Jansen, the same 117, 1999): groups + 2 times `samples` values,
 * of which each is computed from the group on only. `samples` are rounded up to a multiple of 128,
 * or as `sampling` wants it; `keep_bytes` and `relative_error` of the options have no meaning here.
 * Errors are those of 16 replicates. The indices do not depend on the number of threads. The value
 * has one cell and is uncertain. */
outlay_status outlay_sobol_indices(outlay_graph *graph, outlay_node node,
                                   const outlay_options *options, double confidence,
                                   outlay_indices **out, outlay_error *error);
void outlay_indices_free(outlay_indices *indices);

typedef struct outlay_indices_info {
  uint64_t samples;
  uint64_t evaluations; /* values of the output */
  size_t groups;
  double mean, sd; /* of the value, in base units */
} outlay_indices_info;
void outlay_indices_describe(const outlay_indices *indices, outlay_indices_info *out);

/* OUTLAY_ERROR_ARGUMENT if there is no such group; groups are in the order of their first inputs.
 */
outlay_status outlay_indices_of(const outlay_indices *indices, size_t group, outlay_index *first,
                                outlay_index *total);
/* How many inputs a group has; up to `capacity` of them, ascending, in `out` (may be NULL). */
size_t outlay_indices_inputs(const outlay_indices *indices, size_t group, outlay_node *out,
                             size_t capacity);

/* A value where one input is low and where it is high, and all others are at their medians; those
 * that are correlated with it, at the medians they then have. In base units. Inputs that share a
 * draw are one, the first of them. */
typedef struct outlay_swing {
  outlay_node input;
  double input_low, input_high; /* the input itself; NaN where it has several cells */
  double low, high;             /* the value */
} outlay_swing;

/* For each input below an uncertain value of one cell: low and high are the inputs' probabilities,
 * 0 < low < high < 1. `base` is the value with all inputs at their medians. At most `capacity`
 * swings are written; `count` is how many there are. Of the options, those of statistics below the
 * value matter. */
outlay_status outlay_swings(outlay_graph *graph, outlay_node node, double low, double high,
                            const outlay_options *options, double *base, outlay_swing *out,
                            size_t capacity, size_t *count, outlay_error *error);

/* ---- regression ------------------------------------------------------------ */

/* A line, plane or polynomial through points: y = b0 + b1 x1 + b2 x2 ... Plain numbers; whoever
 * fits on a logarithmic scale takes the logarithms. */
typedef struct outlay_regression outlay_regression;

typedef enum outlay_regression_method {
  OUTLAY_LEAST_SQUARES = 0,        /* ordinary; weighted, where there are weights */
  OUTLAY_HUBER,                    /* Huber's M-estimate, which outliers move little */
  OUTLAY_THEIL_SEN,                /* the median of the slopes of all pairs; one x */
  OUTLAY_QUANTILE_REGRESSION,      /* the line below which a share of the points lies; one x */
  OUTLAY_COUNTS_POISSON,           /* log of the mean of counts y; weights are exposures */
  OUTLAY_COUNTS_NEGATIVE_BINOMIAL, /* the same, with variance mean + dispersion mean^2 */
  OUTLAY_REGRESSION_METHODS
} outlay_regression_method;

typedef struct outlay_regression_data {
  const double *x;       /* column by column: x[j * count + i]; without the constant */
  const double *y;       /* [count] */
  const double *weights; /* [count], not negative; NULL: all alike. Only LEAST_SQUARES and counts */
  size_t count, terms;
} outlay_regression_data;

typedef struct outlay_regression_info {
  outlay_regression_method method;
  size_t count;      /* rows of a weight above 0 */
  size_t terms;      /* columns of x; coefficients are one more */
  double degrees;    /* residual degrees of freedom */
  double scale;      /* residual standard deviation; robust methods: from the median deviation */
  double r_squared;  /* share of the variance of y that the fit explains; 0 for counts */
  double deviance;   /* least squares: sum of squares; counts: deviance */
  double dispersion; /* negative binomial; 0 where Poisson fits as well */
  double level;      /* the fitted value at the means of x, where it varies apart from the slopes */
  double level_error;
  int32_t is_exact; /* 1: all points lie on the fit, but for rounding of y */
  uint32_t iterations;
} outlay_regression_info;

/* What a fit says of one point. For counts all is on the scale of the logarithm of the mean. */
typedef struct outlay_prediction {
  double value, standard_error; /* of the fitted value */
  double low, high;             /* its confidence interval */
  /* Where one more y would lie: with the residuals' spread. NaN for quantile lines and counts, and
   * for a robust fit that goes through half of the points exactly: it knows no spread. */
  double outcome_low, outcome_high;
} outlay_prediction;

const char *outlay_regression_method_name(outlay_regression_method method);

/* Fits. `quantile` is for QUANTILE_REGRESSION, in (0, 1). Errors are OUTLAY_ERROR_DOMAIN for a
 * value that is not finite, a negative weight or count (`sample`: its row, from 0),
 * OUTLAY_ERROR_ARGUMENT for too few rows, an x that never changes, or terms that depend on each
 * other.
 *
 * Least squares by Householder's transformations of centred, scaled columns; covariances as usual
 * (R's lm, glm and MASS's rlm and glm.nb give the same). Theil-Sen: standard error of the slope
 * from Sen's rank interval (Journal of the American Statistical Association 63, 1968); at most
 * 10,000 points, for it holds the slopes of all pairs. Quantile
 * regression: covariance for equally distributed residuals, bandwidth of Hall and Sheather
 * (Koenker, Quantile Regression, 2005, sections 3.4 and 4.10). */
outlay_status outlay_regression_fit(const outlay_allocator *allocator,
                                    const outlay_regression_data *data,
                                    outlay_regression_method method, double quantile,
                                    outlay_regression **out, outlay_error *error);
void outlay_regression_free(outlay_regression *regression);
void outlay_regression_describe(const outlay_regression *regression, outlay_regression_info *out);
/* [terms + 1], the constant first; their covariance [terms + 1][terms + 1]; fitted y [count]. */
const double *outlay_regression_coefficients(const outlay_regression *regression);
const double *outlay_regression_covariance(const outlay_regression *regression);
/* [terms]: the means of x that belong to info.level; weighted, and for counts by their precision.
 */
const double *outlay_regression_means(const outlay_regression *regression);
const double *outlay_regression_fitted(const outlay_regression *regression);
/* At x [terms]; `level` of the intervals, such as 0.9. Student's t; the normal for counts. */
outlay_status outlay_regression_predict(const outlay_regression *regression, const double *x,
                                        double level, outlay_prediction *out, outlay_error *error);

/* Coefficients [replicates][terms + 1] of fits to rows drawn again and again with replacement. The
 * draws depend on `seed` alone. Resamples that cannot be fitted (equal x) are drawn anew. Of the
 * options, which may be NULL, `cancel` and `progress` matter. */
outlay_status outlay_regression_bootstrap(const outlay_allocator *allocator,
                                          const outlay_regression_data *data,
                                          outlay_regression_method method, double quantile,
                                          uint64_t seed, size_t replicates,
                                          const outlay_options *options, double *out,
                                          outlay_error *error);

/* Where a line bends: joined straight lines by least squares. */
enum { OUTLAY_MOST_BREAKS = 5 };
typedef struct outlay_breaks {
  size_t count;                      /* breaks */
  double places[OUTLAY_MOST_BREAKS]; /* their x, rising */
  double slopes[OUTLAY_MOST_BREAKS + 1];
  double sum_of_squares;
  double bic; /* n log(sum of squares / n) + (2 + 2 count) log n; lower is better */
} outlay_breaks;

/* Fits 0, 1, ... `most` breaks: out[0..most]. `found` is how many were possible (each piece needs 3
 * points of different x); out[found - 1] is the last. One x, rising or not; weights as for least
 * squares. Breaks are added one by one where they help most, then all are moved until none can be
 * improved. What is below the rounding of y is no improvement. Of the options, which may be NULL,
 * `cancel` and `progress` matter. */
outlay_status outlay_find_breaks(const outlay_allocator *allocator,
                                 const outlay_regression_data *data, size_t most,
                                 const outlay_options *options, outlay_breaks *out, size_t *found,
                                 outlay_error *error);

/* The frontier: members[i] is 1 where, at its time x[i], y[i] is among the `top` highest so far
 * (1: it sets a record). Of equal values the earlier counts as higher; at one time, the row before.
 */
outlay_status outlay_frontier(const double *x, const double *y, size_t count, size_t top,
                              int32_t *members, outlay_error *error);

/* ---- decisions ------------------------------------------------------------- */

/* These evaluate certain values of one cell (statistics, and what is computed from them) for other
 * values of some parameters, with the same draws each time. Parameters have their values back
 * afterwards. Values are in base units. Of the options, `progress` is that of the whole search. */

/* A parameter's value for which a result is zero, or how far it gets. */
typedef struct outlay_solution {
  int32_t found;
  double value; /* of the parameter */
  double rest;  /* the result there: zero but for rounding, or for steps in the result */
  double
      standard_error; /* of the value, for want of samples; not finite where the result is flat */
  double low, high;   /* between which the parameter was tried */
  double at_low, at_high; /* the result there */
  uint64_t trials;
} outlay_solution;

/* Looks for a change of the result's sign, from `start` by ever longer steps up and down to `low`
 * and `high` (NaN: no bound), then between by Brent's method. Places where the model has no value
 * end the search on their side. Parameters that start above zero are searched by their logarithms,
 * unless `low` is not above zero. */
outlay_status outlay_solve(outlay_graph *graph, outlay_node parameter, outlay_node result,
                           double start, double low, double high, const outlay_options *options,
                           outlay_solution *out, outlay_error *error);

/* The results for each of some points: `points` has `count` values for each, `out` gets
 * `output_count`; NaN where the model has no value. */
outlay_status outlay_trials(outlay_graph *graph, const outlay_node *parameters, size_t count,
                            const outlay_node *outputs, size_t output_count, const double *points,
                            size_t point_count, const outlay_options *options, double *out,
                            outlay_error *error);

/* What a search may change: a parameter that has one of `values`, or (`value_count` 0) lies between
 * two bounds, where `step` is above 0 at a multiple of it. */
typedef struct outlay_variable {
  outlay_node parameter;
  double low, high, start;
  double step;
  const double *values;
  size_t value_count;
} outlay_variable;

/* The best choice. `x` and `constraints` are the caller's, one number for each variable and
 * constraint. */
typedef struct outlay_optimum {
  double *x;
  double *constraints; /* what is to be at most zero */
  double objective;
  int32_t feasible; /* 0: the constraints cannot all be met; x is where they are missed by least */
  int32_t defined;  /* 0: the model has no value anywhere that was tried */
  uint64_t trials;
} outlay_optimum;

/* The variables for which `objective` is least with all `constraints` at most zero; `scales` (above
 * zero) say what is much of each. Values are tried in all combinations, at most 10,000; over
 * bounds, NLopt's COBYLA searches from four places; steps are rounded both ways, each with the rest
 * searched again. Deterministic. Local optima that no search begins near are not found. */
outlay_status outlay_optimise(outlay_graph *graph, const outlay_variable *variables, size_t count,
                              outlay_node objective, const outlay_node *constraints,
                              const double *scales, size_t constraint_count,
                              const outlay_options *options, outlay_optimum *out,
                              outlay_error *error);
