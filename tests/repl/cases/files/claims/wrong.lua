-- An expectation and a check that fail.
claim "hoped" {
  says = "it costs 20 million", states = "20 MUSD", model = q"12 MUSD",
  expect = { verdict = "reproduced", figure = "12.5 MUSD" },
}
check("too dear", 2, "<", 1)
