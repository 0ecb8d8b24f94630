-- Finding an operand in a line of source, so that a caret can stand under it.

local graph = require "core.graph"
local unit = require "core.unit"

local span = {}

--- The first place of a word in a line that is not part of a longer word.
---@return integer? first
---@return integer? last
function span.word(line, word, start)
  local from = start or 1
  while true do
    local first, last = line:find(word, from, true)
    if not first then return nil end
    local before, after = line:sub(first - 1, first - 1), line:sub(last + 1, last + 1)
    local edge = word:find("^%w") and "[%w_]" or "[<>=~]"
    if not before:find(edge) and not after:find(edge) then return first, last end
    from = last + 1
  end
end

--- The place of a word that fits best: where `fits(before, after)` of the text around it holds,
--- else the first one.
---@return integer? first
---@return integer? last
function span.fitting(line, word, start, fits)
  local first, last = span.word(line, word, start)
  local from = first
  while from do
    local next_first, next_last = span.word(line, word, from)
    if not next_first then break end
    if fits(line:sub(1, next_first - 1), line:sub(next_last + 1)) then
      return next_first, next_last
    end
    from = next_last + 1
  end
  return first, last
end

-- A literal q"..." whose dimension is the node's.
local function literal(line, node, start)
  local kind = graph.describe(node)
  local from = start or 1
  while true do
    local first, last, _, text = line:find("q%s*([\"'])(.-)%1", from)
    if not first then return nil end
    local ok, _, _, id = pcall(unit.quantity, text)
    if ok then
      local _, _, dimension = unit.describe(id)
      if dimension == kind.dimension then return first, last end
    end
    from = last + 1
  end
end

-- ---- operands of + and - by the shape of the expression ----

-- A name, a number, a text, a sign of two characters, anything else.
local lexemes = { "^[%a_][%w_%.:]*", "^%d[%w%.]*", "^([\"']).-%1", "^[<>=~]=", "^." }

