"""The adapters that training runs of a database made, where their files are in its folder."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.choices import IMPORTED_ENGINE
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.weights import BadWeights, classify_weights, parse_header
from platemark.imports.items import AppliedItem, Content, Diff, FoundItem, Item, PreviousItem, Thing
from platemark.imports.kinds.database.history import Links, owner
from platemark.imports.kinds.database.old_studio import FoundAdapter, OldStudio
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.kinds.sets import manifests
from platemark.imports.reading.file_names import one_line
from platemark.imports.reading.picture_files import TOO_LARGE, read_file
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import ItemRefused, Reason, changed_since_plan
from platemark.set_templates import import_rollback
from platemark.storage.blobs import BlobStore

TYPE: Final = "adapter"
MAX_BYTES = 256 * 1024 * 1024
LARGE = Reason(
    "adapter_too_large",
    f"Its file has more than {MAX_BYTES // 1024**2} MiB. `platemark models scan` registers it from its folder.",
)
ALREADY_HERE = Reason("already_here", "The same file is an adapter here already.")
EDITED = Reason("edited", "Kept: the adapter was changed here after the import.")
IN_USE = Reason("in_use", "Kept: a set template uses the adapter.")
MISSING = Reason("missing", "The adapter no longer exists.")
ALTERED = Reason("altered", "The adapter was changed here.")


def key_of(run: str) -> str:
    """The key of the adapter that the run at the key ``run`` made."""
    return f"{run}/adapter"


def found(studio: OldStudio, run: str, facts: Mapping[str, Any], checkpoint: str) -> FoundItem:
    """The adapter of the run at the key ``run``, whose payload is ``facts``; noted in ``studio.adapters``."""
    key = key_of(run)
    try:
        path, file = studio.read([checkpoint], limit=MAX_BYTES)
        weights = classify_weights(parse_header(io.BytesIO(file.data), len(file.data)))
    except ItemRefused as refused:
        return FoundItem(key=key, skipped=LARGE if refused.reason == TOO_LARGE else refused.reason)
    except BadWeights as error:
        return FoundItem(key=key, skipped=Reason("no_lora", f"Its file cannot be used. {one_line(str(error), 300)}"))
    if weights.kind != "lora":
        return FoundItem(key=key, skipped=Reason("no_lora", "Its file is not a LoRA."))
    losses = {name: facts[name] for name in ("train_loss", "held_out_loss") if facts[name] is not None}
    digest = hashlib.sha256(file.data).hexdigest()
    studio.adapters.append(FoundAdapter(key, digest, checkpoint))
    payload = {
        "type": TYPE,
        "file": path,
        "adapter": digest,
        "run": run,
        "name": facts["name"],
        "description": f"A LoRA of rank {weights.rank}.",
        "base": weights.family,
        "metrics": losses,
        "at": facts["finished"],
    }
    at = datetime.fromisoformat(facts["finished"])
    return FoundItem(key=key, digest=manifests.json_digest(payload), payload=payload, at=at, size=len(file.data))


class AdapterPart:
    """Its bytes are stored; bytes that are an adapter here already are not registered again."""

    def diff(self, work: UnitOfWork, found: FoundItem, previous: PreviousItem | None) -> Diff:
        """New unless there is an adapter with these bytes."""
        existing = adapters.find_by_digest(work, found.payload["adapter"])
        if existing is None:
            return Diff("new", found.note)
        thing, made = Thing(TYPE, existing), {"version": adapters.version_of(work, existing), "own": False}
        if previous is not None and previous.thing == thing:
            return Diff("unchanged", None, thing, previous.made)
        return Diff("unchanged", ALREADY_HERE, thing, made)

    def read(self, source: Source, spec: ImportSpec, item: Item) -> Content:  # noqa: ARG002 - the protocol's
        """The file's bytes; ItemRefused if it changed since the plan."""
        data = read_file(source, item.payload["file"], limit=MAX_BYTES).data
        digest = hashlib.sha256(data).hexdigest()
        if digest != item.payload["adapter"]:
            raise changed_since_plan("Its file")
        return Content({digest: data}, len(data))

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:  # noqa: ARG002 - the protocol's
        """The item's digest, unless its file changed."""
        data = read_file(source, item.payload["file"], limit=MAX_BYTES).data
        digest = hashlib.sha256(data).hexdigest()
        return item.digest if digest == item.payload["adapter"] else digest

    def apply(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, item: Item, content: Content, links: Links
    ) -> AppliedItem | Reason:
        """Register the adapter; its training run is known only where an earlier import wrote it (``link_to_run``)."""
        payload = item.payload
        existing = adapters.find_by_digest(work, payload["adapter"])
        if existing is not None:
            version = adapters.version_of(work, existing)
            return AppliedItem(Thing(TYPE, existing), {"version": version, "own": False})
        run = links.find(payload["run"])
        new = NewAdapter(
            name=payload["name"],
            description=payload["description"],
            format="lora",
            engine=IMPORTED_ENGINE,
            base=payload["base"],
            digest=payload["adapter"],
            size_bytes=content.facts,
            source="trained",
            training_run_id=None if run is None else run.thing.id,
            metrics=dict(payload["metrics"]),
            visibility=spec.visibility,
        )
        adapters.insert_adapter(
            work, blobs, new, created_by=owner(spec), adapter_id=item.target_id,
            created_at=datetime.fromisoformat(payload["at"]),
        )  # fmt: skip
        return AppliedItem(Thing(TYPE, item.target_id), {"version": 1, "own": True})

    def verify(self, work: UnitOfWork, item: Item) -> Reason | None:
        """Whether it is there, and as it was."""
        version = None if item.thing is None else adapters.version_of(work, item.thing.id)
        if version is None:
            return MISSING
        return ALTERED if version != (item.made or {}).get("version") else None

    def undo(self, work: UnitOfWork, spec: ImportSpec, item: Item, links: Links) -> Reason | None:  # noqa: ARG002
        """Delete it, unless it was changed, is in use, or was here before."""
        reason = self._reason_to_keep(work, item, RemovedByUndo(), lock=True)
        if reason is None and item.thing is not None and _is_own(item):
            adapters.remove_adapter(work, item.thing.id)
        return reason

    def dry_run_undo(self, work: UnitOfWork, item: Item, removed: RemovedByUndo) -> Reason | None:
        """What ``undo`` would answer once the set templates in ``removed`` are gone."""
        return self._reason_to_keep(work, item, removed, lock=False)

    def _reason_to_keep(self, work: UnitOfWork, item: Item, removed: RemovedByUndo, *, lock: bool) -> Reason | None:
        if item.thing is None or not _is_own(item):
            return None
        version = adapters.version_of(work, item.thing.id, lock=lock)
        if version is None:
            return None
        if version != (item.made or {})["version"]:
            return EDITED
        return IN_USE if import_rollback.uses_adapter(work, item.thing.id, ignored=removed.set_templates) else None


def link_to_run(work: UnitOfWork, links: Links, run: str, run_id: UUID) -> None:
    """Note the training run at the key ``run`` at the adapter that this import, or an earlier one, made of it."""
    adapter = links.find(key_of(run))
    if adapter is not None and adapter.made.get("own"):
        adapters.link_to_run(work, adapter.thing.id, run_id)


def _is_own(item: Item) -> bool:
    return bool((item.made or {}).get("own"))


PART = AdapterPart()
