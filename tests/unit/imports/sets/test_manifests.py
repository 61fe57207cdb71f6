"""Reading folders of sets: each set is read completely or skipped, with a problem for each fault."""

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
    """``read(files)`` writes the files to a folder and reads its manifests."""

    def read(files: Files, visibility: str = "private") -> list[manifests.ReadResult]:
        folder = tmp_path / "old"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with open_folder(folder) as source:
            return list(manifests.read(source, visibility=visibility))

    return read


def entry(**values: object) -> dict[str, object]:
    return {"name": "Tarot", "csv_path": "tarot.csv", **values}


def folder_with(**values: object) -> dict[str, str]:
    return {"config.yaml": yaml.safe_dump({"tarot": entry(**values)}), "tarot.csv": CSV}


def manifests_in(results: list[manifests.ReadResult]) -> list[Manifest]:
    return [result.manifest for result in results if result.manifest is not None]


def problems_in(results: list[manifests.ReadResult]) -> list[tuple[str, str]]:
    """Key and code of every problem."""
    return [(problem.key, problem.code) for result in results for problem in result.problems]


def test_every_field_is_read_as_it_is_written(read: Read) -> None:
    values = {
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
    (manifest,) = manifests_in(read(folder_with(**values)))
    assert {name: getattr(manifest.new, name) for name in values} == values
    assert (manifest.key, manifest.set_id, manifest.new.name) == ("config.yaml#tarot", "tarot", "Tarot")
    assert [row["name"] for row in manifest.table.rows] == ["The Fool", "The Star"]


def test_a_manifest_survives_the_round_trip_through_json(read: Read) -> None:
    (manifest,) = manifests_in(read(folder_with(loras=["a.safetensors"])))
    assert manifests.from_json(manifest.key, manifest.to_json()) == manifest


@pytest.mark.parametrize("text", ["on", "1e3", "2024-01-01", "null island", "0x10", "~ tilde"])
def test_text_is_not_parsed_as_another_type(read: Read, text: str) -> None:
    (manifest,) = manifests_in(
        read({"config.yaml": f"tarot:\n  name: {text}\n  csv_path: tarot.csv\n", "tarot.csv": CSV})
    )
    assert manifest.new.name == text


def test_a_null_value_counts_as_missing(read: Read) -> None:
    (manifest,) = manifests_in(read(folder_with(width=None, description=None)))
    assert (manifest.new.width, manifest.new.description) == (512, "")


def test_sets_can_share_values_and_a_csv_file(read: Read) -> None:
    text = "a: &base {name: A, csv: ./t.csv, width: 256}\nb: {<<: *base, name: B}\n"
    sets = manifests_in(read({"config.yaml": text, "t.csv": CSV}))
    assert [(manifest.set_id, manifest.new.name, manifest.new.width) for manifest in sets] == [
        ("a", "A", 256),
        ("b", "B", 256),
    ]


def test_a_config_can_have_its_sets_under_a_sets_key(read: Read) -> None:
    sets = manifests_in(read({"config.yml": yaml.safe_dump({"sets": {"tarot": entry()}}), "tarot.csv": CSV}))
    assert [manifest.set_id for manifest in sets] == ["tarot"]


@pytest.mark.parametrize(
    ("values", "chosen", "visibility"),
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
def test_a_set_gets_its_own_or_the_chosen_visibility(
    read: Callable[..., list[manifests.ReadResult]], values: dict[str, object], chosen: str, visibility: str
) -> None:
    (manifest,) = manifests_in(read(folder_with(**values), visibility=chosen))
    assert manifest.new.visibility == visibility


SKIPPED_SETS = [
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
    ({"prompt_template": "x" * 1990}, "bad_value"),
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
    ({"generation_config": "many"}, "bad_value"),
    ({"loras": [{"path": "a", "weight": "heavy"}]}, "bad_value"),
    ({"loras": [[["a"]]]}, "bad_value"),
    ({"loras": ["a"] * 51}, "bad_value"),
]


@pytest.mark.parametrize(("values", "code"), SKIPPED_SETS, ids=lambda value: str(value)[:60])
def test_a_set_that_cannot_be_imported_is_skipped_with_the_reason(
    read: Read, tmp_path: Path, values: dict[str, object], code: str
) -> None:
    (tmp_path / "tarot.csv").write_text(CSV)
    (tmp_path / "old" / "below").mkdir(parents=True)
    (tmp_path / "old" / "link.csv").symlink_to(tmp_path / "tarot.csv")
    results = read(folder_with(**values))
    assert manifests_in(results) == []
    assert ("config.yaml#tarot", code) in problems_in(results)
    messages = [problem.message for result in results for problem in result.problems]
    assert all(message and len(message) <= 500 and "\n" not in message for message in messages)


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ({"sampler": "ddim"}, ("config.yaml#tarot.sampler", "unknown_key")),
    ],
)
def test_a_key_without_effect_is_a_problem_and_the_set_is_imported(
    read: Read, values: dict[str, object], note: tuple[str, str]
) -> None:
    results = read(folder_with(**values))
    assert [manifest.set_id for manifest in manifests_in(results)] == ["tarot"]
    assert problems_in(results) == [note]


