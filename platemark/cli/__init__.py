"""The command line ``platemark …``. Commands call services; what they run on comes from the entry points."""

from __future__ import annotations

import click

from platemark import __version__
from platemark.cli import (
    adapters,
    bug_reports,
    caption,
    database,
    exports,
    grid,
    images,
    imports,
    jobs,
    models,
    run_set,
    set_templates,
    settings,
    studio,
    tokens,
    train,
    training,
    trash,
    users,
    webhooks,
    worker,
)
from platemark.cli.runtime import CommandGroup, Runtime

__all__ = ["Runtime", "build"]


def build(runtime: Runtime) -> click.Group:
    """All commands, on ``runtime``.

    Exit codes: 0; 1 for an error, damaged data or a full disk; 2 for wrong usage or a bad setting; 3 if the studio
    cannot start for another reason.
    """

    @click.group(
        name="platemark",
        cls=CommandGroup,
        help="A self-hosted AI image studio. `platemark up` starts it.",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "obj": runtime},
    )
    @click.version_option(__version__, prog_name="platemark")
    def platemark() -> None: ...

    commands = (
        studio.up,
        worker.worker,
        run_set.command,
        grid.command,
        caption.command,
        train.command,
        exports.verify,
        studio.openapi,
    )
    groups = (
        imports.import_group, models.models, adapters.adapters_group, images.images_group,
        set_templates.set_templates_group, training.training_group, settings.settings, users.user, tokens.token,
        bug_reports.bug_reports_group, jobs.jobs_group, trash.trash_group, exports.export_group,
        webhooks.webhooks_group, database.db,
    )  # fmt: skip
    for command in (*commands, *groups):
        platemark.add_command(command)
    return platemark
