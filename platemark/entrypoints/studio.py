"""Opens the studio: checks its data folder, migrates its database, installs the sample sets, starts its workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO

from filelock import FileLock, Timeout

from platemark.db.engine import connect, sqlite_file
from platemark.db.migrate import upgrade_or_fail
from platemark.engines.registry import Engines
from platemark.errors import DataUnusable, StartupError
from platemark.jobs import workers
from platemark.set_templates import samples
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio

if TYPE_CHECKING:
    from platemark.webhooks.deliverer import Deliverer

LOCK_FILE = "platemark.lock"


@contextmanager
def open_studio(settings: Settings) -> Iterator[Studio]:
    """A studio with a writable data folder and an up-to-date database; StartupError says why it cannot be opened."""
    create_data_folder(settings.data_dir)
    FolderBlobStore(settings.blobs_dir).probe()
    upgrade_or_fail(settings.resolved_database_url)
    with connect_studio(settings) as studio:
        with studio.work(write=True) as work:
            samples.install_samples(work)
            work.commit()
        yield studio


@contextmanager
def connect_studio(settings: Settings) -> Iterator[Studio]:
    """A studio that another process has opened."""
    engines = Engines.discover(settings=settings)
    blobs, database = FolderBlobStore(settings.blobs_dir), connect(settings.resolved_database_url)
    try:
        yield Studio(settings=settings, database=database, blobs=blobs, engines=engines)
    finally:
        database.dispose()


@contextmanager
def lock_data_folder(settings: Settings) -> Iterator[None]:
    """Lock the data folder for this process; StartupError if another studio has locked it.

    The processes of one distributed studio (PostgreSQL, and a broker or no embedded workers) share the lock.
    """
    create_data_folder(settings.data_dir)
    lock = _shared_lock if _is_distributed(settings) else _exclusive_lock
    with lock(settings.data_dir):
        yield


def _is_distributed(settings: Settings) -> bool:
    on_sqlite = sqlite_file(settings.resolved_database_url) is not None
    return not on_sqlite and (settings.workers == 0 or bool(settings.broker_url))


@contextmanager
def lock_exclusively(settings: Settings, database_urls: Iterable[str]) -> Iterator[None]:
    """Keep all studios off the data folder and the folders of SQLite databases in ``database_urls``.

    StartupError if a studio runs on one of them. Folders that do not exist are not created.
    """
    files = [file for file in map(sqlite_file, database_urls) if file is not None]
    with ExitStack() as locks:
        for folder in sorted({settings.data_dir.resolve(), *(file.parent for file in files)}):
            if folder.is_dir():
                locks.enter_context(_exclusive_lock(folder))
        yield


@contextmanager
def _exclusive_lock(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / LOCK_FILE, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise _already_running(folder) from None
    except OSError as error:
        raise _data_folder_unusable("write to", folder, error) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _shared_lock(folder: Path) -> Iterator[None]:
    """A shared lock on the file that FileLock locks exclusively."""
    import fcntl  # not available on Windows, where a studio has one process

    with _open_lock_file(folder) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _already_running(folder) from None
        yield


def _open_lock_file(folder: Path) -> BinaryIO:
    try:
        return (folder / LOCK_FILE).open("ab")
    except OSError as error:
        raise _data_folder_unusable("write to", folder, error) from None


def _already_running(folder: Path) -> StartupError:
    detail = f"A studio is already running on {folder}; stop it, or set PLATEMARK_DATA_DIR to another folder."
    return StartupError("already_running", detail)


@contextmanager
def embedded_workers(studio: Studio) -> Iterator[Studio]:
    """Run embedded workers for this block; yields ``studio`` with a ``wake`` that reaches them and remote workers."""
    from platemark.worker.supervisor import Supervisor  # not needed by a command that only opens the studio

    with ExitStack() as running:
        supervisor = running.enter_context(Supervisor(studio.settings, delivering=_delivering))
        wake_calls = [supervisor.wake]
        if studio.settings.broker_url:
            wake_calls.append(running.enter_context(import_distributed().BrokerWakeup(studio.settings)).wake)

        def wake() -> None:
            for call in wake_calls:
                call()

        yield replace(studio, wake=wake, check_imports=supervisor.check_imports)


def _delivering(settings: Settings, on_end: Callable[[], None]) -> AbstractContextManager[Deliverer]:
    from platemark.entrypoints.webhooks import delivering  # the contract, which a studio without webhooks may not need

    return delivering(settings, on_end)


@contextmanager
def workers_unless_running(studio: Studio) -> Iterator[Callable[[], None]]:
    """Run workers for a command that waits for jobs, unless a running studio has some; yields what wakes them."""
    if _is_distributed(studio.settings):
        with embedded_workers(studio if _has_live_workers(studio) else _with_a_worker(studio)) as working:
            yield working.wake
        return
    try:
        with lock_data_folder(studio.settings), embedded_workers(studio) as working:
            yield working.wake
    except StartupError as error:
        if error.code != "already_running":
            raise
        yield studio.wake


def _has_live_workers(studio: Studio) -> bool:
    with studio.work(write=True) as work:
        workers.remove_stale(work, lease_ms=int(studio.settings.lease_seconds * 1000))
        alive = workers.count_alive(work)
        work.commit()
    return alive > 0


def _with_a_worker(studio: Studio) -> Studio:
    return replace(studio, settings=replace(studio.settings, workers=max(1, studio.settings.workers)))


def import_distributed() -> ModuleType:
    """The module that needs Celery; StartupError if Celery or a client library is not installed."""
    try:
        from platemark.worker import distributed
    except ModuleNotFoundError as error:
        detail = f"A broker needs {error.name}, which is not installed: pip install 'platemark[distributed]'."
        raise StartupError("not_installed", detail) from None
    return distributed


def create_data_folder(folder: Path) -> None:
    """Create the data folder if it does not exist; StartupError says why it cannot be created."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _data_folder_unusable("create", folder, error) from None


def _data_folder_unusable(verb: str, folder: Path, error: OSError) -> DataUnusable:
    detail = (
        f"Cannot {verb} the data folder {folder}: {error.strerror}; make it writable, free some space on its disk, "
        "or set PLATEMARK_DATA_DIR to another folder (docs/operations/backup.md)."
    )
    return DataUnusable("data_dir_unusable", detail)
