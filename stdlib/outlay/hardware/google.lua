--- Google's tensor processing units.
--
-- The same shape as nvidia.lua. TPUs are not sold: their prices are estimates of what making one
-- and a margin would cost, and say so. Power is the part that changes most between sources: the
-- reference method first took 373 W for a TPU v4, Google's own paper measured far less.
local M = {}

M.sources = {
  epoch_chips = {
    title = "Epoch AI, chip dataset (training-cost-trends, data/Chip dataset)",
    address = "https://github.com/epoch-research/training-cost-trends",
    retrieved = "2025-06",
  },
  method = {
    title = "Cottier et al., The rising costs of training frontier AI models (2024)",
    address = "https://arxiv.org/abs/2405.21015",
    retrieved = "2024-06",
  },
  training_chips = {
    title = "Jouppi et al., A domain-specific supercomputer for training deep neural networks "
      .. "(CACM 2020)",
    address = "https://dl.acm.org/doi/pdf/10.1145/3360307",
  },
  tpu_v4_paper = {
    title = "Jouppi et al., TPU v4 (ISCA 2023)",
    address = "https://arxiv.org/abs/2304.01433",
  },
  cloud_v4 = {
    title = "Google Cloud, TPU system architecture",
    address = "https://cloud.google.com/tpu/docs/system-architecture-tpu-vm",
    retrieved = "2025-06",
  },
  cloud_v5e = {
    title = "Google Cloud, TPU v5e",
    address = "https://docs.cloud.google.com/tpu/docs/v5e",
    retrieved = "2026-11",
  },
  cloud_v5p = {
    title = "Google Cloud, TPU v5p",
    address = "https://cloud.google.com/tpu/docs/v5p",
    retrieved = "2026-11",
  },
  cloud_v6e = {
    title = "Google Cloud, TPU v6e",
    address = "https://docs.cloud.google.com/tpu/docs/v6e",
    retrieved = "2026-11",
  },
  cloud_v7x = {
    title = "Google Cloud, TPU7x (Ironwood)",
    address = "https://docs.cloud.google.com/tpu/docs/tpu7x",
    retrieved = "2026-11",
  },
}

local epoch_table = "secondary: Epoch AI's chip table, 2025-06"
local method = "primary: the constants that the method publishes, 2024-06"
local reference = "secondary: the reference method's constants, 2024-06"
local lockwood = "secondary: G. Lockwood's notes on TPU v4, glennklockwood.com/garden, 2026-11"
local quoted = "secondary: notes and slides that quote the page, 2026-11"
local google_page = "primary: the page itself, 2026-11"

