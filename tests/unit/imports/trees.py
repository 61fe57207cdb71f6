"""Generated outputs trees of an older studio: decks, tests, singles, sidecars, and files that are not imported."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from PIL import Image, PngImagePlugin

SIDECAR = {
    "prompt": "a fox in the snow",
    "negative_prompt": "blurry",
    "seed": 7,
    "steps": 25,
    "guidance_scale": 7.5,
    "size": "512x768",
    "model": "/models/sd15.safetensors",
    "loras": [{"path": "/home/someone/loras/winter.safetensors", "weight": 0.6}],
    "created_at": "2024-03-05T10:11:12Z",
    "tags": ["fox", "Snow", "snow"],
    "caption": "a fox walks through snow",
}


def picture(number: int, *, kind: str = "PNG", size: tuple[int, int] = (24, 16)) -> bytes:
    """A small picture; each number has other pixels."""
    out = io.BytesIO()
    Image.new("RGB", size, (number % 256, number // 256 % 256, 77)).save(out, kind)
    return out.getvalue()


def with_metadata(number: int) -> bytes:
    """The same pixels as ``picture(number)``, with a prompt in the file."""
    out = io.BytesIO()
    metadata = PngImagePlugin.PngInfo()
    metadata.add_text("parameters", "secret words")
    Image.open(io.BytesIO(picture(number))).save(out, "PNG", pnginfo=metadata)
    return out.getvalue()


def put(path: Path, data: bytes, sidecar: dict[str, Any] | None = None) -> Path:
    """Write a file, its folder, and a sidecar beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if sidecar is not None:
        path.with_suffix(".json").write_text(json.dumps(sidecar))
    return path


def outputs(folder: Path) -> Path:
    """A tree with everything: eleven pictures in seven albums, and ten things that are skipped."""
    put(folder / "20240305_101112_a_fox.png", picture(1), SIDECAR)
    put(folder / "20240401_000000_a_hare.webp", picture(2, kind="WEBP"))
    put(folder / "2024-03" / "owl.jpg", picture(3, kind="JPEG"), {"timestamp": 1709596800, "prompt": "an owl"})
    for number in range(3):
        name = f"{number:02}_card.png"
        put(
            folder / "card_deck_winter_forest_20240115_101010" / name, picture(10 + number), {**SIDECAR, "seed": number}
        )
    put(folder / "tarot_deck_sea" / "00_fool.png", picture(20), {"params": {"prompt": "the fool"}, "card_name": "Fool"})
    put(folder / "tarot_deck_sea" / "01_magician.png", picture(21))
    put(folder / "tarot_deck_sea" / "thumbnails" / "00_fool.png", picture(99))
    put(folder / "zodiac_ink" / "aries.png", picture(30))
    put(folder / "lora_tests" / "ink.png", picture(40))
    put(folder / "lora_tests" / "winter" / "a.png", picture(41))
    put(folder / "backups" / "old.png", picture(50))
    put(folder / "notes.txt", b"nothing")
    put(folder / "alone.json", b"{}")
    put(folder / "broken.png", picture(60)[:40])
    put(folder / "empty.png", b"")
    put(folder / ".hidden.png", picture(61))
    put(folder / "tarot_deck_sea" / "extra" / "x.png", picture(62))
    (folder / "link.png").symlink_to("/etc/passwd")
    (folder / "card_deck_link").symlink_to("/etc")
    return folder
