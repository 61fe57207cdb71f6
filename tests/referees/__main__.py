"""`python -m tests.referees`: clients that other generators make call a server, and Prism judges the HTTP tests.

Every client is generated, type-checked if it is TypeScript, and calls a live server; what it saw is compared with what
the server says to plain HTTP. All lists are asked for through Prism's validating proxy, which answers 4xx or 500
to a request or an answer that breaks the contract. Then `tests/http` runs once, and every exchange of its servers is
replayed through Prism (`prism.py` says why not directly): what it says against them, or does not see, is argued in
`arguments.py`. The exit status is 1 if any of it fails.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
from PIL import Image

from codegen.record import operation_of, path_patterns
from generated.paths import BASE
from platemark.db.engine import connect
from platemark.db.migrate import upgrade
from platemark.engines.registry import Engines
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.referees.arguments import ARGUMENTS
from tests.referees.exchanges import read_exchanges
from tests.referees.prism import Prism, replaying
from tests.referees.recording import FILE
from tests.referees.remarks import Argument, Hearing, hear, settle
from tests.serving import Live, serve

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build/referees"
CONTRACT = ROOT / "generated/openapi.json"
PYTHON = BUILD / "venv/bin/python"
CLIENTS = {
    "hey-api": ["node", str(BUILD / "js/tests/referees/hey_api.js")],
    "orval": ["node", str(BUILD / "js/tests/referees/orval.js")],
    "openapi-python-client": [str(PYTHON), str(HERE / "python_client.py")],
}
EXCHANGES = BUILD / "exchanges.jsonl"
PRISM = [str(HERE / "node_modules/.bin/prism")]
LOG = BUILD / "prism.log"
KNOWN_WARNINGS = ["WARNING parsing PUT /set-templates/{set_template_id}/rows within set_templates."]
"""What a generator leaves out; docs/contract/referees.md says why."""


def node(tool: str, *arguments: str) -> list[str]:
    """The command of a tool of package.json."""
    return [str(HERE / "node_modules/.bin" / tool), *arguments]


def run(command: list[str], **environment: str) -> str:
    """The output and the messages of a command; RuntimeError with them if the command fails."""
    done = subprocess.run(
        command, cwd=HERE, env={**os.environ, **environment}, capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def generate() -> None:
    """Make all clients; RuntimeError if one is not made, not whole, or not well typed."""
    for folder in ("hey_api", "orval", "js", "python"):
        shutil.rmtree(BUILD / folder, ignore_errors=True)
    plugins = ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"]
    run(node("openapi-ts", "-i", str(CONTRACT), "-o", str(BUILD / "hey_api"), "-p", *plugins))
    run(node("orval", "--config", "orval.config.cjs"))
    run(node("tsc", "-p", "."))
    options = ["--config", "openapi_python_client.json", "--meta", "none"]
    target = ["--output-path", str(BUILD / "python/platemark_client")]
    (BUILD / "python").mkdir(parents=True)
    said = run(
        [str(PYTHON), "-m", "openapi_python_client", "generate", "--path", str(CONTRACT), *options, *target],
        NO_COLOR="1",
        COLUMNS="1000",
    )
    warnings = [line.strip() for line in said.splitlines() if "WARNING" in line or "Unable to" in line]
    if warnings != KNOWN_WARNINGS:
        raise RuntimeError(f"openapi-python-client: {said}")


@contextmanager
def studio() -> Iterator[Live]:
    """A studio on SQLite, served."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=f"sqlite:///{folder}/platemark.db")
        upgrade(settings.database_url)
        database = connect(settings.database_url)
        blobs = FolderBlobStore(settings.blobs_dir)
        with serve(Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover())) as live:
            yield live
        database.dispose()


