--- Published and estimated facts of Alibaba's Qwen models.
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
  qwen_72b = {
    title = "Bai et al., Qwen technical report",
    address = "https://arxiv.org/abs/2309.16609",
  },
  qwen25_32b = {
    title = "Qwen Team, Qwen2.5 technical report",
    address = "https://arxiv.org/abs/2412.15115",
  },
  qwen3_32b = {
    title = "Qwen Team, Qwen3 technical report",
    address = "https://arxiv.org/abs/2505.09388",
  },
  qwen3_coder_480b = {
    title = "Qwen Team, Qwen3-Coder, 2025-07-22",
    address = "https://qwenlm.github.io/blog/qwen3-coder/",
  },
  qwen3_next_80b_a3b = {
    title = "Qwen Team, Qwen3-Next, 2025-09-11",
    address = "https://qwen.ai/research",
  },
  qwen3_max = { title = "Qwen Team, Qwen3-Max, 2025-09-24", address = "https://qwen.ai/research" },
  qwen35_397b_a17b = {
    title = "MaxText, configs/models/qwen3.5-397b-a17b.yml",
    address = "https://github.com/AI-Hypercomputer/maxtext",
  },
}

local epoch_models = "secondary: Epoch AI's model table, 2026-01"
local estimate = "an estimate, not published by the developer"

local nemo = "secondary: NVIDIA NeMo AutoModel documentation, 2026-11"

M.records = {
  qwen_72b = {
    name = "Qwen 72B",
    developer = "Alibaba",
    kind = "dense",
    source = "qwen_72b", checked = epoch_models,
    released = { text = "2023-11-30" },
    parameters = { value = 7.2e10, unit = "parameter" },
    tokens = { value = 3e12, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: config.json of Apollo-72B, made from it, 2026-11",
      layers = 80, hidden = 8192, heads = 64, kv_heads = 64, head_size = 128, ffn = 24576,
      vocabulary = 152064,
    },
    training = {
      work = { value = 1.3e24, unit = "FLOP", imputed = estimate },
    },
  },

  qwen25_32b = {
    name = "Qwen2.5 32B",
    developer = "Alibaba",
    kind = "dense",
    source = "qwen25_32b", checked = epoch_models,
    released = { text = "2024-09-17" },
    parameters = { value = 3.25e10, unit = "parameter" },
    tokens = { value = 1.8e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: LitGPT, litgpt/config.py, 2026-11",
      layers = 64, hidden = 5120, heads = 40, kv_heads = 8, head_size = 128, ffn = 27648,
      vocabulary = 152064,
    },
    training = {
      work = { value = 3.51e24, unit = "FLOP", imputed = estimate },
    },
  },

  qwen25_72b = {
    name = "Qwen2.5 72B",
    developer = "Alibaba",
    kind = "dense",
    source = "qwen25_32b", checked = epoch_models,
    released = { text = "2024-09-19" },
    parameters = { value = 7.27e10, unit = "parameter" },
    tokens = { value = 1.8e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: LitGPT, litgpt/config.py, 2026-11",
      layers = 80, hidden = 8192, heads = 64, kv_heads = 8, head_size = 128, ffn = 29568,
      vocabulary = 152064,
    },
    training = {
      work = { value = 7.8e24, unit = "FLOP", imputed = estimate },
    },
  },

  qwen3_32b = {
    name = "Qwen3 32B",
    developer = "Alibaba",
    kind = "dense",
    source = "qwen3_32b", checked = false,
    released = { text = "2025-04-29" },
    parameters = { value = 3.28e10, unit = "parameter" },
    tokens = { value = 3.6e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 64, hidden = 5120, heads = 64, kv_heads = 8, head_size = 128, ffn = 25600,
      vocabulary = 151936,
    },
  },

  qwen3_30b_a3b = {
    name = "Qwen3 30B-A3B",
    developer = "Alibaba",
    kind = "mixture of experts",
    source = "qwen3_32b", checked = false,
    released = { text = "2025-04-29" },
    parameters = { value = 3.05e10, unit = "parameter" },
    active = { value = 3.3e09, unit = "parameter" },
    tokens = { value = 3.6e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 48, hidden = 2048, heads = 32, kv_heads = 4, head_size = 128, ffn = 6144,
      vocabulary = 151936, experts = 128, experts_per_token = 8, expert_ffn = 768,
    },
  },

  qwen3_235b_a22b = {
    name = "Qwen3 235B-A22B",
    developer = "Alibaba",
    kind = "mixture of experts",
    source = "qwen3_32b", checked = epoch_models,
    released = { text = "2025-04-29" },
    parameters = { value = 2.35e11, unit = "parameter" },
    active = { value = 2.2e10, unit = "parameter", checked = nemo },
    tokens = { value = 3.6e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 94, hidden = 4096, heads = 64, kv_heads = 4, head_size = 128, ffn = 12288,
      vocabulary = 151936, experts = 128, experts_per_token = 8, expert_ffn = 1536,
    },
    training = {
      work = { value = 4.752e24, unit = "FLOP", imputed = estimate },
    },
  },

  qwen3_coder_480b = {
    name = "Qwen3-Coder 480B-A35B",
    developer = "Alibaba",
    kind = "mixture of experts",
    source = "qwen3_coder_480b", checked = epoch_models,
    released = { text = "2025-07-22" },
    parameters = { value = 4.8e11, unit = "parameter" },
    active = { value = 3.5e10, unit = "parameter", checked = false },
    tokens = { value = 7.5e12, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      layers = 62, hidden = 6144, heads = 96, kv_heads = 8, head_size = 128, ffn = 8192,
      vocabulary = 151936, experts = 160, experts_per_token = 8, expert_ffn = 2560,
    },
    training = {
      work = { value = 1.575e24, unit = "FLOP", imputed = estimate },
    },
  },

  qwen3_next_80b_a3b = {
    name = "Qwen3-Next 80B-A3B",
    developer = "Alibaba",
    kind = "mixture of experts",
    source = "qwen3_next_80b_a3b", checked = nemo,
    released = { text = "2025-09-11", checked = false },
    parameters = { value = 8e10, unit = "parameter" },
    active = { value = 3e09, unit = "parameter" },
    tokens = { value = 1.5e13, unit = "token", checked = false },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      note = "three of four layers have linear attention",
      layers = 48, hidden = 2048, heads = 16, kv_heads = 2, head_size = 256, ffn = 512,
      vocabulary = 151936, experts = 512, experts_per_token = 10, expert_ffn = 512,
      shared_experts = 1,
    },
  },

  qwen3_max = {
    name = "Qwen3-Max",
    developer = "Alibaba",
    source = "qwen3_max", checked = epoch_models,
    released = { text = "2025-09-05" },
    parameters = { value = 1e12, unit = "parameter" },
    tokens = { value = 3.6e13, unit = "token" },
    training = {
      work = { value = 1.512e25, unit = "FLOP", imputed = estimate },
    },
  },

  qwen35_397b_a17b = {
    name = "Qwen3.5 397B-A17B",
    developer = "Alibaba",
    kind = "mixture of experts",
    source = "qwen35_397b_a17b", checked = false,
    released = { text = "2026" },
    parameters = { value = 3.97e11, unit = "parameter" },
    active = { value = 1.7e10, unit = "parameter" },
    architecture = {
      unit = "1", checked = "secondary: the file itself, 2026-11",
      layers = 60, hidden = 4096, heads = 32, kv_heads = 2, head_size = 256, ffn = 1024,
      vocabulary = 248320, experts = 512, experts_per_token = 10, expert_ffn = 1024,
      shared_experts = 1,
    },
  },
}

return M
