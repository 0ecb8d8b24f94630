--- Purchase prices of NVIDIA accelerators from Kepler to Volta, USD a chip.
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
}

-- What the transcription was compared with; the pages it cites were not opened again.
local csv = "secondary: the dataset of 2025-06"

M.records = {
  k40 = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2012-07-01", value = 5400, scope = "chip", note = "nextplatform.com" },
    { date = "2013-11-22", value = 7699, scope = "chip", note = "techpowerup.com" },
    { date = "2014-07-01", value = 4200, scope = "chip", note = "nextplatform.com" },
    { date = "2016-07-01", value = 2900, scope = "chip", note = "nextplatform.com" },
    { date = "2018-07-01", value = 2300, scope = "chip", note = "nextplatform.com" },
    { date = "2020-07-01", value = 540, scope = "chip", note = "nextplatform.com" },
    { date = "2022-07-01", value = 290, scope = "chip", note = "nextplatform.com" },
  },

  k80 = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2014-11-17", value = 5000, scope = "chip", note = "anandtech.com" },
    { date = "2016-07-01", value = 3700, scope = "chip", note = "nextplatform.com" },
    { date = "2018-07-01", value = 2500, scope = "chip", note = "nextplatform.com" },
    { date = "2020-07-01", value = 940, scope = "chip", note = "nextplatform.com" },
    { date = "2022-07-01", value = 435, scope = "chip", note = "nextplatform.com" },
  },

  titan_x = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    {
      valid_from = "2015-03-17", valid_to = "2016-07", value = 999, scope = "chip",
      note = "launch price, until its successor; techpowerup.com",
    },
  },

  p100_pcie = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2016-06-20", value = 5699, scope = "chip", note = "techpowerup.com" },
    { date = "2016-06-21", value = 16125, scope = "server", note = "DGX, 8 GPUs, microway.com" },
    { date = "2016-07-01", value = 5500, scope = "chip", note = "nextplatform.com" },
    { date = "2017-03-12", value = 18543.75, scope = "server", note = "DGX, 8 GPUs, microway.com" },
    { date = "2018-07-01", value = 5900, scope = "chip", note = "nextplatform.com" },
    { date = "2020-07-01", value = 3500, scope = "chip", note = "nextplatform.com" },
    { date = "2022-07-01", value = 2200, scope = "chip", note = "nextplatform.com" },
  },

  p100_sxm = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2018-07-01", value = 7400, scope = "chip", note = "nextplatform.com" },
    { date = "2020-07-01", value = 4400, scope = "chip", note = "nextplatform.com" },
    { date = "2022-07-01", value = 1100, scope = "chip", note = "nextplatform.com" },
  },

  v100_sxm = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2017-07-01", value = 11500, scope = "chip", note = "source not named" },
    { date = "2017-07-01", value = 18625, scope = "server", note = "8 GPUs, wccftech.com" },
  },

  v100_32gb = {
    unit = "USD/GPU", source = "epoch_prices", checked = csv,
    { date = "2018-03-27", value = 11458, scope = "chip", note = "microway.com" },
    { date = "2018-05-08", value = 11458, scope = "chip", note = "microway.com" },
    { date = "2018-07-01", value = 11500, scope = "chip", note = "nextplatform.com" },
    { date = "2019-01-11", value = 18457.5, scope = "server", note = "DGX, 4 GPUs, microway.com" },
    { date = "2019-01-11", value = 19928.75, scope = "server", note = "DGX, 8 GPUs, microway.com" },
    {
      date = "2019-01-11", value = 26995.63, scope = "server",
      note = "DGX, 16 GPUs, microway.com",
    },
    { date = "2020-07-01", value = 13700, scope = "chip", note = "nextplatform.com" },
    { date = "2022-07-01", value = 2500, scope = "chip", note = "nextplatform.com" },
    {
      date = "2025-03-03", value = 9527.49, scope = "board",
      note = "8 GPUs and their board, interpromicro.com",
    },
  },
}

return M
