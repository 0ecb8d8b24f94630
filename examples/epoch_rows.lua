--- The 45 published training runs of the reference method, for epoch_costs.lua: what is known of a
--- run itself. Everything else (prices, power, electricity) comes from the catalog.
--
-- `hardware` is a key of hw, `site` one of site. Chip-hours where they were published, else the
-- work; `published` is the method's total, `cloud` the cost of renting, `acquisition` that of
-- buying the cluster, in dollars of December 2023.
--
-- Source: Cottier, Rahman, Fattorini, Maslej, Owen, "The rising costs of training frontier AI
-- models", 2024, arXiv 2405.21015; github.com/epoch-research/training-cost-trends, commit 312c7ed,
-- 2024-06-03 (Epoch AI, CC BY 4.0).
local runs = {
  {
    model = "Gemini 1.0 Ultra", date = "2023-12-06", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2023-05-10", chip_hours = 132000000, published = 29827341.9,
    cloud = 191400000, acquisition = 575386914,
  },
  {
    model = "Inflection-2", date = "2023-11-22", hardware = "h100_sxm", site = "other",
    training_start = "2023-08-20", training_flop = 1.001e25, published = 12961959,
    cloud = 11539685.5, acquisition = 275269486,
  },
  {
    model = "Falcon-180B", date = "2023-09-06", hardware = "a100_40gb", site = "other",
    training_start = "2023-01-09", chip_hours = 17694720, published = 10340911.7,
    cloud = 25816106.9, acquisition = 126566005,
  },
  {
    model = "PaLM 2", date = "2023-05-10", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2023-02-05", training_flop = 7.34e24, published = 4865570.06,
    cloud = 28962679.5,
  },
  {
    model = "GPT-4", date = "2023-03-15", hardware = "a100_40gb", site = "other",
    training_start = "2022-05-12", chip_hours = 57000000, published = 40586592.6,
    cloud = 78351375.4, acquisition = 775980736,
  },
  {
    model = "GPT-3.5 (text-davinci-003)", date = "2022-11-28", hardware = "a100_40gb",
    site = "other", training_start = "2022-03-14", training_flop = 2.578e24,
    published = 4625550.75,
    cloud = 8491314.67,
  },
  {
    model = "BLOOM-176B", date = "2022-11-08", hardware = "a100_80gb", site = "other",
    training_start = "2022-05-15", chip_hours = 1078272, published = 901068.66,
    cloud = 1990895.11, acquisition = 12029588.5,
  },
  {
    model = "U-PaLM (540B)", date = "2022-10-20", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2022-08-16", base_model = "PaLM (540B)", chip_hours = 61440,
    published = 2973979.33,
    cloud = 12523687.9, acquisition = 71035331.7,
  },
  {
    model = "Flan-PaLM 540B", date = "2022-10-20", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2022-08-19", base_model = "PaLM (540B)", chip_hours = 18944,
    published = 2961791.49,
    cloud = 12460827.1, acquisition = 71035331.7,
  },
  {
    model = "BlenderBot 3", date = "2022-08-10", hardware = "a100_40gb", site = "cloud_provider",
    training_start = "2022-05-08", base_model = "OPT-175B", training_flop = 4.3e23,
    published = 1464700.54,
    cloud = 3009841, acquisition = 36083199.2,
  },
  {
    model = "GLM-130B", date = "2022-08-04", hardware = "a100_40gb", site = "other",
    training_start = "2022-04-06", chip_hours = 1105920, published = 820296.631,
    cloud = 1635558.94, acquisition = 24055466.1,
  },
  {
    model = "Minerva (540B)", date = "2022-06-29", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2022-04-01", base_model = "PaLM (540B)", chip_hours = 712704,
    published = 3180655.52,
    cloud = 13470077.8, acquisition = 76403329.1,
  },
  {
    model = "Parti", date = "2022-06-22", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2022-03-20", training_flop = 3.96289538e23, published = 344852.949,
    cloud = 1576998,
  },
  {
    model = "OPT-175B", date = "2022-05-02", hardware = "a100_80gb", site = "cloud_provider",
    training_start = "2022-01-28", chip_hours = 812544, published = 731667.607,
    cloud = 1493962.1, acquisition = 31944209.4,
  },
  {
    model = "PaLM (540B)", date = "2022-04-04", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2021-12-08", chip_hours = 8404992, published = 2945949.76,
    cloud = 12388952.2, acquisition = 65339795,
  },
  {
    model = "LaMDA", date = "2022-02-10", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-10-15", chip_hours = 1418240, published = 229949.986,
    cloud = 1319574.42, acquisition = 11308505.7,
  },
  {
    model = "GLaM", date = "2021-12-13", hardware = "tpu_v4", site = "cloud_provider",
    training_start = "2021-08-18", chip_hours = 1398784, published = 541437.416,
    cloud = 2092998.44, acquisition = 11054713.6,
  },
  {
    model = "Gopher (280B)", date = "2021-12-08", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-08-31", chip_hours = 3768320, published = 616611.139,
    cloud = 3499778.28, acquisition = 45151669.2,
  },
  {
    model = "Megatron-Turing NLG 530B", date = "2021-10-11", hardware = "a100_80gb",
    site = "cloud_provider", training_start = "2021-07-10", chip_hours = 3449600,
    published = 3704291.31,
    cloud = 6405598.75, acquisition = 141930120,
  },
  {
    model = "HyperCLOVA 82B", date = "2021-09-10", hardware = "a100_40gb", site = "other",
    training_start = "2021-06-15", chip_hours = 658637, published = 586408.781,
    cloud = 986963.63, acquisition = 32498629.7,
  },
  {
    model = "GOAT", date = "2021-07-27", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-04-24", training_flop = 7.8e22, published = 84799.7852,
    cloud = 436164.782,
  },
  {
    model = "ByT5-XXL", date = "2021-05-28", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-02-23", training_flop = 8.1e22, published = 92453.3764,
    cloud = 454010.722, acquisition = 707002.666,
  },
  {
    model = "ProtT5-XXL", date = "2021-05-04", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2021-01-30", training_flop = 7.37e22, published = 85701.2626,
    cloud = 413093.707, acquisition = 5656021.33,
  },
  {
    model = "Meta Pseudo Labels", date = "2021-03-01", hardware = "tpu_v3",
    site = "cloud_provider", training_start = "2020-12-20", chip_hours = 270336,
    published = 53844.2806,
    cloud = 251389.248, acquisition = 11302223.2,
  },
  {
    model = "Switch", date = "2021-01-11", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2020-10-16", chip_hours = 663552, published = 139663.559,
    cloud = 619736.163, acquisition = 11351491.8,
  },
  {
    model = "DALL-E", date = "2021-01-05", hardware = "v100_32gb", site = "other",
    training_start = "2020-10-03", training_flop = 4.7e22, published = 118437.359,
    cloud = 335275.202, acquisition = 22630461.2,
  },
  {
    model = "iGPT-XL", date = "2020-06-17", hardware = "v100_32gb", site = "other",
    training_start = "2020-03-15", training_flop = 3.3e22, published = 98082.3382,
    cloud = 236643.886,
  },
  {
    model = "GPT-3 175B (davinci)", date = "2020-05-28", hardware = "v100_32gb", site = "other",
    training_start = "2019-10-01", chip_hours = 3552000, published = 2056969.34,
    cloud = 4324846.29, acquisition = 223534114,
  },
  {
    model = "Turing-NLG", date = "2020-02-13", hardware = "v100_32gb", site = "cloud_provider",
    training_start = "2019-11-11", training_flop = 1.57e22, published = 51659.7133,
    cloud = 113180.285, acquisition = 5717431.49,
  },
  {
    model = "Meena", date = "2020-01-28", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2019-10-30", chip_hours = 737280, published = 206760.381,
    cloud = 697104.422, acquisition = 11491757.4,
  },
  {
    model = "AlphaStar", date = "2019-10-30", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2019-07-18", chip_hours = 405504, published = 125758.098,
    cloud = 380257.183, acquisition = 4371137.34,
  },
  {
    model = "T5-11B", date = "2019-10-23", hardware = "tpu_v3", site = "cloud_provider",
    training_start = "2019-08-03", chip_hours = 246733, published = 75524.3907,
    cloud = 231371.319, acquisition = 5828183.12,
  },
  {
    model = "Megatron-BERT", date = "2019-09-17", hardware = "v100s", site = "other",
    training_start = "2019-05-22", chip_hours = 712704, published = 615532.406,
    cloud = 934981.242, acquisition = 11629542.5,
  },
  {
    model = "Megatron-LM (8.3B)", date = "2019-09-17", hardware = "v100_32gb", site = "other",
    training_start = "2019-07-05", chip_hours = 167424, published = 106142.289,
    cloud = 216068.608, acquisition = 11629542.5,
  },
  {
    model = "RoBERTa Large", date = "2019-07-01", hardware = "v100_32gb", site = "cloud_provider",
    training_start = "2019-04-27", chip_hours = 122880, published = 82771.0759,
    cloud = 160016.303, acquisition = 23469384.2,
  },
  {
    model = "BigGAN-deep 512x512", date = "2018-09-28", hardware = "tpu_v3",
    site = "cloud_provider", training_start = "2018-07-28", chip_hours = 12288,
    published = 5170.45671,
    cloud = 11648.081, acquisition = 2945737.8,
  },
  {
    model = "AlphaZero", date = "2017-12-05", hardware = "tpu_v2", site = "cloud_provider",
    training_start = "2017-09-02", training_flop = 3.6679273e22, published = 229918.615,
    cloud = 324542.086, acquisition = 708010.187,
  },
  {
    model = "AlphaGo Zero", date = "2017-10-18", hardware = "tpu_v1", site = "cloud_provider",
    training_start = "2017-07-30", training_flop = 3.41e23, published = 613480.626,
  },
  {
    model = "JFT", date = "2017-07-10", hardware = "k80", site = "cloud_provider",
    training_start = "2017-03-12", chip_hours = 72000, published = 17239.593,
    cloud = 33440.4523, acquisition = 546726.379,
  },
  {
    model = "MoE", date = "2017-01-23", hardware = "k40", site = "cloud_provider",
    training_start = "2016-11-12", chip_hours = 18432, published = 3863.73531,
    acquisition = 764115.22,
  },
  {
    model = "AlphaGo Master", date = "2017-01-01", hardware = "tpu_v1", site = "cloud_provider",
    training_start = "2016-09-29", training_flop = 2.0001e23, published = 471445.325,
  },
  {
    model = "PolyNet", date = "2016-11-17", hardware = "titan_x", site = "other",
    training_start = "2016-08-15", training_flop = 6.4e19, published = 615.548046,
    acquisition = 70680.6578,
  },
  {
    model = "Xception", date = "2016-10-07", hardware = "k80", site = "cloud_provider",
    training_start = "2016-07-09", chip_hours = 43200, published = 12617.6268,
    cloud = 20285.1624, acquisition = 663294.461,
  },
  {
    model = "GNMT", date = "2016-09-26", hardware = "k80", site = "cloud_provider",
    training_start = "2016-06-24", chip_hours = 655730, published = 193787.11,
    cloud = 307907.166,
  },
  {
    model = "DeepSpeech2 (English)", date = "2015-12-08", hardware = "titan_x", site = "other",
    training_start = "2015-10-04", chip_hours = 1920, published = 206.305778,
    acquisition = 36000.8958,
  },
}

-- What is not known of a run is false: a missing field of a library is an error.
for _, run in ipairs(runs) do
  for _, field in ipairs{ "base_model", "chip_hours", "training_flop", "cloud", "acquisition" } do
    run[field] = run[field] or false
  end
end

return runs