WITH_NOTES = [
    (
        {"album_type": "set", "is_training_source": True},
        CSV,
        "kept_in_plan",
        "album_type 'set', is_training_source 'true'",
    ),
    ({"generation_config": {"steps": 12, "sampler": "ddim"}}, CSV, "kept_in_plan", "generation_config.sampler 'ddim'"),
    ({}, "name,prompt,suit\nAce,an ace,cups\n", "columns_unused", "suit"),
    ({"prompt_template": "{suit}"}, "number,suit\n1,cups\n", "columns_unused", "number"),
    ({"name": None}, CSV, "name_from_id", "id"),
    ({"csv_path": None}, CSV + ",\n , \n", "empty_rows_dropped", "2"),
    (
        {},
        "name,prompt,, \nThe Fool,a fool,,\nThe Star,a star\n".replace("star\n", "star,,\n"),
        "empty_columns_dropped",
        "2",
    ),
    ({}, "Name,prompt\nThe Fool,a fool\n", "columns_renamed", "'Name' is name"),
    (
        {"prompt_template": "{Card Name}"},
        "Card Name,card_name\nAce,x\n",
        "columns_renamed",
        "'Card Name' is card_name_2",
    ),
    ({"prompt_template": "{prompt}"}, CSV, "template_wrapped", "now: 'a fool'"),
    (
        {"prompt_template": "{name}"},
        "name,prompt\n{prompt},a fool\n",
        "prompts_differ",
        "before: 'a fool', now: '{prompt}'",
    ),
    ({"prompt_template": "{name}"}, "name,prompt\n The Fool,a fool\n", "cells_with_spaces", "white space"),
    ({}, "name,prompt\nAce,an ace\nAce,a second\n", "duplicate_row_name", "'Ace'"),
    ({}, "name,prompt,suit\nAce,an ace,cups\nAce,a second,cups\n", "duplicate_row_name", "suit"),
]


@pytest.mark.parametrize(("values", "rows", "code", "word"), WITH_NOTES)
def test_unusual_rows_are_imported_with_a_note(
    read: Read, values: dict[str, object], rows: str, code: str, word: str
) -> None:
    (result,) = read({**folder_with(**values), "tarot.csv": rows})
    assert (result.manifest is not None, result.problems) == (True, ())
    assert result.note is not None
    assert (result.note.code, word in result.note.message) == (code, True)


@pytest.mark.parametrize(
    "path", ["data/old/tarot.csv", "/srv/x/old/tarot.csv", "old/tarot.csv", "C:\\studio\\old\\tarot.csv"]
)
def test_a_path_through_the_folder_leads_into_it(read: Read, path: str) -> None:
    results = read({**folder_with(csv_path=path), "other.csv": CSV})
    assert [len(manifest.table.rows) for manifest in manifests_in(results)] == [2]
    assert problems_in(results) == [("other.csv", "csv_unused")]


def test_the_generation_config_fills_what_the_set_leaves_open(read: Read) -> None:
    (result,) = read(folder_with(width=256, generation_config={"width": 512, "height": 768, "steps": 12}))
    assert result.manifest is not None
    new = result.manifest.new
    assert (new.width, new.height, new.steps, dict(result.manifest.kept)) == (
        256, 768, 12, {"generation_config.width": "512"},
    )  # fmt: skip
    assert manifests.from_json(result.manifest.key, result.manifest.to_json()) == result.manifest


def test_a_set_without_a_name_and_a_path_is_called_after_its_id(read: Read) -> None:
    (result,) = read({"config.yaml": "card_deck: {base_prompt: a card}", "card_deck.csv": CSV})
    assert result.manifest is not None
    assert (result.manifest.set_id, result.manifest.new.name) == ("card_deck", "Card Deck")


def test_columns_in_the_row_placeholder_count_as_used(read: Read) -> None:
    (result,) = read({**folder_with(prompt_template="{row}"), "tarot.csv": "number,suit\n1,cups\n"})
    assert result.note is None


