"""Draw the layout of the Grafana dashboard: ``python docs/images/make_dashboard.py``.

The picture is made from the dashboard's JSON alone. It shows titles, units and legends, but no values, which need a
running studio.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DASHBOARD = HERE.parents[1] / "deploy" / "grafana" / "dashboards" / "platemark.json"
PICTURE = HERE / "dashboard.svg"
CELL, LINE, GAP = 42, 26, 5
COLOURS = ("#7eb26d", "#eab839", "#6ed0e0", "#ef843c", "#e24d42", "#1f78c1")
UNITS = {"short": "", "s": "seconds", "bytes": "bytes", "reqps": "a second", "dateTimeFromNow": "how long ago"}


def draw_dashboard(dashboard: dict[str, Any]) -> str:
    """Draw the dashboard as SVG, with one box for each panel."""
    places = [panel["gridPos"] for panel in dashboard["panels"]]
    width = max(it["x"] + it["w"] for it in places) * CELL
    height = max(it["y"] + it["h"] for it in places) * LINE
    boxes = "\n".join(_panel(panel) for panel in dashboard["panels"])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13" fill="#d8d9da">\n'
        f"<title>{escape(dashboard['title'])}: the panels of its dashboard</title>\n"
        f'<rect width="{width}" height="{height}" fill="#111217"/>\n{boxes}\n</svg>\n'
    )


def _panel(panel: dict[str, Any]) -> str:
    place = panel["gridPos"]
    x, y = place["x"] * CELL + GAP, place["y"] * LINE + GAP
    width, height = place["w"] * CELL - 2 * GAP, place["h"] * LINE - 2 * GAP
    unit = UNITS[panel["fieldConfig"]["defaults"]["unit"]]
    inside = _number(panel, unit, width, height) if panel["type"] == "stat" else _lines(panel, unit, width, height)
    return (
        f'<g transform="translate({x} {y})">\n'
        f'<rect width="{width}" height="{height}" rx="3" fill="#181b1f" stroke="#2c3235"/>\n'
        f'<text x="10" y="21" font-weight="600">{escape(panel["title"])}</text>\n' + "\n".join(inside) + "\n</g>"
    )


def _number(panel: dict[str, Any], unit: str, width: int, height: int) -> Iterator[str]:
    words = " · ".join(it for it in (*_legends(panel), unit) if it)
    yield f'<text x="{width // 2}" y="{height // 2 + 18}" font-size="26" text-anchor="middle" fill="#7eb26d">#</text>'
    yield f'<text x="{width // 2}" y="{height - 10}" font-size="11" text-anchor="middle">{escape(words)}</text>'


def _lines(panel: dict[str, Any], unit: str, width: int, height: int) -> Iterator[str]:
    top, bottom = 34, height - 34
    for step in range(5):
        y = top + (bottom - top) * step // 4
        yield f'<path d="M64 {y}H{width - 12}" stroke="#2c3235"/>'
    yield f'<text x="10" y="{top + 4}" font-size="11" fill="#9fa7b3">{escape(unit or "number")}</text>'
    yield f'<text x="{width - 12}" y="{bottom + 14}" font-size="11" text-anchor="end" fill="#9fa7b3">time</text>'
    x = 50
    for colour, words in zip(COLOURS, _legends(panel), strict=False):
        yield f'<path d="M{x} {height - 13}h14" stroke="{colour}" stroke-width="3"/>'
        yield f'<text x="{x + 19}" y="{height - 9}" font-size="11">{escape(words)}</text>'
        x += 34 + 6 * len(words)


def _legends(panel: dict[str, Any]) -> Iterable[str]:
    """The legends of the lines; a line for each value of a label is named after the label."""
    for target in panel["targets"]:
        if words := target["legendFormat"].replace("{{", "each ").replace("}}", ""):
            yield words


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(draw_dashboard(json.loads(DASHBOARD.read_text("utf-8"))), "utf-8")


if __name__ == "__main__":
    main()
