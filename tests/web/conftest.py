"""A served studio and a headless Chromium that opens its pages."""

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
from tests.serving import Live, serve
from tests.web.browser import HEADLESS_FLAGS, OFFLINE_FLAGS, Page, open_page

DUMP_FLAGS = ("--virtual-time-budget=8000", "--dump-dom")
DumpDom = Callable[[str], str]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser. Without one the test is skipped, in CI it fails."""
    program = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
    if program is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed: apt-get install chromium", pytrace=False)
    if program is None:
        pytest.skip("chromium is not installed, the pages are not tested")
    return program


@pytest.fixture
def without_streams(live: Live) -> Iterator[Live]:
    """The studio without event streams: Chromium dumps no page while one of its requests is pending."""
    settings = replace(live.studio.settings, max_streams=0)
    with serve(replace(live.studio, settings=settings)) as served:
        yield served


@pytest.fixture
def dump_dom(chromium: str, without_streams: Live, tmp_path: Path) -> DumpDom:
    """``dump_dom("/")`` is the DOM of a page after its scripts ran; cookies last for the test."""

    def dump_dom(path: str) -> str:
        profile = f"--user-data-dir={tmp_path / 'browser'}"
        command = [chromium, *HEADLESS_FLAGS, *DUMP_FLAGS, *OFFLINE_FLAGS, profile, f"{without_streams.url}{path}"]
        return subprocess.run(command, capture_output=True, text=True, timeout=100, check=True).stdout

    return dump_dom


@pytest.fixture
def page(chromium: str, tmp_path: Path) -> Iterator[Page]:
    """A page of a browser that the test controls."""
    profile = f"--user-data-dir={tmp_path / 'browser'}"
    with open_page([chromium, *HEADLESS_FLAGS, *OFFLINE_FLAGS, profile, "--window-size=1000,700"]) as page:
        yield page


def sign_in_path(live: Live, name: str) -> str:
    """The path of a one-time sign-in link for the user ``name``."""
    with live.studio.work(write=True) as work:
        user = accounts.get_user_by_name(work, name, by=SYSTEM)
        secret = accounts.create_sign_in_link(work, user.id, lifetime=timedelta(hours=1), by=SYSTEM).secret
        work.commit()
    return f"/sign-in#token={secret}"
