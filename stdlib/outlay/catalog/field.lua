--- A field of a catalog's record that may be missing: asking for it by its name is an error then.

---@param record table a record, or any table
---@param name string
---@return any content nil where there is none
return function(record, name)
  for key, content in pairs(record) do
    if key == name then return content end
  end
  return nil
end
