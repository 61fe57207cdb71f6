"""When a picture was made, as the names of files and folders say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
MOMENT = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)"
    r"(?:(?P<separator>[-_T ]|,? at )?(?P<hour>\d\d|\d(?=[-_:.]))(?P<colon>[-_:.]?)(?P<minute>\d\d)(?P=colon)"
    r"(?P<second>\d\d)"
    r"(?:[.,]?(?P<millisecond>\d{3}))?(?:[ \u00a0\u202f](?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?:(?P<utc>Z)|[ _]?(?P<sign>[+-])(?P<offset>(?:0\d|1[0-4])(?P<mark>[-:_.]?)[0134][05]))?)?(?!\d)",
    re.ASCII,
)
"""``20240301_233000``, ``2024-03-01 at 11.30.00 PM``, ``2024-03-01T23:30:00+09:00``, with or without the time."""
YEAR = re.compile(r"(?:19|20)\d\d")
MONTH = re.compile(r"((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])")
DAY = re.compile(r"((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])")
TWO_DIGITS = re.compile(r"\d\d")
RUN = re.compile(r"(.*[^-_ ])[-_ ]+((?:19|20)\d{6})[-_]?(\d{6})")
"""``<name>_<YYYYMMDD>_<HHMMSS>``, the folder of one run."""
ZONES = timedelta(hours=14)
"""A folder is named after a local day, and file times are in UTC."""


@dataclass(frozen=True, slots=True)
class Span:
    """The time that a folder is about, from ``start`` to before ``end``; ``unit``: year, month, day or run."""

    start: datetime
    end: datetime
    unit: str

    def clamp(self, moment: datetime) -> datetime:
        """The moment itself, or the nearest one within the span."""
        return min(max(moment, self.start), self.end - timedelta(milliseconds=1))

    def is_near(self, moment: datetime) -> bool:
        """Whether it is within the span in some time zone."""
        return self.start - ZONES <= moment < self.end + ZONES


@dataclass(frozen=True, slots=True)
class Dated:
    """When a picture was made, and the month that its name or folder gives it."""

    at: datetime
    month: datetime


def date(stated: datetime | None, stem: str, span: Span | None, modified_at: datetime) -> Dated:
    """What is stated beside or in a picture, else what its name says, else its folder; at last when it was written."""
    written = stated or time_in(stem)
    if written is not None:
        return Dated(written, written)
    modified = plausible_time(modified_at)
    if span is None:
        at = modified or EARLIEST
        return Dated(at, at)
    if modified is not None and span.is_near(modified):
        return Dated(modified, span.clamp(modified))
    return Dated(span.start, span.start)


def time_in(name: str) -> datetime | None:
    """The first plausible time in a name, in UTC unless it states an offset; None if there is none."""
    return next((at for it in MOMENT.finditer(name) if (at := _moment(it)) is not None), None)


def without_time(name: str) -> str:
    """A name without the times in it."""
    return MOMENT.sub("", name)


def span_of(name: str, parent: Span | None = None) -> Span | None:
    """The span of a folder named after a year, a month or a day: ``2024``, ``2024-03``, ``03`` within a year."""
    if TWO_DIGITS.fullmatch(name) and parent is not None and parent.unit in ("year", "month"):
        name = f"{parent.start:%Y-}{name}" if parent.unit == "year" else f"{parent.start:%Y-%m-}{name}"
    try:
        if match := DAY.fullmatch(name):
            start = datetime(int(match[1]), int(match[2]), int(match[3]), tzinfo=UTC)
            return _span(start, start + timedelta(days=1), "day")
        if match := MONTH.fullmatch(name):
            start = datetime(int(match[1]), int(match[2]), 1, tzinfo=UTC)
            return _span(start, (start + timedelta(days=31)).replace(day=1), "month")
    except ValueError:
        return None
    if YEAR.fullmatch(name):
        return _span(datetime(int(name), 1, 1, tzinfo=UTC), datetime(int(name) + 1, 1, 1, tzinfo=UTC), "year")
    return None


def span_of_run(name: str) -> Span | None:
    """The day that began with the time in the name of a folder; None if there is no time."""
    at = time_in(name)
    return None if at is None else Span(at, at + timedelta(days=1), "run")


def plausible_time(moment: datetime) -> datetime | None:
    """``moment`` to the millisecond; None if it is in the future or before ``EARLIEST``."""
    if not EARLIEST <= moment <= datetime.now(UTC) + timedelta(days=1):
        return None
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _span(start: datetime, end: datetime, unit: str) -> Span | None:
    return Span(start, end, unit) if plausible_time(start) is not None else None


def _moment(match: re.Match[str]) -> datetime | None:
    year, month, day = (int(it) for it in match.groups()[:3])
    hour, minute, second = (int(match[it] or 0) for it in ("hour", "minute", "second"))
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "Pp" else 0)
    try:
        return plausible_time(
            datetime(year, month, day, hour, minute, second, int(match["millisecond"] or 0) * 1000, tzinfo=_zone(match))
        )
    except ValueError:
        return None


def _zone(match: re.Match[str]) -> timezone:
    """The stated offset; digits behind a hyphen are one only in ISO's form, elsewhere they are a number."""
    if match["sign"] is None or (match["sign"] == "-" and not match["mark"] and match["separator"] != "T"):
        return UTC
    digits = match["offset"]
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[-2:]))
    return timezone(-offset if match["sign"] == "-" else offset)
