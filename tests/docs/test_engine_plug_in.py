"""The plug-in of docs/engines.md works, also when two broken plug-ins are installed."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from platemark.db.engine import Database
from platemark.engines.registry import Engines
from platemark.jobs.requests import GenerateJob
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.system import service as system
from platemark.worker.engine_host import EngineHost
from platemark.worker.messages import (
    EnginesReady,
    GenerateImages,
    GenerationFinished,
    GenerationProgress,
    ImageFinished,
)

PAGE = Path(__file__).parents[2] / "docs" / "engines.md"
FILES = re.compile(r"^Create `(?P<name>[^`]+)`:\n\n```\w*\n(?P<text>.*?)```", re.MULTILINE | re.DOTALL)
PIP = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--no-build-isolation", "--target"]
CRASHING = "raise RuntimeError('no card in this machine')\n"
CLAIMING = "from platemark_gradient import Gradient\n\nclass Claiming(Gradient):\n    name = 'diffusers'\n"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the page's package, one that raises on import, and one that claims the name of a built-in engine."""
    source, site = tmp_path_factory.mktemp("gradient"), tmp_path_factory.mktemp("site")
    for file in FILES.finditer(PAGE.read_text("utf-8")):
        (source / file["name"]).write_text(file["text"], "utf-8")
    subprocess.run([*PIP, str(site), str(source)], check=True, timeout=110)
    install_broken_plug_in(site, "crashing", CRASHING, "crashing:Engine")
    install_broken_plug_in(site, "claiming", CLAIMING, "claiming:Claiming")
    return site


def install_broken_plug_in(site: Path, name: str, code: str, value: str) -> None:
    (site / f"{name}.py").write_text(code, "utf-8")
    info = site / f"{name}-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[platemark.engines]\n{name} = {value}\n", "utf-8")


@pytest.fixture
def engines(site: Path, monkeypatch: pytest.MonkeyPatch) -> Engines:
    monkeypatch.syspath_prepend(str(site))
    return Engines.discover()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_server_lists_working_and_broken_plug_ins(engines: Engines, database: Database, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    studio = Studio(settings=settings, database=database, blobs=FolderBlobStore(settings.blobs_dir), engines=engines)
    listed = {engine.name: engine for engine in system.get_server(studio, contract_version="1").engines}
    assert {name: engine.ok for name, engine in listed.items()} == {
        "press": True, "gradient": True, "claiming": False, "crashing": False,
    }  # fmt: skip
    assert "could not be loaded" in (listed["crashing"].hint or "")
    reasons = {failure.name: failure.reason for failure in engines.failures}
    assert reasons == {
        "claiming": "ValueError: the name diffusers is taken",
        "crashing": "RuntimeError: no card in this machine",
    }


def test_a_worker_generates_images_with_the_plug_in(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(site))
    job = GenerateJob(prompt="two colours", engine="gradient", width=32, height=48, steps=3, seed=4, count=2)
    host = EngineHost()
    host.start()
    try:
        assert host.receive() == EnginesReady(("press", "gradient"))
        host.submit(GenerateImages("gradient", job.payload()))
        messages = [host.receive()]
        while isinstance(messages[-1], GenerationProgress | ImageFinished):
            messages.append(host.receive())
    finally:
        host.kill()
    assert messages[-1] == GenerationFinished()
    images = [message.image for message in messages if isinstance(message, ImageFinished)]
    assert [(image.seed, image.width, image.height, image.engine) for image in images] == [
        (4, 32, 48, "gradient"), (5, 32, 48, "gradient"),
    ]  # fmt: skip
    with Image.open(io.BytesIO(images[0].data)) as picture:
        assert picture.size == (32, 48)
        assert picture.getpixel((0, 0)) != picture.getpixel((0, 47))
    assert images[0].data != images[1].data
