"""What an operator may say of a broker."""

from __future__ import annotations

import pytest

from platemark.errors import StartupError
from platemark.settings import from_environment

POSTGRESQL = "postgresql://studio@db/platemark"


@pytest.mark.parametrize("url", ["redis://b:6379/1", "rediss://b", "amqp://b/vhost", "amqps://b"])
@pytest.mark.parametrize(("said", "workers"), [({}, 0), ({"PLATEMARK_WORKERS": "2"}, 2)])
def test_with_a_broker_the_workers_are_elsewhere_unless_told(url: str, said: dict[str, str], workers: int) -> None:
    settings = from_environment({"PLATEMARK_BROKER_URL": url, "PLATEMARK_DATABASE_URL": POSTGRESQL, **said})
    assert (settings.broker_url, settings.workers) == (url, workers)


def test_without_a_broker_there_is_a_worker() -> None:
    assert from_environment({"PLATEMARK_DATABASE_URL": POSTGRESQL}).workers == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"PLATEMARK_BROKER_URL": "redis://b"}, "PLATEMARK_BROKER_URL needs a PLATEMARK_DATABASE_URL"),
        (
            {"PLATEMARK_BROKER_URL": "redis://b", "PLATEMARK_DATABASE_URL": "sqlite:///x"},
            "PLATEMARK_BROKER_URL needs a PLATEMARK_DATABASE_URL",
        ),
        ({"PLATEMARK_BROKER_URL": "kafka://b", "PLATEMARK_DATABASE_URL": POSTGRESQL}, "must start with redis://"),
    ],
)
def test_a_broker_that_cannot_serve_is_refused_in_one_sentence(said: dict[str, str], sentence: str) -> None:
    with pytest.raises(StartupError) as refused:
        from_environment(said)
    assert sentence in refused.value.detail


@pytest.mark.parametrize(("said", "names"), [("", ()), ("press", ("press",)), (" press, local ,", ("press", "local"))])
def test_queues_are_named_with_commas_between(said: str, names: tuple[str, ...]) -> None:
    assert from_environment({"PLATEMARK_QUEUES": said}).queue_names == names
