--- Rental prices of Hopper accelerators, per chip and hour, by provider and option.
--
-- List prices as they stood on web pages that were archived on the day of the record; an instance's
-- price is divided by its chips. Long runs of an unchanged price keep their first and last day.
local M = {}

M.sources = {
  disintermediate = {
    title = "Disintermediate, How GPU cloud pricing works, Q1 2026",
    address = "https://disintermediate.global/insights/gpu-cloud-pricing-models",
    retrieved = "2026-11",
  },
  gridstack = {
    title = "GridStackHub, Reserved vs spot vs on-demand GPU, 2026",
    address = "https://gridstackhub.ai/learn/reserved-vs-spot-vs-on-demand-gpu",
    retrieved = "2026-11",
  },
  techreader = {
    title = "TechReader Daily, H100 reserved capacity, of SemiAnalysis' data of 2026-04-02",
    address = "https://www.techreaderdaily.com/article.html?"
      .. "slug=h100-reserved-capacity-hits-2-35-hour-floor-in-2026",
    retrieved = "2026-11",
  },
  deploybase_reserved = {
    title = "DeployBase, GPU reserved vs spot vs on-demand, undated",
    address = "https://deploybase.ai/articles/"
      .. "gpu-reserved-vs-spot-vs-on-demand-complete-pricing-guide",
    retrieved = "2026-11",
  },
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
  capacity_blocks = {
    title = "Amazon EC2 Capacity Blocks for ML, pricing, late 2024",
    address = "https://aws.amazon.com/ec2/capacityblocks/pricing/",
    retrieved = "2026-11",
  },
  coreweave = {
    title = "CoreWeave, cloud pricing", address = "https://www.coreweave.com/pricing",
  },
  azure = {
    title = "Microsoft Azure, Linux virtual machines pricing",
    address = "https://azure.microsoft.com/en-us/pricing/details/virtual-machines/linux/",
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
local csv = "secondary: the dataset of 2025-06"
local own_page = "secondary: the page itself, 2026-11"

M.records = {
  h100_sxm = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2024-12", provider = "aws", region = "us-east-1", option = "capacity_block",
      value = 4.916, note = "p5.48xlarge, for days", source = "capacity_blocks",
      checked = "primary: the page itself, 2026-11",
    },
    {
      date = "2025-03-17", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 12.29,
    },
    {
      date = "2025-12", provider = "aws", region = "ap-northeast-1", option = "on_demand",
      value = 8.6, note = "p5.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "eu-north-1", option = "on_demand",
      value = 7.3616, note = "p5.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "eu-west-2", option = "on_demand",
      value = 8.944, note = "p5.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 6.88, note = "p5.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "spot", low = 1.28,
      value = 2.52, high = 6.88, range = "over zones", note = "p5.48xlarge",
      source = "skypilot_aws", checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2026-01 to 2026-03", provider = "aws", option = "reserved", term = "1 year",
      value = 6.5, note = "p5.48xlarge for 52 USD an hour, partial upfront",
      source = "disintermediate", checked = own_page,
    },
    {
      date = "2024-10", provider = "azure", region = "eastus", option = "on_demand",
      value = 12.29, note = "ND96isr H100 v5", source = "azure", checked = false,
    },
    {
      date = "2025-06", provider = "coreweave", option = "on_demand", value = 6.155,
      note = "8-GPU instance", source = "coreweave", checked = false,
    },
    {
      date = "2026-01 to 2026-03", provider = "coreweave", option = "reserved",
      term = "1 to 3 years", low = 1.75, high = 2.25, range = "contracts of 12 to 36 months",
      note = "8 GPUs for 14 to 18 USD an hour", source = "disintermediate", checked = own_page,
    },
    {
      date = "2026", provider = "coreweave", option = "reserved", term = "1 year", value = 1.79,
      note = "20 % below 2.23 on demand", source = "gridstack", checked = own_page,
    },
    { date = "2024-08-24", provider = "cr8dl", option = "on_demand", value = 3.95 },
    { date = "2025-03-03", provider = "cr8dl", option = "on_demand", value = 3.95 },
    { date = "2025-03-03", provider = "cudo", option = "on_demand", value = 2.45 },
    { date = "2023-10-31", provider = "fluidstack", option = "on_demand", value = 4.76 },
    {
      date = "2025-03-17", provider = "gcp", region = "us-central1", option = "on_demand",
      value = 11.06, note = "a3-highgpu-1g",
    },
    {
      date = "2025-03-17", provider = "gcp", region = "us-central1", option = "reserved",
      term = "1 year", value = 7.67, note = "a3-highgpu-1g",
    },
    {
      date = "2025-03-17", provider = "gcp", region = "us-central1", option = "reserved",
      term = "3 years", value = 4.86, note = "a3-highgpu-1g",
    },
    { date = "2023-06-20", provider = "lambda", option = "on_demand", value = 1.99 },
    { date = "2024-01-29", provider = "lambda", option = "on_demand", value = 3.49 },
    { date = "2024-07-11", provider = "lambda", option = "on_demand", value = 3.49 },
    { date = "2024-09-01", provider = "lambda", option = "on_demand", value = 2.99 },
    { date = "2024-11-29", provider = "lambda", option = "on_demand", value = 3.29 },
    { date = "2025-02-28", provider = "lambda", option = "on_demand", value = 3.29 },
    {
      date = "2026", provider = "lambda", option = "reserved", term = "1 to 3 years", value = 1.74,
      note = "against 3.78 on demand; the page has no date", source = "deploybase_reserved",
      checked = own_page,
    },
    {
      date = "2023-06-22", provider = "latitude", option = "on_demand", low = 4.03, high = 4.4,
      range = "instances of the day",
    },
    {
      date = "2025-10", provider = "nebius", region = "eu-north1", option = "on_demand",
      value = 2.95, source = "skypilot_nebius", checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-10", provider = "nebius", region = "eu-north1", option = "spot", value = 1.25,
      source = "skypilot_nebius", checked = "secondary: the file itself, 2026-11",
    },
    { date = "2024-02-14", provider = "novonimbus", option = "on_demand", value = 4.78 },
    { date = "2024-06-25", provider = "oblivus", option = "on_demand", value = 3.45 },
    { date = "2025-03-03", provider = "oblivus", option = "on_demand", value = 2.94 },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "1 year",
      value = 3.62,
    },
    {
      date = "2024-02-26", provider = "oblivus", option = "reserved", term = "3 years",
      value = 2.59,
    },
    {
      date = "2023-10-23", provider = "oracle", option = "on_demand", value = 10,
      note = "BM.GPU.H100.8",
    },
    { date = "2025-03-17", provider = "oracle", option = "on_demand", value = 10 },
    { date = "2024-07-27", provider = "runpod", option = "on_demand", value = 3.99 },
    { date = "2025-03-03", provider = "runpod", option = "on_demand", value = 2.99 },
    {
      date = "2026", provider = "runpod", option = "on_demand", value = 2.69,
      source = "deploybase", checked = "secondary: the page itself, 2026-11",
    },
    {
      date = "2025-10", provider = "market", option = "reserved", term = "1 year", value = 1.70,
      note = "specialised clouds, the lowest month", source = "techreader", checked = own_page,
    },
    {
      date = "2026-03", provider = "market", option = "reserved", term = "1 year", value = 2.35,
      note = "specialised clouds", source = "techreader", checked = own_page,
    },
  },

  h100_pcie = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    { date = "2025-03-03", provider = "cudo", option = "on_demand", value = 2.45 },
    { date = "2024-01-29", provider = "lambda", option = "on_demand", value = 2.49 },
    { date = "2025-02-28", provider = "lambda", option = "on_demand", value = 2.49 },
    {
      date = "2026", provider = "lambda", option = "on_demand", value = 3.29,
      note = "gpu_1x_h100_pcie", source = "skypilot_lambda",
      checked = "secondary: the file itself, 2026-11",
    },
    { date = "2024-02-14", provider = "novonimbus", option = "on_demand", value = 4.29 },
    { date = "2024-06-25", provider = "oblivus", option = "on_demand", value = 3.25 },
    { date = "2025-03-03", provider = "oblivus", option = "on_demand", value = 1.98 },
    { date = "2024-07-27", provider = "runpod", option = "on_demand", value = 3.29 },
    { date = "2025-03-03", provider = "runpod", option = "on_demand", value = 2.39 },
  },

  h200_sxm = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2024-12", provider = "aws", region = "us-east-2", option = "capacity_block",
      value = 5.408, note = "p5e.48xlarge, for days", source = "capacity_blocks",
      checked = "primary: the page itself, 2026-11",
    },
    {
      date = "2025-03-17", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 10.6,
    },
    {
      date = "2025-12", provider = "aws", region = "ap-northeast-1", option = "on_demand",
      value = 9.89, note = "p5en.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "eu-north-1", option = "on_demand",
      value = 8.46584, note = "p5en.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "on_demand",
      value = 7.912, note = "p5en.48xlarge", source = "skypilot_aws",
      checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-12", provider = "aws", region = "us-east-1", option = "spot", low = 2.07,
      value = 2.15, high = 2.28, range = "over zones", note = "p5en.48xlarge",
      source = "skypilot_aws", checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-06", provider = "coreweave", option = "on_demand", value = 6.305,
      note = "8-GPU instance", source = "coreweave", checked = false,
    },
    {
      date = "2025-10", provider = "nebius", region = "eu-north1", option = "on_demand",
      value = 3.5, source = "skypilot_nebius", checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2025-10", provider = "nebius", region = "eu-north1", option = "spot", value = 1.45,
      source = "skypilot_nebius", checked = "secondary: the file itself, 2026-11",
    },
    {
      date = "2026", provider = "runpod", option = "on_demand", value = 3.59,
      source = "deploybase", checked = "secondary: the page itself, 2026-11",
    },
    {
      date = "2026-03-17", provider = "spheron", option = "on_demand", value = 4.54,
      source = "spheron", checked = "secondary: the page itself, 2026-11",
    },
  },

  h800_sxm = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    { date = "2024-08-24", provider = "cr8dl", option = "on_demand", value = 3.42 },
    { date = "2025-03-03", provider = "cr8dl", option = "on_demand", value = 3.42 },
  },

  gh200 = {
    unit = "USD/GPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2026", provider = "lambda", option = "on_demand", value = 2.29,
      note = "gpu_1x_gh200", source = "skypilot_lambda",
      checked = "secondary: the file itself, 2026-11",
    },
  },
}

return M
