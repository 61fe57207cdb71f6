"""The sample sets can be imported, whether they are installed already or not."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
import yaml

from platemark.access import SYSTEM
from platemark.set_templates import samples
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateChanges
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.sets.helpers import OpenWork, album_rows, change, outcomes, templates


@pytest.fixture
def sample_folder(tmp_path: Path) -> Path:
    """The samples shipped with the studio, in the folder format of an older studio."""
    folder = tmp_path / "samples"
    folder.mkdir()
    shipped = resources.files("platemark.samples")
    config = {}
    for slug in samples.SLUGS:
        config[slug] = {**yaml.safe_load((shipped / f"{slug}.json").read_text("utf-8")), "csv_path": f"{slug}.csv"}
        (folder / f"{slug}.csv").write_bytes((shipped / f"{slug}.csv").read_bytes())
    (folder / "config.yaml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    return folder


def test_the_sample_sets_are_imported(driver: ImportDriver, sample_folder: Path) -> None:
    before = driver.dump()
    applied = driver.plan_and_apply(sample_folder)
    assert applied.counts["new"] == applied.results["applied"] == 6
    by_slug = {template.slug: template for template in templates(driver)}
    for slug in samples.SLUGS:
        sample = samples.load_sample(slug)
        with driver.read_work() as work:
            assert set_templates.read_rows(work, by_slug[slug]).table == sample.table
        assert by_slug[slug].prompt_template == sample.new.prompt_template
    names = sorted(samples.load_sample(slug).new.name for slug in samples.SLUGS)
    assert sorted(album.name for album in album_rows(driver)) == names
    assert driver.verify(applied).discrepancies == []
    assert driver.undo(applied).results["undone"] == 6
    assert driver.dump() == before


def test_an_untouched_sample_yields_its_id_to_a_set_of_the_users_own(
    driver: ImportDriver, tmp_path: Path, open_work: OpenWork
) -> None:
    change(open_work, samples.install_samples)
    before = driver.dump()
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "config.yaml").write_text("zodiac: {name: Ours}\ncard-deck: {name: Our deck}", "utf-8")
    for slug in ("zodiac", "card-deck"):
        (folder / f"{slug}.csv").write_text("sign\nAries\n", "utf-8")
    changes = SetTemplateChanges(style_suffix="woodcut")
    with driver.read_work() as work:
        deck = set_templates.get_set_template_by_id_or_name(work, "card-deck", by=SYSTEM).id
    change(open_work, lambda work: set_templates.update_set_template(work, deck, changes, by=SYSTEM))
    touched = driver.dump()
    applied = driver.plan_and_apply(folder)
    assert outcomes(driver, applied) == {
        "config.yaml#zodiac": ("new", "sample_replaced"),
        "config.yaml#zodiac/album": ("new", None),
        "config.yaml#card-deck": ("conflicting", "id_taken"),
        "config.yaml#card-deck/album": ("conflicting", "id_taken"),
    }
    change(open_work, samples.install_samples)
    zodiac = [(it.name, it.slug, it.archived_at is None) for it in templates(driver) if it.name in ("Ours", "Zodiac")]
    assert ("Ours", "zodiac", True) in zodiac
    assert [(slug, there) for name, slug, there in zodiac if name != "Ours"] in ([], [(None, False)])
    assert driver.verify(applied).discrepancies == []
    assert driver.undo(applied).discrepancies == []
    assert driver.dump() == touched != before


def test_sample_sets_that_are_installed_already_only_get_their_albums(
    driver: ImportDriver, sample_folder: Path, open_work: OpenWork
) -> None:
    change(open_work, samples.install_samples)
    before = driver.dump()
    applied = driver.plan_and_apply(sample_folder)
    assert (applied.counts["unchanged"], applied.counts["new"]) == (3, 3)
    assert {item.reason for item in driver.items(applied) if item.outcome == "unchanged"} == {"already_here"}
    assert len(album_rows(driver)) == 3
    driver.undo(applied)
    assert driver.dump() == before