local function tokens_of(line)
  local tokens, at = {}, 1
  while at <= #line do
    local first, last = line:find("^%s+", at)
    if first then
      at = last + 1
    else
      first, last = line:find("^%-%-.*", at)
      if first then break end
      for _, pattern in ipairs(lexemes) do
        first, last = line:find(pattern, at)
        if first then break end
      end
      tokens[#tokens + 1] = { text = line:sub(first, last), first = first, last = last }
      at = last + 1
    end
  end
  return tokens
end

local opening = { ["("] = ")", ["["] = "]", ["{"] = "}" }
local closing = { [")"] = true, ["]"] = true, ["}"] = true }
local ends = { [","] = true, ["="] = true, [";"] = true, ["=="] = true, ["<"] = true, [">"] = true,
  ["<="] = true, [">="] = true, ["~="] = true, ["+"] = true, ["-"] = true, ["return"] = true,
  ["local"] = true, ["and"] = true, ["or"] = true, ["then"] = true, ["do"] = true, ["end"] = true }

-- How far an operand goes from a sign, to one side (step -1 or 1). A sum on the left belongs
-- to the left operand, as Lua reads it.
local function reach(tokens, sign, step)
  local depth, i = 0, sign + step
  local furthest = nil
  while tokens[i] do
    local text = tokens[i].text
    local opens = step == 1 and opening[text] or step == -1 and closing[text]
    local closes = step == 1 and closing[text] or step == -1 and opening[text]
    if closes then
      if depth == 0 then break end
      depth = depth - 1
    elseif opens then
      depth = depth + 1
    elseif depth == 0 and ends[text] and not (step == -1 and (text == "+" or text == "-")) then
      break
    end
    furthest = i
    i = i + step
  end
  return furthest
end

-- The spans of both operands of each + or - in a line.
local function sums(line)
  local tokens, found = tokens_of(line), {}
  for i, token in ipairs(tokens) do
    if (token.text == "+" or token.text == "-") and i > 1 then
      local left, right = reach(tokens, i, -1), reach(tokens, i, 1)
      if left and right then
        found[#found + 1] = { { tokens[left].first, tokens[i - 1].last },
          { tokens[i + 1].first, tokens[right].last } }
      end
    end
  end
  return found
end

-- ---- what can be nil ----

local arithmetic = { ["+"] = true, ["-"] = true, ["*"] = true, ["/"] = true, ["^"] = true }

local keywords = { ["return"] = true, ["local"] = true, ["and"] = true, ["or"] = true,
  ["not"] = true, ["then"] = true, ["end"] = true, ["function"] = true, ["in"] = true }

-- Whether a token is a name that stands for a value: no call, no text, no word of Lua.
local function is_name(tokens, i)
  local token = tokens[i]
  if not token or not token.text:find("^[%a_]") or keywords[token.text] then return false end
  local after = tokens[i + 1] and tokens[i + 1].text or ""
  return not after:find("^[%(%{\"']")
end

--- The names beside an arithmetic sign in a line, of which one may hold nothing: those of fields
--- such as `t.price` if there are any, because a global name without a value is another error.
---@return string[]
function span.nameable(line)
  local tokens, fields, names, seen = tokens_of(line), {}, {}, {}
  for i, token in ipairs(tokens) do
    local beside = tokens[i - 1] and arithmetic[tokens[i - 1].text]
      or tokens[i + 1] and arithmetic[tokens[i + 1].text]
    if beside and is_name(tokens, i) and not seen[token.text] then
      seen[token.text] = true
      local list = token.text:find(".", 1, true) and fields or names
      list[#list + 1] = token.text
    end
  end
  return #fields > 0 and fields or names
end

-- ---- both operands ----

local function search(line, node, start)
  local name = graph.describe(node).name
  local first, last
  if name then first, last = span.word(line, name, start) end
  if not first then first, last = literal(line, node, start) end
  return first and { first, last } or nil
end

-- Past "name =" of an assignment, so that the name that is set is not taken for an operand.
local function start_of_expression(line)
  local _, last = line:find("^%s*[%w_%.,%s]-[^=<>~]=[^=]")
  return last and last or 1
end

--- The span of one operand in a line, or nil.
---@param call string? the function that the operand is an argument of, if it is one
---@return table? span { first, last }
function span.operand(line, node, call)
  local start = start_of_expression(line)
  local inside = call and line:match("%f[%w_]" .. call .. "%s*[%({]()", start)
  return inside and search(line, node, inside) or search(line, node, start)
end

-- How well a side of a sum fits a node: its very name is best, its dimension is good.
local function fit(line, side, node)
  local text = line:sub(side[1], side[2])
  local name = graph.describe(node).name
  if name and text == name then return 2 end
  if not name and not text:find("^[%a_][%w_]*$") then return 1 end
  return 0
end

-- The sides of the sum whose names are those of the operands, nil where no sum has them.
local function named_sum(line, left_node, right_node)
  local best, most = nil, 1
  for _, pair in ipairs(sums(line)) do
    local left, right = fit(line, pair[1], left_node), fit(line, pair[2], right_node)
    if left > 0 and right > 0 and left + right > most then best, most = pair, left + right end
  end
  if most < 3 then return nil end -- not one name
  return best
end

--- The spans of two operands in a line; each may be nil.
---@return table? left { first, last }
---@return table? right
function span.operands(line, left_node, right_node)
  local sum = named_sum(line, left_node, right_node)
  if sum then return sum[1], sum[2] end
  local start = start_of_expression(line)
  local left = search(line, left_node, start)
  local right = search(line, right_node, left and left[2] + 1 or start)
    or search(line, right_node, start)
  if left and right then return left, right end
  for _, pair in ipairs(sums(line)) do
    local fits_left = not left or (left[1] >= pair[1][1] and left[2] <= pair[1][2])
    local fits_right = not right or (right[1] >= pair[2][1] and right[2] <= pair[2][2])
    if fits_left and fits_right then return pair[1], pair[2] end
  end
  return left, right
end

return span
