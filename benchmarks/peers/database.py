"""What all peers do with the database: find the caller of a token, read three pages, queue a job.

SQLAlchemy Core with statements that are built once, as a careful user of any framework would write them. The answers
are those that an admin gets from Platemark.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    Select,
    Subquery,
    Table,
    and_,
    bindparam,
    create_engine,
    event,
    false,
    func,
    insert,
    literal_column,
    or_,
    select,
)

from platemark.access import RANK
from platemark.clock import utc_now
from platemark.db.engine import SQLITE_PRAGMAS
from platemark.db.job_estimates import JOB_ESTIMATES
from platemark.db.tables import Base
from platemark.db.types import EPOCH
from platemark.ids import cursor_for, id_from_cursor, new_id

DATABASE_VARIABLE = "BENCHMARK_DATABASE"
ENGINES = ("press",)
MIN_HISTORY = 5
JOB_DEFAULTS = {
    "negative_prompt": "", "width": 512, "height": 512, "steps": 20, "guidance_scale": 7.5, "seed": None,
    "engine": "press", "album_id": None, "visibility": "private", "priority": 0, "adapters": [], "count": 1,
}  # fmt: skip

TABLES = Base.metadata.tables
ALBUMS, MEMBERS, IMAGES, MARKS = (TABLES[name] for name in ("albums", "album_images", "images", "image_marks"))
JOBS, EVENTS, TEMPLATES = TABLES["jobs"], TABLES["events"], TABLES["set_templates"]
TOKENS, USERS = TABLES["api_tokens"], TABLES["users"]

ALBUM_FIELDS = (
    *("id", "name", "description", "visibility", "source", "set_template_id", "set_template_version", "set_run_id"),
    *("theme", "created_by", "created_at", "updated_at"),
)
IMAGE_FIELDS = (
    *("id", "title", "visibility", "nsfw", "source", "media_type", "width", "height", "size_bytes", "digest"),
    *("thumb_hash", "prompt", "job_id", "created_by", "created_at", "updated_at", "deleted_at", "rating", "starred"),
)
IMAGE_COLUMNS = [
    *(IMAGES.c[name] for name in IMAGE_FIELDS[:-2]),
    func.coalesce(MARKS.c.rating, 0).label("rating"),
    func.coalesce(MARKS.c.starred, false()).label("starred"),
]
OWN_MARK = and_(MARKS.c.image_id == IMAGES.c.id, MARKS.c.user_id == bindparam("me"))

NOT_IN_TRASH = IMAGES.c.deleted_at.is_(None)
# Without statistics SQLite takes the plain condition for selective: it would read every image there is to find those of
# an album. In this form no index serves it, so that the members are looked up one by one.
CHECKED_NOT_IN_TRASH = NOT_IN_TRASH.is_(True)
MEMBER_IMAGES = MEMBERS.join(IMAGES, IMAGES.c.id == MEMBERS.c.image_id)


@dataclass(frozen=True, slots=True)
class Caller:
    """The owner of a token, with the lower of the token's and the user's role."""

    id: UUID
    name: str
    role: str

    @property
    def may_edit(self) -> bool:
        """Whether the caller is an editor or an admin."""
        return RANK[self.role] >= RANK["editor"]


def open_engine(path: str | None = None) -> Engine:
    """The SQLite database at ``path``, by default the one that the benchmark names, as durable as Platemark's."""
    engine = create_engine(f"sqlite:///{path or os.environ[DATABASE_VARIABLE]}")

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        for pragma in SQLITE_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    return engine


def _with_cover_and_count(albums: Table | Subquery) -> list[Any]:
    """The fields of an album; its cover is the chosen image, else the first."""
    inside = and_(MEMBERS.c.album_id == albums.c.id, CHECKED_NOT_IN_TRASH)
    count = select(func.count()).select_from(MEMBER_IMAGES).where(inside)
    first = select(MEMBERS.c.image_id).select_from(MEMBER_IMAGES).where(inside)
    first = first.order_by(MEMBERS.c.position, MEMBERS.c.image_id).limit(1)
    cover = func.coalesce(albums.c.cover_image_id, first.correlate(albums).scalar_subquery())
    return [
        *(albums.c[name] for name in ALBUM_FIELDS),
        cover.label("cover_image_id"),
        count.correlate(albums).scalar_subquery().label("image_count"),
    ]


def _albums_page(page: Select[Any]) -> Select[Any]:
    """Covers and counts are computed for the albums of the page alone."""
    albums = page.order_by(ALBUMS.c.id.desc()).limit(bindparam("limit")).subquery()
    return select(*_with_cover_and_count(albums)).order_by(albums.c.id.desc())


