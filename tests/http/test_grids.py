"""Set runs that are grids over HTTP, and their contact sheets."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
from PIL import Image

from platemark.access import SYSTEM
from platemark.adapters.service import register_adapter
from platemark.adapters.views import NewAdapter
from tests.conftest import ClientFor
from tests.serving import Live

ROWS = [{"suit": "hearts", "rank": "ace"}, {"suit": "spades", "rank": "two"}]
STEPS = {"kind": "steps", "values": [10, 20]}
THEMES = {"kind": "word", "name": "theme", "values": ["winter", "autumn", "spring"]}
ADAPTER = "@adapter"
AXES: dict[str, Any] = {
    "word": THEMES,
    "replacement": {"kind": "replacement", "search": "ace", "values": ["ace", "king"]},
    "adapter": {"kind": "adapter", "values": [{"adapter_id": ADAPTER, "weight": 0.25}]},
    "adapter_weight": {"kind": "adapter_weight", "adapter_id": ADAPTER, "values": [0.0, 0.5]},
    "engine": {"kind": "engine", "values": ["press"]},
    "guidance_scale": {"kind": "guidance_scale", "values": [0.0, 30.0]},
    "seed": {"kind": "seed", "values": [0, 2**53 - 1]},
    "row": {"kind": "row", "values": [1, 0]},
}  # fmt: skip


def start(client: httpx.Client, *axes: Any, **fields: Any) -> httpx.Response:
    template = {"name": "Cards", "prompt_template": "{theme}, {rank} of {suit}", "rows": ROWS}
    created = client.post("/set-templates", json=template).json()
    body = {"theme": "winter", "seed": 7, "width": 64, "height": 96, "grid": {"axes": list(axes)}, **fields}
    return client.post(f"/set-templates/{created['id']}/runs", json=body)


def style_plate(live: Live) -> str:
    studio = live.studio
    digest = studio.blobs.put(b"{}")
    new = NewAdapter(name="ink", format="style_plate", digest=digest, size_bytes=2, source="registered", base=None)
    with studio.work(write=True) as work:
        adapter, _ = register_adapter(work, studio, new, by=SYSTEM)
        work.commit()
    return str(adapter.id)


def with_adapter(value: Any, adapter_id: str) -> Any:
    """The value with the adapter's id in the places that are for it."""
    if isinstance(value, dict):
        return {name: with_adapter(each, adapter_id) for name, each in value.items()}
    if isinstance(value, list):
        return [with_adapter(each, adapter_id) for each in value]
    return adapter_id if value == ADAPTER else value


@pytest.mark.parametrize("kind", AXES)
def test_each_axis_is_shown_as_it_was_asked_for(live: Live, as_role: ClientFor, kind: str) -> None:
    client, adapter_id = as_role("editor"), style_plate(live)
    axis = with_adapter(AXES[kind], adapter_id)
    adapters = [{"adapter_id": adapter_id, "weight": 0.75}] if kind == "adapter_weight" else []
    started = start(client, axis, STEPS, adapters=adapters)
    assert started.status_code == 202, started.text
    run = client.get(f"/set-runs/{started.json()['id']}").json()
    assert run["grid"] == {"axes": [axis, STEPS], "row": 0}
    assert run["row_count"] == len(run["rows"]) == 2 * len(axis["values"])
    assert run["rows"][-1]["cell"]["coordinates"] == [len(axis["values"]) - 1, 1]


def test_models_on_an_axis_are_those_of_the_engine(as_role: ClientFor) -> None:
    refused = start(as_role("editor"), {"kind": "model", "values": ["ink"]}, STEPS)
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_model")


def test_four_axes_and_problems(as_role: ClientFor) -> None:
    client = as_role("editor")
    rows, seeds = {"kind": "row", "values": [0, 1]}, {"kind": "seed", "values": [1]}
    run = start(client, STEPS, THEMES, rows, seeds).json()
    assert client.get(f"/set-runs/{run['id']}").json()["rows"][-1]["cell"]["coordinates"] == [1, 2, 1, 0]
    refused = start(client, STEPS, {"kind": "word", "name": "colour", "values": ["red"]})
    assert (refused.status_code, refused.json()["code"]) == (422, "grid_has_problems")
    assert [(it["pointer"], it["code"]) for it in refused.json()["errors"]] == [("/grid/axes/1/name", "unknown_word")]
    for axes in ([STEPS], [STEPS, THEMES, rows, seeds, STEPS], [STEPS, {"kind": "colour", "values": [1]}]):
        assert start(client, *axes).status_code == 400
    assert start(client, STEPS, {"kind": "steps", "values": [101]}).status_code == 400


def test_axes_and_cells_are_shown_to_who_may_read_the_prompts(as_role: ClientFor) -> None:
    editor = as_role("editor")
    run = start(editor, STEPS, THEMES).json()
    shared = {"visibility": "shared"}
    headers = {"Content-Type": "application/merge-patch+json"}
    assert editor.patch(f"/albums/{run['album_id']}", json=shared, headers=headers).status_code == 200
    for role in ("viewer", "editor"):
        other = as_role(role)
        seen = other.get(f"/set-runs/{run['id']}").json()
        assert (seen["grid"], seen["seed"], [row["cell"] for row in seen["rows"]]) == (None, None, [None] * 6)
        sheet = other.get(f"/set-runs/{run['id']}/contact-sheet")
        assert (sheet.status_code, sheet.json()["code"]) == (404, "grid_not_found")
    assert as_role("admin").get(f"/set-runs/{run['id']}").json()["grid"] == {"axes": [STEPS, THEMES], "row": 0}


def test_a_contact_sheet_has_a_place_for_each_cell(as_role: ClientFor) -> None:
    client = as_role("editor")
    run = start(client, STEPS, THEMES, {"kind": "row", "values": [0, 1]}).json()
    response = client.get(f"/set-runs/{run['id']}/contact-sheet", params={"cell_size": 64})
    assert response.headers["Content-Disposition"] == f'inline; filename="contact-sheet-{run["id"]}.png"'
    with Image.open(io.BytesIO(response.content)) as empty:
        empty.load()
        assert {colour for _, colour in empty.getcolors() or ()} >= {(255, 255, 255), (236, 236, 236)}
    plain = client.post(f"/set-templates/{run['set_template_id']}/runs", json={"theme": "winter"})
    sheet = client.get(f"/set-runs/{plain.json()['id']}/contact-sheet")
    assert (sheet.status_code, sheet.json()["code"]) == (404, "grid_not_found")
    for size in (63, 321):
        assert client.get(f"/set-runs/{run['id']}/contact-sheet", params={"cell_size": size}).status_code == 400
