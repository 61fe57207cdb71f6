"""Bundles to import, written without a studio: of an album with a set template, and four pictures."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from PIL import Image

from platemark.exports.archive import Member, archive, to_json

Files = dict[str, bytes]
ALBUM = "0192e4a0-7c00-7000-8000-000000000001"
ALBUM_KEY, TEMPLATE_KEY = f"albums/{ALBUM}", "set_templates/0192e4a0-7c00-7000-8000-000000000002"
AT = "2026-03-01T09:30:00Z"
ROWS = b'suit,rank\r\nhearts,ace\r\n"bells, and more",ten\r\n'


def image_id(number: int) -> str:
    """The id of a picture in the studio that exported it."""
    return f"0192e4a0-7c00-7000-8000-0000000001{number:02}"


def image_key(number: int) -> str:
    return f"{ALBUM_KEY}/images/{image_id(number)}"


def drawing(number: int, suffix: str) -> bytes:
    """A picture, a different one for each number."""
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").resize((24 + number, 32)).save(
        out, {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}[suffix]
    )
    return out.getvalue()


def provenance(number: int) -> dict[str, Any]:
    return {
        "engine": "press", "engine_version": "1.2", "model": None, "seed": 2**52 + number, "steps": 20,
        "guidance_scale": 7.5, "width": 512, "height": 768, "prompt": f"the {number}th fox", "negative_prompt": "snow",
        "words_used": ["fox"], "words_ignored": ["the"], "parameters": {"ink": "black"},
        "adapters": [
            {
                "adapter_id": "0192e4a0-7c00-7000-8000-000000000077", "name": "Woodcut", "format": "lora",
                "digest": "5" * 64, "weight": 0.75, "training_run_id": None, "dataset_digest": None,
            }
        ],
        "job_id": "0192e4a0-7c00-7000-8000-000000000088", "set_run_id": "0192e4a0-7c00-7000-8000-000000000099",
        "set_template_id": "0192e4a0-7c00-7000-8000-000000000002", "set_template_version": 3, "row_position": number,
    }  # fmt: skip


def label(kind: str, text: str, at: str, **values: Any) -> dict[str, Any]:
    return {
        "kind": kind, "text": text, "source": "manual", "confidence": None, "engine": None, "engine_version": None,
        "model": None, "created_at": at,
    } | values  # fmt: skip


def labels(number: int) -> list[dict[str, Any]]:
    """The newest first."""
    engine = {"source": "engine", "engine": "press", "engine_version": "1.2", "confidence": 0.5}
    return [
        label("caption", f"An old fox, number {number}", "2026-03-03T08:00:00Z"),
        label("caption", "A fox", "2026-03-02T08:00:00Z", **engine, model="tiny"),
        label("tag", "snow", "2026-03-02T08:00:00Z", **engine),
        label("tag", "fox", "2026-03-02T08:00:00Z", **engine),
    ]


def files() -> Files:
    """The files of a bundle, in its order. The second picture has the bytes of the first."""
    album = {
        "id": ALBUM, "name": "Beasts", "description": "Of the north", "visibility": "shared", "source": "set_run",
        "theme": "winter", "set_run_id": None, "created_at": AT, "updated_at": AT,
        "set_template": {"id": TEMPLATE_KEY.partition("/")[2], "name": "Cards", "version": 3},
    }  # fmt: skip
    template = {
        "id": TEMPLATE_KEY.partition("/")[2], "slug": "cards", "name": "Cards", "description": "", "version": 3,
        "visibility": "shared", "base_prompt": "a card", "prompt_template": "{base_prompt}, {suit} {rank}",
        "example_theme": "", "style_suffix": "", "negative_prompt": "", "width": 512, "height": 512, "steps": 17,
        "guidance_scale": 7, "engine": "press", "model": None, "adapters": None, "columns": ["suit", "rank"],
        "row_count": 2, "archived_at": None, "created_by": None, "created_at": AT, "updated_at": AT,
    }  # fmt: skip
    found = {"album.json": to_json(album), "set_template.json": to_json(template), "set_template.csv": ROWS}
    for number, (shown, suffix) in enumerate([(1, "png"), (1, "png"), (3, "jpg"), (4, "webp")], 1):
        data = drawing(shown, suffix)
        said = {
            "id": image_id(number), "title": f"Fox {number}", "visibility": ["private", "public"][number % 2],
            "nsfw": number == 2, "source": "generated", "digest": hashlib.sha256(data).hexdigest(),
            "prompt": f"the {number}th fox", "created_at": f"2026-03-0{number}T09:30:00.123Z", "updated_at": AT,
            "provenance": provenance(number), "labels": labels(number),
        }  # fmt: skip
        found[f"images/{number:05}.{suffix}"] = data
        found[f"images/{number:05}.json"] = to_json(said)
        found[f"images/{number:05}.txt"] = b"An old fox"
    return found


def write(path: Path, content: Files) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(archive(Member(name, [data]) for name, data in content.items())))
    return path


def build(folder: Path, change: Callable[[Files], object] = lambda _: None) -> Path:
    """A bundle in a folder, its files changed before it is written."""
    change(content := files())
    return write(folder / "beasts.zip", content)


def said(content: Files, path: str, **values: Any) -> None:
    """Have a JSON file say something else."""
    content[path] = to_json(msgspec.json.decode(content[path]) | values)
