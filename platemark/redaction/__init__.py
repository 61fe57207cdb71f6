"""Redaction: secrets are removed from submitted text, JSON and screenshots before anything is stored."""

from __future__ import annotations

from platemark.redaction.png import png_of_data_url, redact_png
from platemark.redaction.redactor import Redaction, Redactor

__all__ = ["Redaction", "Redactor", "png_of_data_url", "redact_png"]
