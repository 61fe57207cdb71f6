"""Makes a value fit a schema of the contract, for what engines, imports and earlier versions bring.

Texts are clipped, forbidden characters replaced, numbers brought into their range. What cannot be saved becomes null
where the schema allows it, else it is left out. Every limit is read from the contract's own schemas.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import jsonschema_rs
import msgspec

Schema = Mapping[str, Any]
REPLACEMENT, UNKNOWN = "\ufffd", "unknown"
URI = "urn:platemark:schemas"
TYPES = ("object", "array", "string", "number", "boolean", "null")
PARTS = ("items", "additionalProperties")


class Unfit(ValueError):
    """The value cannot be made to fit."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A value that fits. ``repairs`` says what was changed: a pointer, and the id of the resource that it is in."""

    value: Any
    repairs: tuple[str, ...]


def fit(name: str, value: Any) -> Any:
    """``value`` as the schema ``name`` of the contract allows it: ``Provenance``, or a field of one, ``Label.text``.

    Raises Unfit if nothing of it can be saved.
    """
    schema, validator = _compiled(name)
    if is_encodable(value) and validator.is_valid(value):
        return value
    return repair(schema, value).value


def repair(schema: Schema, value: Any) -> Fitted:
    """``value``, which breaks ``schema``, changed so that it fits; its references are those of the contract.

    Raises Unfit if nothing of it can be saved.
    """
    repairs = _Repairs()
    return Fitted(repairs.fit(schema, value, _Place()), tuple(repairs.notes))


def is_encodable(value: Any) -> bool:
    """Whether ``value`` can be sent: no text in it has a lone surrogate."""
    try:
        msgspec.json.encode(value)
    except UnicodeEncodeError:
        return False
    return True


@functools.cache
def _contract() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(resources.files("generated").joinpath("openapi.json").read_bytes())
    return document


@functools.cache
def _compiled(name: str) -> tuple[Schema, jsonschema_rs.Draft202012Validator]:
    model, _, property_name = name.partition(".")
    schema = _contract()["components"]["schemas"][model]
    schema = schema["properties"][property_name] if property_name else schema
    absolute = json.loads(json.dumps(schema).replace('"#/components/', f'"{URI}#/components/'))
    return schema, jsonschema_rs.Draft202012Validator(absolute, registry=_registry(), validate_formats=True)


