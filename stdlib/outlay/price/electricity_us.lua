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

-- A year that was transcribed from the method and not compared with the publisher.
local function unchecked(value) return { value = value, checked = false } end

M.records = {
  electricity_us = {
    name = "Average retail price of electricity to industrial customers, United States",
    unit = "USD/kWh", source = "eia", scope = "site",
    checked = "secondary: the reference method's 45 rows",
    series = {
      ["2010"] = unchecked(0.0677), ["2011"] = unchecked(0.0682), ["2012"] = unchecked(0.0667),
      ["2013"] = unchecked(0.0689), ["2014"] = unchecked(0.0710),
      ["2015"] = 0.0691, ["2016"] = 0.0676, ["2017"] = 0.0688, ["2018"] = 0.0692,
      ["2019"] = 0.0681, ["2020"] = 0.0667, ["2021"] = 0.0718, ["2022"] = 0.0832,
      ["2023"] = 0.0806,
      ["2024"] = unchecked(0.0771), ["2025"] = unchecked(0.0826),
    },
  },
}

return M
