--- Harmonised index of consumer prices, euro area: the money of European prices.
--
-- For money.index{ currency = "EUR", source =, values = index.hicp_euro.values }.
local M = {}

M.sources = {
  eurostat = {
    title = "Eurostat, HICP, all items, euro area, annual average index (prc_hicp_aind)",
    address = "https://ec.europa.eu/eurostat/databrowser/view/prc_hicp_aind/",
  },
}

M.records = {
  hicp_euro = {
    unit = "1", source = "eurostat", checked = false,
    note = "2015 = 100; rates of 0.2, 1.5, 1.8, 1.2, 0.3, 2.6, 8.4, 5.4 and 2.4 % follow",
    series = {
      ["2015"] = 100, ["2016"] = 100.25, ["2017"] = 101.79, ["2018"] = 103.58, ["2019"] = 104.82,
      ["2020"] = 105.08, ["2021"] = 107.80, ["2022"] = 116.82, ["2023"] = 123.16,
      ["2024"] = 126.08,
    },
  },
}

return M
