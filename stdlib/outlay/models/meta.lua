--- Published and estimated facts of Meta's models.
--
-- `kind`, `architecture` (layers, width, heads and so on; a mixture of experts has experts),
-- `parameters`, `active` of them for a token, `tokens`, and `training`: work, `hardware` (a key of
-- hw), chips, time, chip-hours and MFU. What nobody published says imputed.
local M = {}

M.sources = {
  epoch = {
    title = "Epoch AI, Notable AI models", address = "https://epoch.ai/data/ai-models",
    retrieved = "2026-01",
  },
  opt_175b = { title = "Zhang et al., OPT", address = "https://arxiv.org/abs/2205.01068" },
  llama_65b = { title = "Touvron et al., LLaMA", address = "https://arxiv.org/abs/2302.13971" },
  llama_2_7b = { title = "Touvron et al., Llama 2", address = "https://arxiv.org/abs/2307.09288" },
  llama_3_8b = {
    title = "Meta, Llama 3 model card",
    address = "https://github.com/meta-llama/llama3/blob/main/MODEL_CARD.md",
  },
  llama_31_8b = {
    title = "Llama Team, The Llama 3 Herd of Models",
    address = "https://arxiv.org/abs/2407.21783",
  },
  llama_4_scout = {
    title = "Meta, Llama 4 model card",
    address = "https://github.com/meta-llama/llama-models/blob/main/models/llama4/MODEL_CARD.md",
  },
  llama_4_behemoth = {
    title = "Meta, The Llama 4 herd, 2025-04-05",
    address = "https://ai.meta.com/blog/llama-4-multimodal-intelligence/",
  },
}

local epoch_models = "secondary: Epoch AI's model table, 2026-01"
local estimate = "an estimate, not published by the developer"

local behemoth = "secondary: Epoch AI's note, which quotes Meta, 2025-04"

