--- Public firms: capital expenditure and revenue by fiscal year, as in their annual reports, and
--- what they said of the year to come.
--
-- Capital expenditure is what was paid for property and equipment in the cash flow statement,
-- without what was leased. Amounts are in the money of their year. `capex["2025"]` is the fiscal
-- year 2025, whose months `explain` names.
local years = require("outlay.firms.fiscal_years").series

local M = {}

M.sources = {
  microsoft = {
    title = "Microsoft, annual reports (Form 10-K) 2022 to 2026, cash flow and income statements",
    address = "https://www.microsoft.com/en-us/investor/sec-filings",
  },
  alphabet = {
    title = "Alphabet, annual reports (Form 10-K) 2022 to 2025, cash flow and income statements",
    address = "https://abc.xyz/investor/",
  },
  alphabet_outlook = {
    title = "Alphabet, fourth quarter 2025 results call, 2026-02-04",
    address = "https://abc.xyz/investor/",
  },
  amazon = {
    title = "Amazon.com, annual reports (Form 10-K) 2022 to 2025, cash flow and income statements",
    address = "https://ir.aboutamazon.com/sec-filings/",
  },
  amazon_outlook = {
    title = "Amazon.com, fourth quarter 2025 results call, 2026-02-05",
    address = "https://ir.aboutamazon.com/",
  },
  meta = {
    title = "Meta Platforms, annual reports (Form 10-K) 2022 to 2025, cash flow and income "
      .. "statements",
    address = "https://investor.atmeta.com/financials/",
  },
  meta_outlook = {
    title = "Meta Platforms, fourth quarter 2025 results, 2026-01-28",
    address = "https://investor.atmeta.com/",
  },
  apple = {
    title = "Apple, annual reports (Form 10-K) 2022 to 2025, cash flow and income statements",
    address = "https://investor.apple.com/sec-filings/",
  },
  oracle = {
    title = "Oracle, annual reports (Form 10-K) 2022 to 2026, cash flow and income statements",
    address = "https://investor.oracle.com/sec-filings/",
  },
  nvidia = {
    title = "NVIDIA, annual reports (Form 10-K) for fiscal years 2023 to 2026",
    address = "https://investor.nvidia.com/financial-info/sec-filings/",
  },
  tesla = {
    title = "Tesla, annual reports (Form 10-K) 2022 to 2025, cash flow and income statements",
    address = "https://ir.tesla.com/sec-filings",
  },
  tesla_outlook = {
    title = "Tesla, fourth quarter 2025 results call, 2026-01-28",
    address = "https://ir.tesla.com/",
  },
}

local quoted = "secondary: amounts of the cash flow statements as quoted in public repositories, "
  .. "2026-11"
local press = "secondary: press reports of the results, 2026-11"

