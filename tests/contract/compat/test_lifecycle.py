"""What is deprecated may go on the day of its sunset and later, and not before; the day does not move forward."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.bundle import bundle
from codegen.compat.examiner import Examiner
from codegen.compat.verdicts import Report, judge
from codegen.load import Json
from codegen.schema_tree import target
from tests.contract.small_spec import write_small_spec

SUNSET = datetime.date(2027, 1, 1)
EVE = datetime.date(2026, 12, 31)
PLATE, KIND = "#/components/schemas/Plate", "#/components/schemas/PlateKind"
LIST, PUT = "#/paths/~1plates/get", "#/paths/~1plates~1{plate_id}/put"
FORM = "#/paths/~1plates/post/requestBody/content/multipart~1form-data/schema"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Json:
    """The small spec as it was released, with a request that has what its answers have."""
    document = bundle(write_small_spec(tmp_path_factory.mktemp("small"))).document
    body = {"application/json": {"schema": {"$ref": PLATE}}}
    target(document, PUT)["requestBody"]["content"] |= body
    return document


def without_operation(document: Json) -> None:
    del target(document, "#/paths/~1plates~1{plate_id}")["put"]


def without_parameter(document: Json) -> None:
    del target(document, LIST)["parameters"][0]


def without_field(document: Json) -> None:
    del target(document, PLATE)["properties"]["note"]
    target(document, PLATE)["required"].remove("note")


def without_form_field(document: Json) -> None:
    del target(document, FORM)["properties"]["loud"]


def without_word(document: Json) -> None:
    target(document, KIND)["enum"].remove("dry-point")
    del target(document, KIND)["x-words"]


REMOVALS = [without_operation, without_parameter, without_field, without_form_field, without_word]


def report(old: Json, change: Callable[[Json], None], today: datetime.date) -> Report:
    """The verdict on the contract after `change`."""
    new = copy.deepcopy(old)
    change(new)
    with Examiner() as examiner:
        return judge(old, new, examiner, today)


@pytest.mark.parametrize("removal", REMOVALS)
def test_what_is_deprecated_stays_until_its_sunset(old: Json, removal: Any) -> None:
    assert {group.verdict for group in report(old, removal, EVE).refused()} == {"breaking"}
    after = report(old, removal, SUNSET)
    assert after.refused() == []
    assert [group.why for group in after.groups if "after its sunset" in group.why or "removed" in group.why]


@pytest.mark.parametrize("removal", REMOVALS)
def test_what_is_not_deprecated_stays(old: Json, removal: Any) -> None:
    def undo(node: Any) -> Any:
        if isinstance(node, list):
            return [undo(item) for item in node]
        if isinstance(node, dict):
            return {key: undo(value) for key, value in node.items() if key not in ("deprecated", "x-words")}
        return node

    assert {group.verdict for group in report(undo(old), lambda new: _quietly(removal, new), SUNSET).refused()} == {
        "breaking"
    }


def _quietly(removal: Any, document: Json) -> None:
    if removal is without_word:
        target(document, KIND)["enum"].remove("dry-point")
    else:
        removal(document)


def test_a_field_that_stays_after_its_sunset_is_still_compared(old: Json) -> None:
    def narrow(document: Json) -> None:
        target(document, PLATE)["properties"]["note"] = {"type": "null", "title": "Nothing"}

    assert {group.verdict for group in report(old, narrow, SUNSET).refused()} == {"breaking"}


@pytest.mark.parametrize(
    "pointer",
    [PUT, f"{LIST}/parameters/0", f"{PLATE}/properties/note", f"{FORM}/properties/loud", f"{KIND}/x-words/dry-point"],
)
@pytest.mark.parametrize(("sunset", "refused"), [("2026-12-31", True), ("2027-01-01", False), ("2027-06-01", False)])
def test_a_sunset_moves_only_backward(old: Json, pointer: str, sunset: str, refused: bool) -> None:
    def move(document: Json) -> None:
        target(document, pointer)["x-sunset"] = sunset

    groups = report(old, move, EVE).refused()
    assert [group.verdict for group in groups] == ["breaking"] * len(groups)
    assert bool(groups) is refused
    assert all("an earlier sunset: " in group.why for group in groups)


def test_the_findings_lead_into_the_spec_folder(tmp_path: Path) -> None:
    bundled = bundle(write_small_spec(tmp_path))

    def move(document: Json) -> None:
        target(document, f"{KIND}/x-words/dry-point")["x-sunset"] = "2026-12-01"

    (group,) = report(bundled.document, move, EVE).refused()
    assert [bundled.place(where) for where in group.where] == ["schemas/plates/plate_kind.json#"]
