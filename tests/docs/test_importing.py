"""docs/operations/importing.md: its commands work in order, and it explains every reason code of set imports."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
import yaml
from click.testing import CliRunner, Result

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.cli import build
from platemark.db.tables import ImportRow
from platemark.entrypoints.main import runtime
from platemark.entrypoints.studio import open_studio
from platemark.imports.kinds.sets import fields
from platemark.settings import Settings
from tests.populate import png
from tests.unit.imports import studio_pages, studios
from tests.unit.imports.database import page as database_page

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "operations" / "importing.md").read_text("utf-8")
FILES = (
    "platemark/imports/kinds/sets/*.py", "platemark/imports/kinds/database/*.py", "platemark/imports/kinds/album/*.py",
    "platemark/set_templates/prompts.py",
)  # fmt: skip
REASON_CALLS = ("Problem", "Reason", "ItemRefused", "FieldProblem", "CsvUnreadable", "_skipped", "_refused")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that the page calls /srv/old."""
    folder = tmp_path / "old"
    (folder / "sets").mkdir(parents=True)
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    config = yaml.safe_load(example)
    config["boats"] = {"name": "Boats", "csv_path": "tarot.csv", "sampler": "ddim"}
    (folder / "sets" / "config.yaml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    (folder / "sets" / "tarot.csv").write_text("name,prompt\nThe Fool,a fool\n", "utf-8")
    (folder / "outputs" / "card_deck_winter").mkdir(parents=True)
    (folder / "outputs" / "card_deck_winter" / "0.png").write_bytes(png())
    return folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Result]:
    """``run(line)`` runs a command of the page on a studio with the admin anna."""
    monkeypatch.setenv("PLATEMARK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PLATEMARK_LOG_LEVEL", "warning")
    with open_studio(Settings(data_dir=tmp_path / "data")) as studio, studio.work(write=True) as work:
        accounts.create_user(work, accounts.NewUser(name="anna", role="admin"), by=SYSTEM)
        work.commit()

    def run(line: str) -> Result:
        return CliRunner().invoke(build(runtime()), shlex.split(line)[1:])

    return run


def newest_import(folder: Path) -> str:
    with open_studio(Settings(data_dir=folder)) as studio, studio.work(write=False) as work:
        return str(work.session.scalars(sa.select(ImportRow.id).order_by(ImportRow.id.desc()).limit(1)).one())


def test_the_commands_of_the_page_work_in_order(run: Callable[[str], Result], folder: Path, tmp_path: Path) -> None:
    blocks = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    commands = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ platemark")]
    assert [command.split()[2] for command in commands] == [
        "sets", "media", "sets", "items", "apply", "media", "verify", "show", "undo", "undo",
    ]  # fmt: skip
    outputs = []
    for command in commands:
        line = command.replace("/srv/old", str(folder))
        result = run(line.replace("ID", newest_import(tmp_path / "data")) if " ID" in line else line)
        assert result.exit_code == 0, f"{command}: {result.output}"
        outputs.append(result.stdout)
    documented_output = blocks[0].partition("\n")[2].partition("$ ")[0]
    assert outputs[0] == documented_output


def test_the_page_mentions_every_key_of_a_set() -> None:
    keys = {*fields.READERS, *fields.OTHER_READERS} - {fields.LORAS}
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", PAGE)] == []


def test_the_page_explains_every_reason_code_of_sets_and_databases() -> None:
    codes = set[str]().union(*(codes_in(file) for pattern in FILES for file in ROOT.glob(pattern)))
    assert {"csv_missing", "bad_placeholder", "unknown_key", "path_escapes", "in_use"} <= codes
    explained = set(re.findall(r"`([a-z]+(?:_[a-z]+)*)`", PAGE))
    assert sorted(codes - explained) == []


def codes_in(file: Path) -> set[str]:
    """The reason codes of a module: arguments of the calls that take one, and first elements of returned tuples."""
    codes = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REASON_CALLS:
            codes |= {argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant)}
        if isinstance(node, ast.Return | ast.Yield) and isinstance(node.value, ast.Tuple):
            codes |= {element.value for element in node.value.elts[:1] if isinstance(element, ast.Constant)}
    return {code for code in codes if isinstance(code, str) and re.fullmatch(r"[a-z]+(_[a-z]+)*", code)}


@pytest.mark.parametrize("studio", studios.STUDIOS)
def test_the_page_of_a_studio_shows_what_a_plan_says_of_its_tree(studio: str) -> None:
    page = studio_pages.page(studio).read_text("utf-8")
    assert page == studio_pages.with_table(page, studio), "python -m tests.unit.imports.studio_pages writes it anew"
    assert f"(importing/{studio}.md)" in PAGE


def test_the_page_of_imagineer_shows_what_a_plan_says_of_its_database() -> None:
    text = database_page.PAGE.read_text("utf-8")
    assert text == database_page.with_table(text), "python -m tests.unit.imports.database.page writes it anew"


def test_the_page_of_imagineer_says_what_becomes_of_each_column() -> None:
    said = database_page.columns_of_page(database_page.PAGE.read_text("utf-8"))
    assert {name: set(columns) for name, columns in said.items()} == database_page.columns_of_schema()
    not_taken = {
        name: {it for it, becomes in columns.items() if becomes == database_page.NOT_TAKEN}
        for name, columns in said.items()
    }
    assert not_taken == {name: database_page.unread(name) for name in said}
