--- Carbon intensity of the grid at Google Cloud's regions, by year.
--
-- Average operational emissions of the region's grid, g CO2e a kWh, as Google publishes them,
-- without its own contracts for clean electricity. Record names are the regions', with an
-- underscore for each hyphen.
local M = {}

M.sources = {
  google = {
    title = "Google Cloud, region-carbon-info, data/yearly",
    address = "https://github.com/GoogleCloudPlatform/region-carbon-info",
    retrieved = "2025-12",
  },
}

local csv = "primary: the files at 49f3f26, 2025-12"

M.records = {
  africa_south1 = {
    name = "Johannesburg", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2023"] = 646, ["2024"] = 656.85,
      },
    },
  },
  asia_east1 = {
    name = "Taiwan", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 541, ["2020"] = 540, ["2021"] = 456, ["2022"] = 453, ["2023"] = 451,
        ["2024"] = 439.29,
      },
    },
  },
  asia_east2 = {
    name = "Hong Kong", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 506, ["2020"] = 453, ["2021"] = 360, ["2022"] = 360, ["2023"] = 360,
        ["2024"] = 505.02,
      },
    },
  },
  asia_northeast1 = {
    name = "Tokyo", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 569, ["2020"] = 554, ["2021"] = 464, ["2022"] = 463, ["2023"] = 459,
        ["2024"] = 452.85,
      },
    },
  },
  asia_northeast2 = {
    name = "Osaka", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 414, ["2020"] = 442, ["2021"] = 384, ["2022"] = 383, ["2023"] = 385,
        ["2024"] = 296.19,
      },
    },
  },
  asia_northeast3 = {
    name = "Seoul", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 490, ["2020"] = 457, ["2021"] = 425, ["2022"] = 425, ["2023"] = 378,
        ["2024"] = 356.57,
      },
    },
  },
  asia_south1 = {
    name = "Mumbai", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 752, ["2020"] = 721, ["2021"] = 670, ["2022"] = 555, ["2023"] = 648,
        ["2024"] = 678.76,
      },
    },
  },
  asia_south2 = {
    name = "Delhi", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2020"] = 657, ["2021"] = 671, ["2022"] = 632, ["2023"] = 529, ["2024"] = 531.83,
      },
    },
  },
  asia_southeast1 = {
    name = "Singapore", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 493, ["2020"] = 493, ["2021"] = 372, ["2022"] = 372, ["2023"] = 369,
        ["2024"] = 366.85,
      },
    },
  },
  asia_southeast2 = {
    name = "Jakarta", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 647, ["2020"] = 647, ["2021"] = 580, ["2022"] = 580, ["2023"] = 580,
        ["2024"] = 560.55,
      },
    },
  },
  australia_southeast1 = {
    name = "Sydney", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 725, ["2020"] = 727, ["2021"] = 598, ["2022"] = 538, ["2023"] = 501,
        ["2024"] = 497.5,
      },
    },
  },
  australia_southeast2 = {
    name = "Melbourne", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2020"] = 691, ["2021"] = 521, ["2022"] = 490, ["2023"] = 456, ["2024"] = 454.37,
      },
    },
  },
  europe_central2 = {
    name = "Warsaw", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2020"] = 622, ["2021"] = 576, ["2022"] = 738, ["2023"] = 723, ["2024"] = 642.88,
      },
    },
  },
  europe_north1 = {
    name = "Finland", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 181, ["2020"] = 133, ["2021"] = 127, ["2022"] = 112, ["2023"] = 46,
        ["2024"] = 39.32,
      },
    },
  },
  europe_north2 = {
    name = "Stockholm", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2024"] = 2.73,
      },
    },
  },
  europe_southwest1 = {
    name = "Madrid", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2021"] = 121, ["2022"] = 160, ["2023"] = 131, ["2024"] = 89.04,
      },
    },
  },
  europe_west1 = {
    name = "Belgium", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 196, ["2020"] = 212, ["2021"] = 110, ["2022"] = 123, ["2023"] = 122,
        ["2024"] = 103.37,
      },
    },
  },
  europe_west10 = {
    name = "Berlin", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2023"] = 345, ["2024"] = 275.82,
      },
    },
  },
  europe_west12 = {
    name = "Turin", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2022"] = 323, ["2023"] = 249, ["2024"] = 201.69,
      },
    },
  },
  europe_west2 = {
    name = "London", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 257, ["2020"] = 231, ["2021"] = 172, ["2022"] = 166, ["2023"] = 136,
        ["2024"] = 105.94,
      },
    },
  },
  europe_west3 = {
    name = "Frankfurt", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 319, ["2020"] = 293, ["2021"] = 269, ["2022"] = 413, ["2023"] = 345,
        ["2024"] = 275.82,
      },
    },
  },
  europe_west4 = {
    name = "Eemshaven", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 474, ["2020"] = 410, ["2021"] = 283, ["2022"] = 317, ["2023"] = 236,
        ["2024"] = 208.81,
      },
    },
  },
  europe_west6 = {
    name = "Zürich", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 87, ["2020"] = 87, ["2021"] = 86, ["2022"] = 118, ["2023"] = 59,
        ["2024"] = 15.05,
      },
    },
  },
  europe_west8 = {
    name = "Milan", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2021"] = 298, ["2022"] = 323, ["2023"] = 249, ["2024"] = 201.69,
      },
    },
  },
  europe_west9 = {
    name = "Paris", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2021"] = 59, ["2022"] = 71, ["2023"] = 34, ["2024"] = 16.3,
      },
    },
  },
  me_central1 = {
    name = "Doha", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2023"] = 575, ["2024"] = 366,
      },
    },
  },
  me_central2 = {
    name = "Dammam", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2023"] = 569, ["2024"] = 382.23,
      },
    },
  },
  me_west1 = {
    name = "Tel Aviv", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2022"] = 476, ["2023"] = 463, ["2024"] = 433.75,
      },
    },
  },
  northamerica_northeast1 = {
    name = "Montréal", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 27, ["2020"] = 27, ["2021"] = 0, ["2022"] = 0, ["2023"] = 2, ["2024"] = 5.48,
      },
    },
  },
  northamerica_northeast2 = {
    name = "Toronto", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2021"] = 29, ["2022"] = 36, ["2023"] = 47, ["2024"] = 58.56,
      },
    },
  },
  northamerica_south1 = {
    name = "Mexico", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2024"] = 305,
      },
    },
  },
  southamerica_east1 = {
    name = "São Paulo", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 109, ["2020"] = 103, ["2021"] = 129, ["2022"] = 65, ["2023"] = 56,
        ["2024"] = 67.32,
      },
    },
  },
  southamerica_west1 = {
    name = "Santiago", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2021"] = 190, ["2022"] = 165, ["2023"] = 138, ["2024"] = 238,
      },
    },
  },
  us_central1 = {
    name = "Iowa", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 479, ["2020"] = 454, ["2021"] = 394, ["2022"] = 460, ["2023"] = 430,
        ["2024"] = 412.72,
      },
    },
  },
  us_central2 = {
    name = "Oklahoma", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2024"] = 372.23,
      },
    },
  },
  us_east1 = {
    name = "South Carolina", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 500, ["2020"] = 480, ["2021"] = 434, ["2022"] = 532, ["2023"] = 560,
        ["2024"] = 575.77,
      },
    },
  },
  us_east2 = {
    name = "Georgia", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2024"] = 340.42,
      },
    },
  },
  us_east4 = {
    name = "Northern Virginia", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 383, ["2020"] = 361, ["2021"] = 309, ["2022"] = 354, ["2023"] = 322,
        ["2024"] = 323.05,
      },
    },
  },
  us_east5 = {
    name = "Columbus", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2021"] = 309, ["2022"] = 354, ["2023"] = 322, ["2024"] = 323.05,
      },
    },
  },
  us_south1 = {
    name = "Dallas", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2021"] = 296, ["2022"] = 342, ["2023"] = 321, ["2024"] = 302.95,
      },
    },
  },
  us_west1 = {
    name = "Oregon", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 117, ["2020"] = 78, ["2021"] = 60, ["2022"] = 67, ["2023"] = 94,
        ["2024"] = 79.23,
      },
    },
  },
  us_west2 = {
    name = "Los Angeles", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 248, ["2020"] = 253, ["2021"] = 190, ["2022"] = 202, ["2023"] = 198,
        ["2024"] = 169.28,
      },
    },
  },
  us_west3 = {
    name = "Salt Lake City", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 561, ["2020"] = 533, ["2021"] = 448, ["2022"] = 606, ["2023"] = 588,
        ["2024"] = 555.17,
      },
    },
  },
  us_west4 = {
    name = "Las Vegas", unit = "gCO2e/kWh", source = "google", checked = csv,
    grid_carbon = {
      series = {
        ["2019"] = 491, ["2020"] = 455, ["2021"] = 365, ["2022"] = 396, ["2023"] = 373,
        ["2024"] = 357.3,
      },
    },
  },
}

return M
