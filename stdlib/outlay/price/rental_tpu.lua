--- Rental prices of Google TPUs, per chip and hour, by provider and option.
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
}

-- What the transcription was compared with; the archived pages were not opened again.
local csv = "secondary: the dataset of 2025-06"

M.records = {
  tpu_v2 = {
    unit = "USD/TPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    { date = "2018-10-09", provider = "gcp", region = "us", option = "on_demand", value = 1.13 },
  },

  tpu_v3 = {
    unit = "USD/TPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    { date = "2018-10-11", provider = "gcp", region = "europe", option = "on_demand", value = 2.2 },
    { date = "2018-10-11", provider = "gcp", region = "us", option = "on_demand", value = 2 },
    {
      date = "2019-07-01", provider = "gcp", region = "us-central1", option = "on_demand",
      value = 2,
    },
    {
      date = "2019-07-28", provider = "gcp", region = "europe-west4", option = "on_demand",
      value = 2,
    },
    {
      date = "2019-08-31", provider = "gcp", region = "europe-west4", option = "on_demand",
      value = 2,
    },
    {
      date = "2021-11-17", provider = "gcp", region = "us-central1", option = "on_demand",
      value = 2,
    },
    {
      date = "2019-07-01", provider = "gcp", region = "us-central1", option = "reserved",
      term = "1 year", value = 1.26,
    },
    {
      date = "2019-07-28", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "1 year", value = 1.26,
    },
    {
      date = "2019-08-31", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "1 year", value = 1.26,
    },
    {
      date = "2021-11-17", provider = "gcp", region = "us-central1", option = "reserved",
      term = "1 year", value = 1.26,
    },
    {
      date = "2019-07-01", provider = "gcp", region = "us-central1", option = "reserved",
      term = "3 years", value = 0.9,
    },
    {
      date = "2019-07-28", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "3 years", value = 0.9,
    },
    {
      date = "2019-08-31", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "3 years", value = 0.9,
    },
    {
      date = "2021-11-17", provider = "gcp", region = "us-central1", option = "reserved",
      term = "3 years", value = 0.9,
    },
  },

  tpu_v4 = {
    unit = "USD/TPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2022-05-11", provider = "gcp", region = "us-central2-b", option = "on_demand",
      value = 3.22,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-central2-b", option = "on_demand",
      value = 3.22,
    },
    {
      date = "2022-05-11", provider = "gcp", region = "us-central2-b", option = "reserved",
      term = "1 year", value = 2.03,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-central2-b", option = "reserved",
      term = "1 year", value = 2.03,
    },
    {
      date = "2022-05-11", provider = "gcp", region = "us-central2-b", option = "reserved",
      term = "3 years", value = 1.45,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-central2-b", option = "reserved",
      term = "3 years", value = 1.45,
    },
  },

  tpu_v5e = {
    unit = "USD/TPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2024-08-26", provider = "gcp", region = "belgium", option = "on_demand",
      value = 1.32,
    },
    {
      date = "2024-08-26", provider = "gcp", region = "europe-west4", option = "on_demand",
      value = 1.56,
    },
    {
      date = "2024-08-26", provider = "gcp", region = "us-central1", option = "on_demand",
      value = 1.2,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "belgium", option = "on_demand",
      value = 1.32,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "europe-west4", option = "on_demand",
      value = 1.56,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-central1", option = "on_demand",
      value = 1.2,
    },
    {
      date = "2024-08-26", provider = "gcp", region = "belgium", option = "reserved",
      term = "1 year", value = 0.92,
    },
    {
      date = "2024-08-26", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "1 year", value = 1.09,
    },
    {
      date = "2024-08-26", provider = "gcp", region = "us-central1", option = "reserved",
      term = "1 year", value = 0.84,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "belgium", option = "reserved",
      term = "1 year", value = 0.92,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "1 year", value = 1.09,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-central1", option = "reserved",
      term = "1 year", value = 0.84,
    },
    {
      date = "2024-08-26", provider = "gcp", region = "belgium", option = "reserved",
      term = "3 years", value = 0.59,
    },
    {
      date = "2024-08-26", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "3 years", value = 0.7,
    },
    {
      date = "2024-08-26", provider = "gcp", region = "us-central1", option = "reserved",
      term = "3 years", value = 0.54,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "belgium", option = "reserved",
      term = "3 years", value = 0.59,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "3 years", value = 0.7,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-central1", option = "reserved",
      term = "3 years", value = 0.54,
    },
  },

  tpu_v6e = {
    unit = "USD/TPU/h", scope = "chip-hour", source = "epoch_prices", checked = csv,
    {
      date = "2025-03-03", provider = "gcp", region = "asia-northeast1", option = "on_demand",
      value = 3.24,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "europe-west4", option = "on_demand",
      value = 2.97,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-east", option = "on_demand",
      value = 2.7,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "asia-northeast1", option = "reserved",
      term = "1 year", value = 2.27,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "1 year", value = 2.08,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-east", option = "reserved",
      term = "1 year", value = 1.89,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "asia-northeast1", option = "reserved",
      term = "3 years", value = 1.46,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "europe-west4", option = "reserved",
      term = "3 years", value = 1.34,
    },
    {
      date = "2025-03-03", provider = "gcp", region = "us-east", option = "reserved",
      term = "3 years", value = 1.22,
    },
  },
}

return M
