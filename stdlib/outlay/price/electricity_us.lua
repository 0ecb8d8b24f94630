--- Average price of electricity to industrial customers, United States, USD/kWh by year.
--
-- The figures that the reference method takes for every training run, whatever its place
-- (Cottier et al. 2024, arXiv 2405.21015). A year that is not listed is an error.
local M = {}

M.sources = {
  eia = {
    title = "U.S. Energy Information Administration, Electric Power Monthly, table 5.3",
    address = "https://www.eia.gov/electricity/monthly/epm_table_grapher.php?t=epmt_5_3",
    retrieved = "2025-06, by way of the reference method's energy model",
  },
}

M.records = {
  electricity_us = {
    name = "Average retail price of electricity to industrial customers, United States",
    unit = "USD/kWh", source = "eia", scope = "site",
    checked = "secondary: the method's code at 263c40a, 2026-04",
    series = {
      ["2010"] = 0.0677, ["2011"] = 0.0682, ["2012"] = 0.0667,
      ["2013"] = 0.0689, ["2014"] = 0.0710,
      ["2015"] = 0.0691, ["2016"] = 0.0676, ["2017"] = 0.0688, ["2018"] = 0.0692,
      ["2019"] = 0.0681, ["2020"] = 0.0667, ["2021"] = 0.0718, ["2022"] = 0.0832,
      ["2023"] = 0.0806,
      ["2024"] = 0.0771, ["2025"] = 0.0826,
    },
  },
}

return M
