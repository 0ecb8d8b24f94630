-- Sees nothing of what broken.lua declared.
units.count "pod"
check("pods", q"2 pod" * 2, "==", q"4 pod")
