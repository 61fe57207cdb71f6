"""Parameters, headers and operations that are served."""

from __future__ import annotations

from typing import Any

from tests.contract.features.rows import (
    Exchange,
    Json,
    Served,
    answered,
    closed,
    header_row,
    operation,
    parameter_row,
)
from tests.contract.features.served_schemas import ID, OLD, SMALL, WORD, ref

NONE: dict[str, str] = {}
LIFECYCLE = {"deprecation": "@1780272000", "sunset": "Fri, 01 Jan 2027 00:00:00 GMT"}
WORDS: Json = {"type": "array", "items": WORD, "maxItems": 3}
NUMBERS: Json = {"type": "array", "items": SMALL, "maxItems": 3}
WHEN: Json = {"type": "string", "format": "date-time", "maxLength": 40}
TEXT: Json = {"type": "string", "maxLength": 9, "pattern": "^[^\\u0000]*$"}


def query(name: str, schema: Json, **rest: Any) -> Json:
    return {"name": name, "in": "query", "schema": schema, **rest}


PARAMETERS = [
    parameter_row("query text", [query("q", WORD)], [("?q=abc", NONE, {"q": "abc"}), ("", NONE, {"q": None})],
                  [("?q=ABC", NONE), ("?q=a&q=b", NONE), ("?x=1", NONE)]),
    parameter_row("required query", [query("q", WORD, required=True)], [("?q=", NONE, {"q": ""})], [("", NONE)]),
    parameter_row("query integer with default", [query("n", {**SMALL, "default": 5})],
                  [("?n=1", NONE, {"n": 1}), ("", NONE, {"n": 5})], [("?n=x", NONE), ("?n=10", NONE)]),
    parameter_row("query boolean", [query("b", {"type": "boolean"})], [("?b=true", NONE, {"b": True})],
                  [("?b=1", NONE)]),
    parameter_row("query number", [query("n", {"type": "number", "minimum": 0, "maximum": 1})],
                  [("?n=0.5", NONE, {"n": 0.5})], [("?n=2", NONE)]),
    parameter_row("query date", [query("d", {"type": "string", "format": "date", "maxLength": 10})],
                  [("?d=2026-01-02", NONE, {"d": "2026-01-02"})], [("?d=x", NONE)]),
    parameter_row("query time stamp", [query("t", WHEN)], [("?t=2026-01-02T03:04:05Z", NONE,
                                                           {"t": "2026-01-02T03:04:05Z"})], [("?t=x", NONE)]),
    parameter_row("query uuid", [query("id", {"type": "string", "format": "uuid", "maxLength": 36})],
                  [(f"?id={ID}", NONE, {"id": ID})], [("?id=x", NONE)]),
    parameter_row("query enum", [query("hue", {"type": "string", "title": "QueryHue", "enum": ["red", "blue"]})],
                  [("?hue=red", NONE, {"hue": "red"})], [("?hue=x", NONE)]),
    parameter_row("query enum of integers", [query("n", {"type": "integer", "title": "QueryLevel", "enum": [1, 2]})],
                  [("?n=1", NONE, {"n": 1})], [("?n=3", NONE)]),
    parameter_row("nullable query", [query("q", {**WORD, "type": ["string", "null"]})], [("?q=a", NONE, {"q": "a"})],
                  [("?q=A", NONE)]),
    parameter_row("repeated query", [query("w", WORDS)], [("?w=a&w=b", NONE, {"w": ["a", "b"]}),
                                                          ("?w=a", NONE, {"w": ["a"]}), ("", NONE, {"w": None})],
                  [("?w=A", NONE), ("?w=a&w=b&w=c&w=d", NONE)]),
    parameter_row("query with commas", [query("w", NUMBERS, explode=False)], [("?w=1,2", NONE, {"w": [1, 2]})],
                  [("?w=1,x", NONE), ("?w=1&w=2", NONE)]),
    parameter_row("query with spaces", [query("w", WORDS, style="spaceDelimited", explode=False)],
                  [("?w=a%20b", NONE, {"w": ["a", "b"]})], [("?w=a%20B", NONE)]),
    parameter_row("query with pipes", [query("w", WORDS, style="pipeDelimited", explode=False)],
                  [("?w=a%7Cb", NONE, {"w": ["a", "b"]})], [("?w=a%7CB", NONE)]),
    parameter_row("query list with default", [query("w", {**WORDS, "default": ["a"]})], [("", NONE, {"w": ["a"]})],
                  [("?w=A", NONE)]),
    parameter_row("query with odd names", [query("from", WORD), query("filter[name]", WORD), query("a-b", WORD),
                                           query("class", WORD)],
                  [("?from=a&filter[name]=b&a-b=c&class=d", NONE,
                    {"from_": "a", "filter_name": "b", "a_b": "c", "class_": "d"})], [("?from=A", NONE)]),
    parameter_row("query by reserved characters", [query("q", TEXT, allowReserved=True)],
                  [("?q=a/b:c", NONE, {"q": "a/b:c"})], [("?q=0123456789", NONE)]),
    parameter_row("query by reference", [query("q", ref("QueryWord"))], [("?q=a", NONE, {"q": "a"})], [("?q=A", NONE)]),
    parameter_row("deprecated query", [query("q", WORD, **OLD)], [("?q=a", NONE, {"q": "a"})],
                  [("?q=A", NONE)]),
    parameter_row("header parameter", [{"name": "X-Word", "in": "header", "schema": WORD}],
                  [("", {"X-Word": "a"}, {"x_word": "a"})], [("", {"X-Word": "A"})]),
    parameter_row("header with integer", [{"name": "X-Count", "in": "header", "schema": SMALL}],
                  [("", {"X-Count": "3"}, {"x_count": 3})], [("", {"X-Count": "x"})]),
    parameter_row("header with list", [{"name": "X-Words", "in": "header", "schema": WORDS}],
                  [("", {"X-Words": "a, b"}, {"x_words": ["a", "b"]})], [("", {"X-Words": "a, B"})]),
    parameter_row("cookie parameter", [{"name": "size", "in": "cookie", "schema": SMALL}],
                  [("", {"Cookie": "other=x; size=3"}, {"size": 3}), ("", NONE, {"size": None})],
                  [("", {"Cookie": "size=10"})]),
    parameter_row("path integer", [{"name": "number", "in": "path", "required": True, "schema": SMALL}],
                  [("/3", NONE, {"number": 3})], [("/x", NONE), ("/10", NONE)], suffix="/{number}"),
    parameter_row("path text", [{"name": "itsName", "in": "path", "required": True, "schema": TEXT}],
                  [("/a%2Fb", NONE, {"its_name": "a/b"})], [("/0123456789", NONE)], suffix="/{itsName}"),
    parameter_row("path uuid", [{"name": "id", "in": "path", "required": True,
                                 "schema": {"type": "string", "format": "uuid", "maxLength": 36}}],
                  [(f"/{ID}/end", NONE, {"id": ID})], [("/x/end", NONE)], suffix="/{id}/end"),
]  # fmt: skip
PARAMETERS[[row.name for row in PARAMETERS].index("query by reference")].schemas["QueryWord"] = {
    **WORD,
    "description": "A word.",
}

