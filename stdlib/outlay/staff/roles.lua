--- What people cost: base salary and equity by role, and what comes on top.
--
-- Per person and year, United States, before the employer's overhead. Salaries of frontier
-- laboratories are far above the market: `frontier_` roles are from job postings and self-reports.
local M = {}

M.sources = {
  bls = {
    title = "U.S. Bureau of Labor Statistics, Occupational employment and wages, May 2023 and 2024",
    address = "https://www.bls.gov/oes/current/oes_stru.htm",
  },
  ecec = {
    title = "U.S. Bureau of Labor Statistics, Employer costs for employee compensation, 2024",
    address = "https://www.bls.gov/news.release/ecec.nr0.htm",
  },
  postings = {
    title = "Job postings of AI laboratories with pay ranges, and levels.fyi, 2024-2025",
    address = "https://www.levels.fyi/",
  },
  annotators = {
    title = "TIME, OpenAI used Kenyan workers on less than 2 USD per hour, 2023-01-18",
    address = "https://time.com/6247678/openai-chatgpt-kenya-workers/",
  },
  experts = {
    title = "Press on expert annotation platforms (Scale, Surge, Mercor), 2024-2025",
    address = "https://www.theinformation.com/",
  },
}

local oews = "secondary: repositories that quote BLS of May 2024, 2026-11"

M.records = {
  research_scientist = {
    name = "research scientist (computer and information), median", source = "bls", checked = false,
    date = "2024", scope = "person", salary = { value = 140910, unit = "USD/person/year",
    checked = oews },
  },
  software_engineer = {
    name = "software developer, median", source = "bls", checked = false, date = "2024",
    scope = "person", salary = { value = 133080, unit = "USD/person/year", checked = oews },
  },
  data_scientist = {
    name = "data scientist, median", source = "bls", checked = false, date = "2024",
    scope = "person", salary = { value = 112590, unit = "USD/person/year", checked = oews },
  },
  systems_administrator = {
    name = "network and computer systems administrator, median", source = "bls", checked = false,
    date = "2024", scope = "person", salary = { value = 96800, unit = "USD/person/year" },
  },
  frontier_research_scientist = {
    name = "research scientist at a frontier laboratory", source = "postings", checked = false,
    date = "2025", scope = "person",
    salary = {
      low = 250000, value = 330000, high = 450000, unit = "USD/person/year",
      range = "posted pay ranges",
    },
    equity = {
      low = 200000, value = 500000, high = 2e6, unit = "USD/person/year", range = "self-reports",
    },
  },
  frontier_research_engineer = {
    name = "research engineer at a frontier laboratory", source = "postings", checked = false,
    date = "2025", scope = "person",
    salary = {
      low = 220000, value = 310000, high = 450000, unit = "USD/person/year",
      range = "posted pay ranges",
    },
    equity = {
      low = 150000, value = 400000, high = 1e6, unit = "USD/person/year", range = "self-reports",
    },
  },
  frontier_infrastructure_engineer = {
    name = "training infrastructure engineer at a frontier laboratory", source = "postings",
    checked = false, date = "2025", scope = "person",
    salary = {
      low = 220000, value = 300000, high = 400000, unit = "USD/person/year",
      range = "posted pay ranges",
    },
    equity = {
      low = 120000, value = 300000, high = 800000, unit = "USD/person/year", range = "self-reports",
    },
  },
  program_manager = {
    name = "technical programme manager", source = "postings", checked = false, date = "2025",
    scope = "person",
    salary = {
      low = 160000, value = 220000, high = 320000, unit = "USD/person/year",
      range = "posted pay ranges",
    },
    equity = {
      low = 40000, value = 100000, high = 250000, unit = "USD/person/year", range = "self-reports",
    },
  },
  annotator_low_wage = {
    name = "annotator in a low-wage country, take-home", source = "annotators", checked = false,
    date = "2022", scope = "person",
    wage = {
      low = 1.32, high = 2.0, unit = "USD/person/hour", range = "bounds",
      checked = "secondary: Quartz, 2023-01, and weetracker.com, 2024-11",
    },
    contract = {
      value = 12.5, unit = "USD/person/hour",
      checked = "secondary: hyroglf.com on the article, and pivot-to-ai.com, 2026-11",
      note = "what the client paid the contractor",
    },
  },
  annotator_general = {
    name = "annotator in the United States", source = "experts", checked = false, date = "2024",
    scope = "person",
    contract = { low = 15, value = 22, high = 35, unit = "USD/person/hour", range = "reports" },
  },
  annotator_expert = {
    name = "expert annotator (physician, lawyer, PhD)", source = "experts", checked = false,
    date = "2025", scope = "person",
    contract = {
      low = 50, value = 95, high = 200, unit = "USD/person/hour", range = "reports",
      checked = "secondary: sonnetcode.com: 95 USD on average at Mercor; herohunt.ai: 85 to 200 "
        .. "and more; fourweekmba.com: 45 to 250, 2026-11",
    },
  },
  overhead = {
    name = "what an employer pays on top of wages", unit = "1", source = "ecec", checked = false,
    scope = "person",
    benefits = {
      value = 0.42, source = "ecec", date = "2024-12",
      checked = "primary: the release of 2025-03-14, bls.gov, 2026-11",
      note = "private industry: benefits are 29.5 % of compensation, wages 70.5 %",
    },
    payroll_high_salary = {
      low = 0.12, value = 0.18, high = 0.25, source = "ecec", range = "judged",
      imputed = "benefits grow less than salaries; judged for salaries of 300,000 USD",
    },
  },
}

return M
