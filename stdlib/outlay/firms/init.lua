--- Who could pay, as `firms`: `firms.microsoft.capex["2025"]`, `firms.openai.funds_raised`.
return require("outlay.catalog.roots").firms
