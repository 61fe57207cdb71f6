# Generated from spec/ by `python -m codegen`. DO NOT EDIT.
"""The base class of the models, and the types that describe operations."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any, Literal, Protocol, TypeAlias

import msgspec

Role: TypeAlias = Literal["public", "viewer", "editor", "admin"]
Location: TypeAlias = Literal["path", "query", "header", "cookie"]


class Contract(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Base class of all models: no unknown fields, keywords only. Decoding validates, the constructor does not."""


@dataclass(frozen=True, slots=True)
class Upload:
    """An uploaded file; `stream` can be read once, from its start."""

    filename: str
    media_type: str
    stream: IO[bytes]


@dataclass(frozen=True, slots=True)
class CsvBody:
    """A text/csv request body, as received, not decoded."""

    data: bytes


@dataclass(frozen=True, slots=True)
class FileBody:
    """A response body that is the content of a file of `size` bytes."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class ByteStream:
    """A response body that is made while it is sent.

    Each of the `pieces` is made in a thread once the one before is sent; they are closed when the client is gone.
    """

    pieces: Generator[bytes, None, None]


@dataclass(frozen=True, slots=True)
class EventStream:
    """A response body of server-sent events.

    It starts after the event with the id `after`; None starts with the next event. `to_model` converts an event to its
    model, or to None if the contract does not have it: such an event is not sent.
    """

    after: int | None
    to_model: Callable[[Any], Contract | None]


class Response(Protocol):
    """What all generated response classes have in common."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def media_type(self) -> str | None:
        """The media type of the body; None without a body."""

    @property
    def body(self) -> Any:
        """A model, text, bytes, a FileBody, a ByteStream or an EventStream, depending on the media type."""

    @property
    def headers(self) -> Mapping[str, str]:
        """By header name, the attribute with its value; a header whose value is None is not sent."""

    @property
    def server_headers(self) -> tuple[str, ...]:
        """The declared headers that the server adds, not the handler."""


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter. `type` is its Python type without None; a `server_side` parameter is not passed to the handler."""

    name: str
    location: Location
    python_name: str
    type: Any
    required: bool
    default: Any
    server_side: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation of the contract.

    `bodies` maps each request media type to the type that the handler receives; `responses` maps each status, or a
    range such as `2XX`, to its response classes, one for each media type. `security` lists the alternatives, each a
    tuple of the schemes that are required together; `()` means no credentials. `response_media` are the media types of
    a success, most preferred first. If `negotiates` is set, the handler receives the negotiated media type as `accept`.
    A deprecated operation has the day since when, and its sunset, from which on it may be gone.
    """

    id: str
    tag: str
    function: str
    method: str
    path: str
    params: tuple[Param, ...]
    bodies: Mapping[str, Any]
    responses: Mapping[int | str, tuple[type[Response], ...]]
    minimum_role: Role
    security: tuple[tuple[str, ...], ...]
    idempotent_key: bool
    negotiates: bool
    response_media: tuple[str, ...]
    deprecated_since: date | None
    sunset: date | None
