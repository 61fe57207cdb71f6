"""The life of messages, on a clock that the tests move: nothing is lost, nothing is told twice, nobody is hammered."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from platemark.access import SYSTEM
from platemark.db.engine import Database
from platemark.errors import Conflict, Finding, NotFound
from platemark.webhooks import delivery, service
from platemark.webhooks.delivery import RETRY_SECONDS
from platemark.webhooks.signing import signature
from platemark.webhooks.views import WebhookChanges
from tests.unit.webhooks.conftest import Hooks, messages
from tests.webhook_receiver import Receiver, hold, receiving, send


def test_a_message_is_signed_delivered_and_logged(hooks: Hooks, receiver: Receiver) -> None:
    created = hooks.create(receiver.url)
    (report,) = hooks.report()
    hooks.deliver()
    (received,), (message,) = receiver.received, messages(receiver)
    (delivered,) = hooks.deliveries(created.webhook.id)
    assert (message["kind"], message["bug_report_id"], message["id"]) == (
        "bug_report.created", str(report), str(delivered.id)
    )  # fmt: skip
    timestamp = int(received.headers["webhook-timestamp"])
    assert timestamp == int(hooks.now.timestamp())
    assert received.headers["webhook-id"] == str(delivered.id)
    assert received.headers["webhook-signature"] == signature(
        [created.secret], str(delivered.id), timestamp, received.body
    )
    assert (received.headers["content-type"], received.headers["user-agent"]) == ("application/json", "Platemark/0.1.0")
    assert delivered[3:] == ("delivered", 1, None, None, delivered.created_at, delivered.finished_at)
    detail = hooks.do(service.get_delivery, delivered.id, by=SYSTEM)
    assert detail.body.encode() == received.body
    (attempt,) = detail.attempts
    assert (attempt["status"], attempt["error_code"], attempt["at"]) == (204, None, hooks.now.isoformat())
    assert hooks.webhook(created.webhook.id).last_delivered_at == hooks.now


def test_a_receiver_that_fails_for_an_hour_loses_nothing(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    receiver.then = 500
    reports = hooks.report(30)
    ends_at = hooks.now + timedelta(hours=1)
    while hooks.now < ends_at:
        hooks.deliver()
        hooks.pass_time(seconds=30)
    asked = len(receiver.received)
    assert 5 < asked < 20  # five seconds, half a minute, two minutes, and then every ten
    assert hooks.webhook(webhook_id).failing_since is not None
    receiver.then = 204
    receiver.received.clear()
    for _ in range(8):
        hooks.pass_time(minutes=10)
        hooks.deliver()
    assert {it["bug_report_id"] for it in messages(receiver)} == set(map(str, reports))
    assert len(receiver.received) == 30
    assert hooks.webhook(webhook_id).failing_since is None
    assert {it.state for it in hooks.deliveries(webhook_id)} == {"delivered"}


def test_one_message_that_is_never_taken_keeps_no_others(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    receiver.answers = [500]
    first, *_ = hooks.report()
    hooks.deliver()
    hooks.pass_time(seconds=1)
    hooks.report(2)
    hooks.deliver()
    assert len(receiver.received) == 1  # the receiver may be down
    hooks.pass_time(seconds=4)
    receiver.answers = [500]
    hooks.deliver()
    assert len(receiver.received) == 2
    for _ in range(3):
        hooks.pass_time(seconds=30)
        hooks.deliver()
    assert [it.state for it in hooks.deliveries(webhook_id)] == ["delivered"] * 3
    assert str(first) in {it["bug_report_id"] for it in messages(receiver)[2:]}


def test_a_message_is_given_up_after_three_days_of_failures(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url, "bug_report.created", "job.finished").webhook.id
    receiver.then = lambda handler: send(handler, 500 if b"bug_report" in receiver.received[-1].body else 204)
    hooks.report()
    for seconds in (0, *RETRY_SECONDS):
        hooks.pass_time(seconds=seconds)
        hooks.deliver()
        hooks.finish_job()  # others are taken meanwhile, so that the webhook stays on
        hooks.pass_time(minutes=10)
        hooks.deliver()
    poisoned = hooks.deliveries(webhook_id)[0]
    assert (poisoned.state, poisoned.error_code, poisoned.attempt_count) == (
        "failed",
        "refused",
        len(RETRY_SECONDS) + 1,
    )
    assert poisoned.finished_at is not None
    assert {it.state for it in hooks.deliveries(webhook_id)[1:]} == {"delivered"}
    assert sum(RETRY_SECONDS) > timedelta(days=2.9).total_seconds()


def test_a_webhook_is_turned_off_after_three_days_without_success(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    receiver.then = 503
    hooks.report()
    failing_since = hooks.now
    hooks.deliver()
    while hooks.now - failing_since < timedelta(days=3):
        assert hooks.webhook(webhook_id).enabled
        hooks.report()
        hooks.pass_time(hours=6)
        hooks.deliver()
    webhook = hooks.webhook(webhook_id)
    assert (webhook.enabled, webhook.disabled_reason, webhook.failing_since) == (False, "unreachable", failing_since)
    waiting = [it for it in hooks.deliveries(webhook_id) if it.error_code == "webhook_disabled"]
    assert waiting
    assert {it.state for it in hooks.deliveries(webhook_id)} == {"failed"}
    asked = len(receiver.received)
    hooks.report()
    hooks.pass_time(days=1)
    hooks.deliver()
    assert len(receiver.received) == asked


def test_a_webhook_that_is_gone_is_turned_off_at_once(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    receiver.then = 410
    hooks.report(3)
    hooks.deliver()
    webhook = hooks.webhook(webhook_id)
    assert (webhook.enabled, webhook.disabled_reason, len(receiver.received)) == (False, "gone", 1)
    assert [it.error_code for it in hooks.deliveries(webhook_id)] == ["webhook_disabled"] * 3


def test_a_webhook_that_is_turned_on_hears_of_what_happens_from_then_on(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    hooks.do(service.update_webhook, webhook_id, WebhookChanges(enabled=False), by=SYSTEM)
    assert hooks.webhook(webhook_id).disabled_reason == "by_admin"
    hooks.report()
    hooks.deliver()
    hooks.do(service.update_webhook, webhook_id, WebhookChanges(enabled=True), by=SYSTEM)
    (report,) = hooks.report()
    hooks.deliver()
    assert [it["bug_report_id"] for it in messages(receiver)] == [str(report)]
    assert hooks.webhook(webhook_id).disabled_reason is None


def test_a_message_is_sent_again_on_request_with_the_same_bytes(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    hooks.report()
    hooks.deliver()
    (delivered,) = hooks.deliveries(webhook_id)
    hooks.pass_time(days=2)
    replayed = hooks.do(service.replay, delivered.id, by=SYSTEM)
    assert (replayed.state, replayed.next_attempt_at, replayed.attempt_count) == ("waiting", hooks.now, 1)
    hooks.deliver()
    first, second = receiver.received
    assert first.body == second.body
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.headers["webhook-signature"] != second.headers["webhook-signature"]
    assert hooks.deliveries(webhook_id)[0].attempt_count == 2


def test_a_replay_does_not_wait_for_a_webhook_that_failed(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    receiver.answers = [500]
    hooks.report()
    hooks.deliver()
    hooks.do(service.replay, hooks.deliveries(webhook_id)[0].id, by=SYSTEM)
    hooks.deliver()
    assert [it.state for it in hooks.deliveries(webhook_id)] == ["delivered"]


def test_a_webhook_that_is_off_is_sent_nothing_on_request(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    hooks.report()
    hooks.deliver()
    hooks.do(service.update_webhook, webhook_id, WebhookChanges(enabled=False), by=SYSTEM)
    with pytest.raises(Conflict, match="webhook_disabled"):
        hooks.do(service.replay, hooks.deliveries(webhook_id)[0].id, by=SYSTEM)
    with pytest.raises(Conflict, match="webhook_disabled"):
        hooks.do(service.ping, hooks.encode, webhook_id, by=SYSTEM)


def test_both_secrets_sign_for_a_day(hooks: Hooks, receiver: Receiver) -> None:
    created = hooks.create(receiver.url)
    rotated = hooks.do(service.rotate_secret, created.webhook.id, by=SYSTEM)
    assert rotated.previous_expires_at == hooks.now + timedelta(days=1)
    for _ in range(2):
        hooks.do(service.ping, hooks.encode, created.webhook.id, by=SYSTEM)
        hooks.deliver()
        hooks.pass_time(days=1)
    for received, secrets in zip(receiver.received, [(rotated.secret, created.secret), (rotated.secret,)], strict=True):
        timestamp = int(received.headers["webhook-timestamp"])
        expected = signature(secrets, received.headers["webhook-id"], timestamp, received.body)
        assert received.headers["webhook-signature"] == expected


def test_a_slow_receiver_keeps_no_others(hooks: Hooks, receiver: Receiver) -> None:
    release = threading.Event()
    receiver.then = hold(release)
    slow = hooks.create(receiver.url).webhook.id
    with receiving() as quick:
        hooks.create(quick.url)
        hooks.report(20)
        with hooks.deliverer() as deliverer:
            while len(quick.received) < 20:
                assert hooks.tick(deliverer) > 0
            assert len(receiver.received) == 1
            release.set()
    hooks.deliver()
    assert [it.state for it in hooks.deliveries(slow)] == ["delivered"] * 20
    assert len(receiver.received) == 20


def test_what_breaks_the_contract_is_not_sent(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    hooks.check = lambda _: [Finding("/kind", "the value is wrong", "enum")]
    hooks.report()
    hooks.deliver()
    assert (receiver.received, hooks.deliveries(webhook_id)[0].error_code) == ([], "message_invalid")


def test_an_address_that_is_not_allowed_is_asked_nothing(hooks: Hooks, receiver: Receiver) -> None:
    hooks.settings = type(hooks.settings)()
    webhook_id = hooks.create(receiver.url).webhook.id
    hooks.report()
    hooks.deliver()
    assert (receiver.received, hooks.deliveries(webhook_id)[0].error_code) == ([], "address_not_allowed")


def test_a_sender_that_dies_is_followed_by_another_after_its_lease(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    hooks.report(2)
    with hooks.deliverer() as deliverer:
        deliverer._tell()
    claimed = hooks.do(delivery.claim)
    assert claimed.webhook_id == webhook_id
    hooks.deliver()
    assert receiver.received == []
    hooks.pass_time(seconds=delivery.LEASE.total_seconds() + 1)
    hooks.deliver()
    assert len(receiver.received) == 2
    assert [it.state for it in hooks.deliveries(webhook_id)] == ["delivered"] * 2


def test_a_webhook_that_is_deleted_meanwhile_is_forgotten(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    release = threading.Event()
    receiver.then = hold(release)
    hooks.report()
    with hooks.deliverer() as deliverer:
        hooks.tick(deliverer)
        hooks.do(service.delete_webhook, webhook_id, by=SYSTEM)
        release.set()
    with pytest.raises(NotFound):
        hooks.webhook(webhook_id)


def test_several_deliverers_send_each_message_once(hooks: Hooks, receiver: Receiver, database: Database) -> None:
    webhook_ids = [hooks.create(receiver.url).webhook.id for _ in range(3)]
    hooks.report(25)
    others = [Hooks(database) for _ in range(3)]
    for other in others:
        other.now = hooks.now
    threads = [threading.Thread(target=other.deliver) for other in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    hooks.deliver()
    assert len(receiver.received) == 75
    for webhook_id in webhook_ids:
        assert [it.attempt_count for it in hooks.deliveries(webhook_id)] == [1] * 25


def test_finished_deliveries_are_kept_for_thirty_days(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    hooks.report()
    hooks.deliver()
    receiver.then = 500
    hooks.report()
    hooks.deliver()
    hooks.pass_time(days=30)
    hooks.do(service.delete_old_deliveries)
    assert [it.state for it in hooks.deliveries(webhook_id)] == ["delivered", "waiting"]
    hooks.pass_time(seconds=1)
    hooks.do(service.delete_old_deliveries)
    assert [it.state for it in hooks.deliveries(webhook_id)] == ["waiting"]
