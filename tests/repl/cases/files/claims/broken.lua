claim "before" { says = "one is one", states = 1, model = 1, expect = "reproduced" }
units.count "pod"
claim "after" { says = "two is two", states = 2, model = q"1 USD" + q"1 kW" }
