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
      { "outlay.price.electricity_us" },
      { "outlay.price.ppi_hosting", at = "ppi_hosting", whole = true },
    },
  },
  {
    word = "site", title = "Sites",
    files = {
      { "outlay.site.kinds" },
    },
  },
}
