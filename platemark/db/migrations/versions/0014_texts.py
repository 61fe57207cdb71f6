"""Lists are searched through indexes: folded texts, with FTS5 tables on SQLite and GIN indexes on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from platemark.db.text_indexes import INDEXED, fill_indexes, index_name, install_triggers, terms_name
from platemark.errors import StartupError
from platemark.folding import fold, order_number, text_key

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BATCH = 1000
ID = sa.Uuid()
FTS_OPTIONS = "content='', columnsize=0, tokenize='trigram case_sensitive 1'"
OWNERS = {
    "image_texts": ("images", "title", "prompt", "created_by"),
    "album_texts": ("albums", "name"),
    "set_template_texts": ("set_templates", "name", "description"),
    "bug_report_texts": ("bug_reports", "description", "expected_behavior", "actual_behavior", "notes"),
    "adapter_texts": ("adapters", "name"),
}


def upgrade() -> None:
    connection = op.get_bind()
    for table, (owner, *columns) in OWNERS.items():
        create_texts(table, owner)
        for rows in batches(connection, owner, *columns):
            insert_texts(connection, table, rows)
    add_text_keys(connection)
    if connection.dialect.name == "sqlite":
        create_fts_tables()
    else:
        create_gin_indexes()


def create_texts(table: str, owner: str) -> None:
    columns: list[sa.Column[Any]] = [
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    ]
    if table == "image_texts":
        columns += [sa.Column("prompt", sa.Text(), nullable=True), sa.Column("owner", sa.String(3), nullable=False)]
    op.create_table(
        table,
        sa.Column("id", ID, nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["id"], [f"{owner}.id"], name=op.f(f"fk_{table}_id_{owner}"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def batches(connection: sa.Connection, table: str, *columns: str) -> Iterator[Sequence[sa.Row[Any]]]:
    """The rows of a table, by id."""
    id_ = sa.column("id", ID)
    others: list[sa.ColumnClause[Any]] = [sa.column(it, ID if it == "created_by" else sa.Text()) for it in columns]
    rows: sa.Select[Any] = sa.select(id_, *others)
    batch = rows.select_from(sa.table(table)).order_by(id_).limit(BATCH)
    found = connection.execute(batch).all()
    while found:
        yield found
        found = connection.execute(batch.where(id_ > found[-1].id)).all()


def insert_texts(connection: sa.Connection, table: str, rows: Sequence[sa.Row[Any]]) -> None:
    texts = image_texts(connection, rows) if table == "image_texts" else [{"text": folded(row[1:])} for row in rows]
    values = [{"id": row.id, "number": order_number(row.id)} | text for row, text in zip(rows, texts, strict=True)]
    columns: list[sa.ColumnClause[Any]] = [sa.column(it, ID if it == "id" else None) for it in values[0]]
    connection.execute(sa.insert(sa.table(table, *columns)), values)


def folded(texts: Sequence[str | None]) -> str:
    return "\n".join(fold(text) for text in texts if text)


def image_texts(connection: sa.Connection, rows: Sequence[sa.Row[Any]]) -> list[dict[str, Any]]:
    labels = labels_of(connection, rows)
    return [
        {
            "text": "\n".join([fold(row.title), *sorted(labels.get(row.id, ()))]),
            "prompt": None if row.prompt is None else fold(row.prompt),
            "owner": "" if row.created_by is None else row.created_by.hex[-3:],
        }
        for row in rows
    ]


def labels_of(connection: sa.Connection, rows: Sequence[sa.Row[Any]]) -> dict[Any, set[str]]:
    image_id, text = sa.column("image_id", ID), sa.column("text", sa.Text())
    labels = sa.select(image_id, text).select_from(sa.table("labels"))
    found: dict[Any, set[str]] = {}
    for row in connection.execute(labels.where(image_id.between(rows[0].id, rows[-1].id))):
        found.setdefault(row.image_id, set()).add(fold(row.text))
    return found


def add_text_keys(connection: sa.Connection) -> None:
    op.add_column("labels", sa.Column("text_key", sa.LargeBinary(16), nullable=False, server_default=""))
    id_, key = sa.column("id", ID), sa.column("text_key", sa.LargeBinary())
    update = sa.update(sa.table("labels", id_, key)).where(id_ == sa.bindparam("the_id"))
    for rows in batches(connection, "labels", "text"):
        connection.execute(
            update.values(text_key=sa.bindparam("the_key")),
            [{"the_id": row.id, "the_key": text_key(row.text)} for row in rows],
        )
    op.create_index("ix_labels_text_key_image_id", "labels", ["text_key", "image_id"])


def create_gin_indexes() -> None:
    try:
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except sa.exc.DBAPIError as error:
        detail = (
            "The database needs the extension pg_trgm, which comes with PostgreSQL (postgresql-contrib): "
            f"run CREATE EXTENSION pg_trgm in it as a superuser. {str(error.orig).strip().splitlines()[0]}"
        )
        raise StartupError("extension_missing", detail) from None
    for table, columns in INDEXED.items():
        for column in columns:
            keys = f"{column} gin_trgm_ops" + (", owner gin_trgm_ops" if column == "prompt" else "")
            op.execute(f"CREATE INDEX {index_name(table, column)} ON {table} USING gin ({keys})")


def create_fts_tables() -> None:
    connection = op.get_bind()
    for table, columns in INDEXED.items():
        op.execute(f"CREATE INDEX ix_{table}_number ON {table} (number, id)")
        for column in columns:
            index = index_name(table, column)
            fields = "text, owner" if column == "prompt" else "text"
            create_fts_table(f"{index} USING fts5({fields}, {FTS_OPTIONS})")
            op.execute(f"CREATE VIRTUAL TABLE {terms_name(table, column)} USING fts5vocab('{index}', 'instance')")
    fill_indexes(connection)
    install_triggers(connection)


def create_fts_table(definition: str) -> None:
    try:
        op.execute(f"CREATE VIRTUAL TABLE {definition}")
    except sa.exc.OperationalError as error:
        detail = f"SQLite needs FTS5 with its trigram tokenizer (SQLite 3.34 or later): {error.orig}."
        raise StartupError("extension_missing", detail) from None
