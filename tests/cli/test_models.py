"""``platemark models scan``."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.ExifTags import Base

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.lora_files import register_lora
from platemark.adapters.views import AdapterFilter, AdapterView
from platemark.blob_references import sweep_blobs
from platemark.engines.weights import KnownDigests
from platemark.engines.weights.scan import scan_file
from platemark.errors import Unavailable, Unprocessable
from platemark.paging import PageRequest
from platemark.studio import Studio
from tests.cli.conftest import Run
from tests.unit.weights.weights_files import write_weights

DOWN, UP = "unet.mid_block.attn2.to_k.lora_A.weight", "unet.mid_block.attn2.to_k.lora_B.weight"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two LoRAs, a copy of one of them, a checkpoint and a pickle."""
    folder = tmp_path / "models"
    (folder / "loras").mkdir(parents=True)
    write_weights(folder / "loras" / "engraving.safetensors", {DOWN: (4, 768), UP: (320, 4)})
    write_weights(folder / "loras" / "copy of engraving.safetensors", {DOWN: (4, 768), UP: (320, 4)})
    write_weights(folder / "loras" / "ink\n.safetensors", {DOWN: (8, 2048), UP: (640, 8)})
    write_weights(folder / "base.safetensors", {"model.diffusion_model.mid_block.attn2.to_k.weight": (320, 768)})
    (folder / "old.ckpt").write_bytes(b"cos\n")
    return folder


def list_registered(studio: Studio) -> list[AdapterView]:
    with studio.work(write=False) as work:
        return list(adapters.list_adapters(work, AdapterFilter(), PageRequest(limit=50), by=SYSTEM).items)


def scan(run: Run, *arguments: str) -> list[dict[str, Any]]:
    result = run("models", "scan", *arguments, "--json")
    assert result.exit_code == 0, result.output
    weights_files: list[dict[str, Any]] = json.loads(result.stdout)
    return weights_files


def test_each_lora_is_registered_once_with_its_bytes(run: Run, folder: Path, studio: Studio) -> None:
    files = scan(run, str(folder))
    assert [(file["name"], file["kind"], file["family"], file["rank"], file["registered"]) for file in files] == [
        ("base", "checkpoint", "Stable Diffusion 1", None, False),
        ("copy of engraving", "lora", "Stable Diffusion 1", 4, True),
        ("engraving", "lora", "Stable Diffusion 1", 4, False),
        ("ink_", "lora", "Stable Diffusion XL", 8, True),
        ("old.ckpt", "other", None, None, False),
    ]
    assert files[1]["adapter"] == files[2]["adapter"]
    by_name = {adapter.name: adapter for adapter in list_registered(studio)}
    assert sorted(by_name) == ["copy of engraving", "ink_"]
    ink = by_name["ink_"]
    assert (ink.format, ink.source, ink.base, ink.default_weight) == ("lora", "registered", "Stable Diffusion XL", 1.0)
    assert studio.blobs.read(ink.digest) == (folder / "loras" / "ink\n.safetensors").read_bytes()
    assert [file["registered"] for file in scan(run, str(folder))] == [False] * 5
    assert len(list_registered(studio)) == 2
    sweep_blobs(lambda: studio.work(write=True), studio.blobs, grace_seconds=0)
    assert studio.blobs.exists(ink.digest)


