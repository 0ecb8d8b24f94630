--- Price indices and exchange rates, as `index`: `index.cpi_us.at("2024-06")`,
--- `index.exchange.eur`.
return require("outlay.catalog.roots").index
