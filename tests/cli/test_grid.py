"""``platemark grid``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.cli import Runtime
from platemark.cli.actions.grid import parse_axis
from platemark.cli.grid import command
from platemark.cli.runtime import CommandGroup
from platemark.db.tables import JobRow, SetRunRow
from platemark.set_runs.grid_axes import Axis
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import from_rows
from platemark.set_templates.views import NewSetTemplate
from platemark.studio import Studio

Run = Callable[..., Result]


CARDS = from_rows([{"suit": "hearts", "rank": f"{n}"} for n in range(1, 53)])


@pytest.fixture
def run(runtime: Runtime, studio: Studio) -> Run:
    with studio.work(write=True) as work:
        new = NewSetTemplate(name="Cards", prompt_template="{theme}, {rank} of {suit}")
        set_templates.create_set_template(work, new, CARDS, by=SYSTEM, slug="cards")
        work.commit()

    def run(*arguments: str, **options: Any) -> Result:
        group = CommandGroup(name="platemark", commands=[command], context_settings={"obj": runtime})
        given = ("grid", "cards", "--theme", "winter", "--seed", "7", "--width", "64", "--height", "96")
        return CliRunner().invoke(group, [*given, *arguments], **options)

    return run


def count(studio: Studio, table: type[Any]) -> int:
    with studio.work(write=False) as work:
        return work.session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_adapters_on_axes_are_found_by_name(run: Run, studio: Studio) -> None:
    with studio.work(write=True) as work:
        new = NewAdapter(
            name="ink",
            format="style_plate",
            digest=studio.blobs.put(b"{}"),
            size_bytes=2,
            source="registered",
            base=None,
        )
        adapters.register_adapter(work, studio, new, by=SYSTEM)
        work.commit()
    axes = ("--axis", "adapter_weight:ink=0,0.5,1", "--axis", "row=1,52")
    first = run(*axes, "--adapter", "ink")
    assert first.exit_code == 0, first.output
    assert count(studio, JobRow) == 6
    assert run("--axis", "adapter=ink:0.5,ink", "--axis", "row=3,4").exit_code == 0
    assert run(*axes).exit_code == 1  # the run does not use it
    assert count(studio, SetRunRow) == 2


@pytest.mark.parametrize(
    ("option", "axis"),
    [
        ("steps=1,100", Axis(kind="steps", values=(1, 100))),
        ("guidance_scale=0,7.5", Axis(kind="guidance_scale", values=(0.0, 7.5))),
        ("row=1,3", Axis(kind="row", values=(0, 2))),
        ('word:theme="a, b",c', Axis(kind="word", subject="theme", values=("a, b", "c"))),
        ("replacement:a=b=c,", Axis(kind="replacement", subject="a", values=("b=c", ""))),
        ("engine=press, cloud", Axis(kind="engine", values=("press", "cloud"))),
    ],
)
def test_an_axis_is_read(option: str, axis: Axis) -> None:
    assert parse_axis(option) == axis


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("steps", "is not KIND[:NAME]=VALUES"),
        ("colour=red", "kinds are word, replacement"),
        ("word=a,b", "write word:theme=…"),
        ("steps:a=1", "write steps=…"),
        ("steps=", "needs 1 to 50 values"),
        ("seed=" + ",".join(map(str, range(51))), "needs 1 to 50 values"),
        ("steps=101", "from 1 to 100"),
        ("guidance_scale=nan", "from 0 to 30"),
        ("seed=1.5", "from 0 to 9007199254740991"),
        ("word:theme=" + "x" * 501, "at most 500 characters"),
    ],
)
def test_an_axis_that_cannot_be_read_is_a_usage_error(run: Run, studio: Studio, option: str, said: str) -> None:
    result = run("--axis", option, "--axis", "row=1,2")
    assert (result.exit_code, said in " ".join(result.stderr.split())) == (2, True), result.stderr
    assert count(studio, SetRunRow) == 0


def test_a_sheet_without_waiting_and_a_single_axis_are_usage_errors(run: Run) -> None:
    assert run("--axis", "steps=1,2", "--axis", "row=1,2", "--sheet", "x.png").exit_code == 2
    assert run("--axis", "steps=1,2").exit_code == 2
