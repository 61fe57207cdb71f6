"""Stores the results of a caption job, image by image: each image gets its outcome once, together with its labels."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, NamedTuple
from uuid import UUID

from sqlalchemy import String, Uuid, bindparam, exists, func, select, update

from platemark.access import Actor, Viewpoint
from platemark.db.statements import Statement, first_column
from platemark.db.tables import CaptionItemRow, ImageRow, JobRow, LabelRow, UserRow
from platemark.db.tables.jobs import CAPTION_OUTCOMES
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Caption, Tag
from platemark.image_visibility import image_is_visible, visible_images
from platemark.images import labels
from platemark.jobs.requests import CaptionJob
from platemark.jobs.views import CaptionsView

CaptionOutcome = Literal["captioned", "has_caption", "image_gone", "engine_refused"]
MAX_CAPTION_LENGTH, MAX_TAG_LENGTH, MAX_MODEL_LENGTH, MAX_TAGS = 2000, 100, 200, 50

ITEM = CaptionItemRow.__table__.c
THE_JOB = ITEM.job_id == bindparam("the_job")
IMAGE_IDS = bindparam("image_ids", type_=Uuid(), expanding=True)
SETTLE: Statement[Any] = Statement(
    update(CaptionItemRow.__table__)  # type: ignore[arg-type]
    .where(THE_JOB, ITEM.position == bindparam("the_position"), ITEM.outcome.is_(None))
    .values(outcome=bindparam("the_outcome", type_=String())),
    first_column,
)
REQUESTER: Statement[tuple[UUID | None, Any]] = Statement(
    select(JobRow.created_by, UserRow.role)
    .outerjoin(UserRow, UserRow.id == JobRow.created_by)
    .where(JobRow.id == bindparam("the_job", type_=Uuid())),
    tuple,
)
OUTCOMES: Statement[tuple[UUID, str | None, int]] = Statement(
    select(ITEM.job_id, ITEM.outcome, func.count())
    .where(ITEM.job_id.in_(bindparam("job_ids", type_=Uuid(), expanding=True)))
    .group_by(ITEM.job_id, ITEM.outcome),
    tuple,
)
CAPTIONED: Statement[UUID] = Statement(
    select(LabelRow.image_id).where(LabelRow.image_id.in_(IMAGE_IDS), LabelRow.kind == "caption"), first_column
)


class PendingItem(NamedTuple):
    """An image without an outcome, as the user who created the job sees it; its file is None if it is gone."""

    position: int
    image_id: UUID
    digest: str | None
    media_type: str | None
    visible: bool | None
    captioned: bool


@dataclass(frozen=True, slots=True)
class CaptionItem:
    """An image of the job that has no outcome yet; ``skip`` is the outcome of an image that needs no caption."""

    position: int
    image_id: UUID
    digest: str
    media_type: str
    skip: CaptionOutcome | None = None


@dataclass(frozen=True, slots=True)
class CaptionResult:
    """What to store for an image: the engine's caption, or the reason why there is none."""

    item: CaptionItem
    result: Caption | CaptionOutcome


def list_pending(work: UnitOfWork, job_id: UUID, job: CaptionJob) -> list[CaptionItem]:
    """The images without an outcome, in job order, as visible now to the user who created the job."""
    by = _get_requester(work, job_id)
    return [
        CaptionItem(
            item.position,
            item.image_id,
            item.digest or "",
            item.media_type or "",
            _skip(job, visible=bool(item.visible), captioned=item.captioned),
        )
        for item in _pending(by.viewpoint).all(work, the_job=job_id, me=by.user_id)
    ]


def write_results(work: UnitOfWork, job_id: UUID, job: CaptionJob, results: Sequence[CaptionResult]) -> None:
    """Store outcomes and labels; an image that has an outcome already keeps it.

    Images are checked again: while the engine worked, one may have been deleted, hidden or captioned by someone else.
    """
    skipped = [(it.item, it.result) for it in results if not isinstance(it.result, Caption)]
    captions = {it.item.image_id: (it.item, it.result) for it in results if isinstance(it.result, Caption)}
    by = _get_requester(work, job_id)
    visible, captioned = _lock_visible(work, captions, by), _captioned(work, captions) if job.only_missing else set()
    for image_id, (item, caption) in sorted(captions.items()):
        skip = _skip(job, visible=image_id in visible, captioned=image_id in captioned)
        if skip is not None:
            skipped.append((item, skip))
        elif SETTLE.execute(work, **_outcome(job_id, item, "captioned")):
            labels.replace_engine_labels(work, image_id, caption, tags=job.tags, job_id=job_id, created_by=by.user_id)
    _settle(work, job_id, skipped)


