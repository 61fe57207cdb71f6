"""Clients of the released contract are served: what its server answered, today's answers."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.bundle import bundle
from codegen.compat.__main__ import SPEC
from codegen.load import load
from codegen.operations import routes
from tests.contract.compat.seeds import Edit, also, drop, move, put, without
from tests.contract.released.record import FILE, empty_studio
from tests.contract.released.recording import record, text_of
from tests.contract.released.replay import replay
from tests.contract.released.steps import Step, calling
from tests.serving import Live

ALBUM = "#/components/schemas/AlbumDetail"
IMAGE = "#/paths/~1images~1{image_id}"
THEME_UNKNOWN = without(f"{ALBUM}/required", "theme")
NOTE = {"type": "string", "maxLength": 9, "pattern": "^[a-z]*$"}


@pytest.fixture(scope="module")
def released() -> Any:
    return load(SPEC / "released/openapi.json")


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    recorded: list[Step] = json.loads(FILE.read_text("utf-8"))
    return recorded


def replayed(live: Live, steps: list[Step], released: Any) -> list[str]:
    with calling(live) as callers:
        return replay(steps, released, callers)


def test_the_recording_has_every_operation_of_the_released_contract(steps: list[Step], released: Any) -> None:
    assert {step["operation"] for step in steps if "operation" in step} == {route.id for route in routes(released)}


def test_what_was_accepted_and_shown_is_accepted_and_shown_today(live: Live, steps: list[Step], released: Any) -> None:
    assert replayed(live, steps, released) == []


def test_today_s_server_can_be_recorded_for_the_next_release(tmp_path: Path) -> None:
    with empty_studio(tmp_path) as live, calling(live) as callers:
        recorded = record(callers)
    assert {step["operation"] for step in recorded if "operation" in step} == {
        route.id for route in routes(bundle(SPEC).document)
    }
    text = text_of(recorded)
    assert len(text) < 300_000
    for private in (str(tmp_path), live.url, "pm_"):
        assert private not in text


def edited(released: Any, *edits: Edit) -> Any:
    document = copy.deepcopy(released)
    for edit in edits:
        edit(document)
    return document


# Had the release been another one, today's server would break its clients.
OTHER_CONTRACTS: dict[str, tuple[tuple[Edit, ...], str, str]] = {
    "an answer had a field more": (
        (put(f"{ALBUM}/properties/motto", NOTE), also(f"{ALBUM}/required", "motto")),
        "getAlbum",
        '"motto" is a required property',
    ),
    "a field had another type": (
        (put("#/components/schemas/SetRun/properties/theme", {"type": "integer"}),),
        "startSetRun",
        '/theme: "winter" is not of type "integer"',
    ),
    "a status was another": (
        (move(f"{IMAGE}/delete/responses/204", f"{IMAGE}/delete/responses/200"),),
        "deleteImage",
        "204 is not declared",
    ),
    "a media type was another": (
        (move(f"{IMAGE}/get/responses/200/content/application~1json", f"{IMAGE}/get/responses/200/content/text~1x"),),
        "getImage",
        "application/json is not declared for 200",
    ),
    "a header was always sent": (
        (put(f"{IMAGE}/get/responses/200/headers/X-Motto", {"required": True, "schema": NOTE}),),
        "getImage",
        "X-Motto is required, and missing",
    ),
    "a header had another form": (
        (put(f"{IMAGE}~1file/get/responses/200/headers/Accept-Ranges", {"schema": {"type": "integer"}}),),
        "getImageFile",
        "Accept-Ranges does not fit its schema: 'bytes'",
    ),
    "an event had a field more": (
        (also("#/components/schemas/ImageAddedEvent/required", "album_id"),),
        "streamEvents",
        '"kind":"image.added"} is not valid under any of the schemas',
    ),
}

# Had its clients sent another request, or seen another answer, today's server would disappoint them.
OTHER_RECORDINGS: dict[str, tuple[str, Callable[[Step], None], str]] = {
    "an operation had another path": (
        "previewSetTemplate",
        lambda step: step.update(path=step["path"].replace("preview", "try")),
        "404 instead of 200",
    ),
    "an operation had another method": (
        "checkTraining",
        lambda step: step.update(method="PUT"),
        "405 instead of 200",
    ),
    "a request had a field more": (
        "purgeBugReports",
        lambda step: step["json"].update(motto="x"),
        "400 instead of 200",
    ),
    "an answer had a header more": (
        "createLabel",
        lambda step: step["answer"].update(sent=["x-motto"]),
        "x-motto is missing",
    ),
    "an answer had an id more": (
        "updateUser",
        lambda step: step["answer"]["body"].update(parent_id=step["answer"]["body"]["id"]),
        "/body/parent_id is 'None', was",
    ),
    "an answer had another id": (
        "updateLabel",
        lambda step: step["answer"]["body"].update(image_id=step["answer"]["body"]["id"]),
        "/body/image_id is not the same {id",
    ),
    "a list was longer": (
        "listLabels",
        lambda step: step["answer"]["body"]["items"].append(step["answer"]["body"]["items"][0]),
        "/body/items/3 is 'None'",
    ),
}


@pytest.fixture(scope="module")
def of_other_contracts(tmp_path_factory: pytest.TempPathFactory, steps: list[Step], released: Any) -> list[str]:
    """The faults of a replay against the released contract with all these differences."""
    edits = [edit for row in OTHER_CONTRACTS.values() for edit in row[0]]
    with empty_studio(tmp_path_factory.mktemp("studio")) as live:
        return replayed(live, steps, edited(released, *edits, drop(f"{ALBUM}/properties/theme"), THEME_UNKNOWN))


@pytest.fixture(scope="module")
def of_other_recordings(tmp_path_factory: pytest.TempPathFactory, steps: list[Step], released: Any) -> list[str]:
    """The faults of a replay of the recording with all these differences."""
    other = copy.deepcopy(steps)
    for operation, change, _ in OTHER_RECORDINGS.values():
        change(next(step for step in other if step.get("operation") == operation))
    with empty_studio(tmp_path_factory.mktemp("studio")) as live:
        return replayed(live, other, released)


@pytest.mark.parametrize("name", OTHER_CONTRACTS)
def test_a_release_that_differs_from_today_is_noticed(of_other_contracts: list[str], name: str) -> None:
    _, operation, fault = OTHER_CONTRACTS[name]
    assert [line for line in of_other_contracts if operation in line and fault in line], of_other_contracts


@pytest.mark.parametrize("name", OTHER_RECORDINGS)
def test_an_exchange_that_differs_from_today_is_noticed(of_other_recordings: list[str], name: str) -> None:
    operation, _, fault = OTHER_RECORDINGS[name]
    assert [line for line in of_other_recordings if operation in line and fault in line], of_other_recordings


def test_nothing_else_is_noticed(of_other_contracts: list[str], of_other_recordings: list[str]) -> None:
    """A field more in the answers of today, for one: ``theme`` of an album, which that other contract lacked."""
    for faults, rows in ((of_other_contracts, OTHER_CONTRACTS), (of_other_recordings, OTHER_RECORDINGS)):
        seeded = [row[2] for row in rows.values()]
        assert [line for line in faults if not any(fault in line for fault in seeded)] == []
