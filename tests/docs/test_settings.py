"""docs/system.md lists every setting with its default."""

from __future__ import annotations

import re
from pathlib import Path

from platemark.settings import BOUNDS, SETTING_NAMES, Settings

PAGE = Path(__file__).parents[2] / "docs" / "system.md"


def documented_defaults() -> dict[str, str]:
    """The defaults in the table of settings, by variable; empty where the table has none."""
    table = PAGE.read_text("utf-8").partition("## Settings")[2].partition("### Bounds")[0]
    defaults: dict[str, str] = {}
    for line in table.splitlines():
        if line.startswith("| `PLATEMARK_"):
            names, values = (re.findall(r"`([^`]*)`", cell) for cell in line.split("|")[1:3])
            defaults |= dict(zip(names, values or [""] * len(names), strict=True))
    return defaults


def test_the_page_lists_every_setting_with_its_default() -> None:
    settings = Settings()
    actual = {f"PLATEMARK_{name.upper()}": getattr(settings, name) for name in SETTING_NAMES}
    expected = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in actual.items()}
    assert documented_defaults() == expected


def documented_bounds() -> dict[str, tuple[float, float]]:
    """The table of bounds, by variable."""
    table = PAGE.read_text("utf-8").partition("### Bounds")[2]
    rows = re.findall(r"^\| `(\w+)` \| (\S+) … (\S+) \|$", table, re.MULTILINE)
    return {name: (float(low), float(high)) for name, low, high in rows}


def test_the_page_lists_the_bounds_of_every_number() -> None:
    fields = Settings.__dataclass_fields__
    assert BOUNDS.keys() == {name for name in SETTING_NAMES if fields[name].type in ("int", "float")}
    assert documented_bounds() == {f"PLATEMARK_{name.upper()}": bounds for name, bounds in BOUNDS.items()}