def test_every_fault_of_a_csv_has_its_line_number(read: Read) -> None:
    results = read({**folder_with(), "tarot.csv": "name,prompt\nThe Fool\nThe Star,a star\nThe Sun,a,sun\n"})
    assert problems_in(results) == [
        ("config.yaml#tarot", "csv_invalid"),
        ("config.yaml#tarot:2:1", "csv_ragged_row"),
        ("config.yaml#tarot:4:2", "csv_ragged_row"),
    ]


def test_the_second_of_two_sets_with_the_same_name_is_skipped(read: Read) -> None:
    values = {"one": entry(), "two": entry(), "three": entry(name="Others")}
    results = read({"config.yaml": yaml.safe_dump(values, sort_keys=False), "tarot.csv": CSV})
    assert [manifest.set_id for manifest in manifests_in(results)] == ["one", "three"]
    assert problems_in(results) == [("config.yaml#two", "duplicate_name")]


def test_unused_files_are_listed(read: Read) -> None:
    results = read({**folder_with(), "other.csv": CSV, "config.yml": "x: {}", "notes.txt": "n"})
    assert [manifest.set_id for manifest in manifests_in(results)] == ["tarot"]
    assert problems_in(results) == [("config.yml", "config_twice"), ("other.csv", "csv_unused")]


UNUSABLE_CONFIGS = [
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


@pytest.mark.parametrize(
    ("text", "code"), UNUSABLE_CONFIGS, ids=[f"{code}-{text[:24]!r}" for text, code in UNUSABLE_CONFIGS]
)
def test_an_unusable_config_is_reported(read: Read, text: bytes, code: str) -> None:
    results = read({"config.yaml": text})
    assert manifests_in(results) == []
    assert {problem_code for _, problem_code in problems_in(results)} == {code}


def test_mappings_that_grow_exponentially_by_merging_are_refused(read: Read) -> None:
    levels = ["a0: &a0 {name: A, csv: t.csv, width: 64}"]
    levels += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, 12)]
    assert [code for _, code in problems_in(read({"config.yaml": "\n".join(levels)}))] == ["config_invalid"]


def test_lists_that_grow_exponentially_by_aliases_are_not_expanded(read: Read) -> None:
    levels = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    values = "tarot: {name: T, csv: t.csv, junk: *a39, loras: *a39}"
    results = read({"config.yaml": "\n".join([*levels, values]), "t.csv": CSV})
    assert ("config.yaml#tarot", "bad_value") in problems_in(results)


def test_a_csv_file_without_a_config_is_a_set_named_after_it(read: Read) -> None:
    results = read(
        {
            "major_arcana.csv": CSV,
            "Zodiac.CSV": CSV,
            "zodiac.csv": CSV,
            "!!.csv": CSV,
            "sub/x.csv": CSV,
            "zodiac~.csv": CSV,
        }
    )
    assert [(manifest.set_id, manifest.new.name, len(manifest.table.rows)) for manifest in manifests_in(results)] == [
        ("major-arcana", "Major arcana", 2),
        ("zodiac", "Zodiac", 2),
    ]
    assert problems_in(results) == [
        ("!!.csv", "bad_set_id"),
        ("zodiac.csv", "duplicate_name"),
        ("zodiac~.csv", "duplicate_id"),
        ("sub/", "folder_not_read"),
    ]


def test_an_empty_folder_has_no_sets_and_no_problems(read: Read, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    assert read({}) == []


@pytest.mark.parametrize("slug", samples.SLUGS)
def test_the_shipped_samples_can_be_read(read: Read, slug: str) -> None:
    shipped = resources.files("platemark.samples")
    fields = (shipped / f"{slug}.json").read_text("utf-8")  # JSON is YAML
    sample = samples.load_sample(slug)
    values = {slug: {**yaml.safe_load(fields), "csv_path": f"{slug}.csv"}}
    files: Files = {"config.yaml": yaml.safe_dump(values), f"{slug}.csv": (shipped / f"{slug}.csv").read_bytes()}
    results = read(files)
    assert [(manifest.set_id, manifest.new, manifest.table) for manifest in manifests_in(results)] == [
        (slug, sample.new, sample.table)
    ]
    assert problems_in(results) == []


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(alphabet="ab:-[]{},&*<!? \n\"'#|>%~0", max_size=80).map(str.encode))
def test_any_bytes_are_read_as_a_config_without_an_exception(data: bytes) -> None:
    result = config.read(data, "config.yaml")
    assert result.entries or result.problems
    assert all(len(problem.message) <= 500 and "\n" not in problem.message for problem in result.problems)
