"""Folders of sets, the set templates and albums that they become, and edits of these."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import yaml

from platemark.access import SYSTEM
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges
from platemark.db.tables import AlbumRow, SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.views import ImportView
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateChanges, SetTemplateView
from tests.unit.imports.import_driver import ImportDriver

OpenWork = Callable[..., UnitOfWork]
Edit = Callable[[UnitOfWork], object]
CSV = "name,prompt\nThe Fool,a fool\nThe Star,a star\n"
TAROT = {"name": "Tarot", "csv_path": "tarot.csv", "example_theme": "dusk", "base_prompt": "tarot card"}
BOATS = {"name": "Boats", "csv_path": "tarot.csv", "prompt_template": "{prompt}"}


def write_sets(folder: Path, rows: str = CSV, **sets: Mapping[str, object]) -> None:
    (folder / "config.yaml").write_text(yaml.safe_dump(sets, sort_keys=False), "utf-8")
    (folder / "tarot.csv").write_text(rows, "utf-8")


def templates(driver: ImportDriver) -> list[SetTemplateView]:
    """All set templates, archived ones included, by name."""
    with driver.read_work() as work:
        ids = work.session.scalars(sa.select(SetTemplateRow.id).order_by(SetTemplateRow.name))
        return [
            set_templates.get_set_template(work, template_id, by=SYSTEM, include_archived=True) for template_id in ids
        ]


def album_rows(driver: ImportDriver) -> list[AlbumRow]:
    with driver.read_work() as work:
        return list(work.session.scalars(sa.select(AlbumRow).order_by(AlbumRow.name)))


def change(open_work: OpenWork, edit: Callable[[UnitOfWork], Any]) -> None:
    with open_work() as work:
        edit(work)
        work.commit()


def outcomes(driver: ImportDriver, view: ImportView) -> dict[str, tuple[str, str | None]]:
    return {item.key: (item.outcome, item.reason) for item in driver.items(view)}


def states(driver: ImportDriver, view: ImportView) -> dict[str, tuple[str, str | None]]:
    return {item.key: (item.state, item.discrepancy) for item in driver.items(view)}


def tarot_template(work: UnitOfWork) -> SetTemplateView:
    return set_templates.get_set_template_by_id_or_name(work, "tarot", by=SYSTEM)


def edit_template(work: UnitOfWork) -> None:
    changes = SetTemplateChanges(style_suffix="woodcut")
    set_templates.update_set_template(work, tarot_template(work).id, changes, by=SYSTEM)


def archive_template(work: UnitOfWork) -> None:
    set_templates.archive_set_template(work, tarot_template(work).id, by=SYSTEM)


def edit_album(work: UnitOfWork) -> None:
    album = work.session.scalars(sa.select(AlbumRow.id).where(AlbumRow.name == "Tarot")).one()
    albums.update_album(work, album, AlbumChanges(description="ours"), by=SYSTEM)


def delete_album(work: UnitOfWork) -> None:
    album = work.session.scalars(sa.select(AlbumRow.id).where(AlbumRow.name == "Tarot")).one()
    albums.delete_album(work, album, by=SYSTEM)
