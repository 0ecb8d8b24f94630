claim "shared" { says = "three is three", states = 3, model = 3, expect = "reproduced" }
return true
