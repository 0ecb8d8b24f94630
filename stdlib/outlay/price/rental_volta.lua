--- Rental prices of K80, P100 and V100 accelerators, per chip and hour, by provider and option.
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
}

-- What the transcription was compared with; the archived pages were not opened again.
local csv = "secondary: the dataset of 2025-06"

M.records = {
  k80 = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    note = "a GPU here is one die, half of an hw.k80",
    {
      date = "2017-02-10", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 0.9,
    },
    {
      date = "2022-08-04", provider = "aws", option = "on_demand", value = 0.9,
      note = "p2.16xlarge",
    },
    {
      date = "2023-12-09", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 0.9,
    },
    {
      date = "2017-02-10", provider = "aws", region = "us-east-1", option = "reserved",
      term = "3 years", value = 0.43,
    },
    {
      date = "2023-12-09", provider = "aws", region = "us-east-1", option = "reserved",
      term = "3 years", value = 0.43,
    },
    {
      date = "2018-12-30", provider = "azure", region = "westus2", option = "on_demand",
      value = 0.9, note = "NC6",
    },
    { date = "2022-08-04", provider = "azure", option = "on_demand", value = 0.9, note = "NC12" },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand",
      value = 0.91, note = "NC12",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand", value = 1,
      note = "NC24r",
    },
    {
      date = "2018-12-30", provider = "azure", region = "westus2", option = "reserved",
      term = "1 year", value = 0.57, note = "NC6",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 0.67, note = "NC12",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 0.74, note = "NC24r",
    },
    {
      date = "2018-12-30", provider = "azure", region = "westus2", option = "reserved",
      term = "3 years", value = 0.4, note = "NC6",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 0.49, note = "NC12",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 0.53, note = "NC24r",
    },
    { date = "2017-02-21", provider = "gcp", region = "us", option = "on_demand", value = 1.4 },
    { date = "2017-03-04", provider = "gcp", region = "us", option = "on_demand", value = 1.4 },
    { date = "2017-05-23", provider = "gcp", region = "oregon", option = "on_demand", value = 1.4 },
    { date = "2022-08-04", provider = "gcp", option = "on_demand", value = 0.92 },
  },

  p100_pcie = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2018-12-30", provider = "azure", region = "westus2", option = "on_demand",
      value = 2.07, note = "NC6 v2",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand",
      value = 2.07, note = "NC12s v2",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand",
      value = 2.28, note = "NC24rs v2",
    },
    {
      date = "2018-12-30", provider = "azure", region = "westus2", option = "reserved",
      term = "1 year", value = 1.32, note = "NC6 v2",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 1.72, note = "NC12s v2",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 1.9, note = "NC24rs v2",
    },
    {
      date = "2018-12-30", provider = "azure", region = "westus2", option = "reserved",
      term = "3 years", value = 0.92, note = "NC6 v2",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.28, note = "NC12s v2",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.4, note = "NC24rs v2",
    },
    { date = "2017-11-14", provider = "gcp", region = "oregon", option = "on_demand", value = 2.3 },
    {
      date = "2017-12-01", provider = "gcp", region = "oregon", option = "on_demand",
      value = 1.46,
    },
    {
      date = "2019-08-26", provider = "gcp", region = "us-central1", option = "on_demand",
      value = 1.46,
    },
    {
      date = "2019-08-26", provider = "gcp", region = "us-central1", option = "reserved",
      term = "1 year", value = 0.92,
    },
    {
      date = "2019-08-26", provider = "gcp", region = "us-central1", option = "reserved",
      term = "3 years", value = 0.66,
    },
  },

  v100_sxm = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2018-06-08", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 3.06,
    },
    {
      date = "2022-08-04", provider = "aws", option = "on_demand", value = 3.06,
      note = "p3.16xlarge",
    },
    {
      date = "2025-12", provider = "aws", region = "eu-west-1", option = "on_demand",
      value = 3.305, note = "p3.16xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 3.06, note = "p3.16xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2018-06-08", provider = "aws", region = "us-east-1", option = "reserved",
      term = "1 year", value = 1.99,
    },
    {
      date = "2018-06-08", provider = "aws", region = "us-east-1", option = "reserved",
      term = "3 years", value = 1.23,
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "spot", low = 0.334,
      value = 0.342, high = 0.424, range = "over zones", note = "p3.16xlarge",
      source = "skypilot_aws", checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2018-12-30", provider = "azure", region = "westus2", option = "on_demand",
      value = 3.06, note = "NC6 v3",
    },
    {
      date = "2019-08-06", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.06,
    },
    {
      date = "2020-02-12", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.06,
    },
    {
      date = "2020-03-09", provider = "azure", region = "eastus", option = "on_demand",
      value = 2.75, note = "ND40rs v2",
    },
    {
      date = "2020-03-09", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.06, note = "NC6s v3",
    },
    {
      date = "2022-08-04", provider = "azure", option = "on_demand", value = 3.06,
      note = "NC12s v3",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand",
      value = 2.75, note = "ND40rs v2",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.06, note = "NC12s v3",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.37, note = "NC24rs v3",
    },
    {
      date = "2025-03-03", provider = "azure", region = "central-us", option = "on_demand",
      value = 3.46,
    },
    {
      date = "2025-03-03", provider = "azure", region = "eastus", option = "on_demand",
      value = 3.06,
    },
    {
      date = "2018-12-30", provider = "azure", region = "westus2", option = "reserved",
      term = "1 year", value = 1.95, note = "NC6 v3",
    },
    {
      date = "2019-08-06", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 1.95,
    },
    {
      date = "2020-03-09", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 1.95, note = "NC6s v3",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.24, note = "NC12s v3",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.29, note = "ND40rs v2",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.47, note = "NC24rs v3",
    },
    {
      date = "2025-03-03", provider = "azure", region = "central-us", option = "reserved",
      term = "1 year", value = 2.6,
    },
    {
      date = "2025-03-03", provider = "azure", region = "eastus", option = "reserved",
      term = "1 year", value = 2.24,
    },
    {
      date = "2018-12-30", provider = "azure", region = "westus2", option = "reserved",
      term = "3 years", value = 1.16, note = "NC6 v3",
    },
    {
      date = "2019-08-06", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.16,
    },
    {
      date = "2020-03-09", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.16, note = "NC6s v3",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.63, note = "NC12s v3",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.7, note = "ND40rs v2",
    },
    {
      date = "2024-01-29", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.79, note = "NC24rs v3",
    },
    {
      date = "2025-03-03", provider = "azure", region = "central-us", option = "reserved",
      term = "3 years", value = 2,
    },
    {
      date = "2025-03-03", provider = "azure", region = "eastus", option = "reserved",
      term = "3 years", value = 1.63,
    },
    { date = "2022-08-08", provider = "datacrunch", option = "on_demand", value = 1 },
    {
      date = "2022-08-26", provider = "exoscale", option = "on_demand", low = 0.83, high = 1.38,
      range = "instances of the day",
    },
    { date = "2022-08-04", provider = "gcp", option = "on_demand", value = 2.95 },
    {
      date = "2025-03-03", provider = "gcp", region = "europe-west4", option = "on_demand",
      value = 2.55,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-central1", option = "on_demand",
      value = 2.48,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "1 year", value = 1.61,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-central1", option = "reserved",
      term = "1 year", value = 1.56,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "3 years", value = 1.15,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-central1", option = "reserved",
      term = "3 years", value = 1.12,
    },
    { date = "2022-08-04", provider = "lambda", option = "on_demand", value = 0.55 },
    { date = "2023-05-24", provider = "oblivus", option = "on_demand", value = 0.65 },
    { date = "2024-02-26", provider = "oblivus", option = "on_demand", value = 0.87 },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "1 year",
      value = 0.61,
    },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "3 years",
      value = 0.43,
    },
    { date = "2022-12-12", provider = "ovh", option = "on_demand", value = 1.97 },
    { date = "2022-08-04", provider = "paperspace", option = "on_demand", value = 2.3 },
  },

  v100_32gb = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2019-01-25", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 3.9,
    },
    {
      date = "2019-08-05", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 3.9,
    },
    {
      date = "2022-08-04", provider = "aws", option = "on_demand", value = 3.9,
      note = "p3dn.24xlarge",
    },
    {
      date = "2019-01-25", provider = "aws", region = "us-east-1", option = "reserved",
      term = "1 year", value = 2.29,
    },
    {
      date = "2019-08-05", provider = "aws", region = "us-east-1", option = "reserved",
      term = "1 year", value = 2.29,
    },
    {
      date = "2019-01-25", provider = "aws", region = "us-east-1", option = "reserved",
      term = "3 years", value = 1.21,
    },
    {
      date = "2019-08-05", provider = "aws", region = "us-east-1", option = "reserved",
      term = "3 years", value = 1.21,
    },
    { date = "2022-12-12", provider = "ovh", option = "on_demand", value = 2.19 },
    { date = "2022-08-04", provider = "paperspace", option = "on_demand", value = 2.3 },
  },
}

return M
