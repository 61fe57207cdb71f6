"""Who runs an import and how it ends: one at a time, fenced, stopped when asked, never undone by one bad item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import SYSTEM
from platemark.blob_references import sweep_blobs
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import ImageRow, ImportItemRow, ImportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.imports import service as imports
from platemark.imports.execution import apply, lease
from platemark.imports.execution.runner import Importer
from platemark.imports.kinds.media import Media
from platemark.imports.kinds.protocol import Content, Item, Kind, Made, Order, Remark
from platemark.imports.views import ImportView
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore, FolderBlobStore
from tests.unit.imports.import_driver import Desk, nobody
from tests.unit.imports.trees import outputs

ELSEWHERE = "another_machine-4711-abcdef01"


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apply, "MOST_IN_BATCH", 4)


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, tmp_path, kind="media")


@pytest.fixture
def planned(desk: Desk, tmp_path: Path) -> ImportView:
    return desk.plan(outputs(tmp_path / "outputs"))


def importer(desk: Desk, **options: Any) -> Importer:
    settings = Settings(data_dir=desk.blobs.root.parent)
    return Importer(settings, desk.database, options.pop("blobs", desk.blobs), anywhere=True, **options)


def ask_apply(desk: Desk, planned: ImportView) -> None:
    write(desk, lambda work: imports.apply(work, None, planned.id, planned.digest or "", by=SYSTEM, wake=nobody))


def write(desk: Desk, verb: Callable[[UnitOfWork], object]) -> None:
    with UnitOfWork(desk.database, write=True) as work:
        verb(work)
        work.commit()


def change(desk: Desk, import_id: UUID, **values: Any) -> None:
    write(
        desk, lambda work: work.session.execute(sa.update(ImportRow).where(ImportRow.id == import_id).values(**values))
    )


def now(desk: Desk, of: ImportView) -> ImportView:
    with desk.reading() as work:
        return imports.get(work, of.id, by=SYSTEM)


def images(desk: Desk) -> int:
    with desk.reading() as work:
        return work.session.scalars(sa.select(sa.func.count()).select_from(ImageRow)).one()


def once(point: str, then: Callable[[], None]) -> Callable[[str], None]:
    """Do something the first time that a point is passed."""
    left = iter([then])

    def fault(passed: str) -> None:
        if passed == point:
            next(left, lambda: None)()

    return fault


def test_a_late_owner_writes_nothing(desk: Desk, planned: ImportView) -> None:
    ask_apply(desk, planned)
    fault = once("after_blobs", lambda: change(desk, planned.id, token=ImportRow.token + 1, owner=ELSEWHERE))
    importer(desk, fault=fault).run_next(planned.id)
    assert images(desk) == 0, "somebody else has it in hand now"
    assert now(desk, planned).state == "running"


def test_who_is_asked_to_stop_stops_after_the_items_in_hand_and_can_go_on(desk: Desk, planned: ImportView) -> None:
    ask_apply(desk, planned)
    fault = once("after_blobs", lambda: write(desk, lambda work: imports.cancel(work, planned.id, by=SYSTEM)))
    importer(desk, fault=fault).run_next(planned.id)
    stopped = now(desk, planned)
    assert (stopped.state, stopped.phase, stopped.applied_at) == ("cancelled", "apply", None)
    assert images(desk) < 11
    done = desk.apply(stopped)
    assert (done.results["applied"], images(desk)) == (18, 11)


def test_a_process_that_has_to_end_leaves_the_rest_to_the_next(desk: Desk, planned: ImportView) -> None:
    ask_apply(desk, planned)
    ending: list[bool] = []
    fault = once("after_blobs", lambda: ending.append(True))
    importer(desk, fault=fault, stopping=lambda: bool(ending)).run_next(planned.id)
    assert now(desk, planned).state == "queued"
    importer(desk).run_next()
    assert (now(desk, planned).state, images(desk)) == ("applied", 11)


@pytest.mark.parametrize(
    ("owner", "ago", "taken"),
    [
        (ELSEWHERE, timedelta(seconds=-30), False),
        (ELSEWHERE, timedelta(seconds=30), True),
        (f"{lease.MACHINE}-999999999-abcdef01", timedelta(seconds=-30), True),
    ],
    ids=["alive elsewhere", "its lease is over", "a dead process of this machine"],
)
def test_an_import_in_hand_is_taken_over_only_from_who_is_gone(
    desk: Desk, planned: ImportView, owner: str, ago: timedelta, taken: bool
) -> None:
    change(desk, planned.id, phase="apply", state="running", owner=owner, lease_until=utc_now() - ago, token=7)
    assert (importer(desk).run_next() == planned.id) is taken
    assert now(desk, planned).state == ("applied" if taken else "running")


def test_two_that_write_are_never_under_way_together(desk: Desk, planned: ImportView, tmp_path: Path) -> None:
    other = desk.plan(tmp_path / "outputs" / "zodiac_ink")
    alive = {"state": "running", "owner": ELSEWHERE, "lease_until": utc_now() + timedelta(seconds=30)}
    change(desk, other.id, phase="apply", **alive)
    change(desk, planned.id, phase="apply", state="queued")
    assert importer(desk).run_next() is None, "it waits"
    change(desk, other.id, phase="verify", **alive)
    assert importer(desk).run_next() == planned.id, "one that only reads holds nobody up"


class Poisoned(Media):
    """Media of which one item cannot be made, in a way that nobody foresaw."""

    def make(
        self, work: UnitOfWork, blobs: BlobStore, order: Order, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[Made | Remark]:
        made = super().make(work, blobs, order, batch)
        if any(item.key == "zodiac_ink/aries.png" for item, _ in batch):
            raise RuntimeError("nobody foresaw this")
        return made


def test_an_item_that_cannot_be_made_takes_no_other_along(desk: Desk, planned: ImportView) -> None:
    ask_apply(desk, planned)
    kinds: dict[str, Kind] = {"media": Poisoned()}
    importer(desk, kinds=kinds).run_next(planned.id)
    found = now(desk, planned)
    assert (found.state, found.results["applied"], found.results["failed"]) == ("applied", 17, 1)
    assert [(it.code, it.count) for it in found.discrepancies] == [("import_failed", 1)]
    assert desk.apply(found).results["failed"] == 0, "once it is mended, applying again does what is missing"


class Full(FolderBlobStore):
    """A store whose disk is full after a few."""

    def __init__(self, root: Path, room: int) -> None:
        super().__init__(root)
        self.room = room

    def put_many(self, blobs: Sequence[bytes]) -> list[str]:
        self.room -= len(blobs)
        if self.room < 0:
            raise Unavailable("storage_full", "The disk that keeps the images is full.")
        return super().put_many(blobs)


def test_a_full_disk_fails_the_import_which_goes_on_when_there_is_room(desk: Desk, planned: ImportView) -> None:
    ask_apply(desk, planned)
    importer(desk, blobs=Full(desk.blobs.root, 9)).run_next(planned.id)
    failed = now(desk, planned)
    assert (failed.state, failed.error_code) == ("failed", "storage_full")
    done = desk.apply(failed)
    assert (done.state, done.error_code, done.results["applied"]) == ("applied", None, 18)
    desk.undo(done)
    assert [path for path in desk.blobs.root.glob("??/*") if path.is_file()] == []


class Broken(Media):
    """Media whose walk breaks off."""

    def scan(self, source: Any, order: Order) -> Iterator[Any]:
        raise RuntimeError("nobody foresaw this")


def test_what_nobody_foresaw_fails_the_phase_and_says_where_to_look(desk: Desk, planned: ImportView) -> None:
    change(desk, planned.id, phase="plan", state="queued")
    kinds: dict[str, Kind] = {"media": Broken()}
    importer(desk, kinds=kinds).run_next(planned.id)
    failed = now(desk, planned)
    assert (failed.state, failed.error_code) == ("failed", "import_failed")
    assert failed.error_message == "It failed: RuntimeError. The log says more."


def test_a_studio_leaves_folders_that_it_may_not_read_to_others(desk: Desk, planned: ImportView) -> None:
    ask_apply(desk, planned)
    settings = Settings(data_dir=desk.blobs.root.parent, import_roots="/nowhere")
    studio = Importer(settings, desk.database, desk.blobs)
    assert studio.run_next() is None
    assert importer(desk).run_next() == planned.id
    write(desk, lambda work: imports.verify(work, planned.id, by=SYSTEM, wake=nobody))
    assert studio.run_next() == planned.id, "rows and bytes it can verify all the same"
    assert now(desk, planned).source_checked is False


def test_progress_is_told_while_it_goes_on(desk: Desk, planned: ImportView) -> None:
    ask_apply(desk, planned)
    told: list[tuple[int, int | None]] = []
    importer(desk, progress=lambda done, total: told.append((done, total))).run_next(planned.id)
    assert told == sorted(told)
    assert told[-1] == (28, 28)
    assert len(told) > 3


def test_a_store_that_sweeps_meanwhile_takes_nothing_that_is_about_to_be_named(desk: Desk, planned: ImportView) -> None:
    ask_apply(desk, planned)

    def sweep() -> None:
        sweep_blobs(lambda: UnitOfWork(desk.database, write=True), desk.blobs)

    importer(desk, fault=once("after_blobs", sweep)).run_next(planned.id)
    assert now(desk, planned).results["applied"] == 18
    assert desk.verify(now(desk, planned)).discrepancies == []


def test_plans_that_nobody_applied_are_forgotten_after_a_while(desk: Desk, planned: ImportView, tmp_path: Path) -> None:
    applied = desk.apply(desk.plan(tmp_path / "outputs"))
    fresh = desk.plan(tmp_path / "outputs")
    long_ago = utc_now() - timedelta(days=40)
    for old in (planned, applied):
        change(desk, old.id, finished_at=long_ago)
    write(desk, lambda work: imports.forget_plans(work, utc_now() - timedelta(days=30)))
    with desk.reading() as work:
        left = work.session.scalars(sa.select(ImportRow.id).order_by(ImportRow.id)).all()
        items = set(work.session.scalars(sa.select(ImportItemRow.import_id)))
    assert left == [applied.id, fresh.id]
    assert items == set(left)
