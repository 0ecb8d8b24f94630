--- Average price of electricity in the states of the United States, 2023.
--
-- Revenue over sales of all utilities, so network charges and demand charges are in it. A large
-- data centre pays about the industrial price; a smaller one the commercial price.
local M = {}

M.sources = {
  eia = {
    title = "U.S. EIA, Electric Power Annual 2023, average revenue per kWh by state",
    address = "https://www.eia.gov/electricity/annual/secrev-map.php",
    retrieved = "2026-11",
  },
}

local page = "primary: the page itself, 2026-11"

M.records = {
  alabama = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0711, commercial = 0.1316,
    },
  },
  alaska = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.187, commercial = 0.2087,
    },
  },
  arizona = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0811, commercial = 0.1179,
    },
  },
  arkansas = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0687, commercial = 0.1034,
    },
  },
  california = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.1864, commercial = 0.2391,
    },
  },
  colorado = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.085, commercial = 0.1164,
    },
  },
  connecticut = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.1569, commercial = 0.1999,
    },
  },
  delaware = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0785, commercial = 0.1183,
    },
  },
  florida = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0939, commercial = 0.1195,
    },
  },
  georgia = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0688, commercial = 0.107,
    },
  },
  hawaii = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.3528, commercial = 0.3903,
    },
  },
  idaho = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0717, commercial = 0.0878,
    },
  },
  illinois = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.082, commercial = 0.1124,
    },
  },
  indiana = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0824, commercial = 0.1255,
    },
  },
  iowa = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0691, commercial = 0.1033,
    },
  },
  kansas = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0764, commercial = 0.1085,
    },
  },
  kentucky = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0655, commercial = 0.1138,
    },
  },
  louisiana = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0588, commercial = 0.1045,
    },
  },
  maine = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.123, commercial = 0.1788,
    },
  },
  maryland = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0994, commercial = 0.1277,
    },
  },
  massachusetts = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.1788, commercial = 0.1962,
    },
  },
  michigan = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0816, commercial = 0.134,
    },
  },
  minnesota = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.092, commercial = 0.1239,
    },
  },
  mississippi = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0696, commercial = 0.1237,
    },
  },
  missouri = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.079, commercial = 0.1014,
    },
  },
  montana = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.078, commercial = 0.1211,
    },
  },
  nebraska = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0763, commercial = 0.0876,
    },
  },
  nevada = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.1036, commercial = 0.1191,
    },
  },
  new_hampshire = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.1576, commercial = 0.204,
    },
  },
  new_jersey = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.1168, commercial = 0.14,
    },
  },
  new_mexico = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0575, commercial = 0.1068,
    },
  },
  new_york = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0687, commercial = 0.1801,
    },
  },
  north_carolina = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0715, commercial = 0.0967,
    },
  },
  north_dakota = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0737, commercial = 0.0738,
    },
  },
  ohio = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0703, commercial = 0.1075,
    },
  },
  oklahoma = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0626, commercial = 0.0934,
    },
  },
  oregon = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0752, commercial = 0.0992,
    },
  },
  pennsylvania = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0775, commercial = 0.1126,
    },
  },
  rhode_island = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.1898, commercial = 0.1768,
    },
  },
  south_carolina = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0668, commercial = 0.1039,
    },
  },
  south_dakota = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0801, commercial = 0.1016,
    },
  },
  tennessee = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0623, commercial = 0.118,
    },
  },
  texas = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.066, commercial = 0.0882,
    },
  },
  utah = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0699, commercial = 0.0851,
    },
  },
  vermont = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.1127, commercial = 0.18,
    },
  },
  virginia = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0892, commercial = 0.0895,
    },
  },
  washington = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0635, commercial = 0.0992,
    },
  },
  west_virginia = {
    electricity = {
      unit = "USD/kWh", source = "eia", checked = page, date = "2023", scope = "site",
      industrial = 0.0724, commercial = 0.1103,
    },
  },
}

return M
