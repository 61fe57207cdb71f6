"""What deploy/ says is true of this version: settings, commands, metrics, addresses. No container is started here."""

from __future__ import annotations

import configparser
import ipaddress
import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from platemark import __version__
from platemark.access import SYSTEM
from platemark.cli import build
from platemark.db.engine import connect
from platemark.engines.registry import Engines
from platemark.entrypoints.main import runtime
from platemark.settings import SETTING_NAMES, Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.system import service as system
from tests.sample_rows import fill_tables

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
OPERATIONS = ROOT / "docs" / "operations"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
VERSIONED = re.compile(r"[a-z0-9./-]+:v?\d+\.\d+(\.\d+)?(-[a-z-]+)?")
STARTED_BY_OTHERS = {"up"}  # Prometheus' own series


@pytest.fixture(scope="session")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return found


def need(program: str) -> str:
    """The program's path; the test is skipped, and says so, where it is not installed."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed: what it would have checked was not checked")
    return found


def succeeds(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def files() -> list[Path]:
    return sorted(it for folder in (DEPLOY, OPERATIONS) for it in folder.rglob("*") if it.is_file())


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_setting_that_is_named_is_one(path: Path) -> None:
    known = {f"PLATEMARK_{name.upper()}" for name in SETTING_NAMES}
    assert set(re.findall(r"PLATEMARK_[A-Z_]+", path.read_text("utf-8"))) <= known


@pytest.mark.parametrize("path", sorted(DEPLOY.rglob("*.y*ml")), ids=lambda path: str(path.relative_to(DEPLOY)))
def test_yaml_says_something(path: Path) -> None:
    assert yaml.safe_load(path.read_text("utf-8"))


def test_images_are_pinned(compose: dict[str, Any]) -> None:
    images = {service["image"] for service in compose["services"].values()}
    from_lines = re.findall(r"^FROM (\S+)", (DEPLOY / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert [it for it in (*images, *from_lines) if not VERSIONED.fullmatch(it)] == []
    assert f"platemark:{__version__}" in images


def test_what_services_refer_to_is_there(compose: dict[str, Any]) -> None:
    services = compose["services"]
    for name, service in services.items():
        assert set(service.get("depends_on", {})) <= services.keys(), name
        assert set(service.get("networks", [])) <= compose["networks"].keys(), name
        assert set(service.get("secrets", [])) <= compose["secrets"].keys(), name
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert (DEPLOY / source).exists() if source.startswith(".") else source in compose["volumes"], name


def test_every_variable_that_has_to_be_chosen_is_in_the_example(compose: dict[str, Any]) -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", (DEPLOY / "compose.yaml").read_text("utf-8")))
    given = set(re.findall(r"^([A-Z_]+)=", (DEPLOY / "env.example").read_text("utf-8"), re.MULTILINE))
    assert asked == given


def test_commands_are_commands(compose: dict[str, Any]) -> None:
    known = build(runtime()).commands.keys()
    image = f"platemark:{__version__}"
    asked = {service["command"][0] for service in compose["services"].values() if service["image"] == image}
    for unit in UNITS:
        asked |= set(re.findall(r"^ExecStart=\S+/platemark (\S+)", unit.read_text("utf-8"), re.MULTILINE))
    assert asked == {"up", "worker"}
    assert asked <= known


def test_the_image_holds_what_is_imported_and_only_pinned_requirements() -> None:
    dockerfile = (DEPLOY / "Dockerfile").read_text("utf-8")
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    copied = set(re.findall(r"^COPY (\w+) /app/", dockerfile, re.MULTILINE))
    assert copied == set(packages["wheel"]["packages"])
    kept = set(re.findall(r"^!(\S+)", (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8"), re.MULTILINE))
    assert kept == copied | {"requirements/distributed.txt"}
    assert "--require-hashes" in dockerfile
    requirements = (ROOT / "requirements" / "distributed.txt").read_text("utf-8").replace("\\\n", "")
    pins = re.findall(r"^[a-z0-9].*$", requirements, re.MULTILINE)
    assert {"celery", "psycopg", "redis", "uvicorn"} <= {it.partition("==")[0] for it in pins}
    assert all("==" in it and "--hash=sha256:" in it for it in pins)


def test_nginx_is_trusted_alone_and_knows_every_api_process(compose: dict[str, Any]) -> None:
    services = compose["services"]
    addresses = {name: front["ipv4_address"] for name, front in _fronts(services) if front}
    apis = {address for name, address in addresses.items() if name.startswith("api-")}
    assert len(apis) >= 2
    subnet = ipaddress.ip_network(compose["networks"]["front"]["ipam"]["config"][0]["subnet"])
    assert all(ipaddress.ip_address(address) in subnet for address in addresses.values())
    for name in addresses.keys() - {"nginx"}:
        assert services[name]["environment"]["PLATEMARK_TRUSTED_PROXIES"] == addresses["nginx"]
        assert services[name]["environment"]["PLATEMARK_WORKERS"] == "0"
    asked = {f"{address}:8010" for address in apis}
    assert set(re.findall(r"server (\S+:\d+)", (DEPLOY / "nginx.conf").read_text("utf-8"))) == asked
    scraped = yaml.safe_load((DEPLOY / "prometheus.yml").read_text("utf-8"))["scrape_configs"][0]
    assert set(scraped["static_configs"][0]["targets"]) == asked


def _fronts(services: dict[str, Any]) -> list[tuple[str, Any]]:
    networks = {name: service.get("networks", []) for name, service in services.items()}
    return [(name, it.get("front")) for name, it in networks.items() if isinstance(it, dict)]


def test_nginx_lets_through_the_largest_upload() -> None:
    most = re.search(r"client_max_body_size (\d+)m;", (DEPLOY / "nginx.conf").read_text("utf-8"))
    assert most
    assert int(most[1]) * 1024 * 1024 > Settings().max_upload_bytes


def test_nginx_takes_its_configuration(tmp_path: Path) -> None:
    nginx = need("nginx")
    text = (DEPLOY / "nginx.conf").read_text("utf-8").replace("/tmp/nginx.pid", str(tmp_path / "nginx.pid"))
    (tmp_path / "nginx.conf").write_text(text, "utf-8")
    succeeds(nginx, "-t", "-q", "-c", tmp_path / "nginx.conf", "-e", tmp_path / "error.log")


def test_prometheus_takes_its_configuration(tmp_path: Path) -> None:
    promtool = need("promtool")
    text = (DEPLOY / "prometheus.yml").read_text("utf-8")
    (tmp_path / "prometheus.yml").write_text(
        text.replace("/run/secrets/metrics_token", str(tmp_path / "token")), "utf-8"
    )
    (tmp_path / "token").write_text("secret", "utf-8")
    shutil.copy(DEPLOY / "prometheus" / "alerts.yml", tmp_path)
    succeeds(promtool, "check", "config", tmp_path / "prometheus.yml")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_run_confined_and_as_nobody_special(unit: Path) -> None:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(unit.read_text("utf-8"))
    service = parser["Service"]
    assert (service["User"], service["NoNewPrivileges"], service["ProtectSystem"]) == ("platemark", "yes", "strict")
    assert service["CapabilityBoundingSet"] == ""
    assert f"/var/lib/{service['StateDirectory']}" in unit.read_text("utf-8")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_units(unit: Path, tmp_path: Path) -> None:
    analyze = need("systemd-analyze")
    text = unit.read_text("utf-8").replace("/opt/platemark/bin/platemark", shutil.which("true") or "/bin/true")
    (tmp_path / unit.name).write_text(text, "utf-8")
    succeeds(analyze, "verify", "--man=no", tmp_path / unit.name)


@pytest.fixture
def exported(sqlite_template: Path, tmp_path: Path) -> dict[str, set[str]]:
    """The series of a studio with rows of all kinds, each with its labels."""
    shutil.copy(sqlite_template, tmp_path / "platemark.db")
    settings = Settings(data_dir=tmp_path)
    blobs = FolderBlobStore(settings.blobs_dir)
    blobs.probe()
    database = connect(settings.resolved_database_url)
    fill_tables(database)
    http = system.HttpMetrics()
    http("getAlbum", 200, 0.02)
    studio = Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover([]))
    with studio.work(write=False) as work:
        text = system.get_metrics(work, studio, collectors=[http, system.JobTimes(database)], by=SYSTEM)
    database.dispose()
    found: dict[str, set[str]] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    return found


def expressions() -> list[str]:
    alerts = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text("utf-8"))
    rules = [rule["expr"] for group in alerts["groups"] for rule in group["rules"]]
    panels = json.loads((DEPLOY / "grafana" / "dashboards" / "platemark.json").read_text("utf-8"))["panels"]
    return rules + [target["expr"] for panel in panels for target in panel["targets"]]


def test_alerts_and_dashboard_ask_for_what_is_exported(exported: dict[str, set[str]]) -> None:
    asked = {name for it in expressions() for name in re.findall(r"\bplatemark_\w+", it)}
    assert asked <= exported.keys()
    assert {it.removesuffix("_count").removesuffix("_sum") for it in exported.keys() - asked} <= {
        "platemark_http_request_seconds", "platemark_job_run_seconds", "platemark_job_wait_seconds"
    }  # fmt: skip


def test_alerts_and_dashboard_use_labels_that_there_are(exported: dict[str, set[str]]) -> None:
    labels = set[str]().union(*exported.values())
    for expression in expressions():
        grouped = re.findall(r"\bby \(([^)]*)\)", expression)
        assert {it.strip() for group in grouped for it in group.split(",")} <= labels, expression
        for name, selected in re.findall(r"\b(\w+)\{([^}]*)\}", expression):
            used = set(re.findall(r"(\w+)=", selected))
            assert used <= (exported.get(name, set()) or {"job"}), expression
        assert re.findall(r"\b(\w+)\{", expression) == [
            it for it in re.findall(r"\b(\w+)\{", expression) if it in exported or it in STARTED_BY_OTHERS
        ]


def test_panels_do_not_cover_each_other() -> None:
    panels = json.loads((DEPLOY / "grafana" / "dashboards" / "platemark.json").read_text("utf-8"))["panels"]
    cells = [
        (x, y)
        for place in (panel["gridPos"] for panel in panels)
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]
    assert len(cells) == len(set(cells))
    assert len({panel["id"] for panel in panels}) == len(panels)
