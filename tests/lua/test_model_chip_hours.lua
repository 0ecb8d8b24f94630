-- Chip-hours from whichever is known, against figures calculated by hand.

check_near("reported hours are taken as they are",
  model.chip_hours{ reported = q"30.84e6 GPU-hour" }, q"30.84e6 GPU-hour", 1e-15)
check_near("count times time",
  model.chip_hours{ count = q"25000 GPU", time = q"95 day" }, q"57e6 GPU-hour", 1e-14)
-- 1.001e25 / (989e12 * 0.375) / 3600
check_near("work over what a chip does, at an MFU of 0.375 unless given",
  model.chip_hours{ work = q"1.001e25 FLOP", peak = q"989 TFLOP/s/GPU" },
  q"7497284.949256637 GPU-hour", 1e-13)
check_near("an MFU that is given",
  model.chip_hours{ work = q"3.6e15 FLOP", peak = q"1 TFLOP/s/GPU", mfu = q"50 %" },
  q"2 GPU-hour", 1e-14)
check_near("what was reported wins over what could be calculated",
  model.chip_hours{ reported = q"5 GPU-hour", count = q"2 GPU", time = q"1 h" },
  q"5 GPU-hour", 1e-15)

-- 6 * 405e9 * 15.6e12
check_near("six operations for each parameter and token",
  model.training_work{ parameters = q"405e9 parameter", tokens = q"15.6e12 token" },
  q"3.7908e25 FLOP", 1e-14)

local function message_of(f, given)
  local ok, problem = pcall(f, given)
  return ok and "no error" or tostring(problem)
end
check("too little to go on says what would do",
  message_of(model.chip_hours, { count = q"8 GPU" }):find("count and time", 1, true) ~= nil)
check("a peak per second of no chip is refused",
  message_of(model.chip_hours, { work = q"1e20 FLOP", peak = q"989 TFLOP/s" })
    :find("FLOP/s/GPU", 1, true) ~= nil)
check("time alone is not chip-hours",
  message_of(model.chip_hours, { reported = q"95 day" })
    :find("model.chip_hours: reported is Time", 1, true) ~= nil)
check("arguments are named",
  message_of(model.chip_hours, q"95 day"):find("takes named arguments", 1, true) ~= nil)
