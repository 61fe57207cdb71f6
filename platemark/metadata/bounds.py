"""Facts as they were written become what can be kept: values out of bounds stay as text, and a remark says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from platemark.metadata import values
from platemark.metadata.facts import Facts, is_blank
from platemark.metadata.found import Found, Lora, Remark, Scalar

MAX_PROMPT = 2000
MAX_LABEL = 2000
MAX_LINE = 500
MAX_TITLE = 200
MAX_TAGS = 50
MAX_LORAS = 20
MAX_OTHER = 35
"""With all LoRAs and the texts of long prompts, the contract's hundred parameters suffice."""
MAX_PIECES = 4
MAX_INTEGER = 2**53 - 1
MAX_WEIGHT = 10
BOUNDS: dict[str, tuple[Callable[[Any], float | None], float, float]] = {
    "seed": (values.integer, 0, MAX_INTEGER),
    "steps": (values.integer, 1, 100),
    "guidance_scale": (values.number, 0, 30),
    "width": (values.integer, 1, 65_535),
    "height": (values.integer, 1, 65_535),
}
SIZE = re.compile(r"\s*\(?\s*(\d{1,5})\s*[x×,]\s*(\d{1,5})\s*\)?\s*", re.ASCII)
WORD = re.compile(r"[a-z][a-z0-9_]{0,63}")
VERSION = re.compile(r"[0-9A-Za-z.+_-]{1,50}")
NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9.-]+")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def found(facts: Facts, remarks: Iterable[Remark] = ()) -> Found:
    """What of ``facts`` fits the contract, and remarks on what does not."""
    return _Keeping(facts, remarks).found()


def key_of(name: str) -> str:
    """A writer's name as a parameter's: ``Hires upscale`` and ``hiresUpscale`` are ``hires_upscale``."""
    key = NOT_IN_KEYS.sub("_", HUMP.sub("_", name[:100].strip())).strip("_.-").lower()[:64]
    return key if key[:1].isalpha() else f"value_{key}"[:64].rstrip("_")


