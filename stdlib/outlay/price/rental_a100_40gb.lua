--- Rental prices of A100 40 GB accelerators, per chip and hour, by provider and option.
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
  capacity_blocks = {
    title = "Amazon EC2 Capacity Blocks for ML, pricing, late 2024",
    address = "https://aws.amazon.com/ec2/capacityblocks/pricing/",
    retrieved = "2026-11",
  },
}

-- What the transcription was compared with; the archived pages were not opened again.
local csv = "secondary: the dataset of 2025-06"

M.records = {
  a100_40gb = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2024-12", provider = "aws", region = "us-east-2", option = "capacity_block",
      value = 1.844, note = "p4d.24xlarge, for days", source = "capacity_blocks",
      checked = "primary: the page itself, 2026-11",
    },
    {
      date = "2021-06-15", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 4.1, note = "p4d.24xlarge",
    },
    {
      date = "2022-08-04", provider = "aws", option = "on_demand", value = 4.1,
      note = "p4d.24xlarge",
    },
    {
      date = "2025-03-02", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 4.1,
    },
    {
      date = "2025-12", provider = "aws", region = "eu-central-1", option = "on_demand",
      value = 3.42912, note = "p4d.24xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "eu-north-1", option = "on_demand",
      value = 2.96446, note = "p4d.24xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 2.74471, note = "p4d.24xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-west-2", option = "on_demand",
      value = 2.74471, note = "p4d.24xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2021-06-15", provider = "aws", region = "us-east-1", option = "reserved",
      term = "1 year", value = 2.4, note = "p4d.24xlarge",
    },
    {
      date = "2025-03-02", provider = "aws", region = "us-east-1", option = "reserved",
      term = "1 year", value = 2.4,
    },
    {
      date = "2021-06-15", provider = "aws", region = "us-east-1", option = "reserved",
      term = "3 years", value = 1.45, note = "p4d.24xlarge",
    },
    {
      date = "2025-03-02", provider = "aws", region = "us-east-1", option = "reserved",
      term = "3 years", value = 1.45,
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "spot", low = 0.308,
      value = 1, high = 1.02, range = "over zones", note = "p4d.24xlarge",
      source = "skypilot_aws", checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2021-04-11", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.4,
    },
    {
      date = "2021-06-15", provider = "azure", region = "westus2", option = "on_demand",
      value = 3.4, note = "ND96asr A100 v4",
    },
    {
      date = "2022-01-20", provider = "azure", region = "westus2", option = "on_demand",
      value = 3.4, note = "ND96asr A100 v4",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.4, note = "ND96asr A100 v4",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.72, note = "NC24ads A100 v4",
    },
    {
      date = "2021-04-11", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.4,
    },
    {
      date = "2021-06-15", provider = "azure", region = "westus2", option = "reserved",
      term = "1 year", value = 2.35, note = "ND96asr A100 v4",
    },
    {
      date = "2021-07-16", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.35,
    },
    {
      date = "2021-08-13", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.35,
    },
    {
      date = "2022-01-20", provider = "azure", region = "westus2", option = "reserved",
      term = "1 year", value = 2.35, note = "ND96asr A100 v4",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.83, note = "ND96asr A100 v4",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 3.1, note = "NC24ads A100 v4",
    },
    {
      date = "2021-04-11", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.44,
    },
    {
      date = "2021-06-15", provider = "azure", region = "westus2", option = "reserved",
      term = "3 years", value = 1.36, note = "ND96asr A100 v4",
    },
    {
      date = "2021-07-16", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.36,
    },
    {
      date = "2021-08-13", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.36,
    },
    {
      date = "2022-01-20", provider = "azure", region = "westus2", option = "reserved",
      term = "3 years", value = 1.36, note = "ND96asr A100 v4",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.7, note = "ND96asr A100 v4",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 2.3, note = "NC24ads A100 v4",
    },
    {
      date = "2022-08-04", provider = "gcp", option = "on_demand", value = 3.48,
      note = "a2-megagpu-16g",
    },
    {
      date = "2022-08-04", provider = "gcp", option = "on_demand", value = 3.67,
      note = "a2-highgpu-1g",
    },
    {
      date = "2022-12-12", provider = "gcp", region = "us-central1", option = "on_demand",
      value = 2.93,
    },
    {
      date = "2022-12-12", provider = "gcp", region = "us-central1", option = "reserved",
      term = "1 year", value = 1.85,
    },
    {
      date = "2022-12-12", provider = "gcp", region = "us-central1", option = "reserved",
      term = "3 years", value = 1.03,
    },
    { date = "2022-08-06", provider = "jarvislabs", option = "on_demand", value = 1.1 },
    { date = "2022-08-04", provider = "lambda", option = "on_demand", value = 1.1 },
    { date = "2023-01-10", provider = "lambda", option = "on_demand", value = 1.1 },
    { date = "2024-07-11", provider = "lambda", option = "on_demand", value = 1.29 },
    { date = "2025-02-28", provider = "lambda", option = "on_demand", value = 1.29 },
    {
      date = "2026", provider = "lambda", option = "on_demand", value = 1.99,
      note = "gpu_1x_a100_sxm4", source = "skypilot_lambda",
      checked = "secondary: the file itself, 2026-11",
    },
    { date = "2023-05-24", provider = "oblivus", option = "on_demand", value = 2.39 },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "1 year",
      value = 1.58,
    },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "3 years",
      value = 1.12,
    },
    {
      date = "2023-10-23", provider = "oracle", option = "on_demand", value = 3.05,
      note = "BM.GPU.A4.8",
    },
    { date = "2025-03-17", provider = "oracle", option = "on_demand", value = 3.05 },
    { date = "2022-08-04", provider = "paperspace", option = "on_demand", value = 3.09 },
  },
}

return M
