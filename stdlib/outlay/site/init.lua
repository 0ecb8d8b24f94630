--- Sites, as `site`: `site.meta.pue`, `site.cloud_provider.pue`.
return require("outlay.catalog.roots").site
