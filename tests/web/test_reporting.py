"""Ctrl+Shift+B in a real browser: from the key to the report that an admin reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ClientFor
from tests.serving import Live
from tests.web.browser import CONTROL, SHIFT, Page, browsing
from tests.web.test_pages import FLAGS, QUIET, chromium, link_for, quiet

__all__ = ["chromium", "quiet"]

OF_ONE_PAGE = ("--dump-dom", "--virtual-time-budget=8000")
SECRET = "hunter" + "2-purple"
STATUS = "(document.querySelector('dialog [role=status]')?.textContent ?? '')"


@pytest.mark.parametrize("served", ["sqlite"], indirect=True)
def test_a_bug_is_reported_by_a_key_and_read_without_its_secrets(
    quiet: Live, as_role: ClientFor, chromium: str, tmp_path: Path
) -> None:
    as_role("viewer")
    quiet.token("viewer", "reporter")
    flags = [flag for flag in FLAGS if flag not in OF_ONE_PAGE]
    command = [chromium, *flags, *QUIET, f"--user-data-dir={tmp_path / 'browser'}", "--window-size=1000,700"]
    with browsing(command) as page:
        page.go(f"{quiet.url}/")
        page.until("document.querySelector('#who a')?.textContent === 'Sign in'")
        page.press("b", CONTROL | SHIFT)
        page.until("document.querySelector('dialog')?.open")
        say(page, "It fails")
        page.until(f"{STATUS}.includes('Sign in first')")

        page.go(f"{quiet.url}{link_for(quiet, 'reporter')}")
        page.until("document.querySelector('#who')?.textContent.startsWith('reporter')")
        page.ask(f"console.error('cannot show it', new Error('no plate, password={SECRET}'))")
        page.ask(
            "fetch('/api/v1/albums/0192e4a0-7c00-7000-8000-000000000021?token=abcdef123456').then(it => it.status)"
        )
        page.press("b", CONTROL | SHIFT)
        page.until("document.querySelector('dialog')?.open")
        assert "no plate" in page.ask("document.querySelector('dialog pre').textContent")
        say(page, f"The album stays empty, and my password is {SECRET}")
        told = page.until(f"{STATUS}.startsWith('Thank you') && {STATUS}")

    (listed,) = as_role("admin").get("/bug-reports").json()["items"]
    report = as_role("admin").get(f"/bug-reports/{listed['id']}").json()
    assert listed["id"] in told
    assert "taken out" in told
    assert SECRET not in str(report)
    assert report["description"].startswith("The album stays empty")
    assert [(log["level"], log["message"][:14]) for log in report["recent_logs"]] == [("error", "cannot show it")]
    assert "no plate" in report["recent_logs"][0]["stack"]
    failed = next(event for event in report["network_events"] if event["status"] == 400)
    assert failed["trace_id"] == report["trace_id"]
    assert "does_not_fit" in failed["response_body"]
    assert "abcdef123456" not in failed["url"]
    assert report["client_meta"]["viewport"]["width"] == 1000


def say(page: Page, words: str) -> None:
    """Fill in what is wrong, and send it."""
    page.ask(f"void (document.querySelector('[name=description]').value = {words!r})")
    page.ask("document.querySelector('dialog [name=send]').click()")
