"""Makes small pictures of what an engine is generating, seldom enough not to slow it down."""

from __future__ import annotations

import io
import logging
import math
import time
from collections.abc import Callable

SIDE = 512
QUALITY = 75
MAX_PIXELS = 64_000_000
MAX_BYTES = 256 * 1024
"""The largest preview that is kept; the contract allows no larger one."""

COST_FACTOR = 19
"""After a preview there is none for so many times as long as it took: previews take a twentieth of the time at most."""

log = logging.getLogger(__name__)


class PreviewMaker:
    """Renders previews of one task in the thread of its engine, and hands them to ``send`` as WebP.

    There is at most one in ``seconds``, none in the first ``seconds`` after the first step, and none at all if that is
    0. One that cannot be made is the last: it fails no task.
    """

    def __init__(
        self, send: Callable[[bytes], None], *, seconds: float, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._send = send
        self._seconds = seconds
        self._monotonic = monotonic
        self._due: float | None = None if seconds > 0 else math.inf

    def offer(self, render: Callable[[], bytes]) -> None:
        """Render and send a preview if one is due."""
        started_at = self._monotonic()
        if self._due is None:
            self._due = started_at + self._seconds
        if started_at < self._due:
            return
        try:
            picture = shrink(render())
        except Exception as error:
            log.warning("A preview cannot be made, so the task has none from here on: %s", type(error).__name__)
            self._due = math.inf
            return
        if len(picture) <= MAX_BYTES:
            self._send(picture)
        took = self._monotonic() - started_at
        self._due = started_at + took + max(self._seconds, COST_FACTOR * took)


def shrink(data: bytes) -> bytes:
    """The picture as WebP whose longer side has at most ``SIDE`` pixels. UnreadablePicture if it is none."""
    from platemark import pixels  # an engine process loads it with its first task

    out = io.BytesIO()
    pixels.load_picture(data, side=SIDE, max_pixels=MAX_PIXELS).save(out, "WEBP", quality=QUALITY, method=2)
    return out.getvalue()
