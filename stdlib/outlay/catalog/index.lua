--- The catalogs of the standard library and their files: the one list to add a new file to.
--
-- A catalog is a word of the vocabulary (which has a line for it, too). A file's records are fields of that
-- word, or of the word's field `at`. Of the file's table `records` is taken (or `chips`, or what
-- `field` names); `whole` takes the file's table as it is, for those that have functions.
return {
  {
    word = "hw", title = "Accelerators and systems",
    files = {
      { "outlay.hardware.nvidia" },
      { "outlay.hardware.google" },
    },
  },
  {
    word = "price", title = "Prices, price indices, discounts",
    files = {
      { "outlay.price.cloud", at = "cloud" },
      { "outlay.price.cloud", at = "discounts", field = "discounts" },
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
