"""Every secret of the corpus is removed; every lookalike stays unchanged."""

from __future__ import annotations

import json
from typing import Any

import pytest

from platemark.redaction import Redactor, png_of_data_url, redact_png
from tests.unit.redaction.corpus import LOOKALIKES, SECRETS, Lookalike, Planted, submission_with

IN_FILES = [row for row in SECRETS if "screenshot" in row.fragment]
IN_TEXT = [row for row in SECRETS if "screenshot" not in row.fragment]


def written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def found_in(value: Any, text: str) -> bool:
    """Whether ``value`` contains ``text``, in its JSON form or in any of its strings."""
    if text in written(value):
        return True
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return (isinstance(value, str) and text in value) or any(found_in(item, text) for item in inner)


def test_the_corpus_is_broad() -> None:
    assert len(SECRETS) >= 60
    assert len({row.kind for row in SECRETS}) >= 12
    assert len({row.place for row in SECRETS}) >= 12
    assert len({row.secret for row in SECRETS}) == len(SECRETS)
    assert len(LOOKALIKES) >= 40
    assert len({row.title for row in LOOKALIKES}) == len(LOOKALIKES)


@pytest.mark.parametrize("row", IN_TEXT, ids=str)
def test_a_secret_is_removed_and_counted(row: Planted) -> None:
    submission = submission_with(row)
    assert found_in(submission, row.secret)
    redactor = Redactor()
    clean = redactor.tree(submission, "submission")
    assert not found_in(clean, row.secret)
    assert [redaction.place for redaction in redactor.redactions] == ["submission"] * len(redactor.redactions) != []
    assert row.kind in {redaction.kind for redaction in redactor.redactions}
    second = Redactor()
    assert second.tree(clean, "submission") == clean
    assert second.redactions == []


@pytest.mark.parametrize("row", IN_FILES, ids=str)
def test_only_the_pixels_of_a_screenshot_are_kept(row: Planted) -> None:
    data = png_of_data_url(row.fragment["screenshot"])
    assert row.secret.encode() in data
    assert row.secret.encode() not in redact_png(data)


@pytest.mark.parametrize("row", LOOKALIKES, ids=str)
def test_lookalikes_are_kept(row: Lookalike) -> None:
    submission = submission_with(row)
    assert found_in(submission, row.kept)
    redactor = Redactor(emails=True)
    assert redactor.tree(submission, "submission") == submission
    assert redactor.redactions == []
