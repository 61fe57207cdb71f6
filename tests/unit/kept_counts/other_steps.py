"""Steps that change users, bug reports and adapters, and what maintenance does."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.views import BugReportChanges, NewBugReport
from platemark.clock import utc_now
from platemark.db.kept_counts.folding import fold
from platemark.db.tables import AdapterRow, BugReportRow, UserRow
from platemark.ids import new_id
from tests.unit.kept_counts.driver import Driver


class OtherSteps:
    """Everything that is neither a job nor in the gallery."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def possible_steps(self) -> list[Callable[[], object]]:
        return [
            *(self.replace_user, self.disable_user, self.fold, self.report_bug, self.settle_bug, self.delete_bug),
            *(self.add_adapter, self.delete_adapter),
        ]

    def replace_user(self) -> None:
        """Delete a user, whose things lose their owner, and create another one."""
        driver = self.driver
        if driver.rarely():
            gone = driver.users.pop(driver.random.randrange(1, len(driver.users)))
            driver.execute(sa.delete(UserRow).where(UserRow.id == gone.user_id))
            driver.users.append(driver.create_user(driver.random.choice(("editor", "admin"))))

    def disable_user(self) -> None:
        disabled_at = self.driver.random.choice((None, utc_now()))
        user_id = self.driver.some_id(UserRow.id)
        self.driver.execute(sa.update(UserRow).where(UserRow.id == user_id).values(disabled_at=disabled_at))

    def fold(self) -> None:
        self.driver.do(lambda work: fold(work.session.connection()))

    def report_bug(self) -> None:
        driver = self.driver
        driver.do(bug_reports.create, driver.studio, NewBugReport(description="Empty"), by=driver.someone())

    def settle_bug(self) -> None:
        driver = self.driver
        changes = BugReportChanges(status=driver.random.choice(("open", "in_progress", "resolved")))
        bug_id = driver.some_id(BugReportRow.id)
        driver.do(bug_reports.update_report, driver.studio, bug_id, changes, by=driver.users[0])

    def delete_bug(self) -> None:
        if self.driver.rarely():
            bug_id = self.driver.some_id(BugReportRow.id)
            self.driver.do(bug_reports.delete_report, bug_id, by=self.driver.users[0])

    def add_adapter(self) -> None:
        now, format_ = utc_now(), self.driver.random.choice(("lora", "plates"))
        row = AdapterRow(
            id=new_id(), name="winter", description="", format=format_, engine=None,
            base=None, digest="0" * 64, size_bytes=1, default_weight=1.0, source="registered", training_run_id=None,
            trigger_words=[], dataset_digest=None, metrics={}, created_by=None, created_at=now, updated_at=now,
            version=1, visibility="shared",
        )  # fmt: skip
        self.driver.do(lambda work: work.session.add(row))

    def delete_adapter(self) -> None:
        if self.driver.rarely():
            adapter_id = self.driver.some_id(AdapterRow.id)
            self.driver.execute(sa.delete(AdapterRow).where(AdapterRow.id == adapter_id))
