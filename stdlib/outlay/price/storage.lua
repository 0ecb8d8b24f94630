--- Keeping data and moving it: list prices of object storage and of traffic out of a cloud.
--
-- Decimal bytes. Large customers pay less; traffic into a cloud is free.
local M = {}

M.sources = {
  aws = {
    title = "Amazon S3 pricing, US East (N. Virginia)",
    address = "https://aws.amazon.com/s3/pricing/", retrieved = "2026-11",
  },
  disks = {
    title = "Vendors and press on all-flash file systems for training clusters",
    address = "https://www.vastdata.com/",
  },
}

local page = "secondary: two pages that quote the price list, 2026-11"

M.records = {
  storage = {
    scope = "contract", unit = "USD/TB/month",
    object = {
      value = 23, source = "aws", checked = page, date = "2026", note = "S3 Standard, first 50 TB",
    },
    archive = {
      value = 1, source = "aws", checked = false, date = "2024", note = "Glacier Deep Archive",
    },
    parallel = {
      low = 40, value = 70, high = 150, source = "disks", checked = false, date = "2024",
      range = "estimates", imputed = "judged from systems of 300 to 1,000 USD a terabyte over 5 "
        .. "years with support", note = "a flash file system beside the cluster",
    },
  },
  egress = {
    scope = "contract", unit = "USD/TB", source = "aws", date = "2026",
    first_10_tb = { value = 90, checked = page },
    next_40_tb = { value = 85, checked = page },
    next_100_tb = { value = 70, checked = page },
    over_150_tb = { value = 50, checked = false },
  },
}

return M
