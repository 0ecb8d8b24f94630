--- PUE of operators by year: the site's electricity over that of the IT equipment in it.
local M = {}

M.sources = {
  google = {
    title = "Google, Data centers: efficiency, trailing twelve months of all large sites",
    address = "https://datacenters.google/efficiency/",
  },
  dcd_2024 = {
    title = "DatacenterDynamics, AWS global data centers achieved PUE of 1.15 in 2023 (2024-12)",
    address = "https://www.datacenterdynamics.com/en/news/"
      .. "aws-global-data-centers-achieved-pue-of-115-in-2023/",
    retrieved = "2026-11",
  },
  microsoft = {
    title = "Microsoft, Datacenter efficiency and environmental sustainability reports",
    address = "https://datacenters.microsoft.com/sustainability/efficiency/",
  },
  meta = {
    title = "Meta, sustainability reports and environmental data",
    address = "https://sustainability.atmeta.com/data-centers/",
  },
  uptime = {
    title = "Uptime Institute, Global data center surveys, average of respondents",
    address = "https://uptimeinstitute.com/resources/research-and-reports/",
  },
  colocation = {
    title = "Equinix and Digital Realty, sustainability reports",
    address = "https://sustainability.equinix.com/",
  },
}

local press = "secondary: DatacenterDynamics, 2024-12, about 2023"

local statista = "secondary: Statista, as datasetsearch.research.google.com quotes it, 2026-11"

M.records = {
  google = {
    name = "Google", unit = "1", source = "google", checked = false,
    series = {
      ["2014"] = 1.12, ["2015"] = 1.12, ["2016"] = 1.12, ["2017"] = 1.11, ["2018"] = 1.11,
      ["2019"] = 1.10, ["2020"] = 1.10, ["2021"] = 1.10, ["2022"] = 1.10,
      ["2023"] = { value = 1.10, checked = press }, ["2024"] = 1.09,
    },
  },
  aws = {
    name = "Amazon Web Services", unit = "1", source = "dcd_2024", checked = press,
    { date = "2023", value = 1.15, note = "all sites; the best had 1.04" },
    { date = "2025", value = 1.08, checked = press, note = "expected of new components" },
  },
  microsoft = {
    name = "Microsoft", unit = "1", source = "microsoft", checked = false,
    { date = "2022", value = 1.18, checked = press },
    { date = "2023", value = 1.12, checked = press, note = "newest generation by design" },
    { date = "2024", value = 1.16 },
  },
  meta = {
    name = "Meta", unit = "1", source = "meta", checked = false,
    series = {
      ["2019"] = 1.11, ["2020"] = 1.10, ["2021"] = 1.09, ["2022"] = 1.09,
      ["2023"] = { value = 1.08, checked = press }, ["2024"] = 1.08,
    },
  },
  oracle = {
    name = "Oracle", unit = "1", source = "dcd_2024", checked = press,
    { date = "2023", value = 1.15, note = "as low as" },
  },
  equinix = {
    name = "Equinix (colocation)", unit = "1", source = "colocation", checked = false,
    { date = "2022", value = 1.46, checked = statista },
    { date = "2023", value = 1.42, checked = statista },
    { date = "2024", value = 1.39 },
  },
  survey = {
    name = "operators in Uptime Institute's survey", unit = "1", source = "uptime",
    checked = false,
    series = {
      ["2018"] = 1.58, ["2019"] = 1.67, ["2020"] = 1.59, ["2021"] = 1.57,
      ["2022"] = { value = 1.55, checked = "secondary: upsite.com, 2026-11" },
      ["2023"] = { value = 1.58, checked = "secondary: upsite.com, 2026-11" },
      ["2024"] = { value = 1.56, checked = statista }, ["2025"] = 1.54,
    },
  },
}

return M