class _Keeping:
    def __init__(self, facts: Facts, remarks: Iterable[Remark]) -> None:
        self._named = dict(facts.named)
        self._facts = facts
        self._remarks = {it.code: it for it in remarks}
        self._other: dict[str, Scalar] = {}

    def found(self) -> Found:
        self._split_size()
        numbers = {name: self._number(name) for name in BOUNDS}
        prompt, negative_prompt = self._prompt("prompt"), self._prompt("negative_prompt")
        loras = self._loras()
        caption, tags = self._text("caption", MAX_LABEL), self._tags()
        studio = self._matching("studio", WORD, str.lower)
        version = self._matching("version", VERSION, str.strip)
        for name, value in self._facts.unread.items():
            self._add(f"unread_{name}", value)
            self._remark("not_understood", "Metadata that could not be understood was kept as text.")
        for name, value in self._facts.other.items():
            self._add(name, value)
        return Found(
            studio=studio,
            version=version,
            title=self._line("title", MAX_TITLE),
            prompt=prompt,
            negative_prompt=negative_prompt,
            seed=_whole(numbers["seed"]),
            steps=_whole(numbers["steps"]),
            guidance_scale=numbers["guidance_scale"],
            sampler=self._line("sampler"),
            scheduler=self._line("scheduler"),
            width=_whole(numbers["width"]),
            height=_whole(numbers["height"]),
            model=self._line("model"),
            model_hash=self._line("model_hash"),
            loras=loras,
            caption=caption,
            tags=tags,
            at=values.moment(self._named.get("at")),
            other=self._other,
            remarks=tuple(self._remarks.values()),
        )

    def _remark(self, code: str, message: str) -> None:
        self._remarks.setdefault(code, Remark(code, message))

    def _number(self, name: str) -> float | None:
        written = self._named.get(name)
        if is_blank(written):
            return None
        read, least, greatest = BOUNDS[name]
        value = read(written)
        if value is not None and least <= value <= greatest:
            return value
        self._add(name, written)
        self._remark("value_out_of_bounds", f"Its {name} is out of bounds and was kept as text only.")
        return None

    def _split_size(self) -> None:
        """``512x768`` or ``(512, 768)``, unless width and height are stated."""
        match = SIZE.fullmatch(str(self._named.get("size") or "")[:100])
        if match is not None and not ("width" in self._named and "height" in self._named):
            self._named |= {"width": match[1], "height": match[2]}

    def _text(self, name: str, longest: int) -> str | None:
        text = values.text(self._named.get(name))
        if text is not None and len(text) > longest:
            self._remark("text_shortened", f"Its {name} was cut to {longest} characters.")
        return text[:longest] if text else None

    def _matching(self, name: str, pattern: re.Pattern[str], fold: Callable[[str], str]) -> str | None:
        """A text of the contract's pattern; another one is kept as it is."""
        written = self._named.get(name)
        text = fold(written) if isinstance(written, str) else ""
        if pattern.fullmatch(text):
            return text
        self._add("engine" if name == "studio" else name, written)
        return None

    def _line(self, name: str, longest: int = MAX_LINE) -> str | None:
        """A text of one line, without the folders of a path."""
        written = self._named.get(name)
        if isinstance(written, dict):
            written = written.get("name") or written.get("model_name")
        text = values.text(written)
        return None if text is None else values.one_line(values.without_folders(text.strip()))[:longest] or None

    def _prompt(self, name: str) -> str | None:
        """The first part of a prompt; the following parts are parameters, so that no word of a long one is lost."""
        text = values.text(self._named.get(name))
        if text is None:
            return None
        text = text.strip()
        rest = text[MAX_PROMPT:]
        for piece in range(MAX_PIECES):
            if part := rest[piece * MAX_PROMPT :][:MAX_PROMPT]:
                self._other[f"{name}_{piece + 2}"] = part
        if rest:
            self._remark("prompt_shortened", f"Its prompt was cut to {MAX_PROMPT} characters.")
        return text[:MAX_PROMPT]

    def _loras(self) -> tuple[Lora, ...]:
        loras: dict[str, Lora] = {}
        for name, weight, digest in self._facts.loras:
            label = values.text(name)
            label = values.one_line(values.without_folders(label.strip()))[:MAX_LINE] if label else ""
            if label:
                value = values.number(weight)
                fits = value is not None and -MAX_WEIGHT <= value <= MAX_WEIGHT
                stated = values.one_line(digest)[:MAX_LINE] if isinstance(digest, str) else ""
                text = (
                    None if fits or is_blank(weight) else values.one_line(str(weight)[:MAX_PROMPT])[:MAX_LINE] or None
                )
                loras.setdefault(label, Lora(label, value if fits else text, stated or None))
                if text is not None:
                    self._remark(
                        "value_out_of_bounds", "The weight of a LoRA is out of bounds and was kept as text only."
                    )
        if len(loras) > MAX_LORAS:
            self._remark("loras_left_out", f"Of its LoRAs, the first {MAX_LORAS} were kept.")
        return tuple(loras.values())[:MAX_LORAS]

    def _tags(self) -> tuple[str, ...]:
        listed = self._named.get("tags") or []
        words = listed.split(",") if isinstance(listed, str) else listed if isinstance(listed, list) else []
        texts = (it.get("text") or it.get("name") if isinstance(it, dict) else it for it in words)
        kept = (values.clean(it).strip()[:MAX_LABEL] for it in texts if isinstance(it, str))
        tags = tuple({it.casefold(): it for it in kept if it}.values())
        if len(tags) > MAX_TAGS:
            self._remark("tags_left_out", f"Of its tags, the first {MAX_TAGS} were kept.")
        return tags[:MAX_TAGS]

    def _add(self, name: str, written: Any) -> None:
        """Keep a scalar under the writer's name; what is out of bounds becomes text."""
        key = key_of(name)
        if key in self._other or is_blank(written):
            return
        if len(self._other) >= MAX_OTHER:
            self._remark("parameters_left_out", f"Of its other parameters, the first {MAX_OTHER} were kept.")
            return
        if isinstance(written, bool):
            self._other[key] = written
        elif isinstance(written, int | float) and (value := values.number(written)) is not None:
            fits = -MAX_INTEGER <= value <= MAX_INTEGER
            self._other[key] = value if fits else _digits(value)
        else:
            text = values.clean(written if isinstance(written, str) else str(written)[:MAX_PROMPT])
            if len(text) > MAX_PROMPT:
                self._remark("text_shortened", f"A parameter was cut to {MAX_PROMPT} characters.")
            self._other[key] = values.without_folders(text)[:MAX_PROMPT]


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _digits(value: float) -> str:
    return str(value)[:MAX_LINE]
