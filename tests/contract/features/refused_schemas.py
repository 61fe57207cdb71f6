"""Schemas that are refused."""

from __future__ import annotations

from tests.contract.features.refusals import (
    SCHEMA,
    Refused,
    field,
    schema,
)
from tests.contract.features.rows import closed
from tests.contract.features.served_schemas import CIRCLE, SMALL, SQUARE, WORD, ref

TEXT = {"schema": WORD}
WORDS = {"type": "array", "items": WORD, "maxItems": 3}
TAGGED = {"oneOf": [ref("One"), ref("Two")], "discriminator": {"propertyName": "kind"}}
UNION = {"One": closed({"kind": WORD}), "Two": closed({"kind": WORD, "a": SMALL})}
SCHEMAS = [
    field("example that does not match", {**WORD, "example": 1}, "does not match its schema"),
    field("nullable of earlier versions", {**WORD, "nullable": True}, "write `type: [..., 'null']`"),
    field(
        "fields by pattern", {"type": "object", "title": "X", "patternProperties": {"^a$": WORD}}, "patternProperties"
    ),
    field("list that contains", {**WORDS, "contains": {"const": "a"}}, "unknown keywords: contains"),
    field("dynamic reference", {"$dynamicRef": "#it"}, "write a $ref for each use"),
    field("unevaluated items", {**WORDS, "unevaluatedItems": False}, "unknown keywords: unevaluatedItems"),
    field(
        "dependent schemas",
        {"type": "object", "title": "X", "dependentSchemas": {}},
        "unknown keywords: dependentSchemas",
    ),
    field("text without limit", {"type": "string"}, "a string needs maxLength"),
    field("number without limit", {"type": "integer"}, "a number needs minimum"),
    field(
        "integer beyond javascript", {"type": "integer", "minimum": 0, "maximum": 2**60}, "JavaScript cannot represent"
    ),
    field("list without limit", {"type": "array", "items": WORD}, "an array needs maxItems"),
    field("open object", {"type": "object", "title": "X", "properties": {}}, "additionalProperties: false"),
    field("map without limit", {"type": "object", "title": "X", "additionalProperties": WORD}, "maxProperties"),
    field("anything", {}, "does not constrain its values"),
    field("unknown format", {"type": "string", "maxLength": 9, "format": "iban"}, "format iban is not checked"),
    field(
        "format of numbers on text",
        {"type": "string", "maxLength": 9, "format": "int64"},
        "format int64 is not checked",
    ),
    field("lookahead", {"type": "string", "maxLength": 9, "pattern": "^(?=a)a$"}, "must not look around"),
    field("back reference", {"type": "string", "maxLength": 9, "pattern": "^(a)\\1$"}, "refer back"),
    field("pattern without anchors", {"type": "string", "maxLength": 9, "pattern": "a"}, "must be anchored"),
    field(
        "pattern of another engine",
        {"type": "string", "maxLength": 9, "pattern": "^(?P<a>b)$"},
        "cannot be compiled by JavaScript",
    ),
    field(
        "needless escape", {"type": "string", "maxLength": 9, "pattern": "^\\-$"}, "cannot be compiled by JavaScript"
    ),
    field(
        "octal escape", {"type": "string", "maxLength": 9, "pattern": "^[^\\0]$"}, "cannot be compiled by the server"
    ),
    field(
        "unicode property", {"type": "string", "maxLength": 9, "pattern": "^\\p{L}$"}, "not a valid regular expression"
    ),
    field("bytes in json", {"type": "string", "contentMediaType": "image/png"}, "bytes are sent in forms only"),
    field("untitled choice", {"type": "string", "enum": ["a"]}, "an enum needs a title"),
    field("default of another type", {**SMALL, "default": "a"}, "does not match its schema"),
    schema("closed parts", {"allOf": [ref("One"), ref("Two")]}, "refuse each other's fields", One=CIRCLE, Two=SQUARE),
    schema(
        "composition closed twice",
        {
            "type": "object",
            "title": "Thing",
            "allOf": [ref("One")],
            "properties": {"a": WORD},
            "additionalProperties": False,
        },
        "refuses",
        One={**CIRCLE, "additionalProperties": True},
    ),
    schema("tag without constant", TAGGED, "a `const` of its own", **UNION),
    schema(
        "tag that is optional",
        TAGGED,
        "with kind required",
        One=closed({"kind": {"const": "a"}}, "kind"),
        Two=closed({"kind": {"const": "b"}}),
    ),
    schema(
        "tag that is not unique",
        TAGGED,
        "a `const` of its own",
        One=closed({"kind": {"const": "a"}}),
        Two=closed({"kind": {"const": "a"}, "a": SMALL}),
    ),
    schema(
        "mapping that differs",
        {
            "oneOf": TAGGED["oneOf"],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"b": "#/components/schemas/One", "a": "#/components/schemas/Two"},
            },
        },
        "the mapping differs",
        One=closed({"kind": {"const": "a"}}),
        Two=closed({"kind": {"const": "b"}}),
    ),
    schema(
        "unnamed member with tag",
        {"oneOf": [closed({"kind": {"const": "a"}}, title="One")], "discriminator": {"propertyName": "kind"}},
        "must be a named schema",
    ),
    Refused(
        "component name of python",
        {("components", "schemas", "enum"): CIRCLE, (*SCHEMA, "properties", "it"): ref("enum")},
        "openapi.yaml#/components/schemas/enum",
        "means something else in Python",
    ),
    Refused(
        "component name with digit",
        {("components", "schemas", "3d"): CIRCLE, (*SCHEMA, "properties", "it"): ref("3d")},
        "openapi.yaml#/components/schemas/3d",
        "is no identifier",
    ),
    Refused(
        "unused component",
        {("components", "schemas", "Spare"): CIRCLE},
        "openapi.yaml#/components/schemas/Spare",
        "is used by no operation",
    ),
]
CLASHES = [
    Refused(
        "component names that collide",
        {("components", "schemas", "a-b"): CIRCLE, ("components", "schemas", "AB"): CIRCLE},
        "openapi.yaml#/components/schemas/AB",
        "the name AB is taken",
    ),
    Refused(
        "name of a form for requests that is taken",
        {
            (*SCHEMA, "properties", "extra"): {**WORD, "readOnly": True},
            (*SCHEMA, "properties", "other"): ref("ThingRequest"),
            ("components", "schemas", "ThingRequest"): CIRCLE,
        },
        "openapi.yaml#/components/schemas/Thing",
        "its name is taken: ThingRequest",
    ),
    Refused(
        "reference to nothing",
        {(*SCHEMA, "properties", "it"): ref("Nobody")},
        "openapi.yaml#/components/schemas/Thing/properties/it",
        "points at nothing",
    ),
]
