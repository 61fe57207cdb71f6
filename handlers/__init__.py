"""What serves the contract: one module a tag. These lines are where mypy proves that every operation is served."""

from __future__ import annotations

from generated.operations import (
    AccountsApi,
    AlbumsApi,
    BugReportsApi,
    ImagesApi,
    ImportsApi,
    JobsApi,
    SetTemplatesApi,
    SystemApi,
    TrainingApi,
)
from handlers import accounts, albums, bug_reports, images, imports, jobs, set_templates, system, training
from platemark.http.context import Context

ACCOUNTS: AccountsApi[Context] = accounts
ALBUMS: AlbumsApi[Context] = albums
BUG_REPORTS: BugReportsApi[Context] = bug_reports
IMAGES: ImagesApi[Context] = images
IMPORTS: ImportsApi[Context] = imports
JOBS: JobsApi[Context] = jobs
SET_TEMPLATES: SetTemplatesApi[Context] = set_templates
SYSTEM: SystemApi[Context] = system
TRAINING: TrainingApi[Context] = training

HANDLERS = {
    "accounts": ACCOUNTS,
    "albums": ALBUMS,
    "bug_reports": BUG_REPORTS,
    "images": IMAGES,
    "imports": IMPORTS,
    "jobs": JOBS,
    "set_templates": SET_TEMPLATES,
    "system": SYSTEM,
    "training": TRAINING,
}
