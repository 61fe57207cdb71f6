"""What users think of images: a rating and a star of each user's own, which nobody else sees.

They are no part of the image: neither its version nor the time of its last change depends on them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from platemark.access import Actor, require_role
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound
from platemark.events.service import record
from platemark.images import mark_queries
from platemark.images.views import Mark, MarkChanges

UNMARKED = Mark()


def mark_image(work: UnitOfWork, image_id: UUID, changes: MarkChanges, *, by: Actor) -> Mark:
    """Change the caller's mark of an image that they see, and return it. For every signed-in user."""
    require_role(by, "viewer")
    if not mark_queries.lock_visible(work, image_id, by=by):
        raise NotFound("image", image_id)
    mark = mark_queries.list_own(work, [image_id], by=by).get(image_id, UNMARKED)
    changed = changes.applied_to(mark)
    if changed != mark:
        write_marks(work, {image_id: changed}, by=by)
    return changed


def plan_marks(
    work: UnitOfWork, image_ids: Collection[UUID], changes: MarkChanges, *, by: Actor
) -> Mapping[UUID, Mark]:
    """What the caller's marks of these images, which are locked, would be; only those that the changes change."""
    if changes == MarkChanges():
        return {}
    marks = mark_queries.list_own(work, image_ids, by=by)
    changed = {image_id: changes.applied_to(marks.get(image_id, UNMARKED)) for image_id in image_ids}
    return {image_id: mark for image_id, mark in changed.items() if mark != marks.get(image_id, UNMARKED)}


def write_marks(work: UnitOfWork, marks: Mapping[UUID, Mark], *, by: Actor) -> None:
    """Replace the caller's marks of these images, which are locked; only the caller hears of it."""
    mark_queries.replace_own(work, marks, by=by)
    for image_id, mark in marks.items():
        record(work, "image.marked", image_id, only_for=by.user_id, **mark._asdict())
