"""Seeded changes of the contract: breaking ones and harmless ones, by name."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

from codegen.bundle import bundle
from codegen.compat.__main__ import SPEC
from codegen.load import Json
from codegen.schema_tree import target

Edit: TypeAlias = Callable[[Json], None]

SCHEMAS = "#/components/schemas"
ALBUMS, ALBUM, EVENTS = "#/paths/~1albums", "#/paths/~1albums~1{album_id}", "#/paths/~1events"
IMAGES, SET_ROWS = "#/paths/~1images", "#/paths/~1set-templates~1{set_template_id}~1rows"
ROWS = f"{SET_ROWS}/put/requestBody/content/application~1json"


@cache
def contract() -> Json:
    """The contract as it is; do not modify."""
    return bundle(SPEC).document


def edited(*edits: Edit) -> Json:
    """A copy of the contract with `edits` made."""
    document = copy.deepcopy(contract())
    for edit in edits:
        edit(document)
    return document


def put(pointer: str, value: Any) -> Edit:
    """Set what is at `pointer`."""
    parent, key = _split(pointer)

    def edit(document: Json) -> None:
        node = target(document, parent)
        if isinstance(node, list):
            node.insert(int(key), value)
        else:
            node[key] = copy.deepcopy(value)

    return edit


def drop(pointer: str) -> Edit:
    """Remove what is at `pointer`."""
    parent, key = _split(pointer)

    def edit(document: Json) -> None:
        node = target(document, parent)
        del node[int(key) if isinstance(node, list) else key]

    return edit


def move(pointer: str, to: str) -> Edit:
    """Remove what is at `pointer` and put it at `to`."""

    def edit(document: Json) -> None:
        value = target(document, pointer)
        drop(pointer)(document)
        put(to, value)(document)

    return edit


def without(pointer: str, value: Any) -> Edit:
    """Remove `value` from the list at `pointer`."""
    return lambda document: target(document, pointer).remove(value)


def also(pointer: str, value: Any) -> Edit:
    """Append `value` to the list at `pointer`."""
    return lambda document: target(document, pointer).append(value)


def _split(pointer: str) -> tuple[str, str]:
    parent, _, key = pointer.rpartition("/")
    return parent, key.replace("~1", "/").replace("~0", "~")


NOTE = {"type": "string", "maxLength": 9, "pattern": "^[a-z]*$"}
RESIZE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["kind"],
    "properties": {"kind": {"const": "resize"}},
}
ORIGINS = {"type": "array", "maxItems": 3, "uniqueItems": True, "items": {"$ref": f"{SCHEMAS}/AlbumSource"}}

# Each breaks clients by a value, which the finding must show.
REFUTED: dict[str, tuple[Edit, ...]] = {
    "a known kind of event holds less": (
        also(f"{SCHEMAS}/StudioEvent/oneOf", {**RESIZE, "properties": {"kind": {"const": "image.added"}}}),
    ),
    "a request enum loses a member": (without(f"{SCHEMAS}/Visibility/enum", "shared"),),
    "a name may be shorter": (put(f"{SCHEMAS}/Name/maxLength", 50),),
    "a name may not be short": (put(f"{SCHEMAS}/Name/minLength", 3),),
    "a string grows in answers": (put(f"{SCHEMAS}/Line/maxLength", 600),),
    "a pattern is narrower": (put(f"{SCHEMAS}/UserName/pattern", "^[A-Za-z][A-Za-z0-9._-]{0,63}$"),),
    "a pattern in answers is wider": (put(f"{SCHEMAS}/Digest/pattern", "^[0-9a-fA-F]{64}$"),),
    "a request member becomes required": (also(f"{SCHEMAS}/AlbumCreate/required", "visibility"),),
    "a request member goes": (drop(f"{SCHEMAS}/AlbumCreate/properties/description"),),
    "a request member has another type": (put(f"{SCHEMAS}/AlbumCreate/properties/name", {"type": "integer"}),),
    "an answer member is not always there": (without(f"{SCHEMAS}/Album/required", "image_count"),),
    "an answer member goes": (
        without(f"{SCHEMAS}/Album/required", "theme"),
        drop(f"{SCHEMAS}/Album/properties/theme"),
    ),
    "an answer member may be null": (put(f"{SCHEMAS}/Album/properties/visibility", {"type": ["string", "null"]}),),
    "an answer number may be negative": (put(f"{SCHEMAS}/TrainingMetric/properties/step/minimum", -1),),
    "an integer becomes a number": (put(f"{SCHEMAS}/TrainingMetric/properties/step/type", "number"),),
    "an answer list may be longer": (put(f"{SCHEMAS}/AlbumPage/properties/items/maxItems", 1000),),
    "a request list may be shorter only": (put(f"{ALBUMS}/get/parameters/1/schema/maxItems", 1),),
    "a limit is lower": (put(f"{SCHEMAS}/Problem/properties/status/maximum", 700),),
    "a kind of job goes": (drop(f"{SCHEMAS}/JobRequest/oneOf/1"),),
    "a page may be smaller only": (put("#/components/parameters/Limit/schema/maximum", 100),),
    "an id has no format": (drop(f"{SCHEMAS}/Id/format"),),
    "a header of answers has another form": (put("#/components/headers/ETag/schema/pattern", '^W/"[a-z]{1,80}"$'),),
    "a word may be upper case": (put(f"{SCHEMAS}/Word/pattern", "^[A-Za-z][a-z0-9_]{0,63}$"),),
    "the content of events gains a member": (also(f"{SCHEMAS}/StudioEvent/oneOf", {"type": "boolean"}),),
}

# Each breaks clients by what is declared around the schemas.
DECLARED: dict[str, tuple[Edit, ...]] = {
    "an operation goes": (drop(f"{ALBUM}/delete"),),
    "a path goes": (drop(ALBUMS),),
    "a path is renamed": (move(ALBUMS, "#/paths/~1folders"),),
    "a path parameter goes by another name": (
        move(ALBUM, "#/paths/~1albums~1{id}"),
        put("#/components/parameters/AlbumId/name", "id"),
    ),
    "an operationId is renamed": (put(f"{ALBUMS}/post/operationId", "addAlbum"),),
    "a method is another": (move(f"{ALBUM}/patch", f"{ALBUM}/put"),),
    "a query parameter goes": (drop(f"{ALBUMS}/get/parameters/1"),),
    "a query parameter is renamed": (put(f"{ALBUMS}/get/parameters/1/name", "origin"),),
    "a parameter becomes required": (put(f"{ALBUMS}/get/parameters/1/required", True),),
    "a required parameter comes": (
        also(f"{ALBUMS}/get/parameters", {"in": "query", "name": "since", "required": True, "schema": NOTE}),
    ),
    "a list is written in another way": (put(f"{ALBUMS}/get/parameters/1/explode", False),),
    "a style is another": (put(f"{ALBUMS}/get/parameters/1/style", "pipeDelimited"),),
    "a default changes": (put(f"{SCHEMAS}/AlbumCreate/properties/visibility/default", "public"),),
    "a media type of requests goes": (drop(f"{SET_ROWS}/put/requestBody/content/text~1csv"),),
    "a media type of answers goes": (drop(f"{SET_ROWS}/get/responses/200/content/text~1csv"),),
    "a media type of answers is another": (
        move(f"{ALBUM}/get/responses/200/content/application~1json", f"{ALBUM}/get/responses/200/content/text~1json"),
    ),
    "a form takes fewer kinds of files": (
        put(f"{IMAGES}/post/requestBody/content/multipart~1form-data/encoding/file/contentType", "image/png"),
    ),
    "a limit on bytes is lower": (put(f"{ROWS}/x-max-bytes", 1024),),
    "a success has another status": (move(f"{ALBUMS}/post/responses/201", f"{ALBUMS}/post/responses/202"),),
    "a redirect comes": (put(f"{ALBUM}/get/responses/303", {"description": "Elsewhere."}),),
    "a required header of answers goes": (drop(f"{ALBUMS}/post/responses/201/headers/Location"),),
    "a header is not always sent": (put("#/components/headers/ETag/required", False),),
    "an answer has no body": (drop(f"{ALBUM}/get/responses/200/content"),),
    "a role is higher": (put(f"{ALBUMS}/post/x-minimum-role", "admin"),),
    "an operation is for owners only": (put(f"{ALBUM}/patch/x-owner-or-admin", True),),
    "tokens are not taken": (without(f"{ALBUMS}/post/security", {"bearerToken": []}),),
    "a way in needs more": (put(f"{ALBUMS}/get/security", [{"sessionCookie": [], "csrfToken": []}]),),
    "a cookie goes by another name": (put("#/components/securitySchemes/sessionCookie/name", "sid"),),
    "the base path is another": (put("#/servers", [{"url": "/api/v2"}]),),
}

# Each is proven to harm no client.
HARMLESS: dict[str, tuple[Edit, ...]] = {
    "an answer enum gains a member": (also(f"{SCHEMAS}/JobKind/enum", "resize"),),
    "an enum of both directions gains a member": (also(f"{SCHEMAS}/Visibility/enum", "friends"),),
    "a kind of job comes": (also(f"{SCHEMAS}/JobRequest/oneOf", RESIZE),),
    "a description changes": (put(f"{SCHEMAS}/Album/description", "Pictures that belong together."),),
    "a title changes": (put(f"{SCHEMAS}/Album/title", "Collection"),),
    "an example changes": (put(f"{SCHEMAS}/Visibility/examples", ["public"]),),
    "an answer gains a member": (
        put(f"{SCHEMAS}/Album/properties/note", NOTE),
        also(f"{SCHEMAS}/Album/required", "note"),
    ),
    "a request gains an optional member": (put(f"{SCHEMAS}/AlbumCreate/properties/note", NOTE),),
    "a request member is no longer required": (drop(f"{SCHEMAS}/AlbumCreate/required"),),
    "a request enum gains a member": (
        put(f"{SCHEMAS}/Mood", {"type": "string", "enum": ["private", "shared", "public", "friends"]}),
        put(f"{SCHEMAS}/AlbumCreate/properties/visibility/$ref", f"{SCHEMAS}/Mood"),
    ),
    "an answer enum loses a member": (
        put(f"{SCHEMAS}/Kind", {"type": "string", "enum": ["uploaded"]}),
        put(f"{SCHEMAS}/Album/properties/source", {"type": "string", "enum": ["manual"]}),
    ),
    "a password may be longer": (put(f"{SCHEMAS}/Password/maxLength", 300),),
    "a password may hold any character": (put(f"{SCHEMAS}/Password/pattern", "^[^\\u0000]*$"),),
    "an answer number has a lower maximum": (put(f"{SCHEMAS}/TrainingMetric/properties/step/maximum", 1000),),
    "an answer string has another pattern": (
        put(f"{SCHEMAS}/TrainingMetric/properties/name/pattern", "^train_[a-z]{1,9}$"),
    ),
    "an answer string is one of a few": (
        put(f"{SCHEMAS}/TrainingMetric/properties/name", {"type": "string", "enum": ["train_loss", "val_loss"]}),
    ),
    "an answer integer is a constant": (put(f"{SCHEMAS}/TrainingMetric/properties/step", {"const": 7}),),
    "a pattern is said in other words": (put(f"{SCHEMAS}/Digest/pattern", "^(?:[0-9]|[a-f]){64}$"),),
    "a length is said by the pattern": (drop(f"{SCHEMAS}/Word/maxLength"),),
    "an inline schema becomes a component": (
        put(f"{SCHEMAS}/Origins", ORIGINS),
        put(f"{ALBUMS}/get/parameters/1/schema", {"$ref": f"{SCHEMAS}/Origins"}),
    ),
    "a component goes by another name": (
        move(f"{SCHEMAS}/AlbumSource", f"{SCHEMAS}/Origin"),
        put(f"{SCHEMAS}/AlbumSource", {"$ref": f"{SCHEMAS}/Origin"}),
    ),
    "an optional parameter comes": (
        also(f"{ALBUMS}/get/parameters", {"in": "query", "name": "since", "schema": NOTE}),
    ),
    "a header of requests goes": (drop(f"{ALBUMS}/post/parameters/0"),),
    "an operation comes": (put(f"{ALBUM}/head", {"operationId": "checkAlbum", "responses": {"200": {}}}),),
    "an error status comes": (
        put(f"{ALBUM}/get/responses/429", {"$ref": "#/components/responses/BadRequest"}),
    ),
    "a status goes": (drop(f"{ALBUM}/get/responses/406"),),
    "a media type of requests comes": (
        put(f"{ALBUMS}/post/requestBody/content/text~1plain", {"schema": NOTE}),
    ),
    "a request gains a member with a default": (
        put(f"{SCHEMAS}/AlbumCreate/properties/note", {**NOTE, "default": ""}),
    ),
    "a form takes more kinds of files": (
        put(f"{IMAGES}/post/requestBody/content/multipart~1form-data/encoding/file/contentType",
            "image/png, image/jpeg, image/webp, image/avif"),
    ),
    "a limit on bytes is higher": (put(f"{ROWS}/x-max-bytes", 2**23),),
    "a header of answers comes": (
        put(f"{ALBUM}/get/responses/200/headers/X-Served-By", {"schema": NOTE}),
    ),
    "a header is always sent": (put("#/components/headers/Idempotency-Replayed/required", True),),
    "a role is lower": (put(f"{ALBUMS}/post/x-minimum-role", "viewer"),),
    "a default of a parameter is said": (put("#/components/parameters/Limit/style", "form"),),
    "a way in comes": (also(f"{ALBUMS}/post/security", {"sessionCookie": [], "bearerToken": []}),),
}  # fmt: skip
