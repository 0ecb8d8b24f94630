--- Huawei's Ascend accelerators.
--
-- The same shape as nvidia.lua. Huawei publishes little of the 910B and 910C: reports differ, so
-- peaks are ranges over the reports, and there are several grades of the 910B.
local M = {}

M.sources = {
  hot_chips = {
    title = "H. Liao et al., Huawei DaVinci, Hot Chips 31, 2019",
    address = "https://old.hotchips.org/hc31/HC31_1.11_Huawei.Davinci.HengLiao_v4.0.pdf",
  },
  reports_910b = {
    title = "Reports on the Ascend 910B: CSET, gitee.com compute documentation, trade press",
    address = "https://cset.georgetown.edu/publication/pushing-the-limits-huaweis-ai-chip-"
      .. "tests-u-s-export-controls/", retrieved = "2026-11",
  },
  semianalysis = {
    title = "SemiAnalysis, Huawei AI CloudMatrix 384, April 2025",
    address = "https://semianalysis.com/2025/04/16/huawei-ai-cloudmatrix-384-chinas-answer-to-"
      .. "nvidia-gb200-nvl72/",
  },
}

local epoch_table = "secondary: Epoch AI's chip table, 2025-06"

M.records = {
  ascend_910 = {
    name = "Huawei Ascend 910",
    kind = "accelerator", source = "hot_chips", checked = epoch_table,
    released = { text = "2019-08-23" },
    peak = { unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip", fp16 = 256 },
    memory = { value = 32, unit = "GB/accelerator", checked = false },
    bandwidth = { value = 1.2, unit = "TB/s/accelerator" },
    scale_up = {
      chips = {
        value = 8, unit = "accelerator",
        checked = "secondary: vengineer.hatenablog.com, 2019-09-06",
      },
      bandwidth = {
        value = 90, unit = "GB/s/accelerator", note = "3 HCCS ports of 240 Gbit/s",
        checked = "secondary: besthub.dev, 2026-11",
      },
    },
    tdp = { value = 310, unit = "W/accelerator", note = "350 W in the design" },
  },

  ascend_910b = {
    name = "Huawei Ascend 910B",
    kind = "accelerator", source = "reports_910b",
    checked = "secondary: gitee.com, boardor.com, 2026-11; Epoch AI's chip table, 2025-06",
    released = { text = "2022-03-17", checked = epoch_table, note = "volume from 2023" },
    peak = {
      unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip", range = "reports, by grade",
      imputed = "range over reports",
      bf16 = { low = 280, value = 320, high = 376 }, fp16 = { low = 280, value = 320, high = 376 },
    },
    memory = { value = 64, unit = "GB/accelerator" },
    bandwidth = {
      low = 1.2, value = 1.6, high = 1.6, unit = "TB/s/accelerator", checked = false,
      range = "reports", imputed = "range over reports",
    },
    scale_up = {
      checked = false,
      chips = { value = 8, unit = "accelerator" },
      bandwidth = { value = 392, unit = "GB/s/accelerator", note = "7 HCCS links of 56 GB/s" },
    },
    tdp = {
      low = 310, value = 400, high = 400, unit = "W/accelerator", range = "reports",
      imputed = "range over reports",
    },
    price = {
      value = 16854, unit = "USD/accelerator", scope = "chip", date = "2023",
      source = {
        title = "Epoch AI, chip dataset: release price of the Ascend 910B",
        address = "https://github.com/epoch-research/training-cost-trends", retrieved = "2025-06",
      },
      checked = false, note = "120,000 CNY",
    },
  },

  ascend_910c = {
    name = "Huawei Ascend 910C (two dies)",
    kind = "accelerator", source = "semianalysis",
    checked = "secondary: aiwiki.ai and techpowerup.com, 2026-11",
    released = { text = "2024-09", checked = false, note = "samples; volume from 2025" },
    peak = {
      unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip", range = "reports",
      imputed = "range over reports",
      bf16 = { low = 780, value = 780, high = 800 }, fp16 = { low = 780, value = 780, high = 800 },
    },
    memory = { value = 128, unit = "GB/accelerator" },
    bandwidth = { value = 3.2, unit = "TB/s/accelerator" },
    scale_up = {
      chips = { value = 384, unit = "accelerator", note = "a CloudMatrix 384 of 16 racks" },
      bandwidth = {
        value = 784, unit = "GB/s/accelerator", checked = "secondary: besthub.dev, 2026-11",
        note = "both directions",
      },
    },
    server = {
      name = "CloudMatrix 384", scope = "rack", checked = false,
      chips = { value = 384, unit = "accelerator" }, power = { value = 559, unit = "kW" },
    },
  },
}

return M
