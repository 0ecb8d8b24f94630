--- Networks between servers: InfiniBand, RoCE on Ethernet, EFA; and what they cost.
--
-- `port` is one port, one direction. Latency is of a small message from memory to memory through
-- one switch. EFA states the bandwidth of an instance.
local M = {}

M.sources = {
  gipe = {
    title = "R. Gipe, The AI infrastructure build: the networking layer, 2026-02",
    address = "https://thegipster.blogspot.com/2026/02/the-ai-infrastructure-build-networking.html",
    retrieved = "2026-11",
  },
  infiniband = {
    title = "NVIDIA, Quantum InfiniBand platforms and ConnectX adapters",
    address = "https://www.nvidia.com/en-us/networking/products/infiniband/",
  },
  index = {
    title = "AI infrastructure index, networking interconnects",
    address = "https://alpha-one-index.github.io/ai-infra-index/specs/"
      .. "networking-interconnects.html",
    retrieved = "2026-11",
  },
  capacity_blocks = {
    title = "Amazon EC2 Capacity Blocks for ML, pricing and network performance, late 2024",
    address = "https://aws.amazon.com/ec2/capacityblocks/pricing/", retrieved = "2026-11",
  },
  efa = {
    title = "Amazon EC2, accelerated computing instances: network bandwidth",
    address = "https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html",
  },
  meta_roce = {
    title = "Gangidi et al., RDMA over Ethernet for distributed AI training at Meta scale (2024)",
    address = "https://doi.org/10.1145/3651890.3672233",
  },
  method = {
    title = "Cottier et al., The rising costs of training frontier AI models (2024), section A.4",
    address = "https://arxiv.org/abs/2405.21015", retrieved = "2024-06",
  },
  semianalysis = {
    title = "SemiAnalysis, 100,000 H100 clusters: power, network topology, Ethernet vs InfiniBand",
    address = "https://newsletter.semianalysis.com/p/100000-h100-clusters-power-network",
  },
}

local index_page = "secondary: AI infrastructure index, 2026-11"
local guide = "secondary: S. Bekman, Machine Learning Engineering, network tables, 2026-08"
local kentino = "secondary: kentino.com, Latency dissection: 2 us there and back, 2026-11"
local faraday = "secondary: fridayswithfaraday.com: 2 to 10 us over 400 Gbit Ethernet, 2026-11"
local blocks_page = "primary: the page itself, 2026-11"

M.records = {
  infiniband_edr = {
    name = "InfiniBand EDR", source = "infiniband", checked = guide, date = "2015",
    port = { value = 100, unit = "Gbit/s" },
    latency = { value = 1, unit = "us", note = "0.5 us of it in the adapters" },
  },
  infiniband_hdr = {
    name = "InfiniBand HDR (A100 clusters)", source = "infiniband", checked = index_page,
    date = "2018", port = { value = 200, unit = "Gbit/s" },
    latency = { value = 1, unit = "us", checked = kentino, note = "0.13 us of it in the switch" },
  },
  infiniband_ndr = {
    name = "InfiniBand NDR (H100 and H200 clusters)", source = "infiniband", checked = index_page,
    date = "2022", port = { value = 400, unit = "Gbit/s" },
    latency = { value = 1, unit = "us", checked = kentino },
  },
  infiniband_xdr = {
    name = "InfiniBand XDR (Blackwell clusters)", source = "infiniband", checked = index_page,
    date = "2025", port = { value = 800, unit = "Gbit/s" },
    latency = { value = 1, unit = "us", checked = kentino, imputed = "as NDR" },
  },
  roce_200 = {
    name = "RoCE v2 on 200 Gbit Ethernet", source = "meta_roce", checked = false, date = "2020",
    port = { value = 200, unit = "Gbit/s" },
    latency = { value = 3, unit = "us", checked = faraday, imputed = "as at 400 Gbit/s" },
  },
  roce_400 = {
    name = "RoCE v2 on 400 Gbit Ethernet", source = "meta_roce", checked = false, date = "2022",
    port = { value = 400, unit = "Gbit/s" },
    latency = { value = 3, unit = "us", checked = faraday },
  },
  roce_800 = {
    name = "RoCE v2 on 800 Gbit Ethernet", source = "meta_roce", checked = false, date = "2025",
    port = { value = 800, unit = "Gbit/s" },
    latency = { value = 3, unit = "us", checked = faraday, imputed = "as at 400 Gbit/s" },
  },
  efa = {
    name = "AWS Elastic Fabric Adapter, by instance", source = "efa", checked = false,
    unit = "Gbit/s", scope = "instance",
    p3dn_24xlarge = 100,
    p4d_24xlarge = { value = 400, source = "capacity_blocks", checked = blocks_page },
    p5_48xlarge = { value = 3200, source = "capacity_blocks", checked = blocks_page },
    p5en_48xlarge = { value = 3200, checked = guide },
    p6_b200_48xlarge = { value = 3200, checked = guide },
    p6_b300_48xlarge = { value = 6400, checked = guide },
    trn1_32xlarge = { value = 800, checked = "primary: AWS Neuron documentation, 2026-11" },
    trn1n_32xlarge = { value = 1600, checked = "primary: AWS Neuron documentation, 2026-11" },
    trn2_48xlarge = {
      value = 3200, checked = "secondary: glennklockwood.com/garden, Trainium2, 2026-11",
    },
    latency = { value = 15, unit = "us", imputed = "from published measurements" },
  },
  cost_share = {
    name = "the network's share of all hardware of a cluster", unit = "1", scope = "site",
    source = "method", checked = "secondary: the reference method's rows, 2024-06",
    typical = 0.19,
    spread = {
      low = 0.10, value = 0.15, high = 0.20, source = "semianalysis", checked = false,
      imputed = "judged from reports on clusters of 10,000 to 100,000 chips",
    },
    over_chips = {
      low = 0.20, high = 0.30, source = "gipe", checked = "secondary: the page itself, 2026-11",
      date = "2026", range = "as reported",
      note = "switches, cables and optics over the price of the GPUs: 80 to 120 million USD for "
        .. "10,000 H100",
    },
  },
}

return M
