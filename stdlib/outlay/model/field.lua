--- A field of a catalog's record, nil where the record lacks it.
---@param record table
---@param name string
---@return any
return function(record, name)
  for key, content in pairs(record) do
    if key == name then return content end
  end
  return nil
end
