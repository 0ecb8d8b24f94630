--- Published and estimated facts of models of other developers, to 2023.
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
  jurassic_1 = {
    title = "Lieber et al., Jurassic-1: technical details and evaluation",
    address = "https://www.ai21.com/",
  },
  mt_nlg_530b = {
    title = "Smith et al., Megatron-Turing NLG 530B",
    address = "https://arxiv.org/abs/2201.11990",
  },
  gpt_neox_20b = {
    title = "Black et al., GPT-NeoX-20B",
    address = "https://arxiv.org/abs/2204.06745",
  },
  bloom_176b = { title = "BigScience, BLOOM", address = "https://arxiv.org/abs/2211.05100" },
  glm_130b = { title = "Zeng et al., GLM-130B", address = "https://arxiv.org/abs/2210.02414" },
  bloomberggpt = {
    title = "Wu et al., BloombergGPT",
    address = "https://arxiv.org/abs/2303.17564",
  },
  falcon_40b = {
    title = "Almazrouei et al., The Falcon Series",
    address = "https://arxiv.org/abs/2311.16867",
  },
  starcoder = { title = "Li et al., StarCoder", address = "https://arxiv.org/abs/2305.06161" },
  pythia_12b = { title = "Biderman et al., Pythia", address = "https://arxiv.org/abs/2304.01373" },
  yi_34b = {
    title = "01.AI, Yi: Open Foundation Models",
    address = "https://arxiv.org/abs/2403.04652",
  },
}

local epoch_models = "secondary: Epoch AI's model table, 2026-01"
local estimate = "an estimate, not published by the developer"

local copies = "secondary: copies of its config.json in public repositories, 2026-11"

