--- Servers and racks: NVIDIA's DGX and HGX generations and NVL72, and servers of other vendors.
--
-- `chips`, rated `power`, memory and peak of the whole thing, its links and the ports of its
-- network. `overhead` is the price of a whole server over that of its chips.
local M = {}

M.sources = {
  dgx_guides = {
    title = "NVIDIA DGX system data sheets and user guides",
    address = "https://docs.nvidia.com/dgx/",
  },
  nvl72 = {
    title = "NVIDIA, GB200 NVL72 and GB300 NVL72 product pages",
    address = "https://www.nvidia.com/en-us/data-center/gb200-nvl72/",
  },
  method = {
    title = "Cottier et al., The rising costs of training frontier AI models (2024), section A.4",
    address = "https://arxiv.org/abs/2405.21015", retrieved = "2024-06",
  },
  neuron = {
    title = "AWS Neuron documentation, Amazon EC2 Trn2 architecture",
    address = "https://awsdocs-neuron.readthedocs-hosted.com/en/latest/general/arch/"
      .. "neuron-hardware/trn2-arch.html", retrieved = "2026-11",
  },
  google = {
    title = "Google Cloud, TPU versions", address = "https://docs.cloud.google.com/tpu/docs",
    retrieved = "2026-11",
  },
  semianalysis = {
    title = "SemiAnalysis, GB200 hardware architecture and component supply chain",
    address = "https://newsletter.semianalysis.com/p/gb200-hardware-architecture-and-component",
  },
  llama = {
    title = "Llama Team, The Llama 3 Herd of Models, section 3.3.4: reliability",
    address = "https://arxiv.org/abs/2407.21783",
  },
}

local method = "primary: the constants that the method publishes, 2024-06"
local reference = "secondary: the reference method's constants, 2024-06"
local press = "secondary: ai-infrastructure.net, Blackwell platform, 2026-06"
local dgx_b200_guide = "primary: NVIDIA, DGX B200 user guide, docs.nvidia.com, 2026-11"
local dgx_h200_guide = "secondary: unanswered.io, which quotes NVIDIA's guide to it, 2026-11"
local guide = "secondary: S. Bekman, Machine Learning Engineering, network tables, 2026-08"
local aiwiki = "secondary: aiwiki.ai, DGX B300, with the history of DGX, 2026-11"
local iptronics = "secondary: iptronics.com on DGX-1, 2026-11: four EDR ports of 100 Gbit/s"
local neuron_page = "primary: the page itself, 2026-11"

