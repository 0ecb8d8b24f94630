--- What a fact was checked against: the one who sets or measures it, somebody who reports it, or
--- nothing but memory.
--
-- `checked` begins with the word, then says what was looked at: "primary: AWS Neuron documentation,
-- 2026-11". A false one is recalled: written down from knowledge of its source, which was not
-- opened.
local M = {}

--- The kinds, strongest first, and what each means.
M.kinds = {
  { name = "primary", means = "the page, paper, law or data of who sets or measures it" },
  { name = "secondary", means = "somebody who reports it: a table, the press, a repository" },
  { name = "recalled", means = "nothing yet: written down from knowledge of its source" },
}

--- The kind of a fact's pedigree, and what was looked at; nil where `checked` does not say which
--- kind it is.
---@param checked any the attribute
---@return string? kind
---@return string? looked_at
function M.of(checked)
  if not checked then return "recalled", nil end
  if type(checked) ~= "string" then return nil, nil end
  local kind, looked_at = checked:match("^(%l+): (.+)$")
  if kind == "primary" or kind == "secondary" then return kind, looked_at end
  return nil, checked
end

return M
