"""The adapters that a set names become those of its set template, found by digest or by the name of their file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.storage.blobs import BlobStore
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.sets.helpers import TAROT, OpenWork, outcomes, templates, write_sets

LORAS = [
    {"path": "/srv/loras/ink.safetensors", "weight": 0.6},
    {"path": "elsewhere/other-name.safetensors", "digest": sha256(b"gouache").hexdigest().upper()},
    {"path": "gone.safetensors", "weight": 1},
    {"path": "ink", "weight": 0.5},
    {"path": "strong.safetensors", "weight": 3},
]


def test_loras_become_adapters(driver: ImportDriver, blobs: BlobStore, open_work: OpenWork, tmp_path: Path) -> None:
    with open_work() as work:
        for name in ("ink.safetensors", "gouache", "strong"):
            digest = blobs.put(name.encode())
            new = NewAdapter(name=name, format="lora", digest=digest, size_bytes=1, source="registered")
            adapters.insert_adapter(work, blobs, new, created_by=None)
        work.commit()
    folder = tmp_path / "old"
    folder.mkdir()
    write_sets(folder, tarot={**TAROT, "loras": LORAS})
    planned = driver.plan(folder)
    assert outcomes(driver, planned)["config.yaml#tarot"] == ("new", "loras_not_found")
    (item,) = [it for it in driver.items(planned) if it.reason]
    assert "gone.safetensors, ink, strong.safetensors" in item.message
    applied = driver.apply(planned)
    (tarot,) = templates(driver)
    assert [(it.name, it.weight) for it in tarot.adapters or ()] == [("ink.safetensors", 0.6), ("gouache", 1.0)]
    assert driver.verify(applied).discrepancies == []
    write_sets(folder, tarot={**TAROT, "loras": LORAS[:1], "width": 256})
    changed = driver.plan_and_apply(folder)
    assert outcomes(driver, changed)["config.yaml#tarot"] == ("changed", None)
    assert [len(it.adapters or ()) for it in templates(driver)] == [1]
    assert driver.undo(changed).discrepancies == []
    assert [len(it.adapters or ()) for it in templates(driver)] == [2]
