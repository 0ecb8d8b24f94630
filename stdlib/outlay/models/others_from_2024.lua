--- Published and estimated facts of models of other developers, from 2024 on.
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
  dbrx = {
    title = "Databricks, Introducing DBRX, 2024-03-27",
    address = "https://www.databricks.com/blog/introducing-dbrx-new-state-art-open-llm",
  },
  nemotron_4_340b = {
    title = "NVIDIA, Nemotron-4 340B technical report",
    address = "https://arxiv.org/abs/2406.11704",
  },
  afm_server = {
    title = "Apple, Apple Intelligence Foundation Language Models",
    address = "https://arxiv.org/abs/2407.21075",
  },
  hunyuan_large = {
    title = "Tencent, Hunyuan-Large",
    address = "https://arxiv.org/abs/2411.02265",
  },
  phi_4 = {
    title = "Abdin et al., Phi-4 technical report",
    address = "https://arxiv.org/abs/2412.08905",
  },
  olmo_2_13b = {
    title = "OLMo Team, 2 OLMo 2 Furious",
    address = "https://arxiv.org/abs/2501.00656",
  },
  olmo_3_32b = { title = "Ai2, Olmo 3, 2025-11-20", address = "https://allenai.org/olmo" },
  pangu_ultra = { title = "Huawei, Pangu Ultra", address = "https://arxiv.org/abs/2504.07866" },
  kimi_k2 = { title = "Kimi Team, Kimi K2", address = "https://arxiv.org/abs/2507.20534" },
  exaone_4_32b = {
    title = "LG AI Research, EXAONE 4.0",
    address = "https://arxiv.org/abs/2507.11407",
  },
  k_exaone = {
    title = "LG AI Research, K-EXAONE model card",
    address = "https://huggingface.co/LGAI-EXAONE",
  },
  glm_45 = { title = "GLM-4.5 Team, GLM-4.5", address = "https://arxiv.org/abs/2508.06471" },
  longcat_flash = {
    title = "Meituan, LongCat-Flash technical report",
    address = "https://arxiv.org/abs/2509.01322",
  },
  ling_1t = {
    title = "Ling Team, Every Activation Boosted",
    address = "https://arxiv.org/abs/2510.22115",
  },
  minimax_m2 = {
    title = "MiniMax, MiniMax-M2 model card",
    address = "https://huggingface.co/MiniMaxAI/MiniMax-M2",
  },
}

local epoch_models = "secondary: Epoch AI's model table, 2026-01"
local estimate = "an estimate, not published by the developer"

local besthub = "secondary: besthub.dev on the report, 2026-11"

