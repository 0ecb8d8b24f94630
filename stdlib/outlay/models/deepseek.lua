--- Published and estimated facts of DeepSeek's models.
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
  deepseek_v2 = {
    title = "DeepSeek-AI, DeepSeek-V2",
    address = "https://arxiv.org/abs/2405.04434",
  },
  deepseek_v3 = {
    title = "DeepSeek-AI, DeepSeek-V3 technical report",
    address = "https://arxiv.org/abs/2412.19437",
  },
  deepseek_v31 = {
    title = "DeepSeek-AI, DeepSeek-V3.1 model card",
    address = "https://huggingface.co/deepseek-ai/DeepSeek-V3.1",
  },
  deepseek_r1 = {
    title = "DeepSeek-AI, DeepSeek-R1",
    address = "https://arxiv.org/abs/2501.12948",
  },
  deepseek_v4_flash = {
    title = "MaxText, configs/models/deepseek4-284b.yml",
    address = "https://github.com/AI-Hypercomputer/maxtext",
  },
}

local epoch_models = "secondary: Epoch AI's model table, 2026-01"

M.records = {
  deepseek_v2 = {
    name = "DeepSeek-V2",
    developer = "DeepSeek",
    kind = "mixture of experts",
    source = "deepseek_v2", checked = false,
    note = "172,800 GPU-hours for a trillion tokens",
    released = { text = "2024-05-07" },
    parameters = {
      value = 2.36e11, unit = "parameter",
      checked = "primary: the README of its repository, 2026-11",
    },
    active = {
      value = 2.1e10, unit = "parameter",
      checked = "primary: the README of its repository, 2026-11",
    },
    tokens = {
      value = 8.1e12, unit = "token", checked = "primary: the README of its repository, 2026-11",
    },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      note = "multi-head latent attention",
      layers = 60, hidden = 5120, heads = 128, kv_heads = 128, head_size = 128, ffn = 12288,
      vocabulary = 102400, experts = 160, experts_per_token = 6, expert_ffn = 1536,
      shared_experts = 2, dense_layers = 1,
    },
    training = {
      hardware = "h800_sxm",
      chip_hours = { value = 1399680, unit = "GPU-hour" },
    },
  },

  deepseek_v3 = {
    name = "DeepSeek-V3",
    developer = "DeepSeek",
    kind = "mixture of experts",
    source = "deepseek_v3", checked = epoch_models,
    note = "2,664,000 GPU-hours of them for pre-training; MFU against the FP8 peak",
    released = { text = "2024-12-24" },
    parameters = { value = 6.71e11, unit = "parameter" },
    active = {
      value = 3.7e10, unit = "parameter",
      checked = "primary: the README of its repository, 2026-11",
    },
    tokens = { value = 1.48e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      note = "multi-head latent attention",
      layers = 61, hidden = 7168, heads = 128, kv_heads = 128, head_size = 128, ffn = 18432,
      vocabulary = 129280, experts = 256, experts_per_token = 8, expert_ffn = 2048,
      shared_experts = 1, dense_layers = 3,
    },
    training = {
      work = { value = 3.4078e24, unit = "FLOP" },
      hardware = "h800_sxm",
      chips = { value = 2048, unit = "GPU" },
      chip_hours = {
        value = 2788000, unit = "GPU-hour",
        checked = "primary: the README of its repository, 2026-11",
      },
      mfu = { value = 0.1947, unit = "1" },
    },
  },

  deepseek_v31 = {
    name = "DeepSeek-V3.1",
    developer = "DeepSeek",
    kind = "mixture of experts",
    source = "deepseek_v31", checked = "secondary: copies of its model card, 2026-11",
    note = "DeepSeek-V3 trained on: 630 billion tokens at 32K of context, 209 billion at 128K",
    released = { text = "2025-08-21" },
    parameters = { value = 6.71e11, unit = "parameter" },
    active = { value = 3.7e10, unit = "parameter" },
    tokens = { value = 1.5639e13, unit = "token", note = "with the 14.8 trillion of DeepSeek-V3" },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      note = "multi-head latent attention; as DeepSeek-V3",
      layers = 61, hidden = 7168, heads = 128, kv_heads = 128, head_size = 128, ffn = 18432,
      vocabulary = 129280, experts = 256, experts_per_token = 8, expert_ffn = 2048,
      shared_experts = 1, dense_layers = 3,
    },
    training = {
      work = {
        value = 3.594e24, unit = "FLOP",
        imputed = "that of DeepSeek-V3, and 6 FLOP for each active parameter and token more",
      },
    },
  },

  deepseek_r1 = {
    name = "DeepSeek-R1",
    developer = "DeepSeek",
    kind = "mixture of experts",
    source = "deepseek_r1", checked = epoch_models,
    note = "with the base model, DeepSeek-V3",
    released = { text = "2025-01-20" },
    parameters = { value = 6.71e11, unit = "parameter" },
    active = {
      value = 3.7e10, unit = "parameter",
      checked = "primary: the README of its repository, 2026-11",
    },
    tokens = { value = 1.48e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      note = "multi-head latent attention",
      layers = 61, hidden = 7168, heads = 128, kv_heads = 128, head_size = 128, ffn = 18432,
      vocabulary = 129280, experts = 256, experts_per_token = 8, expert_ffn = 2048,
      shared_experts = 1, dense_layers = 3,
    },
    training = {
      work = { value = 3.5e24, unit = "FLOP" },
    },
  },

  deepseek_v4_flash = {
    name = "DeepSeek-V4-Flash 284B",
    developer = "DeepSeek",
    kind = "mixture of experts",
    source = "deepseek_v4_flash", checked = false,
    released = { text = "2026" },
    parameters = { value = 2.84e11, unit = "parameter" },
    active = { value = 1.3e10, unit = "parameter" },
    architecture = {
      unit = "1", checked = "secondary: the file itself, 2026-11",
      layers = 43, hidden = 4096, heads = 64, kv_heads = 1, head_size = 512, ffn = 2048,
      vocabulary = 129280, experts = 256, experts_per_token = 6, expert_ffn = 2048,
      shared_experts = 1,
    },
  },
}

return M
