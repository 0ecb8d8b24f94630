--- NVIDIA's training accelerators from Pascal to Hopper; nvidia_blackwell.lua has the later ones.
--
-- Facts as plain tables; `outlay.catalog.fact` explains the shape. What a group says of itself
-- (unit, basis, scope, source, date, checked) holds for everything inside it, so a field writes
-- down only what differs. Peaks are dense unless the group is called peak_sparse; NVIDIA's data
-- sheets from A100 on print the sparse figure first, which is twice the dense one.
local M = {}

M.sources = {
  epoch_chips = {
    title = "Epoch AI, chip dataset (training-cost-trends, data/Chip dataset)",
    address = "https://github.com/epoch-research/training-cost-trends",
    retrieved = "2025-06",
  },
  epoch_prices = {
    title = "Epoch AI, hardware price dataset (training-cost-trends, data/Hardware prices)",
    address = "https://github.com/epoch-research/training-cost-trends",
    retrieved = "2025-06",
  },
  method = {
    title = "Cottier et al., The rising costs of training frontier AI models (2024), energy model",
    address = "https://arxiv.org/abs/2405.21015",
    retrieved = "2024-06",
  },
  p100_datasheet = {
    title = "NVIDIA Tesla P100 data sheets (SXM2 and PCIe)",
    address = "https://images.nvidia.com/content/tesla/pdf/nvidia-tesla-p100-PCIe-datasheet.pdf",
  },
  v100_datasheet = {
    title = "NVIDIA Tesla V100 data sheet",
    address = "https://images.nvidia.com/content/technologies/volta/pdf/"
      .. "volta-v100-datasheet-update-us-1165301-r5.pdf",
  },
  a100_datasheet = {
    title = "NVIDIA A100 data sheet",
    address = "https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/a100/pdf/"
      .. "nvidia-a100-datasheet-us-nvidia-1758950-r4-web.pdf",
  },
  h100_datasheet = {
    title = "NVIDIA H100 Tensor Core GPU architecture and data sheet",
    address = "https://resources.nvidia.com/en-us-tensor-core/nvidia-tensor-core-gpu-datasheet",
  },
  h100_pcie_brief = {
    title = "NVIDIA H100 PCIe product brief PB-11133-001",
    address = "https://www.nvidia.com/content/dam/en-zz/Solutions/gtcs22/data-center/h100/"
      .. "PB-11133-001_v01.pdf",
  },
  h200_datasheet = {
    title = "NVIDIA H200 Tensor Core GPU data sheet",
    address = "https://nvdam.widen.net/s/nb5zzzsjdf/hpc-datasheet-sc23-h200-datasheet-3002446",
  },
  nvlink = {
    title = "NVIDIA, NVLink and NVLink Switch: bandwidth of a GPU, both directions together",
    address = "https://www.nvidia.com/en-us/data-center/nvlink/",
  },
  dgx_guides = {
    title = "NVIDIA DGX system data sheets and user guides, maximum system power",
    address = "https://docs.nvidia.com/dgx/",
  },
}

-- What a fact was compared with; false says that nobody has compared it yet.
local dataset = "secondary: the dataset at 263c40a, 2026-04"
local counts = "primary: the repository at d1b1bc3, 2026-04"
local epoch_table = "secondary: Epoch AI's chip table, 2025-06"
local method = "primary: the constants that the method publishes, 2024-06"
local reference = "secondary: the reference method's constants, 2024-06"
local lockwood = "secondary: G. Lockwood's notes on NVIDIA's white papers, "
  .. "glennklockwood.com/garden, 2026-11"

local guide = "secondary: S. Bekman, Machine Learning Engineering, accelerator tables, 2026-08"
local hmc = "secondary: hmc-tech.com, tables of data-centre GPUs, 2026-11"
local dgx_guide = "secondary: unanswered.io, which quotes NVIDIA's DGX H100/H200 guide, 2026-11"

local nvlink_tables = "secondary: NVLink tables at wikimili.com and alpha-one-index.github.io, "
  .. "2026-11"