def _images_page(page: Select[Any]) -> Select[Any]:
    return (
        page.select_from(IMAGES.outerjoin(MARKS, OWN_MARK))
        .where(NOT_IN_TRASH)
        .order_by(IMAGES.c.id.desc())
        .limit(bindparam("limit"))
    )


TOKEN = (
    select(TOKENS.c.role, TOKENS.c.expires_at, USERS.c.id, USERS.c.name, USERS.c.role.label("user_role"))
    .join(USERS, USERS.c.id == TOKENS.c.user_id)
    .where(TOKENS.c.digest == bindparam("digest"), USERS.c.disabled_at.is_(None))
)
ALBUM: Select[Any] = (
    select(*_with_cover_and_count(ALBUMS), ALBUMS.c.version, TEMPLATES.c.name.label("template_name"))
    .outerjoin(TEMPLATES, TEMPLATES.c.id == ALBUMS.c.set_template_id)
    .where(ALBUMS.c.id == bindparam("album_id"))
)
ALBUM_IMAGES: Select[Any] = (
    select(*IMAGE_COLUMNS, MEMBERS.c.position)
    .select_from(MEMBER_IMAGES.outerjoin(MARKS, OWN_MARK))
    .where(MEMBERS.c.album_id == bindparam("album_id"), CHECKED_NOT_IN_TRASH)
    .order_by(MEMBERS.c.position, MEMBERS.c.image_id)
    .limit(51)
)
FIRST_ALBUMS = _albums_page(select(ALBUMS))
MORE_ALBUMS = _albums_page(select(ALBUMS).where(ALBUMS.c.id < bindparam("after")))
FIRST_IMAGES = _images_page(select(*IMAGE_COLUMNS))
MORE_IMAGES = _images_page(select(*IMAGE_COLUMNS).where(IMAGES.c.id < bindparam("after")))
ALBUM_EXISTS = select(ALBUMS.c.id).where(ALBUMS.c.id == bindparam("album_id"))
JOBS_AHEAD = select(func.count()).where(
    JOBS.c.state == literal_column("'queued'"),  # a literal, because the index of queued jobs is partial
    or_(
        JOBS.c.priority > bindparam("priority"),
        and_(JOBS.c.priority == bindparam("priority"), JOBS.c.id < bindparam("job_id")),
    ),
)
ESTIMATE = select(JOB_ESTIMATES).where(
    JOB_ESTIMATES.c.kind == "generate", JOB_ESTIMATES.c.engine == bindparam("engine")
)
ADD_JOB, ADD_EVENT = insert(JOBS), insert(EVENTS)


