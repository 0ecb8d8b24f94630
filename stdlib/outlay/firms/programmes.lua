--- Public programmes and joint ventures: what was announced, for how many years.
--
-- An announcement is no spending. `total` is the whole of it, over `duration`.
local M = {}

M.sources = {
  nairr = {
    title = "National AI Research Resource Task Force, final report, 2023-01",
    address = "https://www.ai.gov/wp-content/uploads/2023/01/NAIRR-TF-Final-Report-2023.pdf",
  },
  investai = {
    title = "European Commission, InvestAI, press release IP/25/467, 2025-02-11",
    address = "https://ec.europa.eu/commission/presscorner/detail/en/ip_25_467",
  },
  stargate = {
    title = "OpenAI, Announcing the Stargate Project, 2025-01-21",
    address = "https://openai.com/index/announcing-the-stargate-project/",
  },
  uk = {
    title = "UK Government, Compute Roadmap, 2025-07-17",
    address = "https://www.gov.uk/government/publications/uk-compute-roadmap",
  },
  airr = {
    title = "UKRI, 300 million pounds to launch the AI Research Resource, 2023-11-01",
    address = "https://ukri.org/news/300-million-to-launch-first-phase-of-new-ai-research-resource",
  },
  india = {
    title = "Government of India, IndiaAI Mission, Cabinet decision of 2024-03-07",
    address = "https://pib.gov.in/",
  },
}

local press = "secondary: press reports of the announcement, 2026-11"
local converted = "announced in another currency, converted at the mean rate of the year"

M.records = {
  unit = "GUSD", scope = "programme",

  nairr = {
    name = "US National AI Research Resource, as recommended", source = "nairr", checked = false,
    date = "2023-01", total = { value = 2.6, price_year = "2023-01" },
    duration = { value = 6, unit = "year" },
  },
  eu_gigafactories = {
    name = "EU fund for AI gigafactories (InvestAI)", source = "investai", checked = press,
    date = "2025-02", duration = { text = "not stated" },
    total = {
      value = 22.6, price_year = "2025", imputed = converted,
      note = "20 GEUR for four or five sites of about 100,000 chips; of 200 GEUR in all",
    },
    chips_per_site = { value = 1e5, unit = "GPU", scope = "site" },
  },
  stargate = {
    name = "Stargate (OpenAI, SoftBank, Oracle, MGX)", source = "stargate", checked = press,
    date = "2025-01", duration = { value = 4, unit = "year" },
    total = { value = 500, price_year = "2025-01" },
    committed = { value = 100, price_year = "2025-01", note = "to be deployed immediately" },
  },
  uk_compute = {
    name = "UK public compute until 2030", source = "uk", checked = press, date = "2025-07",
    duration = { value = 5, unit = "year" },
    total = {
      value = 2.64, price_year = "2025", imputed = converted, note = "up to 2 GGBP until 2030",
    },
  },
  uk_airr = {
    name = "UK AI Research Resource, first phase", source = "airr",
    checked = "primary: UKRI's announcement, 2026-11", date = "2023-11",
    duration = { text = "not stated" },
    total = { value = 0.373, price_year = "2023", imputed = converted, note = "300 MGBP" },
  },
  india_ai = {
    name = "IndiaAI Mission", source = "india", checked = press, date = "2024-03",
    duration = { value = 5, unit = "year" },
    total = { value = 1.25, price_year = "2024-03", note = "10,372 crore rupees" },
  },
}

return M
