--- Carbon intensity of the grid at the regions of AWS and Azure.
--
-- Yearly averages of the grid (mostly of 2019 to 2022), without the provider's contracts for clean
-- electricity. Record names are aws_ or azure_ and the region's name with underscores.
local M = {}

M.sources = {
  ccf = {
    title = "Cloud Carbon Footprint, emissions factors by region (EEA, EPA, carbonfootprint.com)",
    address = "https://github.com/cloud-carbon-footprint/cloud-carbon-footprint",
    retrieved = "2024-03",
  },
  mlco2 = {
    title = "MLCO2 impact calculator, data/impact.csv (EPA eGRID)",
    address = "https://github.com/mlco2/impact", retrieved = "2025-06",
  },
}

local constants = "secondary: the constants at b7a049c7, 2024-03"
local impact = "secondary: the table of 2025-06"

M.records = {
  aws_af_south_1 = {
    grid_carbon = { value = 900.6, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_ap_east_1 = {
    grid_carbon = { value = 710, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_ap_south_1 = {
    grid_carbon = { value = 708.2, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_ap_northeast_3 = {
    grid_carbon = { value = 465.8, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_ap_northeast_2 = {
    grid_carbon = { value = 415.6, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_ap_southeast_1 = {
    grid_carbon = { value = 408, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_ap_southeast_2 = {
    grid_carbon = { value = 760, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_ap_southeast_3 = {
    grid_carbon = { value = 717.7, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_ap_northeast_1 = {
    grid_carbon = { value = 465.8, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_ca_central_1 = {
    grid_carbon = { value = 120, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_cn_north_1 = {
    grid_carbon = { value = 537.4, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_cn_northwest_1 = {
    grid_carbon = { value = 537.4, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_eu_central_1 = {
    grid_carbon = { value = 311, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_eu_west_1 = {
    grid_carbon = { value = 278.6, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_eu_west_2 = {
    grid_carbon = { value = 225, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_eu_south_1 = {
    grid_carbon = { value = 213.4, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_eu_west_3 = {
    grid_carbon = { value = 51.1, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_eu_north_1 = {
    grid_carbon = { value = 8.8, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_me_south_1 = {
    grid_carbon = { value = 505.9, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_me_central_1 = {
    grid_carbon = { value = 404.1, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_sa_east_1 = {
    grid_carbon = { value = 61.7, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  aws_us_east_1 = {
    grid_carbon = { value = 367.8, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
  aws_us_east_2 = {
    grid_carbon = { value = 568.2, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
  aws_us_west_1 = {
    grid_carbon = { value = 240.6, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
  aws_us_west_2 = {
    grid_carbon = { value = 297.6, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
  azure_southafricanorth = {
    grid_carbon = { value = 900.6, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_australiaeast = {
    grid_carbon = { value = 790, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_australiasoutheast = {
    grid_carbon = { value = 960, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_japaneast = {
    grid_carbon = { value = 465.8, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_japanwest = {
    grid_carbon = { value = 465.8, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_koreacentral = {
    grid_carbon = { value = 415.6, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_eastasia = {
    grid_carbon = { value = 710, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_southeastasia = {
    grid_carbon = { value = 408, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_centralindia = {
    grid_carbon = { value = 708.2, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_northeurope = {
    grid_carbon = { value = 278.6, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_westeurope = {
    grid_carbon = { value = 328.4, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_francecentral = {
    grid_carbon = { value = 51.28, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_swedencentral = {
    grid_carbon = { value = 5.67, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_switzerlandnorth = {
    grid_carbon = { value = 11.52, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_uksouth = {
    grid_carbon = { value = 225, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_germanywestcentral = {
    grid_carbon = { value = 338.66, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_norwayeast = {
    grid_carbon = { value = 7.62, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_uaenorth = {
    grid_carbon = { value = 404.1, unit = "gCO2e/kWh", source = "ccf", checked = constants },
  },
  azure_eastus = {
    grid_carbon = { value = 367.8, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
  azure_eastus2 = {
    grid_carbon = { value = 367.8, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
  azure_westus = {
    grid_carbon = { value = 240.6, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
  azure_northcentralus = {
    grid_carbon = { value = 568.2, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
  azure_southcentralus = {
    grid_carbon = { value = 460.4, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
  azure_centralus = {
    grid_carbon = { value = 736.6, unit = "gCO2e/kWh", source = "mlco2", checked = impact },
  },
}

return M
