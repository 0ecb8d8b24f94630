--- Teams: how many people made published models, and what their work cost.
--
-- Author lists name everyone who helped, so full-time equivalents are fewer. `cost` is what
-- Cottier and others estimate for research and development staff with equity, in dollars of 2023.
local M = {}

M.sources = {
  development_cost = {
    title = "Cottier et al., The rising costs of training frontier AI models (2024), staff",
    address = "https://arxiv.org/abs/2405.21015", retrieved = "2024-06",
  },
  gpt_3 = {
    title = "Brown et al., Language Models are Few-Shot Learners: list of authors",
    address = "https://arxiv.org/abs/2005.14165",
  },
  opt = {
    title = "Zhang et al., OPT: list of authors, and the logbook of the run",
    address = "https://arxiv.org/abs/2205.01068",
  },
  gpt_4 = {
    title = "OpenAI, GPT-4 technical report: credits", address = "https://arxiv.org/abs/2303.08774",
  },
  gemini = {
    title = "Gemini Team, Gemini: list of contributors",
    address = "https://arxiv.org/abs/2312.11805",
  },
  palm = {
    title = "Chowdhery et al., PaLM: list of authors", address = "https://arxiv.org/abs/2204.02311",
  },
  llama_3 = {
    title = "Llama Team, The Llama 3 Herd of Models: contributors",
    address = "https://arxiv.org/abs/2407.21783",
  },
  deepseek_v3 = {
    title = "DeepSeek-AI, DeepSeek-V3 technical report: contributors",
    address = "https://arxiv.org/abs/2412.19437",
  },
  judged = {
    title = "Outlay, team templates: sizes judged from the author lists in this file",
    address = "https://arxiv.org/abs/2405.21015",
  },
}

local notebook = "primary: the method's notebook, medians and 2.5 to 97.5 % quantiles, 2024-06"

M.records = {
  gpt_3 = {
    people = { value = 31, unit = "person", source = "gpt_3", checked = false },
    cost = {
      low = 818748, value = 2268185, high = 4465144, unit = "USD", price_year = "2023-12",
      source = "development_cost", checked = notebook, range = "2.5 to 97.5 %", scope = "contract",
    },
  },
  opt_175b = {
    people = { value = 19, unit = "person", source = "opt", checked = false },
    cost = {
      low = 697320, value = 1082237, high = 1758243, unit = "USD", price_year = "2023-12",
      source = "development_cost", checked = notebook, range = "2.5 to 97.5 %", scope = "contract",
    },
  },
  gpt_4 = {
    people = { value = 284, unit = "person", source = "gpt_4", checked = false },
    cost = {
      low = 26870453, value = 36446219, high = 47997439, unit = "USD", price_year = "2023-12",
      source = "development_cost", checked = notebook, range = "2.5 to 97.5 %", scope = "contract",
    },
  },
  gemini_10_ultra = {
    people = { value = 941, unit = "person", source = "gemini", checked = false },
    cost = {
      low = 32036698, value = 60981025, high = 117474170, unit = "USD", price_year = "2023-12",
      source = "development_cost", checked = notebook, range = "2.5 to 97.5 %", scope = "contract",
    },
  },
  palm_540b = { people = { value = 67, unit = "person", source = "palm", checked = false } },
  llama_31_405b = {
    people = {
      value = 220, unit = "person", source = "llama_3", checked = false, note = "core contributors",
    },
  },
  deepseek_v3 = {
    people = {
      value = 150, unit = "person", source = "deepseek_v3", checked = false,
      note = "research and engineering",
    },
  },

  -- Templates: heads by role for a programme of about a year.
  small_laboratory = {
    name = "a model of 10 to 70 billion parameters", unit = "person", source = "judged",
    checked = false, imputed = "judged", scope = "person",
    research_scientist = 8, research_engineer = 8, infrastructure_engineer = 4, data_engineer = 5,
    program_manager = 1,
  },
  mid_laboratory = {
    name = "an open frontier model of 100 to 700 billion parameters", unit = "person",
    source = "judged", checked = false, imputed = "judged", scope = "person",
    research_scientist = 40, research_engineer = 50, infrastructure_engineer = 25,
    data_engineer = 25, program_manager = 6,
  },
  frontier_laboratory = {
    name = "a frontier model with its evaluation and safety work", unit = "person",
    source = "judged", checked = false, imputed = "judged", scope = "person",
    research_scientist = 120, research_engineer = 150, infrastructure_engineer = 70,
    data_engineer = 60, program_manager = 20,
  },
}

return M
