--- Purchase prices of accelerators of AMD and Intel, USD a chip.
--
-- A server's price is divided by its chips; scope says whether the rest of the server is in it:
-- "chip" is one accelerator, "board" a base board with its accelerators, "server" a whole server.
-- Sellers' list prices differ by a third on the same day; large buyers pay less. What `hw` has as
-- the price of a chip is not repeated here: price.of looks at both.
local M = {}

M.sources = {
  epoch_prices = {
    title = "Epoch AI, hardware price dataset (training-cost-trends, data/Hardware prices)",
    address = "https://github.com/epoch-research/training-cost-trends",
    retrieved = "2025-06",
  },
  techradar = {
    title = "TechRadar, Intel discloses list prices of Gaudi kits: 65,000 and 125,000 USD for 8",
    address = "https://www.techradar.com/pro/intel-discloses-list-prices-of-its-gaudi-3-and-"
      .. "gaudi-2-ai-accelerators-and-were-in-for-a-shock-rivals-to-iconic-nvidias-h100-gpu-have-a-"
      .. "much-better-performance-per-dollar-ratio-but-will-it-matter",
    retrieved = "2025-06",
  },
}

-- What the transcription was compared with; the pages it cites were not opened again.
local csv = "secondary: the dataset of 2025-06"

M.records = {
  mi250x = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2021-11-08", value = 14500, scope = "chip", note = "nextplatform.com" },
  },

  mi300x = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    {
      date = "2025-02-10", value = 25733.71, scope = "board",
      note = "8 GPUs and their board, interpromicro.com",
    },
  },

  gaudi2 = {
    unit = "USD/accelerator", source = "techradar",
    checked = "secondary: Epoch AI's price table, 2025-06",
    { date = "2024-06-09", value = 8125, scope = "board", note = "8 accelerators and their board" },
  },

  gaudi3 = {
    unit = "USD/accelerator", source = "techradar", checked = "secondary: y-ic.de, 2026-11",
    {
      date = "2024-06-09", value = 15625, scope = "board", note = "8 accelerators and their board",
    },
  },
}

return M
