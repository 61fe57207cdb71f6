"""The rows of a large studio: a generator for each table. Rows depend on the size, the clock and nothing else."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar
from uuid import UUID

from platemark.db.types import EPOCH
from platemark.jobs.requests import CaptionJob, GenerateJob

Row = Mapping[str, Any]

WORDS = (
    "fox", "snow", "woodcut", "winter", "harbour", "tower", "moon", "lantern", "river", "crane", "bell", "ink",
    "forest", "copper", "plate", "garden", "storm", "lion", "crown", "mirror", "bridge", "candle", "meadow", "anchor",
    "heron", "orchard", "comet", "violin", "lighthouse", "market", "shepherd", "glacier",
)  # fmt: skip
RARE_WORD = "quicksilver"
"""In the title, the prompt or a label of very few things, never among the newest."""

VISIBILITIES = ("private",) * 5 + ("shared",) * 3 + ("public",) * 2
SOURCES = ("generated",) * 16 + ("uploaded",) * 3 + ("imported",)
IS_NSFW = (True,) + (False,) * 99
RUN_JOBS, TEMPLATE_ROWS, ALBUM_IMAGES, CAPTION_ITEMS = 4, 4, 20, 3
MODELS = ("ink",) * 8 + ("ink sha256:" + "9" * 64,) * 8 + ("umber",) * 3 + ("ochre",)
PIXELS = ((512, 512),) * 6 + ((512, 768), (768, 512), (1024, 1024), (2048, 3072))
SPAN = timedelta(days=300)
PNG = "image/png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much a studio has. Tables that grow with neither images nor jobs have at least ``floor`` rows each."""

    images: int
    jobs: int
    queued: int
    large_album: int
    users: int = 60
    floor: int = 100


@dataclass(frozen=True, slots=True)
class Series:
    """Things created one after the other: ids that sort by time, and times."""

    salt: int
    count: int
    end: datetime
    span: timedelta = SPAN

    def at(self, number: int) -> datetime:
        """When thing ``number`` was created; the last one was created just before ``end``."""
        return self.end - self.span * ((self.count - number) / self.count)

    def id(self, number: int) -> UUID:
        """The UUIDv7 of thing ``number``, the same each time."""
        milliseconds = (self.at(number) - EPOCH) // timedelta(milliseconds=1)
        random_bits = (number * 0x9E3779B97F4A7C15 + self.salt * 0xD1342543DE82EF95) & (2**62 - 1)
        counter = number & 0xFFF
        return UUID(int=milliseconds << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | random_bits)


T = TypeVar("T")


