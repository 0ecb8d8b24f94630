#include "unit_table.h"

enum {
  LARGE = OUTLAY_PREFIX_LARGE,
  LARGEST = OUTLAY_PREFIX_LARGEST,
  SMALL = OUTLAY_PREFIX_SMALL,
  MONEY = OUTLAY_PREFIX_MONEY,
  MANY = OUTLAY_PREFIX_MANY,
  BINARY = OUTLAY_PREFIX_BINARY,
  KILO = OUTLAY_PREFIX_KILO
};

/* SI brochure, 9th edition (BIPM 2019), table 7; IEC 80000-13 for the binary ones. */
const outlay_prefix outlay_prefixes[] = {
    {"", 1, 0},
    {"n", 1e-9, SMALL},
    {"u", 1e-6, SMALL},
    {"m", 1e-3, SMALL},
    {"k", 1e3, LARGE | MONEY | MANY | KILO},
    {"M", 1e6, LARGE | MONEY | MANY},
    {"B", 1e9, MONEY},
    {"G", 1e9, LARGE | MONEY | MANY},
    {"T", 1e12, LARGE | MONEY | MANY},
    {"P", 1e15, LARGE},
    {"E", 1e18, LARGE},
    {"Z", 1e21, LARGEST},
    {"Y", 1e24, LARGEST},
    {"Ki", 1024.0, BINARY},
    {"Mi", 1048576.0, BINARY},
    {"Gi", 1073741824.0, BINARY},
    {"Ti", 1099511627776.0, BINARY},
    {"Pi", 1125899906842624.0, BINARY},
};
const size_t outlay_prefix_count = sizeof outlay_prefixes / sizeof outlay_prefixes[0];

/* A year is the Julian year of 365.25 days, a month the twelfth of it. */
const outlay_unit_row outlay_unit_rows[] = {
    {"s second seconds", 1, OUTLAY_BASE_TIME, OUTLAY_UNIT_OF_BASE, SMALL},
    {"min minute minutes", 60, OUTLAY_BASE_TIME, OUTLAY_UNIT_OF_BASE, 0},
    {"h hr hour hours", 3600, OUTLAY_BASE_TIME, OUTLAY_UNIT_OF_BASE, 0},
    {"day days d", 86400, OUTLAY_BASE_TIME, OUTLAY_UNIT_OF_BASE, 0},
    {"week weeks", 604800, OUTLAY_BASE_TIME, OUTLAY_UNIT_OF_BASE, 0},
    {"month months", 2629800, OUTLAY_BASE_TIME, OUTLAY_UNIT_OF_BASE, 0},
    {"quarter quarters", 7889400, OUTLAY_BASE_TIME, OUTLAY_UNIT_OF_BASE, 0},
    {"year years yr y", 31557600, OUTLAY_BASE_TIME, OUTLAY_UNIT_OF_BASE, 0},
    {"J", 1, OUTLAY_BASE_ENERGY, OUTLAY_UNIT_OF_BASE, LARGE},
    {"Wh", 3600, OUTLAY_BASE_ENERGY, OUTLAY_UNIT_OF_BASE, LARGE},
    {"W", 1, OUTLAY_BASE_ENERGY, OUTLAY_UNIT_PER_SECOND, LARGE},
    {"B byte bytes", 1, OUTLAY_BASE_DATA, OUTLAY_UNIT_OF_BASE, LARGE | BINARY},
    {"bit bits", 0.125, OUTLAY_BASE_DATA, OUTLAY_UNIT_OF_BASE, LARGE | BINARY},
    {"FLOP", 1, OUTLAY_BASE_FLOP, OUTLAY_UNIT_OF_BASE, LARGE | LARGEST},
    {"m", 1, OUTLAY_BASE_LENGTH, OUTLAY_UNIT_OF_BASE, KILO | SMALL},
    {"g", 1e-3, OUTLAY_BASE_MASS, OUTLAY_UNIT_OF_BASE, LARGE | SMALL},
    {"t tonne tonnes", 1000, OUTLAY_BASE_MASS, OUTLAY_UNIT_OF_BASE, MANY},
    {"gCO2", 1e-3, OUTLAY_BASE_MASS, OUTLAY_UNIT_OF_BASE, LARGE | SMALL},
    {"tCO2", 1000, OUTLAY_BASE_MASS, OUTLAY_UNIT_OF_BASE, MANY},
    {"gCO2e", 1e-3, OUTLAY_BASE_MASS, OUTLAY_UNIT_OF_BASE, LARGE | SMALL},
    {"tCO2e", 1000, OUTLAY_BASE_MASS, OUTLAY_UNIT_OF_BASE, MANY},
    {"%", 1e-2, OUTLAY_BASE_MONEY, OUTLAY_UNIT_NUMBER, 0},
    {"ppm", 1e-6, OUTLAY_BASE_MONEY, OUTLAY_UNIT_NUMBER, 0},
};
const size_t outlay_unit_row_count = sizeof outlay_unit_rows / sizeof outlay_unit_rows[0];

