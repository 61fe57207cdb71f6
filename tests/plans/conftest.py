"""A studio that is large enough for a scan to show, seeded once for a module and database."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from benchmarks.large_rows import Size, text_digest
from benchmarks.large_studio import LargeStudio, fill
from benchmarks.large_tables import TRAINING_STEPS
from benchmarks.statements import Recorder, Statement
from platemark.db.engine import connect
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.conftest import POSTGRESQL, administer
from tests.plans import query_counts
from tests.plans.known_scans import ACCEPTED, STILL_SCANS
from tests.plans.visits import never_record_use_of_tokens
from tests.plans.work_limits import MARGIN, find_excess
from tests.serving import Live, serve

SIZE = Size(images=20_000, jobs=20_000, queued=4_000, large_album=5_000, users=40, floor=2_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(query_counts.REWRITE, action="store_true", help="write the counts of this run to the file")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The statements that read more than is accepted; none is ``refused`` of what is known to and should not."""

    found: list[str]
    refused: list[str]


@dataclass
class Large:
    """A served studio with many rows of each kind, and a client for each role."""

    live: Live
    seeded: LargeStudio
    recorder: Recorder
    clients: dict[str | None, httpx.Client] = field(default_factory=dict)

    @property
    def dialect(self) -> str:
        return self.live.studio.database.dialect

    def judge(self, statements: list[Statement], key: str) -> Verdict:
        """What the statements of ``key`` read too much of, each described with its plan."""
        scans = self.still_scans(key)
        share = MARGIN if scans else self.times_accepted(key)
        with self.live.studio.database.engine.connect() as connection:
            found = [excess for each in statements if (excess := find_excess(connection, each, share))]
        return Verdict(found, [] if scans else found)

    def still_scans(self, key: str) -> bool:
        """Whether what ``key`` names reads too much on this database, and should not."""
        return self.dialect in STILL_SCANS.get(key, ())

    def times_accepted(self, key: str) -> int:
        """How many times the limit what ``key`` names may read."""
        return ACCEPTED[key].times if key in ACCEPTED and self.dialect in ACCEPTED[key].databases else 1

    def names(self) -> dict[str, str]:
        """The things that requests ask for, by the names that they have there or in the path of an operation."""
        rows = self.seeded.rows
        first = {name: str(each.id(0)) for name, each in rows.series.items()}
        things: dict[str, Any] = {
            "@large_album": rows.large_album_id,
            "@small_album": first["albums"],
            "@fingerprint": text_digest("report", 40),
            "@adapter": first["adapters"],
            "@absent_digest": text_digest("absent", 1),
            "@set_run": first["runs"],
            "@absent_id": "01a204f8-2f06-777b-b415-8da7fd61ae84",
            "@set_template": first["templates"],
            "@trace": f"{40:032x}",
            "@absent_trace": "f" * 32,
            "@user": rows.user_ids[0],
            "@midway": rows.series["images"].at(SIZE.images // 2).isoformat(),
            "@past": "2001-01-01T00:00:00Z",
            "@future": "2999-01-01T00:00:00Z",
            "user_id": rows.user_ids[0],
            "album_id": rows.large_album_id,
            "image_id": next(row["id"] for row in rows.images() if row["visibility"] == "public"),
            "job_id": rows.series["jobs"].id(SIZE.jobs - 2),
            "set_template_id": first["templates"],
            "set_run_id": first["runs"],
            "training_run_id": first["training"],
            "adapter_id": first["adapters"],
            "bug_report_id": first["reports"],
            "import_id": rows.large_import_id,
            "webhook_id": first["webhooks"],
            "delivery_id": first["deliveries"],
            "step": TRAINING_STEPS,
        }
        return {name: str(thing) for name, thing in things.items()}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Large]:
    """A large studio, with the statistics of its database collected."""
    folder = tmp_path_factory.mktemp("large")
    name = f"platemark_large_{uuid.uuid4().hex[:12]}"
    if request.param == "sqlite":
        url = f"sqlite:///{folder / 'platemark.db'}"
        shutil.copy(request.getfixturevalue("sqlite_template"), folder / "platemark.db")
    else:
        url = f"{POSTGRESQL}/{name}"
        administer(f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('postgresql_template')}")
    settings = Settings(data_dir=folder, database_url=url, import_roots=str(folder / "outputs"))
    database = connect(url)
    seeded = fill(database, SIZE)
    blobs = FolderBlobStore(settings.blobs_dir)
    studio = Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover())
    recorder = Recorder(database, work=True)
    recorder.start()
    with serve(studio) as live:
        large = Large(live, seeded, recorder)
        never_record_use_of_tokens(live)
        large.clients = {
            role: live.client(seeded.tokens.get(role or ""), checked=False)
            for role in (None, "viewer", "editor", "admin")
        }
        yield large
        for client in large.clients.values():
            client.close()
    recorder.stop()
    database.dispose()
    if request.param == "postgresql":
        administer(f"DROP DATABASE {name} WITH (FORCE)")
