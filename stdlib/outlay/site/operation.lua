--- What running hardware costs beside electricity: maintenance and support, insurance.
--
-- Shares of the hardware's price in a year. Few contracts are public.
local M = {}

M.sources = {
  support = {
    title = "NVIDIA, DGX and AI Enterprise licensing: list price of a subscription with support",
    address = "https://docs.nvidia.com/ai-enterprise/planning-resource/licensing-guide/latest/",
  },
  judged = {
    title = "Outlay, judged from quotes in the trade press; no contract is public",
    address = "https://www.datacenterdynamics.com/",
  },
}

M.records = {
  operation = {
    unit = "1/year", scope = "site", checked = false,
    maintenance = {
      low = 0.02, value = 0.05, high = 0.10, source = "judged", range = "90 %",
      imputed = "judged: the first years' warranty is in a server's price, a vendor's support "
        .. "contract is about 10 %",
      note = "share of the hardware's price in a year, repairs and support",
    },
    insurance = {
      low = 0.001, value = 0.003, high = 0.006, source = "judged", range = "90 %",
      imputed = "judged from rates for property and business interruption",
      note = "share of the insured value in a year",
    },
    software = {
      value = 4500, unit = "USD/GPU/year", source = "support", date = "2024", scope = "chip",
      note = "list price of one year of NVIDIA AI Enterprise",
    },
  },
}

return M
