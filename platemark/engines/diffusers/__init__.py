"""Stable Diffusion on this machine. Needs the extra ``platemark[diffusers]``; imports torch only when it runs."""

from platemark.engines.diffusers.engine import Diffusers

__all__ = ["Diffusers"]
