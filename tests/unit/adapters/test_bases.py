"""Adapters fit a model by their families, as far as both are known."""

from __future__ import annotations

import pytest

from platemark.adapters.bases import ModelFamilies
from platemark.adapters.pinned import PinnedAdapter
from platemark.engines.base import Model
from platemark.ids import new_id

LARGE, TWIN, OTHER = "a" * 64, "b" * 64, "c" * 64
MODELS = (
    Model(name="first", base="Stable Diffusion 1"),
    Model(name="large", digest=LARGE, base="Stable Diffusion XL"),
    Model(name="twin", digest=LARGE, base="Stable Diffusion XL"),
    Model(name="twin", digest=TWIN, base="Stable Diffusion 2"),
    Model(name="own", base="a family of its own"),
    Model(name="plain"),
)


@pytest.mark.parametrize(
    ("base", "model", "fits"),
    [
        ("Stable Diffusion 1", None, True),
        ("Stable Diffusion XL", None, False),
        ("Stable Diffusion XL", "large", True),
        ("Stable Diffusion 2", f"large sha256:{LARGE}", False),
        (f"large sha256:{LARGE}", "large", True),  # trained for that model
        (f"large sha256:{LARGE}", "first", False),
        (f"large sha256:{OTHER}", "first", True),  # another file was called so
        ("first", f"twin sha256:{TWIN}", False),
        ("Stable Diffusion XL", f"twin sha256:{TWIN}", False),
        ("Stable Diffusion XL", f"twin sha256:{LARGE}", True),
        ("first", "twin", True),
        (None, "large", True),
        ("a family of its own", "large", True),
        ("Stable Diffusion XL", "own", True),
        ("Stable Diffusion XL", "plain", True),
        ("gone", "large", True),
    ],
)
def test_an_adapter_of_another_family_than_the_model_is_a_problem(
    base: str | None, model: str | None, fits: bool
) -> None:
    owl = PinnedAdapter(adapter_id=new_id(), name="owl", format="lora", digest=OTHER, weight=1.0)
    families = ModelFamilies(MODELS, {owl.adapter_id: base} if base else {}, "first")
    problems = list(families.find_problems(model, [owl]))
    assert [(it.pointer, it.code) for it in problems] == ([] if fits else [("/adapters/0", "adapter_base_mismatch")])
    assert fits or all("owl" in it.message and "Stable Diffusion" in it.message for it in problems)
    assert list(ModelFamilies(MODELS, families.bases).find_problems(None, [owl])) == []  # the engine's own is unknown
