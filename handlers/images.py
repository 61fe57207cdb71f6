"""Handlers of the tag images."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from generated import models, paths
from generated.operations import (
    BulkUpdateImages200,
    BulkUpdateImagesResponse,
    CreateImageForm,
    CreateImageResponse,
    CreateLabel201,
    CreateLabelResponse,
    DeleteImage204,
    DeleteImageResponse,
    DeleteLabel204,
    DeleteLabelResponse,
    GetImage200,
    GetImageFileResponse,
    GetImageResponse,
    GetImageThumbnailResponse,
    ListImages200,
    ListImagesResponse,
    ListLabels200,
    ListLabelsResponse,
    MarkImage200,
    MarkImageResponse,
    PurgeImage204,
    PurgeImageResponse,
    PurgeTrash200,
    PurgeTrashResponse,
    ReproduceImage202,
    ReproduceImageResponse,
    RestoreImage200,
    RestoreImageResponse,
    UpdateImage200,
    UpdateImageResponse,
    UpdateLabel200,
    UpdateLabelResponse,
)
from handlers.wire import images as wire
from handlers.wire.common import page_request
from platemark import bulk_update
from platemark.etags import etag
from platemark.http.context import Context
from platemark.images import marks, trash
from platemark.images import service as images
from platemark.jobs import reproduction as jobs
from platemark.uploads import upload_image


def list_images(
    context: Context,
    /,
    *,
    album_id: UUID | None,
    label: str | None,
    q: str | None,
    nsfw: bool | None,
    visibility: list[models.Visibility] | None,
    source: list[models.ImageSource] | None,
    trashed: bool,
    rating_min: int | None,
    starred: bool,
    engine: str | None,
    model: str | None,
    adapter_id: UUID | None,
    seed: int | None,
    orientation: models.ImageOrientation | None,
    side_min: int | None,
    created_after: datetime | None,
    created_before: datetime | None,
    sort: models.Sort,
    limit: int,
    cursor: str | None,
) -> ListImagesResponse:
    """GET /images"""
    filters = wire.image_filter(
        album_id=album_id,
        label=label,
        q=q,
        nsfw=nsfw,
        visibility=visibility,
        source=source,
        trashed=trashed,
        rating_min=rating_min,
        starred=starred,
        engine=engine,
        model=model,
        adapter_id=adapter_id,
        seed=seed,
        orientation=orientation,
        side_min=side_min,
        created_after=created_after,
        created_before=created_before,
        sort=sort,
    )
    page = images.list_images(context.work, filters, page_request(limit, cursor), by=context.actor)
    return ListImages200(body=wire.image_page(page))


def create_image(context: Context, /, *, body: CreateImageForm) -> CreateImageResponse:
    """POST /images"""
    new = wire.new_upload(body)
    return wire.upload_response(upload_image(context.work, context.studio, body.file.stream, new, by=context.actor))


def get_image(context: Context, /, *, image_id: UUID) -> GetImageResponse:
    """GET /images/{image_id}"""
    detail = images.get_image(context.work, image_id, by=context.actor)
    return GetImage200(body=wire.image_detail(detail), etag=etag(detail.image.version))


def update_image(
    context: Context, /, *, image_id: UUID, if_match: str | None, body: models.ImageUpdate
) -> UpdateImageResponse:
    """PATCH /images/{image_id}"""
    changes = wire.image_changes(body)
    changed = images.update_image(context.work, image_id, changes, by=context.actor, if_match=if_match)
    return UpdateImage200(body=wire.image_detail(changed), etag=etag(changed.image.version))


def delete_image(context: Context, /, *, image_id: UUID, if_match: str | None) -> DeleteImageResponse:
    """DELETE /images/{image_id}"""
    images.trash_image(context.work, image_id, by=context.actor, if_match=if_match)
    return DeleteImage204()


def bulk_update_images(context: Context, /, *, body: models.ImageBulkUpdate) -> BulkUpdateImagesResponse:
    """POST /images/bulk"""
    selected, changes = wire.bulk_selection(body), wire.bulk_changes(body.changes)
    done = bulk_update.bulk_update_images(context.work, selected, changes, dry_run=body.dry_run, by=context.actor)
    return BulkUpdateImages200(body=wire.bulk_result(done))


def mark_image(context: Context, /, *, image_id: UUID, body: models.ImageMarkUpdate) -> MarkImageResponse:
    """PATCH /images/{image_id}/mark"""
    mark = marks.mark_image(context.work, image_id, wire.mark_changes(body), by=context.actor)
    return MarkImage200(body=wire.mark(mark))


def restore_image(context: Context, /, *, image_id: UUID) -> RestoreImageResponse:
    """POST /images/{image_id}/restore"""
    restored = images.restore_image(context.work, image_id, by=context.actor)
    return RestoreImage200(body=wire.image_detail(restored), etag=etag(restored.image.version))


def purge_trash(context: Context, /, *, body: models.TrashPurgeRequest) -> PurgeTrashResponse:
    """POST /trash/purge"""
    studio = context.studio
    purge = trash.purge_trash(
        context.work,
        studio.blobs,
        body.older_than_days,
        dry_run=body.dry_run,
        settings=studio.settings,
        by=context.actor,
    )
    return PurgeTrash200(body=wire.trash_purge(purge))


def purge_image(context: Context, /, *, image_id: UUID) -> PurgeImageResponse:
    """DELETE /trash/{image_id}"""
    trash.purge_image(context.work, context.studio.blobs, image_id, by=context.actor)
    return PurgeImage204()


def reproduce_image(context: Context, /, *, image_id: UUID) -> ReproduceImageResponse:
    """POST /images/{image_id}/reproduce"""
    reproduction = jobs.reproduce_image(context.work, context.studio, image_id, by=context.actor)
    return ReproduceImage202(body=wire.reproduction(reproduction), location=paths.job(reproduction.job.id))


def get_image_file(context: Context, /, *, image_id: UUID) -> GetImageFileResponse:
    """GET /images/{image_id}/file"""
    return wire.file_response(images.get_image_file(context.work, context.studio, image_id, by=context.actor))


def get_image_thumbnail(
    context: Context, /, *, image_id: UUID, size: models.ThumbnailSize
) -> GetImageThumbnailResponse:
    """GET /images/{image_id}/thumbnail"""
    file = images.get_image_thumbnail(context.work, context.studio, image_id, size, by=context.actor)
    return wire.thumbnail_response(file)


def list_labels(context: Context, /, *, image_id: UUID, limit: int, cursor: str | None) -> ListLabelsResponse:
    """GET /images/{image_id}/labels"""
    page = images.list_labels(context.work, image_id, page_request(limit, cursor), by=context.actor)
    return ListLabels200(body=wire.label_page(page))


def create_label(context: Context, /, *, image_id: UUID, body: models.LabelCreate) -> CreateLabelResponse:
    """POST /images/{image_id}/labels"""
    label = images.create_label(context.work, image_id, body.kind.value, body.text, by=context.actor)
    return CreateLabel201(body=wire.label(label), location=paths.label(label.id), etag=etag(label.version))


def update_label(
    context: Context, /, *, label_id: UUID, if_match: str | None, body: models.LabelUpdate
) -> UpdateLabelResponse:
    """PATCH /labels/{label_id}"""
    changes = wire.label_changes(body)
    changed = images.update_label(context.work, label_id, changes, by=context.actor, if_match=if_match)
    return UpdateLabel200(body=wire.label(changed), etag=etag(changed.version))


def delete_label(context: Context, /, *, label_id: UUID, if_match: str | None) -> DeleteLabelResponse:
    """DELETE /labels/{label_id}"""
    images.delete_label(context.work, label_id, by=context.actor, if_match=if_match)
    return DeleteLabel204()
