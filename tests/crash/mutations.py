"""The mutants of the queue that its tests must kill. Add one for each new guard."""

from __future__ import annotations

from dataclasses import dataclass

QUEUE, STATEMENTS, SWEEP = "jobs/queue.py", "jobs/statements.py", "jobs/sweep.py"
EVENTS, GENERATE, LOOP, RUN = "events/service.py", "jobs/generation_results.py", "worker/loop.py", "worker/job_run.py"
CHANGES, WORK = "jobs/change_statements.py", "db/unit_of_work.py"

CAPTIONS, CAPTIONING, LABELS = "jobs/caption_requests.py", "jobs/caption_results.py", "images/labels.py"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A way to break the code: texts of one file of ``platemark``, each found exactly once, and their replacements."""

    name: str
    file: str
    changes: tuple[tuple[str, str], ...]
    equivalent: str = ""
    """Why no test can notice the change; empty for the other mutants."""

    def apply(self, text: str) -> str:
        """``text`` of its file with the changes made; ValueError if the file no longer has a text exactly once."""
        for old, new in self.changes:
            if text.count(old) != 1:
                raise ValueError(f"{self.name}: found {text.count(old)} times in {self.file}: {old}")
            text = text.replace(old, new)
        return text


def change(name: str, file: str, *texts: str, equivalent: str = "") -> Mutant:
    """A mutant; ``texts`` alternate between old and new."""
    return Mutant(name, file, tuple(zip(texts[::2], texts[1::2], strict=True)), equivalent)


NO_FENCE = '    JOB.token == bindparam("the_token", type_=BigInteger()),\n'
FENCE_WITHOUT_EFFECT = '    bindparam("the_token", type_=BigInteger()) > -1,\n'
ENDS_WITHOUT_NEW_TOKEN = ("            token=JOB.token + 1,\n            rung_at", "            rung_at")
CLAIMS_WITHOUT_NEW_TOKEN = ("            token=JOB.token + 1,\n            lease_until", "            lease_until")
IN_ANY_STATE = ("    RUNNING,\n)", ")")
PROCESS_CLOCK = "(utc_now() - EPOCH) // timedelta(milliseconds=1)"
IMPORT_CLOCK = (
    "from datetime import datetime\n",
    "from datetime import datetime, timedelta\n\nfrom platemark.clock import utc_now\n",
)
CLEARS_THE_ERROR = "            error_code=null(),\n            error_message=null(),\n"
RECORDS_THE_END = '    record(work, f"job.{row.state}", lease.job_id, set_run_id=lease.set_run_id)\n'
ONE_GUARDS = "the other guard has the same effect; see the mutant without both"

MUTANTS = (
    change("no fencing token", STATEMENTS, NO_FENCE, FENCE_WITHOUT_EFFECT),
    change("the token is never incremented", STATEMENTS, *ENDS_WITHOUT_NEW_TOKEN, *CLAIMS_WITHOUT_NEW_TOKEN),
    change("transitions from any state, and no new token at the end", STATEMENTS,
           *IN_ANY_STATE, *ENDS_WITHOUT_NEW_TOKEN),
    change("transitions from any state", STATEMENTS, *IN_ANY_STATE, equivalent=ONE_GUARDS),
    change("no new token at the end", STATEMENTS, *ENDS_WITHOUT_NEW_TOKEN, equivalent=ONE_GUARDS),
    change("no new token at a claim", STATEMENTS, *CLAIMS_WITHOUT_NEW_TOKEN, equivalent=ONE_GUARDS),
    change("a claim does not count an attempt", STATEMENTS, "attempt=JOB.attempt + 1", "attempt=JOB.attempt"),
    change("a claim waits for locked rows", STATEMENTS, "skip_locked=True, ", ""),
    change("a claim locks no row", STATEMENTS, ".where(condition, QUEUED)", ".where(condition)",
           'if dialect == "postgresql" else statement', "if False else statement"),
    change("a claim checks the state once", STATEMENTS, ".where(condition, QUEUED)", ".where(condition)",
           equivalent="the subquery locked the row and checked it again"),
    change("a claim ignores the back-off", STATEMENTS, "DUE.is_(True), ~PAUSED", "~PAUSED"),
    change("a claim ignores the pause", STATEMENTS, "DUE.is_(True), ~PAUSED",
           "DUE.is_(True)"),
    change("a claim ignores the priority", STATEMENTS, "(JOB.priority.desc(), JOB.place, JOB.id)",
           "(JOB.place, JOB.id)"),
    change("a claim takes the newest job", STATEMENTS, "(JOB.priority.desc(), JOB.place, JOB.id)",
           "(JOB.priority.desc(), JOB.place.desc(), JOB.id)"),
    change("a claim keeps the last error", STATEMENTS, CLEARS_THE_ERROR, ""),
    change("leases by the worker's clock", STATEMENTS, *IMPORT_CLOCK, "type_coerce(db_now() + milliseconds",
           'type_coerce(bindparam(None, callable_=lambda: ' + PROCESS_CLOCK + ', type_=BigInteger()) + milliseconds'),
    change("sweeps by the worker's clock", STATEMENTS, *IMPORT_CLOCK, "JOB.lease_until < db_now()",
           'JOB.lease_until < bindparam(None, callable_=utc_now, type_=Instant())'),
    change("a beat does not extend the lease", STATEMENTS, "        lease_until=later(LEASE_MS),\n        progress",
           "        lease_until=JOB.lease_until,\n        progress"),
    change("a beat does not report a requested cancellation", QUEUE, 'return "ok" if cancel_requested_at is None',
           'return "ok" if True'),
    change("a completion ignores a requested cancellation", STATEMENTS,
           '_end(case((CANCEL_REQUESTED, "cancelled"), else_="succeeded"), *OWN_JOB)',
           """_end(literal_column("'succeeded'"), *OWN_JOB)"""),
    change("a failure ignores a requested cancellation", STATEMENTS, '    (CANCEL_REQUESTED, "cancelled"),\n    (JOB',
           "    (JOB"),
    change("a release ignores a requested cancellation", STATEMENTS,
           '_end(case((CANCEL_REQUESTED, "cancelled"), else_="queued"), *OWN_JOB)',
           """_end(literal_column("'queued'"), *OWN_JOB)"""),
    change("unlimited attempts", STATEMENTS, '    (JOB.attempt >= JOB.max_attempts, "failed"),\n', ""),
    change("one attempt too many", STATEMENTS, "JOB.attempt >= JOB.max_attempts", "JOB.attempt > JOB.max_attempts"),
    change("a release costs an attempt", STATEMENTS, '{"attempt": JOB.attempt - 1}', '{"attempt": JOB.attempt}'),
    change("a full disk costs an attempt", RUN, 'if code == "storage_full":', 'if code == "":'),
    change("an engine's limit of jobs at once is ignored", STATEMENTS, "if number in limited else", "if False else"),
    change("a failure has no back-off", STATEMENTS, "run_after=later(BACKOFF_MS)", "run_after=EPOCH"),
    change("an error that is not retryable is retried", QUEUE,
           "statements.FAIL if retryable else statements.FAIL_FOR_GOOD",
           "statements.FAIL"),
    change("a sweep ends live runs", STATEMENTS, "(RUNNING, JOB.lease_until < db_now())", "(RUNNING,)"),
    change("a sweep checks the lease once", STATEMENTS, "JOB.id.in_(ids), *expired)", "JOB.id.in_(ids))",
           equivalent="the subquery locked the rows and checked them again"),
    change("a sweep locks no row and checks the lease once", STATEMENTS,
           "JOB.id.in_(ids), *expired)", "JOB.id.in_(ids))",
           "ids = skip_locked(select(JOB.id).where(*expired).limit(SWEEP_BATCH_SIZE), dialect)",
           "ids = select(JOB.id).where(*expired).limit(SWEEP_BATCH_SIZE)"),
    change("a sweep after a jump of the clock", SWEEP, "if not self._is_on_hold():", "if self._is_on_hold() or True:"),
    change("waits far in the future are not clamped", SWEEP,
           "                queue.clamp_deadlines(work, lease_ms=lease_ms)\n", ""),
    change("a retry keeps the attempts", CHANGES, "        attempt=0,\n", ""),
    change("cancelling a set run ends running jobs at once", CHANGES,
           'state=case((queued, "cancelled"), else_=JOB.state)', 'state="cancelled", lease_until=null()'),
    change("cancelling many jobs cancels those of others", CHANGES,
           '        yield JOB.created_by == bindparam("the_user", type_=Uuid())\n', "        pass\n"),
    change("cancelling many jobs leaves those that run", CHANGES,
           "_cancel(JOB.id.in_(select(once.c.id)))", "_cancel(and_(QUEUED, JOB.id.in_(select(once.c.id))))"),
    change("an end without its event", QUEUE, RECORDS_THE_END + "    return Completion", "    return Completion"),
    change("events without the writers' lock", EVENTS, "pg_advisory_xact_lock({WRITERS_LOCK})", "1"),
    change("events survive a rollback", WORK,
           "        self._at_commit = {}\n        self._after_commit = []\n        if", "        if"),
    change("a cancelled job stores its images", GENERATE, 'if completion.outcome == "succeeded":',
           'if completion.outcome != "lost":'),
    change("images of a worker that lost its lease are stored", GENERATE, 'if completion.outcome == "succeeded":',
           'if completion.outcome != "cancelled":'),
    change("a set run's album in the order of completion", GENERATE, "if lease.row_position is None:", "if True:"),
    change("a batch has jobs that were tried before", STATEMENTS, "first.c.attempt == 0, first.c.max", "first.c.max"),
    change("a batch has jobs with a single attempt", STATEMENTS, "first.c.attempt == 0, first.c.max_attempts > 1)",
           "first.c.attempt == 0)"),
    change("a batch has jobs of any engine", STATEMENTS, 'JOB.engine == bindparam("the_engine", type_=String())',
           'bindparam("the_engine", type_=String()) != ""'),
    change("a batch in any order", QUEUE, "sorted(rows, key=lambda row: (-row.priority, row.place, row.job_id))",
           "sorted(rows, key=lambda row: row.place)"),
    change("a worker that stops keeps the waiting jobs of its batch", LOOP,
           "                outcomes += map(JobOutcome.released, waiting)\n", ""),
    change("a slow job does not break up its batch", LOOP,
           "            if pending:\n", "            if not pending:\n"),
    change("an outcome that cannot be written fails other jobs", LOOP, "            if len(outcomes) == 1:\n",
           "            if outcomes:\n"),
    change("a worker that stops claims more jobs", LOOP,
           "if self.wakeup.stopping or not self._host.engines:\n            return []",
           "if not self._host.engines:\n            return []"),
    change("a completion gives up while the database is unavailable", LOOP,
           "                pause = min(pause * 2, MAX_PAUSE_SECONDS)\n            else:",
           "                return []\n            else:"),
    change("a worker that cannot beat for a lease continues", RUN, 'return "lost" if expired else "ok"', 'return "ok"'),
    change("a worker that lost its lease continues", RUN, 'if answer == "ok" or self._stop_by is not None:',
           'if answer in ("ok", "lost") or self._stop_by is not None:'),
    change("an image's caption is settled twice", CAPTIONING, ", ITEM.outcome.is_(None))", ")"),
    change("a caption is written whether it is settled or not", CAPTIONING,
           '_outcome(job_id, item, "captioned")):', '_outcome(job_id, item, "captioned")) or True:'),
    change("a caption for an image that is no longer visible", CAPTIONING,
           "select(ImageRow.id).where(ImageRow.id.in_(IMAGE_IDS), visible_images(by))",
           "select(ImageRow.id).where(ImageRow.id.in_(IMAGE_IDS), ImageRow.id.is_not(None))"),
    change("a caption beside one that was written meanwhile", CAPTIONING,
           "_captioned(work, captions) if job.only_missing else set()", "set[UUID]()"),
    change("captions for images of an album that the user cannot see", CAPTIONS,
           "image_is_visible(by, AlbumImageRow.image_id)",
           "image_is_visible(SYSTEM, AlbumImageRow.image_id)",
           "import Actor, Viewpoint, require_priority\n", "import SYSTEM, Actor, Viewpoint, require_priority\n"),
    change("a caption replaces those of other engines", LABELS,
           '        LabelRow.engine == bindparam("engine", type_=String()),\n', ""),
    change("a caption replaces a manual one", LABELS,
           '        LabelRow.source == "engine",\n'
           '        LabelRow.engine == bindparam("engine", type_=String()),\n', ""),
    change("a caption duplicates a tag", LABELS, "if fold(tag.text) not in present:", "if tag.text:"),
    change("a caption is recorded without an event", LABELS,
           "    insert_rows(work, LabelRow, rows)\n    record_label_change(work, image_id)\n",
           "    insert_rows(work, LabelRow, rows)\n"),
)  # fmt: skip
