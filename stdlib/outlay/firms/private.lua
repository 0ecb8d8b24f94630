--- Private laboratories and firms from China: revenue and funds raised, as reported.
--
-- A private firm publishes no accounts: what is here was said by its officers or found by the
-- press, and is marked so. Chinese firms report in yuan; the dollars are at the year's mean rate.
local years = require("outlay.firms.fiscal_years").series

local M = {}

M.sources = {
  openai = {
    title = "Press on OpenAI's revenue: The Information, New York Times, Reuters, 2024-2026",
    address = "https://openai.com/",
  },
  openai_round = {
    title = "OpenAI, funding announcements of 2024-10, 2025-03 and 2026-03",
    address = "https://openai.com/news/",
  },
  anthropic = {
    title = "Press on Anthropic's revenue and run rate: The Information, Reuters, 2025-2026",
    address = "https://www.anthropic.com/",
  },
  anthropic_round = {
    title = "Anthropic, Series G of 30 GUSD (2026-02) and the rounds before it",
    address = "https://www.anthropic.com/news",
  },
  xai = {
    title = "xAI, Series E of 20 GUSD (2026-01) and the rounds before it",
    address = "https://x.ai/news",
  },
  mistral = {
    title = "Mistral AI, Series C of 1.7 GEUR led by ASML, 2025-09-09",
    address = "https://mistral.ai/news/",
  },
  alibaba = {
    title = "Alibaba, annual results for fiscal years to March 2023, 2024 and 2025",
    address = "https://www.alibabagroup.com/en-US/ir-financial-reports-financial-results",
  },
  alibaba_plan = {
    title = "Alibaba, 380 GCNY for cloud and AI infrastructure over three years, 2025-02-24",
    address = "https://www.alibabacloud.com/press-room",
  },
  tencent = {
    title = "Tencent, annual results 2022 to 2024",
    address = "https://www.tencent.com/en-us/investors.html",
  },
  baidu = {
    title = "Baidu, annual results 2022 to 2024", address = "https://ir.baidu.com/",
  },
}

local press = "secondary: press reports, 2026-11"
local converted = "reported in yuan, converted at the mean rate of the year (index.exchange.cny)"

M.records = {
  unit = "GUSD", scope = "year", checked = false,

  openai = {
    name = "OpenAI", source = "openai",
    revenue = {
      checked = press .. " (2024: expected in 2024-10; 2025: reported in 2026)",
      note = "reported by the press, not by the firm",
      series = years {
        recalled = { "2023" }, ["2023"] = 1.6, ["2024"] = 3.7, ["2025"] = 13.1,
      },
    },
    funds_raised = {
      source = "openai_round", checked = press, note = "the round, not all that was raised before",
      series = years { ["2024"] = 6.6, ["2025"] = 40, ["2026"] = 122 },
    },
    compute_2028 = {
      value = 121, date = "2028", price_year = "2026-04", source = "openai", checked = press,
      imputed = "projection", note = "what it expected in 2026 to spend on compute in 2028",
    },
  },

  anthropic = {
    name = "Anthropic", source = "anthropic",
    revenue = {
      note = "reported by the press; a run rate at the year's end is higher (9 GUSD in 2025-12)",
      series = years { ["2023"] = 0.1, ["2024"] = 0.4, ["2025"] = 4.5 },
    },
    run_rate = {
      scope = "annualised", checked = press, note = "the last month times twelve",
      { date = "2024-12", value = 1, price_year = "2024-12" },
      { date = "2025-10", value = 7, price_year = "2025-09" },
      { date = "2025-12", value = 9, price_year = "2025-12" },
      { date = "2026-02", value = 14, price_year = "2026-02" },
      { date = "2026-04", value = 30, price_year = "2026-04" },
    },
    funds_raised = {
      source = "anthropic_round", checked = press,
      note = "series E and F in 2025 (3.5 and 13 GUSD), G and H in 2026 (30 and 65 GUSD)",
      series = years {
        recalled = { "2025" }, ["2025"] = 16.5, ["2026"] = 95,
      },
    },
  },

  xai = {
    name = "xAI", source = "xai",
    funds_raised = {
      checked = press,
      note = "series B and C in 2024, equity and debt in 2025, series E in 2026",
      series = years {
        recalled = { "2024", "2025" }, ["2024"] = 12, ["2025"] = 10, ["2026"] = 20,
      },
    },
  },

  mistral = {
    name = "Mistral AI", source = "mistral",
    funds_raised = {
      imputed = "announced in euro, converted at the mean rate of the year (index.exchange.eur)",
      series = years { ["2023"] = 0.53, ["2024"] = 0.65, ["2025"] = 1.92 },
    },
  },

  alibaba = {
    name = "Alibaba (fiscal year to March)", source = "alibaba", imputed = converted,
    capex = {
      note = "33.1, 32.1 and 86.0 GCNY",
      series = years { ends = 3, ["2023"] = 4.9, ["2024"] = 4.5, ["2025"] = 11.9 },
    },
    revenue = {
      note = "868.7, 941.2 and 996.3 GCNY",
      series = years { ends = 3, ["2023"] = 126.5, ["2024"] = 130.4, ["2025"] = 137.3 },
    },
    three_year_plan = {
      value = 52.4, date = "2025-02", price_year = "2025-02", scope = "three years",
      source = "alibaba_plan", checked = press, note = "380 GCNY for cloud and AI until 2027",
    },
  },

  tencent = {
    name = "Tencent", source = "tencent", imputed = converted,
    capex = {
      checked = press .. " (the growth of 221 % in 2024)",
      note = "18.0, 23.9 and 76.8 GCNY",
      series = years {
        recalled = { "2022" }, ["2022"] = 2.7, ["2023"] = 3.4, ["2024"] = 10.7,
      },
    },
    revenue = {
      checked = "primary: announcement of the results for 2024 (2024)",
      note = "554.6, 609.0 and 660.3 GCNY",
      series = years {
        recalled = { "2022", "2023" }, ["2022"] = 82.4, ["2023"] = 86, ["2024"] = 91.8,
      },
    },
  },

  baidu = {
    name = "Baidu", source = "baidu", imputed = converted,
    capex = {
      note = "8.3, 11.2 and 8.1 GCNY",
      series = years { ["2022"] = 1.23, ["2023"] = 1.58, ["2024"] = 1.13 },
    },
    revenue = {
      checked = "primary: announcement of the results for 2024 (2023, 2024)",
      note = "123.7, 134.6 and 133.1 GCNY",
      series = years {
        recalled = { "2022" }, ["2022"] = 18.4, ["2023"] = 19, ["2024"] = 18.5,
      },
    },
  },
}

return M
