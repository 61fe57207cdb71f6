"""Builders of fake secrets and of the submissions that contain them.

No secret is a literal: each is composed of its prefix and characters drawn from its own name.
"""

from __future__ import annotations

import base64
import io
import json
import random
import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

ALNUM = string.ascii_letters + string.digits
URLSAFE = ALNUM + "-_"
HEX = "0123456789abcdef"
UPPER = string.ascii_uppercase + string.digits
BASE64 = ALNUM + "+/"


@dataclass(frozen=True)
class Planted:
    """A ``secret`` of a ``kind`` in a ``place`` of a submission; ``fragment`` has the fields that contain it."""

    kind: str
    place: str
    secret: str
    fragment: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.kind} in {self.place}"


@dataclass(frozen=True)
class Lookalike:
    """A harmless text: ``kept`` occurs in ``fragment`` and must survive redaction unchanged."""

    title: str
    kept: str
    fragment: Mapping[str, Any]

    def __str__(self) -> str:
        return self.title


def submission_with(row: Planted | Lookalike) -> dict[str, Any]:
    """A valid submission that contains the fragment of ``row``."""
    return {"description": "The album stays empty", "environment": {"mode": "production"}, **row.fragment}


def fake(name: str, length: int, alphabet: str = ALNUM, prefix: str = "") -> str:
    """``prefix`` and ``length`` characters, determined by ``name``, with at least one digit and one letter."""
    chosen = random.Random(name)
    drawn = "".join(chosen.choice(alphabet) for _ in range(length - 2))
    return prefix + drawn + ("7" if "7" in alphabet else drawn[0]) + ("F" if "F" in alphabet else "f")


def description(text: str) -> dict[str, Any]:
    return {"description": text}


def steps(text: str) -> dict[str, Any]:
    return {"steps_to_reproduce": ["Open the album", text]}


def log_line(message: str, **more: Any) -> dict[str, Any]:
    return {"recent_logs": [{"level": "error", "message": message, "timestamp": "2026-11-22T09:29:58Z", **more}]}


def request(url: str = "/api/v1/albums", **more: Any) -> dict[str, Any]:
    return {"network_events": [{"method": "POST", "url": url, "status": 500, **more}]}


def request_headers(**headers: str) -> dict[str, Any]:
    return request(request_headers={name.replace("_", "-"): value for name, value in headers.items()})


def response_headers(**headers: str) -> dict[str, Any]:
    return request(response_headers={name.replace("_", "-"): value for name, value in headers.items()})


def app_state(**fields: Any) -> dict[str, Any]:
    return {"app_state": fields}


def page_url(address: str) -> dict[str, Any]:
    return {"client_meta": {"location_href": address}}


def multipart(name: str, value: str) -> str:
    part = '--XqZ4\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    return part.format("title", "Proofs") + part.format(name, value) + "--XqZ4--\r\n"


def jwt(name: str) -> str:
    def segment(value: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    head = {"alg": "HS256", "typ": "JWT"}
    return ".".join((segment(head), segment({"sub": name, "iat": 1764000000}), fake(name, 43, URLSAFE)))


def private_key(name: str, kind: str = "RSA ") -> tuple[str, str]:
    """A private key block, and the line in its middle."""
    lines = [fake(f"{name}{number}", 64, BASE64) for number in range(6)]
    edges = "-----{} " + kind + "PRIVATE " + "KEY-----"
    return "\n".join([edges.format("BEGIN"), *lines, fake(name, 20, BASE64) + "==", edges.format("END")]), lines[3]


def png(info: PngInfo | None = None, behind: bytes = b"", exif: bytes = b"") -> str:
    out = io.BytesIO()
    Image.frombytes("RGB", (32, 24), random.Random(7).randbytes(3 * 32 * 24)).save(out, "PNG", pnginfo=info, exif=exif)
    return "data:image/png;base64," + base64.b64encode(out.getvalue() + behind).decode()


def png_with_text_chunk(secret: str) -> str:
    info = PngInfo()
    info.add_text("Comment", f"session {secret}")
    return png(info)


def png_with_exif(secret: str) -> str:
    exif = Image.Exif()
    exif[0x010E] = f"made with {secret}"
    return png(exif=exif.tobytes())


class Planter:
    """Collects rows: call it with the fields of a ``Planted``."""

    def __init__(self) -> None:
        self.rows: list[Planted] = []

    def __call__(self, kind: str, place: str, secret: str, fragment: Mapping[str, Any]) -> None:
        self.rows.append(Planted(kind, place, secret, fragment))
