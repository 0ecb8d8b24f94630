--- Average price of electricity after 2023, for seventeen states of the North.
--
-- Revenue over sales of all utilities: January to July 2024, and April 2025 alone. `site.state` has
-- 2023, `site.state_year` the years to 2024 for twelve states of the South.
local M = {}

M.sources = {
  epm_2024 = {
    title = "U.S. EIA, Electric Power Monthly, table 5.6.B, year to date through July 2024",
    address = "https://www.eia.gov/electricity/monthly/epm_table_grapher.php?t=epmt_5_06_b",
    retrieved = "2026-11",
  },
  epm_2025 = {
    title = "U.S. EIA, Electric Power Monthly, table 5.6.A, April 2025",
    address = "https://www.eia.gov/electricity/monthly/epm_table_grapher.php?t=table_5_06_a",
    retrieved = "2026-11",
  },
}

M.records = {
  unit = "USD/kWh", scope = "site", source = "epm_2024",
  checked = "primary: the page itself, 2026-11",

  connecticut = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.1626 },
      { date = "2025-04", value = 0.1907, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.2018 },
      { date = "2025-04", value = 0.2446, source = "epm_2025" },
    },
  },
  maine = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.135 },
      { date = "2025-04", value = 0.14, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1803 },
      { date = "2025-04", value = 0.2133, source = "epm_2025" },
    },
  },
  massachusetts = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.1804 },
      { date = "2025-04", value = 0.1895, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.2061 },
      { date = "2025-04", value = 0.2287, source = "epm_2025" },
    },
  },
  new_hampshire = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.163 },
      { date = "2025-04", value = 0.1606, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1952 },
      { date = "2025-04", value = 0.1951, source = "epm_2025" },
    },
  },
  rhode_island = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.1997 },
      { date = "2025-04", value = 0.2014, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.2004 },
      { date = "2025-04", value = 0.2381, source = "epm_2025" },
    },
  },
  vermont = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.1153 },
      { date = "2025-04", value = 0.1202, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1859 },
      { date = "2025-04", value = 0.1951, source = "epm_2025" },
    },
  },
  new_jersey = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.1199 },
      { date = "2025-04", value = 0.1301, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1461 },
      { date = "2025-04", value = 0.1541, source = "epm_2025" },
    },
  },
  new_york = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0826 },
      { date = "2025-04", value = 0.0892, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1857 },
      { date = "2025-04", value = 0.1914, source = "epm_2025" },
    },
  },
  pennsylvania = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0779 },
      { date = "2025-04", value = 0.0859, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1113 },
      { date = "2025-04", value = 0.1199, source = "epm_2025" },
    },
  },
  illinois = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0895 },
      { date = "2025-04", value = 0.0981, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1192 },
      { date = "2025-04", value = 0.1278, source = "epm_2025" },
    },
  },
  indiana = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0805 },
      { date = "2025-04", value = 0.0901, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.126 },
      { date = "2025-04", value = 0.1452, source = "epm_2025" },
    },
  },
  michigan = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0833 },
      { date = "2025-04", value = 0.0853, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.141 },
      { date = "2025-04", value = 0.1454, source = "epm_2025" },
    },
  },
  ohio = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0713 },
      { date = "2025-04", value = 0.079, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1071 },
      { date = "2025-04", value = 0.1102, source = "epm_2025" },
    },
  },
  wisconsin = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0855 },
      { date = "2025-04", value = 0.0829, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1264 },
      { date = "2025-04", value = 0.127, source = "epm_2025" },
    },
  },
  iowa = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0679 },
      { date = "2025-04", value = 0.0604, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1023 },
      { date = "2025-04", value = 0.0979, source = "epm_2025" },
    },
  },
  kansas = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0805 },
      { date = "2025-04", value = 0.0779, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1128 },
      { date = "2025-04", value = 0.1105, source = "epm_2025" },
    },
  },
  minnesota = {
    industrial = {
      { date = "2024-01 to 2024-07", value = 0.0922 },
      { date = "2025-04", value = 0.0837, source = "epm_2025" },
    },
    commercial = {
      { date = "2024-01 to 2024-07", value = 0.1223 },
      { date = "2025-04", value = 0.1111, source = "epm_2025" },
    },
  },
}

return M
