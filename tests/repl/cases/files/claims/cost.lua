-- Claims of each verdict, with what is expected of some.
claim "point" {
  says = "10,000 GPUs make a cluster of 600 million dollars", by = "a newspaper",
  states = "600 MUSD", basis = "recalled",
  given = { count = q"10000 GPU", price = q"30k USD/GPU" :source "the same article" },
  model = function(given) return given.count * given.price * 1.64 / (1 - 0.19) end,
  expect = { verdict = "reproduced", figure = "607 MUSD" },
}
claim "garbled" {
  says = "costs rise tenfold", states = 10, model = 1 / 10, expect = "contradicted",
  original = { says = "costs fall tenfold", states = 0.1 },
}
claim "wide" { says = "it costs 20 million", states = "20 MUSD", model = q"10 to 30 MUSD" }
claim "survey" { says = "half of all firms mind the cost", untestable = "a survey's answer" }
check("a check of its own", 1, "<", 2)
