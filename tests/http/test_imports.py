"""Imports over HTTP: the API queues them, the studio's maintenance runs them; only configured folders can be read."""

from __future__ import annotations

import csv
import io
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from platemark.db.tables import ImportRow
from platemark.imports.execution.runner import Importer
from platemark.worker.maintenance import Maintenance
from tests.conftest import ClientFor
from tests.populate import ok_json, png
from tests.serving import Live

MEDIA = {"kind": "media", "source": "outputs"}


@pytest.fixture
def outputs(live: Live) -> Path:
    """The folder that the served studio may import from, with a deck of three and a file that is skipped."""
    folder = live.studio.settings.import_folders["outputs"]
    deck = folder / "card_deck_winter"
    deck.mkdir(parents=True)
    for number in range(3):
        (deck / f"{number}.png").write_bytes(png((number, 1, 2)))
    (folder / "notes.txt").write_text("none")
    return folder


def run_imports(live: Live) -> None:
    """Run all queued imports, as the studio's maintenance does."""
    importer = Importer(live.studio.settings, live.studio.database, live.studio.blobs)
    while importer.run_next() is not None:
        pass


def plan_import(live: Live, client: httpx.Client, body: dict[str, Any] = MEDIA) -> dict[str, Any]:
    """Create an import, run its plan and return the import."""
    created = ok_json(client.post("/imports", json=body))
    run_imports(live)
    return ok_json(client.get(f"/imports/{created['id']}"))


def apply_import(live: Live, client: httpx.Client) -> dict[str, Any]:
    """Plan and apply an import of the outputs and return it."""
    plan = plan_import(live, client)
    ok_json(client.post(f"/imports/{plan['id']}/apply", json={"digest": plan["digest"]}))
    run_imports(live)
    return ok_json(client.get(f"/imports/{plan['id']}"))


def test_an_import_is_planned_applied_verified_and_undone(live: Live, client: httpx.Client, outputs: Path) -> None:
    created = client.post("/imports", json=MEDIA)
    assert (created.status_code, created.json()["state"], created.json()["phase"]) == (201, "queued", "plan")
    run_imports(live)
    path = created.headers["location"].removeprefix("/api/v1")
    plan = ok_json(client.get(path))
    assert (plan["state"], plan["source"], plan["counts"]["new"], plan["counts"]["skipped"]) == (
        "planned", "outputs", 4, 1,
    )  # fmt: skip
    assert plan["reasons"] == [{"outcome": "skipped", "reason": "unknown_file", "count": 1}]
    for verb, phase, state in (
        ("apply", "apply", "applied"),
        ("verify", "verify", "applied"),
        ("undo", "undo", "undone"),
    ):
        body = {"json": {"digest": plan["digest"]}} if verb == "apply" else {}
        response = client.post(f"{path}/{verb}", **body)  # type: ignore[arg-type]
        assert (response.status_code, response.headers["location"]) == (202, f"/api/v1{path}")
        assert (response.json()["state"], response.json()["phase"]) == ("queued", phase)
        run_imports(live)
        import_ = ok_json(client.get(path))
        assert (import_["state"], import_["phase"], import_["error"]) == (state, phase, None)
        albums = client.get("/albums").json()["items"]
        assert [album["name"] for album in albums] == ([] if verb == "undo" else ["Card deck: winter"])
    assert import_["results"] == {"applied": 0, "failed": 0, "undone": 4, "kept": 0}


def test_items_are_listed_by_page_by_outcome_and_as_csv(live: Live, client: httpx.Client, outputs: Path) -> None:
    path = f"/imports/{apply_import(live, client)['id']}/items"
    first = ok_json(client.get(path, params={"limit": 2}))
    rest = ok_json(client.get(path, params={"cursor": first["next_cursor"]}))
    assert [item["key"] for item in first["items"] + rest["items"]] == [
        "card_deck_winter/", "card_deck_winter/0.png", "card_deck_winter/1.png", "card_deck_winter/2.png", "notes.txt",
    ]  # fmt: skip
    assert rest["next_cursor"] is None
    skipped = ok_json(client.get(path, params={"outcome": "skipped"}))["items"]
    assert [(item["key"], item["reason"], item["thing"]) for item in skipped] == [("notes.txt", "unknown_file", None)]
    image = first["items"][1]["thing"]
    assert ok_json(client.get(f"/images/{image['id']}"))["source"] == "imported"
    response = client.get(path, params={"limit": 1, "cursor": first["next_cursor"]}, headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(response.text)))
    names = ("key", "outcome", "reason", "message", "state", "discrepancy", "discrepancy_message")
    assert [[row[name] for name in names] for row in rows] == [
        [item[name] or "" for name in names] for item in rest["items"]
    ]
    next_page = ok_json(client.get(path, params={"cursor": rows[0]["cursor"]}))["items"]
    assert next_page == rest["items"][1:]


