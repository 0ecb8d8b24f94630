--- What a site costs: construction, colocation, land, cooling, and the charge for peak power.
local M = {}

M.sources = {
  hartselle = {
    title = "Hartselle Utilities (Tennessee Valley), industrial electric rates of 2024-08-01",
    address = "https://hartselleutilities.org/electric-department/industrial-electric-rates/",
    retrieved = "2026-11",
  },
  batavia = {
    title = "City of Batavia, Illinois, Electrical: large general service, rates of 2015-05-01",
    address = "https://il-batavia.civicplus.com/205/Electrical---Large-General-Service",
    retrieved = "2026-11",
  },
  cushman = {
    title = "Cushman & Wakefield, Data center development cost guide 2025",
    address = "https://cushwake.cld.bz/Data-Center-Development-Cost-Guide-2025/8-9",
    retrieved = "2026-11",
  },
  turner = {
    title = "Turner & Townsend, Data centre construction cost index 2024-2025",
    address = "https://www.turnerandtownsend.com/",
  },
  cbre = {
    title = "CBRE, North America data center trends, average wholesale asking rate",
    address = "https://www.cbre.com/insights",
  },
  tariffs = {
    title = "Tariffs of large customers: Dominion Energy GS-4, AEP Ohio, Georgia Power, PG&E B-20",
    address = "https://www.dominionenergy.com/",
  },
  vendors = {
    title = "Trade press and vendors on direct liquid cooling",
    address = "https://www.datacenterdynamics.com/",
  },
}

local guide = "primary: the page itself, 2026-11"

local own_page = "primary: the page itself, 2026-11"
local cbre = "secondary: worldpropertyjournal.com, 2024-03"

M.records = {
  construction = {
    unit = "USD/W", source = "cushman", checked = guide, scope = "site", date = "2024-10",
    note = "a watt of critical IT load; without IT equipment, land and owner's equipment",
    average = {
      low = 9.3, value = 11.7, high = 15.0, range = "cheapest and dearest of 19 US markets",
    },
    san_antonio = 9.3,
    reno = 15.0,
    ai_liquid_cooled = {
      low = 11, value = 14, high = 20, source = "turner", checked = false, date = "2025",
      range = "from estimates for dense, liquid-cooled halls",
      imputed = "judged from several reports",
    },
  },

  land = {
    unit = "USD/m^2", source = "cushman", checked = guide, scope = "site", date = "2024-10",
    us_average = { value = 60.2, note = "5.59 USD a square foot, 244,000 USD an acre" },
    large_parcels = { value = 58.1, note = "5.40 USD a square foot, 50 acres or more" },
  },

  colocation = {
    unit = "USD/kW/month", source = "cbre", scope = "site", checked = false,
    note = "wholesale, 250 to 500 kW, electricity apart",
    { date = "2021", value = 120.0 },
    { date = "2022", value = 137.86, checked = cbre },
    { date = "2023", value = 163.44, checked = cbre },
    { date = "2024", value = 184.1 },
  },

  -- Two tariffs as printed; a data centre's own contract differs.
  demand_tariffs = {
    unit = "USD/kW/month", scope = "site",
    tva_1_to_5_mw = {
      low = 13.05, high = 14.01, source = "hartselle", checked = own_page, date = "2024-08",
      range = "bounds", note = "GSA part 3: the first 1,000 kW, then; 0.0755 USD/kWh too",
    },
    tva_5_to_15_mw = {
      value = 12.38, source = "hartselle", checked = own_page, date = "2024-08",
      note = "MSB by time of use: 10.70 on peak and 1.68 on the maximum",
    },
    batavia = {
      value = 17.25, source = "batavia", checked = own_page, date = "2015-05",
      note = "750 kW and more; 0.0436 USD/kWh beside it",
    },
  },

  demand_charge = {
    unit = "USD/kW/month", source = "tariffs", checked = false, scope = "site", date = "2024",
    low = 6, value = 12, high = 22,
    range = "tariffs of large customers", note = "on the month's peak, beside the energy price",
  },

  cooling = {
    source = "vendors", checked = false, scope = "site", date = "2025",
    liquid_premium = {
      low = 0.5, value = 1.0, high = 2.0, unit = "USD/W", range = "estimates",
      note = "more than air cooling, for each watt of IT load",
    },
    water = {
      low = 0.3, value = 1.8, high = 2.5, unit = "kg/kWh", range = "operators' reports",
      note = "litres of water used at the site for a kWh of IT equipment",
    },
  },

  building_life = {
    low = 15, value = 20, high = 30, unit = "year", source = "turner", checked = false,
    range = "usual depreciation periods",
  },
}

return M
