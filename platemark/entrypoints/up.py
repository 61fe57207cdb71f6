"""``platemark up``: the API and its workers in one command, until it is told to stop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from platemark.accounts import service as accounts
from platemark.entrypoints.api import build_app, build_server
from platemark.entrypoints.studio import embedded_workers, lock_data_folder, open_studio
from platemark.errors import StartupError
from platemark.settings import Settings
from platemark.studio import Studio
from platemark.system.job_times import JobTimes
from platemark.system.metrics import HttpMetrics

BACKLOG = 2048


def run(settings: Settings, say: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM; jobs in hand are given back. ``say`` shows a person a line."""
    with lock_data_folder(settings), _listen(settings) as listening, open_studio(settings) as studio:
        address = _address(settings, listening)
        say(f"Platemark is at {address}")
        _say_first_sign_in(studio, address, say)
        counting = HttpMetrics()
        _outlive_signals()
        with embedded_workers(replace(studio, collectors=(counting, JobTimes(studio.database)))) as working:
            app = build_app(working, observe=counting)
            counting.watch_streams(app.feed.count_subscribers)
            build_server(app, settings).run(sockets=[listening])


def _outlive_signals() -> None:
    """The server stops at SIGINT and SIGTERM and then raises them again: by then there is nothing left to stop but us.

    Doing nothing with them lets the workers give their jobs back and the exit code be 0.
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
        detail = f"{settings.base_url} cannot be listened on ({error.strerror}); set PLATEMARK_PORT to a free port."
        raise StartupError("port_unusable", detail) from None
    return listening


def _address(settings: Settings, listening: socket.socket) -> str:
    return replace(settings, port=listening.getsockname()[1]).base_url


def _say_first_sign_in(studio: Studio, address: str, say: Callable[[str], None]) -> None:
    with studio.work(write=True) as work:
        secret = accounts.create_first_sign_in_link(work, lifetime=timedelta(hours=studio.settings.sign_in_link_hours))
        work.commit()
    if secret is not None:
        hours = studio.settings.sign_in_link_hours
        say(f"Sign in once, as admin, within {hours} hours: {accounts.sign_in_url(address, secret)}")
