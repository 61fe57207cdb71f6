"""FastAPI as its tutorial teaches it: dependencies for the connection and the caller, functions in threads, models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, HTTPException, Query, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import Connection

from benchmarks.peers import database
from benchmarks.peers.database import Caller
from benchmarks.peers.fastapi_models import AlbumDetail, AlbumPage, Cursor, GenerateRequest, ImagePage, QueueJob

app = FastAPI()
engine = database.open_engine()


def connect() -> Iterator[Connection]:
    """A connection for the duration of a request."""
    with engine.connect() as connection:
        yield connection


Connected = Annotated[Connection, Depends(connect)]
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))]


def authenticate(connection: Connected, credentials: Credentials) -> Caller:
    """The caller; 401 without a valid token."""
    caller = database.authenticate(connection, credentials.credentials if credentials else "")
    if caller is None:
        raise HTTPException(401)
    return caller


User = Annotated[Caller, Depends(authenticate)]


def require_editor(caller: User) -> Caller:
    """The caller; 403 for a viewer."""
    if not caller.may_edit:
        raise HTTPException(403)
    return caller


Editor = Annotated[Caller, Depends(require_editor)]
Limit = Annotated[int, Query(ge=1, le=200)]


@app.get("/api/v1/albums", response_model=AlbumPage)
def list_albums(connection: Connected, caller: User, limit: Limit = 50, cursor: Cursor | None = None) -> Any:
    """A page of albums."""
    return database.list_albums(connection, limit, cursor)


@app.get("/api/v1/albums/{album_id}", response_model=AlbumDetail)
def get_album(album_id: UUID, connection: Connected, caller: User, response: Response) -> Any:
    """An album with its first images."""
    try:
        album, response.headers["ETag"] = database.get_album(connection, album_id, caller)
    except LookupError:
        raise HTTPException(404) from None
    return album


@app.get("/api/v1/images", response_model=ImagePage)
def list_images(connection: Connected, caller: User, limit: Limit = 50, cursor: Cursor | None = None) -> Any:
    """A page of images."""
    return database.list_images(connection, limit, cursor, caller)


@app.post("/api/v1/jobs", response_model=QueueJob, status_code=202)
def create_job(request: GenerateRequest, connection: Connected, caller: Editor, response: Response) -> Any:
    """Queue a job."""
    try:
        job = database.create_job(connection, request.model_dump(), caller)
    except LookupError:
        raise HTTPException(404) from None
    response.headers["Location"] = job["links"]["self"]
    return job
