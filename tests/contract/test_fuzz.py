"""Schemathesis against the running server, with all checks and phases, finds no failure and tests every operation."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generated.paths import BASE
from platemark.db.engine import connect
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.conftest import POSTGRESQL, administer
from tests.populate import populate
from tests.serving import Live, serve

ROOT = Path(__file__).parents[2]
TIMEOUT_SECONDS = 3300


@pytest.fixture
def fuzzed_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh database of the kind that --fuzz-database selects."""
    if request.config.getoption("--fuzz-database") == "sqlite":
        path = tmp_path / "platemark.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        yield f"sqlite:///{path}"
        return
    name = "platemark_fuzz"
    administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    administer(f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('postgresql_template')}")
    yield f"{POSTGRESQL}/{name}"
    administer(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def populated(fuzzed_url: str, tmp_path: Path) -> Iterator[Live]:
    """A served studio with resources of every kind."""
    settings = Settings(
        data_dir=tmp_path, database_url=fuzzed_url, import_roots=str(tmp_path / "outputs"), bug_reports_per_hour=0
    )
    database = connect(settings.resolved_database_url)
    blobs = FolderBlobStore(settings.blobs_dir)
    studio = Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover())
    with serve(studio) as live:
        populate(live)
        yield live
    database.dispose()


@pytest.mark.timeout(TIMEOUT_SECONDS + 100)
def test_schemathesis_finds_no_failure(
    populated: Live, fuzz_seed: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    examples = request.config.getoption("--fuzz-examples")
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        f"--config-file={ROOT / 'schemathesis.toml'}",
        "--no-color",
        "run",
        f"--url={populated.url}{BASE}",
        f"--max-examples={examples}",
        f"--seed={fuzz_seed}",
        "--report=har",
        f"--report-har-path={ROOT / 'build' / 'recorded' / f'fuzz-{fuzz_seed}.har'}",
        str(ROOT / "generated" / "openapi.json"),
    ]
    (ROOT / "build" / "recorded").mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "PLATEMARK_FUZZ_TOKEN": populated.token("admin"), "PYTHONWARNINGS": "ignore"}
    result = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
    )
    report = ROOT / "build" / f"fuzz-{fuzz_seed}.txt"
    report.write_text(result.stdout + result.stderr, "utf-8")
    assert result.returncode == 0, f"see {report}\n{result.stdout[-6000:]}"
    assert re.search(r"Selected: (\d+)/\1", result.stdout), "some operations were not tested"
