--- Two tables of models compared: which models one of them counts above a threshold in a year and
--- the other does not, and why. `epoch_trend.lua` prints it.
local M = {}

-- "GPT-4 (Mar 2023)" and "GPT 4 (Mar. 2023)" are one model.
local function key_of(name) return (name:lower():gsub("[%p%s]", "")) end

local function by_key(list)
  local found = {}
  for _, model in ipairs(list) do found[key_of(model.name)] = model end
  return found
end

local function year_of(model) return tonumber(model.date:sub(1, 4)) end

local function is_above(model, flop, year)
  return model.compute and model.compute > flop and year_of(model) == year
end

-- Why a model that one table counts is not counted by the other, which has it as `other`.
local function missing(other, flop, year)
  if not other then return "not in this table by that name" end
  if not other.compute then return "no compute in this table" end
  if other.compute <= flop then return ("%.1e FLOP in this table"):format(other.compute) end
  return ("of %d in this table"):format(year_of(other) or year)
end

local function extra(model, other, flop, year, snapshot)
  if model.date > snapshot then return "published after the snapshot" end
  if not other then return "not in the published table by that name" end
  if not other.compute then return "no compute in the published table" end
  if other.compute <= flop then
    return ("%.1e FLOP in the published table"):format(other.compute)
  end
  return ("of %d in the published table"):format(year_of(other) or year)
end

--- How many models of a table are above a threshold in a year.
function M.count(list, flop, year)
  local count = 0
  for _, model in ipairs(list) do
    if is_above(model, flop, year) then count = count + 1 end
  end
  return count
end

--- The differences of a year above a threshold: those that only the published table counts, and
--- those that only this one counts, each with its reason.
---@param here table[] { name =, date =, compute = }
---@param published table[] of the same shape
---@param flop number
---@param year integer
---@param snapshot string the last day of the published table
---@return table[] gone { name =, why = }
---@return table[] come
function M.of(here, published, flop, year, snapshot)
  local ours, theirs = by_key(here), by_key(published)
  local gone, come = {}, {}
  for _, model in ipairs(published) do
    local other = ours[key_of(model.name)]
    if is_above(model, flop, year) and not (other and is_above(other, flop, year)) then
      gone[#gone + 1] = { name = model.name, why = missing(other, flop, year) }
    end
  end
  for _, model in ipairs(here) do
    local other = theirs[key_of(model.name)]
    if is_above(model, flop, year) and not (other and is_above(other, flop, year)) then
      come[#come + 1] = { name = model.name, why = extra(model, other, flop, year, snapshot) }
    end
  end
  return gone, come
end

--- A list of differences by reason: "not in this table by that name (2): A; B".
---@param list table[]
---@return string[] lines
function M.lines(list)
  local names, reasons = {}, {}
  for _, difference in ipairs(list) do
    if not names[difference.why] then
      names[difference.why] = {}
      reasons[#reasons + 1] = difference.why
    end
    table.insert(names[difference.why], difference.name)
  end
  table.sort(reasons)
  local lines = {}
  for i, why in ipairs(reasons) do
    table.sort(names[why])
    lines[i] = ("%s (%d): %s"):format(why, #names[why], table.concat(names[why], "; "))
  end
  return lines
end

return M
