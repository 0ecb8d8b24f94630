-- Fitted constants of the training performance model, by accelerator.
-- Written by tests/validate/fit.c from published measurements: do not edit, fit anew.
-- Shares are of the vendor's dense peaks and link rates; host is in seconds a kernel;
-- low, high and sd are of measured over predicted step time (80 % interval, log).
return {
  source = "fit to published training runs; families and residuals below, method in "
    .. "docs/design/training_model.md",
  ["A100"] = {
    gemm = 0.8058, gemm_fp8 = 0.6500, gemm_fp4 = 0.5000, attention = 0.3762,
    memory = 0.8479, fast = 0.6514, fabric = 0.7716, host = 3.291e-05,
    low = 0.9328, high = 1.1500, sd = 0.0817, rows = 1523,
    sources = {
      "NVIDIA/Megatron-LM git history",
      "Narayanan 2021 Table 2 image",
      "Korthikanti 2022 Table 5 via calculon",
      "MT-NLG paper sec 2.4 via llm-analysis",
      "mosaicml/llm-foundry",
      "bigscience-workshop/bigscience",
      "VIA-Research/vTrain",
    },
    residuals = {
      { family = "A100 Megatron", rows = 25, median = 0.0263, worst = 0.1503 },
      { family = "vtrain-multi", rows = 93, median = 0.0579, worst = 0.4640 },
      { family = "vtrain single node", rows = 1234, median = 0.0573, worst = 0.3167 },
      { family = "bloom-tuning", rows = 110, median = 0.0762, worst = 0.3649 },
      { family = "mpt-fsdp", rows = 61, median = 0.0290, worst = 0.2278 },
    },
  },
  ["A100-40GB"] = {
    gemm = 0.7666, gemm_fp8 = 0.6500, gemm_fp4 = 0.5000, attention = 0.3707,
    memory = 1.0000, fast = 0.7107, fabric = 0.7201, host = 2.500e-05,
    low = 0.9564, high = 1.0435, sd = 0.0340, rows = 78,
    sources = {
      "mosaicml/llm-foundry",
    },
    residuals = {
      { family = "mpt-fsdp", rows = 78, median = 0.0238, worst = 0.1986 },
    },
  },
  ["H100"] = {
    gemm = 0.7263, gemm_fp8 = 0.6822, gemm_fp4 = 0.5000, attention = 0.4515,
    memory = 0.6274, fast = 0.6334, fabric = 1.0000, host = 1.000e-05,
    low = 0.9255, high = 1.0548, sd = 0.0510, rows = 188,
    sources = {
      "NVIDIA-NeMo/Megatron-Bridge docs",
      "NVIDIA/dgxc-benchmarking",
      "NVIDIA-NeMo/NeMo docs",
      "mosaicml/llm-foundry",
      "mlcommons/training_results_v3.0",
      "mlcommons/training_results_v3.1",
      "mlcommons/training_results_v4.1",
      "mlcommons/training_results_v5.0",
      "mlcommons/training_results_v5.1",
    },
    residuals = {
      { family = "mpt-fsdp", rows = 77, median = 0.0222, worst = 0.2011 },
      { family = "H100 dense", rows = 74, median = 0.0285, worst = 0.0870 },
      { family = "mlperf GPT-3, 405B", rows = 23, median = 0.0154, worst = 0.0902 },
      { family = "MoE (one release)", rows = 1, median = 0.0805, worst = 0.0805 },
      { family = "Blackwell dense", rows = 13, median = 0.0518, worst = 0.2027 },
    },
  },
  ["B200"] = {
    gemm = 0.4721, gemm_fp8 = 0.5947, gemm_fp4 = 0.5000, attention = 0.4655,
    memory = 0.5973, fast = 0.5982, fabric = 0.7570, host = 1.000e-05,
    low = 0.9491, high = 1.0390, sd = 0.0353, rows = 47,
    sources = {
      "NVIDIA-NeMo/Megatron-Bridge docs",
      "MooreThreads/SimuMax",
    },
    residuals = {
      { family = "simumax-b200", rows = 43, median = 0.0231, worst = 0.1267 },
      { family = "Blackwell dense", rows = 4, median = 0.0324, worst = 0.0626 },
    },
  },
  ["GB200"] = {
    gemm = 0.5306, gemm_fp8 = 0.4972, gemm_fp4 = 0.4003, attention = 0.5414,
    memory = 0.7772, fast = 0.8587, fabric = 0.7274, host = 1.000e-05,
    low = 0.9239, high = 1.0467, sd = 0.0487, rows = 62,
    sources = {
      "NVIDIA-NeMo/Megatron-Bridge docs",
      "NVIDIA/dgxc-benchmarking",
      "mlcommons/training_results_v5.0",
      "mlcommons/training_results_v5.1",
    },
    residuals = {
      { family = "mlperf GPT-3, 405B", rows = 9, median = 0.0066, worst = 0.0211 },
      { family = "MoE (one release)", rows = 4, median = 0.0568, worst = 0.1252 },
      { family = "Blackwell dense", rows = 49, median = 0.0452, worst = 0.1399 },
    },
  },
  ["B300"] = {
    gemm = 0.5467, gemm_fp8 = 0.3693, gemm_fp4 = 0.5000, attention = 0.5106,
    memory = 0.7510, fast = 0.7837, fabric = 0.5858, host = 1.000e-05,
    low = 0.8577, high = 1.1698, sd = 0.1211, rows = 3,
    sources = {
      "NVIDIA-NeMo/Megatron-Bridge docs",
    },
    residuals = {
      { family = "MoE (one release)", rows = 3, median = 0.1676, worst = 0.2391 },
    },
  },
  ["GB300"] = {
    gemm = 0.5216, gemm_fp8 = 0.6917, gemm_fp4 = 0.4251, attention = 0.5818,
    memory = 0.8342, fast = 0.8619, fabric = 0.7581, host = 1.000e-05,
    low = 0.9094, high = 1.0686, sd = 0.0629, rows = 37,
    sources = {
      "NVIDIA-NeMo/Megatron-Bridge docs",
      "mlcommons/training_results_v5.1",
    },
    residuals = {
      { family = "mlperf GPT-3, 405B", rows = 1, median = 0.0051, worst = 0.0051 },
      { family = "MoE (one release)", rows = 6, median = 0.0984, worst = 0.1953 },
      { family = "Blackwell dense", rows = 30, median = 0.0337, worst = 0.1093 },
    },
  },
}
