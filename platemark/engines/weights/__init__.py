"""Files of weights (safetensors), read by their headers: what they are, and whether they fit; needs no torch."""

from platemark.engines.weights.facts import WeightsFacts, facts_of
from platemark.engines.weights.header import BadWeights, Header, read_header
from platemark.engines.weights.scan import Found, scan

__all__ = ["BadWeights", "Found", "Header", "WeightsFacts", "facts_of", "read_header", "scan"]
