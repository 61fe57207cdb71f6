"""Webhooks over HTTP: how admins manage them, what came of their messages, and a studio that sends some."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import httpx
import pytest

from platemark.entrypoints.webhooks import delivering
from platemark.events import queries
from platemark.http.webhook_messages import encode_message
from platemark.ids import new_id
from platemark.webhooks.delivery import insert_delivery
from platemark.webhooks.service import MAX_WEBHOOKS
from platemark.webhooks.signing import signature
from platemark.webhooks.views import Message
from platemark.worker.maintenance import Maintenance
from tests.conftest import ClientFor
from tests.populate import bug_report, ok_json
from tests.serving import Live
from tests.webhook_receiver import Receiver, receiving

HOOK = {"url": "https://hooks.example.com/a?b=c", "kinds": ["bug_report.created", "set_run.finished"]}
PATCH = {"content-type": "application/merge-patch+json"}
UNKNOWN = "0192e4a0-7c00-7000-8000-0000000000ff"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def sending(live: Live) -> Iterator[None]:
    """The maintenance of the studio, which sends messages to this machine, too."""
    settings = replace(live.studio.settings, webhook_networks="127.0.0.0/8", sweep_seconds=0.05)
    maintenance = Maintenance(settings, lambda: None, delivering)
    maintenance.start()
    yield
    maintenance.stop()


def create(client: httpx.Client, **fields: Any) -> dict[str, Any]:
    return ok_json(client.post("/webhooks", json=HOOK | fields))


def problem(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


def wait_for(client: httpx.Client, path: str, **expected: Any) -> dict[str, Any]:
    for _ in range(600):
        found = ok_json(client.get(path))
        if all(found[name] == value for name, value in expected.items()):
            return found
        threading.Event().wait(0.05)
    raise AssertionError(f"{path} is {found}, not {expected}")


def test_a_webhook_is_created_read_changed_and_deleted(client: httpx.Client) -> None:
    created = create(client, description="the chat room")
    secret, path = created.pop("secret"), f"/webhooks/{created['id']}"
    assert (created["url"], created["kinds"], created["description"]) == (*HOOK.values(), "the chat room")
    assert (created["enabled"], created["disabled_reason"], created["failing_since"]) == (True, None, None)
    read = client.get(path)
    assert (ok_json(read), ok_json(client.get("/webhooks"))["items"]) == (created, [created])
    assert secret not in read.text
    changes = {"url": "http://10.0.0.7:9000/", "kinds": ["job.finished"], "description": "", "enabled": False}
    changed = client.patch(
        path,
        content=json.dumps(changes),
        headers=PATCH | {"if-match": read.headers["etag"]},
    )
    assert {name: ok_json(changed)[name] for name in changes} == changes
    assert ok_json(changed)["disabled_reason"] == "by_admin"
    stale = client.delete(path, headers={"if-match": read.headers["etag"]})
    assert stale.status_code == 412
    assert client.delete(path, headers={"if-match": changed.headers["etag"]}).status_code == 204
    assert problem(client.get(path)) == (404, "webhook_not_found")


def test_only_admins_know_of_webhooks(client: httpx.Client, as_role: ClientFor) -> None:
    path = f"/webhooks/{create(client)['id']}"
    for role in ("viewer", "editor"):
        other = as_role(role)
        assert problem(other.get("/webhooks")) == (403, "role_too_low")
        assert problem(other.get(path)) == (403, "role_too_low")
        assert problem(other.post("/webhooks", json=HOOK)) == (403, "role_too_low")


@pytest.mark.parametrize("url", ["http://:80/", "http://a:65536/", "https://[::1/", "http://a:0/", "http://[a]/x"])
def test_urls_that_cannot_be_reached_at_all_are_refused(client: httpx.Client, url: str) -> None:
    assert problem(client.post("/webhooks", json=HOOK | {"url": url})) == (422, "webhook_url_invalid")
    path = f"/webhooks/{create(client)['id']}"
    patched = client.patch(path, content=json.dumps({"url": url}), headers=PATCH)
    assert problem(patched) == (422, "webhook_url_invalid")
    assert ok_json(client.get(path))["url"] == HOOK["url"]


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "ftp://a/"}, {"url": "https://user:secret@a/"}, {"url": "https://a/#b"}, {"url": "https://a/ b"},
        {"url": "https://ä.example/"}, {"url": "https://" + "a" * 2000}, {"kinds": []}, {"kinds": ["webhook.ping"]},
        {"kinds": ["job.finished", "job.finished"]}, {"kinds": ["x"]}, {"description": "a\nb"},
    ],
)  # fmt: skip
def test_what_the_contract_refuses(client: httpx.Client, fields: dict[str, Any]) -> None:
    assert problem(client.post("/webhooks", json=HOOK | fields)) == (400, "does_not_fit")


def test_there_may_be_so_many_webhooks(client: httpx.Client) -> None:
    created = [create(client)["id"] for _ in range(MAX_WEBHOOKS)]
    assert problem(client.post("/webhooks", json=HOOK)) == (422, "too_many_webhooks")
    client.delete(f"/webhooks/{created[0]}")
    create(client)


def test_a_secret_is_shown_once(client: httpx.Client) -> None:
    headers = {"idempotency-key": "a-webhook-of-mine"}
    first = client.post("/webhooks", json=HOOK, headers=headers)
    assert first.status_code == 201
    assert problem(client.post("/webhooks", json=HOOK, headers=headers)) == (409, "answer_not_kept")
    path = f"/webhooks/{first.json()['id']}"
    rotated = ok_json(client.post(f"{path}/secret"))
    assert rotated["secret"] != first.json()["secret"]
    assert ok_json(client.get(path))["previous_secret_expires_at"] == rotated["previous_secret_expires_at"]


def test_a_studio_sends_signed_messages_and_keeps_an_account_of_them(
    client: httpx.Client, receiver: Receiver, sending: None
) -> None:
    webhook = create(client, url=receiver.url, kinds=["bug_report.created"])
    report = ok_json(client.post("/bug-reports", json=bug_report(1)))
    deliveries = f"/webhooks/{webhook['id']}/deliveries"
    for _ in range(600):
        if items := ok_json(client.get(deliveries, params={"state": "delivered"}))["items"]:
            break
        threading.Event().wait(0.05)
    (received,) = receiver.received
    message = json.loads(received.body)
    assert (message["kind"], message["bug_report_id"], message["id"]) == (
        "bug_report.created", report["id"], items[0]["id"]
    )  # fmt: skip
    signed = received.headers["webhook-id"], int(received.headers["webhook-timestamp"]), received.body
    assert received.headers["webhook-signature"] == signature([webhook["secret"]], *signed)
    detail = ok_json(client.get(f"/webhook-deliveries/{items[0]['id']}"))
    assert (detail["message"], [it["status"] for it in detail["attempts"]]) == (message, [204])
    assert ok_json(client.get(deliveries, params={"state": "failed"}))["items"] == []
    assert ok_json(client.get(f"/webhooks/{webhook['id']}"))["last_delivered_at"] == items[0]["finished_at"]


def test_a_trial_message_and_its_repetition(client: httpx.Client, receiver: Receiver, sending: None) -> None:
    receiver.answers = [500]
    webhook = create(client, url=receiver.url)
    ping = ok_json(client.post(f"/webhooks/{webhook['id']}/ping"))
    path = f"/webhook-deliveries/{ping['id']}"
    refused = wait_for(client, path, attempt_count=1)
    assert (refused["state"], refused["error_code"], refused["kind"]) == ("waiting", "refused", "webhook.ping")
    assert ok_json(client.get(f"/webhooks/{webhook['id']}"))["failing_since"] == refused["attempts"][0]["at"]
    assert ok_json(client.post(f"{path}/replay"))["state"] == "waiting"
    delivered = wait_for(client, path, state="delivered")
    assert [it["error_code"] for it in delivered["attempts"]] == ["refused", None]
    assert [json.loads(it.body) for it in receiver.received] == [delivered["message"]] * 2
    assert delivered["message"]["webhook_id"] == webhook["id"]


def test_a_webhook_that_is_off_sends_nothing(client: httpx.Client) -> None:
    path = f"/webhooks/{create(client)['id']}"
    delivery = ok_json(client.post(f"{path}/ping"))
    assert client.patch(path, content='{"enabled": false}', headers=PATCH).status_code == 200
    assert problem(client.post(f"{path}/ping")) == (409, "webhook_disabled")
    given_up = ok_json(client.get(f"/webhook-deliveries/{delivery['id']}"))
    assert (given_up["state"], given_up["error_code"]) == ("failed", "webhook_disabled")
    assert problem(client.post(f"/webhook-deliveries/{delivery['id']}/replay")) == (409, "webhook_disabled")


def test_unknown_webhooks_and_deliveries(client: httpx.Client) -> None:
    for method, path in (("GET", ""), ("DELETE", ""), ("POST", "/secret"), ("POST", "/ping"), ("GET", "/deliveries")):
        assert problem(client.request(method, f"/webhooks/{UNKNOWN}{path}")) == (404, "webhook_not_found")
    for method, path in (("GET", ""), ("POST", "/replay")):
        unknown = client.request(method, f"/webhook-deliveries/{UNKNOWN}{path}")
        assert problem(unknown) == (404, "webhook_delivery_not_found")


def test_admins_hear_of_changes(live: Live, client: httpx.Client) -> None:
    path = f"/webhooks/{create(client)['id']}"
    client.post(f"{path}/secret")
    client.delete(path)
    with live.studio.work(write=False) as work:
        kinds = [it.kind for it in queries.list_after(work, 0) if it.kind.startswith("webhook.")]
    assert kinds == ["webhook.created", "webhook.changed", "webhook.deleted"]


WORDS: list[tuple[str, dict[str, list[str]]]] = [
    ("job.finished", {"job_kind": ["generate", "caption", "train"], "state": ["succeeded", "failed", "cancelled"]}),
    ("set_run.finished", {"state": ["succeeded", "failed", "cancelled"]}),
    ("training_run.finished", {"state": ["succeeded", "failed", "cancelled"]}),
    (
        "import.finished",
        {
            "phase": ["plan", "apply", "verify", "undo"],
            "state": ["planned", "applied", "undone", "failed", "cancelled"],
        },
    ),
]


@pytest.mark.parametrize(("kind", "words"), WORDS)
def test_each_word_of_a_message_is_shown(
    live: Live, client: httpx.Client, kind: str, words: dict[str, list[str]]
) -> None:
    webhook_id = UUID(create(client)["id"])
    ids = dict.fromkeys(("job_id", "set_run_id", "album_id", "training_run_id", "import_id"), new_id())
    for name, choices in words.items():
        for word in choices:
            facts = {**ids, "error_code": None, **{each: known[0] for each, known in words.items()}, name: word}
            delivery_id, message = new_id(), Message(kind, f"{name}:{word}", 1, live.studio.clock(), facts)
            body = encode_message(delivery_id, message)
            with live.studio.work(write=True) as work:
                insert_delivery(work, webhook_id, delivery_id, message, body, live.studio.clock())
                work.commit()
            shown = ok_json(client.get(f"/webhook-deliveries/{delivery_id}"))["message"]
            assert (shown, shown["kind"], shown[name]) == (json.loads(body), kind, word)
