--- Amazon's Trainium chips.
--
-- The same shape as nvidia.lua. Sparse rates are with 16:4 sparsity, so they are up to four times
-- the dense ones. Amazon does not publish a rated power.
local M = {}

M.sources = {
  trainium1 = {
    title = "AWS Neuron documentation, Trainium architecture",
    address = "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/arch/"
      .. "neuron-hardware/trainium.html", retrieved = "2026-11",
  },
  trainium2 = {
    title = "AWS Neuron documentation, Trainium2 architecture",
    address = "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/arch/"
      .. "neuron-hardware/trainium2.html", retrieved = "2026-11",
  },
  trn2 = {
    title = "AWS Neuron documentation, Amazon EC2 Trn2 architecture",
    address = "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/general/arch/"
      .. "neuron-hardware/trn2-arch.html", retrieved = "2026-11",
  },
  trainium3 = {
    title = "AWS Neuron documentation, Trainium3 architecture",
    address = "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/arch/"
      .. "neuron-hardware/trainium3.html", retrieved = "2026-11",
  },
  semianalysis = {
    title = "SemiAnalysis, Amazon's AI self sufficiency: Trainium2 architecture and networking",
    address = "https://newsletter.semianalysis.com/p/"
      .. "amazons-ai-self-sufficiency-trainium2-architecture-networking", retrieved = "2026-11",
  },
  announcement = {
    title = "AWS news blog, general availability of Trn1, Trn2 and Trn3",
    address = "https://aws.amazon.com/blogs/aws/",
  },
}

local guide = "secondary: S. Bekman, Machine Learning Engineering, network tables, 2026-08"
local neuron = "primary: the page itself, 2026-11"

M.records = {
  trainium1 = {
    name = "AWS Trainium",
    kind = "accelerator", source = "trainium1", checked = neuron,
    released = { text = "2022-10-10", source = "announcement", checked = false },
    peak = {
      unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip",
      fp32 = 47.5, tf32 = 190, bf16 = 190, fp16 = 190,
      fp8 = { value = 190, note = "configurable FP8, at the rate of BF16" },
    },
    memory = { value = 32, unit = "GiB/accelerator" },
    bandwidth = { value = 820, unit = "GiB/s/accelerator" },
    scale_up = {
      chips = { value = 16, unit = "accelerator" },
      bandwidth = {
        value = 384, unit = "GB/s/accelerator", checked = false, note = "NeuronLink-v2",
      },
    },
  },

  trainium2 = {
    name = "AWS Trainium2",
    kind = "accelerator", source = "trainium2", checked = neuron,
    released = { text = "2024-12-03", source = "announcement", checked = false },
    peak = {
      unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip",
      fp32 = 181, tf32 = 667, bf16 = 667, fp16 = 667,
      fp8 = { value = 1299, note = "as printed, 1.95 times BF16" },
    },
    peak_sparse = {
      unit = "TFLOP/s/accelerator", basis = "sparse", scope = "chip", note = "16:4 sparsity",
      tf32 = 2563, bf16 = 2563, fp16 = 2563, fp8 = 2563,
    },
    memory = { value = 96, unit = "GiB/accelerator" },
    bandwidth = { value = 2.9, unit = "TB/s/accelerator" },
    scale_up = {
      source = "trn2",
      chips = { value = 64, unit = "accelerator", note = "an UltraServer; 16 in trn2.48xlarge" },
      bandwidth = {
        value = 1.28, unit = "TB/s/accelerator", checked = guide, note = "NeuronLink-v3",
      },
    },
    tdp = {
      value = 500, unit = "W/accelerator", source = "semianalysis",
      checked = "secondary: a summary of the article, tengele.com, 2026-11", note = "about; "
        .. "an estimate",
    },
  },

  trainium3 = {
    name = "AWS Trainium3",
    kind = "accelerator", source = "trainium3", checked = neuron,
    released = {
      text = "2025-12-02", source = "announcement", checked = "primary: date of the Neuron page",
    },
    peak = {
      unit = "TFLOP/s/accelerator", basis = "dense", scope = "chip",
      fp32 = 183, tf32 = 671, bf16 = 671, fp16 = 671,
      fp8 = { value = 2517, note = "MXFP8" }, fp4 = { value = 2517, note = "MXFP4" },
    },
    peak_sparse = {
      unit = "TFLOP/s/accelerator", basis = "sparse", scope = "chip",
      tf32 = 2517, bf16 = 2517, fp16 = 2517,
    },
    memory = { value = 144, unit = "GiB/accelerator" },
    bandwidth = { value = 4.9, unit = "TB/s/accelerator" },
    scale_up = {
      chips = {
        value = 144, unit = "accelerator", checked = neuron, note = "a Trn3 Gen2 UltraServer",
      },
      bandwidth = { value = 2.56, unit = "TB/s/accelerator", note = "NeuronLink-v4" },
    },
  },
}

return M
