"""Turns exchanges with a running server into the recording that the contract test of shared-types replays.

    python -m codegen.record --har build/fuzz.har --exchanges build/http.json -o build/recorded/exchanges.json
    python -m codegen.record --examples -o shared-types/test/exchanges.json

A recording is a list of `{operationId, status, mediaType, body}` with up to four distinct bodies for each operation,
status and media type. Its order does not depend on the order of the input.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from codegen.load import Json, dump, load
from codegen.operations import routes
from codegen.types import is_json_media, resolve

BUNDLE = Path(__file__).resolve().parent.parent / "generated/openapi.json"
LIMIT = 4


def record(exchanges: Iterable[Json], limit: int = LIMIT) -> list[Json]:
    """Return the recording of `exchanges`: the shortest bodies of each response, one of each shape first."""
    groups: dict[tuple[str, int, str], dict[str, Json]] = {}
    for exchange in exchanges:
        key = (exchange["operationId"], exchange["status"], exchange["mediaType"])
        text = json.dumps(exchange["body"], sort_keys=True)
        groups.setdefault(key, {})[text] = {
            "operationId": key[0],
            "status": key[1],
            "mediaType": key[2],
            "body": exchange["body"],
        }
    return [exchange for _, group in sorted(groups.items()) for exchange in _varied(group, limit)]


def _varied(group: dict[str, Json], limit: int) -> list[Json]:
    ordered = [group[text] for text in sorted(group, key=lambda text: (len(text), text))]
    first_of_shape = {_shape(exchange["body"]): exchange for exchange in reversed(ordered)}
    varied = sorted(ordered, key=lambda exchange: first_of_shape[_shape(exchange["body"])] is not exchange)
    return varied[:limit]


def _shape(value: Any) -> str:
    """Return the structure of `value`: types instead of scalars, and the set of item structures of an array."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{_shape(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(sorted({_shape(item) for item in value})) + "]"
    return type(value).__name__


def from_har(document: Json, har: Json) -> Iterator[Json]:
    """Yield the JSON exchanges of a HAR whose requests are operations of the bundle."""
    patterns = path_patterns(document)
    for entry in har["log"]["entries"]:
        method, path = entry["request"]["method"].lower(), urlsplit(entry["request"]["url"]).path
        operation_id = operation_of(patterns, method, path)
        headers = {header["name"].lower(): header["value"] for header in entry["response"]["headers"]}
        media = headers.get("content-type", "").partition(";")[0].strip().lower()
        text = body_text(entry["response"].get("content", {}))
        if operation_id and text and is_json_media(media):
            status = entry["response"]["status"]
            yield {"operationId": operation_id, "status": status, "mediaType": media, "body": json.loads(text)}


def operation_of(patterns: list[tuple[str, re.Pattern[str], str]], method: str, path: str) -> str | None:
    """Return the operationId of a request; as in the server, a path without placeholders has precedence."""
    matching = [(verb, pattern.pattern, name) for verb, pattern, name in patterns if pattern.fullmatch(path)]
    return next((name for verb, pattern, name in matching if (verb, pattern) == (method, matching[0][1])), None)


def path_patterns(document: Json) -> list[tuple[str, re.Pattern[str], str]]:
    """Return the method, path pattern and operationId of each operation, fewest placeholders first."""
    ordered = sorted(routes(document), key=lambda route: route.path.count("{"))
    placeholder = re.compile(r"\\\{[^/]+?\\\}")
    paths = dict.fromkeys(urlsplit(server["url"]).path.rstrip("/") for server in document["servers"])
    base = "|".join(placeholder.sub("[^/]+", re.escape(path)) for path in paths)
    return [
        (route.method, re.compile(f"(?:{base}){placeholder.sub('[^/]+', re.escape(route.path))}"), route.id)
        for route in ordered
    ]


def body_text(content: Json) -> str:
    """Return the text of a body in a HAR."""
    text: str = content.get("text") or ""
    return base64.b64decode(text).decode("utf-8", "replace") if content.get("encoding") == "base64" else text


def from_examples(document: Json) -> Iterator[Json]:
    """Yield the examples of the JSON responses in the bundle, as if a server had sent them."""
    for route in routes(document):
        for status, reference in route.node["responses"].items():
            for media, value in resolve(document, reference).get("content", {}).items():
                if is_json_media(media):
                    schema = resolve(document, value["schema"])
                    bodies = [value["example"]] if "example" in value else schema.get("examples", [])
                    for body in bodies:
                        fitting = {**body, "status": int(status)} if media == "application/problem+json" else body
                        yield {"operationId": route.id, "status": int(status), "mediaType": media, "body": fitting}


def main(arguments: list[str] | None = None) -> None:
    """Write the recording of the exchanges that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m codegen.record", description=__doc__)
    parser.add_argument("--har", type=Path, action="append", default=[], help="a HAR file, such as Schemathesis writes")
    parser.add_argument("--har-folder", type=Path, help="a folder of HAR files; it may be empty")
    parser.add_argument(
        "--exchanges", type=Path, nargs="+", action="extend", default=[], help="files with JSON lists of exchanges"
    )
    parser.add_argument("--examples", action="store_true", help="record the examples of the contract")
    parser.add_argument("--bundle", type=Path, default=BUNDLE)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    document = load(options.bundle)
    hars = [*options.har, *(sorted(options.har_folder.glob("*.har")) if options.har_folder else [])]
    exchanges = [exchange for path in hars for exchange in from_har(document, json.loads(path.read_text("utf-8")))]
    exchanges += [exchange for path in options.exchanges for exchange in json.loads(path.read_text("utf-8"))]
    if options.examples:
        exchanges += from_examples(document)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_bytes(dump(record(exchanges)))


if __name__ == "__main__":
    main()
