--- The catalogs of the standard library and their files: the one list to add a new file to.
--
-- A catalog is a word of the vocabulary (which has a line for it, too). A file's records are
-- fields of that word, or of the word's field `at`. Of the file's table `records` is taken (or
-- `chips`, or what `field` names); `whole` takes the file's table as it is, for those that have
-- functions.
return {
  {
    word = "hw", title = "Accelerators and systems",
    files = {
      { "outlay.hardware.nvidia" },
      { "outlay.hardware.nvidia_blackwell" },
      { "outlay.hardware.nvidia_export" },
      { "outlay.hardware.nvidia_older" },
      { "outlay.hardware.amd" },
      { "outlay.hardware.google" },
      { "outlay.hardware.amazon" },
      { "outlay.hardware.intel" },
      { "outlay.hardware.huawei" },
      { "outlay.hardware.cerebras" },
      { "outlay.hardware.nodes", at = "node" },
      { "outlay.hardware.embodied" },
    },
  },
  {
    word = "price", title = "Prices, price indices, discounts",
    groups = { "purchase", "rental" }, -- are there for layers even without a file
    files = {
      { "outlay.price.cloud", at = "cloud" },
      { "outlay.price.cloud", at = "discounts", field = "discounts" },
      { "outlay.price.purchase_kepler_to_volta", at = "purchase" },
      { "outlay.price.purchase_ampere_on", at = "purchase" },
      { "outlay.price.purchase_others", at = "purchase" },
      { "outlay.price.rental_volta", at = "rental" },
      { "outlay.price.rental_a100_40gb", at = "rental" },
      { "outlay.price.rental_a100_80gb", at = "rental" },
      { "outlay.price.rental_hopper", at = "rental" },
      { "outlay.price.rental_blackwell", at = "rental" },
      { "outlay.price.rental_tpu", at = "rental" },
      { "outlay.price.spot", at = "spot" },
      { "outlay.price.electricity_us" },
      { "outlay.price.carbon" },
      { "outlay.price.storage" },
      { "outlay.price.ppi_hosting", at = "ppi_hosting", whole = true },
    },
  },
  {
    word = "site", title = "Sites",
    files = {
      { "outlay.site.kinds" },
      { "outlay.site.pue", at = "pue" },
      { "outlay.site.cost", at = "cost" },
      { "outlay.site.operation" },
      { "outlay.site.electricity_state", at = "state" },
      { "outlay.site.electricity_state_years", at = "state_year" },
      { "outlay.site.electricity_state_recent", at = "state_recent" },
      { "outlay.site.country", at = "country" },
      { "outlay.site.grid_gcp", at = "region" },
      { "outlay.site.grid_aws_azure", at = "region" },
    },
  },
  {
    word = "net", title = "Networks",
    files = {
      { "outlay.net.scale_up" },
      { "outlay.net.scale_out" },
    },
  },
  {
    word = "models", title = "Published models",
    files = {
      { "outlay.models.openai" },
      { "outlay.models.google" },
      { "outlay.models.meta" },
      { "outlay.models.deepseek" },
      { "outlay.models.alibaba" },
      { "outlay.models.mistral_and_xai" },
      { "outlay.models.others_to_2023" },
      { "outlay.models.others_from_2024" },
    },
  },
  {
    word = "staff", title = "Staff: roles and teams",
    files = {
      { "outlay.staff.roles", at = "role" },
      { "outlay.staff.teams", at = "team" },
    },
  },
  {
    word = "deals", title = "Data: licences, prices by the unit, stocks",
    files = {
      { "outlay.deals.licences", at = "licence" },
      { "outlay.deals.units" },
    },
  },
  {
    word = "law", title = "Law: thresholds, dates and duties",
    files = {
      { "outlay.law.frontier" },
      { "outlay.law.us_tax" },
      { "outlay.law.export", at = "export" },
    },
  },
  {
    word = "index", title = "Price indices and exchange rates",
    files = {
      { "outlay.index.cpi_us" },
      { "outlay.index.hicp_euro" },
      { "outlay.index.exchange", at = "exchange" },
    },
  },
  {
    word = "firms", title = "Who could pay: firms, laboratories, public programmes",
    files = {
      { "outlay.firms.public" },
      { "outlay.firms.private" },
      { "outlay.firms.programmes", at = "programme" },
    },
  },
  {
    word = "market", title = "What the market ships, holds and is bound by",
    files = {
      { "outlay.market.chips_shipped", at = "shipments", field = "shipments" },
      { "outlay.market.chips_shipped", at = "stock", field = "stock" },
      { "outlay.market.limits" },
    },
  },
}
