--- All 38 claims in tables: verdicts by document, what correcting a garbled claim changes, and what
--- the record of each rests on.
--
-- One learns: claims as data for a report of one's own.
--
--   outlay run examples/claims/report.lua
--   outlay check examples/claims              the claims themselves, with their figures
for _, topic in ipairs { "frontier_runs", "training_inputs", "compute_thresholds", "cost_declines",
  "deals_and_capex" } do
  require(topic)
end
local claims = require("outlay.claim").all()
local verdicts = { "reproduced", "inside", "outside", "contradicted", "not testable" }

-- How many claims have each verdict, by what `group_of` says of them.
local function count(group_of)
  local groups, order = {}, {}
  for _, one in ipairs(claims) do
    local group = group_of(one)
    if not groups[group] then
      groups[group] = { group, 0, 0, 0, 0, 0, 0 }
      order[#order + 1] = groups[group]
    end
    local row = groups[group]
    row[2] = row[2] + 1
    for i, name in ipairs(verdicts) do
      if one.verdict == name then row[i + 2] = row[i + 2] + 1 end
    end
  end
  return order
end

local function with_total(rows)
  local total = { "all" }
  for i = 2, 7 do
    total[i] = 0
    for _, row in ipairs(rows) do total[i] = total[i] + row[i] end
  end
  rows[#rows + 1] = total
  return rows
end

local function columns(first) return { first, "claims", unpack(verdicts) } end

tabulate{ title = "As they circulate, by document", columns = columns "document",
  rows = with_total(count(function(one) return one.document end)) }
tabulate{ title = "By what the record of a claim rests on", columns = columns "basis",
  rows = with_total(count(function(one) return one.basis end)) }

local changed, corrected = {}, 0
for _, one in ipairs(claims) do
  local original = one.original
  if original then
    corrected = corrected + 1
    if original.verdict ~= one.verdict then
      changed[#changed + 1] = { one.id, one.verdict, original.verdict,
        original.stated and original.stated.text or "",
        original.computed and original.computed.text or "" }
    end
  end
end
tabulate{ title = "What the corrected original changes",
  columns = { "claim", "as it circulates", "the original", "stated", "computed" }, rows = changed }
print(("%d of %d claims circulate garbled; for %d of them the original has another verdict"):format(
  corrected, #claims, #changed))

check("all 38 claims of the five documents are here", #claims, "==", 38)
