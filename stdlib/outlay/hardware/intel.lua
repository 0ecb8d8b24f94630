--- Intel's Gaudi accelerators.
--
-- The same shape as nvidia.lua. FP8 of Gaudi 3 is no faster than BF16. The network ports on the
-- chip serve both inside and between servers.
local M = {}

M.sources = {
  hot_chips = {
    title = "R. Kaplan, Intel Gaudi 3 AI accelerator, Hot Chips, August 2024",
    address = "https://hc2024.hotchips.org/",
  },
  gaudi2_sheet = {
    title = "Intel, Habana Gaudi2 white paper",
    address = "https://perma.cc/9SR3-HX6Q",
  },
}

local slides = "primary: text of the Hot Chips slides at sgpjbg.com, 2026-11"

M.records = {
  gaudi2 = {
    name = "Intel Gaudi 2",
    kind = "accelerator", source = "hot_chips", checked = slides,
    released = {
      text = "2022-05-10", source = "gaudi2_sheet",
      checked = "secondary: Epoch AI's chip table, 2025-06",
    },
    peak = {
      unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip",
      bf16 = { value = 432, note = "Epoch AI's chip table of 2025 has 450" },
      fp8 = {
        value = 865, source = "gaudi2_sheet", checked = "secondary: Epoch AI's chip table, 2025-06",
      },
    },
    memory = { value = 96, unit = "GB/accelerator" },
    bandwidth = { value = 2.46, unit = "TB/s/accelerator" },
    scale_up = {
      chips = { value = 8, unit = "accelerator" },
      bandwidth = {
        value = 600, unit = "GB/s/accelerator",
        note = "24 ports of 100 Gbit/s, both directions; 21 of them inside a server",
      },
    },
    tdp = { value = 600, unit = "W/accelerator" },
  },

  gaudi3 = {
    name = "Intel Gaudi 3 (OAM, air-cooled)",
    kind = "accelerator", source = "hot_chips", checked = slides,
    released = {
      text = "2024-04-09", checked = "secondary: The Register, 2024-04-09",
      note = "announced; sold from the third quarter of 2024",
    },
    peak = {
      unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip", bf16 = 1835,
      fp8 = { value = 1835, note = "FP8 is no faster than BF16 here" },
    },
    memory = { value = 128, unit = "GB/accelerator" },
    bandwidth = { value = 3.67, unit = "TB/s/accelerator" },
    scale_up = {
      chips = { value = 8, unit = "accelerator" },
      bandwidth = {
        value = 1200, unit = "GB/s/accelerator",
        note = "24 ports of 200 Gbit/s, both directions; 21 of them inside a server",
      },
    },
    tdp = { value = 900, unit = "W/accelerator", note = "1,200 W with liquid cooling" },
  },
}

return M