def pick(choices: Sequence[T], number: int, salt: int) -> T:
    """The choice of thing ``number``; choices with different salts are independent of each other."""
    mixed = (number + 1) * 0x9E3779B97F4A7C15 ^ salt * 0xD1342543DE82EF95
    mixed = (mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9 & (2**64 - 1)
    return choices[(mixed >> 32) % len(choices)]


def text_digest(kind: str, number: int) -> str:
    """A digest that looks like that of a file."""
    return hashlib.sha256(f"{kind} {number}".encode()).hexdigest()


class Rows:
    """The rows of every table; ``now`` is the moment at which the studio is measured."""

    def __init__(self, size: Size, now: datetime) -> None:
        self.size, self.now = size, now
        self._random = random.Random(20261128)
        floor = size.floor
        self.run_count = max(1, size.jobs // (3 * RUN_JOBS))
        self.album_count = self.run_count + max(floor, size.images // ALBUM_IMAGES)
        self._train_every = max(2, size.jobs // max(floor, size.jobs // 500))
        counts = {
            "users": size.users, "images": size.images, "jobs": size.jobs, "runs": self.run_count,
            "albums": self.album_count + 1, "labels": size.images, "templates": 100 + size.images // 5000,
            "tokens": max(floor, size.users * 5), "training": max(1, size.jobs // self._train_every),
            "adapters": max(floor, size.images // 500), "reports": max(floor, size.images // 100),
            "imports": max(floor, size.images // 2000), "attempts": floor, "changes": max(floor, size.images // 100),
            "purges": max(10, floor // 10), "webhooks": 40, "deliveries": 10 * floor,
        }  # fmt: skip
        self.series = {name: Series(salt, count, now) for salt, (name, count) in enumerate(counts.items(), 1)}

    @cached_property
    def user_ids(self) -> list[UUID]:
        """The users, the first of whom are the most active."""
        return [self.series["users"].id(number) for number in range(self.size.users)]

    @property
    def large_album_id(self) -> UUID:
        """The album that holds ``size.large_album`` images; the newest."""
        return self.series["albums"].id(self.album_count)

    def owner(self, number: int) -> UUID:
        """The user who made thing ``number``: a quarter of the users makes most."""
        users = self.user_ids
        return users[number % max(1, len(users) // 4)] if number % 10 < 8 else users[number % len(users)]

    def words(self, count: int) -> str:
        """Some words."""
        return " ".join(self._random.choices(WORDS, k=count))

    def users(self) -> Iterator[Row]:
        """Viewers, editors, and a few admins."""
        for number, user_id in enumerate(self.user_ids):
            at = self.series["users"].at(number)
            role = "admin" if number % 20 == 19 else ("editor", "viewer")[number % 2]
            yield {
                "id": user_id, "name": f"user-{number}", "role": role, "password_hash": None, "disabled_at": None,
                "created_at": at, "updated_at": at, "version": 1,
            }  # fmt: skip

    def api_tokens(self) -> Iterator[Row]:
        """Tokens, each of a user."""
        series = self.series["tokens"]
        for number in range(series.count):
            yield {
                "id": series.id(number), "user_id": self.owner(number), "parent_id": None, "name": f"Token {number}",
                "role": "viewer", "digest": text_digest("token", number), "prefix": f"pm_{number:05}"[:8],
                "created_at": series.at(number), "last_used_at": None, "expires_at": None,
            }  # fmt: skip

    def sessions(self) -> Iterator[Row]:
        """Sessions that will last for some days."""
        series = self.series["tokens"]
        for number in range(series.count):
            yield {
                "id": series.id(number), "digest": text_digest("session", number), "user_id": self.owner(number),
                "csrf_digest": text_digest("csrf", number), "started_with": "password", "user_agent": None,
                "created_at": series.at(number), "last_used_at": series.at(number),
                "expires_at": self.now + timedelta(days=1 + number % 29),
            }  # fmt: skip

    def sign_in_attempts(self) -> Iterator[Row]:
        """Attempts of the last minutes: older ones are deleted at every sign-in."""
        series = self.series["attempts"]
        for number in range(series.count):
            at = self.now - timedelta(minutes=5) * (number / series.count)
            yield {"id": series.id(number), "key": text_digest("key", number % 500), "at": at}

    def sign_in_links(self) -> Iterator[Row]:
        """Used links, one for each token."""
        series = self.series["tokens"]
        for number in range(series.count):
            at = series.at(number)
            yield {
                "digest": text_digest("link", number), "user_id": self.owner(number), "created_at": at,
                "expires_at": at + timedelta(days=1), "used_at": at,
            }  # fmt: skip

    def idempotency_keys(self) -> Iterator[Row]:
        """Responses of the last day."""
        count = max(self.size.floor, self.size.jobs // 50)
        for number in range(count):
            yield {
                "actor": str(self.owner(number)), "operation_id": "createJob", "key": f"key-{number}",
                "request_digest": text_digest("request", number), "status": 202, "media_type": "application/json",
                "headers": "{}", "body": b"{}", "created_at": self.now - timedelta(hours=20) * (number / count),
            }  # fmt: skip

    def images(self) -> Iterator[Row]:
        """Images; one of a hundred is not safe for work, one of two hundred is in the trash, a few have copies."""
        series, job_ids = self.series["images"], self.series["jobs"]
        for number in range(series.count):
            at, rare = series.at(number), number % 10_000 == 77
            source = pick(SOURCES, number, 1)
            has_job = source == "generated" and number < self.size.jobs - self.size.queued
            words = self.words(8 + number % 16)
            width, height = pick(PIXELS, number, 6)
            yield {
                "id": series.id(number), "title": f"{words[:30]} {RARE_WORD if rare else number}",
                "visibility": pick(VISIBILITIES, number, 2), "nsfw": pick(IS_NSFW, number, 3),
                "source": source, "media_type": PNG, "width": width, "height": height,
                "size_bytes": 200_000 + number % 9000,
                "digest": text_digest("image", number - number % 50 if number % 50 == 1 else number),
                "thumbnail_digest": text_digest("thumbnail", number),
                "thumb_hash": "3OcRJYB4d3h/iIeHeEh3eIhw+j2w" if number % 1000 else None,
                "prompt": f"{words}, {number} fine lines" if source != "uploaded" else None,
                "provenance": self._made(number, words) if source != "uploaded" else None,
                "job_id": job_ids.id(number) if has_job else None, "created_by": self.owner(number),
                "created_at": at, "updated_at": at, "deleted_at": at if number % 200 == 101 else None, "version": 1,
            }  # fmt: skip

    def _made(self, number: int, words: str) -> dict[str, Any]:
        """A provenance: of one of two engines, with the first adapter in one of ten; few have the same seed."""
        adapter = {
            "adapter_id": str(self.series["adapters"].id(0)), "name": "Winter woodcuts", "format": "style_plate",
            "digest": text_digest("adapter", 0), "weight": 0.8, "training_run_id": None, "dataset_digest": None,
        }  # fmt: skip
        return {
            "engine": pick(("press", "press", "diffusers"), number, 7), "engine_version": "1.0.0",
            "model": pick(MODELS, number, 8), "seed": number // 3, "steps": 20, "guidance_scale": 7.5, "width": 512,
            "height": 512, "prompt": f"{words}, {number} fine lines", "negative_prompt": "", "words_used": [],
            "words_ignored": [], "parameters": {}, "adapters": [adapter] if number % 10 == 3 else [], "job_id": None,
            "set_run_id": None, "set_template_id": None, "set_template_version": None, "row_position": None,
        }  # fmt: skip

    def image_marks(self) -> Iterator[Row]:
        """The marks of some users."""
        return chain.from_iterable(map(self.marks_of, self.user_ids[:4]))

    def marks_of(self, user_id: UUID, *, sees_all: bool = False) -> Iterator[Row]:
        """A user's marks of a third of the images that they see: one of ten is starred, and the best rating is rare."""
        series = self.series["images"]
        for number in range(0, series.count, 3):
            if not sees_all and pick(VISIBILITIES, number, 2) == "private":
                continue
            rating = 5 if number % 9_999 == 0 else pick(range(1, 5), number, 5)
            yield {"image_id": series.id(number), "user_id": user_id, "rating": rating, "starred": number % 10 == 0}

    def labels(self) -> Iterator[Row]:
        """Captions that are all different, and tags, some common and some of few images."""
        series, images = self.series["labels"], self.series["images"]
        for number in range(series.count):
            kind = ("tag", "tag", "caption")[number % 3]
            text = self.words(9) + f" {number}" if kind == "caption" else _tag(number)
            at = series.at(number)
            yield {
                "id": series.id(number), "image_id": images.id(number * 13 % images.count), "kind": kind, "text": text,
                "source": "manual", "confidence": None, "engine": None, "engine_version": None, "model": None,
                "job_id": None, "created_by": self.owner(number), "created_at": at, "updated_at": at, "version": 1,
            }  # fmt: skip

    def albums(self) -> Iterator[Row]:
        """The albums of the set runs, then albums of twenty images, then the large one."""
        series, runs, templates = self.series["albums"], self.series["runs"], self.series["templates"]
        for number in range(series.count):
            of_run, at = number < self.run_count, series.at(number)
            source = "set_run" if of_run else ("import" if number % 50 == 3 else "manual")
            yield {
                "id": series.id(number), "name": f"Album {number} {RARE_WORD if number % 1000 == 7 else self.words(2)}",
                "description": "Twenty-two trumps, as woodcuts.", "visibility": self.album_visibility(number),
                "source": source, "set_template_id": templates.id(number % templates.count) if of_run else None,
                "set_template_version": 1 if of_run else None, "set_run_id": runs.id(number) if of_run else None,
                "theme": "winter" if of_run else None, "cover_image_id": None, "created_by": self.owner(number),
                "created_at": at, "updated_at": at, "version": 1,
            }  # fmt: skip

    def album_visibility(self, number: int) -> str:
        """Who may see album ``number``; everybody sees the large one."""
        return "public" if number == self.album_count else pick(VISIBILITIES, number, 4)

    def album_images(self) -> Iterator[Row]:
        """The images of each album, in order."""
        albums, images = self.series["albums"], self.series["images"]
        for number in range(albums.count):
            if number == self.album_count:
                count = self.size.large_album
            else:
                count = RUN_JOBS if number < self.run_count else ALBUM_IMAGES
            album_id, at, first = albums.id(number), albums.at(number), 0 if count > 100 else number * count
            for position in range(min(count, images.count)):
                image_id = images.id((first + position) % images.count)
                yield {"album_id": album_id, "image_id": image_id, "position": position, "added_at": at}

    def jobs(self) -> Iterator[Row]:
        """Finished jobs, some that run, and the newest queued; a third of them belongs to set runs."""
        series, runs, albums = self.series["jobs"], self.series["runs"], self.series["albums"]
        first_queued = series.count - self.size.queued
        for number in range(series.count):
            at, kind = series.at(number), self._job_kind(number)
            state = self._job_state(number, first_queued)
            finished, of_run = state in ("succeeded", "failed", "cancelled"), self._run_of(number)
            yield {
                "id": series.id(number), "kind": kind, "payload": self._payload(number, kind), "engine": "press",
                "state": state, "priority": number % 3 if number % 40 == 0 else 0, "place": number + 1,
                "run_after": self.now + timedelta(seconds=40) if state == "queued" and number % 50 == 9 else EPOCH,
                "attempt": 0 if state == "queued" else 1, "max_attempts": 3, "token": 2 if finished else 0,
                "owner": f"worker-{number % 3}" if state == "running" else None,
                "lease_until": self.now + timedelta(hours=1) if state == "running" else None,
                "cancel_requested_at": None, "progress": 1.0 if state == "succeeded" else 0.0,
                "error_code": "engine_failed" if state == "failed" else None,
                "error_message": "The engine ran out of memory." if state == "failed" else None, "rung_at": None,
                "album_id": None if of_run is None else albums.id(of_run),
                "set_run_id": None if of_run is None else runs.id(of_run),
                "row_position": None if of_run is None else number % (3 * RUN_JOBS) // 3,
                "trace_id": f"{number:032x}", "created_by": self.owner(number), "created_at": at,
                "started_at": None if state == "queued" else at,
                "finished_at": at + timedelta(milliseconds=700 + number % 300) if finished else None,
            }  # fmt: skip

    def _job_state(self, number: int, first_queued: int) -> str:
        if number >= first_queued:
            return "queued"
        if number >= first_queued - 3:
            return "running"
        if number % 1000 == 333:
            return "failed"
        return "cancelled" if number % 100 == 55 else "succeeded"

    def _job_kind(self, number: int) -> str:
        if number % self._train_every == 1:
            return "train"
        return "caption" if number % 12 == 5 else "generate"

    def _run_of(self, number: int) -> int | None:
        run = number // (3 * RUN_JOBS)
        return run if number % 3 == 0 and run < self.run_count and self._job_kind(number) == "generate" else None

    def _payload(self, number: int, kind: str) -> dict[str, Any]:
        if kind == "generate":
            return {
                **GENERATE,
                "prompt": f"a {WORDS[number % len(WORDS)]} in the snow, woodcut {number}",
                "seed": number,
            }
        if kind == "caption":
            return CAPTION
        return {"training_run_id": str(self.series["training"].id(min(self._training(number), self._trainings - 1)))}

    def _training(self, number: int) -> int:
        return number // self._train_every

    @property
    def _trainings(self) -> int:
        return self.series["training"].count

    def job_previews(self) -> Iterator[Row]:
        """A preview of each running job."""
        series = self.series["jobs"]
        first_queued = series.count - self.size.queued
        for number in range(max(first_queued - 3, 0), first_queued):
            yield {"job_id": series.id(number), "token": 0, "picture": bytes(20_000), "version": number + 1}

    def caption_items(self) -> Iterator[Row]:
        """The images of each caption job; those of queued jobs have no outcome yet."""
        series, images = self.series["jobs"], self.series["images"]
        for number in range(5, series.count, 12):
            if self._job_kind(number) == "caption":
                outcome = None if number >= series.count - self.size.queued else "captioned"
                for position in range(CAPTION_ITEMS):
                    image_id = images.id((number + position) % images.count)
                    yield {
                        "job_id": series.id(number), "position": position, "image_id": image_id, "outcome": outcome,
                    }  # fmt: skip

    def events(self) -> Iterator[Row]:
        """The events of the last days: one for each job, at least."""
        jobs = self.series["jobs"]
        count = max(self.size.floor, jobs.count)
        for number in range(count):
            yield {
                "kind": "job.succeeded", "subject_id": jobs.id(number % jobs.count), "data": {"set_run_id": None},
                "trace_id": f"{number:032x}", "at": self.now - timedelta(days=6) * ((count - number) / count),
            }  # fmt: skip

    def training_of_job(self, number: int) -> UUID:
        """The job of training run ``number``."""
        return self.series["jobs"].id(number * self._train_every + 1)


def _tag(number: int) -> str:
    if number % 30_000 == 30:
        return RARE_WORD
    return WORDS[number % len(WORDS)] if number % 2 else f"tag {number % 50_000}"


GENERATE = GenerateJob(prompt="a fox", seed=1).payload()
CAPTION = CaptionJob(engine="press", count=CAPTION_ITEMS).payload()
