"""Alerts fire in their test cases, panel queries are valid, and the page lists every alert and panel."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ALERTS = ROOT / "deploy" / "prometheus" / "alerts.yml"
CASES = Path(__file__).with_name("alerts_test.yml")
DASHBOARD = ROOT / "deploy" / "grafana" / "dashboards" / "platemark.json"
PICTURE = ROOT / "docs" / "images" / "dashboard.svg"
PAGE = ROOT / "docs" / "operations" / "monitoring.md"
METRICS = ROOT / "docs" / "system.md"


def promtool(*arguments: str | Path) -> None:
    program = shutil.which("promtool")
    if program is None:
        pytest.skip("promtool is not installed")
    completed = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert completed.returncode == 0, completed.stdout + completed.stderr


def rules() -> list[dict[str, Any]]:
    return [rule for group in yaml.safe_load(ALERTS.read_text("utf-8"))["groups"] for rule in group["rules"]]


def panels() -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads(DASHBOARD.read_text("utf-8"))["panels"]
    return content


def test_every_alert_has_a_case_in_which_it_fires() -> None:
    cases = [case for test in yaml.safe_load(CASES.read_text("utf-8"))["tests"] for case in test["alert_rule_test"]]
    assert {case["alertname"] for case in cases if case["exp_alerts"]} == {rule["alert"] for rule in rules()}


def test_alerts_fire_exactly_in_their_cases(tmp_path: Path) -> None:
    """Without annotations, whose text promtool would compare literally; `check rules` validates them."""
    plain = [{name: value for name, value in rule.items() if name != "annotations"} for rule in rules()]
    groups = {"groups": [{"name": "platemark", "rules": plain}]}
    (tmp_path / "alerts.yml").write_text(yaml.safe_dump(groups), "utf-8")
    shutil.copy(CASES, tmp_path)
    promtool("test", "rules", tmp_path / CASES.name)
    promtool("check", "rules", ALERTS)


def test_panel_queries_are_valid_promql(tmp_path: Path) -> None:
    queries = [target["expr"] for panel in panels() for target in panel["targets"]]
    records = [{"record": f"panel:{number}", "expr": expression} for number, expression in enumerate(queries)]
    (tmp_path / "panels.yml").write_text(yaml.safe_dump({"groups": [{"name": "panels", "rules": records}]}), "utf-8")
    promtool("check", "rules", tmp_path / "panels.yml")


def test_the_picture_shows_the_current_dashboard() -> None:
    spec = importlib.util.spec_from_file_location("make_dashboard", ROOT / "docs" / "images" / "make_dashboard.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert PICTURE.read_text("utf-8") == module.draw_dashboard(json.loads(DASHBOARD.read_text("utf-8")))


def test_the_page_lists_every_alert() -> None:
    assert set(re.findall(r"`(Platemark[A-Z]\w+)`", PAGE.read_text("utf-8"))) == {rule["alert"] for rule in rules()}


def test_the_page_lists_every_panel() -> None:
    page = PAGE.read_text("utf-8")
    assert [panel["title"] for panel in panels() if f"**{panel['title']}**" not in page] == []


def test_every_metric_in_use_is_documented() -> None:
    """Histograms are documented without their `_bucket` suffix."""
    metrics = {
        name.removesuffix("_bucket")
        for panel in panels()
        for target in panel["targets"]
        for name in re.findall(r"platemark_\w+", target["expr"])
    }
    page = METRICS.read_text("utf-8")
    assert [metric for metric in sorted(metrics) if f"`{metric}`" not in page] == []
