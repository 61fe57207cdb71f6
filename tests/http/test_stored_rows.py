"""A stored row that does not fit the contract is shown clipped or left out; it never takes a list or a cancel with it.

Each text and JSON column that the API shows is overwritten with hostile values, as an earlier version, a remote server
or a tool of the operator may have left them. Every operation that reads it must still answer.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa

from platemark.db.tables import Base
from tests.databases import empty
from tests.populate import populate
from tests.serving import Live, bundle_at

pytestmark = pytest.mark.hostile_rows
SAMPLE = {"sqlite": 1, "postgresql": 8}
"""All values are tried on SQLite, and every eighth on PostgreSQL: the code that reads them is the same."""

TEXTS = ("", "x" * 100_000, "two\nlines\x07\x1b", "a\0b", "\ud800", "ü🎴")
SCALARS: tuple[Any, ...] = (2**60, float("nan"), -1, None, "x" * 25_000, "a\0b", "\ud800", {})
SHAPES: tuple[Any, ...] = ([], {}, "text", 7, [None, {}], {"extra": {}})

# What is read after a column of the table was overwritten; {…} is the id of a row.
READERS: dict[str, tuple[str, ...]] = {
    "adapters": ("/adapters", "/adapters/{adapters}", "/training-runs"),
    "albums": ("/albums", "/albums/{albums}", "/images/{images}"),
    "api_tokens": ("/auth/tokens",),
    "bug_report_changes": ("/bug-reports/{bug_reports}", "/bug-reports/{bug_reports}/export"),
    "bug_reports": ("/bug-reports", "/bug-reports/{bug_reports}", "/bug-reports/{bug_reports}/export"),
    "image_marks": ("/images",),
    "images": ("/images", "/images/{images}", "/albums/{albums}", "/albums/{albums}/images"),
    "import_items": ("/imports/{imports}/items",),
    "imports": ("/imports", "/imports/{imports}"),
    "jobs": ("/jobs", "/jobs/{jobs}", "/queue", "/training-runs", "/training-runs/{training_runs}", "/set-runs"),
    "labels": ("/images/{images}", "/images/{images}/labels", "/albums/{albums}/label-stats"),
    "studio_settings": ("/settings",),
    "set_runs": ("/set-runs", "/set-runs/{set_runs}"),
    "set_template_rows": ("/set-templates/{set_templates}/rows",),
    "set_template_versions": (
        "/set-templates", "/set-templates/{set_templates}", "/set-templates/{set_templates}/rows",
    ),
    "set_templates": ("/set-templates", "/set-templates/{set_templates}", "/albums/{albums}"),
    "training_metrics": ("/training-runs/{training_runs}/metrics",),
    "training_runs": ("/training-runs", "/training-runs/{training_runs}"),
    "users": ("/users",),
    "webhook_deliveries": ("/webhooks/{webhooks}/deliveries",),
    "webhooks": ("/webhooks",),
    "workers": ("/workers",),
}  # fmt: skip

MACHINE_MADE = {
    "digest", "thumbnail_digest", "thumb_hash", "screenshot_digest", "dataset_digest", "fingerprint", "media_type",
    "prefix", "slug", "password_hash", "folder", "owner", "thing_kind", "format", "legacy_id", "made", "new_blobs",
    "secret", "previous_secret", "occurrence", "body", "attempts",
    "dataset", "overrides", "adapters", "grid",  # those: tests/unit/adapters/test_stored.py
}  # fmt: skip
"""Text columns that no writer takes from outside, or that the API does not show."""
NOT_FREE = {("jobs", "kind"), ("workers", "state"), ("workers", "id"), ("users", "name"), ("bug_reports", "trace_id"),
            ("import_items", "payload")}  # fmt: skip
UNSEEN = {"caption_items", "idempotency_keys", "sessions", "sign_in_attempts", "sign_in_links"} | {
    "album_images", "bug_report_purges", "image_traits", "job_previews", "queue_control", "renditions",
    "schedule_slots", "set_run_cells",
    "training_images",
    "training_samples",
} | {"adapter_texts", "album_texts", "bug_report_texts", "image_texts", "set_template_texts"}  # fmt: skip


def columns(kind: type[Any]) -> list[sa.Column[Any]]:
    """The columns of a kind that the API shows and that hold what someone else wrote."""
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if table.name in READERS and isinstance(column.type, kind) and is_free(table, column)
    ]


def is_free(table: sa.Table, column: sa.Column[Any]) -> bool:
    checks = [str(check.sqltext) for check in table.constraints if isinstance(check, sa.CheckConstraint)]
    listed = any(check.startswith(f"{column.key} IN") for check in checks)
    made = column.key in MACHINE_MADE or (table.name, column.key) in NOT_FREE
    return not (made or listed or column.primary_key or column.unique)


def test_every_table_that_the_api_shows_is_read_here() -> None:
    event_tests = {"events"}  # tests/http/test_events.py
    assert {table.name for table in Base.metadata.sorted_tables} == READERS.keys() | UNSEEN | event_tests


@pytest.fixture(scope="module")
def studio(served: Live) -> Live:
    """A studio with rows in every table, provenance and adapters included; a test gives back what it overwrites."""
    live = served
    empty(live.studio.database)
    populate(live)
    provenance = bundle_at("/components/schemas/Provenance")["examples"][0]
    adapter = bundle_at("/components/schemas/AdapterProvenance")["examples"][0]
    tables = Base.metadata.tables
    with live.studio.database.writing.begin() as connection:
        connection.execute(tables["images"].update().values(provenance={**provenance, "adapters": [adapter]}))
        generate = tables["jobs"].c.kind == "generate"
        for job in connection.execute(sa.select(tables["jobs"]).where(generate)).all():
            values = {"payload": {**job.payload, "adapters": [adapter]}}
            connection.execute(tables["jobs"].update().where(tables["jobs"].c.id == job.id).values(values))
        now = connection.scalar(sa.select(tables["jobs"].c.created_at).limit(1))
        worker = {"id": "w@h:1", "host": "h", "pid": 1, "device": "cpu", "engines": ["press"], "state": "idle"}
        connection.execute(tables["workers"].insert().values(**worker, started_at=now, heartbeat_at=now))
        connection.execute(tables["jobs"].update().values(error_code="failed", error_message="It failed."))
    return live


@contextlib.contextmanager
def given_back(live: Live, table: sa.Table) -> Iterator[None]:
    """The rows of a table have their values again when the block ends."""
    with live.studio.database.writing.begin() as connection:
        rows = connection.execute(sa.select(table)).mappings().all()
    yield
    with live.studio.database.writing.begin() as connection:
        for row in rows:
            one = sa.and_(*(column == row[column.key] for column in table.primary_key))
            connection.execute(sa.update(table).where(one).values(dict(row)))


def first_ids(live: Live) -> dict[str, str]:
    """The id of the first row of each table."""
    with live.studio.database.writing.begin() as connection:
        tables = [table for table in Base.metadata.sorted_tables if "id" in table.columns]
        found = {table.name: connection.scalar(sa.select(table.c.id).order_by(table.c.id).limit(1)) for table in tables}
    return {name: str(value) for name, value in found.items()}


def overwrite(live: Live, column: sa.Column[Any], value: Any) -> bool:
    """Store a value in the column of every row; False if the database refuses it."""
    try:
        with live.studio.database.writing.begin() as connection:
            connection.execute(sa.update(column.table).values({column.key: value}))
    except (sa.exc.DBAPIError, UnicodeEncodeError, sa.exc.StatementError):
        return False
    return True


def overwrite_row(live: Live, column: sa.Column[Any], key: Any, value: Any) -> None:
    """Store a value in the column of one row, if the database accepts it."""
    table = column.table
    assert isinstance(table, sa.Table)
    one = sa.and_(*(name == part for name, part in zip(table.primary_key, key, strict=True)))
    with contextlib.suppress(sa.exc.DBAPIError), live.studio.database.writing.begin() as connection:
        connection.execute(sa.update(table).where(one).values({column.key: value}))


def variants(value: Any, depth: int = 0) -> Iterator[Any]:
    """``value`` with each of its parts replaced by something hostile, left out, or joined by something unknown."""
    yield from SCALARS if depth else SHAPES
    if isinstance(value, dict):
        yield {**value, "extra": 1, "": "x", "a\0\ud800": []}
        for name, part in value.items():
            yield {other: rest for other, rest in value.items() if other != name}
            yield from ({**value, name: each} for each in variants(part, depth + 1))
    elif isinstance(value, list):
        yield from (value * 2, value * 1200)
        for part in value[:1]:
            yield from ([each, *value[1:]] for each in variants(part, depth + 1))


def read(client: httpx.Client, table: str, ids: dict[str, str], what: str) -> None:
    for path in READERS[table]:
        response = client.get(path.format(**ids))
        assert response.status_code == 200, f"{path} with {what}: {response.status_code} {response.text[:300]}"


def shortened(value: Any) -> str:
    return repr(value)[:120]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("table", sorted({column.table.name for column in columns(sa.String)}))
def test_a_hostile_text_is_shown_clipped(studio: Live, table: str) -> None:
    ids = first_ids(studio)
    cases = [(column, value) for column in columns(sa.String) if column.table.name == table for value in TEXTS]
    with studio.client(studio.token("admin")) as client:
        for column, value in cases[:: SAMPLE[studio.studio.database.dialect]]:
            with given_back(studio, Base.metadata.tables[table]):
                if overwrite(studio, column, value):
                    read(client, table, ids, f"{column} = {shortened(value)}")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("column", columns(sa.JSON), ids=lambda column: f"{column.table.name}.{column.key}")
def test_hostile_json_is_shown_clipped(studio: Live, column: sa.Column[Any]) -> None:
    table = column.table
    assert isinstance(table, sa.Table)
    with studio.studio.database.writing.begin() as connection:
        keys = connection.execute(sa.select(*table.primary_key)).all()
        stored = {shape(each): each for each in connection.scalars(sa.select(column)).all()}
    hostile = list({json.dumps(each): each for original in stored.values() for each in variants(original)}.values())
    hostile = hostile[:: SAMPLE[studio.studio.database.dialect]]
    with studio.client(studio.token("admin")) as client, given_back(studio, table):
        for start in range(0, len(hostile), len(keys)):
            some = list(zip(keys, hostile[start : start + len(keys)], strict=False))
            for key, value in some:
                overwrite_row(studio, column, key, value)
            read_all(client, studio, column, some)


def shape(value: Any) -> tuple[str, ...]:
    """Values with the same shape need only one of them to be tried."""
    return tuple(sorted(value)) if isinstance(value, dict) else (type(value).__name__, str(bool(value)))


def read_all(client: httpx.Client, live: Live, column: sa.Column[Any], some: list[tuple[Any, Any]]) -> None:
    """Read the lists once, and what shows a single row for each of the rows that were changed."""
    table, ids = column.table.name, first_ids(live)
    single = [path for path in READERS[table] if f"{{{table}}}" in path]
    for path in READERS[table]:
        for key, value in some if path in single else some[:1]:
            own = {table: str(key[0])} if path in single else {}
            response = client.get(path.format(**{**ids, **own}))
            what = shortened(value if path in single else [value for _, value in some])
            assert response.status_code == 200, f"{path} with {column.key} = {what}: {response.text[:200]}"


PAYLOADS: list[Callable[[dict[str, Any]], Any]] = [
    lambda payload: {**payload, "prompt": "x" * 100_000},
    lambda payload: {**payload, "seed": 2**60},
    lambda payload: {**payload, "visibility": "odd"},
    lambda payload: {**payload, "image_ids": ["0192e4a0-7c00-7000-8000-000000000001"] * 2},
    lambda payload: {**payload, "album_id": "odd"},
    lambda payload: {},
    lambda payload: [],
]


@pytest.mark.parametrize("change", PAYLOADS)
def test_a_job_with_a_hostile_request_is_listed_and_cancelled(
    studio: Live, change: Callable[[dict[str, Any]], Any]
) -> None:
    jobs = Base.metadata.tables["jobs"]
    with studio.client(studio.token("admin")) as client, given_back(studio, jobs):
        with studio.studio.database.writing.begin() as connection:
            queued = connection.execute(sa.select(jobs).where(jobs.c.state == "queued", jobs.c.kind != "train")).all()
            for job in queued:
                connection.execute(jobs.update().where(jobs.c.id == job.id).values(payload=change(job.payload)))
        listed = {item["id"] for item in client.get("/jobs", params={"limit": 100}).json()["items"]}
        assert {str(job.id) for job in queued} <= listed
        assert queued
        for job in queued:
            assert client.post(f"/jobs/{job.id}/cancel").json()["state"] == "cancelled"


def test_one_unreadable_row_leaves_the_others_in_the_list(studio: Live) -> None:
    jobs = Base.metadata.tables["jobs"]
    odd = first_ids(studio)["jobs"]
    with studio.client(studio.token("admin")) as client, given_back(studio, jobs):
        before = {item["id"] for item in client.get("/jobs", params={"limit": 100}).json()["items"]}
        with studio.studio.database.writing.begin() as connection:
            connection.execute(jobs.update().where(jobs.c.id == UUID(odd)).values(kind="odd"))
        after = {item["id"] for item in client.get("/jobs", params={"limit": 100}).json()["items"]}
    assert after == before - {odd}
