"""Each field of a model shows the field of its view: for the answers that no stored row determines.

A view is built from its type, with a value in each field that no other field has, and compared with the model that the
wire function makes of it.
"""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from collections import abc
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from generated import models, paths
from handlers.wire import albums, bug_reports, events, images, imports, jobs, set_templates, system, training
from platemark.adapters.pinned import AdapterChoice
from platemark.albums.views import AddedImages, LabelStats
from platemark.bug_reports.views import Purge, Receipt
from platemark.db.tables.jobs import STATES
from platemark.db.time_spans import TimeSpan
from platemark.events.queries import Event
from platemark.images.views import BulkUpdate, ImageFilter, Mark, TrashPurge
from platemark.imports.views import SourceView, UndoDryRun
from platemark.jobs.reproduction import Reproduction
from platemark.jobs.views import JobCancellation, JobReceipt
from platemark.set_runs.views import SetPreviewView
from platemark.system.health import Health
from platemark.system.models import ModelView
from platemark.system.server_info import ServerInfo
from platemark.system.stats import Stats
from platemark.training.run_folders import LogPart
from platemark.training.views import Metrics, TrainingCheck
from tests.serving import bundle_at

Convert = abc.Callable[[Any], Any]

# The wire function, and the type of its view.
FUNCTIONS: list[tuple[Convert, Any]] = [
    (system.server, ServerInfo),
    (system.health, Health),
    (system.stats, Stats),
    (training.training_check, TrainingCheck),
    (training.training_log, LogPart),
    (training.training_metrics, Metrics),
    (albums.album_images_change, AddedImages),
    (albums.label_stats, LabelStats),
    (bug_reports.bug_report_receipt, Receipt),
    (bug_reports.bug_report_purge, Purge),
    (set_templates.set_preview, SetPreviewView),
    (imports.undo_survey, UndoDryRun),
    (imports.import_sources, abc.Sequence[SourceView]),
    (jobs.queue_job, JobReceipt),
    (jobs.job_cancellation, JobCancellation),
    (images.reproduction, Reproduction),
    (images.trash_purge, TrashPurge),
    (images.bulk_result, BulkUpdate),
    (images.mark, Mark),
    (system.engine_model, ModelView),
]

# What is not the field of the same name.
DERIVED: dict[str, Convert] = {
    "QueueJob.links": lambda view: {"self": paths.job(view.id), "cancel": paths.job_cancel(view.id)},
    "EngineInfo.training_parameters": lambda view: view.parameters,
    "BugReportPurge.items": lambda view: view.oldest,
    "TrashPurge.items": lambda view: view.images,
    "TrashPurge.purged_count": lambda view: len(view.images),
    "LabelCount.count": lambda view: view.image_count,
    "ImportUndoSurvey.dry_run": lambda _: True,
    "PreviewPrompt.position": lambda pair: pair[0],
    "PreviewPrompt.prompt": lambda pair: pair[1],
    "EngineCapabilities.kinds": lambda view: sorted(view.kinds),
    "EngineCapabilities.adapter_formats": lambda view: sorted(view.adapter_formats),
    "ImportSources.items": lambda views: views,
    "EngineModel.name": lambda view: view.model.name,
    "EngineModel.digest": lambda view: view.model.digest,
    "EngineModel.base": lambda view: view.model.base,
    "EngineModel.size_bytes": lambda view: view.model.size_bytes,
}
# The texts of an enum, by the name of a view's field that holds one as plain text.
WORDS = {
    "status": "down",
    "PurgedReport.status": "dismissed",
    "KeptImage.reason": "training_run",
    "kind": "caption",
    "state": "failed",
    "outcome": "changed",
}
KEYS = {"albums": ("private", "shared", "public"), "images": ("generated", "uploaded", "imported"), "jobs": STATES}


class Values:
    """Makes instances of types; no two values are the same, except flags, which are alternately false and true."""

    def __init__(self, *, flag: bool) -> None:
        self.serial, self.flag = 0, flag

    def make(self, kind: Any, name: str = "") -> Any:
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        self.serial += 1
        if origin in (typing.Union, types.UnionType):
            return self.make(arguments[0], name)
        if origin is typing.Literal:
            return WORDS.get(name, arguments[-1]) if WORDS.get(name) in arguments else arguments[-1]
        if origin in (abc.Mapping, dict):
            return {key: self.make(arguments[1], name) for key in KEYS.get(name, ("one", "two"))}
        if origin is tuple and arguments[-1] is not ...:
            return tuple(self.make(argument, name) for argument in arguments)
        if origin in (abc.Sequence, list, tuple, frozenset):
            items = [self.make(arguments[0], name) for _ in range(1 if origin is frozenset else 2)]
            return frozenset(items) if origin is frozenset else items
        if dataclasses.is_dataclass(kind) or hasattr(kind, "_fields"):
            hints = typing.get_type_hints(kind)
            names = getattr(kind, "_fields", None) or [each.name for each in dataclasses.fields(kind)]
            return kind(**{each: self.make(hints[each], self.field(kind, each)) for each in names})
        return self.scalar(kind, name)

    @staticmethod
    def field(owner: type[Any], name: str) -> str:
        qualified = f"{owner.__name__}.{name}"
        return qualified if qualified in WORDS else name

    def scalar(self, kind: Any, name: str) -> Any:
        if kind is bool:
            self.flag = not self.flag
            return self.flag
        scalars: dict[Any, Any] = {
            str: WORDS.get(name, f"{name}_{self.serial}"),
            int: self.serial,
            float: self.serial / 8,
            UUID: UUID(int=self.serial),
            datetime: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=self.serial),
        }
        return scalars[kind]


