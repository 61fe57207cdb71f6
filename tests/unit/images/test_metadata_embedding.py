"""What pictures were made with is written into them: read back equal, with no pixel changed, and taken out again."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import Image

from platemark.errors import Unprocessable
from platemark.images import metadata_embedding
from platemark.images.metadata_embedding import as_stored, embed
from platemark.images.metadata_stripping import strip_metadata
from platemark.metadata import infotext_writer
from platemark.metadata.bounds import found
from platemark.metadata.found import Found, Lora
from platemark.metadata.infotext import LORA, read
from platemark.metadata.read import read as read_file
from platemark.metadata.values import clean
from tests.unit.images.stored_pictures import PROVENANCE

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\n\t\r"), max_size=300)
LINES = st.lists(st.sampled_from(["a fox", "Steps: 7, Seed: 1", " Negative prompt: x", "{a|b}", "\u4e00" * 20, "é"]))
PROMPT = st.one_of(TEXT, LINES.map("\n".join))
WORD = st.text("abcXYZ019.,:;_()[]{}\"'-é一", min_size=1, max_size=12)
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
DIGEST = st.text("0123456789abcdef", min_size=64, max_size=64)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), values)


ADAPTER = st.fixed_dictionaries(
    {"name": WORDS, "weight": st.floats(-2, 2), "digest": DIGEST, "adapter_id": st.just("x"), "format": st.just("lora")}
)
PROVENANCES = st.fixed_dictionaries(
    {
        "engine": st.just("press"), "engine_version": st.just("1.2"), "seed": maybe(st.integers(0, 2**53 - 1)),
        "steps": st.integers(1, 100), "guidance_scale": maybe(st.floats(0, 30)), "width": st.integers(1, 65_535),
        "height": st.integers(1, 65_535), "prompt": PROMPT, "negative_prompt": PROMPT, "model": maybe(WORDS),
        "model_digest": maybe(DIGEST), "adapters": st.lists(ADAPTER, max_size=8, unique_by=lambda it: it["name"]),
        "parameters": st.fixed_dictionaries({}, optional={"sampler": WORDS, "scheduler": WORDS, "ink": WORDS}),
    }
)  # fmt: skip


def expected(said: dict[str, Any]) -> Found:
    """What a reader must find of a provenance."""
    own = said["parameters"]
    return Found(
        studio="automatic1111",
        prompt=clean(said["prompt"]).strip() or None,
        negative_prompt=clean(said["negative_prompt"]).strip() or None,
        seed=said["seed"],
        steps=said["steps"],
        guidance_scale=said["guidance_scale"],
        width=said["width"],
        height=said["height"],
        sampler=own.get("sampler"),
        scheduler=own.get("scheduler"),
        model=said["model"],
        model_hash=None if said["model"] is None or said["model_digest"] is None else said["model_digest"][:10],
        loras=tuple(Lora(it["name"], it["weight"], it["digest"][:10]) for it in said["adapters"]),
        other={"generator": "press 1.2"},
    )


def written(said: dict[str, Any]) -> str | None:
    model = said["model"] and said["model"] + (f" sha256:{said['model_digest']}" if said["model_digest"] else "")
    return infotext_writer.write(said | {"model": model})


@given(PROVENANCES)
def test_what_is_written_is_read_back_equal(said: dict[str, Any]) -> None:
    assume(not LORA.search(said["prompt"]))
    text = written(said)
    assume(text is not None)
    assert text is not None
    assert found(read(text)) == expected(said)


@pytest.mark.parametrize(
    "cannot", [{"steps": None}, {"prompt": "Negative prompt: x"}, {"prompt": "a fox\nNegative prompt: x"}]
)
def test_what_the_text_cannot_say_is_not_written(cannot: dict[str, Any]) -> None:
    assert infotext_writer.write(PROVENANCE | {"adapters": []}) is not None
    assert infotext_writer.write(PROVENANCE | {"adapters": []} | cannot) is None


def picture(kind: str, *, orientation: int = 1, alpha: bool = False, **options: Any) -> bytes:
    """A picture as a studio stores it."""
    image = Image.linear_gradient("L").resize((31, 17)).convert("RGBA" if alpha else "RGB")
    if alpha:
        image.putalpha(Image.linear_gradient("L").resize((31, 17)))
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    image.save(out, kind, exif=exif if orientation != 1 else b"", **options)
    return strip_metadata(out.getvalue()).data


PICTURES = {
    "PNG": picture("PNG"),
    "PNG, turned": picture("PNG", orientation=6),
    "PNG with a profile": picture("PNG", icc_profile=b"a profile"),
    "JPEG": picture("JPEG"),
    "JPEG, turned": picture("JPEG", orientation=8),
    "JPEG without JFIF": picture("JPEG").replace(picture("JPEG")[2:20], b"", 1),
    "WebP": picture("WEBP"),
    "WebP without loss": picture("WEBP", lossless=True),
    "WebP with alpha": picture("WEBP", alpha=True),
    "WebP with alpha, without loss": picture("WEBP", alpha=True, lossless=True),
    "WebP, turned": picture("WEBP", orientation=3),
    "WebP with a profile": picture("WEBP", icc_profile=b"a profile"),
}


def facts(data: bytes) -> tuple[Any, ...]:
    with Image.open(io.BytesIO(data)) as image:
        return image.size, image.mode, image.tobytes(), image.getexif().get(0x0112), image.info.get("icc_profile")


@pytest.mark.parametrize("name", PICTURES)
@given(said=PROVENANCES)
def test_a_picture_with_a_text_is_the_same_picture(name: str, said: dict[str, Any]) -> None:
    assume(not LORA.search(said["prompt"]))
    text = written(said)
    assume(text is not None)
    stored = PICTURES[name]
    data = embed(stored, text or "")
    assert data is not None
    assert read_file(data) == expected(said)
    assert as_stored(data, hashlib.sha256(stored).hexdigest()) == stored


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize(
    "text", ["a fox\nSteps: 20, Size: 8x8", "\u4e00" * 2000 + "\nSteps: 20", "\U0001f98a é\nSteps: 1"]
)
def test_other_programs_read_the_picture_and_its_text(name: str, text: str) -> None:
    data = embed(PICTURES[name], text)
    assert data is not None
    assert facts(data) == facts(PICTURES[name])
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        if name.startswith("PNG"):
            assert image.info["parameters"] == text
        else:
            comment = image.getexif().get_ifd(0x8769)[0x9286]
            assert comment[:8] == b"UNICODE\0"
            assert comment[8:].decode("utf-16-be").removeprefix("\ufeff") == text


def test_a_text_that_is_too_long_for_a_jpeg_is_not_written() -> None:
    text = "x" * 40_000 + "\nSteps: 1"
    assert embed(PICTURES["JPEG"], text) is None
    assert embed(PICTURES["PNG"], text) is not None


def test_a_picture_that_is_another_is_left_as_it_is() -> None:
    data = embed(PICTURES["WebP"], "a fox\nSteps: 1")
    assert data is not None
    assert as_stored(data, "0" * 64) == data


@pytest.mark.parametrize("name", ["JPEG", "WebP"])
def test_a_damaged_picture_is_refused(name: str) -> None:
    with pytest.raises(Unprocessable):
        metadata_embedding.embed(PICTURES[name][:20], "a fox")
