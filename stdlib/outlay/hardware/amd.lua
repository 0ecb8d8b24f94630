--- AMD's Instinct accelerators, MI250X to MI355X.
--
-- The same shape as nvidia.lua. AMD's data sheets state matrix rates dense and, from MI300X on,
-- with structured sparsity; FP4 and FP6 of the MI350 series have no sparse rate in the data
-- sheets, though the press wrote twice the dense one.
local M = {}

M.sources = {
  mi250x_sheet = {
    title = "AMD Instinct MI250X data sheet",
    address = "https://www.amd.com/en/products/accelerators/instinct/mi200/mi250x.html",
  },
  mi300x_sheet = {
    title = "AMD Instinct MI300X data sheet",
    address = "https://www.amd.com/content/dam/amd/en/documents/instinct-tech-docs/data-sheets/"
      .. "amd-instinct-mi300x-data-sheet.pdf",
  },
  mi325x_sheet = {
    title = "AMD Instinct MI325X data sheet",
    address = "https://www.amd.com/en/products/accelerators/instinct/mi300/mi325x.html",
  },
  mi350_sheet = {
    title = "AMD Instinct MI350X and MI355X data sheets, and CDNA 4 white paper",
    address = "https://www.amd.com/en/products/accelerators/instinct/mi350.html",
  },
  infinity_fabric = {
    title = "AMD CDNA white papers: Infinity Fabric links between the accelerators of a node",
    address = "https://www.amd.com/en/technologies/cdna.html",
  },
}

local epoch_table = "secondary: Epoch AI's chip table, 2025-06"
local guide = "secondary: S. Bekman, Machine Learning Engineering, accelerator and network tables, "
  .. "2026-08"
local by_clock = "secondary: svethardware.cz, 2025-06: its clock and matrix cores, by the formula "
  .. "in S. Bekman, Machine Learning Engineering"
local mi350_press = "secondary: The Register, 2025-06-12, Tom's Hardware and svethardware.cz, "
  .. "2025-06"

M.records = {
  mi250x = {
    name = "AMD Instinct MI250X (two dies)",
    kind = "GPU", source = "mi250x_sheet", checked = epoch_table,
    released = { text = "2021-11-08" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = { value = 95.7, checked = false, note = "matrix; 47.9 vector" },
      fp32 = 95.7, bf16 = 383, fp16 = 383,
    },
    memory = { value = 128, unit = "GB/GPU" },
    bandwidth = { value = 3.28, unit = "TB/s/GPU" },
    scale_up = {
      source = "infinity_fabric", checked = false,
      chips = { value = 4, unit = "GPU", note = "8 dies in a node of Frontier" },
      bandwidth = { value = 800, unit = "GB/s/GPU", note = "8 links of 100 GB/s, both directions" },
    },
    tdp = { value = 500, unit = "W/GPU", note = "560 W at most with liquid cooling" },
  },

  mi300x = {
    name = "AMD Instinct MI300X 192 GB",
    kind = "GPU", source = "mi300x_sheet", checked = epoch_table,
    released = { text = "2023-12-06" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = { value = 163.4, checked = false, note = "matrix; 81.7 vector" },
      fp32 = 163.4, tf32 = 653.7, bf16 = 1307.4, fp16 = 1307.4,
      fp8 = { value = 2614.9, checked = "secondary: Epoch AI's chip table, 2025-06: INT8 rate" },
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = false,
      tf32 = 1307.4, bf16 = 2614.9, fp16 = 2614.9, fp8 = 5229.8,
    },
    memory = {
      value = 192, unit = "GB/GPU", checked = "primary: MLPerf inference v4.1 system description",
    },
    bandwidth = { value = 5.3, unit = "TB/s/GPU" },
    scale_up = {
      source = "infinity_fabric", checked = guide,
      chips = { value = 8, unit = "GPU" },
      bandwidth = { value = 896, unit = "GB/s/GPU", note = "7 links of 128 GB/s, both directions" },
    },
    tdp = {
      value = 750, unit = "W/GPU", checked = "primary: MLPerf inference v4.1 system description",
    },
  },

  mi325x = {
    name = "AMD Instinct MI325X 256 GB",
    kind = "GPU", source = "mi325x_sheet", checked = guide,
    released = { text = "2024-10-10", checked = false },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = { value = 163.4, checked = false, note = "matrix; 81.7 vector" },
      fp32 = 163.4, tf32 = 653.7, bf16 = 1307.4, fp16 = 1307.4, fp8 = 2614.9,
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = false,
      tf32 = 1307.4, bf16 = 2614.9, fp16 = 2614.9, fp8 = 5229.8,
    },
    memory = {
      value = 256, unit = "GB/GPU",
      checked = "primary: rocm.docs.amd.com, GPU specifications, 2026-11",
    },
    bandwidth = { value = 6.0, unit = "TB/s/GPU" },
    scale_up = {
      source = "infinity_fabric",
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 896, unit = "GB/s/GPU" },
    },
    tdp = { value = 1000, unit = "W/GPU" },
  },

  mi350x = {
    name = "AMD Instinct MI350X 288 GB (air-cooled)",
    kind = "GPU", source = "mi350_sheet", checked = mi350_press,
    released = { text = "2025-06-12" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = { value = 72.1, checked = false }, fp32 = { value = 144.2, checked = false },
      bf16 = { value = 2306.9, checked = by_clock }, fp16 = { value = 2306.9, checked = by_clock },
      fp8 = { value = 4613.7, checked = by_clock },
      fp4 = { value = 9227.5, note = "the press wrote 18.45 PFLOP/s, with sparsity" },
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = false,
      bf16 = 4613.7, fp16 = 4613.7, fp8 = 9227.5,
    },
    memory = { value = 288, unit = "GB/GPU" },
    bandwidth = { value = 8, unit = "TB/s/GPU" },
    scale_up = {
      source = "infinity_fabric", checked = guide,
      chips = { value = 8, unit = "GPU" },
      bandwidth = { value = 1075, unit = "GB/s/GPU", note = "7 links; 1,071 in the guide" },
    },
    tdp = { value = 1000, unit = "W/GPU" },
  },

  mi355x = {
    name = "AMD Instinct MI355X 288 GB (liquid-cooled)",
    kind = "GPU", source = "mi350_sheet", checked = mi350_press,
    released = { text = "2025-06-12" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = { value = 78.6, checked = false }, fp32 = 157.3,
      bf16 = { value = 2516.6, checked = guide }, fp16 = { value = 2516.6, checked = guide },
      fp8 = { value = 5033.2, note = "5 PFLOP/s in the press" },
      fp4 = { value = 10066.3, note = "10 PFLOP/s in the press; twice that with sparsity" },
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = false,
      bf16 = 5033.2, fp16 = 5033.2, fp8 = 10066.3,
    },
    memory = { value = 288, unit = "GB/GPU" },
    bandwidth = { value = 8, unit = "TB/s/GPU" },
    scale_up = {
      source = "infinity_fabric", checked = guide,
      chips = { value = 8, unit = "GPU" },
      bandwidth = { value = 1075, unit = "GB/s/GPU", note = "7 links; 1,071 in the guide" },
    },
    tdp = { value = 1400, unit = "W/GPU" },
  },
}

return M