def assert_shows(model: Any, view: Any, place: str) -> None:
    """Assert that ``model`` is ``view``, field by field."""
    if isinstance(model, msgspec.Struct) and not isinstance(view, dict):
        for name in model.__struct_fields__:
            derived = DERIVED.get(f"{type(model).__name__}.{name}")
            value = getattr(view, name) if derived is None else derived(view)
            assert_shows(getattr(model, name), value, f"{place}.{name}")
    elif isinstance(model, list):
        assert len(model) == len(view), place
        for number, (item, shown) in enumerate(zip(model, view, strict=True)):
            assert_shows(item, shown, f"{place}.{number}")
    else:
        plain = model.value if isinstance(model, enum.Enum) else model
        assert (msgspec.to_builtins(plain) if isinstance(view, dict) else plain) == view, place


@pytest.mark.parametrize("flag", [False, True])
@pytest.mark.parametrize(("convert", "view_type"), FUNCTIONS, ids=lambda each: getattr(each, "__name__", ""))
def test_each_field_of_a_model_shows_the_field_of_its_view(convert: Convert, view_type: Any, *, flag: bool) -> None:
    view = Values(flag=flag).make(view_type)
    assert_shows(convert(view), view, convert.__name__)


# The fields of an event that are not its data: its subject has the name of the thing.
SUBJECTS = {
    "job_id",
    "album_id",
    "image_id",
    "adapter_id",
    "import_id",
    "training_run_id",
    "user_id",
    "bug_report_id",
    "webhook_id",
}
# How the data of an event calls a field, and the texts of its enums.
STORED_AS = {"error_code": "error"}
STORED_WORDS = {"phase": "undo", "state": "failed"}


@pytest.mark.parametrize("kind", events.CONVERTERS)
def test_each_field_of_an_event_shows_its_subject_or_its_data(kind: str) -> None:
    subject, at = UUID(int=7), datetime(2026, 1, 2, tzinfo=UTC)
    names = event_model(kind).__struct_fields__
    data = {name: stored_value(name, number) for number, name in enumerate(sorted({*names} - {"id", "at"}), 11)}
    stored = {STORED_AS.get(name, name): value for name, value in data.items()}
    event = msgspec.to_builtins(events.studio_event(Event(3, kind, subject, at, stored)))
    expected = {"kind": kind, "id": 3, "at": "2026-01-02T00:00:00Z", **data}
    own = event_subject(kind, names)
    assert event == (expected | {own: str(subject)} if own else expected)


def event_model(kind: str) -> type[msgspec.Struct]:
    reference = bundle_at("/components/schemas/StudioEvent")["discriminator"]["mapping"][kind]
    model: type[msgspec.Struct] = getattr(models, reference.rpartition("/")[2])
    return model


def event_subject(kind: str, names: abc.Iterable[str]) -> str | None:
    """The field with the id of the thing that the event is about; None if it is about the whole studio."""
    named = f"{kind.partition('.')[0]}_id"
    return named if named in SUBJECTS.intersection(names) else None


def stored_value(name: str, number: int) -> Any:
    """A value for the data of an event."""
    if name.endswith("_id"):
        return str(UUID(int=number))
    return STORED_WORDS.get(name, f"code_{number}" if name.endswith("_code") else number)


def test_each_filter_of_a_bulk_change_is_passed_on() -> None:
    """The tests of bulk changes select by some of them."""
    after, before = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 3, tzinfo=UTC)
    filters = models.ImageBulkFilter(
        album_id=UUID(int=7), label="a label", q="a word", nsfw=True, visibility=[models.Visibility("shared")],
        source=[models.ImageSource("imported")], trashed=True, rating_min=4, starred=True, engine="press",
        model="ink", adapter_id=UUID(int=8), seed=9, orientation=models.ImageOrientation("square"), side_min=512,
        created_after=after, created_before=before,
    )  # fmt: skip
    body = models.ImageBulkUpdate(filter=filters, changes=models.ImageBulkChanges(nsfw=False))
    assert images.bulk_selection(body) == ImageFilter(
        album_id=UUID(int=7), label="a label", q="a word", nsfw=True, visibility=["shared"], source=["imported"],
        trashed=True, rating_min=4, starred=True, engine="press", model="ink", adapter_id=UUID(int=8), seed=9,
        orientation="square", side_min=512, created=TimeSpan(after, before),
    )  # fmt: skip
    named = {*models.ImageBulkFilter.__struct_fields__} - {"created_after", "created_before"}
    assert named | {"created", "oldest_first"} == {field.name for field in dataclasses.fields(ImageFilter)}


def test_the_base_model_of_a_training_run_is_passed_on() -> None:
    """No engine of the tests' studio has base models, so that no run shows one."""
    body = models.TrainingRunCreate(name="Winter", album_ids=[UUID(int=1)], base="a base")
    assert training.new_training_run(body).base == "a base"


def test_each_override_of_a_preview_is_passed_on() -> None:
    """A preview is not stored, so that nothing shows its overrides."""
    kind: Any = models.SetPreviewOverrides
    given = {name: f"a {name}" for name in kind.__struct_fields__ if name != "adapters"}
    use = models.AdapterUse(adapter_id=UUID(int=1), weight=0.5)
    overrides = kind(**given, adapters=[use])
    request = set_templates.preview_request(models.SetPreviewRequest(theme="noon", overrides=overrides, limit=7))
    assert (request.theme, request.limit) == ("noon", 7)
    assert {name: getattr(request.overrides, name) for name in given} == given
    assert request.adapters == (AdapterChoice(UUID(int=1), 0.5),)