M.records = {
  amazon_titan = {
    name = "Amazon Titan 200B",
    developer = "Amazon",
    source = "epoch", checked = epoch_models,
    released = { text = "2023-09-28" },
    parameters = { value = 2e11, unit = "parameter", imputed = estimate },
    tokens = { value = 4e12, unit = "token", imputed = estimate },
    training = {
      work = { value = 4.8e24, unit = "FLOP", imputed = estimate },
      hardware = "a100_40gb",
      chips = { value = 13760, unit = "GPU", imputed = estimate },
      time = { value = 1152, unit = "h", imputed = estimate },
      mfu = { value = 0.27, unit = "1", imputed = estimate },
    },
  },

  nova_pro = {
    name = "Amazon Nova Pro",
    developer = "Amazon",
    source = "epoch", checked = epoch_models,
    released = { text = "2024-12-03" },
    training = {
      work = { value = 6e24, unit = "FLOP", imputed = estimate },
    },
  },

  inflection_25 = {
    name = "Inflection-2.5",
    developer = "Inflection AI",
    source = "epoch", checked = epoch_models,
    released = { text = "2024-03-07" },
    training = {
      work = { value = 8e24, unit = "FLOP", imputed = estimate },
      hardware = "h100_sxm",
    },
  },

  dbrx = {
    name = "DBRX",
    developer = "Databricks",
    kind = "mixture of experts",
    source = "dbrx", checked = epoch_models,
    released = { text = "2024-03-27" },
    parameters = { value = 1.32e11, unit = "parameter" },
    active = {
      value = 3.6e10, unit = "parameter",
      checked = "primary: the README of its repository, 2026-11",
    },
    tokens = { value = 1.2e13, unit = "token" },
    architecture = {
      unit = "1", checked = "primary: the README of its repository, 2026-11: experts only",
      layers = 40, hidden = 6144, heads = 48, kv_heads = 8, head_size = 128, ffn = 10752,
      vocabulary = 100352, experts = 16, experts_per_token = 4, expert_ffn = 10752,
    },
    training = {
      work = { value = 2.6e24, unit = "FLOP" },
      hardware = "h100_sxm",
      chips = { value = 3072, unit = "GPU", checked = false },
    },
  },

  nemotron_4_340b = {
    name = "Nemotron-4 340B",
    developer = "NVIDIA",
    kind = "dense",
    source = "nemotron_4_340b", checked = epoch_models,
    released = { text = "2024-06-14" },
    parameters = { value = 3.4e11, unit = "parameter" },
    tokens = { value = 9e12, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: emergentmind.com and fitmyllm.com, 2026-11",
      layers = 96, hidden = 18432, heads = 96, kv_heads = 8, head_size = 192,
      ffn = { value = 73728, checked = false },
      vocabulary = 256000,
    },
    training = {
      work = { value = 1.8e25, unit = "FLOP" },
      hardware = "h100_sxm",
      chips = { value = 6144, unit = "GPU" },
      time = { value = 2200, unit = "h" },
      mfu = { value = 0.41, unit = "1" },
    },
  },

  afm_server = {
    name = "Apple AFM-server",
    developer = "Apple",
    source = "afm_server", checked = epoch_models,
    released = { text = "2024-07-29" },
    tokens = { value = 7.4e12, unit = "token" },
    training = {
      work = { value = 4.3e24, unit = "FLOP", imputed = estimate },
      hardware = "tpu_v4",
      chips = { value = 8192, unit = "TPU" },
      mfu = { value = 0.52, unit = "1" },
    },
  },

  hunyuan_large = {
    name = "Hunyuan-Large",
    developer = "Tencent",
    kind = "mixture of experts",
    source = "hunyuan_large", checked = epoch_models,
    released = { text = "2024-11-06" },
    parameters = { value = 3.89e11, unit = "parameter" },
    active = {
      value = 5.2e10, unit = "parameter", checked = "primary: the abstract of its paper, 2026-11",
    },
    tokens = { value = 7e12, unit = "token" },
    architecture = {
      unit = "1",
      checked = "secondary: apxml.com, and a test of its configuration in a repository, 2026-11",
      layers = 64, hidden = 6400, heads = 80, kv_heads = 8, head_size = 128, ffn = 18304,
      vocabulary = 128000, experts = 16, experts_per_token = 1, expert_ffn = 18304,
      shared_experts = 1,
    },
    training = {
      work = { value = 3.492e24, unit = "FLOP" },
    },
  },

  phi_4 = {
    name = "Phi-4",
    developer = "Microsoft",
    kind = "dense",
    source = "phi_4", checked = "secondary: copies of its model card, 2026-11",
    released = { text = "2024-12-12" },
    parameters = { value = 1.47e10, unit = "parameter" },
    tokens = { value = 9.8e12, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: LitGPT, litgpt/config.py, 2026-11",
      layers = 40, hidden = 5120, heads = 40, kv_heads = 10, head_size = 128, ffn = 17920,
      vocabulary = 100352,
    },
    training = {
      hardware = "h100_sxm",
      chips = { value = 1920, unit = "GPU" },
      time = { value = 504, unit = "h" },
    },
  },

  olmo_2_13b = {
    name = "OLMo 2 13B",
    developer = "Ai2",
    kind = "dense",
    source = "olmo_2_13b", checked = "primary: its model card, 2026-11",
    released = { text = "2024-11-26", checked = false },
    parameters = { value = 1.37e10, unit = "parameter", checked = false },
    tokens = { value = 5e12, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: LitGPT, litgpt/config.py, 2026-11",
      layers = 40, hidden = 5120, heads = 40, kv_heads = 40, head_size = 128, ffn = 13824,
      vocabulary = 100352,
    },
    training = {
      hardware = { text = "h100_sxm", checked = false },
    },
  },

  olmo_3_32b = {
    name = "OLMo 3 32B",
    developer = "Ai2",
    kind = "dense",
    source = "olmo_3_32b", checked = "primary: its model card, 2026-11",
    released = { text = "2025-11-20", checked = false },
    parameters = { value = 3.22e10, unit = "parameter", checked = false },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      layers = 64, hidden = 5120, heads = 40, kv_heads = 8, head_size = 128, ffn = 27648,
      vocabulary = 100278,
    },
    training = {
      hardware = { text = "h100_sxm", checked = false },
    },
  },

  pangu_ultra = {
    name = "Pangu Ultra 135B",
    developer = "Huawei",
    kind = "dense",
    source = "pangu_ultra", checked = epoch_models,
    released = { text = "2025-04-10" },
    parameters = { value = 1.35e11, unit = "parameter" },
    tokens = { value = 1.32e13, unit = "token" },
    architecture = {
      unit = "1", checked = false,
      note = "layers and vocabulary: besthub.dev on the report",
      layers = { value = 94, checked = besthub },
      hidden = 12288, heads = 96, kv_heads = 8, head_size = 128, ffn = 28672,
      vocabulary = { value = 153376, checked = besthub },
    },
    training = {
      work = { value = 1.069e25, unit = "FLOP" },
      hardware = "ascend_910b",
      chips = { value = 8192, unit = "accelerator" },
      mfu = { value = 0.52, unit = "1" },
    },
  },

  kimi_k2 = {
    name = "Kimi K2",
    developer = "Moonshot AI",
    kind = "mixture of experts",
    source = "kimi_k2", checked = epoch_models,
    released = { text = "2025-07-11" },
    parameters = { value = 1.04e12, unit = "parameter", checked = false },
    active = {
      value = 3.26e10, unit = "parameter",
      checked = "primary: the README of its repository, 2026-11",
    },
    tokens = { value = 1.55e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: MaxText, src/maxtext/configs/models, 2026-11",
      note = "multi-head latent attention",
      layers = 61, hidden = 7168, heads = 64, kv_heads = 64, head_size = 128, ffn = 18432,
      vocabulary = 163840, experts = 384, experts_per_token = 8, expert_ffn = 2048,
      shared_experts = 1, dense_layers = 1,
    },
    training = {
      work = { value = 2.976e24, unit = "FLOP" },
      hardware = "h800_sxm",
    },
  },

  kimi_k2_thinking = {
    name = "Kimi K2 Thinking",
    developer = "Moonshot AI",
    source = "epoch", checked = epoch_models,
    released = { text = "2025-11-06" },
    parameters = { value = 1e12, unit = "parameter" },
    training = {
      work = { value = 4.2e24, unit = "FLOP", imputed = estimate },
    },
  },

  exaone_4_32b = {
    name = "EXAONE 4.0 32B",
    developer = "LG AI Research",
    kind = "dense",
    source = "exaone_4_32b", checked = epoch_models,
    released = { text = "2025-07-15" },
    parameters = { value = 3.2e10, unit = "parameter" },
    tokens = { value = 1.4e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: copies of its config.json in public repositories, 2026-11",
      layers = 64, hidden = 5120, heads = 40, kv_heads = 8, head_size = 128, ffn = 27392,
      vocabulary = { value = 102400, checked = false },
    },
    training = {
      work = { value = 2.69e24, unit = "FLOP" },
      hardware = "h200_sxm",
      chips = { value = 512, unit = "GPU" },
      time = { value = 3192, unit = "h" },
    },
  },

  k_exaone = {
    name = "K-EXAONE 236B-A23B",
    developer = "LG AI Research",
    kind = "mixture of experts",
    source = "k_exaone", checked = epoch_models,
    released = { text = "2025-12-31" },
    parameters = { value = 2.36e11, unit = "parameter" },
    active = { value = 2.3e10, unit = "parameter", checked = false },
    tokens = { value = 1.1e13, unit = "token" },
    training = {
      work = { value = 1.52e24, unit = "FLOP" },
      hardware = "b200_sxm",
      chips = { value = 512, unit = "GPU" },
      time = { value = 3240, unit = "h" },
    },
  },

  a_x_k1 = {
    name = "A.X K1 519B",
    developer = "SK Telecom",
    source = "epoch", checked = epoch_models,
    released = { text = "2025-12-30" },
    parameters = { value = 5.19e11, unit = "parameter" },
    training = {
      hardware = "h200_sxm",
      chips = { value = 1536, unit = "GPU" },
      time = { value = 1536, unit = "h" },
      mfu = { value = 0.283, unit = "1" },
    },
  },

  glm_45 = {
    name = "GLM-4.5",
    developer = "Z.ai",
    kind = "mixture of experts",
    source = "glm_45", checked = epoch_models,
    released = { text = "2025-08-05" },
    parameters = { value = 3.55e11, unit = "parameter" },
    active = {
      value = 3.2e10, unit = "parameter",
      checked = "primary: the README of its repository, 2026-11",
    },
    tokens = { value = 2.31e13, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: Megatron-Bridge's copy of its config.json, 2026-11",
      layers = 92, hidden = 5120, heads = 96, kv_heads = 8, head_size = 128, ffn = 12288,
      vocabulary = 151552, experts = 160, experts_per_token = 8, expert_ffn = 1536,
      shared_experts = 1, dense_layers = 3,
    },
    training = {
      work = { value = 4.42e24, unit = "FLOP" },
    },
  },

  longcat_flash = {
    name = "LongCat-Flash",
    developer = "Meituan",
    kind = "mixture of experts",
    source = "longcat_flash", checked = epoch_models,
    released = { text = "2025-09-01" },
    parameters = { value = 5.6e11, unit = "parameter" },
    active = { value = 2.7e10, unit = "parameter", checked = false },
    tokens = { value = 2.3e13, unit = "token" },
    training = {
      work = { value = 3.726e24, unit = "FLOP" },
      time = { value = 720, unit = "h" },
    },
  },

  ling_1t = {
    name = "Ling-1T",
    developer = "Ant Group",
    kind = "mixture of experts",
    source = "ling_1t", checked = epoch_models,
    released = { text = "2025-10-10" },
    parameters = { value = 1e12, unit = "parameter" },
    active = { value = 5e10, unit = "parameter", checked = false },
    tokens = { value = 2e13, unit = "token" },
    training = {
      work = { value = 6e24, unit = "FLOP" },
    },
  },

  minimax_m2 = {
    name = "MiniMax-M2",
    developer = "MiniMax",
    kind = "mixture of experts",
    source = "minimax_m2", checked = epoch_models,
    released = { text = "2025-10-27" },
    parameters = { value = 2.29e11, unit = "parameter" },
    active = { value = 1e10, unit = "parameter", checked = false },
  },
}

return M
