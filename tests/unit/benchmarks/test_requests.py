"""What the benchmark of requests does with its options, its answers and its figures."""

from __future__ import annotations

import pytest

from benchmarks.ratios import Spread, format_table, percentile, ratio, spread
from benchmarks.requests import PEERS, parse_arguments, to_facts

RECEIPT = {"id": "a", "kind": "generate", "state": "queued", "position": 0, "links": {}, "created_at": "2026-11-22"}


@pytest.mark.parametrize(
    ("arguments", "rounds", "requests"),
    [([], 7, 150), (["--quick"], 2, 20), (["--rounds", "5", "--quick"], 5, 20), (["--requests", "9"], 7, 9)],
)
def test_options_choose_how_much_is_measured(arguments: list[str], rounds: int, requests: int) -> None:
    options = parse_arguments(arguments)
    assert (options.rounds, options.requests, options.only) == (rounds, requests, list(PEERS))


def test_an_unknown_peer_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["--only", "FastAPI", "Fastapi"])
    assert "'Fastapi'" in capsys.readouterr().err


def test_a_ratio_pairs_rounds_so_that_load_on_the_machine_cancels_out() -> None:
    quiet_busy_quiet = [2.0, 6.0, 2.0]
    assert ratio([3.0, 9.0, 3.5], quiet_busy_quiet) == Spread(1.5, 1.5, 1.75)
    with pytest.raises(ValueError, match="zip"):
        ratio([3.0], quiet_busy_quiet)


def test_a_spread_is_the_median_between_the_least_and_the_greatest() -> None:
    assert spread([5.0, 1.0, 4.0, 2.0]) == Spread(3.0, 1.0, 5.0)


def test_percentiles_lie_within_the_values() -> None:
    values = [float(value) for value in range(101)]
    assert [percentile(values, rank) for rank in (50, 99)] == [50.0, 99.0]


def test_tables_are_aligned_as_text_and_as_markdown() -> None:
    head, rows = ["", "CPU"], [["one", "1"], ["thirteen", "13.0"]]
    assert format_table(head, rows, markdown=False).splitlines() == [
        "           CPU",
        "one          1",
        "thirteen  13.0",
    ]
    assert format_table(head, rows, markdown=True).splitlines() == [
        "|          |  CPU |",
        "| --- | ---: |",
        "| one      |    1 |",
        "| thirteen | 13.0 |",
    ]


def test_the_same_time_in_another_form_is_the_same_fact() -> None:
    forms = ("2026-11-22T09:30:00Z", "2026-11-22T09:30:00.000+00:00")
    first, second = ({"items": [{"name": "2026", "created_at": form, "deleted_at": None}]} for form in forms)
    assert to_facts(first) == to_facts(second)
    assert to_facts(first) != to_facts({"items": [{"name": "2027", "created_at": forms[0], "deleted_at": None}]})


def test_receipts_of_two_jobs_are_the_same_facts_but_their_positions_count() -> None:
    assert to_facts(RECEIPT) == to_facts(RECEIPT | {"id": "b", "created_at": "2026-11-23"})
    assert to_facts(RECEIPT) != to_facts(RECEIPT | {"position": 1})
    assert to_facts(RECEIPT) != to_facts({name: value for name, value in RECEIPT.items() if name != "links"})
