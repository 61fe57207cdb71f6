"""Decodes and validates the parameters of an operation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from werkzeug.http import parse_cookie

from generated.base import Operation, Param
from platemark.errors import Finding
from platemark.http.contract import Contract, OperationRules, ParameterRules
from platemark.http.decoding import coerce_all, parse_query, split
from platemark.http.findings import printable
from platemark.http.problems import invalid
from platemark.http.request import Request

NOT_GIVEN: list[str] = []


@dataclass(frozen=True, slots=True)
class CompiledParameter:
    """One parameter with everything looked up once: its rules, the handler's argument, how its text is read."""

    rules: ParameterRules
    argument: Param
    pointer: str
    is_list: bool
    default: Any
    read: Callable[[list[str]], Any]

    def texts(self, request: Request, query: Mapping[str, list[str]]) -> list[str]:
        """What the request gives for it; empty if it is not there."""
        name = self.rules.name
        if self.rules.location == "query":
            return query.get(name, NOT_GIVEN)
        if self.rules.location == "path":
            return [request.path_values[name]]
        if self.rules.location == "cookie":
            return parse_cookie(request.header("cookie")).getlist(name)
        value = request.header(name)
        return NOT_GIVEN if value is None else [value]

    def findings(self, texts: list[str], value: Any) -> list[Finding]:
        """Everything that is wrong with ``value``, which was read from ``texts``."""
        if len(texts) > 1 and (not self.is_list or self.rules.separator is not None):
            return [Finding(self.pointer, "This parameter may be given only once.", "repeated")]
        return self.rules.schema.findings(value, self.pointer)


class ParameterDecoder:
    """The parameters of one operation."""

    def __init__(self, contract: Contract, operation: Operation, rules: OperationRules) -> None:
        arguments = {(param.location, param.name): param for param in operation.params}
        self._parameters = tuple(
            _compile(contract, each, arguments[each.location, each.name])  # type: ignore[index]
            for each in rules.parameters
        )
        self._query = {each.name for each in rules.parameters if each.location == "query"}
        self._defaults = {
            each.argument.python_name: each.default for each in self._parameters if not each.argument.server_side
        }

    def decode(self, request: Request) -> dict[str, Any]:
        """The handler's arguments. Raises HttpProblem 400 with all findings about path, query and headers.

        Parameters that the server itself uses go to ``request.server_side``, by their names in the contract.
        """
        query = parse_query(request.query_string) if request.query_string else {}
        findings = list(self._unknown(query))
        arguments = dict(self._defaults)
        for parameter in self._parameters:
            texts = parameter.texts(request, query)
            if texts:
                value = parameter.read(texts)
                if found := parameter.findings(texts, value):
                    findings += found
                elif parameter.argument.server_side:
                    request.server_side[parameter.rules.name] = value
                else:
                    arguments[parameter.argument.python_name] = msgspec.convert(value, parameter.argument.type)
            elif parameter.rules.required:
                findings.append(Finding(parameter.pointer, "This parameter is required.", "required"))
        if findings:
            raise invalid(findings)
        return arguments

    def _unknown(self, query: Mapping[str, list[str]]) -> Iterator[Finding]:
        for name in query.keys() - self._query:
            yield Finding(f"query/{printable(name, 100)}", "This parameter is unknown.", "unknown_parameter")


def _compile(contract: Contract, rules: ParameterRules, argument: Param) -> CompiledParameter:
    schema = rules.schema.document
    is_list = schema.get("type") == "array"
    separator = rules.separator if is_list else None
    default = msgspec.convert(schema["default"], argument.type) if "default" in schema else argument.default
    return CompiledParameter(
        rules=rules,
        argument=argument,
        pointer=f"{rules.location}/{rules.name}",
        is_list=is_list,
        default=default,
        read=lambda texts: coerce_all(split(texts, separator), schema, contract.resolve),
    )
