"""The command ``platemark``: it reads the settings and provides the commands with what they run on.

Each function imports what it needs, so that a command loads no more of the studio than it uses.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from importlib import resources
from typing import TYPE_CHECKING

from platemark.cli import Runtime, build
from platemark.cli.runtime import Paths
from platemark.garbage import never_collected
from platemark.settings import Settings, from_environment

if TYPE_CHECKING:
    from platemark.studio import Studio

OWNER_ONLY = 0o077
"""The umask of this process and its children: what the studio creates, such as prompts and pictures, is its owner's."""


def main() -> None:
    """Run the command in the arguments and exit with its code."""
    os.umask(OWNER_ONLY)
    build(runtime()).main(prog_name="platemark")


def runtime() -> Runtime:
    """What the commands run on; nothing is opened before a command needs it."""
    return Runtime(
        settings=_settings,
        open_studio=_open_studio,
        run_studio=_run_studio,
        run_worker=_run_worker,
        workers=_workers,
        lock_exclusively=_lock_exclusively,
        openapi=_openapi,
        paths=_paths,
    )


def _settings() -> Settings:
    from platemark import logs

    settings = from_environment(os.environ)
    logs.configure(settings)
    return settings


def _open_studio() -> AbstractContextManager[Studio]:
    from platemark.entrypoints.studio import open_studio

    return open_studio(_settings())


def _workers(studio: Studio) -> AbstractContextManager[Callable[[], None]]:
    from platemark.entrypoints.studio import workers_unless_running

    return workers_unless_running(studio)


def _lock_exclusively(database_urls: Iterable[str]) -> AbstractContextManager[None]:
    from platemark.entrypoints.studio import lock_exclusively

    return lock_exclusively(_settings(), database_urls)


def _run_studio(print_line: Callable[[str], None], api_processes: int | None) -> None:
    with never_collected():
        settings = _settings()
        from platemark.entrypoints.up import run

    run(settings if api_processes is None else replace(settings, api_processes=api_processes), print_line)


def _run_worker(queues: str, name: str) -> None:
    from platemark.entrypoints.worker import run

    run(_settings(), queues, name)


def _openapi() -> str:
    return resources.files("generated").joinpath("openapi.json").read_text("utf-8").rstrip()


def _paths() -> Paths:
    from generated import paths

    return paths


if __name__ == "__main__":
    main()
