require "library"
check("one claim is there", #require("outlay.claim").all(), "==", 1)
