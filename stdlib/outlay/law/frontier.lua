--- Law on training large models: thresholds, dates of application, and what is due.
--
-- `applies_from` and `applies_to` are dates, `modality` says how binding it is, `obliges` lists
-- what a developer must do. Thresholds are of cumulative training compute, and `comparison` says
-- whether a model of exactly so much is covered. No legal advice.
local M = {}

M.sources = {
  ai_act = {
    title = "Regulation (EU) 2024/1689 (AI Act), articles 3, 51 to 56, 101, 111 and 113",
    address = "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
  },
  gpai_guidelines = {
    title = "European Commission, Guidelines on the scope of obligations for providers of "
      .. "general-purpose AI models, C(2025) 5045, 2025-07-18",
    address = "https://digital-strategy.ec.europa.eu/en/library",
  },
  eo_14110 = {
    title = "Executive Order 14110, 88 FR 75191, section 4.2; revoked by Executive Order 14148",
    address = "https://www.federalregister.gov/documents/2023/11/01/2023-24283/",
  },
  sb_53 = {
    title = "California SB 53, Transparency in Frontier Artificial Intelligence Act (2025)",
    address = "https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202520260SB53",
  },
  raise = {
    title = "New York RAISE Act, S6953-B/A6453-B, and chapter amendment A9449/S8828 of 2026",
    address = "https://vulcanbills.com/ny/2025/A09449", retrieved = "2026-11",
  },
  korea = {
    title = "Republic of Korea, Framework act on artificial intelligence, and its decree",
    address = "https://www.law.go.kr/",
  },
}

local claims = "secondary: the compiled table of claims, checked against its source"
local digests = "secondary: vulcanbills.com, trusq.io and regulon.ai, 2026-11"

local guidelines = "secondary: digests of the guidelines and of articles 52 and 113, 2026-11"

M.records = {
  eu_general_purpose = {
    name = "EU AI Act: general-purpose AI models", source = "ai_act", checked = claims,
    jurisdiction = "EU", modality = "must",
    in_force = { text = "2024-08-01" }, applies_from = { text = "2025-08-02" },
    enforced_from = { text = "2026-08-02", checked = guidelines },
    older_models_from = {
      text = "2027-08-02",
      checked = guidelines, note = "models placed on the market before 2025-08-02",
    },
    threshold = {
      value = 1e23, unit = "FLOP", source = "gpai_guidelines", checked = guidelines,
      note = "indicative, for models that generate language, or images or video from text",
    },
    comparison = "above",
    modification = {
      value = 1 / 3, unit = "1", source = "gpai_guidelines", checked = guidelines,
      note = "who spends a third of the original compute on changes counts as a provider",
    },
    fine_share = {
      value = 0.03, unit = "1", checked = false,
      note = "of turnover, or the amount if higher",
    },
    fine_amount = {
      value = 15e6, unit = "EUR", date = "2025-08-02", checked = false, scope = "contract",
    },
    obliges = {
      "technical documentation (article 53, annex XI)",
      "information for providers downstream (annex XII)", "a policy on copyright",
      "a public summary of the training content",
    },
  },

  eu_systemic_risk = {
    name = "EU AI Act: general-purpose AI models with systemic risk", source = "ai_act",
    checked = claims, jurisdiction = "EU", modality = "presumption, rebuttable",
    applies_from = { text = "2025-08-02" },
    threshold = {
      value = 1e25, unit = "FLOP", note = "cumulative, article 51",
      checked = "primary: text of article 51 at ai-act-law.eu, 2026-11",
    },
    comparison = "above",
    notification = {
      value = 14, unit = "day", checked = guidelines,
      note = "after the threshold is met or it is known that it will be",
    },
    obliges = {
      "notify the Commission", "evaluate the model, with adversarial tests",
      "assess and mitigate systemic risks", "track and report serious incidents",
      "protect the model and its infrastructure",
    },
  },

  us_eo_14110 = {
    name = "US Executive Order 14110: reporting of large training runs", source = "eo_14110",
    checked = false, jurisdiction = "US", modality = "must, revoked",
    applies_from = { text = "2023-10-30" }, applies_to = { text = "2025-01-20" },
    threshold = { value = 1e26, unit = "FLOP" },
    comparison = "above",
    threshold_biology = {
      value = 1e23, unit = "FLOP", note = "trained primarily on biological sequence data",
    },
    cluster = {
      value = 1e20, unit = "FLOP/s", note = "with networks of over 100 Gbit/s, one site",
    },
    obliges = {
      "report training, physical and cyber security, and ownership of weights",
      "report results of red-team tests", "report large computing clusters",
    },
  },

  california_sb_53 = {
    name = "California SB 53: frontier developers", source = "sb_53", checked = digests,
    jurisdiction = "US-CA", modality = "must",
    signed = { text = "2025-09-29", checked = false },
    applies_from = { text = "2026-01-01", checked = false },
    threshold = { value = 1e26, unit = "FLOP", note = "with later fine-tuning" },
    comparison = "above",
    revenue = {
      value = 500e6, unit = "USD/year", date = "2026", scope = "contract",
      note = "above it a large frontier developer, with more duties",
    },
    incident_report = { value = 15, unit = "day", checked = false },
    imminent_incident_report = { value = 24, unit = "hour", checked = false },
    penalty = {
      value = 1e6, unit = "USD", date = "2026", scope = "contract", checked = false,
      note = "at most, a violation",
    },
    obliges = {
      "publish a frontier AI framework (large developers)",
      "publish a transparency report before a new model", "report critical safety incidents",
      "protect whistleblowers",
    },
  },

  new_york_raise = {
    name = "New York RAISE Act: large frontier developers", source = "raise", checked = digests,
    jurisdiction = "US-NY", modality = "must",
    signed = { text = "2025-12-19" }, amended = { text = "2026-03-27" },
    applies_from = { text = "2027-01-01" },
    threshold = { value = 1e26, unit = "FLOP" },
    comparison = "above",
    revenue = { value = 500e6, unit = "USD/year", date = "2026", scope = "contract" },
    incident_report = { value = 72, unit = "hour" },
    imminent_incident_report = { value = 24, unit = "hour" },
    penalty = {
      value = 1e6, unit = "USD", date = "2026", scope = "contract", note = "a first violation",
    },
    penalty_again = {
      value = 3e6, unit = "USD", date = "2026", scope = "contract", note = "a later violation",
    },
    obliges = {
      "publish a safety framework",
      "report critical safety incidents to the Department of Financial Services",
      "file a disclosure statement every two years", "pay a share of oversight",
    },
  },

  korea_basic_act = {
    name = "Korea AI framework act: high-performance AI", source = "korea", checked = false,
    jurisdiction = "KR", modality = "must", applies_from = { text = "2026-01-22" },
    threshold = { value = 1e26, unit = "FLOP", note = "in the decree" },
    comparison = "at or above",
    obliges = { "assess and mitigate risks over the life cycle", "a risk management system" },
  },
}

return M
