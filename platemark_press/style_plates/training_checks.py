"""Check whether a style plate can be trained, and whether it is worth its time. Imports no numpy."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from platemark.engines.base import TrainingFinding, TrainRequest
from platemark.engines.picture_loading import picture_size
from platemark_press.style_plates.caption_words import extract_words

FEW, MOST = 8, 2000
SMALL = 128
NEEDED_BYTES = 64 * 1024 * 1024


def check_training(request: TrainRequest) -> list[TrainingFinding]:
    """All findings on the training set, its files and the disk."""
    return [*_check_set(request), *_check_files(request), *_check_disk(request.folder)]


def _check_set(request: TrainRequest) -> list[TrainingFinding]:
    trained = [picture for picture in request.pictures if not picture.held_out]
    without_caption = sum(not extract_words(picture.caption) for picture in trained)
    findings: list[TrainingFinding] = []
    if request.base is not None:
        findings.append(TrainingFinding("base_unknown", "A style plate has no base model.", "Leave the base out."))
    if not trained:
        findings.append(
            TrainingFinding("no_pictures", "There is no picture to train on.", "Add pictures to the album.")
        )
    elif len(trained) < FEW:
        findings.append(
            TrainingFinding(
                "few_pictures",
                f"Only {len(trained)} pictures to train on.",
                f"Use {FEW} or more that have something in common.",
                fatal=False,
            )
        )
    if len(request.pictures) > MOST:
        findings.append(
            TrainingFinding(
                "too_many_pictures", f"{len(request.pictures)} pictures.", f"A style plate takes up to {MOST}."
            )
        )
    if len(trained) == len(request.pictures) and trained:
        findings.append(
            TrainingFinding(
                "nothing_held_out",
                "No picture is held out, so nothing measures how well the plate fits other pictures.",
                "Hold out one in eight.",
                fatal=False,
            )
        )
    if without_caption:
        findings.append(
            TrainingFinding(
                "captions_missing",
                f"{without_caption} of {len(trained)} pictures have no caption; prompts cannot tell them apart.",
                "Describe each in a few words: what it shows, its colours.",
                fatal=False,
            )
        )
    return findings


def _check_files(request: TrainRequest) -> list[TrainingFinding]:
    sizes = [picture_size(picture.path) for picture in request.pictures[:MOST]]
    unreadable = sizes.count(None)
    small = sum(size is not None and max(size) < SMALL for size in sizes)
    findings: list[TrainingFinding] = []
    if unreadable:
        findings.append(
            TrainingFinding(
                "picture_unreadable",
                f"{unreadable} files cannot be read as pictures.",
                "Take them out of the album, or upload them again.",
            )
        )
    if small:
        findings.append(
            TrainingFinding(
                "small_pictures",
                f"{small} pictures are smaller than {SMALL} pixels; their surfaces will be blurred.",
                "Use larger ones.",
                fatal=False,
            )
        )
    return findings


def _check_disk(folder: Path) -> Sequence[TrainingFinding]:
    existing = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    if shutil.disk_usage(existing).free >= NEEDED_BYTES:
        return ()
    return (TrainingFinding("disk_full", "The disk has too little space for checkpoints.", "Free 64 MiB or more."),)
