money.rate{ currency = "EUR", source = "an example", usd = { ["2024"] = 1.25 } }
local months = option("months", { default = 12 })
rent = q"2 USD2024/GPU/h"
show(rent * q"1000 GPU-h" * (months / 12), "USD2024")
