"""Schemas that are served in both directions."""

from __future__ import annotations

from typing import Any

from tests.contract.features.rows import Json, closed, schema_row

ID = "01920000-0000-7000-8000-000000000001"
WORD: Json = {"type": "string", "maxLength": 9, "pattern": "^[a-z]*$"}
SMALL: Json = {"type": "integer", "minimum": 0, "maximum": 9}
OLD: Json = {"deprecated": True, "x-deprecated-since": "2026-06-01", "x-sunset": "2027-01-01"}


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def field(schema: Json, *optional: str) -> Json:
    """An object with the field `it`."""
    return closed({"it": schema}, *optional)


def values(*items: Any) -> list[Any]:
    return [{"it": item} for item in items]


def of_field(name: str, schema: Json, good: list[Any], bad: list[Any], **others: Json) -> Any:
    return schema_row(name, field(schema), values(*good), values(*bad), **others)


def tagged(name: str, tag: Any, **fields: Json) -> Json:
    return closed({"kind": {"const": tag}, **fields})


CIRCLE, SQUARE = closed({"radius": SMALL}), closed({"side": SMALL, "name": WORD}, "name")
COLORS = {"type": "string", "title": "Hue", "enum": ["red", "blue"]}

ROWS = [
    of_field("plain string", WORD, ["", "abc"], ["ABC", "abcdefghij", 1, None]),
    of_field("bounded integer", SMALL, [0, 9], [-1, 10, 1.5, "1", True]),
    of_field("bounded number", {"type": "number", "minimum": 0, "maximum": 1}, [0, 0.5, 1], [-0.1, 1.1, "0"]),
    of_field(
        "exclusive bounds",
        {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
        [0.5], [0, 1],
    ),
    of_field("boolean", {"type": "boolean"}, [True, False], [0, "true", None]),
    of_field("decimal multiple", {"type": "number", "minimum": 0, "maximum": 9, "multipleOf": 0.01}, [0.07, 1.1, 8.29],
             [0.001, 0.075]),
    of_field("integer multiple", {"type": "integer", "minimum": 0, "maximum": 99, "multipleOf": 5}, [5, 95], [7]),
    of_field("big integer as text", {"type": "string", "pattern": "^-?[0-9]{1,19}$", "maxLength": 20},
             ["9223372036854775807"], ["1.5", 1]),
    of_field("integer with format", {**SMALL, "format": "int64"}, [3], [10, "3"]),
    of_field("number with format", {"type": "number", "minimum": 0, "maximum": 9, "format": "double"}, [3.5], [10]),
    of_field("uuid", {"type": "string", "format": "uuid", "maxLength": 36}, [ID], ["x", 1]),
    of_field("date time", {"type": "string", "format": "date-time", "maxLength": 40}, ["2026-01-02T03:04:05Z"],
             ["2026-01-02", "x"]),
    of_field("date", {"type": "string", "format": "date", "maxLength": 10}, ["2026-01-02"], ["2026-13-02", "x"]),
    of_field("uri", {"type": "string", "format": "uri", "maxLength": 99}, ["https://a.example/b"], ["no uri"]),
    of_field("email", {"type": "string", "format": "email", "maxLength": 99}, ["a@b.example"], ["a"]),
    of_field("time of day", {"type": "string", "format": "time", "maxLength": 20}, ["03:04:05Z"], ["3 o'clock"]),
    of_field("duration", {"type": "string", "format": "duration", "maxLength": 20}, ["P1DT2H"], ["1 day"]),
    of_field("internet address", {"type": "string", "format": "ipv4", "maxLength": 15}, ["10.0.0.1"], ["10.0.0.256"]),
    of_field("newer internet address", {"type": "string", "format": "ipv6", "maxLength": 45}, ["::1"], ["1"]),
    of_field("host name", {"type": "string", "format": "hostname", "maxLength": 99}, ["a.example"], ["-a"]),
    of_field("encoded bytes", {"type": "string", "contentEncoding": "base64", "pattern": "^[A-Za-z0-9+/=]*$",
                               "maxLength": 99}, ["AAEC"], ["-"]),
    of_field("nullable string", {**WORD, "type": ["string", "null"]}, ["a", None], ["A", 1]),
    of_field("nullable integer", {**SMALL, "type": ["integer", "null"]}, [1, None], ["1", 10]),
    of_field("nullable enum", {"type": ["string", "null"], "title": "Mood", "enum": ["glad", "sad", None]},
             ["glad", None], ["mad", 1]),
    of_field("nullable reference", {"anyOf": [ref("Corner"), {"type": "null"}]}, [{"radius": 1}, None],
             [{"radius": 10}, 1], Corner=CIRCLE),
    of_field("nullable union by keyword", {"oneOf": [{"type": "null"}, ref("Knob")]}, [{"radius": 1}, None], [1],
             Knob=CIRCLE),
    of_field("several types", {"type": ["string", "integer"], "maxLength": 3, "pattern": "^[a-z]*$", "minimum": 0,
                               "maximum": 9}, ["a", 1], ["A", 10, True]),
    of_field("choice", {**COLORS, "title": "Tint"}, ["red"], ["green", None]),
    of_field("enum of odd words", {"type": "string", "title": "Odd",
                                   "enum": ["a-b", "a b", "", "class", "1st", "name", "A", "é", "mro"]},
             ["a-b", "", "class", "1st", "name", "A", "é", "mro"], ["b"]),
    of_field("enum of similar words", {"type": "string", "title": "Similar", "enum": ["a-b", "a_b", "A b"]},
             ["a-b", "a_b", "A b"], ["a"]),
    of_field("enum of integers", {"type": "integer", "title": "Level", "enum": [1, 2, 3]}, [1, 3], [4, "1"]),
    of_field("enum of mixed values", {"title": "Mixed", "enum": ["auto", 1, True, None]}, ["auto", 1, None], ["x", 2]),
    schema_row("enum component", field(ref("Paint")), values("red"), values("x"),
               Paint={"type": "string", "enum": ["red", "blue"]}),
    of_field("constant", {"const": "only"}, ["only"], ["other", None]),
    of_field("constant number", {"const": 7}, [7], [8, "7"]),
    of_field("array", {"type": "array", "items": WORD, "maxItems": 2, "minItems": 1}, [["a"]], [[], ["a", "b", "c"],
                                                                                           ["A"], "a"]),
    of_field("unique items", {"type": "array", "items": SMALL, "maxItems": 5, "uniqueItems": True}, [[1, 2]], [[1, 1]]),
    of_field("nested arrays", {"type": "array", "maxItems": 2, "items": {"type": "array", "maxItems": 2,
                                                                         "items": SMALL}}, [[[1], [2]]], [[[10]]]),
    of_field("tuple", {"type": "array", "prefixItems": [WORD, SMALL], "items": False, "minItems": 2, "maxItems": 2},
             [["a", 1]], [[1, "a"], ["a"]]),
    of_field("map", {"type": "object", "title": "Counts", "additionalProperties": SMALL, "maxProperties": 3,
                     "propertyNames": {"pattern": "^[a-z]{1,9}$", "maxLength": 9}}, [{"a": 1}, {}],
             [{"A": 1}, {"a": 10}]),
    of_field("map of objects", {"type": "object", "title": "Dots", "additionalProperties": ref("Dot"),
                                "maxProperties": 3, "propertyNames": {"pattern": "^[a-z]{1,9}$", "maxLength": 9}},
             [{"a": {"radius": 1}}], [{"a": {}}], Dot=CIRCLE),
    schema_row("closed object", SQUARE, [{"side": 1}, {"side": 1, "name": "a"}], [{}, {"side": 1, "x": 1}, [], None]),
    schema_row("empty object", closed({}), [{}], [{"a": 1}, []]),
    schema_row("object with optional null", closed({"a": {**WORD, "type": ["string", "null"]}}, "a"), [{}, {"a": None}],
               [{"a": 1}]),
    schema_row("smallest object", {**closed({"a": WORD, "b": WORD}, "a", "b"), "minProperties": 1}, [{"a": "x"}],
               [{}]),
    schema_row("nested object", closed({"in": {**closed({"deep": SMALL}), "title": "Inner"}}), [{"in": {"deep": 1}}],
               [{"in": {}}, {"in": {"deep": 10}}]),
    schema_row("field names", closed({"a-b": SMALL, "class": SMALL, "1st": SMALL, "self": SMALL, "é": SMALL,
                                      "from": SMALL, "fooBar": SMALL, "x.y": SMALL, "$id": SMALL}),
               [{"a-b": 1, "class": 1, "1st": 1, "self": 1, "é": 1, "from": 1, "fooBar": 1, "x.y": 1, "$id": 1}],
               [{"a_b": 1}]),
    schema_row("keywords as field names", closed({"default": SMALL, "enum": WORD, "example": WORD, "examples": WORD,
                                                  "title": WORD, "type": WORD, "properties": WORD, "const": WORD}),
               [{"default": 1, "enum": "a", "example": "a", "examples": "a", "title": "a", "type": "a",
                 "properties": "a", "const": "a"}], [{"default": "a"}]),
    schema_row("annotations", {**closed({"a": {**WORD, "example": "b", "xml": {"name": "A"},
                                               "externalDocs": {"url": "https://a.example"}}}), "xml": {"name": "It"}},
               [{"a": "x"}], [{}]),
    schema_row("similar field names", closed({"a-b": SMALL, "a_b": SMALL}), [{"a-b": 1, "a_b": 2}], [{"a-b": 1}]),
    schema_row("field names of the generated module", closed({"models": SMALL, "msgspec": SMALL, "field": SMALL,
                                                              "int": SMALL, "str": WORD}),
               [{"models": 1, "msgspec": 1, "field": 1, "int": 1, "str": "a"}], [{}]),
    schema_row("dependent fields", {**closed({"a": SMALL, "b": SMALL}, "a", "b"), "dependentRequired": {"a": ["b"]}},
               [{}, {"a": 1, "b": 1}], [{"a": 1}]),
    schema_row("condition", {**closed({"a": SMALL, "b": SMALL}, "b"), "if": {"properties": {"a": {"const": 1}}},
                             "then": {"required": ["b"]}}, [{"a": 2}, {"a": 1, "b": 1}], [{"a": 1}]),
    of_field("negation", {**WORD, "not": {"const": "no"}}, ["yes"], ["no"]),
    schema_row("recursion", closed({"name": WORD, "children": {"type": "array", "maxItems": 3,
                                                              "items": ref("Recursion")}}),
               [{"name": "a", "children": [{"name": "b", "children": []}]}], [{"name": "a", "children": [{}]}]),
    schema_row("mutual recursion", closed({"it": {"anyOf": [ref("OtherHalf"), {"type": "null"}]}}),
               [{"it": {"back": {"it": None}}}, {"it": None}], [{"it": {}}], OtherHalf=closed({"back":
                                                                                              ref("MutualRecursion")})),
    schema_row("array component", {"type": "array", "maxItems": 2, "items": ref("Peg")}, [[{"radius": 1}], []],
               [{}, [{}]], Peg=CIRCLE),
    schema_row("text component", WORD, ["abc"], ["ABC", 1]),
    schema_row("number component", {"type": "number", "minimum": 0, "maximum": 9}, [1.5], [10, "1"]),
    schema_row("nullable component", {"anyOf": [ref("Pin"), {"type": "null"}]}, [{"radius": 1}, None], [1], Pin=CIRCLE),
    schema_row("tagged union", {"oneOf": [ref("InkKind"), ref("WashKind")],
                                "discriminator": {"propertyName": "kind", "mapping": {
                                    "ink": "#/components/schemas/InkKind", "wash": "#/components/schemas/WashKind"}}},
               [{"kind": "ink", "drops": 1}, {"kind": "wash"}], [{"kind": "x"}, {"kind": "wash", "drops": 1}, {}],
               InkKind=tagged("ink", "ink", drops=SMALL), WashKind=tagged("wash", "wash")),
    schema_row("tagged union without mapping", {"oneOf": [ref("Left"), ref("Right")],
                                                "discriminator": {"propertyName": "kind"}},
               [{"kind": "left", "a": 1}, {"kind": "right"}], [{"kind": "x"}, {"kind": "right", "a": 1}],
               Left=tagged("left", "left", a=SMALL), Right=tagged("right", "right")),
    schema_row("union with integer tags", {"oneOf": [ref("First"), ref("Second")],
                                           "discriminator": {"propertyName": "kind"}},
               [{"kind": 1, "a": 1}, {"kind": 2}], [{"kind": 3}, {"kind": "1", "a": 1}, {"kind": 2, "a": 1}],
               First=tagged("first", 1, a=SMALL), Second=tagged("second", 2)),
    schema_row("tagged union in lists", closed({"all": {"type": "array", "maxItems": 3, "items": {
        "oneOf": [ref("Up"), ref("Down")], "discriminator": {"propertyName": "kind"}}}}),
        [{"all": [{"kind": "up"}, {"kind": "down"}]}], [{"all": [{"kind": "x"}]}],
        Up=tagged("up", "up"), Down=tagged("down", "down")),
    schema_row("untagged union of objects", {"oneOf": [ref("Round"), ref("Edged")]}, [{"radius": 1}, {"side": 1}],
               [{"radius": 1, "side": 1}, {}, 1], Round=CIRCLE, Edged=SQUARE),
    schema_row("untagged alternatives", {"anyOf": [ref("Ring"), ref("Tile")]}, [{"radius": 1}, {"side": 1}],
               [{}, {"radius": "1"}], Ring=CIRCLE, Tile=SQUARE),
    of_field("untagged union in fields", {"oneOf": [ref("Disc"), ref("Slab"), {"type": "null"}]},
             [{"radius": 1}, None], [{}, 1], Disc=CIRCLE, Slab=SQUARE),
    of_field("union of formats", {"anyOf": [{"type": "string", "format": "uuid", "maxLength": 36},
                                            {"type": "string", "format": "date-time", "maxLength": 40}]},
             [ID, "2026-01-02T03:04:05Z"], ["x", 1]),
    of_field("union of texts", {"oneOf": [{"type": "string", "maxLength": 3, "pattern": "^[a-z]+$"},
                                          {"type": "string", "maxLength": 3, "pattern": "^[0-9]+$"}]},
             ["abc", "123"], ["a1", 1]),
    of_field("union of text and number", {"anyOf": [WORD, SMALL]}, ["a", 1], ["A", 10, None]),
    of_field("union of ranges", {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 1},
                                           {"type": "integer", "minimum": 8, "maximum": 9}]}, [0, 9], [5]),
    of_field("union of lists", {"oneOf": [{"type": "array", "maxItems": 1, "items": WORD},
                                          {"type": "array", "minItems": 2, "maxItems": 3, "items": SMALL}]},
             [["a"], [1, 2]], [[1], ["a", "b"]]),
    schema_row("composition of closed objects", {"allOf": [ref("Base"), ref("Extra")], "unevaluatedProperties": False},
               [{"id": 1, "note": "a"}], [{"id": 1}, {"id": 1, "note": "a", "x": 1}, {"id": 10, "note": "a"}],
               Base={"type": "object", "properties": {"id": SMALL}, "required": ["id"]},
               Extra={"type": "object", "properties": {"note": WORD}, "required": ["note"]}),
    schema_row("composition with own fields", {"type": "object", "allOf": [ref("Root")], "properties": {"own": SMALL},
                                               "required": ["own"], "unevaluatedProperties": False},
               [{"id": 1, "own": 1}], [{"id": 1}, {"id": 1, "own": 1, "x": 1}],
               Root={"type": "object", "properties": {"id": SMALL}, "required": ["id"]}),
    of_field("reference with siblings", {**ref("LongWord"), "maxLength": 2}, ["ab"], ["abc"],
             LongWord={**WORD, "maxLength": 9}),
    of_field("constraint by composition", {"allOf": [ref("Plain"), {"maxLength": 2}]}, ["ab"], ["abc", "A"],
             Plain={**WORD}),
    of_field("pattern with unicode", {"type": "string", "maxLength": 3, "pattern": "^[à-ü😀]*$"}, ["é", "😀"], ["a"]),
    of_field("length in characters", {"type": "string", "maxLength": 2, "pattern": "^.*$"}, ["😀😀"], ["😀😀😀"]),
    schema_row("lower case component name", closed({"it": ref("lower-case-name")}), [{"it": {"radius": 1}}],
               [{"it": 1}], **{"lower-case-name": CIRCLE}),
    schema_row("deprecated field", closed({"old": {**SMALL, **OLD}}), [{"old": 1}], [{"old": 10}]),
    schema_row("deprecated reference", closed({"old": {**ref("Veteran"), **OLD}}), [{"old": {"radius": 1}}],
               [{"old": 1}], Veteran=CIRCLE),
    schema_row("deprecated word", {"type": "string", "title": "DeprecatedWord", "enum": ["new", "old"],
               "x-words": {"old": OLD}}, ["old"], ["older"]),
]  # fmt: skip
