"""The handlers of the API: one module for each tag.

The assignments below let mypy check that every operation of the contract is served, with the right signature.
"""

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
    WebhooksApi,
)
from handlers import accounts, albums, bug_reports, images, imports, jobs, set_templates, system, training, webhooks
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
WEBHOOKS: WebhooksApi[Context] = webhooks

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
    "webhooks": WEBHOOKS,
}
