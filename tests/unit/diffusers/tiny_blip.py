"""A tiny BLIP of the real architecture with random weights, as saved by transformers."""

from __future__ import annotations

import json
from pathlib import Path

WORDS = ["a", "red", "blue", "fox", "card", "of", "the", "hearts", "queen", "and", "in", "on", "with", "snow", "sun"]
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[DEC]")
LARGEST_BYTES = 1_000_000


def build(folder: Path) -> None:
    import torch
    from transformers import BlipConfig, BlipForConditionalGeneration

    torch.manual_seed(3)
    tokens = [*SPECIAL, *WORDS, "##s"]
    text = {
        "vocab_size": len(tokens), "hidden_size": 32, "encoder_hidden_size": 32, "intermediate_size": 64,
        "num_hidden_layers": 2, "num_attention_heads": 4, "projection_dim": 32, "max_position_embeddings": 64,
        "bos_token_id": tokens.index("[DEC]"), "sep_token_id": tokens.index("[SEP]"), "pad_token_id": 0,
        "eos_token_id": tokens.index("[CLS]"), "initializer_range": 0.6,
    }  # fmt: skip
    vision = {
        "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4,
        "image_size": 32, "patch_size": 8, "projection_dim": 32, "initializer_range": 0.6,
    }  # fmt: skip
    config = BlipConfig(text_config=text, vision_config=vision, projection_dim=32, image_text_hidden_size=32)
    network = BlipForConditionalGeneration(config)
    with torch.no_grad():  # special tokens are never generated
        for number in range(len(SPECIAL)):
            network.text_decoder.cls.predictions.bias[number] = 0.0 if number == tokens.index("[SEP]") else -1000.0
    network.save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(tokens) + "\n", "utf-8")
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "BertTokenizer", "do_lower_case": True}), "utf-8"
    )
    (folder / "preprocessor_config.json").write_text(
        json.dumps(
            {
                "image_processor_type": "BlipImageProcessor", "size": {"height": 32, "width": 32},
                "image_mean": [0.48, 0.46, 0.41], "image_std": [0.27, 0.26, 0.28], "do_normalize": True,
            }
        ),
        "utf-8",
    )  # fmt: skip
