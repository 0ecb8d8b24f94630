--- Data, as `deals`: `deals.licence.reddit_google.annual`, `deals.stock.human_text`.
return require("outlay.catalog.roots").deals
