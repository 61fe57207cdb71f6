"""Ctrl+Shift+B in a real browser: from the keyboard shortcut to the report that an admin reads."""

from __future__ import annotations

import pytest

from tests.conftest import ClientFor
from tests.serving import Live
from tests.web.browser import CONTROL, SHIFT, Page
from tests.web.conftest import sign_in_path

SECRET = "hunter" + "2-purple"
STATUS = "(document.querySelector('dialog [role=status]')?.textContent ?? '')"


@pytest.mark.parametrize("served", ["sqlite"], indirect=True)
def test_a_bug_reported_with_the_keyboard_shortcut_is_stored_without_its_secrets(
    without_streams: Live, as_role: ClientFor, page: Page
) -> None:
    as_role("viewer")
    without_streams.token("viewer", "reporter")
    page.navigate(f"{without_streams.url}/")
    page.wait_for("document.querySelector('#who a')?.textContent === 'Sign in'")
    open_dialog(page)
    submit(page, "It fails")
    page.wait_for(f"{STATUS}.includes('Sign in')")

    page.navigate(f"{without_streams.url}{sign_in_path(without_streams, 'reporter')}")
    page.wait_for("document.querySelector('#who')?.textContent.startsWith('reporter')")
    page.evaluate(f"console.error('cannot show it', new Error('no plate, password={SECRET}'))")
    page.evaluate(
        "fetch('/api/v1/albums/0192e4a0-7c00-7000-8000-000000000021?token=abcdef123456').then(answer => answer.status)"
    )
    open_dialog(page)
    assert "no plate" in page.evaluate("document.querySelector('dialog pre').textContent")
    submit(page, f"The album stays empty, and my password is {SECRET}")
    receipt = page.wait_for(f"{STATUS}.startsWith('Thank you') && {STATUS}")

    (listed,) = as_role("admin").get("/bug-reports").json()["items"]
    report = as_role("admin").get(f"/bug-reports/{listed['id']}").json()
    assert listed["id"] in receipt
    assert "removed" in receipt
    assert SECRET not in str(report)
    assert report["description"].startswith("The album stays empty")
    assert [(log["level"], log["message"][:14]) for log in report["recent_logs"]] == [("error", "cannot show it")]
    assert "no plate" in report["recent_logs"][0]["stack"]
    failed = next(event for event in report["network_events"] if event["status"] == 400)
    assert failed["trace_id"] == report["trace_id"]
    assert "does_not_fit" in failed["response_body"]
    assert "abcdef123456" not in failed["url"]
    assert report["client_meta"]["viewport"]["width"] == 1000


def open_dialog(page: Page) -> None:
    """Press the shortcut and wait for the dialog."""
    page.press("b", CONTROL | SHIFT)
    page.wait_for("document.querySelector('dialog')?.open")


def submit(page: Page, description: str) -> None:
    """Fill in the description and send the report."""
    page.evaluate(f"void (document.querySelector('[name=description]').value = {description!r})")
    page.evaluate("document.querySelector('dialog [name=send]').click()")
