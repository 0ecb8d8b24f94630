--- NVIDIA's accelerators for the Chinese market: A800, H800 and H20.
--
-- The same shape as nvidia.lua. A800 and H800 have the arithmetic of A100 and H100 with slower
-- NVLink; H20 has the memory and NVLink of an H100 with about a seventh of the arithmetic. Export
-- rules made the differences; see the catalog `law`.
local M = {}

M.sources = {
  epoch_chips = {
    title = "Epoch AI, chip dataset (training-cost-trends, data/Chip dataset)",
    address = "https://github.com/epoch-research/training-cost-trends",
    retrieved = "2025-06",
  },
  a800_sheet = {
    title = "NVIDIA A800 80 GB data sheet and TechPowerUp GPU database",
    address = "https://www.techpowerup.com/gpu-specs/a800-sxm4-80-gb.c3966",
  },
  h800_sheet = {
    title = "NVIDIA H800 data sheet and TechPowerUp GPU database",
    address = "https://www.techpowerup.com/gpu-specs/h800-sxm5.c3975",
  },
  h20_sheet = {
    title = "HGX H20 specifications as reported by SemiAnalysis, TweakTown and resellers",
    address = "https://www.tweaktown.com/news/95224/"
      .. "nvidias-tweaked-h20-ai-gpu-enters-mass-production-in-q2-2024-destined-for-china/"
      .. "index.html",
    retrieved = "2026-11",
  },
}

local epoch_table = "secondary: Epoch AI's chip table, 2025-06"
local as_a100 = "secondary: tweakers.net, 2022-11: but for NVLink as the A100; "
  .. "hmc-tech.com has the rates of that"
local a800_press = "secondary: tweakers.net, 2022-11, and aiwiki.ai, 2026-11"
local h800_press = "secondary: philisun.com, H800 and H100 compared, and tumgag.com, 2026-11"
local h20_reports = "secondary: TweakTown and willitrunai.com, 2026-11; Epoch AI's chip table, "
  .. "2025-06"

M.records = {
  a800_sxm = {
    name = "NVIDIA A800 SXM4 80 GB",
    kind = "GPU",
    source = "a800_sheet",
    checked = epoch_table,
    released = {
      text = "2022-11-08", source = "epoch_chips", note = "Epoch AI's chip table of 2025 has "
        .. "2022-08-11 for the SXM card and 2022-11-08 for the PCIe card, in answer to the rule of "
        .. "2022-10-07", checked = "secondary: Epoch AI's chip table, 2025-06: A800 PCIe",
    },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp32 = 19.5, tf32 = 156, bf16 = 312, fp16 = 312,
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = as_a100,
      tf32 = 312, bf16 = 624, fp16 = 624,
    },
    memory = { value = 80, unit = "GB/GPU", checked = a800_press },
    bandwidth = { value = 2039, unit = "GB/s/GPU" },
    scale_up = {
      checked = a800_press,
      chips = { value = 8, unit = "GPU", checked = false },
      bandwidth = { value = 400, unit = "GB/s/GPU" },
    },
    tdp = { value = 400, unit = "W/GPU" },
  },

  h800_sxm = {
    name = "NVIDIA H800 SXM5 80 GB",
    kind = "GPU",
    source = "h800_sheet",
    checked = epoch_table,
    released = { text = "2023-03-21", source = "epoch_chips" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      bf16 = 989.4, fp16 = 989.4, tf32 = { value = 494.7, checked = false },
      fp8 = { value = 1978.9, checked = false },
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = false,
      tf32 = 989.4, bf16 = 1978.9, fp16 = 1978.9, fp8 = 3957.8,
    },
    memory = { value = 80, unit = "GB/GPU" },
    bandwidth = { value = 3.35, unit = "TB/s/GPU" },
    scale_up = {
      source = {
        title = "DeepSeek-AI, Insights into DeepSeek-V3 (ISCA 2025)",
        address = "https://arxiv.org/abs/2505.09343",
      },
      checked = h800_press,
      chips = { value = 8, unit = "GPU", checked = false },
      bandwidth = { value = 400, unit = "GB/s/GPU", note = "of 900 GB/s in an H100" },
    },
    tdp = { value = 700, unit = "W/GPU" },
  },

  h20 = {
    name = "NVIDIA H20 SXM 96 GB (HGX H20)",
    kind = "GPU",
    source = "h20_sheet",
    checked = h20_reports,
    released = { text = "2023-11-09", source = "epoch_chips", note = "reported; sold from 2024" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = 1, fp32 = 44, tf32 = 74, bf16 = 148, fp16 = 148, fp8 = 296,
    },
    memory = { value = 96, unit = "GB/GPU" },
    bandwidth = { value = 4.0, unit = "TB/s/GPU" },
    scale_up = {
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 900, unit = "GB/s/GPU" },
    },
    tdp = { value = 400, unit = "W/GPU" },
  },
}

return M
