"""Plans of media: what they list, their digest, and when they become stale."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from platemark.db.tables import ImportRow
from platemark.errors import Conflict
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import blob_digests, execute
from tests.unit.imports.trees import picture, put


def test_a_plan_lists_everything_with_the_reason_why_it_is_skipped(driver: ImportDriver, tree: Path) -> None:
    before = driver.dump()
    planned = driver.plan(tree)
    assert (planned.state, planned.counts["new"], planned.counts["skipped"]) == ("planned", 18, 10)
    reasons = {item.key: item.reason for item in driver.items(planned) if item.outcome == "skipped"}
    assert reasons == {
        ".hidden.png": "hidden",
        "alone.json": "sidecar_alone",
        "backups/": "unknown_folder",
        "broken.png": "not_an_image",
        "card_deck_link": "link",
        "empty.png": "not_an_image",
        "link.png": "link",
        "notes.txt": "unknown_file",
        "tarot_deck_sea/extra/": "unknown_folder",
        "tarot_deck_sea/thumbnails/": "thumbnails_folder",
    }
    assert driver.dump() == before, "planning writes nothing but the plan's own rows"
    assert blob_digests(driver) == []


def test_plans_of_the_same_source_have_the_same_digest(driver: ImportDriver, tree: Path) -> None:
    first, second = driver.plan(tree), driver.plan(tree)
    assert first.digest == second.digest
    put(tree / "zodiac_ink" / "taurus.png", picture(31))
    assert driver.plan(tree).digest != first.digest
    assert driver.plan(tree, visibility="public").digest != first.digest


def test_files_whose_names_cannot_be_stored_are_skipped(driver: ImportDriver, tmp_path: Path) -> None:
    deck = tmp_path / "zodiac_x"
    put(deck / "a\nb.png", picture(1))
    put(deck / "a\tb.png", picture(2))
    planned = driver.plan(deck)
    reasons = [item.reason for item in driver.items(planned) if item.outcome == "skipped"]
    assert reasons == ["unstorable_name"] * 2


def test_a_plan_is_stale_after_another_import_was_applied(driver: ImportDriver, tree: Path, tmp_path: Path) -> None:
    planned = driver.plan(tree)
    other = driver.plan(put(tmp_path / "zodiac_b" / "b.png", picture(3)).parent)
    execute(driver, sa.update(ImportRow).where(ImportRow.id == planned.id).values(planned_at=ImportRow.created_at))
    driver.apply(other)
    with pytest.raises(Conflict, match="import_stale"):
        driver.apply(planned)


def test_the_digest_of_another_plan_is_refused(driver: ImportDriver, tree: Path) -> None:
    planned = driver.plan(tree)
    with pytest.raises(Conflict, match="import_stale"):
        driver.apply(replace(planned, digest=hashlib.sha256(json.dumps("x").encode()).hexdigest()))
