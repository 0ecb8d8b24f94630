--- Published and estimated facts of OpenAI's models.
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
  gpt_3 = {
    title = "Brown et al., Language Models are Few-Shot Learners",
    address = "https://arxiv.org/abs/2005.14165",
  },
  gpt_4 = {
    title = "SemiAnalysis, GPT-4 architecture, infrastructure, training dataset, costs",
    address = "https://newsletter.semianalysis.com/p/gpt-4-architecture-infrastructure",
  },
  compute_ranking = {
    title = "Attribution-based control, appendix II: models by compute, of Epoch AI's data",
    address = "https://attribution-based-control.ai/appendix2.html", retrieved = "2026-11",
  },
  gpt_oss_120b = {
    title = "OpenAI, gpt-oss-120b and gpt-oss-20b model card",
    address = "https://arxiv.org/abs/2508.10925",
  },
}

local epoch_models = "secondary: Epoch AI's model table, 2026-01"
local leak = "secondary: summaries of the article, pbxscience.com and others, 2023-07"
local card = "secondary: lephongphu.site on the model card, 2026-11"
local estimate = "an estimate, not published by the developer"

M.records = {
  gpt_3 = {
    name = "GPT-3 175B (davinci)",
    developer = "OpenAI",
    kind = "dense",
    source = "gpt_3", checked = epoch_models,
    released = { text = "2020-05-28" },
    parameters = { value = 1.746e11, unit = "parameter" },
    tokens = { value = 3e11, unit = "token", checked = false },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      layers = 96, hidden = 12288, heads = 96, kv_heads = 96, head_size = 128, ffn = 49152,
      vocabulary = 50257,
    },
    training = {
      work = { value = 3.14e23, unit = "FLOP" },
      hardware = "v100_32gb",
      chips = { value = 10000, unit = "GPU", imputed = estimate },
      time = { value = 355.2, unit = "h", imputed = estimate },
      mfu = { value = 0.1966, unit = "1" },
    },
  },

  gpt_35 = {
    name = "GPT-3.5 (text-davinci-002)",
    developer = "OpenAI",
    source = "epoch", checked = epoch_models,
    released = { text = "2022-11-28" },
    training = {
      work = { value = 2.578e24, unit = "FLOP", imputed = estimate },
      hardware = "a100_40gb",
    },
  },

  gpt_4 = {
    name = "GPT-4",
    developer = "OpenAI",
    kind = "mixture of experts",
    source = "gpt_4", checked = epoch_models,
    note = "leaked and estimated; OpenAI has published none of it",
    released = { text = "2023-03-15" },
    parameters = { value = 1.8e12, unit = "parameter", imputed = estimate },
    active = { value = 2.8e11, unit = "parameter", imputed = estimate, checked = leak },
    tokens = { value = 1.3e13, unit = "token", imputed = estimate, checked = leak },
    architecture = {
      unit = "1", checked = leak, imputed = estimate,
      layers = 120, experts = 16, experts_per_token = 2,
    },
    training = {
      work = { value = 2.1e25, unit = "FLOP", imputed = estimate },
      hardware = "a100_40gb",
      chips = { value = 25000, unit = "GPU", imputed = estimate },
      time = { value = 2280, unit = "h", imputed = estimate },
      mfu = { value = 0.34, unit = "1", imputed = estimate },
    },
  },

  gpt_4o = {
    name = "GPT-4o",
    developer = "OpenAI",
    source = "compute_ranking", checked = "secondary: the ranking itself, 2026-11",
    released = { text = "2024-05-13", checked = false },
    training = {
      work = { value = 3.81e25, unit = "FLOP", imputed = estimate },
    },
  },

  gpt_45 = {
    name = "GPT-4.5",
    developer = "OpenAI",
    source = "epoch", checked = epoch_models,
    released = { text = "2025-02-27" },
    training = {
      work = { value = 3.8e26, unit = "FLOP", imputed = estimate },
    },
  },

  gpt_5 = {
    name = "GPT-5",
    developer = "OpenAI",
    source = "epoch", checked = epoch_models,
    released = { text = "2025-08-07" },
    training = {
      work = { value = 6.6e25, unit = "FLOP", imputed = estimate },
    },
  },

  gpt_oss_120b = {
    name = "gpt-oss-120b",
    developer = "OpenAI",
    kind = "mixture of experts",
    source = "gpt_oss_120b", checked = epoch_models,
    released = { text = "2025-08-05" },
    parameters = { value = 1.1683e11, unit = "parameter" },
    active = {
      value = 5.1e09, unit = "parameter",
      checked = "primary: the README of its repository, 2026-11",
    },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      layers = 36, hidden = 2880, heads = 64, kv_heads = 8, head_size = 64, ffn = 2880,
      vocabulary = 201088, experts = 128, experts_per_token = 4, expert_ffn = 2880,
    },
    training = {
      work = { value = 4.94e24, unit = "FLOP" },
      hardware = "h100_sxm",
      chip_hours = { value = 2100000, unit = "GPU-hour", checked = card },
    },
  },

  gpt_oss_20b = {
    name = "gpt-oss-20b",
    developer = "OpenAI",
    kind = "mixture of experts",
    source = "gpt_oss_120b", checked = epoch_models,
    released = { text = "2025-08-05" },
    parameters = { value = 2.091e10, unit = "parameter" },
    active = {
      value = 3.6e09, unit = "parameter",
      checked = "primary: the README of its repository, 2026-11",
    },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      layers = 24, hidden = 2880, heads = 64, kv_heads = 8, head_size = 64, ffn = 2880,
      vocabulary = 201088, experts = 32, experts_per_token = 4, expert_ffn = 2880,
    },
    training = {
      work = { value = 5.49e23, unit = "FLOP" },
      hardware = "h100_sxm",
      chip_hours = { value = 210000, unit = "GPU-hour", checked = false },
    },
  },
}

return M
