--- NVIDIA's Blackwell accelerators: B200, B300 and the GPUs of GB200 and GB300 racks.
--
-- The same shape as nvidia.lua. NVIDIA prints sparse figures first; for B300 and GB300 dense FP4 is
-- more than half of sparse FP4, and FP64 hardly exists.
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
  blackwell_brief = {
    title = "NVIDIA Blackwell architecture technical brief",
    address = "https://resources.nvidia.com/en-us-blackwell-architecture",
  },
  nvlink = {
    title = "NVIDIA, NVLink and NVLink Switch: bandwidth of a GPU, both directions together",
    address = "https://www.nvidia.com/en-us/data-center/nvlink/",
  },
  dgx_guides = {
    title = "NVIDIA DGX system data sheets and user guides, maximum system power",
    address = "https://docs.nvidia.com/dgx/",
  },
  blackwell_ultra = {
    title = "NVIDIA, Inside Blackwell Ultra, and GB300 NVL72 and HGX B300 product pages",
    address = "https://www.nvidia.com/en-us/data-center/gb300-nvl72/",
  },
}

local epoch_table = "secondary: Epoch AI's chip table, 2025-06"
local lockwood = "secondary: G. Lockwood's notes on NVIDIA's white papers, "
  .. "glennklockwood.com/garden, 2026-11"
local aiwiki = "secondary: aiwiki.ai, DGX B300 and GB300 NVL72, 2026-11"
local verda = "secondary: verda.com, GB300 NVL72 architecture, 2026-11"
local dgx_b200_guide = "primary: NVIDIA, DGX B200 user guide, docs.nvidia.com, 2026-11"
local nvlink_tables = "secondary: NVLink tables at wikimili.com and alpha-one-index.github.io, "
  .. "2026-11"

