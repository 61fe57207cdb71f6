"""Roles and ownership stand once: what the contract declares of an operation is what its service asks.

Each operation is called through its handler, without HTTP, with a valid body and on things that exist, in a transaction
that is rolled back. So nothing but the service itself can refuse.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
import sqlalchemy as sa

from generated.base import Operation, Upload
from generated.operations import OPERATIONS, CreateAdapterForm, CreateImageForm, ReplaceAdapterPreviewForm
from handlers import HANDLERS
from platemark.access import ANYONE, SYSTEM, Actor
from platemark.accounts import service as accounts
from platemark.db.tables import (
    AdapterRow,
    AlbumRow,
    ApiTokenRow,
    BugReportRow,
    ImageRow,
    ImportRow,
    JobRow,
    LabelRow,
    SetRunRow,
    SetTemplateRow,
    TrainingRunRow,
    UserRow,
    WebhookDeliveryRow,
    WebhookRow,
)
from platemark.errors import PlatemarkError
from platemark.http.context import Context
from platemark.studio import Studio
from tests.contract.distinct_rows import DistinctRows
from tests.populate import png, populate
from tests.serving import Live, bundle_at
from tests.unit.weights.weights_files import lora

EXAMPLES = Path("spec/examples")
BELOW = {"viewer": None, "editor": "viewer", "admin": "editor"}
REFUSED_BY_STATE = {
    "cancelImport": "import_not_busy",
    "changePassword": "session_required",
    "endOtherSessions": "session_required",
    "endSession": "session_required",
    "getContactSheet": "grid_not_found",
    "getJobPreview": "job_preview_not_found",
    "purgeImage": "image_not_trashed",
    "reproduceImage": "not_reproducible",
    "retrySetRun": "nothing_to_retry",
    "sampleTrainingRun": "training_run_not_running",
    "saveTrainingRun": "training_run_not_running",
}
"""Operations that the things of this studio do not allow, with the codes that say so to whoever may ask."""
SHOWS = {"updateAdapter", "updateAlbum", "updateImage", "updateSetTemplate"}
"""Operations that change, among others, the visibility."""
STREAM = "streamEvents"
"""The feed asks for its role: it has no service that the handler calls."""


@dataclass(frozen=True)
class Things:
    """A populated studio: a user who owns everything in it, the ids of path parameters, and changes of examples."""

    studio: Studio
    owner: UUID
    ids: dict[str, Any]
    ids_of: dict[str, dict[str, Any]]
    bodies: dict[str, dict[str, Any]]

    def call(self, operation: Operation, actor: Actor, **changes: Any) -> str:
        """The code with which ``actor`` is refused; empty if they are not."""
        arguments = self._arguments(operation, changes)
        with self.studio.work(write=True) as work:
            context = Context(work=work, actor=actor, studio=self.studio, client="192.0.2.1")
            try:
                getattr(HANDLERS[operation.tag], operation.function)(context, **arguments)
            except PlatemarkError as error:
                return error.code
        return ""

    def _arguments(self, operation: Operation, changes: dict[str, Any]) -> dict[str, Any]:
        ids = self.ids | self.ids_of.get(operation.id, {})
        arguments = {
            param.python_name: ids[param.name] if param.location == "path" else param.default
            for param in operation.params
            if not param.server_side
        }
        if operation.negotiates:
            arguments["accept"] = operation.response_media[0]
        if operation.bodies:
            arguments["body"] = self._body(operation, changes)
        return arguments

    def _body(self, operation: Operation, changes: dict[str, Any]) -> Any:
        if operation.id == "createImage":
            return CreateImageForm(file=Upload("x.png", "image/png", io.BytesIO(png((1, 2, 3)))))
        if operation.id == "replaceAdapterPreview":
            return ReplaceAdapterPreviewForm(file=Upload("x.png", "image/png", io.BytesIO(png((1, 2, 3)))))
        if operation.id == "createAdapter":
            return CreateAdapterForm(file=Upload("x.safetensors", "application/octet-stream", io.BytesIO(lora())))
        example = json.loads((EXAMPLES / f"{operation.id}.request.json").read_text())
        kind = next(kind for media, kind in operation.bodies.items() if "json" in media)
        body = example | self.bodies.get(operation.id, {}) | changes
        return msgspec.convert({name: value for name, value in body.items() if value is not None}, kind)


@pytest.fixture
def things(live: Live) -> Things:
    populate(live)
    with live.studio.work(write=True) as work:
        for table in (AdapterRow, AlbumRow, ImageRow, SetTemplateRow):
            work.session.execute(sa.update(table).values(visibility="public"))

        def one(column: Any, *where: Any) -> Any:
            return work.session.scalars(sa.select(column).where(*where).order_by(column)).first()

        owner = one(AlbumRow.created_by, AlbumRow.source == "manual")
        work.session.execute(sa.update(AdapterRow).values(created_by=owner))
        image, before = work.session.scalars(sa.select(ImageRow.id).where(ImageRow.source == "uploaded").limit(2))
        album = one(AlbumRow.id, AlbumRow.source == "manual")
        cancelled = one(JobRow.id, JobRow.state == "cancelled", JobRow.kind == "train")
        stopped = one(TrainingRunRow.id, TrainingRunRow.job_id == cancelled)
        plans = sa.select(ImportRow.id, ImportRow.digest).where(ImportRow.phase == "plan")
        planned = work.session.execute(plans).first()
        assert planned is not None
        ids = {
            "album_id": album,
            "image_id": image,
            "label_id": one(LabelRow.id),
            "set_template_id": one(SetTemplateRow.id, SetTemplateRow.created_by == owner),
            "set_run_id": one(SetRunRow.id),
            "job_id": one(JobRow.id, JobRow.state == "queued", JobRow.kind == "generate"),
            "token_id": one(ApiTokenRow.id, ApiTokenRow.role == "viewer", ApiTokenRow.user_id == owner),
            "user_id": one(UserRow.id, UserRow.name == "reader"),
            "training_run_id": stopped,
            "step": 20,
            "adapter_id": one(AdapterRow.id),
            "bug_report_id": one(BugReportRow.id),
            "import_id": one(ImportRow.id, ImportRow.phase == "apply"),
            "webhook_id": one(WebhookRow.id),
            "delivery_id": one(WebhookDeliveryRow.id),
        }
        ids_of = {
            "retryJob": {"job_id": one(JobRow.id, JobRow.state == "cancelled", JobRow.kind == "generate")},
            "cancelTrainingRun": {"training_run_id": one(TrainingRunRow.id, TrainingRunRow.id != stopped)},
            "applyImport": {"import_id": planned.id},
        }
        link = accounts.create_sign_in_link(work, owner, lifetime=timedelta(hours=1), by=SYSTEM).secret
        work.commit()
    session = DistinctRows(live.studio.database, full=False).add("sessions", user_id=owner, started_with="link")
    ids_of["endSession"] = {"session_id": session["id"]}
    ids_of["getUser"] = {"user_id": owner}
    bodies: dict[str, dict[str, Any]] = {
        "signIn": {"method": "link", "token": link, "name": None, "password": None},
        "updateSettings": {"engine": "press", "model": None},
        "createJob": {"album_id": str(album)},
        "createTrainingRun": {"album_ids": [str(album)]},
        "checkTraining": {"album_ids": [str(album)]},
        "createImport": {"source": next(iter(live.studio.settings.import_folders))},
        "applyImport": {"digest": planned.digest},
        "bulkUpdateImages": {
            "ids": [str(image)],
            "changes": {"nsfw": True, "add_to_album": str(album)},
        },
        "addAlbumImages": {"image_ids": [str(image)]},
        "moveAlbumImages": {"image_ids": [str(image)], "before_image_id": str(before)},
        "updateAlbum": {"cover_image_id": str(image)},
    }
    return Things(live.studio, owner, ids, ids_of, bodies)


def caller(role: str | None, user_id: UUID) -> Actor:
    return ANYONE if role is None else Actor(user_id, "ada", role, "token")  # type: ignore[arg-type]


def test_the_service_of_each_operation_asks_for_the_role_that_the_contract_declares(things: Things) -> None:
    for operation in OPERATIONS.values():
        if operation.minimum_role != "public" and operation.id != STREAM:
            below = BELOW[operation.minimum_role]
            expected = "role_too_low" if below else "credentials_missing"
            assert things.call(operation, caller(below, things.owner)) == expected, f"{below} called {operation.id}"
        role = None if operation.minimum_role == "public" else operation.minimum_role
        expected = REFUSED_BY_STATE.get(operation.id, "")
        assert things.call(operation, caller(role, things.owner)) == expected, f"{role} called {operation.id}"


def test_exactly_the_operations_that_declare_it_are_for_the_owner_and_admins(things: Things) -> None:
    for operation in OPERATIONS.values():
        if operation.minimum_role in ("viewer", "editor"):
            code = things.call(operation, caller(operation.minimum_role, things.ids["user_id"]))
            declared = bool(node_of(operation).get("x-owner-or-admin"))
            assert (code == "not_the_owner") is declared, f"another user called {operation.id}: {code}"


@pytest.mark.parametrize("visibility", ["shared", "private"])
def test_only_the_owner_and_admins_change_who_sees_a_thing(things: Things, visibility: str) -> None:
    for operation_id in SHOWS:
        operation = OPERATIONS[operation_id]
        other = caller("editor", things.ids["user_id"])
        assert things.call(operation, other) == "", "others edit what they see"
        assert things.call(operation, other, visibility=visibility) == "not_the_owner"
        for by in (caller("editor", things.owner), caller("admin", things.ids["user_id"])):
            assert things.call(operation, by, visibility=visibility) == ""


def test_operations_with_an_owner_declare_that_others_are_refused() -> None:
    declaring = {operation.id for operation in OPERATIONS.values() if "not_the_owner" in codes_of_403(operation)}
    for_owner = {operation.id for operation in OPERATIONS.values() if node_of(operation).get("x-owner-or-admin")}
    assert declaring == for_owner | SHOWS


def node_of(operation: Operation) -> dict[str, Any]:
    path = operation.path.replace("~", "~0").replace("/", "~1")
    node: dict[str, Any] = bundle_at(f"/paths/{path}/{operation.method.lower()}")
    return node


def codes_of_403(operation: Operation) -> set[str]:
    response = node_of(operation)["responses"].get("403", {})
    if "$ref" in response:
        response = bundle_at(response["$ref"].removeprefix("#"))
    return set(response.get("content", {}).get("application/problem+json", {}).get("examples", {}))
