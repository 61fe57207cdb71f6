"""The feature table: what is served runs live in both directions, what is refused has its finding.

All rows that are served stand in one contract, which is bundled, linted, generated, type-checked and served once.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.bundle import bundle
from codegen.findings import CodegenError
from codegen.lifecycle import marks
from codegen.lint import lint
from tests.contract.features import (
    refused_messages,
    refused_schemas,
    served_bodies,
    served_directions,
    served_messages,
    served_schemas,
)
from tests.contract.features.refusals import Refused, base, edited
from tests.contract.features.rows import Exchange, Served, document

ROOT = Path(__file__).resolve().parents[3]
SERVED: list[Served] = [*served_schemas.ROWS, *served_messages.ROWS, *served_bodies.ROWS, *served_directions.ROWS]
REFUSED = [
    *refused_schemas.SCHEMAS,
    *refused_messages.PARAMETERS,
    *refused_messages.MESSAGES,
    *refused_messages.LIFECYCLE,
]
EXCHANGES = [(row, exchange) for row in SERVED for exchange in row.exchanges]


def checkout(folder: Path) -> Path:
    """A checkout with the contract of all served rows; its package of TypeScript borrows the tools of this one."""
    (folder / "spec").mkdir()
    (folder / "spec/openapi.yaml").write_text(json.dumps(document(SERVED), indent=1, ensure_ascii=False), "utf-8")
    marked = ", ".join(f"`{mark.name}`" for mark in marks(document(SERVED)))
    (folder / "CHANGELOG.md").write_text(f"Deprecated: {marked}.\n", "utf-8")
    package = ROOT / "shared-types"
    if shutil.which("node") and (package / "node_modules").is_dir():
        (folder / "shared-types").mkdir()
        for name in ("node_modules", "scripts", "package.json"):
            (folder / "shared-types" / name).symlink_to(package / name)
    return folder


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Any]:
    """What came of each exchange, by the name of its row and its number."""
    folder = checkout(tmp_path_factory.mktemp("features"))
    typescript = [] if (folder / "shared-types").exists() else ["--python-only"]
    assert main(typescript, folder) == 0
    return exchanged(folder)


def exchanged(folder: Path) -> dict[tuple[str, int], Any]:
    """The results of all exchanges with the server of the generated contract in `folder`."""
    numbered = [(row.name, number) for row in SERVED for number in range(len(row.exchanges))]
    sample = {row.name: [each.status < 300 for each in row.exchanges] for row in SERVED[::5]}
    inputs = [
        {**dataclasses.asdict(exchange), "real": any(sample.get(row.name, [])[number : number + 1])}
        for row in SERVED
        for number, exchange in enumerate(row.exchanges)
    ]
    (folder / "exchanges.json").write_text(json.dumps(inputs), "utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.contract.features.live", str(folder)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    outputs = json.loads((folder / "results.json").read_text("utf-8"))
    return dict(zip(numbered, outputs, strict=True))


@pytest.mark.timeout(180)
@pytest.mark.parametrize("row", SERVED, ids=lambda row: row.name)
def test_a_feature_is_served(results: dict[tuple[str, int], Any], row: Served) -> None:
    for number, exchange in enumerate(row.exchanges):
        check(exchange, results[row.name, number])


def check(exchange: Exchange, result: dict[str, Any]) -> None:
    assert result["status"] == exchange.status, (exchange, result)
    assert result.get("real_status", exchange.status) == exchange.status
    assert result.get("real_text", result["text"]) == result["text"]
    if exchange.until is not None:
        assert exchange.until in result["text"]
        return
    if exchange.received is not None:
        assert result["received"] == exchange.received, exchange
    for name, value in exchange.sent_headers.items():
        assert result["headers"].get(name) == value, (exchange, result["headers"])
    if exchange.sent is not None or (exchange.answer and exchange.status == 200 and exchange.method != "HEAD"):
        text = result["text"]
        is_json = "json" in result["headers"].get("content-type", "")
        assert (json.loads(text) if is_json and not isinstance(exchange.sent, bytes) else text) == exchange.sent


def spec_of(folder: Path, contract: dict[str, Any]) -> Path:
    """A spec folder with this contract."""
    (folder / "openapi.yaml").write_text(json.dumps(contract, ensure_ascii=False), "utf-8")
    return folder


def test_the_contract_of_the_refused_features_has_no_findings_without_them(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, base())
    assert lint(spec, bundle(spec)) == []


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.name)
def test_a_feature_is_refused(tmp_path: Path, row: Refused) -> None:
    spec = spec_of(tmp_path, edited(row))
    findings = lint(spec, bundle(spec))
    assert [each for each in findings if each.where.startswith(row.place) and row.message in each.message], findings


@pytest.mark.parametrize("row", refused_schemas.CLASHES, ids=lambda row: row.name)
def test_a_feature_stops_the_bundler(tmp_path: Path, row: Refused) -> None:
    with pytest.raises(CodegenError, match=row.message) as raised:
        bundle(spec_of(tmp_path, edited(row)))
    assert raised.value.findings[0].where == row.place


def test_the_table_has_no_name_twice() -> None:
    names = [row.name for row in SERVED] + [row.name for row in [*REFUSED, *refused_schemas.CLASHES]]
    assert sorted(set(names)) == sorted(names)