@functools.cache
def _registry() -> jsonschema_rs.Registry:
    return jsonschema_rs.Registry([(URI, {"$id": URI, "components": _contract()["components"]})])


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value is: its pointer, and the id of the resource around it."""

    pointer: str = ""
    resource_id: str = ""

    def below(self, part: object) -> _Place:
        return _Place(f"{self.pointer}/{part}", self.resource_id)

    def of(self, value: Mapping[Any, Any]) -> _Place:
        found = value.get("id")
        return _Place(self.pointer, found) if isinstance(found, str) else self


@dataclass(slots=True)
class _Repairs:
    """One walk through a value and its schema."""

    notes: list[str] = field(default_factory=list)

    def fit(self, schema: Schema, value: Any, place: _Place) -> Any:
        """The value as the schema allows it; Unfit if there is no such value."""
        schema = self._resolve(schema)
        if alternatives := _alternatives(schema):
            return self._fit_alternative([self._resolve(each) for each in alternatives], value, place)
        fitters: dict[str, Callable[[Schema, Any, _Place], Any]] = {
            "object": self._fit_object,
            "array": self._fit_array,
            "string": self._fit_text,
        }
        return fitters.get(schema.get("type", ""), self._fit_scalar)(schema, value, place)

    def _fit_alternative(self, alternatives: Sequence[Schema], value: Any, place: _Place) -> Any:
        """The alternative that needs the fewest repairs; null if there is none and null is allowed."""
        attempts = []
        for alternative in alternatives:
            attempt = _Repairs()
            try:
                attempts.append((attempt.notes, attempt.fit(alternative, value, place)))
            except Unfit:
                continue
        if attempts:
            notes, fitted = min(attempts, key=lambda each: len(each[0]))
            self.notes += notes
            return fitted
        if any(each.get("type") == "null" for each in alternatives):
            self._note("is now null", place)
            return None
        raise Unfit(place.pointer)

    def _fit_object(self, schema: Schema, value: Any, place: _Place) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise Unfit(place.pointer)
        place, properties = place.of(value), schema.get("properties", {})
        fitted: dict[str, Any] = {}
        for name in properties:
            if name in value or name in schema.get("required", ()):
                fitted |= self._fit_property(schema, name, properties[name], value, place)
        for name in [name for name in value if name not in properties]:
            fitted |= self._fit_additional(schema, name, value[name], place)
        most = schema.get("maxProperties", len(fitted))
        if len(fitted) < schema.get("minProperties", 0):
            raise Unfit(place.pointer)
        if len(fitted) > most:
            self._note(f"has only its first {most} fields", place)
        return dict(list(fitted.items())[:most])

    def _fit_property(
        self, schema: Schema, name: str, property_schema: Schema, value: Mapping[str, Any], place: _Place
    ) -> dict[str, Any]:
        """The property, by its name; nothing if it is optional and cannot be saved."""
        inner = place.below(name)
        try:
            fitted = self.fit(property_schema, value.get(name), inner)
        except Unfit:
            if name not in schema.get("required", ()):
                self._note("is left out", inner)
                return {}
            fitted = self._neutral(self._resolve(property_schema), value.get(name), inner)
        if name not in value:
            self._note("was missing", inner)
        return {name: fitted}

    def _fit_additional(self, schema: Schema, name: object, value: Any, place: _Place) -> dict[str, Any]:
        allowed, inner = schema.get("additionalProperties", True), place.below("…")
        try:
            if allowed is False or not _is_valid({"type": "string", **schema.get("propertyNames", {})}, name):
                raise Unfit(inner.pointer)
            return {str(name): self._fit_json(value, inner) if allowed is True else self.fit(allowed, value, inner)}
        except Unfit:
            self._note("is left out", inner)
            return {}

    def _fit_array(self, schema: Schema, value: Any, place: _Place) -> list[Any]:
        if not isinstance(value, list | tuple):
            raise Unfit(place.pointer)
        fitted: list[Any] = []
        for number, item in enumerate(value):
            inner = place.below(number)
            try:
                each = self.fit(schema.get("items", {}), item, inner)
            except Unfit:
                inner = inner.of(item) if isinstance(item, Mapping) else inner
                self._note("is left out", inner)
                continue
            if schema.get("uniqueItems") and each in fitted:
                self._note("is left out, it repeats another", inner)
            else:
                fitted.append(each)
        if len(fitted) < schema.get("minItems", 0):
            raise Unfit(place.pointer)
        most = schema.get("maxItems", len(fitted))
        if len(fitted) > most:
            self._note(f"has only its first {most} items", place)
        return fitted[:most]

    def _fit_text(self, schema: Schema, value: Any, place: _Place) -> str:
        if not isinstance(value, str):
            raise Unfit(place.pointer)
        text = value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")[: schema.get("maxLength")]
        if "pattern" in schema and not _is_valid({"pattern": schema["pattern"]}, text):
            allowed = {character: _allowed(character, schema["pattern"]) for character in set(text)}
            text = "".join(allowed[character] for character in text)
        if not _is_valid(schema, text):
            raise Unfit(place.pointer)
        if text != value:
            self._note("is clipped", place)
        return text

    def _fit_scalar(self, schema: Schema, value: Any, place: _Place) -> Any:
        if "type" not in schema and not schema.get("enum") and "const" not in schema:
            return self._fit_json(value, place)
        if (isinstance(value, float) and not math.isfinite(value)) or not _is_valid(schema, value):
            raise Unfit(place.pointer)
        return value

    def _fit_json(self, value: Any, place: _Place) -> Any:
        """Any JSON value, without lone surrogates."""
        if is_encodable(value):
            return value
        self._note("is clipped", place)
        return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))

    def _neutral(self, schema: Schema, value: Any, place: _Place) -> Any:
        """What stands for a required value that cannot be saved: a number in range, an empty text, array or object."""
        kind = schema.get("type")
        if kind == "object":
            fitted: Any = self._fit_object(schema, {}, place)
        elif kind == "array":
            fitted = self._fit_array(schema, [], place)
        elif kind in ("integer", "number"):
            fitted = _nearest(schema, value)
        else:
            fitted = next((each for each in ("", UNKNOWN) if _is_valid(schema, each)), None)
        if fitted is None:
            raise Unfit(place.pointer)
        self._note("is replaced", place)
        return fitted

    def _resolve(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            node: Any = _contract()
            for part in schema["$ref"].split("#/", 1)[1].split("/"):
                node = node[part.replace("~1", "/").replace("~0", "~")]
            schema = node
        return schema

    def _note(self, what: str, place: _Place) -> None:
        of = f" of {place.resource_id}" if place.resource_id else ""
        self.notes.append(f"{place.pointer}{of} {what}")


def _alternatives(schema: Schema) -> Sequence[Schema]:
    kinds = schema.get("type")
    if isinstance(kinds, list):
        return [{**schema, "type": kind} for kind in kinds]
    alternatives: Sequence[Schema] = schema.get("anyOf") or schema.get("oneOf") or ()
    if not alternatives and kinds is None and not schema.keys().isdisjoint(PARTS):
        return [_of_type(schema, kind) for kind in TYPES]
    return alternatives


def _of_type(schema: Schema, kind: str) -> Schema:
    """A schema that names no type, for the values of one type alone."""
    inapplicable = () if kind in ("array", "object") else PARTS
    return {"type": kind, **{key: part for key, part in schema.items() if key not in inapplicable}}


def _is_valid(schema: Schema, value: Any) -> bool:
    """Whether a text or a number fits a schema that refers to no other."""
    return is_encodable(value) and _validator(json.dumps(schema)).is_valid(value)


@functools.cache
def _validator(schema: str) -> jsonschema_rs.Draft202012Validator:
    """The validator of a schema in JSON: compiling one takes longer than many of its verdicts."""
    return jsonschema_rs.Draft202012Validator(json.loads(schema), validate_formats=True)


def _allowed(character: str, pattern: str) -> str:
    """The character if ``pattern`` allows it, else one that stands for it."""
    candidates = (character, " " if character.isspace() else REPLACEMENT, "_", "")
    return next(each for each in candidates if each == "" or _is_valid({"pattern": pattern}, each))


def _nearest(schema: Schema, value: Any) -> int | float | None:
    """The number in the schema's range that is nearest to ``value``; to 0 if that is no number."""
    known = isinstance(value, int | float) and not isinstance(value, bool) and not math.isnan(value)
    low, high = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    number = min(max(value if known else 0, low), high)
    number = round(number) if schema["type"] == "integer" and math.isfinite(number) else number
    return number if _is_valid(schema, number) else None
