"""What becomes of the pictures of a caption job, one after the other: each is settled once, with its labels."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select, update

from platemark.access import Actor
from platemark.db.tables import CaptionItemRow, ImageRow, JobRow, LabelRow, UserRow
from platemark.db.tables.jobs import CAPTION_OUTCOMES
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Caption, Tag
from platemark.image_visibility import image_is_visible, visible_images
from platemark.images import labels
from platemark.jobs.requests import CaptionJob

CaptionOutcome = Literal["captioned", "has_caption", "image_gone", "engine_refused"]
LONGEST_CAPTION, LONGEST_TAG, LONGEST_MODEL, MOST_TAGS = 2000, 100, 200, 50

ITEM = CaptionItemRow.__table__.c
SETTLE = (
    update(CaptionItemRow.__table__)  # type: ignore[arg-type]
    .where(ITEM.job_id == bindparam("the_job"), ITEM.position == bindparam("the_position"), ITEM.outcome.is_(None))
    .values(outcome=bindparam("the_outcome"))
)


@dataclass(frozen=True, slots=True)
class CaptionItem:
    """A picture that waits to be described, with the name of its bytes; ``skip`` says why it need not be."""

    position: int
    image_id: UUID
    digest: str
    media_type: str
    skip: CaptionOutcome | None = None


@dataclass(frozen=True, slots=True)
class CaptionResult:
    """A picture, and what is to be written of it: what an engine says, or why nothing is."""

    item: CaptionItem
    said: Caption | CaptionOutcome


@dataclass(frozen=True, slots=True)
class CaptionsView:
    """What a job has described so far: ``outcomes`` counts those that are settled, by how."""

    image_count: int
    outcomes: Mapping[str, int]


def list_pending(work: UnitOfWork, job_id: UUID, job: CaptionJob) -> list[CaptionItem]:
    """The pictures that are not settled yet, in the job's order, as whoever asked for it sees them now."""
    shown = image_is_visible(_asker(work, job_id), CaptionItemRow.image_id.expression)
    captioned = exists().where(LabelRow.image_id == CaptionItemRow.image_id, LabelRow.kind == "caption")
    found = (
        select(
            CaptionItemRow.position,
            CaptionItemRow.image_id,
            ImageRow.digest,
            ImageRow.media_type,
            shown.label("shown"),
            captioned.label("captioned"),
        )
        .outerjoin(ImageRow, ImageRow.id == CaptionItemRow.image_id)
        .where(CaptionItemRow.job_id == job_id, CaptionItemRow.outcome.is_(None))
        .order_by(CaptionItemRow.position)
    )
    return [
        CaptionItem(
            row.position,
            row.image_id,
            row.digest or "",
            row.media_type or "",
            _skip(job, shown=bool(row.shown), captioned=row.captioned),
        )
        for row in work.session.execute(found)
    ]


def write_results(work: UnitOfWork, job_id: UUID, job: CaptionJob, news: Sequence[CaptionResult]) -> None:
    """Settle pictures, and write the labels of those that are described; what is settled already stays as it is.

    What happened to a picture while the engine looked at it counts: it may be gone by now, or have a caption.
    """
    skipped = [(it.item, it.said) for it in news if not isinstance(it.said, Caption)]
    described = {it.item.image_id: (it.item, it.said) for it in news if isinstance(it.said, Caption)}
    by = _asker(work, job_id)
    shown, captioned = _locked(work, described, by), _captioned(work, described) if job.only_missing else set()
    for image_id, (item, said) in sorted(described.items()):
        skip = _skip(job, shown=image_id in shown, captioned=image_id in captioned)
        if skip is not None:
            skipped.append((item, skip))
        elif _settle(work, job_id, [(item, "captioned")]):
            labels.replace_engine_labels(work, image_id, said, tags=job.tags, job_id=job_id, created_by=by.user_id)
    _settle(work, job_id, skipped)


def count_outcomes(work: UnitOfWork, job_ids: Collection[UUID]) -> dict[UUID, dict[str | None, int]]:
    """How many pictures of each job have each outcome; None are those that wait."""
    found: dict[UUID, dict[str | None, int]] = {job_id: {} for job_id in job_ids}
    if not job_ids:
        return found
    grouped = select(CaptionItemRow.job_id, CaptionItemRow.outcome, func.count()).group_by(
        CaptionItemRow.job_id, CaptionItemRow.outcome
    )
    for job_id, outcome, count in work.session.execute(grouped.where(CaptionItemRow.job_id.in_(job_ids))):
        found[job_id][outcome] = count
    return found


def view(counted: Mapping[str | None, int]) -> CaptionsView:
    """The counts of one job as its readers see them; every outcome is there."""
    return CaptionsView(sum(counted.values()), {name: counted.get(name, 0) for name in CAPTION_OUTCOMES})


def sanitize(said: Caption) -> Caption | None:
    """What an engine says as labels may hold it: one line each, not too long; None where it says nothing."""
    text = _line(said.text, LONGEST_CAPTION)
    tags = [Tag(_line(tag.text, LONGEST_TAG), _sure(tag.confidence)) for tag in said.tags]
    return replace(
        said,
        text=text,
        model=_line(said.model or "", LONGEST_MODEL) or None,
        confidence=_sure(said.confidence),
        tags=tuple(tag for tag in tags if tag.text)[:MOST_TAGS],
    ) if text else None  # fmt: skip


def _skip(job: CaptionJob, *, shown: bool, captioned: bool) -> CaptionOutcome | None:
    if not shown:
        return "image_gone"
    return "has_caption" if captioned and job.only_missing else None


def _asker(work: UnitOfWork, job_id: UUID) -> Actor:
    """Whoever asked for the job, as far as seeing goes; once that user is gone, any editor."""
    found = select(JobRow.created_by, UserRow.role).outerjoin(UserRow, UserRow.id == JobRow.created_by)
    row = work.session.execute(found.where(JobRow.id == job_id)).one()
    return Actor(row.created_by, role=row.role or "editor", method="system")


def _locked(work: UnitOfWork, image_ids: Collection[UUID], by: Actor) -> set[UUID]:
    """Those of the images that ``by`` sees; nobody else changes them until this work ends."""
    found = select(ImageRow.id).where(ImageRow.id.in_(image_ids), visible_images(by))
    return set(work.session.scalars(found.order_by(ImageRow.id).with_for_update())) if image_ids else set()


def _captioned(work: UnitOfWork, image_ids: Collection[UUID]) -> set[UUID]:
    found = select(LabelRow.image_id).where(LabelRow.image_id.in_(image_ids), LabelRow.kind == "caption")
    return set(work.session.scalars(found)) if image_ids else set()


def _settle(work: UnitOfWork, job_id: UUID, settled: Sequence[tuple[CaptionItem, CaptionOutcome]]) -> bool:
    """Say what became of pictures; False where a single one was settled before."""
    rows = [{"the_job": job_id, "the_position": item.position, "the_outcome": outcome} for item, outcome in settled]
    return bool(rows) and work.session.connection().execute(SETTLE, rows).rowcount > 0


def _line(text: str, longest: int) -> str:
    """``text`` on one line, without what no database keeps."""
    kept = text.encode("utf-8", "ignore").decode()
    return re.sub(r"[\x00-\x20\x7f]+", " ", kept).strip()[:longest].strip()


def _sure(confidence: float | None) -> float | None:
    if confidence is None or not math.isfinite(confidence):
        return None
    return min(1.0, max(0.0, float(confidence)))
