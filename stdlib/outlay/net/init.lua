--- Networks, as `net`: `net.nvlink_4.bandwidth`, `net.infiniband_ndr.port`.
return require("outlay.catalog.roots").net
