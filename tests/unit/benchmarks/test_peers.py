"""The peers' access to the database: the answers are Platemark's, and the queries read what they need."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import msgspec
import pytest
from sqlalchemy import Select

from benchmarks.peers import database
from benchmarks.requests import JOB, to_facts
from benchmarks.seed import cancel_queued_jobs, seed
from tests.serving import Live

STATEMENTS = {name: value for name, value in vars(database).items() if isinstance(value, Select)}
INDEX_OF_TRASH = "ix_images_kept"
"""It holds every image that is not in the trash: right for a page of all images, and for nothing else."""

pytestmark = pytest.mark.parametrize("served", ["sqlite"], indirect=True)


def facts(answer: Any) -> dict[str, Any]:
    return to_facts(json.loads(msgspec.json.encode(answer)))


def database_path(live: Live) -> str:
    return live.studio.settings.resolved_database_url.removeprefix("sqlite:///")


def test_the_peers_answer_as_platemark_does(live: Live) -> None:
    seeded = seed(live.studio, image_count=70, album_count=52, job_count=6)
    engine = database.open_engine(database_path(live))
    with engine.connect() as connection, live.client(seeded.token) as client:
        caller = database.authenticate(connection, seeded.token)
        assert caller is not None
        album, _ = database.get_album(connection, seeded.album_id, caller)
        assert facts(album) == to_facts(client.get(f"/albums/{seeded.album_id}").json())
        list_images = partial(database.list_images, caller=caller)
        for path, list_page in (("/albums", database.list_albums), ("/images", list_images)):
            first = client.get(path).json()
            second = client.get(path, params={"cursor": first["next_cursor"]}).json()
            assert facts(list_page(connection, 50, None)) == to_facts(first)
            assert facts(list_page(connection, 50, first["next_cursor"])) == to_facts(second)
        assert database.authenticate(connection, "unknown") is None
        job = database.create_job(connection, database.JOB_DEFAULTS | JOB, caller)
        assert job["estimate"]["basis_count"] == 6
        cancel_queued_jobs(live.studio)
        assert facts(job) == to_facts(client.post("/jobs", json=JOB).json())
    engine.dispose()


def test_a_job_of_an_unknown_album_or_engine_is_not_queued(live: Live) -> None:
    seeded = seed(live.studio, image_count=50, album_count=1, job_count=0)
    engine = database.open_engine(database_path(live))
    request = database.JOB_DEFAULTS | JOB
    with engine.connect() as connection:
        caller = database.authenticate(connection, seeded.token)
        assert caller is not None
        for wrong in ({"engine": "loom"}, {"album_id": caller.id}):
            with pytest.raises(LookupError):
                database.create_job(connection, request | wrong, caller)
        with pytest.raises(LookupError):
            database.get_album(connection, caller.id, caller)
    engine.dispose()


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_query_reads_a_whole_table(live: Live, name: str) -> None:
    engine = database.open_engine(database_path(live))
    text = str(STATEMENTS[name].compile(dialect=engine.dialect))
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", (None,) * text.count("?")).all()
    engine.dispose()
    scans = [row.detail for row in rows if row.detail.startswith("SCAN") and "USING INDEX" not in row.detail]
    assert scans == (["SCAN anon_1"] if name.endswith("ALBUMS") else [])
    assert any(INDEX_OF_TRASH in row.detail for row in rows) is (name in ("FIRST_IMAGES", "MORE_IMAGES"))
