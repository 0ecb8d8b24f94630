--- Made by `./dev docs` from the catalogs: which file has which records, and the version.
return {
  date = "2026-11", digest = "0cef075c59ea25fb",
  keys = {
    ["outlay.hardware.nvidia"] = [[
      a100_40gb a100_80gb h100_pcie h100_sxm h200_sxm p100_sxm v100_sxm
    ]],
    ["outlay.hardware.nvidia_blackwell"] = [[
      b200_sxm b300_sxm gb200 gb300
    ]],
    ["outlay.hardware.nvidia_export"] = [[
      a800_sxm h20 h800_sxm
    ]],
    ["outlay.hardware.nvidia_older"] = [[
      a100_pcie gh200 k40 k80 l40s p100_pcie titan_x v100_32gb v100s
    ]],
    ["outlay.hardware.amd"] = [[
      mi250x mi300x mi325x mi350x mi355x
    ]],
    ["outlay.hardware.google"] = [[
      tpu_v1 tpu_v2 tpu_v3 tpu_v4 tpu_v5e tpu_v5p tpu_v6e tpu_v7
    ]],
    ["outlay.hardware.amazon"] = [[
      trainium1 trainium2 trainium3
    ]],
    ["outlay.hardware.intel"] = [[
      gaudi2 gaudi3
    ]],
    ["outlay.hardware.huawei"] = [[
      ascend_910 ascend_910b ascend_910c
    ]],
    ["outlay.hardware.cerebras"] = [[
      wse2 wse3
    ]],
    ["outlay.price.cloud"] = [[
      aws_h200 aws_p4d aws_p4de aws_p5 azure_nd_a100 gcp_a3_high gcp_tpu_v4 gcp_tpu_v5e gcp_v100
      lambda_h100 market_h100_2024
    ]],
    ["outlay.price.cloud:discounts"] = [[
      aws azure gcp lambda
    ]],
    ["outlay.price.purchase_kepler_to_volta"] = [[
      k40 k80 p100_pcie p100_sxm titan_x v100_32gb v100_sxm
    ]],
    ["outlay.price.purchase_ampere_on"] = [[
      a100_40gb a100_80gb a100_pcie gh200 h100_pcie h100_sxm h20 h200_sxm h800_sxm
    ]],
    ["outlay.price.purchase_others"] = [[
      gaudi2 gaudi3 mi250x mi300x
    ]],
    ["outlay.price.rental_volta"] = [[
      k80 p100_pcie v100_32gb v100_sxm
    ]],
    ["outlay.price.rental_a100_40gb"] = [[
      a100_40gb
    ]],
    ["outlay.price.rental_a100_80gb"] = [[
      a100_80gb a100_pcie
    ]],
    ["outlay.price.rental_hopper"] = [[
      gh200 h100_pcie h100_sxm h200_sxm h800_sxm
    ]],
    ["outlay.price.rental_blackwell"] = [[
      b200_sxm b300_sxm gb200
    ]],
    ["outlay.price.rental_tpu"] = [[
      tpu_v2 tpu_v3 tpu_v4 tpu_v5e tpu_v6e
    ]],
    ["outlay.price.electricity_us"] = [[
      electricity_us
    ]],
    ["outlay.site.kinds"] = [[
      cloud_provider google meta other survey_average
    ]],
  },
}
