"""`platemark db`: a studio is copied to PostgreSQL and responds as before."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from click.testing import Result

from platemark.clock import utc_now
from platemark.db.engine import connect
from platemark.db.kept_counts.tables import JOB_COUNTS, TOTALS
from platemark.db.tables import AlbumRow, Base, EventRow, ImageRow, JobRow, UserRow
from platemark.db.tables.jobs import STATES
from platemark.entrypoints.studio import lock_data_folder
from platemark.ids import new_id
from platemark.studio import Studio
from tests.conftest import POSTGRESQL, administer
from tests.populate import png, populate
from tests.serving import Live, serve

Run = Callable[..., Result]
TITLE = "🜁 Königin «der» 剣"
LISTS = (
    "/albums", "/images", "/images?limit=200", "/jobs", "/jobs?state=failed", "/set-templates",
    "/set-runs", "/users", "/auth/tokens", "/queue", "/stats",
)  # fmt: skip


@pytest.fixture
def postgresql_url(postgresql_template: str) -> Iterator[str]:
    """The URL of a new, empty PostgreSQL database."""
    name = f"platemark_moved_{uuid.uuid4().hex[:12]}"
    administer(f"CREATE DATABASE {name}")
    yield f"{POSTGRESQL}/{name}"
    administer(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def admin_token(studio: Studio) -> str:
    """An admin token of a studio with a thousand images and at least one row of every kind."""
    with serve(studio) as live:
        populate(live)
        token = live.token("admin", "operator")
    digest = studio.blobs.put(png())
    now = utc_now()
    with studio.work(write=True) as work:
        owner = work.session.scalars(sa.select(UserRow.id).where(UserRow.name == "operator")).one()
        image: dict[str, Any] = {
            "title": TITLE, "visibility": "shared", "nsfw": False, "source": "uploaded", "media_type": "image/png",
            "width": 24, "height": 16, "size_bytes": 100, "digest": digest, "thumbnail_digest": digest, "prompt": None,
            "thumb_hash": None, "provenance": None, "job_id": None, "created_by": owner, "created_at": now,
            "updated_at": now, "deleted_at": None, "version": 1,
        }  # fmt: skip
        images = [image | {"id": new_id()} for _ in range(1000)]
        work.session.execute(sa.insert(ImageRow), images)
        work.session.execute(sa.update(AlbumRow).values(cover_image_id=images[-1]["id"]))
        job: dict[str, Any] = {
            "kind": "generate", "engine": "press", "run_after": now, "created_at": now, "created_by": owner,
            "lease_until": None, "payload": {"prompt": TITLE}, "priority": 0, "attempt": 1, "max_attempts": 3,
            "token": 3, "progress": 0.5,
        }  # fmt: skip
        finished = [state for state in STATES if state not in ("queued", "running")]
        rows = [job | {"id": new_id(), "state": state, "started_at": now, "finished_at": now} for state in finished]
        work.session.execute(sa.insert(JobRow), rows)
        work.session.execute(
            sa.update(JobRow).where(JobRow.state == "failed").values(error_code="x", error_message="y")
        )
        work.commit()
    return token


def get_responses(live: Live, token: str) -> dict[str, Any]:
    """The bodies of all lists and of one album with its images, by path."""
    with live.client(token) as client:
        responses = {path: client.get(path) for path in LISTS}
        album = next(album for album in responses["/albums"].json()["items"] if album["image_count"])
        for path in (f"/albums/{album['id']}", f"/albums/{album['id']}/images"):
            responses[path] = client.get(path)
    assert {response.status_code for response in responses.values()} == {200}
    return {path: response.json() for path, response in responses.items()}


@contextmanager
def reopened(studio: Studio, url: str) -> Iterator[Studio]:
    """``studio`` with the database at ``url``."""
    copied_studio = replace(studio, settings=replace(studio.settings, database_url=url), database=connect(url))
    try:
        yield copied_studio
    finally:
        copied_studio.database.dispose()


def test_a_studio_copied_to_postgresql_responds_as_before(
    run: Run, studio: Studio, admin_token: str, postgresql_url: str
) -> None:
    with serve(studio) as live:
        before = get_responses(live, admin_token)
    with studio.work(write=False) as work:
        last_event = work.session.scalar(sa.select(sa.func.max(EventRow.id))) or 0
    studio.database.dispose()

    result = run("db", "copy", studio.settings.resolved_database_url, postgresql_url, "--json")
    assert result.exit_code == 0, result.stderr
    row_counts = {table["table"]: table["rows"] for table in json.loads(result.stdout)}
    assert row_counts.keys() == Base.metadata.tables.keys()
    assert row_counts["images"] == 1006
    assert last_event > 0

    with reopened(studio, postgresql_url) as copied_studio:
        with serve(copied_studio) as live, live.client(admin_token) as client:
            assert get_responses(live, admin_token) == before
            assert_writable(client)
        with copied_studio.work(write=False) as work:
            assert (work.session.scalar(sa.select(sa.func.max(EventRow.id))) or 0) > last_event


def assert_writable(client: httpx.Client) -> None:
    image = client.get("/images?limit=1").json()["items"][0]
    assert client.get(f"/images/{image['id']}/file").content == png()
    assert client.post("/jobs", json={"kind": "generate", "prompt": "after the move"}).status_code == 202
    assert client.post("/albums", json={"name": "New here"}).status_code == 201


def test_a_copy_prints_the_rows_and_the_digest_of_each_table(
    run: Run, studio: Studio, admin_token: str, postgresql_url: str
) -> None:
    studio.database.dispose()
    result = run("db", "copy", studio.settings.resolved_database_url, postgresql_url)
    lines = [line.split("\t") for line in result.stdout.splitlines()]
    assert lines[0] == ["table", "rows", "digest"]
    assert [line[0] for line in lines[1:]] == sorted(Base.metadata.tables)
    assert all(len(line[2]) == 64 for line in lines[1:])
    assert "source and target are equal in each table" in result.stderr
    assert "PLATEMARK_DATABASE_URL" in result.stderr


def test_a_running_studio_is_not_copied_unless_forced(run: Run, studio: Studio, admin_token: str) -> None:
    target = f"sqlite:///{studio.settings.data_dir / 'other.db'}"
    with lock_data_folder(studio.settings):
        result = run("db", "copy", studio.settings.resolved_database_url, target)
        assert (result.exit_code, "already running" in result.stderr) == (3, True)
        assert run("db", "copy", studio.settings.resolved_database_url, target, "--force").exit_code == 0


def test_an_error_is_one_sentence(run: Run, studio: Studio, admin_token: str) -> None:
    target = f"sqlite:///{studio.settings.data_dir / 'other.db'}"
    assert run("db", "copy", studio.settings.resolved_database_url, target).exit_code == 0
    result = run("db", "copy", studio.settings.resolved_database_url, target, "--json")
    assert (result.exit_code, json.loads(result.stderr)["code"]) == (1, "target_not_empty")
    result = run("db", "copy", studio.settings.resolved_database_url, "redis://localhost")
    assert (result.exit_code, len(result.stderr.splitlines())) == (3, 1)


def test_a_database_is_upgraded(run: Run, studio: Studio) -> None:
    path = studio.settings.data_dir / "new.db"
    result = run("db", "upgrade", f"sqlite:///{path}", "--json")
    assert (result.exit_code, path.is_file()) == (0, True)
    revision = json.loads(result.stdout)["revision"]
    assert run("db", "upgrade").stdout == f"The database has schema revision {revision}.\n"


def test_a_database_of_a_newer_version_is_refused(run: Run, studio: Studio) -> None:
    with studio.work(write=True) as work:
        work.session.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
        work.commit()
    result = run("db", "upgrade")
    assert (result.exit_code, "newer version" in result.stderr) == (3, True)


def test_counts_that_are_wrong_are_printed_and_mended(run: Run, studio: Studio, admin_token: str) -> None:
    by_hand = "2000 texts or traits that searches read were wrong.\n"  # of images that were inserted without
    assert run("db", "recount").stderr == f"All counts were right.\n{by_hand}"
    assert run("db", "recount").stderr == "All counts were right.\n"
    with studio.work(write=True) as work:
        work.session.execute(sa.update(TOTALS).where(TOTALS.c.name == "images").values(number=TOTALS.c.number + 7))
        work.session.execute(sa.delete(JOB_COUNTS).where(JOB_COUNTS.c.state == "failed"))
        work.commit()
    result = run("db", "recount", "--json")
    wrong = {tuple(it["key"]): it for it in json.loads(result.stdout)}
    kept, counted = wrong["images", "uploaded"]["kept"], wrong["images", "uploaded"]["counted"]
    assert (kept[0] - counted[0], result.exit_code) == (7, 0)
    failed = wrong["shared", "generate", "failed"]
    assert (failed["table"], failed["kept"], failed["counted"][0] > 0) == ("job_counts", [], True)
    assert json.loads(run("db", "recount", "--json").stdout) == []
