"""Trigger words, weight and preview of a LoRA come from its header and the files beside it; links stay inside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from platemark.engines.weights import Description, ScanResult, scan
from platemark.engines.weights.descriptions import split_words
from tests.unit.weights.weights_files import write_weights

LORA = {"x.lora_A.weight": (4, 8), "x.lora_B.weight": (8, 4)}
COMPOSED, DECOMPOSED = "fl\u00fcgel", "flu\u0308gel"
CIVITAI = {"trainedWords": ["downloaded style, ink", "second"], "baseModel": "SD 1.5"}
CARD = {"activation text": "my style, <lora:fox:0.7>, Ink", "preferred weight": 0.6, "notes": "mine"}


def write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value))


def describe(folder: Path, name: str = "fox.safetensors", **metadata: str) -> Description:
    write_weights(folder / name, LORA, metadata)
    (result,) = [it for it in scan(folder) if it.path.name == name]
    assert result.problem is None
    return result.description


def test_a_file_without_any_description_has_none(tmp_path: Path) -> None:
    assert describe(tmp_path) == Description()


def test_what_a_person_wrote_counts_more_than_what_was_downloaded_and_that_more_than_the_header(tmp_path: Path) -> None:
    metadata = {"modelspec.trigger_phrase": "from the header"}
    assert describe(tmp_path, **metadata).trigger_words == ("from the header",)
    write_json(tmp_path / "fox.civitai.info", CIVITAI)
    assert describe(tmp_path, **metadata).trigger_words == ("downloaded style", "ink", "second")
    write_json(tmp_path / "index.json", {"foxes": {"filename": "fox.safetensors", "default_weight": 0.8}})
    described = describe(tmp_path, **metadata)
    assert (described.default_weight, described.sources) == (0.8, ("fox.civitai.info", "index.json"))
    write_json(tmp_path / "fox.json", CARD)
    described = describe(tmp_path, **metadata)
    assert (described.trigger_words, described.default_weight) == (("my style", "Ink"), 0.6)
    assert (described.sources, described.unread) == (("fox.json",), ())


def test_an_index_above_describes_folders_with_their_previews(tmp_path: Path) -> None:
    entry = {"filename": "fox.safetensors", "default_weight": 0.4, "trigger_words": ["fox style"]}
    write_json(tmp_path / "index.json", {"foxes": entry, "hares": {"filename": "hare.safetensors"}, "odd": 7})
    for folder, name in (("foxes", "fox"), ("hares", "other")):
        (tmp_path / folder).mkdir()
        write_weights(tmp_path / folder / f"{name}.safetensors", LORA)
        (tmp_path / folder / "preview.png").write_bytes(b"")
    fox, other = (it.description for it in scan(tmp_path))
    assert (fox.trigger_words, fox.default_weight) == (("fox style",), 0.4)
    assert fox.preview == tmp_path / "foxes" / "preview.png"
    assert other == Description()


@pytest.mark.parametrize("name", ["fox.preview.png", "fox.PREVIEW.PNG", "fox.jpg", "Fox.webp", "fox_preview.avif"])
def test_a_preview_is_found_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    described = describe(tmp_path)
    assert (described.preview, described.sources) == (tmp_path / name, (name,))


def test_capitals_and_the_form_of_accents_make_no_difference(tmp_path: Path) -> None:
    write_json(tmp_path / f"{COMPOSED}.JSON", CARD)
    write_weights(tmp_path / f"{DECOMPOSED}.SAFETENSORS", LORA)
    (result,) = scan(tmp_path)
    assert (result.name, result.facts.kind, result.description.default_weight) == (COMPOSED, "lora", 0.6)


def test_tags_of_every_training_picture_are_trigger_words(tmp_path: Path) -> None:
    frequencies = {"img": {"foxstyle": 12, "snow": 7, "ink": 12}, "10_more": {"ink": 3, "foxstyle": 3, "tree": 1}}
    counts = {"img": {"n_repeats": 1, "img_count": 12}, "10_more": {"n_repeats": 10, "img_count": 3}}
    texts = {"ss_tag_frequency": json.dumps(frequencies), "ss_dataset_dirs": json.dumps(counts)}
    assert describe(tmp_path, **texts).trigger_words == ("foxstyle", "ink")
    for broken in ("", "[]", "7", "{}", "[" * 5000, '{"img": {"foxstyle": null}}'):
        assert describe(tmp_path, **texts | {"ss_tag_frequency": broken}).trigger_words == ()


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '"x"', "\ud800".encode("utf-8", "surrogatepass"), "[" * 100_000])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, text: str | bytes) -> None:
    (tmp_path / "fox.civitai.info").write_bytes(text if isinstance(text, bytes) else text.encode())
    described = describe(tmp_path)
    assert (described.trigger_words, described.unread) == ((), ("fox.civitai.info",))


@pytest.mark.parametrize("weight", [0, True, "0.7", None, 2.1, -3, 1e999, float("nan"), []])
def test_a_weight_that_cannot_be_used_is_none(tmp_path: Path, weight: Any) -> None:
    write_json(tmp_path / "fox.json", CARD | {"preferred weight": weight})
    assert describe(tmp_path).default_weight is None


def test_words_are_short_printable_and_each_is_listed_once() -> None:
    assert split_words(["a\nb,\tc ,, A B", 7, None, "x" * 201, "C"]) == ("a b", "c")
    assert len(split_words([",".join(map(str, range(99)))])) == 50


def problems(results: list[ScanResult]) -> dict[str, str | None]:
    return {it.path.name: it.problem for it in results}


def test_links_are_followed_inside_the_folder_and_listed_otherwise(tmp_path: Path) -> None:
    folder, outside = tmp_path / "models", tmp_path / "outside"
    for each in (folder / "blobs", folder / "snapshot", outside):
        each.mkdir(parents=True)
    write_weights(folder / "blobs" / "0123", LORA)
    write_weights(outside / "far.safetensors", LORA)
    (outside / "secret.json").write_text(json.dumps(CARD))
    (folder / "snapshot" / "fox.safetensors").symlink_to("../blobs/0123")
    (folder / "snapshot" / "fox.json").symlink_to(outside / "secret.json")
    (folder / "far.safetensors").symlink_to(outside / "far.safetensors")
    (folder / "gone.safetensors").symlink_to(folder / "nothing")
    (folder / "round.safetensors").symlink_to(folder / "round.safetensors")
    (folder / "loop").symlink_to(folder)
    (folder / "note.txt").symlink_to(outside / "secret.json")
    results = list(scan(folder))
    assert problems(results) == {
        "far.safetensors": "It is a link to a file outside of the folder that is scanned.",
        "fox.safetensors": None,
        "gone.safetensors": "It is a link that leads nowhere.",
        "loop": "It is a link to a folder; only links to files are followed.",
        "round.safetensors": "It is a link that leads nowhere.",
    }
    (fox,) = [it for it in results if it.problem is None]
    assert (fox.name, fox.facts.kind, fox.description) == ("fox", "lora", Description())
