"""Request bodies as facts know them: JSON as its value, a form as the texts of its fields, anything else as None."""

from __future__ import annotations

import json
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

from codegen.conformance.facts import FORM, FormFields
from codegen.types import is_json_media

LARGEST_FORM = 1 << 20


def read_body(content: bytes, content_type: str) -> Any:
    """The body, or None if it is of another media type, is broken, or is a form of more than a mebibyte."""
    media = content_type.partition(";")[0].strip().lower()
    if media == FORM:
        return _fields(content, content_type) if len(content) <= LARGEST_FORM else None
    try:
        return json.loads(content) if is_json_media(media) else None
    except (ValueError, RecursionError):
        return None


def _fields(content: bytes, content_type: str) -> FormFields:
    """The texts of the fields that are no files."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(policy=HTTP).parsebytes(head + content)
    fields: dict[str, list[str]] = {}
    for part in message.iter_parts() if message.is_multipart() else ():
        payload = part.get_payload(decode=True)
        if part.get_filename() is None and isinstance(payload, bytes):
            name = str(part.get_param("name", "", "content-disposition"))
            fields.setdefault(name, []).append(payload.decode("utf-8", "replace"))
    return FormFields({name: texts[0] if len(texts) == 1 else texts for name, texts in fields.items()})
