"""A folder of sets is read whole or refused with a name for everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from platemark.imports.kinds.sets import config, manifests
from platemark.imports.kinds.sets.manifests import Manifest
from platemark.imports.reading.sources import open_folder
from platemark.set_templates import samples

Files = Mapping[str, str | bytes]
Read = Callable[[Files], list[manifests.ReadResult]]
CSV = "name,prompt\nThe Fool,a fool\nThe Star,a star\n"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """What is found in a folder with these files."""

    def read(files: Files, visibility: str = "private") -> list[manifests.ReadResult]:
        folder = tmp_path / "old"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with open_folder(folder) as source:
            return list(manifests.read(source, visibility=visibility))

    return read


def a_set(**said: object) -> dict[str, object]:
    return {"name": "Tarot", "csv_path": "tarot.csv", **said}


def folder(**said: object) -> dict[str, str]:
    return {"config.yaml": yaml.safe_dump({"tarot": a_set(**said)}), "tarot.csv": CSV}


def taken(readings: list[manifests.ReadResult]) -> list[Manifest]:
    return [it.manifest for it in readings if it.manifest is not None]


def named(readings: list[manifests.ReadResult]) -> list[tuple[str, str]]:
    """Where and what, of everything that is not as it should be."""
    return [(problem.key, problem.code) for it in readings for problem in it.problems]


def test_every_field_is_taken_as_it_is_written(read: Read) -> None:
    said = {
        "description": "Twenty-two\ntrumps.",
        "base_prompt": "tarot card",
        "prompt_template": "{base_prompt}, {row}, {theme}",
        "style_suffix": "woodcut",
        "example_theme": "dusk",
        "width": 512,
        "height": 768,
        "steps": 12,
        "guidance_scale": 6.5,
        "negative_prompt": "text",
    }
    (found,) = taken(read(folder(**said)))
    assert {name: getattr(found.new, name) for name in said} == said
    assert (found.key, found.set_id, found.new.name) == ("config.yaml#tarot", "tarot", "Tarot")
    assert [row["name"] for row in found.table.rows] == ["The Fool", "The Star"]


def test_what_a_manifest_says_makes_the_same_manifest_again(read: Read) -> None:
    (found,) = taken(read(folder(loras=["a.safetensors"])))
    assert manifests.from_json(found.key, found.to_json()) == found


@pytest.mark.parametrize("text", ["on", "1e3", "2024-01-01", "null island", "0x10", "~ tilde"])
def test_text_stays_the_text_that_it_is(read: Read, text: str) -> None:
    (found,) = taken(read({"config.yaml": f"tarot:\n  name: {text}\n  csv_path: tarot.csv\n", "tarot.csv": CSV}))
    assert found.new.name == text


def test_what_is_null_counts_as_not_said(read: Read) -> None:
    (found,) = taken(read(folder(width=None, description=None)))
    assert (found.new.width, found.new.description) == (512, "")


def test_sets_may_share_what_they_say_and_their_csv(read: Read) -> None:
    text = "a: &base {name: A, csv: ./t.csv, width: 256}\nb: {<<: *base, name: B}\n"
    found = taken(read({"config.yaml": text, "t.csv": CSV}))
    assert [(it.set_id, it.new.name, it.new.width) for it in found] == [("a", "A", 256), ("b", "B", 256)]


def test_a_config_may_hold_its_sets_under_one_key(read: Read) -> None:
    found = taken(read({"config.yml": yaml.safe_dump({"sets": {"tarot": a_set()}}), "tarot.csv": CSV}))
    assert [it.set_id for it in found] == ["tarot"]


@pytest.mark.parametrize(
    ("said", "chosen", "visibility"),
    [
        ({}, "private", "private"),
        ({}, "public", "public"),
        ({"is_public": True}, "private", "public"),
        ({"is_public": False}, "shared", "shared"),
        ({"is_public": False}, "public", "private"),
        ({"visibility": "shared"}, "private", "shared"),
        ({"visibility": "public", "is_public": True}, "private", "public"),
    ],
)
def test_who_may_see_a_set(
    read: Callable[..., list[manifests.ReadResult]], said: dict[str, object], chosen: str, visibility: str
) -> None:
    (found,) = taken(read(folder(**said), visibility=chosen))
    assert found.new.visibility == visibility


REFUSED = [
    ({"name": None}, "name_missing"),
    ({"csv_path": None}, "csv_missing"),
    ({"csv_path": "nowhere.csv"}, "csv_missing"),
    ({"csv_path": "."}, "csv_missing"),
    ({"csv_path": "below"}, "csv_missing"),
    ({"csv_path": "/etc/passwd"}, "path_absolute"),
    ({"csv_path": "C:\\sets\\tarot.csv"}, "path_absolute"),
    ({"csv_path": "\\\\server\\tarot.csv"}, "path_absolute"),
    ({"csv_path": "~/tarot.csv"}, "path_absolute"),
    ({"csv_path": "../tarot.csv"}, "path_escapes"),
    ({"csv_path": "below/../../tarot.csv"}, "path_escapes"),
    ({"csv_path": "below\\..\\tarot.csv"}, "path_escapes"),
    ({"csv_path": "link.csv"}, "csv_missing"),
    ({"prompt_template": "{card} of {suit}"}, "missing_column"),
    ({"prompt_template": "{theme"}, "bad_placeholder"),
    ({"prompt_template": "{card} and {"}, "prompts_invalid"),
    ({"base_prompt": "x" * 1996}, "prompt_too_long"),
    ({"name": " "}, "bad_value"),
    ({"name": "x" * 201}, "bad_value"),
    ({"name": ["Tarot"]}, "bad_value"),
    ({"description": "x" * 4001}, "bad_value"),
    ({"base_prompt": {"a": "b"}}, "bad_value"),
    ({"example_theme": "two\nlines"}, "bad_value"),
    ({"width": 500}, "bad_value"),
    ({"width": 63}, "bad_value"),
    ({"height": 4096}, "bad_value"),
    ({"height": "tall"}, "bad_value"),
    ({"height": -512}, "bad_value"),
    ({"steps": 0}, "bad_value"),
    ({"guidance_scale": 31}, "bad_value"),
    ({"guidance_scale": "nan"}, "bad_value"),
    ({"is_public": "perhaps"}, "bad_value"),
    ({"visibility": "everyone"}, "bad_value"),
    ({"visibility": "private", "is_public": True}, "bad_value"),
    ({"csv": "tarot.csv"}, "bad_value"),
    ({"loras": [{"path": "a", "weight": "heavy"}]}, "bad_value"),
    ({"loras": [[["a"]]]}, "bad_value"),
    ({"loras": ["a"] * 51}, "bad_value"),
]


@pytest.mark.parametrize(("said", "code"), REFUSED, ids=lambda value: str(value)[:60])
def test_a_set_that_could_not_be_made_as_it_is_meant_is_skipped_and_told_why(
    read: Read, tmp_path: Path, said: dict[str, object], code: str
) -> None:
    (tmp_path / "tarot.csv").write_text(CSV)
    (tmp_path / "old" / "below").mkdir(parents=True)
    (tmp_path / "old" / "link.csv").symlink_to(tmp_path / "tarot.csv")
    readings = read(folder(**said))
    assert taken(readings) == []
    assert ("config.yaml#tarot", code) in named(readings)
    messages = [problem.message for it in readings for problem in it.problems]
    assert all(message and len(message) <= 500 and "\n" not in message for message in messages)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ({"sampler": "ddim"}, ("config.yaml#tarot.sampler", "unknown_key")),
        ({"loras": [{"path": "a.safetensors", "weight": 0.8}]}, ("config.yaml#tarot.loras", "loras_not_used")),
    ],
)
def test_a_key_that_a_set_can_be_made_without_is_named_and_the_set_is_taken(
    read: Read, said: dict[str, object], note: tuple[str, str]
) -> None:
    readings = read(folder(**said))
    assert [it.set_id for it in taken(readings)] == ["tarot"]
    assert named(readings) == [note]


REMARKED = [
    ({}, "name,prompt,suit\nAce,an ace,cups\n", "columns_unused", "suit"),
    ({"prompt_template": "{suit}"}, "number,suit\n1,cups\n", "columns_unused", "number"),
    ({}, "name,prompt\nAce,an ace\nAce,a second\n", "duplicate_row_name", "'Ace'"),
    ({}, "name,prompt,suit\nAce,an ace,cups\nAce,a second,cups\n", "duplicate_row_name", "suit"),
]


@pytest.mark.parametrize(("said", "rows", "code", "word"), REMARKED)
def test_odd_rows_that_can_be_run_are_taken_and_remarked_on(
    read: Read, said: dict[str, object], rows: str, code: str, word: str
) -> None:
    (reading,) = read({**folder(**said), "tarot.csv": rows})
    assert (reading.manifest is not None, reading.problems) == (True, ())
    assert reading.note is not None
    assert (reading.note.code, word in reading.note.message) == (code, True)


def test_columns_that_make_the_row_are_used(read: Read) -> None:
    (reading,) = read({**folder(prompt_template="{row}"), "tarot.csv": "number,suit\n1,cups\n"})
    assert reading.note is None


def test_every_fault_of_a_csv_has_its_line(read: Read) -> None:
    readings = read({**folder(), "tarot.csv": "name,prompt\nThe Fool\nThe Star,a star\nThe Sun,a,sun\n"})
    assert named(readings) == [
        ("config.yaml#tarot", "csv_invalid"),
        ("config.yaml#tarot:2:1", "csv_ragged_row"),
        ("config.yaml#tarot:4:2", "csv_ragged_row"),
    ]


def test_the_second_of_two_sets_with_one_name_is_skipped(read: Read) -> None:
    said = {"one": a_set(), "two": a_set(), "three": a_set(name="Others")}
    readings = read({"config.yaml": yaml.safe_dump(said, sort_keys=False), "tarot.csv": CSV})
    assert [it.set_id for it in taken(readings)] == ["one", "three"]
    assert named(readings) == [("config.yaml#two", "duplicate_name")]


def test_files_that_nobody_names_are_listed(read: Read) -> None:
    readings = read({**folder(), "other.csv": CSV, "config.yml": "x: {}", "notes.txt": "n"})
    assert [it.set_id for it in taken(readings)] == ["tarot"]
    assert named(readings) == [("config.yml", "config_twice"), ("other.csv", "csv_unused")]


BROKEN = [
    (b"tarot: {name: [", "config_invalid"),
    (b"\xff\xfe", "config_not_utf8"),
    (b"a: 1\x00", "config_invalid"),
    (b"", "config_invalid"),
    (b"[a, b]", "config_invalid"),
    (b"just words", "config_invalid"),
    (b"a: {name: A}\na: {name: B}", "config_invalid"),
    (b"a: {name: A, name: B}", "config_invalid"),
    (b"? [a, b]\n: c", "config_invalid"),
    (b"a: !!python/object/apply:os.system [ls]", "config_invalid"),
    (b"a: *nobody", "config_invalid"),
    (b"[" * 5000, "config_invalid"),
    (b"{a: " * 5000, "config_invalid"),
    (b"a: &a [x]\nb: &b [*a, *b]", "not_a_set"),
    (b"a: text", "not_a_set"),
    (b"sets: {a: text}", "not_a_set"),
    (b"Tarot cards!: {name: A}", "bad_set_id"),
    (("\n".join(f"s{n}: {{name: N{n}}}" for n in range(1001))).encode(), "config_too_many_sets"),
    (b"#" * (config.MAX_BYTES + 1), "config_too_large"),
]


@pytest.mark.parametrize(("text", "code"), BROKEN, ids=[f"{code}-{text[:24]!r}" for text, code in BROKEN])
def test_a_config_that_cannot_be_used_is_named(read: Read, text: bytes, code: str) -> None:
    readings = read({"config.yaml": text})
    assert taken(readings) == []
    assert {found for _, found in named(readings)} == {code}


def test_mappings_that_merge_each_other_many_times_over_are_refused(read: Read) -> None:
    levels = ["a0: &a0 {name: A, csv: t.csv, width: 64}"]
    levels += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, 12)]
    assert [code for _, code in named(read({"config.yaml": "\n".join(levels)}))] == ["config_invalid"]


def test_lists_that_repeat_each_other_many_times_over_are_not_walked(read: Read) -> None:
    levels = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    said = "tarot: {name: T, csv: t.csv, junk: *a39, loras: *a39}"
    readings = read({"config.yaml": "\n".join([*levels, said]), "t.csv": CSV})
    assert ("config.yaml#tarot", "bad_value") in named(readings)


def test_a_csv_alone_is_a_set_called_like_its_file(read: Read) -> None:
    readings = read(
        {
            "major_arcana.csv": CSV,
            "Zodiac.CSV": CSV,
            "zodiac.csv": CSV,
            "!!.csv": CSV,
            "sub/x.csv": CSV,
            "zodiac~.csv": CSV,
        }
    )
    assert [(it.set_id, it.new.name, len(it.table.rows)) for it in taken(readings)] == [
        ("major-arcana", "Major arcana", 2),
        ("zodiac", "Zodiac", 2),
    ]
    assert named(readings) == [
        ("!!.csv", "bad_set_id"),
        ("zodiac.csv", "duplicate_name"),
        ("zodiac~.csv", "duplicate_id"),
        ("sub/", "folder_not_read"),
    ]


def test_an_empty_folder_has_no_sets_and_no_faults(read: Read, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    assert read({}) == []


@pytest.mark.parametrize("slug", samples.SLUGS)
def test_the_samples_are_read_as_they_are_shipped(read: Read, slug: str) -> None:
    shipped = resources.files("platemark.samples")
    fields = (shipped / f"{slug}.json").read_text("utf-8")  # JSON is YAML
    sample = samples.load_sample(slug)
    said = {slug: {**yaml.safe_load(fields), "csv_path": f"{slug}.csv"}}
    files: Files = {"config.yaml": yaml.safe_dump(said), f"{slug}.csv": (shipped / f"{slug}.csv").read_bytes()}
    readings = read(files)
    assert [(it.set_id, it.new, it.table) for it in taken(readings)] == [(slug, sample.new, sample.table)]
    assert named(readings) == []


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(alphabet="ab:-[]{},&*<!? \n\"'#|>%~0", max_size=80).map(str.encode))
def test_whatever_stands_in_a_config_nothing_is_raised(data: bytes) -> None:
    found = config.read(data, "config.yaml")
    assert found.entries or found.problems
    assert all(len(it.message) <= 500 and "\n" not in it.message for it in found.problems)
