"""One rule for timestamps: the contract takes what the models can hold, in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.serving import contract

TIMESTAMP = contract().compile({"$ref": "#/components/schemas/Timestamp"})
DIGITS = st.integers(0, 99).map("{:02}".format)
YEARS = st.sampled_from(["0000", "0001", "0002", "1900", "2000", "2024", "9998", "9999"]) | st.integers(0, 9999).map(
    "{:04}".format
)
FRACTIONS = st.sampled_from(["", ".0", ".5", ".999999", ".9999999", ".123456789"]) | st.text(
    "0123456789", max_size=12
).map(".{}".format)
OFFSETS = st.sampled_from(
    ["Z", "z", "+00:00", "-00:00", "+23:59", "-23:59", "+01:00", "-01:00", "", "+0100"]
) | st.builds("{}{}:{}".format, st.sampled_from("+-"), DIGITS, DIGITS)
MONTHS, DAYS, HOURS, SIXTIES = (st.integers(0, most).map("{:02}".format) for most in (13, 32, 25, 61))
SPELLINGS = st.builds(
    "{}-{}-{}{}{}:{}:{}{}{}".format,
    YEARS,
    MONTHS,
    DAYS,
    st.sampled_from("TTTt_ "),
    HOURS,
    SIXTIES,
    SIXTIES,
    FRACTIONS,
    OFFSETS,
)
RFC_3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)


def model_accepts(text: str) -> bool:
    try:
        return msgspec.convert(text, datetime).tzinfo is not None
    except msgspec.ValidationError:
        return False


@settings(deadline=None)
@given(SPELLINGS | st.datetimes().map(lambda moment: f"{moment.isoformat()}Z"))
def test_the_contract_accepts_only_what_a_model_holds_in_utc(text: str) -> None:
    if TIMESTAMP.accepts(text):
        assert model_accepts(text)
        assert msgspec.convert(text, datetime).astimezone(UTC).tzinfo is UTC


@settings(deadline=None)
@given(SPELLINGS)
def test_the_contract_takes_every_rfc_3339_timestamp_that_a_model_holds_in_utc_whatever_its_offset(text: str) -> None:
    if RFC_3339.fullmatch(text) and text[:4] not in ("0001", "9999"):
        assert TIMESTAMP.accepts(text) == model_accepts(text)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("2026-11-22T09:30:00Z", True),
        ("2026-11-22T09:30:00.123456789+02:00", True),
        ("0001-01-01T00:00:00Z", True),
        ("9999-12-31T23:59:59.999999Z", True),
        ("2016-12-31T23:59:60Z", False),
        ("0000-01-01T00:00:00Z", False),
        ("0001-01-01T00:00:00+01:00", False),
        ("9999-12-31T23:59:59-01:00", False),
        ("9999-12-31T23:59:59.9999999Z", False),
        ("2026-11-22 09:30:00Z", False),
        ("2026-11-22T09:30:00", False),
        ("2026-02-29T09:30:00Z", False),
        ("2026-11-22T09:30:00+24:00", False),
    ],
)
def test_the_contract_says_which_timestamps_it_takes(text: str, *, accepted: bool) -> None:
    assert TIMESTAMP.accepts(text) == accepted
