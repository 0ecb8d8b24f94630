-- Compares examples/claims with the published table of claims: ids, documents, words and basis are
-- the same, and the figures of its column `expected` are expected of the models, which give them.
local published = data.csv(option("table", { help = "the published table" }))
local found = data.csv(option("found", { help = "what outlay check --format csv gave" }))

-- Figures of the column `expected`, as they stand there.
local figures = {
  ["s000-02"] = "1.13 0.57 2.32 4.26 7.81", ["s001-02"] = "300 607", ["s001-03"] = "40.6 125",
  ["s001-05"] = "50", ["s001-06"] = "100 300", ["s002-01"] = "74.9 0.15 7.7e24 13.0",
  ["s002-02"] = "210 110", ["s002-03"] = "2", ["s002-04"] = "0.1 0.5", ["s002-05"] = "92 78",
  ["s002-06"] = "24 2", ["s003-02"] = "68.7", ["s003-03"] = "29.5", ["s003-04"] = "50",
  ["s003-05"] = "10 1", ["s003-06"] = "38 15.4", ["s003-07"] = "77.2 3.3 75.1",
  ["s003-09"] = "656", ["s003-10"] = "5.5", ["s003-11"] = "18.5 72.2 1.12", ["s003-12"] = "216e12",
  ["s004-01"] = "50", ["s004-02"] = "100 200", ["s004-04"] = "28.2",
  ["s004-07"] = "10.5 21.3 446", ["s004-08"] = "12.29", ["s004-10"] = "9.9",
  ["s004-11"] = "7.82 6.28 28.17 24",
}
-- What is said there in words, or as round numbers of the claim itself.
local in_words = { ["s000-01"] = true, ["s000-03"] = true }

local claims = {} -- id -> the row of the claim itself, with what is expected of all its figures
for _, row in ipairs(found) do
  if row.part == "claim" then
    claims[row.id] = { row = row, expected = " " .. row.expected, has_original = false }
  elseif claims[row.id] then
    local claim = claims[row.id]
    claim.expected = claim.expected .. " " .. row.expected
    claim.has_original = claim.has_original or row.part == "original"
  end
end

local count, compared = 0, 0
for _, row in ipairs(published) do
  local claim = claims[row.id]
  check(row.id .. " is there", claim ~= nil)
  if claim then
    count = count + 1
    check(row.id .. ": document", claim.row.document, "==", row.document)
    check(row.id .. ": words", claim.row.says, "==", row.claim_as_circulated)
    check(row.id .. ": basis", claim.row.basis, "==", row.basis)
    if row.garbled:find("^yes") then
      check(row.id .. ": a garbled claim has its original", claim.has_original)
    end
    local listed = figures[row.id]
    check(row.id .. ": its figures are compared",
      row.expected == "" or listed ~= nil or in_words[row.id] == true)
    for figure in (listed or ""):gmatch("%S+") do
      compared = compared + 1
      check(("%s: %s is published"):format(row.id, figure),
        row.expected:find(figure, 1, true) ~= nil)
      check(("%s: %s is computed"):format(row.id, figure),
        claim.expected:find("%f[%d]" .. figure:gsub("%.", "%%.") .. "%f[^%d.]") ~= nil)
    end
  end
end
for _, row in ipairs(found) do
  if row.expected ~= "" then
    check(("%s, %s: comes out as expected"):format(row.id, row.part), row.holds, "==", "true")
  end
end
check("all claims of the table", count, "==", #published)
print(("%d claims, %d figures as published"):format(count, compared))
