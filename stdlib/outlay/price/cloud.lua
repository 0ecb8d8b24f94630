--- Rental prices of accelerators, a few dated ones.
--
-- Each record is one published price list entry: per chip and hour (an instance's price divided
-- by its chips), on demand and, where listed, for a commitment of one or three years. The shape is
-- explained in outlay.catalog.fact.
local M = {}

M.sources = {
  epoch_prices = {
    title = "Epoch AI, hardware price dataset (training-cost-trends, data/Hardware prices)",
    address = "https://github.com/epoch-research/training-cost-trends",
    retrieved = "2025-06",
  },
  method = {
    title = "Cottier et al., The rising costs of training frontier AI models (2024), cloud prices",
    address = "https://arxiv.org/abs/2405.21015",
    retrieved = "2024-06",
  },
}

local table_of_epoch = "secondary: the dataset at 263c40a, 2026-04"

M.records = {
  aws_p4d = {
    name = "AWS p4d.24xlarge, A100 40 GB, US East (N. Virginia)",
    source = "epoch_prices", scope = "instance, per chip", date = "2024-08-03",
    checked = table_of_epoch,
    note = "web.archive.org, aws.amazon.com/ec2/instance-types/p4; 32.77 USD an hour for 8 GPUs",
    unit = "USD/GPU/h", on_demand = 4.10, one_year = 2.40, three_years = 1.45,
  },
  aws_p4de = {
    name = "AWS p4de.24xlarge, A100 80 GB, US East (N. Virginia)",
    source = "epoch_prices", scope = "instance, per chip", date = "2024-08-03",
    checked = table_of_epoch,
    note = "web.archive.org, aws.amazon.com/ec2/instance-types/p4; 40.96 USD an hour for 8 GPUs",
    unit = "USD/GPU/h", on_demand = 5.12, one_year = 3.00, three_years = 1.81,
  },
  aws_p5 = {
    name = "AWS p5.48xlarge, H100 SXM, US East",
    source = "epoch_prices", scope = "instance, per chip", date = "2025-03-17",
    checked = table_of_epoch,
    note = "web.archive.org, aws.amazon.com/ec2/pricing/on-demand; 98.32 USD an hour for 8 GPUs",
    unit = "USD/GPU/h", on_demand = 12.29,
  },
  aws_h200 = {
    name = "AWS H200 instance, US East",
    source = "epoch_prices", scope = "instance, per chip", date = "2025-03-17",
    checked = table_of_epoch,
    note = "web.archive.org, aws.amazon.com/ec2/pricing/on-demand; 84.80 USD an hour for 8 GPUs",
    unit = "USD/GPU/h", on_demand = 10.60,
  },
  azure_nd_a100 = {
    name = "Azure ND96asr A100 v4, A100 40 GB, West US 2",
    source = "epoch_prices", scope = "instance, per chip", date = "2022-01-20",
    checked = "secondary: the reference method's GPT-4 row, which uses the three-year price",
    note = "web.archive.org, azure.microsoft.com/pricing/details/virtual-machines/linux",
    unit = "USD/GPU/h", on_demand = 3.40, one_year = 2.35, three_years = 1.36,
  },
  gcp_a3_high = {
    name = "Google Cloud a3-highgpu, H100 SXM, Iowa",
    source = "epoch_prices", scope = "instance, per chip", date = "2025-03-17",
    checked = table_of_epoch,
    note = "web.archive.org, cloud.google.com/compute/all-pricing",
    unit = "USD/GPU/h", on_demand = 11.06, one_year = 7.67, three_years = 4.86,
  },
  gcp_v100 = {
    name = "Google Cloud V100 16 GB, Iowa",
    source = "epoch_prices", scope = "chip", date = "2025-03-03", checked = table_of_epoch,
    note = "web.archive.org, cloud.google.com/compute/gpus-pricing",
    unit = "USD/GPU/h", on_demand = 2.48, one_year = 1.56, three_years = 1.12,
  },
  gcp_tpu_v4 = {
    name = "Google Cloud TPU v4 pod, us-central2",
    source = "epoch_prices", scope = "chip", date = "2024-08-26",
    checked = "secondary: the reference method's TPU v4 rows, which use the three-year price",
    note = "web.archive.org, cloud.google.com/tpu/pricing",
    unit = "USD/TPU/h", on_demand = 3.22, one_year = 2.03, three_years = 1.45,
  },
  gcp_tpu_v5e = {
    name = "Google Cloud TPU v5e, Iowa and Oregon",
    source = "epoch_prices", scope = "chip", date = "2024-08-26", checked = table_of_epoch,
    note = "web.archive.org, cloud.google.com/tpu/pricing",
    unit = "USD/TPU/h", on_demand = 1.20, one_year = 0.84, three_years = 0.54,
  },
  lambda_h100 = {
    name = "Lambda 8x H100 SXM",
    source = "epoch_prices", scope = "instance, per chip", date = "2024-09-01",
    checked = table_of_epoch,
    note = "web.archive.org, lambdalabs.com/service/gpu-cloud; no commitment",
    unit = "USD/GPU/h", on_demand = 2.99,
  },
  market_h100_2024 = {
    name = "H100 SXM on specialised clouds, mid 2024",
    source = "epoch_prices", scope = "instance, per chip", date = "2024-06 to 2024-11",
    checked = table_of_epoch,
    note = "six list prices without commitment: 3.45 Oblivus, 3.49, 2.99 and 3.29 Lambda, "
      .. "3.99 RunPod, 3.95 CR8DL; large commitments were cheaper. Read as a 90 % interval",
    on_demand = { low = 2.9, high = 4.1, unit = "USD/GPU/h" },
  },
}

-- What a commitment takes off the on-demand price, typical of each provider.
M.discounts = {
  source = "method", checked = "primary: the method's code at 263c40a, 2026-04", unit = "1",
  aws = { one_year = 0.41, three_years = 0.64 },
  gcp = { one_year = 0.37, three_years = 0.56 },
  azure = { one_year = 0.25, three_years = 0.49 },
  lambda = { one_year = 0.34, three_years = 0.56 },
}

return M
