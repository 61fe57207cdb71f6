"""Engines that forward jobs to other servers: those with ``/sdapi/v1`` and those with ``/v1/images/generations``."""

from platemark.engines.remote.openai_images import OpenAiImages
from platemark.engines.remote.sdapi import SdApi

__all__ = ["OpenAiImages", "SdApi"]
