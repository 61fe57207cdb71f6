"""A studio opened on its data folder: checked, migrated, with the samples in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import structlog
from filelock import FileLock, Timeout

from platemark.db.copying import sqlite_file
from platemark.db.engine import connect
from platemark.db.migrate import upgrade_or_refuse
from platemark.engines.registry import Engines
from platemark.errors import StartupError
from platemark.jobs import workers
from platemark.set_templates import samples
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.worker.supervisor import Supervisor

LOCK = "platemark.lock"
log = structlog.get_logger("platemark.studio")


@contextmanager
def open_studio(settings: Settings) -> Iterator[Studio]:
    """A studio whose folder can be written and whose database is up to date; StartupError says why it cannot be had."""
    create_data_folder(settings.data_dir)
    blobs = FolderBlobStore(settings.blobs_dir)
    blobs.probe()
    upgrade_or_refuse(settings.resolved_database_url)
    database = connect(settings.resolved_database_url)
    studio = Studio(settings=settings, database=database, blobs=blobs, engines=_engines(settings))
    try:
        with studio.work(write=True) as work:
            samples.install(work)
            work.commit()
        yield studio
    finally:
        database.dispose()


@contextmanager
def lock_data_folder(settings: Settings) -> Iterator[None]:
    """Hold the data folder for this process; StartupError where another studio has it.

    The processes of one studio on PostgreSQL, with a broker or without workers of their own, hold the folder together.
    """
    create_data_folder(settings.data_dir)
    with _held_together(settings.data_dir) if _shared(settings) else _held(settings.data_dir):
        yield


def _shared(settings: Settings) -> bool:
    return not sqlite_file(settings.resolved_database_url) and (settings.workers == 0 or bool(settings.broker_url))


@contextmanager
def lock_exclusively(settings: Settings, urls: Iterable[str]) -> Iterator[None]:
    """Keep studios off the data folder and the folders of the SQLite databases among ``urls``; makes no folder."""
    files = [file for file in map(sqlite_file, urls) if file is not None]
    with ExitStack() as held:
        for folder in sorted({settings.data_dir.resolve(), *(file.parent for file in files)}):
            if folder.is_dir():
                held.enter_context(_held(folder))
        yield


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise _already_running(folder) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _held_together(folder: Path) -> Iterator[None]:
    """FileLock's own lock, but shared: others may hold ``folder`` in the same way, and nobody alone."""
    import fcntl  # not on Windows, where a studio has one process

    with (folder / LOCK).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _already_running(folder) from None
        yield


def _already_running(folder: Path) -> StartupError:
    detail = f"A studio already runs on {folder}; stop it, or set PLATEMARK_DATA_DIR to another folder."
    return StartupError("already_running", detail)


@contextmanager
def embedded_workers(studio: Studio) -> Iterator[Studio]:
    """``studio`` with embedded workers for the time of the block; its ``wake`` reaches them, and those elsewhere."""
    with ExitStack() as running:
        bells = [running.enter_context(Supervisor(studio.settings)).wake]
        if studio.settings.broker_url:
            bells.append(running.enter_context(import_distributed().BrokerWakeup(studio.settings)).wake)

        def wake() -> None:
            for ring in bells:
                ring()

        yield replace(studio, wake=wake)


@contextmanager
def workers_unless_running(studio: Studio) -> Iterator[Callable[[], None]]:
    """For a command that waits for jobs: workers of its own, unless a running studio has some. Yields the doorbell."""
    if _shared(studio.settings):
        with embedded_workers(studio if _workers_elsewhere(studio) else _with_a_worker(studio)) as working:
            yield working.wake
        return
    try:
        with lock_data_folder(studio.settings), embedded_workers(studio) as working:
            yield working.wake
    except StartupError as error:
        if error.code != "already_running":
            raise
        yield studio.wake


def _workers_elsewhere(studio: Studio) -> bool:
    with studio.work(write=True) as work:
        workers.remove_stale(work, lease_ms=int(studio.settings.lease_seconds * 1000))
        alive = workers.count_alive(work)
        work.commit()
    return alive > 0


def _with_a_worker(studio: Studio) -> Studio:
    return replace(studio, settings=replace(studio.settings, workers=max(1, studio.settings.workers)))


def import_distributed() -> ModuleType:
    """The package's part that needs Celery; StartupError where that is not installed."""
    try:
        from platemark.worker import distributed
    except ModuleNotFoundError as error:
        detail = f"A broker needs {error.name}, which is not installed: pip install 'platemark[distributed]'."
        raise StartupError("not_installed", detail) from None
    return distributed


def create_data_folder(folder: Path) -> None:
    """Make the data folder, or say in one sentence why it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = f"The data folder {folder} cannot be made ({error.strerror}); set PLATEMARK_DATA_DIR to one that can."
        raise StartupError("data_dir_unusable", detail) from None


def _engines(settings: Settings) -> Engines:
    engines = Engines.discover(settings=settings)
    for failure in engines.failures:
        log.warning("engine_unusable", engine=failure.name, reason=failure.reason)
    return engines
