"""Engines on other servers: those that speak ``/sdapi/v1`` and those that speak ``/v1/images/generations``."""

from platemark.engines.remote.openai_images import OpenAiImages
from platemark.engines.remote.sdapi import SdApi

__all__ = ["OpenAiImages", "SdApi"]
