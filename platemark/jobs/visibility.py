"""Who may see a job, and what it was made with: prompt, seed and engine make the same bytes again."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, and_, case, false, literal, or_, select, true

from platemark.access import Caller, may_read_prompts, visible_to
from platemark.db.tables import AlbumRow, CaptionItemRow, ImageRow, JobRow, SetRunRow
from platemark.image_visibility import image_is_visible, visible_albums, visible_images

HIDDEN_MESSAGE = "Only those who may read the request may read the message."


def visible_set_runs(by: Caller) -> ColumnElement[bool]:
    """The condition on SetRunRow under which the caller sees a run: they started it, or they see its album."""
    return visible_to(by, SetRunRow.visibility, SetRunRow.created_by)


def visible_jobs(by: Caller) -> ColumnElement[bool]:
    """The condition on JobRow under which a signed-in caller sees a job: its set run, if it has one, is visible.

    Callers see most jobs: the condition is checked for each, and no index finds them.
    """
    if by.is_admin:
        return true()
    run = select(visible_set_runs(by).is_(True)).where(SetRunRow.id == JobRow.set_run_id).scalar_subquery()
    return or_(JobRow.set_run_id.is_(None), _owned(by), run).is_(True)


def readable_request(by: Caller) -> ColumnElement[bool]:
    """The condition on JobRow under which the caller may read the request: as far as they see what it was made for.

    Owners and admins always may. Other editors may if they see the album, and each image that the job generated or was
    asked to caption; so nobody else reads the request of a job that has not generated anything yet.
    """
    if by.is_admin:
        return true()
    if not may_read_prompts(by):
        return _owned(by)
    return or_(_owned(by), and_(~_hidden_album(by), case((JobRow.kind == "caption", _captions(by)), else_=_shows(by))))


def readable_album(by: Caller) -> ColumnElement[bool]:
    """The condition on JobRow under which the caller may know the job's album: their job, or an album they see."""
    return true() if by.is_admin else or_(_owned(by), ~_hidden_album(by))


def readable_message(by: Caller) -> ColumnElement[str | None]:
    """The error message of JobRow. An engine may quote the prompt in it, so it is as private as the request."""
    readable = or_(JobRow.error_message.is_(None), readable_request(by))
    return case((readable, JobRow.error_message), else_=HIDDEN_MESSAGE)


def _owned(by: Caller) -> ColumnElement[bool]:
    return JobRow.created_by == by.user_id if by.user_id is not None else false()


def _hidden_album(by: Caller) -> ColumnElement[bool]:
    album = select(visible_albums(by).is_not(True)).where(AlbumRow.id == JobRow.album_id)
    hidden: ColumnElement[bool] = album.scalar_subquery().is_(True)
    return hidden


def _shows(by: Caller) -> ColumnElement[bool]:
    """The job has generated images, and the caller sees them all."""
    image = select(literal(1)).where(ImageRow.job_id == JobRow.id)
    return and_(_any(image), ~_any(image.where(visible_images(by).is_not(True))))


def _captions(by: Caller) -> ColumnElement[bool]:
    """The request names an album, or images that the caller sees."""
    items = select(literal(1)).where(CaptionItemRow.job_id == JobRow.id)
    hidden = items.where(image_is_visible(by, CaptionItemRow.image_id.expression).is_not(True))
    return or_(JobRow.album_id.is_not(None), ~_any(hidden))


def _any(rows: Select[int]) -> ColumnElement[bool]:
    """Whether there are such rows, found for each job: for an EXISTS, PostgreSQL may read whole tables."""
    found: ColumnElement[bool] = rows.limit(1).scalar_subquery().is_not(None)
    return found
