"""What delivers the messages of webhooks: with the contract, which proves each of them before it is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources

import msgspec

from platemark.db.engine import connect
from platemark.http.webhook_messages import MessageCheck, encode_message
from platemark.settings import Settings
from platemark.webhooks.deliverer import SENDERS, Deliverer


@contextmanager
def delivering(settings: Settings, on_end: Callable[[], None]) -> Iterator[Deliverer]:
    """A deliverer with a database of its own; ``on_end`` is called after each attempt."""
    contract = msgspec.json.decode(resources.files("generated").joinpath("openapi.json").read_bytes())
    database = connect(settings.resolved_database_url, pool_size=SENDERS + 1)
    try:
        with Deliverer(
            settings, database, encode=encode_message, check=MessageCheck(contract), on_end=on_end
        ) as deliverer:
            yield deliverer
    finally:
        database.dispose()