M.records = {
  jurassic_1 = {
    name = "Jurassic-1 Jumbo",
    developer = "AI21 Labs",
    kind = "dense",
    source = "jurassic_1", checked = epoch_models,
    released = { text = "2021-08-11" },
    parameters = { value = 1.78e11, unit = "parameter" },
    tokens = { value = 3e11, unit = "token" },
    architecture = {
      unit = "1", checked = false,
      layers = 76, hidden = 13824, heads = 96, kv_heads = 96, head_size = 144, ffn = 55296,
      vocabulary = 256000,
    },
    training = {
      work = { value = 3.7e23, unit = "FLOP" },
      hardware = "a100_80gb",
    },
  },

  mt_nlg_530b = {
    name = "Megatron-Turing NLG 530B",
    developer = "Microsoft and NVIDIA",
    kind = "dense",
    source = "mt_nlg_530b", checked = epoch_models,
    released = { text = "2021-10-11" },
    parameters = { value = 5.3e11, unit = "parameter" },
    tokens = { value = 2.7e11, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: cli99/llm-analysis, model_configs, 2026-11",
      layers = 105, hidden = 20480, heads = 128, kv_heads = 128, head_size = 160, ffn = 81920,
      vocabulary = 50257,
    },
    training = {
      work = { value = 8.586e23, unit = "FLOP" },
      hardware = "a100_80gb",
      chips = { value = 4480, unit = "GPU" },
      time = { value = 770, unit = "h" },
      chip_hours = { value = 3449600, unit = "GPU-hour" },
      mfu = { value = 0.302, unit = "1", checked = false },
    },
  },

  gpt_neox_20b = {
    name = "GPT-NeoX-20B",
    developer = "EleutherAI",
    kind = "dense",
    source = "gpt_neox_20b", checked = epoch_models,
    released = { text = "2022-02-09" },
    parameters = { value = 2.06e10, unit = "parameter" },
    architecture = {
      unit = "1", checked = "primary: EleutherAI/gpt-neox, configs/20B.yml, 2026-11",
      layers = 44, hidden = 6144, heads = 64, kv_heads = 64, head_size = 96,
      ffn = { value = 24576, checked = false },
      vocabulary = { value = 50432, checked = false },
    },
    training = {
      work = { value = 9.316e22, unit = "FLOP" },
      hardware = "a100_40gb",
      chips = { value = 96, unit = "GPU" },
      time = { value = 2160, unit = "h" },
    },
  },

  bloom_176b = {
    name = "BLOOM 176B",
    developer = "BigScience",
    kind = "dense",
    source = "bloom_176b", checked = epoch_models,
    released = { text = "2022-07-11" },
    parameters = { value = 1.76247e11, unit = "parameter" },
    tokens = { value = 3.66e11, unit = "token" },
    architecture = {
      unit = "1", checked = "primary: bigscience, train/tr11-176B-ml, 2026-11",
      layers = 70, hidden = 14336, heads = 112, kv_heads = 112, head_size = 128,
      ffn = { value = 57344, checked = false },
      vocabulary = { value = 250880, checked = copies },
    },
    training = {
      work = { value = 3.657e23, unit = "FLOP" },
      hardware = "a100_80gb",
      chips = { value = 384, unit = "GPU" },
      time = { value = 2808, unit = "h" },
      chip_hours = { value = 1082990, unit = "GPU-hour" },
    },
  },

  glm_130b = {
    name = "GLM-130B",
    developer = "Tsinghua University",
    kind = "dense",
    source = "glm_130b", checked = epoch_models,
    released = { text = "2022-08-04" },
    parameters = { value = 1.3e11, unit = "parameter" },
    tokens = { value = 4e11, unit = "token", checked = false },
    architecture = {
      unit = "1", checked = "primary: THUDM/GLM-130B, configs, as repositories copy it, 2026-11",
      layers = 70, hidden = 12288, heads = 96, kv_heads = 96, head_size = 128, ffn = 32768,
      vocabulary = 150528,
    },
    training = {
      work = { value = 3.549e23, unit = "FLOP" },
      hardware = "a100_40gb",
      chips = { value = 768, unit = "GPU" },
      time = { value = 1440, unit = "h" },
      mfu = { value = 0.325, unit = "1" },
    },
  },

  bloomberggpt = {
    name = "BloombergGPT",
    developer = "Bloomberg",
    kind = "dense",
    source = "bloomberggpt", checked = epoch_models,
    released = { text = "2023-03-30" },
    parameters = { value = 5.056e10, unit = "parameter" },
    tokens = { value = 5.69e11, unit = "token" },
    architecture = {
      unit = "1", checked = false,
      layers = 70, hidden = 7680, heads = 40, kv_heads = 40, head_size = 192, ffn = 30720,
      vocabulary = 131072,
    },
    training = {
      work = { value = 2.36e23, unit = "FLOP" },
      hardware = "a100_40gb",
      chips = { value = 512, unit = "GPU" },
      time = { value = 1270, unit = "h" },
    },
  },

  falcon_40b = {
    name = "Falcon 40B",
    developer = "TII",
    kind = "dense",
    source = "falcon_40b", checked = epoch_models,
    released = { text = "2023-03-15" },
    parameters = { value = 4e10, unit = "parameter" },
    tokens = { value = 1e12, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: LitGPT, litgpt/config.py, 2026-11",
      layers = 60, hidden = 8192, heads = 128, kv_heads = 8, head_size = 64, ffn = 32768,
      vocabulary = 65024,
    },
    training = {
      work = { value = 2.4e23, unit = "FLOP" },
      hardware = "a100_40gb",
      chips = { value = 384, unit = "GPU" },
      time = { value = 1440, unit = "h" },
      mfu = { value = 0.3864, unit = "1" },
    },
  },

  falcon_180b = {
    name = "Falcon 180B",
    developer = "TII",
    kind = "dense",
    source = "falcon_40b", checked = epoch_models,
    released = { text = "2023-09-06" },
    parameters = { value = 1.8e11, unit = "parameter" },
    tokens = { value = 3.5e12, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: LitGPT, litgpt/config.py, 2026-11",
      layers = 80, hidden = 14848, heads = 232, kv_heads = 8, head_size = 64, ffn = 59392,
      vocabulary = 65024,
    },
    training = {
      work = { value = 3.76e24, unit = "FLOP" },
      hardware = "a100_40gb",
      chips = { value = 4096, unit = "GPU" },
      time = { value = 4320, unit = "h" },
    },
  },

  starcoder = {
    name = "StarCoder 15.5B",
    developer = "BigCode",
    kind = "dense",
    source = "starcoder", checked = epoch_models,
    released = { text = "2023-05-09" },
    parameters = { value = 1.55e10, unit = "parameter" },
    tokens = {
      value = 1e12, unit = "token", checked = "primary: BigCode on huggingface.co, 2026-11",
    },
    architecture = {
      unit = "1", checked = copies,
      layers = 40, hidden = 6144, heads = 48, kv_heads = 1, head_size = 128, ffn = 24576,
      vocabulary = 49152,
    },
    training = {
      work = { value = 8.46e22, unit = "FLOP" },
      hardware = "a100_80gb",
      chips = { value = 512, unit = "GPU" },
      time = { value = 625.5, unit = "h" },
      chip_hours = { value = 320256, unit = "GPU-hour" },
      mfu = { value = 0.2272, unit = "1" },
    },
  },

  pythia_12b = {
    name = "Pythia 12B",
    developer = "EleutherAI",
    kind = "dense",
    source = "pythia_12b", checked = "secondary: promptlayer.com and its model card, 2026-11",
    released = { text = "2023-04-03" },
    parameters = { value = 1.185e10, unit = "parameter" },
    tokens = { value = 3e11, unit = "token" },
    architecture = {
      unit = "1", checked = "secondary: LitGPT, litgpt/config.py, 2026-11",
      layers = 36, hidden = 5120, heads = 40, kv_heads = 40, head_size = 128, ffn = 20480,
      vocabulary = 50688,
    },
    training = {
      hardware = "a100_40gb",
      chips = { value = 256, unit = "GPU", checked = false },
      chip_hours = { value = 72300, unit = "GPU-hour", checked = false },
    },
  },

  yi_34b = {
    name = "Yi-34B",
    developer = "01.AI",
    kind = "dense",
    source = "yi_34b", checked = epoch_models,
    released = { text = "2023-11-02" },
    parameters = { value = 3.44e10, unit = "parameter" },
    tokens = { value = 3.1e12, unit = "token" },
    architecture = {
      unit = "1", checked = copies,
      layers = 60, hidden = 7168, heads = 56, kv_heads = 8, head_size = 128, ffn = 20480,
      vocabulary = 64000,
    },
    training = {
      work = { value = 6.1e23, unit = "FLOP", imputed = estimate },
      hardware = "a100_80gb",
    },
  },

  inflection_2 = {
    name = "Inflection-2",
    developer = "Inflection AI",
    source = "epoch", checked = epoch_models,
    released = { text = "2023-11-22" },
    training = {
      work = { value = 1.001e25, unit = "FLOP" },
      hardware = "h100_sxm",
      chips = { value = 5000, unit = "GPU" },
    },
  },
}

return M
