--- A scenario on which a new policy is tried: every part is a plain number of the right unit.
local made

local function of()
  return require("outlay.scenario").scenario "specimen" {
    model = {}, start = "2025-06",
    cluster = { gpu = hw.h100_sxm, count = q"1024 GPU" },
    parameters = q"70e9 parameter", tokens = q"15T token", work = q"6.3e24 FLOP",
    peak = q"1e15 FLOP/s/GPU", mfu = 0.4, ideal_time = q"170 day", goodput = 0.9,
    between_failures = q"50 h", wall_time = q"190 day", chip_hours = q"4.6M GPU-h",
    experiments = 1, lead_time = q"0 day", tdp = q"700 W/GPU", chip_to_server = 1.8, load = 0.75,
    pue = 1.2, server_price = q"35k USD/GPU", hardware_age = q"0 year",
    intensity = q"400 gCO2e/kWh", site_share = 1,
    policy = { policy.none "building", policy.none "energy", policy.none "regulation",
      policy.rent{ price = q"3 USD/GPU/h" } },
  }
end

return function()
  made = made or of()
  return made
end
