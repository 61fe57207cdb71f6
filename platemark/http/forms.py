"""Multipart forms, received part by part: files become temporary files, so that memory stays flat."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from anyio import to_thread
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser
from werkzeug.http import parse_options_header

from generated.base import Upload
from platemark.errors import Finding
from platemark.http.contract import MAX_VALUES, CompiledSchema
from platemark.http.decoding import Resolve, coerce_all
from platemark.http.findings import printable
from platemark.http.json_text import parse_json
from platemark.http.problems import HttpProblem, invalid
from platemark.http.schemas import Document
from platemark.storage.blobs import disk_errors_as_unavailable

MAX_PARTS = 100
MAX_FIELD_BYTES = 64 * 1024
BATCH_BYTES = 256 * 1024
BOUNDARY_BYTES = range(1, 71)


@dataclass(slots=True)
class Part:
    """A part of a form: a file if it has a ``filename``, else a plain field. ``stream`` stands at its start."""

    name: str
    filename: str | None
    media_type: str
    stream: IO[bytes]
    size: int = 0
    digest: Any = field(default_factory=hashlib.sha256)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the content."""
        hexadecimal: str = self.digest.hexdigest()
        return hexadecimal


@dataclass(frozen=True, slots=True)
class Form:
    """A complete form. Its temporary files have no names, so that they vanish when they are closed, or in a crash."""

    parts: tuple[Part, ...]

    def rewind(self) -> None:
        """Have every stream stand at its start again."""
        for part in self.parts:
            part.stream.seek(0)

    def close(self) -> None:
        """Delete the files."""
        for part in self.parts:
            with contextlib.suppress(OSError):  # bytes that a full disk did not take
                part.stream.close()


async def receive_form(content_type: str | None, chunks: AsyncIterator[bytes], folder: Path) -> Form:
    """The form in ``chunks``, which must not end before it does. Large files are kept in ``folder``.

    HttpProblem 400 for anything but a complete form, Unavailable if the disk is full; whatever ``chunks`` raises is
    passed on. Then nothing is kept.
    """
    receiver = _Receiver(_boundary(content_type), folder)
    try:
        async for batch in _batches(chunks):
            await to_thread.run_sync(receiver.write, batch)
        return receiver.finish()
    except BaseException:
        receiver.close()
        raise


def form_values(form: Form, schema: CompiledSchema, resolve: Resolve) -> dict[str, Any]:
    """The values of a form by name, validated: fields as JSON values, files as Upload; HttpProblem 400 with all faults.

    The schema sees a file as a string: "" if it is empty, else "…".
    """
    plain: dict[str, Any] = {}
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for name in dict.fromkeys(part.name for part in form.parts):
        field_schema = resolve(schema.document["properties"].get(name, {}))
        is_list = field_schema.get("type") == "array"
        item_schema = resolve(field_schema["items"]) if is_list else field_schema
        parts = [part for part in form.parts if part.name == name]
        if finding := _misplaced(parts, item_schema, is_list=is_list):
            findings.append(finding)
            continue
        items = [_value(part, item_schema, resolve) for part in parts]
        seen = [
            item if part.filename is None else "…" if part.size else "" for part, item in zip(parts, items, strict=True)
        ]
        values[name], plain[name] = (items, seen) if is_list else (items[0], seen[0])
    findings += schema.findings(plain, "")
    if findings:
        raise invalid(findings, "The form")
    return values


def _value(part: Part, schema: Document, resolve: Resolve) -> Any:
    """The content of a part: a file, the JSON of an object, or what the text of a plain field stands for."""
    if part.filename is not None:
        return Upload(part.filename, part.media_type, part.stream)
    text = _text(part)
    return (
        parse_json(text.encode("utf-8"), MAX_VALUES) if is_structured(schema) else coerce_all([text], schema, resolve)
    )


def is_structured(schema: Document) -> bool:
    """Whether the values of a form field are objects, which are sent as JSON."""
    return schema.get("type") == "object" or not schema.keys().isdisjoint(("properties", "allOf", "oneOf", "anyOf"))


def _misplaced(parts: list[Part], schema: Document, *, is_list: bool) -> Finding | None:
    """What is wrong with the parts of one name, whatever their content."""
    pointer = f"/{printable(parts[0].name, 100)}"
    takes_file = "contentMediaType" in schema or schema.get("format") == "binary"
    if schema and any((part.filename is not None) != takes_file for part in parts):
        expected = "a file" if takes_file else "a plain field, not a file"
        return Finding(pointer, f"This part must be {expected}.", "part")
    if len(parts) > 1 and not is_list:
        return Finding(pointer, "This field may be given only once.", "repeated")
    return None