HEADERS = [
    header_row("text header", WORD, [("'a'", "a"), ("None", None)], ["'A'"]),  # type: ignore[list-item]
    header_row("integer header", SMALL, [("3", "3")], ["10", "'x'"]),
    header_row("number header", {"type": "number", "minimum": 0, "maximum": 1}, [("0.5", "0.5")], ["2.0"]),
    header_row("boolean header", {"type": "boolean"}, [("True", "true"), ("False", "false")], ["'yes'"]),
    header_row("date time header", WHEN, [("datetime(2026, 1, 2, tzinfo=UTC)", "2026-01-02T00:00:00Z")], ["'x'"]),
    header_row("uuid header", {"type": "string", "format": "uuid", "maxLength": 36}, [(f"UUID('{ID}')", ID)], ["'x'"]),
    header_row("list header", WORDS, [("['a', 'b']", "a, b")], ["['A']"]),
    header_row("number list header", NUMBERS, [("[1, 2]", "1, 2")], ["[10]"]),
]  # fmt: skip


def methods() -> list[Served]:
    """Methods and statuses."""
    head = {"head": operation("headOnly", {"204": answered(headers={"X-It": {"description": "It.", "schema": WORD}})})}
    options = {"options": operation("optionsOfIt", {"204": answered()})}
    both = {
        "get": operation("getBoth", {"200": answered({"text/plain": {"schema": WORD}})}),
        "head": operation("headBoth", {"204": answered()}),
    }
    ranged = {"get": operation("rangeOfStatuses", {"2XX": answered({"text/plain": {"schema": WORD}})})}
    moved = {
        "get": operation(
            "movedAway",
            {
                "303": answered(
                    headers={
                        "Location": {
                            "description": "Where.",
                            "schema": {"type": "string", "format": "uri-reference", "maxLength": 99},
                        }
                    }
                )
            },
        )
    }
    deprecated = {"get": operation("deprecatedOperation", {"204": answered()}, **OLD)}
    delete = {"delete": operation("deleteIt", {"204": answered()})}
    inherited = {
        "parameters": [{"description": "One.", **query("q", WORD)}],
        "get": operation(
            "overriddenParameter", {"204": answered()}, parameters=[{"description": "One.", **query("q", SMALL)}]
        ),
    }
    plain = operation("houseDefaults", {"204": answered()})
    del plain["x-minimum-role"]
    guarded = {**operation("guardedDefault", {"204": answered()}), "security": [{"sessionCookie": []}]}
    del guarded["x-minimum-role"], guarded["responses"]["403"]
    text = "rangeOfStatuses"
    return [
        Served(
            "head only",
            {"/head-only": head},
            [
                Exchange("HEAD", "/head-only", 204, answer="HeadOnly204(x_it='a')", sent_headers={"x-it": "a"}),
                Exchange("GET", "/head-only", 405),
            ],
        ),
        Served(
            "options", {"/options": options}, [Exchange("OPTIONS", "/options", 204), Exchange("GET", "/options", 405)]
        ),
        Served(
            "head beside get",
            {"/head-and-get": both},
            [
                Exchange("HEAD", "/head-and-get", 204),
                Exchange("GET", "/head-and-get", 200, answer="GetBoth200(body='a')", sent="a"),
            ],
        ),
        Served(
            "range of statuses",
            {"/range": ranged},
            [
                Exchange(
                    "GET", "/range", 207, answer=f"{text[0].upper()}{text[1:]}2XX(status=207, body='a')", sent="a"
                ),
                Exchange("GET", "/range", 500, answer=f"{text[0].upper()}{text[1:]}2XX(status=307, body='a')"),
            ],
        ),
        Served(
            "redirect",
            {"/moved": moved},
            [
                Exchange("GET", "/moved", 303, answer="MovedAway303(location='/a')", sent_headers={"location": "/a"}),
                Exchange("GET", "/moved", 500, answer="MovedAway303(location='a b')"),
            ],
        ),
        Served(
            "deprecated operation",
            {"/deprecated-operation": deprecated},
            [
                Exchange("GET", "/deprecated-operation", 204, sent_headers=LIFECYCLE),
                Exchange("GET", "/deprecated-operation?x=1", 400, sent_headers=LIFECYCLE),
                Exchange("GET", "/deprecated-operation", 500, answer="OptionsOfIt204()['a']", sent_headers=LIFECYCLE),
            ],
        ),
        Served("delete", {"/deleted": delete}, [Exchange("DELETE", "/deleted", 204), Exchange("PUT", "/deleted", 405)]),
        Served(
            "operation overrides parameter",
            {"/overridden": inherited},
            [Exchange("GET", "/overridden?q=1", 204, received={"q": 1}), Exchange("GET", "/overridden?q=a", 400)],
        ),
        Served(
            "role by default anyone",
            {"/anyone": {"get": plain}},
            [Exchange("GET", "/anyone", 204), Exchange("POST", "/anyone", 405)],
        ),
        Served(
            "role by default any user",
            {"/any-user": {"get": guarded}},
            [Exchange("GET", "/any-user", 401, {"Cookie": "session=x"}), Exchange("GET", "/any-user", 401)],
        ),
    ]


