"""Compares the parts of an operation: parameters, bodies, answers, headers, security schemes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from codegen.compat.changes import Found, accepted_values, change, sent_values
from codegen.compat.document import Node
from codegen.compat.inclusion import Verdict

Compare: TypeAlias = Callable[[str, Node, Node], Found]
"""`accepted_values` for what clients send, `sent_values` for what they receive."""

STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}


def parameter(place: str, old: Node, new: Node) -> Found:
    """A parameter that both contracts have."""
    if new.get("required") and not old.get("required"):
        yield change(place, new, "breaking", "became required")
    written = [_writing(side) for side in (old, new)]
    for key in written[0]:
        if written[0][key] != written[1][key]:
            yield change(place, new, "breaking", f"another {key}", written[0][key], written[1][key])
    yield from _value(place, old, new, accepted_values)


def _value(place: str, old: Node, new: Node, compare: Compare) -> Found:
    """What a parameter or a header holds: a value by a schema, or content of a media type."""
    written_out = [bool(side.get("content")) for side in (old, new)]
    if written_out[0] != written_out[1]:
        yield change(place, new, "breaking", "a value became content of a media type, or the other way round")
    elif written_out[0]:
        yield from _content(place, old / "content", new / "content", new, compare)
    else:
        yield from compare(place, old / "schema", new / "schema")


def _writing(node: Node) -> dict[str, Any]:
    """How a value is written, with the defaults of OpenAPI."""
    style = node.get("style", STYLES.get(str(node.get("in", "header")), "simple"))
    return {
        "style": style,
        "explode": node.get("explode", style == "form"),
        "allowReserved": node.get("allowReserved", False),
        "allowEmptyValue": node.get("allowEmptyValue", False),
    }


def request_body(place: str, old: Node, new: Node, operation: Node, compare: Compare) -> Found:
    """The body of a request."""
    was, now = bool(old.get("required")), bool(new.get("required"))
    if compare is accepted_values and now and not was:
        yield change(place, operation, "breaking", "a body became required")
    if compare is sent_values and was and not now:
        yield change(place, operation, "breaking", "a body is no longer always sent")
    yield from _content(place, old / "content", new / "content", operation, compare)


def _content(place: str, old: Node, new: Node, owner: Node, compare: Compare) -> Found:
    before, after = ({media.lower(): node for media, node in side.members().items()} for side in (old, new))
    for media, node in before.items():
        if media not in after:
            yield change(f"{place} {media}", owner, "breaking", "media type removed")
            continue
        other = after[media]
        if compare is accepted_values:
            yield from _limits(f"{place} {media}", node, other)
        yield from _encodings(f"{place} {media}", node, other, compare)
        yield from compare(f"{place} {media}", node / "schema", other / "schema")
    for media, node in after.items():
        if media in before:
            continue
        if compare is accepted_values:
            yield change(f"{place} {media}", node, "compatible", "media type added")
        elif before:
            yield change(f"{place} {media}", node, "unknown", "media type added: do clients ask for one?", None, media)
        else:
            yield change(f"{place} {media}", node, "breaking", "a body where there was none")


def _limits(place: str, old: Node, new: Node) -> Found:
    was, now = old.get("x-max-bytes"), new.get("x-max-bytes")
    if was != now and (was is None or now is None):
        yield change(place, new, "unknown", "x-max-bytes added or removed", was, now)
    elif was != now:
        yield change(place, new, "breaking" if now < was else "compatible", "another x-max-bytes", was, now)


def _encodings(place: str, old: Node, new: Node, compare: Compare) -> Found:
    """How the parts of a form are written: media types may be added where clients send them."""
    before, after = (side.get("encoding", {}) for side in (old, new))
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name, {}), after.get(name, {})
        types = [{media.strip() for media in side.get("contentType", "").split(",")} for side in (was, now)]
        rest = [{key: value for key, value in side.items() if key != "contentType"} for side in (was, now)]
        narrow, wide = types if compare is accepted_values else types[::-1]
        if was != now:
            known = rest[0] == rest[1] and narrow <= wide
            verdict: Verdict = "compatible" if known else "breaking"
            yield change(f"{place} part {name}", new, verdict, "another encoding", was, now)


def answers(place: str, old: Node, new: Node, compare: Compare) -> Found:
    """The answers by status; to `compare`, an answer is what the side that sent the request receives."""
    before, after = old.members(), new.members()
    if compare is accepted_values:
        yield from _taken_answers(place, before, after, new)
        return
    for status, node in after.items():
        known = _declared(before, status)
        if known is None:
            yield change(f"{place} {status}", node, "breaking", "status added")
        else:
            yield from _answer(f"{place} {status}", known, node)
    yield from (
        change(f"{place} {status}", node, "compatible", "status removed")
        for status, node in before.items()
        if status not in after
    )


def _declared(known: dict[str, Node], status: str) -> Node | None:
    """What a client takes an answer for: RFC 9110, 15 has it take an unknown error as the x00 of its class."""
    fallbacks = [status, f"{status[0]}XX", "default", *([f"{status[0]}00"] if status[:1] in "45" else [])]
    return next((known[key] for key in fallbacks if key in known), None)


def _answer(place: str, old: Node, new: Node) -> Found:
    if old.get("content") and not new.get("content"):
        yield change(place, new, "breaking", "body removed")
    else:
        yield from _content(place, old / "content", new / "content", new, sent_values)
    before, after = ({name.lower(): node for name, node in (side / "headers").members().items()} for side in (old, new))
    for name, node in before.items():
        where = f"{place} header {name}"
        required = bool(node.get("required"))
        if name not in after:
            verdict: Verdict = "breaking" if required else "compatible"
            yield change(where, new, verdict, "header removed")
            continue
        if required and not after[name].get("required"):
            yield change(where, after[name], "breaking", "no longer always sent")
        if _writing(node) != _writing(after[name]):
            yield change(where, after[name], "breaking", "written in another way")
        yield from _value(where, node, after[name], sent_values)
    yield from (
        change(f"{place} header {name}", node, "compatible", "header added")
        for name, node in after.items()
        if name not in before
    )


def _taken_answers(place: str, before: dict[str, Node], after: dict[str, Node], owner: Node) -> Found:
    """What receivers of webhooks answer, which the server must go on taking."""
    for status, node in before.items():
        if (other := _declared(after, status)) is None:
            yield change(f"{place} {status}", owner, "breaking", "status removed")
        else:
            yield from _content(f"{place} {status}", node / "content", other / "content", other, accepted_values)


def security_schemes(before: Node, after: Node) -> Found:
    """The security schemes: those that clients use must be what they were."""
    schemes = [(side / "components" / "securitySchemes").members() for side in (before, after)]
    for name, node in schemes[0].items():
        other = schemes[1].get(name)
        if other is None:
            yield change(f"security scheme {name}", after, "breaking", "security scheme removed")
            continue
        for key in ("type", "in", "name", "scheme", "flows", "openIdConnectUrl"):
            if node.get(key) != other.get(key):
                yield change(
                    f"security scheme {name}", other, "breaking", f"another {key}", node.get(key), other.get(key)
                )
