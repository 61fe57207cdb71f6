"""XMP: the title, the description, the key words and the comment that a picture carries as XML."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

KEYWORD = "XML:com.adobe.xmp"
DC, EXIF = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/exif/1.0/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
MAX_TAGS = 200


@dataclass(frozen=True, slots=True)
class Xmp:
    """What it says; None or empty where it says nothing."""

    title: str | None
    description: str | None
    comment: str | None
    tags: tuple[str, ...]


def read(text: str) -> Xmp | None:
    """The facts of an XMP packet; None if it is not one, or defines entities, which can take all memory."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return None
    try:
        tree = ElementTree.fromstring(text.strip("\x00\ufeff \t\r\n"))  # noqa: S314 - without entities
    except (ElementTree.ParseError, ValueError):
        return None
    return Xmp(
        title=_first(tree, f"{DC}title"),
        description=_first(tree, f"{DC}description"),
        comment=_first(tree, f"{EXIF}UserComment"),
        tags=tuple(_texts(tree, f"{DC}subject")[:MAX_TAGS]),
    )


def _first(tree: ElementTree.Element, name: str) -> str | None:
    """The first text of a property, which may be an attribute."""
    attributes = [it.attrib[name] for it in tree.iter(f"{RDF}Description") if name in it.attrib]
    return next((it for it in [*attributes, *_texts(tree, name)] if it.strip()), None)


def _texts(tree: ElementTree.Element, name: str) -> list[str]:
    """The texts of a property: its own, or those of a list."""
    found = next(tree.iter(name), None)
    if found is None:
        return []
    return [it for it in (found.text or "", *(item.text or "" for item in found.iter(f"{RDF}li"))) if it.strip()]