def stream() -> Served:
    """A stream of the studio's events, as messages of its own."""
    message = closed(
        {
            "id": {"type": "integer", "minimum": 0, "maximum": 2**53 - 1},
            "event": WORD,
            "data": {
                "type": "string",
                "maxLength": 99,
                "pattern": "^.*$",
                "contentMediaType": "application/json",
                "contentSchema": ref("Tick"),
            },
        },
        description="A message.",
    )
    allowed = {
        **operation("watchTicks", {"200": answered({"text/event-stream": {"schema": ref("TickMessage")}})}),
        "x-minimum-role": "viewer",
        "security": [{"bearerToken": []}],
    }
    events = "base.EventStream(after=None, to_model=lambda event: models.Tick(kind={}))"
    sending = {"Authorization": "Bearer TOKEN"}
    good, bad = events.format("event.kind"), events.format("'X' if event.kind == 'ready' else 'other'")
    return Served(
        "event stream under another name",
        {"/ticks": {"get": allowed}},
        [
            Exchange(
                "GET",
                "/ticks",
                200,
                sending,
                answer=f"WatchTicks200(body={good})",
                until='event: ready\ndata: {"kind":"ready"}',
            ),
            Exchange("GET", "/ticks", 401),
            Exchange("HEAD", "/ticks", 200, sending, answer=f"WatchTicks200(body={bad})"),
        ],
        {"Tick": closed({"kind": WORD}, description="An event."), "TickMessage": message},
    )


ROWS = [*PARAMETERS, *HEADERS, *methods(), stream()]
