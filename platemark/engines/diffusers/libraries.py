"""torch and its companion libraries: whether they are installed, and how to keep them offline and quiet."""

from __future__ import annotations

import os
from importlib.util import find_spec

LIBRARIES = ("torch", "diffusers", "transformers", "peft", "accelerate", "safetensors", "compel", "refiners")
OFFLINE_VARIABLES = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK")
INSTALL = "Install it: pip install 'platemark[diffusers]'."


def describe_missing() -> str | None:
    """Which libraries are missing and how to install them; None if all are installed. Imports none of them."""
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    return f"{', '.join(missing)} not installed. {INSTALL}" if missing else None


def disable_network() -> None:
    """Keep the libraries offline. Must be called before their first import, which reads these variables."""
    for name in OFFLINE_VARIABLES:
        os.environ[name] = "1"
    os.environ["TRANSFORMERS_VERBOSITY"] = "error"  # it warns of components that are left out on purpose


def silence() -> None:
    """Turn off progress bars, and warnings about deliberate choices."""
    from diffusers.utils import logging as diffusers_logging
    from transformers.utils import logging as transformers_logging

    for logging in (diffusers_logging, transformers_logging):
        logging.set_verbosity_error()
        logging.disable_progress_bar()
