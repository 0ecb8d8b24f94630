--- Spot capacity: how often it is taken away, and what it takes off the price.
--
-- Spot prices themselves are in price.rental with option = "spot". AWS states the share of
-- instances that were interrupted in a month as a band, Azure the chance of eviction in an hour.
local M = {}

M.sources = {
  thunder = {
    title = "Thunder Compute, GPU spot instance interruption rates, of AWS's advisor on 2025-05-01",
    address = "https://www.thundercompute.com/blog/should-i-use-cloud-gpu-spot-instances",
    retrieved = "2026-11",
  },
  techbrain = {
    title = "TechBrain, Azure Spot VMs and their eviction: rates by the hour (2025-11)",
    address = "https://techbrainblog.com/2025/11/30/"
      .. "key-points-about-azure-spot-vms-and-its-eviction",
    retrieved = "2026-11",
  },
  advisor = {
    title = "Amazon EC2, Spot Instance Advisor: frequency of interruption over a month",
    address = "https://aws.amazon.com/ec2/spot/instance-advisor/",
  },
  gcp = {
    title = "Google Cloud, Spot VMs: preempted at any time, 60 to 91 % off",
    address = "https://cloud.google.com/spot-vms",
  },
  azure = {
    title = "Microsoft Azure, Spot virtual machines: eviction rates by size and region",
    address = "https://learn.microsoft.com/en-us/azure/virtual-machines/spot-vms",
  },
  late = {
    title =
      "Wu et al., Can't be late: optimizing spot instance savings under deadlines (NSDI 2024)",
    address = "https://www.usenix.org/conference/nsdi24/presentation/wu-zhanghao",
  },
  digiteria = {
    title = "Digiteria Labs, Cloud GPU pricing shifts in Q1 2026",
    address = "https://digiterialabs.com/ai/insights/cloud-gpu-pricing-q1-2026",
    retrieved = "2026-11",
  },
}

local page = "secondary: the page itself, 2026-11"

M.records = {
  interruption = {
    unit = "1/month", source = "advisor", checked = false, date = "2025", scope = "server",
    note = "share of instances interrupted in a month, a band of the advisor",
    range = "bounds",
    aws_p3 = { low = 0.05, high = 0.15 },
    aws_p4d = { low = 0.05, high = 0.10, source = "thunder", checked = page, date = "2025-05-01" },
    aws_p5 = { low = 0.10, high = 0.20, source = "thunder", checked = page, date = "2025-05-01" },
    aws_g6 = {
      low = 0, high = 0.05, source = "thunder", checked = page, date = "2025-05-01",
      note = "L4; below 5 %",
    },
    azure_nd = { low = 0.05, high = 0.20, source = "azure" },
    azure_bands = {
      low = 0, high = 0.20, unit = "1/h", source = "techbrain", checked = page, date = "2025-11",
      note = "the chance of eviction in an hour, in bands from 0-5 % to above 20 %, by size",
    },
  },

  availability_window = {
    low = 2, high = 4, unit = "hour", source = "digiteria", checked = page, date = "2026-01",
    scope = "server", range = "as reported",
    note = "H100 in us-east-1 and europe-west4, before preemption",
  },

  discount = {
    unit = "1", scope = "server",
    h100_large_clouds = {
      low = 0.50, high = 0.65, source = "digiteria", checked = page, date = "2026-01",
      range = "as reported",
    },
    gcp = {
      low = 0.60, high = 0.91, source = "gcp", checked = false, date = "2024", range = "bounds",
    },
    measured = {
      low = 0.27, value = 0.55, high = 0.84, source = "late", checked = false, date = "2024",
      range = "over jobs", note = "what a job with a deadline saved",
    },
  },

  -- Commitments, as one writer found them in 2026; price.discounts has those of the reference
  -- method.
  commitment = {
    one_year = {
      low = 0.35, high = 0.40, unit = "1", source = "digiteria", checked = page, date = "2026-01",
      scope = "server", range = "as reported", note = "off the on-demand price of H100 instances",
    },
  },
}

return M
