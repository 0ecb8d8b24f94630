--- Rental prices of B200, B300 and GB200 accelerators, per chip and hour, by provider and option.
--
-- List prices as they stood on web pages that were archived on the day of the record; an instance's
-- price is divided by its chips. Long runs of an unchanged price keep their first and last day.
local M = {}

M.sources = {
  epoch_prices = {
    title = "Epoch AI, hardware price dataset (training-cost-trends, data/Hardware prices)",
    address = "https://github.com/epoch-research/training-cost-trends",
    retrieved = "2025-06",
  },
  skypilot_aws = {
    title = "SkyPilot catalog v8, aws/vms.csv, which reads the provider's price interface",
    address = "https://github.com/skypilot-org/skypilot-catalog/tree/"
      .. "00148f2af3672e2229b4f7bf8157d5a3f36e3c35/catalogs/v8/aws",
    retrieved = "2026-11",
  },
  skypilot_lambda = {
    title = "SkyPilot catalog v8, lambda/vms.csv, which reads the provider's price interface",
    address = "https://github.com/skypilot-org/skypilot-catalog/tree/"
      .. "0f4070387edc953d7004cff197940e1918a1d6aa/catalogs/v8/lambda",
    retrieved = "2026-11",
  },
  skypilot_nebius = {
    title = "SkyPilot catalog v8, nebius/vms.csv",
    address = "https://github.com/skypilot-org/skypilot-catalog/tree/"
      .. "0082b0435f3912ae4c566856b272455cc78f4f61/catalogs/v8/nebius",
    retrieved = "2026-11",
  },
  skypilot_verda = {
    title = "SkyPilot catalog v8, verda/vms.csv, which reads the provider's API",
    address = "https://github.com/skypilot-org/skypilot-catalog", retrieved = "2026-11",
  },
  packet = {
    title = "packet.ai, GPU pricing models compared, 2026-06",
    address = "https://packet.ai/blog/gpu-pricing-models-compared", retrieved = "2026-11",
  },
  coreweave = {
    title = "CoreWeave, cloud pricing", address = "https://www.coreweave.com/pricing",
  },
  spheron = {
    title = "Spheron, H200 vs B200 vs GB200, 2026-03-18",
    address = "https://www.spheron.network/blog/nvidia-h200-vs-b200-vs-gb200",
    retrieved = "2026-11",
  },
  deploybase = {
    title = "DeployBase, B200 vs H200 vs H100",
    address = "https://deploybase.ai/articles/b200-vs-h200-vs-h100", retrieved = "2026-11",
  },
}

-- What the transcription was compared with; the archived pages were not opened again.
local csv = "the dataset of 2025-06"

M.records = {
  b200_sxm = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 14.2416, note = "p6-b200.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-west-2", option = "on_demand",
      value = 14.2416, note = "p6-b200.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "spot", low = 1.63,
      high = 2.63, range = "over zones", note = "p6-b200.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-west-2", option = "spot", low = 2.89,
      value = 3.14, high = 3.56, range = "over zones", note = "p6-b200.48xlarge",
      source = "skypilot_aws", checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-06", provider = "coreweave", option = "on_demand", value = 8.6,
      note = "8-GPU instance", source = "coreweave", checked = false,
    },
    {
      date = "2026", provider = "lambda", option = "on_demand", value = 6.99,
      note = "gpu_1x_b200_sxm6", source = "skypilot_lambda",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2026", provider = "lambda", option = "on_demand", value = 6.69,
      note = "gpu_8x_b200_sxm6", source = "skypilot_lambda",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-10", provider = "nebius", region = "us-central1", option = "on_demand",
      value = 5.5, source = "skypilot_nebius", checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2026", provider = "runpod", option = "on_demand", value = 5.98,
      source = "deploybase", checked = "secondary: the page itself, 2026-11",
    },
    {
      date = "2026-03-17", provider = "spheron", option = "on_demand", value = 6.03,
      source = "spheron", checked = "secondary: the page itself, 2026-11",
    },
    {
      date = "2026-03-17", provider = "spheron", option = "spot", value = 2.25,
      source = "spheron", checked = "secondary: the page itself, 2026-11",
    },
    {
      date = "2026", provider = "verda", region = "FIN-03", option = "on_demand",
      value = 4.89, note = "1B200.30V", source = "skypilot_verda",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2026", provider = "verda", region = "FIN-03", option = "spot",
      value = 1.712, note = "1B200.30V", source = "skypilot_verda",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2026-06", provider = "packet.ai", option = "on_demand",
      value = 3.75, note = "said to be the lowest of 26 providers", source = "packet",
      checked = "secondary: the page itself, 2026-11",
    },
  },

  b300_sxm = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2025-12", provider = "aws", region = "us-west-2", option = "on_demand",
      value = 17.802, note = "p6-b300.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-west-2", option = "spot", value = 4.17885,
      note = "p6-b300.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2026", provider = "verda", region = "FIN-03", option = "on_demand",
      value = 6.99, note = "1B300.30V", source = "skypilot_verda",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2026", provider = "verda", region = "FIN-03", option = "spot",
      value = 2.447, note = "1B300.30V", source = "skypilot_verda",
      checked = "secondary: the file itself, 2026-11",
    },
  },

  gb200 = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2025-06", provider = "coreweave", option = "on_demand", value = 10.5,
      note = "4-GPU instance", source = "coreweave", checked = false,
    },
    {
      date = "2026-03-17", provider = "spheron", option = "on_demand", value = 4.54,
      note = "half of a superchip at 9.08", source = "spheron",
      checked = "secondary: the page itself, 2026-11",
    },
  },
}

return M
