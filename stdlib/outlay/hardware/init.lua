--- All accelerators of the catalog, as `hw`: `hw.h100_sxm.peak.bf16` is a quantity that knows its
--- source. A vendor's file is loaded when one of its chips is first asked for.
return require("outlay.catalog.roots").hw
