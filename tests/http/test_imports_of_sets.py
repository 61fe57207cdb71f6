"""Imports of sets over HTTP: only files below a configured folder are read, and no response reveals its path."""

from __future__ import annotations

import json
import random
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
def folder(live: Live) -> Path:
    root = live.studio.settings.import_folders["outputs"]
    folder = root / "old sets"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text(CONFIG)
    (folder / "tarot.csv").write_text("name,prompt\nThe Fool,a fool\n")
    (folder / "linked.csv").symlink_to(live.studio.settings.data_dir / "platemark.db")
    return folder


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


def test_previews_of_imported_sets_are_the_prompts_of_imagineer(live: Live, client: httpx.Client, folder: Path) -> None:
    rng = random.Random(29)
    old = {f"s{number}": imagineer_set(rng) for number in range(20)}
    (folder / "config.yaml").write_text(json.dumps({key: it[0] for key, it in old.items()}), "utf-8")  # JSON is YAML
    for key, (_, rows) in old.items():
        (folder / f"{key}.csv").write_text("Card Name,suit\n" + "".join(f'"{a}","{b}"\n' for a, b in rows), "utf-8")
    path = f"/imports/{ok_json(client.post('/imports', json=SETS))['id']}"
    run_imports(live)
    plan = ok_json(client.get(path))
    assert plan["counts"]["new"] == 2 * len(old)
    ok_json(client.post(f"{path}/apply", json={"digest": plan["digest"]}))
    run_imports(live)
    for key, (values, rows) in old.items():
        (template,) = ok_json(client.get("/set-templates", params={"slug": key}))["items"]
        for theme in ("", "dusk", "a, b,", "two  spaces", "{suit}"):
            preview = ok_json(client.post(f"/set-templates/{template['id']}/preview", json={"theme": theme}))
            filled = [values["prompt_template"].replace("{Card Name}", a).replace("{suit}", b) for a, b in rows]
            parts = [(values["base_prompt"], f"Art style: {theme}" if theme else "", it) for it in filled]
            assert [it["prompt"] for it in preview["prompts"]] == [
                ". ".join(part for part in (*some, values["style_suffix"]) if part) for some in parts
            ]
            assert (preview["problems"], preview["warnings"]) == ([], [])


def imagineer_set(rng: random.Random) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """A set that names none of the four words, and its rows."""

    def text(*words: str) -> str:
        return " ".join(rng.choice(words) for _ in range(rng.randint(0, 3)))

    words = ("card,", "of", ",", "a", "", "gold", "é")
    values = {"base_prompt": text(*words), "style_suffix": text(*words), "example_theme": "dusk"}
    template = text("{Card Name}", "{suit},", "x,,", "in  gold") + "{Card Name}, {suit},"
    rows = [(f"Ace {text(*words)}", text(*words)) for _ in range(2)]
    return {**values, "prompt_template": template}, rows
