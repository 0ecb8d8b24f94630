-- Who can afford a run, and how concentrated those are: against closed forms.
local function says(text, f, ...)
  local ok, problem = pcall(f, ...)
  local message = ok and "no error" or problem.message .. " / " .. (problem.advice or "")
  check(text, message:find(text, 1, true) ~= nil)
  if not message:find(text, 1, true) then print(message) end
end

local three = {
  { name = "large", budget = q"6 GUSD" }, { name = "middle", budget = "3 GUSD" },
  { name = "small", budget = q"1 GUSD" },
}

local all = model.affordable{ cost = q"100 MUSD", share = 0.1, budgets = three }
check_near("all can, the smallest just so", all.number, 3, 1e-12)
check_near("HHI of 60, 30 and 10 %", all.hhi, 0.46, 1e-12)
check_near("the largest has 60 %", all.largest, 0.6, 1e-12)
check_near("the share that each needs", all.actors[3].needed, 0.1, 1e-12)

local two = model.affordable{ cost = q"101 MUSD", share = 0.1, budgets = three }
check_near("a little dearer: one fewer", two.number, 2, 1e-12)
check_near("HHI of two thirds and a third", two.hhi, 5 / 9, 1e-12)
local none = model.affordable{ cost = q"10 GUSD", share = q"10 %", budgets = three }
check_near("nobody can", none.number, 0, 1e-12)
check_near("then there is no concentration", none.hhi + none.largest, 0, 1e-12)
check_near("and nobody", prob(none.anybody), 0, 1e-12)

local unsure = model.affordable{ cost = q"100 MUSD", share = uniform(0, 0.2), budgets = three }
check_near("with a share of 0 to 20 % the smallest can in half of the samples",
  prob(unsure.actors[3].can), 0.5, 1e-2)
check_near("the largest in eleven twelfths", prob(unsure.actors[1].can), 11 / 12, 1e-2)
check_near("on the average over samples", mean(unsure.number), 0.5 + 5 / 6 + 11 / 12, 1e-2)

local budgets = model.budgets{ year = 2024, of = "capex" }
check("firms of the catalog, largest first", budgets[1].name == "Amazon" and #budgets >= 10)
check_near("in nominal dollars of the year", budgets[1].budget, q"82.999 GUSD", 1e-3)
check("only those that are asked for", #model.budgets{ year = 2024,
  firms = { firms.microsoft, firms.meta } } == 2)
check("firms without the figure are left out", #model.budgets{ year = 2024, of = "capex",
  firms = { firms.openai } } == 0)

says("model.affordable needs 'share'", model.affordable, { cost = q"1 MUSD", budgets = three })
says("model.affordable needs budgets", model.affordable, { cost = q"1 MUSD", share = 0.1,
  budgets = {} })
says("model.affordable, budget 1: budget is Power", model.affordable, { cost = q"1 MUSD",
  share = 0.1, budgets = { { name = "x", budget = q"5 MW" } } })
says("model.affordable: share is 20, and it lies between 0 and 1", model.affordable,
  { cost = q"1 MUSD", share = 20, budgets = three })
says("there is no budget 'profit'", model.budgets, { year = 2024, of = "profit" })
says("an entry is no record of firms", model.budgets, { year = 2024, firms = { "Meta" } })
