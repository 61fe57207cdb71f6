"""The contact sheet of a grid: its pictures beside the values of its axes, as one PNG, drawn while it is sent."""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from uuid import UUID

import structlog
from PIL import Image, ImageDraw, ImageFont

from platemark.access import Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound, Unavailable
from platemark.pixels.png_stream import encode_strips
from platemark.set_runs import cell_queries, service
from platemark.set_runs.cell_queries import CellThumbnail
from platemark.set_runs.grid_axes import Grid
from platemark.set_runs.grid_cells import label
from platemark.storage.blobs import BlobStore
from platemark.studio import Studio

PAPER, EMPTY, INK = (255, 255, 255), (236, 236, 236), (30, 30, 30)
GAP, FONT_SIZE, LINE = 8, 14, 24
MAX_MARGIN = 240
"""How wide the labels beside the rows may be, in pixels."""
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
Thumbnails = Mapping[int, CellThumbnail]
log = structlog.get_logger("platemark.set_runs")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands where: labels of the columns, of the rows and of each block of them; lengths are in pixels."""

    across: Sequence[str]
    down: Sequence[str]
    blocks: Sequence[str]
    cell_width: int
    cell_height: int
    margin: int
    font: Font

    @property
    def width(self) -> int:
        """The width of the sheet."""
        return self.margin + len(self.across) * (self.cell_width + GAP)

    @property
    def height(self) -> int:
        """The height of the sheet."""
        return len(self.blocks) * (self.heading_height + len(self.down) * (self.cell_height + GAP))

    @property
    def heading_height(self) -> int:
        """The height of what stands above the rows of a block."""
        return 2 * LINE if len(self.blocks) > 1 else LINE


def get_contact_sheet(
    work: UnitOfWork, studio: Studio, set_run_id: UUID, cell_size: int, *, by: Actor
) -> Generator[bytes, None, None]:
    """The sheet as PNG, piece by piece; the longer side of a picture has at most ``cell_size`` pixels.

    A cell without a picture that the caller may see, or whose file is lost or damaged, stays empty. NotFound for a run
    that the caller may not see, that is no grid, or whose axes they may not read.
    """
    grid = service.get_grid(work, set_run_id, by=by)
    if grid is None:
        raise NotFound("grid", set_run_id)
    thumbnails = cell_queries.list_thumbnails(work, set_run_id, by=by)
    return _pieces(_lay_out(grid, thumbnails, cell_size), grid, studio.blobs, thumbnails)


def _pieces(sheet: Sheet, grid: Grid, blobs: BlobStore, thumbnails: Thumbnails) -> Generator[bytes, None, None]:
    yield from encode_strips(sheet.width, sheet.height, _strips(sheet, grid, blobs, thumbnails))


def _lay_out(grid: Grid, thumbnails: Thumbnails, cell_size: int) -> Sheet:
    """The sheet with cells in the shape of the pictures, or square ones before there is any."""
    font = ImageFont.load_default(FONT_SIZE)
    across, down, *rest = ([label(axis, value) for value in axis.values] for axis in grid.axes)
    widest = max((it.width for it in thumbnails.values()), default=1)
    highest = max((it.height for it in thumbnails.values()), default=1)
    scale = cell_size / max(widest, highest)
    return Sheet(
        across=across,
        down=down,
        blocks=[" · ".join(values) for values in product(*rest)],
        cell_width=max(1, round(widest * scale)),
        cell_height=max(1, round(highest * scale)),
        margin=min(MAX_MARGIN, int(max(font.getlength(it) for it in down))) + 2 * GAP,
        font=font,
    )


def _strips(sheet: Sheet, grid: Grid, blobs: BlobStore, thumbnails: Thumbnails) -> Iterator[Image.Image]:
    """The headings and the rows of cells, from the top down."""
    positions = {place: position for position, place in enumerate(grid.coordinates())}
    blocks = product(*(range(len(axis.values)) for axis in grid.axes[2:]))
    for title, block in zip(sheet.blocks, blocks, strict=True):
        yield _heading(sheet, title)
        for y, text in enumerate(sheet.down):
            cells = (positions[x, y, *block] for x in range(len(sheet.across)))
            yield _row(sheet, text, [_picture(blobs, thumbnails.get(cell), sheet) for cell in cells])


def _heading(sheet: Sheet, title: str) -> Image.Image:
    strip = Image.new("RGB", (sheet.width, sheet.heading_height), PAPER)
    draw = ImageDraw.Draw(strip)
    if title:
        draw.text((GAP, GAP // 2), _fitting(sheet, title, sheet.width - 2 * GAP), INK, font=sheet.font)
    for x, text in enumerate(sheet.across):
        place = (_left(sheet, x), sheet.heading_height - LINE + GAP // 2)
        draw.text(place, _fitting(sheet, text, sheet.cell_width), INK, font=sheet.font)
    return strip


def _row(sheet: Sheet, text: str, pictures: Sequence[Image.Image | None]) -> Image.Image:
    strip = Image.new("RGB", (sheet.width, sheet.cell_height + GAP), PAPER)
    draw = ImageDraw.Draw(strip)
    draw.text((GAP, 0), _fitting(sheet, text, sheet.margin - 2 * GAP), INK, font=sheet.font)
    for x, picture in enumerate(pictures):
        left = _left(sheet, x)
        if picture is None:
            draw.rectangle((left, 0, left + sheet.cell_width - 1, sheet.cell_height - 1), fill=EMPTY)
        else:
            strip.paste(picture, (left, 0))
    return strip


def _left(sheet: Sheet, column: int) -> int:
    return sheet.margin + column * (sheet.cell_width + GAP)


def _picture(blobs: BlobStore, thumbnail: CellThumbnail | None, sheet: Sheet) -> Image.Image | None:
    """The thumbnail, scaled to a cell; None if there is none, or its file is lost or damaged, which is logged."""
    if thumbnail is None:
        return None
    try:
        with Image.open(io.BytesIO(blobs.read(thumbnail.digest)), formats=("WEBP",)) as image:
            picture = image.convert("RGB")
    except (Unavailable, OSError):
        log.exception("Cell of a contact sheet left empty: its thumbnail cannot be read", digest=thumbnail.digest)
        return None
    picture.thumbnail((sheet.cell_width, sheet.cell_height))
    return picture


def _fitting(sheet: Sheet, text: str, width: int) -> str:
    """As much of the text as fits, with an ellipsis if that is not all."""
    lengths = range(len(text), 0, -1)
    shown = (text if length == len(text) else f"{text[: length - 1]}…" for length in lengths)
    return next((it for it in shown if sheet.font.getlength(it) <= width), "")
