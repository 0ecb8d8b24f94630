--- A claim as a person reads it on its own: its words, its figures, the verdict and why.
local M = {}

local function figures(part)
  local texts = {}
  if part.stated then texts[1] = "stated " .. part.stated.text end
  if part.computed then texts[#texts + 1] = "computed " .. part.computed.text end
  local text = table.concat(texts, ", ")
  if part.why then text = text == "" and part.why or text .. ": " .. part.why end
  return text
end

local function add(lines, indent, text)
  if text and text ~= "" then lines[#lines + 1] = indent .. text end
end

--- A claim's text: see outlay.claim for the fields.
---@param claim table
---@return string
function M.block(claim)
  local lines = { ("%s  %s"):format(claim.id, claim.verdict) }
  add(lines, "  ", "\"" .. claim.says .. "\"")
  add(lines, "  ", claim.about)
  add(lines, "  ", figures(claim))
  local original = claim.original
  if original then
    add(lines, "  ", "original" .. (original.verdict and ", " .. original.verdict or ""))
    add(lines, "    ", "\"" .. original.says .. "\"")
    add(lines, "    ", original.about)
    add(lines, "    ", figures(original))
  end
  for _, other in ipairs(claim.also or {}) do
    local verdict = other.verdict and "; " .. other.verdict or ""
    add(lines, "  ", ("%s: %s%s"):format(other.about, figures(other), verdict))
  end
  for _, field in ipairs { "by", "source", "document", "basis", "note" } do
    if claim[field] then add(lines, "  ", ("%s: %s"):format(field, claim[field])) end
  end
  return table.concat(lines, "\n")
end

return M
