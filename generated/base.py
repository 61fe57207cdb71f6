# Generated from spec/ by `python -m codegen`. DO NOT EDIT.
"""What generated code stands on: the base of all models, and the plain types that operations are described with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal, Protocol, TypeAlias

import msgspec

Role: TypeAlias = Literal["public", "viewer", "editor", "admin"]
Where: TypeAlias = Literal["path", "query", "header", "cookie"]


class Contract(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Base of all models: closed, by keyword only. Building one checks nothing; decoding does."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One uploaded file; `stream` is read once, from its start."""

    filename: str
    media_type: str
    stream: IO[bytes]


@dataclass(frozen=True, slots=True)
class CsvBody:
    """A text/csv request body as it came, not decoded."""

    data: bytes


@dataclass(frozen=True, slots=True)
class FileBody:
    """A response body that stands in a file of `size` bytes."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class EventStream:
    """A response body of server-sent events, from after the event `after`; None: from now on.

    `say` turns what happened into the model that the contract has for it; None: the contract does not tell of it.
    """

    after: int | None
    say: Callable[[Any], Contract | None]


class Response(Protocol):
    """What each generated response class says of itself."""

    @property
    def status(self) -> int:
        """The status that the class stands for."""

    @property
    def media_type(self) -> str | None:
        """The media type of the body; None: it has no body."""

    @property
    def body(self) -> Any:
        """A model, text, bytes, a FileBody or an EventStream, as the media type wants it."""

    @property
    def headers(self) -> Mapping[str, str]:
        """By header name, the attribute that holds its value; None there: not sent."""

    @property
    def server_headers(self) -> tuple[str, ...]:
        """The declared headers that the server adds by itself."""


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter. `type` is its Python type (None aside); a `server_side` one is not handed to the handler."""

    name: str
    where: Where
    python_name: str
    type: Any
    required: bool
    default: Any
    server_side: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation of the contract.

    `bodies` maps a request media type to the type that the handler gets, `responses` a status to its classes, one a
    media type. `security` lists the alternatives, each the schemes that it takes together; `()` is nobody in
    particular. `response_media` are the media types of its success, in the order of preference; where `negotiates`,
    the handler gets the chosen one as `accept`.
    """

    id: str
    tag: str
    function: str
    method: str
    path: str
    params: tuple[Param, ...]
    bodies: Mapping[str, Any]
    responses: Mapping[int, tuple[type[Response], ...]]
    minimum_role: Role
    security: tuple[tuple[str, ...], ...]
    idempotent_key: bool
    negotiates: bool
    response_media: tuple[str, ...]
    deprecated: bool
    sunset: str | None
