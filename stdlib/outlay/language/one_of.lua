--- An argument that is one of a few words.
local errors = require "core.error"
local strict = require "outlay.language.strict"

--- What stands under a word, or an error that lists the words there are.
---@param who string the function, for messages
---@param name string the argument
---@param word any what was given
---@param known table word -> anything
---@return any
return function(who, name, word, known)
  local found = type(word) == "string" and known[word]
  if found then return found end
  local words = strict.keys(known)
  table.sort(words)
  errors.raise(("%s: %s is '%s'"):format(who, name, tostring(word)),
    strict.suggestion(tostring(word), words) or "write one of: " .. table.concat(words, ", "))
end
