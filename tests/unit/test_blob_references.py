"""The sweep knows every column that refers to a blob."""

from __future__ import annotations

from platemark.blob_references import REFERENCE_COLUMNS
from platemark.db.tables import Base

OTHER_DIGESTS = {
    "adapters.dataset_digest",  # of a data set, which is not stored as one blob
    "api_tokens.digest",  # of a secret
    "idempotency_keys.request_digest",  # of a request
    "import_items.digest",  # of an item in the source of an import
    "imports.digest",  # of an import's plan
    "sessions.csrf_digest",  # of a secret
    "sessions.digest",  # of a secret
    "set_run_cells.digest",  # of what a picture is drawn from
    "sign_in_links.digest",  # of a secret
    "training_runs.dataset_digest",  # of a data set, which is not stored as one blob
}
"""Columns that hold the digest of something else than a blob."""


def test_each_digest_column_is_a_blob_reference_or_listed_as_another_digest() -> None:
    columns = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if "digest" in column.name
    }
    references = {f"{column.class_.__tablename__}.{column.key}" for column in REFERENCE_COLUMNS}
    assert references.isdisjoint(OTHER_DIGESTS)
    assert columns == references | OTHER_DIGESTS
