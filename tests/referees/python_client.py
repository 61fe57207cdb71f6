"""Calls the server with the client of openapi-python-client, and prints what it saw. Runs in a Python of its own."""

from __future__ import annotations

import json
import os
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from platemark_client import AuthenticatedClient
from platemark_client.api.albums import create_album, get_album, list_albums
from platemark_client.api.bug_reports import create_bug_report, get_bug_report
from platemark_client.api.images import create_image, get_image_file
from platemark_client.api.jobs import create_job
from platemark_client.models import (
    AlbumCreate,
    BugReportSubmission,
    GenerateRequest,
    ImageUpload,
    JsonObject,
    Visibility,
)
from platemark_client.types import UNSET, File

NOWHERE = UUID("00000000-0000-7000-8000-000000000000")
STATE = {"zoom": 1.5, "tags": ["a", None]}


def expect(answer: Any, status: HTTPStatus) -> Any:
    """What an answer with the status says."""
    assert answer.status_code == status, answer
    return answer.parsed


def main() -> None:
    """Call, and print the facts."""
    client = AuthenticatedClient(os.environ["PLATEMARK_URL"], os.environ["PLATEMARK_TOKEN"])
    before = expect(list_albums.sync_detailed(client=client), HTTPStatus.OK)
    new = AlbumCreate(name="Referees", visibility=Visibility.SHARED)
    album = expect(create_album.sync_detailed(client=client, body=new), HTTPStatus.CREATED)
    read = expect(get_album.sync_detailed(album.id, client=client), HTTPStatus.OK)
    file = File(BytesIO(Path(os.environ["PLATEMARK_PICTURE"]).read_bytes()), "dot.png", "image/png")
    upload = ImageUpload(file=file, title="A dot", album_id=album.id, nsfw=UNSET)
    image = expect(create_image.sync_detailed(client=client, body=upload), HTTPStatus.CREATED)
    bytes_read = expect(get_image_file.sync_detailed(image.id, client=client), HTTPStatus.OK)
    missing = get_album.sync_detailed(NOWHERE, client=client)
    request = GenerateRequest(kind="generate", prompt="a fox", engine="press", width=256, height=256, seed=7)
    job = expect(create_job.sync_detailed(client=client, body=request), HTTPStatus.ACCEPTED)
    submission = BugReportSubmission(description="It broke", app_state=JsonObject.from_dict(STATE))
    report = expect(create_bug_report.sync_detailed(client=client, body=submission), HTTPStatus.CREATED)
    stored = expect(get_bug_report.sync_detailed(report.id, client=client), HTTPStatus.OK)
    assert stored.app_state.to_dict() == STATE, stored.app_state
    facts = {
        "albums_before": len(before.items),
        "album": str(album.id),
        "name": read.name,
        "visibility": read.visibility.value,
        "image": str(image.id),
        "digest": image.digest,
        "size": len(bytes_read.payload.read()),
        "problem": [missing.status_code.value, missing.parsed.code],
        "job": str(job.id),
        "report": str(report.id),
    }
    print(json.dumps(facts))  # noqa: T201 - read by __main__.py


main()