M.records = {
  dgx_1_p100 = {
    name = "DGX-1 (P100)", kind = "server", chip = "p100_sxm", source = "dgx_guides",
    checked = aiwiki, scope = "server", released = { text = "2016-04-05", note = "announced" },
    chips = { value = 8, unit = "GPU" }, power = { value = 3.2, unit = "kW", checked = false },
    network = {
      value = 400, unit = "Gbit/s", checked = iptronics, note = "4 ports of 100 Gbit/s",
    },
    overhead = { value = 1.54, unit = "1", source = "method", checked = method },
  },
  dgx_1_v100 = {
    name = "DGX-1 (V100)", kind = "server", chip = "v100_sxm", source = "dgx_guides",
    checked = false, scope = "server", released = { text = "2017-05-10" },
    chips = { value = 8, unit = "GPU" }, power = { value = 3.5, unit = "kW" },
    network = { value = 400, unit = "Gbit/s", note = "4 ports of 100 Gbit/s" },
    overhead = { value = 1.69, unit = "1", source = "method", checked = method },
  },
  dgx_2 = {
    name = "DGX-2", kind = "server", chip = "v100_32gb", source = "dgx_guides",
    checked = aiwiki, scope = "server", released = { text = "2018-03-27", checked = false },
    chips = { value = 16, unit = "GPU" }, power = {
      value = 10, unit = "kW", checked = "secondary: tomshardware.fr on the DGX-2, 2018",
    },
    network = { value = 800, unit = "Gbit/s", checked = false, note = "8 ports of 100 Gbit/s" },
    overhead = { value = 1.69, unit = "1", source = "method", checked = method },
  },
  dgx_a100 = {
    name = "DGX A100 320 GB", kind = "server", chip = "a100_40gb", source = "dgx_guides",
    checked = reference, scope = "server", released = { text = "2020-05-14", checked = false },
    chips = { value = 8, unit = "GPU" }, power = { value = 6.5, unit = "kW" },
    network = { value = 1600, unit = "Gbit/s", checked = false, note = "8 ports of HDR" },
    overhead = { value = 1.66, unit = "1", source = "method", checked = method },
  },
  dgx_a100_640gb = {
    name = "DGX A100 640 GB", kind = "server", chip = "a100_80gb", source = "dgx_guides",
    checked = reference, scope = "server", released = { text = "2020-11-16", checked = false },
    chips = { value = 8, unit = "GPU" }, power = { value = 6.5, unit = "kW" },
    network = { value = 1600, unit = "Gbit/s", checked = false, note = "8 ports of HDR" },
    overhead = { value = 1.66, unit = "1", source = "method", checked = method },
  },
  dgx_h100 = {
    name = "DGX H100", kind = "server", chip = "h100_sxm", source = "dgx_guides",
    checked = reference, scope = "server", released = { text = "2022-09-20", checked = false },
    chips = { value = 8, unit = "GPU" }, power = { value = 10.2, unit = "kW" },
    network = { value = 3200, unit = "Gbit/s", checked = guide, note = "8 ports of NDR" },
    overhead = { value = 1.64, unit = "1", source = "method", checked = method },
  },
  dgx_h200 = {
    name = "DGX H200", kind = "server", chip = "h200_sxm", source = "dgx_guides",
    checked = dgx_h200_guide, scope = "server", released = { text = "2024-07", checked = false },
    chips = { value = 8, unit = "GPU" }, power = { value = 10.2, unit = "kW" },
    network = { value = 3200, unit = "Gbit/s", checked = guide, note = "8 ports of NDR" },
    overhead = { value = 1.64, unit = "1", source = "method", imputed = "as DGX H100" },
  },
  dgx_b200 = {
    name = "DGX B200", kind = "server", chip = "b200_sxm", source = "dgx_guides",
    checked = dgx_b200_guide, scope = "server",
    released = { text = "2024-03-18", checked = false, note = "announced" },
    chips = { value = 8, unit = "GPU" }, power = { value = 14.3, unit = "kW" },
    network = { value = 3200, unit = "Gbit/s", note = "8 ports of NDR" },
    overhead = { value = 1.64, unit = "1", source = "method", imputed = "as DGX H100" },
  },
  dgx_b300 = {
    name = "DGX B300", kind = "server", chip = "b300_sxm", source = "dgx_guides",
    checked = aiwiki, scope = "server", released = { text = "2025-03-18", note = "announced" },
    chips = { value = 8, unit = "GPU" }, power = { value = 14.5, unit = "kW", checked = false },
    network = { value = 6400, unit = "Gbit/s", checked = guide, note = "8 ports of XDR" },
  },
  gb200_nvl72 = {
    name = "GB200 NVL72", kind = "rack", chip = "gb200", source = "nvl72",
    checked = press, scope = "rack", released = { text = "2024-03-18", note = "announced" },
    chips = { value = 72, unit = "GPU" }, cpus = { value = 36, unit = "1" },
    power = { low = 120, value = 132, high = 132, unit = "kW", range = "reports" },
    nvlink = { value = 130, unit = "TB/s" },
    network = { value = 28.8, unit = "Tbit/s", checked = false, note = "72 ports of NDR" },
    price = {
      low = 2.6e6, value = 3.0e6, high = 3.6e6, unit = "USD", date = "2024 to 2025",
      source = "semianalysis", checked = false, range = "reports and analysts",
    },
  },
  gb300_nvl72 = {
    name = "GB300 NVL72", kind = "rack", chip = "gb300", source = "nvl72",
    checked = press, scope = "rack", released = { text = "2025-03-18", note = "announced" },
    chips = { value = 72, unit = "GPU" }, cpus = { value = 36, unit = "1" },
    power = { low = 120, value = 135, high = 140, unit = "kW", range = "reports" },
    nvlink = { value = 130, unit = "TB/s" },
    network = { value = 57.6, unit = "Tbit/s", note = "72 ConnectX-8 of 800 Gbit/s" },
    price = {
      low = 3.0e6, high = 4.0e6, unit = "USD", date = "2025", range = "reports",
      source = {
        title = "Awesome Agents, NVIDIA GB300 NVL72",
        address = "https://awesomeagents.ai/hardware/nvidia-gb300-nvl72", retrieved = "2026-11",
      },
      checked = "secondary: the page itself, 2026-11",
    },
  },
  trn2_ultraserver = {
    name = "Trn2 UltraServer", kind = "rack", chip = "trainium2", source = "neuron",
    checked = neuron_page, scope = "rack", released = { text = "2024-12-03", checked = false },
    chips = { value = 64, unit = "accelerator" },
    memory = { value = 6144, unit = "GiB" },
    network = {
      value = 12.8, unit = "Tbit/s",
      checked = "secondary: glennklockwood.com/garden, Trainium2, 2026-11",
    },
  },
  tpu_v4_pod = {
    name = "TPU v4 pod", kind = "pod", chip = "tpu_v4", source = "google", checked = false,
    scope = "site", chips = { value = 4096, unit = "TPU" },
  },
  tpu_v5p_pod = {
    name = "TPU v5p pod", kind = "pod", chip = "tpu_v5p", source = "google",
    checked = neuron_page, scope = "site", chips = { value = 8960, unit = "TPU" },
    largest_job = { value = 6144, unit = "TPU" },
  },
  tpu_v7_pod = {
    name = "TPU7x pod", kind = "pod", chip = "tpu_v7", source = "google",
    checked = neuron_page, scope = "site", chips = { value = 9216, unit = "TPU" },
  },
  overhead = {
    name = "price of a server over that of its chips, where nothing better is known",
    unit = "1", scope = "server", source = "method", checked = method,
    gpu = 1.64, tpu = 1.64, p100 = 1.54, v100 = 1.69, a100 = 1.66, h100 = 1.64,
  },
  load = {
    name = "average draw of chips over their rated power while they train", unit = "1",
    scope = "chip", source = "method", checked = method, gpu = 0.75, tpu = 0.43,
  },
  spares = {
    name = "spare chips and servers kept for failures, over those in use", unit = "1",
    scope = "site", source = "llama", checked = false,
    typical = {
      low = 0.02, value = 0.04, high = 0.10, range = "practice of large clusters",
      imputed = "judged from published failure rates; nobody publishes spares",
    },
  },
}

return M
