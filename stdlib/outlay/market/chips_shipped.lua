--- AI chips shipped and in the field, by vendor and year: for learning curves and for what a
--- forecast may ask of the world.
--
-- `shipments` are of a year, `stock` is all that was shipped since the first year of the estimate
-- and until the end of a year, without those that were taken down. An H100-equivalent is a peak of
-- 1979 Tops of 8-bit numbers, dense. All of it is estimated: from revenue, prices and disclosures.
local M = {}

M.sources = {
  techinsights = {
    title = "TechInsights, data-center GPU shipments, by way of HPCwire, 2024-06-10",
    address = "https://www.hpcwire.com/2024/06/10/"
      .. "nvidia-shipped-3-76-million-data-center-gpus-in-2023-according-to-study/",
    retrieved = "2026-11",
  },
  epoch = {
    title = "Epoch AI, AI chip sales (epoch-research/ai-chip-counts at d1b1bc3, 2026-04), CC BY",
    address = "https://epoch.ai/data/ai-chip-sales", retrieved = "2026-11",
  },
  epoch_launch = {
    title = "Epoch AI, Introducing the AI chip sales data explorer, 2026-01",
    address = "https://epoch.ai/blog/introducing-the-ai-chip-sales-data-explorer",
    retrieved = "2026-11",
  },
  gtc = {
    title = "NVIDIA, keynote at GTC Washington, 2025-10-28",
    address = "https://www.nvidia.com/gtc/dc/keynote/", retrieved = "2026-11",
  },
}

local table_of_epoch = "primary: the estimate's own table (csv_export) at d1b1bc3"
local press = "secondary: press reports, 2026-11"

M.shipments = {
  unit = "GPU", scope = "year", source = "epoch", checked = table_of_epoch,
  imputed = "estimated from revenue and prices",
  nvidia_all_data_center = {
    name = "NVIDIA's data-centre GPUs of every kind, inference cards too", source = "techinsights",
    checked = press, imputed = "estimated by TechInsights",
    series = { ["2022"] = 2.64e6, ["2023"] = 3.76e6 },
  },
  nvidia = {
    name = "NVIDIA's data-centre AI chips a year, since 2022",
    note = "difference of the cumulative medians",
    series = {
      ["2022"] = 835000,
      ["2023"] = 1300000,
      ["2024"] = 3860000,
      ["2025"] = 4490000,
    },
  },
  google_tpu = {
    name = "Google's TPUs a year, since 2023",
    note = "difference of the cumulative medians",
    series = {
      ["2023"] = 1130000,
      ["2024"] = 2230000,
      ["2025"] = 2780000,
    },
  },
  amazon_trainium = {
    name = "Amazon's Trainium a year, since 2024",
    note = "difference of the cumulative medians",
    series = {
      ["2024"] = 767000,
      ["2025"] = 1090000,
    },
  },
  amd = {
    name = "AMD's Instinct a year, since 2024",
    note = "difference of the cumulative medians",
    series = {
      ["2024"] = 483000,
      ["2025"] = 448000,
    },
  },
}

