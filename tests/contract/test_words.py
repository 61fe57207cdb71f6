"""Every word that a stored thing can have is shown: one row for each, read through the API."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from PIL import Image

from platemark.choices import BUG_REPORT_STATUSES, IMPORT_OUTCOMES
from platemark.db.tables.imports import IMPORT_ITEM_STATES
from platemark.db.tables.jobs import STATES
from platemark.ids import new_id
from platemark.images import trash
from tests.contract.answer_sources.things import image, job, set_template
from tests.contract.distinct_rows import DistinctRows, Row
from tests.contract.test_pages import import_row
from tests.populate import ok_json, png
from tests.serving import Live, bundle_at, serve

WORKER_STATES = ("idle", "busy", "stopping")


def rows_of(live: Live) -> DistinctRows:
    return DistinctRows(live.studio.database, full=False)


def shown(live: Live, path: str, *names: str) -> list[Any]:
    """The values of fields of the items of a list; of each, if several are named."""
    with live.client(live.token("admin")) as client:
        items = ok_json(client.get(path))["items"]
    return sorted([item[name] for name in names] if len(names) > 1 else item[names[0]] for item in items)


def test_each_outcome_and_each_state_of_an_import_item_is_shown(live: Live) -> None:
    rows = rows_of(live)
    of_import = import_row(rows)
    words = [(outcome, IMPORT_ITEM_STATES[0]) for outcome in IMPORT_OUTCOMES]
    words += [(IMPORT_OUTCOMES[0], state) for state in IMPORT_ITEM_STATES[1:]]
    for outcome, state in words:
        known: dict[str, Any] = {"payload": {}, "made": None, "new_blobs": None, "target_id": new_id()}
        rows.add("import_items", import_id=of_import["id"], outcome=outcome, state=state, **known)
    assert shown(live, f"/imports/{of_import['id']}/items", "outcome", "state") == sorted(map(list, words))


def test_each_kind_of_thing_that_an_import_makes_is_shown(live: Live) -> None:
    rows = rows_of(live)
    of_import = import_row(rows)
    kinds: list[str] = bundle_at("/components/schemas/ImportThingKind")["enum"]
    assert len(kinds) > 6
    made = [{"kind": kind, "id": str(new_id())} for kind in kinds]
    for thing in made:
        known: dict[str, Any] = {
            "payload": {},
            "made": {},
            "new_blobs": None,
            "target_id": new_id(),
            "state": IMPORT_ITEM_STATES[0],
        }
        thing_of = {"thing_kind": thing["kind"], "thing_id": UUID(thing["id"])}
        rows.add("import_items", import_id=of_import["id"], outcome="new", **known, **thing_of)
    with live.client(live.token("admin")) as client:
        items = ok_json(client.get(f"/imports/{of_import['id']}/items"))["items"]
    assert sorted((item["thing"] for item in items), key=str) == sorted(made, key=str)


def test_each_outcome_among_the_reasons_of_an_import_is_shown(live: Live) -> None:
    reasons = [{"outcome": outcome, "reason": "odd", "count": number} for number, outcome in enumerate(IMPORT_OUTCOMES)]
    figures: dict[str, Any] = {"counts": {}, "results": {}, "reasons": reasons, "discrepancies": []}
    rows_of(live).add("imports", **figures, state="planned", lease_until=None)
    assert shown(live, "/imports", "reasons") == [reasons]


def run_in(rows: DistinctRows, state: str, template: Row) -> str:
    """The id of a set run in this state: that of its only job."""
    run = rows.add(
        "set_runs", set_template_id=template["id"], album_id=new_id(), overrides={}, adapters=[], grid=None, row_count=1
    )
    started = {"started_at": rows.moment()} if state != "queued" else {}
    finished = {"finished_at": rows.moment()} if state not in ("queued", "running") else {}
    job(rows, set_run_id=run["id"], album_id=None, row_position=0, state=state, **started, **finished)
    return str(run["id"])


def test_each_state_of_a_set_run_is_shown(live: Live) -> None:
    rows = rows_of(live)
    template = set_template(rows)
    runs = {state: run_in(rows, state, template) for state in STATES}
    assert shown(live, "/set-runs", "state") == sorted(STATES)
    with live.client(live.token("admin")) as client:
        for state, run_id in runs.items():
            detail = ok_json(client.get(f"/set-runs/{run_id}"))
            assert (detail["state"], detail["rows"][0]["state"]) == (state, state)
            assert (detail["finished_at"] is not None) is (state in ("succeeded", "failed", "cancelled"))


def test_each_state_of_a_training_run_is_shown(live: Live) -> None:
    rows = rows_of(live)
    for state in STATES:
        row = job(rows, kind="train", state=state)
        rows.add("training_runs", job_id=row["id"], album_ids=[], dataset=[], parameters={}, steps=9999)
    assert shown(live, "/training-runs", "state") == sorted(STATES)


def test_each_state_and_kind_of_a_job_in_an_exported_bug_report_is_shown(live: Live) -> None:
    rows = rows_of(live)
    report = rows.add("bug_reports", content={}, redactions=[], duplicate_of=None)
    words = [("generate", state) for state in STATES] + [(kind, "queued") for kind in ("caption", "train")]
    for kind, state in words:
        job(rows, kind=kind, state=state, trace_id=report["trace_id"])
    with live.client(live.token("admin")) as client:
        jobs = ok_json(client.get(f"/bug-reports/{report['id']}/export"))["jobs"]
    assert sorted((each["kind"], each["state"]) for each in jobs) == sorted(words)


def test_each_status_of_a_purged_bug_report_is_shown(live: Live) -> None:
    rows = rows_of(live)
    for status in BUG_REPORT_STATUSES:
        rows.add("bug_reports", content={}, redactions=[], duplicate_of=None, status=status)
    with live.client(live.token("admin")) as client:
        purged = ok_json(client.post("/bug-reports/purge", json={"older_than_days": 0, "dry_run": True}))
    assert sorted(each["status"] for each in purged["items"]) == sorted(BUG_REPORT_STATUSES)


def test_each_reason_of_an_image_that_stays_in_the_trash_is_shown(live: Live) -> None:
    rows = rows_of(live)
    jobs = [job(rows, kind="train", state="queued"), job(rows, set_run_id=new_id(), row_position=0, state="queued")]
    run = rows.add("training_runs", job_id=jobs[0]["id"], album_ids=[], dataset=[], parameters={}, steps=9999)
    learnt, drawn = (image(rows, job_id=each["id"], deleted_at=rows.moment()) for each in jobs)
    rows.add("training_images", training_run_id=run["id"], image_id=learnt["id"])
    with live.client(live.token("admin")) as client:
        kept = ok_json(client.post("/trash/purge", json={"older_than_days": 0, "dry_run": True}))["kept"]
    named = {"training_run": (learnt, run["id"]), "set_run": (drawn, jobs[1]["set_run_id"])}
    assert {each["reason"]: (each["id"], each["named_by"]) for each in kept} == {
        reason: (str(each["id"]), str(named_by)) for reason, (each, named_by) in named.items()
    }


def test_a_purge_shows_that_there_is_more_and_that_nobody_owns_an_image(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash, "MAX_IMAGES", 2)
    rows = rows_of(live)
    oldest, *_ = (image(rows, created_by=None, deleted_at=rows.moment()) for _ in range(3))
    with live.client(live.token("admin")) as client:
        purges = [ok_json(client.post("/trash/purge", json={"older_than_days": 0, "dry_run": False})) for _ in range(2)]
    assert [(len(each["items"]), each["more"]) for each in purges] == [(2, True), (1, False)]
    first = purges[0]["items"][0]
    assert (first["id"], first["created_by"]) == (str(oldest["id"]), None)


@pytest.mark.parametrize("path", ["/trash/purge", "/bug-reports/purge"])
def test_a_purge_shows_that_the_settings_keep_everything(live: Live, path: str) -> None:
    settings = replace(live.studio.settings, trash_days=0, retention_days=0)
    with serve(replace(live.studio, settings=settings)) as keeping, keeping.client(live.token("admin")) as client:
        purge = ok_json(client.post(path, json={"dry_run": False}))
    assert (purge["older_than_days"], purge["before"]) == (None, None)


def test_an_album_is_shown_to_be_ready_for_training(live: Live) -> None:
    rows = rows_of(live)
    album = rows.add("albums", visibility="shared", cover_image_id=None)
    for position in range(5):
        row = image(rows, visibility="shared")
        rows.add("album_images", album_id=album["id"], image_id=row["id"], position=position)
        rows.add("labels", image_id=row["id"], kind="caption", text=f"a fox {position}")
    with live.client(live.token("viewer")) as client:
        stats = ok_json(client.get(f"/albums/{album['id']}/label-stats"))
    assert (stats["ready"], stats["reasons"], stats["captioned_count"]) == (True, [], 5)


def test_an_upload_of_the_same_bytes_shows_that_it_was_repeated(live: Live) -> None:
    with live.client(live.token("editor")) as client:
        created = ok_json(client.post("/images", files={"file": ("plate", png(), "image/png")}))
        again = [
            client.post(
                "/images",
                files={"file": ("plate", png(), "image/png")},
                headers={"Idempotency-Key": "the-second-proof"},
            )
            for _ in range(2)
        ]
    assert [(each.status_code, each.json()["id"]) for each in again] == [(200, created["id"])] * 2
    assert [each.headers.get("Idempotency-Replayed") for each in again] == [None, "true"]


def test_each_state_of_a_worker_is_shown(live: Live) -> None:
    rows = rows_of(live)
    for state in WORKER_STATES:
        rows.add("workers", id=f"w{state}@h:1", host="host", device="cpu", engines=["press"], state=state)
    assert shown(live, "/workers", "state") == sorted(WORKER_STATES)


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_each_media_type_of_an_image_is_shown_and_sent_whole_and_in_part(live: Live, kind: str) -> None:
    out, media_type = io.BytesIO(), f"image/{kind}"
    Image.new("RGB", (24, 16), (9, 8, 7)).save(out, kind)
    with live.client(live.token("admin")) as client:
        album = ok_json(client.post("/albums", json={"name": "Proofs", "visibility": "shared"}))
        files = {"file": ("plate", out.getvalue(), media_type)}
        image = ok_json(client.post("/images", files=files, data={"album_id": album["id"], "visibility": "shared"}))
        path = f"/images/{image['id']}"
        (in_album,) = ok_json(client.get(f"/albums/{album['id']}/images"))["items"]
        (listed,) = ok_json(client.get("/images"))["items"]
        assert {each["media_type"] for each in (image, in_album, listed)} == {media_type}
        whole = client.get(f"{path}/file")
        part = client.get(f"{path}/file", headers={"Range": "bytes=0-3"})
        assert (whole.status_code, whole.headers["content-type"], whole.content) == (200, media_type, out.getvalue())
        assert (part.status_code, part.headers["content-type"], part.content) == (206, media_type, whole.content[:4])
