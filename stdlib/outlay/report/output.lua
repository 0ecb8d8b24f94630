-- What a script has to say, in the order in which it says it.
--
-- Reports are items, a table with rows or a text. Consecutive show() calls become one table,
-- evaluated at once when something else comes or the script ends. The program gives a sink
-- that renders items in the format its user asked for.

local output = {}

local sink = function() end
local pending = nil -- a function that makes the table of the show() calls so far

--- Where items go from now on.
---@param receive fun(item: table)
function output.start(receive)
  sink = receive
  pending = nil
end

--- Hands over what is waiting.
function output.flush()
  local make = pending
  pending = nil
  if make then sink(make()) end
end

--- Puts off an item until something else comes; `make` is called then.
function output.wait(make) pending = make end

--- Whether `make` is what is waiting.
function output.is_waiting(make) return pending ~= nil and pending == make end

--- A remark on what is being reported. Programs that read the report do not see it.
function output.remark(text) sink { kind = "text", text = text, printed = true } end

--- An item: { kind = "table", title =, columns = { ... }, rows = { { ... } } } or
--- { kind = "text", text = }.
function output.add(item)
  output.flush()
  sink(item)
end

return output
