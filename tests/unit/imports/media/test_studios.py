"""Trees of seven studios: imported twice, verified and undone, exactly as it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.imports import studios
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import blob_digests

PICTURES = {
    "imagineer": 6, "automatic1111": 4, "comfyui": 2, "invokeai": 6, "swarmui": 3, "fooocus": 4, "kohya": 3,
}  # fmt: skip


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_trees_of_all_studios_are_imported_twice_and_undone(driver: ImportDriver, tmp_path: Path) -> None:
    empty = driver.dump()
    imported = []
    for studio, build in studios.STUDIOS.items():
        folder = build(tmp_path / "old" / studio)
        applied = driver.plan_and_apply(folder)
        items = driver.items(applied)
        pictures = [it for it in items if it.thing is not None and it.thing.kind == "image"]
        assert (len(pictures), applied.results["failed"]) == (PICTURES[studio], 0), studio
        again = driver.plan(folder)
        assert (again.counts["unchanged"], again.counts["new"]) == (applied.counts["new"], 0), studio
        assert again.counts["changed"] == again.counts["conflicting"] == 0, studio
        assert driver.verify(applied).discrepancies == [], studio
        imported.append(applied)
    for applied in reversed(imported):
        assert driver.undo(applied).results["kept"] == 0
    assert driver.dump() == empty
    assert blob_digests(driver) == []
