--- What the market ships and holds, as `market`: `market.shipments.nvidia["2025"]`.
return require("outlay.catalog.roots").market