M.records = {
  b200_sxm = {
    name = "NVIDIA B200 SXM (HGX, 1,000 W)",
    kind = "GPU",
    source = "blackwell_brief",
    checked = lockwood,
    released = {
      text = "2024-03-18", source = "epoch_chips", checked = epoch_table, note = "announced",
    },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = 40, fp32 = 80, tf32 = 1100, bf16 = 2250, fp16 = 2250, fp8 = 4500, fp4 = 9000,
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip",
      tf32 = 2200, bf16 = 4500, fp16 = 4500, fp8 = 9000, fp4 = 18000,
    },
    memory = {
      value = 180, unit = "GB/GPU", checked = dgx_b200_guide,
      note = "usable: DGX B200 states 1,440 GB for 8 GPUs; the package holds 192 GB",
    },
    bandwidth = { value = 8, unit = "TB/s/GPU" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 1.8, unit = "TB/s/GPU" },
    },
    tdp = { value = 1000, unit = "W/GPU" },
    chip_to_server = {
      unit = "1", value = 14.3 / 8 / 1.0, source = "dgx_guides", checked = dgx_b200_guide,
      note = "DGX B200: about 14.3 kW for 8 GPUs of 1,000 W",
    },
    server = {
      name = "DGX B200", source = "dgx_guides", scope = "server", checked = dgx_b200_guide,
      chips = { value = 8, unit = "GPU" }, power = { value = 14.3, unit = "kW" },
    },
    server_price = {
      value = 47409.13, unit = "USD/GPU", scope = "server", date = "2024-12-17",
      source = "epoch_prices", note = "DGX B200, 8 GPUs, deltacomputer.com",
      checked = "secondary: the dataset at 263c40a, 2026-04",
    },
  },

  gb200 = {
    name = "NVIDIA GB200 NVL72, one of its GPUs (1,200 W)",
    kind = "GPU",
    source = "blackwell_brief",
    checked = lockwood,
    released = {
      text = "2024-03-18", source = "blackwell_brief", checked = false, note = "announced",
    },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = 45, fp32 = 90, tf32 = 1250, bf16 = 2500, fp16 = 2500, fp8 = 5000, fp4 = 10000,
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip",
      tf32 = 2500, bf16 = 5000, fp16 = 5000, fp8 = 10000, fp4 = 20000,
    },
    memory = {
      value = 186, unit = "GB/GPU", checked = "primary: MLPerf inference v6.1 system description",
      note = "usable; the package holds 192 GB",
    },
    bandwidth = { value = 8, unit = "TB/s/GPU" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 72, unit = "GPU" }, bandwidth = { value = 1.8, unit = "TB/s/GPU" },
    },
    tdp = { value = 1200, unit = "W/GPU" },
    server = {
      name = "GB200 NVL72 rack", source = "blackwell_brief", scope = "rack", checked = false,
      chips = { value = 72, unit = "GPU" },
      power = { value = 132, unit = "kW", note = "reported between 120 and 132 kW" },
    },
    price = {
      low = 30000, high = 45000, unit = "USD/GPU", scope = "chip", date = "2024 to 2025",
      source = {
        title = "Epoch AI, AI chip counts: NVIDIA price ranges by year",
        address = "https://github.com/epoch-research/ai-chip-counts", retrieved = "2026-01",
      },
      checked = "secondary: its copy of 2026-04", range = "range of estimates",
    },
  },

  b300_sxm = {
    name = "NVIDIA B300 SXM (HGX)",
    kind = "GPU",
    source = "blackwell_ultra",
    checked = lockwood,
    released = {
      text = "2025-03-18", checked = aiwiki, note = "announced; shipped from late 2025",
    },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      fp64 = 1.25, fp32 = 75, tf32 = 1125, bf16 = 2250, fp16 = 2250, fp8 = 4500, fp4 = 13125,
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip",
      tf32 = 2250, bf16 = 4500, fp16 = 4500, fp8 = 9000, fp4 = 18000,
    },
    memory = { value = 288, unit = "GB/GPU", note = "in the package; a little less is usable" },
    bandwidth = { value = 8, unit = "TB/s/GPU" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 8, unit = "GPU" }, bandwidth = { value = 1.8, unit = "TB/s/GPU" },
    },
    tdp = {
      value = 1100, unit = "W/GPU", checked = verda, note = "air-cooled HGX; 1,400 W at most",
    },
    chip_to_server = {
      unit = "1", value = 14.5 / 8 / 1.1, source = "dgx_guides", checked = false,
      note = "DGX B300: about 14.5 kW for 8 GPUs",
    },
    server = {
      name = "DGX B300", source = "dgx_guides", scope = "server", checked = false,
      chips = { value = 8, unit = "GPU" }, power = { value = 14.5, unit = "kW" },
    },
  },

  gb300 = {
    name = "NVIDIA GB300 NVL72, one of its GPUs (1,400 W)",
    kind = "GPU",
    source = "blackwell_ultra",
    checked = lockwood,
    released = {
      text = "2025-03-18", checked = aiwiki, note = "announced; shipped from late 2025",
    },
    peak = {
      unit = "TFLOP/s/GPU", basis = "dense", scope = "chip",
      bf16 = { value = 2500, checked = verda, note = "180 PFLOP/s a rack" },
      fp16 = { value = 2500, checked = verda, note = "180 PFLOP/s a rack" },
      fp8 = { value = 5000, note = "360 PFLOP/s a rack" },
      fp4 = { value = 15000, note = "1.1 EFLOP/s a rack, rounded by NVIDIA from 15 PFLOP/s a GPU" },
    },
    peak_sparse = {
      unit = "TFLOP/s/GPU", basis = "sparse", scope = "chip",
      checked = "secondary: verda.com: twice the dense rates; vendordeep.com: FP8 and FP4, 2026-11",
      bf16 = 5000, fp16 = 5000, fp8 = 10000, fp4 = 20000,
    },
    memory = { value = 288, unit = "GB/GPU", note = "in the package; about 279 GB are usable" },
    bandwidth = { value = 8, unit = "TB/s/GPU", note = "576 TB/s a rack" },
    scale_up = {
      source = "nvlink", checked = nvlink_tables,
      chips = { value = 72, unit = "GPU" }, bandwidth = { value = 1.8, unit = "TB/s/GPU" },
    },
    tdp = { value = 1400, unit = "W/GPU" },
    server = {
      name = "GB300 NVL72 rack", scope = "rack",
      checked = "secondary: ai-infrastructure.net, Blackwell platform, 2026-06: 120 to 140 kW",
      chips = { value = 72, unit = "GPU" }, power = { value = 140, unit = "kW" },
    },
    price = {
      low = 30000, high = 45000, unit = "USD/GPU", scope = "chip", date = "2025",
      source = {
        title = "Epoch AI, AI chip counts: NVIDIA price ranges by year",
        address = "https://github.com/epoch-research/ai-chip-counts", retrieved = "2026-01",
      },
      checked = "secondary: its copy of 2026-04", range = "range of estimates",
    },
  },
}

return M