M.chips = {
  p100_sxm = {
    name = "NVIDIA Tesla P100 SXM2 16 GB",
    kind = "GPU",
    source = "p100_datasheet",
    checked = epoch_table,
    released = { text = "2016-04-05", source = "epoch_chips" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = { value = 5.3, checked = false }, fp32 = 10.6, fp16 = 21.2,
    },
    memory = { value = 16, unit = "GB/GPU" },
    bandwidth = { value = 732, unit = "GB/s/GPU" },
    tdp = { value = 300, unit = "W/GPU" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 160, unit = "GB/s/GPU" },
    },
    chip_to_server = { unit = "1", value = 1.8, source = "method", checked = method },
    server = {
      name = "DGX-1 (P100)", source = "dgx_guides", scope = "server", checked = false,
      chips = { value = 8, unit = "GPU" }, power = { value = 3.2, unit = "kW" },
    },
    price = {
      value = 10500, unit = "USD/GPU", scope = "chip", date = "2016-07", source = "epoch_prices",
      checked = false, note = "single-unit list price, nextplatform.com 2022-05-09",
    },
  },

  v100_sxm = {
    name = "NVIDIA Tesla V100 SXM2 16 GB",
    kind = "GPU",
    source = "v100_datasheet",
    checked = epoch_table,
    released = { text = "2017-06-21", source = "epoch_chips" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = 7.8, fp32 = 15.7, fp16 = 125,
    },
    memory = { value = 16, unit = "GB/GPU" },
    bandwidth = { value = 900, unit = "GB/s/GPU" },
    tdp = { value = 300, unit = "W/GPU" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 300, unit = "GB/s/GPU" },
    },
    chip_to_server = { unit = "1", value = 5 / 3, source = "method", checked = method },
    server = {
      name = "DGX-1 (V100)", source = "dgx_guides", scope = "server", checked = false,
      chips = { value = 8, unit = "GPU" }, power = { value = 3.5, unit = "kW" },
    },
    price = {
      value = 10664, unit = "USD/GPU", scope = "chip", date = "2018-05-08",
      source = "epoch_prices", checked = false, note = "single-unit list price, microway.com",
    },
    server_price = {
      value = 17250, unit = "USD/GPU", scope = "server", valid_from = "2017-07",
      valid_to = "2018-12", source = "epoch_prices",
      checked = reference,
      note = "DGX Station: 69,000 USD for 4 GPUs at release, until the lists of 2019",
    },
  },

  a100_40gb = {
    name = "NVIDIA A100 SXM4 40 GB",
    kind = "GPU",
    source = "a100_datasheet",
    checked = epoch_table,
    released = { text = "2020-05-14", source = "epoch_chips" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = 9.7, fp32 = 19.5, tf32 = 156, bf16 = 312, fp16 = 312,
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = hmc,
      tf32 = 312, bf16 = 624, fp16 = 624,
    },
    memory = { value = 40, unit = "GB/GPU" },
    bandwidth = { value = 1555, unit = "GB/s/GPU" },
    tdp = { value = 400, unit = "W/GPU" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 600, unit = "GB/s/GPU" },
    },
    chip_to_server = {
      unit = "1", value = 6.5 / 8 / 0.4, source = "method", checked = method,
      note = "DGX A100: 6.5 kW for 8 GPUs of 400 W",
    },
    server = {
      name = "DGX A100", source = "dgx_guides", scope = "server", checked = reference,
      chips = { value = 8, unit = "GPU" }, power = { value = 6.5, unit = "kW" },
    },
    price = {
      value = 15000, unit = "USD/GPU", scope = "chip", date = "2020-07", source = "epoch_prices",
      checked = false, note = "single-unit list price, nextplatform.com 2022-05-09",
    },
    server_price = {
      value = 24875, unit = "USD/GPU", scope = "server", valid_from = "2020-05-21",
      valid_to = "2021-05",
      source = "epoch_prices", checked = reference,
      note = "DGX A100: 199,000 USD for 8 GPUs at release, until that of 640 GB has a price",
    },
  },

  a100_80gb = {
    name = "NVIDIA A100 SXM4 80 GB",
    kind = "GPU",
    source = "a100_datasheet",
    checked = epoch_table,
    released = { text = "2020-11-16", source = "epoch_chips" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = 9.7, fp32 = 19.5, tf32 = 156, bf16 = 312, fp16 = 312,
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = hmc,
      tf32 = 312, bf16 = 624, fp16 = 624,
    },
    memory = { value = 80, unit = "GB/GPU" },
    bandwidth = { value = 2039, unit = "GB/s/GPU" },
    tdp = { value = 400, unit = "W/GPU" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 600, unit = "GB/s/GPU" },
    },
    chip_to_server = {
      unit = "1", value = 6.5 / 8 / 0.4, source = "method", checked = method,
      note = "DGX A100: 6.5 kW for 8 GPUs of 400 W",
    },
    server = {
      name = "DGX A100 640 GB", source = "dgx_guides", scope = "server", checked = reference,
      chips = { value = 8, unit = "GPU" }, power = { value = 6.5, unit = "kW" },
    },
    price = {
      value = 17500, unit = "USD/GPU", scope = "chip", date = "2020-07", source = "epoch_prices",
      checked = false, note = "single-unit list price, nextplatform.com 2022-05-09",
    },
    server_price = {
      value = 20875, unit = "USD/GPU", scope = "server", date = "2022-01-20",
      source = "epoch_prices", checked = dataset, note = "8-GPU server, dihuni.com",
    },
  },

  h100_sxm = {
    name = "NVIDIA H100 SXM5 80 GB",
    kind = "GPU",
    source = "h100_datasheet",
    checked = lockwood,
    released = { text = "2022-09-20", source = "epoch_chips", checked = epoch_table },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = 33.5, fp32 = 66.9, tf32 = 494.7, bf16 = 989.4, fp16 = 989.4, fp8 = 1978.9,
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip",
      tf32 = 989.4, bf16 = 1978.9, fp16 = 1978.9, fp8 = 3957.8,
    },
    memory = { value = 80, unit = "GB/GPU" },
    bandwidth = { value = 3.35, unit = "TB/s/GPU" },
    tdp = { value = 700, unit = "W/GPU" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 900, unit = "GB/s/GPU" },
    },
    chip_to_server = {
      unit = "1", value = 10.2 / 8 / 0.7, source = "method", checked = method,
      note = "DGX H100: 10.2 kW for 8 GPUs of 700 W",
    },
    server = {
      name = "DGX H100", source = "dgx_guides", scope = "server", checked = reference,
      chips = { value = 8, unit = "GPU" }, power = { value = 10.2, unit = "kW" },
    },
    price = {
      low = 23000, high = 30000, unit = "USD/GPU", scope = "chip", date = "2024",
      source = {
        title = "Epoch AI, AI chip counts: NVIDIA price ranges by year",
        address = "https://github.com/epoch-research/ai-chip-counts", retrieved = "2026-01",
      },
      checked = counts, note = "a range of estimates for 2024, read as a 90 % interval",
    },
    server_price = {
      low = 31000, high = 41500, unit = "USD/GPU", scope = "server", date = "2023-05 to 2024-07",
      source = "epoch_prices", checked = dataset,
      note = "8-GPU servers, USD a GPU: 33,750 (2023-05, SemiAnalysis), 31,120 (2023-09), "
        .. "41,198 (2023-12, Delta Computer), 33,810 (2024-02), 41,217 (2024-03, Delta Computer), "
        .. "37,081 (2024-03, Dihuni), 36,018 (2024-07); the range is read as a 90 % interval",
    },
  },

  h100_pcie = {
    name = "NVIDIA H100 PCIe 80 GB",
    kind = "GPU",
    source = "h100_datasheet",
    checked = epoch_table,
    released = { text = "2022-09-20", source = "epoch_chips" },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = 26, fp32 = 51.2, tf32 = 378, bf16 = 756, fp16 = 756,
      fp8 = { value = 1513, checked = guide },
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = hmc,
      tf32 = 756, bf16 = 1513, fp16 = 1513, fp8 = 3026,
    },
    memory = { value = 80, unit = "GB/GPU", source = "h100_pcie_brief", checked = guide },
    bandwidth = { value = 2.0, unit = "TB/s/GPU", source = "h100_pcie_brief" },
    tdp = {
      value = 350, unit = "W/GPU", source = "h100_pcie_brief",
      checked = "primary: the product brief, 2022-11 edition",
    },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 2, unit = "GPU" }, bandwidth = { value = 600, unit = "GB/s/GPU" },
    },
    chip_to_server = { unit = "1", value = 10.2 / 8 / 0.7, source = "method", checked = method },
    price = {
      value = 24500, unit = "USD/GPU", scope = "chip", date = "2025-03-03",
      source = "epoch_prices", checked = false, note = "single unit, marketplace.uvation.com",
    },
  },

  h200_sxm = {
    name = "NVIDIA H200 SXM 141 GB",
    kind = "GPU",
    source = "h200_datasheet",
    checked = epoch_table,
    released = {
      text = "2023-11-13", checked = "secondary: geektopia.es, 2023-11-13, and aiwiki.ai, 2026-11",
      note = "announced; sold from the second quarter of 2024. Epoch AI's chip table of 2025 has "
        .. "2024-11-18",
    },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = { value = 33.5, checked = lockwood }, fp32 = 66.9, tf32 = 494.7, bf16 = 989.4,
      fp16 = 989.4, fp8 = { value = 1978.9, checked = lockwood },
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip", checked = lockwood,
      tf32 = 989.4, bf16 = 1978.9, fp16 = 1978.9, fp8 = 3957.8,
    },
    memory = {
      value = 141, unit = "GB/GPU", checked = "primary: MLPerf inference v4.1 system description",
    },
    bandwidth = { value = 4.8, unit = "TB/s/GPU" },
    tdp = { value = 700, unit = "W/GPU" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 900, unit = "GB/s/GPU" },
    },
    chip_to_server = { unit = "1", value = 10.2 / 8 / 0.7, source = "method", checked = method },
    server = {
      name = "DGX H200", source = "dgx_guides", scope = "server", checked = dgx_guide,
      chips = { value = 8, unit = "GPU" }, power = { value = 10.2, unit = "kW" },
    },
    server_price = {
      value = 39083.38, unit = "USD/GPU", scope = "server", date = "2025-01-31",
      source = "epoch_prices", checked = dataset,
      note = "8-GPU HGX H200 server on sale, archive.ph/TxlLv",
    },
  },
}

return M
