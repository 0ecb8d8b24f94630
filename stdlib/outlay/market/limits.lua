--- What bounds how much can be trained: packaging of chips, power, text, and what an analysis of
--- all of them found for 2030.
local M = {}

M.sources = {
  cowos = {
    title = "SemiWiki, TrendForce, DigiTimes and banks on TSMC's CoWoS capacity, 2023-2026",
    address = "https://www.trendforce.com/news/", retrieved = "2026-11",
  },
  iea = {
    title = "International Energy Agency, Energy and AI, 2025-04",
    address = "https://www.iea.org/reports/energy-and-ai", retrieved = "2026-11",
  },
  lbnl = {
    title = "Lawrence Berkeley National Laboratory, US Data Center Energy Usage Report, 2024",
    address = "https://doi.org/10.71468/P1WC7Q",
  },
  scaling = {
    title = "Epoch AI, Can AI scaling continue through 2030?, 2024-08-20",
    address = "https://epoch.ai/blog/can-ai-scaling-continue-through-2030", retrieved = "2026-11",
  },
}

local press = "secondary: pages that quote it, 2026-11"

M.records = {
  cowos = {
    name = "TSMC's CoWoS packaging: wafers a month at the end of the year", unit = "1/month",
    scope = "end of the year", source = "cowos", checked = press,
    range = "lowest and highest estimate", imputed = "estimates of analysts",
    series = {
      ["2023"] = { low = 11000, value = 13000, high = 15000 },
      ["2024"] = { low = 32000, value = 36000, high = 40000 },
      ["2025"] = { low = 65000, value = 75000, high = 80000 },
      ["2026"] = { low = 90000, value = 110000, high = 150000 },
    },
  },
  cowos_share_of_nvidia = {
    unit = "%", scope = "year", source = "cowos", checked = press,
    imputed = "estimates of analysts",
    series = { ["2025"] = 63, ["2026"] = 60 },
  },

  electricity = {
    scope = "year", unit = "TWh/year", source = "iea", checked = press,
    world = {
      name = "electricity of all data centres, world",
      series = {
        ["2024"] = 415,
        ["2030"] = {
          value = 945, imputed = "base case of the projection",
          note = "never published for the years between: a projection",
        },
      },
    },
    united_states = {
      name = "electricity of all data centres, United States", source = "lbnl", checked = false,
      series = {
        ["2023"] = 176,
        ["2028"] = {
          low = 325, high = 580, imputed = "projection",
          note = "never published for the years between: a projection",
        },
      },
    },
  },

  -- How large one training run could be in 2030 if nothing else but this bound it.
  run_in_2030 = {
    unit = "FLOP", date = "2030", source = "scaling", checked = press, scope = "training run",
    imputed = "projection of 2024", range = "80 %",
    feasible = { value = 2e29, note = "power binds first, then chips" },
    by_power_of_one_site = { low = 1e28, high = 3e29, note = "1 to 5 GW" },
    by_power_of_many_sites = {
      low = 2e28, high = 2e30, checked = false, note = "2 to 45 GW",
    },
    by_chips = {
      low = 1e29, value = 9e29, high = 5e30, checked = false,
      note = "20 to 400 million H100-equivalents for one laboratory",
    },
    by_data = { low = 6e28, high = 2e32, note = "4e14 to 2e16 tokens" },
    by_latency = { low = 3e30, high = 1e32, checked = false },
  },
}

return M
