"""Classification of weights files by their headers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from platemark.engines.weights import BadWeights, WeightsFacts, classify_weights, read_header, scan
from tests.unit.weights.weights_files import write_weights

UNET = "model.diffusion_model."
KEYS = "input_blocks.4.1.transformer_blocks.0.attn2.to_k"


def test_a_header_lists_names_types_shapes_and_metadata(tmp_path: Path) -> None:
    write_weights(tmp_path / "w", {"a": (2, 3), "b": ()}, {"made": "by hand"})
    header = read_header(tmp_path / "w")
    assert {name: (tensor.dtype, tensor.shape) for name, tensor in header.tensors.items()} == {
        "a": ("F16", (2, 3)),
        "b": ("F16", ()),
    }
    assert header.metadata == {"made": "by hand"}


def described(offsets: Any = (0, 4), shape: Any = (2,), dtype: Any = "F16", size: int = 4) -> bytes:
    return written({"a": {"dtype": dtype, "shape": shape, "data_offsets": offsets}}, size)


def written(header: object, size: int = 0) -> bytes:
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + bytes(size)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x02\0\0\0\0\0\0",
        (10**18).to_bytes(8, "little") + b"{}",
        (2).to_bytes(8, "little") + b"{",
        (2).to_bytes(8, "little") + b"{x",
        written([]),
        written({}, 1),
        written({"a": 1}),
        written({"a": {}}),
        written({"__metadata__": {"a": 1}}),
        written({"__metadata__": "a"}),
        (100_000).to_bytes(8, "little") + b"[" * 100_000,
        described(size=3),
        described(size=5),
        described(offsets=(1, 5), size=5),
        described(offsets=(4, 0)),
        described(offsets=(0, 6), size=6),
        described(offsets=(0.0, 4.0)),
        described(offsets=(0,)),
        described(offsets=None),
        described(shape=(-1, -2)),
        described(shape=(True, 2)),
        described(shape=2),
        described(dtype="F1"),
        described(dtype=["F16"]),
    ],
)
def test_incomplete_or_invalid_files_are_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "w").write_bytes(data)
    with pytest.raises(BadWeights):
        read_header(tmp_path / "w")


def test_tensors_that_share_bytes_are_refused(tmp_path: Path) -> None:
    overlapping = {name: {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]} for name in "ab"}
    (tmp_path / "w").write_bytes(written(overlapping, 4))
    with pytest.raises(BadWeights, match="overlap"):
        read_header(tmp_path / "w")


@pytest.mark.parametrize(
    ("shapes", "facts", "family"),
    [
        ({f"{UNET}{KEYS}.weight": (320, 768)}, WeightsFacts("checkpoint", 768), "Stable Diffusion 1"),
        ({f"{UNET}{KEYS}.weight": (320, 1024)}, WeightsFacts("checkpoint", 1024), "Stable Diffusion 2"),
        ({f"{UNET}{KEYS}.weight": (640, 2048)}, WeightsFacts("checkpoint", 2048), "Stable Diffusion XL"),
        ({f"{UNET}double_blocks.0.img": (1, 1)}, WeightsFacts("checkpoint"), None),
        (
            {f"unet.{KEYS}.lora_A.weight": (4, 768), f"unet.{KEYS}.lora_B.weight": (320, 4)},
            WeightsFacts("lora", 768, 4, 1),
            "Stable Diffusion 1",
        ),
        (
            {
                "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight": (16, 2048),
                "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k.lora_up.weight": (640, 16),
                "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k.alpha": (),
                "lora_unet_conv_in.lora_down.weight": (32, 4, 3, 3),
            },
            WeightsFacts("lora", 2048, 32, 2),
            "Stable Diffusion XL",
        ),
        (
            {"unet.a.attn1.to_q.lora.down.weight": (8, 32), "unet.a.attn1.to_q.lora.up.weight": (32, 8)},
            WeightsFacts("lora", None, 8, 1),
            None,
        ),
        ({"down_blocks.0.attn2.to_k.weight": (320, 768)}, WeightsFacts("part", 768), "Stable Diffusion 1"),
        ({"text_model.embeddings.weight": (3, 3)}, WeightsFacts("part"), None),
        ({"weight": (3,)}, WeightsFacts("other"), None),
        ({}, WeightsFacts("other"), None),
    ],
)
def test_files_are_classified_by_tensor_names_and_shapes(
    tmp_path: Path, shapes: dict[str, tuple[int, ...]], facts: WeightsFacts, family: str | None
) -> None:
    write_weights(tmp_path / "w", shapes)
    classified = classify_weights(read_header(tmp_path / "w"))
    assert classified == facts
    assert classified.family == family


def test_a_scan_finds_each_file_and_model_folder_once(tmp_path: Path) -> None:
    (tmp_path / "a" / "deep").mkdir(parents=True)
    write_weights(tmp_path / "a" / "deep" / "fox.safetensors", {"x.lora_A.weight": (4, 8), "x.lora_B.weight": (8, 4)})
    (tmp_path / "b" / "unet").mkdir(parents=True)
    (tmp_path / "b" / "model_index.json").write_text('{"_class_name": "StableDiffusionPipeline"}')
    write_weights(tmp_path / "b" / "unet" / "u.safetensors", {"mid_block.attn2.to_k.weight": (8, 768)})
    (tmp_path / "c.safetensors").write_bytes(b"rubbish")
    (tmp_path / "d.ckpt").write_bytes(b"cos\n")
    (tmp_path / "e.txt").write_text("no weights")
    (tmp_path / "f.safetensors").symlink_to(tmp_path / "a" / "deep" / "fox.safetensors")
    (tmp_path / "g").symlink_to(tmp_path / "a")
    results = list(scan(tmp_path))
    assert [(result.name, result.facts.kind, result.facts.family, result.pipeline) for result in results] == [
        ("fox", "lora", None, None),
        ("b", "checkpoint", "Stable Diffusion 1", "StableDiffusionPipeline"),
        ("c", "other", None, None),
        ("d.ckpt", "other", None, None),
        ("f", "lora", None, None),
        ("g", "other", None, None),
    ]
    assert [result.problem is None for result in results] == [True, True, False, False, True, False]
    assert "may run code" in (results[3].problem or "")


@pytest.mark.parametrize("index", ["", "[]", "{}", "null"])
def test_a_model_folder_without_a_valid_index_is_reported(tmp_path: Path, index: str) -> None:
    (tmp_path / "unet").mkdir()
    write_weights(tmp_path / "unet" / "u.safetensors", {"a": (1,)})
    (tmp_path / "model_index.json").write_text(index)
    (result,) = scan(tmp_path)
    assert result.problem == "Its model_index.json cannot be read."


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    (result,) = scan(tmp_path / "none")
    assert "No such file" in (result.problem or "")