def _text(part: Part) -> str:
    try:
        return part.stream.read().decode("utf-8")
    except UnicodeDecodeError:
        raise _not_a_form("A plain field is not UTF-8.", "not_utf8", f"/{printable(part.name, 100)}") from None


class _Receiver:
    """Builds the parts of a form from its bytes; the callbacks are those of the parser."""

    def __init__(self, boundary: bytes, folder: Path) -> None:
        self._folder = folder
        self._parts: list[Part] = []
        self._header_name, self._header_value = b"", b""
        self._headers: dict[str, str] = {}
        self._complete = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin_part,
                "on_header_field": self._add_to_name,
                "on_header_value": self._add_to_value,
                "on_header_end": self._end_header,
                "on_headers_finished": self._open_part,
                "on_part_data": self._add_data,
                "on_end": self._end,
            },
        )

    def write(self, data: bytes) -> None:
        """Take the next bytes. What follows the last boundary is ignored."""
        if self._complete:
            return
        try:
            with disk_errors_as_unavailable():
                self._parser.write(data)
        except FormParserError:
            raise _not_a_form("Its boundary or the headers of a part are malformed.", "malformed") from None

    def finish(self) -> Form:
        """The form, which must be complete."""
        if not self._complete:
            raise _not_a_form("It ends before its last boundary.", "incomplete")
        with disk_errors_as_unavailable():
            for part in self._parts:
                part.stream.seek(0)
        return Form(tuple(self._parts))

    def close(self) -> None:
        """Delete the files."""
        Form(tuple(self._parts)).close()

    def _begin_part(self) -> None:
        self._headers = {}
        if len(self._parts) == MAX_PARTS:
            raise _not_a_form(f"It has more than {MAX_PARTS} parts.", "too_many_parts")

    def _add_to_name(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]

    def _add_to_value(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]

    def _end_header(self) -> None:
        name, value = _utf8(self._header_name).lower(), _utf8(self._header_value)
        if name in self._headers:
            raise _not_a_form("A part has a header twice.", "malformed")
        self._headers[name] = value
        self._header_name, self._header_value = b"", b""

    def _open_part(self) -> None:
        disposition, options = parse_options_header(self._headers.get("content-disposition"))
        if disposition.lower() != "form-data" or "name" not in options:
            raise _not_a_form("A part has no name (Content-Disposition: form-data; name=…).", "nameless")
        folder, media_type = str(self._folder), self._headers.get("content-type", "")
        stream = SpooledTemporaryFile(max_size=MAX_FIELD_BYTES, dir=folder)  # noqa: SIM115 - closed with the form
        self._parts.append(Part(options["name"], options.get("filename"), media_type, stream))

    def _add_data(self, data: bytes, start: int, end: int) -> None:
        part, content = self._parts[-1], memoryview(data)[start:end]
        part.size += len(content)
        if part.filename is None and part.size > MAX_FIELD_BYTES:
            pointer = f"/{printable(part.name, 100)}"
            raise _not_a_form(f"A plain field has more than {MAX_FIELD_BYTES} bytes.", "field_too_large", pointer)
        part.digest.update(content)
        part.stream.write(content)

    def _end(self) -> None:
        self._complete = True


def _boundary(content_type: str | None) -> bytes:
    _, options = parse_options_header(content_type)
    boundary = options.get("boundary", "").encode("latin-1", "replace")
    if len(boundary) not in BOUNDARY_BYTES:
        raise _not_a_form("The Content-Type header has no boundary, or one of more than 70 characters.", "boundary")
    return boundary


def _utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise _not_a_form("The headers of a part are not UTF-8.", "malformed") from None


def _not_a_form(reason: str, code: str, pointer: str = "") -> HttpProblem:
    findings = (Finding(pointer, reason, code),)
    return HttpProblem(400, f"The form cannot be read: {reason}", code="not_a_form", findings=findings)


async def _batches(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The chunks joined to at least ``BATCH_BYTES``, except for the last: each batch costs a change of threads."""
    batch = bytearray()
    async for chunk in chunks:
        batch += chunk
        if len(batch) >= BATCH_BYTES:
            yield bytes(batch)
            batch.clear()
    yield bytes(batch)
