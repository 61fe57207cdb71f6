"""``platemark up``: the API and its workers in one command, until it is stopped."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from platemark.accounts import service as accounts
from platemark.db.engine import sqlite_file
from platemark.entrypoints.api_pool import ApiPool
from platemark.entrypoints.descriptors import raise_descriptor_limit
from platemark.entrypoints.studio import embedded_workers, lock_data_folder, open_studio
from platemark.errors import StartupError
from platemark.garbage import never_collected
from platemark.settings import Settings
from platemark.studio import Studio
from platemark.system.job_times import JobTimes
from platemark.system.metrics import HttpMetrics

BACKLOG = 2048


def run(settings: Settings, print_line: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM; running jobs are then returned to the queue. ``print_line`` shows a line."""
    _check_api_processes(settings)
    raise_descriptor_limit(settings.max_connections)
    with lock_data_folder(settings), _listen(settings) as listening, open_studio(settings) as studio:
        url = _base_url(settings, listening)
        print_line(f"Platemark is running at {url}")
        _print_first_sign_in(studio, url, print_line)
        if settings.api_processes > 1:
            _serve_in_processes(studio, listening)
        else:
            _serve(studio, listening)


def _check_api_processes(settings: Settings) -> None:
    if settings.api_processes > 1 and sqlite_file(settings.resolved_database_url) is not None:
        detail = (
            f"{settings.api_processes} API processes need PostgreSQL: set PLATEMARK_DATABASE_URL to postgresql://…, or "
            "PLATEMARK_API_PROCESSES to 1 (docs/operations/processes.md)."
        )
        raise StartupError("api_processes_need_postgresql", detail)


def _serve(studio: Studio, listening: socket.socket) -> None:
    """Serve in this process."""
    with never_collected():  # the parent of API processes does not need this module
        from platemark.entrypoints.api import build_app, build_server, shorten_turns

    http_metrics = HttpMetrics()
    _ignore_repeated_signals()
    with embedded_workers(replace(studio, collectors=(http_metrics, JobTimes(studio.database)))) as working:
        with never_collected():
            studio.engines.load()
            app = build_app(working, observe=http_metrics)
            http_metrics.watch_streams(app.feed.count_subscribers)
            server = build_server(app, studio.settings)
        shorten_turns()
        server.run(sockets=[listening])


def _serve_in_processes(studio: Studio, listening: socket.socket) -> None:
    """Serve in processes of their own; this one has the workers and the maintenance."""
    pool = ApiPool(studio.settings, listening)
    with pool.handling_signals(), embedded_workers(studio) as working:

        def wake() -> None:
            working.wake()
            working.check_imports()

        pool.run(wake)


def _ignore_repeated_signals() -> None:
    """Ignore the SIGINT or SIGTERM that uvicorn raises again after it has stopped.

    So the workers can return their jobs to the queue, and the exit code is 0.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        address, reason = settings.base_url.removeprefix("http://"), str(error.strerror).lower()
        detail = (
            f"Cannot listen on {address}: {reason}; set PLATEMARK_HOST to an address of this machine and PLATEMARK_PORT"
            " to a free port."
        )
        raise StartupError("port_unusable", detail) from None
    return listening


def _base_url(settings: Settings, listening: socket.socket) -> str:
    return replace(settings, port=listening.getsockname()[1]).base_url


def _print_first_sign_in(studio: Studio, base_url: str, print_line: Callable[[str], None]) -> None:
    hours = studio.settings.sign_in_link_hours
    with studio.work(write=True) as work:
        secret = accounts.create_first_sign_in_link(work, lifetime=timedelta(hours=hours))
        work.commit()
    if secret is not None:
        print_line(f"Sign in as admin, once, within {hours} hours: {accounts.sign_in_url(base_url, secret)}")
