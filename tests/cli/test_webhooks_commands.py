"""``platemark webhooks …``."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from platemark.access import SYSTEM
from platemark.http.webhook_messages import encode_message
from platemark.ids import parse_id
from platemark.studio import Studio
from platemark.webhooks import service
from tests.cli.conftest import Run

URL = "https://hooks.example.com/a?b=c"


def created(run: Run, *options: str) -> dict[str, Any]:
    result = run("webhooks", "create", URL, "--kind", "job.finished", *options, "--json")
    assert result.exit_code == 0, result.output
    webhook: dict[str, Any] = json.loads(result.output)
    return webhook


def listed(run: Run) -> list[dict[str, Any]]:
    webhooks: list[dict[str, Any]] = json.loads(run("webhooks", "list", "--json").output)
    return webhooks


def test_a_secret_stands_alone_on_the_last_line(run: Run) -> None:
    kinds = ("--kind", "job.finished", "--kind", "import.finished", "--kind", "job.finished")
    result = run("webhooks", "create", URL, *kinds, "--description", "the chat room")
    (webhook,) = listed(run)
    said, secret = result.output.splitlines()
    assert said == f"Webhook {webhook['id']}; its messages are signed with:"
    assert re.fullmatch(r"whsec_[A-Za-z0-9+/]{43}=", secret)
    assert (webhook["url"], webhook["kinds"]) == (URL, ["job.finished", "import.finished"])
    assert (webhook["description"], webhook["enabled"], "secret" in webhook) == ("the chat room", True, False)


def test_a_webhook_is_turned_off_and_on_and_deleted(run: Run) -> None:
    id_ = created(run)["id"]
    assert run("webhooks", "off", id_).output == f"Webhook {id_} is off.\n"
    assert run("webhooks", "list").output.splitlines()[1].split("\t")[2] == "off: by_admin"
    assert json.loads(run("webhooks", "on", id_, "--json").output)["enabled"] is True
    assert run("webhooks", "list").output.splitlines()[1].split("\t")[2] == "on"
    assert run("webhooks", "delete", id_).output == f"Webhook {id_} deleted.\n"
    assert listed(run) == []
    again = run("webhooks", "delete", id_)
    assert (again.exit_code, f"There is no webhook {id_}." in again.output) == (1, True)


def test_a_secret_is_replaced(run: Run) -> None:
    webhook = created(run)
    result = run("webhooks", "rotate-secret", webhook["id"])
    said, secret = result.output.splitlines()
    assert said.startswith("The previous secret signs until 20")
    assert secret not in ("", webhook["secret"])
    assert listed(run)[0]["previous_secret_expires_at"] is not None


def test_deliveries_are_listed_and_sent_again(run: Run, studio: Studio) -> None:
    webhook_id = created(run)["id"]
    with studio.work(write=True) as work:
        delivery = service.ping(work, encode_message, parse_id(webhook_id), by=SYSTEM)  # type: ignore[arg-type]
        work.commit()
    (line,) = json.loads(run("webhooks", "deliveries", webhook_id, "--json").output)
    assert (line["id"], line["kind"], line["state"]) == (str(delivery.id), "webhook.ping", "waiting")
    assert json.loads(run("webhooks", "deliveries", webhook_id, "--state", "failed", "--json").output) == []
    run("webhooks", "off", webhook_id)
    table = run("webhooks", "deliveries", webhook_id).output.splitlines()
    assert table[1].split("\t")[1:5] == ["webhook.ping", "failed", "0", "webhook_disabled"]
    assert "turn it on first" in run("webhooks", "replay", str(delivery.id)).output
    run("webhooks", "on", webhook_id)
    replayed = run("webhooks", "replay", str(delivery.id))
    assert replayed.output == f"Message {delivery.id} is sent again while the studio runs.\n"


@pytest.mark.parametrize("url", ["ftp://a/", "https://user:secret@a/", "https://a/#b", "https://a/ b", "a" * 2100])
def test_urls_that_the_contract_refuses(run: Run, url: str) -> None:
    result = run("webhooks", "create", url, "--kind", "job.finished")
    assert (result.exit_code, "must be an http or https URL" in result.output) == (2, True)


def test_descriptions_and_ports_that_cannot_be(run: Run) -> None:
    assert run("webhooks", "create", URL, "--kind", "job.finished", "--description", "a\nb").exit_code == 2
    no_port = run("webhooks", "create", "http://a:99999/", "--kind", "job.finished")
    assert (no_port.exit_code, "a port that does not exist" in no_port.output) == (1, True)
    assert listed(run) == []
