"""Redaction of request and response bodies: JSON, forms, multipart, text."""

from __future__ import annotations

import json
import re

from platemark.redaction.protocol import TextRedactor

FORM = re.compile(r"[\w.%+*\[\]-]{1,200}+=[^&=\s]*+=?(?:&[\w.%+*\[\]-]{1,200}+=[^&=\s]*+=?)*+")
BOUNDARY = re.compile(r"boundary=\"?([^\s\";,]{1,200})", re.IGNORECASE)
FIRST_LINE = re.compile(r"\s{0,8}--([^\s\"]{1,200}+)\r?\n")
PART_NAME = re.compile(r"content-disposition:[^\r\n]{0,500}?[;\s]name=\"?([^\"\r\n;]{1,200})", re.IGNORECASE)
PART_TYPE = re.compile(r"content-type:\s{0,4}([^\r\n]{1,200})", re.IGNORECASE)
END_OF_HEAD = re.compile(r"\r?\n\r?\n")
DEEPEST = 4


def redact(redactor: TextRedactor, value: str, place: str, content_type: str | None, depth: int = 0) -> str:
    """Redact a body by its ``content_type``. A body that does not match it, or is truncated, is treated as text."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    boundary = _boundary(value, content_type or "", kind)
    if boundary is not None:
        return _multipart(redactor, value, place, boundary, depth)
    if kind.endswith(("/x-www-form-urlencoded", "/form-data")) or FORM.fullmatch(value):
        return redactor.form(value, place)
    if value.lstrip()[:1] in ("{", "["):
        value = _json(redactor, value, place)
    return redactor.text(value, place)  # duplicate keys, trailing text, and everything that is not JSON


def _json(redactor: TextRedactor, value: str, place: str) -> str:
    """Keep ``value`` exactly as it is spelled unless something in it was redacted."""
    try:
        read = json.loads(value)
        clean = redactor.tree(read, place)
        if clean == read:
            return value
        spaced = ", " if '": ' in value[:1000] else ","
        return json.dumps(clean, ensure_ascii=False, separators=(spaced, ": " if spaced == ", " else ":"))
    except (ValueError, RecursionError):
        return value


def _boundary(value: str, content_type: str, kind: str) -> str | None:
    if kind.startswith("multipart/") and (declared := BOUNDARY.search(content_type)):
        return declared[1]
    first = FIRST_LINE.match(value)
    if first is not None and "content-disposition" in value[:4096].lower():
        return first[1]
    return None


def _multipart(redactor: TextRedactor, value: str, place: str, boundary: str, depth: int) -> str:
    parts = value.split("--" + boundary)
    return ("--" + boundary).join(_part(redactor, part, place, depth) for part in parts)


def _part(redactor: TextRedactor, part: str, place: str, depth: int) -> str:
    """Redact one part; its headers say under which name and as which type the content is read."""
    end = END_OF_HEAD.search(part)
    if end is None:
        return redactor.text(part, place)
    head, content = part[: end.end()], part[end.end() :]
    inner = content.rstrip("\r\n")
    rest = content[len(inner) :]
    named, typed = PART_NAME.search(head), PART_TYPE.search(head)
    clean = redactor.named(named[1], inner, place) if named else redactor.text(inner, place)
    if clean == inner and depth < DEEPEST:
        clean = redact(redactor, inner, place, typed[1].strip() if typed else None, depth + 1)
    return redactor.text(head, place) + clean + rest
