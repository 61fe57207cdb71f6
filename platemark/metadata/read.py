"""Reads the metadata of a picture: what stands in the file, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from platemark.metadata import bounds, comfy, containers, infotext, objects, values, xmp
from platemark.metadata.facts import Facts, Json, from_pairs
from platemark.metadata.found import Found, Remark

MAX_FILE = 256 * 1024 * 1024
MAX_CAPTION = 64 * 1024
COMMENTS = ("parameters", "UserComment", "ImageDescription", "Comment", "comment")
KEYWORDS = frozenset(
    {"parameters", "prompt", "workflow", "invokeai_metadata", "sd-metadata", "Dream", "fooocus_scheme", "UserComment"}
)
"""Whose texts come from studios; others, such as Author, are those of cameras and editors, and are not read."""

Sidecar = tuple[str, bytes]
"""The name of a file beside a picture, and its bytes."""


def read(picture: bytes | Path, sidecars: Sequence[Sidecar] = ()) -> Found:
    """What the metadata of a picture says. Sidecars count more than the picture, the first of them most.

    Never raises, whatever the bytes are; a remark names what was not read, cut, or kept as text only. Of a file it
    reads the texts alone, at most 4 MiB of them.
    """
    facts, remarks = Facts(), list[Remark]()
    for name, data in sidecars:
        facts.fill(_read_sidecar(name, data, remarks))
    try:
        data = picture if isinstance(picture, bytes) else _read_file(picture)
    except OSError:
        remarks.append(Remark("metadata_unreadable", "The file cannot be read."))
        return bounds.found(facts, remarks)
    facts.fill(_read_picture(data, remarks))
    return bounds.found(facts, remarks)


def _read_file(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise OSError("too large")
    return data


def _read_picture(data: bytes, remarks: list[Remark]) -> Facts:
    texts = containers.read_texts(data)
    if KEYWORDS & {*texts.too_long, *texts.damaged}:
        remarks.append(Remark("metadata_unreadable", "Metadata that is damaged or too long was not read."))
    facts = Facts()
    for found in _facts_of(_unprefixed(texts.by_keyword)):
        facts.fill(found)
    return facts


def _unprefixed(texts: dict[str, str]) -> dict[str, str]:
    """ComfyUI's WebP has ``prompt:{…}`` and ``workflow:{…}`` in tags of EXIF."""
    out = dict(texts)
    for keyword in ("Make", "Model", "ImageDescription"):
        name, separator, rest = texts.get(keyword, "").partition(":")
        if separator and name.lower() in ("prompt", "workflow"):
            out.setdefault(name.lower(), rest)
    return out


def _facts_of(texts: dict[str, str]) -> list[Facts]:
    """The facts of each text that a studio wrote, what is the surest first."""
    readers = {"invokeai_metadata": objects.invoke, "sd-metadata": _sd_metadata}
    found = [_read_object(keyword, texts[keyword], read) for keyword, read in readers.items() if keyword in texts]
    if "Dream" in texts:
        found.append(objects.dream(texts["Dream"]))
    found += [it for keyword in COMMENTS if keyword in texts and (it := _read_comment(keyword, texts)) is not None]
    if "prompt" in texts:
        found.append(_read_prompt(texts))
    if "workflow" in texts and not any(it.named for it in found):
        found.append(Facts(named={"studio": "comfyui"}, unread={"workflow": texts["workflow"]}))
    said = xmp.read(texts.get(xmp.KEYWORD, ""))
    if said is not None:
        found += _facts_of_xmp(said)
    return found


def _facts_of_xmp(said: xmp.Xmp) -> list[Facts]:
    """A comment or a description that a studio wrote, else a description of what the picture shows."""
    found = [it for text in (said.comment, said.description) if text and (it := _read_comment("XMP", {"XMP": text}))]
    described = said.description is not None and _read_comment("XMP", {"XMP": said.description}) is None
    shown = {"title": said.title, "caption": said.description if described else None, "tags": list(said.tags)}
    return [*found, Facts(named={name: it for name, it in shown.items() if it})]


def _sd_metadata(written: Json) -> Facts:
    return objects.invoke_2(written) if isinstance(written.get("image"), dict) else objects.any_object(written)


def _read_object(keyword: str, text: str, read: Any) -> Facts:
    written = values.load_object(text)
    return Facts(unread={keyword: text}) if written is None else read(written)


def _read_comment(keyword: str, texts: dict[str, str]) -> Facts | None:
    """A text of AUTOMATIC1111's shape or JSON; a comment that is neither is none of a studio."""
    text = texts[keyword]
    scheme = texts.get("fooocus_scheme") or texts.get("MakerNote")
    if text.lstrip().startswith("{"):
        written = values.load_object(text)
        if written is not None and objects.is_novelai(written, texts.get("Software", "")):
            return objects.novelai(written, texts)
        if written is not None:
            return _read_json(written, fooocus=scheme == "fooocus")
        if not infotext.looks_like(text):  # else it is a prompt that begins with a brace
            return Facts(unread={keyword: text}) if keyword in KEYWORDS else None
    if keyword != "parameters" and not infotext.looks_like(text):
        return None
    facts = infotext.read(text)
    if scheme == "a1111":
        facts.named["studio"] = "fooocus"
    return facts


def _read_json(written: dict[str, Any], *, fooocus: bool = False) -> Facts:
    if comfy.looks_like(written):
        return comfy.read(written)
    return objects.fooocus(written) if fooocus else objects.read(written)


def _read_prompt(texts: dict[str, str]) -> Facts:
    """ComfyUI's graph, or a prompt in words, as kohya's scripts write it, with each setting under its own keyword."""
    text = texts["prompt"]
    graph = values.load_object(text)
    if graph is not None and comfy.looks_like(graph):
        return comfy.read(graph)
    if text.lstrip().startswith("{"):
        return Facts(unread={"prompt": text})
    names = ("prompt", "negative-prompt", "seed", "sampler", "steps", "scale", "original-prompt", "clip-skip")
    facts = from_pairs({name: texts[name] for name in names if name in texts})
    facts.named["studio"] = "kohya"
    return facts


def _read_sidecar(name: str, data: bytes, remarks: list[Remark]) -> Facts:
    suffix = name.rsplit(".", 1)[-1].lower()
    if len(data) > values.MAX_TEXT:
        remarks.append(Remark("sidecar_unreadable", "A sidecar is too large. The picture is imported without it."))
        return Facts()
    if suffix != "json":
        return _read_caption(data)
    value = values.load_json(data)
    if isinstance(value, dict):
        return _read_json(value)
    what = "not JSON" if value is None else "not a JSON object"
    remarks.append(Remark("sidecar_unreadable", f"Its sidecar is {what}. The picture is imported without it."))
    return Facts()


def _read_caption(data: bytes) -> Facts:
    """AUTOMATIC1111 saves its text beside a picture, kohya's tools a caption."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = values.clean(data.decode(encoding, errors="replace")).strip()
    if infotext.looks_like(text):
        return infotext.read(text)
    return Facts(named={"caption": text}) if text else Facts()
