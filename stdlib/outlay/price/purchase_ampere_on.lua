--- Purchase prices of NVIDIA accelerators from Ampere on, USD a chip.
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
  epoch_counts = {
    title = "Epoch AI, AI chip counts: NVIDIA price ranges by year",
    address = "https://github.com/epoch-research/ai-chip-counts",
    retrieved = "2026-04",
  },
  fetchlogic = {
    title = "fetchlogic.net, Memory now costs more than the processor in AI chips, 2026",
    address = "https://fetchlogic.net/"
      .. "memory-now-costs-more-than-the-processor-in-ai-chips-and-that-changes-everything-about-"
      .. "who-can-afford-to-compete/",
    retrieved = "2026-11",
  },
  morgan_stanley = {
    title = "Morgan Stanley, cost of NVIDIA's VR200 NVL72, 2026-05, as the press reports it",
    address = "https://faq.com.tw/en/hardware/"
      .. "2026-06-25-nvidia-vera-rubin-nvl72-78m-rack-memory-cost-en/",
    retrieved = "2026-11",
  },
}

-- What the transcription was compared with; the pages it cites were not opened again.
local csv = "secondary: the dataset of 2025-06"
local page = "secondary: the page itself, 2026-11"
local counts = "primary: the repository at d1b1bc3, 2026-04"

M.records = {
  a100_40gb = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2022-07-01", value = 12500, scope = "chip", note = "nextplatform.com" },
  },

  a100_80gb = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2021-06-30", value = 37500, scope = "server", note = "DGX, 8 GPUs, graphcore.ai" },
    {
      date = "2022", low = 10000, value = 14140, high = 20000, scope = "chip",
      range = "range of estimates", source = "epoch_counts", checked = counts,
    },
    {
      date = "2023", low = 10000, value = 12250, high = 15000, scope = "chip",
      range = "range of estimates", source = "epoch_counts", checked = counts,
    },
    { date = "2023-09-23", value = 18548.75, scope = "server", note = "HGX, 8 GPUs, dihuni.com" },
    {
      date = "2024", low = 10000, value = 12250, high = 15000, scope = "chip",
      range = "range of estimates", source = "epoch_counts", checked = counts,
    },
    {
      date = "2025-03-04", value = 17348.56, scope = "board",
      note = "8 GPUs and their board, anafrashop.com",
    },
    { date = "2025-03-04", value = 17499, scope = "chip", note = "signalpulse.com" },
  },

  a100_pcie = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2020-07-01", value = 15000, scope = "chip", note = "nextplatform.com" },
    { date = "2022-07-01", value = 12500, scope = "chip", note = "nextplatform.com" },
    { date = "2025-03-03", value = 16338.77, scope = "chip", note = "anafrashop.com" },
    { date = "2025-03-03", value = 18500, scope = "chip", note = "viperatech.com" },
  },

  h100_sxm = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    {
      date = "2022", low = 30000, value = 36740, high = 45000, scope = "chip",
      range = "range of estimates", source = "epoch_counts", checked = counts,
    },
    {
      date = "2022-09-29", value = 44489.88, scope = "server",
      note = "DGX, 8 GPUs, deltacomputer.com, from EUR",
    },
    {
      date = "2023", low = 30000, value = 34640, high = 40000, scope = "chip",
      range = "range of estimates", source = "epoch_counts", checked = counts,
    },
    {
      date = "2023-05-29", value = 33750, scope = "server",
      note = "DGX, 8 GPUs, semianalysis.com",
    },
    {
      date = "2023-09-06", value = 31119.5, scope = "board",
      note = "8 GPUs and their board, archive.ph",
    },
    {
      date = "2023-12-11", value = 41197.5, scope = "server",
      note = "DGX, 8 GPUs, deltacomputer.com, from EUR",
    },
    {
      date = "2024-02-21", value = 33810, scope = "board",
      note = "8 GPUs and their board, archive.ph",
    },
    {
      date = "2024-03-20", value = 41217, scope = "server",
      note = "DGX, 8 GPUs, deltacomputer.com, from EUR",
    },
    { date = "2024-03-21", value = 37080.5, scope = "server", note = "HGX, 8 GPUs, dihuni.com" },
    {
      date = "2024-03-27", value = 33819.37, scope = "board",
      note = "8 GPUs and their board, archive.ph",
    },
    {
      date = "2024-07-31", value = 36017.75, scope = "board",
      note = "8 GPUs and their board, archive.ph",
    },
    {
      date = "2025", low = 20000, value = 23240, high = 27000, scope = "chip",
      range = "range of estimates", source = "epoch_counts", checked = counts,
    },
    { date = "2025-01-31", value = 31904.63, scope = "server", note = "HGX, 8 GPUs, archive.ph" },
    { date = "2025-03-03", value = 31250, scope = "chip", note = "marketplace.uvation.com" },
    { date = "2025-03-03", value = 28750, scope = "server", note = "8 GPUs, signalpulse.com" },
    { date = "2025-03-03", value = 46875, scope = "server", note = "8 GPUs, viperatech.com" },
  },

  h100_pcie = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2025-03-03", value = 35098.15, scope = "chip", note = "anafrashop.com" },
  },

  h200_sxm = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    {
      date = "2024-03-27", value = 33820.65, scope = "board",
      note = "8 GPUs and their board, anafrashop.com",
    },
  },

  h800_sxm = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2025-02-21", value = 33800, scope = "chip", note = "archive.ph" },
    { date = "2025-02-21", value = 44750, scope = "server", note = "DGX, 8 GPUs, abrmicro.com" },
  },

  h20 = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    {
      date = "2023", low = 9000, value = 9950, high = 11000, scope = "chip",
      note = "about 10,000", range = "range of estimates", source = "epoch_counts",
      checked = counts,
    },
    {
      date = "2023-11-09", low = 10000, value = 12000, high = 13000, range = "as reported",
      scope = "chip", note = "tomshardware.com",
    },
    {
      date = "2024", low = 10000, value = 12250, high = 15000, scope = "chip",
      range = "range of estimates", source = "epoch_counts", checked = counts,
    },
    {
      date = "2025", low = 9000, value = 10390, high = 12000, scope = "chip",
      range = "range of estimates", source = "epoch_counts", checked = counts,
    },
  },

  gh200 = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    {
      date = "2023-09-30", value = 43401, scope = "server",
      note = "one superchip a server, deltacomputer.com, from EUR",
    },
    {
      date = "2024-10-31", value = 46675.1, scope = "server",
      note = "one superchip a server, deltacomputer.com, from EUR",
    },
  },

  gb200 = {
    unit = "USD/GPU", source = "fetchlogic", checked = page,
    {
      date = "2026", value = 43060, scope = "rack",
      note = "an NVL72 at 3.1 million USD, divided by its 72 GPUs",
    },
  },

  gb300 = {
    unit = "USD/GPU", source = "morgan_stanley", checked = page,
    {
      date = "2026-05", low = 48600, high = 55600, scope = "rack",
      range = "as reported", note = "an NVL72 at 3.5 to 4 million USD, divided by its 72 GPUs",
    },
  },

  vr200 = {
    name = "NVIDIA Vera Rubin, VR200 NVL72", unit = "USD/GPU", source = "morgan_stanley",
    checked = page,
    {
      date = "2026-05", value = 108377, scope = "rack", imputed = "an analyst's estimate",
      note = "7,803,148 USD for a rack of 72 packages, for a large cloud; a quarter is memory",
    },
  },
}

return M
