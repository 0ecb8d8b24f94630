--- Electricity by country: what it costs large users, and its carbon intensity.
--
-- Prices are rough ranges in national currency that nobody has compared with the statistics yet.
-- Carbon intensity is of generation over the life cycle. Record names are the countries'
-- three-letter ISO codes (deu, usa) in lower case.
local M = {}

M.sources = {
  owid = {
    title = "Our World in Data (Ember, Energy Institute), by way of CodeCarbon",
    address = "https://github.com/mlco2/codecarbon",
    retrieved = "2026-08",
  },
  statistics = {
    title = "National statistics and Eurostat nrg_pc_205, electricity prices for non-household use",
    address = "https://ec.europa.eu/eurostat/databrowser/view/nrg_pc_205/default/table",
  },
}

local mix = "secondary: the file at b05965e4, 2026-08"

M.records = {
  usa = {
    name = "United States", source = "owid", checked = mix,
    grid_carbon = {
      value = 369.473, unit = "gCO2e/kWh", date = "2023",
    },
  },
  can = {
    name = "Canada", source = "owid", checked = mix,
    electricity = {
      low = 0.0365, high = 0.0876, unit = "USD/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 170.043, unit = "gCO2e/kWh", date = "2023",
    },
  },
  mex = {
    name = "Mexico", source = "owid", checked = mix,
    grid_carbon = {
      value = 507.245, unit = "gCO2e/kWh", date = "2023",
    },
  },
  bra = {
    name = "Brazil", source = "owid", checked = mix,
    grid_carbon = {
      value = 98.348, unit = "gCO2e/kWh", date = "2023",
    },
  },
  chl = {
    name = "Chile", source = "owid", checked = mix,
    grid_carbon = {
      value = 291.113, unit = "gCO2e/kWh", date = "2023",
    },
  },
  gbr = {
    name = "United Kingdom", source = "owid", checked = mix,
    electricity = {
      low = 0.2, high = 0.26, unit = "GBP/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 237.589, unit = "gCO2e/kWh", date = "2023",
    },
  },
  irl = {
    name = "Ireland", source = "owid", checked = mix,
    electricity = {
      low = 0.18, high = 0.24, unit = "EUR/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 290.805, unit = "gCO2e/kWh", date = "2023",
    },
  },
  fra = {
    name = "France", source = "owid", checked = mix,
    electricity = {
      low = 0.12, high = 0.16, unit = "EUR/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 56.039, unit = "gCO2e/kWh", date = "2023",
    },
  },
  deu = {
    name = "Germany", source = "owid", checked = mix,
    electricity = {
      low = 0.16, high = 0.2, unit = "EUR/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 380.95, unit = "gCO2e/kWh", date = "2023",
    },
  },
  nld = {
    name = "Netherlands", source = "owid", checked = mix,
    electricity = {
      low = 0.15, high = 0.19, unit = "EUR/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 267.622, unit = "gCO2e/kWh", date = "2023",
    },
  },
  bel = {
    name = "Belgium", source = "owid", checked = mix,
    grid_carbon = {
      value = 138.107, unit = "gCO2e/kWh", date = "2023",
    },
  },
  esp = {
    name = "Spain", source = "owid", checked = mix,
    electricity = {
      low = 0.1, high = 0.13, unit = "EUR/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 174.05, unit = "gCO2e/kWh", date = "2023",
    },
  },
  prt = {
    name = "Portugal", source = "owid", checked = mix,
    grid_carbon = {
      value = 165.553, unit = "gCO2e/kWh", date = "2023",
    },
  },
  ita = {
    name = "Italy", source = "owid", checked = mix,
    electricity = {
      low = 0.17, high = 0.22, unit = "EUR/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 330.718, unit = "gCO2e/kWh", date = "2023",
    },
  },
  pol = {
    name = "Poland", source = "owid", checked = mix,
    grid_carbon = {
      value = 661.926, unit = "gCO2e/kWh", date = "2023",
    },
  },
  swe = {
    name = "Sweden", source = "owid", checked = mix,
    electricity = {
      low = 0.07, high = 0.1, unit = "EUR/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 40.695, unit = "gCO2e/kWh", date = "2023",
    },
  },
  nor = {
    name = "Norway", source = "owid", checked = mix,
    electricity = {
      low = 0.06, high = 0.1, unit = "EUR/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 30.08, unit = "gCO2e/kWh", date = "2023",
    },
  },
  fin = {
    name = "Finland", source = "owid", checked = mix,
    electricity = {
      low = 0.07, high = 0.1, unit = "EUR/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 79.158, unit = "gCO2e/kWh", date = "2023",
    },
  },
  dnk = {
    name = "Denmark", source = "owid", checked = mix,
    grid_carbon = {
      value = 151.65, unit = "gCO2e/kWh", date = "2023",
    },
  },
  che = {
    name = "Switzerland", source = "owid", checked = mix,
    grid_carbon = {
      value = 34.843, unit = "gCO2e/kWh", date = "2023",
    },
  },
  aut = {
    name = "Austria", source = "owid", checked = mix,
    grid_carbon = {
      value = 110.812, unit = "gCO2e/kWh", date = "2023",
    },
  },
  isl = {
    name = "Iceland", source = "owid", checked = mix,
    electricity = {
      low = 0.04, high = 0.07, unit = "USD/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 27.68, unit = "gCO2e/kWh", date = "2022",
    },
  },
  chn = {
    name = "China", source = "owid", checked = mix,
    electricity = {
      low = 0.55, high = 0.75, unit = "CNY/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 582.317, unit = "gCO2e/kWh", date = "2023",
    },
  },
  ind = {
    name = "India", source = "owid", checked = mix,
    electricity = {
      low = 0.0777, high = 0.108, unit = "USD/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 713.441, unit = "gCO2e/kWh", date = "2023",
    },
  },
  jpn = {
    name = "Japan", source = "owid", checked = mix,
    electricity = {
      low = 18, high = 26, unit = "JPY/kWh", scope = "site", date = "2024", source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 485.392, unit = "gCO2e/kWh", date = "2023",
    },
  },
  kor = {
    name = "South Korea", source = "owid", checked = mix,
    electricity = {
      low = 0.103, high = 0.136, unit = "USD/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 430.567, unit = "gCO2e/kWh", date = "2023",
    },
  },
  twn = {
    name = "Taiwan", source = "owid", checked = mix,
    electricity = {
      low = 0.106, high = 0.146, unit = "USD/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 642.378, unit = "gCO2e/kWh", date = "2023",
    },
  },
  sgp = {
    name = "Singapore", source = "owid", checked = mix,
    electricity = {
      low = 0.15, high = 0.21, unit = "USD/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 470.783, unit = "gCO2e/kWh", date = "2023",
    },
  },
  hkg = {
    name = "Hong Kong", source = "owid", checked = mix,
    grid_carbon = {
      value = 699.499, unit = "gCO2e/kWh", date = "2022",
    },
  },
  aus = {
    name = "Australia", source = "owid", checked = mix,
    grid_carbon = {
      value = 548.692, unit = "gCO2e/kWh", date = "2023",
    },
  },
  nzl = {
    name = "New Zealand", source = "owid", checked = mix,
    grid_carbon = {
      value = 112.758, unit = "gCO2e/kWh", date = "2023",
    },
  },
  idn = {
    name = "Indonesia", source = "owid", checked = mix,
    grid_carbon = {
      value = 675.931, unit = "gCO2e/kWh", date = "2022",
    },
  },
  mys = {
    name = "Malaysia", source = "owid", checked = mix,
    grid_carbon = {
      value = 605.831, unit = "gCO2e/kWh", date = "2022",
    },
  },
  tha = {
    name = "Thailand", source = "owid", checked = mix,
    grid_carbon = {
      value = 549.583, unit = "gCO2e/kWh", date = "2023",
    },
  },
  vnm = {
    name = "Vietnam", source = "owid", checked = mix,
    grid_carbon = {
      value = 475.449, unit = "gCO2e/kWh", date = "2023",
    },
  },
  are = {
    name = "United Arab Emirates", source = "owid", checked = mix,
    electricity = {
      low = 0.07, high = 0.11, unit = "USD/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 561.135, unit = "gCO2e/kWh", date = "2022",
    },
  },
  sau = {
    name = "Saudi Arabia", source = "owid", checked = mix,
    electricity = {
      low = 0.048, high = 0.07, unit = "USD/kWh", scope = "site", date = "2024",
      source = "statistics",
      checked = false, range = "large industrial customers, without recoverable taxes",
    },
    grid_carbon = {
      value = 706.791, unit = "gCO2e/kWh", date = "2022",
    },
  },
  qat = {
    name = "Qatar", source = "owid", checked = mix,
    grid_carbon = {
      value = 602.5, unit = "gCO2e/kWh", date = "2023",
    },
  },
  isr = {
    name = "Israel", source = "owid", checked = mix,
    grid_carbon = {
      value = 582.927, unit = "gCO2e/kWh", date = "2022",
    },
  },
  zaf = {
    name = "South Africa", source = "owid", checked = mix,
    grid_carbon = {
      value = 707.686, unit = "gCO2e/kWh", date = "2023",
    },
  },
  kaz = {
    name = "Kazakhstan", source = "owid", checked = mix,
    grid_carbon = {
      value = 821.391, unit = "gCO2e/kWh", date = "2023",
    },
  },
}

return M
