"""torch and its companions: whether they are installed, and how they are told to keep off the network."""

from __future__ import annotations

import os
from importlib.util import find_spec

LIBRARIES = ("torch", "diffusers", "transformers", "peft", "accelerate", "safetensors", "refiners")
OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK")
INSTALL = "Install it: pip install 'platemark[diffusers]'."


def missing() -> str | None:
    """What to install; None where everything is there. Imports nothing."""
    absent = [name for name in LIBRARIES if find_spec(name) is None]
    return f"{', '.join(absent)} not installed. {INSTALL}" if absent else None


def keep_offline() -> None:
    """Before the first import of one of them: they read these once, then."""
    for name in OFFLINE:
        os.environ[name] = "1"
    os.environ["TRANSFORMERS_VERBOSITY"] = "error"  # it warns of parts that nobody asked for


def be_quiet() -> None:
    """No bars of progress, and no warnings about choices that we made."""
    from diffusers.utils import logging as diffusers_logging
    from transformers.utils import logging as transformers_logging

    for logging in (diffusers_logging, transformers_logging):
        logging.set_verbosity_error()
        logging.disable_progress_bar()
