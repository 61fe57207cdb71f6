"""Stable Diffusion on this machine. Needs the extra ``platemark[diffusers]``; imports torch only when it runs."""

import os

# The same request gives the same bytes on the CPU. MKL adds in another order if numbers lie elsewhere in memory,
# unless it is told not to before torch is imported.
os.environ.setdefault("MKL_CBWR", "AVX2,STRICT")

from platemark.engines.diffusers.engine import Diffusers

__all__ = ["Diffusers"]
