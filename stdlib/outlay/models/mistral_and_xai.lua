--- Published and estimated facts of the models of Mistral, xAI and Anthropic.
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
  mistral_7b = { title = "Jiang et al., Mistral 7B", address = "https://arxiv.org/abs/2310.06825" },
  mixtral_8x7b = {
    title = "Jiang et al., Mixtral of Experts",
    address = "https://arxiv.org/abs/2401.04088",
  },
  mixtral_8x22b = {
    title = "Mistral AI, Mixtral 8x22B, 2024-04-17",
    address = "https://mistral.ai/news/mixtral-8x22b",
  },
  mistral_large_2 = {
    title = "Mistral AI, Large enough, 2024-07-24",
    address = "https://mistral.ai/news/mistral-large-2407",
  },
  compute_ranking = {
    title = "Attribution-based control, appendix II: models by compute, of Epoch AI's data",
    address = "https://attribution-based-control.ai/appendix2.html", retrieved = "2026-11",
  },
  epoch_tracker = {
    title = "J. Bowler, tracker of models above 1e25 FLOP: values taken from Epoch AI",
    address = "https://github.com/jpbowler97/Epoch", retrieved = "2026-11",
  },
  grok_1 = {
    title = "xAI, Open release of Grok-1 (github.com/xai-org/grok-1)",
    address = "https://github.com/xai-org/grok-1",
  },
}

local epoch_models = "secondary: Epoch AI's model table, 2026-01"
local estimate = "an estimate, not published by the developer"

