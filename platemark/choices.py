"""The values of fields that have only a few: for the tables, and for the command line, which loads no tables."""

from __future__ import annotations

from typing import Literal, get_args

Role = Literal["viewer", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
SignInMethod = Literal["password", "link"]
SIGN_IN_METHODS: tuple[SignInMethod, ...] = get_args(SignInMethod)
VISIBILITIES = ("private", "shared", "public")
BUG_REPORT_STATUSES = ("open", "in_progress", "resolved", "dismissed")
IMPORTED_ENGINE = "imported"
"""The engine of what an older studio made, if that does not say which: no engine here has this name."""
JOB_KINDS = ("generate", "caption", "train")
JOB_STATES = ("queued", "running", "succeeded", "failed", "cancelled")
EMBEDDED = ("a1111",)
"""The formats of what is written into exported pictures."""
IMPORT_KINDS = ("album", "database", "media", "sets")
IMPORTS_OF_FILES = ("album",)
"""The kinds of import that read a file; the others read folders."""
IMPORT_ALBUMS = ("known", "folders")
IMPORT_STATES = ("queued", "running", "planned", "applied", "undone", "failed", "cancelled")
IMPORT_OUTCOMES = ("new", "unchanged", "changed", "conflicting", "skipped")
WEBHOOK_KINDS = ("job.finished", "set_run.finished", "training_run.finished", "import.finished", "bug_report.created")
WEBHOOK_DISABLED_REASONS = ("by_admin", "gone", "unreachable")
WEBHOOK_DELIVERY_STATES = ("waiting", "delivered", "failed")
