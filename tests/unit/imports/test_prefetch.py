"""Prefetching: threads and processes read the same contents, and no process outlives its reader."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from platemark.access import SYSTEM
from platemark.db.engine import Database
from platemark.imports import journal
from platemark.imports.execution import prefetch
from platemark.imports.execution.phase_context import LeaseHolder, PhaseContext
from platemark.imports.execution.prefetch import Prefetcher
from platemark.imports.items import Content, Item
from platemark.imports.kinds.media.kind import MediaKind
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading.picture_files import PictureFile, PictureRequest
from platemark.imports.reading.picture_reader import COMMAND, PROCESS_ENDED, PictureReader
from platemark.imports.reading.sources import Source, open_folder
from platemark.imports.reasons import Reason
from platemark.imports.views import ImportView
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.trees import SIDECAR, outputs, picture, put

PATCHED_PROCESS = """
import os, sys
from platemark.imports.reading import picture_process
read = picture_process.read_picture
def patched(source, request):
    if request.key == {key!r}:
        {statement}
    return read(source, request)
picture_process.read_picture = patched
picture_process.main()
"""


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path / "data", kind="media")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return outputs(tmp_path / "outputs")


@pytest.fixture
def source(tree: Path) -> Iterator[Source]:
    with open_folder(tree) as source:
        yield source


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> list[PictureReader]:
    """The readers that are created; a single item is enough to start processes."""
    created: list[PictureReader] = []

    class RecordedReader(PictureReader):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            created.append(self)

    monkeypatch.setattr(prefetch, "PictureReader", RecordedReader)
    monkeypatch.setattr(prefetch, "MIN_ITEMS_FOR_PROCESSES", 1)
    return created


def patched_command(key: str, statement: str) -> tuple[str, ...]:
    """A command like the real one, but its process runs ``statement`` before it reads ``key``."""
    return (sys.executable, "-c", PATCHED_PROCESS.format(key=key, statement=statement))


def requests_for(driver: ImportDriver, view: ImportView) -> dict[str, PictureRequest]:
    """The requests for the plan's pictures, by key."""
    requests = {item.key: MediaKind().picture_request(spec_of(view), item) for item in items_of(driver, view)}
    return {key: request for key, request in requests.items() if request is not None}


def items_of(driver: ImportDriver, view: ImportView) -> list[Item]:
    with driver.read_work() as work:
        return journal.items_after(work, view.id, -1, journal.to_apply(), limit=1000)


def spec_of(view: ImportView) -> ImportSpec:
    return ImportSpec(
        import_id=view.id, kind="media", visibility="private", albums="known", by=SYSTEM, max_bytes=10**6,
        max_pixels=10**6,
    )  # fmt: skip


def phase_context(driver: ImportDriver, view: ImportView, source: Source) -> PhaseContext:
    return PhaseContext(
        lease=object.__new__(LeaseHolder), spec=spec_of(view), kind=MediaKind(), folder="", source=source,
        blobs=driver.blobs, fault=lambda _: None, progress=lambda _done, _total: None,
    )  # fmt: skip


def test_processes_and_threads_read_the_same(
    driver: ImportDriver, tree: Path, source: Source, readers: list[PictureReader]
) -> None:
    planned = driver.plan(tree)
    put(tree / "zodiac_ink" / "aries.png", picture(99))
    (tree / "2024-03" / "owl.jpg").unlink()
    put(tree / "20240305_101112_a_fox.png", picture(1), {**SIDECAR, "prompt": "another"})
    items = items_of(driver, planned)
    with Prefetcher(phase_context(driver, planned, source), 10**6) as in_processes:
        from_processes = in_processes.submit(items).result()
    assert len(readers) >= 2
    with Prefetcher(phase_context(driver, planned, source), 0) as in_threads:
        from_threads = in_threads.submit(items).result()
    assert from_processes == from_threads
    codes = {
        item.key: result.code for item, result in zip(items, from_processes, strict=True) if isinstance(result, Reason)
    }
    assert codes == {
        "20240305_101112_a_fox.png": "changed_since_plan",
        "2024-03/owl.jpg": "gone",
        "zodiac_ink/aries.png": "changed_since_plan",
    }
    assert sum(isinstance(result, Content) and len(result.blobs) == 2 for result in from_processes) == 8


def test_an_import_with_reader_processes_gives_the_usual_result(
    driver: ImportDriver, tree: Path, readers: list[PictureReader]
) -> None:
    applied = driver.plan_and_apply(tree)
    assert (applied.results["applied"], applied.results["failed"]) == (18, 0)
    assert driver.verify(applied).discrepancies == []
    assert [reader for reader in readers if reader.process is not None] == [], "no process is left"
    assert driver.undo(applied).results["undone"] == 18


def test_a_picture_that_ends_the_process_is_refused_and_the_others_are_read(
    driver: ImportDriver, tree: Path, source: Source
) -> None:
    requests = requests_for(driver, driver.plan(tree))
    reader = PictureReader(source, patched_command("zodiac_ink/aries.png", "os._exit(9)"))
    answers = reader.read(list(requests.values()))
    reader.close()
    assert answers is not None
    by_key = dict(zip(requests, answers, strict=True))
    assert by_key.pop("zodiac_ink/aries.png") == PROCESS_ENDED
    assert len(by_key) == 10
    assert all(isinstance(result, PictureFile) for result in by_key.values())


@pytest.mark.parametrize(
    "command", [("/none/such",), (sys.executable, "-c", "pass")], ids=["no such program", "ends at once"]
)
def test_threads_read_where_no_process_can_be_started(
    driver: ImportDriver, tree: Path, source: Source, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    planned = driver.plan(tree)
    reader = PictureReader(source, command)
    assert reader.read(list(requests_for(driver, planned).values())) is None
    reader.close()
    monkeypatch.setattr(prefetch, "MIN_ITEMS_FOR_PROCESSES", 1)
    monkeypatch.setattr(PictureReader.__init__, "__defaults__", (command,))
    applied = driver.apply(planned)
    assert (applied.results["applied"], applied.results["failed"]) == (18, 0)


def test_stop_does_not_wait_for_a_picture(driver: ImportDriver, tree: Path, source: Source) -> None:
    (first, *_) = requests_for(driver, driver.plan(tree)).values()
    reader = PictureReader(source, patched_command(first.key, "import time; time.sleep(600)"))
    answers: list[object] = []
    reading = threading.Thread(target=lambda: answers.append(reader.read([first])))
    reading.start()
    while reader.process is None:
        threading.Event().wait(0.01)
    reader.stop()
    reading.join(60)
    assert (reading.is_alive(), answers) == (False, [None])
    reader.close()
    assert reader.read([first]) is None, "the process is not started again"
    assert reader.process is None


def test_the_process_ignores_an_interrupt_and_ends_with_its_socket(
    driver: ImportDriver, tree: Path, source: Source
) -> None:
    (first, *_) = requests_for(driver, driver.plan(tree)).values()
    reader = PictureReader(source, COMMAND)
    before = reader.read([first])
    process, connection = reader.process, reader.connection
    assert process is not None
    assert connection is not None
    process.send_signal(signal.SIGINT)
    assert reader.read([first]) == before
    assert reader.process is process
    connection.close()
    assert process.wait(60) == 0
    reader.close()


def test_an_import_without_pictures_starts_no_process(
    database: Database, tmp_path: Path, readers: list[PictureReader], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "tarot.csv").write_text("name,prompt\nThe Fool,a fool\n", "utf-8")
    applied = ImportDriver(database, tmp_path / "data", kind="sets").plan_and_apply(folder)
    assert applied.results["applied"] == 2
