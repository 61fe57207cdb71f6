"""Connexion as it comes: a document of OpenAPI 3.0, requests and responses validated by Connexion itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import connexion

from benchmarks.peers import database
from benchmarks.peers.database import Caller

app = connexion.FlaskApp(__name__, specification_dir=str(Path(__file__).parent))
engine = database.open_engine()


def check_token(token: str) -> dict[str, Any] | None:
    """Connexion's information on a token; None if it is not valid."""
    with engine.connect() as connection:
        caller = database.authenticate(connection, token)
    return None if caller is None else {"sub": caller.name, "caller": caller}


def list_albums(limit: int, cursor: str | None = None) -> Any:
    """A page of albums."""
    with engine.connect() as connection:
        return database.list_albums(connection, limit, cursor), 200, {}


def get_album(album_id: str, token_info: dict[str, Any]) -> Any:
    """An album with its first images."""
    with engine.connect() as connection:
        try:
            album, etag = database.get_album(connection, UUID(album_id), token_info["caller"])
        except LookupError:
            return connexion.problem(404, "Not Found", "There is no such album.")
    return album, 200, {"ETag": etag}


def list_images(limit: int, token_info: dict[str, Any], cursor: str | None = None) -> Any:
    """A page of images."""
    with engine.connect() as connection:
        return database.list_images(connection, limit, cursor, token_info["caller"]), 200, {}


def create_job(body: dict[str, Any], token_info: dict[str, Any]) -> Any:
    """Queue a job."""
    caller: Caller = token_info["caller"]
    if not caller.may_edit:
        return connexion.problem(403, "Forbidden", "Only editors queue jobs.")
    with engine.connect() as connection:
        try:
            job = database.create_job(connection, database.JOB_DEFAULTS | body, caller)
        except LookupError:
            return connexion.problem(404, "Not Found", "There is no such album or engine.")
    return job, 202, {"Location": job["links"]["self"]}


app.add_api("connexion_openapi.yaml", strict_validation=True, validate_responses=True)
