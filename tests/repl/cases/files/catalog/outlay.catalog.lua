return {
  name = "facts of 2026", source = { title = "a test's own facts, 2026",
    address = "https://example.org" },
  hw = { gauge = {
    name = "A test's chip", kind = "GPU", released = "2026-01-01",
    price = { value = 20000, unit = "USD/GPU", scope = "chip", date = "2026" },
    power = { value = 1, unit = "kW/GPU" },
  } },
}
