--- Made by `./dev docs` from the catalogs: which file has which records, and the version.
return { date = "", digest = "", keys = {} }
