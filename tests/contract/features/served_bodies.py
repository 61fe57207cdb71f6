"""Bodies that are served: text, JSON, forms and files."""

from __future__ import annotations

from tests.contract.features.rows import Json, closed, request_row, response_row
from tests.contract.features.served_messages import NUMBERS, TEXT
from tests.contract.features.served_schemas import CIRCLE, SMALL, WORD, ref


def form(*parts: tuple[str, str, str]) -> tuple[str, str]:
    """The media type and the text of a form; each part is a name, its further headers, and its content."""
    lines = [
        f'--b\r\nContent-Disposition: form-data; name="{name}"{rest}\r\n\r\n{content}\r\n'
        for name, rest, content in parts
    ]
    return "multipart/form-data; boundary=b", "".join(lines) + "--b--\r\n"


FILE = '; filename="a.txt"\r\nContent-Type: text/plain'
UPLOAD: Json = {"type": "string", "contentMediaType": "text/plain"}


def form_content(properties: Json, *optional: str) -> Json:
    return {"multipart/form-data": {"schema": closed(properties, *optional, title="Fields")}}


def titled(name: str, content: Json) -> Json:
    content["multipart/form-data"]["schema"]["title"] = name
    return content


ANY_FILE: Json = {"schema": {"type": "string", "contentMediaType": "application/pdf"}}
ROWS = [
    request_row(
        "plain text body",
        {"text/plain": {"schema": TEXT}},
        [("text/plain", "abc", "abc")],
        [("text/plain", "0123456789", 400), ("text/html", "a", 415)],
    ),
    request_row(
        "table body",
        {"text/csv": {"schema": {**TEXT, "pattern": "^[a-z,]*$"}}},
        [("text/csv", "a,b", "a,b")],
        [("text/csv", "A", 400), ("text/csv", "a,b,c,d,e,f", 400)],
    ),
    request_row(
        "markup body",
        {"application/xml": {"schema": TEXT}},
        [("application/xml", "<a/>", "<a/>")],
        [("application/xml", "<abcdefgh/>", 400)],
    ),
    request_row(
        "several body types",
        {"application/json": {"schema": ref("Bead"), "example": {"radius": 1}}, "text/plain": {"schema": TEXT}},
        [("application/json", '{"radius": 1}', {"radius": 1}), ("text/plain", "abc", "abc")],
        [("application/json", "{}", 400), ("text/plain", "0123456789", 400)],
        Bead={**CIRCLE, "description": "It."},
    ),
    request_row(
        "several json types",
        {
            "application/json": {"schema": ref("Coin"), "example": {"radius": 1}},
            "application/vnd.coin+json": {"schema": ref("Token"), "example": {"side": 1}},
        },
        [
            ("application/json", '{"radius": 1}', {"radius": 1}),
            ("application/vnd.coin+json", '{"side": 1}', {"side": 1}),
        ],
        [("application/vnd.coin+json", '{"radius": 1}', 400), ("application/x+json", "{}", 415)],
        Coin={**CIRCLE, "description": "It."},
        Token={**closed({"side": SMALL}), "description": "It."},
    ),
    request_row(
        "form with fields",
        titled("PlainFields", form_content({"a": WORD, "n": SMALL, "b": {"type": "boolean"}}, "n", "b")),
        [(*form(("a", "", "x"), ("n", "", "3")), {"a": "x", "n": 3})],
        [(*form(("n", "", "3")), 400), (*form(("a", "", "x"), ("c", "", "3")), 400)],
    ),
    request_row(
        "form with one file",
        titled("FileFields", form_content({"file": UPLOAD})),
        [(*form(("file", FILE, "hi")), {"file": ["a.txt", "text/plain", "hi"]})],
        [(*form(("file", "", "hi")), 400), (*form(("file", FILE, "a"), ("file", FILE, "b")), 400)],
    ),
    request_row(
        "form with several files",
        titled(
            "FilesFields", form_content({"files": {"type": "array", "items": UPLOAD, "maxItems": 2, "minItems": 1}})
        ),
        [
            (
                *form(("files", FILE, "a"), ("files", FILE, "b")),
                {"files": [["a.txt", "text/plain", "a"], ["a.txt", "text/plain", "b"]]},
            ),
            (*form(("files", FILE, "a")), {"files": [["a.txt", "text/plain", "a"]]}),
        ],
        [(*form(*[("files", FILE, "a")] * 3), 400), (*form(), 400)],
    ),
    request_row(
        "form with lists",
        titled("ListFields", form_content({"n": NUMBERS}, "n")),
        [(*form(("n", "", "1"), ("n", "", "2")), {"n": [1, 2]}), (*form(("n", "", "1")), {"n": [1]})],
        [(*form(("n", "", "x")), 400)],
    ),
    request_row(
        "form with structured parts",
        titled("PartFields", form_content({"meta": ref("Detail")})),
        [(*form(("meta", "\r\nContent-Type: application/json", '{"radius": 1}')), {"meta": {"radius": 1}})],
        [(*form(("meta", "", '{"radius": 10}')), 400), (*form(("meta", "", "{")), 400)],
        Detail={**CIRCLE, "description": "It."},
    ),
    request_row(
        "form with odd names",
        titled("OddFields", form_content({"a-b": WORD, "class": WORD})),
        [(*form(("a-b", "", "x"), ("class", "", "y")), {"a-b": "x", "class": "y"})],
        [(*form(("a_b", "", "x"), ("class", "", "y")), 400)],
    ),
    response_row(
        "plain text answer",
        {"text/plain": {"schema": WORD}},
        [("PlainTextAnswer200(body='a')", "text/plain", "a")],
        ["PlainTextAnswer200(body='A')"],
    ),
    response_row(
        "table answer",
        {"text/csv": {"schema": WORD}},
        [("TableAnswer200(body=b'a')", "text/csv", "a")],
        ["TableAnswer200(body=b'A')"],
    ),
    response_row(
        "page answer",
        {"text/html": {"schema": TEXT}},
        [("PageAnswer200(body='<p>')", "text/html", "<p>")],
        ["PageAnswer200(body='0123456789')"],
    ),
    response_row(
        "markup answer",
        {"application/problem+xml": {"schema": TEXT}},
        [("MarkupAnswer200(body='<p/>')", "application/problem+xml", "<p/>")],
        ["MarkupAnswer200(body='0123456789')"],
    ),
    response_row(
        "vendor json answer",
        {"application/vnd.it+json": {"schema": ref("Pearl"), "example": {"radius": 1}}},
        [("converted(VendorJsonAnswer200, {'radius': 1})", "application/vnd.it+json", {"radius": 1})],
        ["VendorJsonAnswer200(body={'radius': 10})"],
        Pearl={**CIRCLE, "description": "It."},
    ),
    response_row(
        "negotiated answer",
        {"application/json": {"schema": ref("Shell"), "example": {"radius": 1}}, "text/csv": {"schema": WORD}},
        [
            ("converted(NegotiatedAnswer200Json, {'radius': 1})", "application/json", {"radius": 1}),
            ("NegotiatedAnswer200Csv(body=b'a')", "text/csv", "a"),
        ],
        ["NegotiatedAnswer200Json(body={})", "NegotiatedAnswer200Csv(body=b'A')"],
        Shell={**CIRCLE, "description": "It."},
    ),
    response_row(
        "file answer",
        {"application/pdf": ANY_FILE},
        [("FileAnswer200(body=file_of('hello', 'a.pdf'))", "application/pdf", "hello")],
        [],
    ),
    response_row(
        "answer in memory",
        {"image/webp": {**ANY_FILE, "x-in-memory": True}},
        [("AnswerInMemory200(body=b'hello')", "image/webp", "hello")],
        [],
    ),
    response_row(
        "streamed answer",
        {"application/zip": {**ANY_FILE, "x-streamed": True}},
        [("StreamedAnswer200(body=base.ByteStream(each for each in (b'hel', b'lo')))", "application/zip", "hello")],
        [],
    ),
]
