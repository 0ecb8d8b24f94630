--- People, as `staff`: `staff.role.research_scientist.salary`, `staff.team.gpt_4.people`.
return require("outlay.catalog.roots").staff
