"""Memory of a studio in a process of its own while it receives large uploads."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.cli.studio_process import StudioProcess

UPLOADS = 12
SIDE = 3200
MEBIBYTE = 1024 * 1024


def kibibytes(process: int, name: str) -> int:
    """A figure of the process's memory, as the kernel counts it."""
    match = re.search(rf"{name}:\s+([0-9]+) kB", Path(f"/proc/{process}/status").read_text())
    assert match is not None
    return int(match[1])


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="needs /proc")
def test_memory_does_not_grow_with_the_number_of_uploads(tmp_path: Path) -> None:
    out = io.BytesIO()
    pixels = np.random.default_rng(7).integers(0, 255, (SIDE, SIDE, 3), dtype="uint8")
    Image.fromarray(pixels).save(out, "PNG", compress_level=0)
    picture = out.getvalue()
    studio = StudioProcess(tmp_path / "data")
    try:
        with studio.client() as client, ThreadPoolExecutor(UPLOADS) as threads:
            pid, client.timeout = studio.process.pid, 100
            before = kibibytes(pid, "VmRSS")
            Path(f"/proc/{pid}/clear_refs").write_text("5")  # the peak starts anew
            files = {"file": ("noise.png", picture, "image/png")}
            responses = list(threads.map(lambda _: client.post("/images", files=files), range(UPLOADS)))
            grown = (kibibytes(pid, "VmHWM") - before) * 1024
    finally:
        studio.stop()
    assert {response.status_code for response in responses} <= {200, 201}
    assert grown < UPLOADS * len(picture), f"{grown // MEBIBYTE} MiB for {UPLOADS} uploads"
