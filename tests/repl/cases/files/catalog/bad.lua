return {
  sources = { sheet = { title = "A sheet", address = "https://example.org/sheet" } },
  records = {
    chip = {
      name = "A chip", source = "sheet", checked = false,
      peak = { unit = "TFLOP/s/GPU", basis = "dense", bf16 = 100, fp8 = 150 },
      peak_sparse = { unit = "TFLOP/s/GPU", basis = "sparse", bf16 = 90 },
      tdp = { value = 700 },
      price = { value = 100, unit = "USD/GPU" },
      prices = {
        unit = "USD/GPU", scope = "chip",
        { date = "2024-06", value = 100 },
        { date = "2024-01", value = 110 },
        { date = "2024-07", value = 1000 },
        { date = "2024-07", value = 1000 },
        { value = 90 },
      },
      other = { value = 1, unit = "1", source = "nowhere" },
      range = { low = 2, high = 1, unit = "1" },
      spread = { low = 2, high = 1, unit = "1" },
    },
  },
}
