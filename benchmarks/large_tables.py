"""The rows of a large studio that are about sets, training, bug reports and imports, and the order of all tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from benchmarks.large_rows import (
    RARE_WORD,
    RUN_JOBS,
    TEMPLATE_ROWS,
    VISIBILITIES,
    WORDS,
    Row,
    Rows,
    pick,
    text_digest,
)
from platemark.choices import BUG_REPORT_STATUSES, IMPORT_OUTCOMES, WEBHOOK_KINDS

TRAINING_STEPS = 40
PRESS_FORMAT = "style_plate"
REPORT_CONTENT: dict[str, Any] = {
    "steps_to_reproduce": ["Open the album."], "environment": None, "client_meta": None, "app_state": None,
    "recent_logs": [], "network_events": [],
}  # fmt: skip

GRID: dict[str, Any] = {
    "axes": [
        {"kind": "seed", "subject": "", "values": [1, 2]},
        {"kind": "word", "subject": "theme", "values": ["winter", "autumn"]},
    ],
    "row": 0,
}


class AllRows(Rows):
    """The rows of every table."""

    def set_templates(self) -> Iterator[Row]:
        """Templates with one version each; one of twenty is archived."""
        series = self.series["templates"]
        for number in range(series.count):
            at = series.at(number)
            yield {
                "id": series.id(number), "slug": None, "name": f"Set {number} {self._rare(number, 1000)}",
                "description": "Cards.", "visibility": pick(VISIBILITIES, number, 5), "version": 1,
                "archived_at": at if number % 20 == 11 else None, "created_by": self.owner(number), "created_at": at,
                "updated_at": at,
            }  # fmt: skip

    def set_template_versions(self) -> Iterator[Row]:
        """Version 1 of each template."""
        series = self.series["templates"]
        for number in range(series.count):
            yield {
                "set_template_id": series.id(number), "version": 1, "base_prompt": "a card", "example_theme": "winter",
                "prompt_template": "{rank} of {suit}", "style_suffix": "woodcut", "negative_prompt": "", "width": 512,
                "height": 512, "steps": 20, "guidance_scale": 7.5, "engine": None, "model": None, "adapters": None,
                "columns": ["suit", "rank"], "row_count": TEMPLATE_ROWS,
                "created_by": self.owner(number), "created_at": series.at(number),
            }  # fmt: skip

    def set_template_rows(self) -> Iterator[Row]:
        """The rows of each version."""
        series = self.series["templates"]
        for number in range(series.count):
            for position in range(TEMPLATE_ROWS):
                yield {
                    "set_template_id": series.id(number), "version": 1, "position": position,
                    "values": {"suit": "hearts", "rank": str(position + 1)},
                }  # fmt: skip

    def set_runs(self) -> Iterator[Row]:
        """Runs, each with an album and four jobs."""
        series, templates, albums = self.series["runs"], self.series["templates"], self.series["albums"]
        for number in range(series.count):
            yield {
                "id": series.id(number), "set_template_id": templates.id(number % templates.count),
                "set_template_version": 1, "album_id": albums.id(number), "theme": "winter", "seed": number,
                "engine": "press", "model": None, "adapters": [], "overrides": {}, "grid": None if number % 2 else GRID,
                "row_count": TEMPLATE_ROWS, "reused_count": 0, "cancel_requested_at": None,
                "created_by": self.owner(number), "created_at": series.at(number),
            }  # fmt: skip

    def set_run_cells(self) -> Iterator[Row]:
        """The four cells of each run that is a grid."""
        runs, jobs = self.series["runs"], self.series["jobs"]
        for number in range(0, runs.count, 2):
            for position in range(RUN_JOBS):
                place = 3 * (RUN_JOBS * number + position)
                yield {
                    "set_run_id": runs.id(number), "position": position, "digest": text_digest("cell", place),
                    "job_id": jobs.id(place),
                }  # fmt: skip

    def training_runs(self) -> Iterator[Row]:
        """Runs, each with a job."""
        series, images = self.series["training"], self.series["images"]
        for number in range(series.count):
            at, album_id = series.at(number), str(self.series["albums"].id(number % self.album_count))
            dataset = [{
                "image_id": str(images.id(number % images.count)), "digest": text_digest("image", number),
                "caption": "a fox", "held_out": False,
            }]  # fmt: skip
            yield {
                "id": series.id(number), "job_id": self.training_of_job(number), "name": f"Run {number}",
                "description": "", "engine": "press", "base": None, "album_ids": [album_id],
                "parameters": {"steps": TRAINING_STEPS},
                "seed": number, "dataset": dataset, "dataset_digest": text_digest("dataset", number), "image_count": 1,
                "captioned_count": 1, "held_out_count": 0, "step": TRAINING_STEPS, "steps": TRAINING_STEPS,
                "train_loss": 0.1, "best_train_loss": 0.1, "held_out_loss": 0.2, "first_held_out_loss": 0.5,
                "best_held_out_loss": 0.2, "steps_per_second": 3.0, "checkpoint_step": TRAINING_STEPS,
                "checkpoint_at": at, "created_by": self.owner(number), "created_at": at, "updated_at": at,
            }  # fmt: skip

    def training_images(self) -> Iterator[Row]:
        """The one image of each run's dataset."""
        series, images = self.series["training"], self.series["images"]
        for number in range(series.count):
            yield {"training_run_id": series.id(number), "image_id": images.id(number % images.count)}

    def renditions(self) -> Iterator[Row]:
        """That of 640 of each image, and that of 1280 of every tenth."""
        series = self.series["images"]
        for number in range(series.count):
            for side in (640, 1280) if number % 10 == 0 else (640,):
                yield {"image_id": series.id(number), "side": side, "digest": text_digest(f"at {side}", number)}

    def training_metrics(self) -> Iterator[Row]:
        """Two losses of every tenth step."""
        series = self.series["training"]
        for number in range(series.count):
            for step in range(10, TRAINING_STEPS + 1, 10):
                for name in ("held_out_loss", "train_loss"):
                    yield {"training_run_id": series.id(number), "step": step, "name": name, "value": 1 / step}

    def training_samples(self) -> Iterator[Row]:
        """Two samples of each run."""
        series = self.series["training"]
        for number in range(series.count):
            for step in (TRAINING_STEPS // 2, TRAINING_STEPS):
                yield {
                    "training_run_id": series.id(number), "step": step, "digest": text_digest(f"step {step}", number),
                    "size_bytes": 9000, "width": 128, "height": 128, "created_at": series.at(number),
                }  # fmt: skip

    def adapters(self) -> Iterator[Row]:
        """Adapters of two formats, one of which is rare; some were trained here."""
        series, runs = self.series["adapters"], self.series["training"]
        for number in range(series.count):
            at, trained = series.at(number), number < runs.count and number % 2 == 0
            yield {
                "id": series.id(number), "name": f"Plate {number} {self._rare(number, 1000)}", "description": "",
                "format": "lora" if number % 500 == 123 else PRESS_FORMAT, "engine": "press", "base": None,
                "digest": text_digest("adapter", number), "size_bytes": 40_000, "default_weight": 1.0,
                "trigger_words": [], "preview_digest": None,
                "visibility": "private" if number % 10 == 7 else "shared",
                "source": "trained" if trained else "registered",
                "training_run_id": runs.id(number) if trained else None, "dataset_digest": None, "metrics": {},
                "created_by": self.owner(number), "created_at": at, "updated_at": at, "version": 1,
            }  # fmt: skip

    def bug_reports(self) -> Iterator[Row]:
        """Reports of the last weeks; one of five is a duplicate of the one before. Most are resolved."""
        series = self.series["reports"]
        for number in range(series.count):
            duplicate, at = number % 5 == 4, self._reported_at(number)
            first = number - 1 if duplicate else number
            yield {
                "id": series.id(number), "description": f"Plate {self._rare(number, 1000)} stays empty, {number}",
                "status": BUG_REPORT_STATUSES[0 if number % 200 == 9 else 2 + number % 2], "expected_behavior": None,
                "actual_behavior": None, "notes": "", "commit": None, "trace_id": f"{number:032x}",
                "fingerprint": text_digest("report", first), "duplicate_of": series.id(first) if duplicate else None,
                "screenshot_digest": None, "redactions": [], "redaction_count": 0, "legacy_id": None,
                "created_by": self.owner(number), "created_at": at, "updated_at": at, "version": 1,
                "content": REPORT_CONTENT,
            }  # fmt: skip

    def _reported_at(self, number: int) -> Any:
        """Within the retention of thirty days."""
        count = self.series["reports"].count
        return self.now - timedelta(days=25) * ((count - number) / count)

    def bug_report_changes(self) -> Iterator[Row]:
        """A change of each report."""
        series, reports = self.series["changes"], self.series["reports"]
        for number in range(series.count):
            yield {
                "id": series.id(number), "bug_report_id": reports.id(number % reports.count),
                "changes": [{"field": "status", "before": "open", "after": "resolved"}],
                "created_by": self.owner(number), "created_at": series.at(number),
            }  # fmt: skip

    def bug_report_purges(self) -> Iterator[Row]:
        """One purge a day."""
        series = self.series["purges"]
        for number in range(series.count):
            at = series.at(number)
            yield {"id": series.id(number), "before": at, "older_than_days": 30, "count": 7, "created_at": at}

    def imports(self) -> Iterator[Row]:
        """Imports that were applied, a few that failed, and one of a large folder, the newest."""
        series = self.series["imports"]
        for number in range(series.count):
            at, failed = series.at(number), number % 100 == 41
            yield {
                "id": series.id(number), "kind": "sets" if number % 50 == 21 else "media", "source": f"folder {number}",
                "folder": f"/srv/folder {number}", "visibility": "private", "albums": "known", "phase": "apply",
                "state": "failed" if failed else "applied", "digest": text_digest("plan", number), "total": 3,
                "done": 3, "counts": {"new": 3}, "reasons": [], "results": {"applied": 3}, "discrepancies": [],
                "source_checked": None, "error_code": "folder_gone" if failed else None,
                "error_message": "The folder is gone." if failed else None, "owner": None, "token": 2,
                "lease_until": None, "cancel_requested_at": None, "trace_id": None, "created_by": self.owner(number),
                "created_at": at, "updated_at": at, "started_at": at, "finished_at": at, "planned_at": at,
                "applied_at": at, "verified_at": None, "undone_at": None,
            }  # fmt: skip

    @property
    def large_import_id(self) -> UUID:
        """The import with the most items."""
        return self.series["imports"].id(self.series["imports"].count - 1)

    def import_items(self) -> Iterator[Row]:
        """Three items of each import, a tenth as many as there are images of the large one."""
        series, images = self.series["imports"], self.series["images"]
        large = max(2 * self.size.floor, self.size.images // 10)
        for number in range(series.count):
            for position in range(large if number == series.count - 1 else 3):
                rare = position % 1000 == 501
                yield {
                    "import_id": series.id(number), "position": position, "key": f"plates/{position:06}.png",
                    "outcome": IMPORT_OUTCOMES[3] if rare else IMPORT_OUTCOMES[0], "reason": None, "message": "",
                    "state": "applied", "digest": text_digest("item", position), "payload": {},
                    "target_id": images.id(position % images.count), "made": None, "thing_kind": "image",
                    "thing_id": images.id(position % images.count), "new_blobs": [],
                    "discrepancy": "altered" if rare else None, "discrepancy_message": "",
                }  # fmt: skip

    def webhooks(self) -> Iterator[Row]:
        """Webhooks, one of ten off, one of seven failing; they were told of everything."""
        series = self.series["webhooks"]
        for number in range(series.count):
            at, off, failing = series.at(number), number % 10 == 3, number % 7 == 2
            yield {
                "id": series.id(number), "url": f"https://hooks.example.com/{number}", "kinds": list(WEBHOOK_KINDS),
                "description": "", "enabled": not off, "disabled_reason": "unreachable" if off else None,
                "secret": f"whsec_{text_digest('secret', number)[:44]}", "previous_secret": None,
                "previous_secret_expires_at": None, "last_event_id": 2**53, "failures": int(failing),
                "failing_since": at if failing else None, "retry_at": at if failing else None, "lease_until": None,
                "last_delivered_at": at, "created_by": self.owner(number), "created_at": at, "updated_at": at,
                "version": 1,
            }  # fmt: skip

    def webhook_deliveries(self) -> Iterator[Row]:
        """Messages of all webhooks: one of fifty was given up, one of a hundred waits."""
        series, webhooks = self.series["deliveries"], self.series["webhooks"]
        for number in range(series.count):
            at, waits, webhook_id = series.at(number), number % 100 == 17, webhooks.id(number % webhooks.count)
            ping = {"kind": "webhook.ping", "at": at.isoformat(), "webhook_id": str(webhook_id)}
            state = "waiting" if waits else "failed" if number % 50 == 3 else "delivered"
            yield {
                "id": series.id(number), "webhook_id": webhook_id, "kind": "webhook.ping",
                "occurrence": f"ping:{number}", "body": json.dumps(ping | {"id": str(series.id(number))}),
                "state": state, "attempt_count": 1, "failures": 0, "next_attempt_at": at if waits else None,
                "error_code": None, "attempts": [], "created_at": at, "finished_at": None if waits else self.now,
            }  # fmt: skip

    def workers(self) -> Iterator[Row]:
        """Three workers that are alive."""
        for number in range(3):
            yield {
                "id": f"worker-{number}", "host": "press.example", "pid": 100 + number, "device": "cpu",
                "engines": ["press"], "state": "idle", "job_id": None, "started_at": self.now,
                "heartbeat_at": self.now + timedelta(hours=1),
            }  # fmt: skip

    @staticmethod
    def _rare(number: int, every: int) -> str:
        return RARE_WORD if number % every == 7 else WORDS[number % len(WORDS)]
