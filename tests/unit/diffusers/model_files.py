"""Files and folders with the headers of models and no weights."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.weights.weights_files import write_weights

ATTENTION = "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight"


def single_file(path: Path, width: int = 768) -> Path:
    path.parent.mkdir(exist_ok=True)
    write_weights(path, {f"model.diffusion_model.{ATTENTION}": (320, width)})
    return path


def model_folder(path: Path, pipeline: str = "StableDiffusionPipeline") -> Path:
    (path / "unet").mkdir(parents=True)
    (path / "model_index.json").write_text(json.dumps({"_class_name": pipeline}))
    write_weights(path / "unet" / "diffusion_pytorch_model.safetensors", {"mid_block.attn2.to_k.weight": (32, 768)})
    return path


def with_tokenizer(folder: Path, name: str = "tokenizer") -> None:
    (folder / name).mkdir(exist_ok=True)
    for file in ("vocab.json", "merges.txt"):
        (folder / name / file).write_text("{}")
