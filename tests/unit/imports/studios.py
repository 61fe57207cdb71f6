"""A small tree of each of seven studios, shaped as the studio writes it, with pictures that say how they were made."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from tests.unit.imports import trees
from tests.unit.imports.trees import put
from tests.unit.metadata import pictures
from tests.unit.metadata.pictures import png

LONG_AGO = 1_304_665_689
BOARDS = """
CREATE TABLE boards (board_id TEXT NOT NULL PRIMARY KEY, board_name TEXT NOT NULL, cover_image_name TEXT,
  created_at DATETIME NOT NULL, deleted_at DATETIME, archived BOOLEAN DEFAULT FALSE);
CREATE TABLE board_images (board_id TEXT NOT NULL, image_name TEXT NOT NULL PRIMARY KEY, created_at DATETIME NOT NULL);
CREATE TABLE images (image_name TEXT NOT NULL PRIMARY KEY, image_origin TEXT, created_at DATETIME NOT NULL,
  starred BOOLEAN DEFAULT FALSE);
INSERT INTO boards VALUES ('b-1', 'Foxes', '0a.png', '2024-03-01 08:00:00.000', NULL, FALSE),
  ('b-2', 'Owls', NULL, '2024-03-02 08:00:00.000', NULL, TRUE),
  ('b-3', 'Gone', NULL, '2024-03-02', '2024-03-03', FALSE);
INSERT INTO board_images VALUES ('b-1', '0a.png', '2024-03-01 09:00:00'), ('b-1', '0c.png', '2024-03-01 09:00:00'),
  ('b-1', '0d.png', '2024-03-01 07:00:00'), ('b-2', '0b.png', '2024-03-01 09:00:00'), ('b-3', '0e.png', '2024-03-02');
INSERT INTO images VALUES ('0a.png', 'internal', '2024-03-01 10:00:00.123', 0), ('0b.png', 'internal', '2024-03-01', 1),
  ('0c.png', 'internal', '2024-03-01 09:30:00', NULL), ('0f.png', 'internal', '2024-03-01', TRUE);
