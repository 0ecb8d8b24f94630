--- What has changed between two sets of facts, as results and snapshots store them.
local fact = require "outlay.catalog.fact"

local M = {}

local numbers = { "value", "low", "high" }
local texts = { "text", "unit", "price_year", "range" }

local function is_same(a, b)
  for _, name in ipairs(numbers) do
    if a[name] ~= b[name] then return false end
  end
  for _, name in ipairs(texts) do
    if a[name] ~= b[name] then return false end
  end
  return true
end

-- The middle of a fact, for the ratio of new to old.
local function middle(record)
  if record.value then return record.value end
  if record.low and record.high then return math.sqrt(math.abs(record.low * record.high)) end
  return nil
end

local function ratio(old, new)
  local a, b = middle(old), middle(new)
  if not a or not b or a == 0 or old.unit ~= new.unit then return nil end
  return b / a
end

--- The changes from one set of facts to another, in the order of their paths.
---@param old table<string, table> path -> { value =, low =, high =, text =, unit =, layer = }
---@param new table<string, table>
---@return table[] changes { path =, kind = "changed" | "added" | "removed", old =, new =, ratio = }
function M.of(old, new)
  local changes = {}
  for path, record in pairs(old) do
    local other = new[path]
    if not other then
      changes[#changes + 1] = { path = path, kind = "removed", old = record }
    elseif not is_same(record, other) then
      changes[#changes + 1] = { path = path, kind = "changed", old = record, new = other,
        ratio = ratio(record, other) }
    end
  end
  for path, record in pairs(new) do
    if not old[path] then changes[#changes + 1] = { path = path, kind = "added", new = record } end
  end
  table.sort(changes, function(a, b) return a.path < b.path end)
  return changes
end

--- A stored fact as a person reads it.
---@param record table?
---@return string
function M.text(record)
  if not record then return "none" end
  if record.text then return record.text end
  return fact.value_text(record, record.unit)
end

--- How a fact has changed: "+12 %", "new", "gone", "other words".
---@param change table
---@return string
function M.change_text(change)
  if change.kind == "added" then return "new" end
  if change.kind == "removed" then return "gone" end
  if not change.ratio then return "other" end
  return ("%+.3g %%"):format(100 * (change.ratio - 1))
end

return M
