"""Reading items ahead: in threads and in processes the same comes of it, and no process outlives who asks it."""

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
from platemark.imports.execution import journal
from platemark.imports.execution.phase_context import Desk as WorkDesk
from platemark.imports.execution.phase_context import Grip
from platemark.imports.kinds.media import Media
from platemark.imports.kinds.protocol import Content, Item, Order, Remark
from platemark.imports.reading import prefetch
from platemark.imports.reading.picture_files import Asked, PictureFile
from platemark.imports.reading.prefetch import ENDED, PROCESS, Preparing, Reader
from platemark.imports.reading.sources import Source, open_folder
from platemark.imports.views import ImportView
from tests.unit.imports.import_driver import Desk
from tests.unit.imports.trees import SIDECAR, outputs, picture, put

SERVING = """
import os, sys
from platemark.imports import picture_process
read = picture_process.read_picture
def dying(source, asked):
    if asked.key == {key!r}:
        {then}
    return read(source, asked)
picture_process.read_picture = dying
picture_process.main()
"""


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, tmp_path / "data", kind="media")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return outputs(tmp_path / "outputs")


@pytest.fixture
def source(tree: Path) -> Iterator[Source]:
    with open_folder(tree) as source:
        yield source


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> list[Reader]:
    """Those that were made, from now on for a single item already."""
    made: list[Reader] = []

    class Known(Reader):
        def __init__(self, *of: Any) -> None:
            super().__init__(*of)
            made.append(self)

    monkeypatch.setattr(prefetch, "Reader", Known)
    monkeypatch.setattr(prefetch, "MANY", 1)
    return made


def serving(key: str, then: str) -> tuple[str, ...]:
    """A command like the real one, whose process does something else when it is asked for ``key``."""
    return (sys.executable, "-c", SERVING.format(key=key, then=then))


def asked(desk: Desk, of: ImportView) -> dict[str, Asked]:
    """What a process is asked for each of the plan's pictures."""
    found = {it.key: Media().asks(order(of), it) for it in items(desk, of)}
    return {key: it for key, it in found.items() if it is not None}


def items(desk: Desk, of: ImportView) -> list[Item]:
    with desk.reading() as work:
        return journal.items(work, of.id, -1, *journal.to_apply(), limit=1000)


def order(of: ImportView) -> Order:
    return Order(import_id=of.id, kind="media", visibility="private", by=SYSTEM, max_bytes=10**6, max_pixels=10**6)


def work_desk(desk: Desk, of: ImportView, source: Source) -> WorkDesk:
    return WorkDesk(
        grip=object.__new__(Grip), order=order(of), kind=Media(), folder="", source=source, blobs=desk.blobs,
        fault=lambda _: None, progress=lambda _done, _total: None,
    )  # fmt: skip


def test_processes_read_what_threads_read(desk: Desk, tree: Path, source: Source, readers: list[Reader]) -> None:
    planned = desk.plan(tree)
    put(tree / "zodiac_ink" / "aries.png", picture(99))
    (tree / "2024-03" / "owl.jpg").unlink()
    put(tree / "20240305_101112_a_fox.png", picture(1), {**SIDECAR, "prompt": "another"})
    found = items(desk, planned)
    with Preparing(work_desk(desk, planned, source), 10**6) as many:
        of_processes = many.submit(found).result()
    assert len(readers) >= 2
    with Preparing(work_desk(desk, planned, source), 0) as few:
        of_threads = few.submit(found).result()
    assert of_processes == of_threads
    codes = {item.key: it.code for item, it in zip(found, of_processes, strict=True) if isinstance(it, Remark)}
    assert codes == {
        "20240305_101112_a_fox.png": "changed_since_plan",
        "2024-03/owl.jpg": "gone",
        "zodiac_ink/aries.png": "changed_since_plan",
    }
    assert sum(isinstance(it, Content) and len(it.blobs) == 2 for it in of_processes) == 8


def test_an_import_that_is_read_by_processes_ends_as_any_other(desk: Desk, tree: Path, readers: list[Reader]) -> None:
    applied = desk.take_over(tree)
    assert (applied.results["applied"], applied.results["failed"]) == (18, 0)
    assert desk.verify(applied).discrepancies == []
    assert [it for it in readers if it.process is not None] == [], "no process is left"
    assert desk.undo(applied).results["undone"] == 18


def test_a_picture_that_ends_the_process_is_refused_and_the_others_are_read(
    desk: Desk, tree: Path, source: Source
) -> None:
    wanted = asked(desk, desk.plan(tree))
    reader = Reader(source, serving("zodiac_ink/aries.png", "os._exit(9)"))
    answers = reader.ask(list(wanted.values()))
    reader.close()
    assert answers is not None
    found = dict(zip(wanted, answers, strict=True))
    assert found.pop("zodiac_ink/aries.png") == ENDED
    assert len(found) == 10
    assert all(isinstance(it, PictureFile) for it in found.values())


@pytest.mark.parametrize(
    "command", [("/none/such",), (sys.executable, "-c", "pass")], ids=["no program", "one that ends at once"]
)
def test_where_no_process_can_be_had_threads_read(
    desk: Desk, tree: Path, source: Source, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    planned = desk.plan(tree)
    reader = Reader(source, command)
    assert reader.ask(list(asked(desk, planned).values())) is None
    reader.close()
    monkeypatch.setattr(prefetch, "MANY", 1)
    monkeypatch.setattr(Reader.__init__, "__defaults__", (command,))
    applied = desk.apply(planned)
    assert (applied.results["applied"], applied.results["failed"]) == (18, 0)


def test_whoever_stops_waits_for_no_picture(desk: Desk, tree: Path, source: Source) -> None:
    (first, *_) = asked(desk, desk.plan(tree)).values()
    reader = Reader(source, serving(first.key, "import time; time.sleep(600)"))
    answers: list[object] = []
    asking = threading.Thread(target=lambda: answers.append(reader.ask([first])))
    asking.start()
    while reader.process is None:
        threading.Event().wait(0.01)
    reader.stop()
    asking.join(60)
    assert (asking.is_alive(), answers) == (False, [None])
    reader.close()
    assert reader.ask([first]) is None, "it is not started again"
    assert reader.process is None


def test_the_process_outlives_an_interrupt_and_ends_with_who_asks(desk: Desk, tree: Path, source: Source) -> None:
    (first, *_) = asked(desk, desk.plan(tree)).values()
    reader = Reader(source, PROCESS)
    before = reader.ask([first])
    process, connection = reader.process, reader.connection
    assert process is not None
    assert connection is not None
    process.send_signal(signal.SIGINT)
    assert reader.ask([first]) == before
    assert reader.process is process
    connection.close()
    assert process.wait(60) == 0
    reader.close()


def test_whoever_reads_nothing_starts_no_process(
    database: Database, tmp_path: Path, readers: list[Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    old = tmp_path / "old"
    old.mkdir()
    (old / "tarot.csv").write_text("name,prompt\nThe Fool,a fool\n", "utf-8")
    applied = Desk(database, tmp_path / "data", kind="sets").take_over(old)
    assert applied.results["applied"] == 2
