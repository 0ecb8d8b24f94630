-- Prints a reference page of the catalogs, or their table of contents. ./dev docs keeps what it
-- prints, tests/docs/reference.sh compares.
--
--   outlay docs/reference/make.lua --page words       the words of all catalogs
--   outlay docs/reference/make.lua --page hw          the page of a catalog
--   outlay docs/reference/make.lua --page contents    stdlib/outlay/catalog/contents.lua
local reference = require "outlay.catalog.reference"

local page = option("page", { default = "words" })
if page == "words" then
  print(table.concat(reference.words(), "\n"))
elseif page == "contents" then
  print(reference.contents())
else
  print(reference.page(page))
end