M.records = {
  unit = "GUSD", scope = "year", checked = false,

  microsoft = {
    name = "Microsoft (fiscal year to June)", source = "microsoft",
    capex = {
      checked = quoted,
      note = "additions to property and equipment; finance leases come on top (24 GUSD in 2025)",
      series = years {
        recalled = { "2022" },
        ends = 6, ["2022"] = 23.886, ["2023"] = 28.107, ["2024"] = 44.477,
        ["2025"] = 64.551, ["2026"] = 115.948,
      },
    },
    revenue = {
      checked = "primary: segment note of the 10-K for 2025; 2026 as quoted from the results",
      series = years {
        recalled = { "2022" },
        ends = 6, ["2022"] = 198.27, ["2023"] = 211.915, ["2024"] = 245.122,
        ["2025"] = 281.724, ["2026"] = 331.839,
      },
    },
  },

  alphabet = {
    name = "Alphabet (Google)", source = "alphabet",
    capex = {
      checked = quoted,
      series = years {
        ["2022"] = 31.485, ["2023"] = 32.251, ["2024"] = 52.535, ["2025"] = 91.447,
      },
    },
    revenue = {
      checked = "primary: segment note of the 10-K for 2025 (2023 to 2025)",
      series = years {
        recalled = { "2022" },
        ["2022"] = 282.836, ["2023"] = 307.394, ["2024"] = 350.018, ["2025"] = 402.836,
      },
    },
    capex_guidance = {
      low = 175, high = 185, range = "bounds", date = "2026", price_year = "2026-02",
      source = "alphabet_outlook", checked = press, note = "guidance of 2026-02 for 2026",
    },
  },

  amazon = {
    name = "Amazon", source = "amazon",
    capex = {
      checked = quoted, note = "of all its businesses: warehouses, too",
      series = years {
        ["2022"] = 63.645, ["2023"] = 52.729, ["2024"] = 82.999, ["2025"] = 131.819,
      },
    },
    revenue = {
      checked = "secondary: results as printed by news wires (2023, 2024)",
      series = years {
        recalled = { "2022", "2025" },
        ["2022"] = 513.983, ["2023"] = 574.785, ["2024"] = 637.959, ["2025"] = 716.924,
      },
    },
    capex_guidance = {
      value = 200, date = "2026", price_year = "2026-02", source = "amazon_outlook",
      checked = press, note = "guidance of 2026-02 for 2026: about 200 GUSD",
    },
  },

  meta = {
    name = "Meta", source = "meta",
    capex = {
      checked = quoted,
      note = "with principal payments on finance leases, as Meta counts: 28.1 in 2023, 39.2 in "
        .. "2024, 72.2 GUSD in 2025",
      series = years {
        recalled = { "2022" },
        ["2022"] = 31.186, ["2023"] = 27.045, ["2024"] = 37.256, ["2025"] = 69.691,
      },
    },
    revenue = {
      checked = quoted,
      series = years {
        recalled = { "2022", "2023" },
        ["2022"] = 116.609, ["2023"] = 134.902, ["2024"] = 164.501, ["2025"] = 200.966,
      },
    },
    capex_guidance = {
      low = 115, high = 135, range = "bounds", date = "2026", price_year = "2026-01",
      source = "meta_outlook", checked = press,
      note = "guidance of 2026-01 for 2026, with finance leases",
    },
  },

  apple = {
    name = "Apple (fiscal year to September)", source = "apple",
    capex = {
      checked = quoted,
      series = years {
        ends = 9, ["2022"] = 10.708, ["2023"] = 10.959, ["2024"] = 9.447, ["2025"] = 12.715,
      },
    },
    revenue = {
      series = years {
        ends = 9, ["2022"] = 394.328, ["2023"] = 383.285, ["2024"] = 391.035,
        ["2025"] = 416.161,
      },
    },
  },

  oracle = {
    name = "Oracle (fiscal year to May)", source = "oracle",
    capex = {
      checked = quoted,
      series = years {
        ends = 5, ["2022"] = 4.511, ["2023"] = 8.695, ["2024"] = 6.866, ["2025"] = 21.215,
        ["2026"] = 55.663,
      },
    },
    revenue = {
      checked = "secondary: 2025 as reported by the press, 2026 as quoted from the results",
      series = years {
        recalled = { "2022", "2023", "2024" },
        ends = 5, ["2022"] = 42.44, ["2023"] = 49.954, ["2024"] = 52.961, ["2025"] = 57.399,
        ["2026"] = 67.357,
      },
    },
  },

  nvidia = {
    name = "NVIDIA (fiscal year to January: 2026 is nearly the calendar's 2025)", source = "nvidia",
    capex = {
      note = "property, equipment and intangible assets",
      series = years { ends = 1, ["2023"] = 1.833, ["2024"] = 1.069, ["2025"] = 3.236 },
    },
    revenue = {
      checked = "primary: results for fiscal 2026, 2026-02-25 (2026, and 2025 by its growth)",
      series = years {
        recalled = { "2023", "2024" },
        ends = 1, ["2023"] = 26.974, ["2024"] = 60.922, ["2025"] = 130.497, ["2026"] = 215.938,
      },
    },
    data_center_revenue = {
      checked = "secondary: press reports of the results (2026), 2026-11",
      series = years {
        recalled = { "2023", "2024", "2025" },
        ends = 1, ["2023"] = 15.005, ["2024"] = 47.525, ["2025"] = 115.186, ["2026"] = 193.7,
      },
    },
  },

  tesla = {
    name = "Tesla", source = "tesla",
    capex = {
      checked = "secondary: 2023 and 2024 as quoted in a public repository, 2025 as reported by "
        .. "the press, 2026-11",
      series = years {
        recalled = { "2022" },
        ["2022"] = 7.158, ["2023"] = 8.898, ["2024"] = 11.339, ["2025"] = 8.527,
      },
    },
    revenue = {
      checked = "secondary: 2024 and 2025 as reported by the press",
      series = years {
        recalled = { "2022", "2023" },
        ["2022"] = 81.462, ["2023"] = 96.773, ["2024"] = 97.69, ["2025"] = 94.827,
      },
    },
    capex_guidance = {
      low = 20, high = 25, range = "more than 20 GUSD; the upper end is an assumption",
      date = "2026", price_year = "2026-01", source = "tesla_outlook", checked = press,
      note = "guidance of 2026-01 for 2026",
    },
  },
}

return M
