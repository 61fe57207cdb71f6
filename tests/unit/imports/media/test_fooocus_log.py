"""Fooocus's log says how pictures were made that do not say it themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from platemark.access import Actor
from platemark.images import service as images
from platemark.images.views import ImageFilter
from platemark.imports.kinds.media import fooocus_log
from platemark.imports.reading import sources
from platemark.paging import PageRequest
from tests.unit.imports import studios
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import item, thing_id
from tests.unit.imports.trees import picture, put

HARE, CARP = "2024-03-01_10-15-00_1234.png", "2024-03-01_10-16-00_1235.jpg"


def pictures(folder: Path, html: str | bytes) -> dict[str, Any]:
    (folder / "log.html").write_bytes(html if isinstance(html, bytes) else html.encode())
    with sources.open_folder(folder) as source:
        log = fooocus_log.read_log(source, "", source.list_entries())
    return {} if log is None else dict(log.pictures)


def row(label: str, value: str) -> str:
    return f"<tr><td class='label'>{label}</td><td class='value'>{value}</td></tr>"


def test_what_is_copied_counts_more_than_what_is_shown(tmp_path: Path) -> None:
    button = "<button onclick=\"to_clipboard('%7B%22Prompt%22%3A%22a%20fox%22%2C%22Base%20Model%22%3A%22x%22%7D')\">"
    found = pictures(tmp_path, f"<img src='a.png'/><table>{row('Prompt', 'a cat')}{row('Seed', '7')}</table>{button}")
    scheme = {"metadata_scheme": "fooocus"}
    assert found == {"a.png": {"prompt": "a fox", "seed": "7", "base_model": "x", **scheme}}


@pytest.mark.parametrize(
    ("html", "prompt"),
    [
        (row("Prompt", "a fox, &lt;lora:ink:1&gt; &amp; more"), "a fox, <lora:ink:1> & more"),
        (row("Prompt", "one </br> two<br/>three"), "one  two\nthree"),
        (row("Prompt", "a fox <b>bold") + row("Seed", "7"), "a fox bold"),
        (row("Prompt", "first") + "<img src='a.png'/>" + row("Prompt", "second"), "first"),
        ("<button onclick=\"to_clipboard('%7Bnot json')\">" + row("Prompt", "a fox"), "a fox"),
        ("<button onclick=\"to_clipboard('%5B1%5D')\">" + row("Prompt", "a fox"), "a fox"),
    ],
)
def test_odd_logs_are_read_as_far_as_they_can_be(tmp_path: Path, html: str, prompt: str) -> None:
    assert pictures(tmp_path, f"<img src='a.png'/>{html}")["a.png"]["prompt"] == prompt


@pytest.mark.parametrize(
    "html", [b"", b"\xff\xfe<", b"<table>" + row("Prompt", "of nothing").encode(), b"<img src='a.png'/>"]
)
def test_a_log_that_says_nothing_of_pictures_is_no_log(tmp_path: Path, html: bytes) -> None:
    assert pictures(tmp_path, html) == {}


def test_a_log_that_is_too_large_is_no_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fooocus_log, "MAX_BYTES", 100)
    assert pictures(tmp_path, "<img src='a.png'/>" + row("Prompt", "a fox" * 100)) == {}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_pictures_that_were_imported_without_their_log_get_what_it_says(
    driver: ImportDriver, tmp_path: Path, by: Actor
) -> None:
    day = tmp_path / "outputs" / "2024-03-01"
    for number, name in enumerate((HARE, CARP)):
        put(day / name, picture(number))
    driver.plan_and_apply(day.parent)
    before = driver.dump()
    (day / "log.html").write_text(studios.fooocus_log())
    second = driver.plan_and_apply(day.parent)
    key = f"2024-03-01/{HARE}"
    assert (item(driver, second, key).outcome, item(driver, second, key).reason) == ("changed", "metadata_reread")
    with driver.read_work() as work:
        image = images.get_image(work, thing_id(driver, second, key), by=by)
        found = images.list_images(work, ImageFilter(seed=1234), PageRequest(), by=by).items
    assert (image.image.prompt, (image.provenance or {})["seed"]) == ("a hare & an owl", 1234)
    assert [it.id for it in found] == [image.image.id]
    assert driver.verify(second).discrepancies == []
    assert driver.undo(second).results["kept"] == 0
    after = driver.dump()
    assert {it for it in after if after[it] != before[it]} == {"images"}, "versions and times of change"
