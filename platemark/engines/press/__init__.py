"""The press: an engine that reads words it knows, draws a plate and prints it. No model, no weights."""

from platemark.engines.press.engine import Press

__all__ = ["Press"]
