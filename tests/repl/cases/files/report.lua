-- A report with all kinds of cells.
print("working", 3)
print("still working")
tabulate{
  title = "What it costs",
  columns = { "item", "cost", "share", "known" },
  rows = {
    { "chips, bought", q"28.25 MUSD", 0.7, true },
    { "energy \"green\"", q"2.9 MUSD", 1 / 3, false },
    { "Größe | 漢字", q"0.5 MUSD", 1e-9, true },
  },
}
check("chips cost more than energy", q"28.25 MUSD", ">", q"2.9 MUSD")
