"""Running imports: one process at a time, fenced by a lease, cancelled on request; one bad item fails no other."""

from __future__ import annotations

import os
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
from platemark.imports.execution import apply, lease, plan
from platemark.imports.execution.runner import Importer
from platemark.imports.items import AppliedItem, Content, FoundItem, Item
from platemark.imports.kinds.media.kind import MediaKind
from platemark.imports.kinds.protocol import ImportSpec, Kind
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Reason
from platemark.imports.views import ImportView, NewFolderImport
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore, FolderBlobStore
from tests.unit.imports.import_driver import ImportDriver, request_apply
from tests.unit.imports.trees import outputs

SCANDIR = os.scandir
OTHER_OWNER = "another_machine-4711-abcdef01"


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apply, "MAX_BATCH_ITEMS", 4)


@pytest.fixture
def driver(database: Database, tmp_path: Path) -> ImportDriver:
    return ImportDriver(database, tmp_path, kind="media")


@pytest.fixture
def planned(driver: ImportDriver, tmp_path: Path) -> ImportView:
    return driver.plan(outputs(tmp_path / "outputs"))


def importer(driver: ImportDriver, **options: Any) -> Importer:
    blobs = options.pop("blobs", driver.blobs)
    return Importer(driver.studio.settings, driver.database, blobs, any_folder=True, **options)


def queue_apply(driver: ImportDriver, planned: ImportView) -> None:
    write(driver, lambda work: request_apply(work, driver.studio, planned))


def write(driver: ImportDriver, action: Callable[[UnitOfWork], object]) -> None:
    with UnitOfWork(driver.database, write=True) as work:
        action(work)
        work.commit()


def update(driver: ImportDriver, import_id: UUID, **values: Any) -> None:
    statement = sa.update(ImportRow).where(ImportRow.id == import_id).values(**values)
    write(driver, lambda work: work.session.execute(statement))


def current(driver: ImportDriver, view: ImportView) -> ImportView:
    with driver.read_work() as work:
        return imports.get_import(work, view.id, by=SYSTEM)


def image_count(driver: ImportDriver) -> int:
    with driver.read_work() as work:
        return work.session.scalars(sa.select(sa.func.count()).select_from(ImageRow)).one()


def first_time_at(point: str, action: Callable[[], None]) -> Callable[[str], None]:
    """A fault hook that runs ``action`` the first time that ``point`` is reached."""
    actions = iter([action])

    def fault(passed: str) -> None:
        if passed == point:
            next(actions, lambda: None)()

    return fault


def test_a_process_that_lost_its_lease_writes_nothing(driver: ImportDriver, planned: ImportView) -> None:
    queue_apply(driver, planned)
    fault = first_time_at(
        "after_blobs", lambda: update(driver, planned.id, token=ImportRow.token + 1, owner=OTHER_OWNER)
    )
    importer(driver, fault=fault).run_next(planned.id)
    assert image_count(driver) == 0
    assert current(driver, planned).state == "running", "it belongs to the other process"


def test_a_cancelled_apply_stops_after_its_batch_and_can_be_resumed(driver: ImportDriver, planned: ImportView) -> None:
    queue_apply(driver, planned)
    fault = first_time_at(
        "after_blobs", lambda: write(driver, lambda work: imports.cancel_import(work, planned.id, by=SYSTEM))
    )
    importer(driver, fault=fault).run_next(planned.id)
    cancelled = current(driver, planned)
    assert (cancelled.state, cancelled.phase, cancelled.applied_at) == ("cancelled", "apply", None)
    assert image_count(driver) < 11
    resumed = driver.apply(cancelled)
    assert (resumed.results["applied"], image_count(driver)) == (18, 11)


def test_a_process_that_stops_requeues_the_import_for_another(driver: ImportDriver, planned: ImportView) -> None:
    queue_apply(driver, planned)
    stop: list[bool] = []
    fault = first_time_at("after_blobs", lambda: stop.append(True))
    importer(driver, fault=fault, stopping=lambda: bool(stop)).run_next(planned.id)
    assert current(driver, planned).state == "queued"
    importer(driver).run_next()
    assert (current(driver, planned).state, image_count(driver)) == ("applied", 11)


@pytest.mark.parametrize(
    ("owner", "ago", "claimed"),
    [
        (OTHER_OWNER, timedelta(seconds=-30), False),
        (OTHER_OWNER, timedelta(seconds=30), True),
        (f"{lease.MACHINE}-999999999-abcdef01", timedelta(seconds=-30), True),
    ],
    ids=["alive on another machine", "lease expired", "dead process of this machine"],
)
def test_a_running_import_is_claimed_only_if_its_owner_is_gone(
    driver: ImportDriver, planned: ImportView, owner: str, ago: timedelta, claimed: bool
) -> None:
    update(driver, planned.id, phase="apply", state="running", owner=owner, lease_until=utc_now() - ago, token=7)
    assert (importer(driver).run_next() == planned.id) is claimed
    assert current(driver, planned).state == ("applied" if claimed else "running")


