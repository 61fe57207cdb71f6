"""A damaged database, a full disk, a read-only folder: one line that names the file and the remedy, and code 1."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

PLATEMARK = [sys.executable, "-m", "platemark.entrypoints.main"]
COMMANDS = [["up"], ["user", "list"], ["db", "upgrade"]]
DISTRIBUTED = {
    "PLATEMARK_BROKER_URL": "redis://127.0.0.1:1/0", "PLATEMARK_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
}  # fmt: skip


def run(words: Sequence[str], folder: Path, *, before: str = "true", **environment: str) -> str:
    """The only line that the command prints, on standard error; ``before`` is what a shell runs in its own mounts."""
    environ = {**os.environ, "PLATEMARK_DATA_DIR": str(folder), "PLATEMARK_PORT": "0", **environment}
    script = f"{before} && exec {shlex.join([*PLATEMARK, *words])}"
    command = ["sh", "-c", script] if before == "true" else ["unshare", "--mount", "sh", "-c", script]
    result = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=100, check=False)
    assert (result.returncode, result.stdout) == (1, ""), result.stderr
    (line,) = result.stderr.splitlines()
    return line


@pytest.fixture
def own_mounts() -> None:
    """Skip where this user cannot have mounts of its own."""
    if subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode:
        pytest.skip("mounts need root")


def overwrite(file: Path, start: int, data: bytes) -> None:
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(data)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "another file": lambda file: file.write_bytes(b"not a database " * 1000),
    "a few bytes": lambda file: file.write_bytes(b"\0" * 50 + b"x"),
    "no header": lambda file: overwrite(file, 0, b"\0" * 100),
    "half of it": lambda file: os.truncate(file, file.stat().st_size // 8192 * 4096),
    "garbage behind the header": lambda file: overwrite(file, 100, b"\xa5" * (file.stat().st_size - 100)),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_damaged_database_is_named_with_the_remedy(
    words: list[str], damage: str, sqlite_template: Path, tmp_path: Path
) -> None:
    file = tmp_path / "platemark.db"
    file.write_bytes(sqlite_template.read_bytes())
    DAMAGES[damage](file)
    line = run(words, tmp_path)
    assert line.startswith(f"The database file {file} is damaged (")
    assert line.endswith("restore it from a backup, as docs/operations/backup.md describes.")


@pytest.mark.usefixtures("own_mounts")
@pytest.mark.parametrize("free", ["size=4k", "size=64k", "size=1m,nr_inodes=2"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_full_disk_is_named_with_the_remedy(words: list[str], free: str, tmp_path: Path) -> None:
    fill = f"mount -t tmpfs -o {free} tmpfs {tmp_path} && (cat /dev/zero > {tmp_path}/filler 2>/dev/null || true)"
    line = run(words, tmp_path, before=fill)
    assert str(tmp_path) in line
    assert "docs/operations/backup.md" in line
    assert "full" in line or "No space left" in line or "disk I/O error" in line or "unable to open" in line


@pytest.mark.usefixtures("own_mounts")
@pytest.mark.parametrize("words", [*COMMANDS, ["worker"]], ids=" ".join)
@pytest.mark.parametrize("existing", [True, False])
def test_a_read_only_folder_is_named_with_the_remedy(
    words: list[str], existing: bool, sqlite_template: Path, tmp_path: Path
) -> None:
    (tmp_path / "platemark.db").write_bytes(sqlite_template.read_bytes())
    folder = tmp_path if existing else tmp_path / "data"
    read_only = f"mount --bind {tmp_path} {tmp_path} && mount -o remount,bind,ro {tmp_path}"
    line = run(words, folder, before=read_only, **(DISTRIBUTED if words == ["worker"] else {}))
    assert str(folder) in line
    assert "docs/operations/backup.md" in line
