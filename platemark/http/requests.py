"""Request validation: parameters and bodies are checked against the contract before anything else sees them.

These classes replace Connexion's own validators (``validator_map``). Connexion instantiates them for each request; they
only look up what the contract has compiled.
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
from platemark.http.contract import CompiledSchema, Contract, OperationRules, ParameterRules
from platemark.http.decoding import coerce_all, parse_json, parse_query
from platemark.http.exchange import exchange_of, header, operation_id_of
from platemark.http.findings import printable
from platemark.http.problems import HttpProblem, invalid

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
BODY_HEADERS = (b"content-type", b"content-length", b"transfer-encoding")
UTF8_CHARSETS = ("utf-8", "utf8", "us-ascii")
MULTIPART = "multipart/form-data"
MAX_PARTS = 50
MAX_FIELD_BYTES = 64 * 1024


def validators(contract: Contract) -> dict[str, Any]:
    """Connexion's ``validator_map`` for ``contract``; ``responses.py`` validates responses."""
    return {
        "parameter": partial(ParameterValidator, contract),
        "body": MediaTypeDict(
            {
                "*/*json": partial(BodyValidator, contract, read_json),
                "text/csv": partial(BodyValidator, contract, read_bytes),
                MULTIPART: partial(BodyValidator, contract, read_form),
            }
        ),
        "response": MediaTypeDict({}),
    }


class ParameterValidator:
    """Validates all parameters of a request and puts their values into the exchange, by their names in the contract."""

    def __init__(self, contract: Contract, *_: Any, **__: Any) -> None:
        self._contract = contract

    def validate(self, scope: Scope) -> None:
        """Raise HttpProblem 400 with all findings about path, query and headers."""
        rules = self._contract.rules[operation_id_of(scope) or ""]
        query = parse_query(scope["query_string"])
        declared = {parameter.name for parameter in rules.parameters if parameter.location == "query"}
        findings = [
            Finding(f"query/{printable(name, 100)}", "This parameter is unknown.", "unknown_parameter")
            for name in query
            if name not in declared
        ]
        values: dict[str, Any] = {}
        for parameter in rules.parameters:
            texts = _texts(parameter, scope, query)
            findings += self._validate(parameter, texts, values)
        if findings:
            raise invalid(findings)
        exchange_of(scope).parameters = values

    def _validate(self, parameter: ParameterRules, texts: list[str], values: dict[str, Any]) -> list[Finding]:
        pointer, schema = f"{parameter.location}/{parameter.name}", parameter.schema.document
        if not texts:
            if "default" in schema:
                values[parameter.name] = schema["default"]
            return [Finding(pointer, "This parameter is required.", "required")] if parameter.required else []
        if len(texts) > 1 and schema.get("type") != "array":
            return [Finding(pointer, "This parameter may be given only once.", "repeated")]
        value = coerce_all(texts, schema, self._contract.resolve)
        values[parameter.name] = value
        return parameter.schema.findings(value, pointer)


def _texts(parameter: ParameterRules, scope: Scope, query: dict[str, list[str]]) -> list[str]:
    if parameter.location == "query":
        return query.get(parameter.name, [])
    if parameter.location == "path":
        return [scope["path_params"][parameter.name]]
    value = header(scope, parameter.name)
    return [] if value is None else [value]


class BodyValidator:
    """Reads the whole body (within the limits), validates it and puts it into the exchange."""

    def __init__(self, contract: Contract, read: Any, *, schema: dict[str, Any], **_: Any) -> None:
        self._contract = contract
        self._read = read
        self._media_type: str = schema["x-media-type"]

    async def wrap_receive(self, receive: Receive, *, scope: Scope) -> tuple[Receive, Scope]:
        """Consume the body; the rest of the stack gets an empty one."""
        _, options = parse_options_header(header(scope, "content-type"))
        if options.get("charset", "utf-8").lower() not in UTF8_CHARSETS:
            raise HttpProblem(415, "The charset of the body must be UTF-8.")
        rules = self._contract.rules[operation_id_of(scope) or ""]
        raw = await _read_body(receive)
        exchange = exchange_of(scope)
        exchange.media_type, exchange.raw_body = self._media_type, raw
        if raw or rules.body_required:
            exchange.body = await self._read(self._contract, rules, self._media_type, raw, scope)
        headers = [(name, value) for name, value in scope["headers"] if name not in BODY_HEADERS]
        return _receive_empty_body, {**scope, "headers": headers}


async def read_json(_: Contract, rules: OperationRules, media_type: str, raw: bytes, __: Scope) -> Any:
    """The JSON body, validated."""
    if not raw:
        raise HttpProblem(400, "The body is missing.", code="body_missing")
    return _validated(rules.bodies[media_type], parse_json(raw))


async def read_bytes(_: Contract, __: OperationRules, ___: str, raw: bytes, ____: Scope) -> bytes:
    """The body as it came; the service parses it."""
    return raw


async def read_form(contract: Contract, rules: OperationRules, media_type: str, raw: bytes, scope: Scope) -> Any:
    """A multipart form, validated: fields as JSON values, files as Upload.

    The schema sees a file as a string: "" if it is empty, else "…".
    """
    form = await _parse_form(raw, scope)
    exchange_of(scope).uploads = [part.file for _, part in form.multi_items() if isinstance(part, UploadFile)]
    form_schema = rules.bodies[media_type]
    plain: dict[str, Any] = {}
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for name in dict.fromkeys(form):
        schema = contract.resolve(form_schema.document["properties"].get(name, {}))
        parts = form.getlist(name)
        pointer = f"/{printable(name, 100)}"
        if any(isinstance(part, UploadFile) != _is_file(schema) for part in parts) and schema:
            expected = "a file" if _is_file(schema) else "a plain field, not a file"
            findings.append(Finding(pointer, f"This part must be {expected}.", "part"))
        elif len(parts) > 1:
            findings.append(Finding(pointer, "This field may be given only once.", "repeated"))
        elif isinstance(part := parts[0], UploadFile):
            values[name] = Upload(part.filename or "", part.content_type or "", part.file)
            plain[name] = "…" if part.size else ""
        else:
            values[name] = plain[name] = coerce_all([part], schema, contract.resolve)
    findings += form_schema.findings(plain, "")
    if findings:
        raise invalid(findings, "The form")
    return values


def _is_file(schema: Any) -> bool:
    return "contentMediaType" in schema or schema.get("format") == "binary"


async def _parse_form(raw: bytes, scope: Scope) -> FormData:
    async def stream() -> Any:
        yield raw

    parser = MultiPartParser(
        Headers(scope=scope), stream(), max_files=MAX_PARTS, max_fields=MAX_PARTS, max_part_size=MAX_FIELD_BYTES
    )
    try:
        return await parser.parse()
    except MultiPartException as error:
        raise HttpProblem(400, f"The form cannot be parsed: {error.message}", code="not_a_form") from None
    except (KeyError, UnicodeDecodeError, ValueError, LookupError):
        raise HttpProblem(400, "The form cannot be parsed.", code="not_a_form") from None


def _validated(schema: CompiledSchema, value: Any) -> Any:
    if findings := schema.findings(value, ""):
        raise invalid(findings, "The body")
    return value


async def _read_body(receive: Receive) -> bytes:
    chunks = bytearray()
    while True:
        message = await receive()
        chunks += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(chunks)


async def _receive_empty_body() -> MutableMapping[str, Any]:
    return {"type": "http.request", "body": b"", "more_body": False}
