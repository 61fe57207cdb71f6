"""What ``platemark set-templates …`` does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from platemark.access import SYSTEM
from platemark.cli.output import all_pages, print_result, print_table
from platemark.cli.runtime import Runtime
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateFilter

COLUMNS = ("name", "slug", "visibility", "version", "rows", "id")
FACTS = ("id", "name", "slug", "visibility", "version", "row_count", "archived_at", "created_by", "created_at")


def list_templates(runtime: Runtime, archived: bool) -> None:
    """List the set templates of all users, newest first."""
    filters = SetTemplateFilter(archived=archived)
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        found = list(all_pages(partial(set_templates.list_set_templates, work, filters, by=SYSTEM)))
    values = [{name: getattr(it, name) for name in FACTS} for it in found]
    print_table(values, COLUMNS, [(it.name, it.slug, it.visibility, it.version, it.row_count, it.id) for it in found])


def restore(runtime: Runtime, set_template_ids: Sequence[UUID]) -> None:
    """Restore the archived set templates ID."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        for set_template_id in set_template_ids:
            set_templates.restore_set_template(work, set_template_id, by=SYSTEM)
        work.commit()
    restored = list(map(str, set_template_ids))
    print_result({"restored": restored}, *(f"Set template {it} restored." for it in restored))
