"""The studio of the echo tests: what a body refers to, and one way to send all kinds of bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from tests.contract.distinct_rows import DistinctRows
from tests.populate import ok_json, png, upload
from tests.serving import Live

PASSWORD = "correct horse battery"


@dataclass
class EchoStudio:
    """A served studio and the client of an admin; ``file_bytes`` is what ``send`` uploads."""

    live: Live
    client: httpx.Client
    file_bytes: bytes = png((7, 8, 9))

    @property
    def rows(self) -> DistinctRows:
        return DistinctRows(self.live.studio.database, full=True)

    def send(self, method: str, path: str, media_type: str, body: Any) -> Any:
        """Send a body of any media type; returns the JSON of the answer, which must be a success, or None."""
        if media_type == "multipart/form-data":
            fields = {name: form_value(value) for name, value in body.items() if name != "file"}
            files = {"file": ("a file", self.file_bytes, "application/octet-stream")}
            response = self.client.request(method, path, data=fields, files=files)
        elif media_type == "text/csv":
            response = self.client.request(method, path, content=body, headers={"Content-Type": media_type})
        else:
            response = self.client.request(method, path, json=body, headers={"Content-Type": media_type})
        assert response.is_success, response.text
        return response.json() if response.content else None

    def get(self, path: str) -> Any:
        return ok_json(self.client.get(path))

    def image(self, number: int = 1, **fields: str) -> str:
        """The id of a new image."""
        return str(upload(self.client, (number, 2, 3), **fields)["id"])

    def album(self, images: int = 0) -> str:
        """The id of a new album with captioned images."""
        album_id = str(ok_json(self.client.post("/albums", json={"name": "Proofs"}))["id"])
        for number in range(images):
            self.image(number * 20, album_id=album_id, caption=f"plate {number}")
        return album_id

    def adapter(self) -> dict[str, Any]:
        """A new adapter of the press."""
        digest = self.live.studio.blobs.put(b"a style plate")
        row = self.rows.add(
            "adapters", metrics={}, trigger_words=["fox"], default_weight=1.0, training_run_id=None, digest=digest,
            format="style_plate", engine="press",
        )  # fmt: skip
        return {"adapter_id": str(row["id"]), "weight": 0.25}


def form_value(value: Any) -> str | list[str]:
    """A field as it is sent; a list is sent item by item."""
    if isinstance(value, list):
        return list(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
