"""The engine and the adapters of a generation: the highest level that says something, and never for another engine."""

from __future__ import annotations

import pytest

from platemark.adapters.pinned import PinnedAdapter
from platemark.ids import new_id
from platemark.jobs.engine_choice import ChosenEngine, EngineChoice, resolve


def adapter(name: str) -> PinnedAdapter:
    return PinnedAdapter(adapter_id=new_id(), name=name, format="lora", digest="0" * 64, weight=0.5)


FOX, OWL = adapter("fox"), adapter("owl")
SILENT = EngineChoice()


@pytest.mark.parametrize(
    ("levels", "engine", "adapters"),
    [
        ([], "press", ()),
        ([SILENT, SILENT], "press", ()),
        ([EngineChoice(engine="a"), EngineChoice(engine="b")], "a", ()),
        ([SILENT, EngineChoice(engine="b", adapters=(FOX,))], "b", (FOX,)),
        ([EngineChoice(adapters=(OWL,)), EngineChoice(engine="b", adapters=(FOX,))], "b", (OWL,)),
        ([EngineChoice(adapters=()), EngineChoice(engine="b", adapters=(FOX,))], "b", ()),
        ([EngineChoice(engine="a"), EngineChoice(engine="b", adapters=(FOX,))], "a", ()),
        ([EngineChoice(engine="b"), EngineChoice(engine="b", adapters=(FOX,))], "b", (FOX,)),
        ([EngineChoice(engine="press"), EngineChoice(adapters=(FOX,))], "press", (FOX,)),
        ([SILENT, EngineChoice(adapters=(FOX,)), EngineChoice(engine="b", adapters=(OWL,))], "b", (FOX,)),
        ([EngineChoice(engine="a"), EngineChoice(adapters=(FOX,)), EngineChoice(engine="a", adapters=(OWL,))], "a",
         (FOX,)),
        ([EngineChoice(engine="a"), EngineChoice(engine="b", adapters=(FOX,)), EngineChoice(adapters=(OWL,))], "a", ()),
    ],
)  # fmt: skip
def test_each_part_is_that_of_the_highest_level_for_the_same_engine(
    levels: list[EngineChoice], engine: str, adapters: tuple[PinnedAdapter, ...]
) -> None:
    assert resolve(*levels) == ChosenEngine(engine=engine, adapters=adapters)


@pytest.mark.parametrize(
    ("levels", "model"),
    [
        ([EngineChoice(engine="a", model="ink"), EngineChoice(engine="a", model="lead")], "ink"),
        ([EngineChoice(engine="a"), EngineChoice(engine="a", model="lead")], "lead"),
        ([EngineChoice(engine="a"), EngineChoice(engine="b", model="lead")], None),
        ([EngineChoice(model="ink"), EngineChoice(engine="b", model="lead")], "ink"),
        ([EngineChoice(adapters=(FOX,)), EngineChoice(engine="b", model="lead")], "lead"),
        ([EngineChoice(engine="press"), EngineChoice(model="lead")], "lead"),
    ],
)
def test_a_model_is_that_of_the_highest_level_for_the_same_engine(
    levels: list[EngineChoice], model: str | None
) -> None:
    assert resolve(*levels).model == model