def test_discrepancies_are_counted_and_listed(live: Live, client: httpx.Client, outputs: Path) -> None:
    path = f"/imports/{apply_import(live, client)['id']}"
    image = ok_json(client.get(f"{path}/items"))["items"][1]["thing"]["id"]
    client.patch(
        f"/images/{image}", content='{"title": "mine"}', headers={"Content-Type": "application/merge-patch+json"}
    )
    ok_json(client.post(f"{path}/verify"))
    run_imports(live)
    verified = ok_json(client.get(path))
    assert (verified["discrepancies"], verified["source_checked"]) == ([{"code": "altered", "count": 1}], True)
    listed = ok_json(client.get(f"{path}/items", params={"discrepancies": "true"}))["items"]
    assert [(item["key"], item["discrepancy"]) for item in listed] == [("card_deck_winter/0.png", "altered")]


def test_only_configured_folders_can_be_read(live: Live, client: httpx.Client, outputs: Path) -> None:
    (outputs / "out").symlink_to("/etc")
    for source in ("etc", "outputs/..", "outputs/out", "outputs/none", "outputs/card_deck_winter/0.png", ".."):
        response = client.post("/imports", json={"kind": "media", "source": source})
        assert (response.status_code, response.json()["code"]) == (422, "import_source_unknown"), source
    assert client.post("/imports", json={"kind": "media", "source": "/etc"}).status_code == 400
    assert ok_json(client.get("/import-sources"))["items"] == [{"name": "outputs", "readable": True}]
    assert str(outputs) not in client.get("/import-sources").text


def test_an_exported_album_is_imported(live: Live, client: httpx.Client, outputs: Path) -> None:
    album = ok_json(client.post("/albums", json={"name": "Beasts", "visibility": "shared"}))
    fields = {"album_id": album["id"], "visibility": "public", "caption": "A fox"}
    image = ok_json(client.post("/images", files={"file": ("a.png", png(), "image/png")}, data=fields))
    (outputs / "beasts.zip").write_bytes(client.get(f"/albums/{album['id']}/export").content)
    client.delete(f"/albums/{album['id']}")
    client.delete(f"/images/{image['id']}")
    plan = plan_import(live, client, {"kind": "album", "source": "outputs/beasts.zip"})
    assert (plan["kind"], plan["source"], plan["state"]) == ("album", "outputs/beasts.zip", "planned")
    ok_json(client.post(f"/imports/{plan['id']}/apply", json={"digest": plan["digest"]}))
    run_imports(live)
    listed = ok_json(client.get("/imports", params={"kind": "album"}))["items"]
    assert [(it["id"], it["results"]["applied"]) for it in listed] == [(plan["id"], 2)]
    things = [it["thing"] for it in ok_json(client.get(f"/imports/{plan['id']}/items"))["items"]]
    assert [it["kind"] for it in things] == ["album", "image"]
    again = ok_json(client.get(f"/albums/{things[0]['id']}"))
    assert (again["name"], again["visibility"], again["image_count"]) == ("Beasts", "shared", 1)
    assert ok_json(client.get(f"/images/{things[1]['id']}"))["labels"][0]["text"] == "A fox"


def test_what_is_no_exported_album_is_refused(live: Live, client: httpx.Client, outputs: Path) -> None:
    (outputs / "a.zip").write_bytes(b"GIF89a")
    plan = plan_import(live, client, {"kind": "album", "source": "outputs/a.zip"})
    assert (plan["state"], plan["error"]["code"]) == ("failed", "bundle_invalid")
    (outputs / "out.zip").symlink_to("/etc/passwd")
    for source in ("outputs", "outputs/card_deck_winter", "outputs/none.zip", "outputs/out.zip", "outputs/../a.zip"):
        response = client.post("/imports", json={"kind": "album", "source": source})
        assert (response.status_code, response.json()["code"]) == (422, "import_source_unknown"), source


def test_no_response_contains_a_path_on_the_disk(live: Live, client: httpx.Client, outputs: Path) -> None:
    path = f"/imports/{apply_import(live, client)['id']}"
    texts = [client.get(url).text for url in ("/imports", path, f"{path}/items")]
    assert not [text for text in texts if str(outputs) in text]


def test_a_folder_below_a_configured_one_can_be_imported(live: Live, client: httpx.Client, outputs: Path) -> None:
    plan = plan_import(live, client, {"kind": "media", "source": "outputs/card_deck_winter"})
    assert (plan["source"], plan["counts"]["new"]) == ("outputs/card_deck_winter", 4)