def expected(live: Live, token: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What the server says, over plain HTTP, of what a client made; every answer is checked against the contract."""
    with live.client(token) as client:
        album = client.get(f"/albums/{facts['album']}").json()
        picture = client.get(f"/images/{facts['image']}/file").content
        return {
            "albums_before": len(client.get("/albums").json()["items"]) - 1,
            "album": album["id"],
            "name": "Referees",
            "visibility": album["visibility"],
            "image": album["images"][0]["id"],
            "digest": hashlib.sha256(picture).hexdigest(),
            "size": len(picture),
            "problem": [404, "album_not_found"],
            "job": client.get(f"/jobs/{facts['job']}").json()["id"],
            "report": client.get(f"/bug-reports/{facts['report']}").json()["id"],
        }


def calls(live: Live, url: str, path: Path) -> Iterator[str]:
    """Let each client call `url`; yields a line for each that saw something else than the server says, or failed."""
    for number, (name, command) in enumerate(CLIENTS.items()):
        buffer, token = BytesIO(), live.token("admin")
        Image.new("RGB", (8 + number, 8 + len(url)), (number, 0, 0)).save(buffer, "PNG")
        path.write_bytes(buffer.getvalue())
        variables = {"PLATEMARK_URL": url, "PLATEMARK_TOKEN": token, "PLATEMARK_PICTURE": str(path)}
        try:
            facts = json.loads(run(command, PYTHONPATH=str(BUILD / "python"), **variables).splitlines()[0])
        except RuntimeError as error:
            yield f"{name}: {error}"
            continue
        wanted = expected(live, token, facts)
        if facts != wanted:
            yield f"{name}: {facts} is not {wanted}"


def watched(proxy: str, token: str) -> Iterator[str]:
    """Ask through Prism for all that needs no id, and make an album; yields a line for each violation."""
    paths = json.loads(CONTRACT.read_text("utf-8"))["paths"]
    plain = [path for path, item in paths.items() if "get" in item and "{" not in path and path != "/events"]
    with httpx.Client(base_url=proxy, headers={"Authorization": f"Bearer {token}"}, timeout=30) as client:
        answers = [client.get(path) for path in plain]
        answers.append(client.post("/albums", json={"name": "Watched"}))
        answers.append(client.get(f"/albums/{answers[-1].json().get('id')}"))
    for answer in answers:
        if answer.status_code not in (200, 201) or "stoplight.io" in answer.text:
            yield f"Prism: {answer.request.url.path}: {answer.status_code} {answer.text[:400]}"


def record_tests() -> list[str]:
    """Run the HTTP tests on SQLite and record their exchanges; what failed, if they do not pass."""
    options = ["-q", "-p", "no:randomly", "-p", "tests.referees.recording", "-k", "not postgresql"]
    command = [sys.executable, "-m", "pytest", *options, "tests/http"]
    environment = {**os.environ, FILE: str(EXCHANGES)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=1200, check=False)
    return [f"tests/http: {done.stdout[-4000:]}{done.stderr}"] if done.returncode else []


def judged() -> Hearing:
    """What Prism says of the recorded exchanges."""
    patterns = path_patterns(json.loads(CONTRACT.read_text("utf-8")))
    exchanges = (each for each in read_exchanges(EXCHANGES) if each.path.startswith(f"{BASE}/"))
    with replaying() as replayer, Prism(PRISM, CONTRACT, replayer.url, LOG) as prism:
        return hear(
            exchanges,
            lambda exchange: prism.judge(replayer, exchange),
            lambda exchange: operation_of(patterns, exchange.method.lower(), exchange.path),
        )


def report(hearing: Hearing, answered: Mapping[Argument, int]) -> Iterator[str]:
    """The lines that say what was judged, and which arguments stand against what Prism says."""
    declared = len(path_patterns(json.loads(CONTRACT.read_text("utf-8"))))
    counts = hearing.counts
    yield f"Prism: {counts['exchanges']} exchanges, {len(hearing.operations)} of {declared} operations"
    yield f"Prism: {counts['refused by both']} requests refused by both"
    unnoticed = sum(remark.startswith("unnoticed") for remark in hearing.remarks)
    yield f"Prism: {len(hearing.damaged)} damaged on purpose, {len(hearing.damaged) - unnoticed} of them noticed"
    yield from (f"Prism: {count} x {argument.pattern}: {argument.why}" for argument, count in answered.items())


def main() -> int:
    """Generate, call, ask through Prism, let it judge the tests; print what failed."""
    LOG.unlink(missing_ok=True)
    try:
        generate()
    except RuntimeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    with studio() as live, tempfile.TemporaryDirectory() as folder:
        failed = list(calls(live, f"{live.url}/api/v1", Path(folder, "dot.png")))
        with Prism(PRISM, CONTRACT, f"{live.url}/api/v1", LOG, "--errors") as prism:
            proxy = prism.start()
            wrong = httpx.post(f"{proxy}/albums", json={"name": 7}, headers={"Authorization": "Bearer x"})
            if "UNPROCESSABLE" not in wrong.text.upper():
                failed.append(f"Prism does not validate: {wrong.status_code} {wrong.text}")
            failed += watched(proxy, live.token("admin"))
    failed += record_tests()
    hearing = judged()
    answered, unargued = settle(hearing, ARGUMENTS)
    failed += unargued
    sys.stdout.write("\n".join(report(hearing, answered)) + "\n")
    sys.stdout.write("\n".join([*failed, f"{len(failed)} failures"]) + "\n")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
