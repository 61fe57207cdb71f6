"""The messages of webhooks as the contract describes them, and the proof of each before it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from generated import models
from platemark.errors import Finding
from platemark.http.findings import find_faults
from platemark.http.schemas import Schemas
from platemark.webhooks.views import Message


class MessageCheck:
    """Says what is wrong with the body of a message by ``contract``, the OpenAPI document."""

    def __init__(self, contract: Mapping[str, Any]) -> None:
        self._schemas = Schemas(contract)
        self._schema = self._schemas.compile({"$ref": "#/components/schemas/WebhookMessage"})

    def __call__(self, body: str) -> Sequence[Finding]:
        """The first faults; empty if there are none."""
        return find_faults(self._schemas, self._schema, msgspec.json.decode(body), "")


def encode_message(message_id: UUID, message: Message) -> str:
    """The body of a message."""
    return msgspec.json.encode(CONVERTERS[message.kind](message_id, message)).decode()


def _job_finished(id_: UUID, message: Message) -> models.JobFinishedMessage:
    facts = message.facts
    return models.JobFinishedMessage(
        id=id_,
        at=message.at,
        job_id=facts["job_id"],
        job_kind=models.JobKind(facts["job_kind"]),
        state=models.WebhookEndState(facts["state"]),
        set_run_id=facts["set_run_id"],
        error_code=facts["error_code"],
    )


def _set_run_finished(id_: UUID, message: Message) -> models.SetRunFinishedMessage:
    facts = message.facts
    return models.SetRunFinishedMessage(
        id=id_,
        at=message.at,
        set_run_id=facts["set_run_id"],
        album_id=facts["album_id"],
        state=models.WebhookEndState(facts["state"]),
    )


def _training_run_finished(id_: UUID, message: Message) -> models.TrainingRunFinishedMessage:
    facts = message.facts
    return models.TrainingRunFinishedMessage(
        id=id_,
        at=message.at,
        training_run_id=facts["training_run_id"],
        job_id=facts["job_id"],
        state=models.WebhookEndState(facts["state"]),
        error_code=facts["error_code"],
    )


def _import_finished(id_: UUID, message: Message) -> models.ImportFinishedMessage:
    facts = message.facts
    return models.ImportFinishedMessage(
        id=id_,
        at=message.at,
        import_id=facts["import_id"],
        phase=models.ImportPhase(facts["phase"]),
        state=models.WebhookImportState(facts["state"]),
    )


def _bug_report_created(id_: UUID, message: Message) -> models.BugReportCreatedMessage:
    return models.BugReportCreatedMessage(id=id_, at=message.at, bug_report_id=message.facts["bug_report_id"])


def _ping(id_: UUID, message: Message) -> models.WebhookPingMessage:
    return models.WebhookPingMessage(id=id_, at=message.at, webhook_id=message.facts["webhook_id"])


CONVERTERS: Mapping[str, Callable[[UUID, Message], models.WebhookMessage]] = {
    "job.finished": _job_finished,
    "set_run.finished": _set_run_finished,
    "training_run.finished": _training_run_finished,
    "import.finished": _import_finished,
    "bug_report.created": _bug_report_created,
    "webhook.ping": _ping,
}