/* A generic thing stands before its kinds. */
const outlay_count_row outlay_count_rows[] = {
    {"token tokens", "", MANY},
    {"chip chips", "", 0},
    {"GPU GPUs", "chip", 0},
    {"TPU TPUs", "chip", 0},
    {"accelerator accelerators", "chip", 0},
    {"person people persons", "", 0},
    {"FTE FTEs", "person", 0},
    {"request requests", "", 0},
    {"query queries", "request", 0},
    {"parameter parameters", "", 0},
    {"server servers", "", 0},
    {"rack racks", "", 0},
    {"image images", "", 0},
    {"word words", "", 0},
    {"wafer wafers", "", 0},
};
const size_t outlay_count_row_count = sizeof outlay_count_rows / sizeof outlay_count_rows[0];

const outlay_currency_row outlay_currency_rows[] = {
    {"USD", "$"},  {"EUR", "\xE2\x82\xAC"}, {"GBP", "\xC2\xA3"},
    {"JPY", NULL}, {"CNY", NULL},           {"CHF", NULL},
};
const size_t outlay_currency_row_count =
    sizeof outlay_currency_rows / sizeof outlay_currency_rows[0];

const outlay_misnomer outlay_misnomers[] = {
    {"b", "it could be bytes or bits", "write B or byte for bytes, bit for bits"},
    {"ton", "there are several kinds of ton", "write t or tonne for 1,000 kg"},
    {"tons", "there are several kinds of ton", "write t or tonne for 1,000 kg"},
    {"\xC2\xA5", "it is the sign of several currencies", "write JPY or CNY"},
    {"cent", "it could be of several currencies",
     "write 8 cents as 0.08 USD, or declare units.define(\"cent\", \"0.01 USD\")"},
    {"cents", "it could be of several currencies",
     "write 8 cents as 0.08 USD, or declare units.define(\"cent\", \"0.01 USD\")"},
    {"a", NULL, "write year for a year"},
    {"mo", NULL, "did you mean month?"},
    {"sec", NULL, "did you mean s?"},
    {"secs", NULL, "did you mean s?"},
    {"mins", NULL, "did you mean min?"},
    {"hrs", NULL, "did you mean h?"},
    {"yrs", NULL, "did you mean year?"},
    {"dollar", NULL, "did you mean USD?"},
    {"dollars", NULL, "did you mean USD?"},
    {"euro", NULL, "did you mean EUR?"},
    {"euros", NULL, "did you mean EUR?"},
    {"joule", NULL, "did you mean J?"},
    {"joules", NULL, "did you mean J?"},
    {"watt", NULL, "did you mean W?"},
    {"watts", NULL, "did you mean W?"},
    {"gram", NULL, "did you mean g?"},
    {"percent", NULL, "did you mean %?"},
    {"pct", NULL, "did you mean %?"},
    {"param", NULL, "did you mean parameter?"},
    {"params", NULL, "did you mean parameters?"},
};
const size_t outlay_misnomer_count = sizeof outlay_misnomers / sizeof outlay_misnomers[0];
