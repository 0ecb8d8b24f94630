--- Harmonised index of consumer prices, euro area: the money of European prices.
--
-- `money` converts amounts in euros between years by it: EUR2019 into EUR2024.
local M = {}

M.sources = {
  eurostat = {
    title = "Eurostat, HICP, all items, euro area, annual average index (prc_hicp_aind, EA, CP00)",
    address = "https://ec.europa.eu/eurostat/databrowser/view/prc_hicp_aind/",
    retrieved = "2026-10-04",
  },
}

M.records = {
  hicp_euro = {
    unit = "1", source = "eurostat", note = "2015 = 100",
    checked = "secondary: a copy of the series of 2026-10-04, and its yearly rates at "
      .. "focus-economics.com, 2026-11",
    series = {
      ["2000"] = 76.05, ["2001"] = 77.83, ["2002"] = 79.58, ["2003"] = 81.24, ["2004"] = 82.98,
      ["2005"] = 84.79, ["2006"] = 86.64, ["2007"] = 88.49, ["2008"] = 91.38, ["2009"] = 91.65,
      ["2010"] = 93.14, ["2011"] = 95.66, ["2012"] = 98.05, ["2013"] = 99.38, ["2014"] = 99.81,
      ["2015"] = 100, ["2016"] = 100.23, ["2017"] = 101.78, ["2018"] = 103.56, ["2019"] = 104.8,
      ["2020"] = 105.06, ["2021"] = 107.78, ["2022"] = 116.82, ["2023"] = 123.15,
      ["2024"] = 126.07, ["2025"] = 128.75,
    },
  },
}

return M
