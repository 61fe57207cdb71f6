"""A TypeScript program written for the released contract compiles with its client and runs against today's server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen.compat.__main__ import SPEC
from codegen.load import load
from codegen.operations import routes
from generated.paths import BASE
from tests.contract.compat.seeds import also, edited, put
from tests.contract.released.record import empty_studio
from tests.contract.released.typescript_client import TypeScriptClient
from tests.serving import Live

ALBUM = "#/components/schemas/AlbumDetail"
NOTE = {"type": "string", "maxLength": 9, "pattern": "^[a-z]*$"}
LEAST_OPERATIONS = 59


@pytest.fixture(scope="module")
def released() -> Any:
    return load(SPEC / "released/openapi.json")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, released: Any) -> TypeScriptClient:
    """The client of the released contract; it compiles."""
    client = TypeScriptClient(tmp_path_factory.mktemp("client"))
    client.generate(released)
    assert client.compile() == []
    return client


@pytest.fixture
def today(tmp_path: Path) -> Iterator[Live]:
    with empty_studio(tmp_path) as live:
        yield live


def test_the_released_client_gets_on_with_today_s_server(client: TypeScriptClient, today: Live, released: Any) -> None:
    walked = client.run(today.url + BASE, today.token("admin"))
    assert walked.faults == []
    assert walked.called <= {route.id for route in routes(released)}
    assert len(walked.called) >= LEAST_OPERATIONS


def test_another_release_is_noticed_by_compiler_and_reader(
    client: TypeScriptClient, today: Live, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """As if an operation had been released under another path, and albums with a field more."""
    other = TypeScriptClient(tmp_path_factory.mktemp("other") / "client")
    shutil.copytree(client.folder, other.folder, symlinks=True)
    other.describe(edited(put(f"{ALBUM}/properties/motto", NOTE), also(f"{ALBUM}/required", "motto")))
    schema = other.folder / "src/generated/schema.ts"
    schema.write_text(schema.read_text("utf-8").replace('"/import-sources":', '"/sources":'), "utf-8")

    (error,) = other.compile()
    lines = (other.folder / "released/walk.ts").read_text("utf-8").splitlines()
    (line,) = (number for number, text in enumerate(lines, 1) if "/import-sources" in text)
    assert error.startswith(f"released/walk.ts({line},")

    faults = other.run(today.url + BASE, today.token("admin")).faults
    assert faults
    assert all("must have required property 'motto'" in fault for fault in faults)
