"""Rows that several sources need: an image, a set template, a job."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from generated import paths
from platemark.db.tables import UserRow
from platemark.ids import new_id
from tests.contract.distinct_rows import DistinctRows, Row, shown


def image(rows: DistinctRows, **values: Any) -> Row:
    """An image, with the mark of the first user if there is one: the one who reads."""
    job_id = new_id() if rows.full else None
    row = rows.add("images", **{"provenance": None, "deleted_at": None, "job_id": job_id, **values})
    with rows.database.engine.connect() as connection:
        reader = connection.scalar(sa.select(UserRow.id).order_by(UserRow.id).limit(1))
    mark: dict[str, Any] = {"rating": 4, "starred": True} if rows.full else {"rating": 0, "starred": False}
    if rows.full and reader is not None:
        rows.add("image_marks", image_id=row["id"], user_id=reader, **mark)
    return row | mark


def image_shown(schema: str, row: Row, **others: Any) -> dict[str, Any]:
    urls = {"file_url": paths.image_file(row["id"]), "thumbnail_url": paths.image_thumbnail(row["id"])}
    return shown(schema, row, **urls, **others)


def set_template(rows: DistinctRows, **values: Any) -> Row:
    """A set template with two columns and three rows, and what its current version holds."""
    columns, count = (["suit", "rank"], 3) if rows.full else (["colour"], 1)
    user = rows.add("users")
    template = rows.add(
        "set_templates",
        **{
            "slug": f"set-{rows.number()}" if rows.full else None,
            "archived_at": None,
            "created_by": user["id"] if rows.full else None,
            **values,
        },
    )
    values = {"set_template_id": template["id"], "version": template["version"], "columns": columns, "row_count": count}
    sides = {"width": 640, "height": 448} if rows.full else {"width": 320, "height": 256}
    more = {"steps": 17, "guidance_scale": 6.25} if rows.full else {"steps": 9, "guidance_scale": 3.5}
    adapters = [pinned_adapter(rows)] if rows.full else None
    version = rows.add("set_template_versions", **values, **sides, **more, adapters=adapters)
    entries = [{name: f"{name} {position}" for name in columns} for position in range(count)]
    key = {name: values[name] for name in ("set_template_id", "version")}
    for position, entry in enumerate(entries):
        rows.add("set_template_rows", **key, position=position, values=entry)
    return {**version, **template, "rows": [{"position": n, "values": entry} for n, entry in enumerate(entries)]}


def pinned_adapter(rows: DistinctRows) -> dict[str, Any]:
    """An adapter as versions of set templates and set runs keep it."""
    return {
        "adapter_id": str(new_id()), "name": f"Frost {rows.number()}", "format": "style_plate",
        "digest": rows.digest(), "weight": rows.number() / 1024,
        "training_run_id": str(new_id()) if rows.full else None, "dataset_digest": rows.digest() if rows.full else None,
    }  # fmt: skip


def job(rows: DistinctRows, **values: Any) -> Row:
    lease = {"lease_until": rows.moment() if values.get("state") == "running" else None}
    worker = {"owner": f"worker-{rows.number()}@host:1"} if rows.full else {}
    known = {
        "kind": "generate", "engine": "press", "payload": {"prompt": "x"}, "set_run_id": None, "rung_at": None,
        "attempt": 1, "max_attempts": 3, "priority": 0,
    }  # fmt: skip
    return rows.add("jobs", **{**known, **lease, **worker, "progress": rows.number() / 2048, **values})


def error_of(row: Row) -> dict[str, Any] | None:
    return None if row["error_code"] is None else {"code": row["error_code"], "message": row["error_message"]}
