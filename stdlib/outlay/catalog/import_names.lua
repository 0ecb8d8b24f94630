--- What other tables call a chip, as the name that it has in the catalog.
local layers = require "outlay.catalog.layers"
local tree = require "outlay.catalog.tree"

local M = {}

-- SkyPilot's short names.
local short_names = {
  P100 = "p100_sxm", V100 = "v100_sxm", ["V100-32GB"] = "v100_32gb", A100 = "a100_40gb",
  ["A100-80GB"] = "a100_80gb", H100 = "h100_sxm", ["H100-80GB"] = "h100_sxm", H200 = "h200_sxm",
  B200 = "b200_sxm", GB200 = "gb200", B300 = "b300_sxm", GB300 = "gb300", H20 = "h20",
  ["tpu-v2"] = "tpu_v2", ["tpu-v3"] = "tpu_v3", ["tpu-v4"] = "tpu_v4", ["tpu-v5e"] = "tpu_v5e",
  ["tpu-v5litepod"] = "tpu_v5e", ["tpu-v5p"] = "tpu_v5p", ["tpu-v6e"] = "tpu_v6e",
}

-- Letters and digits alone, without words that some tables leave out.
local function plain(name)
  name = name:lower():gsub("nvidia", ""):gsub("tesla", ""):gsub("google", ""):gsub("amd", "")
    :gsub("instinct", ""):gsub("radeon", ""):gsub("intel", ""):gsub("habana", "")
  return (name:gsub("[^%w]", ""))
end

local known -- plain name -> key

local function load_known()
  known = {}
  local part = layers.built_in "hw"
  for _, key in ipairs(tree.keys(part)) do
    local chip = tree.child(part, key)
    local name = chip and type(chip.content) == "table" and chip.content.name
    if type(name) == "string" then known[plain(name)] = key end
  end
end

-- "H200 SXM" is the one chip whose name begins so, if the form is in the name.
local function by_beginning(name)
  if not (name:find("sxm") or name:find("pcie") or name:find("^tpu")) then return nil end
  local found
  for other, key in pairs(known) do
    if other:sub(1, #name) == name then
      if found then return nil end
      found = key
    end
  end
  return found
end

--- A name that a Lua table can have: "NVIDIA RTX A6000" is nvidia_rtx_a6000.
---@param name string
---@return string
function M.slug(name)
  local slug = name:lower():gsub("[^%w]+", "_"):gsub("^_+", ""):gsub("_+$", "")
  if slug == "" then slug = "unnamed" end
  return slug:find("^%d") and "_" .. slug or slug
end

--- The catalog's name for a chip; one that it does not know gets its own name, written as one.
---@param name string
---@return string key
---@return boolean is_known
function M.chip(name)
  if not known then load_known() end
  if short_names[name] then return short_names[name], true end
  local base = name:match("^(tpu%-v%w+)%-%d+$")
  if base and short_names[base] then return short_names[base], true end
  local key = known[plain(name)] or by_beginning(plain(name))
  return key or M.slug(name), key ~= nil
end

return M
