"""docs/system.md lists every setting with its default."""

from __future__ import annotations

import re
from pathlib import Path

from platemark.settings import SETTING_NAMES, Settings

PAGE = Path(__file__).parents[2] / "docs" / "system.md"


def documented_defaults() -> dict[str, str]:
    """The defaults in the table of settings, by variable; empty where the table has none."""
    table = PAGE.read_text("utf-8").partition("## Settings")[2]
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
