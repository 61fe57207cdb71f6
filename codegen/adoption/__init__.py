"""Adopts a document of others: what this server names, adds or reads in its own way is written out in the contract.

Each change is a note, so that its author sees what was made of the document. What would change the meaning of the
document for its clients is not adopted: lint has a finding for it.
"""

from __future__ import annotations

import copy
import dataclasses

from codegen.adoption import names, schemas, security, server
from codegen.adoption.notes import Note, Notes
from codegen.bundle import Bundle
from codegen.lint_structure import completed

__all__ = ["Note", "adopt"]


def adopt(bundled: Bundle) -> tuple[Bundle, list[Note]]:
    """Return the bundle of the contract that is served for a document of others, and what was changed in it."""
    notes = Notes()
    document = completed(copy.deepcopy(bundled.document))
    names.name_operations(document, bundled.document, notes)
    schemas.read_as_meant(document, notes)
    names.name_bodies(document, notes)
    names.name_parts(document, notes)
    security.adopt(document, notes)
    server.add(document, notes)
    places = {pointer: bundled.place(where) for pointer, where in notes.origins.items()}
    return dataclasses.replace(bundled, document=document, origins={**places, **bundled.origins}), notes.all()
