"""A studio that runs: its press shows what it has done so far of a job, and nothing any more when the job is done."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from tests.cli.studio_process import StudioProcess, wait_for


def test_a_running_job_of_the_press_is_looked_at(tmp_path: Path) -> None:
    studio = StudioProcess(tmp_path / "studio", PLATEMARK_PREVIEW_SECONDS="0.001")
    try:
        with studio.client() as client:
            new = {"kind": "generate", "prompt": "a fox in the snow", "width": 1024, "height": 768, "count": 16}
            job = client.post("/jobs", json=new).json()["id"]
            path = f"/jobs/{job}/preview"
            wait_for(lambda: client.get(path).status_code == 200)
            with Image.open(io.BytesIO(client.get(path).content)) as picture:
                assert (picture.format, picture.size) == ("WEBP", (512, 384))
            written = studio.run_command("jobs", "preview", job, "-o", str(tmp_path / "fox.webp"))
            assert (written.returncode, (tmp_path / "fox.webp").read_bytes()[8:12]) == (0, b"WEBP")
            client.post(f"/jobs/{job}/cancel").raise_for_status()
            wait_for(lambda: client.get(f"/jobs/{job}").json()["state"] == "cancelled")
            assert client.get(path).json()["code"] == "job_preview_not_found"
    finally:
        studio.stop()
