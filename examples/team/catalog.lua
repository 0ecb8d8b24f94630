--- The team's prices as a layer over the built-in catalog: whoever requires this file sees them
--- wherever the catalog's own would stand, and `explain` says so.
catalog.layer("team prices", {
  source = { title = "framework contract 2025-118, annex B", retrieved = "2026-02" },
  hw = {
    h100_sxm = {
      -- For the date of a price see docs/guide/catalogs.md. The unit and what the price is for are
      -- those of the list price.
      server_price = { value = 31500, valid_from = "2025-10", valid_to = "2027-06",
        note = "server of 8 GPUs with 3 years of service" },
    },
  },
  price = {
    rental = {
      h100_sxm = {
        unit = "USD/GPU/h", scope = "chip-hour", provider = "our cloud partner",
        option = "reserved", source = { title = "rental agreement R-7, section 4" },
        { valid_from = "2026-01", valid_to = "2026-12", term = "1 year", value = 2.05 },
      },
    },
  },
})

return { name = "team prices" }
