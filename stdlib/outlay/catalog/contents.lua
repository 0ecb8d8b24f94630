--- Made by `./dev docs` from the catalogs: which file has which records, and the version.
return {
  date = "2026-11", digest = "59f9a5fe90feac54",
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
    ["outlay.hardware.nodes"] = [[
      dgx_1_p100 dgx_1_v100 dgx_2 dgx_a100 dgx_a100_640gb dgx_b200 dgx_b300 dgx_h100 dgx_h200
      gb200_nvl72 gb300_nvl72 load overhead spares tpu_v4_pod tpu_v5p_pod tpu_v7_pod
      trn2_ultraserver
    ]],
    ["outlay.hardware.embodied"] = [[
      embodied
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
      a100_40gb a100_80gb a100_pcie gb200 gb300 gh200 h100_pcie h100_sxm h20 h200_sxm h800_sxm
      vr200
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
    ["outlay.price.spot"] = [[
      availability_window commitment discount interruption
    ]],
    ["outlay.price.electricity_us"] = [[
      electricity_us
    ]],
    ["outlay.price.carbon"] = [[
      carbon
    ]],
    ["outlay.price.storage"] = [[
      egress storage
    ]],
    ["outlay.site.kinds"] = [[
      cloud_provider google meta other survey_average
    ]],
    ["outlay.site.pue"] = [[
      aws equinix google meta microsoft oracle survey
    ]],
    ["outlay.site.cost"] = [[
      building_life colocation construction cooling demand_charge demand_tariffs land
    ]],
    ["outlay.site.operation"] = [[
      operation
    ]],
    ["outlay.site.electricity_state"] = [[
      alabama alaska arizona arkansas california colorado connecticut delaware florida georgia
      hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts
      michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey
      new_mexico new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania
      rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington
      west_virginia
    ]],
    ["outlay.site.electricity_state_years"] = [[
      alabama arkansas florida georgia kentucky louisiana mississippi north_carolina
      south_carolina tennessee virginia west_virginia
    ]],
    ["outlay.site.electricity_state_recent"] = [[
      connecticut illinois indiana iowa kansas maine massachusetts michigan minnesota
      new_hampshire new_jersey new_york ohio pennsylvania rhode_island vermont wisconsin
    ]],
    ["outlay.site.country"] = [[
      are aus aut bel bra can che chl chn deu dnk esp fin fra gbr hkg idn ind irl isl isr ita jpn
      kaz kor mex mys nld nor nzl pol prt qat sau sgp swe tha twn usa vnm zaf
    ]],
    ["outlay.site.grid_gcp"] = [[
      africa_south1 asia_east1 asia_east2 asia_northeast1 asia_northeast2 asia_northeast3
      asia_south1 asia_south2 asia_southeast1 asia_southeast2 australia_southeast1
      australia_southeast2 europe_central2 europe_north1 europe_north2 europe_southwest1
      europe_west1 europe_west10 europe_west12 europe_west2 europe_west3 europe_west4
      europe_west6 europe_west8 europe_west9 me_central1 me_central2 me_west1
      northamerica_northeast1 northamerica_northeast2 northamerica_south1 southamerica_east1
      southamerica_west1 us_central1 us_central2 us_east1 us_east2 us_east4 us_east5 us_south1
      us_west1 us_west2 us_west3 us_west4
    ]],
    ["outlay.site.grid_aws_azure"] = [[
      aws_af_south_1 aws_ap_east_1 aws_ap_northeast_1 aws_ap_northeast_2 aws_ap_northeast_3
      aws_ap_south_1 aws_ap_southeast_1 aws_ap_southeast_2 aws_ap_southeast_3 aws_ca_central_1
      aws_cn_north_1 aws_cn_northwest_1 aws_eu_central_1 aws_eu_north_1 aws_eu_south_1
      aws_eu_west_1 aws_eu_west_2 aws_eu_west_3 aws_me_central_1 aws_me_south_1 aws_sa_east_1
      aws_us_east_1 aws_us_east_2 aws_us_west_1 aws_us_west_2 azure_australiaeast
      azure_australiasoutheast azure_centralindia azure_centralus azure_eastasia azure_eastus
      azure_eastus2 azure_francecentral azure_germanywestcentral azure_japaneast azure_japanwest
      azure_koreacentral azure_northcentralus azure_northeurope azure_norwayeast
      azure_southafricanorth azure_southcentralus azure_southeastasia azure_swedencentral
      azure_switzerlandnorth azure_uaenorth azure_uksouth azure_westeurope azure_westus
    ]],
    ["outlay.net.scale_up"] = [[
      ici_v4 ici_v5e ici_v5p ici_v6e ici_v7 infinity_fabric_mi300x infinity_fabric_mi355x
      neuronlink_3 neuronlink_4 nvlink_1 nvlink_2 nvlink_3 nvlink_4 nvlink_5
    ]],
    ["outlay.net.scale_out"] = [[
      cost_share efa infiniband_edr infiniband_hdr infiniband_ndr infiniband_xdr roce_200
      roce_400 roce_800
    ]],
    ["outlay.models.openai"] = [[
      gpt_3 gpt_35 gpt_4 gpt_45 gpt_4o gpt_5 gpt_oss_120b gpt_oss_20b
    ]],
    ["outlay.models.google"] = [[
      chinchilla gemini_10_ultra gemini_15_pro gemini_25_pro gemma_2_27b gemma_3_27b glam gopher
      lamda palm_2 palm_540b switch_c t5_11b
    ]],
    ["outlay.models.meta"] = [[
      llama_2_13b llama_2_70b llama_2_7b llama_31_405b llama_31_70b llama_31_8b llama_3_70b
      llama_3_8b llama_4_behemoth llama_4_maverick llama_4_scout llama_65b opt_175b
    ]],
    ["outlay.models.deepseek"] = [[
      deepseek_r1 deepseek_v2 deepseek_v3 deepseek_v31 deepseek_v4_flash
    ]],
    ["outlay.models.alibaba"] = [[
      qwen25_32b qwen25_72b qwen35_397b_a17b qwen3_235b_a22b qwen3_30b_a3b qwen3_32b
      qwen3_coder_480b qwen3_max qwen3_next_80b_a3b qwen_72b
    ]],
    ["outlay.models.mistral_and_xai"] = [[
      claude_2 claude_35_sonnet claude_37_sonnet claude_3_opus claude_opus_4 grok_1 grok_2 grok_3
      grok_4 mistral_7b mistral_large mistral_large_2 mixtral_8x22b mixtral_8x7b
    ]],
    ["outlay.models.others_to_2023"] = [[
      bloom_176b bloomberggpt falcon_180b falcon_40b glm_130b gpt_neox_20b inflection_2
      jurassic_1 mt_nlg_530b pythia_12b starcoder yi_34b
    ]],
    ["outlay.models.others_from_2024"] = [[
      a_x_k1 afm_server amazon_titan dbrx exaone_4_32b glm_45 hunyuan_large inflection_25
      k_exaone kimi_k2 kimi_k2_thinking ling_1t longcat_flash minimax_m2 nemotron_4_340b nova_pro
      olmo_2_13b olmo_3_32b pangu_ultra phi_4
    ]],
    ["outlay.staff.roles"] = [[
      annotator_expert annotator_general annotator_low_wage data_scientist
      frontier_infrastructure_engineer frontier_research_engineer frontier_research_scientist
      overhead program_manager research_scientist software_engineer systems_administrator
    ]],
    ["outlay.staff.teams"] = [[
      deepseek_v3 frontier_laboratory gemini_10_ultra gpt_3 gpt_4 llama_31_405b mid_laboratory
      opt_175b palm_540b small_laboratory
    ]],
    ["outlay.deals.licences"] = [[
      anthropic_settlement associated_press_openai axel_springer_openai axios_openai
      disney_openai dotdash_meredith_openai european_publishers_openai financial_times_openai
      harpercollins_microsoft news_corp_openai nyt_amazon photobucket reddit_all reddit_google
      reuters_licence shutterstock_each stack_overflow_google taylor_francis_microsoft
      vox_media_openai warner_music_suno washington_post_openai wiley_2024
    ]],
    ["outlay.deals.units"] = [[
      corpus generation preference price stock transcription
    ]],
    ["outlay.law.frontier"] = [[
      california_sb_53 eu_general_purpose eu_systemic_risk korea_basic_act new_york_raise
      us_eo_14110
    ]],
    ["outlay.law.us_tax"] = [[
      us_tax
    ]],
    ["outlay.law.export"] = [[
      diffusion_2025 h20_letters_2025 rule_2022 rule_2023_a rule_2023_b
    ]],
    ["outlay.index.cpi_us"] = [[
      cpi_us cpi_us_year
    ]],
    ["outlay.index.hicp_euro"] = [[
      hicp_euro
    ]],
    ["outlay.index.exchange"] = [[
      aud brl cad chf cny eur gbp inr jpy krw nok sek sgd twd
    ]],
    ["outlay.firms.public"] = [[
      alphabet amazon apple meta microsoft nvidia oracle tesla
    ]],
    ["outlay.firms.private"] = [[
      alibaba anthropic baidu mistral openai tencent xai
    ]],
    ["outlay.firms.programmes"] = [[
      eu_gigafactories india_ai nairr stargate uk_airr uk_compute
    ]],
    ["outlay.market.chips_shipped:shipments"] = [[
      amazon_trainium amd google_tpu nvidia nvidia_all_data_center
    ]],
    ["outlay.market.chips_shipped:stock"] = [[
      all_vendors amazon_trainium amd google_tpu nvidia nvidia_blackwell nvidia_hopper
    ]],
    ["outlay.market.limits"] = [[
      cowos cowos_share_of_nvidia electricity run_in_2030
    ]],
  },
}
