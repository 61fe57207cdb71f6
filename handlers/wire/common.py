"""What the wire modules share: pages, optional fields, filters, errors, and the headers of stored files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, TypedDict, TypeVar

from msgspec import UnsetType

from generated import models
from generated.base import FileBody
from platemark.ids import cursor_for, id_from_cursor
from platemark.paging import Page, PageRequest

T = TypeVar("T")
D = TypeVar("D")
E = TypeVar("E", bound=StrEnum)
ONE_YEAR_SECONDS = 365 * 24 * 60 * 60
IMMUTABLE = f"max-age={ONE_YEAR_SECONDS}, immutable"
CHANGING = "max-age=0"


def page_request(limit: int, cursor: str | None) -> PageRequest:
    """The page that the query parameters ask for; without a cursor the first one."""
    return PageRequest(limit, id_from_cursor(cursor))


def next_cursor(page: Page[Any]) -> str | None:
    """The cursor of the page that follows; None after the last one."""
    return None if page.next_after is None else cursor_for(page.next_after)


def value_or(field: T | UnsetType, default: D) -> T | D:
    """The value of an optional field of a body; ``default`` if the body does not have the field."""
    return default if isinstance(field, UnsetType) else field


def enum_value_or(field: StrEnum | UnsetType, default: D) -> str | D:
    """The text of an optional enum field of a body; ``default`` if the body does not have the field."""
    return default if isinstance(field, UnsetType) else field.value


def by_value(enum: type[E]) -> Mapping[str, E]:
    """The members of ``enum`` by their texts: for lists, because a look-up is much faster than calling the enum."""
    return {member.value: member for member in enum}


def enum_values(members: Iterable[StrEnum] | None) -> list[str]:
    """The texts of the members that a filter lists; empty if the caller does not filter."""
    return [member.value for member in members or ()]


class HasError(Protocol):
    """A view with the error of a job; ``error_code`` is None if the job has not failed."""

    @property
    def error_code(self) -> str | None:
        """The stable code of the error."""

    @property
    def error_message(self) -> str | None:
        """The error for a person."""


def job_error(view: HasError) -> models.JobError | None:
    """Why a job failed; None if it has not."""
    if view.error_code is None:
        return None
    return models.JobError(code=view.error_code, message=view.error_message or "")


class StoredFile(Protocol):
    """A view of a stored file of ``size`` bytes; ``name`` is what a browser saves it under."""

    @property
    def path(self) -> Path:
        """Where the bytes are."""

    @property
    def size(self) -> int:
        """How many bytes there are."""

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""

    @property
    def name(self) -> str:
        """The file name for the caller."""


class FileFields(TypedDict):
    """The fields that the responses with a stored file have in common."""

    body: FileBody
    etag: str
    cache_control: str
    content_disposition: str


def file_fields(view: StoredFile, *, public: bool = False, saved: bool = False, changes: bool = False) -> FileFields:
    """The body and headers of a stored file, which browsers show, or save if ``saved``.

    It never changes, so that it may be cached forever, unless it ``changes``: then its tag is asked for each time.
    Shared caches may store a ``public`` one, too.
    """
    return FileFields(
        body=FileBody(view.path, view.size),
        etag=f'"{view.digest}"',
        cache_control=f"{'public' if public else 'private'}, {CHANGING if changes else IMMUTABLE}",
        content_disposition=f'{"attachment" if saved else "inline"}; filename="{view.name}"',
    )
