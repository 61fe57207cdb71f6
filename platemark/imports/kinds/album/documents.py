"""The JSON files of a bundle as data: what they must say, and what of it fits the contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

import msgspec

from platemark.fitting import Unfit, fit
from platemark.imports.kinds.media.moments import EARLIEST, plausible_time

Visibility = Literal["private", "shared", "public"]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
OF_THE_OTHER_STUDIO = ("job_id", "set_run_id", "set_template_id", "set_template_version")
"""What a provenance says of rows that only the studio has that exported it."""

LABEL_FIELDS = ("kind", "text", "source", "confidence", "engine", "engine_version", "model")

T = TypeVar("T")


class AlbumDocument(msgspec.Struct, frozen=True):
    """What ``album.json`` says."""

    id: UUID
    name: str
    description: str
    visibility: Visibility
    created_at: Moment
    theme: str | None = None


class LabelDocument(msgspec.Struct, frozen=True):
    """A label of an image."""

    kind: Literal["caption", "tag"]
    text: str
    source: Literal["manual", "engine"]
    created_at: Moment
    confidence: float | None = None
    engine: str | None = None
    engine_version: str | None = None
    model: str | None = None


class ImageDocument(msgspec.Struct, frozen=True):
    """What the file beside a picture says; the newest label comes first."""

    id: UUID
    title: str
    visibility: Visibility
    nsfw: bool
    created_at: Moment
    prompt: str | None = None
    provenance: dict[str, Any] | None = None
    labels: list[LabelDocument] = []


class AdapterDocument(msgspec.Struct, frozen=True):
    """An adapter of a set template: known by the digest of its bytes."""

    name: str
    digest: str
    weight: float


class SetTemplateDocument(msgspec.Struct, frozen=True):
    """What ``set_template.json`` says."""

    id: UUID
    name: str
    description: str
    visibility: Visibility
    base_prompt: str
    prompt_template: str
    example_theme: str
    style_suffix: str
    negative_prompt: str
    width: int
    height: int
    steps: int
    guidance_scale: float
    created_at: Moment
    slug: str | None = None
    engine: str | None = None
    model: str | None = None
    adapters: list[AdapterDocument] | None = None


def decode(data: bytes, type: type[T]) -> T:  # noqa: A002 - as msgspec names it
    """The document in a file; ValueError if it is none."""
    try:
        return msgspec.json.decode(data, type=type)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(str(error)) from None


def at(moment: datetime) -> str:
    """A time that a bundle states, in ISO 8601; the earliest there is for one that is not plausible."""
    return (plausible_time(moment) or EARLIEST).isoformat()


def moment(stated: str) -> datetime:
    """The time that ``at`` wrote."""
    return datetime.fromisoformat(stated)


def label(document: LabelDocument) -> dict[str, Any]:
    """A label as an import stores it."""
    facts = {name: fit(f"Label.{name}", getattr(document, name)) for name in LABEL_FIELDS}
    return {**facts, "created_at": at(document.created_at)}


def provenance(stated: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """How an image came about, without the rows of the other studio; ValueError if nothing of it fits."""
    if stated is None:
        return None
    try:
        fitted: dict[str, Any] = fit("Provenance", {**stated, **dict.fromkeys(OF_THE_OTHER_STUDIO)})
    except Unfit as error:
        raise ValueError(str(error)) from None
    return fitted
