--- The 45 published training runs of the reference method, for epoch_costs.lua: what is known of a
--- run itself. Everything else (prices, power, electricity) comes from the catalog.
--
-- `hardware` is a key of hw, `site` one of site. Chip-hours where they were published, else the
-- work; `published` is the method's total, in dollars of December 2023.
--
-- Source: Cottier, Rahman, Fattorini, Maslej, Owen, "The rising costs of training frontier AI
-- models", 2024, arXiv 2405.21015; github.com/epoch-research/training-cost-trends, commit 312c7ed,
-- 2024-06-03 (Epoch AI, CC BY 4.0).
local runs = {
  {
    model = "Gemini 1.0 Ultra", date = "2023-12-06", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2023-05-10", chip_hours = 132000000, published = 29827341.9,
  },
  {
    model = "Inflection-2", date = "2023-11-22", hardware = "h100_sxm", site = "other",
    training_start = "2023-08-20", training_flop = 1.001e25, published = 12961959,
  },
  {
    model = "Falcon-180B", date = "2023-09-06", hardware = "a100_40gb", site = "other",
    training_start = "2023-01-09", chip_hours = 17694720, published = 10340911.7,
  },
  {
    model = "PaLM 2", date = "2023-05-10", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2023-02-05", training_flop = 7.34e24, published = 4865570.06,
  },
  {
    model = "GPT-4", date = "2023-03-15", hardware = "a100_40gb", site = "other",
    training_start = "2022-05-12", chip_hours = 57000000, published = 40586592.6,
  },
  {
    model = "GPT-3.5 (text-davinci-003)", date = "2022-11-28", hardware = "a100_40gb",
    site = "other", training_start = "2022-03-14", training_flop = 2.578e24,
    published = 4625550.75,
  },
  {
    model = "BLOOM-176B", date = "2022-11-08", hardware = "a100_80gb", site = "other",
    training_start = "2022-05-15", chip_hours = 1078272, published = 901068.66,
  },
  {
    model = "U-PaLM (540B)", date = "2022-10-20", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2022-08-16", base_model = "PaLM (540B)", chip_hours = 61440,
    published = 2973979.33,
  },
  {
    model = "Flan-PaLM 540B", date = "2022-10-20", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2022-08-19", base_model = "PaLM (540B)", chip_hours = 18944,
    published = 2961791.49,
  },
  {
    model = "BlenderBot 3", date = "2022-08-10", hardware = "a100_40gb", site = "cloud_provider",
    training_start = "2022-05-08", base_model = "OPT-175B", training_flop = 4.3e23,
    published = 1464700.54,
  },
  {
    model = "GLM-130B", date = "2022-08-04", hardware = "a100_40gb", site = "other",
    training_start = "2022-04-06", chip_hours = 1105920, published = 820296.631,
  },
  {
    model = "Minerva (540B)", date = "2022-06-29", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2022-04-01", base_model = "PaLM (540B)", chip_hours = 712704,
    published = 3180655.52,
  },
  {
    model = "Parti", date = "2022-06-22", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2022-03-20", training_flop = 3.96289538e23, published = 344852.949,
  },
  {
    model = "OPT-175B", date = "2022-05-02", hardware = "a100_80gb", site = "cloud_provider",
    training_start = "2022-01-28", chip_hours = 812544, published = 731667.607,
  },
  {
    model = "PaLM (540B)", date = "2022-04-04", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2021-12-08", chip_hours = 8404992, published = 2945949.76,
  },
  {
    model = "LaMDA", date = "2022-02-10", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-10-15", chip_hours = 1418240, published = 229949.986,
  },
  {
    model = "GLaM", date = "2021-12-13", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2021-08-18", chip_hours = 1398784, published = 541437.416,
  },
  {
    model = "Gopher (280B)", date = "2021-12-08", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-08-31", chip_hours = 3768320, published = 616611.139,
  },
  {
    model = "Megatron-Turing NLG 530B", date = "2021-10-11", hardware = "a100_80gb",
    site = "cloud_provider", training_start = "2021-07-10", chip_hours = 3449600,
    published = 3704291.31,
  },
  {
    model = "HyperCLOVA 82B", date = "2021-09-10", hardware = "a100_40gb", site = "other",
    training_start = "2021-06-15", chip_hours = 658637, published = 586408.781,
  },
  {
    model = "GOAT", date = "2021-07-27", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-04-24", training_flop = 7.8e22, published = 84799.7852,
  },
  {
    model = "ByT5-XXL", date = "2021-05-28", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-02-23", training_flop = 8.1e22, published = 92453.3764,
  },
  {
    model = "ProtT5-XXL", date = "2021-05-04", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-01-30", training_flop = 7.37e22, published = 85701.2626,
  },
  {
    model = "Meta Pseudo Labels", date = "2021-03-01", hardware = "tpu_v3",
    site = "cloud_provider", training_start = "2020-12-20", chip_hours = 270336,
    published = 53844.2806,
  },
  {
    model = "Switch", date = "2021-01-11", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2020-10-16", chip_hours = 663552, published = 139663.559,
  },
  {
    model = "DALL-E", date = "2021-01-05", hardware = "v100_32gb", site = "other",
    training_start = "2020-10-03", training_flop = 4.7e22, published = 118437.359,
  },
  {
    model = "iGPT-XL", date = "2020-06-17", hardware = "v100_32gb", site = "other",
    training_start = "2020-03-15", training_flop = 3.3e22, published = 98082.3382,
  },
  {
    model = "GPT-3 175B (davinci)", date = "2020-05-28", hardware = "v100_32gb", site = "other",
    training_start = "2019-10-01", chip_hours = 3552000, published = 2056969.34,
  },
  {
    model = "Turing-NLG", date = "2020-02-13", hardware = "v100_32gb", site = "cloud_provider",
    training_start = "2019-11-11", training_flop = 1.57e22, published = 51659.7133,
  },
  {
    model = "Meena", date = "2020-01-28", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2019-10-30", chip_hours = 737280, published = 206760.381,
  },
  {
    model = "AlphaStar", date = "2019-10-30", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2019-07-18", chip_hours = 405504, published = 125758.098,
  },
  {
    model = "T5-11B", date = "2019-10-23", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2019-08-03", chip_hours = 246733, published = 75524.3907,
  },
  {
    model = "Megatron-BERT", date = "2019-09-17", hardware = "v100s", site = "other",
    training_start = "2019-05-22", chip_hours = 712704, published = 615532.406,
  },
  {
    model = "Megatron-LM (8.3B)", date = "2019-09-17", hardware = "v100_32gb", site = "other",
    training_start = "2019-07-05", chip_hours = 167424, published = 106142.289,
  },
  {
    model = "RoBERTa Large", date = "2019-07-01", hardware = "v100_32gb", site = "cloud_provider",
    training_start = "2019-04-27", chip_hours = 122880, published = 82771.0759,
  },
  {
    model = "BigGAN-deep 512x512", date = "2018-09-28", hardware = "tpu_v3",
    site = "cloud_provider", training_start = "2018-07-28", chip_hours = 12288,
    published = 5170.45671,
  },
  {
    model = "AlphaZero", date = "2017-12-05", hardware = "tpu_v2", site = "cloud_provider",
    training_start = "2017-09-02", training_flop = 3.6679273e22, published = 229918.615,
  },
  {
    model = "AlphaGo Zero", date = "2017-10-18", hardware = "tpu_v1", site = "cloud_provider",
    training_start = "2017-07-30", training_flop = 3.41e23, published = 613480.626,
  },
  {
    model = "JFT", date = "2017-07-10", hardware = "k80", site = "cloud_provider",
    training_start = "2017-03-12", chip_hours = 72000, published = 17239.593,
  },
  {
    model = "MoE", date = "2017-01-23", hardware = "k40", site = "cloud_provider",
    training_start = "2016-11-12", chip_hours = 18432, published = 3863.73531,
  },
  {
    model = "AlphaGo Master", date = "2017-01-01", hardware = "tpu_v1", site = "cloud_provider",
    training_start = "2016-09-29", training_flop = 2.0001e23, published = 471445.325,
  },
  {
    model = "PolyNet", date = "2016-11-17", hardware = "titan_x", site = "other",
    training_start = "2016-08-15", training_flop = 6.4e19, published = 615.548046,
  },
  {
    model = "Xception", date = "2016-10-07", hardware = "k80", site = "cloud_provider",
    training_start = "2016-07-09", chip_hours = 43200, published = 12617.6268,
  },
  {
    model = "GNMT", date = "2016-09-26", hardware = "k80", site = "cloud_provider",
    training_start = "2016-06-24", chip_hours = 655730, published = 193787.11,
  },
  {
    model = "DeepSpeech2 (English)", date = "2015-12-08", hardware = "titan_x", site = "other",
    training_start = "2015-10-04", chip_hours = 1920, published = 206.305778,
  },
}

-- What is not known of a run is false: a missing field of a library is an error.
for _, run in ipairs(runs) do
  for _, field in ipairs{ "base_model", "chip_hours", "training_flop" } do
    run[field] = run[field] or false
  end
end

return runs