def test_requests_are_refused_in_the_wrong_state(live: Live, client: httpx.Client, outputs: Path) -> None:
    created = ok_json(client.post("/imports", json=MEDIA))
    path = f"/imports/{created['id']}"
    digest = {"digest": "0" * 64}
    for verb in ("apply", "verify", "undo"):
        response = client.post(f"{path}/{verb}", **({"json": digest} if verb == "apply" else {}))  # type: ignore[arg-type]
        assert (response.status_code, response.json()["code"]) == (409, "import_busy"), verb
    assert ok_json(client.post(f"{path}/cancel"))["state"] == "cancelled"
    assert client.post(f"{path}/cancel").json()["code"] == "import_not_busy"
    response = client.post(f"{path}/apply", json=digest)
    assert (response.status_code, response.json()["code"]) == (409, "import_not_planned")
    plan = plan_import(live, client)
    path = f"/imports/{plan['id']}"
    for verb, code in (("verify", "import_not_applied"), ("undo", "import_not_applied"), ("cancel", "import_not_busy")):
        assert client.post(f"{path}/{verb}").json()["code"] == code
    assert client.post(f"{path}/apply", json=digest).json()["code"] == "import_stale"
    ok_json(client.post(f"{path}/apply", json={"digest": plan["digest"]}))
    run_imports(live)
    ok_json(client.post(f"{path}/undo"))
    run_imports(live)
    for verb, code in (("verify", "import_not_applied"), ("undo", "import_undone")):
        assert client.post(f"{path}/{verb}").json()["code"] == code
    assert client.post(f"{path}/apply", json={"digest": plan["digest"]}).json()["code"] == "import_undone"


def test_a_dry_run_of_an_undo_predicts_its_result_and_changes_nothing(
    live: Live, client: httpx.Client, outputs: Path
) -> None:
    path = f"/imports/{apply_import(live, client)['id']}"
    image = ok_json(client.get(f"{path}/items"))["items"][1]["thing"]["id"]
    client.patch(
        f"/images/{image}", content='{"title": "mine"}', headers={"Content-Type": "application/merge-patch+json"}
    )
    paths = (path, f"{path}/items", "/images", "/albums")
    before = [ok_json(client.get(url)) for url in paths]
    response = client.post(f"{path}/undo", params={"dry_run": "true"})
    assert (response.status_code, response.headers.get("location")) == (200, None)
    dry_run = response.json()
    assert (dry_run["dry_run"], dry_run["undone_count"], dry_run["kept_count"]) == (True, 3, 1)
    assert dry_run["reasons"] == [{"code": "edited", "count": 1}]
    assert [(item["key"], item["state"], item["discrepancy"], item["thing"]["id"]) for item in dry_run["kept"]] == [
        ("card_deck_winter/0.png", "kept", "edited", image)
    ]
    assert [item["key"] for item in dry_run["undone"]] == [
        "card_deck_winter/2.png", "card_deck_winter/1.png", "card_deck_winter/",
    ]  # fmt: skip
    assert [ok_json(client.get(url)) for url in paths] == before
    assert client.post(f"{path}/undo", params={"dry_run": "false"}).status_code == 202
    assert client.post(f"{path}/undo", params={"dry_run": "true"}).json()["code"] == "import_busy"
    run_imports(live)
    results = ok_json(client.get(path))["results"]
    assert (results["undone"], results["kept"]) == (dry_run["undone_count"], dry_run["kept_count"])


def test_an_import_fails_if_its_source_is_missing_and_resumes_once_it_is_back(
    live: Live, client: httpx.Client, outputs: Path
) -> None:
    plan = plan_import(live, client)
    outputs.rename(outputs.with_name("moved"))
    path = f"/imports/{plan['id']}"
    ok_json(client.post(f"{path}/apply", json={"digest": plan["digest"]}))
    run_imports(live)
    failed_import = ok_json(client.get(path))
    outputs.with_name("moved").rename(outputs)
    assert (failed_import["state"], failed_import["error"]["code"]) == ("failed", "import_source_gone")
    assert str(outputs) not in failed_import["error"]["message"]
    ok_json(client.post(f"{path}/apply", json={"digest": plan["digest"]}))
    run_imports(live)
    assert ok_json(client.get(path))["results"]["applied"] == 4, "applying it again resumes it"