M.records = {
  opt_175b = {
    name = "OPT-175B",
    developer = "Meta",
    kind = "dense",
    source = "opt_175b", checked = epoch_models,
    released = { text = "2022-05-02" },
    parameters = { value = 1.75e11, unit = "parameter" },
    tokens = { value = 3e11, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: cli99/llm-analysis, model_configs, 2026-11",
      layers = 96, hidden = 12288, heads = 96, kv_heads = 96, head_size = 128, ffn = 49152,
      vocabulary = 50272,
    },
    training = {
      work = { value = 4.3e23, unit = "FLOP" },
      hardware = "a100_80gb",
      chips = { value = 1024, unit = "GPU" },
      time = { value = 793.5, unit = "h" },
      mfu = { value = 0.4712, unit = "1", checked = false },
    },
  },

  llama_65b = {
    name = "LLaMA 65B",
    developer = "Meta",
    kind = "dense",
    source = "llama_65b", checked = epoch_models,
    released = { text = "2023-02-24" },
    parameters = { value = 6.52e10, unit = "parameter" },
    tokens = { value = 1.4e12, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: copies of its config.json in public repositories, 2026-11",
      layers = 80, hidden = 8192, heads = 64, kv_heads = 64, head_size = 128, ffn = 22016,
      vocabulary = 32000,
    },
    training = {
      work = { value = 5.5e23, unit = "FLOP" },
      hardware = "a100_80gb",
      chips = { value = 2048, unit = "GPU" },
      time = { value = 500, unit = "h" },
      chip_hours = { value = 1022362, unit = "GPU-hour" },
      mfu = { value = 0.4746, unit = "1" },
    },
  },

  llama_2_7b = {
    name = "Llama 2 7B",
    developer = "Meta",
    kind = "dense",
    source = "llama_2_7b", checked = epoch_models,
    released = { text = "2023-07-18" },
    parameters = { value = 6.74e09, unit = "parameter", checked = false },
    tokens = { value = 2e12, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 32, hidden = 4096, heads = 32, kv_heads = 32, head_size = 128, ffn = 11008,
      vocabulary = 32000,
    },
    training = {
      work = { value = 8.4e22, unit = "FLOP" },
      hardware = "a100_80gb",
      chip_hours = {
        value = 184320, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
    },
  },

  llama_2_13b = {
    name = "Llama 2 13B",
    developer = "Meta",
    kind = "dense",
    source = "llama_2_7b", checked = false,
    released = { text = "2023-07-18" },
    parameters = { value = 1.3e10, unit = "parameter" },
    tokens = { value = 2e12, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 40, hidden = 5120, heads = 40, kv_heads = 40, head_size = 128, ffn = 13824,
      vocabulary = 32000,
    },
    training = {
      hardware = "a100_80gb",
      chip_hours = {
        value = 368640, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
    },
  },

  llama_2_70b = {
    name = "Llama 2 70B",
    developer = "Meta",
    kind = "dense",
    source = "llama_2_7b", checked = epoch_models,
    note = "Epoch AI counts 1,000 GPUs for 1,728 h",
    released = { text = "2023-07-18" },
    parameters = { value = 6.9e10, unit = "parameter" },
    tokens = { value = 2e12, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 80, hidden = 8192, heads = 64, kv_heads = 8, head_size = 128, ffn = 28672,
      vocabulary = 32000,
    },
    training = {
      work = { value = 8.1e23, unit = "FLOP" },
      hardware = "a100_80gb",
      chip_hours = {
        value = 1720320, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
    },
  },

  llama_3_8b = {
    name = "Llama 3 8B",
    developer = "Meta",
    kind = "dense",
    source = "llama_3_8b", checked = false,
    released = { text = "2024-04-18" },
    parameters = { value = 8.03e09, unit = "parameter" },
    tokens = { value = 1.5e13, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 32, hidden = 4096, heads = 32, kv_heads = 8, head_size = 128, ffn = 14336,
      vocabulary = 128256,
    },
    training = {
      hardware = "h100_sxm",
      chip_hours = {
        value = 1300000, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
    },
  },

  llama_3_70b = {
    name = "Llama 3 70B",
    developer = "Meta",
    kind = "dense",
    source = "llama_3_8b", checked = epoch_models,
    released = { text = "2024-04-18" },
    parameters = { value = 7.06e10, unit = "parameter" },
    tokens = { value = 1.5e13, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 80, hidden = 8192, heads = 64, kv_heads = 8, head_size = 128, ffn = 28672,
      vocabulary = 128256,
    },
    training = {
      work = { value = 7.861e24, unit = "FLOP", imputed = estimate },
      hardware = "h100_sxm",
      chip_hours = {
        value = 6400000, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
    },
  },

  llama_31_8b = {
    name = "Llama 3.1 8B",
    developer = "Meta",
    kind = "dense",
    source = "llama_31_8b", checked = false,
    released = { text = "2024-07-23" },
    parameters = { value = 8.03e09, unit = "parameter" },
    tokens = { value = 1.5e13, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 32, hidden = 4096, heads = 32, kv_heads = 8, head_size = 128, ffn = 14336,
      vocabulary = 128256,
    },
    training = {
      hardware = "h100_sxm",
      chip_hours = {
        value = 1460000, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
    },
  },

  llama_31_70b = {
    name = "Llama 3.1 70B",
    developer = "Meta",
    kind = "dense",
    source = "llama_31_8b", checked = false,
    released = { text = "2024-07-23" },
    parameters = { value = 7.06e10, unit = "parameter" },
    tokens = { value = 1.5e13, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 80, hidden = 8192, heads = 64, kv_heads = 8, head_size = 128, ffn = 28672,
      vocabulary = 128256,
    },
    training = {
      hardware = "h100_sxm",
      chip_hours = {
        value = 7000000, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
    },
  },

  llama_31_405b = {
    name = "Llama 3.1 405B",
    developer = "Meta",
    kind = "dense",
    source = "llama_31_8b", checked = epoch_models,
    released = { text = "2024-07-23" },
    parameters = { value = 4.05e11, unit = "parameter" },
    tokens = { value = 1.56e13, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 126, hidden = 16384, heads = 128, kv_heads = 8, head_size = 128, ffn = 53248,
      vocabulary = 128256,
    },
    training = {
      work = { value = 3.8e25, unit = "FLOP" },
      hardware = "h100_sxm",
      chips = { value = 16384, unit = "GPU" },
      time = { value = 2142, unit = "h" },
      chip_hours = {
        value = 3.084e07, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
      mfu = { value = 0.4042, unit = "1" },
    },
  },

  llama_4_scout = {
    name = "Llama 4 Scout",
    developer = "Meta",
    kind = "mixture of experts",
    source = "llama_4_scout", checked = epoch_models,
    released = { text = "2025-04-05" },
    parameters = { value = 1.09e11, unit = "parameter" },
    active = { value = 1.7e10, unit = "parameter", checked = "primary: its model card, 2026-11" },
    tokens = { value = 4e13, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      layers = 48, hidden = 5120, heads = 40, kv_heads = 8, head_size = 128, ffn = 8192,
      vocabulary = 202048, experts = 16, experts_per_token = 1, expert_ffn = 8192,
      shared_experts = 1,
    },
    training = {
      work = { value = 4.08e24, unit = "FLOP" },
      hardware = "h100_sxm",
      chip_hours = {
        value = 5000000, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
    },
  },

  llama_4_maverick = {
    name = "Llama 4 Maverick",
    developer = "Meta",
    kind = "mixture of experts",
    source = "llama_4_scout", checked = epoch_models,
    released = { text = "2025-04-05" },
    parameters = { value = 4e11, unit = "parameter" },
    active = { value = 1.7e10, unit = "parameter", checked = "primary: its model card, 2026-11" },
    tokens = { value = 2.2e13, unit = "token", checked = "primary: its model card, 2026-11" },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      note = "every second layer is a mixture of experts",
      layers = 48, hidden = 5120, heads = 40, kv_heads = 8, head_size = 128, ffn = 16384,
      vocabulary = 202048, experts = 128, experts_per_token = 1, expert_ffn = 8192,
      shared_experts = 1,
    },
    training = {
      work = { value = 2.244e24, unit = "FLOP" },
      hardware = "h100_sxm",
      chip_hours = {
        value = 2380000, unit = "GPU-hour", checked = "primary: its model card, 2026-11",
      },
    },
  },

  llama_4_behemoth = {
    name = "Llama 4 Behemoth (preview)",
    developer = "Meta",
    kind = "mixture of experts",
    source = "llama_4_behemoth", checked = epoch_models,
    released = { text = "2025-04-05" },
    parameters = { value = 2e12, unit = "parameter" },
    active = { value = 2.88e11, unit = "parameter", checked = behemoth },
    tokens = { value = 3e13, unit = "token" },
    architecture = {
      unit = "1", checked = behemoth,
      experts = 16,
    },
    training = {
      work = { value = 5.184e25, unit = "FLOP", imputed = estimate },
      hardware = "h100_sxm",
      chips = { value = 32000, unit = "GPU" },
    },
  },
}

return M
