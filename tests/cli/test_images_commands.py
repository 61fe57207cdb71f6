"""``platemark images …``."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from platemark.access import SYSTEM, Actor
from platemark.accounts import service as accounts
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.images import service as images
from platemark.images.views import ImageDetailView, NewUpload
from platemark.studio import Studio
from tests.cli.conftest import Run
from tests.populate import png


@pytest.fixture
def owner(run: Run, studio: Studio) -> Actor:
    run("user", "create", "ada", "--role", "admin")
    with studio.work(write=False) as work:
        user = accounts.get_user_by_name(work, "ada", by=SYSTEM)
    return Actor(user.id, user.name, "admin", "token")


@pytest.fixture
def pictures(studio: Studio, owner: Actor) -> list[UUID]:
    ids = []
    with studio.work(write=True) as work:
        for number in range(3):
            picture = images.store_picture(studio.blobs, png((number, 7, 90)), max_pixels=10_000)
            new = NewUpload(title=f"Plate {number}")
            ids.append(images.insert_upload(work, studio.blobs, picture, new, by=owner).image_id)
        work.commit()
    return ids


def shown(studio: Studio, image_id: UUID) -> ImageDetailView:
    with studio.work(write=False) as work:
        return images.get_image(work, image_id, by=SYSTEM)


def test_many_images_are_changed_at_once(run: Run, studio: Studio, owner: Actor, pictures: list[UUID]) -> None:
    with studio.work(write=True) as work:
        album = albums.insert_album(work, NewAlbum(name="Proofs"), by=owner)
        work.commit()
    options = ("--visibility", "public", "--nsfw", "--add-tag", "fox", "--add-to-album", str(album))
    planned = run("images", "update", *map(str, pictures[:2]), *options, "--dry-run")
    assert (planned.exit_code, planned.stdout) == (0, "2 images would be changed, 0 are so already.\n")
    assert shown(studio, pictures[0]).image.visibility == "private"
    done = run("images", "update", *map(str, pictures[:2]), *options, "--json")
    assert json.loads(done.stdout) == {"dry_run": False, "changed_count": 2, "unchanged_count": 0}
    first = shown(studio, pictures[0])
    assert (first.image.visibility, first.image.nsfw, [it.text for it in first.labels]) == ("public", True, ["fox"])
    for select in (("--in-album", str(album)), ("--with-label", "fox"), ("--matching", "fox")):
        again = run("images", "update", *select, "--nsfw")
        assert again.stdout == "0 images changed, 2 are so already.\n"
    removed = run("images", "update", "--in-album", str(album), "--no-nsfw", "--remove-tag", "fox", "--trash")
    assert removed.stdout == "2 images changed, 0 are so already.\n"
    assert run("images", "update", "--in-trash", "--restore").stdout == "2 images changed, 0 are so already.\n"
    left = run("images", "update", str(pictures[1]), "--remove-from-album", str(album))
    assert left.stdout == "1 images changed, 0 are so already.\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--nsfw",), "Say which images"),
        (("ID",), "Say what to change."),
        (("ID", "--in-trash", "--restore"), "exclude each other"),
        (("ID", *("--add-tag", "fox") * 6), "At most 5 tags"),
        (("ID", "--add-tag", ""), "must not be empty"),
    ],
)
def test_wrong_usage_is_refused(run: Run, pictures: list[UUID], arguments: tuple[str, ...], says: str) -> None:
    result = run("images", "update", *(str(pictures[0]) if it == "ID" else it for it in arguments))
    assert result.exit_code == 2
    assert says in result.stderr


def test_an_image_that_is_missing_keeps_all_as_they_are(run: Run, studio: Studio, pictures: list[UUID]) -> None:
    refused = run("images", "update", str(pictures[0]), "0192e4a0-7c00-7000-8000-00000000dead", "--nsfw")
    assert refused.exit_code == 1
    assert not shown(studio, pictures[0]).image.nsfw
