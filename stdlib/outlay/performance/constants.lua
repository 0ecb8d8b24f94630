-- Fitted constants of the training performance model, by accelerator.
-- Written by tests/validate/fit.c from published measurements: do not edit, fit anew.
-- Shares are of the vendor's dense peaks and link rates; host is in seconds a kernel.
return {
  source = "fit to published training runs; families and residuals below, method in "
    .. "docs/design/training_model.md",
  ["A100"] = {
    gemm = 0.8057, gemm_fp8 = 0.6500, gemm_fp4 = 0.5000, attention = 0.3761,
    memory = 0.8498, fast = 0.6485, fabric = 0.7770, host = 3.291e-05,
    rows = 1529,
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
      { family = "A100 Megatron", rows = 31, median = 0.0319, worst = 0.1505 },
      { family = "vtrain-multi", rows = 93, median = 0.0580, worst = 0.4639 },
      { family = "vtrain single node", rows = 1234, median = 0.0571, worst = 0.3166 },
      { family = "bloom-tuning", rows = 110, median = 0.0765, worst = 0.3651 },
      { family = "mpt-fsdp", rows = 61, median = 0.0290, worst = 0.2276 },
    },
  },
  ["A100-40GB"] = {
    gemm = 0.7666, gemm_fp8 = 0.6500, gemm_fp4 = 0.5000, attention = 0.3707,
    memory = 1.0000, fast = 0.7107, fabric = 0.7201, host = 2.500e-05,
    rows = 78,
    sources = {
      "mosaicml/llm-foundry",
    },
    residuals = {
      { family = "mpt-fsdp", rows = 78, median = 0.0238, worst = 0.1986 },
    },
  },
  ["H100"] = {
    gemm = 0.7437, gemm_fp8 = 0.7121, gemm_fp4 = 0.5000, attention = 0.4531,
    memory = 0.5712, fast = 0.6227, fabric = 0.9210, host = 1.556e-05,
    rows = 188,
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
      { family = "mpt-fsdp", rows = 77, median = 0.0181, worst = 0.2040 },
      { family = "H100 dense", rows = 74, median = 0.0263, worst = 0.0862 },
      { family = "mlperf GPT-3, 405B", rows = 23, median = 0.0259, worst = 0.0790 },
      { family = "MoE (one release)", rows = 1, median = 0.0061, worst = 0.0061 },
      { family = "Blackwell dense", rows = 13, median = 0.0451, worst = 0.2045 },
    },
  },
  ["B200"] = {
    gemm = 0.4721, gemm_fp8 = 0.5947, gemm_fp4 = 0.5000, attention = 0.4655,
    memory = 0.5973, fast = 0.5982, fabric = 0.7570, host = 1.000e-05,
    rows = 47,
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
    gemm = 0.5419, gemm_fp8 = 0.5301, gemm_fp4 = 0.4476, attention = 0.4656,
    memory = 0.5881, fast = 0.7467, fabric = 0.7332, host = 1.000e-05,
    rows = 62,
    sources = {
      "NVIDIA-NeMo/Megatron-Bridge docs",
      "NVIDIA/dgxc-benchmarking",
      "mlcommons/training_results_v5.0",
      "mlcommons/training_results_v5.1",
    },
    residuals = {
      { family = "mlperf GPT-3, 405B", rows = 9, median = 0.0069, worst = 0.0195 },
      { family = "MoE (one release)", rows = 4, median = 0.0384, worst = 0.0938 },
      { family = "Blackwell dense", rows = 49, median = 0.0514, worst = 0.1333 },
    },
  },
  ["B300"] = {
    gemm = 0.5534, gemm_fp8 = 0.4482, gemm_fp4 = 0.5000, attention = 0.4882,
    memory = 0.7477, fast = 0.7298, fabric = 0.7413, host = 1.000e-05,
    rows = 3,
    sources = {
      "NVIDIA-NeMo/Megatron-Bridge docs",
    },
    residuals = {
      { family = "MoE (one release)", rows = 3, median = 0.0121, worst = 0.0360 },
    },
  },
  ["GB300"] = {
    gemm = 0.5191, gemm_fp8 = 0.7031, gemm_fp4 = 0.4845, attention = 0.4952,
    memory = 0.6746, fast = 0.7705, fabric = 0.7523, host = 1.000e-05,
    rows = 37,
    sources = {
      "NVIDIA-NeMo/Megatron-Bridge docs",
      "mlcommons/training_results_v5.1",
    },
    residuals = {
      { family = "mlperf GPT-3, 405B", rows = 1, median = 0.0020, worst = 0.0020 },
      { family = "MoE (one release)", rows = 6, median = 0.0253, worst = 0.1002 },
      { family = "Blackwell dense", rows = 30, median = 0.0448, worst = 0.1351 },
    },
  },
  -- Measured over predicted step time, 80 % intervals: of further runs of a family, and of
  -- families unseen.
  errors = {
    { family = "A100 Megatron", mixture = false, low = 0.9262, high = 1.0797,
      rows = 1944, families = 10 },
    { family = "vtrain-multi", mixture = false, low = 0.9024, high = 1.1081,
      rows = 1944, families = 10 },
    { family = "vtrain single node", mixture = false, low = 0.8714, high = 1.1475,
      rows = 1944, families = 10 },
    { family = "bloom-tuning", mixture = false, low = 0.8860, high = 1.1287,
      rows = 1944, families = 10 },
    { family = "mpt-fsdp", mixture = false, low = 0.9417, high = 1.0619,
      rows = 1944, families = 10 },
    { family = "H100 dense", mixture = false, low = 0.9455, high = 1.0577,
      rows = 1944, families = 10 },
    { family = "mlperf GPT-3, 405B", mixture = false, low = 0.9280, high = 1.0776,
      rows = 1944, families = 10 },
    { family = "MoE (one release)", mixture = true, low = 0.8994, high = 1.1119,
      rows = 1944, families = 10 },
    { family = "simumax-b200", mixture = false, low = 0.9424, high = 1.0611,
      rows = 1944, families = 10 },
    { family = "Blackwell dense", mixture = false, low = 0.8961, high = 1.1159,
      rows = 1944, families = 10 },
    { family = "", mixture = false, low = 0.8588, high = 1.1644,
      rows = 2125, families = 20 },
    { family = "", mixture = true, low = 0.8621, high = 1.1600,
      rows = 2125, families = 20 },
  },
}
