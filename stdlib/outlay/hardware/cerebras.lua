--- Cerebras' wafer-scale engines; a wafer counts as one accelerator.
--
-- The same shape as nvidia.lua. Cerebras states one figure, with sparsity; the dense
-- figures here follow from the eightfold speed-up that it claims for sparsity.
local M = {}

M.sources = {
  cs2_sheet = {
    title = "Cerebras CS-2 data sheet",
    address = "https://f.hubspotusercontent30.net/hubfs/8968533/CS-2%20Data%20Sheet.pdf",
  },
  cs3_page = {
    title = "Cerebras, CS-3 and Wafer-Scale Engine 3, announcement of 2024-03-13",
    address = "https://www.cerebras.ai/press-release/cerebras-announces-third-generation-wafer-"
      .. "scale-engine",
  },
  anandtech = {
    title = "AnandTech, Cerebras unveils Wafer Scale Engine Two, 2021-04-20: several million USD",
    address = "https://www.anandtech.com/show/16626/cerebras-unveils-wafer-scale-engine-two-wse2-"
      .. "26-trillion-transistors-100-yield",
  },
}

local epoch_table = "secondary: Epoch AI's chip table, 2025-06"
local press = "secondary: Tom's Hardware, 2024-03, and yobitel.com, 2026-11"

M.records = {
  wse2 = {
    name = "Cerebras WSE-2 (CS-2)",
    kind = "accelerator", source = "cs2_sheet", checked = epoch_table,
    released = { text = "2021-04-20" },
    peak = { unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip", fp16 = 7500 },
    memory = { value = 40, unit = "GB/accelerator", checked = press, note = "SRAM on the wafer" },
    bandwidth = { value = 20, unit = "PB/s/accelerator", checked = press },
    server = {
      name = "CS-2", scope = "server", checked = false,
      chips = { value = 1, unit = "accelerator" }, power = { value = 23, unit = "kW" },
    },
    server_price = {
      value = 2e6, unit = "USD/accelerator", scope = "server", date = "2021-04",
      source = "anandtech", checked = "secondary: Epoch AI's price table, 2025-06",
    },
  },

  wse3 = {
    name = "Cerebras WSE-3 (CS-3)",
    kind = "accelerator", source = "cs3_page", checked = press,
    released = { text = "2024-03-13" },
    peak = {
      unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip", checked = false,
      imputed = "the sparse figure over the eightfold gain claimed for sparsity", fp16 = 15625,
    },
    peak_sparse = {
      unit = "TFLOP/s/accelerator", basis = "sparse", scope = "chip", fp16 = 125000,
    },
    memory = { value = 44, unit = "GB/accelerator", note = "SRAM on the wafer" },
    bandwidth = { value = 21, unit = "PB/s/accelerator" },
    scale_up = {
      chips = { value = 2048, unit = "accelerator", note = "systems in a cluster by SwarmX" },
    },
    server = {
      name = "CS-3", scope = "server", checked = "secondary: awesomeagents.ai, 2026-11",
      chips = { value = 1, unit = "accelerator" }, power = { value = 23, unit = "kW" },
    },
    server_price = {
      low = 2e6, high = 3e6, unit = "USD/accelerator", scope = "server", date = "2024",
      range = "reports", source = {
        title = "Awesome Agents, Cerebras WSE-3",
        address = "https://awesomeagents.ai/hardware/cerebras-wse-3", retrieved = "2026-11",
      },
      checked = "secondary: the page itself, 2026-11",
    },
  },
}

return M
