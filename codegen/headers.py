"""Headers: the names of the contract's headers and cookies as constants."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from codegen.findings import CodegenError, Finding
from codegen.load import Json
from codegen.operations import routes
from codegen.python import HEADER, snake, tidy
from codegen.types import resolve

SERVER = (
    "Deprecation", "If-None-Match", "Idempotency-Key", "Idempotency-Replayed", "Last-Event-ID", "Sunset",
    "X-CSRF-Token", "X-Trace-Id",
)  # fmt: skip
"""What the server itself reads and sends, whether or not an operation declares it."""
HEAD = '''"""The names of the contract's headers and cookies."""

from __future__ import annotations

from typing import Final

'''


def write(document: Json, output: Path) -> None:
    """Write headers.py of the bundle to `output`."""
    output.write_text(render(document), "utf-8")
    tidy(output)


def render(document: Json) -> str:
    """Return headers.py of the bundle, not yet formatted; CodegenError lists the names that clash."""
    values = {_constant(name): name for name in SERVER} | {"SESSION_COOKIE": "session"}
    declared: dict[str, str] = {}
    findings = []
    for constant, value in _names(document):
        other = declared.setdefault(constant, value)
        if other != value:
            findings.append(Finding(f"#/{constant}", f"the constant {constant} stands for {other} and for {value}"))
    values |= declared
    if findings:
        raise CodegenError(*dict.fromkeys(findings))
    return HEADER + HEAD + "".join(f"{constant}: Final = {values[constant]!r}\n" for constant in sorted(values))


def _names(document: Json) -> Iterator[tuple[str, str]]:
    """Yield the constant and the wire name of each header and cookie; the scheme names its cookie."""
    for scheme, node in document["components"].get("securitySchemes", {}).items():
        if node["type"] == "apiKey" and node["in"] == "cookie":
            yield _constant(scheme), node["name"]
        elif node["type"] == "apiKey" and node["in"] == "header":
            yield _constant(node["name"]), node["name"]
    for route in routes(document):
        for param in route.params:
            if param["in"] in ("header", "cookie"):
                yield _constant(param["name"]), param["name"]
        for response in route.node["responses"].values():
            for name in resolve(document, response).get("headers", {}):
                yield _constant(name), name


def _constant(name: str) -> str:
    """`sessionCookie`, `X-Trace-Id` → `SESSION_COOKIE`, `X_TRACE_ID`."""
    return snake(name).upper()
