--- The claims of the script that is running, and of the libraries it uses, by their names.
local errors = require "core.error"

local M = {}

local claims, order = {}, {} -- name -> { place =, figures =, item = }; the names as they came
local begun = {} -- names of claims -> their places, until they say something

--- A fresh start for a new script.
function M.start() claims, order, begun = {}, {}, {} end

--- Notes the name of a claim that is about to say something, or, without a place, that it does.
---@param id string
---@param place string?
function M.begin(id, place) begun[id] = place end

--- Raises for a claim of which there is a name and nothing else: claim "id", without { ... }.
function M.finish()
  for id, place in pairs(begun) do
    errors.raise(("%s: claim '%s' says nothing"):format(place, id),
      ("write claim \"%s\" { says = \"...\", states = ..., model = ... }"):format(id))
  end
end

--- The claim of a name, nil if there is none yet.
---@param id string
function M.get(id) return claims[id] end

--- Enters a claim.
---@param id string
---@param claim table { place =, figures =, item = }
function M.enter(id, claim)
  claims[id] = claim
  order[#order + 1] = id
end

--- The names in the order in which they came.
---@return string[]
function M.names() return { unpack(order) } end

return M
