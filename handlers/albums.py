"""Handlers of the tag albums."""

from __future__ import annotations

from uuid import UUID

from generated import models, paths
from generated.base import ByteStream
from generated.operations import (
    AddAlbumImages200,
    AddAlbumImagesResponse,
    CreateAlbum201,
    CreateAlbumResponse,
    DeleteAlbum204,
    DeleteAlbumResponse,
    ExportAlbum200,
    ExportAlbumResponse,
    GetAlbum200,
    GetAlbumLabelStats200,
    GetAlbumLabelStatsResponse,
    GetAlbumResponse,
    ListAlbumImages200,
    ListAlbumImagesResponse,
    ListAlbums200,
    ListAlbumsResponse,
    MoveAlbumImages204,
    MoveAlbumImagesResponse,
    RemoveAlbumImage204,
    RemoveAlbumImageResponse,
    UpdateAlbum200,
    UpdateAlbumResponse,
)
from handlers.wire import albums as wire
from handlers.wire.common import page_request
from platemark.albums import service as albums
from platemark.etags import etag
from platemark.exports.album_bundle import export_album as export
from platemark.http.context import Context


def list_albums(
    context: Context,
    /,
    *,
    visibility: list[models.Visibility] | None,
    source: list[models.AlbumSource] | None,
    q: str | None,
    sort: models.Sort,
    limit: int,
    cursor: str | None,
) -> ListAlbumsResponse:
    """GET /albums"""
    filters = wire.album_filter(visibility=visibility, source=source, q=q, sort=sort)
    page = albums.list_albums(context.work, filters, page_request(limit, cursor), by=context.actor)
    return ListAlbums200(body=wire.album_page(page))


def create_album(context: Context, /, *, body: models.AlbumCreate) -> CreateAlbumResponse:
    """POST /albums"""
    created = albums.create_album(context.work, wire.new_album(body), by=context.actor)
    location = paths.album(created.album.id)
    return CreateAlbum201(body=wire.album_detail(created), location=location, etag=etag(created.album.version))


def get_album(context: Context, /, *, album_id: UUID) -> GetAlbumResponse:
    """GET /albums/{album_id}"""
    detail = albums.get_album(context.work, album_id, by=context.actor)
    return GetAlbum200(body=wire.album_detail(detail), etag=etag(detail.album.version))


def update_album(
    context: Context, /, *, album_id: UUID, if_match: str | None, body: models.AlbumUpdate
) -> UpdateAlbumResponse:
    """PATCH /albums/{album_id}"""
    changes = wire.album_changes(body)
    changed = albums.update_album(context.work, album_id, changes, by=context.actor, if_match=if_match)
    return UpdateAlbum200(body=wire.album_detail(changed), etag=etag(changed.album.version))


def delete_album(context: Context, /, *, album_id: UUID, if_match: str | None) -> DeleteAlbumResponse:
    """DELETE /albums/{album_id}"""
    albums.delete_album(context.work, album_id, by=context.actor, if_match=if_match)
    return DeleteAlbum204()


def list_album_images(
    context: Context, /, *, album_id: UUID, limit: int, cursor: str | None
) -> ListAlbumImagesResponse:
    """GET /albums/{album_id}/images"""
    page = albums.list_album_images(context.work, album_id, page_request(limit, cursor), by=context.actor)
    return ListAlbumImages200(body=wire.album_image_page(page))


def add_album_images(context: Context, /, *, album_id: UUID, body: models.AlbumImagesAdd) -> AddAlbumImagesResponse:
    """POST /albums/{album_id}/images"""
    return AddAlbumImages200(
        body=wire.album_images_change(albums.add_album_images(context.work, album_id, body.image_ids, by=context.actor))
    )


def move_album_images(context: Context, /, *, album_id: UUID, body: models.AlbumImagesMove) -> MoveAlbumImagesResponse:
    """PATCH /albums/{album_id}/images"""
    albums.move_album_images(context.work, album_id, body.image_ids, body.before_image_id, by=context.actor)
    return MoveAlbumImages204()


def remove_album_image(context: Context, /, *, album_id: UUID, image_id: UUID) -> RemoveAlbumImageResponse:
    """DELETE /albums/{album_id}/images/{image_id}"""
    albums.remove_album_image(context.work, album_id, image_id, by=context.actor)
    return RemoveAlbumImage204()


def get_album_label_stats(context: Context, /, *, album_id: UUID) -> GetAlbumLabelStatsResponse:
    """GET /albums/{album_id}/label-stats"""
    return GetAlbumLabelStats200(
        body=wire.label_stats(albums.get_album_label_stats(context.work, album_id, by=context.actor))
    )


def export_album(context: Context, /, *, album_id: UUID, embed: models.ExportEmbed | None) -> ExportAlbumResponse:
    """GET /albums/{album_id}/export"""
    pieces = export(context.studio, album_id, by=context.actor, embed=embed)
    return ExportAlbum200(body=ByteStream(pieces), content_disposition=f'attachment; filename="album-{album_id}.zip"')
