"""Draws the pictures of a bundle again, without a studio, and compares them with those in it, byte for byte.

Only engines of this process draw, and only pictures that will be the same: those of a deterministic engine, without
adapters, whose bytes a bundle does not hold. One picture is in memory at a time.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
import structlog

from platemark.engines.base import Engine, EngineError, GenerateRequest
from platemark.engines.model_choice import pin_model
from platemark.engines.registry import Engines
from platemark.errors import Unprocessable
from platemark.exports.archive import Listed
from platemark.exports.bundle_file import PICTURE, UNREADABLE, open_bundle
from platemark.images.metadata_embedding import as_stored
from platemark.images.metadata_stripping import strip_metadata
from platemark.jobs.lora_tags import remove_tags

UPLOADED: Final = "uploaded"
WHY: Mapping[str, str] = {
    UPLOADED: "it was uploaded, or the bundle does not say how it was made",
    "incomplete": "the bundle does not say all that its engine needs",
    "engine_missing": "its engine is not here",
    "engine_unavailable": "its engine cannot work here",
    "not_deterministic": "its engine draws each picture anew",
    "model_missing": "its model is not here",
    "adapter_missing": "it was drawn with adapters, which a bundle does not hold",
    "engine_failed": "its engine failed",
    "damaged": "it, or what is known of it, is damaged",
}
"""Why a picture cannot be drawn again."""
MAX_SEED = 2**53 - 1
MAX_PROMPT = 20_000
MAX_FILE_BYTES = 64 * 1024 * 1024
Text = Annotated[str, msgspec.Meta(max_length=MAX_PROMPT)]

log = structlog.get_logger("platemark.exports")


class Made(msgspec.Struct, frozen=True):
    """How a picture was made, as far as it is needed to make it again."""

    engine: str
    engine_version: str
    width: int
    height: int
    seed: Annotated[int, msgspec.Meta(ge=0, le=MAX_SEED)]
    steps: Annotated[int, msgspec.Meta(ge=1)]
    guidance_scale: Annotated[float, msgspec.Meta(ge=0, le=30)]
    prompt: Text
    negative_prompt: Text = ""
    model: str | None = None
    adapters: list[Any] = []


class Said(msgspec.Struct, frozen=True):
    """What the file beside a picture says of how it was made; null if it was uploaded."""

    provenance: dict[str, Any] | None = None


class Different(msgspec.Struct, frozen=True):
    """A picture that is drawn otherwise now."""

    path: str
    message: str


@dataclass(slots=True)
class Reproduced:
    """How many pictures were drawn as they are in the bundle, which were not, and how many could not be, by reason."""

    equal: int = 0
    different: list[Different] = field(default_factory=list)
    not_drawn: Counter[str] = field(default_factory=Counter)

    def to_json(self) -> dict[str, Any]:
        """All of it as JSON."""
        different = [{"path": it.path, "message": it.message} for it in self.different]
        return {"equal": self.equal, "different": different, "not_drawn": dict(sorted(self.not_drawn.items()))}

    def lines(self) -> Iterator[str]:
        """All of it for people."""
        yield from (f"{it.path}: {it.message}" for it in self.different)
        yield f"Drawn again: {self.equal} equal, {len(self.different)} different."
        yield from (f"Not drawn, because {WHY[why]}: {count}." for why, count in sorted(self.not_drawn.items()))


class _NotDrawn(Exception):
    """The picture cannot be drawn again here; the argument is a key of ``WHY``."""


def reproduce_bundle(path: Path, engines: Engines, damaged: Collection[str] = ()) -> Reproduced:
    """Draw each picture again that can be; NotABundle. ``damaged`` are files that are not what they were."""
    found = Reproduced()
    with path.open("rb") as file:
        bundle, manifest = open_bundle(file, path.name)
        for listed in manifest.files:
            if PICTURE.fullmatch(listed.path):
                _reproduce(bundle, listed, engines, damaged, found)
    return found


def _reproduce(
    bundle: zipfile.ZipFile, listed: Listed, engines: Engines, damaged: Collection[str], found: Reproduced
) -> None:
    path = listed.path
    sidecar = f"{path.rpartition('.')[0]}.json"
    try:
        if {path, sidecar} & set(damaged):
            raise _NotDrawn("damaged")
        made = _made(_read(bundle, sidecar))
        drawn = _draw(engines, made)
        stored = strip_metadata(as_stored(_read(bundle, path), listed.stored_sha256 or "")).data
    except _NotDrawn as reason:
        found.not_drawn[str(reason)] += 1
        return
    except Unprocessable:
        found.not_drawn["damaged"] += 1
        return
    if hashlib.sha256(drawn).digest() == hashlib.sha256(stored).digest():
        found.equal += 1
    else:
        found.different.append(Different(path, _difference(engines.by_name[made.engine], made)))


def _read(bundle: zipfile.ZipFile, path: str) -> bytes:
    try:
        info = bundle.getinfo(path)
        if info.file_size > MAX_FILE_BYTES:
            raise _NotDrawn("damaged")
        return bundle.read(info)
    except (KeyError, *UNREADABLE):
        raise _NotDrawn("damaged") from None


def _made(sidecar: bytes) -> Made:
    try:
        said = msgspec.json.decode(sidecar, type=Said)
    except (msgspec.DecodeError, RecursionError):
        raise _NotDrawn("damaged") from None
    if said.provenance is None:
        raise _NotDrawn(UPLOADED)
    try:
        return msgspec.convert(said.provenance, Made)
    except msgspec.ValidationError:
        raise _NotDrawn("incomplete") from None


def _draw(engines: Engines, made: Made) -> bytes:
    """The picture as a studio stores it; _NotDrawn where it cannot be drawn, or might be another each time."""
    engine = engines.by_name.get(made.engine)
    if engine is None:
        raise _NotDrawn("engine_missing")
    _require_able(engine, made)
    request = _request(engine, made)
    try:
        (image,) = engine.generate(request, lambda _: None, lambda: False)
        return strip_metadata(image.data).data
    except Exception as error:
        level = log.warning if isinstance(error, EngineError) else log.exception
        level("reproduction_failed", engine=made.engine, error=str(error))
        raise _NotDrawn("engine_failed") from None


def _require_able(engine: Engine, made: Made) -> None:
    able = engine.capabilities()
    if not able.deterministic or not able.seed or "generate" not in able.kinds:
        raise _NotDrawn("not_deterministic")
    if not engine.health().ok:
        raise _NotDrawn("engine_unavailable")
    if made.adapters:
        raise _NotDrawn("adapter_missing")
    sides = (made.width, made.height)
    if made.steps > able.max_steps or not all(able.min_side <= side <= able.max_side for side in sides):
        raise _NotDrawn("incomplete")


def _request(engine: Engine, made: Made) -> GenerateRequest:
    prompt = made.prompt if engine.capabilities().loras_in_prompt else remove_tags(made.prompt)
    return GenerateRequest(
        prompt=prompt,
        negative_prompt=made.negative_prompt,
        width=made.width,
        height=made.height,
        seed=made.seed,
        steps=made.steps,
        guidance_scale=made.guidance_scale,
        model=_model(engine, made.model),
    )


def _model(engine: Engine, recorded: str | None) -> str | None:
    if not recorded:
        return None
    try:
        return pin_model(engine, recorded)
    except Unprocessable:
        raise _NotDrawn("model_missing") from None


def _difference(engine: Engine, made: Made) -> str:
    if engine.version == made.engine_version:
        return f"{engine.name} draws another picture now."
    return f"It was drawn by version {made.engine_version} of {engine.name}; version {engine.version} draws another."
