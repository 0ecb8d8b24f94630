--- A claim as a person reads it on its own: its words, its figures, the verdict and why.
--
--     s003-02: reproduced
--       says      $4.6M (2020) -> $450k (2022), -70%/yr
--       figure    fall each year
--       stated    70 %
--       computed  68.72 %
--       because   1.8 % less than the stated figure; 5 % is allowed
local M = {}

local WIDTH = 8 -- of the longest label

local function add(lines, indent, label, text)
  if text and text ~= "" then
    lines[#lines + 1] = ("%s%-" .. WIDTH .. "s  %s"):format(indent, label, text)
  end
end

local function add_part(lines, indent, part)
  add(lines, indent, "says", part.says)
  add(lines, indent, "figure", part.about)
  local stated = part.stated
  add(lines, indent, "stated", stated and (stated.reading
    and ("read as %s: %s"):format(stated.text, stated.reading) or stated.text))
  add(lines, indent, "computed", part.computed and part.computed.text)
  add(lines, indent, "because", part.why)
end

--- A claim's text: see outlay.claim for the fields.
---@param claim table
---@return string
function M.block(claim)
  local lines = { ("%s: %s"):format(claim.id, claim.verdict) }
  add_part(lines, "  ", claim)
  for _, field in ipairs { "by", "source", "document", "basis", "note" } do
    add(lines, "  ", field, claim[field])
  end
  local original = claim.original
  if original then
    lines[#lines + 1] = "  the original" .. (original.verdict and ": " .. original.verdict or "")
    add_part(lines, "    ", original)
    add(lines, "    ", "source", original.source)
    add(lines, "    ", "note", original.note)
  end
  for _, other in ipairs(claim.also or {}) do
    lines[#lines + 1] = "  also" .. (other.verdict and ": " .. other.verdict or "")
    add_part(lines, "    ", other)
  end
  return table.concat(lines, "\n")
end

return M
