"""Litestar with msgspec: dependencies for the connection and the caller, functions in threads, Structs in and out.

Structs check their bounds when something is converted into one, so the answers are converted, not constructed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Litestar, Request, Response, get, post
from litestar.di import Provide
from litestar.exceptions import NotAuthorizedException, NotFoundException, PermissionDeniedException
from litestar.params import Parameter
from sqlalchemy import Connection

from benchmarks.peers import database
from benchmarks.peers.database import Caller
from benchmarks.peers.litestar_models import AlbumDetail, AlbumPage, Cursor, GenerateRequest, ImagePage, QueueJob

engine = database.open_engine()
Limit = Annotated[int, Parameter(ge=1, le=200)]


def connect() -> Iterator[Connection]:
    """A connection for the duration of a request."""
    with engine.connect() as connection:
        yield connection


def authenticate(request: Request, connection: Connection) -> Caller:
    """The caller; 401 without a valid token."""
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    caller = database.authenticate(connection, token)
    if caller is None:
        raise NotAuthorizedException
    return caller


@get("/api/v1/albums", sync_to_thread=True)
def list_albums(connection: Connection, caller: Caller, limit: Limit = 50, cursor: Cursor | None = None) -> AlbumPage:
    """A page of albums."""
    return msgspec.convert(database.list_albums(connection, limit, cursor), AlbumPage)


@get("/api/v1/albums/{album_id:uuid}", sync_to_thread=True)
def get_album(album_id: UUID, connection: Connection, caller: Caller) -> Response[AlbumDetail]:
    """An album with its first images."""
    try:
        album, etag = database.get_album(connection, album_id, caller)
    except LookupError:
        raise NotFoundException from None
    return Response(msgspec.convert(album, AlbumDetail), headers={"ETag": etag})


@get("/api/v1/images", sync_to_thread=True)
def list_images(connection: Connection, caller: Caller, limit: Limit = 50, cursor: Cursor | None = None) -> ImagePage:
    """A page of images."""
    return msgspec.convert(database.list_images(connection, limit, cursor, caller), ImagePage)


@post("/api/v1/jobs", sync_to_thread=True, status_code=202)
def create_job(data: GenerateRequest, connection: Connection, caller: Caller) -> Response[QueueJob]:
    """Queue a job."""
    if not caller.may_edit:
        raise PermissionDeniedException
    try:
        job = database.create_job(connection, msgspec.to_builtins(data, builtin_types=(UUID,)), caller)
    except LookupError:
        raise NotFoundException from None
    return Response(msgspec.convert(job, QueueJob), headers={"Location": job["links"]["self"]})


app = Litestar(
    [list_albums, get_album, list_images, create_job],
    dependencies={
        "connection": Provide(connect, sync_to_thread=False),
        "caller": Provide(authenticate, sync_to_thread=True),
    },
)
