"""The process in which engines run: ``python -m platemark.worker.engine_process FD``, started by a worker.

It ends when its worker does: the kernel sees to that (on Linux), and everywhere the socket that the worker leaves.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue

from platemark import logs
from platemark.engines.base import Cancelled, EngineError, TrainProgress
from platemark.engines.registry import Engines
from platemark.errors import PlatemarkError
from platemark.jobs.engine_side import generate_images
from platemark.settings import from_environment
from platemark.worker.messages import (
    CaptionFinished,
    CaptionImage,
    CaptionRefused,
    EngineMessage,
    EnginesReady,
    GenerateImages,
    GenerationFinished,
    GenerationProgress,
    ImageFinished,
    Task,
    TaskFailed,
    TaskStopped,
    TrainAdapter,
    TrainingFinished,
    TrainingProgress,
)

PR_SET_PDEATHSIG = 1

log = logging.getLogger(__name__)


def main() -> None:
    """Serve the engines that are found, to the worker at the other end of the socket in ``argv``."""
    settings = from_environment(os.environ)
    logs.configure(settings)
    serve(int(sys.argv[1]), lambda: Engines.discover(settings=settings))


def serve(fd: int, find_engines: Callable[[], Engines]) -> None:
    """Do what the worker asks, one job at a time, until it goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches us too; the worker decides
    _die_with_the_worker()
    connection = Connection(fd)
    jobs: SimpleQueue[Task] = SimpleQueue()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(connection, jobs, stop), daemon=True).start()
    engines = find_engines()
    for failure in engines.failures:
        log.warning("engine %s cannot be used: %s", failure.name, failure.reason)
    connection.send(EnginesReady(tuple(engines.by_name)))
    while True:
        connection.send(_do(jobs.get(), engines, connection, stop))


def _listen(connection: Connection, jobs: SimpleQueue[Task], stop: threading.Event) -> None:
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            os._exit(0)  # nobody wants our work any more
        if isinstance(message, Task):
            stop.clear()
            jobs.put(message)
        else:
            stop.set()


def _do(job: Task, engines: Engines, connection: Connection, stop: threading.Event) -> EngineMessage:
    try:
        if isinstance(job, TrainAdapter):
            return _train(job, engines, connection, stop)
        if isinstance(job, CaptionImage):
            return _describe(job, engines, stop)
        return _make(job, engines, connection, stop)
    except Cancelled:
        return TaskStopped()
    except EngineError as error:
        message = f"{error} {error.hint}".strip()
        if isinstance(job, CaptionImage) and not error.retryable:
            return CaptionRefused(error.code, message)
        return TaskFailed(error.code, message, error.retryable)
    except PlatemarkError as error:
        return TaskFailed(error.code, error.detail, retryable=False)
    except MemoryError:
        return TaskFailed("out_of_memory", "The engine ran out of memory.", retryable=True)
    except Exception as error:
        log.exception("the engine %s failed", job.engine)
        return TaskFailed(
            "engine_failed", f"The engine failed: {type(error).__name__}. The log says more.", retryable=True
        )


def _make(job: GenerateImages, engines: Engines, connection: Connection, stop: threading.Event) -> GenerationFinished:
    def advanced(fraction: float) -> None:
        connection.send(GenerationProgress(fraction))

    for image in generate_images(engines.get(job.engine), job.payload, advanced, stop.is_set, job.adapters):
        connection.send(ImageFinished(image))
    return GenerationFinished()


def _describe(job: CaptionImage, engines: Engines, stop: threading.Event) -> CaptionFinished:
    return CaptionFinished(engines.captioner(job.engine).caption(job.request, stop.is_set))


def _train(job: TrainAdapter, engines: Engines, connection: Connection, stop: threading.Event) -> TrainingFinished:
    def learned(progress: TrainProgress) -> None:
        connection.send(TrainingProgress(progress))

    return TrainingFinished(engines.trainer(job.engine).train(job.request, learned, stop.is_set))


def _die_with_the_worker() -> None:
    """On Linux the kernel ends us with the worker, even while an engine holds the interpreter in native code."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    main()
