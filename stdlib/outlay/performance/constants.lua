-- Fitted constants of the training performance model, by accelerator.
-- Written by tests/validate/fit.c from published measurements: do not edit, fit anew.
-- Shares are of the vendor's dense peaks and link rates; host is in seconds a kernel;
-- low, high and sd are of measured over predicted step time (80 % interval, log).
return {
  source = "fit to published training runs; families and residuals below, method in "
    .. "docs/design/training_model.md",
  ["A100"] = {
    gemm = 0.7731, gemm_fp8 = 0.6500, gemm_fp4 = 0.5000, attention = 0.3772,
    memory = 0.7766, fast = 0.6235, fabric = 0.7448, host = 3.296e-05,
    low = 0.9300, high = 1.1400, sd = 0.0794, rows = 1523,
    residuals = {
      { family = "A100 Megatron", rows = 25, median = 0.0278, worst = 0.1465 },
      { family = "vtrain-multi", rows = 93, median = 0.0670, worst = 0.4638 },
      { family = "vtrain single node", rows = 1234, median = 0.0542, worst = 0.3157 },
      { family = "bloom-tuning", rows = 110, median = 0.0665, worst = 0.3636 },
      { family = "mpt-fsdp", rows = 61, median = 0.0297, worst = 0.2214 },
    },
  },
  ["A100-40GB"] = {
    gemm = 0.7382, gemm_fp8 = 0.6500, gemm_fp4 = 0.5000, attention = 0.3675,
    memory = 0.9264, fast = 0.7128, fabric = 0.7185, host = 2.500e-05,
    low = 0.9572, high = 1.0523, sd = 0.0370, rows = 78,
    residuals = {
      { family = "mpt-fsdp", rows = 78, median = 0.0275, worst = 0.2072 },
    },
  },
  ["H100"] = {
    gemm = 0.6596, gemm_fp8 = 0.5992, gemm_fp4 = 0.5000, attention = 0.4538,
    memory = 0.6358, fast = 0.5894, fabric = 0.9969, host = 1.000e-05,
    low = 0.9264, high = 1.0676, sd = 0.0553, rows = 188,
    residuals = {
      { family = "mpt-fsdp", rows = 77, median = 0.0302, worst = 0.1900 },
      { family = "H100 dense", rows = 74, median = 0.0314, worst = 0.1125 },
      { family = "mlperf", rows = 23, median = 0.0519, worst = 0.1676 },
      { family = "MoE, one release", rows = 1, median = 0.0685, worst = 0.0685 },
      { family = "bridge dense", rows = 13, median = 0.0813, worst = 0.2097 },
    },
  },
  ["B200"] = {
    gemm = 0.4395, gemm_fp8 = 0.6182, gemm_fp4 = 0.5000, attention = 0.4752,
    memory = 0.4808, fast = 0.5290, fabric = 0.7335, host = 1.000e-05,
    low = 0.9645, high = 1.0508, sd = 0.0334, rows = 47,
    residuals = {
      { family = "simumax-b200", rows = 43, median = 0.0221, worst = 0.1518 },
      { family = "bridge dense", rows = 4, median = 0.0456, worst = 0.0488 },
    },
  },
  ["GB200"] = {
    gemm = 0.8226, gemm_fp8 = 0.4572, gemm_fp4 = 0.3418, attention = 0.5558,
    memory = 0.9379, fast = 0.9431, fabric = 0.7260, host = 1.000e-05,
    low = 0.9036, high = 1.0379, sd = 0.0540, rows = 46,
    residuals = {
      { family = "mlperf", rows = 9, median = 0.0089, worst = 0.0296 },
      { family = "MoE, one release", rows = 4, median = 0.1101, worst = 0.2352 },
      { family = "bridge dense", rows = 33, median = 0.0441, worst = 0.1375 },
    },
  },
  ["B300"] = {
    gemm = 0.7915, gemm_fp8 = 0.4337, gemm_fp4 = 0.5000, attention = 0.4990,
    memory = 0.7766, fast = 0.7687, fabric = 0.5437, host = 1.000e-05,
    low = 0.7990, high = 1.3441, sd = 0.2029, rows = 3,
    residuals = {
      { family = "MoE, one release", rows = 3, median = 0.2990, worst = 0.3655 },
    },
  },
  ["GB300"] = {
    gemm = 0.8019, gemm_fp8 = 0.6402, gemm_fp4 = 0.3448, attention = 0.5910,
    memory = 0.9668, fast = 0.9612, fabric = 0.7568, host = 1.000e-05,
    low = 0.8987, high = 1.0871, sd = 0.0742, rows = 37,
    residuals = {
      { family = "mlperf", rows = 1, median = 0.0104, worst = 0.0104 },
      { family = "MoE, one release", rows = 6, median = 0.1226, worst = 0.2561 },
      { family = "bridge dense", rows = 30, median = 0.0365, worst = 0.1147 },
    },
  },
}
