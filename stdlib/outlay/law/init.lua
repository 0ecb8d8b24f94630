--- Law, as `law`: `law.eu_systemic_risk.threshold`, `law.export.rule_2023_a.tpp`.
return require("outlay.catalog.roots").law
