--- Links inside a server or rack: NVLink, Google's ICI, AMD's Infinity Fabric, NeuronLink.
--
-- `bandwidth` is of one chip, all its links and both directions together; an algorithm that sends
-- and receives at the same time gets half of it each way. Latencies are of a small message.
local M = {}

M.sources = {
  nvlink = {
    title = "NVIDIA, NVLink and NVLink Switch",
    address = "https://www.nvidia.com/en-us/data-center/nvlink/",
  },
  tpu_docs = {
    title = "Google Cloud, TPU versions", address = "https://docs.cloud.google.com/tpu/docs",
    retrieved = "2026-11",
  },
  neuron = {
    title = "AWS Neuron documentation, architecture of Trn1, Trn2 and Trn3",
    address = "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/arch/",
    retrieved = "2026-11",
  },
  amd = {
    title = "AMD Instinct data sheets",
    address = "https://www.amd.com/en/products/accelerators.html",
  },
}

local nvlink_tables = "secondary: NVLink tables at wikimili.com and alpha-one-index.github.io, "
  .. "2026-11"
local guide = "secondary: S. Bekman, Machine Learning Engineering, network tables, 2026-08"
local faraday = "secondary: fridayswithfaraday.com on NVLink: 1 to 2 us, 2026-11"
local lynskey = "secondary: brendanjameslynskey.github.io on ICI: below a microsecond, 2026-11"
local lockwood = "secondary: G. Lockwood's notes on TPU v4, glennklockwood.com/garden, 2026-11"
local google_page = "primary: the page itself, 2026-11"

M.records = {
  nvlink_1 = {
    name = "NVLink 1 (P100)", source = "nvlink", checked = nvlink_tables, date = "2016",
    bandwidth = { value = 160, unit = "GB/s/GPU" }, link = { value = 40, unit = "GB/s" },
    links = { value = 4, unit = "1" }, domain = { value = 8, unit = "GPU", checked = false },
  },
  nvlink_2 = {
    name = "NVLink 2 (V100)", source = "nvlink", checked = nvlink_tables, date = "2017",
    bandwidth = { value = 300, unit = "GB/s/GPU" }, link = { value = 50, unit = "GB/s" },
    links = { value = 6, unit = "1" },
    domain = { value = 16, unit = "GPU", note = "with NVSwitch in a DGX-2; 8 in a DGX-1" },
  },
  nvlink_3 = {
    name = "NVLink 3 (A100)", source = "nvlink", checked = nvlink_tables, date = "2020",
    bandwidth = { value = 600, unit = "GB/s/GPU" }, link = { value = 50, unit = "GB/s" },
    links = { value = 12, unit = "1" }, domain = { value = 8, unit = "GPU" },
    latency = { value = 2, unit = "us", checked = faraday, imputed = "as NVLink 4" },
  },
  nvlink_4 = {
    name = "NVLink 4 (H100, H200)", source = "nvlink", checked = nvlink_tables, date = "2022",
    bandwidth = { value = 900, unit = "GB/s/GPU" }, link = { value = 50, unit = "GB/s" },
    links = { value = 18, unit = "1" }, domain = { value = 8, unit = "GPU" },
    latency = { value = 2, unit = "us", checked = faraday },
  },
  nvlink_5 = {
    name = "NVLink 5 (Blackwell)", source = "nvlink", checked = nvlink_tables, date = "2024",
    bandwidth = { value = 1.8, unit = "TB/s/GPU" }, link = { value = 100, unit = "GB/s" },
    links = { value = 18, unit = "1" },
    domain = { value = 72, unit = "GPU", note = "in an NVL72 rack; 8 in an HGX server" },
    rack = { value = 130, unit = "TB/s", note = "all of an NVL72" },
    latency = { value = 2, unit = "us", checked = faraday, imputed = "as NVLink 4" },
  },
  ici_v4 = {
    name = "ICI of TPU v4 (3D torus)", source = "tpu_docs", checked = lockwood, date = "2021",
    bandwidth = { value = 600, unit = "GB/s/TPU" }, domain = { value = 4096, unit = "TPU" },
    latency = { value = 1, unit = "us", checked = lynskey, note = "an upper bound" },
  },
  ici_v5e = {
    name = "ICI of TPU v5e (2D torus)", source = "tpu_docs", checked = google_page, date = "2023",
    bandwidth = { value = 400, unit = "GB/s/TPU" }, domain = { value = 256, unit = "TPU" },
  },
  ici_v5p = {
    name = "ICI of TPU v5p (3D torus)", source = "tpu_docs", checked = google_page, date = "2023",
    bandwidth = { value = 1200, unit = "GB/s/TPU" }, domain = { value = 8960, unit = "TPU" },
    latency = { value = 1, unit = "us", checked = lynskey, note = "an upper bound" },
  },
  ici_v6e = {
    name = "ICI of TPU v6e (2D torus)", source = "tpu_docs", checked = google_page, date = "2024",
    bandwidth = { value = 800, unit = "GB/s/TPU" }, domain = { value = 256, unit = "TPU" },
  },
  ici_v7 = {
    name = "ICI of TPU7x (3D torus)", source = "tpu_docs", checked = google_page, date = "2025",
    bandwidth = { value = 1200, unit = "GB/s/TPU", checked = guide },
    domain = { value = 9216, unit = "TPU" },
    latency = { value = 1, unit = "us", checked = lynskey, note = "an upper bound" },
  },
  neuronlink_3 = {
    name = "NeuronLink-v3 (Trainium2)", source = "neuron", checked = google_page, date = "2024",
    bandwidth = { value = 1.28, unit = "TB/s/accelerator", checked = guide },
    domain = { value = 64, unit = "accelerator" },
  },
  neuronlink_4 = {
    name = "NeuronLink-v4 (Trainium3)", source = "neuron", checked = google_page, date = "2025",
    bandwidth = { value = 2.56, unit = "TB/s/accelerator" },
    domain = { value = 144, unit = "accelerator" },
  },
  infinity_fabric_mi300x = {
    name = "Infinity Fabric of MI300X", source = "amd", checked = guide, date = "2023",
    bandwidth = { value = 896, unit = "GB/s/GPU" }, domain = { value = 8, unit = "GPU" },
  },
  infinity_fabric_mi355x = {
    name = "Infinity Fabric of MI355X", source = "amd", checked = guide, date = "2025",
    bandwidth = { value = 1075, unit = "GB/s/GPU" }, domain = { value = 8, unit = "GPU" },
  },
}

return M
