--- Money over time, as `finance`: cash flows on an axis of years or months, what they are worth
--- today, what they return, and when they pay back. Each function is loaded on first use.
--
-- Signs: money that comes in is positive, money that goes out negative. Flows of costs alone may be
-- positive throughout, and then their worth is a cost. Rates are effective rates a year; a nominal
-- rate belongs to nominal flows, a real one to flows in the money of one year.
local lazy = require "outlay.catalog.lazy"

-- Which file has which function.
local files = {
  once = "flow", evenly = "flow", running = "flow", level = "flow",
  escalated = "prices", real_rate = "prices", nominal_rate = "prices", exchanged = "prices",
  discount = "worth", npv = "worth", annuity = "worth", levelised = "worth", break_even = "worth",
  irr = "return", has_irr = "return", mirr = "return", payback = "return", pays_back = "return",
  depreciation = "tax", tax = "tax",
}

return lazy("finance", files, function(name, file)
  return require("outlay.finance." .. file)[name]
end)
