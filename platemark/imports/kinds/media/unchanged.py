"""Whether a source says of a folder or a picture what it said when the plan was made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from platemark.imports.items import Item
from platemark.imports.kinds.media import listings, manifests
from platemark.imports.kinds.media.diff import UPDATES
from platemark.imports.kinds.media.manifests import Manifest
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading import picture_files
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import changed_since_plan


def require(source: Source, spec: ImportSpec, item: Item) -> None:
    """ItemRefused unless everything is as it was but the files of a picture, which are checked when they are read."""
    if item.payload["type"] == "album":
        _require_album(source, item)
    elif item.reason in UPDATES:
        if source_digest(source, spec, item) != item.digest:
            raise changed_since_plan("The picture, or what is said of it,")
    else:
        _require_link(source, item)
        _require_manifest(source, item)


def source_digest(source: Source, spec: ImportSpec, item: Item) -> str:
    """The digest of a picture, its sidecars, and what a manifest says of it, as they are now."""
    data = picture_files.read_file(source, path_of(item), limit=spec.max_bytes).data
    digest = picture_files.picture_and_sidecars_digest(source, sidecars_of(item), data)
    return _with_manifest(source, item, digest)


def path_of(item: Item) -> str:
    """Where the file of a picture is: another place than its key if that is a link."""
    return str(item.payload.get("file", item.key))


def sidecars_of(item: Item) -> Sequence[str]:
    """The paths of a picture's sidecars; plans of earlier versions name one, or null."""
    if "sidecars" in item.payload:
        return tuple(item.payload["sidecars"])
    return tuple(it for it in [item.payload.get("sidecar")] if it is not None)


def _require_album(source: Source, item: Item) -> None:
    read = item.payload.get("manifest")
    if read is not None and listings.read_at(source, *read).said_of_folder() != item.payload["said"]:
        raise changed_since_plan("What the manifest says of the folder")


def _require_link(source: Source, item: Item) -> None:
    if "file" in item.payload and source.follow(item.key) != item.payload["file"]:
        raise changed_since_plan("The link")


def _require_manifest(source: Source, item: Item) -> None:
    if "manifest" in item.payload and _with_manifest(source, item, item.payload["file_digest"]) != item.digest:
        raise changed_since_plan("What is listed of the picture beside it")


def _with_manifest(source: Source, item: Item, file_digest: str) -> str:
    if "manifest" not in item.payload:
        return file_digest
    manifest: Manifest = listings.read_at(source, *item.payload["manifest"])
    return manifests.digest_with(file_digest, manifest.sidecars_of(PurePosixPath(item.key).name))
