"""The command ``platemark``: settings from the environment, running things lent to the commands."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from importlib import resources

from generated import paths
from platemark import logs
from platemark.cli import Runtime, build
from platemark.entrypoints.studio import lock_exclusively, open_studio, workers_unless_running
from platemark.settings import Settings, from_environment
from platemark.studio import Studio


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    build(runtime()).main(prog_name="platemark")


def runtime() -> Runtime:
    """What the commands are lent; nothing is opened before a command asks for it."""
    return Runtime(
        settings=_settings,
        open_studio=_open_studio,
        run_studio=_run_studio,
        run_worker=_run_worker,
        workers=workers_unless_running,
        lock_exclusively=_alone,
        openapi=_openapi,
        paths=paths,
    )


def _settings() -> Settings:
    settings = from_environment(os.environ)
    logs.configure(settings)
    return settings


def _open_studio() -> AbstractContextManager[Studio]:
    return open_studio(_settings())


def _alone(urls: Iterable[str]) -> AbstractContextManager[None]:
    return lock_exclusively(_settings(), urls)


def _run_studio(say: Callable[[str], None]) -> None:
    warnings.filterwarnings("ignore", "Using `httpx` with `starlette.testclient`")  # Connexion's import, not ours
    from platemark.entrypoints.up import run  # the server is a second's import that no other command needs

    run(_settings(), say)


def _run_worker(queues: str, name: str) -> None:
    from platemark.entrypoints.worker import run

    run(_settings(), queues, name)


def _openapi() -> str:
    return resources.files("generated").joinpath("openapi.json").read_text("utf-8").rstrip()


if __name__ == "__main__":
    main()
