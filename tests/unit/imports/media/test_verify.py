"""Verifying media: every kind of damage is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.db.tables import AlbumRow, ImageRow, LabelRow
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import execute, item, thing_id
from tests.unit.imports.trees import picture

Damage = Callable[[ImportDriver, Path, UUID], object]


def digest_of(driver: ImportDriver, image: UUID) -> str:
    with driver.read_work() as work:
        return work.session.scalars(sa.select(ImageRow.digest).where(ImageRow.id == image)).one()


DAMAGES: dict[str, tuple[str, Damage]] = {
    "a deleted row": (
        "missing",
        lambda driver, tree, image: execute(driver, sa.delete(ImageRow).where(ImageRow.id == image)),
    ),
    "a deleted blob": ("missing", lambda driver, tree, image: driver.blobs.delete(digest_of(driver, image))),
    "a corrupt blob": (
        "corrupt",
        lambda driver, tree, image: driver.blobs.path(digest_of(driver, image)).write_bytes(b"rot"),
    ),
    "a deleted album": (
        "orphaned",
        lambda driver, tree, image: execute(driver, sa.delete(AlbumRow).where(AlbumRow.name == "Zodiac: ink")),
    ),
    "another title": (
        "altered",
        lambda driver, tree, image: execute(
            driver, sa.update(ImageRow).where(ImageRow.id == image).values(version=2)
        ),
    ),
    "a deleted label": ("altered", lambda driver, tree, image: execute(driver, sa.delete(LabelRow))),
    "a deleted source file": (
        "source_missing", lambda driver, tree, image: (tree / "zodiac_ink/aries.png").unlink()
    ),
    "a changed source file": (
        "source_altered", lambda driver, tree, image: (tree / "zodiac_ink/aries.png").write_bytes(picture(8))
    ),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_verifying_finds_each_kind_of_damage(driver: ImportDriver, tree: Path, damage: str) -> None:
    applied = driver.verify(driver.plan_and_apply(tree))
    assert (applied.state, applied.discrepancies, applied.source_checked) == ("applied", [], True)
    code, inflict = DAMAGES[damage]
    inflict(driver, tree, thing_id(driver, applied, "zodiac_ink/aries.png"))
    verified = driver.verify(applied)
    assert item(driver, verified, "zodiac_ink/aries.png").discrepancy == code
    assert code in {discrepancy.code for discrepancy in verified.discrepancies}


def test_verifying_works_without_the_source(driver: ImportDriver, tree: Path) -> None:
    applied = driver.plan_and_apply(tree)
    tree.rename(tree.with_name("moved"))
    verified = driver.verify(applied)
    assert (verified.state, verified.source_checked, verified.discrepancies) == ("applied", False, [])
