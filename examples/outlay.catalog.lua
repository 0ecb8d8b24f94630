-- The project's own facts. A file of this name beside a script is found by itself; it lies over the
-- built-in catalog and over what team libraries say. layers.lua uses it.
return {
  name = "project file",
  source = { title = "site survey Hamar, 2026-04, sheet 3", retrieved = "2026-04" },
  site = {
    hamar = {
      name = "our hall in Hamar",
      pue = { value = 1.12, unit = "1", note = "measured over twelve months" },
      electricity = { low = 48, high = 71, unit = "USD/MWh", scope = "site", date = "2026",
        range = "90 %", note = "utility offer with grid fees" },
    },
  },
}