def test_loras_are_registered_with_their_trigger_words_and_weight(run: Run, folder: Path, studio: Studio) -> None:
    described = {"activation text": "inked, lines", "preferred weight": 0.5}
    lora, card = folder / "loras" / "engraving.safetensors", folder / "loras" / "engraving.json"
    (folder / "loras" / "copy of engraving.safetensors").unlink()
    card.write_text("{")
    before = scan(run, str(folder))
    assert (before[1]["trigger_words"], before[1]["problem"]) == ([], "Not read: engraving.json.")
    assert before[1]["registered"]
    card.write_text(json.dumps(described))
    lora.with_name("engraving.preview.png").write_bytes(b"")
    again = scan(run, str(folder))[1]
    assert (again["trigger_words"], again["weight"], again["registered"]) == (["inked", "lines"], 0.5, False)
    assert (again["preview"], again["described_by"]) == (
        "engraving.preview.png",
        ["engraving.json", "engraving.preview.png"],
    )
    assert again["problem"] == "Not read: engraving.preview.png."
    write_weights(lora.with_name("wash.safetensors"), {DOWN: (2, 768), UP: (320, 2)}, {"modelspec.trigger_phrase": "w"})
    lora.with_name("wash.json").write_text(json.dumps(described | {"activation text": ""}))
    scan(run, str(folder))
    by_name = {it.name: (list(it.trigger_words), it.default_weight) for it in list_registered(studio)}
    assert by_name == {"engraving": (["inked", "lines"], 1.0), "ink_": ([], 1.0), "wash": (["w"], 0.5)}


def test_the_preview_beside_a_lora_is_kept_once(run: Run, folder: Path, studio: Studio) -> None:
    (folder / "loras" / "copy of engraving.safetensors").unlink()
    preview = folder / "loras" / "engraving.png"
    assert scan(run, str(folder))[1]["problem"] is None
    exif = Image.Exif()
    exif[Base.Orientation], exif[Base.Artist] = 6, "ada"
    Image.new("RGB", (1200, 600), "red").save(preview, exif=exif)
    assert scan(run, str(folder))[1]["problem"] is None
    Image.new("RGB", (64, 64), "blue").save(preview)
    scan(run, str(folder))
    sweep_blobs(lambda: studio.work(write=True), studio.blobs, grace_seconds=0)
    (adapter,) = (it for it in list_registered(studio) if it.name == "engraving")
    with studio.work(write=False) as work:
        kept = adapters.get_adapter_preview(work, studio, adapter.id, by=SYSTEM)
    with Image.open(kept.path) as picture:
        assert (picture.format, picture.size, "exif" in picture.info) == ("WEBP", (256, 512), False)
        assert picture.convert("RGB").getpixel((100, 100)) > (200, 0, 0)  # type: ignore[operator]


def test_a_dry_run_registers_nothing(run: Run, folder: Path, studio: Studio) -> None:
    result = run("models", "scan", str(folder), "--dry-run")
    lines = result.stdout.splitlines()
    assert lines[0].split("\t") == [
        "name",
        "kind",
        "family",
        "rank",
        "bytes",
        "adapter",
        "weight",
        "trigger_words",
        "problem",
    ]
    assert lines[1].startswith("base\tcheckpoint\tStable Diffusion 1\t\t")
    assert lines[5].endswith("It may run code when it is opened; only .safetensors files are opened.")
    assert result.stderr == "5 found, 0 LoRAs registered.\n"
    assert list_registered(studio) == []


def test_scanning_a_folder_without_weights_prints_that_none_were_found(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("models", "scan", str(tmp_path / "empty")).stderr == "No weights found.\n"


def test_only_a_readable_lora_can_be_registered(folder: Path, studio: Studio) -> None:
    for name in ("base.safetensors", "old.ckpt"):
        with pytest.raises(Unprocessable, match="is not a usable LoRA"):
            register_lora(studio, scan_file(folder / name), by=SYSTEM)
    lora = scan_file(folder / "loras" / "engraving.safetensors")
    lora.path.unlink()
    with pytest.raises(Unavailable, match="cannot be read: No such file"):
        register_lora(studio, lora, by=SYSTEM)


def test_a_scan_reads_the_digests_of_checkpoints_once(run: Run, folder: Path, studio: Studio) -> None:
    checkpoint = folder / "base.safetensors"
    digest = hashlib.sha256(checkpoint.read_bytes()).hexdigest()
    assert [file["digest"] for file in scan(run, str(folder), "--dry-run")] == [None] * 5
    assert [file["digest"] for file in scan(run, str(folder))] == [digest, None, None, None, None]
    assert KnownDigests(studio.settings.model_digests_file).get(checkpoint) == digest


def test_a_list_of_models_is_empty_without_an_engine_that_has_any(run: Run) -> None:
    result = run("models", "list", "--engine", "press", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
