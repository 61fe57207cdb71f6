"""Secrets as they occur in bug reports, and lookalikes. Plain data for every test that needs it."""

from __future__ import annotations

from tests.unit.redaction.corpus import credentials, named_secrets, pasted, secret_formats
from tests.unit.redaction.corpus.builders import (
    Lookalike,
    Planted,
    fake,
    jwt,
    multipart,
    png,
    png_with_text_chunk,
    private_key,
    submission_with,
)
from tests.unit.redaction.corpus.lookalikes import LOOKALIKES as LONGSTANDING

SECRETS = [*credentials.plant.rows, *named_secrets.plant.rows, *secret_formats.plant.rows, *pasted.plant.rows]
LOOKALIKES = [*LONGSTANDING, *pasted.LOOKALIKES]

__all__ = [
    "LOOKALIKES",
    "SECRETS",
    "Lookalike",
    "Planted",
    "fake",
    "jwt",
    "multipart",
    "png",
    "png_with_text_chunk",
    "private_key",
    "submission_with",
]