def authenticate(connection: Connection, token: str) -> Caller | None:
    """The caller with this token; None if it is unknown or expired, or its user is disabled."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    row = connection.execute(TOKEN, {"digest": digest}).one_or_none()
    if row is None or (row.expires_at is not None and row.expires_at <= utc_now()):
        return None
    return Caller(row.id, row.name, min(row.role, row.user_role, key=RANK.__getitem__))


def get_album(connection: Connection, album_id: UUID, caller: Caller) -> tuple[dict[str, Any], str]:
    """An album with its first fifty images, and its ETag; LookupError if there is none."""
    row = connection.execute(ALBUM, {"album_id": album_id}).one_or_none()
    if row is None:
        raise LookupError(album_id)
    images = connection.execute(ALBUM_IMAGES, {"album_id": album_id, "me": caller.id}).all()
    more = len(images) > 50
    (album,) = _albums(connection, [row])
    detail = album | {
        "template": _template(row),
        "images": [_image(image) | {"position": image.position} for image in images[:50]],
        "images_next_cursor": _position_cursor(images[49]) if more else None,
    }
    return detail, f'"{row.version}"'


def list_albums(connection: Connection, limit: int, cursor: str | None) -> dict[str, Any]:
    """A page of albums, newest first."""
    rows, next_cursor = _page(connection, FIRST_ALBUMS, MORE_ALBUMS, limit, cursor)
    return {"items": _albums(connection, rows), "next_cursor": next_cursor}


def list_images(connection: Connection, limit: int, cursor: str | None, caller: Caller) -> dict[str, Any]:
    """A page of images, newest first."""
    rows, next_cursor = _page(connection, FIRST_IMAGES, MORE_IMAGES, limit, cursor, me=caller.id)
    return {"items": [_image(row) for row in rows], "next_cursor": next_cursor}


def create_job(connection: Connection, request: Mapping[str, Any], caller: Caller) -> dict[str, Any]:
    """Queue a job and its event in one transaction; LookupError if its engine or its album does not exist."""
    album_id, engine = request["album_id"], request["engine"]
    if engine not in ENGINES or not _album_exists(connection, album_id):
        raise LookupError
    job_id, now = new_id(), utc_now()
    payload = {
        **request,
        "album_id": str(album_id) if album_id else None,
        "seed": secrets.randbelow(2**53 - 17) if request["seed"] is None else request["seed"],
    }
    row = {"id": job_id, "kind": "generate", "payload": payload, "state": "queued", "run_after": EPOCH, "attempt": 0}
    row |= {"max_attempts": 3, "token": 0, "progress": 0.0, "created_by": caller.id, "created_at": now}
    row |= {"engine": engine, "album_id": album_id, "priority": request["priority"]}
    connection.execute(ADD_JOB, row)
    connection.execute(ADD_EVENT, {"kind": "job.queued", "subject_id": job_id, "data": {"set_run_id": None}, "at": now})
    ahead = connection.execute(JOBS_AHEAD, {"priority": request["priority"], "job_id": job_id}).scalar_one()
    estimate = _estimate(connection, engine, (ahead + 1) * request["count"])
    connection.commit()
    path = f"/api/v1/jobs/{job_id}"
    return {
        "id": job_id, "kind": "generate", "state": "queued", "position": ahead, "estimate": estimate,
        "created_at": now, "links": {"self": path, "cancel": f"{path}/cancel"},
    }  # fmt: skip


def _page(
    connection: Connection, first: Select[Any], more: Select[Any], limit: int, cursor: str | None, **others: Any
) -> tuple[Sequence[Row[Any]], str | None]:
    after = id_from_cursor(cursor)
    values = others | ({"limit": limit + 1} if after is None else {"limit": limit + 1, "after": after})
    rows = connection.execute(first if after is None else more, values).all()
    return rows[:limit], cursor_for(rows[limit - 1].id) if len(rows) > limit else None


def _albums(connection: Connection, rows: Sequence[Row[Any]]) -> list[dict[str, Any]]:
    ids = [row.cover_image_id for row in rows if row.cover_image_id is not None]
    covers = {cover.id: cover for cover in connection.execute(_covers(ids))} if ids else {}
    return [_album(row, covers.get(row.cover_image_id)) for row in rows]


def _covers(ids: Sequence[UUID]) -> Select[Any]:
    return select(IMAGES.c.id, IMAGES.c.width, IMAGES.c.height, IMAGES.c.thumb_hash).where(IMAGES.c.id.in_(ids))


def _album(row: Row[Any], cover: Any) -> dict[str, Any]:
    album = {name: getattr(row, name) for name in (*ALBUM_FIELDS, "cover_image_id", "image_count")}
    facts = {f"cover_{name}": getattr(cover, name, None) for name in ("width", "height", "thumb_hash")}
    return album | facts | {"cover_thumbnail_url": f"/api/v1/images/{cover.id}/thumbnail" if cover else None}


def _template(row: Row[Any]) -> dict[str, Any] | None:
    if row.template_name is None or row.theme is None:
        return None
    fields = {"set_template_id": row.set_template_id, "version": row.set_template_version}
    return fields | {"name": row.template_name, "theme": row.theme}


def _image(row: Row[Any]) -> dict[str, Any]:
    path = f"/api/v1/images/{row.id}"
    image = dict(zip(IMAGE_FIELDS, row, strict=False))
    return image | {"file_url": f"{path}/file", "thumbnail_url": f"{path}/thumbnail"}


def _position_cursor(image: Row[Any]) -> str:
    return cursor_for(UUID(bytes=image.position.to_bytes(4, "big") + image.id.bytes[:12]))


def _album_exists(connection: Connection, album_id: UUID | None) -> bool:
    return album_id is None or connection.execute(ALBUM_EXISTS, {"album_id": album_id}).first() is not None


def _estimate(connection: Connection, engine: str, images: int) -> dict[str, Any] | None:
    row = connection.execute(ESTIMATE, {"engine": engine}).one_or_none()
    if row is None or row.basis_count < MIN_HISTORY:
        return None
    return {
        "p50_seconds": round(row.p50_seconds * images, 3),
        "p90_seconds": round(row.p90_seconds * images, 3),
        "basis_count": row.basis_count,
    }
