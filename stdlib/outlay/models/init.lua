--- Published models, as `models`: `models.llama_31_405b.tokens`.
return require("outlay.catalog.roots").models
