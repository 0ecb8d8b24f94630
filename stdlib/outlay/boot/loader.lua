-- The loader: finds modules, reads them as text and runs each in the environment it deserves.
--
-- Privileged files (outlay.boot.*, repl.*) run with Lua's own globals, which they read and never
-- set. Everything else, the standard library and users' libraries alike, runs in a library
-- environment: the allow list of boot/base.lua, the vocabulary, and `require`.
--
-- This is the first Lua file that runs; the host gives it `native` (see lua/host.c and
-- lua/privileged.c).

local native = ...

local loader = { sources = {}, script_folder = nil }

local loaded = {}
local loading = {}

local function read_file(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local text = file:read("*a")
  file:close()
  return text
end

local jit_util = rawget(_G, "jit") and require "jit.util" -- Lua's own `require`, until below

-- LuaJIT reads 1LL and 2i as values of the FFI, which is no part of the language. Looks through the
-- constants of a function and of those within it.
local function has_ffi_literal(f)
  for i = -1, -math.huge, -1 do
    local constant = jit_util.funck(f, i)
    if constant == nil then return false end
    local kind = type(constant)
    if kind == "cdata" or kind == "proto" and has_ffi_literal(constant) then return true end
  end
end

--- Compiles a text, never bytecode, in an environment, and remembers it for error messages.
---@param text string
---@param chunkname string as Lua takes it: "@path" or "=name"
---@param environment table
---@return function? chunk
---@return string? message
function loader.compile(text, chunkname, environment)
  text = text:gsub("^\239\187\191", "") -- a byte-order mark
  -- A first line with #! makes scripts executable; the line stays, so that numbers are right.
  local body = text:sub(1, 1) == "#" and "--" .. text or text
  loader.sources[chunkname:sub(2)] = text
  local chunk, message = load(body, chunkname, "t", environment)
  if chunk and jit_util and has_ffi_literal(chunk) then
    return nil, ("%s: a number with the ending LL, ULL or i is not Lua"):format(chunkname:sub(2))
  end
  return chunk, message
end

-- ---- where modules are -------------------------------------------------------------

local function split(text, separator)
  local parts = {}
  for part in (text or ""):gmatch("[^" .. separator .. "]+") do parts[#parts + 1] = part end
  return parts
end

-- A folder, or a template with a question mark, as templates.
local function templates_of(place)
  if place:find("?", 1, true) then return { place } end
  return { place .. "/?.lua", place .. "/?/init.lua" }
end

-- OUTLAY_PATH's folders, then the LuaRocks trees: the user's and those Lua was built with.
local function search_templates()
  local templates = {}
  local function add(place)
    for _, template in ipairs(templates_of(place)) do templates[#templates + 1] = template end
  end
  if loader.script_folder then add(loader.script_folder) end
  for _, place in ipairs(split(os.getenv("OUTLAY_PATH"), ";")) do add(place) end
  local version = _VERSION:match("%d+%.%d+")
  local home = os.getenv("HOME")
  if home then add(home .. "/.luarocks/share/lua/" .. version) end
  for _, template in ipairs(split(package.path, ";")) do
    if template:sub(1, 1) ~= "." then add(template) end
  end
  return templates
end

local function find_builtin(name)
  local text, path = native.embedded(name)
  local folder = os.getenv("OUTLAY_STDLIB")
  if folder and name:find("^outlay%.") then
    local relative = name:gsub("%.", "/")
    for _, candidate in ipairs { relative .. ".lua", relative .. "/init.lua" } do
      local override = read_file(folder .. "/" .. candidate)
      if override then return override, "stdlib/" .. candidate end
    end
  end
  return text, path
end

local function find(name)
  if name:find("^outlay%.") or name:find("^repl%.") then return find_builtin(name) end
  local tried = {}
  local relative = name:gsub("%.", "/")
  for _, template in ipairs(search_templates()) do
    local path = template:gsub("%?", (relative:gsub("%%", "%%%%")))
    local text = read_file(path)
    if text then return text, path end
    tried[#tried + 1] = path
  end
  return nil, nil, tried
end

local function raise_missing(name, tried)
  local advice
  if tried then
    advice = "looked for:\n  " .. table.concat(tried, "\n  ")
      .. "\nset OUTLAY_PATH to the folder that holds it"
  else
    advice = "the standard library has no such module"
  end
  native.raise(("there is no module '%s'"):format(name), advice)
end

-- ---- require -----------------------------------------------------------------------

local function is_privileged(name)
  return name:find("^outlay%.boot%.") ~= nil or name:find("^repl%.") ~= nil
end

local function run(name, environment)
  local text, path, tried = find(name)
  if not text then raise_missing(name, tried) end
  local chunk, message = loader.compile(text, "@" .. path, environment)
  if not chunk then error(message, 0) end
  loading[name] = true
  local ok, value = pcall(chunk, is_privileged(name) and native or nil)
  loading[name] = nil
  if not ok then error(value, 0) end
  return value
end

local taken = {} -- module -> its functions for the program alone

local function take_reserved(name, module)
  taken[name] = {}
  for _, field in ipairs(loader.privileged("outlay.boot.reserved")[name] or {}) do
    taken[name][field], module[field] = module[field], nil
  end
end

local function load_once(name, environment)
  if loaded[name] ~= nil then return loaded[name] end
  if loading[name] then
    native.raise(("module '%s' requires itself"):format(name),
      "move what both modules need into a third one")
  end
  local value = run(name, environment)
  if value == nil then
    native.raise(("module '%s' returned nothing"):format(name), "end the file with `return M`")
  end
  if name:find("^outlay%.") and not is_privileged(name) then
    take_reserved(name, value)
    value = loaded["outlay.boot.base"].frozen(value, name)
  elseif type(value) == "table" and getmetatable(value) == nil and not is_privileged(name) then
    -- A misspelt field of a user's library is an error, as it is in the standard library.
    value = loader.require("outlay.language.strict").wrap(value, name)
  end
  loaded[name] = value
  return value
end

--- The `require` of scripts and libraries.
---@param name string such as "team.prices" or "outlay.model.energy"
function loader.require(name)
  if type(name) ~= "string" then native.raise("require takes the name of a module as text") end
  if not name:find("^[%w_][%w_%-]*[%w_%-%.]*$") or name:find("%.%.") then
    native.raise(("'%s' is not the name of a module"):format(name),
      "names are folders and files joined by dots, such as \"team.prices\"")
  end
  if is_privileged(name) then native.raise(("module '%s' is not for scripts"):format(name)) end
  local core = name:match("^core%.(%w+)$")
  if core then
    if not native.core[core] then raise_missing(name) end
    return loader.core[core]
  end
  return load_once(name, loader.library_environment)
end

--- What the project's catalog file (`outlay.catalog.lua` beside the script) returns, and its path;
--- nothing if there is none. It runs as a library does.
function loader.project_layer()
  local path = (loader.script_folder or ".") .. "/outlay.catalog.lua"
  local text = loader.script_folder and read_file(path)
  if not text then return nil end
  local chunk, message = loader.compile(text, "@" .. path, loader.library_environment)
  if not chunk then error(message, 0) end
  return chunk(), (path:gsub("^%./", ""))
end

--- The `require` of privileged files.
function loader.privileged(name)
  if is_privileged(name) then return load_once(name, loader.privileged_environment) end
  return loader.require(name)
end

--- The functions of a module that no library gets: see boot/reserved.lua.
---@param name string
---@return table<string, function>
function loader.reserved(name)
  loader.require(name)
  return taken[name]
end

-- Lua's own globals with our `require`; what privileged files set stays among them.
loader.privileged_environment = setmetatable({ require = loader.privileged }, { __index = _G })

loaded["outlay.boot.loader"] = loader
native.core.error = { raise = native.raise }
native.core.project = {
  layer = loader.project_layer,
  folder = function() return loader.script_folder or "." end,
}

local base = loader.privileged "outlay.boot.base"
loader.core = {}
for name, module in pairs(native.core) do loader.core[name] = base.read_only(module, name) end
loader.library_environment =
  loader.privileged("outlay.boot.environment").library(loader.require)
native.interrupt_metatable.__tostring = function() return "interrupted" end
native.interrupt_metatable.__metatable = false
native.error_metatable.__tostring = function(problem)
  local ok, text = pcall(loader.require("outlay.error.render").text, problem, loader.sources)
  if ok then return text end
  -- A script can catch an error object and spoil its fields.
  local message = rawget(problem, "message")
  return type(message) == "string" and message or "an error object without a message"
end
native.error_metatable.__metatable = false
loader.require("outlay.language.methods").install(native.node_metatable)

return loader
