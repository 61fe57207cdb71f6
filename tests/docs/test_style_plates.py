"""docs/style_plates.md: its examples run unchanged, and its tables match the code."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from PIL import Image

from platemark.engines.base import GenerateRequest
from platemark_press import Press

PAGE = (Path(__file__).parents[2] / "docs" / "style_plates.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_the_examples_train_print_and_read_a_plate(tmp_path: Path) -> None:
    pictures, run = tmp_path / "pictures", tmp_path / "run"
    pictures.mkdir()
    run.mkdir()
    for seed, prompt in enumerate(("a fox", "an owl in a forest", "two boats")):
        request = GenerateRequest(prompt=prompt, width=64, height=64, seed=seed, steps=2)
        (image,) = Press().generate(request, lambda _: None, lambda: False)
        (pictures / f"{prompt}.png").write_bytes(image.data)
    names: dict[str, Any] = {"pictures": pictures, "run": run}
    for example in EXAMPLES:
        exec(example, names)
    assert len(EXAMPLES) == 2
    assert Image.open(io.BytesIO((run / "castle.png").read_bytes())).size == (512, 512)
    assert names["first_line"] == b"platemark style plate"
    assert names["header"]["version"] == 1
    assert names["header"]["words"] == ["boat", "forest", "fox", "owl", "two"]


def test_the_table_lists_the_trainers_parameters() -> None:
    documented = dict(re.findall(r"^\| `(\w+)` \| (\S+) \|", PAGE, re.MULTILINE))
    assert documented == {parameter.name: str(parameter.default) for parameter in Press().parameters()}


def test_every_finding_code_is_documented() -> None:
    source = (Path(__file__).parents[2] / "platemark_press/style_plates/training_checks.py").read_text("utf-8")
    codes = set(re.findall(r"TrainingFinding\(\s*\"(\w+)\"", source))
    assert len(codes) == 9
    assert all(f"`{code}`" in PAGE for code in codes)
