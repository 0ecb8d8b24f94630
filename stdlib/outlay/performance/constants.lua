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
    gemm = 0.7200, gemm_fp8 = 0.6856, gemm_fp4 = 0.5000, attention = 0.4530,
    memory = 0.6462, fast = 0.6321, fabric = 1.0000, host = 1.000e-05,
    low = 0.9210, high = 1.0561, sd = 0.0534, rows = 188,
    residuals = {
      { family = "mpt-fsdp", rows = 77, median = 0.0211, worst = 0.1997 },
      { family = "H100 dense", rows = 74, median = 0.0275, worst = 0.0877 },
      { family = "mlperf", rows = 23, median = 0.0149, worst = 0.1213 },
      { family = "MoE (one release)", rows = 1, median = 0.0858, worst = 0.0858 },
      { family = "Blackwell dense", rows = 13, median = 0.0542, worst = 0.2091 },
    },
  },
  ["B200"] = {
    gemm = 0.4648, gemm_fp8 = 0.6030, gemm_fp4 = 0.5000, attention = 0.4683,
    memory = 0.5898, fast = 0.5772, fabric = 0.7577, host = 1.000e-05,
    low = 0.9464, high = 1.0374, sd = 0.0358, rows = 47,
    residuals = {
      { family = "simumax-b200", rows = 43, median = 0.0242, worst = 0.1532 },
      { family = "Blackwell dense", rows = 4, median = 0.0370, worst = 0.0697 },
    },
  },
  ["GB200"] = {
    gemm = 0.5211, gemm_fp8 = 0.4946, gemm_fp4 = 0.3993, attention = 0.5552,
    memory = 0.8383, fast = 0.8789, fabric = 0.7276, host = 1.000e-05,
    low = 0.9176, high = 1.0717, sd = 0.0606, rows = 62,
    residuals = {
      { family = "mlperf", rows = 9, median = 0.0063, worst = 0.0210 },
      { family = "MoE (one release)", rows = 4, median = 0.0934, worst = 0.1325 },
      { family = "Blackwell dense", rows = 49, median = 0.0426, worst = 0.1333 },
    },
  },
  ["B300"] = {
    gemm = 0.5459, gemm_fp8 = 0.3808, gemm_fp4 = 0.5000, attention = 0.5109,
    memory = 0.7780, fast = 0.7825, fabric = 0.5818, host = 1.000e-05,
    low = 0.8359, high = 1.1984, sd = 0.1406, rows = 3,
    residuals = {
      { family = "MoE (one release)", rows = 3, median = 0.1943, worst = 0.2787 },
    },
  },
  ["GB300"] = {
    gemm = 0.5263, gemm_fp8 = 0.6878, gemm_fp4 = 0.4247, attention = 0.5947,
    memory = 0.9081, fast = 0.8893, fabric = 0.7579, host = 1.000e-05,
    low = 0.8981, high = 1.0933, sd = 0.0767, rows = 37,
    residuals = {
      { family = "mlperf", rows = 1, median = 0.0043, worst = 0.0043 },
      { family = "MoE (one release)", rows = 6, median = 0.1271, worst = 0.1787 },
      { family = "Blackwell dense", rows = 30, median = 0.0372, worst = 0.1073 },
    },
  },
}
