"""The committed files of Swagger UI are those that web-assets/package-lock.json pins, with their licence."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "platemark" / "http" / "static" / "swagger-ui"
LOCK = json.loads((ROOT / "web-assets" / "package-lock.json").read_text("utf-8"))
MANIFEST = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
HINT = "run: cd web-assets && npm ci && npm run copy"


def test_the_manifest_names_the_pinned_version() -> None:
    pinned = LOCK["packages"][f"node_modules/{MANIFEST['package']}"]
    assert {name: MANIFEST[name] for name in ("version", "integrity")} == {
        name: pinned[name] for name in ("version", "integrity")
    }, HINT


def test_the_files_have_the_digests_of_the_manifest() -> None:
    files = [path for path in FOLDER.iterdir() if path.name != "manifest.json"]
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files} == MANIFEST["sha256"], HINT


def test_the_licence_comes_with_the_files() -> None:
    assert MANIFEST["license"] == "Apache-2.0"
    assert "Apache License" in (FOLDER / "LICENSE").read_text("utf-8")
    assert {"LICENSE", "NOTICE", "swagger-ui-bundle.js.LICENSE.txt"} <= MANIFEST["sha256"].keys()
