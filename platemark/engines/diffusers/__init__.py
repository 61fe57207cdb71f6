"""Stable Diffusion on this machine. Needs the extra ``platemark[diffusers]``; torch is imported only where it works."""

from platemark.engines.diffusers.engine import Diffusers

__all__ = ["Diffusers"]
