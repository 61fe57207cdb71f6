"""How an image came about, as it is stored and as it is shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from platemark.stored_rows import fit_or_none


def readable_provenance(image_id: UUID, stored: Any) -> dict[str, Any] | None:
    """The provenance as the contract allows it; images that were generated before adapters existed name none."""
    if isinstance(stored, dict) and "adapters" not in stored:
        stored = {**stored, "adapters": []}
    return None if stored is None else fit_or_none("Provenance", stored, of=image_id)