M.chips = {
  tpu_v1 = {
    name = "Google TPU v1 (inference; INT8)",
    kind = "TPU",
    source = "epoch_chips",
    checked = epoch_table,
    released = { text = "2015-05-15" },
    peak = {
      unit = "TFLOP/s/TPU", basis = "dense", scope = "chip",
      int8 = { value = 92, note = "integer operations, counted as FLOP by the reference method" },
    },
    memory = { value = 8, unit = "GiB/TPU", note = "DDR3" },
    bandwidth = { value = 34, unit = "GB/s/TPU" },
    tdp = { value = 75, unit = "W/TPU" },
    chip_to_server = { unit = "1", value = 2.93, source = "method", checked = method },
    price = {
      value = 5463, unit = "USD/TPU", scope = "chip", date = "2015", source = "method",
      checked = reference, note = "not a market price: a proxy from manufacturing cost",
    },
  },

  tpu_v2 = {
    name = "Google TPU v2",
    kind = "TPU",
    source = "training_chips",
    checked = epoch_table,
    released = { text = "2017-05-01", source = "epoch_chips" },
    peak = { unit = "TFLOP/s/TPU", basis = "dense", scope = "chip", bf16 = 45 },
    memory = { value = 16, unit = "GB/TPU" },
    bandwidth = { value = 600, unit = "GB/s/TPU" },
    tdp = { value = 280, unit = "W/TPU" },
    scale_up = {
      checked = false,
      chips = { value = 256, unit = "TPU" },
      bandwidth = { value = 496, unit = "GB/s/TPU", note = "4 links of 62 GB/s, both directions" },
    },
    chip_to_server = { unit = "1", value = 1.64, source = "method", checked = method },
    price = {
      value = 5054, unit = "USD/TPU", scope = "chip", date = "2017", source = "method",
      checked = reference, note = "not a market price: a proxy from manufacturing cost",
    },
  },

  tpu_v3 = {
    name = "Google TPU v3",
    kind = "TPU",
    source = "training_chips",
    checked = epoch_table,
    released = { text = "2018-05-18", source = "epoch_chips" },
    peak = { unit = "TFLOP/s/TPU", basis = "dense", scope = "chip", bf16 = 123 },
    memory = { value = 32, unit = "GB/TPU" },
    bandwidth = { value = 900, unit = "GB/s/TPU" },
    tdp = {
      value = 450, unit = "W/TPU", checked = reference,
      note = "Epoch AI's chip table of 2025 has 220 W, the mean power Google Cloud states",
    },
    scale_up = {
      checked = false,
      chips = { value = 1024, unit = "TPU" },
      bandwidth = { value = 656, unit = "GB/s/TPU", note = "4 links of 82 GB/s, both directions" },
    },
    chip_to_server = { unit = "1", value = 1.47, source = "method", checked = method },
    price = {
      value = 5276, unit = "USD/TPU", scope = "chip", date = "2018", source = "method",
      checked = reference, note = "not a market price: a proxy from manufacturing cost",
    },
  },

  tpu_v4 = {
    name = "Google TPU v4",
    kind = "TPU",
    source = "cloud_v4",
    checked = epoch_table,
    released = { text = "2021-05-20", source = "epoch_chips" },
    peak = { unit = "TFLOP/s/TPU", basis = "dense", scope = "chip", bf16 = 275 },
    memory = { value = 32, unit = "GiB/TPU" },
    bandwidth = { value = 1200, unit = "GB/s/TPU" },
    tdp = {
      value = 192, unit = "W/TPU", source = "tpu_v4_paper", checked = lockwood,
      note = "highest measured power (mean 170 W); the reference method took 373 W, which is too "
        .. "much and moves its Gemini figure by about 5 %",
    },
    scale_up = {
      checked = lockwood,
      chips = { value = 4096, unit = "TPU" },
      bandwidth = { value = 600, unit = "GB/s/TPU", note = "6 links of 50 GB/s, both directions" },
    },
    chip_to_server = { unit = "1", value = 1.56, source = "method", checked = method },
    price = {
      value = 5167, unit = "USD/TPU", scope = "chip", date = "2021", source = "method",
      checked = reference, note = "not a market price: a proxy from manufacturing cost",
    },
  },

  tpu_v5e = {
    name = "Google TPU v5e",
    kind = "TPU",
    source = "cloud_v5e",
    checked = google_page,
    released = { text = "2023-08-29", source = "epoch_chips", checked = epoch_table },
    peak = { unit = "TFLOP/s/TPU", basis = "dense", scope = "chip", bf16 = 197 },
    memory = { value = 16, unit = "GB/TPU" },
    bandwidth = { value = 819, unit = "GB/s/TPU" },
    tdp = { value = 140, unit = "W/TPU", source = "epoch_chips", checked = epoch_table },
    scale_up = {
      checked = google_page,
      chips = { value = 256, unit = "TPU" },
      bandwidth = { value = 400, unit = "GB/s/TPU", note = "both directions" },
    },
    chip_to_server = { unit = "1", value = 1.56, source = "method", checked = method },
    price = {
      value = 1781, unit = "USD/TPU", scope = "chip", date = "2023-08-15", source = "epoch_chips",
      checked = false, note = "not a market price: a proxy from manufacturing cost",
    },
  },

  tpu_v5p = {
    name = "Google TPU v5p",
    kind = "TPU",
    source = "cloud_v5p",
    checked = google_page,
    released = { text = "2023-12-06", source = "epoch_chips", checked = epoch_table },
    peak = { unit = "TFLOP/s/TPU", basis = "dense", scope = "chip", bf16 = 459 },
    memory = { value = 95, unit = "GB/TPU" },
    bandwidth = { value = 2765, unit = "GB/s/TPU" },
    scale_up = {
      chips = { value = 8960, unit = "TPU" },
      bandwidth = { value = 1200, unit = "GB/s/TPU", note = "both directions" },
    },
    chip_to_server = { unit = "1", value = 1.56, source = "method", checked = method },
    price = {
      value = 3694, unit = "USD/TPU", scope = "chip", date = "2023-12-06", source = "epoch_chips",
      checked = false, note = "not a market price: a proxy from manufacturing cost",
    },
  },

  tpu_v6e = {
    name = "Google TPU v6e (Trillium)",
    kind = "TPU",
    source = "cloud_v6e",
    checked = google_page,
    released = { text = "2024-05-14", source = "epoch_chips", checked = epoch_table,
      note = "announced; sold from 2024-12" },
    peak = {
      unit = "TFLOP/s/TPU", basis = "dense", scope = "chip",
      bf16 = 918, fp8 = { value = 918, note = "runs at the rate of BF16; INT8 at twice it" },
    },
    memory = { value = 32, unit = "GB/TPU" },
    bandwidth = { value = 1638, unit = "GB/s/TPU" },
    scale_up = {
      chips = { value = 256, unit = "TPU" }, bandwidth = { value = 800, unit = "GB/s/TPU" },
    },
    chip_to_server = { unit = "1", value = 1.56, source = "method", checked = method },
    price = {
      value = 6518, unit = "USD/TPU", scope = "chip", date = "2024-05-15", source = "epoch_chips",
      checked = false, note = "not a market price: a proxy from manufacturing cost",
    },
  },

  tpu_v7 = {
    name = "Google TPU7x (Ironwood)",
    kind = "TPU",
    source = "cloud_v7x",
    checked = google_page,
    released = { text = "2025-04-09", checked = false, note = "announced; sold from 2025-11" },
    peak = {
      unit = "TFLOP/s/TPU", basis = "dense", scope = "chip", bf16 = 2307, fp8 = 4614,
    },
    memory = { value = 192, unit = "GiB/TPU" },
    bandwidth = {
      value = 7380, unit = "GB/s/TPU", checked = quoted,
    },
    scale_up = {
      chips = { value = 9216, unit = "TPU" },
      bandwidth = {
        value = 1200, unit = "GB/s/TPU", checked = quoted,
      },
    },
  },
}

return M
