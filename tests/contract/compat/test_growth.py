"""Answers may grow: what an open reader of the released contract takes is compatible, what it refuses is breaking."""

from __future__ import annotations

import copy
import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen.compat.comparable import Comparable
from codegen.compat.examiner import Examiner
from codegen.compat.inclusion import NOTHING
from codegen.compat.validators import is_valid
from codegen.compat.verdicts import judge
from codegen.load import Json
from tests.contract.compat.seeds import SCHEMAS, Edit, also, drop, edited, put, without

TODAY = datetime.date(2026, 12, 1)
GROWTH = json.loads((Path(__file__).parents[3] / "shared-types/test/growth.json").read_text("utf-8"))
KINDS: Json = GROWTH["schemas"]
BIRD = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "bird"}, "wings": {"type": "integer"}}}


def document(name: str, direction: str) -> Json:
    """A contract in which clients send or receive the schema `name`."""
    held = {"content": {"application/json": {"schema": {"$ref": f"{SCHEMAS}/{name}"}}}}
    operation = {"requestBody": held, "responses": {}} if direction == "sent" else {"responses": {"200": held}}
    return {"paths": {"/a": {"post": {"operationId": "a", **operation}}}, "components": {"schemas": KINDS}}


@pytest.fixture(scope="module")
def verdicts() -> Iterator[Callable[[Json, Json], set[tuple[str, bool]]]]:
    """The verdicts on a new contract, each with whether a value shows it."""
    with Examiner() as examiner:
        yield lambda old, new: {
            (group.verdict, group.changes[0].answer.witness is not NOTHING)
            for group in judge(old, new, examiner, TODAY).groups
        }


@pytest.mark.parametrize(("case", "name", "value", "taken"), GROWTH["cases"])
def test_the_gate_reads_answers_as_clients_do(case: str, name: str, value: Any, taken: bool) -> None:
    opened = Comparable(document(name, "received")).form({"$ref": f"{SCHEMAS}/{name}"}, opened=True)
    assert is_valid(value, opened) is taken, case


# What comes: in answers an open reader handles the first ones, and no reader the others. Clients may send more of each.
HANDLED: dict[str, tuple[str, tuple[Edit, ...]]] = {
    "a word": ("Mood", (also(f"{SCHEMAS}/Mood/enum", "sad"),)),
    "a word in a list of kinds": ("House", (also(f"{SCHEMAS}/Mood/enum", "sad"),)),
    "a kind": ("Pet", (also(f"{SCHEMAS}/Pet/oneOf", BIRD),)),
    "a kind in a list": ("House", (also(f"{SCHEMAS}/Pet/oneOf", BIRD),)),
    "an optional member": ("House", (put(f"{SCHEMAS}/House/properties/garden", {"type": "boolean"}),)),
    "a name": ("ByMood", (also(f"{SCHEMAS}/Mood/enum", "sad"),)),
    "a member of a kind": ("Pet", (put(f"{SCHEMAS}/Cat/properties/mood", {"$ref": f"{SCHEMAS}/Mood"}),)),
}
NOT_HANDLED: dict[str, tuple[str, tuple[Edit, ...]]] = {
    "a number": ("Size", (also(f"{SCHEMAS}/Size/enum", 3),)),
    "null": ("Mood", (also(f"{SCHEMAS}/Mood/enum", None), put(f"{SCHEMAS}/Mood/type", ["string", "null"]))),
    "a kind without a kind": ("Pet", (also(f"{SCHEMAS}/Pet/oneOf", {"type": "object", "required": ["wings"]}),)),
    "a kind that is no object": ("Pet", (also(f"{SCHEMAS}/Pet/oneOf", {"type": "boolean"}),)),
    "a branch that no discriminator tells": ("Untagged", (also(f"{SCHEMAS}/Untagged/oneOf", BIRD),)),
    "a larger number in a known kind": ("Pet", (put(f"{SCHEMAS}/Cat/properties/age/maximum", 40),)),
    "a longer list": ("House", (put(f"{SCHEMAS}/House/properties/pets/maxItems", 3),)),
    "a kind without its member": ("Pet", (without(f"{SCHEMAS}/Cat/required", "age"),)),
    "a word for a constant": ("Dog", (put(f"{SCHEMAS}/Dog/properties/kind", {"enum": ["dog", "hound"]}),)),
    "a word that was excluded": ("NotCalm", (drop(f"{SCHEMAS}/NotCalm/not"),)),
}  # fmt: skip


def grown(name: str, direction: str, edits: tuple[Edit, ...]) -> Json:
    new = copy.deepcopy(document(name, direction))
    for edit in edits:
        edit(new)
    return new


@pytest.mark.parametrize("what", [*HANDLED, *NOT_HANDLED])
def test_what_comes_is_compatible_where_it_is_handled(what: str, verdicts: Any) -> None:
    name, edits = (HANDLED | NOT_HANDLED)[what]
    answer = verdicts(document(name, "received"), grown(name, "received", edits))
    assert answer == ({("compatible", False)} if what in HANDLED else {("breaking", True)})
    assert verdicts(document(name, "sent"), grown(name, "sent", edits)) == {("compatible", False)}


@pytest.mark.parametrize("what", HANDLED)
def test_what_goes_again_breaks_only_those_who_send_it(what: str, verdicts: Any) -> None:
    name, edits = HANDLED[what]
    assert verdicts(grown(name, "sent", edits), document(name, "sent")) == {("breaking", True)}


def test_an_event_of_the_contract_may_come_and_a_known_one_may_not_change(verdicts: Any) -> None:
    new, known = (
        also(f"{SCHEMAS}/StudioEvent/oneOf", {**BIRD, "properties": {"kind": {"const": kind}}})
        for kind in ("album.archived", "image.added")
    )
    events = {"/events": edited()["paths"]["/events"]}
    old = edited(put("#/paths", events))
    assert verdicts(old, edited(put("#/paths", events), new)) == {("compatible", False)}
    assert ("breaking", True) in verdicts(old, edited(put("#/paths", events), known))
