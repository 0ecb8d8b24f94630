--- United States export controls on accelerators, and the rules about weights and cloud use.
--
-- Total processing performance (TPP) is the peak in TOPS or TFLOP/s times the bits of the
-- operation, dense, over all dies of a package; performance density (PD) is TPP over die area in
-- mm^2 of non-planar process.
local M = {}

M.sources = {
  bis_2022 = {
    title = "BIS, Advanced computing and semiconductor manufacturing rule, 87 FR 62186, 2022-10-07",
    address = "https://www.federalregister.gov/documents/2022/10/13/2022-21658/",
  },
  bis_2023 = {
    title = "BIS, Advanced computing rule, 88 FR 73458, 2023-10-17 (ECCN 3A090, 4A090)",
    address = "https://www.federalregister.gov/documents/2023/10/25/2023-23055/",
  },
  diffusion = {
    title = "BIS, Framework for artificial intelligence diffusion, 90 FR 4544, 2025-01-15",
    address = "https://www.federalregister.gov/documents/2025/01/15/2025-00636/",
  },
  letters = {
    title = "BIS letters to NVIDIA and AMD, April 2025, as their filings report them",
    address = "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=1045810",
  },
}

local rule = "secondary: the rule's words as Epoch AI, CNAS and others quote them, 2026-11"
local notices = "secondary: law firms' notes on its issue and rescission, 2026-11"

M.records = {
  rule_2022 = {
    name = "3A090 of October 2022", source = "bis_2022", checked = rule, jurisdiction = "US",
    modality = "licence required", issued = { text = "2022-10-07" },
    applies_from = {
      text = "2022-10-21",
      checked = "primary: BIS's list of notices of 2022: dates, not their parts",
      note = "of the chips; other parts from 2022-10-07 and 2022-10-12",
    },
    applies_to = { text = "2023-11-16" },
    tpp = { value = 4800, unit = "1", note = "600 TOPS of 8 bits; with the transfer rate below" },
    transfer_rate = {
      value = 600, unit = "GB/s", note = "to other chips, all links, both directions",
    },
    obliges = { "a licence for export to China and others" },
  },

  rule_2023_a = {
    name = "3A090.a of October 2023", source = "bis_2023", checked = rule, jurisdiction = "US",
    modality = "licence required", applies_from = { text = "2023-11-17" },
    tpp = { value = 4800, unit = "1", note = "alone" },
    tpp_with_density = { value = 1600, unit = "1", note = "with a performance density of 5.92" },
    density = { value = 5.92, unit = "1", note = "TPP a mm^2" },
    obliges = { "a licence for export to China and others" },
  },

  rule_2023_b = {
    name = "3A090.b of October 2023", source = "bis_2023", checked = rule, jurisdiction = "US",
    modality = "licence required, or notified", applies_from = { text = "2023-11-17" },
    tpp = { value = 2400, unit = "1", note = "to 4800, with a density of 1.6 to 5.92" },
    density_low = { value = 1.6, unit = "1", note = "TPP a mm^2" },
    tpp_low = { value = 1600, unit = "1", note = "with a density of 3.2 to 5.92" },
    density_high = { value = 3.2, unit = "1", note = "TPP a mm^2" },
    obliges = { "a licence, or notice for licence exception NAC" },
  },

  diffusion_2025 = {
    name = "AI diffusion framework, model weights (4E091)", source = "diffusion", checked = notices,
    jurisdiction = "US", modality = "licence required, rescinded before it applied",
    published = { text = "2025-01-15" }, applies_from = { text = "2025-05-15" },
    applies_to = { text = "2025-05-13" },
    threshold = { value = 1e26, unit = "FLOP", note = "closed weights" },
    obliges = { "a licence for export of weights of closed models", "country quotas of chips" },
  },

  h20_letters_2025 = {
    name = "letters on H20 and MI308", source = "letters", checked = false, jurisdiction = "US",
    modality = "licence required; licences granted from August 2025",
    applies_from = { text = "2025-04-09" },
    memory_bandwidth = { value = 1400, unit = "GB/s" },
    transfer_rate = { value = 1100, unit = "GB/s" },
    total_bandwidth = { value = 1700, unit = "GB/s", note = "memory and links together" },
    obliges = { "a licence for export to China and others" },
  },
}

return M
