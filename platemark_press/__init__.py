"""The press: an engine that recognises words, draws a picture of polygons and prints it. It uses no model.

The package is a plug-in: Platemark finds it by its entry point, and it imports nothing of Platemark but
``platemark.engines.base`` and ``platemark.engines.picture_loading``. ``Press`` is cheap to import; the drawing code is
imported by the first image, caption or training run.
"""

from platemark_press.engine import Press

__all__ = ["Press"]