M.records = {
  mistral_7b = {
    name = "Mistral 7B",
    developer = "Mistral AI",
    kind = "dense",
    source = "mistral_7b", checked = false,
    released = { text = "2023-09-27" },
    parameters = { value = 7.24e09, unit = "parameter" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 32, hidden = 4096, heads = 32, kv_heads = 8, head_size = 128, ffn = 14336,
      vocabulary = 32000,
    },
  },

  mixtral_8x7b = {
    name = "Mixtral 8x7B",
    developer = "Mistral AI",
    kind = "mixture of experts",
    source = "mixtral_8x7b", checked = epoch_models,
    released = { text = "2023-12-11" },
    parameters = { value = 4.67e10, unit = "parameter" },
    active = { value = 1.29e10, unit = "parameter", checked = false },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 32, hidden = 4096, heads = 32, kv_heads = 8, head_size = 128, ffn = 14336,
      vocabulary = 32000, experts = 8, experts_per_token = 2, expert_ffn = 14336,
    },
    training = {
      work = { value = 7.74e23, unit = "FLOP", imputed = estimate },
    },
  },

  mixtral_8x22b = {
    name = "Mixtral 8x22B",
    developer = "Mistral AI",
    kind = "mixture of experts",
    source = "mixtral_8x22b", checked = "secondary: open-source-ai.tech and others, 2026-11",
    released = { text = "2024-04-17" },
    parameters = { value = 1.41e11, unit = "parameter" },
    active = { value = 3.9e10, unit = "parameter" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 56, hidden = 6144, heads = 48, kv_heads = 8, head_size = 128, ffn = 16384,
      vocabulary = 32768, experts = 8, experts_per_token = 2, expert_ffn = 16384,
    },
  },

  mistral_large = {
    name = "Mistral Large",
    developer = "Mistral AI",
    source = "epoch", checked = epoch_models,
    released = { text = "2024-02-26" },
    training = {
      work = { value = 1.12e25, unit = "FLOP", imputed = estimate },
      hardware = "h100_sxm",
      time = { value = 2500, unit = "h", imputed = estimate },
    },
  },

  mistral_large_2 = {
    name = "Mistral Large 2",
    developer = "Mistral AI",
    kind = "dense",
    source = "mistral_large_2", checked = epoch_models,
    released = { text = "2024-07-24" },
    parameters = { value = 1.23e11, unit = "parameter" },
    architecture = {
      unit = "1", checked = "secondary: LitGPT, litgpt/config.py, 2026-11",
      layers = 88, hidden = 12288, heads = 96, kv_heads = 8, head_size = 128, ffn = 28672,
      vocabulary = 32768,
    },
    training = {
      work = { value = 2.13e25, unit = "FLOP", imputed = estimate },
    },
  },

  grok_1 = {
    name = "Grok-1",
    developer = "xAI",
    kind = "mixture of experts",
    source = "grok_1", checked = epoch_models,
    released = { text = "2023-11-04" },
    parameters = { value = 3.14e11, unit = "parameter" },
    active = { value = 7.85e10, unit = "parameter", imputed = estimate, checked = false },
    tokens = { value = 6.2e12, unit = "token", imputed = estimate },
    architecture = {
      unit = "1",
      checked = "primary: the README of its repository, 2026-11; width and vocabulary not",
      layers = 64, hidden = 6144, heads = 48, kv_heads = 8, head_size = 128, ffn = 32768,
      vocabulary = 131072, experts = 8, experts_per_token = 2, expert_ffn = 32768,
    },
    training = {
      work = { value = 2.9e24, unit = "FLOP", imputed = estimate },
    },
  },

  grok_2 = {
    name = "Grok-2",
    developer = "xAI",
    source = "epoch", checked = epoch_models,
    released = { text = "2024-08-13" },
    training = {
      work = { value = 2.96e25, unit = "FLOP", imputed = estimate },
      hardware = "h100_sxm",
    },
  },

  grok_3 = {
    name = "Grok 3",
    developer = "xAI",
    source = "epoch", checked = epoch_models,
    released = { text = "2025-02-17" },
    parameters = { value = 3e12, unit = "parameter", imputed = estimate },
    training = {
      work = { value = 3.5e26, unit = "FLOP", imputed = estimate },
      hardware = "h100_sxm",
      chips = { value = 80000, unit = "GPU", imputed = estimate },
      time = { value = 2160, unit = "h", imputed = estimate },
    },
  },

  grok_4 = {
    name = "Grok 4",
    developer = "xAI",
    source = "epoch", checked = epoch_models,
    released = { text = "2025-07-09" },
    parameters = { value = 3e12, unit = "parameter", imputed = estimate },
    training = {
      work = { value = 5e26, unit = "FLOP", imputed = estimate },
      hardware = "h100_sxm",
      chips = { value = 200000, unit = "GPU", imputed = estimate },
    },
  },

  claude_2 = {
    name = "Claude 2",
    developer = "Anthropic",
    source = "epoch", checked = epoch_models,
    released = { text = "2023-07-11" },
    training = {
      work = { value = 3.866e24, unit = "FLOP", imputed = estimate },
    },
  },

  claude_3_opus = {
    name = "Claude 3 Opus",
    developer = "Anthropic",
    source = "compute_ranking", checked = "secondary: the ranking itself, 2026-11",
    released = { text = "2024-03-04", checked = false },
    training = {
      work = { value = 1.64e25, unit = "FLOP", imputed = estimate },
    },
  },

  claude_opus_4 = {
    name = "Claude Opus 4",
    developer = "Anthropic",
    source = "epoch_tracker", checked = "secondary: the tracker's code, 2026-11",
    released = { text = "2025-05-22", checked = false },
    training = {
      work = {
        value = 1.5e26, unit = "FLOP",
        imputed = "speculative: a guess of Epoch AI, by way of a tracker",
      },
    },
  },

  claude_35_sonnet = {
    name = "Claude 3.5 Sonnet",
    developer = "Anthropic",
    source = "epoch", checked = epoch_models,
    released = { text = "2024-06-20" },
    training = {
      work = { value = 2.7e25, unit = "FLOP", imputed = estimate },
    },
  },

  claude_37_sonnet = {
    name = "Claude 3.7 Sonnet",
    developer = "Anthropic",
    source = "epoch", checked = epoch_models,
    released = { text = "2025-02-24" },
    training = {
      work = { value = 3.35e25, unit = "FLOP", imputed = estimate },
    },
  },
}

return M
