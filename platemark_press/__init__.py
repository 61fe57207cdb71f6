"""The press: an engine that reads words it knows, draws a plate and prints it. No model, no weights."""

from platemark_press.engine import Press

__all__ = ["Press"]
