"""The checks at the door: parameters and bodies against the contract, once, before anything else sees them.

These classes take the places of Connexion's own validators (``validator_map``). They are made anew for each request, as
Connexion wants it, and only look up what the contract has compiled.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from functools import partial
from typing import Any

from connexion.datastructures import MediaTypeDict
from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from werkzeug.http import parse_options_header

from generated.base import Upload
from platemark.errors import Finding
from platemark.http.contract import Contract, OperationRules, Parameter, Place, printable
from platemark.http.exchange import exchange_of, header, operation_id_of
from platemark.http.problems import HttpProblem, invalid
from platemark.http.values import coerce_all, json_of, query_of

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
OF_THE_BODY = (b"content-type", b"content-length", b"transfer-encoding")
UTF8 = ("utf-8", "utf8", "us-ascii")
MULTIPART = "multipart/form-data"
MOST_PARTS = 50
MOST_PART_BYTES = 64 * 1024


def validators(contract: Contract) -> dict[str, Any]:
    """Connexion's ``validator_map`` for ``contract``; responses are proven in ``responses.py``."""
    return {
        "parameter": partial(ParameterCheck, contract),
        "body": MediaTypeDict(
            {
                "*/*json": partial(BodyCheck, contract, read_json),
                "text/csv": partial(BodyCheck, contract, read_bytes),
                MULTIPART: partial(BodyCheck, contract, read_form),
            }
        ),
        "response": MediaTypeDict({}),
    }


class ParameterCheck:
    """Checks all parameters of a request; leaves their values in the exchange, by their names in the contract."""

    def __init__(self, contract: Contract, *_: Any, **__: Any) -> None:
        self._contract = contract

    def validate(self, scope: Scope) -> None:
        """Raise HttpProblem 400 with every finding, in the path, the query and the headers together."""
        rules = self._contract.rules[operation_id_of(scope) or ""]
        query = query_of(scope["query_string"])
        declared = {parameter.name for parameter in rules.parameters if parameter.where == "query"}
        findings = [
            Finding(f"query/{printable(name, 100)}", "There is no such parameter.", "unknown_parameter")
            for name in query
            if name not in declared
        ]
        values: dict[str, Any] = {}
        for parameter in rules.parameters:
            texts = _texts(parameter, scope, query)
            findings += self._check(parameter, texts, values)
        if findings:
            raise invalid(findings)
        exchange_of(scope).parameters = values

    def _check(self, parameter: Parameter, texts: list[str], values: dict[str, Any]) -> list[Finding]:
        pointer, schema = f"{parameter.where}/{parameter.name}", parameter.place.schema
        if not texts:
            if "default" in schema:
                values[parameter.name] = schema["default"]
            return [Finding(pointer, "It is missing.", "required")] if parameter.required else []
        if len(texts) > 1 and schema.get("type") != "array":
            return [Finding(pointer, "It was given more than once.", "repeated")]
        value = coerce_all(texts, schema, self._contract.follow)
        values[parameter.name] = value
        return parameter.place.findings(value, pointer)


def _texts(parameter: Parameter, scope: Scope, query: dict[str, list[str]]) -> list[str]:
    if parameter.where == "query":
        return query.get(parameter.name, [])
    if parameter.where == "path":
        return [scope["path_params"][parameter.name]]
    value = header(scope, parameter.name.lower().encode("ascii"))
    return [] if value is None else [value]


class BodyCheck:
    """Reads a body whole (the limits hold meanwhile), checks it and leaves it in the exchange."""

    def __init__(self, contract: Contract, read: Any, *, schema: dict[str, Any], **_: Any) -> None:
        self._contract = contract
        self._read = read
        self._media_type: str = schema["x-media-type"]

    async def wrap_receive(self, receive: Receive, *, scope: Scope) -> tuple[Receive, Scope]:
        """Take the body; what follows in the stack finds an empty one."""
        _, options = parse_options_header(header(scope, b"content-type"))
        if options.get("charset", "utf-8").lower() not in UTF8:
            raise HttpProblem(415, "Bodies are UTF-8.")
        rules = self._contract.rules[operation_id_of(scope) or ""]
        raw = await _whole(receive)
        exchange = exchange_of(scope)
        exchange.media_type, exchange.raw_body = self._media_type, raw
        if raw or rules.body_required:
            exchange.body = await self._read(self._contract, rules, self._media_type, raw, scope)
        return _nothing_more, {**scope, "headers": [kept for kept in scope["headers"] if kept[0] not in OF_THE_BODY]}


async def read_json(_: Contract, rules: OperationRules, media_type: str, raw: bytes, __: Scope) -> Any:
    """A JSON body, validated."""
    if not raw:
        raise HttpProblem(400, "The body is missing.", code="body_missing")
    return _checked(rules.bodies[media_type], json_of(raw))


async def read_bytes(_: Contract, __: OperationRules, ___: str, raw: bytes, ____: Scope) -> bytes:
    """A body that only its service can read."""
    return raw


async def read_form(contract: Contract, rules: OperationRules, media_type: str, raw: bytes, scope: Scope) -> Any:
    """A multipart form: texts as JSON values, files as Upload. A file is validated as a text: empty or not."""
    form = await _parsed(raw, scope)
    exchange_of(scope).uploads = [part.file for _, part in form.multi_items() if isinstance(part, UploadFile)]
    place = rules.bodies[media_type]
    plain: dict[str, Any] = {}
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for name in dict.fromkeys(form):
        schema = contract.follow(place.schema["properties"].get(name, {}))
        parts = form.getlist(name)
        pointer = f"/{printable(name, 100)}"
        if any(isinstance(part, UploadFile) != _is_file(schema) for part in parts) and schema:
            findings.append(Finding(pointer, "A file where a field belongs, or a field where a file belongs.", "part"))
        elif len(parts) > 1:
            findings.append(Finding(pointer, "It was given more than once.", "repeated"))
        elif isinstance(part := parts[0], UploadFile):
            values[name] = Upload(part.filename or "", part.content_type or "", part.file)
            plain[name] = "…" if part.size else ""
        else:
            values[name] = plain[name] = coerce_all([part], schema, contract.follow)
    findings += place.findings(plain, "")
    if findings:
        raise invalid(findings, "The form")
    return values


def _is_file(schema: Any) -> bool:
    return "contentMediaType" in schema or schema.get("format") == "binary"


async def _parsed(raw: bytes, scope: Scope) -> FormData:
    async def stream() -> Any:
        yield raw

    parser = MultiPartParser(
        Headers(scope=scope), stream(), max_files=MOST_PARTS, max_fields=MOST_PARTS, max_part_size=MOST_PART_BYTES
    )
    try:
        return await parser.parse()
    except MultiPartException as error:
        raise HttpProblem(400, f"The form cannot be read: {error.message}", code="not_a_form") from None
    except (KeyError, UnicodeDecodeError, ValueError, LookupError):
        raise HttpProblem(400, "The form cannot be read.", code="not_a_form") from None


def _checked(place: Place, value: Any) -> Any:
    if findings := place.findings(value, ""):
        raise invalid(findings, "The body")
    return value


async def _whole(receive: Receive) -> bytes:
    chunks = bytearray()
    while True:
        message = await receive()
        chunks += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(chunks)


async def _nothing_more() -> MutableMapping[str, Any]:
    return {"type": "http.request", "body": b"", "more_body": False}
