--- Kinds of data centre: what the building adds to the electricity of the computers in it.
--
-- PUE (power usage effectiveness) is the site's electricity over that of the IT equipment.
local M = {}

M.sources = {
  method = {
    title = "Cottier et al., The rising costs of training frontier AI models (2024), energy model",
    address = "https://arxiv.org/abs/2405.21015",
    retrieved = "2024-06",
  },
  meta = {
    title = "Meta, 2024 sustainability report, average of its data centres in 2023",
    address = "https://sustainability.atmeta.com/2024-sustainability-report/",
  },
  google = {
    title = "Google, data center efficiency, trailing twelve months of all large sites",
    address = "https://www.google.com/about/datacenters/efficiency/",
  },
  uptime = {
    title = "Uptime Institute, Global data center survey 2023, average of respondents",
    address = "https://uptimeinstitute.com/resources/research-and-reports/"
      .. "uptime-institute-global-data-center-survey-results-2023",
  },
}

local press = "secondary: DatacenterDynamics, 2024-12, about 2023"

M.records = {
  cloud_provider = {
    name = "a large cloud provider's site", source = "method",
    checked = "primary: the reference method's rows, 2024-06",
    pue = { value = 1.1, unit = "1" },
  },
  other = {
    name = "any other site", source = "method",
    checked = "primary: the reference method's rows, 2024-06",
    pue = { value = 1.25, unit = "1" },
  },
  meta = {
    name = "Meta's own sites", source = "meta", date = "2023", checked = press,
    pue = { value = 1.08, unit = "1" },
  },
  google = {
    name = "Google's own sites", source = "google", date = "2023", checked = press,
    pue = { value = 1.10, unit = "1" },
  },
  survey_average = {
    name = "average of operators in a survey", source = "uptime", date = "2023",
    checked = "secondary: upsite.com, 2026-11",
    pue = { value = 1.58, unit = "1" },
  },
}

return M
