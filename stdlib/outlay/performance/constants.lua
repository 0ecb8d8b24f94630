-- Fitted constants of the training performance model, by accelerator.
-- Written by tests/validate/fit.c from published measurements: do not edit, fit anew.
-- Shares are of the vendor's dense peaks and link rates; host is in seconds a kernel;
-- low, high and sd are of measured over predicted step time (80 % interval, log).
return {
  source = "fit to published training runs; families and residuals below, method in "
    .. "docs/design/training_model.md",
  ["A100"] = {
    gemm = 0.8010, gemm_fp8 = 0.6500, gemm_fp4 = 0.5000, attention = 0.3762,
    memory = 0.8669, fast = 0.6151, fabric = 0.7491, host = 3.306e-05,
    low = 0.9302, high = 1.1452, sd = 0.0811, rows = 1523,
    residuals = {
      { family = "A100 Megatron", rows = 25, median = 0.0282, worst = 0.1509 },
      { family = "vtrain-multi", rows = 93, median = 0.0640, worst = 0.4583 },
      { family = "vtrain single node", rows = 1234, median = 0.0584, worst = 0.3137 },
      { family = "bloom-tuning", rows = 110, median = 0.0740, worst = 0.3614 },
      { family = "mpt-fsdp", rows = 61, median = 0.0288, worst = 0.2233 },
    },
  },
  ["A100-40GB"] = {
    gemm = 0.7666, gemm_fp8 = 0.6500, gemm_fp4 = 0.5000, attention = 0.3707,
    memory = 1.0000, fast = 0.7107, fabric = 0.7201, host = 2.500e-05,
    low = 0.9564, high = 1.0435, sd = 0.0340, rows = 78,
    residuals = {
      { family = "mpt-fsdp", rows = 78, median = 0.0238, worst = 0.1986 },
    },
  },
  ["H100"] = {
    gemm = 0.7232, gemm_fp8 = 0.6748, gemm_fp4 = 0.5000, attention = 0.4521,
    memory = 0.6322, fast = 0.6314, fabric = 1.0000, host = 1.000e-05,
    low = 0.9261, high = 1.0563, sd = 0.0513, rows = 188,
    residuals = {
      { family = "mpt-fsdp", rows = 77, median = 0.0215, worst = 0.1997 },
      { family = "H100 dense", rows = 74, median = 0.0283, worst = 0.0886 },
      { family = "mlperf GPT-3, 405B", rows = 23, median = 0.0141, worst = 0.0893 },
      { family = "MoE (one release)", rows = 1, median = 0.0798, worst = 0.0798 },
      { family = "Blackwell dense", rows = 13, median = 0.0527, worst = 0.2066 },
    },
  },
  ["B200"] = {
    gemm = 0.4714, gemm_fp8 = 0.5931, gemm_fp4 = 0.5000, attention = 0.4660,
    memory = 0.5990, fast = 0.5972, fabric = 0.7565, host = 1.000e-05,
    low = 0.9485, high = 1.0388, sd = 0.0355, rows = 47,
    residuals = {
      { family = "simumax-b200", rows = 43, median = 0.0240, worst = 0.1300 },
      { family = "Blackwell dense", rows = 4, median = 0.0319, worst = 0.0633 },
    },
  },
  ["GB200"] = {
    gemm = 0.5291, gemm_fp8 = 0.4956, gemm_fp4 = 0.3982, attention = 0.5419,
    memory = 0.7775, fast = 0.8623, fabric = 0.7271, host = 1.000e-05,
    low = 0.9235, high = 1.0477, sd = 0.0492, rows = 62,
    residuals = {
      { family = "mlperf GPT-3, 405B", rows = 9, median = 0.0067, worst = 0.0214 },
      { family = "MoE (one release)", rows = 4, median = 0.0565, worst = 0.1260 },
      { family = "Blackwell dense", rows = 49, median = 0.0462, worst = 0.1400 },
    },
  },
  ["B300"] = {
    gemm = 0.5467, gemm_fp8 = 0.3693, gemm_fp4 = 0.5000, attention = 0.5106,
    memory = 0.7510, fast = 0.7837, fabric = 0.5858, host = 1.000e-05,
    low = 0.8577, high = 1.1698, sd = 0.1211, rows = 3,
    residuals = {
      { family = "MoE (one release)", rows = 3, median = 0.1676, worst = 0.2391 },
    },
  },
  ["GB300"] = {
    gemm = 0.5213, gemm_fp8 = 0.6909, gemm_fp4 = 0.4238, attention = 0.5820,
    memory = 0.8344, fast = 0.8623, fabric = 0.7581, host = 1.000e-05,
    low = 0.9092, high = 1.0705, sd = 0.0638, rows = 37,
    residuals = {
      { family = "mlperf GPT-3, 405B", rows = 1, median = 0.0050, worst = 0.0050 },
      { family = "MoE (one release)", rows = 6, median = 0.0987, worst = 0.1951 },
      { family = "Blackwell dense", rows = 30, median = 0.0330, worst = 0.1108 },
    },
  },
}
