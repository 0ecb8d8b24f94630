--- Published and estimated facts of the models of Google and DeepMind.
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
  t5_11b = {
    title = "Raffel et al., Exploring the Limits of Transfer Learning",
    address = "https://arxiv.org/abs/1910.10683",
  },
  switch_c = {
    title = "Fedus et al., Switch Transformers",
    address = "https://arxiv.org/abs/2101.03961",
  },
  gopher = {
    title = "Rae et al., Scaling Language Models: Gopher",
    address = "https://arxiv.org/abs/2112.11446",
  },
  glam = { title = "Du et al., GLaM", address = "https://arxiv.org/abs/2112.06905" },
  lamda = { title = "Thoppilan et al., LaMDA", address = "https://arxiv.org/abs/2201.08239" },
  chinchilla = {
    title = "Hoffmann et al., Training Compute-Optimal Large Language Models",
    address = "https://arxiv.org/abs/2203.15556",
  },
  palm_540b = { title = "Chowdhery et al., PaLM", address = "https://arxiv.org/abs/2204.02311" },
  palm_2 = {
    title = "Google, PaLM 2 technical report",
    address = "https://arxiv.org/abs/2305.10403",
  },
  gemini_10_ultra = { title = "Gemini Team, Gemini", address = "https://arxiv.org/abs/2312.11805" },
  gemini_25 = {
    title = "Gemini Team, Gemini 2.5",
    address = "https://arxiv.org/abs/2507.06261",
  },
  compute_ranking = {
    title = "Attribution-based control, appendix II: models by compute, of Epoch AI's data",
    address = "https://attribution-based-control.ai/appendix2.html", retrieved = "2026-11",
  },
  gemma_2_27b = { title = "Gemma Team, Gemma 2", address = "https://arxiv.org/abs/2408.00118" },
  gemma_3_27b = { title = "Gemma Team, Gemma 3", address = "https://arxiv.org/abs/2503.19786" },
}

local method = "secondary: the rows of Cottier et al. 2024"
local epoch_models = "secondary: Epoch AI's model table, 2026-01"
local compute_ranking = "secondary: the ranking itself, 2026-11"
local gemini_report = "secondary: physicalainews.com and libertify.com on the report, 2026-11"
local quoted_card = "secondary: openlaboratory.ai and open-source-ai.tech, which quote its model "
  .. "card, 2026-11"
local estimate = "an estimate, not published by the developer"

-- The paper's; the config.json of the released weights has 30.
local heads_of_switch_c = { value = 32, checked = false }

