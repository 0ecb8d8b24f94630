/* Published models, for the tests of the training model. */
#ifndef OUTLAY_TEST_MODEL_ZOO_H
#define OUTLAY_TEST_MODEL_ZOO_H

#include "workload.h"

/* Brown et al. 2020, as Megatron-LM trains it. */
static const outlay_workload gpt3_175b = {.layers = 96,
                                          .hidden = 12288,
                                          .heads = 96,
                                          .kv_heads = 96,
                                          .head_dim = 128,
                                          .ffn = 49152,
                                          .vocabulary = 51200,
                                          .sequence = 2048,
                                          .tied = true};

/* Llama 3 (arXiv:2407.21783), table 3. */
static const outlay_workload llama3_405b = {.layers = 126,
                                            .hidden = 16384,
                                            .heads = 128,
                                            .kv_heads = 8,
                                            .head_dim = 128,
                                            .ffn = 53248,
                                            .gated = true,
                                            .vocabulary = 128256,
                                            .sequence = 8192};

/* DeepSeek-V3 (arXiv:2412.19437), section 4.2. */
static const outlay_workload deepseek_v3 = {.layers = 61,
                                            .hidden = 7168,
                                            .heads = 128,
                                            .kv_heads = 128,
                                            .head_dim = 128,
                                            .query_rank = 1536,
                                            .kv_rank = 512,
                                            .rope_dim = 64,
                                            .ffn = 18432,
                                            .gated = true,
                                            .vocabulary = 129280,
                                            .sequence = 4096,
                                            .experts = 256,
                                            .top_k = 8,
                                            .expert_ffn = 2048,
                                            .shared_ffn = 2048,
                                            .dense_layers = 3};

#endif
