"""Structured logging: as text or JSON, each line with the trace id of its request or job, secrets hidden."""

from __future__ import annotations

import io
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

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
