"""Choosing the model to train for; does not need torch."""

from __future__ import annotations

from pathlib import Path

import pytest

from platemark.engines.base import EngineError
from platemark.engines.diffusers import Diffusers
from platemark.engines.diffusers.model_catalog import ModelCatalog
from platemark.engines.diffusers.model_files import ModelFiles
from platemark.engines.registry import Engines
from platemark.engines.weights import KnownDigests
from platemark.settings import from_environment
from tests.unit.diffusers.model_files import model_folder, single_file


@pytest.fixture
def models(tmp_path: Path) -> ModelCatalog:
    """A default model, and a folder with a file, a model folder, two files of one name, and unusable files."""
    folder = tmp_path / "models"
    folder.mkdir()
    single_file(folder / "default.safetensors")
    single_file(folder / "ink.safetensors")
    model_folder(folder / "below" / "lead")
    single_file(folder / "one" / "twin.safetensors")
    single_file(folder / "two" / "twin.safetensors")
    (folder / "rubbish.safetensors").write_bytes(b"rubbish")
    (folder / "old.ckpt").write_bytes(b"cos")
    return ModelCatalog(ModelFiles(folder / "default.safetensors"), folder)


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (None, "default.safetensors"),
        ("default", "default.safetensors"),
        ("ink", "ink.safetensors"),
        ("ink sha256:00", "ink.safetensors"),
        ("lead", "below/lead"),
    ],
)
def test_models_are_found_by_file_or_folder_name(models: ModelCatalog, base: str | None, expected: str) -> None:
    assert models.folder is not None
    assert models.find(base).path == models.folder / expected


@pytest.mark.parametrize(
    ("base", "message", "hint"),
    [
        ("twin", "Several models have that name.", "Rename all of them but one."),
        ("old", "This engine has no such model.", "name an available one: default, lead, ink, twin."),
        ("rubbish", "This engine has no such model.", "name an available one: default, lead, ink, twin."),
    ],
)
def test_unknown_and_ambiguous_names_are_refused(models: ModelCatalog, base: str, message: str, hint: str) -> None:
    with pytest.raises(EngineError) as refused:
        models.find(base)
    assert (refused.value.code, str(refused.value), refused.value.retryable) == ("unknown_base", message, False)
    assert refused.value.hint.endswith(hint)


def test_a_model_added_later_is_found(models: ModelCatalog) -> None:
    assert models.folder is not None
    with pytest.raises(EngineError):
        models.find("late")
    single_file(models.folder / "late.safetensors")
    assert models.find("late").path == models.folder / "late.safetensors"


def test_many_oddly_named_models_give_a_short_hint_on_one_line(tmp_path: Path) -> None:
    for number in range(12):
        single_file(tmp_path / f"{number:02}\n{'x' * 200}.safetensors")
    with pytest.raises(EngineError) as refused:
        ModelCatalog(ModelFiles(tmp_path / "default"), tmp_path).find("none")
    assert len(refused.value.hint) <= 500
    assert "\n" not in refused.value.hint


def test_the_models_folder_is_a_setting(tmp_path: Path) -> None:
    single_file(tmp_path / "ink.safetensors")
    environment = {"PLATEMARK_DIFFUSERS_MODEL": "/no/such/model", "PLATEMARK_DIFFUSERS_MODELS": str(tmp_path)}
    engines = Engines.discover([], from_environment(environment))
    assert engines.failures == ()
    assert vars(engines.get("diffusers"))["_models"].find("ink").path == tmp_path / "ink.safetensors"


def test_the_usable_models_are_listed_with_the_digests_that_are_known(models: ModelCatalog, tmp_path: Path) -> None:
    digests = tmp_path / "model-digests.json"
    assert models.folder is not None
    known = KnownDigests(digests).find(models.folder / "ink.safetensors")
    engine = Diffusers(models.default.path, models=models.folder, digests=digests)
    listed = [(it.name, it.digest, it.base) for it in engine.models()]
    names = ("default", "lead", "ink", "twin", "twin")
    expected = [(name, known if name == "ink" else None, "Stable Diffusion 1") for name in names]
    assert sorted(listed, key=str) == sorted(expected, key=str)
    assert list(Diffusers(None).models()) == []
