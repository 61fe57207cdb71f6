"""The pages in a real browser: Debian's chromium, headless, on a served studio."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from tests.populate import ok_json, upload
from tests.serving import Live, serve

# Without the last five, Chromium asks its maker's servers for news at every start.
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=8000", "--dump-dom"]
QUIET = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Dom = Callable[[str], str]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser; skips loudly on a laptop without one, fails in CI."""
    found = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
    if found is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed: apt-get install chromium", pytrace=False)
    if found is None:
        pytest.skip("chromium is not installed, the pages were not looked at")
    return found


@pytest.fixture
def quiet(live: Live) -> Iterator[Live]:
    """The studio with no event stream to spare: Chromium dumps no page while a request of it is under way."""
    settings = replace(live.studio.settings, max_streams=0)
    with serve(replace(live.studio, settings=settings)) as served:
        yield served


@pytest.fixture
def dom(chromium: str, quiet: Live, tmp_path: Path) -> Dom:
    """``dom("/")`` is what a visitor's browser makes of a page; its cookies last for the test."""

    def dom(path: str) -> str:
        command = [chromium, *FLAGS, *QUIET, f"--user-data-dir={tmp_path / 'browser'}", f"{quiet.url}{path}"]
        return subprocess.run(command, capture_output=True, text=True, timeout=100, check=True).stdout

    return dom


def link_for(live: Live, name: str) -> str:
    """A one-time link for the user ``name``."""
    with live.studio.work(write=True) as work:
        user = accounts.get_user_by_name(work, name, by=SYSTEM)
        secret = accounts.create_sign_in_link(work, user.id, lifetime=timedelta(hours=1), by=SYSTEM)
        work.commit()
    return f"/sign-in#token={secret}"


def test_a_visitor_sees_the_public_albums_alone(dom: Dom, live: Live) -> None:
    with live.client(live.token("editor")) as editor:
        ok_json(editor.post("/albums", json={"name": "On show", "visibility": "public"}))
        ok_json(editor.post("/albums", json={"name": "In the drawer", "visibility": "private"}))
    page = dom("/")
    assert "On show" in page
    assert "In the drawer" not in page
    assert "Sign in" in page


def test_the_link_signs_in_and_the_albums_show_their_pictures(dom: Dom, live: Live) -> None:
    with live.client(live.token("editor", "printer")) as editor:
        album = ok_json(editor.post("/albums", json={"name": "In the drawer", "visibility": "private"}))
        images = [upload(editor, (shade, 9, 9), album_id=album["id"], title=f"No. {shade}") for shade in (40, 140)]
    page = dom(link_for(live, "printer"))
    assert "In the drawer" in page
    assert "2 pictures" in page
    assert "printer" in page
    inside = dom(f"/#/albums/{album['id']}")
    for image in images:
        assert image["thumbnail_url"] in inside
        assert image["title"] in inside


def test_the_docs_page_renders_the_contract_as_it_is(dom: Dom) -> None:
    page = dom("/docs")
    assert "OAS 3.1" in page
    assert "Get an album" in page
    assert "Warning" not in page
