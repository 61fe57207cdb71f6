# Generated from spec/ by `python -m codegen`. DO NOT EDIT.
"""The paths of the contract, one function each; texts in them are percent-encoded."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from msgspec import to_builtins  # of an id, its text: several times as fast as str()

BASE: Final = "/api/v1"


def adapter(adapter_id: UUID) -> str:
    """/adapters/{adapter_id}"""
    return f"{BASE}/adapters/{to_builtins(adapter_id)}"


def adapter_file(adapter_id: UUID) -> str:
    """/adapters/{adapter_id}/file"""
    return f"{BASE}/adapters/{to_builtins(adapter_id)}/file"


def adapter_preview(adapter_id: UUID) -> str:
    """/adapters/{adapter_id}/preview"""
    return f"{BASE}/adapters/{to_builtins(adapter_id)}/preview"


def adapters() -> str:
    """/adapters"""
    return f"{BASE}/adapters"


def album(album_id: UUID) -> str:
    """/albums/{album_id}"""
    return f"{BASE}/albums/{to_builtins(album_id)}"


def album_export(album_id: UUID) -> str:
    """/albums/{album_id}/export"""
    return f"{BASE}/albums/{to_builtins(album_id)}/export"


def album_image(album_id: UUID, image_id: UUID) -> str:
    """/albums/{album_id}/images/{image_id}"""
    return f"{BASE}/albums/{to_builtins(album_id)}/images/{to_builtins(image_id)}"


def album_images(album_id: UUID) -> str:
    """/albums/{album_id}/images"""
    return f"{BASE}/albums/{to_builtins(album_id)}/images"


def album_label_stats(album_id: UUID) -> str:
    """/albums/{album_id}/label-stats"""
    return f"{BASE}/albums/{to_builtins(album_id)}/label-stats"


def albums() -> str:
    """/albums"""
    return f"{BASE}/albums"


def auth_password() -> str:
    """/auth/password"""
    return f"{BASE}/auth/password"


def auth_session() -> str:
    """/auth/session"""
    return f"{BASE}/auth/session"


def auth_session_by_session_id(session_id: UUID) -> str:
    """/auth/sessions/{session_id}"""
    return f"{BASE}/auth/sessions/{to_builtins(session_id)}"


def auth_sessions() -> str:
    """/auth/sessions"""
    return f"{BASE}/auth/sessions"


def auth_status() -> str:
    """/auth/status"""
    return f"{BASE}/auth/status"


def auth_token(token_id: UUID) -> str:
    """/auth/tokens/{token_id}"""
    return f"{BASE}/auth/tokens/{to_builtins(token_id)}"


def auth_tokens() -> str:
    """/auth/tokens"""
    return f"{BASE}/auth/tokens"


def bug_report(bug_report_id: UUID) -> str:
    """/bug-reports/{bug_report_id}"""
    return f"{BASE}/bug-reports/{to_builtins(bug_report_id)}"


def bug_report_export(bug_report_id: UUID) -> str:
    """/bug-reports/{bug_report_id}/export"""
    return f"{BASE}/bug-reports/{to_builtins(bug_report_id)}/export"


def bug_report_screenshot(bug_report_id: UUID) -> str:
    """/bug-reports/{bug_report_id}/screenshot"""
    return f"{BASE}/bug-reports/{to_builtins(bug_report_id)}/screenshot"


def bug_reports() -> str:
    """/bug-reports"""
    return f"{BASE}/bug-reports"


def bug_reports_purge() -> str:
    """/bug-reports/purge"""
    return f"{BASE}/bug-reports/purge"


def events() -> str:
    """/events"""
    return f"{BASE}/events"


def health() -> str:
    """/health"""
    return f"{BASE}/health"


def image(image_id: UUID) -> str:
    """/images/{image_id}"""
    return f"{BASE}/images/{to_builtins(image_id)}"


def image_file(image_id: UUID) -> str:
    """/images/{image_id}/file"""
    return f"{BASE}/images/{to_builtins(image_id)}/file"


def image_labels(image_id: UUID) -> str:
    """/images/{image_id}/labels"""
    return f"{BASE}/images/{to_builtins(image_id)}/labels"


def image_mark(image_id: UUID) -> str:
    """/images/{image_id}/mark"""
    return f"{BASE}/images/{to_builtins(image_id)}/mark"


def image_reproduce(image_id: UUID) -> str:
    """/images/{image_id}/reproduce"""
    return f"{BASE}/images/{to_builtins(image_id)}/reproduce"


def image_restore(image_id: UUID) -> str:
    """/images/{image_id}/restore"""
    return f"{BASE}/images/{to_builtins(image_id)}/restore"


def image_thumbnail(image_id: UUID) -> str:
    """/images/{image_id}/thumbnail"""
    return f"{BASE}/images/{to_builtins(image_id)}/thumbnail"


def images() -> str:
    """/images"""
    return f"{BASE}/images"


def images_bulk() -> str:
    """/images/bulk"""
    return f"{BASE}/images/bulk"


def import_(import_id: UUID) -> str:
    """/imports/{import_id}"""
    return f"{BASE}/imports/{to_builtins(import_id)}"


def import_apply(import_id: UUID) -> str:
    """/imports/{import_id}/apply"""
    return f"{BASE}/imports/{to_builtins(import_id)}/apply"


def import_cancel(import_id: UUID) -> str:
    """/imports/{import_id}/cancel"""
    return f"{BASE}/imports/{to_builtins(import_id)}/cancel"


def import_items(import_id: UUID) -> str:
    """/imports/{import_id}/items"""
    return f"{BASE}/imports/{to_builtins(import_id)}/items"


def import_sources() -> str:
    """/import-sources"""
    return f"{BASE}/import-sources"


def import_undo(import_id: UUID) -> str:
    """/imports/{import_id}/undo"""
    return f"{BASE}/imports/{to_builtins(import_id)}/undo"


def import_verify(import_id: UUID) -> str:
    """/imports/{import_id}/verify"""
    return f"{BASE}/imports/{to_builtins(import_id)}/verify"


def imports() -> str:
    """/imports"""
    return f"{BASE}/imports"


def job(job_id: UUID) -> str:
    """/jobs/{job_id}"""
    return f"{BASE}/jobs/{to_builtins(job_id)}"


def job_cancel(job_id: UUID) -> str:
    """/jobs/{job_id}/cancel"""
    return f"{BASE}/jobs/{to_builtins(job_id)}/cancel"


def job_preview(job_id: UUID) -> str:
    """/jobs/{job_id}/preview"""
    return f"{BASE}/jobs/{to_builtins(job_id)}/preview"


def job_retry(job_id: UUID) -> str:
    """/jobs/{job_id}/retry"""
    return f"{BASE}/jobs/{to_builtins(job_id)}/retry"


def jobs() -> str:
    """/jobs"""
    return f"{BASE}/jobs"


def jobs_cancel() -> str:
    """/jobs/cancel"""
    return f"{BASE}/jobs/cancel"


def label(label_id: UUID) -> str:
    """/labels/{label_id}"""
    return f"{BASE}/labels/{to_builtins(label_id)}"


def metrics() -> str:
    """/metrics"""
    return f"{BASE}/metrics"


def models() -> str:
    """/models"""
    return f"{BASE}/models"


def prompts_preview() -> str:
    """/prompts/preview"""
    return f"{BASE}/prompts/preview"


def queue() -> str:
    """/queue"""
    return f"{BASE}/queue"


def server() -> str:
    """/server"""
    return f"{BASE}/server"


def set_run(set_run_id: UUID) -> str:
    """/set-runs/{set_run_id}"""
    return f"{BASE}/set-runs/{to_builtins(set_run_id)}"


def set_run_cancel(set_run_id: UUID) -> str:
    """/set-runs/{set_run_id}/cancel"""
    return f"{BASE}/set-runs/{to_builtins(set_run_id)}/cancel"


def set_run_contact_sheet(set_run_id: UUID) -> str:
    """/set-runs/{set_run_id}/contact-sheet"""
    return f"{BASE}/set-runs/{to_builtins(set_run_id)}/contact-sheet"


def set_run_retry(set_run_id: UUID) -> str:
    """/set-runs/{set_run_id}/retry"""
    return f"{BASE}/set-runs/{to_builtins(set_run_id)}/retry"


def set_runs() -> str:
    """/set-runs"""
    return f"{BASE}/set-runs"


def set_template(set_template_id: UUID) -> str:
    """/set-templates/{set_template_id}"""
    return f"{BASE}/set-templates/{to_builtins(set_template_id)}"


def set_template_preview(set_template_id: UUID) -> str:
    """/set-templates/{set_template_id}/preview"""
    return f"{BASE}/set-templates/{to_builtins(set_template_id)}/preview"


def set_template_restore(set_template_id: UUID) -> str:
    """/set-templates/{set_template_id}/restore"""
    return f"{BASE}/set-templates/{to_builtins(set_template_id)}/restore"


def set_template_rows(set_template_id: UUID) -> str:
    """/set-templates/{set_template_id}/rows"""
    return f"{BASE}/set-templates/{to_builtins(set_template_id)}/rows"


def set_template_runs(set_template_id: UUID) -> str:
    """/set-templates/{set_template_id}/runs"""
    return f"{BASE}/set-templates/{to_builtins(set_template_id)}/runs"


def set_templates() -> str:
    """/set-templates"""
    return f"{BASE}/set-templates"


def settings() -> str:
    """/settings"""
    return f"{BASE}/settings"


def stats() -> str:
    """/stats"""
    return f"{BASE}/stats"


def training_run(training_run_id: UUID) -> str:
    """/training-runs/{training_run_id}"""
    return f"{BASE}/training-runs/{to_builtins(training_run_id)}"


def training_run_cancel(training_run_id: UUID) -> str:
    """/training-runs/{training_run_id}/cancel"""
    return f"{BASE}/training-runs/{to_builtins(training_run_id)}/cancel"


def training_run_checkpoints(training_run_id: UUID) -> str:
    """/training-runs/{training_run_id}/checkpoints"""
    return f"{BASE}/training-runs/{to_builtins(training_run_id)}/checkpoints"


def training_run_log(training_run_id: UUID) -> str:
    """/training-runs/{training_run_id}/log"""
    return f"{BASE}/training-runs/{to_builtins(training_run_id)}/log"


def training_run_metrics(training_run_id: UUID) -> str:
    """/training-runs/{training_run_id}/metrics"""
    return f"{BASE}/training-runs/{to_builtins(training_run_id)}/metrics"


def training_run_resume(training_run_id: UUID) -> str:
    """/training-runs/{training_run_id}/resume"""
    return f"{BASE}/training-runs/{to_builtins(training_run_id)}/resume"


def training_run_sample(training_run_id: UUID, step: int) -> str:
    """/training-runs/{training_run_id}/samples/{step}"""
    return f"{BASE}/training-runs/{to_builtins(training_run_id)}/samples/{step}"


def training_run_samples(training_run_id: UUID) -> str:
    """/training-runs/{training_run_id}/samples"""
    return f"{BASE}/training-runs/{to_builtins(training_run_id)}/samples"


def training_runs() -> str:
    """/training-runs"""
    return f"{BASE}/training-runs"


def training_runs_check() -> str:
    """/training-runs/check"""
    return f"{BASE}/training-runs/check"


def trash(image_id: UUID) -> str:
    """/trash/{image_id}"""
    return f"{BASE}/trash/{to_builtins(image_id)}"


def trash_purge() -> str:
    """/trash/purge"""
    return f"{BASE}/trash/purge"


def user(user_id: UUID) -> str:
    """/users/{user_id}"""
    return f"{BASE}/users/{to_builtins(user_id)}"


def user_sign_in_links(user_id: UUID) -> str:
    """/users/{user_id}/sign-in-links"""
    return f"{BASE}/users/{to_builtins(user_id)}/sign-in-links"


def users() -> str:
    """/users"""
    return f"{BASE}/users"


def webhook(webhook_id: UUID) -> str:
    """/webhooks/{webhook_id}"""
    return f"{BASE}/webhooks/{to_builtins(webhook_id)}"


def webhook_deliveries(webhook_id: UUID) -> str:
    """/webhooks/{webhook_id}/deliveries"""
    return f"{BASE}/webhooks/{to_builtins(webhook_id)}/deliveries"


def webhook_delivery(delivery_id: UUID) -> str:
    """/webhook-deliveries/{delivery_id}"""
    return f"{BASE}/webhook-deliveries/{to_builtins(delivery_id)}"


def webhook_delivery_replay(delivery_id: UUID) -> str:
    """/webhook-deliveries/{delivery_id}/replay"""
    return f"{BASE}/webhook-deliveries/{to_builtins(delivery_id)}/replay"


def webhook_ping(webhook_id: UUID) -> str:
    """/webhooks/{webhook_id}/ping"""
    return f"{BASE}/webhooks/{to_builtins(webhook_id)}/ping"


def webhook_secret(webhook_id: UUID) -> str:
    """/webhooks/{webhook_id}/secret"""
    return f"{BASE}/webhooks/{to_builtins(webhook_id)}/secret"


def webhooks() -> str:
    """/webhooks"""
    return f"{BASE}/webhooks"


def workers() -> str:
    """/workers"""
    return f"{BASE}/workers"
