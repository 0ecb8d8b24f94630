--- Sites, as `site`: `site.meta.pue`, `site.cloud_provider.pue`.
local fact = require "outlay.catalog.fact"

local kinds = require "outlay.site.kinds"

return fact.open(kinds.records, kinds.sources, "site")
