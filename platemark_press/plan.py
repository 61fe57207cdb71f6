"""Plan a picture from the words of its prompt: the kind of plate, the elements, the colours and the style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from platemark_press.palettes import HUES
from platemark_press.vocabulary import NEGATIONS, STOP_WORDS, UNAMBIGUOUS_MAJORS, find_meanings, tokenize

Plate = str
"""``card``, ``tarot``, ``zodiac`` or ``scene``."""

ROMAN = (
    "0",
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
    "xxi",
)

_EVERYWHERE = ("palette", "style", "hue", "extra")
_KINDS = {
    "card": ("rank", "suit", "card", *_EVERYWHERE),
    "tarot": ("tarot", "card", "major", *_EVERYWHERE),
    "zodiac": ("zodiac", "sign", *_EVERYWHERE),
    "scene": ("subject", "celestial", "rank", *_EVERYWHERE),
}
_ROLES = frozenset({"rank:king", "rank:queen", "rank:jack", "rank:joker"})


@dataclass(frozen=True)
class Word:
    """A word of the prompt, and its meanings on this plate."""

    text: str
    means: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """Everything that the prompt decides. ``reseeding`` are the unknown words, which change the random streams."""

    plate: Plate
    words: tuple[Word, ...]
    requested: tuple[str, ...]
    refused: frozenset[str]
    reseeding: tuple[str, ...]
    prompt_key: str

    def first(self, kind: str) -> str | None:
        """The first requested name of a kind."""
        return next((m.split(":", 1)[1] for m in self.requested if m.startswith(kind + ":")), None)

    def every(self, kind: str) -> tuple[str, ...]:
        """All requested names of a kind, in order."""
        return tuple(m.split(":", 1)[1] for m in self.requested if m.startswith(kind + ":"))

    def spelling(self, meaning: str) -> str:
        """The words that requested a meaning, because synonyms are drawn differently."""
        return " ".join(sorted(w.text for w in self.words if meaning in w.means))

    def split_words(self, drawn: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The prompt's words that were used and those that were ignored, given the meanings that were drawn."""
        done = set(drawn)
        used = [w.text for w in self.words if done.intersection(w.means)]
        ignored = [w.text for w in self.words if w.text not in used]
        return _once(used), _once(ignored)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.replace("-", " ") if find_meanings(w) and "-" in w else w for w in words))


def _split_negated(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split words into requested ones and those that the prompt itself refuses (``no border``)."""
    requested: list[str] = []
    refused: list[str] = []
    negated = False
    for word in words:
        if word in NEGATIONS:
            negated = True
        elif word not in STOP_WORDS:
            (refused if negated else requested).append(word)
            negated = False
    return requested, refused


def _choose_plate(words: Sequence[str], meanings: Sequence[tuple[str, ...]]) -> Plate:
    every = {m for ms in meanings for m in ms}
    kinds = {m.split(":", 1)[0] for m in every}
    sure_sign = any(m == f"sign:{w}" for w, ms in zip(words, meanings, strict=True) for m in ms)
    if "tarot" in kinds:
        return "tarot"
    if "zodiac" in kinds or sure_sign:
        return "zodiac"
    if "rank" in kinds and "suit" in kinds:
        return "card"
    if "card" in kinds:
        majors = [w for w, ms in zip(words, meanings, strict=True) if any(m.startswith("major:") for m in ms)]
        return "tarot" if majors and "rank" not in kinds and "suit" not in kinds else "card"
    if any(w in UNAMBIGUOUS_MAJORS for w in words):
        return "tarot"
    if "rank:ace" in every or "rank:joker" in every:
        return "card"
    return "scene"


def _meanings_on_plate(plate: Plate, word: str, meanings: tuple[str, ...]) -> tuple[str, ...]:
    """The meanings of a word that apply on this plate: only those of the best kind."""
    if plate == "tarot" and word in ROMAN[1:]:
        return (f"major:{ROMAN.index(word)}",)
    if plate == "tarot" and word.isascii() and word.isdigit() and len(word) < 3 and int(word) < 22:
        return (f"major:{int(word)}",)
    if plate == "scene":
        meanings = tuple(m for m in meanings if not m.startswith("rank:") or m in _ROLES)
        meanings = ("subject:portrait", *meanings) if _ROLES.intersection(meanings) else meanings
        if meanings and "rank:" in meanings[-1]:
            return meanings
    for kind in _KINDS[plate]:
        of_kind = tuple(m for m in meanings if m.startswith(kind + ":"))
        if of_kind:
            return of_kind[:1]
    return ()


def make_plan(prompt: str, negative: str = "") -> Plan:
    """Make the plan for a prompt and a negative prompt."""
    requested_words, refused_words = _split_negated(tokenize(prompt))
    refused = {m for w in [*tokenize(negative), *refused_words] if w not in STOP_WORDS for m in find_meanings(w)}
    if "palette:gold" in refused:
        refused.add("hue:golden")
    word_meanings = [find_meanings(w) for w in requested_words]
    plate = _choose_plate(requested_words, word_meanings)
    words: list[Word] = []
    reseeding: list[str] = []
    for text, means in zip(requested_words, word_meanings, strict=True):
        if not means and plate != "tarot":
            reseeding.append(text)
        applicable = _meanings_on_plate(plate, text, means)
        words.append(Word(text, tuple(m for m in applicable if m not in refused)))
    words += [Word(text, tuple(f"without:{m}" for m in find_meanings(text))) for text in refused_words]
    requested = tuple(dict.fromkeys(m for w in words for m in w.means if not m.startswith("without:")))
    return Plan(
        plate=plate,
        words=tuple(words),
        requested=requested,
        refused=frozenset(refused),
        reseeding=tuple(reseeding),
        prompt_key=" ".join(tokenize(prompt)),
    )


def hue_values(names: Iterable[str]) -> list[float]:
    """The hues, 0 … 1, of hue words."""
    return [HUES[n] for n in names]
