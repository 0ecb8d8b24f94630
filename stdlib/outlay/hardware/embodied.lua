--- Carbon that making hardware takes, before it draws a watt: a chip with its share of the server
--- where it says so.
local M = {}

M.sources = {
  hgx = {
    title = "NVIDIA, HGX H100: product carbon footprint summary (2025), cradle to gate",
    address = "https://images.nvidia.com/aem-dam/Solutions/documents/HGX-H100-PCF-Summary.pdf",
  },
  chien = {
    title = "Chien et al., Reducing the carbon impact of generative AI inference (HotCarbon 2023), "
      .. "by way of Scope3's methodology",
    address = "https://preview.methodology.scope3.com/nvidia_a100.md", retrieved = "2026-11",
  },
  bloom = {
    title = "Luccioni et al., Estimating the carbon footprint of BLOOM (2022), section 4.1",
    address = "https://arxiv.org/abs/2211.02001",
  },
}

M.records = {
  embodied = {
    unit = "kgCO2e/GPU", checked = false,
    h100_sxm = {
      value = 164, source = "hgx", date = "2025", scope = "chip",
      note = "1,312 kg for a baseboard of 8 GPUs; without the server around it",
    },
    a100_server = {
      value = 318, source = "chien", date = "2023", scope = "server",
      checked = "secondary: the page itself, 2026-11", note = "an eighth of a server of 8",
    },
    server = {
      low = 300, value = 460, high = 700, source = "bloom", date = "2022", scope = "server",
      range = "judged from the sources in this file",
      imputed = "2,500 kg for a server and 150 kg for each of its 8 GPUs",
      note = "a chip with its share of a server, where nothing better is known",
    },
  },
}

return M