def test_imports_are_listed_newest_first_and_by_kind_and_state(live: Live, client: httpx.Client, outputs: Path) -> None:
    first, second = plan_import(live, client), plan_import(live, client)
    assert [import_["id"] for import_ in ok_json(client.get("/imports"))["items"]] == [second["id"], first["id"]]
    page = ok_json(client.get("/imports", params={"limit": 1}))
    assert ok_json(client.get("/imports", params={"cursor": page["next_cursor"]}))["items"] == [first]
    for params, count in (({"kind": "sets"}, 0), ({"state": "planned"}, 2), ({"state": ["applied", "failed"]}, 0)):
        assert len(ok_json(client.get("/imports", params=params))["items"]) == count


@pytest.mark.parametrize("role", ["editor", "viewer"])
def test_only_admins_can_use_imports(as_role: ClientFor, role: str) -> None:
    client = as_role(role)
    assert [client.get("/imports").status_code, client.post("/imports", json=MEDIA).status_code] == [403, 403]


def test_two_requests_with_the_same_idempotency_key_create_one_import(
    live: Live, client: httpx.Client, outputs: Path
) -> None:
    headers = {"Idempotency-Key": "import-once"}
    first, again = (client.post("/imports", json=MEDIA, headers=headers) for _ in range(2))
    assert first.json()["id"] == again.json()["id"]
    assert len(ok_json(client.get("/imports"))["items"]) == 1


def test_the_caller_owns_what_is_imported_with_the_requested_visibility(
    live: Live, as_role: ClientFor, outputs: Path
) -> None:
    client, viewer = as_role("admin"), as_role("viewer")
    plan = plan_import(live, client, {**MEDIA, "visibility": "shared"})
    ok_json(client.post(f"/imports/{plan['id']}/apply", json={"digest": plan["digest"]}))
    run_imports(live)
    albums = ok_json(viewer.get("/albums"))["items"]
    assert [(album["visibility"], album["image_count"], album["created_by"]) for album in albums] == [
        ("shared", 3, plan["created_by"])
    ]


def test_other_folders_become_albums_on_request(live: Live, client: httpx.Client, outputs: Path) -> None:
    (outputs / "My foxes").mkdir()
    (outputs / "My foxes" / "fox.png").write_bytes(png((9, 9, 9)))
    plan = plan_import(live, client)
    assert (plan["albums"], plan["counts"]["new"]) == ("known", 4)
    (skipped,) = ok_json(client.get(f"/imports/{plan['id']}/items", params={"outcome": "skipped"}))["items"][:1]
    assert (skipped["reason"], skipped["message"][-16:]) == ("unknown_folder", "1 picture in it.")
    asked = plan_import(live, client, {**MEDIA, "albums": "folders"})
    assert (asked["albums"], asked["counts"]["new"], asked["digest"] != plan["digest"]) == ("folders", 6, True)
    ok_json(client.post(f"/imports/{asked['id']}/apply", json={"digest": asked["digest"]}))
    run_imports(live)
    names = {album["name"] for album in ok_json(client.get("/albums"))["items"]}
    assert names == {"Card deck: winter", "My foxes"}
    ok_json(client.post(f"/imports/{asked['id']}/undo"))
    run_imports(live)
    assert ok_json(client.get("/albums"))["items"] == []


def test_the_studios_maintenance_runs_queued_imports(live: Live, client: httpx.Client, outputs: Path) -> None:
    maintenance = Maintenance(live.studio.settings, lambda: None)
    maintenance.start()
    try:
        path = f"/imports/{ok_json(client.post('/imports', json=MEDIA))['id']}"
        maintenance.check_imports()
        plan = wait_for_state(client, path, "planned")
        ok_json(client.post(f"{path}/apply", json={"digest": plan["digest"]}))
        maintenance.check_imports()
        assert wait_for_state(client, path, "applied")["results"]["applied"] == 4
    finally:
        maintenance.stop()


def wait_for_state(client: httpx.Client, path: str, state: str) -> dict[str, Any]:
    """Wait until the import at ``path`` is neither queued nor running; assert that it is in ``state`` and return it."""
    for _ in range(400):
        import_ = ok_json(client.get(path))
        if import_["state"] not in ("queued", "running"):
            assert import_["state"] == state
            return import_
        threading.Event().wait(0.05)
    raise AssertionError(f"{path} is still {import_['state']}")


def test_an_import_of_a_folder_outside_the_configured_ones_cannot_be_applied(
    live: Live, client: httpx.Client, outputs: Path
) -> None:
    plan = plan_import(live, client)
    with live.studio.work(write=True) as work:
        work.session.execute(sa.update(ImportRow).values(folder="/etc"))
        work.commit()
    response = client.post(f"/imports/{plan['id']}/apply", json={"digest": plan["digest"]})
    assert (response.status_code, response.json()["code"]) == (409, "import_source_gone")
