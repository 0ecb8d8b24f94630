-- One call that takes longer than anybody waits (2^60 ways to match), in code that cannot be
-- interrupted.
print((("a"):rep(60)):find(("a?"):rep(60) .. ("a"):rep(60)))
