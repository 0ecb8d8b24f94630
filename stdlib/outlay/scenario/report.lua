--- The report of a scenario: cost by part, time, energy and emissions, laws, assumptions.
local field = require "outlay.model.field"
local graph = require "core.graph"
local output = require "outlay.report.output"
local roots = require "outlay.catalog.roots"
local show = require "outlay.report.show"
local text_width = require "outlay.report.text_width"
local value = require "outlay.report.value"

local M = {}

local WIDTH = 96

local function text(line) output.add { kind = "text", text = line } end

local function wrapped(line) return text_width.wrap(line, WIDTH) end

-- ---- what it is ----

local function chip_name(run)
  local place = roots.place(run.gpu)
  return field(run.gpu, "name") or place and place.path or "chips"
end

local function subject(run)
  local name = run.model and field(run.model, "name")
  if name and type(name) == "string" then
    return ("%s on %s"):format(name, tostring(run.tokens):gsub("token", "tokens"))
  end
  return ("a run of %s"):format(tostring(run.work))
end

-- The policies that were chosen, in a line.
local function policies_text(run)
  local names = {}
  for _, kind in ipairs(require("outlay.policy.interface").order) do
    local chosen = run.chosen[kind]
    if chosen and chosen[1].name ~= "none" then
      names[#names + 1] = ("%s: %s"):format(kind, chosen[1].name)
    end
  end
  return table.concat(names, "; ")
end

local function say_what(run)
  text(("%s: %s, %s %s, from %s"):format(run.name, subject(run), tostring(run.count):gsub(" %a+$",
    " x"), chip_name(run), run.start))
  local chosen = policies_text(run)
  if chosen ~= "" then text(chosen) end
end

-- ---- cost ----

-- Means of all parts, and the whole, from one evaluation.
local function evaluate(run)
  local nodes = { run.cost }
  for i, entry in ipairs(run.costs) do nodes[i + 1] = entry.cost end
  local result = value.evaluate(nodes)
  local means = {}
  for i in ipairs(nodes) do means[i] = result:moments(i, 1).mean end
  return means
end

local function percent(share)
  return { text = ("%.1f %%"):format(100 * share), value = share }
end

local function chance_text(chance)
  return { text = ("%.3g %%"):format(100 * chance), value = chance }
end

local function cost_table(run)
  if #graph.describe(run.cost).axes > 0 then return show.show(run.cost) end
  local means, rows = evaluate(run), {}
  for i, entry in ipairs(run.costs) do
    if means[i + 1] ~= 0 then rows[#rows + 1] = { entry.name, entry.cost, means[i + 1] } end
  end
  table.sort(rows, function(a, b) return a[3] > b[3] end)
  for _, row in ipairs(rows) do row[3] = percent(row[3] / means[1]) end
  rows[#rows + 1] = { "total", run.cost, percent(1) }
  show.tabulate{ columns = { "cost", "mean and 90 % interval", "share" }, rows = rows }
end

-- ---- the rest ----

local function is_zero(x)
  local kind = graph.describe(x)
  if kind.uncertain or #kind.axes > 0 then return false end
  return value.evaluate({ x }):moments(1, 1).mean == 0
end

local function figures(run, possible)
  show.show(run.wall_time, nil, "wall time")
  if not is_zero(run.experiments - 1) then
    show.show(run.total_time, nil, "with experiments before")
  end
  if possible and not is_zero(run.lead_time) then
    show.show(run.lead_time, nil, "waiting for chips")
  end
  show.show(run.total_chip_hours, nil, "chip-hours")
  show.show(run.peak_power, nil, "power, rated")
  show.show(run.energy, nil, "electricity")
  show.show(run.emissions, "tCO2e", "emissions of electricity")
  show.show(run.embodied, "tCO2e", "emissions of making it")
  if possible and not is_zero(run.up_front) then show.show(run.up_front, nil, "up front") end
end

-- The laws that may be crossed.
local function laws(run)
  local rows, duties = {}, run.obligations
  for _, duty in ipairs(duties) do
    if duty.chance ~= nil and #graph.describe(duty.chance).axes == 0 then
      local chance = value.evaluate({ duty.chance }):moments(1, 1).mean
      if chance > 0 then
        rows[#rows + 1] = { (duty.law:gsub("general%-purpose AI", "GPAI")), duty.threshold,
          chance_text(chance), tostring(duty.from), duty.modality or "" }
      end
    end
  end
  if #rows == 0 then return end
  show.tabulate{ title = "Thresholds that the run crosses",
    columns = { { name = "law", align = "left" }, "threshold", "in", "from", "modality" },
    rows = rows }
end

local function assumptions(run)
  local rows = {}
  for i, entry in ipairs(run.assumptions) do
    local content = entry.value
    if graph.is_node(content) and #graph.describe(content).axes > 0 then content = "by axis" end
    rows[i] = { entry.name, content, entry.why or "" }
  end
  if #rows == 0 then return end
  show.tabulate{ title = "Assumed, since nobody said otherwise", rows = rows,
    columns = { "what", { name = "value", align = "left" }, "because" } }
end

--- Puts a scenario into the report.
---@param run table
function M.report(run)
  say_what(run)
  local conflicts = run.conflicts
  for _, found in ipairs(conflicts) do
    text(wrapped(("It cannot be: %s."):format(found.says)))
    if found.advice then text(wrapped("    " .. found.advice)) end
  end
  if #conflicts > 0 then return end
  cost_table(run)
  figures(run, true)
  laws(run)
  assumptions(run)
end

return M
