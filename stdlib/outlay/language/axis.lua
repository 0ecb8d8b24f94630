-- Axes: named dimensions of a value such as years, scenarios or sites.

local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local strict = require "outlay.language.strict"

local axis = {}

-- Labels are for people to read; samples are for what varies finely.
local MOST_LABELS = 10000

local by_id = {} -- core's number -> axis object
local methods = {}
local metatable = { __index = methods, __metatable = false }

local function label_text(label)
  if type(label) == "number" then return ("%.14g"):format(label) end
  if type(label) == "string" and label ~= "" then return label end
  errors.raise("labels of an axis are numbers or texts")
end

local function make(name, labels)
  if type(name) ~= "string" or type(labels) ~= "table" or #labels == 0 then
    errors.raise("an axis needs a name and a list of labels",
      "write axis(\"scenario\", { \"low\", \"base\", \"high\" })")
  end
  local texts, numbers = {}, {}
  for i, label in ipairs(labels) do
    texts[i] = label_text(label)
    if numbers and type(label) == "number" then numbers[i] = label else numbers = nil end
  end
  local id = graph.axis(name, texts, numbers)
  if not by_id[id] then
    by_id[id] = setmetatable({ id = id, name = name, labels = texts }, metatable)
  end
  return by_id[id]
end

--- Steps from first to last: axis.range("year", 2026, 2032).
---@param name string
---@param first number
---@param last number
---@param step number? 1 unless given
function axis.range(name, first, last, step)
  step = step or 1
  if type(first) ~= "number" or type(last) ~= "number" or type(step) ~= "number" or step == 0
    or (last - first) / step < 0 then
    errors.raise("axis.range needs a first and a last number, and a step towards the last")
  end
  local steps = math.floor((last - first) / step + 1e-9)
  if steps >= MOST_LABELS or steps ~= steps then
    errors.raise(("axis.range would have %.0f labels, and an axis has at most %d"):format(steps + 1,
      MOST_LABELS), "choose a larger step, or a nearer end")
  end
  local labels = {}
  for i = 0, steps do labels[i + 1] = first + i * step end
  return make(name, labels)
end

--- The axis object of one of the core's axes.
function axis.of(id)
  if not by_id[id] then
    local name, labels = graph.axis_describe(id)
    by_id[id] = setmetatable({ id = id, name = name, labels = labels }, metatable)
  end
  return by_id[id]
end

--- Whether a value is an axis.
function axis.is(value)
  return type(value) == "table" and by_id[rawget(value, "id") or 0] == value
end

-- scenario{ low = x, base = y, high = z }, or in the order of the labels
function metatable.__call(self, values)
  if type(values) ~= "table" then
    errors.raise(("axis '%s' takes a value for each label"):format(self.name))
  end
  values = strict.plain(values)
  local given = {}
  for key, value in pairs(values) do
    local label = type(key) == "number" and values[label_text(key)] == nil
      and not self:find(label_text(key)) and self.labels[key] or label_text(key)
    if not self:find(label) then
      errors.raise(("axis '%s' has no label '%s'"):format(self.name, tostring(key)),
        strict.suggestion(tostring(label), self.labels))
    end
    given[label] = quantity.of(value)
  end
  local list = {}
  for i, label in ipairs(self.labels) do
    if given[label] == nil then
      errors.raise(("axis '%s': the value for '%s' is missing"):format(self.name, label))
    end
    list[i] = given[label]
  end
  return graph.stack(self.id, list)
end

function metatable.__tostring(self)
  return ("axis %s: %s"):format(self.name, table.concat(self.labels, ", "))
end

--- The position of a label, or nil.
function methods:find(label)
  for i, text in ipairs(self.labels) do
    if text == label then return i end
  end
end

--- The labels as a quantity without unit (an axis of numbers).
function methods:values() return graph.labels(self.id) end

local function check_function(self, who, f, arguments)
  if type(f) ~= "function" then
    errors.raise(("%s:%s needs a function, not a %s"):format(self.name, who, type(f)),
      ("write %s:%s(%s)"):format(self.name, who, arguments))
  end
end

--- A value for each label by a function of the label.
---@param f fun(label: string, index: number): any
function methods:each(f)
  check_function(self, "each", f, "function(label) ... end")
  local list = {}
  for i, label in ipairs(self.labels) do list[i] = self:without(quantity.of(f(label, i)), label) end
  return graph.stack(self.id, list)
end

-- A value at one label, where it has this axis at all.
function methods:without(value, label)
  for _, id in ipairs(graph.describe(value).axes) do
    if id == self.id then return graph.at(value, id, label) end
  end
  return value
end

--- Label after label, each from the one before: year:scan(start, f). The first label has
--- `start`; f(previous, label) gives the next, and may use quantities that have this axis.
---@param start any
---@param f fun(previous: node, label: string): any
function methods:scan(start, f)
  check_function(self, "scan", f, "start, function(previous, label) ... end")
  local previous = self:without(quantity.of(start), self.labels[1])
  local list = { previous }
  for i = 2, #self.labels do
    previous = self:without(quantity.of(f(previous, self.labels[i])), self.labels[i])
    list[i] = previous
  end
  return graph.stack(self.id, list)
end

return setmetatable({}, {
  __index = strict.wrap(axis, "axis"),
  __call = function(_, name, labels) return make(name, labels) end,
  __metatable = strict.locked { fields = function() return strict.keys(axis) end },
  __newindex = function() errors.raise("axis cannot be changed") end,
})
