--- Rental prices of A100 80 GB and PCIe accelerators, per chip and hour, by provider and option.
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
  coreweave = {
    title = "CoreWeave, cloud pricing", address = "https://www.coreweave.com/pricing",
  },
}

-- What the transcription was compared with; the archived pages were not opened again.
local csv = "secondary: the dataset of 2025-06"

M.records = {
  a100_80gb = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2022-08-04", provider = "aws", option = "on_demand", value = 5.12,
      note = "p4de.24xlarge",
    },
    {
      date = "2022-08-19", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 5.12,
    },
    {
      date = "2025-03-02", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 5.12,
    },
    {
      date = "2025-12", provider = "aws", region = "eu-central-1", option = "on_demand",
      value = 4.2864, note = "p4de.24xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 3.43088, note = "p4de.24xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2022-08-19", provider = "aws", region = "us-east-1", option = "reserved",
      term = "1 year", value = 3,
    },
    {
      date = "2025-03-02", provider = "aws", region = "us-east-1", option = "reserved",
      term = "1 year", value = 3,
    },
    {
      date = "2022-08-19", provider = "aws", region = "us-east-1", option = "reserved",
      term = "3 years", value = 1.81,
    },
    {
      date = "2025-03-02", provider = "aws", region = "us-east-1", option = "reserved",
      term = "3 years", value = 1.81,
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "spot", low = 1.08,
      high = 1.25, range = "over zones", note = "p4de.24xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2022-04-15", provider = "azure", region = "eastus", option = "on_demand",
      value = 4.1,
    },
    {
      date = "2022-08-04", provider = "azure", option = "on_demand", value = 3.67,
      note = "NC24ads A100 v4",
    },
    {
      date = "2022-08-04", provider = "azure", option = "on_demand", value = 4.64,
      note = "ND96amsr A100 v4",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand",
      value = 4.1, note = "ND96amsr A100 v4",
    },
    {
      date = "2025-03-02", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.67, note = "NC24ads A100 v4",
    },
    {
      date = "2022-04-15", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.62,
    },
    {
      date = "2022-05-30", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.62,
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 3.53, note = "ND96amsr A100 v4",
    },
    {
      date = "2025-03-02", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 3.06, note = "NC24ads A100 v4",
    },
    {
      date = "2022-04-15", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.8,
    },
    {
      date = "2022-05-30", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.8,
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 2.13, note = "ND96amsr A100 v4",
    },
    {
      date = "2025-03-02", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 2.27, note = "NC24ads A100 v4",
    },
    {
      date = "2025-06", provider = "coreweave", option = "on_demand", value = 2.7,
      note = "8-GPU instance", source = "coreweave", checked = false,
    },
    { date = "2024-02-23", provider = "cr8dl", option = "on_demand", value = 3.4 },
    { date = "2024-08-24", provider = "cr8dl", option = "on_demand", value = 2.93 },
    { date = "2025-03-03", provider = "cr8dl", option = "on_demand", value = 2.93 },
    { date = "2022-08-08", provider = "datacrunch", option = "on_demand", value = 1.85 },
    { date = "2023-10-31", provider = "fluidstack", option = "on_demand", value = 2.21 },
    {
      date = "2022-12-12", provider = "gcp", region = "us-central1", option = "on_demand",
      value = 3.93,
    },
    { date = "2023-02-02", provider = "lambda", option = "on_demand", value = 1.5 },
    {
      date = "2026", provider = "lambda", option = "on_demand", value = 2.79,
      note = "gpu_8x_a100_80gb_sxm4", source = "skypilot_lambda",
      checked = "secondary: the file itself, 2026-11",
    },
    { date = "2023-06-22", provider = "latitude", option = "on_demand", value = 2.9 },
    { date = "2024-02-14", provider = "novonimbus", option = "on_demand", value = 2.73 },
    { date = "2023-05-24", provider = "oblivus", option = "on_demand", value = 2.55 },
    { date = "2024-06-25", provider = "oblivus", option = "on_demand", value = 2.25 },
    { date = "2025-03-03", provider = "oblivus", option = "on_demand", value = 1.57 },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "1 year",
      value = 1.69,
    },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "3 years",
      value = 1.2,
    },
    {
      date = "2023-10-23", provider = "oracle", option = "on_demand", value = 4,
      note = "BM.GPU.A100",
    },
    { date = "2025-03-17", provider = "oracle", option = "on_demand", value = 4 },
    { date = "2022-08-04", provider = "paperspace", option = "on_demand", value = 3.18 },
    { date = "2023-05-23", provider = "runpod", option = "on_demand", value = 1.89 },
    { date = "2024-07-27", provider = "runpod", option = "on_demand", value = 1.94 },
    { date = "2025-03-03", provider = "runpod", option = "on_demand", value = 1.89 },
  },

  a100_pcie = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2022-03-17", provider = "azure", region = "westus2", option = "on_demand",
      value = 3.67, note = "NC24ads A100 v4",
    },
    {
      date = "2022-05-26", provider = "azure", region = "westus2", option = "on_demand",
      value = 3.67, note = "NC24ads A100 v4",
    },
    {
      date = "2022-07-28", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.67, note = "NC24ads A100 v4",
    },
    {
      date = "2023-11-21", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.67, note = "NC24ads A100 v4",
    },
    {
      date = "2022-07-28", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.4, note = "NC24ads A100 v4",
    },
    {
      date = "2022-09-12", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.4, note = "NC24ads A100 v4",
    },
    {
      date = "2022-11-15", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 3.06, note = "NC24ads A100 v4",
    },
    {
      date = "2023-11-21", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 3.06, note = "NC24ads A100 v4",
    },
    {
      date = "2022-07-28", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.36, note = "NC24ads A100 v4",
    },
    {
      date = "2022-09-12", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.36, note = "NC24ads A100 v4",
    },
    {
      date = "2022-11-15", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 2.27, note = "NC24ads A100 v4",
    },
    {
      date = "2023-11-21", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 2.27, note = "NC24ads A100 v4",
    },
    { date = "2025-03-03", provider = "cudo", option = "on_demand", value = 1.5 },
    { date = "2024-07-11", provider = "lambda", option = "on_demand", value = 1.29 },
    { date = "2025-02-28", provider = "lambda", option = "on_demand", value = 1.29 },
    { date = "2024-02-26", provider = "oblivus", option = "on_demand", value = 2.41 },
    { date = "2024-06-25", provider = "oblivus", option = "on_demand", value = 2.1 },
    { date = "2025-03-03", provider = "oblivus", option = "on_demand", value = 1.47 },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "1 year",
      value = 1.69,
    },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "3 years",
      value = 1.2,
    },
    { date = "2024-07-27", provider = "runpod", option = "on_demand", value = 1.69 },
    { date = "2025-03-03", provider = "runpod", option = "on_demand", value = 1.64 },
  },
}

return M
