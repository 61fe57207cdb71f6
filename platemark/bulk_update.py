"""Changing many images at once: all of them or none, by the rules of the operations that change one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from platemark.access import Actor, require_role
from platemark.albums import membership
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Finding, Unprocessable
from platemark.events.service import record
from platemark.folding import text_key
from platemark.images import bulk_queries, labels, list_queries, marks
from platemark.images.bulk_queries import ChangeableImage
from platemark.images.views import BulkChanges, BulkUpdate, ImageFilter, LabelContent, Mark, MarkChanges
from platemark.paging import PageRequest
from platemark.search.texts import refresh_image_texts

MAX_IMAGES = 1000
"""How many images one request changes, and so how long others wait for it."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What changes: the images by what of them does, in the order in which they were selected.

    ``fields``: visibility, nsfw or trash; ``loses``: labels; ``gains``: labels, with those that each lacks; ``marks``:
    the caller's.
    """

    fields: Sequence[UUID]
    loses: Sequence[UUID]
    gains: Mapping[UUID, Sequence[LabelContent]]
    enters: Sequence[UUID]
    leaves: Sequence[UUID]
    marks: Mapping[UUID, Mark]

    @property
    def relabelled(self) -> list[UUID]:
        """The images whose labels change."""
        return list(dict.fromkeys((*self.loses, *self.gains)))

    @property
    def changed(self) -> set[UUID]:
        """The images of which anything changes."""
        return {*self.fields, *self.relabelled, *self.enters, *self.leaves, *self.marks}


def bulk_update_images(
    work: UnitOfWork,
    selected: Sequence[UUID] | ImageFilter | None,
    changes: BulkChanges,
    *,
    dry_run: bool,
    by: Actor,
) -> BulkUpdate:
    """Make the same changes to images, given by id or as all that match: all or none. For editors.

    A dry run changes nothing and answers the same. NotFound for an album that the caller may not see; Unprocessable
    ``ids_or_filter`` for None, ``too_many_images`` if more than ``MAX_IMAGES`` match, ``images_not_changeable`` with a
    finding for each image that does not exist, is in the trash or is for its owner to change.
    """
    require_role(by, "editor")
    if selected is None:
        message = "Name either ids or a filter."
        findings = [Finding(pointer, message, "ids_or_filter") for pointer in ("/ids", "/filter")]
        raise Unprocessable("ids_or_filter", message, findings)
    membership.lock_albums(work, {changes.add_to_album, changes.remove_from_album}, by=by)
    pointers = _select(work, selected, by)
    images = {image.id: image for image in bulk_queries.lock_images(work, pointers, by=by)}
    if isinstance(selected, ImageFilter):  # what was deleted meanwhile matches no longer
        pointers = {image_id: pointer for image_id, pointer in pointers.items() if image_id in images}
    _require_changeable(pointers, images, changes, by)
    plan = _plan(work, [images[image_id] for image_id in pointers], changes, by)
    if not dry_run:
        _apply(work, plan, images, changes, by)
    return BulkUpdate(dry_run, len(plan.changed), len(pointers) - len(plan.changed))


def _select(work: UnitOfWork, selected: Sequence[UUID] | ImageFilter, by: Actor) -> dict[UUID, str]:
    """The images in their order, each with the JSON pointer to what names it."""
    if not isinstance(selected, ImageFilter):
        return {image_id: f"/ids/{index}" for index, image_id in enumerate(selected)}
    found = list_queries.list_images(work, selected, PageRequest(MAX_IMAGES), by=by)
    if len(found) > MAX_IMAGES:
        raise Unprocessable("too_many_images", f"More than {MAX_IMAGES} images match; a request changes no more.")
    return {image.id: "/filter" for image in found}


def _require_changeable(
    pointers: Mapping[UUID, str], images: Mapping[UUID, ChangeableImage], changes: BulkChanges, by: Actor
) -> None:
    findings = [
        Finding(pointer, message, code)
        for image_id, pointer in pointers.items()
        for code, message in _hindrances(image_id, images.get(image_id), changes, by)
    ]
    if findings:
        detail = f"{len(findings)} of {len(pointers)} images cannot be changed; none was."
        raise Unprocessable("images_not_changeable", detail, findings)


def _hindrances(
    image_id: UUID, image: ChangeableImage | None, changes: BulkChanges, by: Actor
) -> Iterator[tuple[str, str]]:
    """Why the image cannot be changed, at most one reason: its code and message."""
    if image is None:
        yield "image_not_found", f"There is no image {image_id}."
    elif image.deleted_at is not None and not (changes.trashed is False or changes == BulkChanges(trashed=True)):
        yield "image_trashed", f"Image {image_id} is in the trash."
    elif not by.owns(image.created_by) and _differs_for_owners(image, changes):
        yield "not_the_owner", f"Only the owner of image {image_id} or an admin may do this."


def _plan(work: UnitOfWork, images: Sequence[ChangeableImage], changes: BulkChanges, by: Actor) -> _Plan:
    ids = [image.id for image in images]
    removed, added = _keys(changes.remove_labels), _keys(changes.add_labels)
    present: dict[UUID, set[tuple[str, bytes]]] = {image_id: set() for image_id in ids}
    for label in bulk_queries.list_labels(work, ids, {key for _, key in (*removed, *added)}):
        present[label.image_id].add((label.kind, label.key))
    lacking = {image_id: added.keys() - (has - removed.keys()) for image_id, has in present.items()}
    return _Plan(
        fields=[image.id for image in images if _differs(image, changes)],
        loses=[image_id for image_id, has in present.items() if has & removed.keys()],
        gains={
            image_id: [content for key, content in added.items() if key in lacks]
            for image_id, lacks in lacking.items()
            if lacks
        },
        enters=_entering(work, ids, changes),
        leaves=membership.list_present(work, changes.remove_from_album, ids),
        marks=marks.plan_marks(work, ids, MarkChanges(rating=changes.rating, starred=changes.starred), by=by),
    )


def _entering(work: UnitOfWork, image_ids: Sequence[UUID], changes: BulkChanges) -> Sequence[UUID]:
    """The images that are not in the album that they shall be in, or will have left it."""
    if changes.add_to_album is None or changes.add_to_album == changes.remove_from_album:
        return image_ids if changes.add_to_album else []
    present = set(membership.list_present(work, changes.add_to_album, image_ids))
    return [image_id for image_id in image_ids if image_id not in present]


def _keys(contents: Sequence[LabelContent]) -> dict[tuple[str, bytes], LabelContent]:
    """Labels by kind and folded text, each once."""
    return {(content.kind, text_key(content.text)): content for content in contents}


def _differs(image: ChangeableImage, changes: BulkChanges) -> bool:
    return changes.nsfw not in (None, image.nsfw) or _differs_for_owners(image, changes)


def _differs_for_owners(image: ChangeableImage, changes: BulkChanges) -> bool:
    """Whether something changes that only the owner and admins change."""
    trashed = image.deleted_at is not None
    return changes.visibility not in (None, image.visibility) or changes.trashed not in (None, trashed)


def _apply(
    work: UnitOfWork, plan: _Plan, images: Mapping[UUID, ChangeableImage], changes: BulkChanges, by: Actor
) -> None:
    bulk_queries.change_images(work, plan.fields, **_values(work, changes))
    removed = _keys(changes.remove_labels)
    for kind in sorted({kind for kind, _ in removed}):
        bulk_queries.delete_labels(work, plan.loses, kind, [key for each, key in removed if each == kind])
    labels.insert_manual_labels(work, plan.gains, by)
    refresh_image_texts(work, plan.relabelled)
    membership.remove_images(work, changes.remove_from_album, plan.leaves)
    membership.append_images(work, changes.add_to_album, plan.enters)
    marks.write_marks(work, plan.marks, by=by)
    for image_id in dict.fromkeys((*plan.fields, *plan.relabelled)):
        image = images[image_id]
        audience = {"visibility": changes.visibility or image.visibility, "created_by": image.created_by}
        record(work, _event(image, changes), image_id, **audience, job_id=image.job_id)


def _values(work: UnitOfWork, changes: BulkChanges) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: value for name in ("visibility", "nsfw") if (value := getattr(changes, name)) is not None
    }
    if changes.trashed is not None:
        values["deleted_at"] = work.now() if changes.trashed else None
    return values


def _event(image: ChangeableImage, changes: BulkChanges) -> str:
    """The event of an image that changes: what happens to it in lists comes before what else does."""
    if changes.trashed:
        return "image.removed"
    return "image.added" if image.deleted_at is not None else "image.changed"