M.records = {
  t5_11b = {
    name = "T5 11B",
    developer = "Google",
    kind = "dense",
    source = "t5_11b", checked = epoch_models,
    released = { text = "2019-10-23" },
    parameters = { value = 1.1e10, unit = "parameter" },
    architecture = {
      unit = "1", checked = "secondary: copies of its config.json in public repositories, 2026-11",
      note = "24 layers of the encoder and 24 of the decoder",
      layers = 24, hidden = 1024, heads = 128, kv_heads = 128, head_size = 128, ffn = 65536,
      vocabulary = 32128,
    },
    training = {
      work = { value = 3.3e22, unit = "FLOP" },
      hardware = "tpu_v3",
      chips = { value = 512, unit = "TPU" },
      time = { value = 481.9, unit = "h" },
    },
  },

  switch_c = {
    name = "Switch Transformer C",
    developer = "Google",
    kind = "mixture of experts",
    source = "switch_c", checked = epoch_models,
    released = { text = "2021-01-11" },
    parameters = { value = 1.571e12, unit = "parameter" },
    architecture = {
      unit = "1", checked = "primary: config.json of google/switch-c-2048, 2026-11",
      layers = 15, hidden = 2080, heads = heads_of_switch_c, kv_heads = heads_of_switch_c,
      head_size = 64, ffn = 6144,
      vocabulary = 32128, experts = 2048, experts_per_token = 1, expert_ffn = 6144,
    },
    training = {
      work = { value = 8.22e22, unit = "FLOP" },
      hardware = "tpu_v3",
      chips = { value = 1024, unit = "TPU" },
      time = { value = 648, unit = "h" },
    },
  },

  gopher = {
    name = "Gopher 280B",
    developer = "DeepMind",
    kind = "dense",
    source = "gopher", checked = epoch_models,
    released = { text = "2021-12-08" },
    parameters = { value = 2.8e11, unit = "parameter" },
    tokens = { value = 3e11, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: calculon, models/*.json, 2026-11",
      layers = 80, hidden = 16384, heads = 128, head_size = 128, ffn = 65536,
      kv_heads = { value = 128, checked = false },
      vocabulary = { value = 32000, checked = false },
    },
    training = {
      work = { value = 6.31e23, unit = "FLOP" },
      hardware = "tpu_v3",
      chips = { value = 4096, unit = "TPU" },
      time = { value = 920, unit = "h" },
      mfu = { value = 0.378, unit = "1" },
    },
  },

  glam = {
    name = "GLaM",
    developer = "Google",
    kind = "mixture of experts",
    source = "glam", checked = epoch_models,
    released = { text = "2021-12-13" },
    parameters = { value = 1.2e12, unit = "parameter" },
    active = {
      value = 9.66e10, unit = "parameter", checked = "secondary: chanys.github.io on GLaM, 2026-11",
    },
    tokens = { value = 6e11, unit = "token" },
    architecture = {
      unit = "1", checked = false,
      note = "every second layer is a mixture of experts",
      layers = 64, hidden = 8192, heads = 128, kv_heads = 128, head_size = 128, ffn = 32768,
      vocabulary = 256000, experts = 64, experts_per_token = 2, expert_ffn = 32768,
    },
    training = {
      work = { value = 3.636e23, unit = "FLOP" },
      hardware = "tpu_v4",
      chips = { value = 1024, unit = "TPU" },
      time = { value = 1366, unit = "h" },
      mfu = { value = 0.287, unit = "1" },
    },
  },

  lamda = {
    name = "LaMDA 137B",
    developer = "Google",
    kind = "dense",
    source = "lamda", checked = epoch_models,
    released = { text = "2022-02-10" },
    parameters = { value = 1.37e11, unit = "parameter" },
    architecture = {
      unit = "1", checked = "secondary: calculon, models/*.json, 2026-11",
      layers = 64, hidden = 8192, heads = 128, head_size = 128, ffn = 65536,
      kv_heads = { value = 128, checked = false },
      vocabulary = { value = 32000, checked = false },
    },
    training = {
      work = { value = 3.55e23, unit = "FLOP" },
      hardware = "tpu_v3",
      chips = { value = 1024, unit = "TPU" },
      time = { value = 1385, unit = "h" },
      mfu = { value = 0.565, unit = "1", checked = false },
    },
  },

  chinchilla = {
    name = "Chinchilla 70B",
    developer = "DeepMind",
    kind = "dense",
    source = "chinchilla", checked = epoch_models,
    released = { text = "2022-03-29" },
    parameters = { value = 7e10, unit = "parameter" },
    tokens = { value = 1.4e12, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: calculon, models/*.json, 2026-11",
      layers = 80, hidden = 8192, heads = 64, head_size = 128, ffn = 32768,
      kv_heads = { value = 64, checked = false },
      vocabulary = { value = 32000, checked = false },
    },
    training = {
      work = { value = 5.76e23, unit = "FLOP" },
      hardware = "tpu_v4",
    },
  },

  palm_540b = {
    name = "PaLM 540B",
    developer = "Google",
    kind = "dense",
    source = "palm_540b", checked = epoch_models,
    note = "1,368 h and 8,404,992 TPU-hours by the reference method; Epoch AI has 1,536 h now",
    released = { text = "2022-04-04" },
    parameters = { value = 5.4035e11, unit = "parameter" },
    tokens = { value = 7.8e11, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: calculon, models/*.json, 2026-11",
      layers = 118, hidden = 18432, heads = 48, head_size = 256, ffn = 73728,
      kv_heads = { value = 1, checked = false },
      vocabulary = { value = 256000, checked = false },
    },
    training = {
      work = { value = 2.5272e24, unit = "FLOP" },
      hardware = "tpu_v4",
      chips = { value = 6144, unit = "TPU" },
      time = { value = 1368, unit = "h", checked = method },
      chip_hours = { value = 8404992, unit = "TPU-hour", checked = method },
      mfu = { value = 0.462, unit = "1" },
    },
  },

  palm_2 = {
    name = "PaLM 2 (large)",
    developer = "Google",
    source = "palm_2", checked = epoch_models,
    released = { text = "2023-05-10" },
    parameters = { value = 3.4e11, unit = "parameter", imputed = estimate },
    tokens = { value = 3.6e12, unit = "token", imputed = estimate },
    training = {
      work = { value = 7.34e24, unit = "FLOP", imputed = estimate },
      hardware = "tpu_v4",
    },
  },

  gemini_15_pro = {
    name = "Gemini 1.5 Pro",
    developer = "Google DeepMind",
    source = "compute_ranking", checked = compute_ranking,
    released = { text = "2024-02-15", checked = false },
    training = {
      work = { value = 1.58e25, unit = "FLOP", imputed = estimate },
      hardware = { text = "tpu_v4", checked = gemini_report },
    },
  },

  gemini_25_pro = {
    name = "Gemini 2.5 Pro",
    developer = "Google DeepMind",
    kind = "mixture of experts",
    source = "gemini_25", checked = gemini_report,
    note = "several pods of 8,960 chips; Google states no compute, and we know of no estimate",
    released = { text = "2025-03-25", checked = "secondary: aimodelratings.com, 2026-11" },
    training = { hardware = "tpu_v5p" },
  },

  gemini_10_ultra = {
    name = "Gemini 1.0 Ultra",
    developer = "Google DeepMind",
    source = "gemini_10_ultra", checked = epoch_models,
    released = { text = "2023-12-06" },
    training = {
      work = { value = 5e25, unit = "FLOP", imputed = estimate },
      hardware = "tpu_v4",
      chips = { value = 57000, unit = "TPU", imputed = estimate },
      time = { value = 2400, unit = "h", imputed = estimate },
    },
  },

  gemma_2_27b = {
    name = "Gemma 2 27B",
    developer = "Google DeepMind",
    kind = "dense",
    source = "gemma_2_27b", checked = quoted_card,
    released = { text = "2024-06-27" },
    parameters = { value = 2.72e10, unit = "parameter" },
    tokens = { value = 1.3e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 46, hidden = 4608, heads = 32, kv_heads = 16, head_size = 128, ffn = 36864,
      vocabulary = 256128,
    },
    training = {
      hardware = "tpu_v5p",
      chips = { value = 6144, unit = "TPU", checked = false },
    },
  },

  gemma_3_27b = {
    name = "Gemma 3 27B",
    developer = "Google DeepMind",
    kind = "dense",
    source = "gemma_3_27b", checked = false,
    released = { text = "2025-03-12" },
    parameters = { value = 2.74e10, unit = "parameter" },
    tokens = { value = 1.4e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: MaxText and LitGPT configurations, 2026-11",
      layers = 62, hidden = 5376, heads = 32, kv_heads = 16, head_size = 128, ffn = 21504,
      vocabulary = 262144,
    },
    training = {
      hardware = "tpu_v5p",
      chips = { value = 6144, unit = "TPU" },
    },
  },
}

return M
