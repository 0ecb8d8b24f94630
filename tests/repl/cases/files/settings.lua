#!/usr/bin/env outlay
-- Prints how many samples an evaluation draws.
print(#samples(uniform(0, 1), "1"))
