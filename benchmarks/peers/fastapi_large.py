"""The FastAPI application with as many operations as Platemark has, each with models of its own: for the start-up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import HTTPException
from pydantic import BaseModel, create_model

from benchmarks.peers.fastapi_app import Connected, Editor, User, app
from benchmarks.peers.fastapi_models import Album, GenerateRequest, Image

OPERATIONS = 90
MEASURED = 4


def add_pair(number: int) -> None:
    """Add an operation that reads and one that creates."""
    thing = create_model(f"Thing{number}", __base__=Album, image=(Image, ...))
    new_thing: type[BaseModel] = create_model(f"NewThing{number}", __base__=GenerateRequest)

    def read(thing_id: UUID, connection: Connected, caller: User) -> Any:
        raise HTTPException(501)

    def create(body: new_thing, connection: Connected, caller: Editor) -> Any:  # type: ignore[valid-type]
        raise HTTPException(501)

    create.__annotations__["body"] = new_thing  # the name is local
    app.get(f"/api/v1/things{number}/{{thing_id}}", response_model=thing)(read)
    app.post(f"/api/v1/things{number}", response_model=thing, status_code=201)(create)


for pair in range((OPERATIONS - MEASURED) // 2):
    add_pair(pair)


@app.get("/api/v1/health")
def get_health() -> dict[str, str]:
    """Whether the server answers."""
    return {"status": "ok"}
