--- What emitting carbon dioxide costs: markets, taxes, and what the damage is reckoned at.
local M = {}

M.sources = {
  ets = {
    title = "EEX, EU emission allowances, auctions on the primary market: average of the year",
    address = "https://www.eex.com/en/market-data/environmental-markets",
  },
  epa = {
    title = "U.S. Environmental Protection Agency, Report on the social cost of greenhouse gases: "
      .. "estimates incorporating recent scientific advances (2023)",
    address = "https://www.epa.gov/environmental-economics/scghg",
  },
  removal = {
    title = "CDR.fyi, durable carbon removal market: average price of purchases",
    address = "https://www.cdr.fyi/",
  },
}

M.records = {
  carbon = {
    scope = "contract", checked = false,
    eu_ets = {
      unit = "EUR/tCO2e", source = "ets",
      { date = "2022", value = 80 }, { date = "2023", value = 84 }, { date = "2024", value = 65 },
    },
    social_cost = {
      low = 120, value = 190, high = 340, unit = "USD/tCO2e", price_year = "2020", date = "2023",
      source = "epa", range = "at near-term discount rates of 2.5, 2 and 1.5 %",
      checked = "secondary: press and encyclopaedias that quote the 190 USD, 2026-11",
      note = "of a tonne emitted in 2020; no payment, the harm",
    },
    removal = {
      low = 300, value = 490, high = 1000, unit = "USD/tCO2e", source = "removal", date = "2023",
      range = "by method", note = "durable removal; forestry credits cost a few dollars",
    },
  },
}

return M
