-- Errors as objects: those that Lua itself raises, and usage errors of the program.

local native = ...

local plain = require "outlay.boot.plain"

local problem = {}

local function make(fields)
  debug.setmetatable(fields, native.error_metatable) -- which returns no table in LuaJIT
  return fields
end

-- LuaJIT does not ask a quantity when it is compared with something else, so that its message is
-- Lua's own.
local function amend_comparison(object)
  if not object.message:find("^attempt to compare .*userdata") then return end
  object.message = "quantities cannot be compared by '<', '>', '<=' or '>='"
  object.advice = "write lt(a, b) for a < b, gt(a, b) for a > b, le(a, b) for a <= b, ge(a, b) for "
    .. "a >= b; it holds or not sample by sample, for when(), prob() and check()"
end

local function size_text(bytes)
  return bytes < 1e9 and ("%.4g MB"):format(bytes / 1e6) or ("%.4g GB"):format(bytes / 1e9)
end

local function out_of_memory()
  local limit = native.limit_memory()
  local object = { kind = "memory", message = "not enough memory", frames = native.frames() }
  if limit then
    object.message = ("not enough memory: a script's texts and tables may take %s"):format(
      size_text(limit))
    object.advice = ("OUTLAY_MEMORY=%.0fG allows more"):format(math.ceil(2 * limit / 1e9))
  end
  return object
end

-- Where an error was raised, by the place that Lua put before its message. Lua names the innermost
-- function, which may be one of ours: then it is what the script was doing that counts.
local function frames_of(file, line)
  local place = file .. ":" .. line
  local folder = file:match("^stdlib/outlay/(%a+)/")
  local is_ours = folder == "boot" or file:find("^repl/")
  local frames = (is_ours or folder) and native.frames() or {}
  if not is_ours and frames[1] ~= place then table.insert(frames, 1, place) end
  return frames
end

local function of_text(text)
  if text == "not enough memory" then return out_of_memory() end
  local object = { kind = "script", message = text }
  local file, line, message = text:match("^(.-):(%d+): (.*)$")
  if message then object.message, object.frames = message, frames_of(file, line) end
  amend_comparison(object)
  return object
end

--- The error object for whatever was raised, so that its line is shown. Called where it is raised,
--- as the handler of xpcall.
---@param raised any
---@return table
function problem.of(raised)
  local meta = debug.getmetatable(raised)
  if meta == native.error_metatable or meta == native.interrupt_metatable then return raised end
  if type(raised) == "string" then return make(of_text(raised)) end
  -- A script's own __tostring may raise.
  local ok, text = pcall(plain.tostring, raised)
  return make { kind = "script", message = "error(" .. (ok and text or type(raised)) .. ")" }
end

--- Raises a mistake in the use of the program, which ends with exit code 2.
---@param message string
---@param advice string?
function problem.usage(message, advice)
  error(make { kind = "usage", message = message, advice = advice }, 0)
end

return problem
