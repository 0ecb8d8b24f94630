--- Tables of published models as records: Epoch AI's, and a plain form.
local names = require "outlay.catalog.import_names"
local sheet = require "outlay.catalog.sheet"

local M = {}

-- ---- Epoch AI ----

local function read_epoch(row)
  local domain = row:text("Domain") or ""
  return { {
    name = row:required("Model"), date = row:date("Publication date")
      or sheet.reject("Publication date is empty"),
    organization = row:text("Organization"), domain = domain, task = row:text("Task"),
    parameters = row:optional("Parameters"), compute = row:optional("Training compute (FLOP)"),
    examples = row:optional("Training dataset size (gradients)")
      or row:optional("Training dataset size (datapoints)"),
    hours = row:optional("Training time (hours)"), hardware = row:text("Training hardware"),
    chips = row:optional("Hardware quantity"), mfu = row:optional("Hardware utilization (MFU)"),
    cost = row:optional("Training compute cost (2023 USD)"), cost_year = "2023",
    power = row:optional("Training power draw (W)"), base_model = row:text("Base model"),
    confidence = row:text("Confidence"), address = row:text("Link"),
  } }
end

-- ---- the plain form ----

local function read_plain(row)
  return { {
    name = row:required("model"), date = row:date("date") or sheet.reject("date is empty"),
    organization = row:text("organization"), domain = row:text("domain") or "",
    parameters = row:optional("parameters"), compute = row:optional("compute"),
    examples = row:optional("tokens"), hours = row:optional("hours"),
    hardware = row:text("hardware"), chips = row:optional("chips"), mfu = row:optional("mfu"),
    confidence = row:text("confidence"), source = row:text("source"), address = row:text("address"),
  } }
end

local forms = {
  { name = "Epoch AI", columns = { "Model", "Publication date", "Training compute (FLOP)" },
    read = read_epoch, title = "Epoch AI, model table" },
  { name = "plain", columns = { "model", "date", "compute" }, read = read_plain },
}

--- The models of a CSV text.
---@class outlay.catalog.models
---@field form string
---@field rows integer how many rows the text has
---@field records table[] { name =, date =, domain =, parameters =, compute = (FLOP), hours =, ... }
---@field rejected table[] { line =, reason = }
---@field remarks table[] { line =, reason = } cells that could not be read and were left out
---@param contents string
---@param name string the file, for messages and sources
---@return outlay.catalog.models
function M.read(contents, name)
  local rows, columns, rejected, remarks = sheet.read(contents, name)
  local count = #rows + #rejected
  local form
  for _, known in ipairs(forms) do
    if not form and sheet.has(columns, known.columns) then form = known end
  end
  if not form then sheet.raise_unknown_form(columns, forms, name) end
  local records = sheet.each(rows, rejected, form.read)
  for _, record in ipairs(records) do record.source = record.source or form.title end
  return { form = form.name, rows = count, records = records, rejected = rejected,
    remarks = remarks,
    read = count - #rejected }
end

-- ---- as a catalog file ----

-- A key of its own for each model: a name that comes again gets a number.
local function key_of(name, taken)
  local key = names.slug(name)
  local free, number = key, 1
  while taken[free] do
    number = number + 1
    free = ("%s_%d"):format(key, number)
  end
  taken[free] = true
  return free
end

local function is_about_language(model) return model.domain:find("anguage", 1, true) ~= nil end

--- Models as records, with their sources: what the imported file returns.
---@param models outlay.catalog.models
---@param name string
---@return table module { records = }
function M.module(models, name)
  local records, taken = {}, {}
  for _, model in ipairs(models.records) do
    local function fact(value, unit) return value and { value = value, unit = unit } end
    local training = {
      work = fact(model.compute, "FLOP"), hardware = model.hardware,
      chips = fact(model.chips, "chip"), time = fact(model.hours, "h"), mfu = fact(model.mfu, "1"),
      power = fact(model.power, "W"),
      cost = model.cost and { value = model.cost, unit = "USD", price_year = model.cost_year,
        scope = "training run", imputed = "estimate of the table" } or nil,
    }
    records[key_of(model.name, taken)] = {
      name = model.name, developer = model.organization, domain = model.domain,
      task = model.task, base_model = model.base_model, confidence = model.confidence,
      released = model.date, parameters = fact(model.parameters, "parameter"),
      tokens = is_about_language(model) and fact(model.examples, "token") or nil,
      training = next(training) and training or nil,
      date = model.date, checked = false,
      source = { title = ("%s%s, line %d"):format(model.source and model.source .. ", " or "", name,
          model.line),
        address = model.address },
    }
  end
  return { records = records }
end

return M
