"""Imports of sets over HTTP: only files below a configured folder are read, and no response reveals its path."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from platemark.imports.execution.runner import Importer
from tests.populate import ok_json
from tests.serving import Live

SETS = {"kind": "sets", "source": "outputs/old sets", "visibility": "shared"}
CONFIG = """
tarot: {name: Tarot, csv_path: tarot.csv}
stolen: {name: Stolen, csv_path: ../../platemark.db}
linked: {name: Linked, csv_path: linked.csv}
"""


@pytest.fixture
def folder(live: Live) -> Iterator[Path]:
    root = live.studio.settings.import_folders["outputs"]
    folder = root / "old sets"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(CONFIG)
    (folder / "tarot.csv").write_text("name,prompt\nThe Fool,a fool\n")
    (folder / "linked.csv").symlink_to(live.studio.settings.data_dir / "platemark.db")
    yield folder
    shutil.rmtree(root)


def run_imports(live: Live) -> None:
    importer = Importer(live.studio.settings, live.studio.database, live.studio.blobs)
    while importer.run_next() is not None:
        pass


def test_sets_are_imported_and_undone_over_the_api(live: Live, client: httpx.Client, folder: Path) -> None:
    path = f"/imports/{ok_json(client.post('/imports', json=SETS))['id']}"
    run_imports(live)
    plan = ok_json(client.get(path))
    assert (plan["state"], plan["source"], plan["counts"]["new"]) == ("planned", "outputs/old sets", 2)
    items = ok_json(client.get(f"{path}/items"))
    assert {item["key"]: item["reason"] for item in items["items"]} == {
        "config.yaml#tarot": None,
        "config.yaml#tarot/album": None,
        "config.yaml#stolen": "path_escapes",
        "config.yaml#linked": "csv_missing",
    }
    ok_json(client.post(f"{path}/apply", json={"digest": plan["digest"]}))
    run_imports(live)
    (template,) = ok_json(client.get("/set-templates"))["items"]
    (album,) = ok_json(client.get("/albums", params={"source": "import"}))["items"]
    assert (template["name"], template["visibility"], template["row_count"]) == ("Tarot", "shared", 1)
    assert album["set_template_id"] == template["id"]
    assert (template["slug"], ok_json(client.get("/set-templates", params={"slug": "tarot"}))["items"]) == (
        "tarot", [template],
    )  # fmt: skip
    things = {item["key"]: item["thing"] for item in ok_json(client.get(f"{path}/items"))["items"]}
    assert things["config.yaml#tarot"] == {"kind": "set_template", "id": template["id"]}
    assert things["config.yaml#tarot/album"] == {"kind": "album", "id": album["id"]}
    ok_json(client.post(f"{path}/undo"))
    run_imports(live)
    assert ok_json(client.get(path))["results"]["undone"] == 2
    assert ok_json(client.get("/set-templates"))["items"] == ok_json(client.get("/albums"))["items"] == []
    response_texts = client.get(f"{path}/items", headers={"Accept": "text/csv"}).text + client.get(path).text
    assert str(live.studio.settings.data_dir) not in response_texts
