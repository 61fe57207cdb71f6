"""Inspect weights files (safetensors) by their headers: what they contain and what they fit. Does not need torch."""

from platemark.engines.weights.classification import WeightsFacts, classify_weights
from platemark.engines.weights.descriptions import Description, trigger_words_in
from platemark.engines.weights.header import BadWeights, Header, parse_header, read_header
from platemark.engines.weights.known_digests import KnownDigests
from platemark.engines.weights.scan import ScanResult, scan

__all__ = [
    "BadWeights",
    "Description",
    "Header",
    "KnownDigests",
    "ScanResult",
    "WeightsFacts",
    "classify_weights",
    "parse_header",
    "read_header",
    "scan",
    "trigger_words_in",
]
