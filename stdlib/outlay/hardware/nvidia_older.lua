--- NVIDIA's accelerators that training runs of 2012 to 2023 used beside the main line.
--
-- The same shape as nvidia.lua. Peaks are dense; the Pascal generation and those before it have no
-- tensor cores, and before Pascal there is no faster FP16.
local M = {}

M.sources = {
  epoch_chips = {
    title = "Epoch AI, chip dataset (training-cost-trends, data/Chip dataset)",
    address = "https://github.com/epoch-research/training-cost-trends",
    retrieved = "2025-06",
  },
  method = {
    title = "Cottier et al., The rising costs of training frontier AI models (2024), energy model",
    address = "https://arxiv.org/abs/2405.21015",
    retrieved = "2024-06",
  },
  techpowerup = {
    title = "TechPowerUp GPU database", address = "https://www.techpowerup.com/gpu-specs/",
  },
}

local epoch_table = "secondary: Epoch AI's chip table, 2025-06"
local method = "primary: the constants that the method publishes, 2024-06"
local reference = "secondary: the reference method's constants, 2024-06"
local guide = "secondary: S. Bekman, Machine Learning Engineering, accelerator tables, 2026-08"

M.records = {
  k40 = {
    name = "NVIDIA Tesla K40 12 GB",
    kind = "GPU", source = "techpowerup", checked = epoch_table,
    released = { text = "2013-11-22", source = "epoch_chips" },
    peak = { unit = "TFLOP/s/GPU", basis = "dense", scope = "chip", fp32 = 5.046 },
    memory = { value = 12, unit = "GB/GPU" },
    bandwidth = { value = 288, unit = "GB/s/GPU" },
    tdp = { value = 245, unit = "W/GPU" },
    chip_to_server = { unit = "1", value = 1.8, source = "method", checked = method },
  },

  k80 = {
    name = "NVIDIA Tesla K80 24 GB (two GK210)",
    kind = "GPU", source = "techpowerup", checked = epoch_table,
    released = { text = "2014-11-17", source = "epoch_chips" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp32 = { value = 8.13, note = "at boost clock, both dies" },
    },
    memory = { value = 24, unit = "GB/GPU", note = "12 GB a die" },
    bandwidth = { value = 482, unit = "GB/s/GPU", checked = false, note = "241 GB/s a die" },
    tdp = { value = 300, unit = "W/GPU" },
    chip_to_server = { unit = "1", value = 1.8, source = "method", checked = method },
  },

  titan_x = {
    name = "NVIDIA GeForce GTX TITAN X 12 GB (Maxwell)",
    kind = "GPU", source = "techpowerup", checked = epoch_table,
    released = { text = "2015-03-17", source = "epoch_chips" },
    peak = { unit = "TFLOP/s/GPU", basis = "dense", scope = "chip", fp32 = 6.69 },
    memory = { value = 12, unit = "GB/GPU" },
    bandwidth = { value = 336.6, unit = "GB/s/GPU" },
    tdp = { value = 250, unit = "W/GPU" },
    chip_to_server = { unit = "1", value = 1.8, source = "method", checked = method },
  },

  p100_pcie = {
    name = "NVIDIA Tesla P100 PCIe 16 GB",
    kind = "GPU", source = "techpowerup", checked = epoch_table,
    released = { text = "2016-06-20", source = "epoch_chips" },
    peak = { unit = "TFLOP/s/GPU", basis = "dense", scope = "chip", fp32 = 9.5, fp16 = 19.05 },
    memory = { value = 16, unit = "GB/GPU" },
    bandwidth = { value = 732, unit = "GB/s/GPU" },
    tdp = { value = 250, unit = "W/GPU" },
    chip_to_server = { unit = "1", value = 1.8, source = "method", checked = method },
  },

  v100_32gb = {
    name = "NVIDIA Tesla V100 32 GB (SXM2, SXM3 and DGX Station)",
    kind = "GPU", source = "techpowerup", checked = epoch_table,
    released = { text = "2018-03-27", source = "epoch_chips" },
    peak = { unit = "TFLOP/s/GPU", basis = "dense", scope = "chip", fp32 = 15.7, fp16 = 125 },
    memory = { value = 32, unit = "GB/GPU" },
    bandwidth = { value = 897, unit = "GB/s/GPU" },
    scale_up = {
      checked = "secondary: NVLink tables at wikimili.com and alpha-one-index.github.io, 2026-11",
      chips = { value = 16, unit = "GPU", note = "in a DGX-2, by NVSwitch" },
      bandwidth = { value = 300, unit = "GB/s/GPU" },
    },
    tdp = {
      value = 300, unit = "W/GPU", checked = reference,
      note = "Epoch AI's chip table of 2025 has 250 W for the DGX Station's card",
    },
    chip_to_server = { unit = "1", value = 5 / 3, source = "method", checked = method },
  },

  v100s = {
    name = "NVIDIA Tesla V100S PCIe 32 GB",
    kind = "GPU", source = "techpowerup", checked = epoch_table,
    released = { text = "2019-11-26", source = "epoch_chips" },
    peak = { unit = "TFLOP/s/GPU", basis = "dense", scope = "chip", fp32 = 16.4, fp16 = 130 },
    memory = { value = 32, unit = "GB/GPU" },
    bandwidth = { value = 1134, unit = "GB/s/GPU", checked = false },
    tdp = { value = 250, unit = "W/GPU" },
    chip_to_server = { unit = "1", value = 5 / 3, source = "method", checked = method },
  },

  a100_pcie = {
    name = "NVIDIA A100 PCIe 80 GB",
    kind = "GPU", source = "techpowerup", checked = epoch_table,
    released = { text = "2020-06-22", source = "epoch_chips", note = "the 40 GB card" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp32 = 19.5, tf32 = 156, bf16 = 312, fp16 = 312,
    },
    memory = { value = 80, unit = "GB/GPU" },
    bandwidth = { value = 1940, unit = "GB/s/GPU" },
    scale_up = {
      chips = { value = 2, unit = "GPU", note = "by a bridge" },
      bandwidth = { value = 600, unit = "GB/s/GPU" },
    },
    tdp = { value = 300, unit = "W/GPU" },
    chip_to_server = { unit = "1", value = 6.5 / 8 / 0.4, source = "method", checked = method },
  },

  gh200 = {
    name = "NVIDIA GH200 Grace Hopper, its GPU",
    kind = "GPU", source = "epoch_chips", checked = epoch_table,
    released = { text = "2023-08-08", note = "announced" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp32 = 66.9, tf32 = 494.7, bf16 = 989.4, fp16 = 989.4,
    },
    memory = { value = 96, unit = "GB/GPU", checked = guide, note = "HBM3; 144 GB with HBM3e" },
    bandwidth = {
      value = 4.0, unit = "TB/s/GPU", checked = guide, note = "with HBM3; 4.9 with HBM3e",
    },
    tdp = { value = 700, unit = "W/GPU", note = "of the module, 450 to 1,000 W with its CPU" },
  },

  l40s = {
    name = "NVIDIA L40S 48 GB",
    kind = "GPU",
    source = {
      title = "NVIDIA L40S data sheet",
      address = "https://resources.nvidia.com/en-us-l40s/l40s-datasheet-28413",
    },
    checked = guide,
    released = { text = "2023-08-08", checked = false },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp32 = 91.6, tf32 = 183, bf16 = { value = 362, checked = epoch_table },
      fp16 = { value = 362, checked = epoch_table },
      fp8 = { value = 733, note = "as printed, a little more than twice the rounded FP16" },
    },
    memory = { value = 48, unit = "GB/GPU" },
    bandwidth = { value = 864, unit = "GB/s/GPU" },
    tdp = { value = 350, unit = "W/GPU" },
  },
}

return M