def count_outcomes(work: UnitOfWork, job_ids: Collection[UUID]) -> dict[UUID, dict[str | None, int]]:
    """How many images of each job have each outcome; the key None counts those that have none yet."""
    counts: dict[UUID, dict[str | None, int]] = {job_id: {} for job_id in job_ids}
    if not job_ids:
        return counts
    for job_id, outcome, count in OUTCOMES.all(work, job_ids=list(job_ids)):
        counts[job_id][outcome] = count
    return counts


def build_view(counts: Mapping[str | None, int]) -> CaptionsView:
    """The counts of one job as its readers see them, with every outcome."""
    return CaptionsView(sum(counts.values()), {outcome: counts.get(outcome, 0) for outcome in CAPTION_OUTCOMES})


def sanitize(caption: Caption) -> Caption | None:
    """An engine's caption as labels can store it: single lines, within the length limits; None without a text."""
    text = _single_line(caption.text, MAX_CAPTION_LENGTH)
    tags = [Tag(_single_line(tag.text, MAX_TAG_LENGTH), _clamp_confidence(tag.confidence)) for tag in caption.tags]
    return replace(
        caption,
        text=text,
        model=_single_line(caption.model or "", MAX_MODEL_LENGTH) or None,
        confidence=_clamp_confidence(caption.confidence),
        tags=tuple(tag for tag in tags if tag.text)[:MAX_TAGS],
    ) if text else None  # fmt: skip


def _skip(job: CaptionJob, *, visible: bool, captioned: bool) -> CaptionOutcome | None:
    if not visible:
        return "image_gone"
    return "has_caption" if captioned and job.only_missing else None


def _get_requester(work: UnitOfWork, job_id: UUID) -> Actor:
    """The user who created the job, for visibility checks; an anonymous editor if that user was deleted."""
    created_by, role = REQUESTER.one(work, the_job=job_id)
    return Actor(created_by, role=role or "editor", method="system")


@cache
def _pending(by: Viewpoint) -> Statement[PendingItem]:
    visible = image_is_visible(by, CaptionItemRow.image_id.expression)
    captioned = exists().where(LabelRow.image_id == CaptionItemRow.image_id, LabelRow.kind == "caption")
    columns = (CaptionItemRow.position, CaptionItemRow.image_id, ImageRow.digest, ImageRow.media_type)
    items = select(*columns, visible, captioned).outerjoin(ImageRow, ImageRow.id == CaptionItemRow.image_id)
    pending = items.where(CaptionItemRow.job_id == bindparam("the_job", type_=Uuid()), CaptionItemRow.outcome.is_(None))
    return Statement(pending.order_by(CaptionItemRow.position), PendingItem._make)


def _lock_visible(work: UnitOfWork, image_ids: Collection[UUID], by: Actor) -> set[UUID]:
    """The images that ``by`` may see, locked until the transaction ends."""
    return set(_visible(by.viewpoint).all(work, image_ids=list(image_ids), me=by.user_id)) if image_ids else set()


@cache
def _visible(by: Viewpoint) -> Statement[UUID]:
    visible = select(ImageRow.id).where(ImageRow.id.in_(IMAGE_IDS), visible_images(by))
    return Statement(visible.order_by(ImageRow.id).with_for_update(), first_column)


def _captioned(work: UnitOfWork, image_ids: Collection[UUID]) -> set[UUID]:
    return set(CAPTIONED.all(work, image_ids=list(image_ids))) if image_ids else set()


def _settle(work: UnitOfWork, job_id: UUID, outcomes: Sequence[tuple[CaptionItem, CaptionOutcome]]) -> None:
    """Store the outcomes of images that have none yet."""
    rows = [_outcome(job_id, item, outcome) for item, outcome in outcomes]
    if rows:
        SETTLE.execute_many(work, rows)


def _outcome(job_id: UUID, item: CaptionItem, outcome: CaptionOutcome) -> dict[str, Any]:
    return {"the_job": job_id, "the_position": item.position, "the_outcome": outcome}


def _single_line(text: str, max_length: int) -> str:
    """``text`` on one line, without characters that a database cannot store."""
    encodable = text.encode("utf-8", "ignore").decode()
    return re.sub(r"[\x00-\x20\x7f]+", " ", encodable).strip()[:max_length].strip()


def _clamp_confidence(confidence: float | None) -> float | None:
    if confidence is None or not math.isfinite(confidence):
        return None
    return min(1.0, max(0.0, float(confidence)))
