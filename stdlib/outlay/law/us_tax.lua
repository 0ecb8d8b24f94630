--- Tax of companies in the United States, as far as it bears on buying hardware.
local M = {}

M.sources = {
  code = {
    title = "Internal Revenue Code, section 11(b): tax of corporations",
    address = "https://www.law.cornell.edu/uscode/text/26/11",
  },
  bonus = {
    title = "Internal Revenue Code, section 168(k), as changed by Public Law 119-21 (2025-07-04)",
    address = "https://www.law.cornell.edu/uscode/text/26/168",
  },
}

M.records = {
  us_tax = {
    jurisdiction = "US", unit = "1", source = "code", checked = false,
    rate = {
      value = 0.21, date = "2018", note = "federal; states add",
    },
    bonus = {
      source = "bonus", note = "share of the price deducted in the first year",
      checked = "secondary: deductionatlas.com on Publication 946, 2026-11, for 2022 to 2024",
      series = {
        ["2022"] = 1.0, ["2023"] = 0.8, ["2024"] = 0.6,
        ["2025"] = {
          value = 1.0, checked = false, note = "acquired after 2025-01-19; before that 0.4",
        },
        ["2026"] = { value = 1.0, checked = false },
      },
    },
  },
}

return M
