"""The engine process: ``python -m platemark.worker.engine_process FD``, started by a worker.

It ends with its worker: on Linux the kernel kills it, on other systems it exits when the worker's socket closes.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from queue import SimpleQueue

from platemark import logs, processes
from platemark.engines.base import Cancelled, EngineError, TrainProgress
from platemark.engines.registry import Engines
from platemark.errors import PlatemarkError
from platemark.jobs.engine_side import generate_images
from platemark.settings import from_environment
from platemark.storage.full_disk import is_full_disk
from platemark.worker.messages import (
    AskTrainer,
    CaptionFinished,
    CaptionImage,
    CaptionRefused,
    EngineMessage,
    EnginesReady,
    GenerateImages,
    GenerationFinished,
    GenerationPreview,
    GenerationProgress,
    ImageFinished,
    Task,
    TaskFailed,
    TaskStopped,
    TrainAdapter,
    TrainingFinished,
    TrainingProgress,
)
from platemark.worker.preview_maker import PreviewMaker
from platemark.worker.wish_box import WishBox

PR_SET_PDEATHSIG = 1

log = logging.getLogger(__name__)


def main() -> None:
    """Serve the installed engines to the worker at the other end of the socket in ``argv``."""
    settings = from_environment(os.environ)
    logs.configure(settings)
    serve(int(sys.argv[1]), lambda: Engines.discover(settings=settings), preview_seconds=settings.preview_seconds)


def serve(fd: int, discover_engines: Callable[[], Engines], *, preview_seconds: float = 0) -> None:
    """Run the worker's tasks, one at a time, until the worker closes the socket ``fd``.

    Of what it generates it sends a preview every ``preview_seconds`` at most; none if that is 0.
    """
    processes.leave_signals_to_parent()
    _die_with_the_worker()
    connection = Connection(fd)
    tasks: SimpleQueue[Task] = SimpleQueue()
    stop = threading.Event()
    wishes = WishBox()
    threading.Thread(target=_receive, args=(connection, tasks, stop, wishes), daemon=True).start()
    engines = discover_engines()
    connection.send(EnginesReady(tuple(engines.by_name), _limits(engines)))
    while True:
        connection.send(_run_task(tasks.get(), engines, connection, stop, wishes, preview_seconds))


def _limits(engines: Engines) -> dict[str, int]:
    limits = ((name, engine.capabilities().jobs_at_once) for name, engine in engines.by_name.items())
    return {name: limit for name, limit in limits if limit is not None}


def _receive(connection: Connection, tasks: SimpleQueue[Task], stop: threading.Event, wishes: WishBox) -> None:
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            os._exit(0)  # the worker is gone
        if isinstance(message, Task):
            stop.clear()
            wishes.clear()
            tasks.put(message)
        elif isinstance(message, AskTrainer):
            wishes.add(message.wishes)
        else:
            stop.set()


def _run_task(
    task: Task,
    engines: Engines,
    connection: Connection,
    stop: threading.Event,
    wishes: WishBox,
    preview_seconds: float = 0,
) -> EngineMessage:
    """Run ``task``; the last message of it, whatever the engine raises."""
    try:
        if isinstance(task, TrainAdapter):
            return _train(task, engines, connection, stop, wishes)
        if isinstance(task, CaptionImage):
            return _caption(task, engines, stop)
        return _generate(task, engines, connection, stop, preview_seconds)
    except Cancelled:
        return TaskStopped()
    except EngineError as error:
        if is_full_disk(error):
            return TaskFailed("storage_full", "The disk that the engine writes to is full.", retryable=True)
        message = f"{error} {error.hint}".strip()
        if isinstance(task, CaptionImage) and not error.retryable:
            return CaptionRefused(error.code, message)
        return TaskFailed(error.code, message, error.retryable)
    except PlatemarkError as error:
        return TaskFailed(error.code, error.detail, retryable=False)
    except MemoryError:
        return TaskFailed("out_of_memory", "The engine ran out of memory.", retryable=True)
    except Exception as error:
        if is_full_disk(error):
            return TaskFailed("storage_full", "The disk that the engine writes to is full.", retryable=True)
        log.exception("Engine %s failed", task.engine)
        message = f"The engine failed: {type(error).__name__}. See the log for details."
        return TaskFailed("engine_failed", message, retryable=True)


def _generate(
    task: GenerateImages, engines: Engines, connection: Connection, stop: threading.Event, preview_seconds: float
) -> GenerationFinished:
    def on_progress(fraction: float) -> None:
        connection.send(GenerationProgress(fraction))

    previews = PreviewMaker(lambda picture: connection.send(GenerationPreview(picture)), seconds=preview_seconds)
    engine, payload = engines.get(task.engine), task.payload
    for image in generate_images(engine, payload, on_progress, stop.is_set, task.adapters, previews.offer):
        connection.send(ImageFinished(image))
    return GenerationFinished()


def _caption(task: CaptionImage, engines: Engines, stop: threading.Event) -> CaptionFinished:
    return CaptionFinished(engines.captioner(task.engine).caption(task.request, stop.is_set))


def _train(
    task: TrainAdapter, engines: Engines, connection: Connection, stop: threading.Event, wishes: WishBox
) -> TrainingFinished:
    def on_progress(progress: TrainProgress) -> None:
        connection.send(TrainingProgress(progress))

    request = replace(task.request, take_wishes=wishes.take)
    return TrainingFinished(engines.trainer(task.engine).train(request, on_progress, stop.is_set))


def _die_with_the_worker() -> None:
    """On Linux, have the kernel kill this process with the worker, even while native code holds the GIL."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    main()
