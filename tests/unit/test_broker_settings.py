"""Settings of the broker, the workers and their queues."""

from __future__ import annotations

import pytest

from platemark.errors import StartupError
from platemark.settings import from_environment

POSTGRESQL = "postgresql://studio@db/platemark"


@pytest.mark.parametrize("url", ["redis://b:6379/1", "rediss://b", "amqp://b/vhost", "amqps://b"])
@pytest.mark.parametrize(("environ", "workers"), [({}, 0), ({"PLATEMARK_WORKERS": "2"}, 2)])
def test_with_a_broker_there_are_no_embedded_workers_by_default(
    url: str, environ: dict[str, str], workers: int
) -> None:
    settings = from_environment({"PLATEMARK_BROKER_URL": url, "PLATEMARK_DATABASE_URL": POSTGRESQL, **environ})
    assert (settings.broker_url, settings.workers) == (url, workers)


def test_without_a_broker_there_is_one_embedded_worker() -> None:
    assert from_environment({"PLATEMARK_DATABASE_URL": POSTGRESQL}).workers == 1


SDAPI, OPENAI = {"PLATEMARK_SDAPI_URL": "http://gpu"}, {"PLATEMARK_OPENAI_IMAGES_URL": "http://gpu"}


@pytest.mark.parametrize(
    ("environ", "workers"),
    [(SDAPI, 2), (OPENAI, 2), (SDAPI | OPENAI, 3), (SDAPI | {"PLATEMARK_WORKERS": "1"}, 1)],
)
def test_each_image_server_has_a_worker_to_itself_by_default(environ: dict[str, str], workers: int) -> None:
    assert from_environment(environ).workers == workers


@pytest.mark.parametrize(
    ("environ", "message"),
    [
        ({"PLATEMARK_BROKER_URL": "redis://b"}, "PLATEMARK_BROKER_URL needs a PLATEMARK_DATABASE_URL"),
        (
            {"PLATEMARK_BROKER_URL": "redis://b", "PLATEMARK_DATABASE_URL": "sqlite:///x"},
            "PLATEMARK_BROKER_URL needs a PLATEMARK_DATABASE_URL",
        ),
        ({"PLATEMARK_BROKER_URL": "kafka://b", "PLATEMARK_DATABASE_URL": POSTGRESQL}, "must start with redis://"),
    ],
)
def test_a_broker_that_cannot_work_is_refused(environ: dict[str, str], message: str) -> None:
    with pytest.raises(StartupError) as refused:
        from_environment(environ)
    assert message in refused.value.detail


@pytest.mark.parametrize(
    ("queues", "names"), [("", ()), ("press", ("press",)), (" press, local ,", ("press", "local"))]
)
def test_queues_are_separated_by_commas(queues: str, names: tuple[str, ...]) -> None:
    assert from_environment({"PLATEMARK_QUEUES": queues}).queue_names == names
