"""Secrets in a submitted bug report are not stored, logged or returned; harmless look-alikes are unchanged."""

from __future__ import annotations

import io
from typing import Any

import pytest
import sqlalchemy as sa

from platemark import logs
from platemark.db.tables import Base
from platemark.settings import Settings
from tests.conftest import ClientFor
from tests.populate import ok_json
from tests.serving import Live
from tests.unit.redaction.corpus import LOOKALIKES, SECRETS, submission_with
from tests.unit.redaction.test_corpus import found_in


@pytest.fixture
def log() -> io.StringIO:
    """The log of this process while the test runs."""
    stream = io.StringIO()
    logs.configure(Settings(log_level="debug", log_format="json"), stream)
    return stream


def read_everything_stored(live: Live) -> bytes:
    """The bytes of all files of the studio, and all rows of its database as text."""
    files = [path.read_bytes() for path in live.studio.settings.data_dir.rglob("*") if path.is_file()]
    with live.studio.database.engine.connect() as connection:
        rows = [
            repr(tuple(row)) for table in Base.metadata.sorted_tables for row in connection.execute(sa.select(table))
        ]
    return b"\n".join([*files, "\n".join(rows).encode("utf-8")])


def test_no_secret_is_stored_logged_or_returned(live: Live, as_role: ClientFor, log: io.StringIO) -> None:
    admin, texts = as_role("admin"), list[str]()
    for number, row in enumerate(SECRETS):
        if number % Settings().bug_reports_per_hour == 0:
            reporter = as_role("viewer")
        body = submission_with(row)
        accepted = reporter.post("/bug-reports", json=body, headers={"Idempotency-Key": f"corpus-{number}"})
        receipt = ok_json(accepted)
        refused = reporter.post("/bug-reports", json={**body, "unheard_of": True})
        assert refused.status_code == 400
        path = f"/bug-reports/{receipt['id']}"
        texts += [accepted.text, refused.text, admin.get(path).text, admin.get(f"{path}/export").text]
        if "screenshot" in row.fragment:
            screenshot = admin.get(f"{path}/screenshot").content
            assert row.secret.encode("utf-8") not in screenshot
        else:
            assert row.kind in {redaction["kind"] for redaction in receipt["redactions"]}, str(row)
            assert receipt["redaction_count"] == sum(redaction["count"] for redaction in receipt["redactions"])
    texts.append(admin.get("/bug-reports", params={"limit": 200}).text)
    places = {
        "stored": read_everything_stored(live),
        "logged": log.getvalue().encode(),
        "returned": "\n".join(texts).encode(),
    }
    assert b"The album stays empty" in places["stored"]
    assert b"createBugReport" in places["logged"]
    leaks = [
        f"{row} is {where}" for row in SECRETS for where, data in places.items() if row.secret.encode("utf-8") in data
    ]
    assert leaks == []


def test_harmless_lookalikes_of_secrets_are_not_redacted(as_role: ClientFor) -> None:
    for number, row in enumerate(LOOKALIKES):
        if number % Settings().bug_reports_per_hour == 0:
            client = as_role("admin")
        receipt = ok_json(client.post("/bug-reports", json=submission_with(row)))
        assert receipt["redactions"] == [], str(row)
        report: dict[str, Any] = client.get(f"/bug-reports/{receipt['id']}").json()
        assert found_in(report, row.kept), str(row)


def test_secrets_in_a_reviewers_notes_are_redacted(live: Live, as_role: ClientFor) -> None:
    client = as_role("admin")
    receipt = ok_json(client.post("/bug-reports", json={"description": "It fails"}))
    secret = "hunter" + "2" + "-green"
    changes = {"notes": f"I tried it with password={secret}", "commit": f"password={secret}"}
    merge_patch = {"Content-Type": "application/merge-patch+json"}
    changed = client.patch(f"/bug-reports/{receipt['id']}", json=changes, headers=merge_patch).json()
    assert changed["notes"].startswith("I tried it with password=[redacted:")
    assert secret not in str(changed)
    assert secret.encode() not in read_everything_stored(live)
