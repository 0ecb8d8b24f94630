-- What modules of the standard library have for the program alone: how a script starts, what it
-- counts, where reports go. The loader takes these functions out of their modules, so that no
-- library can, for example, start the counting of failed checks anew.

return {
  ["outlay.catalog.layers"] = { "pin" },
  ["outlay.claim.ledger"] = { "start", "finish" },
  ["outlay.language.options"] = { "start", "unused" },
  ["outlay.language.settings"] = { "start" },
  ["outlay.report.check"] = { "start", "counts" },
  ["outlay.report.output"] = { "start" },
}