"""


def imagineer(folder: Path) -> Path:
    put(folder / "card_deck_sea_20240301_101112" / "00_ace.png", _png(1), {**pictures.IMAGINEER, "steps": 150})
    put(folder / "lora_tests" / "ink.png", _png(2))
    put(folder / "albums" / "winter-foxes" / "fox.png", _png(3), {"caption": "a fox", "tags": ["fox"]})
    put(folder / "uploads" / "IMG_20240405_060708.jpg", pictures.commented("JPEG", b"ASCII\0\0\0my house"))
    put(folder / "ink run_20240301_101112" / "a.png", _png(4))
    put(folder / "staged" / "foxes" / "manifest.yaml", b"name: Winter foxes\nimages: {0.png: a fox in snow}\n")
    (folder / "staged" / "foxes" / "0.png").symlink_to("../../albums/winter-foxes/fox.png")
    put(folder / "bug_reports" / "shot.png", _png(5))
    return folder


def automatic1111(folder: Path) -> Path:
    day = "2024-03-01"
    put(folder / "txt2img-images" / day / "00000-7.png", png({"parameters": pictures.INFOTEXT}))
    comment = pictures.utf16("a hare\nSteps: 150, Seed: 7, Size: 512x768")
    put(folder / "img2img-images" / day / "00001-7.jpg", pictures.commented("JPEG", comment))
    put(folder / "txt2img-images" / day / "00002-7.png", _png(1))
    put(folder / "txt2img-images" / day / "00002-7.txt", b"an owl\nNegative prompt: blurry\nSteps: 20, Seed: 9")
    put(folder / "txt2img-grids" / day / "grid-0000.png", _png(2))
    put(folder / "styles" / "x.png", _png(3))
    return folder


def comfyui(folder: Path) -> Path:
    put(folder / "ComfyUI" / "output" / "ComfyUI_00001_.png", png({"prompt": json.dumps(pictures.COMFY)}))
    put(folder / "ComfyUI" / "output" / "ComfyUI_00002_.png", png({"workflow": '{"nodes": []}', "x": "1"}))
    put(folder / "ComfyUI" / "input" / "me.png", _png(1))
    put(folder / "ComfyUI" / "temp" / "preview.png", _png(2))
    return folder


def invokeai(folder: Path) -> Path:
    images = folder / "outputs" / "images"
    put(images / "0a.png", png({"invokeai_metadata": json.dumps(pictures.INVOKE)}))
    put(images / "2024" / "03" / "01" / "0b.png", _png(1, {"sd-metadata": json.dumps(pictures.INVOKE_2)}))
    put(images / "thumbnails" / "0a.webp", _png(2))
    for number, name in enumerate(("0c", "0d", "0e", "0f"), 3):
        put(images / f"{name}.png", _png(number))
    (folder / "databases").mkdir(parents=True)
    with closing(sqlite3.connect(folder / "databases" / "invokeai.db")) as connection:
        connection.executescript(BOARDS)
    return folder


def swarmui(folder: Path) -> Path:
    raw = folder / "Output" / "local" / "raw" / "2024-03-01"
    put(raw / "1030-a fox-7.png", png({"parameters": json.dumps(pictures.SWARM)}))
    put(raw / "1031-a fox-8.jpg", pictures.commented("JPEG", pictures.utf16(json.dumps(pictures.SWARM))))
    put(folder / "Output" / "local" / "Grids" / "g" / "0.png", _png(1))
    texts = {"parameters": json.dumps({"sui_image_params": {"prompt": "an owl", "seed": 9}})}
    put(folder / "Output" / "anna" / "raw" / "2024-03-02" / "0900-an owl-9.png", _png(2, texts))
    put(folder / "Output" / "anna" / "Starred" / "0.png", _png(3))
    put(folder / "Output" / "notes" / "raw" / "b.png", _png(4))
    return folder


def fooocus(folder: Path) -> Path:
    day = folder / "outputs" / "2024-03-01"
    texts = {"parameters": json.dumps(pictures.FOOOCUS), "fooocus_scheme": "fooocus"}
    put(day / "2024-03-01_10-11-12_4567.png", png(texts))
    put(day / "2024-03-01_10-15-00_1234.png", _png(1))
    put(day / "2024-03-01_10-16-00_1235.jpg", _jpg(2))
    put(day / "2024-03-01_10-17-00_1236.png", _png(3))
    put(day / "log.html", fooocus_log().encode())
    put(folder / "outputs" / "2024-03-02" / "log.html", b"<html><p>Nothing yet</p></html>")
    put(folder / "wildcards" / "animal.txt", b"fox")
    return folder


def fooocus_log() -> str:
    """A log as Fooocus 2.5 writes it: of a picture that carries its metadata, of one that does not, of an older one."""
    said = {
        "prompt": "a hare & an owl", "negative_prompt": "", "prompt_expansion": "", "styles": "['Fooocus V2']",
        "performance": "Speed", "steps": 30, "resolution": "(896, 1152)", "guidance_scale": 4.0, "sharpness": 2.0,
        "adm_guidance": "(1.5, 0.8, 0.3)", "base_model": "juggernautXL_v8.safetensors", "refiner_model": "None",
        "sampler": "dpmpp_2m_sde_gpu", "scheduler": "karras", "vae": "Default (model)", "seed": "1234",
        "lora_combined_1": "ink.safetensors : 0.5", "version": "Fooocus v2.5.5",
    }  # fmt: skip
    other = {"Prompt": "a carp", "Negative Prompt": "blurry", "Performance": "Quality", "Seed": "77", "Sharpness": "2"}
    pictures = {
        "2024-03-01_10-11-12_4567.png": {**said, "prompt": "what the log says", "seed": "1"},
        "2024-03-01_10-15-00_1234.png": said,
    }
    items = [_log_item(name, "label", it, quote(json.dumps(it, indent=0), safe="")) for name, it in pictures.items()]
    items.append(_log_item("2024-03-01_10-16-00_1235.jpg", "key", {**other, "LoRA 1": "a.safetensors : 0.25"}, ""))
    return f"<!DOCTYPE html><html><body><p>Fooocus Log (private)</p>{''.join(items)}</body></html>"


def _log_item(name: str, label: str, said: Mapping[str, object], copied: str) -> str:
    rows = [f"<tr><td class='{label}'>{key}</td><td class='value'>{value}</td></tr>\n" for key, value in said.items()]
    button = f"</br><button onclick=\"to_clipboard('{copied}')\">Copy to Clipboard</button>" if copied else ""
    return (
        f'<div id="{name.replace(".", "_")}" class="image-container"><hr><table><tr>\n<td><a href="{name}" '
        f"target=\"_blank\"><img src='{name}' onerror=\"this.closest('.image-container')\" loading='lazy'/></a>"
        f"<div>{name}</div></td><td><table class='metadata'>{''.join(rows)}</table>{button}</td></tr></table></div>\n\n"
    )


def kohya(folder: Path) -> Path:
    put(folder / "img" / "10_foxes" / "a.png", _png(1))
    put(folder / "img" / "10_foxes" / "a.txt", b"a fox, snow")
    put(folder / "img" / "10_foxes" / "b.png", _png(2))
    put(folder / "img" / "10_foxes" / "b.caption", "ein Füchslein".encode())
    words = {"prompt": "a fox", "negative-prompt": "blurry", "seed": "7", "steps": "30", "scale": "7.5"}
    put(folder / "model" / "sample" / "foxes_e000001_00_20240301123456_7.png", png(words))
    put(folder / "reg" / "1_animal" / "r.png", _png(3))
    return folder


STUDIOS: Mapping[str, Callable[[Path], Path]] = {
    "imagineer": imagineer, "automatic1111": automatic1111, "comfyui": comfyui, "invokeai": invokeai,
    "swarmui": swarmui, "fooocus": fooocus, "kohya": kohya,
}  # fmt: skip


def build(studio: str, folder: Path) -> Path:
    """The tree of a studio; all its files were last written long ago."""
    STUDIOS[studio](folder)
    for file in folder.rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO), follow_symlinks=False)
    return folder


def _jpg(number: int) -> bytes:
    return trees.picture(number, kind="JPEG")


def _png(number: int, texts: Mapping[str, str] | None = None) -> bytes:
    """A picture whose pixels are like those of no other number."""
    return pictures.png(dict(texts or {}), color=(number, 90, 30))