def test_two_imports_never_write_at_the_same_time(driver: ImportDriver, planned: ImportView, tmp_path: Path) -> None:
    second = driver.plan(tmp_path / "outputs" / "zodiac_ink")
    alive = {"state": "running", "owner": OTHER_OWNER, "lease_until": utc_now() + timedelta(seconds=30)}
    update(driver, second.id, phase="apply", **alive)
    update(driver, planned.id, phase="apply", state="queued")
    assert importer(driver).run_next() is None, "it waits for the other apply"
    update(driver, second.id, phase="verify", **alive)
    assert importer(driver).run_next() == planned.id, "a verify blocks nothing"


class FailingApply(MediaKind):
    """Media imports in which one item raises an unexpected error."""

    def apply(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[AppliedItem | Reason]:
        results = super().apply(work, blobs, spec, batch)
        if any(item.key == "zodiac_ink/aries.png" for item, _ in batch):
            raise RuntimeError("unexpected")
        return results


def test_an_item_that_fails_unexpectedly_fails_no_other_item(driver: ImportDriver, planned: ImportView) -> None:
    queue_apply(driver, planned)
    kinds: dict[str, Kind] = {"media": FailingApply()}
    importer(driver, kinds=kinds).run_next(planned.id)
    applied = current(driver, planned)
    assert (applied.state, applied.results["applied"], applied.results["failed"]) == ("applied", 17, 1)
    assert [(discrepancy.code, discrepancy.count) for discrepancy in applied.discrepancies] == [("import_failed", 1)]
    assert driver.apply(applied).results["failed"] == 0, "applying again applies what is missing"


class FullStore(FolderBlobStore):
    """A store whose disk is full after ``room`` blobs."""

    def __init__(self, root: Path, room: int) -> None:
        super().__init__(root)
        self.room = room

    def put_many(self, blobs: Sequence[bytes]) -> list[str]:
        self.room -= len(blobs)
        if self.room < 0:
            raise Unavailable("storage_full", "The disk that keeps the images is full.")
        return super().put_many(blobs)


def test_a_full_disk_fails_the_import_which_can_be_resumed(driver: ImportDriver, planned: ImportView) -> None:
    queue_apply(driver, planned)
    importer(driver, blobs=FullStore(driver.blobs.root, 9)).run_next(planned.id)
    failed = current(driver, planned)
    assert (failed.state, failed.error_code) == ("failed", "storage_full")
    resumed = driver.apply(failed)
    assert (resumed.state, resumed.error_code, resumed.results["applied"]) == ("applied", None, 18)
    driver.undo(resumed)
    assert [path for path in driver.blobs.root.glob("??/*") if path.is_file()] == []


class FailingScan(MediaKind):
    """Media imports whose scan raises an unexpected error."""

    def scan(self, source: Any, spec: ImportSpec) -> Iterator[Any]:
        raise RuntimeError("unexpected")


def test_an_unexpected_error_fails_the_phase_and_points_to_the_log(driver: ImportDriver, planned: ImportView) -> None:
    update(driver, planned.id, phase="plan", state="queued")
    kinds: dict[str, Kind] = {"media": FailingScan()}
    importer(driver, kinds=kinds).run_next(planned.id)
    failed = current(driver, planned)
    assert (failed.state, failed.error_code) == ("failed", "import_failed")
    assert failed.error_message == "Unexpected error: RuntimeError. See the log."


def test_a_studio_leaves_imports_of_other_folders_alone(driver: ImportDriver, planned: ImportView) -> None:
    queue_apply(driver, planned)
    settings = Settings(data_dir=driver.blobs.root.parent, import_roots="/nowhere")
    studio_importer = Importer(settings, driver.database, driver.blobs)
    assert studio_importer.run_next() is None
    assert importer(driver).run_next() == planned.id
    write(driver, lambda work: imports.verify_import(work, driver.studio, planned.id, by=SYSTEM))
    assert studio_importer.run_next() == planned.id, "it can verify rows and bytes without the folder"
    assert current(driver, planned).source_checked is False


def test_progress_is_reported_during_an_apply(driver: ImportDriver, planned: ImportView) -> None:
    queue_apply(driver, planned)
    reports: list[tuple[int, int | None]] = []
    importer(driver, progress=lambda done, total: reports.append((done, total))).run_next(planned.id)
    assert reports == sorted(reports)
    assert reports[-1] == (28, 28)
    assert len(reports) > 3


def test_a_blob_sweep_removes_nothing_that_an_apply_is_about_to_reference(
    driver: ImportDriver, planned: ImportView
) -> None:
    queue_apply(driver, planned)

    def sweep() -> None:
        sweep_blobs(lambda: UnitOfWork(driver.database, write=True), driver.blobs)

    importer(driver, fault=first_time_at("after_blobs", sweep)).run_next(planned.id)
    assert current(driver, planned).results["applied"] == 18
    assert driver.verify(current(driver, planned)).discrepancies == []


def test_old_plans_that_were_never_applied_are_deleted(
    driver: ImportDriver, planned: ImportView, tmp_path: Path
) -> None:
    applied = driver.apply(driver.plan(tmp_path / "outputs"))
    fresh = driver.plan(tmp_path / "outputs")
    long_ago = utc_now() - timedelta(days=40)
    for view in (planned, applied):
        update(driver, view.id, finished_at=long_ago)
    write(driver, lambda work: imports.delete_unapplied_plans(work, utc_now() - timedelta(days=30)))
    with driver.read_work() as work:
        remaining = work.session.scalars(sa.select(ImportRow.id).order_by(ImportRow.id)).all()
        with_items = set(work.session.scalars(sa.select(ImportItemRow.import_id)))
    assert remaining == [applied.id, fresh.id]
    assert with_items == set(remaining)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("phase", ["plan", "apply"])
def test_an_import_that_is_cancelled_while_it_is_claimed_does_not_run(
    driver: ImportDriver, planned: ImportView, phase: str
) -> None:
    queue_phase(driver, planned, phase)

    def cancel() -> None:
        write(driver, lambda work: imports.cancel_import(work, planned.id, by=SYSTEM))

    assert claim_after(driver, planned.id, cancel) is None
    assert (current(driver, planned).state, image_count(driver)) == ("cancelled", 0)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_an_import_whose_owner_is_back_while_it_is_claimed_stays_with_its_owner(
    driver: ImportDriver, planned: ImportView
) -> None:
    queue_apply(driver, planned)
    write(driver, lambda work: lease.claim(work, OTHER_OWNER, lease_ms=-1000, may_claim=lambda _: True))

    def renew() -> None:
        update(driver, planned.id, lease_until=utc_now() + timedelta(minutes=1))

    assert claim_after(driver, planned.id, renew) is None
    with driver.read_work() as work:
        assert work.session.scalars(sa.select(ImportRow.owner)).one() == OTHER_OWNER


def queue_phase(driver: ImportDriver, view: ImportView, phase: str) -> None:
    if phase == "apply":
        queue_apply(driver, view)
    else:
        update(driver, view.id, phase="plan", state="queued", planned_at=None, finished_at=None)


def claim_after(driver: ImportDriver, import_id: UUID, action: Callable[[], None]) -> lease.Lease | None:
    """Claim the import, with ``action`` in another transaction between the claim's reading and its writing."""

    def may_claim(_row: ImportRow) -> bool:
        action()
        return True

    with UnitOfWork(driver.database, write=True) as work:
        claimed = lease.claim(work, "us", lease_ms=60_000, may_claim=may_claim, only=import_id)
        work.commit()
    return claimed


class Twice:
    """``os.scandir`` of a folder whose files are renamed while it is read: every name is listed twice."""

    def __init__(self, descriptor: int) -> None:
        with SCANDIR(descriptor) as entries:
            listed = list(entries)
        self._entries = iter([*listed, *reversed(listed)])

    def __enter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __exit__(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("kind", ["media", "sets"])
def test_a_folder_that_changes_while_it_is_listed_is_planned_with_each_entry_once(
    database: Database, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, folder = ImportDriver(database, tmp_path, kind=kind), outputs(tmp_path / "outputs")
    (folder / "cards.csv").write_text("name,prompt\nace,an ace\n")
    quiet = driver.plan(folder)
    monkeypatch.setattr(os, "scandir", Twice)
    changing = driver.plan(folder)
    assert (changing.state, changing.digest, changing.counts) == ("planned", quiet.digest, quiet.counts)


class RepeatingKind(MediaKind):
    """Finds everything again at the end, as if the folders had been renamed ahead of the scan."""

    def scan(self, source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
        yield from super().scan(source, spec)
        yield from super().scan(source, spec)


@pytest.mark.parametrize("batch_items", [1, 7, 200])
def test_what_a_scan_finds_twice_is_planned_and_applied_once(
    driver: ImportDriver, tmp_path: Path, batch_items: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "MAX_BATCH_ITEMS", batch_items)
    folder = outputs(tmp_path / "outputs")
    once = driver.plan(folder)
    new = NewFolderImport(kind="media", folder=folder, visibility="private")
    ids: list[UUID] = []
    write(driver, lambda work: ids.append(imports.create_folder_import(work, driver.studio, new, by=SYSTEM).id))
    importer(driver, kinds={"media": RepeatingKind()}).run_next(ids[0])
    with driver.read_work() as work:
        twice = imports.get_import(work, ids[0], by=SYSTEM)
    assert (twice.state, twice.digest, twice.counts) == ("planned", once.digest, once.counts)
    applied = driver.apply(twice)
    assert (applied.results["applied"], image_count(driver)) == (18, 11)
    assert [it.position for it in driver.items(applied)] == list(range(sum(twice.counts.values())))


def test_a_file_with_two_names_is_planned_under_both_each_time_the_same(driver: ImportDriver, tmp_path: Path) -> None:
    folder = outputs(tmp_path / "outputs")
    picture = next(path for path in sorted(folder.rglob("*.png")) if not path.is_symlink())
    picture.with_name("another name.png").hardlink_to(picture)
    first, second = driver.plan(folder), driver.plan(folder)
    assert first.digest == second.digest
    assert driver.apply(second).results["failed"] == 0