M.stock = {
  scope = "end of the year", source = "epoch", checked = table_of_epoch, range = "90 %",
  imputed = "estimated from revenue and prices",
  nvidia = {
    name = "NVIDIA's data-centre AI chips since 2022",
    units = {
      unit = "GPU",
      series = {
        ["2022"] = { low = 652000, value = 835000, high = 1080000 },
        ["2023"] = { low = 1770000, value = 2130000, high = 2570000 },
        ["2024"] = { low = 5050000, value = 5990000, high = 7020000 },
        ["2025"] = { low = 8970000, value = 10500000, high = 12100000 },
      },
    },
    h100_equivalents = {
      unit = "GPU", note = "newer chips have several times the peak",
      series = {
        ["2022"] = { low = 230000, value = 290000, high = 368000 },
        ["2023"] = { low = 1170000, value = 1390000, high = 1630000 },
        ["2024"] = { low = 4010000, value = 4720000, high = 5500000 },
        ["2025"] = { low = 11900000, value = 13700000, high = 15500000 },
      },
    },
    power = {
      unit = "MW", note = "of the chips, without servers and cooling",
      series = {
        ["2022"] = { low = 271, value = 345, high = 443 },
        ["2023"] = { low = 978, value = 1170, high = 1390 },
        ["2024"] = { low = 3110, value = 3670, high = 4290 },
        ["2025"] = { low = 7410, value = 8560, high = 9780 },
      },
    },
  },
  google_tpu = {
    name = "Google's TPUs since 2023",
    units = {
      unit = "GPU",
      series = {
        ["2023"] = { low = 868000, value = 1130000, high = 1430000 },
        ["2024"] = { low = 2610000, value = 3360000, high = 4200000 },
        ["2025"] = { low = 4920000, value = 6140000, high = 7440000 },
      },
    },
    h100_equivalents = {
      unit = "GPU", note = "newer chips have several times the peak",
      series = {
        ["2023"] = { low = 159000, value = 209000, high = 264000 },
        ["2024"] = { low = 757000, value = 951000, high = 1170000 },
        ["2025"] = { low = 3080000, value = 3810000, high = 4540000 },
      },
    },
    power = {
      unit = "MW", note = "of the chips, without servers and cooling",
      series = {
        ["2023"] = { low = 223, value = 287, high = 360 },
        ["2024"] = { low = 786, value = 991, high = 1220 },
        ["2025"] = { low = 1810, value = 2220, high = 2650 },
      },
    },
  },
  amazon_trainium = {
    name = "Amazon's Trainium since 2024",
    units = {
      unit = "GPU",
      series = {
        ["2024"] = { low = 490000, value = 767000, high = 1330000 },
        ["2025"] = { low = 1560000, value = 1860000, high = 2420000 },
      },
    },
    h100_equivalents = {
      unit = "GPU", note = "newer chips have several times the peak",
      series = {
        ["2024"] = { low = 213000, value = 306000, high = 439000 },
        ["2025"] = { low = 908000, value = 1020000, high = 1160000 },
      },
    },
    power = {
      unit = "MW", note = "of the chips, without servers and cooling",
      series = {
        ["2024"] = { low = 199, value = 295, high = 467 },
        ["2025"] = { low = 730, value = 840, high = 1020 },
      },
    },
  },
  amd = {
    name = "AMD's Instinct since 2024",
    units = {
      unit = "GPU",
      series = {
        ["2024"] = { low = 405000, value = 483000, high = 570000 },
        ["2025"] = { low = 790000, value = 931000, high = 1090000 },
      },
    },
    h100_equivalents = {
      unit = "GPU", note = "newer chips have several times the peak",
      series = {
        ["2024"] = { low = 457000, value = 550000, high = 653000 },
        ["2025"] = { low = 1060000, value = 1240000, high = 1460000 },
      },
    },
    power = {
      unit = "MW", note = "of the chips, without servers and cooling",
      series = {
        ["2024"] = { low = 294, value = 351, high = 415 },
        ["2025"] = { low = 650, value = 762, high = 891 },
      },
    },
  },
  nvidia_hopper = {
    value = 4e6, unit = "GPU", date = "2025-10", source = "gtc", checked = press,
    imputed = "said by its chief executive",
    note = "2023 to 2025, all of the generation; without China",
  },
  nvidia_blackwell = {
    value = 6e6, unit = "GPU", date = "2025-10", source = "gtc", checked = press,
    imputed = "said by its chief executive",
    note = "its first four quarters, which may count two dies of a package as two; 20 million "
      .. "with Rubin until the end of 2026",
  },
  all_vendors = {
    value = 15e6, unit = "GPU", date = "2025-12", source = "epoch_launch", checked = press,
    note = "H100-equivalents of NVIDIA, Google, Amazon, AMD and Huawei; more than 10 GW of chips",
  },
}

return M
