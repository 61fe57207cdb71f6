"""Structured logging: as text or JSON, each line with the trace id of its request or job, secrets hidden."""

from __future__ import annotations

import io
import logging
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, ExcInfo, Processor, WrappedLogger

from platemark.printable import escape, escape_lines
from platemark.settings import Settings

HIDDEN = "[hidden]"
SECRET_WORDS = ("authorization", "cookie", "csrf", "password", "secret", "token")
HARMLESS = frozenset({"token_id"})
NEEDS_QUOTES = re.compile(r"[ \t=\r\n\"']")
NOISY_LOGGERS = (
    "httpx",
    "httpcore",
    "PIL",
    "alembic",
    "connexion",
    "uvicorn.access",
    "platemark.db.engine.ClosingPool",
)
"""Loggers limited to warnings. SQLAlchemy's connection pool logs under our name for it."""


def configure(settings: Settings, stream: TextIO | None = None) -> None:
    """Send the log lines of this process, including those of libraries, to ``stream`` (default: standard error).

    The entry points call it once per process; calling it again replaces the configuration.
    """
    out = stream or sys.stderr
    _requests.configure(settings, out)
    processors: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        redact_secrets,
    ]
    structlog.configure(
        processors=[*processors, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=processors,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_renderers(settings, out)],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level.upper())
    for name in NOISY_LOGGERS:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(capture=True)
    warnings.filterwarnings("ignore", "Using `httpx` with `starlette.testclient`")  # raised by Connexion's import


def log_request(**fields: Any) -> None:
    """Write the line of a request, at the level info: like any other line, but in a fraction of the time.

    It goes to the stream without the logging of the standard library, and so to no handler.
    """
    _requests.write(fields)


class RequestLog:
    """Writes the lines of requests; until it is configured, nothing."""

    def __init__(self) -> None:
        self._processors: list[Processor] | None = None
        self._logger = structlog.WriteLogger(io.StringIO())

    def configure(self, settings: Settings, out: TextIO) -> None:
        """Write to ``out`` in the format of the settings, if their level lets these lines through."""
        context: list[Processor] = [
            structlog.contextvars.merge_contextvars,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ]
        shown = logging.getLevelName(settings.log_level.upper()) <= logging.INFO
        self._processors = [*context, redact_secrets, *_renderers(settings, out)] if shown else None
        self._logger = structlog.WriteLogger(out)

    def write(self, fields: EventDict) -> None:
        """Write a line."""
        if self._processors is None:
            return
        line: Any = {"event": "request", "level": "info", "logger": "platemark.http", **fields}
        for process in self._processors:
            line = process(None, "info", line)
        self._logger.msg(line)


_requests = RequestLog()


@contextmanager
def trace_context(trace_id: str, **fields: str) -> Iterator[None]:
    """Add ``trace_id`` and ``fields`` to the log lines of this block, in the current thread or task only."""
    with structlog.contextvars.bound_contextvars(trace_id=trace_id, **fields):
        yield


def redact_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Hide the values of all keys that suggest a secret, in nested mappings too."""
    return {key: _without_secrets(key, value) for key, value in event.items()}


def _without_secrets(key: object, value: object) -> object:
    if isinstance(value, dict):
        return {inner: _without_secrets(inner, nested) for inner, nested in value.items()}
    return HIDDEN if value is not None and _is_secret(str(key)) else value


@lru_cache(1024)
def _is_secret(key: str) -> bool:
    name = key.lower()
    return name not in HARMLESS and any(word in name for word in SECRET_WORDS)


def _renderers(settings: Settings, out: TextIO) -> list[Processor]:
    if settings.log_format == "json":
        without_locals = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)  # they may hold secrets
        return [structlog.processors.ExceptionRenderer(without_locals), structlog.processors.JSONRenderer()]
    console = structlog.dev.ConsoleRenderer(colors=out.isatty(), exception_formatter=_write_traceback)
    return [escape_values, console if out.isatty() else PlainRenderer(console)]


class PlainRenderer:
    """Renders a line as ``console`` does without colours, in a fraction of the time; tracebacks are left to it."""

    def __init__(self, console: structlog.dev.ConsoleRenderer) -> None:
        self._console = console

    def __call__(self, logger: WrappedLogger, method: str, event: EventDict) -> str:
        """The line."""
        if not event.keys().isdisjoint(("exc_info", "exception", "stack")):
            return self._console(logger, method, event)
        timestamp, level, name, text = (event.pop(key) for key in ("timestamp", "level", "logger", "event"))
        columns = [f"{timestamp} [{level:<9}] {text:<30} [{name}]"]
        columns += [f"{key}={_shown(event[key])}" for key in sorted(event)]
        return " ".join(columns)


def _shown(value: object) -> str:
    return value if isinstance(value, str) and not NEEDS_QUOTES.search(value) else repr(value)


def escape_values(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Escape what would control a terminal, such as an ESC in the path of a request; JSON has escapes of its own."""
    return {escape(key): escape(value) if isinstance(value, str) else value for key, value in event.items()}


def _write_traceback(out: TextIO, error: ExcInfo) -> None:
    text = io.StringIO()
    structlog.dev.plain_traceback(text, error)
    out.write(escape_lines(text.getvalue()))
